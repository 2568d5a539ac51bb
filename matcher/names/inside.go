package names

import (
	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// maxAlso bounds the names that one text is read to hold.
const maxAlso = 4

// marks are the words between two names of one party, by profile, longest
// first. Source: the usage of lists and registers ("ex", "f.k.a.", "n.k.a.").
var marks = [...]struct {
	words  []string
	person bool // in names of persons as well
}{
	{[]string{"formerly", "known", "as"}, true},
	{[]string{"formerly", "named"}, false},
	{[]string{"formerly"}, true},
	{[]string{"previously", "known", "as"}, true},
	{[]string{"previously", "named"}, false},
	{[]string{"previously"}, false},
	{[]string{"also", "known", "as"}, true},
	{[]string{"now", "known", "as"}, true},
	{[]string{"now", "named"}, false},
	{[]string{"now"}, false},
	{[]string{"renamed", "to"}, false},
	{[]string{"renamed", "as"}, false},
	{[]string{"renamed"}, false},
	{[]string{"trading", "as"}, false},
	{[]string{"doing", "business", "as"}, false},
	{[]string{"ex", "name"}, false},
	{[]string{"ex"}, false},
	{[]string{"fka"}, true},
	{[]string{"aka"}, true},
	{[]string{"nka"}, true},
	{[]string{"dba"}, false},
	{[]string{"f", "k", "a"}, true},
	{[]string{"a", "k", "a"}, true},
	{[]string{"n", "k", "a"}, true},
	{[]string{"d", "b", "a"}, false},
	{[]string{"alias"}, true},
}

// formerMark returns how many tokens from i on say that another name follows:
// 0 where none do, where nothing follows them, or at the head of the text.
func (d *draft) formerMark(raws []raw, i int) int {
	switch d.tokens[i].Text { // the first words of all marks
	case "ex", "now", "fka", "aka", "nka", "dba", "f", "a", "n", "d", "also", "alias", "doing", "renamed", "trading", "formerly", "previously":
	default:
		return 0
	}
next:
	for k := range marks {
		m := &marks[k]
		if d.profile == Person && !m.person || i+len(m.words) >= len(d.tokens) {
			continue
		}
		for j, s := range m.words {
			if d.tokens[i+j].Text != s {
				continue next
			}
		}
		if i > 0 || raws[d.tokens[i].raw].group > 0 {
			return len(m.words)
		}
	}
	return 0
}

// findStarts notes where names inside the text may start and end: at brackets,
// slashes and words like "ex". Tokens must stand as printed.
func (d *draft) findStarts(raws []raw) {
	for i := 1; i < len(d.tokens); i++ {
		a, b := &raws[d.tokens[i-1].raw], &raws[d.tokens[i].raw]
		if a.group != b.group || b.slash || d.formerMark(raws, i) > 0 {
			d.starts |= 1 << i
		}
	}
}

// inside reports whether there may be other names inside the text.
func (d *draft) inside(raws []raw) bool {
	if d.profile == Person {
		for i := range d.tokens {
			w := &raws[d.tokens[i].raw]
			if w.slash || w.group > 0 || d.formerMark(raws, i) > 0 || len(w.text) == 2 && initials(w) {
				return true
			}
		}
		return false
	}
	return d.starts != 0
}

// also reads the names inside the text: those in brackets, those outside, and
// those on both sides of a slash or of a word like "ex". What is in brackets is
// a name only if it has a word proper; of a person two. Each is read as if it
// stood alone, its spans point into the whole text. A person's name in which two
// initials are printed as one is offered with the two apart.
func (d *draft) also(raws []raw, key string) []Name {
	byRaw := make([]*Token, len(raws)) // the first token of each word
	skip := make([]bool, len(raws))    // words like "ex"
	cut := make([]bool, len(raws))     // a name starts here
	for i := range d.tokens {
		t := &d.tokens[i]
		if byRaw[t.raw] == nil || t.Start < byRaw[t.raw].Start {
			byRaw[t.raw] = t
		}
		if n := d.formerMark(raws, i); n > 0 {
			for j := i; j < i+n; j++ {
				skip[d.tokens[j].raw] = true
			}
			cut[t.raw] = true
		}
	}
	var out []Name
	if d.profile == Person {
		out = d.offer(out, d.apart(raws), key)
	}
	var groups [2 * maxAlso]uint8 // the brackets that hold a name; 0 is what is outside
	n := 1
	for i := range raws {
		g := raws[i].group
		if w := &raws[i]; w.slash && i > 0 && !d.inPhrase(byRaw[i-1], byRaw[i]) {
			cut[i] = true
		}
		if g > groups[n-1] && n < len(groups) && d.named(raws, byRaw, skip, g) {
			groups[n] = g
			n++
		}
	}
	holds := func(g uint8) bool {
		for _, x := range groups[1:n] {
			if x == g {
				return true
			}
		}
		return false
	}
	for _, g := range groups[:n] {
		var part []raw
		for i := range raws {
			w := raws[i]
			if w.group != g && (g != 0 || holds(w.group) || d.remark(raws, byRaw, w.group)) {
				continue
			}
			if cut[i] {
				out = d.offer(out, part, key)
				part = part[:0:0]
			}
			if !skip[i] {
				w.slash, w.group = false, 0
				part = append(part, w)
			}
		}
		out = d.offer(out, part, key)
	}
	return out
}

// inPhrase reports whether two tokens stand in one prefix, title or legal form:
// "M / T" is no pair of names.
func (d *draft) inPhrase(a, b *Token) bool {
	return a != nil && b != nil && a.Class == b.Class && (a.Class == Prefix || a.Class == LegalForm || a.Class == Title)
}

// named reports whether the words in bracket g are a name of their own.
func (d *draft) named(raws []raw, byRaw []*Token, skip []bool, g uint8) bool {
	proper, places := 0, 0
	for i := range raws {
		t := byRaw[i]
		if raws[i].group != g || t == nil || skip[i] {
			continue
		}
		switch t.Class {
		case Plain, Head, Honorific:
			if len(t.Text) < 2 {
				continue
			}
			if lexicon.Generic(t.Text) == lexicon.GradePlace {
				places++
			}
			proper++
		}
	}
	switch d.profile {
	case Person:
		return proper > 1
	case Vessel:
		return proper > places
	}
	return proper > 0
}

// remark reports whether a ship's bracket holds only places: her flag, which is
// no part of the name outside.
func (d *draft) remark(raws []raw, byRaw []*Token, g uint8) bool {
	if d.profile != Vessel || g == 0 {
		return false
	}
	any := false
	for i := range raws {
		if t := byRaw[i]; raws[i].group == g && t != nil {
			if lexicon.Generic(t.Text) != lexicon.GradePlace {
				return false
			}
			any = true
		}
	}
	return any
}

// offer appends the name of some words to out, unless it is there, is the whole
// text, or has no word proper.
func (d *draft) offer(out []Name, part []raw, key string) []Name {
	if len(part) == 0 || len(out) == maxAlso {
		return out
	}
	x := draft{profile: d.profile, src: d.src}
	part[0].comma = false
	x.read(part)
	x.classify(part)
	proper := false
	for i := range x.tokens {
		t := &x.tokens[i]
		switch t.Class {
		case Plain, Head, Honorific, Generic:
			proper = proper || len(t.Text) > 1 || t.Script != script.Latin
		}
	}
	if !proper {
		return out
	}
	n := x.name()
	if n.Key == key {
		return out
	}
	for i := range out {
		if out[i].Key == n.Key {
			return out
		}
	}
	return append(out, n)
}
