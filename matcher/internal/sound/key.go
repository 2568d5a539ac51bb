package sound

import "github.com/seed-539c57aa/pratique/matcher/internal/script"

// MaxPhonemes is the longest key: what a longer token says after that is not heard.
const MaxPhonemes = 32

// maxLetters is how much of a token Key reads: every rule turns at least one
// letter in four into a phoneme.
const maxLetters = 4 * MaxPhonemes

// Key folds a token, romanised from script s and in a-z, to the string of its
// phonemes, one byte each, at most MaxPhonemes. Equal keys sound alike; how
// alike unequal ones do, Similarity says. The inventory:
//
//	a e i o u   the vowels            E  a final e that may be mute
//	y w         glides                :  a long vowel's second half (kana)
//	A W Y       alef or ayn, waw, ya: a vowel, a glide or nothing (Arabic, Hebrew)
//	H           a final heh or ta marbuta: h, a vowel or nothing
//	1 3         eu and eo (Hangul)
//	b p v f m n d t s z k g q h l r   as in English; g hard
//	R           r with no vowel after it
//	c V         c before a front vowel or at the end: s, ts, ch, th; c elsewhere: k, ts
//	K           ch as Latin spells it: ch, k, kh, sh
//	j           the Latin letter j: zh, j, y, kh
//	Q           g before a front vowel: g, j, kh
//	@           x at the head of a word: z, sh, ks, kh
//	C J S Z     ch, j, sh, zh as a romanisation spells them
//	X T D x G   ts, th, dh, kh, gh
//
// A capital or a digit of the inventory in the token stands for itself, other
// bytes are passed over. Key never fails; a token without letters has the key "".
func Key(latin string, s script.Script) string {
	var buf [MaxPhonemes]byte
	return string(AppendKey(buf[:0], latin, s))
}

// AppendKey appends Key(latin, s) to dst.
func AppendKey(dst []byte, latin string, s script.Script) []byte {
	var buf [MaxPhonemes]byte
	k := keyer{in: latin, script: s}
	if len(k.in) > maxLetters {
		k.in = k.in[:maxLetters]
	}
	return append(dst, k.run(buf[:0])...)
}

type keyer struct {
	in     string
	script script.Script
}

// at gives the letter at i, 0 outside the token.
func (k *keyer) at(i int) byte {
	if i >= 0 && i < len(k.in) {
		return k.in[i]
	}
	return 0
}

func vowelLetter(b byte) bool {
	switch b {
	case 'a', 'e', 'i', 'o', 'u', 'E', 'A', 'W', 'Y', '1', '3':
		return true
	}
	return false
}

func front(b byte) bool { return b == 'e' || b == 'i' || b == 'y' || b == 'E' }

// run fills out, up to its capacity.
func (k *keyer) run(out []byte) []byte {
	abjad := k.script == script.Arabic || k.script == script.Hebrew
	for i := 0; i < len(k.in) && len(out) < cap(out); {
		var p byte
		var n int
		switch {
		case abjad:
			p, n = k.abjad(i)
		case k.script == script.Latin:
			p, n = k.latin(i)
		default:
			p, n = k.romanised(i)
		}
		i += n
		// Doubled letters are one; a long vowel mark is no letter.
		if p == 0 || len(out) > 0 && out[len(out)-1] == p {
			continue
		}
		if p == '+' { // x within a word
			out = append(out, 'k')
			if len(out) == cap(out) {
				break
			}
			p = 's'
		}
		out = append(out, p)
	}
	return out
}

// symbol is a letter or phoneme that stands for itself, 0 for any other byte.
func symbol(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c
	}
	switch c {
	case 'E', 'A', 'W', 'Y', 'H', 'R', 'V', 'K', 'Q', 'C', 'J', 'S', 'Z', 'X', 'T', 'D', 'G', '1', '3', ':', '@':
		return c
	}
	return 0
}

