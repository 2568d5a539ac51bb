package custom_test

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/au"
	"github.com/seed-539c57aa/pratique/lists/custom"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/lists/opensanctions"
	"github.com/seed-539c57aa/pratique/lists/un"
)

// TestRealLists writes and reads whole lists of publishers.
func TestRealLists(t *testing.T) {
	for _, parse := range []func() (*lists.List, error){
		func() (*lists.List, error) {
			return ofac.ParseCSV(os.DirFS(listtest.SharedPath(t, "lists/ofac/2021-07")))
		},
		func() (*lists.List, error) {
			return un.ParseConsolidated("un.xml", bytes.NewReader(listtest.Shared(t, "lists/un/consolidated_2026-02.xml.gz")))
		},
		func() (*lists.List, error) {
			data := listtest.Shared(t, "lists/au/regulation8_consolidated_2024-12.xlsx")
			return au.ParseXLSX("au.xlsx", bytes.NewReader(data), int64(len(data)))
		},
		func() (*lists.List, error) {
			return opensanctions.ParseTargets("os.csv", bytes.NewReader(listtest.Shared(t, "lists/opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz")))
		},
		func() (*lists.List, error) {
			return opensanctions.ParseFTM("os.json", bytes.NewReader(listtest.Shared(t, "lists/opensanctions/demo_entities.ftm_2024-03.json.gz")))
		},
	} {
		l, err := parse()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := custom.Write(&b, l); err != nil {
			t.Fatalf("%s: %v", l.Source.Name, err)
		}
		got, err := custom.ParseJSONLines("x", &b)
		if err != nil {
			t.Fatalf("%s: %v", l.Source.Name, err)
		}
		for i := range l.Entities {
			if i >= len(got.Entities) || !reflect.DeepEqual(l.Entities[i], got.Entities[i]) {
				if d := cmp.Diff(l.Entities[i:i+1], got.Entities[i:min(i+1, len(got.Entities))], cmpopts.EquateEmpty()); d != "" {
					t.Fatalf("%s (-written +read):\n%s", l.Source.Name, d)
				}
			}
		}
		if len(got.Entities) != len(l.Entities) || len(got.Problems) < len(l.Problems) || got.Source.SHA256 != l.Source.SHA256 {
			t.Errorf("%s: %d entities and %d problems of %d and %d", l.Source.Name, len(got.Entities), len(got.Problems), len(l.Entities), len(l.Problems))
		}
		for i, p := range l.Problems {
			if p.Error() != got.Problems[i].Error() {
				t.Errorf("%s: %v, was %v", l.Source.Name, got.Problems[i], p)
			}
		}
	}
}
