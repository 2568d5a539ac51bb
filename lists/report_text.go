package lists

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reportRows bounds the rows that Text prints of programmes, keys and problems.
const reportRows = 12

// Text writes the report for a person to read, in aligned columns. Of programmes,
// keys of remarks and problems it shows the first 12, and says how many more there
// are. Shares are rounded down to tenths of a per cent; of fields nobody fills
// only the names are told. Long names are cut and control characters are blanks.
// An error is that of w.
func (r *Report) Text(w io.Writer) error {
	t := &reportText{}
	fmt.Fprintf(&t.b, "%s, %s, %d entries\n", visible(r.Source.Name), r.Source.Date(), r.Entities)
	if r.Source.Publisher != "" {
		t.row("publisher", r.Source.Publisher)
	}
	for i, f := range r.Source.Files {
		t.row(title("files", i), f)
	}
	if r.Source.SHA256 != (Digest{}) {
		t.row("sha-256", r.Source.SHA256.String())
	}
	t.tallies("kinds", r.Kinds, r.Entities, 0)
	t.tallies("names", r.Names, 0, 0)
	for i, id := range r.Identifiers {
		t.row(title("identifiers", i), fmt.Sprintf("%s %7d  %s pass their check", pad(string(id.Type), 24), id.Count, share(id.Valid, id.Count)))
	}
	t.tallies("fields", r.Fields, r.Entities, 0)
	t.tallies("programmes", r.Programmes, 0, reportRows)
	t.tallies("measures", r.Measures, 0, 0)
	if n := r.Relations; n != (RelationTally{}) {
		t.row("relations", fmt.Sprintf("%d resolved, %d ambiguous, %d unresolved", n.Resolved, n.Ambiguous, n.Unresolved))
	}
	if r.Remarks.Keyed+r.Remarks.Free > 0 {
		t.row("remarks", fmt.Sprintf("%d with a key, %d free text", r.Remarks.Keyed, r.Remarks.Free))
		t.tallies("", r.Remarks.Keys, 0, reportRows)
	}
	if len(r.Problems) == 0 {
		t.row("problems", "none")
	}
	for i, p := range r.Problems {
		if i == reportRows {
			t.row("", fmt.Sprintf("and %d more reasons", len(r.Problems)-i))
			break
		}
		s := fmt.Sprintf("%7d  %s", p.Count, p.Reason)
		if p.Dropped > 0 {
			s += fmt.Sprintf(" (%d dropped)", p.Dropped)
		}
		if at := p.First.String(); at != "" {
			s += ", first at " + at
		}
		t.row(title("problems", i), s)
	}
	_, err := w.Write(t.b.Bytes())
	return err
}

// reportText collects the lines of a report.
type reportText struct{ b bytes.Buffer }

// row adds a line with a title.
func (t *reportText) row(title, text string) {
	fmt.Fprintf(&t.b, "  %s %s\n", pad(title, 12), visible(text))
}

// tallies adds a line for each count that is not zero, with its share of whole
// where there is a whole, and one line for all that are zero.
func (t *reportText) tallies(name string, all []Tally, whole, most int) {
	shown, width := 0, 24
	var zero []string
	for i, c := range all {
		if i < most || most == 0 {
			width = max(width, utf8.RuneCountInString(short(c.Name)))
		}
	}
	for i, c := range all {
		if c.Count == 0 {
			zero = append(zero, c.Name)
			continue
		}
		if shown == most && most > 0 {
			t.row("", fmt.Sprintf("and %d more", len(all)-i))
			break
		}
		s := fmt.Sprintf("%s %7d", pad(short(c.Name), width), c.Count)
		if whole > 0 {
			s += "  " + share(c.Count, whole)
		}
		t.row(title(name, shown), s)
		shown++
	}
	const line = 100 // bytes
	for i, text := 0, "none: "; i < len(zero); i++ {
		text += zero[i]
		if i < len(zero)-1 {
			text += ", "
		}
		if i == len(zero)-1 || len(text) > line {
			t.row(title(name, shown), strings.TrimRight(text, " "))
			text = "      "
			shown++
		}
	}
}

// short cuts a name of a file's own making, so that the columns stay columns.
func short(s string) string {
	const most = 48 // characters
	s = strings.Join(strings.Fields(s), " ")
	for i, n := 0, 0; i < len(s); n++ {
		if n == most-3 && utf8.RuneCountInString(s[i:]) > 3 {
			return s[:i] + "..."
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s
}

// visible puts a blank for every control character: what a file holds does not
// steer the terminal on which it is printed.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, s)
}

// title is the title of the first row of a block, and empty for the others.
func title(s string, row int) string {
	if row > 0 {
		return ""
	}
	return s
}

// pad fills s with blanks up to n characters.
func pad(s string, n int) string {
	if have := utf8.RuneCountInString(s); have < n {
		return s + fmt.Sprintf("%*s", n-have, "")
	}
	return s
}

// share returns n of whole in per cent with one decimal, rounded down, so that
// 100.0 % means all.
func share(n, whole int) string {
	if whole <= 0 {
		return ""
	}
	tenths := int64(n) * 1000 / int64(whole)
	return fmt.Sprintf("%3d.%d %%", tenths/10, tenths%10)
}
