package lists

import (
	"unicode"
	"unicode/utf8"
)

// A countryKey is a name as the table of countries holds it: the letters and
// digits of its words in lower case, without accents, with nothing between them,
// and without the words that say nothing. "St. Kitts & Nevis" and "SAINT KITTS
// AND NEVIS" have one key, and so have "Viet Nam" and "Vietnam". A name with
// more bytes or words than fit is in no table.
type countryKey struct {
	text  [112]byte
	n     int       // bytes of text in use
	ends  [20]uint8 // where each word ends in text
	words int
	over  bool // it did not fit
}

// add appends the words of s.
func (k *countryKey) add(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
				k.letter(c)
			case c >= 'A' && c <= 'Z':
				k.letter(c - 'A' + 'a')
			case c == '\'' || c == '`':
			default:
				k.endWord()
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		k.addRune(r)
	}
	k.endWord()
}

// addRune appends a rune beyond ASCII. Apostrophes, marks, invisible characters
// and bytes that are no UTF-8 (an apostrophe in Windows-1252, as a rule) part no
// words.
func (k *countryKey) addRune(r rune) {
	switch {
	case r >= 0xC0 && r <= 0x17F:
		k.addLatin(r)
	case r >= 'А' && r <= 'я': // letters of most names, before the slower questions
		if r <= 'Я' {
			r += 'а' - 'А'
		}
		k.rune(sameLetter(r))
	case r >= 'ء' && r <= 'غ', r >= 'ف' && r <= 'ي':
		k.rune(sameLetter(r))
	case r >= 'Ａ' && r <= 'Ｚ':
		k.letter(byte(r - 'Ａ' + 'a'))
	case r >= 'ａ' && r <= 'ｚ':
		k.letter(byte(r - 'ａ' + 'a'))
	case r >= 0x1EA0 && r <= 0x1EF9:
		k.letter(vietnamese(r))
	case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == 'ʿ' || r == 'ʾ' || r == '´' || r == 'ـ' || r == utf8.RuneError:
	case unicode.In(r, unicode.Mn, unicode.Cf):
	case unicode.IsLetter(r):
		k.rune(sameLetter(unicode.ToLower(r)))
	default:
		k.endWord()
	}
}

// addLatin appends the base letters of U+00C0 to U+017F.
func (k *countryKey) addLatin(r rune) {
	const base = "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y" + // Latin-1
		"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll" + // Latin Extended-A
		"lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
	if c := base[r-0xC0]; c != '*' && c != ' ' {
		k.letter(c)
		return
	}
	two := ""
	switch r {
	case 'Æ', 'æ':
		two = "ae"
	case 'Œ', 'œ':
		two = "oe"
	case 'ß':
		two = "ss"
	case 'Þ', 'þ':
		two = "th"
	case 'Ĳ', 'ĳ':
		two = "ij"
	default: // × and ÷
		k.endWord()
	}
	for i := range len(two) {
		k.letter(two[i])
	}
}

// vietnamese returns the base letter of U+1EA0 to U+1EF9.
func vietnamese(r rune) byte {
	switch {
	case r < 0x1EB8:
		return 'a'
	case r < 0x1EC8:
		return 'e'
	case r < 0x1ECC:
		return 'i'
	case r < 0x1EE4:
		return 'o'
	case r < 0x1EF2:
		return 'u'
	}
	return 'y'
}

// sameLetter returns one form of letters that people write in several: Arabic
// and Persian yeh and kaf, alef with and without hamza, Russian io and short i,
// Greek vowels with an accent.
func sameLetter(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ي', 'ى', 'ئ':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'ة':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'ё':
		return 'е'
	case 'й':
		return 'и'
	case 'ї':
		return 'і'
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	case 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	case 'ə':
		return 'e'
	case 'ș':
		return 's'
	case 'ț':
		return 't'
	}
	return r
}

func (k *countryKey) rune(r rune) {
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		k.letter(c)
	}
}

func (k *countryKey) letter(c byte) {
	if k.n == len(k.text) {
		k.over = true
		return
	}
	k.text[k.n] = c
	k.n++
}

func (k *countryKey) endWord() {
	start := 0
	if k.words > 0 {
		start = int(k.ends[k.words-1])
	}
	if k.n == start {
		return
	}
	if k.words == len(k.ends) {
		k.over = true
		return
	}
	k.ends[k.words] = uint8(k.n)
	k.words++
}

// bytes drops the words that say nothing, spells out the short ones, and returns
// the key; nil where it did not fit. A word that stands alone is left as it is:
// IS is Iceland, and AND Andorra.
func (k *countryKey) bytes() []byte {
	if k.over {
		return nil
	}
	if k.words < 2 {
		return k.text[:k.n]
	}
	var out countryKey
	start := 0
	for _, end := range k.ends[:k.words] {
		word := k.text[start:end]
		start = int(end)
		if silent(word) {
			continue
		}
		if long := longForm(word); long != "" {
			for i := range len(long) {
				out.letter(long[i])
			}
			continue
		}
		for _, c := range word {
			out.letter(c)
		}
	}
	if out.over || initials(k.text[:k.n], k.words) {
		return nil
	}
	k.text, k.n = out.text, out.n
	return k.text[:k.n]
}

// initials reports whether two words of one letter each make no country: "n.a."
// is not Namibia. ISO codes have no stops, and only three states are written so.
func initials(text []byte, words int) bool {
	if words != 2 || len(text) != 2 {
		return false
	}
	switch string(text) {
	case "uk", "us", "gb":
		return false
	}
	return true
}

// silent reports whether word says nothing of the state that it names.
func silent(word []byte) bool {
	switch string(word) {
	case "the", "of", "and", "la", "le", "les", "el", "los", "las", "de", "du", "des", "del", "et", "y", "und",
		"flag", "flagged", "national", "nationality", "citizen", "citizenship":
		return true
	}
	return false
}

// longForm returns what word is short for, or the empty string.
func longForm(word []byte) string {
	switch string(word) {
	case "st", "ste", "sint", "sainte":
		return "saint"
	case "is", "isl", "island":
		return "islands"
	case "rep":
		return "republic"
	case "dem":
		return "democratic"
	}
	return ""
}

// code looks the key up.
func (k *countryKey) code() (string, bool) {
	key := k.bytes()
	if len(key) < 2 {
		return "", false
	}
	lo, hi := 0, len(countryKeyEnds)-1
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if countryKeys[countryKeyEnds[mid]:countryKeyEnds[mid+1]] < string(key) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(countryKeyEnds)-1 || countryKeys[countryKeyEnds[lo]:countryKeyEnds[lo+1]] != string(key) {
		return "", false
	}
	return countryKeyCodes[2*lo : 2*lo+2], true
}
