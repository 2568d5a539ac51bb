package script

import "strings"

// Hangul syllables are composed by arithmetic: The Unicode Standard, 3.12.
const (
	hangulBase  = 0xAC00
	hangulLast  = 0xD7A3
	medialCount = 21
	finalCount  = 28
)

// The letters in the order of that arithmetic.
var (
	hangulInitials = [...]rune{'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'}
	hangulMedials  = [...]rune{'ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅘ', 'ㅙ', 'ㅚ', 'ㅛ', 'ㅜ', 'ㅝ', 'ㅞ', 'ㅟ', 'ㅠ', 'ㅡ', 'ㅢ', 'ㅣ'}
	hangulFinals   = [...]rune{0, 'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'}
)

// hangulReadings adds the Revised Romanisation, or the customary spellings if
// the word is a family name. McCune-Reischauer and the North's rules are no
// readings of their own: package sound gives their letters a low cost, and the
// comparison of names syllable for syllable knows which of them stand for which.
func (c collector) hangulReadings(rs []Reading, word string) []Reading {
	if r, ok := surnamesHangulTable.whole(word); ok {
		for n := range 1 + strings.Count(r.latin, "|") {
			rs = c.add(rs, choice(r.latin, n), VowelsFull)
		}
		return rs
	}
	var buf [2 * MaxRunes]byte
	return c.write(rs, readHangul(buf[:0], word), VowelsFull)
}

// readHangul appends the reading of each syllable.
func readHangul(dst []byte, word string) []byte {
	after := rune(0) // the final waiting for its successor
	for _, r := range word {
		if r < hangulBase || r > hangulLast {
			continue
		}
		i := int(r - hangulBase)
		initial := hangulInitials[i/(medialCount*finalCount)]
		medial := hangulMedials[i/finalCount%medialCount]
		if after != 0 {
			n := 0
			if initial == 'ㅇ' {
				n = 1
			}
			l, _ := hangulTable.of(after, isFinal)
			if after == 'ㄹ' && initial == 'ㄹ' { // a long l: 달러 dalleo
				l, initial = "ll", 'ㅇ'
			}
			dst = append(dst, choice(l, n)...)
		}
		l, _ := hangulTable.of(initial, isInitial)
		dst = append(dst, l...)
		l, _ = hangulTable.of(medial, isMedial)
		dst = append(dst, l...)
		after = hangulFinals[i%finalCount]
	}
	if after != 0 {
		l, _ := hangulTable.of(after, isFinal)
		dst = append(dst, choice(l, 0)...)
	}
	return dst
}
