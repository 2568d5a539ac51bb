package script

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// LatinFold spells a lower-case Latin letter that is not a-z in letters that
// are: plainly (ø o, ł l, ß ss) and, where there is a custom, spelt out (ø oe,
// ü ue, å aa, š sh). The two are the same where there is none. ok is false
// for a-z, for letters of other scripts, and for letters that need no table
// because NFKD takes their accent off (é, ų), which Read does by itself.
//
// Source: ICAO Doc 9303-3 section 6 A; the lines of tables/latin.txt name
// other customs.
func LatinFold(r rune) (plain, spelt string, ok bool) {
	l, ok := latinTable.of(r, 0)
	if !ok {
		return "", "", false
	}
	return choice(l, 0), choice(l, 1), true
}

// readLatin appends word in a-z; n 1 asks for the letters spelt out.
func readLatin(dst []byte, word string, n int) (text []byte, other bool) {
	for _, r := range word {
		if 'a' <= r && r <= 'z' {
			dst = append(dst, byte(r))
			continue
		}
		if plain, spelt, ok := LatinFold(r); ok {
			if n > 0 && plain != spelt {
				plain, other = spelt, true
			}
			dst = append(dst, plain...)
			continue
		}
		if r < utf8.RuneSelf {
			continue
		}
		var buf [utf8.UTFMax]byte
		var dec [64]byte
		w := utf8.EncodeRune(buf[:], r)
		for _, d := range string(norm.NFKD.Append(dec[:0], buf[:w]...)) {
			if 'a' <= d && d <= 'z' {
				dst = append(dst, byte(d))
			} else if d != r {
				if plain, _, ok := LatinFold(d); ok {
					dst = append(dst, plain...)
				}
			}
		}
	}
	return dst, other
}
