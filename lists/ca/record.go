package ca

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

const (
	publisher = "Global Affairs Canada"
	authority = "Canada"
)

// field is a piece of a record, under the English name of the layout of 2025.
type field uint8

const (
	regulation field = iota
	entityName
	title
	lastName
	givenName
	aliases
	shipIMO
	dates
	schedule
	item
	listing
	numFields
)

// fieldNames are the fields' names in the layouts: elements of XML, cut at the
// first hyphen, and keys of JSON.
var fieldNames = map[string]field{
	"Country": regulation, "Regulation": regulation,
	"Entity": entityName, "EntityOrShip": entityName, "Entity or Ship": entityName,
	"Title": title, "TitleOrShip": title, "TitleOrShipType": title, "Title or Ship type": title,
	"LastName": lastName, "Last Name": lastName,
	"GivenName": givenName, "Given Names": givenName,
	"Aliases":       aliases,
	"ShipIMONumber": shipIMO, "Ship IMO number": shipIMO,
	"DateOfBirth": dates, "DateOfBirthOrShipBuildDate": dates, "Date of Birth": dates,
	"Schedule": schedule,
	"Item":     item, "Item Number": item,
	"DateOfListing": listing, "Date of Listing": listing,
}

// fieldOf finds a field by the name of an element or a key. Since August 2026
// names are bilingual, with a hyphen between.
func fieldOf(name string) (field, bool) {
	english, _, _ := strings.Cut(name, "-")
	f, ok := fieldNames[english]
	return f, ok
}

// clean returns a text without white space and no-break blanks around it, and
// with one blank for every run of white space in it.
func clean(s string) string {
	return strings.Trim(feed.Clean([]byte(s)), " \u00a0")
}

// record is one entry, read from either format.
type record struct {
	at   lists.Position
	name [numFields]string // of the element or key, for Problems
	text [numFields]string
	pos  [numFields]lists.Position
	rest []lists.Remark
}

// parser makes a list of records.
type parser struct {
	feed.Problems
	file    string
	out     *lists.List
	ids     map[string]int
	unknown map[string]bool // elements and keys already reported
}

func newParser(file string) *parser {
	return &parser{file: file, out: &lists.List{}, ids: map[string]int{}, unknown: map[string]bool{}}
}

// finish closes the list.
func (p *parser) finish(sum lists.Digest) (*lists.List, error) {
	if len(p.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: p.file}, ErrEmpty)
	}
	p.out.Source = lists.Source{Name: "Canada SEMA", Publisher: publisher, SHA256: sum, Entities: len(p.out.Entities), Files: []string{p.file}}
	p.out.Problems = p.Sorted()
	return p.out, nil
}

// builder makes an entity of one record.
type builder struct {
	p *parser
	r *record
	e *lists.Entity
}

// entity makes an entity of a record.
func (p *parser) entity(r *record) {
	p.out.Entities = append(p.out.Entities, lists.Entity{Pos: r.at})
	b := &builder{p, r, &p.out.Entities[len(p.out.Entities)-1]}
	number := b.kind()
	b.identity(number)
	if b.e.Kind == lists.Vessel {
		b.identify(number)
	} else if r.text[shipIMO] != "" {
		b.problem(shipIMO, ErrNotShip)
		b.remark(shipIMO)
	}
	b.names()
	b.aliases()
	b.title()
	b.dates()
	b.measure()
	b.e.Remarks = append(b.e.Remarks, r.rest...)
	if len(b.e.Names) == 0 {
		b.p.Add(lists.Problem{Pos: r.at, EntityID: b.e.ID, Err: ErrNoName})
	}
}

// kind tells a ship by its IMO number, a person by the parts of its name; the
// rest are organizations. An export of September 2026 has shifted columns, with
// names where the number should be: what has not the form of a number makes no
// ship.
func (b *builder) kind() lists.Identifier {
	r := b.r
	id := lists.Identifier{Type: lists.IMOShip, Value: r.text[shipIMO], Label: "ShipIMONumber"}
	_, err := id.Canonical()
	switch {
	case id.Value != "" && !errors.Is(err, lists.ErrFormat):
		b.e.Kind = lists.Vessel
	case r.text[lastName] != "" || r.text[givenName] != "":
		b.e.Kind = lists.Person
	case r.text[entityName] != "":
		b.e.Kind = lists.Organization
	}
	return id
}

// identity gives the entity an ID, because the list has none and numbers its
// items anew when one is repealed. It is the English name of the regulation with
// the IMO number of a ship, or else with eight hexadecimal digits of a sum over
// English name, dates of birth and date of listing.
func (b *builder) identity(imo lists.Identifier) {
	r := b.r
	tail := ""
	if b.e.Kind == lists.Vessel {
		tail = "IMO" + imo.Value
		if c, err := imo.Canonical(); err == nil {
			tail = "IMO" + c.Value
		}
	} else {
		name, _, _ := bilingual(r.text[entityName])
		key := strings.Join([]string{regime(r.text[regulation]), r.text[lastName], r.text[givenName], name, r.text[dates], r.text[listing]}, "\x00")
		sum := sha256.Sum256([]byte(strings.ToLower(key)))
		tail = hex.EncodeToString(sum[:4])
	}
	id := strings.TrimPrefix(regime(r.text[regulation])+"-"+tail, "-")
	b.e.ID = id
	if b.p.ids[id]++; b.p.ids[id] > 1 {
		b.p.Add(lists.Problem{Pos: r.at, EntityID: id, Err: ErrDuplicate})
		for b.e.ID = fmt.Sprintf("%s (%d)", id, b.p.ids[id]); b.p.ids[b.e.ID] > 0; b.e.ID = fmt.Sprintf("%s (%d)", id, b.p.ids[id]) {
			b.p.ids[id]++
		}
		b.p.ids[b.e.ID]++
	}
}

