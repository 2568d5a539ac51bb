package custom

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func TestFixtures(t *testing.T) {
	l, err := ParseCSV("house.csv", bytes.NewReader(listtest.File(t, "house.csv")), Mapping{Source: lists.Source{Name: "House list", Publisher: "The firm"}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.MarshalIndent(l, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	listtest.Golden(t, "house.csv.golden", string(b)+"\n")
	var out bytes.Buffer
	if err := Write(&out, l); err != nil {
		t.Fatal(err)
	}
	listtest.Golden(t, "house.jsonl", out.String())
}

func TestMapping(t *testing.T) {
	const file = "Code,Schiff,Nummer,Grund\n1,OCEAN QUEEN,9187629,unpaid\n"
	m := Mapping{Kind: lists.Vessel, Columns: map[string]Field{"code": ID, "SCHIFF": Name, "Nummer": IMO, "Grund": Ignore}}
	l, err := ParseCSV("x", strings.NewReader(file), m)
	if err != nil {
		t.Fatal(err)
	}
	e := &l.Entities[0]
	if e.ID != "1" || e.Kind != lists.Vessel || e.PrimaryName() != "OCEAN QUEEN" || e.Identifiers[0].Type != lists.IMOShip || len(e.Remarks) != 0 || len(l.Problems) != 0 {
		t.Errorf("%+v, %v", e, l.Problems)
	}
	for _, tt := range []struct {
		m      Mapping
		want   string
		reason string
	}{
		{Mapping{}, `custom: x:1:1: mapping does not fit the file: no column of names or numbers among "Code,Schiff,Nummer,Grund"`, "no header is known"},
		{Mapping{Columns: map[string]Field{"Boot": Name}}, `custom: x:1:1: mapping does not fit the file: no column "Boot"`, "a column that is not there"},
		{Mapping{Columns: map[string]Field{"Schiff": "naam"}}, `custom: x:1:1: mapping does not fit the file: no field is called "naam"`, "a field that is none"},
		{Mapping{Columns: map[string]Field{"Schiff": Name, "SCHIFF": IMO}}, `custom: x:1:1: mapping does not fit the file: column "Schiff" is to be "imo" and "name"`, "one column twice"},
	} {
		_, err := ParseCSV("x", strings.NewReader(file), tt.m)
		if fmt.Sprint(err) != tt.want || !errors.Is(err, ErrMapping) {
			t.Errorf("%s: %v, want %s", tt.reason, err, tt.want)
		}
	}
}

// fill puts values into every field of v: all of them but those that seed leaves out. Strings hold what JSON must escape.
func fill(v reflect.Value, r *rand.Rand, depth int) {
	if r.Intn(12) == 0 && depth > 1 {
		return
	}
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(1990+r.Intn(40), 2, 3, 4, 5, 6, r.Intn(1e9), time.UTC)))
		return
	case lists.Kind:
		v.SetUint(uint64(r.Intn(5)))
		return
	case lists.NameType:
		v.SetUint(uint64(r.Intn(4)))
		return
	case error:
		return
	}
	switch v.Kind() {
	case reflect.String:
		words := []string{"OCEAN", "\"quoted\" \\ ", "line\nbreak\ttab", "Ж\u00e9\u4e2d\U0001f6a2", "<&>\u2028\u2029", "\u0000\u0001\u007f", "\ufffd\\ufffd", " "}
		v.SetString(words[r.Intn(len(words))] + fmt.Sprint(r.Intn(100)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(1 + r.Intn(2000)))
	case reflect.Uint8:
		v.SetUint(uint64(1 + r.Intn(12)))
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), r, depth)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), r, depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+r.Intn(2), 2))
		for i := range v.Len() {
			fill(v.Index(i), r, depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), r, depth+1)
		}
	default:
		panic("a field of a kind that the test does not know: " + v.Type().String())
	}
}

