package eu

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
)

type parse func(string, io.Reader) (*lists.List, error)

// fixtures are the files of testdata and their parsers.
var fixtures = []struct {
	name string
	do   parse
}{{"fsf.xml", ParseXML}, {"fsf.csv", ParseCSV}, {"sheet.csv", ParseVessels}, {"dma.csv", ParseVessels}, {"journal.csv", ParseVessels},
	{"amendment.csv", ParseVessels}, {"regime.json", ParseVessels}}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// compare compares a text with a golden file, or writes it.
func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs from what was read (- golden, + read); go test -update writes it anew:\n%s", name, diff)
	}
}

// show prints a list with its problems in words.
func show(t testing.TB, l *lists.List) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	problems := []string{}
	for _, p := range l.Problems {
		problems = append(problems, p.Error())
	}
	if err := enc.Encode(struct {
		Source   lists.Source
		Entities []lists.Entity
		Problems []string
	}{l.Source, l.Entities, problems}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, f := range fixtures {
		t.Run(f.name, func(t *testing.T) {
			raw := fixture(t, f.name)
			l, err := f.do(f.name, bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, "testdata/"+f.name+".golden.json", show(t, l))
			slow, err := f.do(f.name, iotest.OneByteReader(bytes.NewReader(raw)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(show(t, l), show(t, slow)); diff != "" {
				t.Errorf("read byte by byte the list differs:\n%s", diff)
			}
		})
	}
}

// shared returns a file of the shared samples, or skips the test.
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
	b, err := os.ReadFile(filepath.Join(dir, "..", "shared", "formats", "samples", name))
	if err != nil {
		t.Skipf("the shared samples are not there: %v", err)
	}
	return b
}

// samples are the shared samples, and how many ships, persons and firms the
// dossiers say that they hold.
var samples = []struct {
	name                 string
	do                   parse
	ships, people, firms int
}{
	{"eu_fsf_xml_1_1.xml", ParseXML, 1, 10, 3}, {"eu_fsf_csv_1_1.csv", ParseCSV, 1, 10, 3},
	{"eu_vessels_sanctionsmap.xlsx", ParseVessels, 9, 0, 0}, {"eu_vessels_dma.csv", ParseVessels, 11, 0, 0},
	{"eu_journal_consolidated.csv", ParseVessels, 4, 0, 2}, {"eu_sanctionsmap_regime.json", ParseVessels, 4, 0, 0},
}

func TestSamples(t *testing.T) {
	var b strings.Builder
	for _, s := range samples {
		l, err := s.do(s.name, bytes.NewReader(shared(t, s.name)))
		if err != nil {
			t.Fatal(err)
		}
		if c := l.Count(); c.Vessels != s.ships || c.Persons != s.people || c.Organizations != s.firms || c.Unknown != 0 {
			t.Errorf("%s: counts are %+v, want %d ships, %d persons, %d firms", s.name, c, s.ships, s.people, s.firms)
		}
		fmt.Fprintf(&b, "%s: %s, %s\n", s.name, l.Source.Name, l.Source.Date())
		for i := range l.Entities {
			e := &l.Entities[i]
			fmt.Fprintf(&b, "  %s %s: names %d, identifiers %d, countries %d, dates %d, places %d, addresses %d, contacts %d, titles %d, relations %d, references %d, remarks %d",
				e.ID, e.Kind, len(e.Names), len(e.Identifiers), len(e.Countries), len(e.Dates), len(e.Places), len(e.Addresses), len(e.Contacts),
				len(e.Titles), len(e.Relations), len(e.References), len(e.Remarks))
			for _, m := range e.Measures {
				fmt.Fprintf(&b, "; %s %v %s", m.Programme, m.Kinds, m.Listed)
			}
			fmt.Fprintln(&b)
		}
		for _, p := range l.Problems {
			fmt.Fprintln(&b, " ", p)
		}
	}
	compare(t, "testdata/samples.golden.txt", b.String())
}

// TestFormsAgree reads the same entities from the XML and the CSV: but for
// places, the making of the file, and what an act says of itself, they are the
// same. The CSV does not say that a name is not strong, nor when a
// listing ends.
func TestFormsAgree(t *testing.T) {
	t.Run("fixture", func(t *testing.T) { agree(t, fixture(t, "fsf.xml"), fixture(t, "fsf.csv")) })
	t.Run("sample", func(t *testing.T) { agree(t, shared(t, "eu_fsf_xml_1_1.xml"), shared(t, "eu_fsf_csv_1_1.csv")) })
}

func agree(t *testing.T, asXML, asCSV []byte) {
	x, err := ParseXML("f", bytes.NewReader(asXML))
	if err != nil {
		t.Fatal(err)
	}
	c, err := ParseCSV("f", bytes.NewReader(asCSV))
	if err != nil {
		t.Fatal(err)
	}
	plain := func(l *lists.List) map[string]lists.Entity {
		out := map[string]lists.Entity{}
		for _, e := range l.Entities {
			e.Pos = lists.Position{}
			e.Measures[0].Ends = lists.Date{} // the CSV has no column for it
			var remarks []lists.Remark
			for _, r := range e.Remarks {
				if r.Key != "regulation" && r.Key != "regulationSummary" {
					remarks = append(remarks, r)
				}
			}
			e.Remarks = remarks
			for i := range e.Names {
				if e.Names[i].Label == "good quality alias; strong=false" {
					e.Names[i].Type, e.Names[i].Label = lists.Alias, "good quality alias"
				}
			}
			out[e.ID] = e
		}
		return out
	}
	if diff := cmp.Diff(plain(x), plain(c), cmp.Transformer("sort", sorted)); diff != "" {
		t.Errorf("(- XML, + CSV):\n%s", diff)
	}
}

// sorted prints names, dates and the like in an order of their own: the rows of
// the CSV come in another one.
func sorted(e lists.Entity) map[string]bool {
	out := map[string]bool{fmt.Sprint(e.ID, e.Kind, e.Gender): true}
	for _, v := range e.Names {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Identifiers {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Countries {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Dates {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Places {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Addresses {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Contacts {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Measures {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.References {
		out[fmt.Sprintf("%+v", v)] = true
	}
	for _, v := range e.Remarks {
		out[fmt.Sprintf("%+v", v)] = true
	}
	return out
}
