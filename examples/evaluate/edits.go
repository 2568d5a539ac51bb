package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

const (
	editedNames = 2000 // names in a sample
	editLetters = 6    // letters that a name has at least
	editTop     = 10   // hits among which the right one is looked for
)

// listedName is a name of an entity in a list.
type listedName struct {
	entity *lists.Entity
	name   int
}

// edits looks for names with one letter inserted, deleted, replaced or swapped
// with the next: is the right entity among the first ten hits at the threshold?
// Weak aliases of persons and firms are left out, because by house rule they
// match only when equal.
func (e *evaluation) edits() error {
	ofac, err := e.ofac("2021-07")
	if err != nil {
		return err
	}
	var all, ashore, ships []listedName
	for i := range ofac.list.Entities {
		entity := &ofac.list.Entities[i]
		for n, name := range entity.Names {
			if letters(name.Text) < editLetters || name.Type == lists.WeakAlias && entity.Kind != lists.Vessel {
				continue
			}
			x := listedName{entity, n}
			all = append(all, x)
			switch entity.Kind {
			case lists.Vessel:
				ships = append(ships, x)
			case lists.Person, lists.Organization:
				ashore = append(ashore, x)
			}
		}
	}
	table := [][]string{{"sample", "names", "queries", "found", "share"}}
	var misses [][]string
	for i, s := range []struct {
		title string
		names []listedName
	}{{"all kinds", all}, {"persons and firms", ashore}, {"ships", ships}} {
		random := rand.New(rand.NewPCG(e.seed, uint64(i)))
		sample, edited, how := sampleEdits(s.names, editedNames/e.sample, random)
		qs := make([]screening.Query, len(sample))
		for j, x := range sample {
			qs[j] = screening.Query{Kind: x.entity.Kind, Names: []string{edited[j]}}
		}
		answers, err := ofac.screen(qs)
		if err != nil {
			return err
		}
		groups := groupCounts{}
		scores := make([]matcher.Score, len(qs))
		for j, x := range sample {
			for _, h := range answers[j][:min(editTop, len(answers[j]))] {
				if h.Entity == x.entity {
					scores[j] = h.Score
				}
			}
			found := scores[j] >= e.policy.Threshold
			groups.add("  "+x.entity.Kind.String(), found)
			groups.add("  "+how[j], found)
			groups.add("  "+x.entity.Names[x.name].Type.String(), found)
			if !found {
				misses = append(misses, []string{how[j], edited[j], "of " + x.entity.ID + " " + x.entity.Names[x.name].Text,
					ofac.likenessTo(qs[j], x.entity), "first: " + top(at(answers[j], e.policy.Threshold), 1)[0]})
			}
		}
		found := from(scores, e.policy.Threshold)
		table = append(table, []string{s.title, fmt.Sprint(len(s.names)), fmt.Sprint(len(qs)), fmt.Sprint(found), percent(found, len(qs))})
		table = append(table, groups.rows()...)
		e.lines(s.title+": missed", misses, e.list)
		misses = nil
		e.measure(s.title, scores)
	}
	e.table(fmt.Sprintf("found among the first %d at the threshold", editTop), table)
	return nil
}

// sampleEdits draws n names without repetition, and starts again where there are
// not enough, and edits each once.
func sampleEdits(names []listedName, n int, random *rand.Rand) (sample []listedName, edited, how []string) {
	var order []int
	for len(names) > 0 && len(sample) < n {
		if len(order) == 0 {
			order = random.Perm(len(names))
		}
		x := names[order[0]]
		order = order[1:]
		text, op := edit(x.entity.Names[x.name].Text, random)
		sample, edited, how = append(sample, x), append(edited, text), append(how, op)
	}
	return sample, edited, how
}

// edit changes one letter of s, which has letters, and says how. The result is
// not equal to s in any case of letters.
func edit(s string, random *rand.Rand) (string, string) {
	ops := [...]string{"insert", "delete", "replace", "swap"}
	for {
		r := []rune(s)
		op := random.IntN(len(ops))
		i := random.IntN(len(r))
		if !unicode.IsLetter(r[i]) {
			continue
		}
		c := 'A' + rune(random.IntN(26))
		if unicode.IsLower(r[i]) {
			c = unicode.ToLower(c)
		}
		switch ops[op] {
		case "insert":
			r = append(r[:i], append([]rune{c}, r[i:]...)...)
		case "delete":
			r = append(r[:i], r[i+1:]...)
		case "replace":
			r[i] = c
		case "swap":
			if i+1 == len(r) || !unicode.IsLetter(r[i+1]) {
				continue
			}
			r[i], r[i+1] = r[i+1], r[i]
		}
		if out := string(r); !strings.EqualFold(out, s) {
			return out, ops[op]
		}
	}
}

// letters counts the letters of s.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// groupCounts counts successes by group.
type groupCounts map[string]*[2]int

func (g groupCounts) add(name string, ok bool) {
	if g[name] == nil {
		g[name] = new([2]int)
	}
	g[name][0]++
	if ok {
		g[name][1]++
	}
}

// rows returns a row of the table of edits for each group.
func (g groupCounts) rows() [][]string {
	var out [][]string
	for _, name := range sortedKeys(g) {
		n := g[name]
		out = append(out, []string{name, "", fmt.Sprint(n[0]), fmt.Sprint(n[1]), percent(n[1], n[0])})
	}
	return out
}
