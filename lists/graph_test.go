package lists_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// entity makes an entry of a fixture; its names are the primary one and aliases.
func entity(kind lists.Kind, id string, names ...string) lists.Entity {
	e := lists.Entity{ID: id, Kind: kind}
	for i, n := range names {
		t := lists.Alias
		if i == 0 {
			t = lists.Primary
		}
		e.Names = append(e.Names, lists.Name{Text: n, Type: t})
	}
	return e
}

func to(role lists.RelationRole, text string, ids ...string) lists.Relation {
	return lists.Relation{Role: role, Text: text, IDs: ids}
}

func listOf(name, publisher string, es ...lists.Entity) *lists.List {
	return &lists.List{Source: lists.Source{Name: name, Publisher: publisher}, Entities: es}
}

// harbour are two lists of one publisher and one of another, with every way in
// which an edge comes about.
func harbour() []*lists.List {
	line := entity(lists.Organization, "1", "NORTH LINE", "N. LINE")
	line.Relations = []lists.Relation{to(lists.OwnedOrControlledBy, "Holding", "2"), {Role: lists.OwnerOf, Text: "GULL", IDs: []string{"4"}, Share: lists.Share{Min: 2500, Max: 3333, Known: true}}}
	holding := entity(lists.Organization, "2", "HOLDING")
	holding.Relations = []lists.Relation{to(lists.FamilyOf, "itself", "2")}
	captain := entity(lists.Person, "3", "CAPTAIN, One")
	captain.Relations = []lists.Relation{
		{Role: lists.LinkedTo, Text: "NORTH LINE", IDs: []string{"1"}, Label: "Linked To"},
		{Role: lists.LinkedTo, Text: "NORTH LINE", IDs: []string{"1"}, Label: "Linked To"},
		{Role: lists.LeaderOf, Text: "UNION", Label: "leader or official of"},
		{Role: lists.OtherRelation, Text: "TWIN", IDs: []string{"6", "7"}, Label: "playing a significant role in", Former: true},
	}
	gull := entity(lists.Vessel, "4", "GULL")
	gull.Vessel = &lists.VesselDetails{Owner: "north line ", Operator: "Nobody Ltd", Manager: "GULL"}
	gull.Identifiers = []lists.Identifier{{Type: lists.IMOShip, Value: "IMO 9283746"}}
	heron := entity(lists.Vessel, "5", "HERON")
	heron.Vessel = &lists.VesselDetails{Owner: "Holding", Manager: "n. line"}
	heron.Relations = []lists.Relation{to(lists.OwnedBy, " HOLDING"), to(lists.LinkedTo, "NOBODY"), to(lists.ManagedBy, "GULL")}
	twin1, twin2 := entity(lists.Organization, "6", "TWIN"), entity(lists.Organization, "7", "TWIN")
	lone := entity(lists.Person, "8", "LONE, Man")
	weak := entity(lists.Person, "9", "WEAK, Man")
	weak.Names = append(weak.Names, lists.Name{Text: "NOBODY", Type: lists.WeakAlias})
	union := entity(lists.Organization, "u", "Union")
	tern := entity(lists.Vessel, "t", "TERN")
	tern.Identifiers = []lists.Identifier{{Type: lists.IMOShip, Value: "9283746"}}
	tern.Relations = []lists.Relation{to(lists.LinkedTo, "NORTH LINE")}
	return []*lists.List{
		listOf("Harbour A", "Harbour", line, holding, captain, gull, heron, twin1, twin2, lone, weak),
		listOf("Harbour B", "Harbour", union),
		listOf("Sea", "Seas", tern),
	}
}

func find(t testing.TB, ls []*lists.List, id string) *lists.Entity {
	t.Helper()
	for _, l := range ls {
		for i := range l.Entities {
			if l.Entities[i].ID == id {
				return &l.Entities[i]
			}
		}
	}
	t.Fatalf("no entity %s", id)
	return nil
}

func edgesText(es []lists.Edge) string {
	var out []string
	for _, e := range es {
		out = append(out, lists.Path{e}.String())
	}
	return strings.Join(out, "\n")
}

