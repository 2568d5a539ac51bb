package uk

import (
	"bytes"
	"testing"
)

func BenchmarkParseConList(b *testing.B) {
	raw := shared(b, realFile)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseConList("ConList.csv", bytes.NewReader(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
