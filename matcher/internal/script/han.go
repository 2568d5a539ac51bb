package script

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// pinyin gives the Mandarin reading of a character, "" for one that is not in
// the table of frequent characters.
func pinyin(r rune) string {
	if r > 0xFFFF {
		return ""
	}
	i := sort.Search(len(hanRunes), func(i int) bool { return rune(hanRunes[i]) >= r })
	if i == len(hanRunes) || rune(hanRunes[i]) != r {
		return ""
	}
	return hanSyllables[hanReadings[i]]
}

// hanReadings adds the reading of the word in pinyin, with its family name
// read as one; a full name also in Wade-Giles; a word that is nothing but a
// family name also in the customary Cantonese spellings. Japanese and Korean
// readings are not given: they need a dictionary of names.
func (c collector) hanReadings(rs []Reading, word string) []Reading {
	var buf [2][2 * MaxRunes]byte
	text, wade := buf[0][:0], buf[1][:0]
	if r, ok := surnamesHanTable.whole(word); ok {
		first := choice(r.latin, 0)
		rs = c.add(rs, first, VowelsFull)
		for n := 1; n <= strings.Count(r.latin, "|"); n++ {
			rs = c.add(rs, choice(r.latin, n), VowelsFull)
		}
		if r.ctx&isSurname != 0 {
			rs = c.write(rs, wadeGiles(wade, first), VowelsFull)
		}
		return rs
	}
	family := FamilyName(word, Han)
	if family > 0 {
		if r, ok := surnamesHanTable.whole(word[:family]); ok {
			first := choice(r.latin, 0)
			text = append(text, first...)
			if r.ctx&isSurname != 0 {
				wade = wadeGiles(wade, first)
			} else {
				wade = append(wade, first...)
			}
		}
	}
	for _, r := range word[family:] {
		p := pinyin(r)
		text = append(text, p...)
		wade = wadeGiles(wade, p)
	}
	rs = c.write(rs, text, VowelsFull)
	if family > 0 {
		rs = c.write(rs, wade, VowelsFull)
	}
	return rs
}

// wadeInitials and wadeWhole turn pinyin into Wade-Giles (H. A. Giles,
// Chinese-English Dictionary, 1912) as names are printed, without apostrophes
// and hyphens; the longer initial is tried first.
var wadeInitials = [...][2]string{
	{"zh", "ch"}, {"ch", "ch"}, {"b", "p"}, {"d", "t"}, {"g", "k"}, {"j", "ch"},
	{"q", "ch"}, {"x", "hs"}, {"z", "ts"}, {"c", "ts"}, {"r", "j"},
}

var wadeWhole = [...][2]string{
	{"zi", "tzu"}, {"ci", "tzu"}, {"si", "ssu"}, {"zhi", "chih"}, {"chi", "chih"}, {"shi", "shih"}, {"ri", "jih"},
	{"yi", "i"}, {"you", "yu"}, {"ye", "yeh"}, {"yan", "yen"}, {"er", "erh"}, {"he", "ho"}, {"ge", "ko"}, {"ke", "ko"},
}

// wadeFinals are tried in order on the end of the syllable.
var wadeFinals = [...][2]string{
	{"uo", "o"}, {"ian", "ien"}, {"ie", "ieh"}, {"iu", "iu"}, {"ong", "ung"}, {"ui", "ui"}, {"ue", "ueh"},
}

// wadeGiles appends one pinyin syllable in Wade-Giles.
func wadeGiles(dst []byte, p string) []byte {
	for _, w := range wadeWhole {
		if p == w[0] {
			return append(dst, w[1]...)
		}
	}
	final := ""
	for _, f := range wadeFinals {
		if rest, ok := strings.CutSuffix(p, f[0]); ok && !(f[0] == "uo" && takesUo(rest)) {
			p, final = rest, f[1]
			break
		}
	}
	for _, i := range wadeInitials {
		if rest, ok := strings.CutPrefix(p, i[0]); ok {
			dst, p = append(dst, i[1]...), rest
			break
		}
	}
	return append(append(dst, p...), final...)
}

// takesUo reports whether Wade-Giles keeps uo behind an initial.
func takesUo(initial string) bool {
	switch initial {
	case "g", "k", "h", "sh":
		return true
	}
	return false
}

// FamilyName gives the length in bytes of the family name that a Han or Hangul
// word starts with, 0 when it does not look like a family name and a given
// name written together: a compound family name followed by one or two
// characters, or a family name of one character followed by one or two. A
// word of five characters or more is a transcribed foreign name, as a rule,
// and gives 0.
//
// Sources: tables/surnames_han.txt and tables/surnames_hangul.txt.
func FamilyName(word string, s Script) int {
	t := &surnamesHanTable
	switch s {
	case Han:
	case Hangul:
		t = &surnamesHangulTable
	default:
		return 0
	}
	count := utf8.RuneCountInString(word)
	if count < 2 || count > 4 {
		return 0
	}
	_, one := utf8.DecodeRuneInString(word)
	_, second := utf8.DecodeRuneInString(word[one:])
	if two := one + second; count >= 3 {
		if r, ok := t.whole(word[:two]); ok && r.ctx&isCompound != 0 {
			return two
		}
	}
	if count == 4 {
		return 0
	}
	if r, ok := t.whole(word[:one]); ok && r.ctx&isSurname != 0 {
		return one
	}
	return 0
}
