package lists_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

func pathsText(ps []lists.Path) string {
	var out []string
	for _, p := range ps {
		var b strings.Builder
		b.WriteString(p.From().Entity.ID)
		for _, e := range p {
			b.WriteString(map[bool]string{false: ">", true: "<"}[e.Reverse] + e.To.Entity.ID)
		}
		out = append(out, b.String())
	}
	return strings.Join(out, " ")
}

// linked makes a list of persons tied by plain links: "a>b c" is that a names b and
// c, each by its ID; "a>b|c" that a names b or c.
func linked(name string, records ...string) *lists.List {
	l := listOf(name, "")
	for _, r := range records {
		id, rest, _ := strings.Cut(r, ">")
		e := entity(lists.Person, id, "NAME "+id)
		for _, ids := range strings.Fields(rest) {
			e.Relations = append(e.Relations, to(lists.LinkedTo, ids, strings.Split(ids, "|")...))
		}
		l.Entities = append(l.Entities, e)
	}
	return l
}

// TestWalk holds which paths a walk finds, and in which order.
func TestWalk(t *testing.T) {
	for _, c := range []struct {
		records, from string
		o             lists.WalkOptions
		want, reason  string
	}{
		{"a>b,b>c,c", "a", lists.WalkOptions{}, "", "depth nought"},
		{"a>b,b>c,c", "a", lists.WalkOptions{Depth: -1}, "", "depth below nought"},
		{"a>b,b>c,c", "a", lists.WalkOptions{Depth: 1}, "a>b", "depth one"},
		{"a>b,b>c,c", "a", lists.WalkOptions{Depth: 9}, "a>b a>b>c", "depth to spare"},
		{"a>b,b>c,c", "c", lists.WalkOptions{Depth: 9}, "c<b c<b<a", "against the records"},
		{"a>b,c>b,b", "a", lists.WalkOptions{Depth: 9}, "a>b a>b<c", "two that name a third"},
		{"a>b,b>c,c>a", "a", lists.WalkOptions{Depth: 9}, "a>b a<c", "a cycle"},
		{"a>a b,b", "a", lists.WalkOptions{Depth: 9}, "a>b", "a record about itself"},
		{"a>b b b,b>a", "a", lists.WalkOptions{Depth: 9}, "a>b", "said often, and from both sides"},
		{"z>q,q>p,p>n,a>z n,n", "z", lists.WalkOptions{Depth: 9}, "z<a z>q z<a>n z>q>p", "entries in the order of IDs, level by level; the nearer way"},
		{"a>c b,b>d,c>d,d", "a", lists.WalkOptions{Depth: 9}, "a>b a>c a>b>d", "of two ways the one whose entries come first"},
		{"a>b|e c,b>d,c>d,e,d", "a", lists.WalkOptions{Depth: 9}, "a>b a>c a>e a>b>d", "an ambiguous edge further back does not count"},
		{"a>b c,b>d|e,c>d,d,e", "a", lists.WalkOptions{Depth: 9}, "a>b a>c a>c>d a>b>e", "a last edge that is certain goes before one that is not"},
		{"a>b|c,b,c>d,d", "b", lists.WalkOptions{Depth: 9}, "b<a", "not from one alternative to the other"},
		{"a>b|c c,b,c>d,d", "b", lists.WalkOptions{Depth: 9}, "b<a b<a>c b<a>c>d", "but by another statement"},
		{"a>b|c d|e,b,c,d,e", "b", lists.WalkOptions{Depth: 9}, "b<a b<a>d b<a>e", "nor is another ambiguous statement the same"},
		{"a>b|b,b", "a", lists.WalkOptions{Depth: 9, Certain: true}, "a>b", "one entry named twice is no alternative"},
		{"a>b|c,b,c>d,d", "a", lists.WalkOptions{Depth: 9, Certain: true}, "", "ambiguous edges passed over"},
		{"a>b b|c,b,c>d,d", "a", lists.WalkOptions{Depth: 9, Certain: true}, "a>b", "a certain one beside it"},
		{"a>b c d,b,c,d>e,e", "a", lists.WalkOptions{Depth: 9, Max: 2}, "a>b a>c", "the first of a level"},
		{"a>b c d,b,c,d>e,e", "a", lists.WalkOptions{Depth: 9, Max: 4}, "a>b a>c a>d a>d>e", "as many as there are"},
		{"a>b c d,b,c,d>e,e", "a", lists.WalkOptions{Depth: 9, Max: -1}, "a>b a>c a>d a>d>e", "no bound"},
		{"a>b c d,b,c,d>e,e", "a", lists.WalkOptions{Depth: 9, Kinds: []lists.Kind{lists.Vessel}}, "", "no entry of this kind"},
		{"a>b,b", "a", lists.WalkOptions{Depth: 9, Roles: []lists.RelationRole{lists.OwnedBy}}, "", "no edge of this role"},
		{"a>b,b", "a", lists.WalkOptions{Depth: 9, Roles: []lists.RelationRole{lists.OwnedBy, lists.LinkedTo}}, "a>b", "one of the roles"},
	} {
		l := linked("L", strings.Split(c.records, ",")...)
		g := lists.NewGraph(l)
		if got := pathsText(g.Walk(find(t, []*lists.List{l}, c.from), c.o)); got != c.want {
			t.Errorf("%s from %s (%s)\n got %s\nwant %s", c.records, c.from, c.reason, got, c.want)
		}
	}
	ls := harbour()
	g := lists.NewGraph(ls...)
	if got, want := pathsText(g.Walk(find(t, ls, "3"), lists.WalkOptions{Depth: 2, Kinds: []lists.Kind{lists.Vessel}, Max: 1})), "3>1>4"; got != want {
		t.Errorf("first ship of a captain %s, want %s", got, want)
	}
	if got, want := pathsText(g.Walk(find(t, ls, "t"), lists.WalkOptions{Depth: 2})), "t>4 t>4>1"; got != want {
		t.Errorf("over the same party on another list %s, want %s", got, want)
	}
	if g.Walk(find(t, ls, "3"), lists.WalkOptions{Depth: 1})[1].Certain() {
		t.Error("an ambiguous path is certain")
	}
}

