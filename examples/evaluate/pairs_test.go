package main

import (
	"path/filepath"
	"testing"

	"github.com/seed-539c57aa/pratique/screening"
)

// bars are the least F1 at the default threshold, by file.
var bars = map[string]float64{
	"vessels": 0.97,
	"persons": 0.95,
	"firms":   0.95,
	"scripts": 0.90,
}

// fewest are the least pairs, by file.
var fewest = map[string]int{
	"vessels": 250,
	"persons": 250,
	"firms":   200,
	"scripts": 150,
}

func TestCommittedPairs(t *testing.T) {
	root, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	policy := screening.DefaultPolicy()
	threshold := int(nameThreshold(&policy))
	for _, f := range pairFiles {
		pairs, err := readPairs(filepath.Join(root, "testdata", "pairs", f.name+".txt"), f.kind)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(pairs) < fewest[f.name] {
			t.Errorf("%s: %d pairs, want at least %d", f.name, len(pairs), fewest[f.name])
		}
		seen := map[[3]string]string{}
		for _, p := range pairs {
			for _, key := range [][3]string{{p.kind, p.query, p.listed}, {p.kind, p.listed, p.query}} {
				if at := seen[key]; at != "" {
					t.Errorf("%s: the pair %q, %q stands at %s already", p.place, p.query, p.listed, at)
				}
			}
			seen[[3]string{p.kind, p.query, p.listed}] = p.place
		}
		rate(pairs, policy.Names)
		got := count(cases(pairs), threshold)
		t.Logf("%s: precision %.3f, recall %.3f, F1 %.3f at %d", f.name, got.precision(), got.recall(), got.f1(), threshold)
		if bar := bars[f.name]; got.f1() < bar {
			t.Errorf("%s: F1 is %.3f, below the bar of %.3f", f.name, got.f1(), bar)
		}
		for _, p := range pairs {
			switch {
			case p.known && p.label == doubtful:
				t.Errorf("%s: marked !known, but a close pair cannot fail", p.place)
			case p.known && !p.wrong(threshold):
				t.Errorf("%s: %q, %q score %s and are right now: take the mark !known away", p.place, p.query, p.listed, p.score)
			case !p.known && p.wrong(threshold):
				t.Errorf("%s: %q, %q score %s and should %s (%s): mend it, or mark it !known", p.place, p.query, p.listed, p.score, p.label, p.reason)
			}
		}
	}
}

func TestParsePair(t *testing.T) {
	tests := []struct {
		line, kind string
		want       pair
		fails      bool
		reason     string
	}{
		{"A ; B ; match  # why", "vessel", pair{kind: "vessel", query: "A", listed: "B", label: match, reason: "why"}, false, "plain"},
		{"firm ; A ; B ; differ  # why # not", "", pair{kind: "firm", query: "A", listed: "B", label: differ, reason: "why # not"}, false, "kind in the line, mark in the reason"},
		{"A ; B ; close !known  # why", "firm", pair{kind: "firm", query: "A", listed: "B", label: doubtful, known: true, reason: "why"}, false, "marked"},
		{"A ; B ; match", "firm", pair{}, true, "no reason"},
		{"A ; B ; perhaps  # why", "firm", pair{}, true, "no such label"},
		{"A ; match  # why", "firm", pair{}, true, "too few fields"},
		{"A ; B ; C ; match  # why", "firm", pair{}, true, "too many fields"},
		{"dog ; A ; B ; match  # why", "", pair{}, true, "no such kind"},
	}
	for _, tt := range tests {
		got, err := parsePair(tt.line, tt.kind)
		if tt.fails != (err != nil) || err == nil && got != tt.want {
			t.Errorf("parsePair(%q) = %+v, %v; want %+v (%s)", tt.line, got, err, tt.want, tt.reason)
		}
	}
}