// TestGraphOf holds that every source of edges gives its edges, at both ends, with
// the role as the list has it and the side that says it.
func TestGraphOf(t *testing.T) {
	ls := harbour()
	g := lists.NewGraph(ls...)
	for _, c := range []struct{ id, want, reason string }{
		{"1", `NORTH LINE (Harbour A 1) -> (owned or controlled by) -> HOLDING (Harbour A 2)
NORTH LINE (Harbour A 1) <- (Linked To) <- CAPTAIN, One (Harbour A 3)
NORTH LINE (Harbour A 1) <- (Linked To) <- CAPTAIN, One (Harbour A 3)
NORTH LINE (Harbour A 1) -> (owner of, 25 to 33.33 %) -> GULL (Harbour A 4)
NORTH LINE (Harbour A 1) <- (owner as printed) <- GULL (Harbour A 4)
NORTH LINE (Harbour A 1) <- (manager as printed) <- HERON (Harbour A 5)`,
			"own statements, others' statements, one of them twice, names in another case and by an alias; TERN is on the list of another publisher"},
		{"2", `HOLDING (Harbour A 2) <- (owned or controlled by) <- NORTH LINE (Harbour A 1)
HOLDING (Harbour A 2) -> (family of) -> HOLDING (Harbour A 2)
HOLDING (Harbour A 2) <- (owned by, by name) <- HERON (Harbour A 5)`,
			"a statement about itself stands once; HERON's owner as printed is in a relation already"},
		{"3", `CAPTAIN, One (Harbour A 3) -> (Linked To) -> NORTH LINE (Harbour A 1)
CAPTAIN, One (Harbour A 3) -> (Linked To) -> NORTH LINE (Harbour A 1)
CAPTAIN, One (Harbour A 3) -> (playing a significant role in, former, one of several of this name) -> TWIN (Harbour A 6)
CAPTAIN, One (Harbour A 3) -> (playing a significant role in, former, one of several of this name) -> TWIN (Harbour A 7)
CAPTAIN, One (Harbour A 3) -> (leader of: leader or official of, by name) -> Union (Harbour B u)`,
			"alternatives, and a name of the publisher's other list"},
		{"4", `GULL (Harbour A 4) -> (owner as printed) -> NORTH LINE (Harbour A 1)
GULL (Harbour A 4) <- (owner of, 25 to 33.33 %) <- NORTH LINE (Harbour A 1)
GULL (Harbour A 4) = (same IMO ship number 9283746) = TERN (Sea t)`, "what its own record says before what the other's says; the owner is printed in small letters; no ship manages a ship"},
		{"5", `HERON (Harbour A 5) -> (manager as printed) -> NORTH LINE (Harbour A 1)
HERON (Harbour A 5) -> (owned by, by name) -> HOLDING (Harbour A 2)`, "weak aliases do not count, nor does a ship that would manage another"},
		{"8", "", "tied to nobody"},
		{"9", "", "a weak alias is no name to be found by"},
		{"u", "Union (Harbour B u) <- (leader of: leader or official of, by name) <- CAPTAIN, One (Harbour A 3)", "the other side of a name on another list"},
		{"t", "TERN (Sea t) = (same IMO ship number 9283746) = GULL (Harbour A 4)", "one party on two lists"},
	} {
		if got := edgesText(g.Of(find(t, ls, c.id))); got != c.want {
			t.Errorf("%s (%s)\n got %s\nwant %s", c.id, c.reason, got, c.want)
		}
	}
	var open []string
	for _, e := range g.Unresolved() {
		open = append(open, e.String())
	}
	want := []string{
		`GULL (Harbour A 4) says: operator as printed "Nobody Ltd", which names no entry`,
		`GULL (Harbour A 4) says: manager as printed "GULL", which names no entry`,
		`HERON (Harbour A 5) says: linked to "NOBODY", which names no entry`,
		`HERON (Harbour A 5) says: managed by "GULL", which names no entry`,
		`TERN (Sea t) says: linked to "NORTH LINE", which names no entry`,
	}
	if !slices.Equal(open, want) {
		t.Errorf("unresolved:\n%s\nwant\n%s", strings.Join(open, "\n"), strings.Join(want, "\n"))
	}
}

// TestGraphStats counts the harbour by hand.
func TestGraphStats(t *testing.T) {
	g := lists.NewGraph(harbour()...)
	got := g.Stats()
	want := lists.GraphStats{Lists: 3, Entities: 11, Speaking: 6, Linked: 9,
		Relations: lists.RelationTally{Resolved: 7, Ambiguous: 1, Unresolved: 3},
		Printed:   lists.RelationTally{Resolved: 2, Unresolved: 2},
		Edges:     12, Self: 1, ByName: 4, Components: 1, Largest: 9,
		Roles: []lists.Tally{{"linked to", 2}, {"related to", 2}, {"family of", 1}, {"leader of", 1}, {"manager as printed", 1}, {"owned by", 1},
			{"owned or controlled by", 1}, {"owner as printed", 1}, {"owner of", 1}, {"same party as", 1}},
	}
	if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
	got.Roles[0].Name = "written over"
	if g.Stats().Roles[0].Name != "linked to" {
		t.Error("the figures can be written to")
	}
	d := g.Degrees()
	if len(d) != 9 || d[0].Entity.ID != "1" || d[0].Others != 4 || d[0].Naming != 3 || d[0].Named != 2 {
		t.Errorf("degrees %d, first %s %d %d %d", len(d), d[0].Entity.ID, d[0].Others, d[0].Naming, d[0].Named)
	}
	for _, d := range d {
		if d.Entity.ID == "2" && (d.Others != 2 || d.Naming != 2 || d.Named != 0) {
			t.Errorf("an entry that names itself is tied to %d others, %d, %d", d.Others, d.Naming, d.Named)
		}
	}
	if c := g.Components(); len(c) != 1 || c[0][0].Entity.ID != "1" || c[0][8].Entity.ID != "t" {
		t.Errorf("components %v", len(c))
	}
}