// TestBetween holds that the path between two entries is the one that Walk finds.
func TestBetween(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 7))
	for range rounds(40) {
		l, _ := randomList(r, "L", 2+r.IntN(30), 1.2, false)
		g := lists.NewGraph(l)
		for i := range l.Entities {
			e := &l.Entities[i]
			o := lists.WalkOptions{Depth: 1 + r.IntN(5), Max: 1, Kinds: []lists.Kind{lists.Aircraft}}
			reached := map[*lists.Entity]lists.Path{}
			for _, p := range g.Walk(e, lists.WalkOptions{Depth: o.Depth}) {
				reached[p.To().Entity] = p
			}
			for j := range l.Entities {
				f := &l.Entities[j]
				if got, want := fmt.Sprint(g.Between(e, f, o)), fmt.Sprint(reached[f]); got != want {
					t.Fatalf("%s to %s: %s, want %s", e.ID, f.ID, got, want)
				}
			}
		}
	}
}

// rounds is how often a test tries something at random, fewer times with -short.
func rounds(n int) int {
	if testing.Short() {
		return n / 4
	}
	return n
}

// randomList makes a list of n entries with a number of statements on average, and
// returns who is tied to whom, by places.
func randomList(r *rand.Rand, name string, n int, statements float64, alternatives bool) (*lists.List, [][]bool) {
	l := listOf(name, "")
	for i := range n {
		l.Entities = append(l.Entities, entity(lists.Person, fmt.Sprintf("%s%03d", name, i), fmt.Sprintf("N%d %s", i, name)))
	}
	tied := make([][]bool, n)
	for i := range tied {
		tied[i] = make([]bool, n)
	}
	for range int(float64(n) * statements) {
		i, j := r.IntN(n), r.IntN(n)
		tied[i][j], tied[j][i] = true, true
		rel := to(lists.LinkedTo, "", l.Entities[j].ID)
		if r.IntN(3) == 0 { // by name
			rel = to(lists.LinkedTo, strings.ToLower(l.Entities[j].PrimaryName()))
		} else if k := r.IntN(n); alternatives && k != j {
			rel.IDs = append(rel.IDs, l.Entities[k].ID)
			tied[i][k], tied[k][i] = true, true
		}
		l.Entities[i].Relations = append(l.Entities[i].Relations, rel)
	}
	return l, tied
}

// distances returns how far every entry is from one, by the plainest search there is.
func distances(tied [][]bool, from int) []int {
	d := make([]int, len(tied))
	for i := range d {
		d[i] = -1
	}
	d[from] = 0
	for again := true; again; {
		again = false
		for i := range tied {
			for j := range tied {
				if tied[i][j] && d[i] >= 0 && (d[j] < 0 || d[j] > d[i]+1) {
					d[j], again = d[i]+1, true
				}
			}
		}
	}
	return d
}

