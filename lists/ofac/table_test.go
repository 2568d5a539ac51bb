package ofac

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac/internal/tablegen"
)

// TestTablesAreGenerated: the committed Go tables are what the text tables say.
func TestTablesAreGenerated(t *testing.T) {
	files, err := tablegen.Generate(os.DirFS("tables"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what its table says: run go generate", name)
		}
	}
}

// TestEveryKey: a segment with each key of the table, in its own letters, in small
// ones and after "alt.", goes where the table says.
func TestEveryKey(t *testing.T) {
	src, err := os.ReadFile("tables/remarks.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := tablegen.Rows(string(src), 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(keys) {
		t.Fatalf("%d rows, %d keys", len(rows), len(keys))
	}
	samples := map[string]string{
		"date": " 10 Dec 1948", "gender": " Male", "crypto": " XBT 1SampleSampleSample", "name": "NAME'", "order": " 13846 information: FOREIGN EXCHANGE",
		"listed": " (EO 14024 Directive 2): 24 Feb 2022", "effective": " (EO 14024 Directive 2): 24 Feb 2022", "imo": " 2041999",
	}
	for _, row := range rows {
		word, arg, _ := strings.Cut(row[1], " ")
		sample := samples[word]
		if sample == "" {
			sample = " 123456789"
		}
		for _, s := range []string{row[0] + sample, strings.ToLower(row[0]) + sample, "alt. " + row[0] + sample} {
			k, _, ok := match(withoutAlt(s))
			if !ok || keys[k].name != row[0] {
				t.Errorf("%q does not match its own key", s)
				continue
			}
			e, problems := oneSegment(lists.Organization, "", "", s, false)
			found := false
			switch word {
			case "id":
				found = len(e.Identifiers) == 1 && string(e.Identifiers[0].Type) == arg && strings.EqualFold(e.Identifiers[0].Label, strings.TrimRight(row[0], ":"))
			case "imo", "vessel", "legal", "crypto":
				found = len(e.Identifiers) == 1 || row[1] == "vessel type" && e.Vessel != nil
			case "name", "issuer":
				found = len(e.Names) == 1
			case "date":
				found = len(e.Dates) == 1 && string(e.Dates[0].Role) == arg
			case "place":
				found = len(e.Places) == 1
			case "country":
				found = len(e.Countries) == 1 && string(e.Countries[0].Role) == arg
			case "flag":
				found = len(e.Flags) == 1 && string(e.Flags[0].Role) == arg
			case "contact":
				found = len(e.Contacts) == 1 && string(e.Contacts[0].Type) == arg
			case "gender":
				found = e.Gender == lists.Male
			case "title":
				found = len(e.Titles) == 1
			case "aircraft":
				found = e.Aircraft != nil
			case "link":
				found = len(e.Relations) == 1
			case "measure", "order", "menu", "listed", "effective":
				found = len(e.Measures) == 2
			case "remark", "note":
				found = len(e.Remarks) == 1 && e.Remarks[0].Key == row[0]
			}
			if !found {
				t.Errorf("%q does not go to %q: %s", s, row[1], facts(e, problems))
			}
		}
	}
}

// TestProgrammes: every tag of the table is found, with its basis and kinds.
func TestProgrammes(t *testing.T) {
	for _, g := range programmes {
		for i := range sets {
			p := newParser(&sets[i], [4]file{})
			ms := p.programmeMeasures("FTO] [" + g.tag + "]")
			if len(ms) != 2 || ms[1].Programme != g.tag || ms[1].Basis != g.basis {
				t.Fatalf("%s: %+v", g.tag, ms)
			}
			frozen := len(ms[1].Kinds) > 0 && ms[1].Kinds[0] == lists.AssetFreeze
			if frozen != sets[i].sdn {
				t.Errorf("%s on %s: %v", g.tag, sets[i].name, ms[1].Kinds)
			}
		}
	}
	p := newParser(&sets[0], [4]file{})
	if ms := p.programmeMeasures("NEW-EO99999"); len(ms) != 1 || ms[0].Programme != "NEW-EO99999" || ms[0].Basis != "" {
		t.Errorf("an unknown tag: %+v", ms)
	}
}

func TestTableErrors(t *testing.T) {
	for _, c := range []struct{ row, reason string }{
		{"Key ; id mmsi", "a column is missing"},
		{" ; id mmsi ;", "no key"},
		{"Key ; id nonsense ;", "no such type"},
		{"Key ; nonsense ;", "no such target"},
		{"Key ; remark ;\nkey ; remark ;", "twice, but for letter case"},
	} {
		_, err := tablegen.Generate(oneFile{"remarks.txt": c.row + "\n", "programmes.txt": "A ; ; ;\n"}.fs())
		if err == nil {
			t.Errorf("%q is accepted: %s", c.row, c.reason)
		}
	}
}
