package eu

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// listing is what one row or member says of a ship.
type listing struct {
	at    lists.Position
	key   string // by which rows of one ship are known, where it has no IMO number
	id    string // likewise its ID
	names []lists.Name
	cell  string // the names as printed
	imo   string
	imoAt lists.Position
	annex string // tells measures of one ship apart
	m     lists.Measure
}

// ship adds a listing to the ship that it is of.
func (p *ships) ship(l listing) *lists.Entity {
	id := lists.Identifier{Type: lists.IMOShip, Value: l.imo}
	canonical, err := id.Canonical()
	none := noNumber(l.imo)
	switch {
	case none:
	case err == nil:
		l.key, l.id = "IMO "+canonical.Value, "IMO "+canonical.Value
	default:
		l.key, l.id = "IMO "+feed.Clip(l.imo)+l.key, "IMO "+feed.Clip(l.imo)
	}
	i, seen := p.find(l.key)
	if !seen {
		i = len(p.out.Entities)
		p.entities[l.key] = i
		p.out.Entities = append(p.out.Entities, lists.Entity{ID: l.id, Kind: lists.Vessel, Vessel: &lists.VesselDetails{}, Pos: l.at})
	}
	e := &p.out.Entities[i]
	if !seen {
		p.unique(e)
		switch {
		case none && l.imo != "":
			remark(e, "IMO number", "IMO number: "+l.imo)
		case !none:
			if err != nil {
				p.problem(e, l.imoAt, "IMO number", l.imo, err)
			}
			e.Identifiers = append(e.Identifiers, id)
		}
	} else if !none && e.Identifiers[0].Value != l.imo { // "09179842"
		e.Identifiers = append(e.Identifiers, id)
	}
	p.names(e, l, seen)
	p.listed(e, i, l)
	return e
}

// find returns the entity to which a listing belongs. One that holds more than
// any real one takes no more.
func (p *ships) find(key string) (index int, seen bool) {
	i, seen := p.entities[key]
	if seen {
		e := &p.out.Entities[i]
		seen = len(e.Names)+len(e.Remarks)+len(e.Identifiers)+len(e.Addresses)+len(e.Dates)+len(e.Countries)+len(e.Measures) < 1000
	}
	return i, seen
}

// names adds the names of a listing.
func (p *ships) names(e *lists.Entity, l listing, seen bool) {
	shared := false
	var fresh []lists.Name
next:
	for _, n := range l.names {
		for _, o := range recent(e.Names) {
			if strings.EqualFold(o.Text, n.Text) {
				shared = true
				if o.Text == n.Text {
					continue next
				}
			}
		}
		if seen && n.Type == lists.Primary {
			n.Type = lists.Alias
		}
		fresh = append(fresh, n)
	}
	e.Names = append(e.Names, fresh...)
	if seen && !shared && len(fresh) > 0 {
		p.problem(e, l.at, "name", l.cell, ErrOtherName)
	}
	if len(e.Names) == 0 {
		p.problem(e, l.at, "name", l.cell, ErrNoName)
	}
	if len(l.names) != 1 || l.names[0].Text != l.cell {
		p.remarkOnce(e, "name", l.cell)
	}
}

// remarkOnce keeps a text that the entity does not hold yet.
func (p *ships) remarkOnce(e *lists.Entity, key, text string) {
	for _, r := range recent(e.Remarks) {
		if r.Key == key && r.Text == text {
			return
		}
	}
	remark(e, key, text)
}

// listed adds the measure of a listing, or moves the dates of the one that the
// ship has of the same annex.
func (p *ships) listed(e *lists.Entity, i int, l listing) {
	key := fmt.Sprintf("%d %s", i, l.annex)
	at, ok := p.listings[key]
	if !ok {
		p.listings[key] = len(e.Measures)
		e.Measures = append(e.Measures, l.m)
		return
	}
	p.problem(e, l.at, "", l.cell, ErrRelisted)
	m := &e.Measures[at]
	if l.m.Basis != m.Basis || l.m.Text != m.Text || l.m.Ends.Text != m.Ends.Text {
		remark(e, "listed again", prose.Join("; ", l.m.Listed.Text, l.m.Basis, l.m.Text))
	}
	if m.Ends.Text != "" && l.m.Ends.Text == "" { // once ended, and designated again
		m.Ends, m.Kinds, m.Text = lists.Date{}, l.m.Kinds, l.m.Text
		p.ended--
	}
	first, last := m.Listed, l.m.Listed
	switch {
	case !last.Known():
		return
	case !first.Known():
		m.Listed = last
		return
	case last.From.Before(first.From):
		first, last = last, first
	}
	m.Listed = first
	if last.From != first.From && (!m.Amended.Known() || m.Amended.From.Before(last.From)) {
		m.Amended = last
	}
}

// noNumber reports whether a cell says that a ship has no number, or nothing.
func noNumber(s string) bool {
	return nothing(s) || strings.EqualFold(s, "does not exist") || strings.EqualFold(s, "no imo") || strings.EqualFold(s, "no imo number")
}
