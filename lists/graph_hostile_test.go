package lists_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
)

// many makes a list of n entries, the records of which add(i, e) writes.
func many(n int, add func(i int, e *lists.Entity)) *lists.List {
	l := &lists.List{Source: lists.Source{Name: "Many", Publisher: "M"}, Entities: make([]lists.Entity, n)}
	for i := range l.Entities {
		e := &l.Entities[i]
		e.ID, e.Kind = fmt.Sprintf("%07d", i), lists.Organization
		e.Names = []lists.Name{{Text: "FIRM " + e.ID}}
		add(i, e)
	}
	return l
}

// TestGraphHostile makes graphs of 100,000 entries in the shapes that cost most where
// something is not linear: a square of that number of steps would take minutes.
func TestGraphHostile(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n = 10_000
	}
	const limit = 8 * time.Second // for a slow machine; each takes well under a second
	long := strings.Repeat("x", 1<<20)
	for _, c := range []struct {
		shape                string
		add                  func(i int, e *lists.Entity)
		edges, depth, within int // edges of the graph, paths of a walk from the first entry
	}{
		{"star of IDs", func(i int, e *lists.Entity) { e.Relations = []lists.Relation{to(lists.LinkedTo, "x", "0000000")} }, n, 1, n - 1},
		{"star of names", func(i int, e *lists.Entity) { e.Relations = []lists.Relation{to(lists.LinkedTo, "firm 0000000")} }, n, 2, n - 1},
		{"chain", func(i int, e *lists.Entity) {
			e.Relations = []lists.Relation{to(lists.LinkedTo, fmt.Sprintf("Firm %07d", i+1))}
		}, n - 1, 1 << 30, lists.MaxDepth},
		{"tree", func(i int, e *lists.Entity) {
			e.Relations = []lists.Relation{to(lists.LinkedTo, "", fmt.Sprintf("%07d", (i-1)/2))}
		}, n, 1 << 30, n - 1},
		{"ring", func(i int, e *lists.Entity) {
			e.Relations = []lists.Relation{to(lists.LinkedTo, "", fmt.Sprintf("%07d", (i+1)%n))}
		}, n, 99, 2 * lists.MaxDepth},
		{"all of one name, naming it", func(i int, e *lists.Entity) {
			e.Names[0].Text = "SAME"
			e.Relations = []lists.Relation{to(lists.LinkedTo, "same")}
		}, 0, 2, 0},
		{"all of one ID, naming it", func(i int, e *lists.Entity) {
			e.ID = "1"
			e.Relations = []lists.Relation{to(lists.LinkedTo, "same", "1")}
		}, 0, 2, 0},
		{"one record that says all", func(i int, e *lists.Entity) {
			if i == 0 {
				for k := range n {
					e.Relations = append(e.Relations, to(lists.OwnerOf, "", fmt.Sprintf("%07d", k)))
				}
			}
		}, n, 1, n - 1},
		{"one statement of all", func(i int, e *lists.Entity) {
			if i == 0 {
				e.Relations = []lists.Relation{to(lists.OwnerOf, "all", "0000001", "0000001", "0000002")}
				for k := range n {
					e.Relations[0].IDs = append(e.Relations[0].IDs, fmt.Sprintf("%07d", k))
				}
			}
		}, 0, 2, 0},
		{"everything of the first, by name", func(i int, e *lists.Entity) {
			e.Kind = lists.Vessel
			if i == 0 {
				e.Kind = lists.Organization
			}
			e.Vessel = &lists.VesselDetails{Owner: "firm 0000000", Operator: "firm 0000000", Manager: long[:i%64]}
		}, 2 * n, 1, n - 1},
	} {
		l := many(n, c.add)
		at := time.Now()
		g := lists.NewGraph(l)
		built := time.Since(at)
		s := g.Stats()
		ps := g.Walk(&l.Entities[0], lists.WalkOptions{Depth: c.depth})
		g.Degrees()
		g.Components()
		all := time.Since(at)
		t.Logf("%s: %v, with everything %v, %d edges, %d unresolved", c.shape, built, all, s.Edges, len(g.Unresolved()))
		if s.Edges != c.edges || len(ps) != c.within {
			t.Errorf("%s: %d edges, want %d; %d paths, want %d", c.shape, s.Edges, c.edges, len(ps), c.within)
		}
		if got := s.Relations.Resolved + s.Relations.Ambiguous + s.Relations.Unresolved + s.Printed.Resolved + s.Printed.Unresolved - s.Edges; c.edges > 0 && got != len(g.Unresolved()) {
			t.Errorf("%s: %d statements without an edge, %d told", c.shape, got, len(g.Unresolved()))
		}
		if all > limit {
			t.Errorf("%s: %v", c.shape, all)
		}
	}
}

