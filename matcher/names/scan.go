package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// raw is a run of letters, or of digits, of one printed word: folded to lower
// case and composed, with what stood around it.
type raw struct {
	text       string
	from, to   int32 // of text in the scanner's letters
	start, end int32 // of the run in the source
	script     script.Script
	group      uint8 // the pair of brackets it stands in, counted from 1; 0 none
	flags      Flag
	mixed      bool // letters of Latin, Cyrillic and Greek side by side
	comma      bool // a comma stands before it
	slash      bool // " / ", ";" or "|" stands before it
	part       bool // nothing stands between it and the run before: one printed word
	family     Part // of a word of Han or Hangul that was divided
}

func (w *raw) number() bool { return w.script == script.Common }

// maxRaw bounds the runs that are kept of a text. Disguised words are put
// together again, so that it is more than MaxTokens.
const maxRaw = 2 * MaxTokens

// maxRun bounds the bytes that are kept of a run. It leaves room above MaxWord
// for letters whose readings are shorter than they are.
const maxRun = 4 * MaxWord

// maxMarks bounds the combining marks that are kept behind one letter. Vedic
// and Vietnamese text stays far below it.
const maxMarks = 8

// scanner divides a text into runs.
type scanner struct {
	letters strings.Builder // the folded runs, with a blank behind each
	n       int             // runs
	cur     raw             // the run at hand
	open    bool            // there is one
	plain   bool            // it is composed and folded as it stands
	marks   int             // combining marks since the last letter
	depth   int             // of brackets
	pairs   uint8
	comma   bool // for the run that follows
	slash   bool
	flags   Flag

	few  [12]raw // the runs of a name of common length,
	many []raw   // or, where there are more, all of them
}

// runs returns the runs that are closed.
func (c *scanner) runs() []raw {
	if c.many != nil {
		return c.many
	}
	return c.few[:c.n]
}

// scan reads the text src, its first MaxBytes, into runs, and returns what it
// wrote: their texts with a blank behind each, and before the text of a run that
// had to be composed also what it was.
func (c *scanner) scan(src string) string {
	if len(src) > MaxBytes {
		cut := MaxBytes
		for cut > MaxBytes-utf8.UTFMax && !utf8.RuneStart(src[cut]) {
			cut--
		}
		src = src[:cut]
		c.flags |= Cut
	}
	c.letters.Grow(len(src) + 2)
	for i := 0; i < len(src); {
		b := src[i]
		switch {
		case asciiLetter(b):
			c.add(rune(b|0x20), script.Latin, i, 1)
			for i++; i < len(src) && asciiLetter(src[i]) && c.open && !c.full(); i++ {
				c.letters.WriteByte(src[i] | 0x20)
				c.cur.end++
			}
		case b >= '0' && b <= '9':
			c.add(rune(b), script.Common, i, 1)
			i++
		case b < utf8.RuneSelf:
			c.sign(src, b, i, i+1)
			i++
		default:
			r, n := utf8.DecodeRuneInString(src[i:])
			if r == utf8.RuneError && n == 1 {
				c.flags |= Invalid
				c.end()
			} else {
				c.wide(src, r, i, n)
			}
			i += n
		}
		if c.n == maxRaw {
			c.flags |= Cut
			c.open = false
			break
		}
	}
	c.end()
	all, raws := c.letters.String(), c.runs()
	for i := range raws {
		raws[i].text = all[raws[i].from:raws[i].to]
	}
	return all
}

// sign takes an ASCII character that is neither letter nor digit, or one that
// stands for it, at bytes at to next of src.
func (c *scanner) sign(src string, b byte, at, next int) {
	switch b {
	case '\'', '`': // within a word: O'BRIEN, ABD-AL-'AZIZ, INT'L
		c.apostrophe(at, next)
		return
	case '@', '$', '!':
		if c.open && c.cur.script == script.Latin && next < len(src) && asciiLetter(src[next]) {
			c.add(leetLetter(rune(b)), script.Latin, at, next-at)
			c.cur.flags |= Leet
			return
		}
	case '.':
		if c.open {
			c.cur.flags |= Dotted
		}
	case ',':
		c.end()
		c.comma = true
		return
	case '/':
		c.end()
		c.slash = c.slash || at > 0 && src[at-1] == ' ' && next < len(src) && src[next] == ' '
		return
	case ';', '|':
		c.end()
		c.slash = true
		return
	case '(', '[', '{':
		c.bracket(true)
		return
	case ')', ']', '}':
		c.bracket(false)
		return
	case '&':
		c.end()
		for _, l := range "and" {
			c.add(l, script.Latin, at, next-at)
		}
	}
	c.end()
}

func asciiLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// apostrophe takes a sign that parts no word. In Hebrew it is the geresh, which
// makes other letters of some.
func (c *scanner) apostrophe(at, next int) {
	if c.open && c.cur.script == script.Hebrew && c.marks < maxMarks && !c.full() {
		c.marks++
		c.letters.WriteRune('׳')
		c.cur.end = int32(next)
	}
}

