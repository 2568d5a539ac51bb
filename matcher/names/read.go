package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
	"github.com/seed-539c57aa/pratique/matcher/internal/sound"
)

// read makes tokens of the words: numbers by value, words by their Latin
// readings. All that a token points to is made here, for this name alone, so
// that classification may write to it.
func (d *draft) read(raws []raw) {
	n := len(raws)
	if n == 0 {
		return
	}
	d.tokens = make([]Token, 0, n)
	d.words = make([]Word, 0, n)
	d.readings = make([]Reading, 0, n)
	latin := d.latinWord(raws)
	for i := range raws {
		w := &raws[i]
		t := Token{Script: w.script, Flags: w.flags, Part: w.family, Start: int(w.start), End: int(w.end), raw: uint8(i)}
		if w.number() {
			t.Class = Number
			t.Text = number(w.text)
			t.word = d.word(t.Text)
			t.word.Readings = append(t.word.Readings, Reading{Text: t.Text})
			d.push(t)
			continue
		}
		t.word = d.word(w.text)
		d.wordOf(t.word, w.text, w.script)
		t.Text = t.word.Readings[0].Text
		if latin && (w.script == script.Cyrillic || w.script == script.Greek) {
			// A word of nothing but look-alikes, beside Latin words, may be
			// Latin in disguise.
			if twin := latinTwin(w.text); twin != "" && twin != t.Text && t.word.add(twin, script.Latin, script.VowelsFull) {
				t.Flags |= Homoglyph
			}
		}
		d.push(t)
	}
}

// push appends a token, up to MaxTokens.
func (d *draft) push(t Token) {
	if len(d.tokens) == MaxTokens {
		d.flags |= Cut
		return
	}
	d.tokens = append(d.tokens, t)
}

// word returns a new Word that has room for one reading.
func (d *draft) word(original string) *Word {
	if len(d.words) == cap(d.words) {
		return &Word{Original: original}
	}
	d.words = append(d.words, Word{Original: original})
	w := &d.words[len(d.words)-1]
	if k := len(d.readings); k < cap(d.readings) {
		d.readings = d.readings[:k+1]
		w.Readings = d.readings[k : k : k+1]
	}
	return w
}

// latinWord reports whether a word of three Latin letters or more is there:
// less is a prefix or an initial, which is Latin beside any script.
func (d *draft) latinWord(raws []raw) bool {
	for i := range raws {
		if w := &raws[i]; w.script == script.Latin && len(w.text) >= 3 {
			return true
		}
	}
	return false
}

// number strips the zeros before a decimal number.
func number(s string) string {
	t := strings.TrimLeft(s, "0")
	if t == "" {
		return "0"
	}
	return clip(t)
}

func clip(s string) string {
	if len(s) > MaxWord {
		return s[:MaxWord]
	}
	return s
}

// wordOf works out the Latin readings of a folded word.
func (d *draft) wordOf(w *Word, text string, s script.Script) {
	switch s {
	case script.Latin:
		if ascii(text) {
			w.add(text, s, script.VowelsFull)
		} else {
			plain, spelled := latin(text)
			w.add(plain, s, script.VowelsFull)
			w.add(spelled, s, script.VowelsFull)
		}
		if len(w.Readings) > 0 {
			w.Original = w.Readings[0].Text
		}
	case script.Common, script.Other:
	default:
		var buf [script.MaxReadings]script.Reading
		for _, rd := range script.Read(text, s, buf[:0]) {
			w.add(rd.Text, s, rd.Vowels)
		}
		if s == script.Arabic || s == script.Hebrew {
			w.Original = unpointed(text)
		}
	}
	if len(w.Readings) == 0 { // no Latin reading: compared letter by letter in its own script
		t := text
		for len(t) > MaxWord {
			_, n := utf8.DecodeLastRuneInString(t)
			t = t[:len(t)-n]
		}
		w.Readings = append(w.Readings, Reading{Text: t, Sound: t})
		w.Original = t
		return
	}
	w.Groups = lexicon.GivenNames(w.Readings[0].Text)
}

// add appends a reading, and reports whether it is new.
func (w *Word) add(text string, s script.Script, v script.Vowels) bool {
	text = clip(text)
	if text == "" {
		return false
	}
	for i := range w.Readings {
		if w.Readings[i].Text == text {
			return false
		}
	}
	w.Readings = append(w.Readings, Reading{Text: text, Sound: sound.Key(text, s), Vowels: v})
	for i := range len(text) {
		if c := text[i]; c >= 'a' && c <= 'z' {
			w.Mask |= 1 << (c - 'a')
		}
	}
	return true
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// unpointed takes the vowel points and the geresh off a word of Arabic or
// Hebrew, which tables do not print.
func unpointed(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '׳' || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}

// latin strips the marks of a Latin word and spells out its special letters, in
// the plain and in the conventional way: MÜLLER is muller and mueller.
func latin(text string) (plain, spelled string) {
	var p, q [2 * MaxWord]byte
	a, b := p[:0], q[:0]
	for _, c := range text {
		if c < utf8.RuneSelf {
			a, b = append(a, byte(c)), append(b, byte(c))
			continue
		}
		if t, alt, ok := script.LatinFold(c); ok {
			a = append(a, t...)
			if alt == "" {
				alt = t
			}
			b = append(b, alt...)
			continue
		}
		var tmp [32]byte
		for _, e := range string(norm.NFD.AppendString(tmp[:0], string(c))) {
			if e >= 'a' && e <= 'z' {
				a, b = append(a, byte(e)), append(b, byte(e))
			} else if e != c { // ǿ is ø and a mark
				if t, _, ok := script.LatinFold(e); ok {
					a, b = append(a, t...), append(b, t...)
				}
			}
		}
	}
	return string(a), string(b)
}
