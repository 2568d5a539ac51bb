package screening_test

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher/names"
	"github.com/seed-539c57aa/pratique/screening"
)

var recall = flag.Int("recall", 3000, "names of each list, drawn by a fixed seed, that TestExactRecall asks for; 0 is all")

// TestExactRecall asks for every name of every entity, as printed and with the
// kind of its bearer: the bearer is found, and whoever scores higher bears the
// same name.
func TestExactRecall(t *testing.T) {
	t.Run("excerpt", func(t *testing.T) { exactRecall(t, excerptList(t)) })
	for _, set := range [...]string{"2021-07", "2024-01", "consolidated-2025-12"} {
		t.Run(set, func(t *testing.T) { exactRecall(t, realList(t, set)) })
	}
}

func exactRecall(t *testing.T, l *lists.List) {
	type asked struct {
		kind lists.Kind
		name string
	}
	var all []asked
	bearers := map[asked][]int{} // places in l.Entities
	for i := range l.Entities {
		e := &l.Entities[i]
		for _, n := range e.Names {
			a := asked{e.Kind, n.Text}
			if bearers[a] == nil {
				all = append(all, a)
			}
			bearers[a] = append(bearers[a], i)
		}
	}
	sample := *recall
	switch {
	case raceDetector:
		sample = 200
	case testing.Short():
		sample = 1000
	}
	if sample > 0 && len(all) > sample {
		r := rand.New(rand.NewPCG(2021, 7))
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		all = all[:sample]
	}
	p := screening.DefaultPolicy()
	p.MaxHits = len(l.Entities)
	s := newScreener(t, p, l)
	queries := func(yield func(screening.Query) bool) {
		for _, a := range all {
			if !yield(screening.Query{Kind: a.kind, Names: []string{a.name}}) {
				return
			}
		}
	}
	missed, i := 0, 0
	for r, err := range s.ScreenAll(context.Background(), iter.Seq[screening.Query](queries)) {
		a := all[i]
		i++
		if err == nil {
			err = checkResult(r)
		}
		if err != nil {
			t.Errorf("%s %q: %v", a.kind, a.name, err)
			continue
		}
		for _, b := range bearers[a] {
			if why := recalled(r, &l.Entities[b], a.name); why != "" {
				if missed++; missed <= 20 {
					t.Errorf("%s %q of %s: %s", a.kind, a.name, l.Entities[b].ID, why)
				}
			}
		}
	}
	if i != len(all) {
		t.Fatalf("%d answers to %d queries", i, len(all))
	}
	if missed > 0 {
		t.Errorf("%d of %d names are not found", missed, len(all))
	}
	t.Logf("%d names of %d entities", len(all), len(l.Entities))
}

// TestEveryNameIsItsBearers compares every name of every entity with the entity:
// all are equal, whatever the sample of TestExactRecall.
func TestEveryNameIsItsBearers(t *testing.T) {
	check := func(t *testing.T, l *lists.List) {
		p := screening.DefaultPolicy()
		s := newScreener(t, p, l)
		names := 0
		for i := range l.Entities {
			e := &l.Entities[i]
			for _, n := range e.Names {
				names++
				h, err := s.Compare(screening.Query{Kind: e.Kind, Names: []string{n.Text}}, e)
				if err == nil {
					err = checkHit(&h, &p)
				}
				if err != nil {
					t.Errorf("%s %q of %s: %v", e.Kind, n.Text, e.ID, err)
				} else if h.Score < 900 {
					t.Errorf("%s %q of %s: %s by %s", e.Kind, n.Text, e.ID, h.Score, metName(&h))
				}
			}
		}
		t.Logf("%d names of %d entities", names, len(l.Entities))
	}
	t.Run("excerpt", func(t *testing.T) { check(t, excerptList(t)) })
	for _, set := range [...]string{"2021-07", "2024-01", "consolidated-2025-12"} {
		t.Run(set, func(t *testing.T) { check(t, realList(t, set)) })
	}
}

// recalled says what is wrong where e is not found, or stands below an entity
// without the name.
func recalled(r *screening.Result, e *lists.Entity, name string) string {
	mine := find(r, e.ID)
	if mine == nil {
		return "no hit"
	}
	for i := range r.Hits {
		if h := &r.Hits[i]; h.Score > mine.Score && !bears(h.Entity, name) {
			return fmt.Sprintf("%s by %s, below %s by %s of %s", mine.Score, metName(mine), h.Score, metName(h), h.Entity.ID)
		}
	}
	return ""
}

