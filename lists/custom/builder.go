package custom

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
)

// builder makes the entity of one row.
type builder struct {
	t       *table
	row     *lines.Row
	e       lists.Entity
	measure lists.Measure
}

func (b *builder) problem(column int, field Field, value string, err error) {
	pos := b.row.Pos
	if column >= 0 {
		pos = b.row.At(column)
	}
	b.t.Add(lists.Problem{Pos: pos, EntityID: b.e.ID, Field: string(field), Value: value, Err: err})
}

// unknown keeps a value of a column of which nothing is known.
func (b *builder) unknown(column int, head, text string) {
	b.e.Remarks = append(b.e.Remarks, lists.Remark{Key: head, Text: text})
	if !b.t.strange[column] {
		b.t.strange[column] = true
		b.problem(column, Field(feed.Clip(head)), text, ErrUnknownColumn)
	}
}

// identity reads id and kind, on which the other fields depend.
func (b *builder) identity() {
	for i, f := range b.t.fields {
		text := b.row.Text(i)
		if text == "" {
			continue
		}
		switch f {
		case ID:
			if b.e.ID == "" {
				b.e.ID = text
			} else {
				b.e.Remarks = append(b.e.Remarks, lists.Remark{Key: b.t.heads[i], Text: text})
			}
		case Kind:
			k, err := lists.ParseKind(text)
			if err == nil && k != lists.Unknown {
				b.e.Kind = k
			}
			if err != nil {
				b.problem(i, Kind, text, ErrUnknownWord)
				b.e.Remarks = append(b.e.Remarks, lists.Remark{Key: b.t.heads[i], Text: text})
			}
		}
	}
	id := b.e.ID
	if id == "" {
		id = fmt.Sprintf("line %d", b.row.Pos.Line)
		if b.t.ids[""]++; b.t.ids[""] == 1 { // once: a file without ids has none in any row
			b.e.ID = id
			b.problem(-1, ID, "", ErrNoID)
		}
	}
	b.e.ID = id
	for b.t.ids[b.e.ID] > 0 {
		b.t.ids[id]++
		b.e.ID = fmt.Sprintf("%s#%d", id, b.t.ids[id])
	}
	b.t.ids[b.e.ID]++
	if b.e.ID != id {
		b.problem(-1, ID, id, ErrDuplicate)
	}
}

// numbers are the fields of numbers with their types.
var numbers = map[Field]lists.IDType{
	IMO: lists.IMOShip, IMOCompany: lists.IMOCompany, MMSI: lists.MMSI, CallSign: lists.CallSign, LEI: lists.LEI, Passport: lists.Passport,
	NationalID: lists.NationalID, Register: lists.RegistrationNumber, TaxID: lists.TaxID, OtherNumber: lists.OtherID,
}

// names are the fields of names with their types.
var names = map[Field]lists.NameType{Name: lists.Primary, Alias: lists.Alias, FormerName: lists.Former, WeakAlias: lists.WeakAlias}

// countries are the fields of countries with their roles.
var countries = map[Field]lists.CountryRole{
	Flag: lists.Flag, FormerFlag: lists.FormerFlag, Nationality: lists.Nationality, Citizenship: lists.Citizenship, Country: lists.OtherCountry,
}

// dates are the fields of dates with their roles.
var dates = map[Field]lists.DateRole{Birth: lists.Birth, Built: lists.Build, Established: lists.Established}

// contacts are the fields of contacts with their types.
var contacts = map[Field]lists.ContactType{Website: lists.Website, Email: lists.Email, Telephone: lists.Telephone}

