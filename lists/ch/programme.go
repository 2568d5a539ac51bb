package ch

import (
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// set is a sanctions set: a part of a programme that a target can be in, as a
// rule an annex to an ordinance.
type set struct {
	programme string // the English key: "Belarus"
	basis     string // the English name: the ordinance with its number in the law
	text      string // "annex 13"
	origin    string // "UN", "EU"
}

// programme reads one sanctions-program. Its texts stand in four languages, of
// which the English one is kept, or where there is none the first.
func (p *parser) programme(n *feed.Node) {
	s := set{programme: english(n, "program-key"), basis: english(n, "program-name"), origin: textOf(n, "origin")}
	for k := range n.Kids("sanctions-set") {
		id := attr(k, "ssid")
		_, seen := p.sets[id]
		if attr(k, "lang") == "eng" || !seen {
			s.text = text(k)
			p.sets[id] = s
		}
	}
}

// english returns the English text among elements of one name.
func english(n *feed.Node, name string) string {
	out := ""
	for k := range n.Kids(name) {
		if lang := attr(k, "lang"); lang == "eng" || out == "" {
			out = text(k)
		}
	}
	return out
}

// kindWords tell what a set forbids by words in its text or its programme's name.
// From general knowledge of the ordinances under the Embargo Act (SR 946.231), to be
// checked against their wording.
var kindWords = [...]struct {
	words string
	is    lists.MeasureKind
}{
	{"financial sanctions", lists.AssetFreeze}, {"freezing of assets", lists.AssetFreeze}, {"asset freeze", lists.AssetFreeze},
	{"travel ban", lists.TravelBan}, {"entry and transit", lists.TravelBan},
	{"port", lists.PortBan}, {"vessel services", lists.ServicesBan}, {"arms embargo", lists.ArmsEmbargo},
}

// kinds returns the kinds of measure that words name, or none.
func kinds(text string) []lists.MeasureKind {
	var out []lists.MeasureKind
	words := " " + strings.ToLower(text) + " "
	for _, w := range kindWords {
		at := strings.Index(words, w.words)
		if at < 0 || prose.Letter(words[at-1]) {
			continue
		}
		if end := words[at+len(w.words)]; prose.Letter(end) && end != 's' {
			continue
		}
		if !slices.Contains(out, w.is) {
			out = append(out, w.is)
		}
	}
	return out
}

// location is a place of the table at the end of the list.
type location struct {
	name, area, country, code string
	more                      []string // what the table says besides
}

// place reads one place.
func (p *parser) place(n *feed.Node) {
	id := attr(n, "ssid")
	l := location{name: textOf(n, "location"), area: textOf(n, "area")}
	country := n.Kid("country")
	l.country, l.code = text(country), countryCode(country)
	n.Rest(func(path, text string, at feed.Place) {
		l.more = append(l.more, strings.Clone(path)+": "+strings.Clone(text))
		if !strings.Contains(path, "variant") {
			p.once(nil, at, "place/"+strings.Clone(path), text, ErrUnknownElement)
		}
	})
	p.places[id] = l
}

// countryCode returns the ISO code of a country, by its attribute or its name.
func countryCode(n *feed.Node) string {
	if n == nil {
		return ""
	}
	for _, s := range [...]string{attr(n, "iso-code"), attr(n, "code"), n.Text} {
		if code, ok := lists.CountryCode(s); ok {
			return code
		}
	}
	return ""
}

// resolve fills in what stands after the targets that refer to it.
func (p *parser) resolve() {
	for _, x := range p.pending {
		e := &p.out.Entities[x.entity]
		switch x.what {
		case pendingRelation:
			if p.ids[x.id] == 0 {
				p.problem(e, x.at, "relation", x.id, ErrNoTarget)
				continue
			}
			e.Relations[x.index].IDs = []string{p.out.Entities[p.ids[x.id]-1].ID}
		case pendingSet:
			p.setOf(e, &e.Measures[x.index], x)
		default:
			l, ok := p.places[x.id]
			if !ok {
				p.problem(e, x.at, "place-id", x.id, ErrNoPlace)
				remark(e, "place-id", "place-id: "+x.id)
				continue
			}
			for _, more := range l.more {
				remark(e, "place", more)
			}
			p.placeOf(e, x, l)
		}
	}
}

// placeOf writes a place into an address or a place of birth, which keep what
// they say themselves.
func (p *parser) placeOf(e *lists.Entity, x pending, l location) {
	if x.what == pendingBirth {
		b := &e.Places[x.index]
		b.Text = prose.Join(", ", b.Text, l.name, l.area, l.country)
		if b.Code == "" {
			b.Code = l.code
		}
		return
	}
	a := &e.Addresses[x.index]
	for _, f := range [...]struct {
		to   *string
		text string
	}{{&a.City, l.name}, {&a.Region, l.area}, {&a.Country, l.country}, {&a.Code, l.code}} {
		switch {
		case *f.to == "":
			*f.to = f.text
		case *f.to != f.text && f.text != "":
			remark(e, "place", "place: "+f.text)
		}
	}
}

// setOf writes a sanctions set into a measure.
func (p *parser) setOf(e *lists.Entity, m *lists.Measure, x pending) {
	s, ok := p.sets[x.id]
	if !ok {
		p.problem(e, x.at, "sanctions-set-id", x.id, ErrNoSet)
		m.Programme = x.id
		return
	}
	m.Programme, m.Basis = s.programme, s.basis
	m.Text = prose.Join("; ", s.text, prose.Label("origin ", s.origin), m.Text)
	if m.Ends.Text == "" {
		m.Kinds = kinds(s.text + " " + s.basis)
	}
}
