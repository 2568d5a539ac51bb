package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// twoScripts is one name in Latin letters and in another script.
type twoScripts struct{ latin, original string }

// transliteration measures single names written in two scripts: the share of
// right pairs that reach the threshold of a name alone, in both directions, and
// that of wrong pairs, made by shuffling the Latin names of one script.
func (e *evaluation) transliteration() error {
	rows, err := readCSV(e.eval("transliteration_dev.csv"))
	if err != nil {
		return err
	}
	var scripts []string
	byScript := map[string][]twoScripts{}
	for _, r := range rows {
		s := r["script"]
		if byScript[s] == nil {
			scripts = append(scripts, s)
		}
		byScript[s] = append(byScript[s], twoScripts{r["latin"], r["original"]})
	}
	slices.Sort(scripts)
	threshold := nameThreshold(&e.policy)
	out := [][]string{{"script", "pairs", "query original", "query Latin", "wrong pairs", "query original", "query Latin"}}
	type listing struct {
		title string
		rows  [][]string
	}
	var listings []listing
	random := rand.New(rand.NewPCG(e.seed, 0))
	for _, s := range scripts {
		pairs := byScript[s]
		right := e.reach(pairs, threshold)
		wrong := e.reach(shuffled(pairs, random), threshold)
		out = append(out, []string{s, fmt.Sprint(right.n), percent(right.original, right.n), percent(right.latin, right.n),
			fmt.Sprint(wrong.n), percent(wrong.original, wrong.n), percent(wrong.latin, wrong.n)})
		listings = append(listings, listing{s + ": missed", right.below}, listing{s + ": wrong pairs at the threshold", wrong.above})
	}
	e.table(fmt.Sprintf("share of pairs from %s", threshold), out)
	for _, l := range listings {
		e.lines(l.title, l.rows, e.worst)
	}
	return nil
}

// reached is how many of n pairs reach the threshold, by the script of the query.
type reached struct {
	n, original, latin int
	below, above       [][]string
}

func (e *evaluation) reach(pairs []twoScripts, threshold matcher.Score) (r reached) {
	for _, p := range pairs {
		o, l := names.Person.Parse(p.original), names.Person.Parse(p.latin)
		r.n++
		a := matcher.Compare(o, l, e.policy.Names).Score
		b := matcher.Compare(l, o, e.policy.Names).Score
		if a >= threshold {
			r.original++
		}
		if b >= threshold {
			r.latin++
		}
		line := []string{a.String(), b.String(), p.original + " ; " + p.latin}
		if a < threshold || b < threshold {
			r.below = append(r.below, line)
		}
		if a >= threshold || b >= threshold {
			r.above = append(r.above, line)
		}
	}
	return r
}

// shuffled gives every name another one's Latin form. What is a right pair by
// chance is left out.
func shuffled(pairs []twoScripts, random *rand.Rand) []twoScripts {
	right := make(map[twoScripts]bool, len(pairs))
	for _, p := range pairs {
		right[p] = true
	}
	var out []twoScripts
	for i, j := range random.Perm(len(pairs)) {
		if p := (twoScripts{pairs[j].latin, pairs[i].original}); !right[p] {
			out = append(out, p)
		}
	}
	return out
}
