package eu

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

type parse = listtest.Parse

// fixtures are the files of testdata and their parsers.
var fixtures = []listtest.Fixture{{"fsf.xml", ParseXML}, {"fsf.csv", ParseCSV}, {"sheet.csv", ParseVessels}, {"dma.csv", ParseVessels}, {"journal.csv", ParseVessels},
	{"amendment.csv", ParseVessels}, {"regime.json", ParseVessels}}

func TestGolden(t *testing.T) { listtest.Goldens(t, fixtures) }

func shared(t testing.TB, name string) []byte {
	t.Helper()
	return listtest.Shared(t, "formats/samples/"+name)
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
	listtest.Golden(t, "samples.golden.txt", b.String())
}

// TestFormsAgree reads the same entities from the XML and the CSV: but for
// places, the making of the file, and what an act says of itself, they are the
// same. The CSV does not say that a name is not strong, nor when a
// listing ends.
func TestFormsAgree(t *testing.T) {
	t.Run("fixture", func(t *testing.T) { agree(t, listtest.File(t, "fsf.xml"), listtest.File(t, "fsf.csv")) })
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