// TestRoundTrip writes and reads lists with every field of the model filled.
func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for n := range 300 {
		l := &lists.List{}
		fill(reflect.ValueOf(&l.Source).Elem(), r, 0)
		l.Source.Files = []string{"a", "b"}
		for i := range 1 + r.Intn(4) {
			var e lists.Entity
			fill(reflect.ValueOf(&e).Elem(), r, 0)
			e.ID = fmt.Sprint("id ", i)
			e.Names = append(e.Names, lists.Name{Text: "one at least"})
			e.Pos.Line = 1 + r.Intn(9)
			l.Entities = append(l.Entities, e)
		}
		for range r.Intn(3) {
			l.Problems = append(l.Problems, &lists.Problem{Pos: lists.Position{File: "f", Line: 2}, EntityID: "id 0", Field: "F", Value: "v", Dropped: r.Intn(2) == 0, Err: errors.New("why")})
		}
		l.Source.Entities = len(l.Entities)
		l.Source.SHA256[0] = 1
		sameAfter(t, fmt.Sprint("list ", n), l)
	}
}

// sameAfter writes and reads l, and writes it again: both lists and both files are the same.
func sameAfter(t *testing.T, name string, l *lists.List) {
	t.Helper()
	var a, b bytes.Buffer
	if err := Write(&a, l); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	got, err := ParseJSONLines("x", bytes.NewReader(a.Bytes()))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	words := cmp.Comparer(func(x, y error) bool { return fmt.Sprint(x) == fmt.Sprint(y) })
	if d := cmp.Diff(l, got, cmpopts.EquateEmpty(), words); d != "" {
		t.Fatalf("%s (-written +read):\n%s", name, d)
	}
	if err := Write(&b, got); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Errorf("%s: written again it differs (%v)", name, err)
	}
}

// TestEveryField fills the model once without gaps and looks for every key of it in the file.
func TestEveryField(t *testing.T) {
	keys := map[string]bool{}
	var walk func(typ reflect.Type)
	walk = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(typ.Elem())
		case reflect.Struct:
			if typ == reflect.TypeFor[time.Time]() {
				return
			}
			for i := range typ.NumField() {
				tag, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
				if tag == "" {
					t.Errorf("%s.%s has no name in JSON", typ, typ.Field(i).Name)
				}
				if tag != "-" {
					keys[tag] = true
				}
				walk(typ.Field(i).Type)
			}
		}
	}
	walk(reflect.TypeFor[lists.Entity]())
	b := listtest.File(t, "full.jsonl")
	for k := range keys {
		if !bytes.Contains(b, []byte(`"`+k+`":`)) {
			t.Errorf("testdata/full.jsonl, which is to have every key, has no %q", k)
		}
	}
	l, err := ParseJSONLines("full.jsonl", bytes.NewReader(b))
	if err != nil || len(l.Problems) != 0 {
		t.Fatal(err, l.Problems)
	}
	var out bytes.Buffer
	if err := Write(&out, l); err != nil || !bytes.Equal(out.Bytes(), b) {
		t.Errorf("written again it differs (%v):\n%s", err, cmp.Diff(string(b), out.String()))
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, tt := range []struct {
		e      lists.Entity
		reason string
	}{
		{lists.Entity{ID: "1", Names: []lists.Name{{Text: "CAF\xc9"}}}, "a text that is not UTF-8"},
		{lists.Entity{ID: "1", Kind: 77}, "a kind without a word"},
	} {
		if err := Write(io.Discard, &lists.List{Entities: []lists.Entity{tt.e}}); err == nil {
			t.Errorf("%s is written", tt.reason)
		}
	}
}

