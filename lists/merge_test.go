package lists

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// entry makes an entity for the tests of links.
func entry(id string, k Kind, ids []Identifier, refs ...Reference) Entity {
	return Entity{ID: id, Kind: k, Names: []Name{{Text: id}}, Identifiers: ids, References: refs}
}

func ids(t IDType, values ...string) []Identifier {
	var out []Identifier
	for _, v := range values {
		out = append(out, Identifier{Type: t, Value: v})
	}
	return out
}

// linksText prints links as "reason value: list/id list/id", and conflicts with "!" before them.
func linksText(k *Links) string {
	var b strings.Builder
	line := func(mark string, why Because, all []Member) {
		fmt.Fprintf(&b, "%s%s %s:", mark, why.Reason, why.Value)
		for _, m := range all {
			fmt.Fprintf(&b, " %s/%s", m.List.Source.Name, m.Entity.ID)
		}
		b.WriteByte('\n')
	}
	for _, g := range k.Groups {
		line("", g.Because, g.Members)
	}
	for _, c := range k.Conflicts {
		line("!", c.Because, c.Members)
	}
	return b.String()
}

func TestLinkLists(t *testing.T) {
	const ship, firm, lei = "9187629", "5522536", "253400WSS48YWMBUA688"
	if !ValidIMOShip(ship) || !ValidIMOCompany(firm) || !ValidLEI(lei) {
		t.Fatal("the numbers of the test fail their checks")
	}
	tests := []struct {
		a, b   []Entity // the lists "A" and "OFAC B"
		want   string
		reason string
	}{
		{
			[]Entity{entry("1", Vessel, ids(IMOShip, "IMO "+ship))},
			[]Entity{entry("x", Vessel, ids(IMOShip, ship)), entry("y", Vessel, ids(IMOShip, "9283746"))},
			"same IMO ship number 9187629: A/1 OFAC B/x\n", "however it is printed",
		},
		{
			[]Entity{entry("1", Vessel, ids(IMOShip, "9187628"))},
			[]Entity{entry("x", Vessel, ids(IMOShip, "9187628"))},
			"", "the check digit is wrong",
		},
		{
			[]Entity{entry("1", Vessel, ids(IMOShip, ship)), entry("2", Vessel, ids(IMOShip, ship))},
			nil, "", "one list is not several",
		},
		{
			[]Entity{entry("1", Vessel, ids(IMOShip, ship)), entry("2", Vessel, ids(IMOShip, ship, "IMO "+ship))},
			[]Entity{entry("x", Unknown, ids(IMOShip, ship))},
			"same IMO ship number 9187629: A/1 A/2 OFAC B/x\n", "named twice in A, once in each; x does not say what it is, and its number does",
		},
		{
			[]Entity{entry("1", Organization, ids(IMOCompany, firm))},
			[]Entity{entry("x", Organization, ids(IMOCompany, firm)), entry("y", Vessel, ids(IMOCompany, firm))},
			"same IMO company number 5522536: A/1 OFAC B/x\n", "a vessel with its owner's number is not the owner",
		},
		{
			[]Entity{entry("1", Organization, ids(IMOShip, ship))},
			[]Entity{entry("x", Vessel, ids(IMOShip, ship))},
			"!same IMO ship number 9187629: A/1 OFAC B/x\n", "a firm with a ship's number is not the ship",
		},
		{
			[]Entity{entry("1", Organization, ids(IMOShip, ship)), entry("2", Vessel, ids(IMOShip, ship))},
			[]Entity{entry("x", Vessel, ids(IMOShip, ship))},
			"same IMO ship number 9187629: A/2 OFAC B/x\n!same IMO ship number 9187629: A/1 A/2 OFAC B/x\n", "those of one kind are linked all the same",
		},
		{
			[]Entity{entry("1", Person, ids(IMOCompany, firm))},
			[]Entity{entry("x", Organization, ids(IMOCompany, firm))},
			"!same IMO company number 5522536: A/1 OFAC B/x\n", "a man and a firm",
		},
		{
			[]Entity{entry("1", Organization, ids(LEI, lei))},
			[]Entity{entry("x", Unknown, ids(LEI, strings.ToLower(lei))), entry("y", Organization, ids(LEI, "253400WSS48YWMBUA689"))},
			"same LEI 253400WSS48YWMBUA688: A/1 OFAC B/x\n", "x does not say its kind, and nothing speaks against it",
		},
		{
			[]Entity{entry("1", Person, nil, Reference{"UN", "QDi.430"})},
			[]Entity{entry("x", Person, nil, Reference{"UN", "QDI430 "})},
			"same reference UN QDI430: A/1 OFAC B/x\n", "both name the same entry of a third",
		},
		{
			[]Entity{entry("1", Person, nil, Reference{"OFAC SDN", "29099"})},
			[]Entity{entry("29099", Person, nil)},
			"same reference OFAC 29099: A/1 OFAC B/29099\n", "A names B's own number",
		},
		{
			[]Entity{entry("1", Person, nil, Reference{"UN", "KPi.001"}), entry("2", Unknown, nil, Reference{"UN", "KPi.001"})},
			[]Entity{entry("x", Organization, nil, Reference{"UN", "KPi.001"})},
			"!same reference UN KPI001: A/1 A/2 OFAC B/x\n", "two kinds: the one that says none belongs to neither",
		},
		{
			[]Entity{entry("1", Person, nil, Reference{"UN", "-"}, Reference{"UN", ""}, Reference{"", ""})},
			[]Entity{entry("x", Person, nil, Reference{"UN", "-"}, Reference{"UN", ""}, Reference{"", ""})},
			"", "no number at all",
		},
		{
			[]Entity{entry("1", Person, nil, Reference{"UN", "1"})},
			[]Entity{entry("x", Person, nil, Reference{"UN DATAID", "1"}, Reference{"OFAC", "1"})},
			"", "other series of numbers",
		},
		{
			[]Entity{entry("1", Person, ids(Passport, "K1"))},
			[]Entity{entry("x", Person, ids(Passport, "K1"))},
			"", "passports of several states share numbers",
		},
		{
			[]Entity{entry("1", Kind(200), nil, Reference{"UN", "1"})},
			[]Entity{entry("x", Kind(200), nil, Reference{"UN", "1"})},
			"same reference UN 1: A/1 OFAC B/x\n", "kinds that do not exist",
		},
	}
	for _, tt := range tests {
		a := &List{Source: Source{Name: "A"}, Entities: tt.a}
		b := &List{Source: Source{Name: "OFAC B"}, Entities: tt.b}
		got := linksText(LinkLists(a, nil, b, a))
		if got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.reason, got, tt.want)
		}
	}
}

