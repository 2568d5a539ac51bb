package names

import (
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// classifyPerson tells titles, particles, initials and the parts of a comma form.
func (d *draft) classifyPerson(raws []raw) {
	d.commaForm(raws)
	var buf [2 * usual]string
	f := d.forms(buf[:0])
	for i := 0; i < len(d.tokens); i++ {
		if d.tokens[i].Class == Number {
			continue
		}
		n, t := 0, lexicon.TitleNone
		if f.foreign() {
			n, t = lexicon.Title(f.own, i)
		}
		if n == 0 {
			n, t = lexicon.Title(f.latin, i)
		}
		if n > 0 {
			c := Title
			if t == lexicon.TitleName {
				c = Honorific
			}
			d.mark(i, n, c)
			i += n - 1
			continue
		}
		d.tokens[i].Class = d.lesser(raws, i)
	}
	d.left(Honorific, Particle, Title) // initials stay
	plain := d.count(Plain)
	for i := range d.tokens {
		switch t := &d.tokens[i]; t.Class {
		case Plain, Head:
			t.word.Common = lexicon.Common(t.Text)
		case Title:
			// Master is a given name too; MR is not.
			t.word.MayBe = plain == 1 && len(t.Text) > 4
		}
	}
}

// lesser returns the class of a token that is no title: a particle, the head of
// a compound, an initial or a word.
func (d *draft) lesser(raws []raw, i int) Class {
	t := &d.tokens[i]
	if letter(t) {
		inner := i > 0 && i < len(d.tokens)-1
		// "y" and "e" join two names; a dot, or a place at either end, makes
		// them initials.
		if c, ok := lexicon.Particle(t.Text); ok && c == lexicon.ParticleConjunction && inner && t.Flags&Dotted == 0 &&
			(t.Text == "y" || d.lower(t)) {
			return Particle
		}
		return Initial
	}
	last := i == len(d.tokens)-1 || raws[t.raw].group != raws[d.tokens[i+1].raw].group
	switch c, _ := lexicon.Particle(t.Text); c {
	case lexicon.ParticleHead:
		if !last {
			return Head
		}
	case lexicon.ParticleArticle:
		if !last && article(t.Text, d.tokens[i+1].Text) {
			return Particle
		}
	case lexicon.ParticlePatronymic: // before or, as oglu, behind the father's name
		if len(d.tokens) > 1 {
			return Particle
		}
	case lexicon.ParticleNobiliary, lexicon.ParticleConjunction:
		if !last {
			return Particle
		}
	}
	return Plain
}

// article reports whether an article is believed before the word next. The
// Arabic article takes on the first letter of some words (an-Nasr, ash-Sharif)
// and is that only before them: the Un of Jong Un Kim is no article.
func article(s, next string) bool {
	switch s {
	case "al", "el", "ul", "ol", "il", "l", "la", "le", "les", "las", "los", "lo", "gli", "the":
		return true
	case "ha":
		return false // as often a name
	}
	if len(s) < 2 || s[0] >= utf8.RuneSelf {
		return true
	}
	return len(next) >= len(s)-1 && next[:len(s)-1] == s[1:]
}

// letter reports whether a token is one letter of an alphabet.
func letter(t *Token) bool {
	switch t.Script {
	case script.Han, script.Hangul, script.Kana, script.Devanagari, script.Thai, script.Ethiopic, script.Other:
		return false
	}
	return len(t.Text) == 1 || utf8.RuneCountInString(t.word.Original) == 1
}

// commaForm reads "SURNAME, Given Names": the tokens before the first comma are
// the family part, and go behind the others. Titles that follow a name, as in
// ", Jr.", stay at the end wherever the comma puts them; a comma before them
// alone divides nothing.
func (d *draft) commaForm(raws []raw) {
	comma := false
	for i := 1; i < len(raws); i++ {
		comma = comma || raws[i].comma
	}
	if !comma {
		return
	}
	n := len(d.tokens)
	var buf [usual]string
	texts := buf[:0]
	for i := range d.tokens {
		texts = append(texts, d.tokens[i].Text)
	}
	begins := func(i int) bool {
		return i > 0 && raws[d.tokens[i].raw].comma && d.tokens[i].raw != d.tokens[i-1].raw
	}
	family, given := 0, 0
	for i := 0; i < n; {
		j := i + 1
		for j < n && !begins(j) {
			j++
		}
		part := AnyPart
		switch {
		case i > 0 && suffixes(texts[i:j]):
		case family == 0:
			part = FamilyPart
			family = j - i
		default:
			part = GivenPart
			given += j - i
		}
		for ; i < j; i++ {
			d.tokens[i].Part = part
		}
	}
	if given == 0 {
		for i := range d.tokens {
			d.tokens[i].Part = raws[d.tokens[i].raw].family
		}
		return
	}
	var moved [usual]Token
	out := moved[:0]
	for _, part := range [...]Part{GivenPart, FamilyPart, AnyPart} {
		for i := range d.tokens {
			if d.tokens[i].Part == part {
				out = append(out, d.tokens[i])
			}
		}
	}
	copy(d.tokens, out)
	d.text = ""
}

// suffixes reports whether all of texts are titles that follow a name.
func suffixes(texts []string) bool {
	for i := 0; i < len(texts); {
		n, t := lexicon.Title(texts, i)
		if n == 0 || t != lexicon.TitleSuffix {
			return false
		}
		i += n
	}
	return len(texts) > 0
}

// lower reports whether a token of one letter is printed in lower case.
func (d *draft) lower(t *Token) bool {
	return t.Start < len(d.src) && d.src[t.Start] >= 'a' && d.src[t.Start] <= 'z'
}

// initials reports whether a word of a person's name is two initials in one:
// JF Kennedy. It is so where the two letters are consonants and no table knows
// them as a title, a particle or a name (MD, NG).
func initials(w *raw) bool {
	if len(w.text) != 2 || w.script != script.Latin || !consonant(w.text[0]) || !consonant(w.text[1]) {
		return false
	}
	if n, _ := lexicon.Title([]string{w.text}, 0); n > 0 {
		return false
	}
	if _, ok := lexicon.Particle(w.text); ok {
		return false
	}
	switch w.text {
	case "md", "mc", "ng", "nj", "nh", "mh": // Mohammad; Mc Donald; surnames
		return false
	}
	return lexicon.GivenNames(w.text) == nil && lexicon.Common(w.text) == 0
}

func consonant(b byte) bool {
	switch b {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return false
	}
	return b >= 'a' && b <= 'z'
}

// apart returns the words of a name in which two initials are printed as one,
// parted; nil where there are none.
func (d *draft) apart(raws []raw) []raw {
	if len(raws) < 2 {
		return nil
	}
	var out []raw
	for i := range raws {
		w := raws[i]
		switch {
		case initials(&w):
			if out == nil {
				out = append(make([]raw, 0, len(raws)+4), raws[:i]...)
			}
			out = append(out, w.piece(d.src, 0, 1), w.piece(d.src, 1, 2))
		case out != nil:
			out = append(out, w)
		}
	}
	return out
}
