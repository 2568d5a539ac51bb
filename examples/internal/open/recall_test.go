package open

import (
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

var recall = flag.Int("recall", 1500, "names of all lists together, drawn by a fixed seed, that TestRecallTogether asks for; 0 is all")

// TestRecallTogether loads all real lists that name parties and asks them
// together for names as printed, which find their bearer with nobody before
// him but others of the name, and for every ship by her IMO number.
func TestRecallTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("loads all lists")
	}
	shared := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		t.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	var ls []*lists.List
	for _, path := range []string{"ofac/2024-01", "ofac/consolidated-2025-12", "un/consolidated_2026-02.xml.gz", "ca/sema-lmes_2025-05.xml.gz",
		"uk/ConList_2020-04.csv.gz", "au/regulation8_consolidated_2024-12.xlsx", "us_csl/consolidated_2022-04.csv.gz", "opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz"} {
		l, _, err := List(filepath.Join(shared, "lists", filepath.FromSlash(path)))
		if err != nil {
			t.Fatal(err)
		}
		ls = append(ls, l)
	}
	p := screening.DefaultPolicy()
	p.MaxHits = 1 << 20
	s, err := screening.New(p, ls...)
	if err != nil {
		t.Fatal(err)
	}
	type asked struct {
		e    *lists.Entity
		name string
	}
	var all []asked
	ships := 0
	for _, l := range ls {
		for i := range l.Entities {
			e := &l.Entities[i]
			for _, n := range e.Names {
				all = append(all, asked{e, n.Text})
			}
			for _, id := range e.Identifiers {
				if _, err := id.Canonical(); id.Type != lists.IMOShip || err != nil || e.Kind != lists.Vessel {
					continue
				}
				ships++
				r, err := s.Screen(screening.Query{Kind: lists.Vessel, Identifiers: []lists.Identifier{id}})
				if err != nil || !held(r, e, true) {
					t.Errorf("%s %s: not found by %s (%v)", l.Source.Name, e.ID, id.Value, err)
				}
			}
		}
	}
	names := len(all)
	if *recall > 0 && len(all) > *recall {
		rand.New(rand.NewPCG(4, 3)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		all = all[:*recall]
	}
	queries := func(yield func(screening.Query) bool) {
		for _, a := range all {
			if !yield(screening.Query{Kind: a.e.Kind, Names: []string{a.name}}) {
				return
			}
		}
	}
	at := 0
	for r, err := range s.ScreenAll(context.Background(), queries) {
		if a := all[at]; err != nil || !held(r, a.e, false) {
			t.Errorf("%s %q: not found by the name (%v)", a.e.ID, a.name, err)
		}
		at++
	}
	if at != len(all) {
		t.Errorf("%d answers to %d queries", at, len(all))
	}
	t.Logf("%d of %d names, %d ships", len(all), names, ships)
}

// held reports whether a result holds a party at its highest score.
func held(r *screening.Result, e *lists.Entity, strong bool) bool {
	if r == nil {
		return false
	}
	for i := range r.Hits {
		h := &r.Hits[i]
		if h.Entity == e {
			return h.Score == r.Hits[0].Score && (!strong || h.Level == screening.Strong)
		}
	}
	return false
}