// TestLinksOf asks what a result needs: on which other lists an entry stands as well.
func TestLinksOf(t *testing.T) {
	ship := ids(IMOShip, "9187629")
	a := &List{Source: Source{Name: "A"}, Entities: []Entity{
		entry("a1", Vessel, ship, Reference{"UN", "1"}),
		entry("a2", Vessel, ship),
		entry("a3", Vessel, nil),
	}}
	b := &List{Source: Source{Name: "B"}, Entities: []Entity{entry("b1", Vessel, ship, Reference{"UN", "1"}, Reference{"UN", "2"})}}
	c := &List{Source: Source{Name: "C"}, Entities: []Entity{entry("c1", Vessel, nil, Reference{"UN", "2"})}}
	k := LinkLists(a, b, c)
	of := func(e *Entity) (out []string) {
		for _, x := range k.Of(e) {
			out = append(out, fmt.Sprint(x.Source.Name, " ", x.Entity.ID, " ", x.Because))
		}
		return out
	}
	tests := []struct {
		e      *Entity
		want   []string
		reason string
	}{
		{&a.Entities[0], []string{"B b1 [{same IMO ship number 9187629} {same reference UN 1}]"}, "two reasons, one entry; a2 is on the same list"},
		{&a.Entities[1], []string{"B b1 [{same IMO ship number 9187629}]"}, "its own reasons only"},
		{&a.Entities[2], nil, "on no other list"},
		{&b.Entities[0], []string{"A a1 [{same IMO ship number 9187629} {same reference UN 1}]", "A a2 [{same IMO ship number 9187629}]", "C c1 [{same reference UN 2}]"}, "in the order of the lists"},
		{&c.Entities[0], []string{"B b1 [{same reference UN 2}]"}, "A is reached through B only: not linked"},
		{&Entity{ID: "a1"}, nil, "not an entry of the lists"},
		{nil, nil, "nothing"},
	}
	for _, tt := range tests {
		if got := of(tt.e); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
	if got := LinkLists(); len(got.Groups) != 0 || got.Of(&a.Entities[0]) != nil {
		t.Error("no lists have links")
	}
}

// TestLinkListsIsSymmetric asks that A is linked with B exactly where B is linked with A, and never within one list.
func TestLinkListsIsSymmetric(t *testing.T) {
	var ls []*List
	for n := range 4 {
		l := &List{Source: Source{Name: fmt.Sprint("L", n)}}
		for i := range 200 {
			e := entry(fmt.Sprint(i), Kind(i*7%5), nil, Reference{"UN", fmt.Sprint(i * (n + 3) % 97)}, Reference{"EU", fmt.Sprint(i * (n + 5) % 89)})
			l.Entities = append(l.Entities, e)
		}
		ls = append(ls, l)
	}
	k := LinkLists(ls...)
	if again := LinkLists(ls...); linksText(k) != linksText(again) {
		t.Error("two runs differ")
	}
	pairs := 0
	for _, l := range ls {
		for i := range l.Entities {
			e := &l.Entities[i]
			for _, x := range k.Of(e) {
				pairs++
				if x.Source == &l.Source {
					t.Fatalf("%s %s is linked with its own list", l.Source.Name, e.ID)
				}
				back := false
				for _, y := range k.Of(x.Entity) {
					back = back || y.Entity == e && reflect.DeepEqual(y.Because, x.Because)
				}
				if !back {
					t.Fatalf("%s %s is linked with %s %s, and not the other way round", l.Source.Name, e.ID, x.Source.Name, x.Entity.ID)
				}
			}
		}
	}
	if pairs < 1000 {
		t.Errorf("only %d links", pairs)
	}
}

// BenchmarkLinkLists is linear: a number that every entry bears costs no more than others.
func BenchmarkLinkLists(b *testing.B) {
	var ls []*List
	for n := range 2 {
		l := &List{Source: Source{Name: fmt.Sprint("L", n)}}
		for i := range 20000 {
			l.Entities = append(l.Entities, entry(fmt.Sprint(i), Organization, nil, Reference{"UN", fmt.Sprint(i)}, Reference{"EU", "1"}))
		}
		ls = append(ls, l)
	}
	for b.Loop() {
		if k := LinkLists(ls...); len(k.Groups) != 20001 {
			b.Fatal(len(k.Groups))
		}
	}
}
