package script

import (
	"strings"
	"unicode/utf8"
)

// thaiSign is one letter or sign of a Thai word with its class.
type thaiSign struct {
	latin string
	ctx   context
	src   rune
}

// readThai appends a letter-by-letter RTGS reading. Thai does not mark where a
// syllable ends, so this goes by what is most often right: a vowel written
// before its consonant is read after it (and after an r, l or w that makes a
// cluster with it), a consonant between two vowels begins a syllable, the
// first of two ends one, two consonants with no vowel between carry o, and a
// consonant with its silencing mark is not read.
func readThai(dst []byte, word string) []byte {
	var store [usualSigns]thaiSign
	signs := store[:0]
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		for _, c := range thaiTable.from(r) {
			if !strings.HasPrefix(word[i:], c.src) {
				continue
			}
			size = len(c.src)
			switch {
			case c.ctx&isSilence != 0:
				if n := len(signs); n > 0 {
					signs = signs[:n-1]
				}
			case c.ctx&isMark == 0:
				signs = append(signs, thaiSign{c.latin, c.ctx, r})
			}
			break
		}
		i += size
	}
	signs = dropLeadingHo(signs)
	consonant := func(i int) bool { return i < len(signs) && signs[i].ctx&isConsonant != 0 }
	vowel := func(i int) bool { return i < len(signs) && signs[i].ctx&isVowel != 0 }
	for i := 0; i < len(signs); {
		s := signs[i]
		switch {
		case s.ctx&isLead != 0:
			i++
			if !consonant(i) {
				break
			}
			dst = append(dst, choice(signs[i].latin, 0)...)
			i++
			if consonant(i) && (signs[i].src == 'ร' || signs[i].src == 'ล' || signs[i].src == 'ว') && i+1 < len(signs) && !vowel(i+1) {
				dst = append(dst, choice(signs[i].latin, 0)...)
				i++
			}
			v := s.latin
			switch {
			case s.src == 'เ' && i < len(signs) && signs[i].src == 'า': // e..a is ao
				v = "ao"
				i++
			case s.src == 'เ' && consonant(i) && signs[i].src == 'ย':
				v = "oei"
				i++
			case s.src == 'เ' && i+1 < len(signs) && signs[i].src == 'ี' && signs[i+1].src == 'ย':
				v = "ia"
				i += 2
			case s.src == 'เ' && i < len(signs) && (signs[i].src == 'ิ' || consonant(i) && signs[i].src == 'อ'):
				v = "oe"
				i++
			case i < len(signs) && signs[i].src == 'ะ': // a short vowel
				i++
			}
			dst = append(dst, v...)
			dst, i = thaiFinal(dst, signs, i)
		case s.ctx&isVowel != 0:
			dst = append(dst, choice(s.latin, 0)...)
			i++
			dst, i = thaiFinal(dst, signs, i)
		case s.src == 'อ' && i > 0 && !vowel(i+1): // the carrier as a vowel
			dst = append(dst, 'o')
			dst, i = thaiFinal(dst, signs, i+1)
		default:
			dst = append(dst, choice(s.latin, 0)...)
			i++
			if consonant(i) && signs[i].src != 'อ' && !vowel(i+1) { // two consonants, no vowel
				dst = append(dst, 'o')
				dst, i = thaiFinal(dst, signs, i)
			}
		}
	}
	return dst
}

// thaiFinal appends signs[i] with its value at the end of a syllable if it is
// a consonant that no vowel follows, and gives the index behind it.
func thaiFinal(dst []byte, signs []thaiSign, i int) ([]byte, int) {
	if i >= len(signs) || signs[i].ctx&isConsonant == 0 || signs[i].src == 'อ' {
		return dst, i
	}
	if i+1 < len(signs) && (signs[i+1].ctx&isVowel != 0 || signs[i+1].src == 'อ') {
		return dst, i
	}
	return append(dst, choice(signs[i].latin, 1)...), i + 1
}

// dropLeadingHo takes out a ho that only gives its tone to the sonorant after
// it: ใหม่ mai, หลวง luang.
func dropLeadingHo(signs []thaiSign) []thaiSign {
	kept := signs[:0]
	for i, s := range signs {
		if s.src == 'ห' && i+1 < len(signs) && strings.ContainsRune("งญนมยรลว", signs[i+1].src) &&
			(i == 0 || signs[i-1].ctx&isConsonant == 0) {
			continue
		}
		kept = append(kept, s)
	}
	return kept
}
