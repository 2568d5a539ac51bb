package voyage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// Mention is an IMO number or a listed name in the free text of a voyage, or a
// listed name that a port bears. A name in a text is never more than Probable:
// nobody says that it is a party.
type Mention struct {
	Field string // "cargo", "payment", "ports[0]"
	Start int    // bytes: the text is Cargo[Start:End], Payment[Start:End] or Ports[i].Name[Start:End]
	End   int
	Query screening.Query
	// Result is that of the number or the name; nil where it could not be searched.
	Result *screening.Result
	Err    error            // why it could not be searched, as of Finding
	Hints  []screening.Hint // of a void number that could not be searched: listed ones that are one mistake away; no matches
	Level  Level
	Listed []Listed
	// Finding is the place in Result.Findings of the party of the voyage that bears
	// the number or is the same listed party; -1 none.
	Finding int
}

// The bounds of the search in texts. IMO numbers are found in texts of any length.
// Beyond them there is a warning, but for a run of words longer than maxRun, which is
// no name.
const (
	maxTextWords = 96  // of one text that are searched for names
	maxWindow    = 7   // words of a name
	maxWindows   = 320 // runs of words of one text that are asked for
	maxNumbers   = 64  // IMO numbers of one text
	maxPortNames = 64  // ports, from the first, whose names are asked for
	maxRun       = 160 // bytes of a run of words, or of the name of a port
)

// The likeness from which a run of words is a listed name, and the weight that the
// words that met must have together: a name of one common word says nothing in a
// text, and "OIL COMPANY" names nobody.
const (
	mentionLikeness matcher.Score = 975
	mentionWeight   matcher.Score = 1300
	acronymWeight   matcher.Score = 900
)

// texts are the questions that the free texts of a voyage put.
type texts struct {
	strict    asker // of names
	questions []question
	first     map[asked]int // places of questions
	warnings  []error
}

// span is where a question stands.
type span struct {
	field      string
	start, end int
	words      int  // 0: an IMO number
	marked     bool // a word for a ship stands before it, and a word that goes on does not follow
	capital    bool // it holds a letter that is no small one
}

// readTexts finds the numbers in the texts and the runs of words that may be names.
func readTexts(s *screening.Screener, v *Voyage) *texts {
	t := &texts{first: map[asked]int{}}
	for _, text := range [...]struct{ field, text string }{{"cargo", v.Cargo}, {"payment", v.Payment}} {
		if text.text == "" {
			continue
		}
		t.numbers(s, text.field, text.text)
		t.words(text.field, text.text)
	}
	for i := range v.Ports {
		// A list may name a port or a terminal, or who runs it.
		n := strings.TrimSpace(v.Ports[i].Name)
		switch {
		case n == "":
		case i >= maxPortNames:
			t.warnings = append(t.warnings, problem("ports", "", fmt.Errorf("%w: the names of more than %d ports, of %d, against the lists", ErrNotChecked, maxPortNames, len(v.Ports))))
			return t
		case len(v.Ports[i].Name) > maxRun:
			t.warnings = append(t.warnings, problem(fmt.Sprintf("ports[%d]", i), n[:min(len(n), 40)], fmt.Errorf("%w: a name of more than %d bytes, against the lists", ErrNotChecked, maxRun)))
		default:
			t.put(span{field: fmt.Sprintf("ports[%d]", i), end: len(v.Ports[i].Name), words: len(strings.Fields(n)), capital: true},
				screening.Query{Names: []string{v.Ports[i].Name}})
		}
	}
	return t
}

// numbers asks for the IMO numbers of a text, each once.
func (t *texts) numbers(s *screening.Screener, field, text string) {
	seen := map[lists.Identifier]bool{}
	for _, f := range s.FindIMO(text) {
		id := f.Identifier()
		if seen[id] {
			continue
		}
		if len(seen) == maxNumbers {
			t.warnings = append(t.warnings, problem(field, f.Number, fmt.Errorf("%w: more than %d IMO numbers in one text", ErrNotChecked, maxNumbers)))
			return
		}
		seen[id] = true
		kind := lists.Vessel
		if f.Type == lists.IMOCompany {
			kind = lists.Organization
		}
		t.put(span{field: field, start: f.Start, end: f.End}, screening.Query{Kind: kind, Identifiers: []lists.Identifier{id}})
	}
}

