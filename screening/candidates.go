package screening

import (
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// candidate is a party that a query may be, and its best name.
type candidate struct {
	party int32
	best  nameMatch
}

// nameMatch is the meeting of a name of the query with a listed one.
type nameMatch struct {
	name   int // in Entity.Names; -1 none
	asked  int // in asked.texts
	effect int // what it is worth
	align  matcher.Alignment
	q, l   names.Name
}

func (m *nameMatch) none() { m.name = -1 }

// candidates finds every party that can reach the threshold: by an identifier,
// whatever its names are, or by a name at the floor or above.
func (s *Screener) candidates(a *asked) []candidate {
	var at map[int32]int // places in out
	var out []candidate
	put := func(p int32) *candidate {
		if at == nil {
			at = map[int32]int{}
		}
		at[p] = len(out)
		out = append(out, candidate{party: p})
		return &out[len(out)-1]
	}
	for i := range a.ids {
		for _, k := range a.ids[i].keys() {
			if k.class == noClass {
				continue
			}
			for _, p := range s.numbers.at(k) {
				if _, ok := at[p]; !ok && asksFor(a.query.Kind, s.parties[p].entity.Kind) {
					s.meetAll(a, p, &put(p).best)
				}
			}
		}
	}
	found := len(out)
	floor := s.floor(a)
	if floor > matcher.Equal {
		return out
	}
	for b := range s.books {
		if len(a.names[b]) == 0 {
			continue
		}
		bound := matcher.MakeBound(profiles[b], &s.policy.Names, floor)
		for i := range a.names[b] {
			q := &a.names[b][i]
			last, room := "", []names.Token(nil) // the listed name that was met last, for often the next one is the same
			var al matcher.Alignment
			for _, id := range s.books[b].index.Within(&q.Name, &bound) {
				ref := s.books[b].refs[id]
				e := s.parties[ref.party].entity
				k, ok := at[ref.party]
				if ok && k < found || !asksFor(a.query.Kind, e.Kind) {
					continue
				}
				text := e.Names[ref.name].Text
				if last != text {
					last = text
					l, ok := q.Name, text == q.Original
					if !ok {
						if room == nil {
							room = make([]names.Token, 0, matcher.AlignedTokens)
						}
						l, ok = s.books[b].index.Rebuild(id, text, room)
					}
					if !ok {
						l = profiles[b].Parse(text)
					}
					al = matcher.Compare(q.Name, l, s.policy.Names)
				}
				if al.Score < floor { // it carries no hit, and a better name does not need it
					continue
				}
				var m nameMatch
				m.none()
				s.take(&q.Name, q.text, int(ref.name), e, &al, &m)
				switch {
				case m.name < 0:
				case !ok:
					put(ref.party).best = m
				case better(&m, &out[k].best):
					out[k].best = m
				}
			}
		}
	}
	for i := range out[found:] {
		s.read(&out[found+i])
	}
	return out
}

// read reads the listed name that was met, which the index had rebuilt of its words.
func (s *Screener) read(c *candidate) {
	m := &c.best
	text := s.parties[c.party].entity.Names[m.name].Text
	if m.l = m.q; text != m.q.Original {
		m.l = m.q.Profile().Parse(text)
	}
	m.align.Flags |= m.l.Flags
}

// meetAll finds the best meeting of the query's names with those of a party.
func (s *Screener) meetAll(a *asked, p int32, best *nameMatch) {
	best.none()
	e := s.parties[p].entity
	for _, b := range booksOf(e.Kind, false) {
		if len(a.names[b]) == 0 {
			continue
		}
		for i := range e.Names {
			l := profiles[b].Parse(e.Names[i].Text)
			s.meet(a, b, &l, i, e, best)
		}
	}
}

// meet compares every name of the query with a listed one.
func (s *Screener) meet(a *asked, book int, l *names.Name, name int, e *lists.Entity, best *nameMatch) {
	for i := range a.names[book] {
		var m nameMatch
		m.none()
		s.meetOne(&a.names[book][i].Name, a.names[book][i].text, l, name, e, &m)
		if m.name >= 0 && better(&m, best) {
			*best = m
		}
	}
}

// meetOne compares two names and works out what their likeness is worth.
func (s *Screener) meetOne(q *names.Name, i int, l *names.Name, name int, e *lists.Entity, m *nameMatch) {
	al := matcher.Compare(*q, *l, s.policy.Names)
	s.take(q, i, name, e, &al, m)
	m.l = *l
}

// take works out what the likeness of two names is worth, and leaves it to others to set
// the listed one.
func (s *Screener) take(q *names.Name, i int, name int, e *lists.Entity, al *matcher.Alignment, m *nameMatch) {
	if al.Score < nameFloor {
		return
	}
	t := e.Names[name].Type
	weak := t == lists.WeakAlias && e.Kind != lists.Vessel
	if weak && al.Score < matcher.Equal {
		return
	}
	*m = nameMatch{name: name, asked: i, align: *al, q: *q, effect: int(al.Score) * s.effects[nameIndex] / 1000}
	switch {
	case weak:
		m.effect += s.effects[weakIndex]
	case t == lists.Former:
		m.effect += s.effects[formerIndex]
	}
}

// better reports whether m is a better meeting than best: of equals the listed
// name that comes first.
func better(m, best *nameMatch) bool {
	switch {
	case best.name < 0:
		return true
	case m.effect != best.effect:
		return m.effect > best.effect
	case m.name != best.name:
		return m.name < best.name
	}
	return m.asked < best.asked
}
