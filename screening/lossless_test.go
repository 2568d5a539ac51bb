package screening_test

import (
	"flag"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/internal/synth"
)

// Nothing lost: what Screen finds is what a comparison with every listed name
// finds, hit for hit and step for step.

var losslessSample = flag.Int("lossless", 60, "queries of each set, drawn by a fixed seed, that TestLossless compares exhaustively; 0 is all")

var losslessThresholds = [...]matcher.Score{600, 700, 800, 900}

// TestLossless holds Screen against exhaustive comparison at four thresholds and
// the default one: over the queries of the shared folder, and over 5,000 mutated
// names of lists of many sizes.
func TestLossless(t *testing.T) {
	for _, size := range [...]struct {
		name  string
		names int
	}{{"1", 1}, {"10", 10}, {"1k", 1000}, {"20k", 20_000}} {
		t.Run("list=synthetic-"+size.name+"/query=mutated", func(t *testing.T) {
			if raceDetector && size.names > 1000 {
				t.Skip("long under the race detector")
			}
			l := synth.List(11, size.names)
			newTrial(t, l).run(t, mutatedQueries(l, 5000))
		})
	}
	t.Run("list=excerpt/query=mutated", func(t *testing.T) {
		x := newTrial(t, excerptList(t))
		x.all = true
		x.run(t, mutatedQueries(excerptList(t), 5000))
	})
	t.Run("list=two/query=mutated", func(t *testing.T) {
		a, b := synth.List(12, 600), excerptList(t)
		x := newTrial(t, a, b)
		x.all = true
		x.run(t, append(mutatedQueries(a, 500), mutatedQueries(b, 500)...))
	})
	t.Run("list=transliteration/query=transliteration", func(t *testing.T) {
		if raceDetector {
			t.Skip("long under the race detector")
		}
		l, qs := transliterations(t)
		newTrial(t, l).run(t, qs)
	})
	t.Run("list=ofac-2021-07", func(t *testing.T) {
		if raceDetector {
			t.Skip("long under the race detector")
		}
		l := realList(t, "2021-07")
		x := newTrial(t, l)
		t.Run("query=mutated", func(t *testing.T) { x.run(t, mutatedQueries(l, 5000)) })
		for _, q := range devSets {
			t.Run("query="+q.name, func(t *testing.T) { x.run(t, q.queries(t)) })
		}
	})
}

// trial is lists with what Screen and exhaustive comparison say of them.
type trial struct {
	screeners []*screening.Screener // by threshold, the lowest first, then the default one
	x         *exhaustive
	all       bool // Compare judges every entity, not only those with a name that is alike: where it can, to show that this is the same
}

func newTrial(t testing.TB, ls ...*lists.List) *trial {
	t.Helper()
	p := screening.DefaultPolicy()
	x := newExhaustive(p.Names, ls...)
	p.MaxHits = len(x.entities)
	standard := newScreener(t, p, ls...)
	out := &trial{x: x}
	for _, threshold := range losslessThresholds {
		p.Threshold = threshold
		s, err := standard.With(p)
		if err != nil {
			t.Fatal(err)
		}
		out.screeners = append(out.screeners, s)
	}
	out.screeners = append(out.screeners, standard)
	return out
}

// run holds the answers to qs, or to a sample of them, against exhaustive
// comparison, on all processors.
func (x *trial) run(t *testing.T, qs []screening.Query) {
	t.Helper()
	sample := *losslessSample
	switch {
	case raceDetector:
		sample = 10
	case testing.Short():
		sample = 30
	}
	if x.x.size() < 2000 {
		sample *= 4 // a small list is soon compared
	}
	if sample > 0 && len(qs) > sample {
		r := rand.New(rand.NewPCG(6, 6))
		r.Shuffle(len(qs), func(i, j int) { qs[i], qs[j] = qs[j], qs[i] })
		qs = qs[:sample]
	}
	var everyone []int32
	for i := range x.x.entities {
		everyone = append(everyone, int32(i))
	}
	var next, hits, failed atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(qs) || failed.Load() > 20 {
					return
				}
				near := everyone
				if !x.all {
					near = x.x.near(&qs[i])
				}
				n, how := compareExhaustively(x.screeners, x.x, qs[i], near)
				hits.Add(int64(n))
				if how != "" {
					failed.Add(1)
					t.Errorf("%s %q %v: %s", qs[i].Kind, qs[i].Names, qs[i].Identifiers, how)
				}
			}
		})
	}
	workers.Wait()
	t.Logf("%d queries, %d listed names, %d hits at five thresholds", len(qs), x.x.size(), hits.Load())
	if hits.Load() == 0 && len(qs) > 100 {
		t.Error("no hit: the queries are near no name")
	}
}

