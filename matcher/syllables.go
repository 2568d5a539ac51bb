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
	sameLoosely = 860 // with one vowel that English spelling, or Wade and Giles, write otherwise
)

// syllables compares a native name with any word.
func syllables(x, y *names.Word, sx, sy script.Script) (int, Method) {
	if sx == sy && x.Original == y.Original {
		return 1000, Same
	}
	best := 0
	for i := range x.Readings {
		for j := range y.Readings {
			best = max(best, syllableLikeness(x.Readings[i].Text, y.Readings[j].Text, sx, sy))
		}
	}
	if best == 0 {
		return 0, Missing
	}
	return best, Variant
}

// joinedSyllables compares the letters of a run of script s with a native name,
// or those of native names with a word.
func joinedSyllables(text string, s script.Script, w *names.Word, sw script.Script) int16 {
	best := 0
	for i := range w.Readings {
		best = max(best, syllableLikeness(text, w.Readings[i].Text, s, sw))
	}
	return int16(max(0, best-10))
}

// syllableLikeness compares two romanisations, one of them of a native name. Only
// a Korean name has several, and two names in Hangul are read by one of them.
func syllableLikeness(a, b string, sa, sb script.Script) int {
	switch {
	case a == b:
		return sameReading
	case syllabic(sa) && syllabic(sb), len(a) > names.MaxWord, len(b) > names.MaxWord:
	case sa == script.Hangul:
		return hangulLikeness(a, b)
	case sb == script.Hangul:
		return hangulLikeness(b, a)
	default:
		return hanLikeness(a, b)
	}
	return 0
}

// hanLikeness compares two readings of a name in Han characters: Wade-Giles
// writes p, t, k and ch where pinyin writes b, d, g and j or zh, and -ung for -ong.
func hanLikeness(a, b string) int {
	var x, y [names.MaxWord]byte
	s, t := broad(foldKorean(x[:0], a)), broad(foldKorean(y[:0], b))
	if len(s) != len(t) {
		return 0
	}
	like := sameFolded
	for i := range s {
		switch {
		case s[i] == t[i]:
		case i+1 < len(s) && s[i+1] == 'n' && min(s[i], t[i]) == 'o' && max(s[i], t[i]) == 'u':
			like = sameLoosely
		default:
			return 0
		}
	}
	return like
}

// hangulLikeness compares the Revised Romanisation of a name in Hangul, which
// tells all its letters apart, with another romanisation, which may not.
func hangulLikeness(hangul, latin string) int {
	var x, y [names.MaxWord]byte
	s, t := foldKorean(x[:0], hangul), foldKorean(y[:0], latin)
	if len(s) != len(t) {
		return 0
	}
	like := sameFolded
	for i := range s {
		closed := i+1 < len(t) && !vowel(t[i+1])
		less := unusual(s[i], t[i], closed)
		if less < 0 {
			return 0
		}
		like -= less
	}
	return max(0, like)
}

// What is taken off the likeness of a name in Hangul for a letter that is
// written so in one romanisation only.
const (
	rareVowel     = sameFolded - sameLoosely // chul, jung for cheol, jeong; and eo, eu for o and u
	rareConsonant = 240                      // ch for jieut, j for chieut
)

// unusual returns what is taken off where a sound of a name in Hangul is written
// so in Latin, -1 where it never is; both as foldKorean writes them. closed tells
// that a consonant follows.
//
// Ch is both jieut and chieut in McCune-Reischauer without its apostrophes, and
// in no other system. Where OFAC's list (July 2021) prints the name of one from
// the DPRK beside an alias with the apostrophes, ch without them is chieut in all
// 17 syllables of given names that have it, and j is jieut in 7 of 8.
func unusual(hangul, latin byte, closed bool) int {
	switch {
	case hangul == latin:
		return 0
	case hangul == 'j' && latin == 'c' || hangul == 'c' && latin == 'j':
		return rareConsonant
	case hangul == 'o' && latin == '3' || hangul == 'u' && latin == '1' || hangul == '3' && latin == 'u' && closed:
		return rareVowel
	case broadKorean(hangul) == broadKorean(latin):
		return 0
	}
	return -1
}

// koreanForms reports whether two words of a ship's name are one in two
// romanisations of Korean: TAE DONG GANG, DAE DONG KANG. Words that stand alone
// are too easily another ship's.
func koreanForms(a, b string) bool {
	if d := len(a) - len(b); d > 2 || d < -2 || len(a) < 2 || len(b) < 2 || len(a) > maxKoreanWord || len(b) > maxKoreanWord {
		return false
	}
	if c, d := firstKorean(a[0]), firstKorean(b[0]); c != d && c != 0 && d != 0 {
		return false // before the work of folding
	}
	var x, y [maxKoreanWord]byte
	return string(broad(foldKorean(x[:0], a))) == string(broad(foldKorean(y[:0], b)))
}

// firstKorean returns the first sound that foldKorean and broad make of a word
// that begins with c, 0 where that depends on what follows.
func firstKorean(c byte) byte {
	switch {
	case vowel(c) || c == 'w':
		return 0
	case c == 'l':
		return 'r'
	}
	return broadKorean(c)
}

const (
	maxKoreanWord  = 8 // SONGRIM, PAEKDU: longer words are no syllables of Korean
	sameKoreanWord = 910
)

// foldKorean writes a romanised Korean name sound by sound, so that what the
// Revised Romanisation (2000), McCune-Reischauer, the DPRK's system of 1992 and
// the customary English spellings write for one sound is equal or, but for what
// broad makes equal, near: r and l are one, ae and ai are e, ch is c, eo is 3 and
// eu is 1.
func foldKorean(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch {
		case c == 'e' && (next == 'o' || next == 'u') && !(next == 'u' && i+2 < len(s) && s[i+2] == 'i'):
			c = '1'
			if next == 'o' {
				c = '3'
			}
			i++
		case c == 'o' && (next == 'o' || next == 'u'):
			c = 'u'
			if next == 'u' && i > 0 && s[i-1] == 'y' { // young
				c = '3'
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
		case c == 'l':
			c = 'r'
		}
		if n := len(dst); n > 0 && broadKorean(dst[n-1]) == broadKorean(c) && broadKorean(c) != 'o' && broadKorean(c) != 'u' {
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

// broadKorean makes one of two sounds that some romanisation writes alike: g and
// k, d and t, b and p, j and ch, eo and o, eu and u.
func broadKorean(c byte) byte {
	switch c {
	case 'g':
		return 'k'
	case 'd':
		return 't'
	case 'b':
		return 'p'
	case 'j':
		return 'c'
	case '3':
		return 'o'
	case '1':
		return 'u'
	}
	return c
}

// broad does so with all sounds of a name, in place.
func broad(s []byte) []byte {
	for i := range s {
		s[i] = broadKorean(s[i])
	}
	return s
}
