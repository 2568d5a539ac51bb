package script

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Vowels says how much of a reading's vowels the script wrote down.
type Vowels uint8

const (
	VowelsFull    Vowels = iota // every vowel is there
	VowelsPartial               // some vowels are there, others may be missing
	VowelsNone                  // consonants only
)

// String names the completeness in one word.
func (v Vowels) String() string {
	switch v {
	case VowelsFull:
		return "full"
	case VowelsPartial:
		return "partial"
	}
	return "none"
}

// Reading is one way to write a word in Latin letters.
type Reading struct {
	// Text holds only the letters a-z.
	Text string
	// Vowels says how complete the vowels of Text are.
	Vowels Vowels
}

// Limits of Read: what is longer is cut, so that hostile input costs no more
// than a long name does.
const (
	MaxRunes    = 128 // runes of a word that are read
	MaxReadings = 6   // readings of a word that are given
)

// Read appends to dst the readings of word, a word of the one script s, and
// returns it. The first reading appended is the primary one of the table's
// standard; then come other customary ones, without repetition, at most
// MaxReadings in all. Nothing is appended when no letter of the word can be
// read, as with Common and Other.
//
// The word is one token of a name in NFC and lower case; other forms are
// brought to it. Letters of other scripts in it are passed over, invalid
// UTF-8 likewise, and of a word longer than MaxRunes only the head is read.
// A geresh (' or U+05F3) in a Hebrew word is part of it, since it makes other
// letters of gimel, zayin and tsadi.
func Read(word string, s Script, dst []Reading) []Reading {
	word = prepare(word)
	c := collector{dst: dst, from: len(dst)}
	switch s {
	case Latin:
		c.tableReadings(word, readLatin)
	case Cyrillic:
		c.tableReadings(word, cyrillicTable.apply)
	case Greek:
		c.tableReadings(plainGreek(word), greekTable.apply)
	case Armenian:
		c.tableReadings(word, armenianTable.apply)
	case Georgian:
		c.tableReadings(lowerGeorgian(word), georgianTable.apply)
	case Arabic:
		c.abjadReadings(word, &arabicTable)
	case Hebrew:
		c.abjadReadings(word, &hebrewTable)
	case Kana:
		c.add(string(readKana(nil, word)), VowelsFull)
	case Hangul:
		c.hangulReadings(word)
	case Han:
		c.hanReadings(word)
	case Devanagari:
		c.add(string(readDevanagari(nil, word, false)), VowelsFull)
		c.add(string(readDevanagari(nil, word, true)), VowelsFull)
	case Thai:
		c.add(string(readThai(nil, word)), VowelsPartial)
	case Ethiopic:
		c.add(string(readEthiopic(nil, word)), VowelsPartial)
	}
	return c.dst
}

// prepare cuts the word to MaxRunes and brings it to NFKC in lower case, which
// turns presentation forms, half-width and compatibility letters into the
// letters of the tables.
func prepare(word string) string {
	n := 0
	for i := range word {
		if n == MaxRunes {
			word = word[:i]
			break
		}
		n++
	}
	ascii := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			ascii = false
			break
		}
	}
	if ascii {
		return word
	}
	return norm.NFKC.String(strings.ToLower(norm.NFKC.String(word)))
}

// collector gathers the readings of one word, each text once.
type collector struct {
	dst  []Reading
	from int
}

func (c *collector) add(text string, v Vowels) {
	if text == "" || len(c.dst)-c.from >= MaxReadings {
		return
	}
	for _, r := range c.dst[c.from:] {
		if r.Text == text {
			return
		}
	}
	c.dst = append(c.dst, Reading{Text: text, Vowels: v})
}

// tableReadings adds the reading by each column of alternatives.
func (c *collector) tableReadings(word string, apply func([]byte, string, int) ([]byte, bool)) {
	for n := 0; n < 3; n++ {
		text, other := apply(nil, word, n)
		if n > 0 && !other {
			return
		}
		c.add(string(text), VowelsFull)
	}
}

// abjadReadings adds the letters of an Arabic or Hebrew word, and for Arabic
// those without the article, which lists and papers leave out as often as
// they write it; each also with the other values of the letters that Persian
// and Egypt read unlike the standard (dad z, jim g, ya without its dots).
func (c *collector) abjadReadings(word string, t *table) {
	word = strings.Map(func(r rune) rune {
		if r == 'ـ' || r == 0x200C || r == 0x200D { // tatweel, the non-joiner, the joiner
			return -1
		}
		return r
	}, word)
	c.abjad(word, t)
	if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) >= 3 {
		c.abjad(rest, t)
	}
}

// abjad adds the reading by each column of the table.
func (c *collector) abjad(word string, t *table) {
	for n := 0; n < 2; n++ {
		letters, other := t.apply(nil, word, n)
		if n > 0 && !other {
			return
		}
		v := VowelsNone
		for _, b := range letters {
			switch b {
			case 'a', 'e', 'i', 'o', 'u', 'w', 'y':
				v = VowelsPartial
			}
		}
		text, _ := t.read(nil, word, n, true)
		c.add(string(text), v)
	}
}

// plainGreek takes the accents off and leaves the diaeresis, which the rules
// have no entry for: it keeps two vowels from being read as one.
func plainGreek(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && r != 0x0308 {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// lowerGeorgian turns the capitals of Asomtavruli into the letters of today;
// strings.ToLower has dealt with Mtavruli.
func lowerGeorgian(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 0x2D00 <= r && r <= 0x2D25:
			return r - 0x2D00 + 0x10D0
		case 0x10A0 <= r && r <= 0x10C5:
			return r - 0x10A0 + 0x10D0
		}
		return r
	}, word)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }
