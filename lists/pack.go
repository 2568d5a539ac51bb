package lists

import (
	"errors"
	"fmt"
)

// ErrBinary is wrapped by the errors of [DecodeBinary].
var ErrBinary = errors.New("not a list in binary form")

// packFormat is the first byte of what AppendBinary writes. It changes whenever
// what follows does.
const packFormat = 1

// AppendBinary appends the compact binary form of l, which must not be nil, to b.
// It is made for starting fast: [DecodeBinary] reads it many times faster than a
// parser reads the publisher's file. The same List gives the same bytes. The error
// is always nil; it is there for [encoding.BinaryAppender].
//
// Everything in l comes back as it was, with these exceptions:
//
//   - an empty slice comes back as nil;
//   - slices with equal elements may share their memory, as a List is read-only;
//   - the Err of a Problem comes back as an error with the same words, and with it
//     the errors that it wraps, down to 16 levels and to 64 in all. [errors.Is]
//     finds among them any error with the words of one of them, so that ErrDate,
//     or a reason that a publisher's package declares, is found as before;
//     [errors.As] finds no type;
//   - Source.Published keeps its instant and the name and offset of its zone, not
//     the zone's other rules.
//
// The form bears no checksum, no length and no name of the program, only the
// number of its format in the first byte: whoever stores it adds what he needs.
// It is no form to exchange lists in; JSON is.
func (l *List) AppendBinary(b []byte) ([]byte, error) {
	w := newPacker()
	w.list(l)
	w.number()
	w.list(l)
	return w.append(b), nil
}

// DecodeBinary reads what AppendBinary wrote, all of data. Every text of the List
// is a part of data, which stays in memory as long as one of them does, and is not
// copied.
//
// data may come from anywhere: what is not of the form is an error that wraps
// [ErrBinary] and names the byte. Nothing but the form is checked: a List of altered
// data may hold anything. DecodeBinary allocates at most about 160 bytes for every
// byte of data.
func DecodeBinary(data string) (*List, error) {
	u := unpacker{data: data}
	l := u.list()
	if u.bad != "" {
		return nil, fmt.Errorf("lists: %w: byte %d: %s", ErrBinary, u.badAt, u.bad)
	}
	return l, nil
}

// # The form
//
// A number is a base-128 varint, a signed one in zigzag, as in encoding/binary. A
// text is a number: zero for the empty text, 2n+1 before n bytes of text, and 2k+2
// for the text k of the table of texts. A slice of a sort whose elements are often
// equal is the number of a slice in the table of its sort, counted from 1; zero is
// nil. Other slices are their length and their elements, and their lengths, added
// up over the list, stand before them, so that the reader makes one slice a sort
// and cuts it into pieces. A struct is a number with a bit for every field that
// may be absent, and the fields that are there. In this order:
//
//	format      one byte
//	texts       how many; of each its length and its bytes
//	tables      of kinds of measures, texts, countries, remarks, relations, measures:
//	            how many slices, how many elements in all; of each its length and its elements
//	lengths     of the entities, problems, names, ... (see counts)
//	source, entities, problems

// counts are the sums of the lengths of the slices that are written where they
// stand, and of the structs behind pointers.
type counts struct {
	entities, problems, names, parts, identifiers, dates, places, addresses, contacts, references, vessels, aircraft, periods int
}

// all returns the counts in the order in which they are written, each with the
// least number of bytes that one element has.
func (c *counts) all() [13]struct {
	n     *int
	least int
} {
	return [...]struct {
		n     *int
		least int
	}{
		{&c.entities, 6}, {&c.problems, 1}, {&c.names, 3}, {&c.parts, 2}, {&c.identifiers, 3}, {&c.dates, 1}, {&c.places, 3},
		{&c.addresses, 1}, {&c.contacts, 2}, {&c.references, 2}, {&c.vessels, 2}, {&c.aircraft, 2}, {&c.periods, 1},
	}
}

// The bits of fields that may be absent. The more frequent ones stand before, as
// a mask below 128 has one byte.
const (
	hasNames = 1 << iota
	hasMeasures
	hasIdentifiers
	hasAddresses
	hasDates
	hasCountries
	hasPlaces
	hasRelations
	hasRemarks
	hasTitles
	hasContacts
	hasVessel
	hasFlags
	hasAircraft
	hasGender
	hasReferences
	entityBits = iota
)

const (
	nameParts = 1 << iota
	nameLabel
	nameID
	nameLang
	nameScript
	nameUsed
	nameBits = iota
)

const (
	identifierLabel = 1 << iota
	identifierCountry
	identifierNote
	identifierIssued
	identifierExpires
	identifierBits = iota
)

const (
	periodFrom = 1 << iota
	periodUntil
	periodBits = iota
)

const (
	dateRole = 1 << iota
	dateFrom
	dateTo
	dateText
	dateCirca
	dateBits = iota
)

const (
	addressText = 1 << iota
	addressStreet
	addressCity
	addressRegion
	addressPostalCode
	addressCountry
	addressCode
	addressID
	addressBits = iota
)

const (
	measureBasis = 1 << iota
	measureKinds
	measureText
	measureListed
	measureAmended
	measureEffective
	measureEnds
	measureBits = iota
)

const (
	relationIDs = 1 << iota
	relationLabel
	relationShare
	relationFormer
	relationFrom
	relationUntil
	relationBits = iota
)

const (
	vesselOtherTypes = 1 << iota
	vesselDeadweight
	vesselGrossTonnage
	vesselNetTonnage
	vesselTonnage
	vesselLength
	vesselBeam
	vesselBuilder
	vesselOwner
	vesselFormerOwners
	vesselOperator
	vesselManager
	vesselClass
	vesselInsurer
	vesselHomePort
	vesselBits = iota
)

const (
	problemThere = 1 << iota // the pointer is not nil
	problemDropped
	problemErr
	problemBits = iota
)

const (
	sourcePublished = 1 << iota
	sourceZone      // of another zone than UTC
	sourceBits      = iota
)

// maxZone bounds the offset of a zone from UTC, in seconds. An instant with a
// greater one is written in UTC.
const maxZone = 24*60*60 - 1
