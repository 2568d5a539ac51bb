package names

import (
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// forms are a name's words as the lexicon wants them.
type forms struct {
	own   []string // in their own script
	latin []string // in Latin; the same slice where they do not differ
}

// usual is how many words a name has at most, as a rule. What is made of them
// while a name is read stands on the stack, of more on the heap.
const usual = 8

// forms returns the forms of the tokens, in the memory of buf if that suffices.
func (d *draft) forms(buf []string) forms {
	differ := false
	for i := range d.tokens {
		differ = differ || d.tokens[i].word.Original != d.tokens[i].Text
		buf = append(buf, d.tokens[i].Text)
	}
	if !differ {
		return forms{buf, buf}
	}
	n := len(buf)
	for i := range d.tokens {
		buf = append(buf, d.tokens[i].word.Original)
	}
	return forms{buf[n:], buf[:n:n]}
}

// foreign reports whether own and latin differ.
func (f *forms) foreign() bool { return len(f.own) > 0 && &f.own[0] != &f.latin[0] }

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
func (d *draft) lastMark(f forms) {
	n := len(d.tokens)
	for k := min(3, n-1); k > 0; k-- {
		if d.tokens[n-k].Class != Plain {
			continue
		}
		if m, p := lexicon.VesselPrefix(f.latin[n-k:], 0); m == k && p.Class == lexicon.PrefixMark {
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
	var buf [2 * usual]string
	f := d.forms(buf[:0])
	for i := 0; i < len(d.tokens); i++ {
		if d.tokens[i].Class == Number {
			continue
		}
		n, p := 0, lexicon.Prefix{}
		if f.foreign() {
			n, p = lexicon.VesselPrefix(f.own, i)
		}
		if n == 0 {
			n, p = lexicon.VesselPrefix(f.latin, i)
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
	d.lastMark(f)
	d.findStarts(raws)
	d.numerals(f)
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
	var buf [2 * usual]string
	f := d.forms(buf[:0])
	for i := 0; i < len(d.tokens); i++ {
		if d.tokens[i].Class == Number {
			continue
		}
		n, form := 0, lexicon.Form{}
		if f.foreign() {
			n, form = lexicon.LegalForm(f.own, i)
		}
		if n == 0 {
			n, form = lexicon.LegalForm(f.latin, i)
		}
		if n == 0 {
			continue
		}
		d.mark(i, n, LegalForm)
		for j := i; j < i+n; j++ {
			d.tokens[j].word.Family = form.Family
		}
		i += n - 1
	}
	d.findStarts(raws)
	d.numerals(f)
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
		w.Readings = d.add(w.Readings, w, d.joined(e), t.Script, script.VowelsFull)
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
func (d *draft) joined(s string) string {
	if strings.IndexByte(s, ' ') < 0 {
		return s
	}
	at := d.letters.Len()
	for i := range len(s) {
		if s[i] != ' ' {
			d.letters.WriteByte(s[i])
		}
	}
	return d.letters.String()[at:]
}
