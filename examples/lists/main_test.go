package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/examples/internal/cli/clitest"
	"github.com/seed-539c57aa/pratique/examples/internal/open"
	"github.com/seed-539c57aa/pratique/lists"
)

func golden(t *testing.T, name, got string) {
	t.Helper()
	clitest.Golden(t, filepath.Join("testdata", filepath.FromSlash(name)), got)
}

func TestRun(t *testing.T) {
	const (
		excerpt = "../../testdata/ofac-excerpt"
		ofac    = "../../lists/ofac/testdata/sdn"
		parties = "../../lists/un/testdata/consolidated.xml"
		ships   = "../../lists/un/testdata/vessels_1718.csv"
	)
	tests := []struct {
		golden string
		args   []string
		status int
		reason string
	}{
		{"excerpt", []string{excerpt}, 0, "one list"},
		{"several", []string{"-links", parties, ships, excerpt}, 0, "three lists of two publishers"},
		{"json", []string{"-json", ships}, 0, "the form for programs"},
		{"same", []string{"-before", ships, ships}, 0, "nothing has changed"},
		{"shrunk", []string{"-before", excerpt, ofac}, 1, "another, smaller list of the same name"},
		{"other", []string{"-before", parties, ships}, 2, "an earlier edition of none of the lists"},
		{"unknown", []string{"main.go", "nowhere", "testdata"}, 2, "every file that cannot be used is told"},
		{"nothing", nil, 2, "no file"},
		{"bad-flag", []string{"-lniks"}, 2, "a flag that does not exist"},
		{"usage", []string{"-h"}, 2, "help is no report"},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			var out, errs bytes.Buffer
			status := run(tt.args, &out, &errs)
			if status != tt.status {
				t.Errorf("status %d, want %d: %s\n%s", status, tt.status, tt.reason, errs.String())
			}
			text := "# " + tt.reason + "\n$ lists " + strings.Join(tt.args, " ") + "\n" + out.String()
			if errs.Len() > 0 {
				text += "--- standard error\n" + errs.String()
			}
			golden(t, tt.golden+".txt", text)
		})
	}
}

// TestLinked holds the links between the fixtures of several publishers to a golden.
func TestLinked(t *testing.T) {
	var ls []*lists.List
	for _, path := range []string{"../../testdata/ofac-excerpt", "../../lists/un/testdata/vessels_1718.csv", "../../lists/ch/testdata/seco.xml", "../../lists/uk/testdata/list.xml"} {
		l, _, err := open.List(path)
		if err != nil {
			t.Fatal(err)
		}
		ls = append(ls, l)
	}
	var b strings.Builder
	if err := printLinks(&b, ls, lists.LinkLists(ls...), true); err != nil {
		t.Fatal(err)
	}
	golden(t, "linked.txt", b.String())
}

func TestJSONComesBack(t *testing.T) {
	var out bytes.Buffer
	if status := run([]string{"-json", "../../testdata/ofac-excerpt"}, &out, io.Discard); status != fine {
		t.Fatalf("status %d", status)
	}
	var back []lists.Report
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || len(back) != 1 || back[0].Entities != 85 {
		t.Fatalf("%v: %+v", err, back)
	}
	l, _, err := open.List("../../testdata/ofac-excerpt")
	if err != nil {
		t.Fatal(err)
	}
	if changes := l.Report().Compare(&back[0]); changes != nil {
		t.Errorf("a report differs from itself after JSON: %v", changes)
	}
}

func sharedFolder(t *testing.T) string {
	t.Helper()
	root := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(root); err != nil {
		t.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	return root
}

// TestSamples holds the reports of the samples of every format to goldens.
func TestSamples(t *testing.T) {
	dir := filepath.Join(sharedFolder(t), "formats", "samples")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), "ua_gur_") || strings.HasPrefix(e.Name(), "paris_mou") || e.Name() == "ofac_sdn_csv" {
			continue // no lists that are read; two sets in one folder
		}
		l, _, err := open.List(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Error(err)
			continue
		}
		var b strings.Builder
		if err := l.Report().Text(&b); err != nil {
			t.Fatal(err)
		}
		golden(t, "samples/"+e.Name()+".txt", b.String())
	}
}

// TestRealLinks links real lists. The Consolidated Screening List of April 2022 repeats OFAC's lists of that day, so
// most of its entries are on OFAC's list of 2024 as well.
func TestRealLinks(t *testing.T) {
	root := filepath.Join(sharedFolder(t), "lists")
	var ls []*lists.List
	for _, name := range []string{"ofac/2024-01", "un/consolidated_2026-02.xml.gz", "ca/sema-lmes_2025-05.xml.gz", "us_csl/consolidated_2022-04.csv.gz",
		"opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz", "uk/ConList_2020-04.csv.gz"} {
		l, _, err := open.List(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		ls = append(ls, l)
	}
	k := lists.LinkLists(ls...)
	var b strings.Builder
	if err := printLinks(&b, ls, k, false); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + b.String())
	by := map[lists.LinkReason]int{}
	for _, g := range k.Groups {
		by[g.Reason]++
	}
	for reason, least := range map[lists.LinkReason]int{lists.SameIMOShip: 400, lists.SameIMOCompany: 80, lists.SameReference: 9000, lists.SameLEI: 5} {
		if by[reason] < least {
			t.Errorf("%s: %d numbers, want %d at least", reason, by[reason], least)
		}
	}
	csl, on := ls[3], 0
	for i := range csl.Entities {
		e := &csl.Entities[i]
		for _, x := range k.Of(e) {
			if x.Source == &ls[0].Source {
				on++
				break
			}
		}
	}
	if on < 9000 {
		t.Errorf("%d entries of the Consolidated Screening List are on OFAC's, want 9000 at least", on)
	}
}
