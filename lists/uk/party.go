package uk

import (
	"errors"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// publisher of the UK Sanctions List; the list of OFSI has its own.
const (
	publisherFCDO = "UK Foreign, Commonwealth & Development Office"
	publisherOFSI = "HM Treasury, Office of Financial Sanctions Implementation"
	authority     = "UK"
)

// parser makes a list of designations or rows.
type parser struct {
	feed.Problems
	file    string
	key     string // the column of the parties' numbers
	out     *lists.List
	parties map[string]*party
	order   []*party
	repeats map[string]int  // how often an ID was given again
	unknown map[string]bool // elements and columns already reported
}

func newParser(file string) *parser {
	return &parser{file: file, key: "Unique ID", out: &lists.List{}, parties: map[string]*party{}, repeats: map[string]int{}, unknown: map[string]bool{}}
}

// party gathers what all rows, or one designation, say of a party. Rows repeat
// everything but a few values: each distinct value is kept once.
type party struct {
	p    *parser
	e    lists.Entity
	seen map[string]bool
	at   lists.Position // of what is being read
}

func (p *parser) newParty(at lists.Position) *party {
	x := &party{p: p, seen: map[string]bool{}, at: at}
	x.e.Pos = at
	p.order = append(p.order, x)
	return x
}

// published reads the day of an edition.
func (p *parser) published(text string) bool {
	d, err := lists.ParseDate(text)
	if err != nil || !d.Full() {
		return false
	}
	p.out.Source.Published = time.Date(int(d.From.Year), time.Month(d.From.Month), int(d.From.Day), 0, 0, 0, 0, time.UTC)
	return true
}

// finish puts the parties into the list, in the order of their first rows.
func (p *parser) finish(sum lists.Digest) (*lists.List, error) {
	if len(p.order) == 0 {
		return nil, refuse(lists.Position{File: p.file}, ErrEmpty)
	}
	p.out.Entities = make([]lists.Entity, 0, len(p.order))
	for _, x := range p.order {
		if len(x.e.Names) == 0 {
			x.at = x.e.Pos
			x.problem("Name 6", "", ErrNoName)
		}
		p.out.Entities = append(p.out.Entities, x.e)
	}
	p.resolve()
	src := &p.out.Source
	src.SHA256, src.Entities, src.Files = sum, len(p.out.Entities), []string{p.file}
	p.out.Problems = p.Sorted()
	return p.out, nil
}

// resolve finds the entities that relations name, by any of their names in any
// case of letters. Most owners of ships are not listed.
func (p *parser) resolve() {
	bearers := map[string][]string{}
	for i := range p.out.Entities {
		for _, r := range p.out.Entities[i].Relations {
			bearers[strings.ToLower(r.Text)] = nil
		}
	}
	if len(bearers) == 0 {
		return
	}
	for i := range p.out.Entities {
		e := &p.out.Entities[i]
		for _, n := range e.Names {
			key := strings.ToLower(n.Text)
			if ids, ok := bearers[key]; ok && (len(ids) == 0 || ids[len(ids)-1] != e.ID) && len(ids) < 20 {
				bearers[key] = append(ids, e.ID)
			}
		}
	}
	for i := range p.out.Entities {
		for k := range p.out.Entities[i].Relations {
			r := &p.out.Entities[i].Relations[k]
			r.IDs = bearers[strings.ToLower(r.Text)]
		}
	}
}

// first reports whether a value is new to the party.
func (x *party) first(field string, values ...string) bool {
	key := field
	for _, v := range values {
		key += "\x00" + v
	}
	if x.seen[key] {
		return false
	}
	x.seen[key] = true
	return true
}

func (x *party) problem(field, value string, err error) {
	x.p.Add(lists.Problem{Pos: x.at, EntityID: x.e.ID, Field: field, Value: value, Err: err})
}

// remark keeps a text that no field takes.
func (x *party) remark(key, text string) {
	if text != "" && x.first("remark", key, text) {
		x.e.Remarks = append(x.e.Remarks, lists.Remark{Key: key, Text: text})
	}
}

// reference keeps the party's number on another list.
func (x *party) reference(list, id string) {
	if id != "" && x.first("reference", list, id) {
		x.e.References = append(x.e.References, lists.Reference{List: list, ID: id})
	}
}

// kind reads Individual, Entity or Ship.
func (x *party) kind(text string) {
	if text == "" || !x.first("kind", text) {
		return
	}
	k := lists.Unknown
	switch strings.ToLower(text) {
	case "individual":
		k = lists.Person
	case "entity":
		k = lists.Organization
	case "ship":
		k = lists.Vessel
	default:
		x.problem("Designation Type", text, ErrUnknownWord)
		x.remark("Designation Type", text)
		return
	}
	if x.e.Kind != lists.Unknown && x.e.Kind != k {
		x.problem("Designation Type", text, ErrContradiction)
		x.remark("Designation Type", text)
		return
	}
	x.e.Kind = k
}

// identify adds an identifier and reports one that fails the check of its type.
func (x *party) identify(id lists.Identifier, field string) {
	if id.Value == "" || !x.first("id", string(id.Type), id.Value, id.Note) {
		return
	}
	switch id.Type {
	case lists.IMOShip, lists.IMOCompany, lists.MMSI, lists.LEI:
		if _, err := id.Canonical(); err != nil {
			x.problem(field, id.Value, errors.Unwrap(err))
		}
	}
	x.e.Identifiers = append(x.e.Identifiers, id)
}

func (x *party) contact(t lists.ContactType, v string) {
	if v != "" && x.first("contact", string(t), v) {
		x.e.Contacts = append(x.e.Contacts, lists.Contact{Type: t, Value: v})
	}
}

func (x *party) title(v string) {
	if v != "" && x.first("title", v) {
		x.e.Titles = append(x.e.Titles, v)
	}
}

func (x *party) nationality(v string) {
	if v == "" || !x.first("nationality", v) {
		return
	}
	x.e.Countries = append(x.e.Countries, lists.Country{Text: v, Code: code(v), Role: lists.Nationality})
}

func (x *party) gender(v string) {
	switch strings.ToLower(v) {
	case "":
	case "male":
		x.e.Gender = lists.Male
	case "female":
		x.e.Gender = lists.Female
	default:
		if x.first("gender", v) {
			x.problem("Gender", v, ErrUnknownWord)
			x.remark("Gender", v)
		}
	}
}

// date reads a date of the party.
func (x *party) date(field, text string, role lists.DateRole) {
	if text == "" || !x.first("date", string(role), text) {
		return
	}
	d, err := day(text)
	if err != nil {
		x.problem(field, text, err)
	}
	d.Role = role
	x.e.Dates = append(x.e.Dates, d)
}

// day reads a date in which letters stand for what is not known: dd/mm/1968,
// dd/09/1958. Text is as printed.
func day(text string) (lists.Date, error) {
	plain := strings.NewReplacer("dd", "00", "mm", "00", "DD", "00", "MM", "00").Replace(text)
	d, err := lists.ParseDate(plain)
	d.Text = text
	return d, err
}

// birthPlace adds a place of birth.
func (x *party) birthPlace(town, country string) {
	text := prose.Join(", ", town, country)
	if text != "" && x.first("born", town, country) {
		x.e.Places = append(x.e.Places, lists.Place{Role: lists.BirthPlace, Text: text, Code: code(country)})
	}
}

// address adds an address. Its lines stand in Street: the list does not say
// which of them is the town.
func (x *party) address(lines []string, postcode, country string) {
	a := lists.Address{Street: prose.Join(", ", lines...), PostalCode: postcode, Country: country, Code: code(country)}
	if a == (lists.Address{}) || !x.first("address", a.Street, a.PostalCode, a.Country) {
		return
	}
	x.e.Addresses = append(x.e.Addresses, a)
}

// relation adds another party.
func (x *party) relation(role lists.RelationRole, label, text string, former bool) {
	if text != "" && x.first("relation", label, text) {
		x.e.Relations = append(x.e.Relations, lists.Relation{Role: role, Text: text, Label: label, Former: former})
	}
}

// code returns the ISO code of a country as the list names it, or nothing.
func code(text string) string {
	c, _ := lists.CountryCode(text)
	return c
}
