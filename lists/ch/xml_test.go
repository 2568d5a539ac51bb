package ch

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func fixture(t testing.TB) []byte {
	t.Helper()
	return listtest.File(t, "seco.xml")
}

func sample(t testing.TB) []byte {
	t.Helper()
	return listtest.Shared(t, "formats/samples/ch_seco.xml")
}

func TestGolden(t *testing.T) {
	raw := fixture(t)
	l, err := ParseXML("seco.xml", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	listtest.Golden(t, "seco.golden.json", listtest.Show(t, l, " "))
	slow, err := ParseXML("seco.xml", iotest.OneByteReader(bytes.NewReader(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(listtest.Show(t, l, " "), listtest.Show(t, slow, " ")); diff != "" {
		t.Errorf("read byte by byte the list differs:\n%s", diff)
	}
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
			if m.Ends.IsZero() {
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
	listtest.Golden(t, "sample.golden.txt", b.String())
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
				whole = strings.Join(listtest.Values(t, &l.Entities[at]), "\n")
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
		{"32 MB of white space", listtest.Repeat("<swiss-sanctions-list list-type='whole-list'>", blanks, 1<<9), "ch: f.xml:1:46: too long: a tag, a text or a comment of more than 1048576 bytes", ""},
		{"32 MB in one target", listtest.Repeat(head+"<target ssid='1'>", "<a>"+strings.Repeat("x", 1000)+"</a>", 1<<15), "", ""},
		{"nested too deep", listtest.Repeat(head+"<target>", "<a>", 1<<16), "ch: f.xml:1:281: elements are nested too deep: more than 24", ""},
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

func TestHostileFilesAreNotHeld(t *testing.T) {
	blanks := strings.Repeat(" ", 1<<16)
	listtest.NotHeld(t, 8, []listtest.Hostile{
		{"white space", ParseXML, "<swiss-sanctions-list list-type='whole-list'>", blanks},
		{"white space with comments", ParseXML, "<swiss-sanctions-list list-type='whole-list'>", blanks + "<!-- -->"},
		{"a section that is not read", ParseXML, "<swiss-sanctions-list list-type='whole-list'><unknown>", "<v>" + blanks + "</v>"},
	})
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
		imoWords.Each(tt.text, func(_, _ int, words, digits string) { got += words + "=" + digits })
		if got != tt.want {
			t.Errorf("imoWords.Each(%q): %q, want %q (%s)", tt.text, got, tt.want, tt.reason)
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
		listtest.Sound(t, l)
		for i := range l.Entities {
			if len(l.Entities[i].Measures) == 0 {
				t.Fatalf("%s: no measure", l.Entities[i].ID)
			}
		}
		again, err := ParseXML("f.xml", iotest.OneByteReader(bytes.NewReader(b)))
		if err != nil || listtest.Show(t, l, " ") != listtest.Show(t, again, " ") {
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
