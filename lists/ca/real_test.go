package ca

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

const realFile = "lists/ca/sema-lmes_2025-05.xml.gz"

func realList(t testing.TB) ([]byte, *lists.List) {
	t.Helper()
	raw := listtest.Shared(t, realFile)
	l, err := ParseXML("sema.xml", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return raw, l
}

func TestRealList(t *testing.T) {
	_, l := realList(t)
	want := lists.Counts{Vessels: 109, Persons: 3334, Organizations: 1316}
	if c := l.Count(); c != want || len(l.Entities) != 4759 || l.Source.Entities != 4759 {
		t.Errorf("counts are %+v of %d, want %+v of 4759", c, len(l.Entities), want)
	}
	for _, p := range l.Problems {
		if !strings.Contains(p.Error(), "born in the early 1970s") {
			t.Error(p)
		}
	}
	types := map[lists.NameType]int{}
	scripts := map[string]int{}
	for i := range l.Entities {
		e := &l.Entities[i]
		for _, n := range e.Names {
			types[n.Type]++
			scripts[n.Script]++
		}
		if len(e.Measures) != 1 || !e.Measures[0].Listed.Known() || e.Measures[0].Programme == "" {
			t.Errorf("%s: measures %v", e.ID, e.Measures)
		}
		if e.Kind == lists.Vessel {
			if _, err := e.Identifiers[0].Canonical(); err != nil || len(e.Dates) != 1 || e.Dates[0].Role != lists.Build || e.Vessel == nil {
				t.Errorf("%s: %v, dates %v", e.ID, err, e.Dates)
			}
		}
	}
	if types[lists.Alias] != 3596 || types[lists.WeakAlias] != 92 || scripts["Cyrl"] != 2593 || scripts["Arab"] != 202 {
		t.Errorf("names by type %v and script %v", types, scripts)
	}
}

// TestRealListIsWhole checks that every text of the file stands in its entity.
func TestRealListIsWhole(t *testing.T) {
	raw, l := realList(t)
	dec := xml.NewDecoder(bytes.NewReader(raw))
	at, checked, depth := -1, 0, 0
	element, whole := "", ""
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			depth++
			element = tok.Name.Local
			if depth == 2 {
				at++
				whole = strings.Join(listtest.Texts(t, &l.Entities[at]), "\n")
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			text := clean(string(tok))
			if depth < 3 || text == "" {
				continue
			}
			pieces := []string{text}
			if _, _, two := bilingual(text); two && element == "EntityOrShip" {
				pieces = strings.Split(text, "/")
			}
			if element == "DateOfBirthOrShipBuildDate" {
				pieces = strings.Split(strings.ReplaceAll(text, " OR ", " or "), " or ")
			}
			for _, p := range pieces {
				checked++
				if !strings.Contains(whole, strings.TrimSpace(p)) {
					t.Errorf("%s: %s: %q stands nowhere in the entity", l.Entities[at].ID, element, p)
				}
			}
		}
	}
	if at != len(l.Entities)-1 || checked < 25000 {
		t.Errorf("%d records and %d texts in the file, %d entities", at+1, checked, len(l.Entities))
	}
}

func TestSamples(t *testing.T) {
	parse := map[string]func(string, io.Reader) (*lists.List, error){"xml": ParseXML, "json": ParseJSON}
	read := map[string]*lists.List{}
	for _, s := range []struct {
		name            string
		count, problems int
	}{{"ca_sema_2020.xml", 7, 0}, {"ca_sema_2025.xml", 10, 0}, {"ca_sema_2026_bilingual.xml", 12, 1}, {"ca_sema.json", 12, 1}} {
		l, err := parse[s.name[strings.LastIndexByte(s.name, '.')+1:]](s.name, bytes.NewReader(listtest.Shared(t, "formats/samples/"+s.name)))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range l.Problems {
			t.Log(p)
		}
		if len(l.Entities) != s.count || len(l.Problems) != s.problems {
			t.Errorf("%s: %d entities and %d problems, want %d and %d", s.name, len(l.Entities), len(l.Problems), s.count, s.problems)
		}
		read[s.name] = l
	}
	x, j := read["ca_sema_2026_bilingual.xml"], read["ca_sema.json"]
	for i := range x.Entities {
		a, b := x.Entities[i], j.Entities[i]
		a.Pos, b.Pos, a.Remarks, b.Remarks = lists.Position{}, lists.Position{}, nil, nil
		if p, q := listtest.JSON(t, a), listtest.JSON(t, b); p != q {
			t.Errorf("%s in XML\n%s in JSON", p, q)
		}
	}
}

func BenchmarkParseXML(b *testing.B) { listtest.Bench(b, realFile, ParseXML) }