// TestUnreadDates keeps dates that have a text and no reading.
func TestUnreadDates(t *testing.T) {
	soon := lists.Date{Text: "soon"}
	l := &lists.List{Source: lists.Source{Name: "L", Entities: 1, Files: []string{"x"}, SHA256: lists.Digest{1}}, Entities: []lists.Entity{{
		ID: "1", Pos: lists.Position{Line: 1}, Names: []lists.Name{{Text: "A", Used: &lists.Period{From: soon, Until: soon}}}, Dates: []lists.Date{soon},
		Identifiers: []lists.Identifier{{Value: "1", Issued: soon, Expires: soon}}, Relations: []lists.Relation{{From: soon, Until: soon}},
		Measures: []lists.Measure{{Listed: soon, Amended: soon, Effective: soon, Ends: lists.Date{Circa: true}}},
	}}}
	sameAfter(t, "the list", l)
}

const (
	first = `{"format":"pratique list","version":1,"source":{"name":"L","publisher":"P","sha256":"0000000000000000000000000000000000000000000000000000000000000000","entities":0}}` + "\n"
	queen = `{"id":"1","kind":"vessel","names":[{"text":"OCEAN QUEEN","type":"primary"}]}` + "\n"
)

// TestBadInput reads broken files. What becomes of them stands in testdata/bad.golden.
func TestBadInput(t *testing.T) {
	text := func(s string) func() io.Reader { return func() io.Reader { return strings.NewReader(s) } }
	jsonTests := []struct {
		input  func() io.Reader
		reason string
	}{
		{text(""), "empty file"},
		{text("\n\n"), "blank lines"},
		{text(first), "a first line alone"},
		{text(queen), "no first line"},
		{text(strings.Replace(first, `"version":1`, `"version":2`, 1) + queen), "a version of the future"},
		{text("<html>"), "an HTML page"},
		{text("\x1f\x8b"), "compressed"},
		{text("\xff\xfe{\x00"), "UTF-16"},
		{text("\ufeff" + first + queen), "a byte order mark"},
		{text(first + queen + queen[:30]), "cut inside a line"},
		{text(strings.Replace(first, `"entities":0`, `"entities":5`, 1) + queen), "cut between two lines"},
		{text(first + queen + queen), "the same id twice"},
		{text(first + queen + `{"kind":"vessel","names":[{"text":"A","type":"primary"}]}` + "\n"), "no id"},
		{text(first + `{"id":"1"}` + "\n"), "no name"},
		{text(first + `{"id":1}` + "\n"), "an id that is a number"},
		{text(first + `{"id":"1","kind":"boat of sorts"}` + "\n"), "an unknown kind"},
		{text(first + `{"id":"1","names":[{"text":"A","type":"nom de guerre"}]}` + "\n"), "an unknown type of name"},
		{text(first + `{"id":"1","names":"A"}` + "\n"), "names of the wrong type"},
		{text(first + `{"id":"1","names":[{"text":"A","type":"primary"}],"colour":"red"}` + "\n"), "an unknown key"},
		{text(first + `{"id":"1","names":[{"text":"A","type":"primary","colour":"red"}]}` + "\n"), "an unknown key inside"},
		{text(first + `{"id":"1","dates":[{"from":{"y":99999}}]}` + "\n"), "a date out of range"},
		{text(first + queen[:len(queen)-1] + queen), "two entities in a line"},
		{text(first + `{"problem":7}` + "\n"), "a problem that is none"},
		{text(first + `{"id":"1","vessel":` + strings.Repeat(`[`, 20000) + "\n"), "deep nesting"},
		{text(first + "{\"id\":\"\xff\"}\n"), "not UTF-8"},
		{listtest.LineFeeds, "32 MB of empty lines"},
		{func() io.Reader { return listtest.Padded(first+queen[:20], queen[20:]) }, "32 MB of white space in a line"},
	}
	csvTests := []struct {
		input  func() io.Reader
		reason string
	}{
		{text(""), "empty file"},
		{text("name\n"), "a header alone"},
		{text("colour,size\nred,1\n"), "another table"},
		{text(first + queen), "the JSON lines"},
		{text("<html>"), "an HTML page"},
		{text("PK\x03\x04"), "a workbook"},
		{text("\xff\xfen\x00"), "UTF-16"},
		{text("\ufeffname;imo\nOCEAN QUEEN;9187629\n"), "a byte order mark; no ids"},
		{text("name\nCAF\xc9\n"), "Windows-1252"},
		{text("id,name\n1,\"CUT"), "cut inside quotes"},
		{text("id,name\n1,A\n2"), "cut inside a row"},
		{text("id,name,flag\n1,A\n2,B,Panama,more\n"), "a row too short and one too long"},
		{text("id,name\n1,A\n1,B\n1,C\n"), "the same id three times"},
		{text("id,name,imo\n1,,9187629\n"), "no name"},
		{text("id,kind,name,imo,mmsi,flag,dob,gt,gender,listed on\n1,boat,A,9187628,12,Atlantis,31/02/1960,many,x,soon\n"), "words, numbers and dates out of range"},
		{text("id,name,owner,owner\n1,A,B,C\n"), "a field twice"},
		{listtest.LineFeeds, "32 MB of empty lines"},
		{func() io.Reader { return listtest.Padded("id,name\n1,\"", "A\"\n") }, "32 MB of white space in a cell"},
	}
	var b strings.Builder
	for _, tt := range jsonTests {
		l, err := ParseJSONLines("x", tt.input())
		fmt.Fprintf(&b, "# json lines: %s\n%s\n", tt.reason, listtest.Outcome(l, err))
	}
	for _, tt := range csvTests {
		l, err := ParseCSV("x", tt.input(), Mapping{})
		fmt.Fprintf(&b, "# csv: %s\n%s\n", tt.reason, listtest.Outcome(l, err))
	}
	listtest.Golden(t, "bad.golden", b.String())
}

