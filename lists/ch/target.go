package ch

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// target makes an entity of one target.
func (p *parser) target(n *feed.Node) {
	at := len(p.out.Entities)
	p.out.Entities = append(p.out.Entities, lists.Entity{Pos: p.in.Pos(n.At)})
	e := &p.out.Entities[at]
	p.identify(e, n, at)
	body := p.kindOf(e, n)
	for k := range n.Kids("foreign-identifier") {
		if id := text(k); id != "" {
			e.References = append(e.References, lists.Reference{List: "UN", ID: id})
		}
	}
	if body != nil {
		p.body(e, body, at)
	}
	p.measures(e, n, at)
	for k := range n.Kids("generic-attribute") {
		remark(e, "generic-attribute", "generic-attribute: "+prose.Join(": ", attr(k, "name"), attr(k, "attribute-name"), text(k)))
	}
	p.rest(e, n)
	if len(e.Names) == 0 {
		p.problem(e, n.At, "name", "", ErrNoName)
	}
}

// identify gives an entity its ID.
func (p *parser) identify(e *lists.Entity, n *feed.Node, at int) {
	e.ID = attr(n, "ssid")
	if e.ID == "" {
		e.ID = fmt.Sprintf("line %d:%d", n.At.Line, n.At.Column)
		p.problem(e, n.At, "ssid", "", ErrNoID)
	}
	if p.ids[e.ID] == 0 {
		p.ids[e.ID] = at + 1
		return
	}
	p.problem(e, n.At, "ssid", e.ID, ErrDuplicate)
	e.ID = fmt.Sprintf("%s (%d:%d)", e.ID, n.At.Line, n.At.Column)
	for p.ids[e.ID] != 0 {
		e.ID += "'"
	}
	p.ids[e.ID] = at + 1
}

// kindOf returns the element that says what a target is.
func (p *parser) kindOf(e *lists.Entity, n *feed.Node) *feed.Node {
	if k := n.Kid("individual"); k != nil {
		e.Kind = lists.Person
		switch sex := attr(k, "sex"); sex {
		case "male":
			e.Gender = lists.Male
		case "female":
			e.Gender = lists.Female
		case "":
		default:
			remark(e, "sex", "sex: "+sex)
			p.once(e, k.At, "sex", sex, ErrUnknownWord)
		}
		return k
	}
	if k := n.Kid("entity"); k != nil {
		e.Kind = lists.Organization
		return k
	}
	if k := n.Kid("object"); k != nil {
		switch kind := attr(k, "object-type"); kind {
		case "vessel":
			e.Kind, e.Vessel = lists.Vessel, &lists.VesselDetails{}
		case "aircraft":
			e.Kind, e.Aircraft = lists.Aircraft, &lists.AircraftDetails{}
		default:
			remark(e, "object-type", "object-type: "+kind)
			p.once(e, k.At, "object-type", kind, ErrUnknownWord)
		}
		return k
	}
	p.problem(e, n.At, "", "", ErrNoKind)
	return nil
}

// body reads what an individual, an entity or an object says.
func (p *parser) body(e *lists.Entity, n *feed.Node, at int) {
	for k := range n.Kids("identity") {
		p.identity(e, k, at)
	}
	for k := range n.Kids("other-information") {
		p.information(e, k)
	}
	for k := range n.Kids("justification") {
		if t := text(k); t != "" {
			remark(e, "justification", t)
			p.mentions(e, k.At, "justification", t)
		}
	}
	for k := range n.Kids("relation") {
		r := lists.Relation{Role: lists.OtherRelation, Text: attr(k, "target-id"), Label: attr(k, "relation-type")}
		if own := text(k); own != "" {
			remark(e, "relation", prose.Join(": ", r.Text, own))
		}
		for _, name := range [...]string{"remark", "remarks"} {
			for x := range k.Kids(name) {
				remark(e, "relation", prose.Join(": ", r.Text, text(x)))
			}
		}
		if r.Label != "related-to" {
			p.once(e, k.At, "relation-type", r.Label, ErrUnknownWord)
		}
		if r.Text == "" {
			p.problem(e, k.At, "relation", "", ErrNoTarget)
			continue
		}
		p.pending = append(p.pending, pending{pendingRelation, at, len(e.Relations), r.Text, k.At})
		e.Relations = append(e.Relations, r)
	}
}

