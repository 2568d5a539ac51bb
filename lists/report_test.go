package lists

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// reported is a small list with something of everything that a report counts.
func reported() *List {
	_, badDate := ParseDate("31 Feb 1980")
	_, badShip := Identifier{Type: IMOShip, Value: "9187628"}.Canonical()
	pos := func(line int) Position { return Position{File: "a.csv", Line: line, Column: 3} }
	return &List{
		Source: Source{Name: "Test", Publisher: "Nobody", Published: time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC), SHA256: Digest{1}, Entities: 4, Files: []string{"a.csv", "b.csv"}},
		Entities: []Entity{
			{ID: "1", Kind: Vessel, Names: []Name{{Text: "A"}, {Text: "B", Type: Former}, {Text: "Б", Type: Alias, Script: "Cyrl"}},
				Identifiers: ids(IMOShip, "9187629", "9187628"), Flags: []Country{{Text: "Iran", Code: "IR", Role: Flag}},
				Vessel:    &VesselDetails{Type: "Tanker", Tonnage: Quantity{Text: "1"}},
				Measures:  []Measure{{Authority: "OFAC", Programme: "IRAN", Kinds: []MeasureKind{AssetFreeze, PortBan}, Listed: Date{From: Day{2020, 1, 2}}}, {Authority: "OFAC"}},
				Relations: []Relation{{Role: LinkedTo, Text: "X", IDs: []string{"3"}}, {Role: LinkedTo, Text: "Y"}}},
			{ID: "2", Kind: Person, Names: []Name{{Text: "C, D", Parts: []Part{{Surname, "C"}}}, {Text: "E", Type: WeakAlias}}, Gender: Male,
				Identifiers: ids(Passport, "K1", "-"), Dates: []Date{{Role: Birth, Text: "1980"}}, Remarks: []Remark{{Key: "k", Text: "k x"}, {Key: "k", Text: "k y"}, {Text: "free"}}},
			{ID: "3", Kind: Organization, Names: []Name{{Text: "F"}}, Relations: []Relation{{Role: OwnedBy, Text: "Z", IDs: []string{"1", "2"}}}},
			{ID: "4", Names: []Name{{Text: "G", Type: NameType(9)}}},
		},
		Problems: []*Problem{
			{Pos: pos(1), Err: badDate}, {Pos: pos(2), Err: badShip}, {Pos: pos(3), Err: badDate, Dropped: true},
			{Pos: pos(4), Err: errors.New("no such column: shoe size")}, {Pos: pos(5), Err: errors.New("no such column: hat size")},
			{Pos: pos(6), Err: fmt.Errorf("ent_num: %w: %w", ErrFormat, ErrDate)}, {}, nil,
		},
	}
}

func TestReportGolden(t *testing.T) {
	r := reported().Report()
	var text bytes.Buffer
	if err := r.Text(&text); err != nil {
		t.Fatal(err)
	}
	data, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][]byte{"report.txt": text.Bytes(), "report.json": append(data, '\n')} {
		name = filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(name, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs; run with -update and read the difference:\n%s", name, got)
		}
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(&back, r) {
		t.Errorf("the report does not come back from JSON: %v", err)
	}
}

// TestReportAddsUp holds the sums of a report to the list.
func TestReportAddsUp(t *testing.T) {
	l := reported()
	r := l.Report()
	sum := func(all []Tally) (n int) {
		for _, c := range all {
			n += c.Count
		}
		return n
	}
	names, numbers, problems := 0, 0, 0
	for _, e := range l.Entities {
		names += len(e.Names)
		numbers += len(e.Identifiers)
	}
	got := 0
	for _, id := range r.Identifiers {
		got += id.Count
	}
	for _, p := range r.Problems {
		problems += p.Count
	}
	if sum(r.Kinds) != len(l.Entities) || sum(r.Names) != names-1 || got != numbers || problems != len(l.Problems)-1 {
		t.Errorf("kinds %d, names %d (one is of no type), identifiers %d, problems %d (one is nil)", sum(r.Kinds), sum(r.Names), got, problems)
	}
	empty := (&List{}).Report()
	if sum(empty.Fields) != 0 || empty.Entities != 0 {
		t.Error("an empty list has fields")
	}
	var b bytes.Buffer
	if err := empty.Text(&b); err != nil || !strings.Contains(b.String(), "0 entries") {
		t.Errorf("an empty list: %v\n%s", err, b.String())
	}
	hostile := &Report{Source: Source{Name: "a\x1b[2J\nb"}, Programmes: []Tally{{strings.Repeat("é", 60), 1}, {"x\ty\x00\u202e", 1}}}
	b.Reset()
	if err := hostile.Text(&b); err != nil || strings.ContainsAny(b.String(), "\x1b\x00\t\u202e") || !strings.Contains(b.String(), strings.Repeat("é", 45)+"...       1\n") {
		t.Errorf("control characters or long names are printed: %v\n%q", err, b.String())
	}
	if err := empty.Text(failing{}); !errors.Is(err, errFull) {
		t.Errorf("the writer's error is lost: %v", err)
	}
}

var errFull = errors.New("full")

// failing is a writer that is full.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

