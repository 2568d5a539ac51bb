package index

import (
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// plan says from which likeness on a pair of each token is strong, and which tokens
// are light: those like LTD, that thousands of names bear and that count for
// little. What a token that meets nothing strongly takes off the margin at the least
// is known; a name that reaches the floor has a strong pair of a heavy token, if
// what the heavy ones take off without one is more than the light ones gain. So
// names that have nothing but light tokens in common with the query need not be
// looked at. Where that takes it, pairs of less likeness are strong. Where a light
// token meets other words that gain more, those are looked at all the same.
func (w *scratch) plan() {
	w.light = 0
	for i := range w.tokens {
		w.faints[i].known = false
	}
	step := matcher.Equal
	for w.bounded && step >= lowest && !w.fits(0, step, 0) {
		step = min(step, 820) - 20
	}
	if !w.bounded || step < lowest {
		for i := range w.tokens {
			w.least[i] = 1
		}
		return
	}
	gain := int64(0)
	// lighten makes token i light by its words that gain up to most.
	lighten := func(i int, most int64) bool {
		for s := min(step, 800); s >= lowest; s -= 20 {
			if w.fits(w.light|1<<i, s, gain+most) {
				w.light |= 1 << i
				w.skip[i], gain, step = most, gain+most, s
				return true
			}
		}
		return false
	}
	for limit := matcher.Score(20); limit <= lightest; limit += 20 { // the lightest first
		for i := range w.tokens {
			if q := &w.asked[i]; q.weight <= limit && q.weight > limit-20 {
				lighten(i, w.most(i, lightest))
			}
		}
	}
	// Then of those that many names bear all the same, as long as that goes, the one
	// that most do: by all words that count for as little, or by those that leave
	// room enough.
	rows, all := [matcher.AlignedTokens]int{}, 0
	for i := range w.tokens {
		if q := &w.asked[i]; w.light&(1<<i) == 0 && (q.weight < common || matcher.Foreign(q.token)) {
			for _, f := range w.token(i).words {
				rows[i] += len(w.x.words.in.list(f.id))
			}
			all += rows[i]
		}
	}
	if all > manyRows {
		if all > veryMany && w.x.profile != names.Vessel {
			for i := range w.tokens {
				if q := &w.asked[i]; q.whole && q.weight >= steady {
					w.faintly(i)
				}
			}
		}
		for range w.tokens {
			i := 0
			for k := range rows {
				if rows[k] > rows[i] {
					i = k
				}
			}
			if rows[i] <= manyRows {
				break
			}
			rows[i] = 0
			if lighten(i, w.most(i, w.asked[i].weight+lightest)) {
				continue
			}
			w.fits(w.light|1<<i, lowest, gain)
			if most, bear := w.mostBelow(i, w.room-gain); bear > manyRows {
				lighten(i, most)
			}
		}
		step = min(step, lowest)
	}
	w.fits(w.light, step, gain)
	for i := range w.tokens {
		if w.asked[i].weight >= steady {
			w.known[i] = nil // with another least
		}
	}
}

const (
	lightest = 160 // the most that a token counts for that is light for its weight alone
	common   = 760 // and that may be light because many names bear it; in other scripts than Latin whatever it counts for
	manyRows = 100 // from how many names on
	veryMany = 300 // from how many on it pays to hold tokens against the words that count for little
	steady   = 300 // what a token counts for, at the least, from which less likeness is taken for strong
	lowest   = 680 // the least likeness that is
)

// fits sets what is strong for tokens that are not light, no more than step for
// those that count for much, and reports whether they take off more than gain where
// none of them has a strong pair.
func (w *scratch) fits(light uint32, step matcher.Score, gain int64) bool {
	w.offAll, w.room = 0, 0
	for i := range w.tokens {
		q := &w.asked[i]
		least := w.bound.Least(q.weight)
		if q.weight >= steady {
			least = min(least, step)
		}
		w.least[i] = least
		w.off[i] = w.without(i, least)
		w.offAll += w.off[i]
		w.none[i] = -w.bound.Cost(q.loose)
		if light&(1<<i) == 0 {
			w.room -= w.off[i]
		}
	}
	return gain < w.room
}

// most returns what those words that token i meets gain at the most that count for
// no more than weight.
func (w *scratch) most(i int, weight matcher.Score) (most int64) {
	for _, f := range w.token(i).words {
		if e := &w.x.words.words[f.id]; e.weight <= weight {
			most = max(most, w.gain(i, f, e))
		}
	}
	return most
}

// mostBelow returns what those words that token i meets gain at the most that gain less
// than room, and how many names bear them.
func (w *scratch) mostBelow(i int, room int64) (most int64, bear int) {
	for _, f := range w.token(i).words {
		if g := w.gain(i, f, &w.x.words.words[f.id]); g < room {
			most = max(most, g)
			bear += len(w.x.words.in.list(f.id))
		}
	}
	return most, bear
}

// gain returns what the pair of token i and a word that it meets gains at the most.
func (w *scratch) gain(i int, f found, e *word) int64 {
	return max(1, w.bound.Gain(matcher.Score(f.like), (w.asked[i].weight+e.weight)/2))
}
