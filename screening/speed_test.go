package screening_test

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/internal/synth"
)

// How speed is measured. A set of queries is asked once to warm up, then three
// times, one query after the other on one goroutine. The time of a query is the
// least of its three: what it costs when nothing else wants the processor. p50-µs
// and p99-µs are the median and the 99th percentile of those times over the
// queries of the set, so that a slow query stays slow however often it is asked.
// By then the Screener remembers most of their words; first-p50-µs and first-p99-µs
// are of the warm-up, when it met them for the first time, beside whatever else
// wanted the processor. ns/op, B/op and allocs/op are means over the set.
//
// times-scan says how many times longer the comparison with every listed name
// takes, over some of the queries, in the same run. bytes/miss and allocs/miss
// are what one query allocates that finds nothing, over all that do, and
// allocs/miss-max what the hungriest of them does.
//
//	go test -run xxx -bench . -benchmem ./screening/ | tee new && benchstat old new
//
// -short asks 100 queries of each set and leaves out the list of 100,000 names:
// it shows that the benchmarks run, and measures little.

const benchSet = "2021-07"

var million = flag.Bool("million", false, "measure a list of a million names too")

// sets are the queries by which the speed of a list is measured.
func sets(b *testing.B, l *lists.List, n int) []querySet {
	made := synth.Queries(1, l, n)
	out := []querySet{
		{"absent", func(*testing.B) []screening.Query { return asQueries(made.Absent) }},
		{"exact", func(*testing.B) []screening.Query { return asQueries(made.Exact) }},
		{"one-edit", func(*testing.B) []screening.Query { return asQueries(made.Edited) }},
		{"imo", func(b *testing.B) []screening.Query { return shipNumbers(b, l) }},
	}
	return out
}

// querySet is queries with a name; they are made, or read, when they are needed.
type querySet struct {
	name    string
	queries func(b *testing.B) []screening.Query
}

// evalSets are the queries of the shared folder.
var evalSets = []querySet{
	{"people-global", func(b *testing.B) []screening.Query { return evalNames(b, "people_global_dev.csv", 3, lists.Person) }},
	{"people-us", func(b *testing.B) []screening.Query { return evalNames(b, "people_us_dev.csv", 3, lists.Person) }},
	{"people-global-any-kind", func(b *testing.B) []screening.Query { return evalNames(b, "people_global_dev.csv", 3, lists.Unknown) }},
	{"ships", func(b *testing.B) []screening.Query { return evalNames(b, "ships_dev.csv", 0, lists.Vessel) }},
}

func evalNames(t testing.TB, file string, column int, k lists.Kind) []screening.Query {
	t.Helper()
	var out []screening.Query
	for _, row := range csvRows(t, "eval", file) {
		out = append(out, screening.Query{Kind: k, Names: []string{row[column]}})
	}
	return out
}

func asQueries(from []synth.Query) []screening.Query {
	var out []screening.Query
	for _, q := range from {
		out = append(out, screening.Query{Kind: q.Kind, Names: []string{q.Name}})
	}
	return out
}

// shipNumbers are the IMO numbers of a list, and as many that are not on it.
func shipNumbers(t testing.TB, l *lists.List) []screening.Query {
	t.Helper()
	var out []screening.Query
	for i := range l.Entities {
		for _, id := range l.Entities[i].Identifiers {
			if c, err := id.Canonical(); err == nil && id.Type == lists.IMOShip {
				out = append(out, screening.Query{Kind: lists.Vessel, Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: c.Value}}})
			}
		}
		if len(out) == 2500 {
			break
		}
	}
	if len(out) == 0 {
		t.Fatal("no IMO number on the list")
	}
	for i, n := 0, 5000000; i < len(out)/2; n++ {
		if v := fmt.Sprint(n); lists.ValidIMOShip(v) {
			out[2*i].Identifiers[0].Value = v
			i++
		}
	}
	return out
}

