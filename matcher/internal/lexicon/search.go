package lexicon

import "github.com/seed-539c57aa/pratique/matcher/internal/lexicon/internal/bucket"

// texts is a list of texts, stored end to end: text k is text[at[k]:at[k+1]]. Static data: it costs nothing at start,
// and two bytes a text beside the letters.
type texts struct {
	text string
	at   []uint16
}

// words is a list of distinct words that can be looked up: the words of bucket b are first[b] to first[b+1]-1, in
// rising order. Package bucket says which bucket a word is in.
type words struct {
	texts
	first   []uint16
	longest int // bytes in the longest word
}

// find returns the place of w in the list, or -1. It does not allocate.
func (t *words) find(w string) int {
	if len(w) == 0 || len(w) > t.longest {
		return -1
	}
	b := bucket.Of(w, len(t.first)-1)
	for k := t.first[b]; k < t.first[b+1]; k++ {
		if t.text[t.at[k]:t.at[k+1]] == w {
			return int(k)
		}
	}
	return -1
}

// phrases is a list of sequences of tokens. The rows whose first token is word k of heads are
// span[k] to span[k+1]; of those, the ones with more tokens come first. rest is the place in rests
// of what follows the first token, joined with blanks.
type phrases struct {
	heads words
	rests texts
	span  []uint16
	rest  []uint16
	value []uint16
}

// matches goes through the rows that the tokens after the first begin with, the longest first. It holds no tokens, so
// that a caller can keep those on the stack.
type matches struct {
	t       *phrases
	row, to uint16 // the rows not yet tried
	n       int    // the tokens of the row at hand
	value   uint16 // and its value
}

// from returns the rows that may begin at tokens[i]; none where i is out of range.
func (t *phrases) from(tokens []string, i int) matches {
	if i < 0 || i >= len(tokens) {
		return matches{}
	}
	k := t.heads.find(tokens[i])
	if k < 0 {
		return matches{}
	}
	return matches{t: t, row: t.span[k], to: t.span[k+1]}
}

// next goes to the next row that begins at tokens[i], the i of from, and reports whether there is one.
func (m *matches) next(tokens []string, i int) bool {
	for m.row < m.to {
		r := m.row
		m.row++
		at := m.t.rests.at[m.t.rest[r]:]
		if n, ok := matchRest(m.t.rests.text[at[0]:at[1]], tokens[i+1:]); ok {
			m.n, m.value = 1+n, m.t.value[r]
			return true
		}
	}
	return false
}

// longest returns the number of tokens of the longest row that begins at tokens[i], wherever it is believed; 0 when
// there is none.
func (t *phrases) longest(tokens []string, i int) int {
	m := t.from(tokens, i)
	m.next(tokens, i)
	return m.n
}

// matchRest reports whether tokens begins with the blank-joined words of rest, and how many they are.
func matchRest(rest string, tokens []string) (n int, ok bool) {
	for len(rest) > 0 {
		if n == len(tokens) {
			return 0, false
		}
		t := tokens[n]
		if len(t) == 0 || len(rest) < len(t) || rest[:len(t)] != t {
			return 0, false
		}
		rest = rest[len(t):]
		if len(rest) > 0 {
			if rest[0] != ' ' {
				return 0, false
			}
			rest = rest[1:]
		}
		n++
	}
	return n, true
}

// reach is how many tokens before or after a phrase are looked at to decide whether it stands at an edge of
// the name. It bounds the work on a hostile name of many thousand tokens.
const reach = 6

func believeForm(tokens []string, i, n int, value uint16) bool {
	switch legalForms[value].Position {
	case AtEnd:
		return endsName(tokens, i+n)
	case AtStart:
		return startsName(&legalPhrases, tokens, i)
	case AtEdge:
		return endsName(tokens, i+n) || startsName(&legalPhrases, tokens, i)
	case Leading:
		return i == 0 && len(tokens)-n >= 2
	}
	return true
}

// endsName reports whether nothing but legal forms and places follows from tokens[i] on. A form that is itself
// bound to a position counts here wherever it stands, or "A S A G" could never be read.
func endsName(tokens []string, i int) bool {
	if len(tokens)-i > reach {
		return false
	}
	for i < len(tokens) {
		if n := legalPhrases.longest(tokens, i); n > 0 {
			i += n
			continue
		}
		if Generic(tokens[i]) != GradePlace {
			return false
		}
		i++
	}
	return true
}

// startsName reports whether nothing but other phrases of the table precedes tokens[i].
func startsName(t *phrases, tokens []string, i int) bool {
	if i > reach {
		return false
	}
	at := 0
	for at < i {
		n := t.longest(tokens[:i], at)
		if n == 0 {
			return false
		}
		at += n
	}
	return true
}

// titleEntry is the value of a row of the titles.
type titleEntry struct {
	class    TitleClass
	position Position
}

func believeTitle(tokens []string, i, n int, value uint16) bool {
	switch titleEntries[value].position {
	case AtStart:
		return startsName(&titlePhrases, tokens, i)
	case AtEnd:
		return endsTitles(tokens, i+n)
	case AtEdge:
		return startsName(&titlePhrases, tokens, i) || endsTitles(tokens, i+n)
	case Leading:
		return i == 0 && len(tokens)-n >= 2
	}
	return true
}

// endsTitles reports whether nothing but titles follows from tokens[i] on.
func endsTitles(tokens []string, i int) bool {
	if len(tokens)-i > reach {
		return false
	}
	for i < len(tokens) {
		n := titlePhrases.longest(tokens, i)
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

func believePrefix(tokens []string, i, n int, value uint16) bool {
	switch vesselPrefixes[value].Position {
	case AtStart:
		return startsName(&prefixPhrases, tokens, i)
	case AtEnd:
		return i+n == len(tokens)
	case AtEdge:
		return i+n == len(tokens) || startsName(&prefixPhrases, tokens, i)
	case Leading:
		return i == 0 && len(tokens)-n >= 2
	}
	return true
}
