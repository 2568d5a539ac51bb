package script

import (
	"strings"
	"unicode/utf8"
)

const virama = '्'

// deva is one sound of a Devanagari word: a consonant or a vowel, and whether
// it is the vowel a that every consonant carries unwritten.
type deva struct {
	text      string
	vowel     bool
	unwritten bool
}

// readDevanagari appends the Hunterian reading. With keep the unwritten a is
// read everywhere, as in Sanskrit and Marathi; without, as Hindi speaks:
// silent at the end of a word of more than one syllable, and between a vowel
// with one consonant and a consonant with a vowel (Ohala's rule, from the
// right: रामनाथ ramnath).
func readDevanagari(dst []byte, word string, keep bool) []byte {
	var store [usualSigns]deva
	sounds := store[:0]
	open := false // the last consonant still has its unwritten a to come
	settle := func() {
		if open {
			sounds = append(sounds, deva{text: "a", vowel: true, unwritten: true})
		}
		open = false
	}
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		var hit rule
		for _, c := range devanagariTable.from(r) {
			if strings.HasPrefix(word[i:], c.src) {
				hit = c
				break
			}
		}
		if hit.src != "" {
			size = len(hit.src)
		}
		i += size
		switch {
		case hit.ctx&isConsonant != 0:
			settle()
			sounds = append(sounds, deva{text: hit.latin})
			open = true
		case hit.ctx&isMatra != 0:
			open = false
			sounds = append(sounds, deva{text: hit.latin, vowel: true})
		case hit.ctx&isVowel != 0:
			settle()
			sounds = append(sounds, deva{text: hit.latin, vowel: true})
		case hit.ctx&isMark != 0:
			settle()
			text := hit.latin
			if text == "n" && strings.ContainsRune("पफबभम", first(word[i:])) {
				text = "m"
			}
			sounds = append(sounds, deva{text: text})
		case r == virama:
			open = false
		}
	}
	settle()
	if !keep {
		dropSchwas(sounds)
	}
	for _, s := range sounds {
		dst = append(dst, s.text...)
	}
	return dst
}

// dropSchwas empties the unwritten vowels that Hindi does not speak.
func dropSchwas(s []deva) {
	last := len(s) - 1
	if last >= 2 && s[last].unwritten && !s[last-1].vowel && s[last-2].vowel {
		s[last].text = ""
	}
	for i := last - 1; i >= 2; i-- {
		// vowel consonant (a) consonant vowel
		if s[i].unwritten && i+2 <= last && !s[i-1].vowel && s[i-2].vowel && s[i-2].text != "" &&
			!s[i+1].vowel && s[i+2].vowel && s[i+2].text != "" {
			s[i].text = ""
		}
	}
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
