package ownership

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

func TestNewRefuses(t *testing.T) {
	half, third := Exact(50*PerCent), Exact(Whole/3)
	party := func(ids ...string) (out []Party) {
		for _, id := range ids {
			out = append(out, Party{ID: id})
		}
		return out
	}
	tests := []struct {
		s      Structure
		want   string
		reason string
	}{
		{Structure{}, "no party", "nothing to judge"},
		{Structure{Parties: []Party{{Name: "Alpha"}}}, `without an ID (name "Alpha")`, "an empty ID"},
		{Structure{Parties: party("a", "b", "a")}, `two parties have the ID "a"`, "the same ID twice"},
		{Structure{Parties: []Party{{ID: "a", Listed: []Designation{{Regime: "UN"}}}}}, `party "a": no regime is called "UN"`, "a regime without a rule"},
		{Structure{Parties: party("a"), Holdings: []Holding{{Owner: "x", Owned: "a", Share: half}}}, `"x" holds "a": no party has the ID "x"`, "a missing owner"},
		{Structure{Parties: party("a"), Holdings: []Holding{{Owner: "a", Owned: "x", Share: half}}}, `no party has the ID "x"`, "a missing firm"},
		{Structure{Parties: party("a", "b"), Holdings: []Holding{{Owner: "a", Owned: "b", For: "x"}}}, `for another: no party has the ID "x"`, "a missing beneficiary"},
		{Structure{Parties: party("a"), Holdings: []Holding{{Owner: "a", Owned: "a", Share: half}}}, `party "a" holds a share of itself (50%)`, "own shares"},
		{Structure{Parties: party("a", "n"), Holdings: []Holding{{Owner: "n", Owned: "a", For: "a", Share: half}}}, `party "a" holds a share of itself (50%)`, "own shares through a nominee"},
		{draw(t, "x a 50; x a 25"), `"x" holds "a" twice (25% and 50%)`, "the same holding twice"},
		{draw(t, "x a 60; y a 1/2"), `shares of party "a": holders have 110% for certain`, "more than the whole"},
		{draw(t, "x a 60-70; y a >=50"), `shares of party "a": holders have 110% for certain`, "more than the whole at the least"},
		{draw(t, "x a 10 votes 60; y a 10 votes 50"), `votes of party "a": holders have 110% for certain`, "of the votes"},
		{Structure{Parties: party("a", "b"), Holdings: []Holding{{Owner: "a", Owned: "b", Share: Exact(-PerCent)}}}, `share: ownership: not a share: -1% is below nothing`, "below nothing"},
		{Structure{Parties: party("a", "b"), Holdings: []Holding{{Owner: "a", Owned: "b", Share: Exact(101 * PerCent)}}}, `101% is above 100%`, "above the whole"},
		{Structure{Parties: party("a", "b"), Holdings: []Holding{{Owner: "a", Owned: "b", Share: Exact(math.MinInt64)}}}, `is below nothing`, "no overflow"},
		{Structure{Parties: party("a", "b"), Holdings: []Holding{{Owner: "a", Owned: "b", Share: Exact(math.MaxInt64)}}}, `above 100%`, "no overflow"},
		{Structure{Parties: party("a", "b"), Holdings: []Holding{{Owner: "a", Owned: "b", Share: third, Votes: &Share{50 * PerCent, 75 * PerCent}}}}, `votes: ownership: not a share: the minimum 50% is above the maximum 25%`, "ends exchanged"},
		{draw(t, "person p; x p 10"), `"x" holds "p": nobody holds shares in a person`, "a person is not owned"},
		{draw(t, "person p; x controls p"), `a person is not owned or controlled`, "nor controlled"},
		{draw(t, "ship s; s a 10"), `a ship or an aircraft holds no shares`, "property owns nothing"},
		{draw(t, "ship s; n a 10 for s"), `a ship or an aircraft holds no shares`, "nor through a nominee"},
		{draw(t, "ship s; s controls a"), `a ship or an aircraft controls nothing`, ""},
		{draw(t, "ship s; x s 0"), `a share of 0% in a ship`, "an owner without a share"},
		{Structure{Parties: party("a"), Controls: []Control{{"a", "a", OtherControl, false}}}, `party "a" controls itself`, ""},
		{Structure{Parties: party("a", "b"), Controls: []Control{{"a", "b", "magic", false}}}, `no kind of control is called "magic"`, ""},
		{Structure{Parties: party("a", "b"), Controls: []Control{{"a", "b", OtherControl, false}, {"a", "b", OtherControl, true}}}, `"a" controls "b" by control by any means twice`, ""},
		{draw(t, "x a 10; joint a: x, x"), `it takes two members, not 1`, ""},
		{draw(t, "x a 10; y b 10; joint a: x, y"), `its member "y" holds nothing of "a"`, ""},
		{Structure{Parties: party("a", "x"), Arrangements: []Arrangement{{Owned: "q", Members: []string{"a", "x"}}}}, `an arrangement on "q": no party has the ID "q"`, ""},
	}
	for _, tt := range tests {
		_, err := New(tt.s)
		if !errors.Is(err, ErrStructure) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("New: %v, want an error with %q (%s)", err, tt.want, tt.reason)
		}
	}
}

