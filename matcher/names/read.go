package names

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
	"github.com/seed-539c57aa/pratique/matcher/internal/sound"
)

// maxOwn bounds the readings of one word: those of its script and, of a word of
// nothing but look-alikes, the Latin one.
const maxOwn = script.MaxReadings + 1

// read makes tokens of the words, the first MaxTokens of them: numbers by value,
// words by their Latin readings. All that a token points to is made here, for
// this name alone, so that classification may write to it.
func (d *draft) read(raws []raw) {
	latin := latinWord(raws)
	raws = raws[:min(len(raws), MaxTokens)]
	n := len(raws)
	if n == 0 {
		return
	}
	var words []Word
	d.tokens, words, d.readings = newBlock(n)
	d.letters.Grow(d.room(raws))
	var own [maxOwn]Reading
	for i := range raws {
		r, t, w := &raws[i], &d.tokens[i], &words[i]
		t.Script, t.Flags, t.Part, t.Start, t.End = r.script, r.flags, r.family, int(r.start), int(r.end)
		t.raw, t.word = uint8(i), w
		if r.number() {
			t.Class, t.Text = Number, number(r.text)
			w.Original = t.Text
			w.Readings = d.keep(append(own[:0], Reading{Text: t.Text}), n-i)
			continue
		}
		rs := d.wordOf(own[:0], w, r.text, r.script)
		t.Text = rs[0].Text
		if latin && (r.script == script.Cyrillic || r.script == script.Greek) {
			// A word of nothing but look-alikes, beside Latin words, may be
			// Latin in disguise.
			k := len(rs)
			if rs = d.add(rs, w, latinTwin(r.text), script.Latin, script.VowelsFull); len(rs) > k {
				t.Flags |= Homoglyph
			}
		}
		w.Readings = d.keep(rs, n-i)
	}
}

// The tokens, words and readings of a name of common length stand in one piece
// of memory.
type (
	block1 struct {
		tokens   [1]Token
		words    [1]Word
		readings [1]Reading
	}
	block2 struct {
		tokens   [2]Token
		words    [2]Word
		readings [2]Reading
	}
	block3 struct {
		tokens   [3]Token
		words    [3]Word
		readings [3]Reading
	}
	block4 struct {
		tokens   [4]Token
		words    [4]Word
		readings [4]Reading
	}
	block6 struct {
		tokens   [6]Token
		words    [6]Word
		readings [6]Reading
	}
)

// newBlock returns n tokens, n words and no readings, but room for n of them.
func newBlock(n int) ([]Token, []Word, []Reading) {
	switch {
	case n == 1:
		b := new(block1)
		return b.tokens[:], b.words[:], b.readings[:0]
	case n == 2:
		b := new(block2)
		return b.tokens[:], b.words[:], b.readings[:0]
	case n == 3:
		b := new(block3)
		return b.tokens[:], b.words[:], b.readings[:0]
	case n == 4:
		b := new(block4)
		return b.tokens[:], b.words[:], b.readings[:0]
	case n <= 6:
		b := new(block6)
		return b.tokens[:n:n], b.words[:n:n], b.readings[:0]
	}
	return make([]Token, n), make([]Word, n), make([]Reading, 0, n)
}

// room returns how many bytes the words' readings, their sounds and the Key take,
// by rule of thumb. A name that takes more gets a second piece of memory.
func (d *draft) room(raws []raw) int {
	n := 0
	if d.profile == Organization { // abbreviations are spelt out
		n = 32
	}
	for i := range raws {
		switch w := &raws[i]; {
		case w.script == script.Common: // a digit is its own reading
		case w.script == script.Latin && ascii(w.text): // the sound alone
			n += min(len(w.text), sound.MaxPhonemes)
		case w.script == script.Other:
			n += len(w.text)
		default:
			n += 3 * len(w.text)
		}
	}
	return n
}

