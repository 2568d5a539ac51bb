package ownership

import (
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// A ruling is what one regime says of the party c of a structure: the outcome and
// the interval of Shares, as "met 50%" or "undecided 25% to 75%".
type ruling struct {
	structure    string
	ofac, eu, uk string
	reason       string
}

var rulings = []ruling{
	// The structures and numbers of OFAC's FAQs.
	{"list x; x c 25; y c 75", "not met 25%", "not met 25%", "not met 25%", "FAQ 398: a minority blocks nothing"},
	{"list x; x c 25; y c 75; x controls c", "not met 25%", "met 25%", "met 25%", "FAQ 398: OFAC asks for ownership, not control; the EU and the UK ask for either"},
	{"list x; list y; x c 25; y c 25; z c 50", "met 50%", "met 50%", "not met 25%", "FAQ 399: two blocked persons with a quarter each make one half; the UK does not add them up"},
	{"list x OFAC; list y OFAC; x c 25; y c 25", "met 50%", "not met 0%", "not met 0%", "FAQ 399: the programmes may differ; another regime has listed neither"},
	{"list x; x c 20; z c 80; x controls c by majority of board", "not met 20%", "met 20%", "met 20%", "FAQ 400: a blocked person who runs a firm does not block it"},
	{"list x; x a 50; a c 50", "met 50%", "met 50%", "not met 0%", "FAQ 401, 1: one half of one half: each link counts in full; in the UK one half is no majority"},
	{"list x; x a 50; x b 50; a c 25; b c 25", "met 50%", "met 50%", "not met 0%", "FAQ 401, 2: two halves with a quarter each"},
	{"list x; x a 50; x c 10; a c 40", "met 50%", "met 50%", "not met 10%", "FAQ 401, 3: directly and through a half"},
	{"list x; x a 50; x b 25; a c 25; b c 25", "not met 25%", "not met 25%", "not met 0%", "FAQ 401, 4: what is held through a quarter counts nothing, so one quarter is left"},
	{"list x; x a 25; x b 25; a c 50; b c 50", "not met 0%", "not met 0%", "not met 0%", "FAQ 401, 5: through quarters alone nothing counts, however much they hold"},
	{"list x; x c 49.99999; y c 50.00001", "not met 49.99999%", "not met 49.99999%", "not met 49.99999%", "FAQ 402: after a sale below one half; whether the sale is real is for the reader"},
	{"list x; x c 50", "met 50%", "met 50%", "not met 50%", "the threshold itself"},
	{"list x; x c 50.00001", "met 50.00001%", "met 50.00001%", "met 50.00001%", "the least above it"},
	{"list x; list y; list z; x c 1/6; y c 1/6; z c 1/6", "met 50%", "met 50%", "not met 1/6", "three sixths are exactly one half"},
	{"list x; list y; list z; x c 16.66%; y c 16.66%; z c 16.66%", "not met 49.98%", "not met 49.98%", "not met 16.66%", "figures are taken as they stand"},
	{"x c 100", "not met 0%", "not met 0%", "not met 0%", "nobody is listed"},
	{"list c", "met 0%", "met 0%", "met 0%", "the party itself is listed"},
	{"list c; x c 100", "met 0%", "met 0%", "met 0%", "the party itself is listed, whoever owns it"},

	// Longer ways.
	{"list x; x a 51; a b 51; b d 51; d c 51", "met 51%", "met 51%", "met 51%", "a chain of majorities, each counted in full"},
	{"list x; x a 51; a b 49; b c 100", "not met 0%", "not met 0%", "not met 0%", "a chain breaks at its weakest link"},
	{"list x; list y; x a 30; y a 30; a c 60", "met 60%", "met 60%", "not met 0%", "a firm that is blocked by addition counts in full; for the UK nobody holds a majority of it"},
	{"list x; x a 60; x c 30; a c 25", "met 55%", "met 55%", "met 55%", "UK, Schedule 1: what one person holds directly and through a majority is one holding"},
	{"list x; list y; x a 60; a c 30; y c 30", "met 60%", "met 60%", "not met 30%", "but not what another holds"},
	{"list x; x a 60; x b 30; a b 30; b c 51", "met 51%", "met 51%", "met 51%", "a majority in b by two ways"},
	{"list a; list x; x a 10; a c 50.5", "met 50.5%", "met 50.5%", "met 50.5%", "a listed firm counts whoever owns it"},

	// What is not known.
	{"list x; x c unknown", "undecided 0% to 100%", "undecided 0% to 100%", "undecided 0% to 100%", "unknown is never no"},
	{"list x; x c unknown; y c 50", "undecided 0% to 50%", "undecided 0% to 50%", "not met 0% to 50%", "the other's half leaves one half at most"},
	{"list x; x c unknown; y c 50.00001", "not met 0% to 49.99999%", "not met 0% to 49.99999%", "not met 0% to 49.99999%", "the other's majority leaves too little"},
	{"list x; x c 25-50; y c 20-100", "undecided 25% to 50%", "undecided 25% to 50%", "not met 25% to 50%", "a band of a register"},
	{"list x; x c 50-75", "met 50% to 75%", "met 50% to 75%", "undecided 50% to 75%", "the end of the band decides"},
	{"list x; x c >50%", "met 50.00001% to 100%", "met 50.00001% to 100%", "met 50.00001% to 100%", "more than one half"},
	{"list x; list y; x c <25%; y c <25%", "not met 0% to 49.99998%", "not met 0% to 49.99998%", "not met 0% to 24.99999%", "two holdings below a quarter do not make one half"},
	{"list x; list y; x c <=25%; y c <=25%", "undecided 0% to 50%", "undecided 0% to 50%", "not met 0% to 25%", "two of at most a quarter may"},
	{"list x; list y; x c unknown; y c unknown; z c 50.00001", "not met 0% to 49.99999%", "not met 0% to 49.99999%", "not met 0% to 49.99999%", "two unknown shares have no more room together than one"},
	{"list x; list y; x c 0-40; y c 0-40; z c 30", "undecided 0% to 70%", "undecided 0% to 70%", "not met 0% to 40%", "the room is less than the sum of both"},
	{"list x; x c 40; a c unknown; x a 50", "undecided 40% to 100%", "undecided 40% to 100%", "not met 40%", "a firm of unknown share that is blocked; for the UK x has no majority of a"},
	{"list x; x a 40-60; a c 100", "undecided 0% to 100%", "undecided 0% to 100%", "undecided 0% to 100%", "the doubt lies a step above"},
	{"list x; x a 40-60; x c 50; a c 50", "met 50% to 100%", "met 50% to 100%", "undecided 50% to 100%", "the doubt cannot change the outcome for OFAC and the EU"},
	{"list? x; x c 60", "undecided 0% to 60%", "undecided 0% to 60%", "undecided 0% to 60%", "a hit that nobody has confirmed"},
	{"list? x; list y; x c 60; y c 40", "undecided 40% to 100%", "undecided 40% to 100%", "undecided 0% to 60%", "a confirmed and an unconfirmed owner"},
	{"list? c", "undecided 0%", "undecided 0%", "undecided 0%", "the party itself may be listed"},

	// Cycles.
	{"a c 60; c a 60", "not met 0%", "not met 0%", "not met 0%", "a circle of which nobody is listed does not block itself"},
	{"list x; x a 30; c a 30; a c 100", "not met 0%", "not met 0%", "not met 0%", "30% from outside is not enough to start the circle"},
	{"list x; x a 51; c a 30; a c 100", "met 100%", "met 100%", "met 100%", "51% is"},
	{"list x; x a unknown; c a 30; a c 100", "undecided 0% to 100%", "undecided 0% to 100%", "undecided 0% to 100%", "up to 70% from outside may be"},
	{"list x; x a 50; b a 50; a b 100; b c 50", "met 50%", "met 50%", "not met 0%", "a circle entered from outside"},

	// Votes and control.
	{"list x; x c 10 votes 60; y c 90 votes 40", "not met 10%", "met 10%", "met 10%", "a majority of votes without the capital"},
	{"list x; x c 60 votes 10; y c 40 votes 90", "met 60%", "met 60%", "met 60%", "a majority of the capital without the votes"},
	{"list x; x a 60 votes 10; y a 40 votes 90; a c 100", "met 100%", "met 100%", "not met 0%", "UK, Schedule 1: a holding passes on through a majority of votes"},
	{"list x; x a 10 votes 60; a c 100", "not met 0%", "met 100%", "met 100%", "and for the EU through either"},
	{"list x; x controls a; a c 60", "not met 0%", "met 60%", "met 60%", "what a controlled firm owns counts; for OFAC it does not"},
	{"list x; x controls? c; x c 10", "not met 10%", "undecided 10%", "undecided 10%", "control that is not established"},
	{"list x; x a 60; a controls c by dominant influence", "not met 0%", "met 0%", "met 0%", "controlled through an owned firm"},

	// Joint arrangements, nominees.
	{"list x; x c 30; y c 30; joint c: x, y", "not met 30%", "not met 30%", "met 60%", "UK, Schedule 1: each holds what both hold"},
	{"list x; x c 30; y c 30; joint? c: x, y", "not met 30%", "not met 30%", "undecided 30% to 60%", "an arrangement that is not established"},
	{"list x; list y; x c 30; y c 30; joint c: x, y", "met 60%", "met 60%", "met 60%", "two listed parties acting jointly"},
	{"list x; x a 60; a c 30; y c 30; joint c: a, y", "not met 30%", "not met 30%", "met 60%", "an arrangement of an owned firm"},
	{"list x; x c 20; y c 20; z c 20; joint c: x, y; joint c: y, z", "not met 20%", "not met 20%", "not met 40%", "arrangements are not chained: x has arranged nothing with z"},
	{"list x; n c 60 for x", "met 60%", "met 60%", "met 60%", "a nominee holds for a listed party"},
	{"list x; x c 60 for y", "undecided 0% to 60%", "undecided 0% to 60%", "not met 0%", "a listed nominee: the UK counts the share as the other's, elsewhere it is not settled"},
	{"list x; list y; x c 60 for y", "met 60%", "met 60%", "met 60%", "nominee and beneficiary are listed: it counts once"},

	// What is no freeze.
	{"list x OFAC sectoral; x c 100", "not met 0%", "not met 0%", "not met 0%", "a sectoral listing blocks nothing"},
	{"list x EU port ban; list x EU asset freeze; x c 60", "not met 0%", "met 60%", "not met 0%", "both on one entry"},
	{"list c EU port ban", "not met 0%", "not met 0%", "not met 0%", "nor does a port ban on the party itself"},

	// Ships.
	{"ship c; list x; x c 100", "met 100%", "met 100%", "met 100%", "a ship of a listed owner"},
	{"ship c; list x; x c 10/64; y c 54/64", "met 15.625%", "undecided 15.625%", "met 15.625%", "ten of sixty-four shares are an interest; the EU's rule does not tell of the rest"},
	{"ship c; list x; x c unknown", "met 0% to 100%", "undecided 0% to 100%", "met 0% to 100%", "an owner, whatever the share"},
	{"ship c; list x; x a 50; a c 100", "met 100%", "met 100%", "not met 0%", "a ship of a firm that is blocked"},
	{"ship c; list x; x a 25; a c 100", "not met 0%", "not met 0%", "not met 0%", "a ship of a firm that is not"},
	{"ship c; list x; y c 100; x controls c", "not met 0%", "met 0%", "met 0%", "a listed manager blocks no ship for OFAC"},
}

func TestDecide(t *testing.T) {
	for _, tt := range rulings {
		c, err := New(draw(t, tt.structure))
		if err != nil {
			t.Errorf("%s: %v (%s)", tt.structure, err, tt.reason)
			continue
		}
		for i, want := range []string{tt.ofac, tt.eu, tt.uk} {
			r := Regimes()[i]
			v, err := c.Decide("c", r)
			if err != nil {
				t.Errorf("%s: %v", tt.structure, err)
				continue
			}
			if got := string(v.Outcome) + " " + v.Shares.span(); got != want {
				var b strings.Builder
				v.Explain(&b)
				t.Errorf("%s: %s says %q, want %q (%s)\n%s", tt.structure, r, got, want, tt.reason, b.String())
			}
			if (v.Ground == NoGround) != (v.Outcome == NotMet) {
				t.Errorf("%s: %s: outcome %s by %q", tt.structure, r, v.Outcome, v.Ground)
			}
		}
	}
}

func TestDecideGround(t *testing.T) {
	tests := []struct {
		structure string
		regime    Regime
		ground    Ground
		person    string
		reason    string
	}{
		{"list c; list x; x c 60", OFAC, ByListing, "", "the listing goes first"},
		{"list x; x c 60; x controls c", EU, ByShares, "", "shares before control"},
		{"list x; x c 10 votes 60", EU, ByVotes, "", "votes before control"},
		{"list x; x c 10; x controls c", UK, ByControl, "x", "control alone"},
		{"list x; list y; x c 30; y c 60", UK, ByShares, "y", "the person who meets the rule"},
		{"list x; list y; x c 30; y c 40", UK, NoGround, "y", "or comes closest to it"},
		{"list x; list y; x c 30; y c unknown", UK, ByShares, "y", "an unknown share comes closer than a small one"},
		{"list x; list y; x c 10-20; y c 10-30", UK, NoGround, "y", "alike for certain: the one who may hold more"},
		{"list x; list y; x c 10-20; y c 11", UK, NoGround, "y", "the one who holds more for certain"},
		{"list x; list y; x c unknown; y c 10 votes 60", UK, ByVotes, "y", "certainty before size"},
		{"list x; list y; x c unknown; y controls c", UK, ByControl, "y", "certainty before size"},
		{"list y; list x; y c 30; x c 30", UK, NoGround, "x", "alike: the smaller ID"},
		{"ship c; list x; x c 1", OFAC, ByProperty, "", "a ship is property"},
		{"ship c; list x; x controls c", EU, ByControl, "", "and may be controlled"},
	}
	for _, tt := range tests {
		v, err := Decide(draw(t, tt.structure), "c", tt.regime)
		if err != nil {
			t.Fatal(err)
		}
		if v.Ground != tt.ground || v.Person != tt.person {
			t.Errorf("%s: %s: by %q of %q, want %q of %q (%s)", tt.structure, tt.regime, v.Ground, v.Person, tt.ground, tt.person, tt.reason)
		}
	}
}

func TestDecideOnADay(t *testing.T) {
	half := draw(t, "list x; x c 50")
	tests := []struct {
		regime Regime
		on     lists.Day
		want   Outcome
		fails  string
		reason string
	}{
		{EU, lists.Day{Year: 2024, Month: 7, Day: 3}, Met, "", "50 % or more from the day of the best practices on"},
		{EU, lists.Day{Year: 2024, Month: 7, Day: 2}, NotMet, "", "more than 50 % until the day before"},
		{EU, lists.Day{Year: 2018, Month: 5, Day: 3}, "", "known from 2018-05-04 on", "older texts are not known"},
		{OFAC, lists.Day{Year: 2014, Month: 8, Day: 13}, Met, "", "the revised guidance"},
		{OFAC, lists.Day{Year: 2014, Month: 8, Day: 12}, "", "known from 2014-08-13 on", "the guidance before did not add up"},
		{UK, lists.Day{Year: 2021, Month: 1, Day: 1}, NotMet, "", "one half is not more than one half"},
		{UK, lists.Day{Year: 2020, Month: 12, Day: 30}, "", "known from 2020-12-31 on", "EU law until then"},
		{UK, lists.Day{}, NotMet, "", "the latest law"},
		{"UN", lists.Day{}, "", `"UN"`, "no rule is known"},
	}
	c, err := New(half)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		v, err := c.DecideOn("c", tt.regime, tt.on)
		if tt.fails != "" {
			if err == nil || !strings.Contains(err.Error(), tt.fails) {
				t.Errorf("%s on %s: error %v, want one with %q (%s)", tt.regime, tt.on, err, tt.fails, tt.reason)
			}
			continue
		}
		if err != nil || v.Outcome != tt.want {
			t.Errorf("%s on %s: %s, %v, want %s (%s)", tt.regime, tt.on, v.Outcome, err, tt.want, tt.reason)
		}
	}
}