func BenchmarkScreen(b *testing.B) {
	for _, set := range [...]string{"excerpt", benchSet} {
		name := "ofac-" + set
		if set == "excerpt" {
			name = set
		}
		b.Run("list="+name, func(b *testing.B) {
			l := benchList(b, set)
			p := screening.DefaultPolicy()
			s := newScreener(b, p, l)
			x := newExhaustive(p.Names, l)
			all := sets(b, l, 2000)
			if set == benchSet {
				all = append(slices.Clone(evalSets), all...)
			}
			for _, q := range all {
				b.Run("query="+q.name, func(b *testing.B) { measure(b, s, x, q.queries(b)) })
			}
		})
	}
}

// speed is what was measured of a set of queries.
type speed struct{ p50, p99 time.Duration }

// fewer is a hundred of the queries where -short is given, from all over the set.
func fewer(qs []screening.Query) []screening.Query {
	const n = 100
	if !testing.Short() || len(qs) <= n {
		return qs
	}
	var out []screening.Query
	for i := range n {
		out = append(out, qs[i*len(qs)/n])
	}
	return out
}

// measure asks for qs and reports as the head of this file says. A nil x leaves
// times-scan out.
func measure(b *testing.B, s *screening.Screener, x *exhaustive, qs []screening.Query) speed {
	qs = fewer(qs)
	ask := func(i int) *screening.Result {
		r, err := s.Screen(qs[i])
		if err != nil {
			b.Fatal(err)
		}
		return r
	}
	var misses []int
	first := make([]time.Duration, len(qs))
	for i := range qs {
		start := time.Now()
		r := ask(i)
		if first[i] = time.Since(start); len(r.Hits) == 0 {
			misses = append(misses, i)
		}
	}
	slices.Sort(first)
	times := make([]time.Duration, len(qs))
	for pass := range 3 {
		for i := range qs {
			start := time.Now()
			ask(i)
			if d := time.Since(start); pass == 0 || d < times[i] {
				times[i] = d
			}
		}
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		ask(i % len(qs))
		i++
	}
	sorted := slices.Sorted(slices.Values(times))
	out := speed{percentile(sorted, 50), percentile(sorted, 99)}
	b.ReportMetric(micro(out.p50), "p50-µs")
	b.ReportMetric(micro(out.p99), "p99-µs")
	b.ReportMetric(micro(percentile(first, 50)), "first-p50-µs")
	b.ReportMetric(micro(percentile(first, 99)), "first-p99-µs")
	if len(misses) > 0 {
		bytes, objects, most := allocated(misses, func(i int) { ask(i) })
		b.ReportMetric(bytes, "bytes/miss")
		b.ReportMetric(objects, "allocs/miss")
		b.ReportMetric(most, "allocs/miss-max")
	}
	if x != nil {
		named := qs[0].Names != nil
		n := max(2, min(20, 400_000/x.size()))
		var scan, index time.Duration
		for k := range n {
			at := k * len(qs) / n
			start := time.Now()
			if named {
				x.near(&qs[at])
			}
			scan += time.Since(start)
			index += times[at]
		}
		if named {
			b.ReportMetric(float64(scan)/float64(index), "times-scan")
		}
	}
	return out
}

// allocated are the bytes and objects that a call allocates on the mean of at,
// and the objects of the one that allocates most.
func allocated(at []int, call func(int)) (bytes, objects, most float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var before, after runtime.MemStats
	if len(at) > 300 {
		var some []int
		for k := range 300 {
			some = append(some, at[k*len(at)/300])
		}
		at = some
	}
	for _, i := range at {
		least := uint64(math.MaxUint64) // of three: a collection empties pools
		var held uint64
		for range 3 {
			runtime.ReadMemStats(&before)
			call(i)
			runtime.ReadMemStats(&after)
			if n := after.Mallocs - before.Mallocs; n < least {
				least, held = n, after.TotalAlloc-before.TotalAlloc
			}
		}
		bytes += float64(held) / float64(len(at))
		objects += float64(least) / float64(len(at))
		most = max(most, float64(least))
	}
	return bytes, objects, most
}

func percentile(sorted []time.Duration, n int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*n/100)]
}

func micro(d time.Duration) float64 { return float64(d) / 1e3 }

