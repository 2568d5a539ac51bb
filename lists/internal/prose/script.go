package prose

import "unicode"

// scripts are the scripts that names are told apart by, with their codes of ISO
// 15924.
var scripts = [...]struct {
	code  string
	table *unicode.RangeTable
}{
	{"Latn", unicode.Latin}, {"Cyrl", unicode.Cyrillic}, {"Arab", unicode.Arabic}, {"Hani", unicode.Han}, {"Hang", unicode.Hangul},
	{"Hebr", unicode.Hebrew}, {"Grek", unicode.Greek}, {"Kana", unicode.Katakana}, {"Hira", unicode.Hiragana}, {"Thai", unicode.Thai},
	{"Deva", unicode.Devanagari}, {"Beng", unicode.Bengali}, {"Mymr", unicode.Myanmar}, {"Geor", unicode.Georgian}, {"Armn", unicode.Armenian},
	{"Ethi", unicode.Ethiopic},
}

// Script returns the ISO 15924 code of the one script that all letters of s are
// of; the empty string where there are letters of two, of one that is not among
// scripts, or none. Modifier letters, such as the apostrophe ʼ, do not count.
func Script(s string) string {
	found := -1
	for _, r := range s {
		of := -1
		switch {
		case r < 0x80 && !Letter(byte(r)):
			continue
		case r < 0x80:
			of = 0 // Latin, without a look at the tables
		case found >= 0 && unicode.Is(scripts[found].table, r):
			continue
		case !unicode.IsLetter(r) || unicode.Is(unicode.Lm, r):
			continue
		default:
			of = scriptOf(r)
		}
		if of < 0 || found >= 0 && of != found {
			return ""
		}
		found = of
	}
	if found < 0 {
		return ""
	}
	return scripts[found].code
}

// scriptOf returns the place in scripts of a letter's, or -1.
func scriptOf(r rune) int {
	for i := range scripts {
		if unicode.Is(scripts[i].table, r) {
			return i
		}
	}
	return -1
}
