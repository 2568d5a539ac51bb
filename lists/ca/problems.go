package ca

import (
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The reasons why a file must not be used. Every error of a parser but one of
// the reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = feed.ErrNotList
	ErrNotXML    = feed.ErrNotXML
	ErrNotJSON   = errors.New("not JSON")
	ErrSyntax    = feed.ErrSyntax
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrDoctype   = feed.ErrDoctype
	ErrDepth     = feed.ErrDepth
	ErrTooLong   = feed.ErrTooLong
	ErrEmpty     = feed.ErrEmpty
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat and lists.ErrCheckDigit occur as well, and
// ErrEncoding for a record of JSON that was read with replacements.
var (
	ErrUnknownElement = errors.New("unknown element, attribute or key, kept as remarks")
	ErrUnknownPart    = feed.ErrUnknownPart
	ErrRepeated       = errors.New("element stands more than once, kept as a remark")
	ErrWrongType      = feed.ErrWrongType
	ErrDuplicate      = errors.New("an entity before it has the same regulation, name and dates")
	ErrNoName         = errors.New("no name")
	ErrNotShip        = errors.New("no IMO number of a ship, kept as a remark")
	ErrMore           = feed.ErrMore
)

// FileError is the error for a file that must not be used.
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "ca", Pos: at, Err: err}
}

// fileError gives an error of the readers in feed the name of this package.
func fileError(err error) error { return feed.Named("ca", err) }