// BenchmarkScreenAll asks on all processors.
func BenchmarkScreenAll(b *testing.B) {
	for _, q := range evalSets {
		b.Run("list=ofac-"+benchSet+"/query="+q.name, func(b *testing.B) {
			qs := fewer(q.queries(b))
			s := newScreener(b, screening.DefaultPolicy(), realList(b, benchSet))
			all := func() {
				for _, err := range s.ScreenAll(context.Background(), slices.Values(qs)) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			all()
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				all()
				n += len(qs)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "queries/s")
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for _, set := range [...]string{"excerpt", benchSet} {
		b.Run("list="+set, func(b *testing.B) {
			l := benchList(b, set)
			b.ReportAllocs()
			for b.Loop() {
				newScreener(b, screening.DefaultPolicy(), l)
			}
		})
	}
}

func benchList(b *testing.B, set string) *lists.List {
	if set == "excerpt" {
		return excerptList(b)
	}
	return realList(b, set)
}

// BenchmarkLoad is the way from the files of a real set to a Screener, and what
// then stays in memory: the list and the Screener.
func BenchmarkLoad(b *testing.B) {
	b.Run("list=ofac-"+benchSet, func(b *testing.B) {
		dir := sharedDir(b, "lists", "ofac", benchSet)
		before := heap()
		var s *screening.Screener
		b.ReportAllocs()
		for b.Loop() {
			l, err := ofac.ParseCSV(os.DirFS(dir))
			if err != nil {
				b.Fatal(err)
			}
			s = newScreener(b, screening.DefaultPolicy(), l)
		}
		b.ReportMetric(heap()-before, "heap-MiB")
		runtime.KeepAlive(s)
	})
}

// heap is what lives, in MiB.
func heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}

func BenchmarkCompare(b *testing.B) {
	l := excerptList(b)
	s := newScreener(b, screening.DefaultPolicy(), l)
	e := entity(b, l, "29099")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Compare(person("Ali Danaei Kenarsari"), e); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSynthetic measures lists of 10,000 and 100,000 names, with -million
// also one of a million, and prints how time and memory grow with the names.
func BenchmarkSynthetic(b *testing.B) {
	type row struct {
		names             string
		build, list, heap float64
		speeds            map[string]speed
	}
	var rows []row
	for _, size := range [...]struct {
		label string
		names int
	}{{"10k", 10_000}, {"100k", 100_000}, {"1M", 1_000_000}} {
		if size.names == 1_000_000 && !*million || size.names > 10_000 && testing.Short() {
			continue
		}
		b.Run("names="+size.label, func(b *testing.B) {
			before := heap()
			l := synth.List(1, size.names)
			out := row{names: size.label, list: heap() - before, speeds: map[string]speed{}}
			p := screening.DefaultPolicy()
			start := time.Now()
			s := newScreener(b, p, l)
			out.build = time.Since(start).Seconds()
			out.heap = heap() - before
			x := newExhaustive(p.Names, l)
			for _, q := range sets(b, l, 1000) {
				b.Run("query="+q.name, func(b *testing.B) {
					out.speeds[q.name] = measure(b, s, x, q.queries(b))
					b.ReportMetric(out.build, "build-s")
					b.ReportMetric(out.list, "list-MiB")
					b.ReportMetric(out.heap, "heap-MiB")
				})
			}
			runtime.KeepAlive(l)
			rows = append(rows, out)
		})
	}
	if len(rows) == 0 {
		return
	}
	var t strings.Builder
	order := [...]string{"absent", "exact", "one-edit", "imo"}
	fmt.Fprintf(&t, "%6s %8s %9s %9s", "names", "build s", "list MiB", "heap MiB")
	for _, q := range order {
		fmt.Fprintf(&t, " %20s", q+" p50/p99 µs")
	}
	for _, r := range rows {
		fmt.Fprintf(&t, "\n%6s %8.2f %9.1f %9.1f", r.names, r.build, r.list, r.heap)
		for _, q := range order {
			figures := "-" // not asked for
			if v, ok := r.speeds[q]; ok {
				figures = fmt.Sprintf("%.0f / %.0f", micro(v.p50), micro(v.p99))
			}
			fmt.Fprintf(&t, " %20s", figures)
		}
	}
	fmt.Printf("\n%s\n", t.String())
}
