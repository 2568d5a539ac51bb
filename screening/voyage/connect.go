package voyage

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// ConnectionKind says how two parties of a voyage, or a party and a listed one,
// hang together.
type ConnectionKind string

// The kinds of connection.
const (
	// Tie: the record of one party's entry names the other's: the master is listed,
	// and linked to the line.
	Tie ConnectionKind = "tie"
	// Common: two parties' entries are each tied to one third entry that is no party
	// of the voyage.
	Common ConnectionKind = "common tie"
	// Same: two parties of the voyage, given under different names, are one listed
	// party, on one list or on two.
	Same ConnectionKind = "same entry"
	// Record: the record of one party's entry prints the name of another party, who
	// is no hit for an entry that it means.
	Record ConnectionKind = "named in the record"
	// Number: a party bears the IMO number of a listed one of another name.
	Number ConnectionKind = "number of a listed party"
)

// End is one side of a Connection.
type End struct {
	Finding int            // in Result.Findings
	Hit     *screening.Hit // the entry that is spoken of; nil where the party is none
}

// Connection is something that ties parties of a voyage together, as lists print
// it. A tie says that two have to do with one another and nothing more: "Linked To"
// is no ownership. Of each party the first twelve hits that are Strong, or alike by
// 850, are looked at, 512 in all, and 200 connections are told; beyond the last two
// bounds there is a warning.
type Connection struct {
	Kind ConnectionKind
	A, B End        // of Number, A is both
	Path lists.Path // of Tie, Common and, across lists, Same: from A's entry to B's
	Text string     // of Record and Number: as printed
	// Raises says that both hits were Probable by name and became Strong together:
	// see the package documentation.
	Raises bool
	Says   string // one sentence
}

// The bounds of the search for connections: the hits of one party and of all that
// are looked at, and what is told.
const (
	maxHeads       = 12
	maxAllHeads    = 512
	maxConnections = 200
)

// head is a hit that connections are looked for.
type head struct {
	finding int
	listed  int // in Finding.Listed
	hit     *screening.Hit
	name    matcher.Score // likeness of the names
}

// heads are the hits to look at: strong ones, and those whose names are alike; of
// very many those of the first parties by role.
func (r *Result) heads() (out []head) {
	for i := range r.Findings {
		f := &r.Findings[i]
		n := 0
		for j := range f.Listed {
			h := f.Listed[j].Hit
			name := likeness(h)
			if f.Listed[j].Level < Strong && name < alike {
				continue
			}
			out = append(out, head{i, j, h, name})
			if len(out) == maxAllHeads {
				r.warnConnections()
				return out
			}
			if n++; n == maxHeads {
				break
			}
		}
	}
	return out
}

// alike is the likeness from which screening's levels take two names for nearly
// equal.
const alike matcher.Score = 850

// likeness returns that of the names of a hit; 0 where none met.
func likeness(h *screening.Hit) matcher.Score {
	for i := range h.Steps {
		if a := h.Steps[i].Align; a != nil {
			return a.Score
		}
	}
	return 0
}

// contradicted reports whether something speaks against a hit.
func contradicted(h *screening.Hit) bool {
	for i := range h.Steps {
		switch h.Steps[i].Rule {
		case screening.IMODiffersRule, screening.ConflictRule, screening.BirthDiffersRule, screening.GenderDiffersRule, screening.NumberDiffersRule:
			return true
		}
	}
	return false
}

// connect finds the connections. graph is asked for only where it is needed.
func (r *Result) connect(graph func() *lists.Graph) {
	heads := r.heads()
	r.numbers(heads)
	r.same(heads)
	parties := map[int]bool{}
	for i := range heads {
		parties[heads[i].finding] = true
	}
	if len(parties) > 1 {
		r.ties(heads, graph())
	}
	r.records(heads)
	for i := range r.Findings {
		f := &r.Findings[i]
		slices.SortStableFunc(f.Listed, func(a, b Listed) int { return int(b.Level) - int(a.Level) })
	}
}

// add records a connection and returns its place, or -1 beyond the bound.
func (r *Result) add(c Connection) int {
	if len(r.Connections) >= maxConnections {
		r.warnConnections()
		return -1
	}
	r.Connections = append(r.Connections, c)
	return len(r.Connections) - 1
}

// warnConnections tells, once, that not all connections are told.
func (r *Result) warnConnections() {
	if !slices.ContainsFunc(r.Warnings, func(w error) bool { return errors.Is(w, errConnections) }) {
		r.Warnings = append(r.Warnings, problem("connections", "", errConnections))
	}
}

var errConnections = fmt.Errorf("%w beyond those told: there are too many", ErrNotChecked)