// write puts text behind the name's letters.
func (d *draft) write(text []byte) string {
	at := d.letters.Len()
	d.letters.Write(text)
	return d.letters.String()[at:]
}

// keep moves the readings of a word to where those of the name stand, with room
// for the words that are left, it among them.
func (d *draft) keep(rs []Reading, left int) []Reading {
	at := len(d.readings)
	if cap(d.readings)-at < len(rs) {
		d.readings, at = make([]Reading, 0, len(rs)*left), 0
	}
	d.readings = append(d.readings, rs...)
	return d.readings[at:len(d.readings):len(d.readings)]
}

// latinWord reports whether a word of three Latin letters or more is there:
// less is a prefix or an initial, which is Latin beside any script.
func latinWord(raws []raw) bool {
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

// wordOf works out the Latin readings of a folded word, and what else w holds but
// them. It returns one at the least: a word that has none is its own, compared
// letter by letter in its own script.
func (d *draft) wordOf(rs []Reading, w *Word, text string, s script.Script) []Reading {
	w.Original = text
	switch s {
	case script.Latin:
		if ascii(text) {
			rs = d.add(rs, w, text, s, script.VowelsFull)
		} else {
			rs = d.accented(rs, w, text)
		}
		if len(rs) > 0 {
			w.Original = rs[0].Text
		}
	case script.Common, script.Other:
	default:
		var buf [script.MaxReadings]script.Reading
		for _, rd := range script.ReadInto(&d.letters, text, s, buf[:0]) {
			rs = d.add(rs, w, rd.Text, s, rd.Vowels)
		}
		if s == script.Arabic || s == script.Hebrew {
			w.Original = unpointed(text)
		}
	}
	if len(rs) > 0 {
		w.Groups = lexicon.GivenNames(rs[0].Text)
		return rs
	}
	for len(text) > MaxWord {
		_, n := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-n]
	}
	w.Original = text
	return append(rs, Reading{Text: text, Sound: text})
}

// accented adds the readings of a Latin word with other letters than a-z.
func (d *draft) accented(rs []Reading, w *Word, text string) []Reading {
	var p, q [2 * MaxWord]byte
	plain, spelled := latin(p[:0], q[:0], text)
	rs = d.add(rs, w, d.write(plain), script.Latin, script.VowelsFull)
	if !bytes.Equal(plain, spelled) {
		rs = d.add(rs, w, d.write(spelled), script.Latin, script.VowelsFull)
	}
	return rs
}

// add appends a reading of w to rs, unless it is there. The letters that it has
// are noted in w.
func (d *draft) add(rs []Reading, w *Word, text string, s script.Script, v script.Vowels) []Reading {
	text = clip(text)
	if text == "" {
		return rs
	}
	for i := range rs {
		if rs[i].Text == text {
			return rs
		}
	}
	for i := range len(text) {
		if c := text[i]; c >= 'a' && c <= 'z' {
			w.Mask |= 1 << (c - 'a')
		}
	}
	var buf [sound.MaxPhonemes]byte
	heard := text
	if key := sound.AppendKey(buf[:0], text, s); string(key) != text {
		heard = d.write(key)
	}
	return append(rs, Reading{Text: text, Sound: heard, Vowels: v})
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
// the plain and in the conventional way: MÜLLER is muller and mueller. It appends
// the two to a and b.
func latin(a, b []byte, text string) (plain, spelled []byte) {
	for i, c := range text {
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
		marked := norm.NFD.PropertiesString(text[i:]).Decomposition()
		for len(marked) > 0 {
			e, n := utf8.DecodeRune(marked)
			marked = marked[n:]
			if e >= 'a' && e <= 'z' {
				a, b = append(a, byte(e)), append(b, byte(e))
			} else if t, _, ok := script.LatinFold(e); ok { // ǿ is ø and a mark
				a, b = append(a, t...), append(b, t...)
			}
		}
	}
	return a, b
}
