// Package prose reads what publishers print in words: the script of a name, the
// IMO numbers in a sentence, the brackets around a piece of it. It knows no list.
// Its functions keep no state and may be called by any number of goroutines; what
// they cost is linear in the text.
package prose

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// Join joins the parts that are not empty.
func Join(separator string, parts ...string) string {
	kept := make([]string, 0, 8)
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, separator)
}

// Label puts a label before a text that is not empty.
func Label(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

// Letter reports whether c is a letter of ASCII.
func Letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// Closing returns the index in s of the bracket ")" that closes one opened before
// s, or the length of s where none does.
func Closing(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return len(s)
}

// Holds reports whether an entity has the number digits among its identifiers, or
// mentions it in a Relation whose Text is "IMO 9187629". It looks at the last 200 of
// both, so that no file makes the search long; no real record has so many.
func Holds(e *lists.Entity, digits string) bool {
	for _, id := range e.Identifiers[max(0, len(e.Identifiers)-200):] {
		if id.Value == digits {
			return true
		}
	}
	for _, r := range e.Relations[max(0, len(e.Relations)-200):] {
		if r.Text == "IMO "+digits {
			return true
		}
	}
	return false
}

// IMOWords are the words that a publisher prints around IMO numbers, in small
// letters.
type IMOWords struct {
	Between []string // may stand between the letters IMO and the number: "number", "no"
	Before  []string // may stand before the letters IMO, each with a blank at its end; longer ones first
	Gap     int      // the most bytes between the letters IMO and the number
}

// Each calls do for every number of seven digits, or of eight with a zero before
// them, that follows the letters IMO with nothing but signs and the words Between
// in the gap. begin and end are where the words and the number stand in text,
// words is what introduces it, without the signs at its end. Whether the number
// passes a check of digits is not asked.
func (w *IMOWords) Each(text string, do func(begin, end int, words, digits string)) {
	for i := 0; ; {
		at := strings.Index(text[i:], "IMO")
		if at < 0 {
			return
		}
		begin := i + at
		i = begin + len("IMO")
		if begin > 0 && (Letter(text[begin-1]) || text[begin-1] >= 0x80) || i < len(text) && Letter(text[i]) {
			continue
		}
		from := i
		for from < len(text) && from-i <= w.Gap && (text[from] < '0' || text[from] > '9') {
			from++
		}
		to := from
		for to < len(text) && text[to] >= '0' && text[to] <= '9' {
			to++
		}
		if !w.between(text[i:from]) || to-from != 7 && (to-from != 8 || text[from] != '0') || to < len(text) && Letter(text[to]) {
			continue
		}
		for _, before := range w.Before {
			if b := max(0, begin-len(before)); strings.EqualFold(text[b:begin], before) {
				begin = b
				break
			}
		}
		do(begin, to, strings.TrimRight(text[begin:from], " :.#"), text[from:to])
		i = to
	}
}

// between reports whether s holds only signs and the words Between.
func (w *IMOWords) between(s string) bool {
next:
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" .:,;#()-–'’\u00a0º°", r) }) {
		for _, known := range w.Between {
			if word == known {
				continue next
			}
		}
		return false
	}
	return true
}
