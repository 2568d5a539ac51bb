package lists

import (
	"cmp"
	"slices"
	"strings"
)

// GraphStats are the figures of a Graph.
type GraphStats struct {
	Lists    int `json:"lists"`
	Entities int `json:"entities"` // of all lists
	Speaking int `json:"speaking"` // entries whose record names another party: in a relation, or as a ship's owner, operator or manager
	Linked   int `json:"linked"`   // entries with an edge to another entry, from whichever side

	Relations RelationTally `json:"relations"` // relations, by the entries that they name
	Printed   RelationTally `json:"printed"`   // owners, operators and managers as printed, where no relation says the same

	Edges   int     `json:"edges"`   // one for each entry that a statement names, and for each number that two entries share
	Roles   []Tally `json:"roles"`   // edges by role, the most frequent first
	Self    int     `json:"self"`    // edges from an entry to itself
	ByName  int     `json:"by_name"` // edges told by a name
	Crowded int     `json:"crowded"` // numbers that more than 64 entries of several lists share, which make no edge

	Components int `json:"components"` // sets of entries tied to one another, of two at least
	Largest    int `json:"largest"`    // entries of the largest one
}

// Stats returns the figures of the graph.
func (g *Graph) Stats() GraphStats {
	s := g.stats
	s.Roles = slices.Clone(s.Roles)
	return s
}

// count fills in the figures that need the whole graph.
func (g *Graph) count() {
	roles := map[RelationRole]int{}
	s := &g.stats
	for n := range int32(len(g.nodes)) {
		other := false
		for i := range g.of(n) {
			h := &g.of(n)[i]
			other = other || h.to != n
			if h.flags&reverse != 0 || h.flags&sameParty != 0 && h.to < n {
				continue // counted at the other end
			}
			s.Edges++
			roles[g.role(n, h)]++
			if h.flags&byName != 0 {
				s.ByName++
			}
			if h.to == n {
				s.Self++
			}
		}
		if other {
			s.Linked++
		}
	}
	for role, n := range roles {
		s.Roles = append(s.Roles, Tally{string(role), n})
	}
	slices.SortFunc(s.Roles, func(a, b Tally) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	for _, c := range g.components() {
		s.Components++
		s.Largest = max(s.Largest, len(c))
	}
}

// Components returns the sets of entries that are tied to one another by edges of
// any role, ambiguous ones too, the largest first, then by the first entry; each in
// the order of [Graph.Of]. Entries without an edge to another one are in none.
func (g *Graph) Components() [][]Member {
	sets := g.components()
	out := make([][]Member, len(sets))
	for i, set := range sets {
		out[i] = make([]Member, len(set))
		for j, n := range set {
			out[i][j] = g.member(n)
		}
	}
	return out
}

// components returns them as sorted nodes.
func (g *Graph) components() [][]int32 {
	var out [][]int32
	seen := make([]bool, len(g.nodes))
	queue := make([]int32, 0, len(g.nodes)) // all sets, one after the other
	for n := range int32(len(g.nodes)) {
		if seen[n] {
			continue
		}
		seen[n] = true
		first := len(queue)
		queue = append(queue, n)
		for at := first; at < len(queue); at++ {
			for _, h := range g.of(queue[at]) {
				if !seen[h.to] {
					seen[h.to] = true
					queue = append(queue, h.to)
				}
			}
		}
		if set := queue[first:len(queue):len(queue)]; len(set) > 1 {
			slices.Sort(set)
			out = append(out, set)
		}
	}
	slices.SortStableFunc(out, func(a, b []int32) int { return len(b) - len(a) })
	return out
}

// Degree is how many others an entry is tied to.
type Degree struct {
	Member
	Others int // entries at the other end of its edges, each once, without itself
	Naming int // of these, entries whose own record names it
	Named  int // of these, entries that its own record names
}

// Degrees returns the entries of the graph with their degrees, the highest first,
// then in the order of [Graph.Of].
func (g *Graph) Degrees() []Degree {
	out := make([]Degree, 0, len(g.nodes))
	for n := range int32(len(g.nodes)) {
		d := Degree{Member: g.member(n)}
		for of := g.of(n); len(of) > 0; {
			k := 1
			for k < len(of) && of[k].to == of[0].to {
				k++
			}
			if of[0].to != n {
				d.Others++
				naming, named := 0, 0
				for _, h := range of[:k] {
					switch {
					case h.flags&sameParty != 0:
					case h.flags&reverse != 0:
						naming = 1
					default:
						named = 1
					}
				}
				d.Naming += naming
				d.Named += named
			}
			of = of[k:]
		}
		if d.Others > 0 {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b Degree) int { return b.Others - a.Others })
	return out
}
