package uk

import (
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// maxNumbered bounds the bytes of a cell that is divided. The longest one of a
// whole file has 1,000.
const maxNumbered = 8 << 10

// numbered divides a cell that numbers its values:
//
//	(1) German (2) Moroccan     1) Saudi Arabia 2) Qatar     a) X b) Y
//
// "(1)-(2) Indonesia" is one value. A cell that does not begin with a number is
// one value; an empty one is none.
func numbered(cell string) []string {
	switch {
	case cell == "":
		return nil
	case len(cell) > maxNumbered:
		return []string{cell}
	}
	for _, first := range [...]string{"(1)", "1)", "(a)", "a)"} {
		if !strings.HasPrefix(cell, first) {
			continue
		}
		if rest, ok := strings.CutPrefix(cell, "(1)-("); ok {
			if _, v, ok := strings.Cut(rest, ")"); ok && strings.TrimSpace(v) != "" {
				return []string{strings.TrimSpace(v)}
			}
		}
		var out []string
		rest := cell[len(first):]
		for n := 2; ; n++ {
			i, width := mark(rest, first, n)
			if i < 0 {
				break
			}
			out = append(out, strings.Trim(rest[:i], " ,;"))
			rest = rest[i+width:]
		}
		out = append(out, strings.Trim(rest, " ,;"))
		kept := out[:0]
		for _, v := range out {
			if v != "" {
				kept = append(kept, v)
			}
		}
		return kept
	}
	return []string{cell}
}

// mark finds the mark of the nth value, of the shape of the first one, behind a
// blank or a sign.
func mark(s, first string, n int) (at, width int) {
	word := strconv.Itoa(n)
	if strings.Contains(first, "a") {
		if n > 26 {
			return -1, 0
		}
		word = string(rune('a' + n - 1))
	}
	for _, m := range [...]string{"(" + word + ")", word + ")"} {
		for from := 0; ; {
			i := strings.Index(s[from:], m)
			if i < 0 {
				break
			}
			i += from
			if i == 0 || strings.IndexByte(" ,;.)", s[i-1]) >= 0 {
				return i, len(m)
			}
			from = i + 1
		}
	}
	return -1, 0
}

// labelled returns what stands behind "(Label):" up to the next label.
func labelled(info, label string) string {
	_, v, ok := strings.Cut(info, "("+label+"):")
	if !ok {
		if _, v, ok = strings.Cut(info, "("+label+") :"); !ok {
			return ""
		}
	}
	if i := strings.Index(v, "):"); i >= 0 {
		if j := strings.LastIndexByte(v[:i], '('); j >= 0 {
			v = v[:j]
		}
	}
	return strings.TrimSpace(v)
}

func firstWord(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), " ")
	return strings.Trim(s, ".,;")
}

// unReference reads a reference of the UN behind "UN Ref": "QDe.004", ".KPI.067",
// "): TAi.007".
func unReference(s string) string {
	s = strings.TrimLeft(s[:min(len(s), 40)], " .:)#")
	if rest, ok := strings.CutPrefix(s, "erence"); ok { // UN Reference
		s = strings.TrimLeft(rest, " .:)#")
	}
	word := firstWord(s)
	letters, digits, ok := strings.Cut(word, ".")
	if end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); end >= 0 {
		digits = digits[:end]
	}
	if !ok || len(letters) < 3 || len(letters) > 4 || len(digits) != 3 {
		return ""
	}
	for i := range len(letters) {
		if c := letters[i] | 0x20; c < 'a' || c > 'z' {
			return ""
		}
	}
	return letters + "." + digits
}

// shipInfo reports whether other information begins with the IMO number of a
// ship: "IMO: 8937675. MMSI: ...", "(IMO number: 7303803). Annex XIV. ...".
func shipInfo(info string) bool {
	s := strings.TrimLeft(info, "( ")
	s, ok := strings.CutPrefix(s, "IMO")
	v := digitsAfter(s)
	return ok && len(v) == 7
}

// digitsAfter returns a run of 5 to 9 digits that s begins with, but for a word
// for "number" and signs.
func digitsAfter(s string) string {
	i := 0
	for i < len(s) && i < 20 && (s[i] < '0' || s[i] > '9') {
		i++
	}
	switch strings.ToLower(strings.Trim(s[:i], " ).:,#(")) {
	case "", "number", "no", "num":
	default:
		return ""
	}
	end := i
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if n := end - i; n < 5 || n > 9 {
		return ""
	}
	return s[i:end]
}

// numberIn returns the first number of a prose: a word of three digits or more,
// with a word of up to three capital letters before it. Where the prose holds no
// such word it is the empty string.
func numberIn(text string) string {
	if len(text) > 2000 {
		return ""
	}
	fields := strings.Fields(text)
	for i, f := range fields {
		v := strings.Trim(f, ".,;:()[]")
		if k := strings.IndexByte(v, '('); k > 0 { // OA454044(Afghan)
			v = v[:k]
		}
		digits := 0
		for k := range len(v) {
			if v[k] >= '0' && v[k] <= '9' {
				digits++
			}
		}
		if digits < 3 || digits == 4 && len(v) == 4 && i > 0 && month(fields[i-1]) {
			continue
		}
		if i > 0 {
			if p := fields[i-1]; len(p) <= 3 && p != "" && strings.Trim(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && p != "NO" && p != "ID" {
				v = p + " " + v
			}
		}
		for _, next := range fields[i+1:] { // 1 63 08 4 01 001 005E
			n := strings.TrimRight(next, ".,;")
			if n == "" || strings.Trim(n, "0123456789") != "" || len(n) > 4 {
				break
			}
			v += " " + n
		}
		return v
	}
	return ""
}

// month reports whether a word begins as the name of a month does, so that a
// year follows.
func month(s string) bool {
	if len(s) < 3 {
		return false
	}
	_, err := lists.ParseDate(strings.TrimRight(s, ".,") + " 2000")
	return err == nil
}

// stateIn returns the name of a state in the brackets of a prose, or its first
// word, as printed.
func stateIn(text string) string {
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "(")
		if !ok {
			break
		}
		inside, _, _ := strings.Cut(after, ")")
		if code(inside) != "" {
			return inside
		}
		if w := firstWord(inside); code(w) != "" && len(w) > 3 {
			return w
		}
		rest = after
	}
	if w := firstWord(text); len(w) > 3 && code(w) != "" {
		return w
	}
	return ""
}