// ties tells what records say of two entries that are hits of two parties, and of
// a third that both are tied to.
func (r *Result) ties(heads []head, g *lists.Graph) {
	at := map[*lists.Entity][]int{} // places in heads
	for i := range heads {
		at[heads[i].hit.Entity] = append(at[heads[i].hit.Entity], i)
	}
	type pair struct{ a, b int }
	tied := map[pair]bool{} // findings of which it was told that they hang together
	for i := range r.Connections {
		if c := &r.Connections[i]; c.Kind == Same {
			tied[pair{min(c.A.Finding, c.B.Finding), max(c.A.Finding, c.B.Finding)}] = true
		}
	}
	seen := map[pair]bool{} // heads
	beside := map[*lists.Entity][]common{}
	var order []*lists.Entity
	done := map[*lists.Entity][]lists.Edge{}
	for i := range heads {
		e := heads[i].hit.Entity
		edges, ok := done[e]
		if !ok {
			edges = g.Of(e)
			done[e] = edges
		}
		for k := range edges {
			to := edges[k].To.Entity
			others := at[to]
			if len(others) == 0 {
				if !edges[k].Ambiguous && edges[k].Role != lists.SameParty {
					if beside[to] == nil {
						order = append(order, to)
					}
					beside[to] = append(beside[to], common{i, &edges[k]})
				}
				continue
			}
			for _, j := range others {
				a, b := min(i, j), max(i, j)
				if heads[i].finding == heads[j].finding || seen[pair{a, b}] {
					continue
				}
				seen[pair{a, b}] = true
				if r.hits(heads[i].finding, to) || r.hits(heads[j].finding, e) {
					continue // two names for one of them: Same tells it
				}
				fa, fb := min(heads[i].finding, heads[j].finding), max(heads[i].finding, heads[j].finding)
				tied[pair{fa, fb}] = true
				r.tie(&heads[i], &heads[j], edges[k])
			}
		}
	}
	for _, third := range order {
		cs := beside[third]
		for x := range cs {
			for y := x + 1; y < len(cs) && y < x+maxHeads; y++ {
				a, b := &heads[cs[x].head], &heads[cs[y].head]
				p := pair{min(a.finding, b.finding), max(a.finding, b.finding)}
				if a.finding == b.finding || tied[p] {
					continue
				}
				tied[p] = true
				r.common(a, b, cs[x].edge, cs[y].edge)
			}
		}
	}
}

// common is a head and its edge to a third entry.
type common struct {
	head int
	edge *lists.Edge
}

// tie records a tie and raises the levels of both hits where it may.
func (r *Result) tie(a, b *head, e lists.Edge) {
	c := Connection{Kind: Tie, A: End{a.finding, a.hit}, B: End{b.finding, b.hit}, Path: lists.Path{e}}
	by, of := a, b
	if e.Reverse {
		by, of = b, a
	}
	c.Says = fmt.Sprintf("%s (%s): %s %s (%s)", by.hit.Entity.PrimaryName(), r.role(by.finding), e.Role, of.hit.Entity.PrimaryName(), r.role(of.finding))
	if e.Role == lists.SameParty {
		c.Kind = Same
		c.Says = fmt.Sprintf("%s and %s lead to one party on two lists: %s, by the %s", r.party(a.finding), r.party(b.finding), a.hit.Entity.PrimaryName(), e.Label)
		r.add(c)
		return
	}
	if e.Ambiguous {
		c.Says += ", or another of this name"
	}
	la, lb := &r.Findings[a.finding].Listed[a.listed], &r.Findings[b.finding].Listed[b.listed]
	raises := !e.Ambiguous && (la.Level < Strong || lb.Level < Strong) &&
		r.supports(a) && r.supports(b)
	c.Raises = raises
	i := r.add(c)
	if !raises || i < 0 {
		return
	}
	for _, l := range [...]*Listed{la, lb} {
		if l.Level < Strong {
			l.Level, l.Tied = Strong, i
		}
	}
	r.Findings[a.finding].Level, r.Findings[b.finding].Level = Strong, Strong
}

// supports reports whether a hit can be one half of the evidence that a tie is: it
// is strong by itself, or its names are alike, nothing contradicts, and no other
// entry is the party for certain.
func (r *Result) supports(h *head) bool {
	if h.hit.Level == screening.Strong {
		return true
	}
	return h.name >= alike && !contradicted(h.hit) &&
		!slices.ContainsFunc(r.Findings[h.finding].Listed, func(l Listed) bool { return l.Hit.Level == screening.Strong })
}

// hits reports whether an entity is among the hits of a finding.
func (r *Result) hits(finding int, e *lists.Entity) bool {
	return slices.ContainsFunc(r.Findings[finding].Listed, func(l Listed) bool { return l.Hit.Entity == e })
}

// common records that two entries are tied to a third.
func (r *Result) common(a, b *head, ea, eb *lists.Edge) {
	back := *eb
	back.From, back.To, back.Reverse = eb.To, eb.From, !eb.Reverse
	r.add(Connection{Kind: Common, A: End{a.finding, a.hit}, B: End{b.finding, b.hit}, Path: lists.Path{*ea, back},
		Says: fmt.Sprintf("%s (%s) and %s (%s) are both tied to %s", a.hit.Entity.PrimaryName(), r.role(a.finding),
			b.hit.Entity.PrimaryName(), r.role(b.finding), ea.To.Entity.PrimaryName())})
}

// nameKey is a name as records are searched for it: without case, blanks and
// punctuation at its ends.
func nameKey(s string) string {
	if len(s) > 300 {
		return ""
	}
	return strings.Trim(strings.ToLower(strings.Join(strings.Fields(s), " ")), " .,;")
}

// party names a finding with its role.
func (r *Result) party(i int) string {
	return fmt.Sprintf("%s %q", r.role(i), clip(r.Findings[i].Name()))
}

// role names the roles of a finding.
func (r *Result) role(i int) string {
	roles := r.Findings[i].Roles
	words := make([]string, len(roles))
	for j := range roles {
		words[j] = string(roles[j])
	}
	return strings.Join(words, ", ")
}
