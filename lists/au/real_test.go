package au

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
	"github.com/seed-539c57aa/pratique/lists/internal/xlsx"
)

const whole = "lists/au/regulation8_consolidated_2024-12.xlsx"

// read reads a workbook or a table.
func read(t testing.TB, name string, data []byte) (*lists.List, error) {
	t.Helper()
	if strings.HasSuffix(name, ".xlsx") {
		return ParseXLSX("list.xlsx", bytes.NewReader(data), int64(len(data)))
	}
	return ParseCSV("list.csv", bytes.NewReader(data))
}

var realFiles = []struct {
	file     string
	counts   lists.Counts
	names    int
	problems int
	date     string
}{
	{whole, lists.Counts{Persons: 2316, Organizations: 746}, 9553, 34, "2024-11-11"},
	{"formats/samples/au_dfat_2024.csv", lists.Counts{Persons: 4, Organizations: 4}, 17, 0, "2024-02-23"},
	{"formats/samples/au_dfat_2026.csv", lists.Counts{Vessels: 2, Persons: 3, Organizations: 1}, 12, 0, "2025-06-18"},
	{"formats/samples/au_dfat_2026.xlsx", lists.Counts{Vessels: 2, Persons: 3, Organizations: 1}, 12, 0, "2025-06-18"},
}

func TestRealFiles(t *testing.T) {
	for _, tt := range realFiles {
		l, err := read(t, tt.file, listtest.Shared(t, tt.file))
		if err != nil {
			t.Errorf("%s: %v", tt.file, err)
			continue
		}
		names := 0
		for i := range l.Entities {
			names += len(l.Entities[i].Names)
		}
		if l.Count() != tt.counts || names != tt.names || len(l.Problems) != tt.problems || l.Source.Date() != tt.date {
			t.Errorf("%s: %+v, %d names, %d problems, %s; want %+v, %d, %d, %s",
				tt.file, l.Count(), names, len(l.Problems), l.Source.Date(), tt.counts, tt.names, tt.problems, tt.date)
			kinds := map[string]int{}
			for _, p := range l.Problems {
				k := p.Field
				if kinds[k]++; kinds[k] < 60 {
					t.Log(p)
				}
			}
			t.Log(kinds)
		}
	}
}

// TestConservation looks for every word of every cell of the whole workbook in the JSON of the entity it belongs to.
func TestConservation(t *testing.T) {
	data := listtest.Shared(t, whole)
	l, err := read(t, whole, data)
	if err != nil {
		t.Fatal(err)
	}
	words := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) })
	}
	have := map[string]map[string]bool{}
	for i := range l.Entities {
		set := map[string]bool{}
		for _, text := range listtest.Texts(t, &l.Entities[i]) {
			for _, w := range words(text) {
				set[w] = true
			}
		}
		have[l.Entities[i].ID] = set
	}
	w, err := xlsx.Open("x", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	accounted := func(number string, column int, word string) bool {
		low := strings.ToLower(word)
		switch column {
		case 2: // Type is the Kind
			return low == "individual" || low == "entity"
		case 3: // Primary Name is the Type of the Name
			return low == "primary" || low == "name"
		case 11: // the latest Control Date of a record stands, the earlier ones of its other rows do not
			return true
		case 6: // citizenships are divided, and differ in case
			if low == "and" || low == "or" || have[number][strings.ToUpper(word[:1])+word[1:]] {
				return true
			}
		}
		return low == "na" || low == "n" || low == "a" || len(low) == 1 && low[0] >= 'a' && low[0] <= 'z' || strings.Trim(low, "ivx") == ""
	}
	missing, checked := 0, 0
	err = w.Each(0, func(r xlsx.Row) error {
		if r.Number == 1 {
			return nil
		}
		number, _ := split(clean(r.Text(0)))
		for _, c := range r.Cells {
			for _, word := range words(clean(c.Text)) {
				checked++
				if !have[number][word] && !accounted(number, c.Column, word) {
					if missing++; missing < 15 {
						t.Errorf("%s: %q of %q is not in entity %s", xlsx.Ref(c.Column, r.Number), word, c.Text, number)
					}
				}
			}
		}
		return nil
	})
	if err != nil || checked < 300000 {
		t.Errorf("only %d words checked, error %v", checked, err)
	}
}
