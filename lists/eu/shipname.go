package eu

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// nameMarks introduce another name of the same party. Longer ones stand before
// their beginnings.
var nameMarks = [...]struct {
	words string
	is    lists.NameType
}{
	{"formerly known as", lists.Former}, {"previously known as", lists.Former}, {"formerly named", lists.Former},
	{"formerly called", lists.Former}, {"former names", lists.Former}, {"former name", lists.Former}, {"formerly", lists.Former},
	{"previously", lists.Former}, {"f.k.a.", lists.Former}, {"f.k.a", lists.Former}, {"fka", lists.Former},
	{"ex.", lists.Former}, {"ex-", lists.Former}, {"ex", lists.Former},
	{"also known as", lists.Alias}, {"a.k.a.", lists.Alias}, {"a.k.a", lists.Alias}, {"aka", lists.Alias}, {"alias", lists.Alias},
	{"now known as", lists.Alias}, {"currently known as", lists.Alias}, {"renamed as", lists.Alias}, {"renamed", lists.Alias},
	{"new name", lists.Alias}, {"now", lists.Alias},
}

// mark cuts a mark off the beginning of s. A mark is a word of its own, and
// something stands after it.
func mark(s string) (words string, is lists.NameType, rest string, ok bool) {
	for _, m := range nameMarks {
		if len(s) <= len(m.words) || !strings.EqualFold(s[:len(m.words)], m.words) {
			continue
		}
		rest = s[len(m.words):]
		r, _ := utf8.DecodeRuneInString(rest)
		last := m.words[len(m.words)-1]
		if prose.Letter(last) && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-') {
			continue
		}
		if rest = strings.TrimLeft(rest, " :"); rest == "" {
			continue
		}
		return s[:len(m.words)], m.is, rest, true
	}
	return "", 0, s, false
}

// shipNames divides a cell of an annex that holds the names of a ship. The name
// before the first bracket is Primary. Names in brackets, or after a mark, are
// what the mark says: "(Formerly known as ‘Hana’)", "(ex Hana)", "(alias HANA
// 1)"; a bracket that is never closed reaches to the end of the cell. Those in
// brackets without a mark are of the type bare: the annexes to Regulation
// 2017/1509 print former names so, "Chol Ryong (Ryong Gun Bong)".
func shipNames(text string, bare lists.NameType) []lists.Name {
	out := divide(text, &bare)
	if len(out) > 0 && out[0].Label == "" {
		out[0].Type = lists.Primary
	}
	return out
}

// variants returns the names that stand in a printed name with a mark, or beside
// " / ". A name in brackets without a mark may be anything, and is not divided.
func variants(text string) []lists.Name {
	if !strings.ContainsAny(text, "(/") {
		return nil
	}
	out := divide(text, nil)
	if len(out) == 1 && out[0].Text == text {
		return nil
	}
	return out
}

// divide is the work of shipNames and variants, where bare is nil.
func divide(text string, bare *lists.NameType) []lists.Name {
	var out []lists.Name
	add := func(s string, is lists.NameType, label string) {
		for _, n := range items(s, is, label) {
			for _, o := range out {
				if o.Text == n.Text {
					n.Text = ""
				}
			}
			if n.Text != "" && len(out) < maxNames {
				out = append(out, n)
			}
		}
	}
	head := func(s string) {
		s = strings.Trim(s, " ,;")
		if at := markInside(s); at > 0 {
			words, is, rest, _ := mark(s[at:])
			add(s[:at], lists.Alias, "")
			add(rest, is, words)
			return
		}
		for _, part := range strings.Split(s, " / ") {
			add(part, lists.Alias, "")
		}
	}
	rest := text
	for rest != "" {
		before, inside, open := strings.Cut(rest, "(")
		if !open {
			head(before)
			break
		}
		end := prose.Closing(inside)
		after := ""
		if end < len(inside) {
			after = inside[end+1:]
			inside = inside[:end]
		}
		words, is, names, marked := mark(strings.TrimSpace(inside))
		switch {
		case marked:
			head(before)
			add(names, is, words)
			rest = after
		case bare != nil:
			head(before)
			add(inside, *bare, "in brackets")
			rest = after
		default: // the brackets belong to the name
			whole := before + "(" + inside
			if end < len(rest)-len(before)-1 {
				whole += ")"
			}
			if strings.Contains(after, "(") || strings.TrimSpace(after) != "" {
				if b, _, more := strings.Cut(after, "("); more {
					head(whole + b)
					rest = after[len(b):]
					continue
				}
				head(whole + after)
			} else {
				head(whole)
			}
			rest = ""
		}
	}
	return out
}

// maxNames bounds the names of one cell. The longest one has eleven.
const maxNames = 100

// markInside returns where a mark begins in s that needs no bracket, or -1. "ex"
// and "now" are words of names as well.
func markInside(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i-1] != ' ' {
			continue
		}
		if words, _, _, ok := mark(s[i:]); ok && len(words) > 3 && !strings.EqualFold(words, "renamed") {
			return i
		}
	}
	return -1
}

// items divides what a mark introduces: names in quotes, or names with commas,
// semicolons or " / " between them, each of which may have a mark of its own.
func items(s string, is lists.NameType, label string) []lists.Name {
	var out []lists.Name
	s = strings.Trim(s, " ,;:")
	if quoted := inQuotes(s); quoted != nil {
		for _, q := range quoted {
			out = append(out, lists.Name{Text: q, Type: is, Label: label})
		}
		return out
	}
	parts := []string{s}
	if label != "" && label != "in brackets" {
		parts = strings.FieldsFunc(strings.ReplaceAll(s, " / ", ";"), func(r rune) bool { return r == ',' || r == ';' })
	}
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if len(parts) > 1 {
			part = strings.TrimPrefix(part, "and ")
		}
		t, l := is, label
		if words, other, rest, ok := mark(part); ok && label != "" {
			t, l, part = other, words, rest
		}
		if part = strings.Trim(part, " \"“”‘"); part != "" {
			out = append(out, lists.Name{Text: part, Type: t, Label: l})
		}
	}
	return out
}

// quotes are the pairs of quotation marks around names.
var quotes = [...][2]string{{"‘", "’"}, {"“", "”"}, {"\"", "\""}, {"'", "'"}, {"„", "“"}, {"«", "»"}}

// inQuotes returns the texts in quotation marks, where s begins with one. A mark
// between two letters is an apostrophe.
func inQuotes(s string) []string {
	var out []string
	for _, q := range quotes {
		if !strings.HasPrefix(s, q[0]) {
			continue
		}
		for rest := s; ; {
			_, after, ok := strings.Cut(rest, q[0])
			if !ok {
				return out
			}
			end := 0
			for {
				n := strings.Index(after[end:], q[1])
				if n < 0 {
					end = len(after)
					break
				}
				end += n
				r, _ := utf8.DecodeRuneInString(after[end+len(q[1]):])
				if !unicode.IsLetter(r) {
					break
				}
				end += len(q[1])
			}
			if t := strings.TrimSpace(after[:end]); t != "" {
				out = append(out, t)
			}
			rest = after[min(len(after), end+len(q[1])):]
		}
	}
	return out
}
