package index

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

var profiles = []*names.Profile{names.Vessel, names.Person, names.Organization}

var floors = []matcher.Score{600, 700, 823, 900}

// variants are options besides those in use, so that the bound is held to the
// arithmetic and not to its weights.
func variants() []matcher.Options {
	o := matcher.DefaultOptions()
	mild, harsh, odd := o, o, o
	mild.Extra, mild.Missing, mild.Contradiction, mild.OtherWord, mild.ShipWord, mild.ShipNumber = 200, 100, 0, 0, 300, 100
	harsh.Extra, harsh.Missing, harsh.Contradiction, harsh.OtherWord, harsh.ShipWord, harsh.Order = 1500, 900, 1500, 900, 3000, 100
	odd.Extra, odd.Missing, odd.Contradiction, odd.OtherWord = 0, 1000, 500, -200
	return []matcher.Options{o, mild, harsh, odd}
}

// superset holds the index against exhaustive comparison, and returns how many
// names had to be found at the lowest floor and how many were offered.
func superset(t testing.TB, p *names.Profile, list []names.Name, queries []names.Name, options []matcher.Options) (due, offered int) {
	t.Helper()
	x := New(p, texts(list))
	for k := range options {
		o := options[k]
		bounds := make([]matcher.Bound, len(floors))
		for i, f := range floors {
			bounds[i] = matcher.MakeBound(p, &o, f)
		}
		for i := range queries {
			q := &queries[i]
			score := make([]matcher.Score, len(list))
			for id := range list {
				score[id] = matcher.Compare(*q, list[id], o).Score
			}
			check := func(what string, ids []int32, floor matcher.Score) {
				if !slices.IsSorted(ids) {
					t.Errorf("%v: %q %s: not in order", p, q.Original, what)
				}
				for id := range list {
					if score[id] < floor {
						continue
					}
					if _, ok := slices.BinarySearch(ids, int32(id)); !ok {
						t.Errorf("%v: %q lost %q, which scores %v (%s, floor %v, options %d)", p, q.Original, list[id].Original, score[id], what, floor, k)
					}
				}
			}
			for j, f := range floors {
				ids := x.Within(q, &bounds[j])
				check("bounded", ids, f)
				if j == 0 && k == 0 {
					offered += len(ids)
				}
			}
			if k == 0 {
				check("unbounded", x.Within(q, nil), floors[0])
				for id := range list {
					if score[id] >= floors[0] {
						due++
					}
				}
			}
		}
	}
	return due, offered
}

// questions makes queries of all sorts for a list.
func questions(t testing.TB, r *rand.Rand, p *names.Profile, list []string, n int) []names.Name {
	m := &mutations{r: r}
	for _, s := range sample(r, list, 200) {
		m.words = append(m.words, strings.Fields(s)...)
	}
	var texts []string
	for range n {
		texts = append(texts, m.mutate(list[r.IntN(len(list))]))
	}
	for _, file := range []string{"scripts.txt", "persons.txt", "firms.txt", "vessels.txt"} {
		q, _ := labelled(t, file)
		texts = append(texts, sample(r, q[p], 25)...)
	}
	return parse(p, texts)
}

func TestSuperset(t *testing.T) {
	lists := listed(t, root(t)+"/testdata/ofac-excerpt")
	for _, p := range profiles {
		r := rand.New(rand.NewPCG(1, 2))
		list := lists[p]
		for _, file := range []string{"scripts.txt", "persons.txt", "firms.txt", "vessels.txt"} {
			_, l := labelled(t, file)
			list = append(list, l[p]...)
			q, _ := labelled(t, file) // names in other scripts are listed too
			list = append(list, sample(r, q[p], 30)...)
		}
		n := 150
		if testing.Short() {
			n = 40
		}
		due, offered := superset(t, p, parse(p, list), questions(t, r, p, list, n), variants())
		t.Logf("%v: %d names, %d due, %d offered", p, len(list), due, offered)
		if due < n/2 {
			t.Errorf("%v: only %d names were due: the queries test too little", p, due)
		}
	}
}

func TestSupersetOFAC(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	lists := listed(t, shared(t, "lists/ofac/2021-07"))
	pairs := table(t, shared(t, "eval/transliteration_dev.csv"))[1:]
	for _, p := range profiles {
		r := rand.New(rand.NewPCG(3, 4))
		list := sample(r, lists[p], 1400)
		qs := questions(t, r, p, list, 160)
		// Single names in two scripts: some of them listed, some asked for.
		var extra []string
		for range 40 {
			a, b := pairs[r.IntN(len(pairs))], pairs[r.IntN(len(pairs))]
			list = append(list, a[1]+" "+b[1], b[2]+" "+a[2])
			extra = append(extra, a[2]+" "+b[2], b[1]+" "+a[2], a[2]+b[2])
		}
		qs = append(qs, parse(p, extra)...)
		due, offered := superset(t, p, parse(p, list), qs, variants()[:1])
		t.Logf("%v: %d names, %d queries, %d due, %d offered", p, len(list), len(qs), due, offered)
		if due < 100 {
			t.Errorf("%v: only %d names were due: the queries test too little", p, due)
		}
	}
}

// TestExact holds that every listed name, as printed, is found.
func TestExact(t *testing.T) {
	for p, printed := range listed(t, root(t)+"/testdata/ofac-excerpt") {
		list := parse(p, printed)
		x := New(p, texts(list))
		o := matcher.DefaultOptions()
		b := matcher.MakeBound(p, &o, 1000)
		for id := range list {
			if _, ok := slices.BinarySearch(x.Within(&list[id], &b), int32(id)); !ok {
				t.Errorf("%v: %q does not find itself", p, list[id].Original)
			}
		}
	}
}
