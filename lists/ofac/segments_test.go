package ofac

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// facts prints what an entity holds, shortly.
func facts(e *lists.Entity, problems []*lists.Problem) string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for _, n := range e.Names {
		s := fmt.Sprintf("%s [%s]", n.Type, n.Text)
		for _, p := range n.Parts {
			s += fmt.Sprintf(" %s=%s", p.Role, p.Text)
		}
		add("%s %s", s, n.Label)
	}
	for _, id := range e.Identifiers {
		s := fmt.Sprintf("%s [%s]", id.Type, id.Value)
		for _, x := range []struct{ word, text string }{
			{"of", id.Country}, {"issued", dated(id.Issued)}, {"expires", dated(id.Expires)}, {"note", id.Note},
		} {
			if x.text != "" {
				s += " " + x.word + " " + x.text
			}
		}
		add("%s label %s", s, id.Label)
	}
	for _, c := range append(append([]lists.Country(nil), e.Flags...), e.Countries...) {
		add("%s [%s] %s", c.Role, c.Text, c.Code)
	}
	for _, d := range e.Dates {
		add("%s %s", d.Role, dated(d))
	}
	for _, p := range e.Places {
		add("%s place [%s] %s", p.Role, p.Text, p.Code)
	}
	for _, c := range e.Contacts {
		add("%s [%s]", c.Type, c.Value)
	}
	if e.Gender != "" {
		add("%s", e.Gender)
	}
	for _, t := range e.Titles {
		add("title [%s]", t)
	}
	if e.Vessel != nil {
		add("types %q", e.Vessel.OtherTypes)
	}
	if e.Aircraft != nil {
		add("aircraft %+v", *e.Aircraft)
	}
	for _, m := range e.Measures {
		s := fmt.Sprintf("measure %v basis [%s] text [%s]", m.Kinds, m.Basis, m.Text)
		if m.Listed.Known() {
			s += " listed " + m.Listed.String()
		}
		if m.Effective.Known() {
			s += " effective " + m.Effective.String()
		}
		add("%s", s)
	}
	for _, r := range e.Relations {
		add("%s [%s] %q", r.Role, r.Text, r.IDs)
	}
	for _, r := range e.Remarks {
		add("remark %q [%s]", r.Key, r.Text)
	}
	for _, p := range problems {
		add("PROBLEM %s", p.Err)
	}
	return strings.Join(out, ", ")
}

// dated prints a date, or the text that is none.
func dated(d lists.Date) string {
	if !d.Known() && d.Text != "" {
		return "?" + d.Text
	}
	return d.String()
}

// TestSegments holds every form of segment against testdata/segments.txt.
func TestSegments(t *testing.T) {
	const name = "testdata/segments.txt"
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(src), "\n")
	cases := 0
	for i, line := range lines {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 4 {
			t.Fatalf("%s:%d: %d columns", name, i+1, len(f))
		}
		cases++
		kind, err := lists.ParseKind(f[0])
		if err != nil {
			t.Fatalf("%s:%d: %v", name, i+1, err)
		}
		s, last := strings.CutSuffix(f[1], " ...")
		e, problems := oneSegment(kind, "", "", s, last)
		e.Measures = e.Measures[1:] // without that of the list itself
		got := facts(e, problems)
		if got == "" {
			t.Errorf("%s:%d: %q yields nothing", name, i+1, s)
		}
		if w := lost(e, s); w != "" {
			t.Errorf("%s:%d: %q is lost of %q: %s", name, i+1, w, s, got)
		}
		switch {
		case *listtest.Update:
			lines[i] = strings.Join([]string{f[0], f[1], got, f[3]}, " | ")
		case strings.TrimSpace(got) != strings.TrimSpace(f[2]):
			t.Errorf("%s:%d: %s (%s)\n got %s\nwant %s", name, i+1, f[1], f[3], got, f[2])
		}
	}
	if cases < 150 {
		t.Errorf("%d cases", cases)
	}
	if *listtest.Update {
		if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
