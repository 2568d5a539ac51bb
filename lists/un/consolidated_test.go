package un

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func TestConsolidatedGolden(t *testing.T) {
	raw := listtest.File(t, "consolidated.xml")
	l, err := ParseConsolidated("consolidated.xml", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	listtest.Golden(t, "consolidated.golden.json", listtest.Show(t, l, " "))
	slow, err := ParseConsolidated("consolidated.xml", iotest.OneByteReader(bytes.NewReader(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(listtest.Show(t, l, " "), listtest.Show(t, slow, " ")); diff != "" {
		t.Errorf("read byte by byte the list differs:\n%s", diff)
	}
}

// list wraps records of persons in the rest of a list.
func list(records string) string {
	return `<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS>` + records + `</INDIVIDUALS></CONSOLIDATED_LIST>`
}

const one = `<INDIVIDUAL><REFERENCE_NUMBER>QDi.001</REFERENCE_NUMBER><FIRST_NAME>SAYF</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE></INDIVIDUAL>`

// TestBrokenConsolidated holds one row for each way in which a file can be
// broken: either an error with its place, or a Problem.
func TestBrokenConsolidated(t *testing.T) {
	bom := "\ufeff"
	blanks := strings.Repeat(" ", 1<<16)
	tests := []struct {
		reason  string
		file    io.Reader
		err     error  // of the whole file
		problem error  // of a file that is used
		place   string // of the error or the first problem
	}{
		{"a sound file", strings.NewReader(list(one)), nil, nil, ""},
		{"a byte order mark before it", strings.NewReader(bom + list(one)), nil, nil, ""},
		{"an empty file", strings.NewReader(""), ErrEmpty, nil, "f.xml"},
		{"nothing but white space", strings.NewReader(" \n\n"), ErrEmpty, nil, "f.xml:3:1"},
		{"no record", strings.NewReader(list("")), ErrEmpty, nil, "f.xml"},
		{"cut between records", strings.NewReader("<CONSOLIDATED_LIST dateGenerated='2026-02-27'>\n<INDIVIDUALS>" + one), ErrTruncated, nil, "f.xml:2:149"},
		{"cut inside a tag", strings.NewReader(list(one)[:80]), ErrTruncated, nil, "f.xml:1:81"},
		{"cut inside a text", strings.NewReader(list(one)[:130]), ErrTruncated, nil, "f.xml:1:131"},
		{"another list's root", strings.NewReader("<sdnList><sdnEntry/></sdnList>"), ErrNotList, nil, "f.xml:1:1"},
		{"a page of HTML", strings.NewReader("<!DOCTYPE html>\n<html><body>503</body></html>"), ErrNotList, nil, "f.xml:1:1"},
		{"a page of HTML without a declaration", strings.NewReader("<HTML><BODY>503"), ErrNotList, nil, "f.xml:1:1"},
		{"plain text", strings.NewReader("Service unavailable"), ErrNotXML, nil, "f.xml:1:1"},
		{"JSON", strings.NewReader(`{"error": 503}`), ErrNotXML, nil, "f.xml"},
		{"gzip, not unpacked", strings.NewReader("\x1f\x8b\x08\x00"), ErrNotXML, nil, "f.xml"},
		{"UTF-16", strings.NewReader("\xff\xfe<\x00C\x00"), ErrEncoding, nil, "f.xml"},
		{"another encoding declared", strings.NewReader(`<?xml version="1.0" encoding="ISO-8859-1"?>` + list(one)), ErrEncoding, nil, "f.xml:1:44"},
		{"Latin-1 bytes in UTF-8", strings.NewReader(list("\n" + strings.Replace(one, "SAYF", "S\xe9YF", 1))), ErrEncoding, nil, "f.xml:2:73"},
		{"a control character", strings.NewReader(list(strings.Replace(one, "SAYF", "S\x19YF", 1))), ErrSyntax, nil, ""},
		{"an entity bomb", strings.NewReader(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` + list(one)), ErrDoctype, nil, "f.xml:1:1"},
		{"an external entity", strings.NewReader(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>` + list(one)), ErrDoctype, nil, "f.xml:1:1"},
		{"an entity that nobody declared", strings.NewReader(list(strings.Replace(one, "SAYF", "&a;", 1))), ErrSyntax, nil, ""},
		{"64 MB of white space", listtest.Repeat("<CONSOLIDATED_LIST>", blanks, 1<<10), ErrTooLong, nil, "f.xml:1:20"},
		{"64 MB of one name", listtest.Repeat("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>", strings.Repeat("A", 1<<16), 1<<10), ErrTooLong, nil, "f.xml:1:57"},
		{"64 MB of comment", listtest.Repeat("<CONSOLIDATED_LIST><!--", blanks, 1<<10), ErrTooLong, nil, "f.xml:1:20"},
		{"64 MB of one text, comments between", listtest.Repeat("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>", strings.Repeat("A", 1<<16)+"<!-- -->", 1<<10), ErrTooLong, nil, ""},
		{"a tag of 64 MB", listtest.Repeat("<CONSOLIDATED_LIST a='", blanks, 1<<10), ErrTooLong, nil, "f.xml:1:1"},
		{"a million nested elements", listtest.Repeat("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>", "<A>", 1<<20), ErrDepth, nil, "f.xml:1:84"},
		{"tags that cross", strings.NewReader(list("<INDIVIDUAL><A></INDIVIDUAL></A>")), ErrSyntax, nil, ""},
		{"two roots", strings.NewReader(list(one) + list(one)), ErrSyntax, nil, ""},
		{"text after the end", strings.NewReader(list(one) + "more"), ErrSyntax, nil, ""},
		{"an end tag too many", strings.NewReader(list(one) + "</A>"), ErrSyntax, nil, ""},
		{"the same reference number twice", strings.NewReader(list(one + "\n" + one)), nil, ErrDuplicate, "f.xml:2:1"},
		{"no date of the list", strings.NewReader("<CONSOLIDATED_LIST><INDIVIDUALS>" + one + "</INDIVIDUALS></CONSOLIDATED_LIST>"), nil, ErrNoDate, "f.xml:1:1"},
		{"a date of the list that is none", strings.NewReader(strings.Replace(list(one), "2026", "soon", 1)), nil, ErrNoDate, "f.xml:1:1"},
		{"a date out of range", strings.NewReader(list(strings.Replace(one, "</FIRST_NAME>", "</FIRST_NAME>\n<LISTED_ON>2011-02-30</LISTED_ON>", 1))), nil, lists.ErrDate, "f.xml:2:1"},
		{"a year out of range", strings.NewReader(list(strings.Replace(one, "</FIRST_NAME>", "</FIRST_NAME><INDIVIDUAL_DATE_OF_BIRTH><YEAR>99999</YEAR></INDIVIDUAL_DATE_OF_BIRTH>", 1))), nil, lists.ErrDate, ""},
		{"an unknown list type", strings.NewReader(list(strings.Replace(one, "Al-Qaida", "Elsewhere", 1))), nil, ErrUnknownWord, ""},
		{"an unknown element", strings.NewReader(list(strings.Replace(one, "</FIRST_NAME>", "</FIRST_NAME><HEIGHT>180</HEIGHT>", 1))), nil, ErrUnknownElement, ""},
		{"an element twice", strings.NewReader(list(strings.Replace(one, "</FIRST_NAME>", "</FIRST_NAME><FIRST_NAME>SAIF</FIRST_NAME>", 1))), nil, ErrRepeated, ""},
		{"an unknown section", strings.NewReader(strings.Replace(list(one), "</CONS", "<VESSELS><VESSEL>X</VESSEL></VESSELS></CONS", 1)), nil, ErrUnknownSection, ""},
		{"an entity among persons", strings.NewReader(list(one + "<ENTITY><FIRST_NAME>X</FIRST_NAME></ENTITY>")), nil, ErrUnknownSection, ""},
		{"text between records", strings.NewReader(list(one + "lost")), nil, ErrStrayText, ""},
		{"a record without a name", strings.NewReader(list("<INDIVIDUAL><REFERENCE_NUMBER>A</REFERENCE_NUMBER></INDIVIDUAL>")), nil, ErrNoName, ""},
		{"a record without a number", strings.NewReader(list("<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>")), nil, ErrNoID, ""},
		{"more problems than are told", strings.NewReader(list(strings.Repeat(one, feed.MaxProblems+2))), nil, ErrMore, ""},
		{"a reader that fails", iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(list(one)))), iotest.ErrTimeout, nil, ""},
	}
	for _, tt := range tests {
		l, err := ParseConsolidated("f.xml", tt.file)
		switch {
		case tt.err != nil:
			if l != nil || !errors.Is(err, tt.err) || !strings.Contains(fmt.Sprint(err), tt.place+": ") {
				t.Errorf("%s: error %v, want %v at %q", tt.reason, err, tt.err, tt.place)
			}
		case err != nil:
			t.Errorf("%s: error %v, want none", tt.reason, err)
		case tt.problem == nil:
			if len(l.Problems) != 0 || len(l.Entities) == 0 {
				t.Errorf("%s: %d entities, problems %v", tt.reason, len(l.Entities), l.Problems)
			}
		default:
			found := false
			for _, p := range l.Problems {
				found = found || errors.Is(p, tt.problem) && strings.Contains(p.Pos.String(), tt.place)
			}
			if !found {
				t.Errorf("%s: problems %v, want %v at %q", tt.reason, l.Problems, tt.problem, tt.place)
			}
		}
	}
}

// TestIDsAreUnique reads records whose numbers collide in every way.
func TestIDsAreUnique(t *testing.T) {
	collide := one + one + strings.Replace(one, "QDi.001", "QDi.001 (2)", 1) + one + strings.Repeat("<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>", 3)
	l, err := ParseConsolidated("f.xml", strings.NewReader(list(collide)))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range l.Entities {
		if seen[e.ID] {
			t.Errorf("two entities have the ID %q", e.ID)
		}
		seen[e.ID] = true
	}
	if len(seen) != 7 {
		t.Errorf("%d IDs, want 7", len(seen))
	}
}

func FuzzParseConsolidated(f *testing.F) {
	f.Add(listtest.File(f, "consolidated.xml"))
	f.Add([]byte(list(one)))
	f.Add([]byte("<CONSOLIDATED_LIST><ENTITIES><ENTITY><FIRST_NAME>A ; B (C; D) b) E</FIRST_NAME><COMMENTS1>IMO 1790183</COMMENTS1></ENTITY></ENTITIES></CONSOLIDATED_LIST>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := ParseConsolidated("f.xml", bytes.NewReader(b))
		if (l == nil) == (err == nil) {
			t.Fatalf("list %v, error %v", l != nil, err)
		}
		if err != nil {
			return
		}
		listtest.Sound(t, l)
		for i := range l.Entities {
			e := &l.Entities[i]
			for _, n := range e.Names {
				if strings.TrimSpace(n.Text) != n.Text && !strings.ContainsAny(n.Text, "\u00a0\u2003\u3000\u0085") {
					t.Fatalf("%s: name %q", e.ID, n.Text)
				}
			}
		}
		again, err := ParseConsolidated("f.xml", iotest.OneByteReader(bytes.NewReader(b)))
		if err != nil || listtest.Show(t, l, " ") != listtest.Show(t, again, " ") {
			t.Fatalf("another reading of the same bytes differs: %v", err)
		}
	})
}

func TestHostileFilesAreNotHeld(t *testing.T) {
	blanks := strings.Repeat(" ", 1<<16)
	listtest.NotHeld(t, 8, []listtest.Hostile{
		{"white space", ParseConsolidated, "<CONSOLIDATED_LIST>", blanks},
		{"white space with comments", ParseConsolidated, "<CONSOLIDATED_LIST>", blanks + "<!-- -->"},
		{"a section that is not read", ParseConsolidated, "<CONSOLIDATED_LIST><VESSELS>", "<V>" + blanks + "</V>"},
	})
}
