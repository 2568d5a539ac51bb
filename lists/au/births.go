package au

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// births reads the cell of a date of birth. Where it holds more than one date, or
// one that cannot be read, the whole cell stands in a Remark as well.
func (p *parser) births(i int, e *lists.Entity, c cell) {
	role := lists.Birth
	switch e.Kind {
	case lists.Organization:
		role = lists.Established
	case lists.Vessel:
		role = lists.Build
	}
	add := func(d lists.Date) {
		d.Role = role
		if p.fresh(i, "birth", d.String()+"\x00"+d.Text) {
			e.Dates = append(e.Dates, d)
		}
	}
	if n := len(c.text); c.isDay && n > 4 {
		add(lists.Date{From: c.day, Text: c.text})
		return
	}
	pieces := dates(c.text)
	bad := ""
	for _, text := range pieces {
		d, ok := birth(text)
		if !ok && bad == "" {
			bad = text
		}
		add(d)
	}
	if bad != "" {
		p.problem(e, c, "Date of Birth", "", fmt.Errorf("%w: %q", lists.ErrDate, bad))
	}
	if len(pieces) != 1 || pieces[0] != c.text {
		e.Remarks = append(e.Remarks, lists.Remark{Key: "Date of Birth", Text: c.text})
	}
}

// between divides a text of several dates without marks.
var between = regexp.MustCompile(`(?i)\s*(?:;|>>|, or |\bor\b|,|\(as [^()]*\))\s*(?:alt\.? ?(?:dob)?:? )?`)

// dates divides a cell into texts of one date each.
func dates(cell string) []string {
	var out []string
	for _, text := range marked(cell) {
		begin := len(out)
		for _, piece := range between.Split(sideBySide.ReplaceAllString(text, "$1; $2"), 50) {
			if piece = strings.Trim(piece, " ,;."); !strings.Contains(piece, "(") {
				piece = strings.TrimRight(piece, ") ")
			}
			if piece == "" {
				continue
			}
			if n := len(out); n > begin && len(piece) == 4 && monthDay.MatchString(out[n-1]) {
				out[n-1] += ", " + piece // "March 16, 1968" is one date
				continue
			}
			out = append(out, piece)
		}
	}
	return out
}

var (
	sideBySide = regexp.MustCompile(`([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}) ([0-9])`)
	monthDay   = regexp.MustCompile(`(?i)^(?:[0-9]{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: [0-9]{1,2})?$`)
)

var (
	about     = regexp.MustCompile(`(?i)^(?:approximately|approx\.?|circa|c\.|around|about)\s*`)
	yearRange = regexp.MustCompile(`^([0-9]{4}) ?(?:-|–|/|to) ?([0-9]{4})$`)
	noteAfter = regexp.MustCompile(`^([^(]*[0-9]{4})\.? \([^()]*\)?$`)
	labelled  = regexp.MustCompile(`(?i)^(?:alt\.? ?)?dob:? ?`)
	inBraces  = regexp.MustCompile(`^\(([^()]*)\)$`)
	monthEnds = regexp.MustCompile(`([A-Za-z]{3,9})\.?([0-9]{4})`)
	dayEnds   = regexp.MustCompile(`^([0-9]{1,2})\.? ?([A-Za-z]{3,9})`)
	months    = regexp.MustCompile(`(?i)^between ([a-z]{3,9})\.? and ([a-z]{3,9})\.? ([0-9]{4})$`)
)

