package csl

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// entry reads one of the ids, by its type.
func (b *builder) entry(n *entry) {
	t, known := typeOf(n.kind)
	if !known {
		key := strings.ToLower(n.kind)
		if !b.p.types[key] && len(b.p.types) < 1000 {
			b.p.types[key] = true
			b.problem(colIDs, n.whole, fmt.Errorf("%w: %q", ErrUnknownType, clipWord(n.kind)))
		}
		b.remark("", n.whole)
		return
	}
	if n.number == "" || !b.take(t, n) {
		b.remark(n.kind, n.whole)
	}
}

func clipWord(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "..."
	}
	return s
}

// take puts an entry into its field and reports whether it has one.
func (b *builder) take(t entryType, n *entry) bool {
	e := b.e
	switch t.verb {
	case "id":
		id := b.document(n)
		id.Type = lists.IDType(t.word)
		switch id.Type { // numbers of companies and ships stand under general types
		case lists.OtherID, lists.RegistrationNumber:
			if strings.HasPrefix(id.Value, "IMO ") {
				id.Type = b.imoType()
			}
		}
		b.identify(id, colIDs)
	case "vessel":
		if t.word == "type" {
			if e.Vessel == nil {
				e.Vessel = &lists.VesselDetails{}
			}
			e.Vessel.OtherTypes = append(e.Vessel.OtherTypes, n.number)
			return true
		}
		id := b.document(n)
		number, imo := strings.CutPrefix(id.Value, "IMO")
		number = strings.TrimLeft(number, " .:")
		switch {
		case imo && e.Kind == lists.Organization:
			id.Type = lists.IMOCompany
		case imo, len(number) == 7 && strings.Trim(number, "0123456789") == "":
			id.Type = lists.IMOShip
		default:
			id.Type = lists.OfficialNumber
		}
		b.identify(id, colIDs)
	case "legal":
		id := b.document(n)
		if id.Type = lists.RegistrationNumber; lists.ValidLEI(id.Value) {
			id.Type = lists.LEI
		}
		b.identify(id, colIDs)
	case "crypto":
		id := b.document(n)
		id.Type = lists.CryptoAddress
		b.identify(id, colIDs)
	case "contact":
		e.Contacts = append(e.Contacts, lists.Contact{Type: lists.ContactType(t.word), Value: n.number})
	case "flag":
		e.Flags = append(e.Flags, country(n.number, lists.CountryRole(t.word)))
	case "country":
		e.Countries = append(e.Countries, country(n.number, lists.CountryRole(t.word)))
	case "date":
		e.Dates = append(e.Dates, b.date(colIDs, n.number, lists.DateRole(t.word)))
	case "gender":
		switch strings.ToLower(n.number) {
		case "male":
			e.Gender = lists.Male
		case "female":
			e.Gender = lists.Female
		default:
			b.problem(colIDs, n.whole, ErrUnknownWord)
			return false
		}
	case "title":
		e.Titles = append(e.Titles, n.number)
	case "issuer":
		b.name(lists.Name{Text: n.number, Type: lists.Alias, Label: n.kind})
	case "aircraft":
		if e.Aircraft == nil {
			e.Aircraft = &lists.AircraftDetails{}
		}
		if t.word == "operator" {
			e.Aircraft.Operators = append(e.Aircraft.Operators, n.number)
		} else if e.Aircraft.Model == "" {
			e.Aircraft.Model = n.number
		} else {
			return false
		}
	case "measure":
		e.Measures = append(e.Measures, lists.Measure{Authority: "OFAC", Kinds: []lists.MeasureKind{lists.MeasureKind(t.word)}, Text: n.whole})
	case "menu":
		e.Measures = append(e.Measures, lists.Measure{Authority: "OFAC", Kinds: menuKinds(n.number), Text: n.whole})
	case "order":
		return b.order(n)
	case "listed", "effective":
		return b.measureDate(n, t.verb == "effective")
	default:
		return false
	}
	return true
}

// imoType returns the type of an IMO number by the kind of its bearer.
func (b *builder) imoType() lists.IDType {
	if b.e.Kind == lists.Vessel {
		return lists.IMOShip
	}
	return lists.IMOCompany
}

// document makes an identifier, without its type.
func (b *builder) document(n *entry) lists.Identifier {
	id := lists.Identifier{Value: n.number, Country: n.country, Label: n.kind}
	id.Issued = b.date(colIDs, n.issued, "")
	id.Expires = b.date(colIDs, n.expires, "")
	if n.dated != "" {
		id.Note = "issued or expires " + n.dated
	}
	return id
}
