package open

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// realPaths are the lists of the shared folder that name parties, of each
// publisher the newest edition.
var realPaths = [...]string{
	"ofac/2024-01", "ofac/consolidated-2025-12", "un/consolidated_2026-02.xml.gz", "ca/sema-lmes_2025-05.xml.gz", "uk/ConList_2020-04.csv.gz",
	"au/regulation8_consolidated_2024-12.xlsx", "us_csl/consolidated_2022-04.csv.gz", "opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz",
}

// BenchmarkTogether asks all real lists together. p50-µs and p99-µs are taken
// over the queries, of each the least of three times after one to warm up, as the
// benchmarks of package screening do.
func BenchmarkTogether(b *testing.B) {
	shared := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		b.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	var s *screening.Screener
	names := 0
	load := func(b *testing.B) {
		var ls []*lists.List
		names = 0
		for _, path := range realPaths {
			l, _, err := List(filepath.Join(shared, "lists", filepath.FromSlash(path)))
			if err != nil {
				b.Fatal(err)
			}
			for i := range l.Entities {
				names += len(l.Entities[i].Names)
			}
			ls = append(ls, l)
		}
		var err error
		if s, err = screening.New(screening.DefaultPolicy(), ls...); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("load", func(b *testing.B) {
		before := live()
		b.ReportAllocs()
		for b.Loop() {
			load(b)
		}
		b.ReportMetric(live()-before, "heap-MiB")
		b.ReportMetric(float64(names), "names")
		runtime.KeepAlive(s)
	})
	for _, set := range [...]struct {
		name, file, column string
		kind               lists.Kind
	}{
		{"people-global", "people_global_dev.csv", "name", lists.Person},
		{"people-us", "people_us_dev.csv", "name", lists.Person},
		{"ships", "ships_dev.csv", "name", lists.Vessel},
	} {
		b.Run("query="+set.name, func(b *testing.B) {
			if s == nil {
				load(b)
			}
			measure(b, s, column(b, filepath.Join(shared, "eval", set.file), set.column), set.kind)
		})
	}
}

func measure(b *testing.B, s *screening.Screener, texts []string, k lists.Kind) {
	var qs []screening.Query
	n := min(len(texts), 1500) // all over the file
	if testing.Short() {
		n = min(n, 100)
	}
	for i := range n {
		text := texts[i*len(texts)/n]
		qs = append(qs, screening.Query{Kind: k, Names: []string{text}})
	}
	times := make([]time.Duration, len(qs))
	for pass := range 4 {
		for i := range qs {
			start := time.Now()
			if _, err := s.Screen(qs[i]); err != nil {
				b.Fatal(err)
			}
			if d := time.Since(start); pass <= 1 || d < times[i] {
				times[i] = d
			}
		}
	}
	slices.Sort(times)
	n = 0
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range s.ScreenAll(context.Background(), slices.Values(qs)) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "queries/s")
	b.ReportMetric(float64(times[len(times)/2])/1e3, "p50-µs")
	b.ReportMetric(float64(times[len(times)*99/100])/1e3, "p99-µs")
}

// column reads a column of a CSV file, by its heading.
func column(b *testing.B, file, heading string) []string {
	b.Helper()
	f, err := os.Open(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) < 2 {
		b.Fatalf("%s: %d rows: %v", file, len(rows), err)
	}
	at := slices.Index(rows[0], heading)
	if at < 0 {
		b.Fatalf("%s has no column %q", file, heading)
	}
	var out []string
	for _, row := range rows[1:] {
		out = append(out, row[at])
	}
	return out
}

// live is what lives on the heap, in MiB.
func live() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
