package csl

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// shared returns the content of a file of the shared folder, without gzip, or
// skips the test.
func shared(t testing.TB, name string) []byte {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "..", "shared", filepath.FromSlash(name)))
	if err != nil {
		t.Skipf("the real files are not beside the repository: no ../shared/%s", name)
	}
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if raw, err = io.ReadAll(z); err != nil {
			t.Fatal(err)
		}
	}
	return raw
}

const realFile = "lists/us_csl/consolidated_2022-04.csv.gz"

func realList(t testing.TB) ([]byte, *lists.List) {
	t.Helper()
	raw := shared(t, realFile)
	l, err := ParseCSV("consolidated.csv", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return raw, l
}

func TestRealList(t *testing.T) {
	_, l := realList(t)
	want := lists.Counts{Vessels: 433, Persons: 5286, Organizations: 6310, Aircraft: 283, Unknown: 1848}
	if c := l.Count(); c != want || len(l.Entities) != 14160 || l.Source.Entities != 14160 {
		t.Errorf("counts are %+v of %d, want %+v of 14160", c, len(l.Entities), want)
	}
	reasons := map[string]int{}
	for _, p := range l.Problems {
		reasons[p.Err.Error()]++
		if p.Dropped {
			t.Errorf("dropped: %v", p)
		}
	}
	if len(l.Problems) != 6 {
		t.Errorf("problems %v, want 3 dates, 2 ship numbers and a repeated number", reasons)
	}
	ids := map[lists.IDType]int{}
	kinds := map[lists.MeasureKind]int{}
	seen := map[string]bool{}
	for i := range l.Entities {
		e := &l.Entities[i]
		if seen[e.ID] {
			t.Errorf("%s stands twice", e.ID)
		}
		seen[e.ID] = true
		for _, id := range e.Identifiers {
			ids[id.Type]++
		}
		if len(e.Measures) == 0 || len(e.Names) == 0 {
			t.Errorf("%s: %d measures, %d names", e.ID, len(e.Measures), len(e.Names))
		}
		for _, m := range e.Measures {
			for _, k := range m.Kinds {
				kinds[k]++
			}
		}
	}
	if ids[lists.IMOShip] != 431 || ids[lists.IMOCompany] != 86 || ids[lists.MMSI] != 57 || ids[lists.Passport] != 1685 {
		t.Errorf("numbers by type %v", ids)
	}
	if kinds[lists.AssetFreeze] != 12120 || kinds[lists.ExportControl] != 3499 || kinds[lists.Debarment] != 761 {
		t.Errorf("kinds of measure %v", kinds)
	}
}

// strings that choose a field or its type and do not stand there themselves
func accounted(name, value string) bool {
	switch name {
	case "source", "programs":
		return false
	case "type":
		return value == "Individual" || value == "Entity" || value == "Vessel" || value == "Aircraft"
	}
	return false
}

// TestRealListIsWhole checks that every text of the file stands in its entity.
func TestRealListIsWhole(t *testing.T) {
	raw, l := realList(t)
	r := csv.NewReader(bytes.NewReader(raw))
	header, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for i := 0; ; i++ {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(&l.Entities[i])
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		whole := strings.Join(texts(v), "\n")
		for c, cell := range row {
			pieces := []string{cell}
			switch header[c] {
			case "ids", "addresses", "alt_names", "programs", "citizenships", "dates_of_birth", "nationalities", "places_of_birth":
				pieces = strings.FieldsFunc(strings.ReplaceAll(cell, "; and ", "; "), func(r rune) bool { return r == ';' || r == ',' })
			}
			for _, text := range pieces {
				if text = strings.TrimSpace(text); text == "" || accounted(header[c], text) {
					continue
				}
				if header[c] == "ids" && (strings.Contains(whole, strings.ToLower(text)) || knownKind(text)) {
					continue
				}
				checked++
				if !strings.Contains(whole, text) {
					t.Errorf("%s: %s: %q stands nowhere in the entity", l.Entities[i].ID, header[c], text)
				}
			}
		}
	}
	if checked < 100000 {
		t.Errorf("only %d texts checked", checked)
	}
}

// knownKind reports whether a text is a type of entries, which chooses a field.
func knownKind(text string) bool {
	_, ok := typeOf(text)
	return ok
}

// texts returns all strings of a JSON value.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, texts(x)...)
		}
		return out
	case map[string]any:
		var out []string
		for _, x := range v {
			out = append(out, texts(x)...)
		}
		return out
	}
	return nil
}

// TestSamples reads the samples of both formats. The same parties in both have
// the same names and numbers.
func TestSamples(t *testing.T) {
	c, err := ParseCSV("us_csl.csv", bytes.NewReader(shared(t, "formats/samples/us_csl.csv")))
	if err != nil {
		t.Fatal(err)
	}
	j, err := ParseJSON("us_csl.json", bytes.NewReader(shared(t, "formats/samples/us_csl.json")))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []*lists.List{c, j} {
		for _, p := range l.Problems {
			t.Log(p)
		}
	}
	if len(c.Entities) != 16 || len(j.Entities) != 10 {
		t.Errorf("%d and %d entities, want 16 and 10", len(c.Entities), len(j.Entities))
	}
	byID := map[string]*lists.Entity{}
	for i := range c.Entities {
		byID[c.Entities[i].ID] = &c.Entities[i]
	}
	for i := range j.Entities {
		e := &j.Entities[i]
		o := byID[e.ID]
		if o == nil {
			t.Errorf("%s is in JSON only", e.ID)
			continue
		}
		if a, b := mustJSON(t, e.Names), mustJSON(t, o.Names); a != b {
			t.Errorf("%s: names %s in JSON, %s in CSV", e.ID, a, b)
		}
		if len(e.Identifiers) != len(o.Identifiers) {
			t.Errorf("%s: %d numbers in JSON, %d in CSV", e.ID, len(e.Identifiers), len(o.Identifiers))
			continue
		}
		for k := range e.Identifiers {
			a, b := e.Identifiers[k], o.Identifiers[k]
			if a.Type != b.Type || a.Value != b.Value || a.Country != b.Country {
				t.Errorf("%s: %v in JSON, %v in CSV", e.ID, a, b)
			}
		}
		if a, b := mustJSON(t, e.Measures), mustJSON(t, o.Measures); a != b && len(e.References) > 0 {
			t.Errorf("%s: measures %s in JSON, %s in CSV", e.ID, a, b)
		}
	}
}

func mustJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
