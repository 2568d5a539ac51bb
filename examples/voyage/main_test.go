package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/examples/internal/cli/clitest"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

// voyages is the folder of the voyages and of what is expected of them.
var voyages = filepath.Join("..", "..", "testdata", "voyages")

// TestVoyages runs every voyage of testdata/voyages against the excerpt and
// compares with the .txt file beside it.
func TestVoyages(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(voyages, "*.json"))
	if err != nil || len(files) < 15 {
		t.Fatalf("%d voyages, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			status := run([]string{file}, nil, &out, &errs)
			if status == notSearched {
				t.Fatalf("not searched: %s", errs.String())
			}
			if want := nothingFound; strings.Contains(out.String(), "\nVOYAGE NOTHING\n") != (status == want) {
				t.Errorf("status %d for\n%s", status, out.String())
			}
			clitest.Golden(t, filepath.Join(voyages, name+".txt"), out.String())
		})
	}
}

// TestExpected holds the level of every voyage, so that no golden that is written
// anew changes one unseen.
func TestExpected(t *testing.T) {
	want := map[string]voyage.Level{
		"clavel": voyage.Strong, "petunia": voyage.Strong, "fortune": voyage.Strong, "forest": voyage.Strong, "faxon": voyage.Strong,
		"clean": voyage.Nothing, "renamed": voyage.Strong, "former-owner": voyage.Strong, "met-at-sea": voyage.Strong, "two-numbers": voyage.Strong,
		"half-owned": voyage.Strong, "unknown-share": voyage.Strong, "eu-port": voyage.Strong, "embargoes": voyage.Strong,
		"unknown-master": voyage.Probable, "cargo-text": voyage.Strong, "same-party": voyage.Probable, "company-number": voyage.Strong,
		"namesake": voyage.Nothing, "crew-list": voyage.Strong, "lines-two-ships": voyage.Probable,
	}
	files, err := filepath.Glob(filepath.Join(voyages, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		level, ok := want[name]
		if !ok {
			t.Errorf("%s: no level is expected of it", name)
			continue
		}
		var out, errs bytes.Buffer
		run([]string{"-json", file}, nil, &out, &errs)
		var r struct{ Level string }
		if err := json.Unmarshal(out.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if r.Level != level.String() {
			t.Errorf("%s: %s, want %s", name, r.Level, level)
		}
	}
}

func TestRun(t *testing.T) {
	clavel := filepath.Join(voyages, "clavel.json")
	tests := []struct {
		golden string
		args   []string
		stdin  string
		status int
		reason string
	}{
		{"flags", []string{"-date", "2020-05", "-ship", "CLAVEL", "-party", "line=Islamic Republic of Iran Shipping Lines", "-party", "captain=Ali Danaei Kenarsari", "-port", "El Palito, VE"}, "", 1, "the article's ship in flags"},
		{"met", []string{"-ship", "NORDIC MARIGOLD", "-imo", "9074729", "-met", "9283760", "-flag", "Norway", "-country", "Norway"}, "", 1, "a ship met, by her number"},
		{"text", []string{"-payment", "PMT FOR 35,000 MT ALKYLATE PER MT FORTUNE IMO9283746"}, "", 1, "a payment text alone"},
		{"stdin", []string{"-"}, `{"ship": {"name": "GP-22"}, "parties": [{"role": "master", "name": ["Nils Berg", "N. Berg"], "born": 1970}]}`, 0, "a voyage from standard input, with several names and a number for a text"},
		{"two-lists", []string{"-list", "../../testdata/ofac-excerpt", "-list", "../../lists/un/testdata/vessels_1718.csv", "-list-date", "2021-07-01", "-imo", "9283746"}, "", 1, "two lists that bear no date"},
		{"bad-json", []string{"-"}, "{\n\"ship\": {\n\"name\": 7,,\n}}", 2, "a file that is no JSON, with its line"},
		{"bad-key", []string{"-"}, `{"ship": {"name": "X", "imo_number": "9283746"}}`, 2, "a misspelt key is a number that nobody screens"},
		{"bad-type", []string{"-"}, `{"ship": {"name": {"first": "X"}}}`, 2, "an object for a name"},
		{"bad-null", []string{"-"}, `{"ship": {"name": null}}`, 2, "null is no name, and there is nothing else"},
		{"bad-date", []string{"-"}, `{"date": "soon", "ship": {"name": "X"}}`, 2, "a date that is none"},
		{"bad-birth", []string{"-"}, `{"parties": [{"role": "master", "name": "X", "born": "31 Feb 1980"}]}`, 2, "a day that does not exist"},
		{"bad-role-file", []string{"-"}, `{"parties": [{"role": "stowaway", "name": "X"}]}`, 2, "an unknown role in a file"},
		{"bad-share", []string{"-"}, `{"structure": {"parties": [{"id": "a"}, {"id": "b"}], "holdings": [{"owner": "a", "owned": "b", "share": "150%"}]}}`, 2, "a share over 100 %"},
		{"bad-two", []string{"-"}, `{"ship": {"name": "X"}} {"ship": {"name": "Y"}}`, 2, "two voyages in one file"},
		{"bad-role", []string{"-party", "stowaway=X"}, "", 2, "an unknown role in a flag"},
		{"bad-party", []string{"-party", "NITC"}, "", 2, "a party without a role"},
		{"empty", nil, "", 2, "nothing at all"},
		{"bad-file", []string{"nowhere.json"}, "", 2, "no such file"},
		{"bad-list", []string{"-list", "nowhere.csv", clavel}, "", 2, "no such list"},
		{"bad-list-date", []string{"-list-date", "yesterday", clavel}, "", 2, "not a day"},
		{"bad-both", []string{"-ship", "X", clavel}, "", 2, "a file and flags"},
		{"bad-files", []string{clavel, clavel}, "", 2, "two files"},
		{"bad-flag", []string{"-shp", "X"}, "", 2, "a flag that does not exist"},
		{"unsearchable", []string{"-ship", "***"}, "", 2, "a name without letter or digit"},
		{"usage", []string{"-h"}, "", 2, "help is no search"},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			var out, errs bytes.Buffer
			if got := run(tt.args, strings.NewReader(tt.stdin), &out, &errs); got != tt.status {
				t.Errorf("status %d, want %d: %s\n%s", got, tt.status, tt.reason, errs.String())
			}
			if tt.status == notSearched && tt.golden != "usage" && strings.Count(errs.String(), "\n") != 1 {
				t.Errorf("standard error is not one line:\n%s", errs.String())
			}
			r := clitest.Run{Reason: tt.reason, Command: "voyage", Args: tt.args, Stdin: tt.stdin, Stdout: out.String(), Stderr: errs.String(), Status: tt.status}
			clitest.Golden(t, filepath.Join("testdata", tt.golden+".txt"), r.String())
		})
	}
}

