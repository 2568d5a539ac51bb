package screening_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
	"github.com/seed-539c57aa/pratique/screening"
)

// exhaustive is a Screener's lists, compared with a query name by name, by
// nothing but the public Compare of the packages: what Screen is held against,
// and what its speed is measured by.
type exhaustive struct {
	options  matcher.Options
	entities []*lists.Entity
	books    [3]listedNames
	numbered []int32 // entities with identifiers
}

// listedNames are the names that one profile reads, and whose they are.
type listedNames struct {
	names  []names.Name
	entity []int32
}

var bookProfiles = [3]*names.Profile{names.Vessel, names.Person, names.Organization}

// readAs are the profiles by which the names of a kind are read, as places in
// bookProfiles.
func readAs(k lists.Kind, query bool) []int {
	switch {
	case k == lists.Vessel || k == lists.Aircraft:
		return []int{0}
	case k == lists.Person:
		return []int{1}
	case k == lists.Organization:
		return []int{2}
	case query:
		return []int{0, 1, 2}
	}
	return []int{1, 2}
}

func newExhaustive(o matcher.Options, ls ...*lists.List) *exhaustive {
	x := &exhaustive{options: o}
	for _, l := range ls {
		for i := range l.Entities {
			e := &l.Entities[i]
			at := int32(len(x.entities))
			x.entities = append(x.entities, e)
			if len(e.Identifiers) > 0 {
				x.numbered = append(x.numbered, at)
			}
			for _, b := range readAs(e.Kind, false) {
				for j := range e.Names {
					if n := bookProfiles[b].Parse(e.Names[j].Text); !n.Empty() {
						x.books[b].names = append(x.books[b].names, n)
						x.books[b].entity = append(x.books[b].entity, at)
					}
				}
			}
		}
	}
	return x
}

// size is the number of listed names.
func (x *exhaustive) size() int {
	n := 0
	for b := range x.books {
		n += len(x.books[b].names)
	}
	return n
}

// leastLikeness is the likeness of names below which no name carries a hit.
const leastLikeness = 600

// near compares the names of q with every listed name that its kind asks for, and
// returns the entities with which anything can agree: those with a name that is
// alike, and where q has an identifier all that have one.
func (x *exhaustive) near(q *screening.Query) []int32 {
	var out []int32
	for _, b := range readAs(q.Kind, true) {
		book := &x.books[b]
		for _, text := range q.Names {
			n := bookProfiles[b].Parse(text)
			if n.Empty() {
				continue
			}
			for i := range book.names {
				if matcher.Compare(n, book.names[i], x.options).Score >= leastLikeness {
					out = append(out, book.entity[i])
				}
			}
		}
	}
	if len(q.Identifiers) > 0 {
		out = append(out, x.numbered...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// judged are what Compare says of the entities at places near: those that reach
// the threshold of s, and how many something agrees with that do not.
func (x *exhaustive) judged(s *screening.Screener, q *screening.Query, near []int32) (hits []screening.Hit, below int, err error) {
	threshold := s.Policy().Threshold
	for _, at := range near {
		h, err := s.Compare(*q, x.entities[at])
		switch {
		case err != nil:
			return nil, 0, err
		case h.Score >= threshold:
			hits = append(hits, h)
		case len(h.Steps) > 0:
			below++
		}
	}
	return hits, below, nil
}

// differ says how the hits of Screen and those of the exhaustive comparison
// differ, in nothing or in the first thing that does.
func differ(got, want []screening.Hit) string {
	byEntity := map[*lists.Entity]*screening.Hit{}
	for i := range got {
		if byEntity[got[i].Entity] != nil {
			return fmt.Sprintf("%s is hit twice", got[i].Entity.ID)
		}
		byEntity[got[i].Entity] = &got[i]
	}
	for i := range want {
		w := &want[i]
		g := byEntity[w.Entity]
		switch {
		case g == nil:
			return fmt.Sprintf("lost %s, %s by %s", w.Entity.ID, w.Score, metName(w))
		case g.Source != w.Source || g.Score != w.Score || g.Level != w.Level || g.Name != w.Name:
			return fmt.Sprintf("%s: %s %s by %s, and exhaustively %s %s by %s", w.Entity.ID, g.Score, g.Level, metName(g), w.Score, w.Level, metName(w))
		}
		if how := differInSteps(g.Steps, w.Steps); how != "" {
			return fmt.Sprintf("%s: %s", w.Entity.ID, how)
		}
		delete(byEntity, w.Entity)
	}
	for i := range got {
		if byEntity[got[i].Entity] != nil {
			return fmt.Sprintf("%s, %s by %s, is no hit exhaustively", got[i].Entity.ID, got[i].Score, metName(&got[i]))
		}
	}
	return ""
}

func differInSteps(got, want []screening.Step) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d steps, and exhaustively %d", len(got), len(want))
	}
	for i := range got {
		g, w := &got[i], &want[i]
		if g.Rule != w.Rule || g.Effect != w.Effect || g.Base != w.Base || g.Query != w.Query || g.Listed != w.Listed || g.Note != w.Note || !reflect.DeepEqual(g.Align, w.Align) {
			return fmt.Sprintf("step %d is %+v, and exhaustively %+v", i, *g, *w)
		}
	}
	return ""
}

// csvRows reads a file of the shared folder, without its first row.
func csvRows(t testing.TB, elem ...string) [][]string {
	t.Helper()
	f, err := os.Open(sharedDir(t, elem...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%v: %d rows: %v", elem, len(rows), err)
	}
	return rows[1:]
}
