package voyage

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/ownership"
)

// TestBadVoyages are the voyages that are refused.
func TestBadVoyages(t *testing.T) {
	person := screening.Query{Kind: lists.Person, Names: []string{"X"}}
	tests := []struct {
		voyage Voyage
		is     error
		field  string
		reason string
	}{
		{Voyage{}, ErrEmpty, "", "nothing at all"},
		{Voyage{Ref: "7", Date: lists.Date{From: lists.Day{Year: 2020}}}, ErrEmpty, "", "a reference and a date are nothing to look for"},
		{Voyage{Ship: Vessel{screening.Query{Owners: []string{"NITC"}}}}, ErrEmpty, "", "a ship without name and number"},
		{Voyage{Structure: &ownership.Structure{}}, ErrEmpty, "", "an empty structure"},
		{Voyage{Parties: []Party{party("stowaway", name("X"))}}, ErrRole, "parties[0].role", "an unknown role"},
		{Voyage{Parties: []Party{party(Master, name("X")), party("", name("X"))}}, ErrRole, "parties[1].role", "no role"},
		{Voyage{Parties: []Party{party(Ship, name("X"))}}, ErrRole, "parties[0].role", "the ship has its own field"},
		{Voyage{Parties: []Party{party(OwnershipParty, name("X"))}}, ErrRole, "parties[0].role", "so have those behind the owner"},
		{Voyage{Ship: Vessel{person}}, ErrKind, "ship.kind", "a ship that is a person"},
		{Voyage{Met: []Vessel{{person}}}, ErrKind, "met[0].kind", "likewise one met"},
		{Voyage{Parties: []Party{party(ShipMet, person)}}, ErrKind, "parties[0].kind", "likewise among the parties"},
		{Voyage{Parties: []Party{party(Master, screening.Query{Kind: 77, Names: []string{"X"}})}}, ErrKind, "parties[0].kind", "a kind that does not exist"},
		{Voyage{Parties: make([]Party, MaxParties+1)}, ErrTooMany, "parties", "too many parties"},
		{Voyage{Met: make([]Vessel, MaxParties+1)}, ErrTooMany, "met", "too many ships"},
		{Voyage{Ports: make([]Port, MaxPlaces+1)}, ErrTooMany, "ports", "too many ports"},
		{Voyage{Cargo: strings.Repeat("x", MaxText+1)}, ErrTooMany, "cargo", "too long a text"},
		{Voyage{Ship: Vessel{name("***")}}, screening.ErrUnsearchable, "", "a name without letter or digit is all there is"},
		{Voyage{Parties: []Party{party(Master, screening.Query{})}}, screening.ErrUnsearchable, "", "a master of whom nothing is said is all there is"},
		{Voyage{Ports: []Port{{}}}, screening.ErrUnsearchable, "", "a port without name and country is all there is"},
		{Voyage{Ship: Vessel{name("X")}, Structure: &ownership.Structure{Parties: []ownership.Party{{ID: "a"}, {ID: "a"}}}}, ErrStructure, "structure", "a structure that contradicts itself"},
		{Voyage{Ship: Vessel{name("X")}, Structure: &ownership.Structure{Parties: make([]ownership.Party, MaxParties+1)}}, ErrTooMany, "structure.parties", "too large a structure"},
	}
	s := excerpt(t)
	for _, tt := range tests {
		r, err := Screen(s, tt.voyage)
		if r != nil || !errors.Is(err, tt.is) {
			t.Errorf("%s: %v, want %v", tt.reason, err, tt.is)
			continue
		}
		var ie *InputError
		if tt.field != "" && (!errors.As(err, &ie) || ie.Field != tt.field) {
			t.Errorf("%s: %v, want field %s", tt.reason, err, tt.field)
		}
		if strings.Count(err.Error(), "\n") > 3 || len(err.Error()) > 1000 {
			t.Errorf("%s: a long error: %s", tt.reason, err)
		}
	}
	_, err := Screen(s, Voyage{Parties: []Party{party("stowaway", name("X")), party("pirate", name("Y"))}})
	if err == nil || !strings.Contains(err.Error(), "parties[0]") || !strings.Contains(err.Error(), "parties[1]") {
		t.Errorf("not all that is wrong is told: %v", err)
	}
}

