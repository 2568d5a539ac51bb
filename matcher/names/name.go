package names

import (
	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Name is one name, read by a Profile. It is immutable: a Name and its copies
// may be used by any number of goroutines as long as nobody writes to them.
type Name struct {
	Original string  // the text as printed; spans point into it
	Key      string  // the tokens' Text in natural order, joined with blanks: names that differ only in case, accents, punctuation, romanised script or the form of their numbers share it. Parsing a Key gives the same Key
	Tokens   []Token // in natural order: a person's given names come before the surname where a comma told them apart
	Also     []Name  // other names inside the text, at most four: "NEW NAME (ex OLD NAME)", an acronym in brackets; and a person's name with two initials printed as one (JF) taken apart. They bear no Also of their own, their spans point into the whole text
	Flags    Flag    // what was odd about the text, over all tokens

	profile *Profile
}

// Profile returns the profile that read the name, nil for the zero Name.
func (n *Name) Profile() *Profile { return n.profile }

// Empty reports whether the name holds nothing to compare.
func (n *Name) Empty() bool { return len(n.Tokens) == 0 }

// Token is one word of a name.
type Token struct {
	Text   string // lower-case Latin letters, or the decimal digits of a number; of a script that has no reading here, the folded letters themselves
	Class  Class
	Part   Part
	Script Script // of the letters as printed
	raw    uint8  // which word of the text it was made of
	Flags  Flag
	Start  int // Original[Start:End] is the token as printed; tokens of one printed word may share it
	End    int

	word *Word
}

// Word returns what is known of the token's letters. It is shared and read-only.
func (t *Token) Word() *Word { return t.word }

// Word is what a comparison needs to know of a token, worked out once.
type Word struct {
	Readings []Reading           // at least one; the first is the token's Text
	Original string              // the folded letters in their own script; Text for Latin
	Groups   []lexicon.NameGroup // equivalent given names the token belongs to
	Business uint16              // group of equivalent business words, 0 none
	Family   lexicon.Family      // of a legal form
	Grade    lexicon.Grade       // how little the word says in a firm's name
	Common   uint8               // in names of persons or of ships: 0 not known as common, 3 among the commonest. 0 in firms' names
	MayBe    bool                // a vessel prefix that registered names carry, or a title that people bear as a name
	Mask     uint32              // the letters of all readings, a=1, b=2, c=4 ...
}

// Reading is one way to write a token in Latin letters.
type Reading struct {
	Text   string
	Sound  string // its phonemes: see package sound
	Vowels script.Vowels
}

// Script is a writing system.
type Script = script.Script

// Vowels says how much of a word's vowels its script wrote down.
type Vowels = script.Vowels

// Class says what a token does in its name.
type Class uint8

// The classes of token. Every class but Word has a weight of its own in a
// comparison; none is dropped.
const (
	Plain     Class = iota // a word of the name proper
	Number                 // a numeral in any spelling; Text is its decimal value
	Initial                // a single letter of a person's name
	Particle               // al-, bin, van, de
	Head                   // the first half of a compound given name: Abd, Abu, Gholam
	Title                  // Captain, Mr, PhD: says nothing about who it is
	Honorific              // a title that is as often a name: Haji, Sayyid, Khan
	Prefix                 // M/V, MT, tanker: before or behind a ship's name
	LegalForm              // Ltd, OOO, S.A.
	Generic                // a firm's word that says little: shipping, trading, international
	Place                  // a country, people or city in a firm's name
	Filler                 // the, of, and, No.
)

var classNames = [...]string{"word", "number", "initial", "particle", "compound head", "title", "honorific", "prefix", "legal form", "generic word", "place", "filler"}

// String returns the class in the field's words.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return "class out of range"
}

// Part says which part of a person's name a token belongs to, where a comma or
// the script tells.
type Part uint8

// The parts.
const (
	AnyPart Part = iota // not known, or a title behind the name
	GivenPart
	FamilyPart
)

// Flag marks what is odd about a text. None changes which letters are read;
// they are told to whoever reads a match.
type Flag uint16

// The flags.
const (
	Homoglyph Flag = 1 << iota // letters of another script that look alike
	Invisible                  // zero-width or bidirectional control characters between letters
	Styled                     // full-width, mathematical, circled or otherwise styled letters
	Leet                       // digits or signs in place of letters
	Invalid                    // bytes that are not UTF-8
	Cut                        // longer than MaxBytes, MaxTokens or four times MaxWord in a word; the rest was not read
	Bracketed                  // stood in brackets
	Dotted                     // a dot followed: an abbreviation or an initial
	Joined                     // printed in one piece with a neighbour: a letter-digit run, a surname and given name in Han
)

var flagNames = [...]string{"homoglyphs", "invisible characters", "styled letters", "digits for letters", "invalid UTF-8", "cut", "bracketed", "dotted", "joined"}

// Deceptive are the flags that honest text seldom earns.
const Deceptive = Homoglyph | Invisible | Styled | Leet

// Words returns the set flags in words, in a fixed order.
func (f Flag) Words() []string {
	var out []string
	for i, s := range flagNames {
		if f&(1<<i) != 0 {
			out = append(out, s)
		}
	}
	return out
}

// Limits of Parse. Names that lists print stay far below them.
const (
	MaxBytes  = 4096 // of the text
	MaxTokens = 48
	MaxWord   = 64 // bytes of a token's Text; what a longer word says after them is not compared
)