func TestNewTellsAllThatIsWrong(t *testing.T) {
	_, err := New(draw(t, "x a 60; y a 60; x b 70; y b 70; c d 0"))
	if err == nil || strings.Count(err.Error(), "for certain") != 2 {
		t.Errorf("New: %v, want both firms", err)
	}
	s := Structure{Parties: []Party{{ID: "a"}}}
	for i := range 100 {
		s.Holdings = append(s.Holdings, Holding{Owner: fmt.Sprint("x", i), Owned: "a"})
	}
	_, err = New(s)
	if err == nil || strings.Count(err.Error(), "\n") != 20 || !strings.Contains(err.Error(), "80 more errors") {
		t.Errorf("New: %v, want twenty errors and how many more", err)
	}
}

func TestErrorsStayShort(t *testing.T) {
	long := strings.Repeat("é", 1<<20)
	_, err := New(Structure{Parties: []Party{{ID: "a"}}, Holdings: []Holding{{Owner: long, Owned: "a"}}})
	if err == nil || len(err.Error()) > 1000 {
		t.Errorf("an error of %d bytes", len(err.Error()))
	}
	if _, err := Decide(draw(t, "x a 1"), long, OFAC); err == nil || len(err.Error()) > 1000 {
		t.Errorf("an error of %d bytes", len(err.Error()))
	}
	if _, err := Decide(draw(t, "x a 1"), "b", OFAC); !errors.Is(err, ErrStructure) || !strings.Contains(err.Error(), `"b"`) {
		t.Errorf("a missing target: %v", err)
	}
	if _, err := Decide(draw(t, "x a 1"), "a", "UN"); !errors.Is(err, ErrRegime) {
		t.Errorf("a missing regime: %v", err)
	}
}

// A Chart keeps nothing of the Structure that the caller may change.
func TestChartKeepsNothing(t *testing.T) {
	s := draw(t, "list x; x c 10 votes 60; y c 40; joint c: x, y")
	c, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := c.Decide("c", UK)
	want, _ := json.Marshal(before)
	s.Parties[0].Listed[0].Regime = "UN"
	s.Parties[0].ID = "z"
	*s.Holdings[0].Votes = Exact(0)
	s.Arrangements[0].Members[0] = "z"
	after, err := c.Decide("c", UK)
	if got, _ := json.Marshal(after); err != nil || string(got) != string(want) {
		t.Errorf("after a change of the structure: %s, %v, want %s", got, err, want)
	}
}

