package lists

import "slices"

// Of returns the edges of e in both directions, in a total order: by the other
// party (Source.Name, Source.Published and SHA256, Entity.ID, place in the file),
// certain before ambiguous, what e's record says before what the other's says, and
// then in the order of the record. A statement that a record prints twice stands
// twice; one of a record about itself stands once. Nil where e has no edge, or is
// not, by its address, an entry of the lists.
func (g *Graph) Of(e *Entity) []Edge {
	n, ok := g.at[e]
	if !ok {
		return nil
	}
	halves := g.of(n)
	out := make([]Edge, len(halves))
	for i := range halves {
		out[i] = g.edge(n, &halves[i])
	}
	return out
}

// Walk returns a shortest path from e to every entry within reach, in a total
// order: by length, then by the entry reached, ordered as in [Graph.Of]. Of several
// shortest paths to an entry it takes one whose last edge is certain, if there is
// one; then the one whose last entry but one comes first; then the edge that comes
// first in Of.
//
// A walk goes through cycles once. It does not come to an entry by one alternative
// of an ambiguous statement and go on by another: that FORTUNE is linked to one of
// two parties of a name ties these two to one another in no way.
//
// Time is linear in the edges within reach, but for the sorting of entries. Nil where e has no edge, or is not, by its address, an entry of the lists.
func (g *Graph) Walk(e *Entity, o WalkOptions) []Path {
	from, ok := g.at[e]
	if !ok || o.Depth < 1 {
		return nil
	}
	steps := g.reach(from, -1, &o)
	edges, paths := 0, 0
	reported := func(s *step) bool {
		return s.parent >= 0 && (o.Kinds == nil || slices.Contains(o.Kinds, g.nodes[s.node].entity.Kind))
	}
	for i := range steps {
		if !reported(&steps[i]) {
			continue
		}
		edges += int(steps[i].depth)
		if paths++; paths == o.Max {
			break
		}
	}
	if paths == 0 {
		return nil
	}
	out := make([]Path, 0, paths)
	store := make([]Edge, edges)
	for i := range steps {
		if len(out) == paths {
			break
		}
		if reported(&steps[i]) {
			n := int(steps[i].depth)
			g.lay(store[:n:n], steps, int32(i))
			out = append(out, store[:n:n])
			store = store[n:]
		}
	}
	return out
}

// Between returns a shortest path from a to b by the rules of Walk, or nil where
// there is none of at most o.Depth edges, where a is b, and where one of them is
// not, by its address, an entry of the lists. Max and Kinds do not count.
func (g *Graph) Between(a, b *Entity, o WalkOptions) Path {
	from, ok := g.at[a]
	to, known := g.at[b]
	if !ok || !known || from == to || o.Depth < 1 {
		return nil
	}
	o.Max, o.Kinds = 0, nil
	steps := g.reach(from, to, &o)
	for i := range steps {
		if steps[i].node == to {
			p := make(Path, steps[i].depth)
			g.lay(p, steps, int32(i))
			return p
		}
	}
	return nil
}

// step is an entry that a walk came to.
type step struct {
	node   int32
	parent int32 // the step it came from; -1 at the beginning
	via    int32 // the half-edge, of parent's node
	depth  int32
}

// reach walks from a node, level by level, until the depth is reached, or the level
// of the node to, or, where entries of all kinds are reported, that of the last path
// to be reported. The steps of a level are in the order of nodes.
func (g *Graph) reach(from, to int32, o *WalkOptions) []step {
	seen := make([]uint64, len(g.nodes)/64+1)
	seen[from/64] |= 1 << (from % 64)
	steps := []step{{from, -1, -1, 0}}
	passes := []edgeFlags{0, ambiguous}
	if o.Certain {
		passes = passes[:1]
	}
	lo := 0
	for depth := int32(1); depth <= int32(min(o.Depth, MaxDepth)); depth++ {
		hi := len(steps)
		for _, pass := range passes {
			for i := lo; i < hi; i++ {
				s := steps[i]
				for at := g.start[s.node]; at < g.start[s.node+1]; at++ {
					h := &g.halves[at]
					if h.flags&ambiguous != pass || seen[h.to/64]&(1<<(h.to%64)) != 0 {
						continue
					}
					if o.Roles != nil && !slices.Contains(o.Roles, g.role(s.node, h)) || g.alternative(&s, h) {
						continue
					}
					seen[h.to/64] |= 1 << (h.to % 64)
					steps = append(steps, step{h.to, int32(i), at, depth})
				}
			}
		}
		if len(steps) == hi {
			break
		}
		slices.SortFunc(steps[hi:], func(a, b step) int { return int(a.node) - int(b.node) })
		if to >= 0 && seen[to/64]&(1<<(to%64)) != 0 || o.Max > 0 && o.Kinds == nil && len(steps) > o.Max {
			break
		}
		lo = hi
	}
	return steps
}

// alternative reports whether a step came by one alternative of a statement of the
// entry it came to, and h is another one.
func (g *Graph) alternative(s *step, h *half) bool {
	if s.parent < 0 || h.flags&(ambiguous|reverse) != ambiguous {
		return false
	}
	via := &g.halves[s.via]
	return via.flags&(ambiguous|reverse) == ambiguous|reverse && via.at == h.at
}

// lay puts the edges to a step into p, which has its depth.
func (g *Graph) lay(p Path, steps []step, at int32) {
	for i := len(p) - 1; i >= 0; i-- {
		s := &steps[at]
		p[i] = g.edge(steps[s.parent].node, &g.halves[s.via])
		at = s.parent
	}
}
