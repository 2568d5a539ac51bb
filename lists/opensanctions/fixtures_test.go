package opensanctions

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

var fixtures = []struct {
	file  string
	parse parse
}{
	{"entities.ftm.json", ParseFTM}, {"targets.simple.csv", ParseTargets}, {"maritime.csv", ParseMaritime}, {"senzing.json", ParseSenzing},
}

func TestFixtures(t *testing.T) {
	for _, tt := range fixtures {
		l, err := tt.parse(tt.file, bytes.NewReader(listtest.File(t, tt.file)))
		if err != nil {
			t.Errorf("%s: %v", tt.file, err)
			continue
		}
		b, err := json.MarshalIndent(l, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		listtest.Golden(t, tt.file+".golden", string(b)+"\n")
	}
}

// TestOrderOfLines reads the lines of the FtM fixture in reverse order: links find their ends all the same.
func TestOrderOfLines(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(listtest.File(t, "entities.ftm.json"))), "\n")
	count := func(text string) string {
		l, err := ParseFTM("x", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		n, m, s := 0, 0, 0
		for i := range l.Entities {
			n += len(l.Entities[i].Relations)
			m += len(l.Entities[i].Measures)
			for _, r := range l.Entities[i].Relations {
				s += len(r.IDs)
			}
		}
		return fmt.Sprint(len(l.Entities), " entities, ", n, " relations, ", s, " resolved, ", m, " measures, ", len(l.Problems), " problems")
	}
	want := count(strings.Join(lines, "\n"))
	for i, j := 0, len(lines)-1; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
	if got := count(strings.Join(lines, "\n")); got != want || !strings.HasPrefix(want, "6 entities, 10 relations, 9 resolved, 2 measures") {
		t.Errorf("reversed: %s; want %s", got, want)
	}
}

func TestItems(t *testing.T) {
	tests := []struct{ cell, want, reason string }{
		{"", "", "no item is one empty item"},
		{"A", "A", "one"},
		{"A;B", "A|B", "two"},
		{`"A;B";C`, "A;B|C", "a separator in quotes"},
		{`"AUTO ""X"" CENTER";K`, `AUTO "X" CENTER|K`, "doubled quotes"},
		{`""`, "", "an empty item in quotes"},
		{`A "B";C`, `A "B"|C`, "a quote inside an item"},
		{`"A"B;C`, `"A"B|C`, "quotes that do not fit"},
		{`"A`, `"A`, "a quote that is not closed"},
		{"A;", "A|", "an empty last item"},
	}
	for _, tt := range tests {
		if got := strings.Join(items(tt.cell), "|"); got != tt.want {
			t.Errorf("%s: items(%q) = %q, want %q", tt.reason, tt.cell, got, tt.want)
		}
	}
}

func TestIsTarget(t *testing.T) {
	l, err := ParseFTM("x", bytes.NewReader(listtest.File(t, "entities.ftm.json")))
	if err != nil {
		t.Fatal(err)
	}
	var not []string
	for i := range l.Entities {
		if !IsTarget(&l.Entities[i]) {
			not = append(not, l.Entities[i].ID)
		}
	}
	if fmt.Sprint(not) != "[NK-child]" {
		t.Errorf("no targets: %v", not)
	}
}

// check holds what is true of every list that a parser returns.
func check(t *testing.T, l *lists.List, err error) {
	if err != nil {
		return
	}
	ids := map[string]bool{}
	for i := range l.Entities {
		e := &l.Entities[i]
		if e.ID == "" || ids[e.ID] || e.Pos.Line == 0 {
			t.Errorf("entity %d: id %q twice or empty, or no place", i, e.ID)
		}
		ids[e.ID] = true
	}
	for i := range l.Entities {
		for _, r := range l.Entities[i].Relations {
			for _, id := range r.IDs {
				if !ids[id] {
					t.Errorf("relation to %q, which is no entity", id)
				}
			}
		}
	}
	if len(l.Entities) == 0 || l.Source.Entities != len(l.Entities) {
		t.Errorf("%d entities, the source says %d", len(l.Entities), l.Source.Entities)
	}
	if _, err := json.Marshal(l); err != nil {
		t.Error(err)
	}
}

func fuzz(f *testing.F, name string, p parse) {
	f.Add(listtest.File(f, name))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := p("x", bytes.NewReader(data))
		check(t, l, err)
	})
}

func FuzzFTM(f *testing.F)      { fuzz(f, "entities.ftm.json", ParseFTM) }
func FuzzTargets(f *testing.F)  { fuzz(f, "targets.simple.csv", ParseTargets) }
func FuzzMaritime(f *testing.F) { fuzz(f, "maritime.csv", ParseMaritime) }
func FuzzSenzing(f *testing.F)  { fuzz(f, "senzing.json", ParseSenzing) }

func bench(b *testing.B, p parse, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p("x", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFTM(b *testing.B) { bench(b, ParseFTM, listtest.Shared(b, realFiles[1].file)) }
func BenchmarkTargets(b *testing.B) {
	bench(b, ParseTargets, listtest.Shared(b, realFiles[0].file))
}
func BenchmarkSenzing(b *testing.B) { bench(b, ParseSenzing, listtest.Shared(b, realFiles[2].file)) }
func BenchmarkMaritime(b *testing.B) {
	data := listtest.File(b, "maritime.csv")
	head := bytes.IndexByte(data, '\n') + 1
	big := bytes.Clone(data[:head])
	for i := range 5000 { // as many rows as the real file
		big = append(big, bytes.ReplaceAll(data[head:], []byte("NK-"), fmt.Appendf(nil, "NK-%d-", i))...)
	}
	bench(b, ParseMaritime, big)
}
