package script

import (
	"strings"
	"unicode/utf8"
)

// context says where in a word, or as which part of it, a rule holds. The
// first six are tested against the neighbouring letters; the others only sort
// the entries of a table whose script has its own code.
type context uint32

const (
	atStart context = 1 << iota
	atEnd
	afterVowel
	afterConsonant
	beforeVowel
	beforeConsonant
	isVowel
	isConsonant
	isMatra
	isMark
	isLead
	isSilence
	isInitial
	isMedial
	isFinal
	isLaryngeal
	isLabial
	isSurname
	isCompound
)

// rule turns src into latin, alternatives parted by |, where ctx holds.
type rule struct {
	first rune // the first rune of src, to search by
	ctx   context
	src   string
	latin string
}

// table is the rules of one script, in the order that tries the most
// particular one first: by first rune, longer source, more contexts.
type table struct {
	vowels string
	rules  []rule
}

// from gives the rules whose source starts with r.
func (t *table) from(r rune) []rule {
	lo, hi := 0, len(t.rules)
	for lo < hi {
		m := (lo + hi) / 2
		if t.rules[m].first < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	hi = lo
	for hi < len(t.rules) && t.rules[hi].first == r {
		hi++
	}
	return t.rules[lo:hi]
}

// whole gives the Latin column of the entry whose source is exactly s.
func (t *table) whole(s string) (rule, bool) {
	r, _ := utf8.DecodeRuneInString(s)
	for _, c := range t.from(r) {
		if c.src == s {
			return c, true
		}
	}
	return rule{}, false
}

// of gives the Latin column of the single rune r in the given role.
func (t *table) of(r rune, role context) (string, bool) {
	for _, c := range t.from(r) {
		if utf8.RuneLen(r) == len(c.src) && (role == 0 || c.ctx&role != 0) {
			return c.latin, true
		}
	}
	return "", false
}

func (t *table) isVowel(r rune) bool { return strings.ContainsRune(t.vowels, r) }

// choice gives the nth alternative of a Latin column, the first when there is no nth.
func choice(latin string, n int) string {
	rest := latin
	for ; n > 0; n-- {
		i := strings.IndexByte(rest, '|')
		if i < 0 {
			return choice(latin, 0)
		}
		rest = rest[i+1:]
	}
	if i := strings.IndexByte(rest, '|'); i >= 0 {
		return rest[:i]
	}
	return rest
}

// apply appends the reading of word by the nth column of alternatives. Runes
// without a rule are passed over. other reports that a rule had an nth
// alternative, so that the reading may differ from the first one.
func (t *table) apply(dst []byte, word string, n int) (text []byte, other bool) {
	return t.read(dst, word, n, false)
}

// read is apply; with part, an h of its own is kept from making a digraph of
// the consonant before it by an a between them, for such a vowel is spoken
// there, though not written: زهرا zahra, כהן kahn.
func (t *table) read(dst []byte, word string, n int, part bool) (text []byte, other bool) {
	prev := rune(-1)
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		used := size
		for _, c := range t.from(r) {
			if !strings.HasPrefix(word[i:], c.src) || !t.holds(c.ctx, prev, word[i+len(c.src):], i == 0) {
				continue
			}
			out := choice(c.latin, n)
			other = other || n > 0 && out != choice(c.latin, 0)
			if part && len(dst) > 0 && strings.HasPrefix(out, "h") && strings.IndexByte("cdgkpstz", dst[len(dst)-1]) >= 0 {
				dst = append(dst, 'a')
			}
			dst = append(dst, out...)
			used = len(c.src)
			r, _ = utf8.DecodeLastRuneInString(c.src)
			break
		}
		prev = r
		i += used
	}
	return dst, other
}

func (t *table) holds(ctx context, prev rune, rest string, start bool) bool {
	if ctx == 0 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	end := rest == ""
	switch {
	case ctx&atStart != 0 && !start,
		ctx&atEnd != 0 && !end,
		ctx&afterVowel != 0 && (start || !t.isVowel(prev)),
		ctx&afterConsonant != 0 && (start || t.isVowel(prev)),
		ctx&beforeVowel != 0 && (end || !t.isVowel(next)),
		ctx&beforeConsonant != 0 && (end || t.isVowel(next)):
		return false
	}
	return true
}