// digraph is the letter pairs that every romanisation shares.
func digraph(c, next byte) byte {
	if next == 'h' {
		switch c {
		case 's':
			return 'S'
		case 'c':
			return 'C'
		case 'z':
			return 'Z'
		case 'k':
			return 'x'
		case 'g':
			return 'G'
		case 't':
			return 'T'
		case 'd':
			return 'D'
		case 'p':
			return 'f'
		}
	}
	if c == 't' && next == 's' {
		return 'X'
	}
	return 0
}

// abjad reads the letters of tables arabic.txt and hebrew.txt of package script.
func (k *keyer) abjad(i int) (p byte, n int) {
	c, next := k.in[i], k.at(i+1)
	if k.script == script.Arabic { // two letters for a foreign sound
		switch {
		case c == 't' && next == 's' && k.at(i+2) == 'h':
			return 'C', 3
		case c == 't' && next == 'z':
			return 'X', 2
		case c == 'd' && next == 'j':
			return 'J', 2
		}
	}
	if d := digraph(c, next); d != 0 {
		return d, 2
	}
	switch c {
	case 'a':
		if next == 'h' && i+2 == len(k.in) && k.script == script.Arabic && i > 0 {
			return 'H', 2
		}
		return 'A', 1
	case 'w':
		return 'W', 1
	case 'y':
		return 'Y', 1
	case 'h':
		if next == 0 && i > 0 {
			return 'H', 1
		}
	case 'j':
		return 'J', 1
	}
	return symbol(c), 1
}

// romanised reads what the other tables of package script write.
func (k *keyer) romanised(i int) (p byte, n int) {
	c, next := k.in[i], k.at(i+1)
	hangul := k.script == script.Hangul
	switch c {
	case 't':
		if next == 'c' && k.at(i+2) == 'h' {
			return 'C', 3
		}
		if next == 's' && k.at(i+2) == 'z' && k.at(i+3) != 'h' { // Palladius: Chinese z
			return 'z', 3
		}
	case 'c':
		if next == 'h' && k.at(i+2) == 'z' && k.at(i+3) == 'h' { // Palladius: Chinese zh
			return 'J', 4
		}
	case 'd':
		if next == 'z' && k.at(i+2) == 'h' {
			return 'J', 3
		}
		if next == 'j' {
			return 'J', 2
		}
		if next == 'z' {
			return 'z', 2
		}
	case 'e':
		if hangul && next == 'o' {
			return '3', 2
		}
		if hangul && next == 'u' {
			return '1', 2
		}
	case 'o':
		if k.script == script.Greek && next == 'u' {
			return 'u', 2
		}
	}
	if d := digraph(c, next); d != 0 && !(hangul && c != 'c') {
		switch {
		case k.script == script.Han && d == 'Z':
			d = 'J'
		case k.script == script.Greek && d == 'C':
			d = 'x'
		case k.script == script.Thai && d != 'C': // kh, ph, th are stops with breath
			d = c
		}
		return d, 2
	}
	switch c {
	case 'j':
		if k.script == script.Cyrillic {
			return 'y', 1
		}
		return 'J', 1
	case 'q':
		if k.script == script.Han {
			return 'C', 1
		}
	case 'x':
		switch k.script {
		case script.Han:
			return 'S', 1
		default:
			return '+', 1
		}
	case 'c':
		if k.script == script.Han {
			return 'X', 1
		}
		return 'C', 1 // Serbian ć
	case 'y':
		if !vowelLetter(next) {
			return 'i', 1
		}
	case 'r':
		if next == 'r' {
			return 0, 1
		}
		if k.script != script.Kana && k.script != script.Hangul && !vowelLetter(next) && next != 'y' {
			return 'R', 1
		}
	case 'a', 'i', 'u':
	}
	if k.script == script.Kana && i > 0 && vowelLetter(c) && k.in[i-1] == c {
		return ':', 1
	}
	return symbol(c), 1
}
