package csl

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// parser makes a list of records.
type parser struct {
	feed.Problems
	file    string
	out     *lists.List
	ids     map[string]int  // entities by ID
	sources map[string]bool // unknown sources, reported once each
	types   map[string]bool // unknown types of entries
	columns map[string]bool // unknown keys
}

func newParser(name string) *parser {
	return &parser{file: name, out: &lists.List{}, ids: map[string]int{}, sources: map[string]bool{}, types: map[string]bool{},
		columns: map[string]bool{}}
}

// finish closes the list.
func (p *parser) finish(sum lists.Digest) (*lists.List, error) {
	if len(p.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: p.file}, ErrEmpty)
	}
	p.out.Source = lists.Source{Name: "US Consolidated Screening List", Publisher: "US Department of Commerce, International Trade Administration",
		SHA256: sum, Entities: len(p.out.Entities), Files: []string{p.file}}
	p.out.Problems = p.Sorted()
	return p.out, nil
}

// builder makes an entity of one record.
type builder struct {
	p    *parser
	r    *record
	e    *lists.Entity
	from *sourceList
}

// entity makes an entity of a record.
func (p *parser) entity(r *record) {
	p.out.Entities = append(p.out.Entities, lists.Entity{Pos: r.at})
	b := &builder{p: p, r: r, e: &p.out.Entities[len(p.out.Entities)-1], from: listOf(r.text[colSource])}
	b.identity()
	b.kind()
	b.names()
	b.person()
	b.measures()
	b.vessel()
	b.e.Addresses = r.addresses
	for i := range r.ids {
		b.entry(&r.ids[i])
	}
	b.links()
	if t := r.text[colTitle]; t != "" {
		b.e.Titles = append(b.e.Titles, t)
	}
	for _, c := range [...]column{colRemarks, colOrder, colListURL, colURL} {
		if t := r.text[c]; t != "" {
			b.remark(columnNames[c], t)
		}
	}
	b.e.Remarks = append(b.e.Remarks, r.rest...)
}

// identity gives the entity its ID: the code of the list and the number. The
// numbers of the Treasury are those of OFAC's own files, the others are hashes
// of the row and change with its text.
func (b *builder) identity() {
	e, r := b.e, b.r
	code := ""
	if b.from != nil {
		code = b.from.code
	} else {
		code = feed.Clip(r.text[colSource])
		if !b.p.sources[code] && len(b.p.sources) < 100 {
			b.p.sources[code] = true
			b.problem(colSource, r.text[colSource], ErrUnknownSource)
		}
	}
	number := r.text[colNumber]
	if number == "" {
		number = r.text[colID]
	} else {
		list := "OFAC"
		if code != "" {
			list += " " + code
		}
		e.References = append(e.References, lists.Reference{List: list, ID: number})
		if id := r.text[colID]; id != "" && id != number {
			b.remark(columnNames[colID], id)
		}
	}
	if number == "" {
		number = fmt.Sprintf("line %d", r.at.Line)
	}
	e.ID = strings.Trim(code+"-"+number, "-")
	if r.text[colNumber] == "" && r.text[colID] == "" {
		b.problem(colID, "", ErrNoID)
	}
	if b.p.ids[e.ID]++; b.p.ids[e.ID] > 1 {
		b.problem(colID, number, ErrDuplicate)
		id := e.ID
		for e.ID = fmt.Sprintf("%s (%d)", id, b.p.ids[id]); b.p.ids[e.ID] > 0; e.ID = fmt.Sprintf("%s (%d)", id, b.p.ids[id]) {
			b.p.ids[id]++
		}
		b.p.ids[e.ID]++
	}
}