// TestGraphCrowd: how many alternatives a statement may have, and how many entries
// a number; what is above is told.
func TestGraphCrowd(t *testing.T) {
	for n := 19; n <= 22; n++ {
		l := many(n+1, func(i int, e *lists.Entity) {
			if i == 0 {
				e.Relations = []lists.Relation{to(lists.LinkedTo, "twin")}
			} else {
				e.Names[0].Text = "TWIN"
			}
		})
		g := lists.NewGraph(l)
		edges, open := len(g.Of(&l.Entities[0])), g.Unresolved()
		if n <= 20 && (edges != n || len(open) != 0) || n > 20 && (edges != 0 || len(open) != 1 || !open[0].Ambiguous) {
			t.Errorf("%d of one name: %d edges, open %v", n, edges, open)
		}
		if g.Stats().Relations.Ambiguous != 1 {
			t.Errorf("%d of one name: %+v", n, g.Stats())
		}
		if n > 20 && !strings.HasSuffix(open[0].String(), "which names too many entries") {
			t.Error(open[0])
		}
	}
	for _, n := range []int{2, 64, 65, 50_000} {
		share := func(i int, e *lists.Entity) {
			e.Identifiers = []lists.Identifier{{Type: lists.IMOCompany, Value: "5434358"}}
		}
		a, b := many(n/2, share), many(n-n/2, share)
		b.Source.Name = "Others"
		want := n / 2 * (n - n/2)
		if n > 64 {
			want = 0
		}
		s := lists.NewGraph(a, b).Stats()
		if s.Edges != want || (s.Crowded == 1) != (n > 64) {
			t.Errorf("%d with one number: %+v, want %d edges", n, s, want)
		}
	}
}

// TestGraphHostileText: texts that are no names, and names that do harm on a screen.
func TestGraphHostileText(t *testing.T) {
	long := strings.Repeat("Ä", 1<<16)
	for _, c := range []struct{ name, asked, reason string }{
		{"\xff\xfeX", "\xff\xfex", "no UTF-8"},
		{"ÉTOILE", "étoile", "small letters of another alphabet"},
		{" A\t", "a", "blanks around it"},
		{long, strings.ToLower(long), "very long"},
		{"A\x1b[2JB\u202eC\n", "A\x1b[2JB\u202eC", "control characters"},
	} {
		l := listOf("L\x1b", "", entity(lists.Person, "1\n", c.name), entity(lists.Person, "2", "B"))
		l.Entities[1].Relations = []lists.Relation{{Role: "x\x1b", Label: "y\u202e\r", Text: c.asked}}
		g := lists.NewGraph(l)
		ps := g.Walk(&l.Entities[1], lists.WalkOptions{Depth: 1})
		if len(ps) != 1 {
			t.Errorf("%.20q: %d paths (%s)", c.name, len(ps), c.reason)
			continue
		}
		for _, s := range []string{ps[0].String(), ps[0][0].String()} {
			if strings.ContainsAny(s, "\x1b\u202e\n\r\t") || !utf8.ValidString(s) || len(s) > 1500 {
				t.Errorf("%.20q: %.100q (%s)", c.name, s, c.reason)
			}
		}
		if _, err := json.Marshal(ps); err != nil {
			t.Errorf("%.20q: %v", c.name, err)
		}
	}
	l := listOf("L", "", entity(lists.Person, "1", "", "é"), entity(lists.Person, "2"), entity(lists.Vessel, "3", "S"))
	l.Entities[1].Relations = []lists.Relation{to(lists.LinkedTo, ""), to(lists.LinkedTo, "  "), to(lists.LinkedTo, "e"), to(lists.LinkedTo, "", "", "9")}
	l.Entities[2].Vessel = &lists.VesselDetails{Owner: " "}
	if s := lists.NewGraph(l).Stats(); s.Edges != 0 || s.Relations.Unresolved != 4 || s.Printed.Unresolved != 0 || s.Speaking != 1 {
		t.Errorf("texts without a name, and an accent: %+v", s)
	}
}

func BenchmarkNewGraph(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		l := many(n, func(i int, e *lists.Entity) {
			e.Relations = []lists.Relation{to(lists.LinkedTo, "", fmt.Sprintf("%07d", i/40)), to(lists.LinkedTo, fmt.Sprintf("FIRM %07d", i/7))}
		})
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				lists.NewGraph(l)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/entry")
		})
	}
}

func BenchmarkWalk(b *testing.B) {
	l := many(10_000, func(i int, e *lists.Entity) {
		e.Relations = []lists.Relation{to(lists.LinkedTo, "", fmt.Sprintf("%07d", i/140))}
	})
	g := lists.NewGraph(l)
	for _, depth := range []int{1, 2, 3} {
		b.Run(fmt.Sprintf("depth=%d", depth), func(b *testing.B) {
			b.ReportAllocs()
			paths := 0
			for b.Loop() {
				paths = len(g.Walk(&l.Entities[3], lists.WalkOptions{Depth: depth}))
			}
			b.ReportMetric(float64(paths), "paths")
		})
	}
}
