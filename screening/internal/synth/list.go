package synth

import (
	"crypto/sha256"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
)

// mouth is a tongue in use.
type mouth struct {
	tongue
	kind   int
	given  *zipf
	few    *zipf // surnames, where there are few
	many   *coin // surnames, where there are many
	firms  *coin
	states []string
}

func (t *mouth) surname(r *rand.Rand) word {
	if t.few != nil {
		return t.few.draw(r)
	}
	return t.many.draw(r)
}

// maker draws parties.
type maker struct {
	r                              *rand.Rand
	mouths                         []*mouth
	business, forms, places, ships *zipf
	sur                            [2]word // room for the person or firm at hand
	names                          [3]word
	buf                            []byte
}

func newMaker(seed, stream uint64) *maker {
	m := &maker{r: rand.New(rand.NewPCG(seed, stream)), business: newZipf(businessWords), forms: newZipf(legalForms), places: newZipf(places), ships: newZipf(shipWords)}
	for i, t := range tongues {
		new := func(longest int) *coin {
			return &coin{heads: words(t.heads), middle: words(t.middle), tails: words(t.tails), longest: longest}
		}
		u := &mouth{tongue: t, kind: i, given: newZipf(t.given), many: new(2), firms: new(3), states: strings.Fields(t.states)}
		if i == chinese || i == korean {
			u.few = newZipf(t.heads)
		}
		m.mouths = append(m.mouths, u)
	}
	return m
}

// mouth draws the tongue of a party.
func (m *maker) mouth() *mouth {
	n := m.r.IntN(100)
	for _, t := range m.mouths {
		if n -= t.share; n < 0 {
			return t
		}
	}
	return m.mouths[0]
}

// List makes the list of a seed with the given number of names, at least one.
// Its Source is called "synthetic" with the number; the digest is that of the
// texts of the names, one a line.
func List(seed uint64, names int) *lists.List {
	names = max(names, 1)
	counts := shape(seed, names)
	m := newMaker(seed, 1)
	f := newFacts(m.r)
	l := &lists.List{Entities: make([]lists.Entity, len(counts))}
	all := make([]lists.Name, names)
	sum := sha256.New()
	for i, n := range counts {
		own := all[:n:n]
		all = all[n:]
		e := &l.Entities[i]
		e.ID = strconv.Itoa(10001 + i)
		e.Names = own
		e.Pos = lists.Position{File: "synthetic", Line: i + 1}
		m.party(e, f)
		for j := range own {
			m.buf = append(append(m.buf[:0], own[j].Text...), '\n')
			sum.Write(m.buf)
		}
	}
	l.Source = lists.Source{Name: "synthetic " + strconv.Itoa(names), Publisher: "nobody", Published: time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC),
		SHA256: lists.Digest(sum.Sum(nil)), Entities: len(l.Entities), Files: []string{"synthetic"}, Note: "made of a seed: names nobody"}
	return l
}

// shape draws how many names each party has: one to four.
func shape(seed uint64, names int) []uint8 {
	r := rand.New(rand.NewPCG(seed, 3))
	out := make([]uint8, 0, names/2)
	for left := names; left > 0; {
		n := 1
		switch at := r.IntN(100); {
		case at >= 85:
			n = 4
		case at >= 55:
			n = 3
		case at >= 20:
			n = 2
		}
		n = min(n, left)
		out = append(out, uint8(n))
		left -= n
	}
	return out
}

// party draws an entity.
func (m *maker) party(e *lists.Entity, f *facts) {
	switch at := m.r.IntN(100); {
	case at < 45:
		e.Kind = lists.Person
	case at < 85:
		e.Kind = lists.Organization
	case at < 97:
		e.Kind = lists.Vessel
	}
	f.measure(e)
	switch {
	case e.Kind == lists.Vessel:
		m.shipNames(e)
		f.ship(e)
	case e.Kind == lists.Person || e.Kind == lists.Unknown && of(m.r, 50):
		p := m.person()
		m.personNames(e, &p)
		f.person(e, p.mouth)
	default:
		c := m.firm()
		m.firmNames(e, &c)
		f.firm(e, c.mouth)
	}
}

func (m *maker) personNames(e *lists.Entity, p *person) {
	for i := range e.Names {
		n := &e.Names[i]
		switch {
		case i == 0:
			m.text(e, i, func(b []byte) []byte { return p.write(b, filed) })
		case of(m.r, 8):
			n.Type = lists.WeakAlias
			m.text(e, i, func(b []byte) []byte { return append(b, strings.ToUpper(p.mouth.given.draw(m.r).other)...) })
		default:
			n.Type = lists.Alias
			m.text(e, i, func(b []byte) []byte {
				way := p.way(m.r)
				n.Script = ""
				if way == native {
					n.Script = p.mouth.script
				}
				return p.write(b, way)
			})
		}
	}
}

func (m *maker) firmNames(e *lists.Entity, f *firm) {
	for i := range e.Names {
		n := &e.Names[i]
		if i == 0 {
			m.text(e, i, func(b []byte) []byte { return f.write(b, filed) })
			continue
		}
		m.text(e, i, func(b []byte) []byte {
			way := f.way(m.r)
			n.Type, n.Script = lists.Alias, ""
			switch {
			case way == native:
				n.Script = f.mouth.script
			case way == acronym && of(m.r, 40):
				n.Type = lists.WeakAlias
			}
			return f.write(b, way)
		})
	}
}

func (m *maker) shipNames(e *lists.Entity) {
	for i := range e.Names {
		n := &e.Names[i]
		switch {
		case i == 0:
			m.text(e, i, m.ship)
		case of(m.r, 20): // in one word
			n.Type = lists.Alias
			m.text(e, i, func(b []byte) []byte { return append(b, strings.ReplaceAll(e.Names[0].Text, " ", "")...) })
		default:
			n.Type = lists.Former
			m.text(e, i, m.ship)
		}
	}
}

// text writes the i-th name of e. A few times it is drawn again where the party
// has it already; after that it stands twice, as on some lists.
func (m *maker) text(e *lists.Entity, i int, write func([]byte) []byte) {
again:
	for range 6 {
		m.buf = write(m.buf[:0])
		for j := range i {
			if string(m.buf) == e.Names[j].Text {
				continue again
			}
		}
		break
	}
	e.Names[i].Text = string(m.buf)
	if i > 0 {
		e.Names[i].Label = labels[e.Names[i].Type]
	}
}

// labels are the list's own words for the types of names.
var labels = [...]string{lists.Alias: "aka", lists.Former: "fka", lists.WeakAlias: "weak aka"}
