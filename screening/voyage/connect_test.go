package voyage

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// line is a list of its own: a line, two masters of hers and one of nobody's, and a
// ship.
func line() []lists.Entity {
	linked := []lists.Relation{{Role: lists.LinkedTo, Text: "HERON LINE", IDs: []string{"1"}}}
	birth := lists.Date{Role: lists.Birth, From: lists.Day{Year: 1970, Month: 5, Day: 6}}
	return []lists.Entity{
		{ID: "1", Kind: lists.Organization, Names: []lists.Name{{Text: "HERON LINE"}}},
		{ID: "2", Kind: lists.Person, Names: []lists.Name{{Text: "BERGSTROM, Nils Anders"}}, Relations: linked, Dates: []lists.Date{birth}},
		{ID: "3", Kind: lists.Person, Names: []lists.Name{{Text: "HOLMQVIST, Per Olof"}}},
		{ID: "4", Kind: lists.Vessel, Names: []lists.Name{{Text: "KORSHAMN"}}, Relations: linked, Identifiers: imo("9074729")},
		{ID: "5", Kind: lists.Organization, Names: []lists.Name{{Text: "HERON LINE FAR EAST"}}, Relations: linked},
		{ID: "6", Kind: lists.Person, Names: []lists.Name{{Text: "LUNDGREN, Karl Erik"}},
			Relations: []lists.Relation{{Role: lists.LinkedTo, Text: "X", IDs: []string{"1", "5"}}, {Role: lists.ActingFor, Text: "Osprey Chartering"}}},
		{ID: "7", Kind: lists.Vessel, Names: []lists.Name{{Text: "VAXHOLM"}}, Vessel: &lists.VesselDetails{FormerOwners: "Blue Egret Shipping"}},
	}
}

// TestTies are the ties that raise a level, and those that do not.
func TestTies(t *testing.T) {
	born := func(year int16) []lists.Date {
		return []lists.Date{{Role: lists.Birth, From: lists.Day{Year: year, Month: 5, Day: 6}}}
	}
	tests := []struct {
		parties []Party
		ship    screening.Query
		kind    ConnectionKind // "" none
		raises  bool
		level   Level
		reason  string
	}{
		{[]Party{party(Operator, name("Heron Line")), party(Master, name("Nils Anders Bergstrom"))}, screening.Query{}, Tie, true, Strong, "a master and the line that he is linked to"},
		{[]Party{party(Master, name("Nils Anders Bergstrom"))}, screening.Query{}, "", false, Probable, "a name alone"},
		{[]Party{party(Operator, name("Heron Line")), party(Master, name("Per Olof Holmqvist"))}, screening.Query{}, "", false, Probable, "a master of nobody's"},
		{[]Party{party(Operator, name("Heron Line")), party(Master, screening.Query{Names: []string{"Nils Anders Bergstrom"}, Dates: born(1991)})}, screening.Query{}, "", false, Probable, "a man of another age is no hit"},
		{[]Party{party(Operator, name("Heron Line"))}, name("KORSHAMN"), Tie, true, Strong, "a ship and her line"},
		{[]Party{party(Operator, name("Heron Line"))}, screening.Query{Names: []string{"KORSHAMN"}, Identifiers: imo("9283746")}, "", false, Probable, "another ship of the name is no hit"},
		{[]Party{party(Master, name("Nils Anders Bergstrom"))}, name("KORSHAMN"), Common, false, Probable, "both linked to a line that is no party"},
		{[]Party{party(Operator, name("Heron Line")), party(Charterer, name("HERON LINES"))}, screening.Query{}, Same, false, Probable, "two spellings of one firm"},
		{[]Party{party(Operator, name("Heron Line")), party(Master, name("Karl Erik Lundgren"))}, screening.Query{}, Tie, false, Probable, "a tie to one of two"},
		{[]Party{party(Charterer, name("OSPREY CHARTERING")), party(Master, name("Karl Erik Lundgren"))}, screening.Query{}, Record, false, Probable, "a record that names a party of the voyage who is on no list"},
		{[]Party{party(FormerOwner, name("Blue Egret Shipping"))}, name("VAXHOLM"), Record, false, Probable, "the former owner in the ship's record"},
		{nil, screening.Query{Names: []string{"SANDHAMN"}, Identifiers: imo("9074729")}, Number, false, Strong, "a listed hull under another name"},
	}
	s := own(t, line()...)
	for _, tt := range tests {
		r := ask(t, s, Voyage{Ship: Vessel{tt.ship}, Parties: tt.parties})
		i := slices.IndexFunc(r.Connections, func(c Connection) bool { return c.Kind == tt.kind })
		switch {
		case tt.kind == "" && len(r.Connections) > 0:
			t.Errorf("%s: %s, none wanted", tt.reason, r.Connections[0].Says)
		case tt.kind != "" && i < 0:
			t.Errorf("%s: no %s among %+v", tt.reason, tt.kind, r.Connections)
		case tt.kind != "" && (r.Connections[i].Raises != tt.raises || r.Connections[i].Says == ""):
			t.Errorf("%s: raises %v", tt.reason, r.Connections[i].Raises)
		}
		if r.Level != tt.level {
			t.Errorf("%s: %s, want %s: %v", tt.reason, r.Level, tt.level, r.Reasons)
		}
	}
}

