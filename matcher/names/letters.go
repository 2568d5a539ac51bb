package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// This file says what single characters are to a scanner.

// plainLetter reports whether r is a letter that NFKC leaves as it is, in any
// case and beside any other such letter, of the scripts that names are most often
// in. It saves most letters the way through the tables.
func plainLetter(r rune) bool {
	switch {
	case r >= 0x00C0 && r <= 0x017E:
		return r != 0xD7 && r != 0xF7 && r != 0x132 && r != 0x133 && r != 0x13F && r != 0x140 && r != 0x149
	case r >= 0x0400 && r <= 0x052F:
		return r < 0x0482 || r > 0x0489
	}
	return r >= 0x05D0 && r <= 0x05EA || r >= 0x0620 && r <= 0x063F || r >= 0x0641 && r <= 0x064A ||
		r >= 0x4E00 && r <= 0x9FA5 || r >= 0xAC00 && r <= 0xD7A3
}

// compatible returns the NFKC form of a single character.
func compatible(s string) string {
	if norm.NFKC.PropertiesString(s).Decomposition() == nil || norm.NFKC.QuickSpanString(s) == len(s) {
		return s
	}
	return norm.NFKC.String(s)
}

// fixed composes and lowers s until nothing changes; three rounds are enough
// for every character of Unicode 15, and hostile text gets no more.
func fixed(s string) string {
	for range 3 {
		t := norm.NFC.String(strings.ToLower(norm.NFKC.String(s)))
		if t == s {
			break
		}
		s = t
	}
	return s
}

// invisible reports whether r is a format character or a filler that shows as nothing.
func invisible(r rune) bool {
	switch {
	case r == 0x034F, r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF, // joiner of graphemes, variation selectors
		r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0, // fillers of Hangul
		r == 0x17B4, r == 0x17B5, r == 0x180B, r == 0x180C, r == 0x180D, r == 0x180F:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// apostrophe reports whether r stands for an apostrophe, a breathing, an ayn
// or a hamza in running text: the modifier letters of U+02B9 to U+02DF and the
// quotation marks that are set in their place.
func apostrophe(r rune) bool {
	switch r {
	case '‘', '’', '‚', '‛', '´', '′', '‵', '׳', '״', 'ꞌ', 'ꞌ' - 1, '՚', '՛', '՜', '՟', '᾿', '᾽', '῾', '\u1FFD', '\u1FEF':
		return true
	}
	return r >= 0x02B9 && r <= 0x02DF
}

func alike(s script.Script) bool {
	return s == script.Latin || s == script.Cyrillic || s == script.Greek
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// digitOf returns the value of a decimal digit of any script: Unicode keeps
// the ten of a script together, zero first.
func digitOf(d rune) rune {
	zero := d
	for unicode.Is(unicode.Nd, zero-1) && d-zero < 9 {
		zero--
	}
	return d - zero
}

// styled reports whether r is a letter or digit in a style that plain names do
// not use: full-width forms, mathematical and enclosed alphanumerics,
// superscripts and letter-like symbols.
func styled(r rune) bool {
	return r >= 0xFF01 && r <= 0xFF5E || r >= 0x1D400 && r <= 0x1D7FF || r >= 0x2460 && r <= 0x24FF ||
		r >= 0x1F100 && r <= 0x1F1FF || r >= 0x2070 && r <= 0x209C || r >= 0x2100 && r <= 0x214F
}