// firmWords are words of firms' names and of no person's.
var firmWords = map[string]bool{
	"ltd": true, "limited": true, "inc": true, "co": true, "company": true, "corp": true, "corporation": true, "llc": true, "gmbh": true, "ag": true,
	"jsc": true, "ojsc": true, "pjsc": true, "ooo": true, "oao": true, "zao": true, "fze": true, "fzco": true, "fzc": true, "fz": true, "sdn": true,
	"bhd": true, "plc": true, "bv": true, "sarl": true, "srl": true, "spa": true, "pte": true, "pvt": true, "pty": true, "est": true,
	"institute": true, "university": true, "academy": true, "laboratory": true, "laboratories": true, "center": true, "centre": true, "plant": true,
	"factory": true, "industries": true, "industry": true, "technologies": true, "technology": true, "trading": true, "group": true, "enterprise": true,
	"enterprises": true, "international": true, "electronics": true, "services": true, "systems": true, "bureau": true, "ministry": true,
	"organization": true, "holding": true, "holdings": true, "shipping": true, "aviation": true, "airlines": true, "bank": true, "association": true,
}

// kind reads the type. Rows of the Commerce and State Departments have none:
// the words of the name, or the list, tell a firm, and the rest is Unknown,
// which a screening compares with every kind.
func (b *builder) kind() {
	switch t := b.r.text[colType]; strings.ToLower(t) {
	case "individual":
		b.e.Kind = lists.Person
	case "entity":
		b.e.Kind = lists.Organization
	case "vessel":
		b.e.Kind = lists.Vessel
	case "aircraft":
		b.e.Kind = lists.Aircraft
	case "":
		if b.from != nil && b.from.firms {
			b.e.Kind = lists.Organization
			return
		}
		for word := range strings.FieldsFuncSeq(strings.ToLower(b.r.text[colName]), func(r rune) bool { return r < 'a' || r > 'z' }) {
			if firmWords[word] {
				b.e.Kind = lists.Organization
				return
			}
		}
	default:
		b.problem(colType, t, ErrUnknownWord)
		b.remark(columnNames[colType], t)
	}
}

// names reads the name and the aliases. The table has neither weak aliases nor
// former names marked. Two names of debarred firms hold aliases in brackets.
func (b *builder) names() {
	name := b.r.text[colName]
	if name == "" {
		b.problem(colName, "", ErrNoName)
	} else {
		b.name(lists.Name{Text: name, Type: lists.Primary})
	}
	if i := strings.Index(name, "(a.k.a. "); i > 0 && strings.HasSuffix(name, ")") {
		b.name(lists.Name{Text: strings.TrimSpace(name[:i]), Type: lists.Alias})
		for alias := range strings.SplitSeq(name[i+len("(a.k.a. "):len(name)-1], ";") {
			if alias = strings.TrimSpace(alias); alias != "" {
				b.name(lists.Name{Text: alias, Type: lists.Alias, Label: "a.k.a."})
			}
		}
	}
	for i, alias := range b.r.list[colAlt] {
		if b.r.text[colNumber] == "" && i > 0 { // "A; B; and C" in rows of the Commerce Department
			if rest, ok := strings.CutPrefix(alias, "and "); ok && rest != "" {
				alias = rest
			}
		}
		b.name(lists.Name{Text: alias, Type: lists.Alias})
	}
}

// name adds a name; those of persons are divided at the first comma.
func (b *builder) name(n lists.Name) {
	if b.e.Kind == lists.Person {
		surname, given, ok := strings.Cut(n.Text, ",")
		surname, given = strings.TrimSpace(surname), strings.TrimSpace(given)
		if ok && surname != "" && given != "" {
			n.Parts = []lists.Part{{Role: lists.Surname, Text: surname}, {Role: lists.Given, Text: given}}
		}
	}
	b.e.Names = append(b.e.Names, n)
}