// TestGraphEdge holds that an edge keeps what is printed, says whose record it is in
// from both sides, and is written to JSON without the whole entries.
func TestGraphEdge(t *testing.T) {
	ls := harbour()
	g := lists.NewGraph(ls...)
	line := find(t, ls, "1")
	for _, e := range g.Of(line) {
		by, of := e.Says()
		if e.From.Entity != line || e.Reverse != (by == e.To) || e.Reverse != (of == e.From) {
			t.Errorf("%s: from %s, reverse %t, by %s, of %s", e, e.From.Entity.ID, e.Reverse, by.Entity.ID, of.Entity.ID)
		}
		if e.Relation != nil && (e.Relation.Text != e.Text || e.Relation.Role != e.Role || e.Relation.Label != e.Label) {
			t.Errorf("%s: relation %+v", e, *e.Relation)
		}
	}
	b, err := json.Marshal(g.Walk(find(t, ls, "5"), lists.WalkOptions{Depth: 1}))
	want := `[[{"from":{"list":"Harbour A","id":"5","kind":"vessel","name":"HERON"},"to":{"list":"Harbour A","id":"1","kind":"organization","name":"NORTH LINE"},` +
		`"role":"manager as printed","label":"Manager","text":"n. line","by_name":true}],` +
		`[{"from":{"list":"Harbour A","id":"5","kind":"vessel","name":"HERON"},"to":{"list":"Harbour A","id":"2","kind":"organization","name":"HOLDING"},` +
		`"role":"owned by","text":" HOLDING","by_name":true}]]`
	if err != nil || string(b) != want {
		t.Errorf("JSON %v\n got %s\nwant %s", err, b, want)
	}
	b, err = json.Marshal(g.Of(line)[3])
	if want := `"share":{"min":2500,"max":3333,"known":true}`; err != nil || !strings.Contains(string(b), want) {
		t.Errorf("JSON %v %s, want %s", err, b, want)
	}
	if b, err = json.Marshal(g.Unresolved()[0]); err != nil || !strings.Contains(string(b), `"to":null`) {
		t.Errorf("JSON %v %s, want no party", err, b)
	}
	same := g.Of(find(t, ls, "t"))[0]
	if got, want := same.String(), "TERN (Sea t) and GULL (Harbour A 4) are one party: same IMO ship number 9283746"; got != want || same.Relation != nil {
		t.Errorf("%s, want %s", got, want)
	}
	said := g.Of(line)[1]
	if got, want := said.String(), `CAPTAIN, One (Harbour A 3) says: Linked To "NORTH LINE", which is Harbour A 1`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if p := (lists.Path{}); p.String() != "" || p.From().Entity != nil || p.To().Entity != nil || !p.Certain() {
		t.Error("a path without edges is somewhere")
	}
}

// TestLinkIsNoOwnership holds that a role comes out as it went in, whatever it is:
// no edge that a graph makes of relations says more than the list.
func TestLinkIsNoOwnership(t *testing.T) {
	for _, role := range []lists.RelationRole{lists.LinkedTo, lists.OwnedBy, lists.OwnedOrControlledBy, lists.OwnerOf, lists.OperatedBy, lists.ManagedBy,
		lists.ActingFor, lists.ProvidesSupport, lists.FamilyOf, lists.LeaderOf, lists.AssociateOf, lists.PropertyInterest, lists.DirectorOf,
		lists.ParentOf, lists.SubsidiaryOf, lists.OtherRelation, "member of", ""} {
		a, b := entity(lists.Vessel, "a", "A"), entity(lists.Organization, "b", "B")
		a.Relations = []lists.Relation{to(role, "B")}
		l := listOf("L", "", a, b)
		g := lists.NewGraph(l)
		for i := range l.Entities {
			if es := g.Of(&l.Entities[i]); len(es) != 1 || es[0].Role != role || es[0].Reverse != (i == 1) {
				t.Errorf("%q became %v", role, es)
			}
		}
	}
}

