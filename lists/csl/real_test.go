package csl

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

const realFile = "lists/us_csl/consolidated_2022-04.csv.gz"

func realList(t testing.TB) ([]byte, *lists.List) {
	t.Helper()
	raw := listtest.Shared(t, realFile)
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
		whole := strings.Join(listtest.Texts(t, &l.Entities[i]), "\n")
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

// TestSamples reads the samples of both formats. The same parties in both have
// the same names and numbers.
func TestSamples(t *testing.T) {
	c, err := ParseCSV("us_csl.csv", bytes.NewReader(listtest.Shared(t, "formats/samples/us_csl.csv")))
	if err != nil {
		t.Fatal(err)
	}
	j, err := ParseJSON("us_csl.json", bytes.NewReader(listtest.Shared(t, "formats/samples/us_csl.json")))
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
		if a, b := listtest.JSON(t, e.Names), listtest.JSON(t, o.Names); a != b {
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
		if a, b := listtest.JSON(t, e.Measures), listtest.JSON(t, o.Measures); a != b && len(e.References) > 0 {
			t.Errorf("%s: measures %s in JSON, %s in CSV", e.ID, a, b)
		}
	}
}

func BenchmarkParseCSV(b *testing.B) { listtest.Bench(b, realFile, ParseCSV) }
