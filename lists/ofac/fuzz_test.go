package ofac

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
)

// FuzzParseCSV: no input makes the parser panic; an error is one of the package's;
// every problem has a place; every entity has its own number.
func FuzzParseCSV(f *testing.F) {
	read := func(name string) string {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		return string(b)
	}
	f.Add(read("sdn/sdn.csv"), read("sdn/alt.csv"), read("sdn/add.csv"), read("sdn/sdn_comments.csv"))
	f.Add(read("cons/CONS_PRIM.CSV"), read("cons/CONS_ALT.CSV"), read("cons/CONS_ADD.CSV"), "")
	f.Add(goodMain, goodAlt, goodAdd, goodRem)
	f.Add(strings.ReplaceAll(goodMain, ",", "\x00,"), goodAlt+"\xff", strings.ReplaceAll(goodAdd, "\"", ""), goodRem)
	f.Fuzz(func(t *testing.T, main, alt, add, comments string) {
		l, err := ParseCSV(oneFile{"sdn.csv": main, "alt.csv": alt, "add.csv": add, "sdn_comments.csv": comments}.fs())
		if err != nil {
			if _, ok := err.(*FileError); !ok || l != nil {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		for _, p := range l.Problems {
			if p.Pos.File == "" || p.Err == nil || p.Pos.Line == 0 && p.Err != ErrEmpty && !errors.Is(p, ErrMore) {
				t.Errorf("without a place or a reason: %v", p)
			}
			if len(p.Value) > 200 {
				t.Errorf("a value of %d bytes", len(p.Value))
			}
		}
		seen := map[string]bool{}
		for i := range l.Entities {
			e := &l.Entities[i]
			if seen[e.ID] || e.Pos.Line == 0 {
				t.Errorf("entity %q at %v", e.ID, e.Pos)
			}
			seen[e.ID] = true
			for _, n := range e.Names {
				if n.Text == "" || !utf8.ValidString(n.Text) || strings.Contains(n.Text, "\x00") {
					t.Errorf("name %q", n.Text)
				}
			}
		}
	})
}

// FuzzRemarks: the segments of any remarks and what lies between them are the
// remarks; every segment yields something that holds all of its words.
func FuzzRemarks(f *testing.F) {
	src, err := os.ReadFile("testdata/segments.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(src), "\n") {
		if c := strings.Split(line, " | "); len(c) == 4 {
			f.Add(c[1], uint8(len(line)))
		}
	}
	f.Fuzz(func(t *testing.T, remarks string, kind uint8) {
		if !utf8.ValidString(remarks) || len(remarks) > 4096 {
			return
		}
		for at := 0; at < len(remarks); {
			s, from, next := nextSegment(remarks, at)
			if next <= at || strings.Trim(remarks[at:from], " ") != "" || strings.Trim(remarks[from+len(s):next], " ;") != "" {
				t.Fatalf("lost between segments: %q", remarks[at:])
			}
			at = next
			if s == "" {
				continue
			}
			e, _ := oneSegment(lists.Kind(kind%5), "", "", s, at == len(remarks))
			if len(e.Measures) < 2 && len(e.Names)+len(e.Identifiers)+len(e.Flags)+len(e.Countries)+len(e.Dates)+len(e.Places)+
				len(e.Contacts)+len(e.Titles)+len(e.Relations)+len(e.Remarks) == 0 && e.Gender == "" && e.Vessel == nil && e.Aircraft == nil {
				t.Errorf("%q yields nothing", s)
			}
			if w := lost(e, s); w != "" {
				t.Errorf("%q of %q is lost", w, s)
			}
		}
	})
}
