package screening_test

import (
	"os"
	"runtime"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/screening"
)

const benchSet = "2021-07"

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
// stays in memory.
func BenchmarkLoad(b *testing.B) {
	dir := sharedDir(b, "lists", "ofac", benchSet)
	heap := func() float64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / (1 << 20)
	}
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
}

func BenchmarkScreen(b *testing.B) {
	queries := []struct {
		name  string
		query screening.Query
	}{
		{"kind=person/outcome=hit", person("Ali Danaei Kenarsari")},
		{"kind=person/outcome=none", person("Annika Lindqvist")},
		{"kind=vessel/outcome=hit", vessel("FORTUNE")},
		{"kind=vessel/outcome=none", vessel("Nordic Marigold")},
		{"kind=organization/outcome=hit", firm("National Iranian Tanker Company")},
		{"kind=organization/outcome=none", firm("Lindqvist Chocolate Works AB")},
		{"kind=unknown/outcome=none", screening.Query{Names: []string{"Annika Lindqvist"}}},
		{"kind=unknown/outcome=hit-by-imo", number(lists.IMOShip, "9283746")},
	}
	for _, set := range [...]string{"excerpt", benchSet} {
		b.Run("list="+set, func(b *testing.B) {
			s := newScreener(b, screening.DefaultPolicy(), benchList(b, set))
			for _, q := range queries {
				b.Run(q.name, func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if _, err := s.Screen(q.query); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
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
