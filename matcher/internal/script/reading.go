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

// usualSigns is how many letters and signs a word has at most, as a rule. What is
// kept of them while it is read stands on the stack, of more on the heap.
const usualSigns = 32

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
	var letters strings.Builder
	return ReadInto(&letters, word, s, dst)
}

// ReadInto is Read. It writes the texts of the readings behind what letters
// holds, so that the words of one name take one piece of memory.
func ReadInto(letters *strings.Builder, word string, s Script, dst []Reading) []Reading {
	word = prepare(word)
	c := collector{letters}
	rs := dst[len(dst):]
	var buf [2 * MaxRunes]byte
	switch text := buf[:0]; s {
	case Latin:
		rs = c.latinReadings(rs, word)
	case Cyrillic:
		rs = c.tableReadings(rs, word, &cyrillicTable)
	case Greek:
		rs = c.tableReadings(rs, plainGreek(word), &greekTable)
	case Armenian:
		rs = c.tableReadings(rs, word, &armenianTable)
	case Georgian:
		rs = c.tableReadings(rs, lowerGeorgian(word), &georgianTable)
	case Arabic:
		rs = c.abjadReadings(rs, word, &arabicTable)
	case Hebrew:
		rs = c.abjadReadings(rs, word, &hebrewTable)
	case Kana:
		rs = c.write(rs, readKana(text, word), VowelsFull)
	case Hangul:
		rs = c.hangulReadings(rs, word)
	case Han:
		rs = c.hanReadings(rs, word)
	case Devanagari:
		rs = c.write(rs, readDevanagari(text, word, false), VowelsFull)
		rs = c.write(rs, readDevanagari(text, word, true), VowelsFull)
	case Thai:
		rs = c.write(rs, readThai(text, word), VowelsPartial)
	case Ethiopic:
		rs = c.write(rs, readEthiopic(text, word), VowelsPartial)
	}
	return append(dst, rs...)
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
	for _, r := range word {
		if !settled(r) {
			return norm.NFKC.String(strings.ToLower(norm.NFKC.String(word)))
		}
	}
	return word
}

// settled reports whether r is a character that prepare leaves as it is, beside
// any others of the kind, of the scripts that names are most often in. It saves
// most words the way through the tables of NFKC.
func settled(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < 'A' || r > 'Z'
	case r < 0x0600:
		return r >= 0x0430 && r <= 0x045F || r >= 0x05D0 && r <= 0x05EA
	}
	return r >= 0x0620 && r <= 0x063F || r >= 0x0641 && r <= 0x064A || r >= 0x4E00 && r <= 0x9FA5 || r >= 0xAC00 && r <= 0xD7A3
}

// collector gathers the readings of one word, each text once. Its methods
// append to the readings that there are and return them: a field for these
// would force the caller's memory for them from the stack.
type collector struct {
	letters *strings.Builder
}

// add appends a reading whose text is there already.
func (c collector) add(rs []Reading, text string, v Vowels) []Reading {
	if text == "" || len(rs) >= MaxReadings {
		return rs
	}
	for i := range rs {
		if rs[i].Text == text {
			return rs
		}
	}
	return append(rs, Reading{Text: text, Vowels: v})
}

// write appends a reading whose text is yet to be written.
func (c collector) write(rs []Reading, text []byte, v Vowels) []Reading {
	if len(text) == 0 || len(rs) >= MaxReadings {
		return rs
	}
	for i := range rs {
		if rs[i].Text == string(text) {
			return rs
		}
	}
	at := c.letters.Len()
	c.letters.Write(text)
	return append(rs, Reading{Text: c.letters.String()[at:], Vowels: v})
}

// latinReadings adds the plain letters and those spelt out.
func (c collector) latinReadings(rs []Reading, word string) []Reading {
	var buf [2 * MaxRunes]byte
	text, _ := readLatin(buf[:0], word, 0)
	rs = c.write(rs, text, VowelsFull)
	if text, other := readLatin(buf[:0], word, 1); other {
		rs = c.write(rs, text, VowelsFull)
	}
	return rs
}

// tableReadings adds the reading by each column of alternatives.
func (c collector) tableReadings(rs []Reading, word string, t *table) []Reading {
	var buf [2 * MaxRunes]byte
	for n := range 3 {
		text, other := t.apply(buf[:0], word, n)
		if n > 0 && !other {
			break
		}
		rs = c.write(rs, text, VowelsFull)
	}
	return rs
}

// abjadReadings adds the letters of an Arabic or Hebrew word, and for Arabic
// those without the article, which lists and papers leave out as often as
// they write it; each also with the other values of the letters that Persian
// and Egypt read unlike the standard (dad z, jim g, ya without its dots).
func (c collector) abjadReadings(rs []Reading, word string, t *table) []Reading {
	word = strings.Map(func(r rune) rune {
		if r == 'ـ' || r == 0x200C || r == 0x200D { // tatweel, the non-joiner, the joiner
			return -1
		}
		return r
	}, word)
	rs = c.abjad(rs, word, t)
	if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) >= 3 {
		rs = c.abjad(rs, rest, t)
	}
	return rs
}

// abjad adds the reading by each column of the table.
func (c collector) abjad(rs []Reading, word string, t *table) []Reading {
	var buf [2 * MaxRunes]byte
	for n := range 2 {
		letters, other := t.apply(buf[:0], word, n)
		if n > 0 && !other {
			break
		}
		v := VowelsNone
		for _, b := range letters {
			switch b {
			case 'a', 'e', 'i', 'o', 'u', 'w', 'y':
				v = VowelsPartial
			}
		}
		text, _ := t.read(buf[:0], word, n, true)
		rs = c.write(rs, text, v)
	}
	return rs
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
