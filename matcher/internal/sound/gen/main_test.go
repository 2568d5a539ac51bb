package main

import (
	"bytes"
	"os"
	"testing"
)

// The committed Go file is what the committed table generates.
func TestCostsAreCurrent(t *testing.T) {
	want, err := generate("../tables/costs.txt")
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile("../costs_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Error("costs_gen.go differs from what tables/costs.txt generates: run go generate")
	}
}

// A table that says nonsense is refused, not read as something else.
func TestBadLines(t *testing.T) {
	for _, tt := range []struct{ key, value, reason string }{
		{"?", "a:1", "no such phoneme"},
		{"a", "?:1", "no such phoneme"},
		{"a", "e", "no cost"},
		{"a", "e:999", "a cost over a byte"},
		{"+a", "1", "one cost instead of six"},
	} {
		if err := fallback().line(tt.key, []string{tt.value}, false); err == nil {
			t.Errorf("line %q %q is accepted: %s", tt.key, tt.value, tt.reason)
		}
	}
}
