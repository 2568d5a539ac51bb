package main

import (
	"math"
	"testing"
)

func TestAveragePrecision(t *testing.T) {
	tests := []struct {
		cases  []scored
		want   float64
		reason string
	}{
		{nil, 0, "no case"},
		{[]scored{{900, false}}, 0, "no match"},
		{[]scored{{900, true}, {100, false}}, 1, "every match above every other pair"},
		{[]scored{{900, false}, {100, true}}, 0.5, "the match comes second"},
		{[]scored{{900, true}, {800, false}, {700, true}}, 0.5*1 + 0.5*2/3, "recall in two steps of a half"},
		{[]scored{{900, true}, {800, false}, {800, true}}, 0.5*1 + 0.5*2/3, "a tie is one step, whatever stands first"},
		{[]scored{{900, true}, {800, true}, {800, false}}, 0.5*1 + 0.5*2/3, "the same tie the other way round"},
		{[]scored{{500, true}, {500, false}, {500, false}, {500, false}}, 0.25, "all scores equal: the share of matches"},
	}
	for _, tt := range tests {
		if got := averagePrecision(tt.cases); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("averagePrecision(%v) = %v, want %v (%s)", tt.cases, got, tt.want, tt.reason)
		}
	}
}

func TestCount(t *testing.T) {
	cases := []scored{{900, true}, {800, false}, {700, true}, {600, false}}
	tests := []struct {
		threshold int
		want      counts
		f1        float64
		reason    string
	}{
		{1001, counts{0, 0, 2, 2}, 0, "nothing is a hit"},
		{900, counts{1, 0, 1, 2}, 2. / 3, "the threshold itself is a hit"},
		{700, counts{2, 1, 0, 1}, 0.8, "one false hit"},
		{0, counts{2, 2, 0, 0}, 2. / 3, "everything is a hit"},
	}
	for _, tt := range tests {
		got := count(cases, tt.threshold)
		if got != tt.want || math.Abs(got.f1()-tt.f1) > 1e-12 {
			t.Errorf("count at %d = %+v, F1 %v; want %+v, %v (%s)", tt.threshold, got, got.f1(), tt.want, tt.f1, tt.reason)
		}
	}
	if threshold, f1 := best(cases); threshold != 700 || f1 != 0.8 {
		t.Errorf("best = %d, %v; want 700, 0.8: the highest threshold with the highest F1", threshold, f1)
	}
}
