package ch

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
)

var update = flag.Bool("update", false, "write goldens anew")

// golden compares a list with its golden file, or writes it.
func golden(t *testing.T, name string, l *lists.List) {
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
	if *update {
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s differs from what was read (- golden, + read); go test -update writes it anew:\n%s", name, diff)
	}
}

func fixture(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/seco.xml")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sample returns the shared sample, or skips the test.
func sample(t testing.TB) []byte {
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
	b, err := os.ReadFile(filepath.Join(dir, "..", "shared", "formats", "samples", "ch_seco.xml"))
	if err != nil {
		t.Skipf("the shared samples are not there: %v", err)
	}
	return b
}

func TestGolden(t *testing.T) {
	raw := fixture(t)
	l, err := ParseXML("seco.xml", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/seco.golden.json", l)
	slow, err := ParseXML("seco.xml", iotest.OneByteReader(bytes.NewReader(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(show(l), show(slow)); diff != "" {
		t.Errorf("read byte by byte the list differs:\n%s", diff)
	}
}

// show prints a list with its problems in words.
func show(l *lists.List) string {
	b, err := json.Marshal(struct {
		Source   lists.Source
		Entities []lists.Entity
	}{l.Source, l.Entities})
	return fmt.Sprintln(string(b), err, l.Problems)
}

// TestSample counts what stands in the sample, by target.
func TestSample(t *testing.T) {
	l, err := ParseXML("ch_seco.xml", bytes.NewReader(sample(t)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range l.Entities {
		e := &l.Entities[i]
		live := 0
		for _, m := range e.Measures {
			if m.Ends.IsZero() && m.Ends.Text == "" {
				live++
			}
		}
		fmt.Fprintf(&b, "%s %s: names %d, identifiers %d, countries %d, dates %d, addresses %d, contacts %d, relations %d, references %d, measures %d, live %d, remarks %d\n",
			e.ID, e.Kind, len(e.Names), len(e.Identifiers), len(e.Countries), len(e.Dates), len(e.Addresses), len(e.Contacts), len(e.Relations),
			len(e.References), len(e.Measures), live, len(e.Remarks))
	}
	for _, p := range l.Problems {
		fmt.Fprintln(&b, p)
	}
	const name = "testdata/sample.golden.txt"
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s (- golden, + read):\n%s", name, diff)
	}
	if c := l.Count(); c.Persons != 4 || c.Organizations != 3 || c.Vessels != 1 {
		t.Errorf("counts are %+v, want 4 persons, 3 organizations, 1 vessel", c)
	}
}

// TestConservation checks, in the fixture and in the sample, that every text and
// attribute of a target stands in its entity, but for numbers of its parts,
// copies of earlier states, and words that choose a field or its type.
func TestConservation(t *testing.T) {
	t.Run("fixture", func(t *testing.T) { conserve(t, fixture(t)) })
	t.Run("sample", func(t *testing.T) { conserve(t, sample(t)) })
}

func conserve(t *testing.T, raw []byte) {
	l, err := ParseXML("seco.xml", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	chosen := map[string]bool{}
	for _, w := range strings.Fields("main@true main@false name-type@primary-name name-type@alias name-type@formerly-known-as quality@good quality@low " +
		"calendar@Gregorian object-type@vessel spelling-variant-type@not-defined modification-type@listed") {
		chosen[w] = true
	}
	dec := xml.NewDecoder(bytes.NewReader(raw))
	at, checked, copies := -1, 0, 0
	var path []string
	whole := ""
	check := func(where, text string) {
		checked++
		if text = strings.Join(strings.Fields(text), " "); !strings.Contains(whole, text) {
			t.Errorf("%s: %s: %q stands nowhere in the entity", l.Entities[at].ID, where, text)
		}
	}
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
			path = append(path, tok.Name.Local)
			if len(path) == 2 && tok.Name.Local == "target" {
				at++
				whole = texts(t, &l.Entities[at])
			}
			if tok.Name.Local == "added" || tok.Name.Local == "removed" {
				copies++
			}
			if len(path) < 3 || path[1] != "target" || copies > 0 {
				continue
			}
			for _, a := range tok.Attr {
				key := a.Name.Local
				switch {
				case chosen[key+"@"+a.Value], key == "ssid", key == "order", key == "sex", key == "lang", key == "script", key == "place-id":
				case key == "name-part-type", key == "code", key == "iso-code": // a role, and a code beside a name
				case key == "day", key == "month": // with a zero
				default:
					check(tok.Name.Local+"@"+key, a.Value)
				}
			}
		case xml.EndElement:
			if n := path[len(path)-1]; n == "added" || n == "removed" {
				copies--
			}
			path = path[:len(path)-1]
		case xml.CharData:
			text := strings.TrimSpace(string(tok))
			if text == "" || len(path) < 3 || path[1] != "target" || copies > 0 {
				continue
			}
			switch path[len(path)-1] {
			case "sanctions-set-id":
				continue
			case "other-information": // the label may have chosen the field
				if label, v, ok := strings.Cut(text, ": "); ok && len(label) < 30 {
					text = v
				}
			}
			check(strings.Join(path[2:], "/"), text)
		}
	}
	if at != len(l.Entities)-1 || checked < 50 {
		t.Errorf("%d targets and %d texts in the file, %d entities", at+1, checked, len(l.Entities))
	}
}

// texts returns all strings in an entity, its dates as numbers among them.
func texts(t *testing.T, e *lists.Entity) string {
	b, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		default:
			fmt.Fprintln(&out, v)
		}
	}
	walk(v)
	return out.String()
}

const head = `<swiss-sanctions-list list-type="whole-list" date="2026-01-31"><sanctions-program ssid="1"><program-key lang="eng">P</program-key><sanctions-set ssid="2" lang="eng">annex</sanctions-set></sanctions-program>`

const one = `<target ssid="3"><sanctions-set-id>2</sanctions-set-id><entity><identity ssid="4" main="true"><name ssid="5" name-type="primary-name" quality="good" lang="eng"><name-part order="1" name-part-type="whole-name"><value>Firm</value></name-part></name></identity></entity><modification modification-type="listed" effective-date="2020-01-01"/></target>`

// list wraps targets in the rest of a list.
func list(targets string) string { return head + targets + `</swiss-sanctions-list>` }

// with replaces a piece of the sound target.
func with(old, new string) io.Reader {
	if !strings.Contains(one, old) {
		panic(old)
	}
	return strings.NewReader(list("\n" + strings.Replace(one, old, new, 1)))
}

// repeat is a reader of a text n times over, after a head.
func repeat(head, text string, n int) io.Reader {
	readers := make([]io.Reader, 0, n+1)
	readers = append(readers, strings.NewReader(head))
	for range n {
		readers = append(readers, strings.NewReader(text))
	}
	return io.MultiReader(readers...)
}

// TestBadInput holds one row for each way in which a file can be broken: the
// whole text of the error, or of the first Problem.
func TestBadInput(t *testing.T) {
	blanks := strings.Repeat(" ", 1<<16)
	tests := []struct {
		reason string
		file   io.Reader
		err    string // of the whole file
		want   string // the first Problem of a file that is used
	}{
		{"a sound file", strings.NewReader(list(one)), "", ""},
		{"a byte order mark", strings.NewReader("\ufeff" + list(one)), "", ""},
		{"an empty file", strings.NewReader(""), "ch: f.xml: file holds no record", ""},
		{"white space", strings.NewReader(" \n\n"), "ch: f.xml:3:1: file holds no record", ""},
		{"no target", strings.NewReader(list("")), "ch: f.xml: file holds no record", ""},
		{"cut between targets", strings.NewReader(head + "\n" + one), "ch: f.xml:2:347: file ends before the list does: inside <swiss-sanctions-list>", ""},
		{"cut inside a tag", strings.NewReader(list(one)[:80]), "ch: f.xml:1:81: file ends before the list does: inside <swiss-sanctions-list>", ""},
		{"cut inside a target", strings.NewReader(list(one)[:len(head)+100]), "ch: f.xml:1:307: file ends before the list does: inside <identity>", ""},
		{"a file of changes", strings.NewReader(strings.Replace(list(one), "whole-list", "amendment", 1)), `ch: f.xml:1:1: not a whole list but the changes to one: list-type is "amendment"`, ""},
		{"another list's root", strings.NewReader("<export/>"), "ch: f.xml:1:1: not this list: the root is <export>, not <swiss-sanctions-list>", ""},
		{"HTML", strings.NewReader("<!DOCTYPE html>\n<html></html>"), "ch: f.xml:1:1: not this list: an HTML page", ""},
		{"JSON", strings.NewReader(`{"error": 503}`), "ch: f.xml: not XML: JSON", ""},
		{"CSV", strings.NewReader("ssid,name\n1,A\n"), `ch: f.xml:1:1: not XML: begins with "ssid,name 1,A"`, ""},
		{"gzip", strings.NewReader("\x1f\x8b\x08\x00"), "ch: f.xml: not XML: compressed with gzip; unpack it first", ""},
		{"UTF-16", strings.NewReader("\xff\xfe<\x00s\x00"), "ch: f.xml: not UTF-8: UTF-16", ""},
		{"another encoding declared", strings.NewReader(`<?xml version="1.0" encoding="ISO-8859-1"?>` + list(one)), `ch: f.xml:1:44: not UTF-8: encoding "ISO-8859-1" declared but Decoder.CharsetReader is nil`, ""},
		{"Latin-1 bytes", with("Firm", "F\xeerm"), "ch: f.xml:2:221: XML is not well formed: not UTF-8", ""},
		{"an entity bomb", strings.NewReader(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>` + list(one)), "ch: f.xml:1:1: file has a document type declaration, which the list has not", ""},
		{"an external entity", strings.NewReader(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>` + list(one)), "ch: f.xml:1:1: file has a document type declaration, which the list has not", ""},
		{"32 MB of white space", repeat("<swiss-sanctions-list list-type='whole-list'>", blanks, 1<<9), "ch: f.xml:1:46: too long: a tag, a text or a comment of more than 1048576 bytes", ""},
		{"32 MB in one target", repeat(head+"<target ssid='1'>", "<a>"+strings.Repeat("x", 1000)+"</a>", 1<<15), "", ""},
		{"nested too deep", repeat(head+"<target>", "<a>", 1<<16), "ch: f.xml:1:281: elements are nested too deep: more than 24", ""},
		{"tags that cross", strings.NewReader(list("<target><a></target></a>")), "ch: f.xml:1:218: XML is not well formed: </target> where <a> is open", ""},
		{"a section that is unknown", strings.NewReader(list("<annex><x>1</x></annex>" + one)), "", "f.xml:1:207: annex: unknown part of the list, not read, dropped"},
		{"stray text", strings.NewReader(list("lost" + one)), "", `f.xml:1:207: text where none belongs ("lost"), dropped`},
		{"the same ssid twice", strings.NewReader(list(one + "\n" + one)), "", `f.xml:2:1: entity 3: ssid: a target before it has the same ssid ("3")`},
		{"no ssid", with(` ssid="3"`, ""), "", "f.xml:2:1: entity line 2:1: ssid: no ssid"},
		{"a set that is not there", with("<sanctions-set-id>2<", "<sanctions-set-id>7<"), "", `f.xml:2:18: entity 3: sanctions-set-id: the list has no sanctions set of this number ("7")`},
		{"a place that is not there", with("</identity>", `<address ssid="9" place-id="8"/></identity>`), "", `f.xml:2:248: entity 3: place-id: the list has no place of this number ("8")`},
		{"a target that is not there", with("</identity>", `</identity><relation target-id="8" relation-type="related-to"/>`), "", `f.xml:2:259: entity 3: relation: the list has no target of this number ("8")`},
		{"a date out of range", with("2020-01-01", "2020-02-30"), "", `f.xml:2:268: entity 3: effective-date: not a date: "2020-02-30": no day, month or year of a known shape ("2020-02-30")`},
		{"a year out of range", with("</identity>", `<day-month-year year="99999"/></identity>`), "", `f.xml:2:248: entity 3: day-month-year: not a date: "99999": no day, month or year of a known shape ("99999")`},
		{"another calendar", with("</identity>", `<day-month-year year="1343" calendar="Islamic"/></identity>`), "", `f.xml:2:248: entity 3: day-month-year: date of another calendar, not converted ("1343 (Islamic)")`},
		{"no name", with("Firm", ""), "", "f.xml:2:1: entity 3: name: no name"},
		{"no kind", with("<entity>", "<thing>"), "ch: f.xml:2:258: XML is not well formed: </entity> where <thing> is open", ""},
		{"an unknown element", with("</identity>", "<height>180</height></identity>"), "", `f.xml:2:248: entity 3: entity/identity/height: unknown element or attribute, kept as a remark ("180")`},
		{"a kind of change that is unknown", with(`"listed"`, `"thawed"`), "", `f.xml:2:268: entity 3: modification-type: unknown word ("thawed")`},
		{"no date of the list", strings.NewReader(strings.Replace(list(one), ` date="2026-01-31"`, "", 1)), "", "f.xml:1:1: @date: the list does not say when it was made"},
		{"a reader that fails", iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(list(one)))), "ch: f.xml:1:2: timeout", ""},
	}
	for _, tt := range tests {
		l, err := ParseXML("f.xml", tt.file)
		switch {
		case tt.reason == "32 MB in one target":
			if !errors.Is(err, ErrTooLong) {
				t.Errorf("%s: error %v, want ErrTooLong", tt.reason, err)
			}
		case tt.err != "":
			if l != nil || fmt.Sprint(err) != tt.err {
				t.Errorf("%s:\n got %v\nwant %s", tt.reason, err, tt.err)
			}
		case err != nil:
			t.Errorf("%s: error %v, want none", tt.reason, err)
		case tt.want == "" && len(l.Problems) != 0:
			t.Errorf("%s: problems %v, want none", tt.reason, l.Problems)
		case tt.want != "" && (len(l.Problems) == 0 || l.Problems[0].Error() != tt.want):
			t.Errorf("%s:\n got %v\nwant %s", tt.reason, l.Problems, tt.want)
		}
	}
}

// TestHostileFilesAreNotHeld reads 32 MB of what no list holds, and counts what
// is allocated for it.
func TestHostileFilesAreNotHeld(t *testing.T) {
	blanks := strings.Repeat(" ", 1<<16)
	for _, tt := range []struct{ head, text, reason string }{
		{"<swiss-sanctions-list list-type='whole-list'>", blanks, "white space"},
		{"<swiss-sanctions-list list-type='whole-list'>", blanks + "<!-- -->", "white space with comments"},
		{"<swiss-sanctions-list list-type='whole-list'><unknown>", "<v>" + blanks + "</v>", "a section that is not read"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := ParseXML("f.xml", repeat(tt.head, tt.text, 1<<9)); err == nil {
			t.Errorf("%s: no error", tt.reason)
		}
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 8<<20 {
			t.Errorf("%s: %d MB allocated", tt.reason, used>>20)
		}
	}
}

// TestEachIMO tells numbers of ships and firms from other digits.
func TestEachIMO(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"IMO Number: 8405270", "IMO Number=8405270", "a label"},
		{"IMO: 08405270.", "IMO=08405270", "a zero before it"},
		{"IMO number of the vessel: 9387803", "IMO number of the vessel=9387803", "another's number"},
		{"Company IMO number 5434358", "Company IMO number=5434358", "a word before it"},
		{"IMO 84052701", "", "eight digits"},
		{"SIMON 8405270", "", "letters before it"},
		{"the IMO was told in May of 8405270", "", "other words between"},
		{"IMO", "", "nothing after it"},
	}
	for _, tt := range tests {
		got := ""
		eachIMO(tt.text, func(_, _ int, words, digits string) { got += words + "=" + digits })
		if got != tt.want {
			t.Errorf("eachIMO(%q): %q, want %q (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}

func FuzzParseXML(f *testing.F) {
	f.Add(fixture(f))
	f.Add([]byte(list(one)))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := ParseXML("f.xml", bytes.NewReader(b))
		if (l == nil) == (err == nil) {
			t.Fatalf("list %v, error %v", l != nil, err)
		}
		if err != nil {
			return
		}
		ids := map[string]bool{}
		for i := range l.Entities {
			e := &l.Entities[i]
			if ids[e.ID] || e.ID == "" || e.Pos.Line == 0 || len(e.Measures) == 0 {
				t.Fatalf("entity %d: ID %q at %s, %d measures", i, e.ID, e.Pos, len(e.Measures))
			}
			ids[e.ID] = true
			for _, n := range e.Names {
				if n.Text == "" {
					t.Fatalf("%s: an empty name", e.ID)
				}
			}
		}
		again, err := ParseXML("f.xml", iotest.OneByteReader(bytes.NewReader(b)))
		if err != nil || show(l) != show(again) {
			t.Fatalf("another reading of the same bytes differs: %v", err)
		}
	})
}

// BenchmarkParseXML reads a list of 6 MB made of the fixture's targets.
func BenchmarkParseXML(b *testing.B) {
	raw := string(fixture(b))
	from, to := strings.Index(raw, "<target"), strings.Index(raw, "<place ")
	targets := raw[from:to]
	var big strings.Builder
	big.WriteString(raw[:from])
	for i := 0; big.Len() < 6<<20; i++ {
		big.WriteString(strings.ReplaceAll(targets, `<target ssid="`, fmt.Sprintf(`<target ssid="%d-`, i)))
	}
	big.WriteString(raw[to:])
	b.SetBytes(int64(big.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseXML("seco.xml", strings.NewReader(big.String())); err != nil {
			b.Fatal(err)
		}
	}
}
