package index

import (
	"cmp"
	"slices"

	"github.com/seed-539c57aa/pratique/matcher"
)

// A weak pair takes off as much less as its words count for less. Of a token of the
// query that is known; its word may be any. What it comes to at the most is known
// better once the token was held against the few words that count for little, by
// their letters: any other word counts for heavy at the least.

// heavy is what words count for, at the least, that are not held against a token.
const heavy = 500

// slights are the words that count for less than heavy in a row, the lightest first.
type slights struct {
	words []slight
	marks []matcher.Mark // of the words
}

type slight struct {
	word   int32
	weight matcher.Score // the least that it has in a row
}

func (x *Index) slights() (t slights) {
	least := make([]int16, len(x.words.words))
	for i := range least {
		least[i] = heavy
	}
	for _, h := range x.held {
		least[h.word] = min(least[h.word], h.weight)
	}
	for i, l := range least {
		if l < heavy {
			t.words = append(t.words, slight{int32(i), matcher.Score(l)})
		}
	}
	slices.SortStableFunc(t.words, func(a, b slight) int { return cmp.Compare(a.weight, b.weight) })
	for _, s := range t.words {
		t.marks = append(t.marks, x.words.words[s.word].letters.Mark())
	}
	return t
}

// faints is how alike a token may be, without a strong pair, to words that count for
// so much or more, up to heavy: each is more alike than those before it, and counts for
// more.
type faints struct {
	known      bool
	n          int8
	far, least int16 // what they were worked out for: beside the token, nothing else matters
	of         [8]struct{ like, weight int16 }
}

// faintly holds token i against the words that count for little, unless what comes of
// that is remembered.
func (w *scratch) faintly(i int) {
	f, e := &w.faints[i], w.token(i)
	far, least := w.bound.Far(), w.bound.Least(w.asked[i].weight)
	if r := e.faints.Load(); r != nil && int(r.far) == int(far) && int(r.least) == int(least) {
		*f = *r
		return
	}
	*f = faints{known: true, far: int16(far), least: int16(least)}
	most := matcher.Score(0)
	letters := &w.asked[i].letters
	w.near = w.bound.Near(w.near[:0], letters, w.x.slight.marks, least)
	for _, k := range w.near {
		s := &w.x.slight.words[k]
		like := w.bound.WeakMost(letters, &w.x.words.words[s.word].letters, least)
		if like <= most {
			continue
		}
		most = like
		switch last := f.n - 1; {
		case last >= 0 && (f.of[last].weight == int16(s.weight) || int(f.n) == len(f.of)):
			f.of[last].like = int16(like)
		default:
			f.of[f.n].like, f.of[f.n].weight = int16(like), int16(s.weight)
			f.n++
		}
	}
	r := *f
	e.faints.Store(&r)
}

// without returns what token i adds to the margin at the most without a pair of least
// or more. It is less than zero where least is what matcher.Bound.Least returns, or
// less, and no faint pair comes up to it.
func (w *scratch) without(i int, least matcher.Score) int64 {
	q, f := &w.asked[i], &w.faints[i]
	most := -w.bound.Cost(q.loose)
	like := w.bound.Unfound(&q.letters, q.whole, least)
	if !f.known {
		return max(most, w.bound.Weak(like, q.weight, 0))
	}
	most = max(most, w.bound.Weak(like, q.weight, heavy))
	for _, s := range f.of[:f.n] {
		most = max(most, w.bound.Weak(min(matcher.Score(s.like), like), q.weight, matcher.Score(s.weight)))
	}
	return most
}
