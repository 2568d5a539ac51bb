package screening_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// fleetList is a line, its ships and its master, as plain links and typed ones.
func fleetList() *lists.List {
	name := func(s string) []lists.Name { return []lists.Name{{Text: s}} }
	linkedTo := func(role lists.RelationRole) []lists.Relation {
		return []lists.Relation{{Role: role, Text: "NORTHERN STAR LINE", IDs: []string{"1"}}}
	}
	return &lists.List{Source: lists.Source{Name: "Fleet"}, Entities: []lists.Entity{
		{ID: "1", Kind: lists.Organization, Names: name("NORTHERN STAR LINE")},
		{ID: "2", Kind: lists.Vessel, Names: name("GREY HERON"), Relations: linkedTo(lists.LinkedTo)},
		{ID: "3", Kind: lists.Vessel, Names: name("WHITE TERN"), Relations: linkedTo(lists.OwnedBy)},
		{ID: "4", Kind: lists.Person, Names: name("MASTERSON, Olaf"), Relations: linkedTo(lists.ActingFor)},
		{ID: "5", Kind: lists.Vessel, Names: name("LONELY BOAT")},
	}}
}

// TestRelated holds that a hit tells whom its entry is tied to, from either end, and
// that one that no Screener made of its lists tells nothing.
func TestRelated(t *testing.T) {
	l := fleetList()
	s := newScreener(t, screening.DefaultPolicy(), l)
	for _, c := range []struct {
		kind         lists.Kind
		name         string
		depth        int
		want, reason string
	}{
		{lists.Organization, "Northern Star Line", 1, `NORTHERN STAR LINE (Fleet 1) <- (linked to) <- GREY HERON (Fleet 2)
NORTHERN STAR LINE (Fleet 1) <- (owned by) <- WHITE TERN (Fleet 3)
NORTHERN STAR LINE (Fleet 1) <- (acting for) <- MASTERSON, Olaf (Fleet 4)`, "from a line to its ships and its master, each by what its record says"},
		{lists.Vessel, "Grey Heron", 1, "GREY HERON (Fleet 2) -> (linked to) -> NORTHERN STAR LINE (Fleet 1)", "from a ship to its line"},
		{lists.Vessel, "Grey Heron", 2, `GREY HERON (Fleet 2) -> (linked to) -> NORTHERN STAR LINE (Fleet 1)
GREY HERON (Fleet 2) -> (linked to) -> NORTHERN STAR LINE (Fleet 1) <- (owned by) <- WHITE TERN (Fleet 3)
GREY HERON (Fleet 2) -> (linked to) -> NORTHERN STAR LINE (Fleet 1) <- (acting for) <- MASTERSON, Olaf (Fleet 4)`, "and on to those who are tied to the same line"},
		{lists.Vessel, "Grey Heron", 0, "", "depth nought"},
		{lists.Vessel, "Grey Heron", -7, "", "depth below nought"},
		{lists.Vessel, "Lonely Boat", 3, "", "tied to nobody"},
	} {
		r := screen(t, s, screening.Query{Kind: c.kind, Names: []string{c.name}})
		if len(r.Hits) != 1 {
			t.Fatalf("%s: %d hits", c.name, len(r.Hits))
		}
		var got []string
		for _, p := range r.Hits[0].Related(c.depth) {
			got = append(got, p.String())
		}
		if g := strings.Join(got, "\n"); g != c.want {
			t.Errorf("%s, depth %d (%s)\n got %s\nwant %s", c.name, c.depth, c.reason, g, c.want)
		}
	}
	q := screening.Query{Kind: lists.Vessel, Names: []string{"Grey Heron"}}
	h, err := s.Compare(q, &l.Entities[1])
	if err != nil || len(h.Related(1)) != 1 {
		t.Errorf("Compare with an entity of the list: %v, %d related", err, len(h.Related(1)))
	}
	stranger := l.Entities[1]
	if h, err = s.Compare(q, &stranger); err != nil || h.Score == 0 || h.Related(3) != nil {
		t.Errorf("Compare with an entity of no list: %v, %d related", err, len(h.Related(3)))
	}
	if (screening.Hit{}).Related(1) != nil || (screening.Hit{Entity: &l.Entities[1]}).Related(1) != nil {
		t.Error("a Hit that nobody made is related to somebody")
	}
	var stored screening.Hit
	b, err := json.Marshal(screen(t, s, q).Hits[0])
	if err != nil || strings.Contains(string(b), "relations\":{") {
		t.Fatalf("JSON: %v %s", err, b)
	}
	if err := json.Unmarshal(b, &struct {
		Entity **lists.Entity `json:"entity"`
	}{&stored.Entity}); err != nil || stored.Entity.ID != "2" || stored.Related(1) != nil {
		t.Errorf("a stored hit: %v, %d related", err, len(stored.Related(1)))
	}
}

