package eu

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// journalColumns are the columns of the transcripts of annexes.
var journalColumns = []string{"celex", "amendedcelex", "amendmentcelex", "recordid", "programkey", "annex", "measure", "startdate", "reason", "schema",
	"name", "alias", "weakalias", "previousname", "country", "nationality", "jurisdiction", "birthdate", "birthplace", "position", "passportnumber",
	"gender", "appearance", "ethnicity", "fathername", "mothername", "incorporationdate", "legalform", "sector", "registrationnumber", "taxnumber",
	"idnumber", "inncode", "ogrncode", "kppcode", "okpocode", "leicode", "swiftbic", "ticker", "imonumber", "mmsi", "flag", "address", "phone",
	"email", "website", "notes"}

// journalIDs are the columns of numbers.
var journalIDs = [...]struct {
	column string
	is     lists.IDType
	label  string
}{
	{"passportnumber", lists.Passport, ""}, {"registrationnumber", lists.RegistrationNumber, ""}, {"taxnumber", lists.TaxID, ""},
	{"idnumber", lists.NationalID, ""}, {"inncode", lists.TaxID, "INN"}, {"ogrncode", lists.RegistrationNumber, "OGRN"},
	{"kppcode", lists.RegistrationNumber, "KPP"}, {"okpocode", lists.RegistrationNumber, "OKPO"}, {"leicode", lists.LEI, ""},
	{"swiftbic", lists.SWIFT, ""}, {"ticker", lists.Security, ""}, {"mmsi", lists.MMSI, ""},
}

// journal reads a row of a transcript: a party in an annex, with one measure.
// Cells but the name may hold several values with ";" between them.
func (p *ships) journal(row cellsOf) {
	get := func(column string) string { text, _ := p.cell(row, column); return text }
	celex, number := get("celex"), get("recordid")
	if celex == "" {
		celex = get("amendedcelex")
	}
	annexNumber, measure := get("annex"), get("measure")
	l := listing{at: row.pos(0), cell: get("name"), annex: prose.Join(" ", celex, annexNumber, measure)}
	l.id = prose.Join(" ", celex, annexNumber, number)
	if l.id == "" {
		l.id = fmt.Sprintf("line %d", row.line)
	}
	l.key = l.id + " " + l.cell
	l.imo, l.imoAt = p.cell(row, "imonumber")
	l.m = lists.Measure{Authority: authority, Programme: get("programkey"), Basis: prose.Join(" ", celex, prose.Label("Annex ", annexNumber)), Text: prose.Join("; ", measure, get("reason"))}
	if a := get("amendmentcelex"); a != "" {
		l.m.Basis += ", amended by " + a
	}
	known := true
	if a := annexOf(celex, annexNumber); a != nil {
		l.m.Kinds = a.kinds
		l.m.Basis = prose.Join("; ", a.basis, l.m.Basis)
	} else if l.m.Kinds = kindsOf(measure); l.m.Kinds == nil {
		known = false
	}
	start, startAt := p.cell(row, "startdate")
	var err error
	if start != "" {
		l.m.Listed, err = sheetDate(start)
	}
	schema := get("schema")
	var e *lists.Entity
	if strings.EqualFold(schema, "Vessel") {
		bare := lists.Alias
		if celex == "32017R1509" {
			bare = lists.Former
		}
		l.names = shipNames(l.cell, bare)
		e = p.ship(l)
	} else {
		e = p.party(l, schema)
	}
	if err != nil {
		p.problem(e, startAt, "startDate", start, err)
		p.remarkOnce(e, "startDate", "startDate: "+start)
	}
	if !known {
		_, at := p.cell(row, "measure")
		p.once(e, at, "measure", measure, ErrUnknownWord)
	}
	if number != "" {
		p.remarkOnce(e, "recordId", "recordId: "+prose.Join(" ", celex, annexNumber, number))
	}
	p.facts(e, row, get)
	p.others(e, row, journalColumns)
}

// party adds a listing to the person or firm that it is of.
func (p *ships) party(l listing, schema string) *lists.Entity {
	i, seen := p.find(l.key)
	if !seen {
		i = len(p.out.Entities)
		p.entities[l.key] = i
		p.out.Entities = append(p.out.Entities, lists.Entity{ID: l.id, Pos: l.at})
	}
	e := &p.out.Entities[i]
	if !seen {
		switch strings.ToLower(schema) {
		case "person", "p":
			e.Kind = lists.Person
		case "legalentity", "organization", "company", "publicbody", "e":
			e.Kind = lists.Organization
		case "airplane", "aircraft":
			e.Kind = lists.Aircraft
		default: // "Asset" among them
			remark(e, "schema", "schema: "+schema)
			if !strings.EqualFold(schema, "asset") {
				p.once(e, l.at, "schema", schema, ErrUnknownWord)
			}
		}
		p.unique(e)
		if l.cell != "" {
			l.names = append([]lists.Name{{Text: l.cell, Type: lists.Primary}}, variants(l.cell)...)
		}
		if !noNumber(l.imo) {
			t := lists.IMOCompany
			if e.Kind != lists.Organization {
				t = lists.OtherID
			}
			p.identifier(e, l.imoAt, "IMO number", lists.Identifier{Type: t, Value: l.imo, Label: "IMO number"})
		}
		p.names(e, l, seen)
		if s := prose.Script(l.cell); s != "Latn" && len(e.Names) > 0 {
			e.Names[0].Script = s
		}
	}
	p.mentions(e, l.at, "reason", l.m.Text)
	p.listed(e, i, l)
	return e
}