// TestWarnings are the voyages that are screened, with what does not fit in them.
func TestWarnings(t *testing.T) {
	withIMO := func(n string, numbers ...string) screening.Query {
		q := name(n)
		for _, i := range numbers {
			q.Identifiers = append(q.Identifiers, imo(i)...)
		}
		return q
	}
	firm := func(n, number string) screening.Query {
		return screening.Query{Names: []string{n}, Identifiers: []lists.Identifier{{Type: lists.IMOCompany, Value: number}}}
	}
	tests := []struct {
		voyage Voyage
		is     error
		field  string
		reason string
	}{
		{Voyage{Ship: Vessel{withIMO("X ONE", "9074729", "9283758")}}, ErrContradiction, "ship", "two numbers of one ship"},
		{Voyage{Ship: Vessel{withIMO("X ONE", "9074729", "IMO 9074729")}}, nil, "", "one number written in two ways"},
		{Voyage{Ship: Vessel{withIMO("X ONE", "9074729")}, Met: []Vessel{{withIMO("x  one", "9283758")}}}, ErrContradiction, "met[0]", "two numbers for one name"},
		{Voyage{Ship: Vessel{withIMO("X ONE", "9074729")}, Met: []Vessel{{withIMO("Y TWO", "9074729")}}}, ErrContradiction, "met[0]", "two ships with one number"},
		{Voyage{Parties: []Party{party(Operator, firm("A Line", "5849194")), party(Charterer, firm("B Line", "5849194"))}}, ErrContradiction, "parties[1]", "two firms with one number"},
		{Voyage{Ship: Vessel{withIMO("X ONE", "9074729")}, Payment: "FREIGHT IMO 9283758"}, ErrContradiction, "payment", "the text names another ship"},
		{Voyage{Ship: Vessel{withIMO("X ONE", "9074729")}, Payment: "FREIGHT IMO 9074729"}, nil, "", "the text names the ship"},
		{Voyage{Ship: Vessel{name("X ONE")}, Payment: "FREIGHT IMO 9283758"}, nil, "", "the ship's number is not given: nothing contradicts"},
		{Voyage{Parties: []Party{party(Master, name("Nils Berg")), party(Master, name("nils  berg"))}}, ErrTwice, "parties[1]", "a master twice"},
		{Voyage{Ship: Vessel{name("X ONE")}, Met: []Vessel{{name("x one")}}}, ErrTwice, "met[0]", "a ship meets herself"},
		{Voyage{Ship: Vessel{name("X ONE")}, Parties: []Party{party(Master, name("***"))}}, ErrNotChecked, "parties[0]", "a master who cannot be searched"},
		{Voyage{Ship: Vessel{name("X ONE")}, Ports: []Port{{Name: "Nowhere Roads"}}}, ErrNotChecked, "ports[0]", "a port whose country is not given"},
		{Voyage{Ship: Vessel{name("X ONE")}, Ports: []Port{{Name: "X", Country: "Atlantis"}}}, ErrNotChecked, "ports[0]", "a country that nobody knows"},
		{Voyage{Ship: Vessel{name("X ONE")}, Countries: []string{"Atlantis"}}, ErrNotChecked, "countries[0]", "likewise"},
		{Voyage{Ship: Vessel{name("X ONE")}, Flag: []string{"Atlantis"}}, ErrNotChecked, "flag[0]", "a flag that nobody knows"},
		{Voyage{Ship: Vessel{name("X ONE")}, Cargo: strings.Repeat("bales of Harris tweed and ", 60)}, ErrNotChecked, "cargo", "more words than are searched for names"},
		{Voyage{Ship: Vessel{name("X ONE")}, Structure: &ownership.Structure{Parties: []ownership.Party{{ID: "a"}}}, Date: lists.Date{From: lists.Day{Year: 2010, Month: 1, Day: 1}}},
			ownership.ErrRegime, "structure", "a day before the rules that are known"},
	}
	s := excerpt(t)
	for _, tt := range tests {
		r := ask(t, s, tt.voyage)
		found := slices.IndexFunc(r.Warnings, func(w error) bool {
			var ie *InputError
			return errors.Is(w, ErrContradiction) && tt.is == nil || tt.is != nil && errors.Is(w, tt.is) && errors.As(w, &ie) && ie.Field == tt.field
		})
		if (found >= 0) != (tt.is != nil) {
			t.Errorf("%s: warnings %v, want %v of %q", tt.reason, r.Warnings, tt.is, tt.field)
		}
	}
}