// field reads one cell.
func (b *builder) field(f Field, i int, text string) {
	e := &b.e
	if t, ok := names[f]; ok {
		if f == Name { // a name is one, whatever it holds
			e.Names = append(e.Names, lists.Name{Text: text, Type: t})
			return
		}
		for _, v := range b.t.values(text) {
			e.Names = append(e.Names, lists.Name{Text: v, Type: t})
		}
		return
	}
	if t, ok := numbers[f]; ok {
		if f == IMO && (e.Kind == lists.Organization || e.Kind == lists.Person) {
			t = lists.IMOCompany
		}
		for _, v := range b.t.values(text) {
			id := lists.Identifier{Type: t, Value: v}
			if f == OtherNumber {
				id.Label = b.t.heads[i]
			}
			e.Identifiers = append(e.Identifiers, id)
			if _, err := id.Canonical(); err != nil {
				b.problem(i, f, "", err)
			}
		}
		return
	}
	if role, ok := countries[f]; ok {
		for _, v := range b.t.values(text) {
			code, known := lists.CountryCode(v)
			if !known {
				b.problem(i, f, v, fmt.Errorf("%w for a country", ErrUnknownWord))
			}
			c := lists.Country{Text: v, Code: code, Role: role}
			if f == Flag || f == FormerFlag {
				e.Flags = append(e.Flags, c)
			} else {
				e.Countries = append(e.Countries, c)
			}
		}
		return
	}
	if role, ok := dates[f]; ok {
		for _, v := range b.t.values(text) {
			d := b.date(f, i, v)
			d.Role = role
			e.Dates = append(e.Dates, d)
		}
		return
	}
	if t, ok := contacts[f]; ok {
		for _, v := range b.t.values(text) {
			e.Contacts = append(e.Contacts, lists.Contact{Type: t, Value: v})
		}
		return
	}
	b.other(f, i, text)
}

// date reads a date; one that has no reading keeps its text, with a Problem.
func (b *builder) date(f Field, i int, text string) lists.Date {
	d, err := lists.ParseDate(text)
	if err != nil {
		b.problem(i, f, "", err)
	}
	return d
}

// other reads the fields of which a party has one value, and the free ones.
func (b *builder) other(f Field, i int, text string) {
	e := &b.e
	one := func(to *string) {
		if *to == "" {
			*to = text
			return
		}
		b.second(f, i, text)
	}
	vessel := func() *lists.VesselDetails {
		if e.Vessel == nil {
			e.Vessel = &lists.VesselDetails{}
		}
		return e.Vessel
	}
	quantity := func(to *lists.Quantity) {
		if to.Text != "" {
			b.second(f, i, text)
			return
		}
		*to = lists.ParseQuantity(text)
		if to.Value == 0 && text != "0" {
			b.problem(i, f, text, errors.New("not a number"))
		}
	}
	when := func(to *lists.Date) {
		if to.Text != "" {
			b.second(f, i, text)
			return
		}
		*to = b.date(f, i, text)
	}
	switch f {
	case BirthPlace:
		e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: text})
	case Address:
		for v := range strings.SplitSeq(text, "|") { // a semicolon may be part of an address
			if v = strings.TrimSpace(v); v != "" {
				e.Addresses = append(e.Addresses, lists.Address{Text: v})
			}
		}
	case Gender:
		switch strings.ToLower(text) {
		case "m", "male":
			e.Gender = lists.Male
		case "f", "female":
			e.Gender = lists.Female
		default:
			b.problem(i, f, text, ErrUnknownWord)
			e.Remarks = append(e.Remarks, lists.Remark{Key: b.t.heads[i], Text: text})
		}
	case Title:
		e.Titles = append(e.Titles, b.t.values(text)...)
	case VesselType:
		one(&vessel().Type)
	case Tonnage:
		quantity(&vessel().GrossTonnage)
	case Deadweight:
		quantity(&vessel().Deadweight)
	case Owner:
		one(&vessel().Owner)
	case Operator:
		one(&vessel().Operator)
	case Manager:
		one(&vessel().Manager)
	case Authority:
		one(&b.measure.Authority)
	case Programme:
		one(&b.measure.Programme)
	case Basis:
		one(&b.measure.Basis)
	case Reason:
		one(&b.measure.Text)
	case Listed:
		when(&b.measure.Listed)
	case Ends:
		when(&b.measure.Ends)
	default:
		e.Remarks = append(e.Remarks, lists.Remark{Key: b.t.heads[i], Text: text})
	}
}

func (b *builder) second(f Field, i int, text string) {
	b.e.Remarks = append(b.e.Remarks, lists.Remark{Key: b.t.heads[i], Text: text})
	b.problem(i, f, text, ErrSecond)
}
