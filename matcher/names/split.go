package names

import (
	"strconv"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// split makes of the runs of a text the words that become tokens: disguised
// words are put together again, ordinals lose their ending, words of mixed
// letters are written in one script, and a word of Han or Hangul is divided
// where surname and given name, or name and legal form, are printed in one.
func split(p *Profile, src string, raws []raw) []raw {
	if !special(raws) {
		return raws
	}
	out := make([]raw, 0, len(raws)+4)
	for i := 0; i < len(raws); {
		w, n := unleet(raws[i:])
		if n == 1 && w.number() && i+1 < len(raws) && raws[i+1].part && ordinalEnding(raws[i+1].text) && (i+2 == len(raws) || !raws[i+2].part) {
			w.end = raws[i+1].end
			w.flags |= raws[i+1].flags
			n = 2
		}
		i += n
		if w.part || i < len(raws) && raws[i].part {
			w.flags |= Joined
		}
		if w.mixed {
			w.text, w.script = unmix(w.text)
			w.flags |= Homoglyph
		}
		if (w.script == script.Han || w.script == script.Hangul) && pure(&w) {
			out = divide(p, src, out, w, raws, i-1)
			continue
		}
		out = append(out, w)
	}
	return out
}

// pure reports whether a word has no marks, before which it must not be parted.
func pure(w *raw) bool {
	for _, r := range w.text {
		if script.Of(r) != w.script {
			return false
		}
	}
	return true
}

// special reports whether split has anything to do.
func special(raws []raw) bool {
	for i := range raws {
		w := &raws[i]
		if w.part || w.mixed || w.script == script.Han || w.script == script.Hangul {
			return true
		}
	}
	return false
}

func ordinalEnding(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// divide appends the word w of Han or Hangul, which is raws[i], to out, in the
// parts that the profile tells apart.
func divide(p *Profile, src string, out []raw, w raw, raws []raw, i int) []raw {
	switch p {
	case Person:
		if neighbour(raws, i) {
			return append(out, w)
		}
		if n := script.FamilyName(w.text, w.script); n > 0 && n < len(w.text) {
			out = append(out, w.piece(src, 0, n), w.piece(src, n, len(w.text)))
			out[len(out)-2].family = FamilyPart
			out[len(out)-1].family = GivenPart
			return out
		}
		return append(out, w)
	case Vessel:
		return divideShip(src, out, w)
	}
	return divideFirm(src, out, w)
}

// neighbour reports whether another word of the same script that is no title
// stands beside raws[i] in one name: surname and given name are printed apart
// then.
func neighbour(raws []raw, i int) bool {
	w := &raws[i]
	beside := func(x *raw, slash bool) bool {
		if x.script != w.script || x.group != w.group || slash {
			return false
		}
		n, _ := lexicon.Title([]string{x.text}, 0)
		return n == 0
	}
	return i > 0 && beside(&raws[i-1], w.slash) || i+1 < len(raws) && beside(&raws[i+1], raws[i+1].slash)
}

// piece returns the word text[i:j] of w. Where the text is not printed byte by
// byte the pieces share the span of the whole.
func (w *raw) piece(src string, i, j int) raw {
	x := *w
	x.text = w.text[i:j]
	x.flags |= Joined
	if src[w.start:w.end] == w.text {
		x.start, x.end = w.start+int32(i), w.start+int32(j)
	}
	if i > 0 {
		x.comma, x.slash, x.part = false, false, true
	}
	return x
}

// maxAffix is the longest phrase, in letters, that is looked for at the ends of
// a word of Han or Hangul: 个人独资企业 has six, 석유제품운반선 seven.
const maxAffix = 8

// affix returns the number of bytes of the longest tail (or head) of s, of
// least letters or more and not all of it, that known accepts; 0 if none.
func affix(s string, tail bool, least int, known func(string) bool) int {
	best := 0
	at := 0
	for n := 1; n <= maxAffix; n++ {
		var size int
		if tail {
			_, size = utf8.DecodeLastRuneInString(s[:len(s)-at])
		} else {
			_, size = utf8.DecodeRuneInString(s[at:])
		}
		if at += size; at >= len(s) {
			break
		}
		part := s[:at]
		if tail {
			part = s[len(s)-at:]
		}
		if n >= least && known(part) {
			best = at
		}
	}
	return best
}

// divideShip parts a word for ship at the end of a ship's name, or of two
// letters or more at its head, and the numeral that stands before 号.
func divideShip(src string, out []raw, w raw) []raw {
	if shipWord(w.text) {
		return append(out, w)
	}
	from, to := 0, len(w.text)
	if n := affix(w.text, false, 2, shipWord); n > 0 {
		from = n
	}
	if n := affix(w.text[from:], true, 1, shipWord); n > 0 && utf8.RuneCountInString(w.text[from:to-n]) >= 2 {
		to -= n
	}
	if from > 0 {
		out = append(out, w.piece(src, 0, from))
	}
	name := w.text[from:to]
	_, size := utf8.DecodeLastRuneInString(name)
	v := hanDigit(name[len(name)-size:])
	if to == len(w.text) || v == 0 || size == len(name) {
		v, size = 0, 0
	}
	if from > 0 || to-size < len(w.text) {
		out = append(out, w.piece(src, from, to-size))
	} else {
		out = append(out, w)
	}
	if v > 0 {
		x := w.piece(src, to-size, to)
		x.text, x.script = strconv.Itoa(v), script.Common
		out = append(out, x)
	}
	if to < len(w.text) {
		out = append(out, w.piece(src, to, len(w.text)))
	}
	return out
}

func shipWord(s string) bool {
	n, _ := lexicon.VesselPrefix([]string{s}, 0)
	return n == 1
}

// hanDigit returns the value of a numeral of Han from one to ten, or 0.
func hanDigit(s string) int {
	const digits = "一二三四五六七八九十"
	for i, v := 0, 1; i < len(digits); i, v = i+3, v+1 {
		if digits[i:i+3] == s {
			return v
		}
	}
	return 0
}

// maxDivide bounds the pieces of one word of a firm's name.
const maxDivide = 6

// divideFirm parts legal forms, places and words of business from both ends of
// a firm's name, as long as a word proper is left: 大连海运有限公司 is 大连, 海运
// and 有限公司. The word proper is what no table knows.
func divideFirm(src string, out []raw, w raw) []raw {
	if firmWord(w.text) {
		return append(out, w)
	}
	from, to := 0, len(w.text)
	var cuts [maxDivide]int
	tails := 0
	for tails < maxDivide {
		n := affix(w.text[from:to], true, 2, firmWord)
		if n == 0 {
			break
		}
		to -= n
		cuts[tails] = to
		tails++
	}
	at := 0
	for k := 0; k < maxDivide; k++ {
		n := affix(w.text[at:to], false, 2, firmHead)
		if n == 0 {
			break
		}
		out = append(out, w.piece(src, at, at+n))
		at += n
	}
	if at == 0 && tails == 0 {
		return append(out, w)
	}
	out = append(out, w.piece(src, at, to))
	for k := tails - 1; k >= 0; k-- {
		end := len(w.text)
		if k > 0 {
			end = cuts[k-1]
		}
		out = append(out, w.piece(src, cuts[k], end))
	}
	return out
}

// firmWord reports whether s is a legal form or a word of business.
func firmWord(s string) bool {
	if n, _ := lexicon.LegalForm([]string{s}, 0); n == 1 {
		return true
	}
	g := lexicon.Generic(s)
	return g == lexicon.GradeGeneric || g == lexicon.GradeCommon
}

// firmHead reports whether s is a legal form or a place.
func firmHead(s string) bool {
	if n, _ := lexicon.LegalForm([]string{s}, 0); n == 1 {
		return true
	}
	return lexicon.Generic(s) == lexicon.GradePlace
}