func check(t *testing.T, l *lists.List, err error) {
	if err != nil {
		return
	}
	ids := map[string]bool{}
	for i := range l.Entities {
		if e := &l.Entities[i]; e.ID == "" || ids[e.ID] {
			t.Errorf("entity %d: id %q twice or empty", i, e.ID)
		}
		ids[l.Entities[i].ID] = true
	}
	if len(l.Entities) == 0 || l.Source.Entities != len(l.Entities) {
		t.Errorf("%d entities, the source says %d", len(l.Entities), l.Source.Entities)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add(listtest.File(f, "house.csv"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ParseCSV("x", bytes.NewReader(data), Mapping{})
		if check(t, l, err); err == nil {
			sameAfter(t, "the fuzzed list", l)
		}
	})
}

func FuzzJSONLines(f *testing.F) {
	f.Add(listtest.File(f, "full.jsonl"))
	f.Add([]byte(first + queen))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ParseJSONLines("x", bytes.NewReader(data))
		check(t, l, err)
	})
}

// big is a list of many entities.
func big(b *testing.B) []byte {
	l, err := ParseJSONLines("x", bytes.NewReader(listtest.File(b, "house.jsonl")))
	if err != nil {
		b.Fatal(err)
	}
	out := &lists.List{Source: l.Source}
	for i := range 5000 {
		e := l.Entities[i%len(l.Entities)]
		e.ID = fmt.Sprint(i)
		out.Entities = append(out.Entities, e)
	}
	var buf bytes.Buffer
	if err := Write(&buf, out); err != nil {
		b.Fatal(err)
	}
	return buf.Bytes()
}

func BenchmarkJSONLines(b *testing.B) {
	data := big(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseJSONLines("x", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	rows := bytes.SplitAfterN(listtest.File(b, "house.csv"), []byte("\n"), 2)
	data := bytes.Clone(rows[0])
	for i := range 2000 {
		data = append(data, bytes.ReplaceAll(rows[1], []byte("H-"), fmt.Appendf(nil, "H%d-", i))...)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseCSV("x", bytes.NewReader(data), Mapping{}); err != nil {
			b.Fatal(err)
		}
	}
}