func TestDesignations(t *testing.T) {
	day := lists.Day{Year: 2026, Month: 1, Day: 15}
	ended := func(text string) lists.Date {
		d, err := lists.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	freeze := []lists.MeasureKind{lists.AssetFreeze}
	tests := []struct {
		measures []lists.Measure
		on       lists.Day
		want     string
		reason   string
	}{
		{[]lists.Measure{{Authority: "OFAC", Kinds: freeze}}, day, "OFAC asset freeze", "an SDN"},
		{[]lists.Measure{{Authority: "OFAC", Kinds: freeze}, {Authority: "OFAC", Kinds: freeze}}, day, "OFAC asset freeze", "two programmes are one freeze"},
		{[]lists.Measure{{Authority: "UK", Kinds: freeze}, {Authority: "Council of the EU", Kinds: freeze}}, day, "EU asset freeze, UK asset freeze", "in the order of regimes"},
		{[]lists.Measure{{Authority: "OFAC", Kinds: []lists.MeasureKind{lists.Sectoral}}}, day, "OFAC sectoral", "no freeze"},
		{[]lists.Measure{{Authority: "Council of the EU", Kinds: []lists.MeasureKind{lists.PortBan, lists.ServicesBan}}}, day, "EU port ban, EU services ban", "a listed ship"},
		{[]lists.Measure{{Authority: "UN Security Council", Kinds: freeze}}, day, "", "no rule of its own"},
		{[]lists.Measure{{Authority: "Office of Foreign Assets Control", Kinds: freeze}, {Authority: " hm treasury ", Kinds: freeze}}, day, "OFAC asset freeze, UK asset freeze", "as others print the authority"},
		{[]lists.Measure{{Authority: "UK"}}, day, "UK asset freeze?", "a list that does not say what it forbids"},
		{[]lists.Measure{{Authority: "UK"}, {Authority: "UK", Kinds: freeze}}, day, "UK asset freeze", "one of two measures says it"},
		{[]lists.Measure{{Authority: "OFAC", Kinds: freeze, Ends: ended("2026-01-14")}}, day, "", "ended the day before"},
		{[]lists.Measure{{Authority: "OFAC", Kinds: freeze, Ends: ended("2026-01-15")}}, day, "OFAC asset freeze", "ends on the day"},
		{[]lists.Measure{{Authority: "OFAC", Kinds: freeze, Ends: ended("2026")}}, day, "OFAC asset freeze", "ends in the year"},
		{[]lists.Measure{{Authority: "OFAC", Kinds: freeze, Ends: ended("2026-01-14")}}, lists.Day{}, "OFAC asset freeze?", "an end and no day"},
		{nil, day, "", "nothing"},
	}
	for _, tt := range tests {
		e := &lists.Entity{ID: "7", Names: []lists.Name{{Text: "ALPHA", Type: lists.Primary}}, Measures: tt.measures}
		var got []string
		for _, d := range Designations(e, tt.on) {
			s := string(d.Regime) + " " + string(d.Measure)
			if d.Possible {
				s += "?"
			}
			if d.Entry != "7 ALPHA" {
				t.Errorf("entry %q", d.Entry)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("Designations: %q, want %q (%s)", s, tt.want, tt.reason)
		}
	}
}

// Of what the parsers of this module print as an authority, each is read.
func TestParseRegime(t *testing.T) {
	for text, want := range map[string]Regime{"OFAC": OFAC, "Council of the EU": EU, "UK": UK, " ofsi ": UK, "eu": EU} {
		if r, err := ParseRegime(text); err != nil || r != want {
			t.Errorf("ParseRegime(%q) = %s, %v, want %s", text, r, err, want)
		}
	}
	for _, text := range []string{"", "UN Security Council", "Canada", "OFACs"} {
		if r, err := ParseRegime(text); !errors.Is(err, ErrRegime) {
			t.Errorf("ParseRegime(%q) = %s, %v, want an error", text, r, err)
		}
	}
}
