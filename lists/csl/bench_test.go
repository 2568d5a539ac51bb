package csl

import (
	"bytes"
	"testing"
)

func BenchmarkParseCSV(b *testing.B) {
	raw := shared(b, realFile)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseCSV("consolidated.csv", bytes.NewReader(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
