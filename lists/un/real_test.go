package un

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func realList(t testing.TB) ([]byte, *lists.List) {
	t.Helper()
	raw := listtest.Shared(t, "lists/un/consolidated_2026-02.xml.gz")
	l, err := ParseConsolidated("consolidated.xml", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return raw, l
}

func TestRealList(t *testing.T) {
	_, l := realList(t)
	if c := l.Count(); c.Persons != 730 || c.Organizations != 273 || len(l.Entities) != 1003 || l.Source.Entities != 1003 {
		t.Errorf("counts are %+v of %d, want 730 persons and 273 organizations", c, l.Source.Entities)
	}
	if got := l.Source.Published.Format("2006-01-02T15:04:05"); got != "2026-02-27T00:00:09" {
		t.Errorf("published %s", got)
	}
	for _, p := range l.Problems {
		t.Logf("problem: %v", p)
		if p.Dropped {
			t.Errorf("dropped: %v", p)
		}
	}
	type tally struct {
		names, weak, former, original, dates, circa, ranges, undated, passports, nationalIDs, otherIDs, companies, withKinds, noCode, places, addresses int
	}
	var got tally
	for i := range l.Entities {
		e := &l.Entities[i]
		for _, n := range e.Names {
			got.names++
			switch n.Type {
			case lists.WeakAlias:
				got.weak++
			case lists.Former:
				got.former++
			}
			if n.Label == "NAME_ORIGINAL_SCRIPT" {
				got.original++
				if n.Script == "" {
					t.Errorf("%s: no script of %q", e.ID, n.Text)
				}
			}
		}
		for _, d := range e.Dates {
			got.dates++
			switch {
			case !d.Known():
				got.undated++
			case d.Circa:
				got.circa++
			}
			if !d.To.IsZero() {
				got.ranges++
			}
		}
		for _, id := range e.Identifiers {
			switch id.Type {
			case lists.Passport:
				got.passports++
			case lists.NationalID:
				got.nationalIDs++
			case lists.IMOCompany:
				got.companies++
				if _, err := id.Canonical(); err != nil {
					t.Errorf("%s: %v", e.ID, err)
				}
			default:
				got.otherIDs++
			}
		}
		for _, c := range e.Countries {
			if c.Code == "" {
				got.noCode++
				t.Logf("no code of %q", c.Text)
			}
		}
		if len(e.Measures) == 1 && len(e.Measures[0].Kinds) > 0 {
			got.withKinds++
		}
		got.places += len(e.Places)
		got.addresses += len(e.Addresses)
	}
	// Counted in this file by another program, where it can be: 378 original scripts, 16 company numbers, 31 ranges.
	want := tally{names: 4284, weak: 648, former: 57, original: 378, dates: 925, circa: 124, ranges: 31, passports: 327, nationalIDs: 123,
		otherIDs: 25, companies: 16, withKinds: 1001, noCode: 1, places: 684, addresses: 743}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// TestRealListIsWhole checks that every text of the file stands in the entity
// that it belongs to.
func TestRealListIsWhole(t *testing.T) {
	raw, l := realList(t)
	dec := xml.NewDecoder(bytes.NewReader(raw))
	at, checked := -1, 0
	var path []string
	var whole string
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
			if path = append(path, tok.Name.Local); len(path) == 3 {
				at++
				whole = strings.Join(listtest.Texts(t, &l.Entities[at]), "\n")
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			text := strings.Join(strings.FieldsFunc(string(tok), func(r rune) bool { return r < 0x80 && feed.White(byte(r)) }), " ")
			if text == "" || len(path) < 4 {
				continue
			}
			checked++
			if element := path[len(path)-1]; !contained(whole, element, text) {
				t.Errorf("%s: %s: %q stands nowhere in the entity", l.Entities[at].ID, strings.Join(path[3:], "/"), text)
			}
		}
	}
	if at != len(l.Entities)-1 || checked < 20000 {
		t.Errorf("%d records and %d texts in the file, %d entities", at+1, checked, len(l.Entities))
	}
}

// contained reports whether a text stands in an entity. Words that choose a
// field or its type do not stand there themselves.
func contained(whole, element, text string) bool {
	switch element {
	case "TYPE_OF_DATE":
		return text == "EXACT" || text == "APPROXIMATELY" || text == "BETWEEN"
	case "GENDER":
		text = strings.ToLower(text)
	case "NOTE":
		if strings.EqualFold(text, "approximately") {
			return true
		}
	}
	return strings.Contains(whole, text)
}

func TestRealMalformedList(t *testing.T) {
	raw := listtest.Shared(t, "lists/un/malformed_2025-08.xml.gz")
	l, err := ParseConsolidated("malformed.xml", bytes.NewReader(raw))
	var f *FileError
	if l != nil || !errors.As(err, &f) || !errors.Is(err, ErrSyntax) || f.Pos.Line == 0 || f.Pos.Column == 0 {
		t.Fatalf("got %v, %v; want a *FileError with ErrSyntax, a line and a column", l != nil, err)
	}
	t.Log(err)
}

func TestSampleOfTheDossier(t *testing.T) {
	raw := listtest.Shared(t, "formats/samples/un_consolidated.xml")
	l, err := ParseConsolidated("sample.xml", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range l.Problems {
		t.Log(p)
	}
	if want := bytes.Count(raw, []byte("<INDIVIDUAL>")) + bytes.Count(raw, []byte("<ENTITY>")); len(l.Entities) != want {
		t.Errorf("%d entities, want %d", len(l.Entities), want)
	}
}

func BenchmarkParseConsolidated(b *testing.B) {
	raw, _ := realList(b)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseConsolidated("consolidated.xml", bytes.NewReader(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