// TestWalkIsShortest holds on random lists that a walk reaches whom a plain search
// reaches, by paths as short, whole, without repetition, in order, and within the
// depth; that whoever is reached reaches back as far; and that components are whom a
// walk of any depth would reach.
func TestWalkIsShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	walked := 0
	for range rounds(100) {
		n := 1 + r.IntN(40)
		l, tied := randomList(r, "L", n, []float64{0.5, 1, 2}[r.IntN(3)], false)
		g := lists.NewGraph(l)
		size := map[*lists.Entity]int{}
		for _, c := range g.Components() {
			for _, m := range c {
				size[m.Entity] = len(c)
			}
		}
		at := map[*lists.Entity]int{}
		for i := range l.Entities {
			at[&l.Entities[i]] = i
		}
		for i := range l.Entities {
			e := &l.Entities[i]
			d := distances(tied, i)
			depth := 1 + r.IntN(6)
			ps := g.Walk(e, lists.WalkOptions{Depth: depth})
			if err := checkPaths(e, depth, ps); err != nil {
				t.Fatal(err)
			}
			within, all := 0, 0
			for j := range d {
				if d[j] > 0 {
					all++
					if d[j] <= depth {
						within++
					}
				}
			}
			if len(ps) != within {
				t.Fatalf("%s: %d paths, want %d", e.ID, len(ps), within)
			}
			if all > 0 && size[e] != all+1 || all == 0 && size[e] != 0 {
				t.Fatalf("%s: in a component of %d, want %d", e.ID, size[e], all+1)
			}
			for _, p := range ps {
				if len(p) != d[at[p.To().Entity]] {
					t.Fatalf("%s: %d edges, want %d", p, len(p), d[at[p.To().Entity]])
				}
				back := g.Between(p.To().Entity, e, lists.WalkOptions{Depth: depth})
				if len(back) != len(p) {
					t.Fatalf("%s: back by %s", p, back)
				}
				walked++
			}
			for k := range ps { // Max gives the first ones
				if k%5 == 0 && pathsText(g.Walk(e, lists.WalkOptions{Depth: depth, Max: k + 1})) != pathsText(ps[:k+1]) {
					t.Fatalf("%s: the first %d paths are others", e.ID, k+1)
				}
			}
		}
	}
	if walked < rounds(10_000) {
		t.Errorf("only %d paths", walked)
	}
}

// checkPaths returns what is wrong with the paths of a walk.
func checkPaths(e *lists.Entity, depth int, ps []lists.Path) error {
	for i, p := range ps {
		on := []*lists.Entity{e}
		if len(p) < 1 || len(p) > depth || p.From().Entity != e {
			return fmt.Errorf("%s: %d edges", p, len(p))
		}
		for k, edge := range p {
			if slices.Contains(on, edge.To.Entity) || edge.From.Entity != on[len(on)-1] || k > 0 && edge.From != p[k-1].To {
				return fmt.Errorf("%s: edge %d", p, k)
			}
			on = append(on, edge.To.Entity)
			by, of := edge.Says()
			if edge.Relation != nil && !slices.ContainsFunc(by.Entity.Relations, func(r lists.Relation) bool {
				return r.Text == edge.Text && r.Role == edge.Role && (slices.Contains(r.IDs, of.Entity.ID) || strings.EqualFold(r.Text, of.Entity.PrimaryName()))
			}) {
				return fmt.Errorf("%s: no record says %s", p, edge)
			}
		}
		if i > 0 {
			a, b := ps[i-1], p
			x, y := a.To(), b.To()
			if len(a) > len(b) || len(a) == len(b) && (x.List.Source.Name > y.List.Source.Name || x.List == y.List && x.Entity.ID >= y.Entity.ID) {
				return fmt.Errorf("%s before %s", a, b)
			}
		}
	}
	return nil
}

// TestGraphIsOrderFree holds that the order of the lists changes nothing, nor does
// that of the entries in a list whose IDs differ.
func TestGraphIsOrderFree(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range rounds(12) {
		var ls []*lists.List
		for _, name := range []string{"A", "B", "C"} {
			l, _ := randomList(r, name, 1+r.IntN(20), 1.5, true)
			for i := range l.Entities {
				l.Entities[i].References = []lists.Reference{{List: "X", ID: fmt.Sprint(r.IntN(25))}}
			}
			l.Source.Publisher = "P"
			ls = append(ls, l)
		}
		text := func() string {
			g := lists.NewGraph(ls...)
			var b strings.Builder
			for _, d := range g.Degrees() {
				fmt.Fprintln(&b, edgesText(g.Of(d.Entity)))
				ps := g.Walk(d.Entity, lists.WalkOptions{Depth: 4})
				if err := checkPaths(d.Entity, 4, ps); err != nil {
					t.Fatal(err)
				}
				fmt.Fprintln(&b, ps)
			}
			return fmt.Sprint(b.String(), g.Stats(), len(g.Components()), g.Unresolved())
		}
		want := text()
		r.Shuffle(len(ls), func(i, j int) { ls[i], ls[j] = ls[j], ls[i] })
		if got := text(); got != want {
			t.Fatalf("the order of the lists counts\n got %s\nwant %s", got, want)
		}
		for _, l := range ls {
			r.Shuffle(len(l.Entities), func(i, j int) { l.Entities[i], l.Entities[j] = l.Entities[j], l.Entities[i] })
		}
		if got := text(); got != want {
			t.Fatalf("the order of the entries counts\n got %s\nwant %s", got, want)
		}
	}
}