// compareExhaustively screens q by each of the screeners, which differ in their
// thresholds only, the lowest one first, and says how the answers differ from
// those of the comparison with the entities at places near.
func compareExhaustively(screeners []*screening.Screener, x *exhaustive, q screening.Query, near []int32) (hits int, how string) {
	q.Near = 50
	for i, s := range screeners {
		threshold := s.Policy().Threshold
		r, err := s.Screen(q)
		if err != nil {
			if _, e := s.Compare(q, x.entities[0]); e == nil || e.Error() != err.Error() {
				return hits, err.Error()
			}
			continue
		}
		if err := checkResult(r); err != nil {
			return hits, err.Error()
		}
		want, below, err := x.judged(s, &q, near)
		if err != nil {
			return hits, err.Error()
		}
		hits += len(r.Hits)
		if how := differ(r.Hits, want); how != "" {
			return hits, "at " + threshold.String() + ": " + how
		}
		told := 0
		for _, h := range r.Hints {
			if h.Kind == screening.NearHint {
				told++
			}
		}
		if told != min(below, q.Near) {
			return hits, "at " + threshold.String() + ": parties below the threshold are not told"
		}
		if i == 0 { // nothing else can be a hit at any threshold: scores do not depend on it
			near = slices.DeleteFunc(slices.Clone(near), func(at int32) bool {
				h, err := s.Compare(q, x.entities[at])
				return err == nil && len(h.Steps) == 0
			})
		}
	}
	return hits, ""
}

// FuzzLossless holds Screen against exhaustive comparison for whatever query and
// threshold, over a small list of every kind and script.
func FuzzLossless(f *testing.F) {
	l, synthetic := excerptList(f), synth.List(14, 300)
	p := screening.DefaultPolicy()
	p.MaxHits = 10_000
	s := newScreener(f, p, l, synthetic)
	x := newExhaustive(p.Names, l, synthetic)
	for i, q := range append(mutatedQueries(l, 60), mutatedQueries(synthetic, 60)...) {
		typ, value := "", ""
		if len(q.Identifiers) > 0 {
			typ, value = string(q.Identifiers[0].Type), q.Identifiers[0].Value
		}
		f.Add(byte(q.Kind), q.Names[0], q.Names[len(q.Names)-1], typ, value, uint16(500+4*i))
	}
	for i, name := range pairNames(f) {
		if i%25 != 0 { // seeds count as runs, and others are wanted
			continue
		}
		f.Add(byte(i%5), name, "", "", "", uint16(780))
	}
	f.Add(byte(0), "\xff\xfe", "\u202eA", "imo", "IMO 15411", uint16(0))
	f.Fuzz(func(t *testing.T, kind byte, name, also, typ, value string, threshold uint16) {
		p := p
		p.Threshold = matcher.Score(1 + threshold%1000)
		at, err := s.With(p)
		if err != nil {
			t.Fatal(err)
		}
		q := screening.Query{Kind: lists.Kind(kind % 5), Names: []string{name, also}}
		if value != "" {
			q.Identifiers = []lists.Identifier{{Type: lists.IDType(typ), Value: value}}
		}
		if !strings.ContainsFunc(name+also, unicode.IsPrint) && value == "" {
			return
		}
		if _, how := compareExhaustively([]*screening.Screener{at}, x, q, x.near(&q)); how != "" {
			t.Errorf("%s %q %v: %s", q.Kind, q.Names, q.Identifiers, how)
		}
	})
}