// TestGraphIsMadeOnce holds that a Screener, those of other policies made of it, and
// all their hits share one graph, whoever asks first.
func TestGraphIsMadeOnce(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), fleetList())
	p := screening.DefaultPolicy()
	p.Threshold = 700
	with, err := s.With(p)
	if err != nil {
		t.Fatal(err)
	}
	graphs := make([]*lists.Graph, 8)
	var asking sync.WaitGroup
	for i := range graphs {
		asking.Go(func() {
			r, err := with.Screen(screening.Query{Names: []string{"White Tern"}})
			if err != nil || len(r.Hits) == 0 || len(r.Hits[0].Related(2)) != 3 {
				t.Errorf("%v, %v", r, err)
			}
			graphs[i] = s.Graph()
		})
	}
	asking.Wait()
	for _, g := range graphs {
		if g == nil || g != with.Graph() {
			t.Error("another graph")
		}
	}
}

// TestRelatedAcrossLists holds that a party's entry on another list is related to it,
// and with one edge more whom that list ties to it.
func TestRelatedAcrossLists(t *testing.T) {
	imo := []lists.Identifier{{Type: lists.IMOShip, Value: "9283746"}}
	fleet := fleetList()
	fleet.Entities[1].Identifiers = imo
	other := &lists.List{Source: lists.Source{Name: "Other"}, Entities: []lists.Entity{
		{ID: "x", Kind: lists.Vessel, Names: []lists.Name{{Text: "BLACK SWAN"}}, Identifiers: imo},
	}}
	s := newScreener(t, screening.DefaultPolicy(), other, fleet)
	r := screen(t, s, screening.Query{Kind: lists.Vessel, Names: []string{"Black Swan"}})
	if got, want := fmt.Sprint(r.Hits[0].Related(2)), "[BLACK SWAN (Other x) = (same IMO ship number 9283746) = GREY HERON (Fleet 2) "+
		"BLACK SWAN (Other x) = (same IMO ship number 9283746) = GREY HERON (Fleet 2) -> (linked to) -> NORTHERN STAR LINE (Fleet 1)]"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestRelatedOFAC holds on OFAC's list of July 2021 that the hit of the National
// Iranian Tanker Company leads to its 72 ships, and the hit of a ship to the line.
func TestRelatedOFAC(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), realList(t, "2021-07"))
	r := screen(t, s, screening.Query{Kind: lists.Organization, Names: []string{"National Iranian Tanker Company"}})
	h := r.Hits[0]
	ships := 0
	for _, p := range h.Related(1) {
		if p.To().Entity.Kind == lists.Vessel {
			ships++
		}
	}
	if h.Entity.ID != "15117" || ships != 72 {
		t.Errorf("%s: %d ships, want 72 of 15117", h.Entity.ID, ships)
	}
	r = screen(t, s, screening.Query{Kind: lists.Vessel, Names: []string{"Fortune"}, Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "9283746"}}})
	ps := r.Hits[0].Related(1)
	if len(ps) != 1 || ps[0].To().Entity.ID != "15117" || ps[0][0].Label != "Linked To" {
		t.Errorf("FORTUNE: %v", ps)
	}
}

func ExampleHit_Related() {
	s, err := screening.New(screening.DefaultPolicy(), fleetList())
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := s.Screen(screening.Query{Kind: lists.Vessel, Names: []string{"Grey Heron"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, path := range r.Hits[0].Related(1) {
		fmt.Println(path)
	}
	// Output:
	// GREY HERON (Fleet 2) -> (linked to) -> NORTHERN STAR LINE (Fleet 1)
}

func BenchmarkRelated(b *testing.B) {
	s := newScreener(b, screening.DefaultPolicy(), realList(b, "2021-07"))
	r := screen(b, s, screening.Query{Kind: lists.Organization, Names: []string{"National Iranian Tanker Company"}})
	s.Graph()
	for _, depth := range []int{1, 2} {
		b.Run(fmt.Sprintf("depth=%d", depth), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Hits[0].Related(depth)
			}
		})
	}
}
