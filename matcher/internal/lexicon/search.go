package lexicon

// words is a sorted list of distinct words, stored end to end: word k is text[at[k]:at[k+1]].
// Static data: it costs nothing at start, and two bytes a word beside the letters.
type words struct {
	text    string
	at      []uint16
	longest int // bytes in the longest word
}

// find returns the place of w in the list, or -1. It does not allocate.
func (t *words) find(w string) int {
	if len(w) == 0 || len(w) > t.longest {
		return -1
	}
	lo, hi := 0, len(t.at)-1
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if t.text[t.at[mid]:t.at[mid+1]] < w {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.at)-1 && t.text[t.at[lo]:t.at[lo+1]] == w {
		return lo
	}
	return -1
}

// phrases is a list of sequences of tokens. The rows whose first token is word k of first are
// span[k] to span[k+1]; of those, the ones with more tokens come first. rest is the place in rests
// of what follows the first token, joined with blanks.
type phrases struct {
	first words
	rests words
	span  []uint16
	rest  []uint16
	value []uint16
}

// longest returns the number of tokens and the value of the longest row that begins at tokens[i] and which
// believe accepts there. n is 0 when there is none.
func (t *phrases) longest(tokens []string, i int, believe func(tokens []string, i, n int, value uint16) bool) (n int, value uint16) {
	if i < 0 || i >= len(tokens) {
		return 0, 0
	}
	k := t.first.find(tokens[i])
	if k < 0 {
		return 0, 0
	}
	for r := t.span[k]; r < t.span[k+1]; r++ {
		at := t.rests.at[t.rest[r]:]
		m, ok := matchRest(t.rests.text[at[0]:at[1]], tokens[i+1:])
		if ok && (believe == nil || believe(tokens, i, 1+m, t.value[r])) {
			return 1 + m, t.value[r]
		}
	}
	return 0, 0
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
		if n, _ := legalPhrases.longest(tokens, i, nil); n > 0 {
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
		n, _ := t.longest(tokens[:i], at, nil)
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
		n, _ := titlePhrases.longest(tokens, i, nil)
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
