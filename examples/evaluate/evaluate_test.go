package main

import (
	"bytes"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

func TestRunWithoutSharedData(t *testing.T) {
	var outputs [2]bytes.Buffer
	for i := range outputs {
		o, err := parse([]string{"-shared", filepath.Join(t.TempDir(), "none"), "-curve"})
		if err != nil {
			t.Fatal(err)
		}
		o.shared = "none"
		if err := run(&outputs[i], io.Discard, o); err != nil {
			t.Fatal(err)
		}
	}
	got := outputs[0].String()
	if got != outputs[1].String() {
		t.Error("two runs print different things")
	}
	if n := strings.Count(got, "skipped: "); n != len(sections)-1 { // the ablation runs only when it is asked for
		t.Errorf("%d times skipped, want %d: every section lacks its shared data", n, len(sections)-1)
	}
	for _, f := range pairFiles {
		if !strings.Contains(got, "\n"+f.name+" by category\n") {
			t.Errorf("the committed pairs of %s were not measured", f.name)
		}
	}
}

// TestRunNamedFiles holds that a file named on the command line is not skipped where
// it is absent, as shared data are.
func TestRunNamedFiles(t *testing.T) {
	absent := filepath.Join(t.TempDir(), "absent.csv")
	for _, args := range [][]string{{"-only", "scenarios", "-scenarios", absent}, {"-only", "pairs", "-pairs", absent}, {"-only", "ablation", "-scenarios", absent}} {
		o, err := parse(args)
		if err != nil {
			t.Fatal(err)
		}
		if err := run(io.Discard, io.Discard, o); err == nil || !strings.Contains(err.Error(), "absent.csv") {
			t.Errorf("%q: %v, want an error that names the file", args, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, args := range [][]string{{"-only", "pears"}, {"-threshold", "0"}, {"-threshold", "1001"}, {"-sample", "0"}, {"pairs"}} {
		if _, err := parse(args); err == nil {
			t.Errorf("parse(%q) takes it", args)
		}
	}
}

func TestEditIsOneEdit(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	ops := map[string]int{}
	for _, name := range []string{"ABBA", "RAHNAVARD, Alireza", "SO BAEK SAN", "AAAAAA", "Aa1-2bB", "ÅSGÅRD"} {
		for range 500 {
			text, op := edit(name, random)
			ops[op]++
			if strings.EqualFold(text, name) || !oneEdit(name, text) {
				t.Fatalf("%s of %q gives %q", op, name, text)
			}
			if i := letters(text) - letters(name); op == "insert" && i != 1 || op == "delete" && i != -1 || op != "insert" && op != "delete" && i != 0 {
				t.Fatalf("%s of %q gives %q", op, name, text)
			}
		}
	}
	for _, op := range []string{"insert", "delete", "replace", "swap"} {
		if ops[op] == 0 {
			t.Errorf("no %s among 3,000 edits", op)
		}
	}
}

func TestOneEdit(t *testing.T) {
	tests := []struct {
		a, b   string
		want   bool
		reason string
	}{
		{"DAN", "DAN", false, "equal"},
		{"DAN", "DANA", true, "inserted"},
		{"DAN", "AN", true, "deleted"},
		{"DAN", "DEN", true, "replaced"},
		{"DAN", "DNA", true, "swapped"},
		{"DAN", "NAD", false, "two away"},
		{"AA", "AAA", true, "a doubled letter"},
		{"DAN", "DANAE", false, "two inserted"},
	}
	for _, tt := range tests {
		if got := oneEdit(tt.a, tt.b); got != tt.want {
			t.Errorf("oneEdit(%q, %q) = %v (%s)", tt.a, tt.b, got, tt.reason)
		}
	}
}

func TestScenarioFault(t *testing.T) {
	hit := func(id string, l screening.Level) screening.Hit {
		return screening.Hit{Entity: &lists.Entity{ID: id}, Level: l}
	}
	strong, probable := screening.Strong, screening.Probable
	tests := []struct {
		expected, why string
		hits          []screening.Hit
		want          string
		reason        string
	}{
		{"7", "[strong] x", []screening.Hit{hit("7", strong), hit("8", strong)}, "", "first and strong"},
		{"7", "[strong] x", []screening.Hit{hit("7", probable)}, "7 is probable, not strong", "first, not strong"},
		{"7", "[hit] x", []screening.Hit{hit("7", probable)}, "", "first"},
		{"7", "[hit] x", []screening.Hit{hit("8", strong), hit("7", strong)}, "7 is hit 2", "second"},
		{"7", "[hit] x", nil, "7 is no hit", "none"},
		{"7|8", "[hit] x", []screening.Hit{hit("8", strong), hit("7", strong)}, "", "both among the first two"},
		{"7|8", "[hit] x", []screening.Hit{hit("8", strong), hit("9", strong), hit("7", strong)}, "7 is hit 3", "another between"},
		{"none", "[none] x", nil, "", "none wanted"},
		{"none", "[none in OFAC] x", []screening.Hit{hit("8", strong)}, "a hit, none wanted", "one too many"},
	}
	for _, tt := range tests {
		if got := scenarioFault(tt.expected, tt.why, tt.hits); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestScenarioQuery(t *testing.T) {
	q, unused, err := scenarioQuery(lists.Vessel, `{"name": ["A", "B"], "imo": 9283746, "flag": "IR", "dob": "1977-05-19", "colour": "red"}`, screening.FindIMO)
	if err != nil {
		t.Fatal(err)
	}
	if len(q.Names) != 2 || len(q.Identifiers) != 1 || q.Identifiers[0].Value != "9283746" || len(q.Flags) != 1 || len(q.Dates) != 1 || len(unused) != 1 {
		t.Errorf("query %+v, unused %q", q, unused)
	}
	q, _, err = scenarioQuery(lists.Unknown, `{"text": "MT X IMO9283746 B/L 24.05.2020 35,000 MT 1234568"}`, screening.FindIMO)
	if err != nil || len(q.Identifiers) != 1 || q.Identifiers[0].Value != "9283746" {
		t.Errorf("query of free text %+v, %v", q, err)
	}
}
