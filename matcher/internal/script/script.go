package script

// Script is a writing system, as far as names need telling apart. It is
// coarser than Unicode's Script property where two scripts are written
// together in one name (hiragana and katakana are both Kana) and does not
// list scripts that no designation list prints; those are Other. The zero
// value is Common.
type Script uint8

// The scripts. Common is a character that says nothing about the script of
// its neighbours: digits, punctuation, blanks, marks that several scripts
// share. Other is a letter of a script without readings here.
const (
	Common Script = iota
	Latin
	Cyrillic
	Greek
	Arabic // with the letters of Persian, Urdu, Pashto, Kurdish, Sindhi, Uyghur
	Hebrew
	Hangul
	Kana // hiragana and katakana
	Han
	Armenian
	Georgian
	Devanagari
	Thai
	Ethiopic
	Other

	// Count is the number of scripts, for tables indexed by Script.
	Count = int(Other) + 1
)

var scriptNames = [Count]string{
	"Common", "Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Hangul", "Kana", "Han",
	"Armenian", "Georgian", "Devanagari", "Thai", "Ethiopic", "Other",
}

// String gives the English name of the script, "Other" for a value out of range.
func (s Script) String() string {
	if int(s) < Count {
		return scriptNames[s]
	}
	return scriptNames[Other]
}

// block is a closed interval of code points that belong to one script.
type block struct {
	lo, hi rune
	s      Script
}

// blocks are the letter ranges of the Unicode blocks (Blocks.txt and
// Scripts.txt of Unicode 15), in ascending order. Ranges that hold marks and
// signs of a single script are given to that script, so that a mark does not
// tear a word apart.
var blocks = [...]block{
	{'A', 'Z', Latin}, {'a', 'z', Latin}, {0xAA, 0xAA, Latin}, {0xBA, 0xBA, Latin},
	{0xC0, 0xD6, Latin}, {0xD8, 0xF6, Latin}, {0xF8, 0x02AF, Latin},
	{0x0370, 0x0373, Greek}, {0x0376, 0x0377, Greek}, {0x037B, 0x037D, Greek}, {0x037F, 0x037F, Greek},
	{0x0386, 0x0386, Greek}, {0x0388, 0x03FF, Greek},
	{0x0400, 0x052F, Cyrillic},
	{0x0531, 0x0556, Armenian}, {0x0559, 0x0559, Armenian}, {0x0560, 0x0588, Armenian},
	{0x0591, 0x05BD, Hebrew}, {0x05BF, 0x05BF, Hebrew}, {0x05C1, 0x05C2, Hebrew}, {0x05C4, 0x05C5, Hebrew}, {0x05C7, 0x05C7, Hebrew},
	{0x05D0, 0x05EA, Hebrew}, {0x05EF, 0x05F4, Hebrew},
	{0x0610, 0x061A, Arabic}, {0x0620, 0x065F, Arabic}, {0x066E, 0x06D3, Arabic}, {0x06D5, 0x06DC, Arabic},
	{0x06DF, 0x06E8, Arabic}, {0x06EA, 0x06EF, Arabic}, {0x06FA, 0x06FF, Arabic}, {0x0750, 0x077F, Arabic}, {0x08A0, 0x08E1, Arabic}, {0x08E3, 0x08FF, Arabic},
	{0x0900, 0x0963, Devanagari}, {0x0970, 0x097F, Devanagari},
	{0x0E01, 0x0E3A, Thai}, {0x0E40, 0x0E4E, Thai},
	{0x10A0, 0x10FF, Georgian},
	{0x1100, 0x11FF, Hangul},
	{0x1200, 0x135F, Ethiopic}, {0x1380, 0x138F, Ethiopic},
	{0x1C80, 0x1C88, Cyrillic}, {0x1C90, 0x1CBF, Georgian},
	{0x1D00, 0x1D25, Latin}, {0x1D2C, 0x1D5C, Latin}, {0x1D62, 0x1D65, Latin}, {0x1D6B, 0x1D77, Latin}, {0x1D79, 0x1DBE, Latin},
	{0x1E00, 0x1EFF, Latin}, {0x1F00, 0x1FFE, Greek},
	{0x2C60, 0x2C7F, Latin}, {0x2D00, 0x2D2D, Georgian}, {0x2D80, 0x2DDE, Ethiopic}, {0x2DE0, 0x2DFF, Cyrillic},
	{0x3005, 0x3005, Han}, {0x3007, 0x3007, Han}, {0x3021, 0x3029, Han},
	{0x3041, 0x3096, Kana}, {0x309D, 0x309F, Kana}, {0x30A1, 0x30FA, Kana}, {0x30FC, 0x30FF, Kana},
	{0x3131, 0x318E, Hangul}, {0x31F0, 0x31FF, Kana},
	{0x3400, 0x4DBF, Han}, {0x4E00, 0x9FFF, Han},
	{0xA640, 0xA69F, Cyrillic}, {0xA722, 0xA787, Latin}, {0xA78B, 0xA7FF, Latin}, {0xA8E0, 0xA8FF, Devanagari},
	{0xA960, 0xA97C, Hangul}, {0xAB01, 0xAB2E, Ethiopic}, {0xAB30, 0xAB64, Latin}, {0xAC00, 0xD7A3, Hangul}, {0xD7B0, 0xD7FB, Hangul},
	{0xF900, 0xFAD9, Han}, {0xFB00, 0xFB06, Latin}, {0xFB13, 0xFB17, Armenian}, {0xFB1D, 0xFB4F, Hebrew},
	{0xFB50, 0xFDFB, Arabic}, {0xFE70, 0xFEFC, Arabic},
	{0xFF21, 0xFF3A, Latin}, {0xFF41, 0xFF5A, Latin}, {0xFF66, 0xFF9D, Kana}, {0xFFA0, 0xFFDC, Hangul},
	{0x20000, 0x323AF, Han},
}

// Of gives the script of one rune: Common for whatever is no letter and for
// marks used with many scripts (U+0301 and the like), Other for a letter of a
// script not in the list above. It never fails: invalid runes are Common.
func Of(r rune) Script {
	if r < 0x80 {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return Latin
		}
		return Common
	}
	lo, hi := 0, len(blocks)
	for lo < hi {
		m := (lo + hi) / 2
		if blocks[m].hi < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(blocks) && blocks[lo].lo <= r {
		return blocks[lo].s
	}
	if isLetter(r) {
		return Other
	}
	return Common
}
