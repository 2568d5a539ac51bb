package names

import (
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// leetLetter returns the Latin letter that a digit or sign is put in place of, or 0.
func leetLetter(c rune) rune {
	switch c {
	case '0':
		return 'o'
	case '1', '!':
		return 'i'
	case '3':
		return 'e'
	case '4', '@':
		return 'a'
	case '5', '$':
		return 's'
	case '7':
		return 't'
	case '8':
		return 'b'
	}
	return 0
}

// leetLetterCyrillic returns the Cyrillic letter that a digit is put in place of, or 0.
func leetLetterCyrillic(c rune) rune {
	switch c {
	case '0':
		return 'о'
	case '3':
		return 'з'
	case '4':
		return 'ч'
	case '6':
		return 'б'
	}
	return 0
}

// unleet puts a printed word together again whose letters are parted by single
// digits that imitate letters: F0RTUNE. It returns the word and how many runs
// from the first it takes up; 1 where there is nothing to do. A digit at either
// end of the word, or beside another digit, is a number, and so is every digit
// of a word with fewer than three letters, or fewer than five where a number
// follows: F0RTUNE3, but AB1C2.
func unleet(raws []raw) (raw, int) {
	w := raws[0]
	n := 1
	for n+1 < len(raws) && raws[n].part && raws[n].number() && len(raws[n].text) == 1 &&
		raws[n+1].part && raws[n+1].script == w.script {
		n += 2
	}
	least := 3
	if n < len(raws) && raws[n].part {
		least = 5
	}
	if n == 1 || w.script != script.Latin && w.script != script.Cyrillic {
		return w, 1
	}
	var b strings.Builder
	letters := 0
	for _, x := range raws[:n] {
		if !x.number() {
			letters += utf8.RuneCountInString(x.text)
			b.WriteString(x.text)
			w.flags |= x.flags
			w.mixed = w.mixed || x.mixed
			continue
		}
		l := leetLetter(rune(x.text[0]))
		if w.script == script.Cyrillic {
			l = leetLetterCyrillic(rune(x.text[0]))
		}
		if l == 0 {
			return raws[0], 1
		}
		b.WriteRune(l)
	}
	if letters < least {
		return raws[0], 1
	}
	w.text, w.end = b.String(), raws[n-1].end
	w.flags |= Leet
	return w, n
}

// unmix writes a word of mixed Latin, Cyrillic and Greek letters in the one
// script that most of its letters can be read in. What has no look-alike there
// is romanised, so that no letter is lost.
func unmix(s string) (string, script.Script) {
	var n [script.Count]int
	for _, c := range s {
		sc := script.Of(c)
		// A letter that looks Latin counts for Latin, so that a word of
		// look-alikes with one true Latin letter is read as Latin.
		if sc != script.Latin && lookalike(c) != 0 {
			n[script.Latin]++
		} else if alike(sc) {
			n[sc]++
		}
	}
	to := script.Latin
	for _, sc := range [...]script.Script{script.Cyrillic, script.Greek} {
		if n[sc] > n[to] {
			to = sc
		}
	}
	pure := true
	out := strings.Map(func(c rune) rune {
		sc := script.Of(c)
		if sc == to || !alike(sc) {
			return c
		}
		l := rune(0)
		if to == script.Latin {
			l = lookalike(c)
		} else if sc == script.Latin {
			l = lookalikeIn(c, to)
		}
		if l == 0 {
			pure = false
			return c
		}
		return l
	}, s)
	if pure {
		return out, to
	}
	return romanised(out), script.Latin
}

// romanised writes every run of Cyrillic or Greek letters of s in Latin ones.
func romanised(s string) string {
	var b strings.Builder
	var buf [script.MaxReadings]script.Reading
	for len(s) > 0 {
		c, n := utf8.DecodeRuneInString(s)
		sc := script.Of(c)
		for n < len(s) {
			d, m := utf8.DecodeRuneInString(s[n:])
			if x := script.Of(d); x != sc && alike(x) {
				break
			}
			n += m
		}
		run := s[:n]
		s = s[n:]
		if sc == script.Cyrillic || sc == script.Greek {
			if rd := script.Read(run, sc, buf[:0]); len(rd) > 0 {
				run = rd[0].Text
			}
		}
		b.WriteString(run)
	}
	return b.String()
}

// The letters, after folding to lower case, whose upper or lower case form is
// drawn like a Latin one, each followed by that one: Unicode Technical Standard
// #39, confusables.txt, reduced to letters of running text.
const (
	cyrillicAlike = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhԛqԝwүyѵv"
	greekAlike    = "αaβbεeζzηnιiκkμmνvοoρpτtυyχxγyωw"
)

// lookalike returns the Latin letter that c is drawn like, or 0.
func lookalike(c rune) rune {
	if c < 0x0370 || c > 0x052F {
		return 0
	}
	table := cyrillicAlike
	if c < 0x0400 {
		table = greekAlike
	}
	for i := 0; i < len(table); {
		a, n := utf8.DecodeRuneInString(table[i:])
		if a == c {
			return rune(table[i+n])
		}
		i += n + 1
	}
	return 0
}

// lookalikeIn returns the letter of script to that Latin c is drawn like, or 0.
func lookalikeIn(c rune, to script.Script) rune {
	table := cyrillicAlike
	if to == script.Greek {
		table = greekAlike
	}
	for i := 0; i < len(table); {
		a, n := utf8.DecodeRuneInString(table[i:])
		if rune(table[i+n]) == c {
			return a
		}
		i += n + 1
	}
	return 0
}

// latinTwin writes a word whose every letter is drawn like a Latin one in those
// letters; "" where one is not.
func latinTwin(s string) string {
	var buf [MaxWord]byte
	b := buf[:0]
	for _, c := range s {
		l := lookalike(c)
		if l == 0 || len(b) == cap(b) {
			return ""
		}
		b = append(b, byte(l))
	}
	return string(b)
}
