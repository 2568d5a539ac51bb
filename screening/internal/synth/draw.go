package synth

import (
	"math/rand/v2"
	"slices"
)

// zipf draws from a table by rank: the word at rank r, from 0, has a weight of
// 1/(r+2).
type zipf struct {
	words []word
	sums  []uint32
}

func newZipf(table string) *zipf {
	z := &zipf{words: words(table)}
	sum := uint32(0)
	for i := range z.words {
		sum += 1_000_000 / uint32(i+2)
		z.sums = append(z.sums, sum)
	}
	return z
}

func (z *zipf) draw(r *rand.Rand) word {
	at := r.Uint32N(z.sums[len(z.sums)-1])
	i, ok := slices.BinarySearch(z.sums, at)
	if ok {
		i++
	}
	return z.words[i]
}

// coin draws words of a language that grows as it is used: a new one with a
// probability of (fresh + 0.7 v) / (fresh + n) after n draws of v words, which
// makes v grow with n^0.7, otherwise one that was drawn, in proportion to how
// often it was.
type coin struct {
	heads, middle, tails []word
	longest              int // syllables between head and tail, at the most
	made                 []word
	drawn                []int32 // places in made
}

// fresh is how many draws it takes before words come back often.
const fresh = 300

func (c *coin) draw(r *rand.Rand) word {
	n, v := uint64(len(c.drawn)), uint64(len(c.made))
	if v == 0 || r.Uint64N(10*(fresh+n)) < 10*fresh+7*v {
		c.drawn = append(c.drawn, int32(len(c.made)))
		c.made = append(c.made, c.new(r))
		return c.made[len(c.made)-1]
	}
	at := c.drawn[r.IntN(len(c.drawn))]
	c.drawn = append(c.drawn, at)
	return c.made[at]
}

// new makes a word of syllables. The more words there are, the longer they get.
func (c *coin) new(r *rand.Rand) word {
	parts := [8]word{pick(r, c.heads)}
	n := 1
	middles := r.IntN(c.longest + 1)
	if len(c.made) > 2000 && middles == 0 {
		middles = 1
	}
	for range middles {
		parts[n] = pick(r, c.middle)
		n++
	}
	parts[n] = pick(r, c.tails)
	n++
	var w word
	for _, p := range parts[:n] {
		w.latin += p.latin
		w.other += p.other
		w.native += p.native
	}
	return w
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// of reports what is true n times in 100.
func of(r *rand.Rand, n int) bool { return r.IntN(100) < n }