func (c *scanner) bracket(opens bool) {
	c.end()
	switch {
	case opens:
		if c.depth == 0 && c.pairs < 255 {
			c.pairs++
		}
		c.depth++
	case c.depth > 0:
		c.depth--
	}
}

// tatweel makes a word of Arabic longer, and says nothing.
const tatweel = 0x0640

// wide takes a character beyond ASCII, the n bytes of src from at on.
func (c *scanner) wide(src string, r rune, at, n int) {
	switch {
	case apostrophe(r):
		c.apostrophe(at, at+n)
		return
	case r == '、' || r == '،' || r == '﹐' || r == '﹑':
		c.sign(src, ',', at, at+n)
		return
	case r == tatweel:
		return
	case invisible(r):
		c.unseen(r)
		return
	}
	switch r {
	case '【', '〔', '「', '『', '《', '〈', '〖':
		c.bracket(true)
		return
	case '】', '〕', '」', '』', '》', '〉', '〗':
		c.bracket(false)
		return
	}
	if plainLetter(r) {
		r = unicode.ToLower(r)
		c.add(r, script.Of(r), at, n)
		return
	}
	// Styled and compatibility characters stand for plain ones.
	k := compatible(src[at : at+n])
	if len(k) == 1 && !asciiLetter(k[0]) && !digit(k[0]) {
		c.sign(src, k[0], at, at+n)
		return
	}
	seen := false
	for len(k) > 0 {
		d, m := utf8.DecodeRuneInString(k)
		k = k[m:]
		d = unicode.ToLower(d)
		switch {
		case apostrophe(d), d == tatweel, invisible(d): // ŉ
			seen = true
		case unicode.Is(unicode.M, d):
			c.mark(d, at+n)
			seen = true
		case unicode.IsLetter(d):
			c.add(d, script.Of(d), at, n)
			c.plain = false
			seen = true
		case unicode.Is(unicode.Nd, d):
			c.add('0'+digitOf(d), script.Common, at, n)
			seen = true
		}
	}
	if !seen {
		c.end()
	} else if styled(r) && c.open {
		c.cur.flags |= Styled
	}
}

// mark puts a combining mark behind the letter before it, unless it is one of
// another script.
func (c *scanner) mark(r rune, stop int) {
	if s := script.Of(r); !c.open || c.cur.number() || s != script.Common && s != c.cur.script {
		return
	}
	if c.marks++; c.marks <= maxMarks && !c.full() {
		c.letters.WriteRune(r)
		c.plain = false
	}
	c.cur.end = int32(stop)
}

// unseen takes a character that is not seen in print.
func (c *scanner) unseen(r rune) {
	switch {
	case c.open && alike(c.cur.script):
		// A joiner between letters of Arabic or an Indic script is spelling;
		// between these it is none.
		c.cur.flags |= Invisible
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		c.flags |= Invisible
	}
}

// add puts a folded letter or digit at the end of the run at hand. A change
// between letters and digits ends the run, and so does a change of script,
// except among Latin, Cyrillic and Greek, which look alike enough to be mixed
// on purpose.
func (c *scanner) add(r rune, s script.Script, at, n int) {
	if c.open && s != c.cur.script {
		if alike(s) && alike(c.cur.script) {
			c.cur.mixed = true
		} else {
			c.end()
			c.cur.part = true
		}
	}
	if !c.open {
		if c.n == maxRaw {
			return
		}
		c.open, c.plain = true, true
		c.cur.from, c.cur.start, c.cur.script = int32(c.letters.Len()), int32(at), s
		c.cur.comma, c.cur.slash = c.comma, c.slash
		c.cur.part = c.cur.part && !c.comma && !c.slash
		c.comma, c.slash = false, false
		if c.depth > 0 {
			c.cur.flags |= Bracketed
			c.cur.group = c.pairs
		}
	}
	c.marks = 0
	switch {
	case c.full():
		c.flags |= Cut
	case r < utf8.RuneSelf:
		c.letters.WriteByte(byte(r))
	default:
		c.letters.WriteRune(r)
	}
	c.cur.end = int32(at + n)
}

// full reports whether the run at hand takes no more.
func (c *scanner) full() bool { return c.letters.Len()-int(c.cur.from) >= maxRun }

// end closes the run at hand.
func (c *scanner) end() {
	if !c.open {
		c.cur = raw{}
		return
	}
	c.open, c.marks = false, 0
	if !c.plain {
		run := c.letters.String()[c.cur.from:]
		if t := fixed(run); t != run {
			c.cur.from = int32(c.letters.Len())
			c.letters.WriteString(t)
		}
	}
	c.cur.to = int32(c.letters.Len())
	c.letters.WriteByte(' ')
	switch {
	case c.n < len(c.few):
		c.few[c.n] = c.cur
	case c.n == len(c.few):
		c.many = append(append(make([]raw, 0, 2*len(c.few)), c.few[:]...), c.cur)
	default:
		c.many = append(c.many, c.cur)
	}
	c.n++
	c.cur = raw{}
}
