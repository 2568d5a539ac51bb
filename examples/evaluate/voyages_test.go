package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/screening"
)

// TestVoyageScenarios runs scenarios of the forms that the file has, of our own,
// against the excerpt.
func TestVoyageScenarios(t *testing.T) {
	list, err := ofac.ParseCSV(os.DirFS(filepath.Join("..", "..", "testdata", "ofac-excerpt")))
	if err != nil {
		t.Fatal(err)
	}
	s, err := screening.New(screening.DefaultPolicy(), list)
	if err != nil {
		t.Fatal(err)
	}
	l := &loaded{list, s}
	tests := []struct {
		kind, query, expected, why string
		want                       string // in the fault; "" right
		reason                     string
	}{
		{"transaction", `{"vessel": {"name": "PETUNIA"}, "operator": "IRISL", "captain": "Mohsen Gohardehi"}`, "25396|29100", "[strong] x", "", "a master and his line"},
		{"transaction", `{"ship": {"name": "PETUNIA"}, "master": {"name": "Mohsen Gohardehi"}}`, "29100", "[hit] x", "", "a party as an object"},
		{"transaction", `{"vessel": {"name": "PETUNIA"}, "master": "Mohsen Gohardehi"}`, "29100", "[strong] x", "probable, not strong", "a name alone"},
		{"transaction", `{"vessel": {"name": "PETUNIA"}, "crew": ["Nils Berg", "Mohsen Gohardehi"]}`, "29100", "[hit] x", "", "several of a role"},
		{"transaction", `{"vessel": {"name": "X"}, "sts": {"imo": 9283760}}`, "15049", "[strong] x", "", "a ship met at sea, a number as a number"},
		{"transaction", `{"vessel": {"name": "X"}, "owner": "NITC"}`, "25396", "[hit] x", "no first hit", "another entry is wanted"},
		{"transaction", `{"vessel": {"name": "X"}, "owner": "NITC", "master": "Reza Vaziri"}`, "15117", "[hit] x", "not wanted", "a hit too many"},
		{"transaction", `{"vessel": {"name": "X"}, "owner": "Lindqvist Shipping"}`, "none", "[none] x", "", "nothing"},
		{"transaction", `{"vessel": {"name": "X"}, "owner": "NITC"}`, "none", "[none] x", "nothing wanted", "something"},
		{"ownership", `{"firm": "Delta Ltd", "owners": [{"entry": "15117", "pct": 30}, {"entry": "25396", "pct": 20}]}`, "derived:15117|25396", "[derived] x", "", "two together"},
		{"ownership", `{"firm": "Delta Ltd", "owners": [{"entry": "15117", "pct": 30}, {"firm": "Other Ltd", "pct": 70}]}`, "none", "[none] x", "", "too little"},
		{"ownership", `{"firm": "Delta Ltd", "owners": [{"entry": "15117", "pct": 60}]}`, "none", "[none] x", "met, not met wanted", "enough"},
		{"ownership", `{"firm": "Delta Ltd", "owners": [{"entry": "15117"}]}`, "unknown", "[undecided] x", "", "a share that nobody states"},
		{"ownership", `{"firm": "Delta Ltd", "owners": [{"entry": "15117", "min_pct": 30, "max_pct": 55}]}`, "none", "[undecided] x", "", "a range"},
		{"ownership", `{"firm": "Delta Ltd", "owners": [{"entry": "15117", "pct": 10, "control": true}]}`, "none", "[none] x", "", "control is nothing to OFAC"},
		{"ownership", `{"vessel": {"name": "DELTA STAR"}, "owners": [{"firm": "Delta Ltd", "pct": 100, "owners": [{"entry": "15117", "pct": 50}]}]}`, "derived:15117", "[derived] x", "", "a ship is property"},
	}
	for _, tt := range tests {
		fault, _, unused, err := voyageScenario(l, map[string]string{"kind": tt.kind, "query_json": tt.query, "expected_entry_id_or_none": tt.expected, "why": tt.why})
		if err != nil || len(unused) > 0 || !strings.Contains(fault, tt.want) || tt.want == "" && fault != "" {
			t.Errorf("%s: %q, want %q (unused %q, %v)", tt.reason, fault, tt.want, unused, err)
		}
	}
	if _, _, unused, err := voyageScenario(l, map[string]string{"kind": "transaction", "query_json": `{"vessel": {"name": "X"}, "stowaway": "Y"}`, "why": "[none] x"}); err != nil || len(unused) != 1 {
		t.Errorf("a key that nobody knows: %q, %v", unused, err)
	}
}