// TestFieldsAreTheModels asks that every field of Entity is reported on.
func TestFieldsAreTheModels(t *testing.T) {
	reportedOn := map[string]bool{"kind": true, "pos": true} // counted otherwise; always there
	for _, f := range entityFields {
		reportedOn[f.name] = true
		if f.filled(&Entity{}) {
			t.Errorf("%s is filled in an empty entity", f.name)
		}
	}
	typ := reflect.TypeFor[Entity]()
	for i := range typ.NumField() {
		name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		if !reportedOn[name] {
			t.Errorf("no report on the field %s", name)
		}
	}
}

func TestCompare(t *testing.T) {
	// list returns a list of ships with numbers, persons with birth dates, and firms.
	list := func(ships, persons, firms int) *List {
		l := &List{Source: Source{Name: "T"}}
		for range ships {
			l.Entities = append(l.Entities, entry("s", Vessel, ids(IMOShip, "9187629")))
		}
		for range persons {
			e := entry("p", Person, nil)
			e.Dates = []Date{{Role: Birth, Text: "1980"}}
			l.Entities = append(l.Entities, e)
		}
		for range firms {
			l.Entities = append(l.Entities, entry("f", Organization, nil))
		}
		return l
	}
	change := func(l *List, f func(*List)) *List {
		f(l)
		return l
	}
	day := func(d int) func(*List) {
		return func(l *List) { l.Source.Published = time.Date(2026, 1, d, 0, 0, 0, 0, time.UTC) }
	}
	tests := []struct {
		before, now *List
		want        string
		reason      string
	}{
		{list(10, 10, 10), list(10, 10, 10), "", "the same"},
		{list(10, 10, 10), list(50, 90, 70), "", "growth"},
		{list(100, 100, 100), list(96, 98, 98), "", "a few are taken off"},
		{list(0, 0, 1000), list(0, 0, 951), "", "49 in a thousand"},
		{list(0, 0, 1000), list(0, 0, 950), "list shrinks, from 1000 to 950", "50 in a thousand"},
		{list(50, 500, 1000), list(45, 500, 1000), "kind shrinks: vessel, from 50 to 45|numbers shrink: imo, from 50 to 45", "five of fifty ships"},
		{list(40, 500, 1000), list(36, 500, 1000), "", "four are too few to tell"},
		{list(50, 500, 1000), list(0, 500, 1000), "kind vanishes: vessel, from 50 to 0|numbers vanish: imo, from 50 to 0|field vanishes: identifiers, from 50 to 0", "no ship is left"},
		{list(1, 0, 1000), list(0, 0, 1001), "kind vanishes: vessel, from 1 to 0", "the only ship"},
		{list(50, 50, 50), change(list(50, 50, 50), func(l *List) {
			for i := range l.Entities {
				l.Entities[i].Dates = nil
			}
		}), "field vanishes: dates, from 50 to 0", "a column is no longer read"},
		{list(50, 50, 50), change(list(50, 50, 50), func(l *List) {
			for i := range 80 {
				l.Entities[i].Dates = nil
			}
		}), "field thins out: dates, from 50 to 20", "less than half is left"},
		{list(0, 15, 1), change(list(0, 15, 1), func(l *List) {
			for i := range 10 {
				l.Entities[i].Dates = nil
			}
		}), "", "too few to tell"},
		{list(50, 50, 50), change(list(50, 50, 50), func(l *List) {
			for i := range 10 {
				l.Entities[i].Identifiers[0].Value = "9187628"
			}
		}), "numbers fail: imo, from 0 to 10", "digits were damaged"},
		{list(5, 5, 5), list(0, 0, 0), "list is empty, from 15 to 0", "and nothing else is told"},
		{list(0, 0, 0), list(0, 0, 0), "list is empty, from 0 to 0", "whatever it was before"},
		{list(0, 0, 0), list(5, 5, 5), "", "it was empty"},
		{nil, list(0, 0, 0), "list is empty, from 0 to 0", "the first edition"},
		{nil, list(5, 0, 0), "", "the first edition"},
		{change(list(5, 5, 5), day(2)), change(list(5, 5, 5), day(1)), "list is older: 2026-01-01 after 2026-01-02", "yesterday's file"},
		{change(list(5, 5, 5), day(2)), list(5, 5, 5), "", "the day is not known"},
		{change(list(5, 5, 5), func(l *List) { l.Source.Name = "U" }), list(0, 5, 0), "another list: T after U", "nothing else is compared"},
		{change(list(5, 5, 5), func(l *List) { l.Source.Name = "U" }), list(0, 0, 0), "another list: T after U|list is empty, from 15 to 0", "but emptiness is told"},
		{list(5, 5, 5), change(list(5, 5, 5), func(l *List) { l.Problems = []*Problem{{Dropped: true}, {}} }), "more dropped, from 0 to 1", "a row that cannot be read"},
	}
	for _, tt := range tests {
		var earlier *Report
		if tt.before != nil {
			earlier = tt.before.Report()
		}
		var got []string
		for _, c := range tt.now.Report().Compare(earlier) {
			got = append(got, c.String())
		}
		if text := strings.Join(got, "|"); text != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, text, tt.want)
		}
	}
}