// metName is the listed name that a hit met.
func metName(h *screening.Hit) string {
	if h.Name < 0 {
		return "no name"
	}
	n := h.Entity.Names[h.Name]
	return fmt.Sprintf("%s %q", n.Type, n.Text)
}

// bears reports whether a name of e has the normalised form of name.
func bears(e *lists.Entity, name string) bool {
	for _, p := range [...]*names.Profile{names.Vessel, names.Person, names.Organization} {
		key := p.Parse(name).Key
		for _, n := range e.Names {
			if p.Parse(n.Text).Key == key {
				return true
			}
		}
	}
	return false
}

// known parties: what the project promises to find.
var wanted = []struct {
	query  screening.Query
	id     string
	reason string
}{
	{person("Ali Danaei Kenarsari"), "29099", "master of one of five tankers of June 2020"},
	{person("Mohsen Gohardehi"), "29100", "master"},
	{person("Alireza Rahnavard"), "29102", "master"},
	{person("Hamidreza Yahya Zadeh"), "29103", "master"},
	{person("Reza Vaziri"), "29104", "master"},
	{vessel("FORTUNE"), "15068", "tanker by name"},
	{vessel("FOREST"), "15049", "tanker by name"},
	{vessel("FAXON"), "25708", "tanker by name"},
	{number(lists.IMOShip, "9283746"), "15068", "FORTUNE by IMO number"},
	{number(lists.IMOShip, "IMO 9283760"), "15049", "FOREST by IMO number"},
	{number(lists.IMOShip, "IMO9283758"), "25708", "FAXON by IMO number"},
	{number(lists.MMSI, "422303000"), "15068", "FORTUNE by MMSI"},
	{number(lists.MMSI, "572438210"), "15049", "FOREST by MMSI"},
	{number(lists.CallSign, "9BAC"), "15068", "FORTUNE by call sign"},
	{firm("National Iranian Tanker Company"), "15117", "firm by name"},
	{firm("NITC"), "15117", "firm by acronym"},
	{firm("National Iranian Tanker Company LLC"), "15118", "its branch by name"},
	{firm("NITC Sharjah"), "15118", "its branch by acronym"},
	{firm("Islamic Republic of Iran Shipping Lines"), "25396", "firm by name"},
	{firm("IRISL"), "25396", "firm by acronym"},
	{firm("National Iranian Oil Company"), "11317", "firm by name"},
	{firm("NIOC"), "11317", "firm by acronym"},
	{firm("Petroleos de Venezuela, S.A."), "26367", "firm by name"},
	{firm("PDVSA"), "26367", "firm by acronym"},
}

func person(name string) screening.Query {
	return screening.Query{Kind: lists.Person, Names: []string{name}}
}
func vessel(name string) screening.Query {
	return screening.Query{Kind: lists.Vessel, Names: []string{name}}
}
func firm(name string) screening.Query {
	return screening.Query{Kind: lists.Organization, Names: []string{name}}
}
func number(t lists.IDType, value string) screening.Query {
	return screening.Query{Identifiers: []lists.Identifier{{Type: t, Value: value}}}
}

// TestKnownParties finds them first, by their kind and by none, and explained.
func TestKnownParties(t *testing.T) {
	check := func(t *testing.T, l *lists.List) {
		s := newScreener(t, screening.DefaultPolicy(), l)
		for _, tt := range wanted {
			kindless := tt.query
			kindless.Kind = lists.Unknown
			for _, q := range [...]screening.Query{tt.query, kindless} {
				r := screen(t, s, q)
				if len(r.Hits) == 0 || r.Hits[0].Entity.ID != tt.id {
					got := "no hit"
					if len(r.Hits) > 0 {
						got = r.Hits[0].Entity.ID + " " + r.Hits[0].Entity.PrimaryName()
					}
					t.Errorf("%s, kind %s: %s first, want %s: %s", q.Names, q.Kind, got, tt.id, tt.reason)
					continue
				}
				var b strings.Builder
				if err := r.Hits[0].Explain(&b); err != nil {
					t.Error(err)
				}
				for _, part := range [...]string{r.Hits[0].Entity.PrimaryName(), tt.id, r.Hits[0].Score.String(), r.Hits[0].Entity.Programmes()[0]} {
					if !strings.Contains(b.String(), part) {
						t.Errorf("%s: the explanation does not say %q:\n%s", tt.reason, part, b.String())
					}
				}
			}
		}
	}
	t.Run("excerpt", func(t *testing.T) { check(t, excerptList(t)) })
	t.Run("2021-07", func(t *testing.T) { check(t, realList(t, "2021-07")) })
}