// modification is a change to a target.
type modification struct {
	kind                         string
	enacted, published, effected lists.Date
	order                        int // in the file, the newest as a rule first
}

// when returns the day by which changes are compared.
func (m *modification) when() lists.Date {
	for _, d := range [...]lists.Date{m.effected, m.published, m.enacted} {
		if d.Known() {
			return d
		}
	}
	return lists.Date{}
}

// after reports whether m is later than o; one without a date is the earliest,
// and of two on the same day the one that stands first is the later.
func (m *modification) after(o *modification) bool {
	a, b := m.when(), o.when()
	switch {
	case !a.Known() && !b.Known(), a.From == b.From:
		return m.order < o.order
	case !a.Known() || !b.Known():
		return !b.Known()
	}
	return b.From.Before(a.From)
}

// latest returns the latest modification of the kinds, or nil.
func latest(all []modification, kinds ...string) *modification {
	var out *modification
	for i := range all {
		for _, k := range kinds {
			if all[i].kind == k && (out == nil || all[i].after(out)) {
				out = &all[i]
			}
		}
	}
	return out
}

// measures makes a Measure of each sanctions set of a target, with the dates of
// its modifications. The target is de-listed where the latest of them is.
func (p *parser) measures(e *lists.Entity, n *feed.Node, at int) {
	var all []modification
	for k := range n.Kids("modification") {
		m := modification{kind: attr(k, "modification-type"), order: len(all)}
		m.enacted = p.date(e, k, "enactment-date")
		m.published = p.date(e, k, "publication-date")
		m.effected = p.date(e, k, "effective-date")
		switch m.kind {
		case "listed", "amended", "de-listed":
		default:
			p.once(e, k.At, "modification-type", m.kind, ErrUnknownWord)
		}
		notes := []string{m.kind, prose.Label("enacted ", m.enacted.Text), prose.Label("published ", m.published.Text), prose.Label("effective ", m.effected.Text)}
		for _, name := range [...]string{"remark", "remarks"} {
			for r := range k.Kids(name) {
				notes = append(notes, text(r))
			}
		}
		remark(e, "modification", prose.Join("; ", notes...))
		// What was added and removed is copies of earlier states.
		for _, name := range [...]string{"added", "removed"} {
			for x := range k.Kids(name) {
				x.TakeAll()
			}
		}
		if len(all) < 10000 {
			all = append(all, m)
		}
	}
	m := lists.Measure{Authority: authority}
	if l := latest(all, "listed"); l != nil {
		m.Listed, m.Effective = l.enacted, l.effected
		if !m.Listed.Known() {
			m.Listed = l.when()
		}
	}
	if l := latest(all, "amended"); l != nil {
		m.Amended = l.when()
	}
	if l := latest(all, "listed", "de-listed"); l != nil && l.kind == "de-listed" {
		m.Ends = l.when()
		if m.Ends.Text == "" {
			m.Ends.Text, m.Text = "de-listed", "de-listed"
		}
		p.ended++
	}
	sets := 0
	for k := range n.Kids("sanctions-set-id") {
		id := text(k)
		if id == "" {
			continue
		}
		sets++
		p.pending = append(p.pending, pending{pendingSet, at, len(e.Measures), id, k.At})
		e.Measures = append(e.Measures, m)
	}
	if sets == 0 {
		p.problem(e, n.At, "sanctions-set-id", "", ErrNoSet)
		e.Measures = append(e.Measures, m)
	}
}

// date reads an attribute that is a date.
func (p *parser) date(e *lists.Entity, n *feed.Node, name string) lists.Date {
	return p.day(e, n.At, name, attr(n, name))
}

func (p *parser) day(e *lists.Entity, at feed.Place, field, text string) lists.Date {
	if text == "" {
		return lists.Date{}
	}
	plain := text
	if len(text) > 10 && strings.IndexByte("+-ZT", text[10]) >= 0 {
		plain = text[:10]
	}
	d, err := lists.ParseDate(plain)
	d.Text = text
	if err != nil {
		p.problem(e, at, field, text, err)
	}
	return d
}
