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
	names   []names.Name
	rows    []row   // the names, and the names inside them; the last one only ends held
	held    []int32 // the words of the rows: row r holds held[r.from:rows[r+1].from]
	weights []int16 // theirs, in the row
	words   vocabulary
	joins   junctions
	exact   keyed   // names by their Key
	sorted  []int32 // rows by Key, for names that are cut
	cut     keyed   // names that may be cut, by Key
	lengths []int   // of their keys, in increasing order
	whole   keyed   // names in one piece
	memo    *memo
	pool    sync.Pool // of *scratch
}

// row is a listed name, or a name inside one: what matcher aligns as a whole.
type row struct {
	name int32
	also int16 // which of the names inside, -1 the whole
	from int32 // in Index.held
}

// New indexes ns, which it keeps and nobody may write to afterwards; the ids
// that Within returns are places in ns. Names without tokens are never found.
// Time is linear in the tokens but for the sorting of distinct words.
func New(p *names.Profile, ns []names.Name) *Index {
	x := &Index{profile: p, names: ns, memo: &memo{}}
	b := &builder{x: x, words: map[string]int32{}, joins: map[matcher.Join]int32{}}
	for i := range ns {
		if ns[i].Empty() {
			continue
		}
		b.add(int32(i), -1)
		for j := range ns[i].Also {
			b.add(int32(i), int16(j))
		}
	}
	b.finish()
	return x
}

// read returns the name that a row is.
func (x *Index) read(r *row) *names.Name {
	n := &x.names[r.name]
	if r.also >= 0 {
		n = &n.Also[r.also]
	}
	return n
}

// key returns the Key of a row.
func (x *Index) key(r int32) string { return x.read(&x.rows[r]).Key }

// All returns every id, for exhaustive comparison.
func (x *Index) All() []int32 {
	out := make([]int32, len(x.names))
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// Within returns, in increasing order, the id of every name that Compare gives a
// score of b's floor or more with q under b's options, and some others. A nil b
// bounds nothing.
func (x *Index) Within(q *names.Name, b *matcher.Bound) []int32 {
	if q.Empty() || len(x.names) == 0 || q.Profile() != x.profile {
		return nil
	}
	w, ok := x.pool.Get().(*scratch)
	if !ok {
		w = newScratch(x)
	}
	w.bound, w.bounded = b, b.Useful()
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
