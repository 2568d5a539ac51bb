package matcher

import (
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Names of Chinese and Korean origin are built of a few hundred syllables. Two
// that differ in one syllable are two names, however alike they sound, and two
// that are spelt with the same syllables may still be two: a name of one or two
// characters is met syllable for syllable, in any romanisation.

// native reports whether a word is a Chinese or Korean name in its own script,
// rather than a foreign one spelt out by its sound, which takes more characters.
func native(w *names.Word, s script.Script) bool {
	return syllabic(s) && utf8.RuneCountInString(w.Original) <= 2
}

// The likeness of native names.
const (
	sameReading = 960 // one reading in Latin letters
	sameFolded  = 940 // one reading in another romanisation
	sameLoosely = 860 // the romanisations of o and u, which English spelling mixes up
)

// syllables compares a native name with any word.
func syllables(x, y *names.Word, sx, sy script.Script) (int, Method) {
	if sx == sy && x.Original == y.Original {
		return 1000, Same
	}
	best := 0
	for i := range x.Readings {
		for j := range y.Readings {
			best = max(best, foldedLikeness(x.Readings[i].Text, y.Readings[j].Text, sx == script.Hangul || sy == script.Hangul))
		}
	}
	if best == 0 {
		return 0, Missing
	}
	return best, Variant
}

// joinedSyllables compares the letters of a run with a native name, or those of
// native names with a word.
func joinedSyllables(text string, w *names.Word) int16 {
	best := 0
	for i := range w.Readings {
		best = max(best, foldedLikeness(text, w.Readings[i].Text, true))
	}
	return int16(max(0, best-10))
}

// foldedLikeness compares two romanisations.
func foldedLikeness(a, b string, korean bool) int {
	if a == b {
		return sameReading
	}
	if !korean || len(a) > names.MaxWord || len(b) > names.MaxWord {
		return 0
	}
	var x, y [names.MaxWord]byte
	s, t := foldKorean(x[:0], a), foldKorean(y[:0], b)
	if string(s) == string(t) {
		return sameFolded
	}
	if len(s) != len(t) {
		return 0
	}
	for i := range s {
		if s[i] != t[i] && !(s[i] == 'o' && t[i] == 'u' || s[i] == 'u' && t[i] == 'o') {
			return 0
		}
	}
	return sameLoosely
}

// koreanForms reports whether two words of a ship's name are one in two
// romanisations of Korean: TAE DONG GANG, DAE DONG KANG. Words that stand alone
// are too easily another ship's.
func koreanForms(a, b string) bool {
	if d := len(a) - len(b); d > 2 || d < -2 || len(a) < 2 || len(b) < 2 || len(a) > maxKoreanWord || len(b) > maxKoreanWord {
		return false
	}
	var x, y [maxKoreanWord]byte
	return string(foldKorean(x[:0], a)) == string(foldKorean(y[:0], b))
}

const (
	maxKoreanWord  = 8 // SONGRIM, PAEKDU: longer words are no syllables of Korean
	sameKoreanWord = 910
)

// foldKorean writes a romanised Korean name so that the Revised Romanisation
// (2000), McCune-Reischauer, the DPRK's system of 1992 and the customary English
// spellings agree: g and k, d and t, b and p, j and ch, r and l are one, eo is
// o, eu is u, ae and ai are e.
func foldKorean(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch {
		case c == 'e' && (next == 'o' || next == 'u') && !(next == 'u' && i+2 < len(s) && s[i+2] == 'i'):
			c = next
			i++
		case c == 'o' && (next == 'o' || next == 'u'):
			c = 'u'
			if next == 'u' && i > 0 && s[i-1] == 'y' { // young
				c = 'o'
			}
			i++
		case c == 'a' && (next == 'e' || next == 'i'), c == 'o' && (next == 'e' || next == 'i'):
			c = 'e'
			i++
		case c == 'e' && next == 'e':
			c = 'i'
			i++
		case c == 'u' && next == 'i', c == 'e' && next == 'u':
			c = 'i'
			i++
		case c == 'c' && next == 'h':
			c = 'c'
			i++
		case c == 's' && next == 'h', (c == 'k' || c == 'p' || c == 't') && next == 'h':
			i++
		case c == 'w' && next == 'o' && i+2 < len(s) && s[i+2] == 'o':
			c = 'u'
			i += 2
		}
		switch c {
		case 'g':
			c = 'k'
		case 'd':
			c = 't'
		case 'b':
			c = 'p'
		case 'j':
			c = 'c'
		case 'l':
			c = 'r'
		}
		if n := len(dst); n > 0 && dst[n-1] == c && c != 'o' && c != 'u' {
			continue
		}
		dst = append(dst, c)
	}
	return dst
}
