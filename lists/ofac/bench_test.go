package ofac

import (
	"io/fs"
	"os"
	"runtime"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// BenchmarkParseCSV reads the real files of one day. live-MiB is the heap that
// the list keeps.
func BenchmarkParseCSV(b *testing.B) {
	for _, day := range []string{"2021-07", "2024-01"} {
		b.Run("set="+day, func(b *testing.B) {
			fsys := os.DirFS(listtest.SharedPath(b, "lists/ofac/"+day))
			var size int64
			for _, name := range sets[0].files {
				data, err := fs.ReadFile(fsys, name)
				if err != nil {
					b.Fatal(err)
				}
				size += int64(len(data))
			}
			b.SetBytes(size)
			b.ReportAllocs()
			var entities int
			for b.Loop() {
				l, err := ParseCSV(fsys)
				if err != nil {
					b.Fatal(err)
				}
				entities = len(l.Entities)
			}
			b.ReportMetric(float64(entities), "entities")
			b.ReportMetric(retained(b, func() any { l, _ := ParseCSV(fsys); return l }), "live-MiB")
		})
	}
}

// retained returns by how many MiB the heap grows through what make returns.
func retained(b *testing.B, make func() any) float64 {
	b.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&before)
	kept := make()
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(kept)
	return (float64(after.HeapAlloc) - float64(before.HeapAlloc)) / (1 << 20)
}
