package index

import (
	"math/rand/v2"
	"strings"
)

// mutations are what happens to names between a list and a query.
type mutations struct {
	r     *rand.Rand
	words []string // words to put beside a name or in place of one of its own
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// mutate returns a name like s, after one to three changes.
func (m *mutations) mutate(s string) string {
	for range 1 + m.r.IntN(3) {
		s = m.one(s)
	}
	return s
}

func (m *mutations) one(s string) string {
	w := strings.Fields(s)
	if len(w) == 0 {
		return s
	}
	i := m.r.IntN(len(w))
	switch m.r.IntN(14) {
	case 0, 1:
		w[i] = m.edit(w[i])
	case 2:
		w[i] = m.edit(m.edit(w[i]))
	case 3: // joined
		if i+1 < len(w) {
			w[i] += w[i+1]
			w = append(w[:i+1], w[i+2:]...)
		}
	case 4: // split
		if r := []rune(w[i]); len(r) > 3 {
			k := 1 + m.r.IntN(len(r)-1)
			w[i] = string(r[:k]) + " " + string(r[k:])
		}
	case 5: // dropped
		if len(w) > 1 {
			w = append(w[:i], w[i+1:]...)
		}
	case 6:
		m.r.Shuffle(len(w), func(i, j int) { w[i], w[j] = w[j], w[i] })
	case 7: // cut
		r := []rune(s)
		return string(r[:min(len(r), []int{20, 30, 35}[m.r.IntN(3)])])
	case 8: // an initial
		if r := []rune(w[i]); len(r) > 1 {
			w[i] = string(r[:1]) + "."
		}
	case 9:
		w = append(w, m.words[m.r.IntN(len(m.words))])
	case 10:
		w[i] = m.words[m.r.IntN(len(m.words))]
	case 11, 12: // alike
		w[i] = m.hear(w[i])
	case 13:
		for k := range w {
			w[k] = m.hear(w[k])
		}
	}
	return strings.Join(w, " ")
}

// edit inserts, deletes, replaces or swaps a letter.
func (m *mutations) edit(s string) string {
	r := []rune(s)
	if len(r) < 2 {
		return s
	}
	c := rune(letters[m.r.IntN(len(letters))])
	i := m.r.IntN(len(r))
	switch m.r.IntN(4) {
	case 0:
		r = append(r[:i], append([]rune{c}, r[i:]...)...)
	case 1:
		r = append(r[:i], r[i+1:]...)
	case 2:
		r[i] = c
	case 3:
		i = m.r.IntN(len(r) - 1)
		r[i], r[i+1] = r[i+1], r[i]
	}
	return string(r)
}

// alike are spellings of one sound, or nearly.
var alike = [][2]string{
	{"a", "e"}, {"e", "i"}, {"o", "u"}, {"y", "i"}, {"ee", "i"}, {"oo", "u"}, {"ou", "u"}, {"kh", "h"}, {"kh", "ch"}, {"q", "k"}, {"g", "j"}, {"c", "k"},
	{"w", "v"}, {"v", "f"}, {"ks", "x"}, {"ts", "tz"}, {"zh", "j"}, {"sh", "sch"}, {"ss", "s"}, {"mm", "m"}, {"dd", "d"}, {"ll", "l"}, {"ah", "a"}, {"yo", "e"}, {"th", "t"},
}

// hear spells a word in another way.
func (m *mutations) hear(s string) string {
	s = strings.ToLower(s)
	for range 1 + m.r.IntN(3) {
		h := alike[m.r.IntN(len(alike))]
		k := m.r.IntN(2)
		s = strings.Replace(s, h[k], h[1-k], 1)
	}
	return s
}
