package index

import (
	"slices"
	"sync"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Index holds the listed names of one profile, as rows of words: not their texts.
// It is safe for any number of goroutines, and what it answers never changes: all that
// does is its memo.
type Index struct {
	profile *names.Profile
	n       int           // names
	rows    []row         // the names, and the names inside them; the last one only ends held
	held    []held        // the words of the rows: row r holds held[r.from:rows[r+1].from]
	sums    []matcher.Sum // of the words of each row
	words   vocabulary
	joins   junctions
	exact   keyed   // names by their Key
	cut     keyed   // names that may be cut, by Key
	lengths []int32 // of their keys, in increasing order
	whole   keyed   // names in one piece
	slight  slights
	memo    *memo
	pool    *sync.Pool // of *scratch
}

// held is a word, what it counts for in the row, and its part of the name.
type held struct {
	word   int32
	weight int16
	part   names.Part
}

// row is a listed name, or a name inside one: what matcher aligns as a whole.
type row struct {
	name int32
	from int32 // in Index.held
}

// New indexes the names that texts hold, which it does not keep; the ids that Within
// returns are places in texts. Texts without a token are never found. Time is linear
// in the tokens but for the sorting of distinct words.
func New(p *names.Profile, texts []string) *Index {
	x := &Index{profile: p, n: len(texts), memo: &memo{}, pool: &sync.Pool{}}
	b := &builder{x: x, words: map[string]int32{}, joins: map[matcher.Join]int32{}}
	// Names are read some thousands at a time, while those before are taken in.
	const some = 2048
	read := func(from int) chan []names.Name {
		done := make(chan []names.Name, 1)
		go func() {
			ns := make([]names.Name, 0, some)
			for _, s := range texts[min(from, len(texts)):min(from+some, len(texts))] {
				ns = append(ns, p.Parse(s))
			}
			done <- ns
		}()
		return done
	}
	next := read(0)
	for from := 0; from < len(texts); from += some {
		ns := <-next
		next = read(from + some)
		for i := range ns {
			if ns[i].Empty() {
				continue
			}
			b.add(int32(from+i), &ns[i])
			for j := range ns[i].Also {
				b.add(int32(from+i), &ns[i].Also[j])
			}
		}
	}
	<-next
	b.finish()
	return x
}

// Len returns the number of texts that the index was made of.
func (x *Index) Len() int { return x.n }

// All returns every id, for exhaustive comparison.
func (x *Index) All() []int32 {
	out := make([]int32, x.n)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// Within returns, in increasing order, the id of every name that Compare gives a
// score of b's floor or more with q under b's options, and some others. A nil b
// bounds nothing.
func (x *Index) Within(q *names.Name, b *matcher.Bound) []int32 {
	if q.Empty() || x.n == 0 || q.Profile() != x.profile {
		return nil
	}
	w, ok := x.pool.Get().(*scratch)
	if !ok {
		w = newScratch(x)
	}
	if w.bounded = b.Useful(); w.bounded {
		w.bound = *b
	}
	w.out = w.out[:0]
	w.collect(q)
	for i := range q.Also {
		w.collect(&q.Also[i])
	}
	var out []int32
	if len(w.out) > 0 {
		slices.Sort(w.out)
		out = slices.Clone(slices.Compact(w.out))
	}
	w.forget()
	x.pool.Put(w)
	return out
}