// person reads birth and states.
func (b *builder) person() {
	for _, t := range b.r.list[colBirth] {
		d := b.date(colBirth, t, lists.Birth)
		b.e.Dates = append(b.e.Dates, d)
	}
	for _, t := range b.r.list[colBirthPlaces] {
		code := ""
		if i := strings.LastIndex(t, ", "); i >= 0 {
			code, _ = lists.CountryCode(t[i+2:])
		}
		if code == "" {
			code, _ = lists.CountryCode(t)
		}
		b.e.Places = append(b.e.Places, lists.Place{Role: lists.BirthPlace, Text: t, Code: code})
	}
	for _, t := range b.r.list[colNationalities] {
		b.e.Countries = append(b.e.Countries, country(t, lists.Nationality))
	}
	for _, t := range b.r.list[colCitizenships] {
		b.e.Countries = append(b.e.Countries, country(t, lists.Citizenship))
	}
	if t := b.r.text[colCountry]; t != "" {
		b.e.Countries = append(b.e.Countries, country(t, lists.OtherCountry))
	}
}

func country(text string, role lists.CountryRole) lists.Country {
	code, _ := lists.CountryCode(text)
	return lists.Country{Text: text, Code: code, Role: role}
}

// date reads a date; one that cannot be read keeps its text, and without a role,
// where it is no date of the party, in a remark.
func (b *builder) date(c column, text string, role lists.DateRole) lists.Date {
	if text == "" {
		return lists.Date{}
	}
	d, err := lists.ParseDate(text)
	if err != nil {
		b.problem(c, text, err)
		if role == "" {
			b.remark(columnNames[c], text)
		}
	}
	d.Role = role
	return d
}

// vessel reads the columns of ships. gross_tonnage is the column that OFAC calls
// Tonnage, the deadweight of most ships.
func (b *builder) vessel() {
	r := b.r
	if t := r.text[colCallSign]; t != "" {
		b.identify(lists.Identifier{Type: lists.CallSign, Value: t, Label: columnNames[colCallSign]}, colCallSign)
	}
	if t := r.text[colFlag]; t != "" {
		b.e.Flags = append(b.e.Flags, country(t, lists.Flag))
	}
	v := lists.VesselDetails{Type: r.text[colVesselType], Owner: r.text[colOwner],
		Tonnage: lists.ParseQuantity(r.text[colTonnage]), GrossTonnage: lists.ParseQuantity(r.text[colGRT])}
	if v.Type != "" || v.Owner != "" || v.Tonnage.Text != "" || v.GrossTonnage.Text != "" {
		b.e.Vessel = &v
	}
}

// maxRemarks bounds the bytes of remarks that links are looked for in. The
// longest remarks of a whole file have 689.
const maxRemarks = 16 << 10

// links reads "(Linked To: A; Linked To: B)" in the remarks.
func (b *builder) links() {
	rest := b.r.text[colRemarks]
	for len(rest) <= maxRemarks {
		_, after, ok := strings.Cut(rest, "Linked To: ")
		if !ok {
			return
		}
		end := strings.Index(after, "; Linked To: ")
		if end < 0 {
			end = prose.Closing(after)
		}
		if text := strings.TrimSpace(after[:end]); text != "" {
			b.e.Relations = append(b.e.Relations, lists.Relation{Role: lists.LinkedTo, Text: text, Label: "Linked To"})
		}
		rest = after[end:]
	}
}

// identify adds an identifier and reports one that fails the check of its type.
func (b *builder) identify(id lists.Identifier, c column) {
	switch id.Type {
	case lists.IMOShip, lists.IMOCompany, lists.MMSI, lists.CallSign:
		if _, err := id.Canonical(); err != nil {
			b.problem(c, id.Value, errors.Unwrap(err))
		}
	}
	b.e.Identifiers = append(b.e.Identifiers, id)
}

func (b *builder) remark(key, text string) {
	b.e.Remarks = append(b.e.Remarks, lists.Remark{Key: key, Text: text})
}

func (b *builder) problem(c column, value string, err error) {
	at := b.r.pos[c]
	if at.Line == 0 {
		at = b.r.at
	}
	b.p.Add(lists.Problem{Pos: at, EntityID: b.e.ID, Field: columnNames[c], Value: value, Err: err})
}
