package screening_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// TestAlso holds that a hit tells of the same party on the other lists, by the
// number that both print, and of nobody else.
func TestAlso(t *testing.T) {
	list := func(name, id, ship, imo string) *lists.List {
		return &lists.List{Source: lists.Source{Name: name}, Entities: []lists.Entity{{ID: id, Kind: lists.Vessel,
			Names:       []lists.Name{{Text: ship}},
			Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: imo}}}}}
	}
	s, err := screening.New(screening.DefaultPolicy(), list("A", "a1", "FORTUNE", "IMO 9283746"), list("B", "b1", "OCEAN HOPE", "9283746"), list("C", "c1", "FAXON", "9283758"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Screen(screening.Query{Kind: lists.Vessel, Names: []string{"FORTUNE"}})
	if err != nil || len(r.Hits) != 1 {
		t.Fatalf("%v, %v", r, err)
	}
	h := r.Hits[0]
	if len(h.Also) != 1 || h.Also[0].Source.Name != "B" || h.Also[0].Entity.ID != "b1" {
		t.Errorf("also on %v", h.Also)
	}
	var text strings.Builder
	if err := h.Explain(&text); err != nil || !strings.Contains(text.String(), "also on") || !strings.Contains(text.String(), "B b1") {
		t.Errorf("Explain: %v\n%s", err, text.String())
	}
	if b, err := json.Marshal(h); err != nil || !strings.Contains(string(b), `"also":[{"list":"B","id":"b1"`) {
		t.Errorf("JSON: %v\n%s", err, b)
	}
}

// TestWithOtherNames holds that a Screener with another policy finds what one
// made of it finds: what bounds the search follows the policy.
func TestWithOtherNames(t *testing.T) {
	p := screening.DefaultPolicy()
	s := newScreener(t, p, excerptList(t))
	p.Names.Missing, p.Names.Extra, p.Names.ShipWord = 100, 100, 300
	with, err := s.With(p)
	if err != nil {
		t.Fatal(err)
	}
	fresh := newScreener(t, p, excerptList(t))
	found := 0
	for _, q := range []screening.Query{{Kind: lists.Person, Names: []string{"Ali Tehrani Danaei Kenarsari Shirazi"}}, {Kind: lists.Vessel, Names: []string{"GREAT FORTUNE"}}, {Names: []string{"Kenarsari"}}} {
		a, err := with.Screen(q)
		if err != nil {
			t.Fatal(err)
		}
		b, err := fresh.Screen(q)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Hits) != len(b.Hits) {
			t.Errorf("%v: %d hits with the other policy, %d with a Screener made of it", q.Names, len(a.Hits), len(b.Hits))
		}
		found += len(b.Hits)
	}
	if found == 0 {
		t.Error("nothing found at all")
	}
}