// facts reads the columns on a party itself. A second row of it repeats them:
// what the entity holds already is not added again.
func (p *ships) facts(e *lists.Entity, row cellsOf, get func(string) string) {
	each := func(column string, do func(text string)) {
		for _, v := range cellValues(get(column)) {
			do(v)
		}
	}
	for _, n := range [...]struct {
		column string
		is     lists.NameType
	}{{"alias", lists.Alias}, {"weakalias", lists.WeakAlias}, {"previousname", lists.Former}} {
		each(n.column, func(text string) {
			for _, o := range recent(e.Names) {
				if o.Text == text && (o.Type == n.is || o.Type == lists.Primary) {
					return
				}
			}
			name := lists.Name{Text: text, Type: n.is, Label: n.column}
			if s := prose.Script(text); s != "Latn" {
				name.Script = s
			}
			e.Names = append(e.Names, name)
		})
	}
	for _, id := range journalIDs {
		_, at := p.cell(row, id.column)
		each(id.column, func(text string) {
			for i := range e.Identifiers {
				if e.Identifiers[i].Type == id.is && e.Identifiers[i].Value == text {
					return
				}
			}
			x := lists.Identifier{Type: id.is, Value: text, Label: id.label}
			if id.column == "idnumber" && e.Kind != lists.Person {
				x.Type = lists.OtherID
			}
			p.identifier(e, at, id.column, x)
		})
	}
	for _, c := range [...]struct {
		column string
		role   lists.CountryRole
	}{{"country", lists.OtherCountry}, {"nationality", lists.Nationality}, {"jurisdiction", lists.Registration}, {"flag", lists.Flag}} {
		each(c.column, func(text string) {
			code, _ := lists.CountryCode(text)
			x := lists.Country{Text: text, Code: code, Role: c.role}
			to := &e.Countries
			if c.role == lists.Flag {
				to = &e.Flags
			}
			for _, o := range *to {
				if o == x {
					return
				}
			}
			*to = append(*to, x)
		})
	}
	for _, d := range [...]struct {
		column string
		role   lists.DateRole
	}{{"birthdate", lists.Birth}, {"incorporationdate", lists.Established}} {
		_, at := p.cell(row, d.column)
		each(d.column, func(text string) {
			date, err := sheetDate(text)
			date.Role = d.role
			for _, o := range e.Dates {
				if o == date {
					return
				}
			}
			if err != nil {
				p.problem(e, at, d.column, text, err)
			}
			e.Dates = append(e.Dates, date)
		})
	}
	each("birthplace", func(text string) {
		code, _ := lists.CountryCode(text[strings.LastIndexByte(text, ',')+1:])
		x := lists.Place{Role: lists.BirthPlace, Text: text, Code: code}
		for _, o := range e.Places {
			if o == x {
				return
			}
		}
		e.Places = append(e.Places, x)
	})
	each("address", func(text string) {
		for _, o := range e.Addresses {
			if o.Text == text {
				return
			}
		}
		e.Addresses = append(e.Addresses, lists.Address{Text: text})
	})
	each("position", func(text string) {
		if !slices.Contains(recent(e.Titles), text) {
			e.Titles = append(e.Titles, text)
		}
	})
	for _, c := range [...]struct {
		column string
		is     lists.ContactType
	}{{"phone", lists.Telephone}, {"email", lists.Email}, {"website", lists.Website}} {
		each(c.column, func(text string) {
			x := lists.Contact{Type: c.is, Value: text}
			for _, o := range e.Contacts {
				if o == x {
					return
				}
			}
			e.Contacts = append(e.Contacts, x)
		})
	}
	switch g := strings.ToLower(get("gender")); g {
	case "male", "m":
		e.Gender = lists.Male
	case "female", "f":
		e.Gender = lists.Female
	case "":
	default:
		p.remarkOnce(e, "gender", "gender: "+g)
	}
	for _, column := range [...]string{"appearance", "ethnicity", "fathername", "mothername", "legalform", "sector"} {
		if text := get(column); text != "" {
			p.remarkOnce(e, column, column+": "+text)
		}
	}
	if text, at := p.cell(row, "notes"); text != "" {
		p.remarkOnce(e, "notes", text)
		p.mentions(e, at, "notes", text)
	}
}

// maxValues bounds the values of one cell.
const maxValues = 500

// cellValues divides a cell of several values, which is a row of CSV of its own
// with ";" between the cells. A cell that is none is one value.
func cellValues(cell string) []string {
	if cell == "" {
		return nil
	}
	if !strings.ContainsAny(cell, ";\"") {
		return []string{cell}
	}
	r := csv.NewReader(strings.NewReader(cell))
	r.Comma, r.LazyQuotes, r.TrimLeadingSpace = ';', true, true
	row, err := r.Read()
	if err != nil || len(row) > maxValues {
		return []string{cell}
	}
	var out []string
	for _, v := range row {
		if v = clean(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}
