package script

import (
	"strings"
	"unicode/utf8"
)

// readKana appends the Hepburn reading of hiragana and katakana. A long mark
// doubles the vowel before it (サーバ saaba), a small tsu the consonant after
// it (ッチ tchi), ン before a vowel stays n.
func readKana(dst []byte, word string) []byte {
	word = strings.Map(func(r rune) rune {
		switch {
		case 0x3041 <= r && r <= 0x3096, r == 0x309D, r == 0x309E:
			return r + 0x60
		}
		return r
	}, word)
	double := false
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		latin, used := "", size
		for _, c := range kanaTable.from(r) {
			if strings.HasPrefix(word[i:], c.src) {
				latin, used = c.latin, len(c.src)
				break
			}
		}
		i += used
		switch {
		case r == 'ッ':
			double = true
			continue
		case r == 'ー' && len(dst) > 0:
			if v := dst[len(dst)-1]; isLatinVowel(v) {
				dst = append(dst, v)
			}
		case (r == 'ヽ' || r == 'ヾ') && len(dst) > 1:
			dst = append(dst, dst[len(dst)-2:]...)
		}
		if double && latin != "" && !isLatinVowel(latin[0]) {
			if strings.HasPrefix(latin, "ch") {
				dst = append(dst, 't')
			} else {
				dst = append(dst, latin[0])
			}
		}
		double = false
		dst = append(dst, latin...)
	}
	return dst
}

func isLatinVowel(b byte) bool {
	return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u'
}