// birth reads one date. Text is as printed; a date in another calendar, of two
// digits, or an age has no reading.
func birth(text string) (lists.Date, bool) {
	d := lists.Date{Text: text}
	s := text
	if m := inBraces.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	if strings.Contains(strings.ToLower(s), "hijri") {
		return d, false
	}
	if m := noteAfter.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = labelled.ReplaceAllString(s, "")
	if rest, ok := strings.CutPrefix(strings.ToLower(s), "between "); ok && !strings.Contains(rest, " and ") {
		s = rest // "between 1963 to 1968"
	}
	circa := false
	if at := about.FindStringIndex(s); at != nil && at[1] > 0 {
		circa, s = true, s[at[1]:]
	}
	if m := yearRange.FindStringSubmatch(s); m != nil {
		s = m[1] + "-" + m[2]
	}
	if m := months.FindStringSubmatch(s); m != nil {
		s = fmt.Sprintf("between %s %s and %s %s", m[1], m[3], m[2], m[3])
	}
	got, err := lists.ParseDate(spaced(s))
	if err != nil {
		return d, false
	}
	got.Text, got.Circa = text, got.Circa || circa
	return got, true
}

// spaced puts the blanks that "12 Jan.1960" and "1.Jan 1960" lack.
func spaced(s string) string {
	return dayEnds.ReplaceAllString(monthEnds.ReplaceAllString(s, "$1 $2"), "$1 $2")
}

// romans are the marks of a list within a list.
var romans = [...]string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}

// marked divides a text at its marks "a) b) c)" or "i) ii) iii)", which must begin
// with the first and follow one another. The marks are left out; a text before the
// first of them is a piece of its own. A text without marks is one piece.
func marked(s string) []string {
	if s == "" {
		return nil
	}
	for _, mark := range [...]func(n int) string{
		func(n int) string {
			if n >= 26 {
				return ""
			}
			return string(rune('a' + n))
		},
		func(n int) string {
			if n >= len(romans) {
				return ""
			}
			return romans[n]
		},
	} {
		if pieces := divide(s, mark); len(pieces) > 0 {
			return pieces
		}
	}
	return []string{s}
}

func divide(s string, mark func(int) string) []string {
	var out []string
	rest := s
	for n := 0; ; n++ {
		at := -1
		m := mark(n)
		if m != "" {
			at = markAt(rest, m)
		}
		if at < 0 {
			if n == 0 {
				return nil
			}
			return appendPiece(out, rest)
		}
		out = appendPiece(out, rest[:at])
		rest = rest[at+len(m)+1:]
	}
}

// markAt returns where the mark m and a bracket stand as a word, or -1.
func markAt(s, m string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], m+")")
		if i < 0 {
			return -1
		}
		i += from
		if i == 0 || s[i-1] == ' ' || s[i-1] == ';' || s[i-1] == ',' || s[i-1] == ':' {
			return i
		}
		from = i + 1
	}
}

func appendPiece(out []string, s string) []string {
	if s = strings.Trim(s, " ,;"); s != "" {
		out = append(out, s)
	}
	return out
}

// lastCountry returns what stands behind the last comma of an address or a place,
// where it is a state, and its code.
func lastCountry(s string) (text, code string) {
	s = strings.TrimRight(s, " .;")
	text = strings.TrimSpace(s[strings.LastIndexByte(s, ',')+1:])
	if code, ok := lists.CountryCode(text); ok {
		return text, code
	}
	return "", ""
}

// citizenshipEnds divides a text of several citizenships.
var citizenshipEnds = regexp.MustCompile(`\s*(?:;|,|/|\band\b|\bor\b)\s*`)

// citizenships reads one or several citizenships; a text is divided where all of
// its pieces are states.
func citizenships(s string) []lists.Country {
	s = strings.Trim(s, " ;.,")
	whole := lists.Country{Text: s, Role: lists.Citizenship}
	code, ok := lists.CountryCode(s)
	if whole.Code = code; ok {
		return []lists.Country{whole}
	}
	var out []lists.Country
	for _, piece := range citizenshipEnds.Split(s, 20) {
		if piece == "" {
			continue
		}
		code, ok := lists.CountryCode(piece)
		if !ok {
			return []lists.Country{whole}
		}
		out = append(out, lists.Country{Text: piece, Code: code, Role: lists.Citizenship})
	}
	if len(out) == 0 {
		return []lists.Country{whole}
	}
	return out
}
