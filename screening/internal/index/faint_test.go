package index

import (
	"testing"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// TestFaintly holds what a token comes to at the most, after it was held against the
// words that count for little, against every word of the names: by its letters none comes
// to more, and of many tokens it is known better than before. What is remembered of
// that, of another floor and another likeness as well, is what is worked out anew.
func TestFaintly(t *testing.T) {
	o := matcher.DefaultOptions()
	for _, p := range []*names.Profile{names.Person, names.Organization} {
		var texts []string
		for _, file := range []string{"scripts.txt", "persons.txt", "firms.txt"} {
			_, l := labelled(t, file)
			texts = append(texts, l[p]...)
		}
		x := New(p, texts)
		if len(x.slight.words) == 0 || len(x.slight.words) == len(x.words.words) {
			t.Fatalf("%v: %d of %d words are slight", p, len(x.slight.words), len(x.words.words))
		}
		lower := 0
		for _, floor := range []matcher.Score{700, 867} {
			w := newScratch(x)
			w.bound, w.bounded = matcher.MakeBound(p, &o, floor), true
			for at := 0; at < len(texts); at += 1 + len(texts)/100 {
				q := p.Parse(texts[at])
				w.tokens = q.Tokens[:min(len(q.Tokens), matcher.AlignedTokens)]
				weights := matcher.Weights(nil, &q)
				for i := range w.tokens {
					w.asked[i] = newWord(&w.tokens[i], weights[i])
					if !w.asked[i].whole {
						continue
					}
					for least := w.bound.Least(weights[i]); least >= lowest; least -= 60 {
						w.faints[i].known, w.known[i], w.least[i] = false, nil, lowest
						before := w.without(i, least)
						w.faintly(i)
						remembered := w.faints[i]
						w.known[i].faints.Store(nil)
						if w.faintly(i); w.faints[i] != remembered {
							t.Fatalf("%v, floor %v, least %v: of %q it is remembered %+v, and worked out %+v", p, floor, least, w.tokens[i].Text, remembered, w.faints[i])
						}
						most := w.without(i, least)
						if most > before {
							t.Fatalf("%v, floor %v, least %v: %q comes to %d beside a word that counts for anything, to %d by all that it was held against", p, floor, least, w.tokens[i].Text, before, most)
						}
						if most < before {
							lower++
						}
						unfound := w.bound.Unfound(&w.asked[i].letters, true, least)
						for r := range x.rows[:len(x.rows)-1] {
							for _, h := range x.held[x.rows[r].from:x.rows[r+1].from] {
								e := &x.words.words[h.word]
								like := min(unfound, w.bound.WeakMost(&w.asked[i].letters, &e.letters, least))
								if like < w.bound.Far() {
									continue
								}
								if have := w.bound.Weak(like, weights[i], matcher.Score(h.weight)); have > most {
									t.Fatalf("%v, floor %v, least %v: %q and %q come to %d, said to %d", p, floor, least, w.tokens[i].Text, e.token.Text, have, most)
								}
							}
						}
					}
				}
			}
		}
		if lower < 100 {
			t.Errorf("%v: of %d tokens only it was known better what they come to", p, lower)
		}
	}
}
