package names

import (
	"slices"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// forms fills own and latin from the tokens.
func (d *draft) forms() {
	n := len(d.tokens)
	differ := false
	for i := range d.tokens {
		differ = differ || d.tokens[i].word.Original != d.tokens[i].Text
	}
	both := make([]string, n, 2*n)
	if !differ {
		both = both[:n:n]
	}
	for i := range d.tokens {
		both[i] = d.tokens[i].Text
	}
	d.latin, d.own = both, both
	if differ {
		d.own = both[n : 2*n]
		for i := range d.tokens {
			d.own[i] = d.tokens[i].word.Original
		}
	}
}

// foreign reports whether own and latin differ.
func (d *draft) foreign() bool { return len(d.own) > 0 && &d.own[0] != &d.latin[0] }

// mark gives n tokens from i on a class.
func (d *draft) mark(i, n int, c Class) {
	for ; n > 0 && i < len(d.tokens); i, n = i+1, n-1 {
		d.tokens[i].Class = c
	}
}

// count returns how many tokens are of one of the classes.
func (d *draft) count(classes ...Class) int {
	n := 0
	for i := range d.tokens {
		if slices.Contains(classes, d.tokens[i].Class) {
			n++
		}
	}
	return n
}

// lastMark tells a mark that some registers print behind the name, FORTUNE M/V
// or SAAM FSU, where the lexicon knows it at the head alone. Type words are left
// alone: a ship may be the ICE QUEEN FERRY.
func (d *draft) lastMark() {
	n := len(d.tokens)
	for k := min(3, n-1); k > 0; k-- {
		if d.tokens[n-k].Class != Plain {
			continue
		}
		if m, p := lexicon.VesselPrefix(d.latin[n-k:], 0); m == k && p.Class == lexicon.PrefixMark {
			d.mark(n-k, k, Prefix)
			for j := n - k; j < n; j++ {
				d.tokens[j].word.MayBe = p.MayBeName
			}
			return
		}
	}
}

// left sees to it that a name has a word proper: where none is left, the tokens
// of the first class that there is become words proper.
func (d *draft) left(classes ...Class) {
	for _, c := range classes {
		if d.count(Plain, Head) > 0 {
			return
		}
		for i := range d.tokens {
			if d.tokens[i].Class == c {
				d.tokens[i].Class = Plain
			}
		}
	}
}

// classifyVessel tells prefixes, small words and numbers.
func (d *draft) classifyVessel(raws []raw) {
	d.forms()
	for i := 0; i < len(d.tokens); i++ {
		if d.tokens[i].Class == Number {
			continue
		}
		n, p := 0, lexicon.Prefix{}
		if d.foreign() {
			n, p = lexicon.VesselPrefix(d.own, i)
		}
		if n == 0 {
			n, p = lexicon.VesselPrefix(d.latin, i)
		}
		if n == 0 {
			continue
		}
		d.mark(i, n, Prefix)
		for j := i; j < i+n; j++ {
			d.tokens[j].word.MayBe = p.MayBeName
		}
		i += n - 1
	}
	d.lastMark()
	d.findStarts(raws)
	d.numerals()
	d.fillers()
	d.left(Prefix, Filler) // TANKER, TUG NO. 5, THE
	for i := range d.tokens {
		if t := &d.tokens[i]; t.Class == Plain {
			t.word.MayBe = false
			t.word.Common = lexicon.CommonShipWord(t.Text)
		}
	}
}

// fillers marks small words.
func (d *draft) fillers() {
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.Class != Plain || !d.small(t.Text) {
			continue
		}
		// A single letter joins two words, or is one: Y & Y.
		if len(t.Text) > 1 || i > 0 && i < len(d.tokens)-1 && len(d.tokens[i-1].Text) > 1 && len(d.tokens[i+1].Text) > 1 {
			t.Class = Filler
		}
	}
}

// small reports whether a word is an article, a conjunction or "number".
func (d *draft) small(s string) bool {
	if len(s) > 3 {
		return false
	}
	switch s {
	case "the", "and", "of":
		return true
	case "no", "nr", "num":
		return d.profile == Vessel
	case "for", "de", "del", "la", "las", "los", "el", "y", "e", "et", "und", "der", "die", "i", "di", "do", "da", "du":
		return d.profile == Organization
	}
	return false
}

// classifyOrganization tells legal forms, generic words, places and numbers.
func (d *draft) classifyOrganization(raws []raw) {
	d.forms()
	for i := 0; i < len(d.tokens); i++ {
		if d.tokens[i].Class == Number {
			continue
		}
		n, f := 0, lexicon.Form{}
		if d.foreign() {
			n, f = lexicon.LegalForm(d.own, i)
		}
		if n == 0 {
			n, f = lexicon.LegalForm(d.latin, i)
		}
		if n == 0 {
			continue
		}
		d.mark(i, n, LegalForm)
		for j := i; j < i+n; j++ {
			d.tokens[j].word.Family = f.Family
		}
		i += n - 1
	}
	d.findStarts(raws)
	d.numerals()
	d.fillers()
	d.left(LegalForm, Filler)
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.Class == Plain || t.Class == LegalForm {
			d.business(t)
		}
	}
}

// business tells what a word of a firm's name says.
func (d *draft) business(t *Token) {
	w := t.word
	text := t.Text
	if e, ok := lexicon.Expand(text); ok {
		text = e
		w.add(joined(e), t.Script, script.VowelsFull)
	}
	w.Business, _ = lexicon.BusinessGroup(text)
	if w.Business == 0 && w.Original != t.Text {
		w.Business, _ = lexicon.BusinessGroup(w.Original)
	}
	if t.Class == LegalForm {
		return
	}
	w.Grade = lexicon.Generic(text)
	if w.Grade == lexicon.GradeNone && w.Original != t.Text {
		w.Grade = lexicon.Generic(w.Original)
	}
	switch w.Grade {
	case lexicon.GradeGeneric:
		t.Class = Generic
	case lexicon.GradePlace:
		t.Class = Place
	}
}

// joined drops the blanks of s.
func joined(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if s[i] != ' ' {
			b = append(b, s[i])
		}
	}
	return string(b)
}
