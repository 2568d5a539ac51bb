package index

import (
	"slices"
	"sync"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Index holds the listed names of one profile. It is immutable and safe for any
// number of goroutines.
type Index struct {
	profile *names.Profile
	count   int
	keys    map[string][]int32 // names by Key
	sorted  []string           // the keys, for names that are cut
	cut     map[string][]int32 // names that may be cut, by Key
	lengths []int              // of the keys in cut, in increasing order
	whole   keyed              // names in one piece
	rows    []row              // the names, and the names inside them
	held    []int32            // the words of the rows: row r holds held[r.from:rows[r+1].from]
	weights []int16            // theirs, in the row
	words   vocabulary
	joins   junctions
	pool    sync.Pool // of *scratch
}

// row is a listed name, or a name inside one: what matcher aligns as a whole.
type row struct {
	name int32
	from int32 // in Index.held
}

// New indexes ns, which it keeps and nobody may write to afterwards; the ids
// that Candidates returns are places in ns. Names without tokens are never
// found. Time is linear in the tokens but for the sorting of distinct words.
func New(p *names.Profile, ns []names.Name) *Index {
	x := &Index{profile: p, count: len(ns), keys: make(map[string][]int32, len(ns)), cut: map[string][]int32{}}
	b := newBuilder(x)
	for i := range ns {
		b.add(int32(i), &ns[i])
		for j := range ns[i].Also {
			b.add(int32(i), &ns[i].Also[j])
		}
	}
	b.finish()
	return x
}

// All returns every id, for exhaustive comparison.
func (x *Index) All() []int32 {
	out := make([]int32, x.count)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// Candidates returns, in increasing order, the id of every name of which
// matcher.Compare could pair a token with one of q, and others.
func (x *Index) Candidates(q *names.Name, floor matcher.Score, own bool) []int32 {
	return x.Within(q, nil)
}

// Within returns, in increasing order, the id of every name that Compare gives
// a score of b's floor or more with q, and some others. A nil b bounds nothing.
func (x *Index) Within(q *names.Name, b *matcher.Bound) []int32 {
	if q.Empty() || x.count == 0 {
		return nil
	}
	w := x.pool.Get().(*scratch)
	w.bound, w.bounded = b, b.Useful()
	w.out = w.out[:0]
	w.collect(q)
	for i := range q.Also {
		w.collect(&q.Also[i])
	}
	slices.Sort(w.out)
	out := slices.Clone(slices.Compact(w.out))
	w.tokens = nil
	x.pool.Put(w)
	return out
}