// TestNothingLost holds that every party that is given is told of, searched or not,
// and that one that cannot be searched stops nobody.
func TestNothingLost(t *testing.T) {
	var v Voyage
	v.Ship = Vessel{screening.Query{Identifiers: imo("9283745")}}
	for i, r := range Roles() {
		if r == Ship || r == OwnershipParty {
			continue
		}
		q := name(fmt.Sprintf("Lindqvist %d", i))
		if i%3 == 0 {
			q = screening.Query{}
		}
		v.Parties = append(v.Parties, party(r, q), party(r, name("NITC")))
	}
	r := ask(t, excerpt(t), v)
	fields := map[string]bool{}
	unsearched := 0
	for i := range r.Findings {
		for _, f := range r.Findings[i].Fields {
			if fields[f] {
				t.Errorf("%s is told twice", f)
			}
			fields[f] = true
		}
		if r.Findings[i].Err != nil {
			unsearched++
			if !errors.Is(r.Findings[i].Err, screening.ErrUnsearchable) {
				t.Errorf("%v", r.Findings[i].Err)
			}
		}
	}
	if !fields["ship"] {
		t.Error("the ship is lost")
	}
	for i := range v.Parties {
		if !fields[fmt.Sprintf("parties[%d]", i)] {
			t.Errorf("parties[%d] is lost", i)
		}
	}
	if r.Unsearched != unsearched || unsearched == 0 {
		t.Errorf("%d unsearched, counted %d", r.Unsearched, unsearched)
	}
	if hints := of(t, r, Ship).Hints; len(hints) == 0 || hints[0].Listed != "9283746" {
		t.Errorf("no hint for a void number: %v", hints)
	}
	for _, rf := range r.Roles {
		if rf.Because == "" || len(rf.Findings) == 0 {
			t.Errorf("%s: %+v", rf.Role, rf)
		}
	}
}

// TestTwoRoles holds that a party in two roles is screened once and told in both.
func TestTwoRoles(t *testing.T) {
	r := ask(t, excerpt(t), Voyage{Parties: []Party{party(Master, name("Nils Berg")), party(Bank, name("NITC")), party(RegisteredOwner, name("nitc "))}})
	f := of(t, r, Bank)
	if len(r.Findings) != 2 || !slices.Equal(f.Roles, []Role{RegisteredOwner, Bank}) || !slices.Equal(f.Fields, []string{"parties[2]", "parties[1]"}) {
		t.Errorf("%d findings, roles %v of %v", len(r.Findings), f.Roles, f.Fields)
	}
	if len(r.Warnings) > 0 {
		t.Errorf("two roles are no fault: %v", r.Warnings)
	}
	for _, rf := range r.Roles {
		if (rf.Role == Bank || rf.Role == RegisteredOwner) && rf.Level != Probable {
			t.Errorf("%s: %s", rf.Role, rf.Level)
		}
	}
	other := ask(t, excerpt(t), Voyage{Parties: []Party{party(Bank, name("NITC")), party(RegisteredOwner, screening.Query{Names: []string{"NITC"}, Countries: []string{"Chile"}})}})
	if len(other.Findings) != 2 {
		t.Error("parties of whom different things are said are two")
	}
}