// TestGraphOfNothing: what has no graph, and what is in none.
func TestGraphOfNothing(t *testing.T) {
	stranger := entity(lists.Person, "1", "STRANGER")
	ls := harbour()
	for _, g := range []*lists.Graph{lists.NewGraph(), lists.NewGraph(nil, nil), lists.NewGraph(&lists.List{}), lists.NewGraph(ls...)} {
		o := lists.WalkOptions{Depth: 3}
		if g.Of(&stranger) != nil || g.Of(nil) != nil || g.Walk(&stranger, o) != nil || g.Walk(nil, o) != nil || g.Between(&stranger, find(t, ls, "1"), o) != nil {
			t.Error("an entity of no list is tied to somebody")
		}
	}
	g := lists.NewGraph(ls...)
	if twice := lists.NewGraph(append(ls, ls...)...); fmt.Sprint(twice.Stats()) != fmt.Sprint(g.Stats()) {
		t.Errorf("a list given twice counts twice: %+v", twice.Stats())
	}
	copied := *ls[0]
	if again := lists.NewGraph(append(ls, &copied)...); fmt.Sprint(again.Stats()) != fmt.Sprint(g.Stats()) {
		t.Errorf("a copy of a List with the same entities counts twice: %+v", again.Stats())
	}
}

// TestGraphNames holds whom a name that is printed without a number means.
func TestGraphNames(t *testing.T) {
	owner := func(e lists.Entity, name string) lists.Entity {
		e.Kind, e.Vessel = lists.Vessel, &lists.VesselDetails{Owner: name}
		return e
	}
	says := func(id string, rs ...lists.Relation) lists.Entity {
		e := entity(lists.Person, id, "SPEAKER "+id)
		e.Relations = rs
		return e
	}
	firm := func(id string, names ...string) lists.Entity { return entity(lists.Organization, id, names...) }
	for _, c := range []struct {
		lists        []*lists.List
		want, reason string
	}{
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x")), firm("1", "Y", "X"), firm("2", "X"))}, "s>2", "a primary name goes before an alias"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x")), firm("1", "Y", "X"), firm("2", "Z", "X"))}, "s>1? s>2?", "an alias of two"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x")), firm("1", "X", "x", "X"))}, "s>1", "one that bears it three times"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x.")), firm("1", "X"))}, "", "a full stop counts"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x", "9")), firm("1", "X"))}, "s>1", "a number that nobody has, and a name"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x", "2")), firm("1", "X"), firm("2", "Y"))}, "s>2", "the number goes before the name"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x", "1")), firm("1", "X"), firm("1", "Y"))}, "s>1? s>1?", "two entries of one number"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "", "1", "2"), to(lists.LinkedTo, "", "1")), firm("1", "Y"), firm("2", "Z"))},
			"s>1 s>1? s>2?", "what is certain goes before what is not"},
		{[]*lists.List{listOf("A", "P", says("s", to(lists.LinkedTo, "x"))), listOf("B", "P", firm("1", "X"))}, "s>1", "another list of the publisher"},
		{[]*lists.List{listOf("A", "P", says("s", to(lists.LinkedTo, "x")), firm("0", "X")), listOf("B", "P", firm("1", "X"))}, "s>0", "the own list goes before it"},
		{[]*lists.List{listOf("A", "P", says("s", to(lists.LinkedTo, "x"))), listOf("B", "P", firm("1", "X")), listOf("C", "P", firm("2", "X"))}, "s>1? s>2?", "two other lists of the publisher"},
		{[]*lists.List{listOf("A", "P", says("s", to(lists.LinkedTo, "x"))), listOf("B", "Q", firm("1", "X"))}, "", "a list of another publisher"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x"))), listOf("B", "", firm("1", "X"))}, "", "lists of no publisher"},
		{[]*lists.List{listOf("A", "P", says("s", to(lists.LinkedTo, "x", "1"))), listOf("B", "P", firm("1", "Y"))}, "", "a number of another list"},
		{[]*lists.List{listOf("A", "P", owner(firm("s", "S"), "x")), listOf("B", "P", firm("1", "X"))}, "", "an owner as printed on another list"},
		{[]*lists.List{listOf("A", "P", owner(firm("s", "S"), "s"), firm("1", "S"))}, "s>1", "an owner of the ship's own name"},
		{[]*lists.List{listOf("A", "P", owner(firm("s", "S"), "x"), entity(lists.Vessel, "1", "X"), firm("2", "Y", "X"))}, "s>2", "no ship owns a ship"},
		{[]*lists.List{listOf("A", "", says("s", to(lists.LinkedTo, "x")), entity(lists.Vessel, "1", "X"))}, "s>1", "but a person may be linked to one"},
	} {
		g := lists.NewGraph(c.lists...)
		var got []string
		for _, e := range g.Of(find(t, c.lists, "s")) {
			got = append(got, "s>"+e.To.Entity.ID+map[bool]string{true: "?"}[e.Ambiguous])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.reason, s, c.want)
		}
		if open := len(g.Unresolved()); (open == 0) != (c.want != "") {
			t.Errorf("%s: %d unresolved", c.reason, open)
		}
	}
}