// TestTieOfANamesake holds that a tie raises no namesake of a party who is known by
// his papers.
func TestTieOfANamesake(t *testing.T) {
	es := line()
	es = append(es, lists.Entity{ID: "8", Kind: lists.Person, Names: []lists.Name{{Text: "BERGSTROM, Nils Anders"}},
		Identifiers: []lists.Identifier{{Type: lists.Passport, Value: "S1234567"}}})
	master := screening.Query{Names: []string{"Nils Anders Bergstrom"}, Identifiers: []lists.Identifier{{Type: lists.Passport, Value: "S1234567"}}}
	r := ask(t, own(t, es...), Voyage{Parties: []Party{party(Operator, name("Heron Line")), party(Master, master)}})
	f := of(t, r, Master)
	if len(f.Listed) != 2 || f.Listed[0].Hit.Entity.ID != "8" || f.Listed[1].Level != Probable || of(t, r, Operator).Level != Probable {
		t.Errorf("%+v", f.Listed)
	}
}

// TestTieAcrossLists holds that one party on two lists is told and raises nothing.
func TestTieAcrossLists(t *testing.T) {
	a := &lists.List{Source: lists.Source{Name: "A"}, Entities: []lists.Entity{{ID: "a", Kind: lists.Organization, Names: []lists.Name{{Text: "HERON LINE"}},
		Identifiers: []lists.Identifier{{Type: lists.IMOCompany, Value: "5849194"}}}}}
	b := &lists.List{Source: lists.Source{Name: "B"}, Entities: []lists.Entity{{ID: "b", Kind: lists.Organization, Names: []lists.Name{{Text: "OSPREY MARITIME"}},
		Identifiers: []lists.Identifier{{Type: lists.IMOCompany, Value: "5849194"}}}}}
	s, err := screening.New(screening.DefaultPolicy(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	r := ask(t, s, Voyage{Parties: []Party{party(Operator, name("Heron Line")), party(RegisteredOwner, name("Osprey Maritime"))}})
	if len(r.Connections) != 1 || r.Connections[0].Kind != Same || r.Connections[0].Raises || r.Level != Probable {
		t.Errorf("%+v, %s", r.Connections, r.Level)
	}
}

// TestMorePartiesNeverLower holds that the level of a party never falls when
// others join the voyage.
func TestMorePartiesNeverLower(t *testing.T) {
	s := own(t, line()...)
	all := []Party{party(Operator, name("Heron Line")), party(Master, name("Nils Anders Bergstrom")), party(Charterer, name("Osprey Chartering")),
		party(Crew, name("Karl Erik Lundgren")), party(Bank, name("Heron Line Far East"))}
	levels := func(n int) map[string]Level {
		out := map[string]Level{}
		r := ask(t, s, Voyage{Ship: Vessel{name("KORSHAMN")}, Parties: all[:n]})
		for i := range r.Findings {
			out[r.Findings[i].Name()] = r.Findings[i].Level
		}
		return out
	}
	for n := range all {
		few, more := levels(n), levels(n+1)
		for who, l := range few {
			if more[who] < l {
				t.Errorf("%s is %s among %d parties and %s with %s", who, l, n, more[who], all[n].Names[0])
			}
		}
	}
}

// TestManyTies holds that a hostile number of parties ends, and what is left out is
// told.
func TestManyTies(t *testing.T) {
	var es []lists.Entity
	es = append(es, lists.Entity{ID: "hub", Kind: lists.Organization, Names: []lists.Name{{Text: "HERON LINE"}}})
	v := Voyage{Parties: []Party{party(Operator, name("Heron Line"))}}
	for i := range 400 {
		n := fmt.Sprintf("QVX%c%c%c%c MARITIME", 'A'+i%26, 'A'+i/26%26, 'A'+i*7%26, 'A'+i*11%26)
		es = append(es, lists.Entity{ID: fmt.Sprint(i), Kind: lists.Organization, Names: []lists.Name{{Text: n}},
			Relations: []lists.Relation{{Role: lists.LinkedTo, Text: "HERON LINE", IDs: []string{"hub"}}}})
		v.Parties = append(v.Parties, party(Charterer, name(n)))
	}
	for i := range 300 { // and many names for one
		v.Parties = append(v.Parties, party(Crew, screening.Query{Kind: lists.Organization, Names: []string{"Heron Line"}, Countries: []string{fmt.Sprint(i)}}))
	}
	r := ask(t, own(t, es...), v)
	if len(r.Connections) != maxConnections || !slices.ContainsFunc(r.Warnings, func(w error) bool { return errors.Is(w, errConnections) }) {
		t.Errorf("%d connections, %d warnings", len(r.Connections), len(r.Warnings))
	}
}

// TestHeadsBound holds the bound of all hits that are looked at where it is reached
// with the last hit of a party.
func TestHeadsBound(t *testing.T) {
	hits := func(n int) (f Finding) {
		for range n {
			f.Listed = append(f.Listed, Listed{Hit: &screening.Hit{}, Level: Strong, Tied: -1})
		}
		return f
	}
	for first := 1; first <= maxHeads; first++ {
		r := &Result{Findings: []Finding{hits(first)}}
		for range 2 * maxAllHeads / maxHeads {
			r.Findings = append(r.Findings, hits(maxHeads+1))
		}
		if n := len(r.heads()); n != maxAllHeads || len(r.Warnings) != 1 || !errors.Is(r.Warnings[0], ErrNotChecked) {
			t.Errorf("first party of %d hits: %d are looked at, not %d; warnings %v", first, n, maxAllHeads, r.Warnings)
		}
	}
}
