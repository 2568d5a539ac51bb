package ownership

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// web makes a Structure of n firms with some three holdings each, drawn at random,
// so that most firms lie on cycles. One party of listed is listed; of a hundred
// shares, unknown are unknown and as many are ranges, and of the exact ones every
// fourth is a majority.
func web(name string, n, listed, unknown int) Structure {
	rng := rand.New(rand.NewPCG(11, uint64(n)))
	var s Structure
	for i := range n {
		p := Party{ID: fmt.Sprintf("firm%06d", i), Name: fmt.Sprintf("Firm No. %d", i)}
		if i > 0 && rng.IntN(listed) == 0 {
			for _, r := range Regimes() {
				p.Listed = append(p.Listed, Designation{Regime: r, Measure: lists.AssetFreeze})
			}
		}
		s.Parties = append(s.Parties, p)
	}
	for owned := range n {
		room := Whole
		taken := map[int]bool{owned: true}
		for range rng.IntN(6) {
			owner := rng.IntN(n)
			if taken[owner] {
				continue
			}
			taken[owner] = true
			h := Holding{Owner: s.Parties[owner].ID, Owned: s.Parties[owned].ID}
			switch k := rng.IntN(100); {
			case k < unknown:
			case k < 2*unknown:
				h.Share = Share{0, Whole - min(room, Portion(10+rng.IntN(50))*PerCent)}
			case k%4 == 0:
				h.Share = Exact(min(room, Portion(50+rng.IntN(50))*PerCent))
			default:
				h.Share = Exact(min(room, Portion(1+rng.IntN(40))*PerCent))
			}
			room -= h.Share.Min()
			s.Holdings = append(s.Holdings, h)
		}
		if rng.IntN(50) == 0 && owned > 0 {
			s.Controls = append(s.Controls, Control{s.Parties[rng.IntN(owned)].ID, s.Parties[owned].ID, BoardMajority, rng.IntN(2) == 0})
		}
	}
	if name == "stubborn" {
		// Two listed owners of the target limit each other, so that nobody can have all
		// that they have together, and everybody must be judged.
		s.Holdings = slices.DeleteFunc(s.Holdings, func(h Holding) bool { return h.Owned == s.Parties[0].ID && h.Share.Min() > 0 })
		for i := range 2 {
			p := Party{ID: fmt.Sprint("x", i)}
			for _, r := range Regimes() {
				p.Listed = append(p.Listed, Designation{Regime: r})
			}
			s.Parties = append(s.Parties, p)
			s.Holdings = append(s.Holdings, Holding{Owner: p.ID, Owned: s.Parties[0].ID, Share: Exact(10 * PerCent)},
				Holding{Owner: p.ID, Owned: s.Parties[1].ID, Share: Exact(10 * PerCent)})
		}
	}
	return s
}

var webs = []struct {
	name            string
	listed, unknown int
}{
	{"known", 20, 0},
	{"mixed", 20, 10},
	{"doubtful", 3, 50},
	{"stubborn", 3, 50}, // the worst case for a rule that asks for each listed party
}

// The work is bounded by the size of the structure: every holding and every control
// is looked at at most twice in each of two scenarios, and under a rule that keeps
// listed parties apart a fixed budget is added.
func TestWorkIsBounded(t *testing.T) {
	for _, w := range webs {
		s := web(w.name, 10_000, w.listed, w.unknown)
		c, err := New(s)
		if err != nil {
			t.Fatal(err)
		}
		size := len(s.Holdings) + len(s.Controls)
		for _, r := range Regimes() {
			v, work, err := c.decide("firm000000", r, lists.Day{})
			if err != nil {
				t.Fatal(err)
			}
			limit := 4 * size
			if r == UK {
				limit += 2*c.budget() + 4*size
			}
			if work > limit {
				t.Errorf("%s: %s: %d holdings and controls looked at, more than %d", w.name, r, work, limit)
			}
			t.Logf("%s: %s: size %d, work %d, steps %d, %s", w.name, r, size, work, len(v.Steps), v)
		}
	}
}

// Beyond the budget the answer is bounded and still contains what a longer search
// would find.
func TestBudgetKeepsTheAnswerSound(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	var bounded, decided int
	for range 1500 {
		s := random(rng, 3+rng.IntN(8), 30)
		c, err := New(s)
		if err != nil {
			t.Fatal(err)
		}
		r, err := ruleOn(UK, lists.Day{})
		if err != nil {
			t.Fatal(err)
		}
		distance := c.above(0)
		within := make([]bool, len(distance))
		for p := range within {
			within[p] = distance[p] >= 0
		}
		judge := func(budget int) figures {
			return c.perPerson(0, c.seeds(r, within), newScenario(c, r, false, within), newScenario(c, r, true, within), budget)
		}
		full, small := judge(unlimited), judge(2)
		if small.bounded {
			bounded++
			if small.lower || full.upper && !small.upper || full.held[0].Max() > small.held[0].Max() || full.held[0].Min() < small.held[0].Min() {
				t.Fatalf("bounded %+v, judged one by one %+v", small, full)
			}
			if small.upper == full.upper {
				decided++
			}
		} else if small.lower != full.lower {
			t.Fatalf("%+v, judged one by one %+v", small, full)
		}
	}
	if bounded < 300 || decided < 300 {
		t.Errorf("%d bounded, %d of them as the full search: too few to tell", bounded, decided)
	}
}

func BenchmarkNew(b *testing.B) {
	s := web("mixed", 10_000, 20, 10)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(s.Holdings)), "holdings")
}

func BenchmarkDecide(b *testing.B) {
	for _, w := range webs {
		s := web(w.name, 10_000, w.listed, w.unknown)
		for _, r := range Regimes() {
			b.Run(fmt.Sprintf("web=%s/regime=%s", w.name, r), func(b *testing.B) {
				c, err := New(s)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportAllocs()
				work := 0
				for b.Loop() {
					_, n, err := c.decide("firm000000", r, lists.Day{})
					if err != nil {
						b.Fatal(err)
					}
					work = n
				}
				b.ReportMetric(float64(work), "looks/op")
			})
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	v, err := Decide(web("mixed", 10_000, 20, 10), "firm000000", OFAC)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := v.Explain(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(v.Steps)), "steps")
}
