package opensanctions

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

type parse func(string, io.Reader) (*lists.List, error)

// realFiles are the whole files and the samples, with what they hold by kind:
// vessels, persons, organisations, aircraft, unknown; and the number of Problems.
var realFiles = []struct {
	file     string
	parse    parse
	counts   lists.Counts
	problems int
	date     string
}{
	{"lists/opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz", ParseTargets, lists.Counts{Vessels: 1340, Persons: 1543, Organizations: 1524, Unknown: 1193}, 0, "2026-03-13"},
	{"lists/opensanctions/demo_entities.ftm_2024-03.json.gz", ParseFTM, lists.Counts{Persons: 607}, 251, "2024-03-14"},
	{"lists/opensanctions/us_congress.senzing.json.gz", ParseSenzing, lists.Counts{Persons: 1317, Unknown: 2}, 0, "undated"},
	{"formats/samples/opensanctions_entities.ftm.json", ParseFTM, lists.Counts{Vessels: 2, Persons: 4, Organizations: 3}, 0, "2026-08-20"},
	{"formats/samples/opensanctions_targets.simple.csv", ParseTargets, lists.Counts{Vessels: 6, Persons: 1, Organizations: 2, Unknown: 1}, 0, "2026-08-20"},
	{"formats/samples/opensanctions_maritime.csv", ParseMaritime, lists.Counts{Vessels: 6, Organizations: 1}, 0, "undated"},
	{"formats/samples/opensanctions_senzing.json", ParseSenzing, lists.Counts{Vessels: 1, Persons: 2, Organizations: 1}, 0, "undated"},
}

func TestRealFiles(t *testing.T) {
	for _, tt := range realFiles {
		l, err := tt.parse("x", bytes.NewReader(listtest.Shared(t, tt.file)))
		if err != nil {
			t.Errorf("%s: %v", tt.file, err)
			continue
		}
		if l.Count() != tt.counts || len(l.Problems) != tt.problems || l.Source.Date() != tt.date {
			t.Errorf("%s: %+v, %d problems, %s; want %+v, %d, %s", tt.file, l.Count(), len(l.Problems), l.Source.Date(), tt.counts, tt.problems, tt.date)
			kinds := map[string]int{}
			for _, p := range l.Problems {
				k := fmt.Sprint(p.Field, " ", p.Err)
				if kinds[k]++; kinds[k] < 4 {
					t.Log(p)
				}
			}
		}
	}
}

// TestConservation looks for every text of the files in the JSON of what was read.
func TestConservation(t *testing.T) {
	for _, tt := range realFiles {
		data := listtest.Shared(t, tt.file)
		l, err := tt.parse("x", bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		raw := "" // values that are not of the type of their key are kept as they are written
		walk := func(v any) {}
		walk = func(v any) {
			switch v := v.(type) {
			case string:
				have[v] = true
				if strings.HasPrefix(v, "[") {
					raw += v + "\n"
				}
				for _, s := range strings.Split(v, "\n") {
					have[s] = true
				}
			case []any:
				for _, x := range v {
					walk(x)
				}
			case map[string]any:
				for _, x := range v {
					walk(x)
				}
			}
		}
		b, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		var all any
		if err := json.Unmarshal(b, &all); err != nil {
			t.Fatal(err)
		}
		walk(all)
		missing := 0
		for where, text := range fileTexts(t, tt.file, data) {
			if !have[text] && !strings.Contains(raw, text) {
				if missing++; missing < 12 {
					t.Errorf("%s: %s %q is nowhere in the list", tt.file, where, text)
				}
			}
		}
	}
}