// regime returns the short English name of a regulation: "Russia / Russie" is
// Russia, and the regulations for victims of corrupt officials are JVCFOR.
func regime(s string) string {
	s, _, _ = strings.Cut(s, "/")
	if _, short, ok := strings.Cut(s, "Regulations ("); ok {
		s, _, _ = strings.Cut(short, ")")
	}
	if s = strings.Join(strings.Fields(s), " "); len(s) > 80 {
		s = strings.ToValidUTF8(s[:80], "")
	}
	return s
}

// identify adds the number of a ship.
func (b *builder) identify(id lists.Identifier) {
	if _, err := id.Canonical(); err != nil {
		b.problem(shipIMO, errors.Unwrap(err))
	}
	b.e.Identifiers = append(b.e.Identifiers, id)
}

// title reads the title of a person or the type of a ship, in English or in both
// languages with "|" between them.
func (b *builder) title() {
	text := b.r.text[title]
	if text == "" {
		return
	}
	for i, t := range strings.Split(text, "|") {
		t = strings.TrimSpace(t)
		switch {
		case t == "" || i > 3:
		case b.e.Kind != lists.Vessel:
			b.e.Titles = append(b.e.Titles, t)
		case b.e.Vessel == nil:
			b.e.Vessel = &lists.VesselDetails{Type: t}
		default:
			b.e.Vessel.OtherTypes = append(b.e.Vessel.OtherTypes, t)
		}
	}
}

// dates reads dates of birth or of build: "1972-08-10 or 1972-08-11" are two.
func (b *builder) dates() {
	text := b.r.text[dates]
	if text == "" {
		return
	}
	role := lists.Birth
	switch b.e.Kind {
	case lists.Vessel:
		role = lists.Build
	case lists.Organization:
		role = lists.Established
	}
	one, other, _ := strings.Cut(strings.Replace(text, " OR ", " or ", 1), " or ")
	for _, t := range [...]string{strings.TrimSpace(one), strings.TrimSpace(other)} {
		if t == "" {
			continue
		}
		d, err := date(t)
		if err != nil {
			b.problem(dates, err)
		}
		d.Role = role
		b.e.Dates = append(b.e.Dates, d)
	}
}

// date reads a date. "Sep-99" is what a spreadsheet made of September 1999: the
// years of births on this list. "1965-.." is a year.
func date(text string) (lists.Date, error) {
	plain := strings.TrimRight(text, ".-")
	if month, year, ok := strings.Cut(text, "-"); ok && len(month) == 3 && len(year) == 2 && year >= "20" {
		plain = month + " 19" + year
	}
	d, err := lists.ParseDate(plain)
	d.Text = text
	return d, err
}

// measure reads regulation, schedule and item. Property of the listed is frozen
// and dealings with them are forbidden under every regulation of this list, but
// for schedules 2 and 3 of the Russia Regulations (SOR/2014-58), which limit
// debt and equity, and its schedule 1.1, which names ships: of these the list
// does not say what is forbidden.
func (b *builder) measure() {
	r := b.r
	m := lists.Measure{Authority: authority, Programme: r.text[regulation]}
	if s := r.text[schedule]; s != "" {
		m.Basis = "Schedule " + s
	}
	if s := r.text[item]; s != "" {
		if m.Basis != "" {
			m.Basis += ", "
		}
		m.Basis += "item " + s
	}
	russia := regime(r.text[regulation]) == "Russia"
	switch {
	case b.e.Kind == lists.Vessel:
	case russia && (r.text[schedule] == "2" || r.text[schedule] == "3"):
		m.Kinds = []lists.MeasureKind{lists.Sectoral}
	default:
		m.Kinds = []lists.MeasureKind{lists.AssetFreeze}
	}
	if t := r.text[listing]; t != "" {
		d, err := date(t)
		if err != nil {
			b.problem(listing, err)
			b.remark(listing)
		}
		m.Listed = d
	}
	b.e.Measures = append(b.e.Measures, m)
}

func (b *builder) remark(f field) {
	b.e.Remarks = append(b.e.Remarks, lists.Remark{Key: b.r.name[f], Text: b.r.text[f]})
}

func (b *builder) problem(f field, err error) {
	at := b.r.pos[f]
	if at.Line == 0 {
		at = b.r.at
	}
	b.p.Add(lists.Problem{Pos: at, EntityID: b.e.ID, Field: b.r.name[f], Value: b.r.text[f], Err: err})
}
