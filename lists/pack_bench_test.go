package lists_test

import (
	"os"
	"runtime"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
)

// BenchmarkBinary writes and reads the binary form of OFAC's list of July 2021. live-MiB is what the List and the data
// of which its texts are parts keep in memory.
func BenchmarkBinary(b *testing.B) {
	const dir = "../../shared/lists/ofac/2021-07"
	if _, err := os.Stat(dir); err != nil {
		b.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	l, err := ofac.ParseCSV(os.DirFS(dir))
	if err != nil {
		b.Fatal(err)
	}
	form, err := l.AppendBinary(nil)
	if err != nil {
		b.Fatal(err)
	}
	data := string(form)
	b.Run("append", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if form, err = l.AppendBinary(form[:0]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := lists.DecodeBinary(data); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(data)), "bytes")
		l, form = nil, nil
		before := live()
		got, _ := lists.DecodeBinary(data)
		b.ReportMetric(live()-before+float64(len(data))/(1<<20), "live-MiB")
		runtime.KeepAlive(got)
		runtime.KeepAlive(data)
	})
}

// live is what lives on the heap, in MiB.
func live() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
