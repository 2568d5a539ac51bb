package screening

import (
	"sync"

	"github.com/seed-539c57aa/pratique/lists"
)

// relations are the lists of a Screener as a graph, which is made when it is first
// asked for: most queries never do. Screeners that [Screener.With] makes share it.
type relations struct {
	lists []*lists.List
	once  sync.Once
	graph *lists.Graph
}

func (r *relations) of() *lists.Graph {
	r.once.Do(func() { r.graph = lists.NewGraph(r.lists...) })
	return r.graph
}

// Graph returns who is tied to whom in the lists that are screened against. The
// first call makes it, all others, and [Hit.Related], return the same; it is
// immutable and safe for any number of goroutines. A program that wants no first
// query to wait for it calls Graph once after New.
func (s *Screener) Graph() *lists.Graph { return s.relations.of() }

// Related returns the entries that the hit's entry is tied to in the lists that are
// screened against, each with a shortest path of at most depth edges: from a line to
// its ships, from a ship to its line. Depth 1 is who the entry's own record names
// and whose records name it. Order and rules are those of [lists.Graph.Walk].
//
// A path says what records print and nothing more: a link is no ownership, and being
// related to a listed party is no listing. Large lines tie hundreds of parties
// together, so that a depth above two reaches much of a list.
//
// Nil where the entry is tied to nobody, where depth is below 1, and for a Hit that
// no Screener made of its lists: one read from JSON, one of [Screener.Compare] with
// an entity of no list.
func (h Hit) Related(depth int) []lists.Path {
	if h.relations == nil || h.Entity == nil {
		return nil
	}
	return h.relations.of().Walk(h.Entity, lists.WalkOptions{Depth: depth})
}
