package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/examples/internal/cli"
	"github.com/seed-539c57aa/pratique/examples/internal/cli/clitest"
	"github.com/seed-539c57aa/pratique/matcher"
)

func TestRun(t *testing.T) {
	tests := []struct {
		golden string
		args   []string
		status int
		reason string
	}{
		{"captain", []string{"Ali Danaei Kenarsari"}, 1, "the README's command: given name first, listed surname first"},
		{"captain-full", []string{"-kind", "person", "-dob", "19 May 1977", "-country", "Iran", "-passport", "K41818536 (Iran)", "-place", "Shemiran", "Danaei-Kenarsari Ali"}, 1, "all that a crew list says of him"},
		{"captain-other-birth", []string{"-dob", "1950-01-01", "Ali Danaei Kenarsari"}, 0, "another date of birth: another man"},
		{"fortune-name", []string{"-kind", "vessel", "M/T Fortune"}, 1, "a ship by her name, with a prefix"},
		{"fortune-imo", []string{"-imo", "9283746"}, 1, "a ship by her number alone"},
		{"fortune-mmsi", []string{"-mmsi", "422303000", "-callsign", "9BAC", "-flag", "Panama", "-type", "oil tanker", "-owner", "National Iranian Tanker Company", "FORTUNE"}, 1, "a ship by what her radio says"},
		{"renamed", []string{"-kind", "vessel", "-imo", "9283746", "CLAVEL"}, 1, "the number is right and the name is not: a hit, told so"},
		{"nitc", []string{"NITC"}, 1, "an acronym: the firm itself before its branch"},
		{"sister", []string{"-kind", "vessel", "GP-22"}, 0, "GP-21 and GP-23 are listed, this one is not"},
		{"bad-imo", []string{"-imo", "9283745", "-flag", "Atlantis", "FORTUNE"}, 1, "a void number and an unknown state are told and not used"},
		{"titles", []string{"-kind", "person", "Master Mariner"}, 0, "nothing but titles matches nobody"},
		{"max", []string{"-max", "1", "-threshold", "0.9", "-kind", "firm", "Ministry of State Security"}, 1, "hits that are not shown are counted"},
		{"flags-after", []string{"Reza Vaziri", "-dob", "1967", "-gender", "m"}, 1, "flags may follow the name"},
		{"json", []string{"-json", "-kind", "vessel", "-imo", "9283746", "Fortun"}, 1, "the form for programs"},
		{"json-none", []string{"-json", "GP-22"}, 0, "no match is a result with the list and the policy"},
		{"empty", []string{""}, 2, "an empty name is not searched"},
		{"nothing", nil, 2, "neither name nor number"},
		{"bad-imo-alone", []string{"-imo", "9283745"}, 2, "a void number alone is nothing to search for"},
		{"bad-date", []string{"-dob", "31 Feb 1980", "Ali"}, 2, "a date that does not exist"},
		{"bad-kind", []string{"-kind", "submarine", "Ali"}, 2, "a kind that lists do not have"},
		{"bad-threshold", []string{"-threshold", "74", "Ali"}, 2, "0.74 or 0.074?"},
		{"bad-max", []string{"-max", "0", "Ali"}, 2, "a result holds at least one hit"},
		{"bad-flag", []string{"-nmae", "Ali"}, 2, "a flag that does not exist"},
		{"bad-dir", []string{"-ofac", "testdata/nowhere", "Ali"}, 2, "no such folder"},
		{"bad-list", []string{"-ofac", "testdata", "Ali"}, 2, "a folder without the files"},
		{"list", []string{"-list", "../../lists/un/testdata/vessels_1718.csv", "-ofac", "../../testdata/ofac-excerpt", "-date", "2021-07-01", "-imo", "9283746"}, 1, "two lists, neither of which bears a date"},
		{"list-twice", []string{"-list", "../../lists/un/testdata/consolidated.xml", "-list", "../../lists/un/testdata/vessels_1718.csv", "-imo", "9283746"}, 0, "no match names all lists"},
		{"bad-list-file", []string{"-list", "main.go", "Ali"}, 2, "a file that is no list"},
		{"bad-list-path", []string{"-list", "testdata/nowhere", "Ali"}, 2, "no such file"},
		{"date-without-list", []string{"-date", "2026-01-31", "Ali"}, 2, "the excerpt has its own date"},
		{"no-quotes", []string{"Ali", "Danaei", "Kenarsari"}, 2, "a name without quotes is three arguments"},
		{"no-gender", []string{"-gender", "x", "Ali"}, 2, "not a gender that lists print"},
		{"usage", []string{"-h"}, 2, "help is no search"},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			var out, err bytes.Buffer
			if got := run(tt.args, &out, &err); got != tt.status {
				t.Errorf("status %d, want %d: %s\n%s", got, tt.status, tt.reason, err.String())
			}
			if tt.status == notSearched && tt.golden != "usage" && strings.Count(err.String(), "\n") != 1 {
				t.Errorf("standard error is not one line:\n%s", err.String())
			}
			if strings.Contains(out.String(), " clear") {
				t.Error("the output says clear")
			}
			r := clitest.Run{Reason: tt.reason, Command: "screen", Args: tt.args, Stdout: out.String(), Stderr: err.String(), Status: tt.status}
			clitest.Golden(t, filepath.Join("testdata", tt.golden+".txt"), r.String())
		})
	}
}

