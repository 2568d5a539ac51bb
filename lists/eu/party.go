package eu

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// shipReferences are the two ships of the file, whose subject type is
// "enterprise", the only one there is beside "person". Source: the entries
// themselves, listed under programme PRK on 12 December 2022.
var shipReferences = [...]string{"EU.9442.82", "EU.9443.81"} // Unica, New Konk

// record makes an entity of a record.
func (p *parser) record(rec *record) *lists.Entity {
	p.out.Entities = append(p.out.Entities, lists.Entity{Pos: rec.at})
	e := &p.out.Entities[len(p.out.Entities)-1]
	p.identity(e, rec)
	p.measure(e, rec)
	p.details(e, rec.details)
	return e
}

// details reads the details of an entity, and chooses its primary name anew.
func (p *parser) details(e *lists.Entity, details []detail) {
	if e.Kind == lists.Organization && describesShip(details) {
		e.Kind = lists.Vessel
	}
	if e.Kind == lists.Vessel && e.Vessel == nil {
		e.Vessel = &lists.VesselDetails{}
	}
	for i := range details {
		d := &details[i]
		id := d.take("logicalId")
		if lang := d.take("regulationLanguage"); lang != "" && !strings.EqualFold(lang, "en") {
			remark(e, "regulationLanguage", fmt.Sprintf("regulationLanguage: %s (%s %s)", lang, d.name, id))
		}
		switch d.name {
		case "nameAlias":
			p.name(e, d, id)
		case "citizenship":
			p.citizenship(e, d)
		case "birthdate":
			p.birth(e, d)
		case "address":
			p.address(e, d, id)
		case "identification":
			p.identification(e, d)
		}
		p.rest(e, d)
	}
	primary(e)
	if len(e.Names) == 0 {
		p.problem(e, e.Pos, "nameAlias", "", ErrNoName)
	}
	actsOf(e, details)
}

// identity reads what a record is and by which numbers it goes.
func (p *parser) identity(e *lists.Entity, rec *record) {
	d := &rec.entity
	reference, id, un := d.take("euReferenceNumber"), d.take("logicalId"), d.take("unitedNationId")
	switch {
	case reference != "":
		e.ID = reference
	case id != "":
		e.ID = "logicalId " + id
	default:
		e.ID = fmt.Sprintf("line %d", e.Pos.Line)
	}
	if reference == "" {
		p.problem(e, e.Pos, "euReferenceNumber", "", ErrNoID)
	}
	p.unique(e)
	for _, r := range [...]lists.Reference{{List: "EU", ID: reference}, {List: "EU logicalId", ID: id}, {List: "UN", ID: un}} {
		if r.ID != "" {
			e.References = append(e.References, r)
		}
	}
	code, class := rec.subject.take("code"), rec.subject.take("classificationCode")
	for _, word := range [...]string{code, class} {
		switch strings.ToLower(word) {
		case "person", "p":
			e.Kind = lists.Person
		case "enterprise", "e":
			e.Kind = lists.Organization
		case "":
			continue
		default:
			remark(e, "subjectType", "subjectType: "+word)
			p.once(e, e.Pos, "subjectType", word, ErrUnknownWord)
		}
	}
	if e.Kind == lists.Unknown && code+class == "" {
		p.problem(e, e.Pos, "subjectType", "", ErrUnknownWord)
	}
	for _, r := range shipReferences {
		if reference == r {
			e.Kind = lists.Vessel
		}
	}
	p.rest(e, &rec.subject)
}

// describesShip reports whether the remark on a name is the word for a ship and
// no more.
func describesShip(details []detail) bool {
	for i := range details {
		if details[i].name != "nameAlias" {
			continue
		}
		for _, r := range details[i].remarks {
			switch strings.ToLower(strings.Trim(r, " ().")) {
			case "vessel", "ship", "tanker", "oil tanker", "cargo vessel", "cargo ship", "type of entity: vessel":
				return true
			}
		}
	}
	return false
}

// measure reads the listing. The file holds asset freezes and nothing else: it
// is made for Articles that freeze funds and economic resources.
func (p *parser) measure(e *lists.Entity, rec *record) {
	d := &rec.entity
	a := &d.act
	m := lists.Measure{Authority: authority, Programme: a.programme, Basis: a.number, Kinds: []lists.MeasureKind{lists.AssetFreeze}}
	m.Listed = p.date(e, d, "designationDate", d.take("designationDate"))
	m.Ends = p.date(e, d, "delistingDate", d.take("delistingDate"))
	inForce := p.date(e, d, "entryIntoForceDate", a.inForce)
	if a.kind == "amendment" || a.kind == "corrigendum" {
		m.Amended = inForce
	} else {
		m.Effective = inForce
	}
	e.Measures = append(e.Measures, m)
	what := prose.Join("; ", a.kind, a.organisation, prose.Label("published ", a.published), prose.Label("in force ", a.inForce), prose.Label("logicalId ", a.id), a.url)
	remark(e, "regulation", what)
	for _, r := range d.remarks {
		if !nothing(r) {
			remark(e, "remark", r)
			p.mentions(e, d.at, "remark", r)
		}
	}
	remark(e, "designationDetails", d.take("designationDetails"))
	for _, c := range d.contacts {
		remark(e, "contactInfo", c[0]+": "+c[1])
	}
	p.rest(e, d)
}

// date reads a date of a measure or document. One that is none is kept as a
// remark as well.
func (p *parser) date(e *lists.Entity, d *detail, field, text string) lists.Date {
	out := p.day(e, d, field, text)
	if text != "" && !out.Known() {
		remark(e, field, field+": "+text)
	}
	return out
}

// day reads a date, with the time zone that XML Schema allows.
func (p *parser) day(e *lists.Entity, d *detail, field, text string) lists.Date {
	if text == "" {
		return lists.Date{}
	}
	plain := text
	if len(text) > 10 && text[4] == '-' && text[7] == '-' && (text[10] == 'Z' || text[10] == '+' || text[10] == '-' || text[10] == 'T') {
		plain = text[:10]
	}
	out, err := lists.ParseDate(plain)
	out.Text = text
	if err != nil {
		p.problem(e, d.at, field, text, err)
	}
	return out
}

// recent returns the last few of a list. Duplicates are looked for among them, so
// that no file makes the search long; no real record has so many of anything.
func recent[T any](list []T) []T { return list[max(0, len(list)-200):] }

// nothing reports whether a text says that there is no value.
func nothing(text string) bool {
	switch strings.ToLower(strings.Trim(text, "()")) {
	case "", "-", "na", "n/a", "none", "unknown", "not available", "not applicable":
		return true
	}
	return false
}

// actsOf keeps in which acts the details of an entity stand: one remark an act.
func actsOf(e *lists.Entity, details []detail) {
	var acts []act
	var of [][]string
next: // of each detail
	for i := range details {
		d := &details[i]
		id := ""
		for _, v := range d.values {
			if v.name == "logicalId" {
				id = v.text
			}
		}
		what := prose.Join(" ", d.name, id)
		for j := max(0, len(acts)-200); j < len(acts); j++ {
			if acts[j] == d.act {
				of[j] = append(of[j], what)
				continue next
			}
		}
		acts, of = append(acts, d.act), append(of, []string{what})
	}
	for i, a := range acts {
		remark(e, "regulationSummary", prose.Join("; ", a.number, a.kind, a.organisation, prose.Label("published ", a.published), prose.Label("in force ", a.inForce),
			a.programme, a.url, strings.Join(of[i], ", ")))
	}
}
