package matcher_test

import (
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// whole reports whether a token takes part in faint pairs.
func whole(t *names.Token) bool { return t.Class != names.Number && t.Class != names.Initial }

// TestWeakMost holds what the letters of two tokens say at the most against how alike
// they are, and what those of all words of a name say together against each of them.
func TestWeakMost(t *testing.T) {
	o := matcher.DefaultOptions()
	for _, p := range []*names.Profile{names.Vessel, names.Person, names.Organization} {
		queries, list := labelledNames(t, p)
		weak, unlike, parted, far := 0, 0, 0, 0
		for _, floor := range []matcher.Score{600, 867} {
			b := matcher.MakeBound(p, &o, floor)
			for _, least := range []matcher.Score{680, 740, 820, 840, 900} {
				for i := range queries {
					for j := i % 101; j < len(list); j += 101 {
						var sum matcher.Sum
						ys, weights := list[j].Tokens[:min(len(list[j].Tokens), matcher.AlignedTokens)], matcher.Weights(nil, &list[j])
						letters := make([]matcher.Letters, len(ys))
						for k := range ys {
							letters[k] = matcher.MakeLetters(&ys[k])
							sum.Add(&letters[k], weights[k])
						}
						marks := make([]matcher.Mark, len(ys))
						for k := range ys {
							marks[k] = letters[k].Mark()
						}
						for n := range queries[i].Tokens {
							x := &queries[i].Tokens[n]
							xl := matcher.MakeLetters(x)
							apart := b.Parted(&xl, &sum, least)
							if apart {
								parted++
							}
							near := b.Near(nil, &xl, marks, least)
							far += len(ys) - len(near)
							for k := range ys {
								y := &ys[k]
								like := matcher.Score(0)
								if x.Script == y.Script { // between two scripts what sounds alike is found
									like = matcher.TokenLikeness(p, x, y)
								}
								if whole(x) && whole(y) {
									like = max(like, matcher.FaintLikeness(p, x, y))
								}
								most := b.WeakMost(&xl, &letters[k], least)
								if apart && most >= max(b.Far(), 1) {
									t.Fatalf("%v, floor %v, least %v: %q is parted from all of %q, and %q may be alike by %v", p, floor, least, x.Text, list[j].Original, y.Text, most)
								}
								if most >= max(b.Far(), 1) && !slices.Contains(near, int32(k)) {
									t.Fatalf("%v, floor %v, least %v: %q is not near %q, and may be alike by %v", p, floor, least, x.Text, y.Text, most)
								}
								switch {
								case like >= least: // found
								case like > most && (most == 0 || like >= b.Far()):
									t.Fatalf("%v, floor %v, least %v: %q and %q are alike by %v, by their letters %v at the most", p, floor, least, x.Text, y.Text, like, most)
								case like > 0:
									weak++
								case most <= 1:
									unlike++
								}
							}
						}
					}
				}
			}
		}
		if weak < 100 || unlike < 1000 || parted < 1000 || far < 1000 && p != names.Vessel {
			t.Errorf("%v: %d weak pairs, %d unlike, %d words parted, %d far: the names test too little", p, weak, unlike, parted, far)
		}
	}
}

// TestFar holds that no pair of words that are less alike than Far adds more to the
// margin than both take off alone, and that Far is no higher than it need be.
func TestFar(t *testing.T) {
	o := matcher.DefaultOptions()
	for _, p := range []*names.Profile{names.Person, names.Organization} {
		for _, floor := range []matcher.Score{600, 700, 800, 867, 900, 1000} {
			b := matcher.MakeBound(p, &o, floor)
			far := b.Far()
			if far < 100 || far > 900 {
				t.Errorf("%v, floor %v: %v is too little or too much to be of use", p, floor, far)
			}
			for asked := matcher.Score(20); asked <= 1000; asked += 20 {
				for listed := matcher.Score(20); listed <= 1000; listed += 20 {
					alone := -b.Cost(matcher.Loose{Words: asked}) - b.Missing(listed)
					if have := b.Weak(far-1, asked+listed, 0); have > alone {
						t.Fatalf("%v, floor %v: words of %v and %v, alike by %v, come to %d; alone to %d", p, floor, asked, listed, far-1, have, alone)
					}
				}
			}
		}
	}
	b := matcher.MakeBound(names.Vessel, &o, 867)
	if b.Far() != 0 {
		t.Errorf("among ships Far is %v: their words are never faintly alike", b.Far())
	}
}
