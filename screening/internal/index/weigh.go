package index

import (
	"math/bits"

	"github.com/seed-539c57aa/pratique/matcher"
)

// column is what is known of a word for the query that it was last needed by: how
// alike it can be to each of the tokens that it does not meet strongly.
type column struct {
	query uint32
	met   uint32 // the last query that had a token or a run that it is strongly alike to
	at    int32  // in scratch.likes, a token after the other
	some  uint16 // the tokens that it is alike to, or may be
	near  uint16 // those of them that it may be alike to by matcher.Bound.Far or more
	true  uint16 // those of which the likeness is not only bounded
}

// column returns the likes of word k, worked out once a query: by the letters, and
// those of the tokens in exact as they are, or as near as matters.
func (w *scratch) column(k int32, exact uint16) []matcher.Score {
	c, n, far := &w.columns[k], len(w.tokens), w.bound.Far()
	e := &w.x.words.words[k]
	if c.query != w.query {
		*c = column{query: w.query, met: c.met, at: int32(len(w.likes))}
		for i := range n {
			f := w.bound.WeakMost(&w.asked[i].letters, &e.letters, w.least[i])
			w.likes = append(w.likes, f)
			if f > 0 {
				c.some |= 1 << i
				if f >= far {
					c.near |= 1 << i
				}
			}
		}
	}
	likes := w.likes[c.at : int(c.at)+n]
	if exact &= c.some &^ c.true; exact != 0 {
		c.true |= exact
		for i := range likes {
			switch {
			case exact&(1<<i) == 0:
			case c.near&(1<<i) == 0: // too little to be worth more than a bound
				likes[i] = matcher.FaintMost(&w.asked[i].letters, &e.letters)
			default:
				likes[i] = w.weak(i, e)
			}
		}
	}
	return likes
}

// weak returns how alike a token that meets nothing strongly and a word are. Words of
// two scripts that sound alike at all are strongly alike.
func (w *scratch) weak(i int, e *word) matcher.Score {
	if a := &w.asked[i]; a.whole && e.whole && a.token.Script != e.token.Script {
		return matcher.FaintLikeness(w.x.profile, a.token, e.token)
	}
	return w.like(i, e)
}

// reaches reports whether a row can score the floor: by the tokens that meet it
// strongly, and by how alike the others can be to its words, going by their letters
// first, and if need be by what they are.
func (w *scratch) reaches(s *slot) bool { return w.worth(s) && w.within(s) }

// worth reports whether the tokens that meet a row gain what the others take off at
// the least, each doing as well as the letters of the row's words allow, and what
// the words take off that can meet nothing. It is quick, and throws out most rows.
func (w *scratch) worth(s *slot) bool {
	var gains [matcher.AlignedTokens]int64
	margin, met := w.offAll, uint16(0)
	for k := s.met; k != 0; {
		m := &w.mets[k-1]
		g := &gains[m.token]
		if m.gain > *g {
			if *g == 0 {
				met |= 1 << m.token
				margin -= w.off[m.token]
			}
			margin += m.gain - *g
			*g = m.gain
		}
		k = m.next
	}
	if margin < 0 || w.parted(s, met, margin) {
		return false
	}
	x := w.x
	from, to := x.rows[s.row].from, x.rows[s.row+1].from
	n := len(w.tokens)
	var most, light [matcher.AlignedTokens]matcher.Score // by token that meets nothing strongly: how alike it can be to a word, and 1000 less what one counts for, at the most
	alone := int32(0)                                    // weight of the words that can meet nothing
	for _, h := range x.held[from:to] {
		c := &w.columns[h.word]
		if c.query != w.query {
			w.column(h.word, 0)
		}
		if c.near == 0 {
			if c.met != w.query {
				alone += int32(h.weight)
			}
			continue
		}
		if c.near&^met == 0 {
			continue
		}
		for i, f := range w.likes[c.at : int(c.at)+n] {
			most[i] = max(most[i], f)
			if f > 1 {
				light[i] = max(light[i], matcher.Equal-matcher.Score(h.weight))
			}
		}
	}
	for i := range n {
		if met&(1<<i) == 0 {
			margin -= w.off[i]
			q := &w.asked[i]
			if f := most[i]; f > 1 {
				margin += max(w.none[i], w.bound.Weak(f, q.weight, matcher.Equal-light[i]))
			} else {
				margin += w.none[i]
			}
		}
	}
	if alone -= s.words; alone > 0 {
		margin -= w.bound.Missing(matcher.Score(alone))
	}
	return margin >= 0
}

// parted reports whether a row cannot score the floor by the letters of all its words
// taken together, where the tokens that meet it and those that do not come to margin at
// the most. It needs no more of the row than its sum.
func (w *scratch) parted(s *slot, met uint16, margin int64) bool {
	sum, open := &w.x.sums[s.row], bits.OnesCount16(met)
	for i := range w.tokens {
		switch {
		case met&(1<<i) != 0:
		case w.bound.Parted(&w.asked[i].letters, sum, w.least[i]):
			margin += w.none[i] - w.off[i]
		default:
			open++
		}
	}
	// Every other token can meet one word besides those of joins.
	if alone := sum.Rest(open) - matcher.Score(s.words); alone > 0 {
		margin -= w.bound.Missing(alone)
	}
	return margin < 0
}

// within reports whether a row can score the floor by all that the bound of package
// matcher looks at, with the true likeness of its words to the query's tokens.
func (w *scratch) within(s *slot) bool {
	x := w.x
	from, to := x.rows[s.row].from, x.rows[s.row+1].from
	n := len(w.tokens)
	var cs [matcher.AlignedTokens]matcher.Chance
	for i := range n {
		q := &w.asked[i]
		cs[i] = matcher.Chance{Low: (q.weight + matcher.Equal) / 2, Alone: q.loose}
	}
	open := uint16(1<<n - 1) // tokens that nothing meets strongly
	for k := s.met; k != 0; {
		m := &w.mets[k-1]
		open &^= 1 << m.token
		c := &cs[m.token]
		c.Low = w.asked[m.token].weight / 2
		c.Like, c.High = max(c.Like, matcher.Score(m.like)), max(c.High, matcher.Score(m.weight))
		c.Takes.AtLeast(m.takes.full())
		k = m.next
	}
	var all, sure matcher.Loose
	for _, h := range x.held[from:to] {
		weight := matcher.Score(h.weight)
		loose := x.words.words[h.word].worth.Loose(weight)
		all.Add(loose)
		alone := w.columns[h.word].met != w.query
		for i, f := range w.column(h.word, open) {
			if f > 0 {
				alone = false
				c := &cs[i]
				c.Like = max(c.Like, f)
				c.Low = min(c.Low, (w.asked[i].weight+weight)/2)
				c.High = max(c.High, (w.asked[i].weight+weight)/2)
				c.Takes.AtLeast(loose)
			}
		}
		if alone {
			sure.Add(loose)
		}
	}
	sure.Words = max(sure.Words-matcher.Score(s.words), 0)
	sure.Other = max(sure.Other-matcher.Score(s.other), 0)
	return w.bound.Reaches(cs[:n], all, sure)
}
