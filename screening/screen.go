package screening

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Screen looks for the party of q in all lists. The error wraps ErrUnsearchable
// where q holds nothing to look for; every other query gives a Result, whose
// Warnings tell which parts of q could not be used. Screen changes nothing and
// is safe for any number of goroutines.
func (s *Screener) Screen(q Query) (*Result, error) {
	r := &Result{Query: q, Sources: s.sources[:len(s.sources):len(s.sources)], Policy: &s.policy}
	a := &asked{query: &r.Query}
	if err := s.ask(a); err != nil {
		return nil, err
	}
	r.Warnings = a.warnings
	var near []Hit
	for _, c := range s.candidates(a) {
		h, ok := s.judge(a, s.parties[c.party], c.best)
		switch {
		case !ok:
		case h.Score >= s.policy.Threshold:
			r.Hits = append(r.Hits, h)
		case q.Near > 0:
			near = append(near, h)
		}
	}
	order(r.Hits)
	order(near)
	r.Hints = s.hints(a, r.Hits, near[:max(0, min(len(near), q.Near, maxNear))])
	if n := s.policy.MaxHits; len(r.Hits) > n {
		r.More = len(r.Hits) - n
		r.Hits = r.Hits[:n:n]
	}
	if s.links != nil {
		for i := range r.Hits {
			r.Hits[i].Also = s.links.Of(r.Hits[i].Entity)
		}
	}
	return r, nil
}

// Compare judges q against one entity, of a list or not, by the code of Screen:
// it answers why the entity is, or is no hit. The Level of a hit below the
// threshold is Near; a Hit without Steps means that nothing agrees. The error is
// that of Screen.
func (s *Screener) Compare(q Query, e *lists.Entity) (Hit, error) {
	a := &asked{query: &q}
	if err := s.ask(a); err != nil {
		return Hit{}, err
	}
	p := party{entity: e, source: &lists.Source{}}
	for i := range s.parties {
		if s.parties[i].entity == e {
			p = s.parties[i]
			break
		}
	}
	var best nameMatch
	best.none()
	if !asksFor(q.Kind, e.Kind) {
		return Hit{Entity: e, Source: p.source, Name: -1}, nil
	}
	for _, b := range booksOf(e.Kind, false) {
		for i := range e.Names {
			n := profiles[b].Parse(e.Names[i].Text)
			s.meet(a, b, &n, i, e, &best)
		}
	}
	h, _ := s.judge(a, p, best)
	return h, nil
}

// asked is a query made ready.
type asked struct {
	query    *Query
	names    [profileCount][]askedName // in the order of texts
	texts    []string                  // the names that can be searched, sorted: their order in the query changes nothing
	ids      []askedID
	facts    facts
	warnings []error

	oneText [1]string // room for what most queries have
	oneName [1]askedName
}

// askedName is a name of a query as one profile reads it.
type askedName struct {
	names.Name
	text int // in asked.texts
}

// ask makes a's query ready.
func (s *Screener) ask(a *asked) error {
	q := a.query
	a.texts = a.oneText[:0]
	if q.Kind > lists.Aircraft {
		return fmt.Errorf("screening: %w: no party is of %s", ErrUnsearchable, q.Kind)
	}
	for i, text := range q.Names {
		if i >= maxQueryNames {
			a.warnings = append(a.warnings, &QueryError{fmt.Sprintf("names[%d]", i), "", fmt.Errorf("more than %d names: not searched", maxQueryNames)})
			break
		}
		found := false
		for _, b := range booksOf(q.Kind, true) {
			n := profiles[b].Parse(text)
			if n.Empty() {
				continue
			}
			if !found && n.Flags&(names.Cut|names.Invalid|names.Deceptive) != 0 {
				a.warnings = append(a.warnings, &QueryError{fmt.Sprintf("names[%d]", i), clip(text), flagError(n.Flags)})
			}
			if !found {
				a.texts = append(a.texts, text)
			}
			found = true
			if len(a.texts) == 1 && a.oneName[0].Empty() {
				a.names[b] = a.oneName[:0]
			}
			a.names[b] = append(a.names[b], askedName{Name: n})
		}
		if !found {
			a.warnings = append(a.warnings, &QueryError{fmt.Sprintf("names[%d]", i), clip(text), fmt.Errorf("no letter and no digit: not searched")})
		}
		for _, f := range s.numbersIn(text) {
			if !slices.ContainsFunc(q.Identifiers, func(id lists.Identifier) bool { return strings.Contains(id.Value, f.Number) }) {
				a.warnings = append(a.warnings, &QueryError{fmt.Sprintf("names[%d]", i), clip(text), fmt.Errorf("the IMO number %s stands in the name: looked for as a word of it only, and not among the identifiers", f.Number)})
			}
		}
	}
	a.sortNames()
	var w []error
	a.ids, w = askedIDs(q)
	a.warnings = append(a.warnings, w...)
	if len(a.texts) == 0 && len(a.ids) == 0 {
		if len(a.warnings) > 0 {
			return fmt.Errorf("screening: %w: %w", ErrUnsearchable, a.warnings[0])
		}
		return fmt.Errorf("screening: %w: the query has no name and no identifier", ErrUnsearchable)
	}
	a.facts, w = askedFacts(q)
	a.warnings = append(a.warnings, w...)
	a.warnings = append(a.warnings, consistency(q, a.facts.flags)...)
	return nil
}

// numbersIn returns the IMO numbers that stand in a name.
func (s *Screener) numbersIn(name string) []Found {
	digits := 0
	for i := range len(name) {
		if c := name[i]; c >= '0' && c <= '9' {
			digits++
		}
	}
	if digits < 7 {
		return nil
	}
	return s.FindIMO(name)
}

// sortNames puts the names in the order of their texts, each text once.
func (a *asked) sortNames() {
	slices.Sort(a.texts)
	a.texts = slices.Compact(a.texts)
	for b := range a.names {
		ns := a.names[b]
		slices.SortFunc(ns, func(x, y askedName) int { return strings.Compare(x.Original, y.Original) })
		ns = slices.CompactFunc(ns, func(x, y askedName) bool { return x.Original == y.Original })
		for i := range ns {
			ns[i].text, _ = slices.BinarySearch(a.texts, ns[i].Original)
		}
		a.names[b] = ns
	}
}

// maxQueryNames bounds the names of one query, maxNear what Query.Near can ask for.
const (
	maxQueryNames = 64
	maxNear       = 50
)

// flagError puts flags of a name in words.
func flagError(f names.Flag) error {
	f &= names.Cut | names.Invalid | names.Deceptive
	switch {
	case f&names.Cut != 0:
		return fmt.Errorf("longer than %d bytes or %d words: the rest was not read", names.MaxBytes, names.MaxTokens)
	case f&names.Invalid != 0:
		return fmt.Errorf("holds bytes that are not UTF-8")
	}
	return fmt.Errorf("read through %v", f.Words())
}

// clip cuts what is quoted of hostile text.
func clip(s string) string {
	const most = 200
	if len(s) <= most {
		return s
	}
	return s[:most] + "..."
}

// asksFor reports whether a query of kind q is answered by a party of kind e.
func asksFor(q, e lists.Kind) bool { return q == lists.Unknown || e == lists.Unknown || q == e }
