package lists

import (
	"cmp"
	"slices"
	"strings"
)

// join numbers the entries that have an edge, and puts every edge with both of its
// ends.
func (b *grapher) join(entries int32) {
	g := b.g
	place := make([]int32, entries) // in g.nodes; before that 1 for an entry that has an edge
	for i := range b.edges {
		place[b.edges[i].by], place[b.edges[i].of] = 1, 1
	}
	var linked []int32
	for n, has := range place {
		if has != 0 {
			linked = append(linked, int32(n))
		}
	}
	g.nodes = make([]node, len(linked))
	g.at = make(map[*Entity]int32, len(linked))
	for i, n := range linked {
		list, at := b.entry(n)
		g.nodes[i] = node{&g.lists[list].Entities[at], list}
	}
	order := make([]int32, len(linked)) // places in linked
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int {
		a, b := &g.nodes[x], &g.nodes[y]
		return cmp.Or(cmp.Compare(a.list, b.list), strings.Compare(a.entity.ID, b.entity.ID))
	})
	sorted := make([]node, len(linked))
	for i, n := range order {
		sorted[i] = g.nodes[n]
		place[linked[n]] = int32(i)
		if _, again := g.at[sorted[i].entity]; !again { // two Lists may share their entities
			g.at[sorted[i].entity] = int32(i)
		}
	}
	g.nodes = sorted
	b.fill(place)
}

// fill makes the half-edges.
func (b *grapher) fill(place []int32) {
	g := b.g
	g.start = make([]int32, len(g.nodes)+1)
	halves := 0
	for i := range b.edges {
		by, of := place[b.edges[i].by], place[b.edges[i].of]
		g.start[by+1]++
		if halves++; by != of {
			g.start[of+1]++
			halves++
		}
	}
	for i := range g.nodes {
		g.start[i+1] += g.start[i]
	}
	g.halves = make([]half, halves)
	next := slices.Clone(g.start)
	put := func(n int32, h half) {
		g.halves[next[n]] = h
		next[n]++
	}
	for i := range b.edges {
		e := &b.edges[i]
		by, of := place[e.by], place[e.of]
		put(by, half{of, e.at, e.flags})
		switch {
		case by == of:
		case e.flags&sameParty != 0:
			put(of, half{by, e.at, e.flags})
		default:
			put(of, half{by, e.at, e.flags | reverse})
		}
	}
	for n := range g.nodes {
		slices.SortFunc(g.of(int32(n)), func(a, b half) int {
			return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.flags&ambiguous, b.flags&ambiguous), cmp.Compare(a.flags&reverse, b.flags&reverse),
				cmp.Compare(a.flags&sameParty, b.flags&sameParty), cmp.Compare(uint32(a.at), uint32(b.at)))
		})
	}
}

// of returns the half-edges of a node.
func (g *Graph) of(n int32) []half { return g.halves[g.start[n]:g.start[n+1]] }

// member returns the entry of a node.
func (g *Graph) member(n int32) Member { return Member{g.lists[g.nodes[n].list], g.nodes[n].entity} }

// says returns the entity that a half-edge of a node is in the record of.
func (g *Graph) says(n int32, h *half) *Entity {
	if h.flags&reverse != 0 {
		n = h.to
	}
	return g.nodes[n].entity
}

// role returns the role of a half-edge of a node.
func (g *Graph) role(n int32, h *half) RelationRole {
	switch {
	case h.flags&sameParty != 0:
		return SameParty
	case h.at >= 0:
		return g.says(n, h).Relations[h.at].Role
	}
	role, _, _ := g.says(n, h).Vessel.field(h.at)
	return role
}

// edge returns the Edge of a half-edge of a node.
func (g *Graph) edge(n int32, h *half) Edge {
	e := Edge{From: g.member(n), To: g.member(h.to), Reverse: h.flags&reverse != 0, Ambiguous: h.flags&ambiguous != 0, ByName: h.flags&byName != 0}
	if h.flags&sameParty != 0 {
		e.Role, e.Label, e.Text = SameParty, string(g.shared[h.at].Reason), g.shared[h.at].Value
		return e
	}
	e.say(g.says(n, h), h.at)
	return e
}

// say fills in what the record of an entity says at a place.
func (e *Edge) say(by *Entity, at int32) {
	if at < 0 {
		e.Role, e.Label, e.Text = by.Vessel.field(at)
		return
	}
	r := &by.Relations[at]
	e.Role, e.Label, e.Text, e.Relation = r.Role, r.Label, r.Text, r
}

// Unresolved returns what names no entry of the lists, and what names more than 20,
// which is Ambiguous: in the order of the lists, of their entries and of their
// records, with the zero Member as To.
func (g *Graph) Unresolved() []Edge {
	out := make([]Edge, len(g.open))
	for i, o := range g.open {
		l := g.lists[o.list]
		out[i] = Edge{From: Member{l, &l.Entities[o.entity]}, Ambiguous: o.crowded}
		out[i].say(out[i].From.Entity, o.at)
	}
	return out
}