// mentions reads the answers: every IMO number, and of the runs of words those that
// are listed names; where they overlap the one that is most alike, of equals the
// longest and then the first.
func (t *texts) mentions(s *screening.Screener) []Mention {
	var out []Mention
	var named []mentioned
	for i := range t.questions {
		q := &t.questions[i]
		m := Mention{Field: q.field, Start: q.start, End: q.end, Query: q.query, Result: q.result, Err: q.err, Finding: -1}
		switch {
		case q.words > 0 && q.result != nil:
			if like := m.named(&q.span); like > 0 {
				named = append(named, mentioned{m, like})
			}
		case q.words > 0:
		case q.result == nil:
			for _, id := range q.query.Identifiers {
				m.Hints = append(m.Hints, s.NearIMO(id.Value)...)
			}
			out = append(out, m)
		default:
			for j := range q.result.Hits {
				h := &q.result.Hits[j]
				m.Listed = append(m.Listed, Listed{Hit: h, Level: levelOf(h.Level), Tied: -1})
				m.Level = max(m.Level, levelOf(h.Level))
			}
			out = append(out, m)
		}
	}
	slices.SortStableFunc(named, func(a, b mentioned) int {
		if a.like != b.like {
			return int(b.like) - int(a.like)
		}
		return (b.End - b.Start) - (a.End - a.Start)
	})
	numbers := len(out)
	for i := range named {
		n := &named[i]
		if !slices.ContainsFunc(out[numbers:], func(m Mention) bool { return m.Field == n.Field && n.Start < m.End && m.Start < n.End }) {
			out = append(out, n.Mention)
		}
	}
	slices.SortStableFunc(out, func(a, b Mention) int {
		if a.Field != b.Field {
			return strings.Compare(a.Field, b.Field)
		}
		return a.Start - b.Start
	})
	return out
}

// mentioned is a name in a text and how alike it is to a listed one.
type mentioned struct {
	Mention
	like matcher.Score
}

// named fills in the entries that a run of words names, those that are most alike,
// and returns the likeness; 0 where there is none.
func (m *Mention) named(s *span) (like matcher.Score) {
	for i := range m.Result.Hits {
		if h := &m.Result.Hits[i]; s.names(h) {
			like = max(like, likeness(h))
		}
	}
	if like == 0 {
		return 0
	}
	for i := range m.Result.Hits {
		if h := &m.Result.Hits[i]; likeness(h) == like && s.names(h) {
			m.Listed = append(m.Listed, Listed{Hit: h, Level: Probable, Tied: -1})
		}
	}
	m.Level = Probable
	return like
}

// names reports whether a hit is a name that the words of the span are, and not one
// that shares a word with them. One word alone is a firm's name or acronym, or that
// of a ship where a word for a ship stands before it.
func (s *span) names(h *screening.Hit) bool {
	if h.Name < 0 || h.Entity.Names[h.Name].Type == lists.WeakAlias {
		return false
	}
	for i := range h.Steps {
		a := h.Steps[i].Align
		if a == nil {
			continue
		}
		whole := a.Score == matcher.Equal && s.words >= 3 // NATIONAL IRANIAN TANKER COMPANY: common words, and a name all the same
		if a.Score < mentionLikeness || a.Notes&matcher.NumbersDiffer != 0 || a.Notes&matcher.NothingOwn != 0 && !whole {
			return false
		}
		var weight matcher.Score
		words := 0
		for _, p := range a.Pairs() {
			if p.Query.Len() > 0 && p.Listed.Len() > 0 {
				weight += p.Weight
				words++
			}
		}
		ship := h.Entity.Kind == lists.Vessel || h.Entity.Kind == lists.Aircraft
		switch {
		case s.marked && ship:
			return true
		case s.words == 1 || words == 1:
			return h.Entity.Kind == lists.Organization && a.Score == matcher.Equal && weight >= acronymWeight && s.capital
		}
		return whole || weight >= mentionWeight
	}
	return false
}

// attribute finds the party of the voyage behind each mention, and warns of a
// ship's number in a text that no ship of the voyage bears.
func (r *Result) attribute() {
	bearer := map[string]int{}
	listed := map[*lists.Entity]int{}
	ships := map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		for _, id := range f.Query.Identifiers {
			c, err := id.Canonical()
			if err != nil {
				continue
			}
			key := string(c.Type) + " " + c.Value
			if _, ok := bearer[key]; !ok {
				bearer[key] = i
			}
			if c.Type == lists.IMOShip && f.Roles[0] == Ship {
				ships[c.Value] = true
			}
		}
		for _, l := range f.leading() {
			if _, ok := listed[l.Hit.Entity]; !ok {
				listed[l.Hit.Entity] = i
			}
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if len(m.Listed) > 0 {
			if j, ok := listed[m.Listed[0].Hit.Entity]; ok {
				m.Finding = j
			}
		}
		for _, id := range m.Query.Identifiers {
			if j, ok := bearer[string(id.Type)+" "+id.Value]; ok {
				m.Finding = j
			} else if m.Err == nil && id.Type == lists.IMOShip && len(ships) > 0 && m.Finding < 0 {
				r.Warnings = append(r.Warnings, problem(m.Field, id.Value, fmt.Errorf("%w: no ship of the voyage bears this IMO number", ErrContradiction)))
			}
		}
		if m.Err != nil {
			r.Unsearched++
			r.Warnings = append(r.Warnings, problem(m.Field, nameOf(&m.Query), reasonOf(m.Err)))
		}
	}
}
