package index

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// exhaustive is the reference: every name is compared.
func exhaustive(list []names.Name, q *names.Name, o matcher.Options, floor matcher.Score) (ids []int32) {
	for id := range list {
		if matcher.Compare(*q, list[id], o).Score >= floor {
			ids = append(ids, int32(id))
		}
	}
	return ids
}

// benchWithin finds and compares what every query needs, and tells how many
// times faster that is than comparing all, in the same run.
func benchWithin(b *testing.B, p *names.Profile, list, queries []names.Name) {
	o := matcher.DefaultOptions()
	bound := matcher.MakeBound(p, &o, 600)
	x := New(p, texts(list))
	offered := 0
	for i := range queries { // the pool is filled, and the figure does not hang on b.N
		offered += len(x.Within(&queries[i], &bound))
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		q := &queries[i%len(queries)]
		for _, id := range x.Within(q, &bound) {
			matcher.Compare(*q, list[id], o)
		}
		i++
	}
	per := float64(b.Elapsed()) / float64(b.N)
	start, n := time.Now(), min(len(queries), 20)
	for i := range n {
		exhaustive(list, &queries[i*len(queries)/n], o, 600)
	}
	b.ReportMetric(float64(time.Since(start))/float64(n)/per, "times-scan")
	b.ReportMetric(float64(offered)/float64(len(queries)), "candidates/op")
}

func BenchmarkWithin(b *testing.B) {
	b.Run("list=excerpt/query=mutated", func(b *testing.B) {
		texts := listed(b, root(b)+"/testdata/ofac-excerpt")
		list := parse(names.Person, texts[names.Person])
		benchWithin(b, names.Person, list, questions(b, rand.New(rand.NewPCG(7, 8)), names.Person, texts[names.Person], 200))
	})
	for _, set := range []string{"global", "us"} {
		b.Run("list=ofac-2021-07/query=people-"+set, func(b *testing.B) {
			list := parse(names.Person, listed(b, shared(b, "lists/ofac/2021-07"))[names.Person])
			var texts []string
			for _, r := range table(b, shared(b, "eval/people_"+set+"_dev.csv"))[1:2001] {
				texts = append(texts, r[3])
			}
			benchWithin(b, names.Person, list, parse(names.Person, texts))
		})
	}
	for _, p := range profiles {
		b.Run("list=ofac-2021-07/query=mutated/profile="+p.String(), func(b *testing.B) {
			texts := listed(b, shared(b, "lists/ofac/2021-07"))[p]
			benchWithin(b, p, parse(p, texts), questions(b, rand.New(rand.NewPCG(9, 10)), p, texts, 300))
		})
	}
}

func BenchmarkNew(b *testing.B) {
	b.Run("list=ofac-2021-07", func(b *testing.B) {
		texts := listed(b, shared(b, "lists/ofac/2021-07"))
		b.ReportAllocs()
		for b.Loop() {
			for p, l := range texts {
				New(p, l)
			}
		}
	})
}