func TestJSONIsOneValue(t *testing.T) {
	var out, errs bytes.Buffer
	if got := run([]string{"-json", "-problems", "FORTUNE"}, &out, &errs); got != found {
		t.Fatalf("status %d: %s", got, errs.String())
	}
	var v map[string]any
	if err := json.Unmarshal(out.Bytes(), &v); err != nil {
		t.Errorf("standard output is not JSON alone: %v", err)
	}
	if !strings.Contains(errs.String(), "in the files") {
		t.Error("the problems of the files are not on standard error")
	}
}

func TestRealSet(t *testing.T) {
	root, err := cli.Root()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "..", "shared", "lists", "ofac", "2021-07")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real OFAC set of July 2021 is not there: ../shared is absent")
	}
	for _, tt := range []struct {
		args  []string
		first string
	}{
		{[]string{"-ofac", dir, "-imo", "9283746"}, "OFAC SDN, 8976 entries, undated"},
		{[]string{"-ofac", dir, "-date", "2021-07-08", "-imo", "9283746"}, "OFAC SDN, 8976 entries, 2021-07-08"},
	} {
		var out, errs bytes.Buffer
		if got := run(tt.args, &out, &errs); got != found {
			t.Errorf("status %d: %s", got, errs.String())
		}
		if first, _, _ := strings.Cut(out.String(), "\n"); first != tt.first {
			t.Errorf("first line %q, want %q", first, tt.first)
		}
	}
}

func TestOutsideTheRepository(t *testing.T) {
	t.Chdir(t.TempDir())
	var out, errs bytes.Buffer
	if got := run([]string{"FORTUNE"}, &out, &errs); got != notSearched {
		t.Errorf("status %d, want %d", got, notSearched)
	}
	if !strings.Contains(errs.String(), "-ofac") || strings.Count(errs.String(), "\n") != 1 {
		t.Errorf("standard error: %q", errs.String())
	}
}

func TestParseScore(t *testing.T) {
	tests := []struct {
		text   string
		want   matcher.Score
		ok     bool
		reason string
	}{
		{"0.74", 740, true, "as people write it"},
		{".8", 800, true, "without the nought"},
		{"0.123", 123, true, "thousandths"},
		{"740", 740, true, "as the policy holds it"},
		{"1000", 1000, true, "the most"},
		{"1", 1000, true, "one is all"},
		{"1.0", 1000, true, "one is all"},
		{"74", 0, false, "may be 0.74 or 0.074"},
		{"0", 0, false, "everything is a hit"},
		{"0.000", 0, false, "everything is a hit"},
		{"1.1", 0, false, "beyond the scale"},
		{"2000", 0, false, "beyond the scale"},
		{"0.7401", 0, false, "finer than the scale"},
		{"-0.5", 0, false, "below the scale"},
		{"seven", 0, false, "not a number"},
		{"", 0, false, "empty"},
	}
	for _, tt := range tests {
		got, err := parseScore(tt.text)
		if (err == nil) != tt.ok || tt.ok && got != tt.want {
			t.Errorf("parseScore(%q) = %d, %v; want %d, %t: %s", tt.text, got, err, tt.want, tt.ok, tt.reason)
		}
	}
}

// TestREADME holds the output that README.md shows to what the command prints.
func TestREADME(t *testing.T) {
	root, err := cli.Root()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(root, "README.md")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	const mark, fence = "<!-- output: examples/screen/", "```\n"
	text, n := "", 0
	for rest := string(b); ; n++ {
		before, after, ok := strings.Cut(rest, mark)
		if text += before; !ok {
			break
		}
		file, after, _ := strings.Cut(after, " -->\n"+fence)
		shown, after, ok := strings.Cut(after, fence)
		if !ok {
			t.Fatalf("no block of output follows %q", mark+file)
		}
		g, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil {
			t.Fatal(err)
		}
		_, printed, _ := strings.Cut(string(g), "\n$ screen")
		_, printed, _ = strings.Cut(printed, "\n")
		printed, _, _ = strings.Cut(printed, "--- ")
		if shown != printed && !*clitest.Update {
			t.Errorf("README.md shows other output than %s (-update writes it anew)", file)
		}
		text += mark + file + " -->\n" + fence + printed + fence
		rest = after
	}
	if n < 2 {
		t.Errorf("%d blocks of output, want 2", n)
	}
	if *clitest.Update {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
