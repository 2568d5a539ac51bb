package ca

import (
	"bytes"
	"testing"
)

func BenchmarkParseXML(b *testing.B) {
	raw := shared(b, realFile)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseXML("sema.xml", bytes.NewReader(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