// TestJSON holds the keys of the form for programs.
func TestJSON(t *testing.T) {
	var out, errs bytes.Buffer
	if status := run([]string{"-json", "-ship", "FAXON", "-party", "owner=NITC", "-payment", "IMO 9283746"}, nil, &out, &errs); status != found {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	var r struct {
		Form                                                      int
		Level                                                     string
		Voyage, Policy                                            map[string]any
		Reasons, Roles, Findings, Mentions, Connections, Measures []map[string]any
		Places, Missing, Warnings, Sources                        []any
	}
	dec := json.NewDecoder(&out)
	if err := dec.Decode(&r); err != nil || dec.More() {
		t.Fatalf("not one JSON value: %v", err)
	}
	if r.Form != 1 || r.Level != "strong" || len(r.Findings) != 2 || len(r.Roles) != 2 || len(r.Mentions) != 1 || len(r.Connections) == 0 ||
		r.Places == nil || r.Warnings == nil || len(r.Sources) != 1 || r.Policy["threshold"] == nil {
		t.Errorf("%+v", r)
	}
	result, ok := r.Findings[0]["result"].(map[string]any)
	if !ok || result["hits"] == nil || r.Findings[0]["query"] == nil {
		t.Error("a finding lacks its own result or its query")
	}
	for _, c := range r.Connections {
		if c["says"] == "" || c["a"] == nil || c["path"] == nil {
			t.Errorf("connection %v", c)
		}
	}
}

// TestHostileText holds that what is printed of a voyage keeps to its lines.
func TestHostileText(t *testing.T) {
	var out, errs bytes.Buffer
	run([]string{"-ship", "NITC\x1b[31m\nVOYAGE NOTHING", "-party", "owner=\u202eNITC\r\n", "-port", "\x07, VE"}, nil, &out, &errs)
	if strings.ContainsAny(out.String(), "\x1b\r\x07\u202e") || strings.Contains(out.String(), "\nVOYAGE NOTHING") && strings.Contains(out.String(), "\nVOYAGE PROBABLE") {
		t.Errorf("hostile text reaches the terminal:\n%q", out.String())
	}
}
