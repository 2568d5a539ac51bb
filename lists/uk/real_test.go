package uk

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

const realFile = "lists/uk/ConList_2020-04.csv.gz"

func realList(t testing.TB) ([]byte, *lists.List) {
	t.Helper()
	raw := listtest.Shared(t, realFile)
	l, err := ParseConList("ConList.csv", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return raw, l
}

func TestRealConList(t *testing.T) {
	_, l := realList(t)
	want := lists.Counts{Vessels: 26, Persons: 1523, Organizations: 565}
	if c := l.Count(); c != want || len(l.Entities) != 2114 || l.Source.Entities != 2114 {
		t.Errorf("counts are %+v of %d, want %+v of 2114", c, len(l.Entities), want)
	}
	if got := l.Source.Date(); got != "2020-04-27" {
		t.Errorf("published %s", got)
	}
	for _, p := range l.Problems {
		t.Error(p)
	}
	ids := map[lists.IDType]int{}
	types := map[lists.NameType]int{}
	refs, noCode, nations := map[string]int{}, 0, 0
	for i := range l.Entities {
		e := &l.Entities[i]
		for _, id := range e.Identifiers {
			ids[id.Type]++
		}
		for _, n := range e.Names {
			types[n.Type]++
		}
		for _, r := range e.References {
			refs[r.List]++
		}
		for _, c := range e.Countries {
			nations++
			if c.Code == "" {
				noCode++
			}
		}
		if len(e.Measures) == 0 || !e.Measures[0].Listed.Known() || e.Measures[0].Programme == "" {
			t.Errorf("%s: measures %v", e.ID, e.Measures)
		}
		if e.Kind == lists.Vessel && (len(e.Identifiers) == 0 || e.Identifiers[0].Type != lists.IMOShip) {
			t.Errorf("%s: a ship without a number", e.ID)
		}
	}
	got := []int{ids[lists.IMOShip], ids[lists.IMOCompany], ids[lists.MMSI], ids[lists.NationalID], ids[lists.Passport],
		types[lists.Primary], types[lists.Alias], types[lists.Former], refs["UN"], nations, noCode}
	if want := []int{26, 2, 4, 189, 349, 2114, 3653, 14, 278, 748, 26}; !slices.Equal(got, want) {
		t.Errorf("ship and company numbers, MMSI, national ids, passports, names by type, UN references, nationalities, without code: %v, want %v", got, want)
	}
}

// TestRealConListIsWhole checks that every text of the file stands in the entity
// of its row.
func TestRealConListIsWhole(t *testing.T) {
	raw, l := realList(t)
	whole := map[string]string{}
	for i := range l.Entities {
		whole[l.Entities[i].ID] = strings.Join(listtest.Texts(t, &l.Entities[i]), "\n")
	}
	r := csv.NewReader(bytes.NewReader(raw))
	r.FieldsPerRecord = -1
	var header []string
	checked := 0
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(row) == 2 {
			continue
		}
		if header == nil {
			header = row
			continue
		}
		id := row[len(row)-1]
		for c, cell := range row {
			cell = feed.Windows1252(strings.TrimSpace(cell))
			if cell == "" || header[c] == "Group Type" {
				continue
			}
			pieces := []string{cell}
			switch header[c] {
			case "Nationality", "Town of Birth", "Country of Birth", "Passport Details", "NI Number", "Position":
				pieces = numbered(cell)
			}
			for _, text := range pieces {
				checked++
				if !strings.Contains(whole[id], text) {
					t.Errorf("%s: %s: %q stands nowhere in the entity", id, header[c], text)
				}
			}
		}
	}
	if checked < 80000 {
		t.Errorf("only %d texts checked", checked)
	}
}

// TestNumberedKeepsAll: nothing but marks and signs is lost where a cell is
// divided.
func TestNumberedKeepsAll(t *testing.T) {
	raw := listtest.Shared(t, realFile)
	r := csv.NewReader(bytes.NewReader(raw))
	r.FieldsPerRecord = -1
	for {
		row, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range row {
			cell = strings.TrimSpace(feed.Windows1252(cell))
			kept := strings.Join(numbered(cell), "")
			if a, b := len(letters(kept)), len(letters(cell)); a != b && !strings.Contains(cell, "a)") {
				t.Errorf("%q: %q is left", cell, kept)
			}
		}
	}
}

func TestSamples(t *testing.T) {
	x, err := ParseXML("sample.xml", bytes.NewReader(listtest.Shared(t, "formats/samples/uk_sanctions_list.xml")))
	if err != nil {
		t.Fatal(err)
	}
	c, err := ParseCSV("sample.csv", bytes.NewReader(listtest.Shared(t, "formats/samples/uk_sanctions_list.csv")))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []*lists.List{x, c} {
		for _, p := range l.Problems {
			t.Error(p)
		}
		if got := l.Source.Date(); got != "2026-08-14" {
			t.Errorf("published %s", got)
		}
	}
	if len(x.Entities) != 10 || len(c.Entities) != 10 {
		t.Errorf("%d and %d entities, want 10", len(x.Entities), len(c.Entities))
	}
	byID := map[string]*lists.Entity{}
	for i := range c.Entities {
		byID[c.Entities[i].ID] = &c.Entities[i]
	}
	for i := range x.Entities {
		e := &x.Entities[i]
		o := byID[e.ID]
		if o == nil {
			t.Errorf("%s is in XML only", e.ID)
			continue
		}
		if a, b := content(t, e), content(t, o); a != b {
			t.Errorf("%s differs:\n%s in XML\n%s in CSV", e.ID, a, b)
		}
	}
	for name, want := range map[string]int{"uk_ofsi_conlist_2020.csv": 5, "uk_ofsi_conlist_2022format.csv": 5} {
		l, err := ParseConList(name, bytes.NewReader(listtest.Shared(t, "formats/samples/"+name)))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range l.Problems {
			t.Error(p)
		}
		if len(l.Entities) != want {
			t.Errorf("%s: %d entities, want %d", name, len(l.Entities), want)
		}
	}
}

// content is what XML and CSV say alike: all but the order of values and white
// space in texts, and the place.
func content(t *testing.T, e *lists.Entity) string {
	t.Helper()
	o := *e
	o.Pos = lists.Position{}
	all := listtest.Texts(t, &o)
	for i := range all {
		all[i] = strings.Join(strings.Fields(all[i]), " ")
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

func BenchmarkParseConList(b *testing.B) { listtest.Bench(b, realFile, ParseConList) }
