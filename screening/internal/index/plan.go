package index

import "github.com/seed-539c57aa/pratique/matcher"

// plan says from which likeness on a pair of each token is strong, and which tokens
// are light: those like LTD, that thousands of names bear and that count for
// little. What a token that meets nothing strongly takes off the margin at the least
// is known; a name that reaches the floor has a strong pair of a heavy token, if
// what the heavy ones take off without one is more than the light ones gain. So
// names that have nothing but light tokens in common with the query need not be
// looked at. Where that takes it, pairs of less likeness are strong.
func (w *scratch) plan() {
	w.light = 0
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
	lighten := func(i int, most matcher.Score) {
		q := &w.asked[i]
		more := int64(0)
		for _, f := range w.token(i).words {
			if e := &w.x.words.words[f.id]; e.weight <= most {
				more = max(more, w.bound.Gain(matcher.Score(f.like), (q.weight+e.weight)/2))
			}
		}
		for s := min(step, 800); s >= lowest; s -= 20 {
			if w.fits(w.light|1<<i, s, gain+more) {
				w.light |= 1 << i
				w.skip[i], gain, step = most, gain+more, s
				break
			}
		}
	}
	for limit := matcher.Score(20); limit <= lightest; limit += 20 { // the lightest first
		for i := range w.tokens {
			if q := &w.asked[i]; q.weight <= limit && q.weight > limit-20 {
				lighten(i, lightest)
			}
		}
	}
	// Then of those that many names bear all the same, as long as that goes, the one
	// that most do.
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
			lighten(i, w.asked[i].weight+lightest)
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
	steady   = 300 // what a token counts for, at the least, from which less likeness is taken for strong
	lowest   = 680 // the least likeness that is
)

// fits sets what is strong for tokens that are not light, no more than step for
// those that count for much, and reports whether they take off more than gain where
// none of them has a strong pair.
func (w *scratch) fits(light uint32, step matcher.Score, gain int64) bool {
	w.offAll = 0
	off := int64(0)
	for i := range w.tokens {
		q := &w.asked[i]
		least := w.bound.Least(q.weight)
		if q.weight >= steady {
			least = min(least, step)
		}
		w.least[i] = least
		w.off[i] = w.bound.Without(&q.letters, q.whole, q.weight, q.loose, least)
		w.offAll += w.off[i]
		w.none[i] = -w.bound.Cost(q.loose)
		if light&(1<<i) == 0 {
			off += w.off[i]
		}
	}
	return off+gain < 0
}
