package synth

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
)

// Query is one party to ask for.
type Query struct {
	Kind   lists.Kind // never Unknown for a party that is not on the list
	Name   string
	Entity int // place in List.Entities of the party meant; -1 none
}

// Set is queries of three sorts, as many of each.
type Set struct {
	Absent []Query // ordinary parties of the same tongues, whose names have not the words of any listed name
	Exact  []Query // listed names as printed
	Edited []Query // listed names with one letter put in, left out, replaced, or swapped with its neighbour
}

// Queries makes n queries of each sort for a list, from a seed: the same for
// the same list, seed and n. Given names, words of business and of ships are
// those of the list; surnames and the names of firms are coined anew, and some
// of them are listed too.
func Queries(seed uint64, l *lists.List, n int) Set {
	var out Set
	m := newMaker(seed, 2)
	r := m.r
	listed := make(map[uint64]bool, 2*len(l.Entities))
	var at [][2]int32
	for i := range l.Entities {
		for j := range l.Entities[i].Names {
			listed[wordsKey(l.Entities[i].Names[j].Text)] = true
			at = append(at, [2]int32{int32(i), int32(j)})
		}
	}
	for tries := 0; len(out.Absent) < n && tries < 20*n; tries++ {
		q := m.ordinary()
		if !listed[wordsKey(q.Name)] {
			out.Absent = append(out.Absent, q)
		}
	}
	if len(at) == 0 {
		return out
	}
	for range n {
		for _, edit := range [...]bool{false, true} {
			a := at[r.IntN(len(at))]
			e := &l.Entities[a[0]]
			q := Query{Kind: e.Kind, Name: e.Names[a[1]].Text, Entity: int(a[0])}
			if edit {
				q.Name = Edit(r, q.Name)
				out.Edited = append(out.Edited, q)
				continue
			}
			out.Exact = append(out.Exact, q)
		}
	}
	return out
}

// ordinary draws a party as a program asks for it: names as they are spoken,
// one in ten in its own script.
func (m *maker) ordinary() Query {
	q := Query{Entity: -1}
	script := of(m.r, 10)
	switch at := m.r.IntN(100); {
	case at < 60:
		p := m.person()
		way := spoken
		if script {
			way = native
		}
		q.Kind, q.Name = lists.Person, string(p.write(m.buf[:0], way))
	case at < 85:
		f := m.firm()
		way := filed
		if script {
			way = native
		}
		q.Kind, q.Name = lists.Organization, string(f.write(m.buf[:0], way))
	default:
		q.Kind, q.Name = lists.Vessel, string(m.ship(m.buf[:0]))
	}
	return q
}

// wordsKey is a digest of the words of a name, whatever their order and case.
func wordsKey(s string) uint64 {
	w := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	slices.Sort(w)
	h := fnv.New64a()
	for _, s := range w {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// Edit changes one letter of s: it leaves one out, puts one in, replaces one, or
// swaps two neighbours. A new letter is one of A to Z, or of the name itself
// where that has none of them. A name of fewer than three letters gets one more.
func Edit(r *rand.Rand, s string) string {
	b := []rune(s)
	var at []int // letters
	latin := false
	for i, c := range b {
		if unicode.IsLetter(c) {
			at = append(at, i)
			latin = latin || c < unicode.MaxASCII
		}
	}
	if len(at) == 0 {
		return s + "X"
	}
	letter := func(like rune) rune {
		for range 10 {
			c := b[at[r.IntN(len(at))]]
			if latin {
				c = rune('A' + r.IntN(26))
			}
			if unicode.IsLower(like) {
				c = unicode.ToLower(c)
			}
			if c != like {
				return c
			}
		}
		return like
	}
	i := at[r.IntN(len(at))]
	how := r.IntN(4)
	if len(at) < 3 {
		how = 0
	}
	if how == 3 && (i+1 >= len(b) || !unicode.IsLetter(b[i+1]) || b[i] == b[i+1]) {
		how = 2
	}
	switch how {
	case 0:
		b = slices.Insert(b, i, letter(b[i]))
	case 1:
		b = slices.Delete(b, i, i+1)
	case 2:
		b[i] = letter(b[i])
	case 3:
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}
