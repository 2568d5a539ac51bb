package screening_test

import (
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// ownShip, ownMaster and ownFirm are parties that bear everything a rule can
// meet.
func ownShip() *lists.Entity {
	return &lists.Entity{
		ID: "S1", Kind: lists.Vessel,
		Names: []lists.Name{{Text: "QUIET HARBOUR"}, {Text: "LOUD ANCHOR", Type: lists.Former}, {Text: "TIDEMARK", Type: lists.WeakAlias}},
		Identifiers: []lists.Identifier{
			{Type: lists.IMOShip, Value: "IMO 9074729"}, {Type: lists.MMSI, Value: "422303000"}, {Type: lists.CallSign, Value: "9BAC"},
			{Type: lists.YardNumber, Value: "Yard 1220"},
		},
		Flags: []lists.Country{{Text: "Panama", Code: "PA", Role: lists.Flag}, {Text: "Iran", Code: "IR", Role: lists.FormerFlag}},
		Dates: []lists.Date{{Role: lists.Build, From: lists.Day{Year: 2000}}},
		Vessel: &lists.VesselDetails{
			Type: "Crude Oil Tanker", Owner: "Brightwater Tankers Ltd",
			Deadweight: lists.Quantity{Text: "159,681", Value: 159_681}, Length: lists.Quantity{Text: "274 m", Value: 274},
		},
	}
}

func ownMaster() *lists.Entity {
	return &lists.Entity{
		ID: "P1", Kind: lists.Person, Gender: lists.Male,
		Names: []lists.Name{{Text: "ZEMANEK, Bohuslav"}, {Text: "HAVRANEK, Bohuslav", Type: lists.Former}, {Text: "Slavoj", Type: lists.WeakAlias}},
		Identifiers: []lists.Identifier{
			{Type: lists.Passport, Value: "K41818536", Country: "Iran"}, {Type: lists.NationalID, Value: "443-147"}, {Type: lists.SeafarerDocument, Value: "MUM 85917"},
			{Type: lists.OtherID, Value: "ZZ 12"}, {Type: lists.TaxID, Value: "77-6612"},
		},
		Countries: []lists.Country{{Text: "Iran", Code: "IR", Role: lists.Nationality}},
		Dates:     []lists.Date{{Role: lists.Birth, From: lists.Day{Year: 1977, Month: 5, Day: 19}}},
		Places:    []lists.Place{{Role: lists.BirthPlace, Text: "Shemiran, Iran", Code: "IR"}},
		Relations: []lists.Relation{{Role: lists.LinkedTo, Text: "Brightwater Tankers Ltd"}},
	}
}

func ownFirm() *lists.Entity {
	return &lists.Entity{
		ID: "F1", Kind: lists.Organization,
		Names:       []lists.Name{{Text: "BRIGHTWATER TANKERS LTD"}},
		Identifiers: []lists.Identifier{{Type: lists.IMOCompany, Value: "2041999"}, {Type: lists.LEI, Value: "529900T8BM49AURSDO55"}, {Type: lists.RegistrationNumber, Value: "C 41309"}},
		Addresses: []lists.Address{
			{Street: "Kestrel Quay 12", City: "Limassol 3036", Country: "Cyprus", Code: "CY"},
			{Street: "c/o Registry, 80 Broad Street", City: "Monrovia", Country: "Liberia", Code: "LR"},
		},
	}
}

func ownList() *lists.List {
	return &lists.List{
		Source:   lists.Source{Name: "Own", Entities: 3},
		Entities: []lists.Entity{*ownShip(), *ownMaster(), *ownFirm()},
	}
}

// TestRules makes every rule apply once, and holds its effect and the level.
func TestRules(t *testing.T) {
	l := ownList()
	p := screening.DefaultPolicy()
	p.Threshold = 740 // whatever the default: it decides the levels here
	s := newScreener(t, p, l)
	ids := func(tv ...string) []lists.Identifier {
		var out []lists.Identifier
		for i := 0; i < len(tv); i += 2 {
			out = append(out, lists.Identifier{Type: lists.IDType(tv[i]), Value: tv[i+1]})
		}
		return out
	}
	ship := func(change func(q *screening.Query)) screening.Query {
		q := vessel("Quiet Harbour")
		change(&q)
		return q
	}
	man := func(change func(q *screening.Query)) screening.Query {
		q := person("Bohuslav Zemanek")
		change(&q)
		return q
	}
	firm := func(change func(q *screening.Query)) screening.Query {
		q := screening.Query{Kind: lists.Organization, Names: []string{"Brightwater Tankers Ltd"}}
		change(&q)
		return q
	}
	birth := func(y int16, m, d uint8) []lists.Date {
		return []lists.Date{{Role: lists.Birth, From: lists.Day{Year: y, Month: m, Day: d}}}
	}
	build := func(y int16) []lists.Date { return []lists.Date{{From: lists.Day{Year: y}}} }
	const strong, probable, near = screening.Strong, screening.Probable, screening.Near
	tests := []struct {
		query  screening.Query
		rule   screening.Rule
		effect matcher.Score
		score  matcher.Score
		level  screening.Level
		reason string
	}{
		{vessel("Quiet Harbour"), screening.NameRule, 900, 900, probable, "a name alone is never strong"},
		{vessel("Loud Anchor"), screening.FormerNameRule, 0, 900, probable, "a former name is as good as any other"},
		{person("Slavoj"), screening.WeakAliasRule, 0, 900, probable, "a weak alias, equal"},
		{screening.Query{Identifiers: ids("imo", "9074729")}, screening.IMORule, 960, 960, strong, "one hull for life"},
		{screening.Query{Identifiers: ids("imo company", "2041999")}, screening.CompanyIMORule, 950, 950, strong, "a firm's own number"},
		{screening.Query{Identifiers: ids("imo", "2041999")}, screening.WrongFieldRule, 930, 930, strong, "a company's number given as a ship's"},
		{screening.Query{Identifiers: ids("mmsi", "422303000")}, screening.MMSIRule, 850, 850, probable, "assigned anew"},
		{screening.Query{Identifiers: ids("call sign", "9-BAC")}, screening.CallSignRule, 840, 840, probable, "assigned anew"},
		{screening.Query{Identifiers: ids("yard number", "YARD 1220")}, screening.HullRule, 940, 940, strong, "a hull's own number"},
		{screening.Query{Identifiers: ids("passport", "k41818536")}, screening.PassportRule, 940, 940, strong, "a passport, no state given"},
		{screening.Query{Identifiers: ids("national id", "443147")}, screening.NationalIDRule, 940, 940, strong, "a national number"},
		{screening.Query{Identifiers: ids("seafarer document", "MUM85917")}, screening.SeafarerRule, 940, 940, strong, "a seafarer's document"},
		{screening.Query{Identifiers: ids("lei", "529900T8BM49AURSDO55")}, screening.LEIRule, 950, 950, strong, "a firm's own number"},
		{screening.Query{Identifiers: ids("tax id", "776612")}, screening.RegistrationRule, 930, 930, strong, "a tax number"},
		{screening.Query{Identifiers: ids("other", "ZZ12")}, screening.OtherIDRule, 900, 900, probable, "a number of which nothing is known"},
		{ship(func(q *screening.Query) { q.Identifiers = ids("imo", "9074729") }), screening.NameRule, 25, 985, strong, "a further base adds what also adds"},
		{ship(func(q *screening.Query) { q.Identifiers = ids("mmsi", "422303000") }), screening.MMSIRule, 25, 925, strong, "name and MMSI"},
		{ship(func(q *screening.Query) { q.Names[0] = "Zebra"; q.Identifiers = ids("imo", "9074729") }), screening.NameDiffersRule, 0, 960, strong, "another name, the same hull: told"},
		{ship(func(q *screening.Query) { q.Identifiers = ids("imo", "9283746") }), screening.IMODiffersRule, -450, 450, near, "another hull of that name"},
		{ship(func(q *screening.Query) {
			q.Identifiers = ids("imo", "9283746", "mmsi", "422303000", "call sign", "9BAC")
		}), screening.ConflictRule, 380, 880, probable, "another number, and two facts of the hull agree"},
		{ship(func(q *screening.Query) {
			q.Identifiers = ids("imo", "9283746", "mmsi", "422303000")
			q.Dates = build(2000)
		}), screening.ConflictRule, 380, 885, probable, "the year of build is a fact of the hull"},
		{ship(func(q *screening.Query) { q.Identifiers = ids("imo", "9283745") }), screening.NameRule, 900, 900, probable, "a void number is nothing"},
		{ship(func(q *screening.Query) { q.Flags = []string{"PA"} }), screening.FlagRule, 12, 912, probable, "her flag"},
		{ship(func(q *screening.Query) { q.Flags = []string{"Iran"} }), screening.FormerFlagRule, 10, 910, probable, "a flag she flew"},
		{ship(func(q *screening.Query) { q.Flags = []string{"Chad"} }), screening.FlagDiffersRule, -2, 898, probable, "ships are reflagged"},
		{ship(func(q *screening.Query) { q.VesselType = "oil tanker" }), screening.TypeRule, 10, 910, probable, "her type"},
		{ship(func(q *screening.Query) { q.VesselType = "tug" }), screening.TypeDiffersRule, -60, 840, probable, "a tug is no tanker"},
		{ship(func(q *screening.Query) { q.Dates = build(2001) }), screening.BuildRule, 30, 930, probable, "keel and delivery lie a year apart"},
		{ship(func(q *screening.Query) { q.Dates = build(2010) }), screening.BuildDiffersRule, -120, 780, probable, "ten years younger"},
		{ship(func(q *screening.Query) { q.Owners = []string{"Brightwater Tankers Limited"} }), screening.OwnerRule, 30, 930, probable, "her owner"},
		{man(func(q *screening.Query) { q.Dates = birth(1977, 5, 19) }), screening.BirthRule, 60, 960, strong, "the same day"},
		{man(func(q *screening.Query) { q.Dates = birth(1977, 0, 0) }), screening.BirthNearRule, 30, 930, probable, "the same year"},
		{man(func(q *screening.Query) { q.Dates = birth(1950, 1, 2) }), screening.BirthDiffersRule, -250, 650, near, "a generation older"},
		{man(func(q *screening.Query) { q.Countries = []string{"IRN"} }), screening.CountryRule, 15, 915, probable, "his nationality"},
		{man(func(q *screening.Query) { q.Countries = []string{"Chad"} }), screening.CountryDiffersRule, -15, 885, probable, "another nationality"},
		{man(func(q *screening.Query) { q.Places = []string{"Shemiran"} }), screening.PlaceRule, 15, 915, probable, "his place of birth"},
		{man(func(q *screening.Query) { q.Places = []string{"Shemiran"}; q.Countries = []string{"IR"} }), screening.PlaceRule, 15, 930, strong, "two lesser facts"},
		{man(func(q *screening.Query) { q.Gender = "F" }), screening.GenderDiffersRule, -300, 600, near, "a woman"},
		{man(func(q *screening.Query) {
			q.Identifiers = ids("passport", "K41818536")
			q.Dates = birth(1950, 1, 2)
		}), screening.BirthDiffersRule, -62, 903, probable, "his passport in another man's hand: shown, and not strong"},
		{ship(func(q *screening.Query) { q.Deadweight = 159_000 }), screening.TonnageRule, 20, 920, probable, "her deadweight"},
		{ship(func(q *screening.Query) { q.Deadweight = 153_000 }), screening.TonnageNearRule, 8, 908, probable, "measured anew"},
		{ship(func(q *screening.Query) { q.Deadweight = 35_000 }), screening.TonnageDiffersRule, -60, 840, probable, "a quarter of her size"},
		{ship(func(q *screening.Query) { q.Length = 274 }), screening.LengthRule, 10, 910, probable, "her length"},
		{ship(func(q *screening.Query) { q.Length = 90 }), screening.LengthDiffersRule, -60, 840, probable, "a third of her length"},
		{screening.Query{Identifiers: ids("imo", "9074729"), VesselType: "tug", Deadweight: 400}, screening.HullDoubtRule, 0, 930, strong, "a tug under a tanker's number: told"},
		{firm(func(q *screening.Query) { q.Addresses = []string{"12 Kestrel Quay, Limassol, Cyprus"} }), screening.AddressRule, 40, 940, probable, "her address"},
		{firm(func(q *screening.Query) { q.Addresses = []string{"80 Broad St., Monrovia, Liberia"} }), screening.AgentAddressRule, 3, 903, probable, "the address of thousands"},
		{firm(func(q *screening.Query) { q.Identifiers = ids("lei", "5493001KJTIIGC8Y1R12") }), screening.NumberDiffersRule, -40, 860, probable, "another firm's number"},
		{firm(func(q *screening.Query) { q.Countries = []string{"Cyprus"} }), screening.CountryRule, 15, 915, strong, "name and state of a firm"},
	}
	seen := map[screening.Rule]bool{screening.AlsoRule: true} // a sum, not a step
	for _, tt := range tests {
		var h screening.Hit
		for i := range l.Entities {
			g, err := s.Compare(tt.query, &l.Entities[i])
			if err != nil {
				t.Fatalf("%v: %s", err, tt.reason)
			}
			if err := checkHit(&g, &screening.Policy{Rules: screening.DefaultPolicy().Rules}); err != nil {
				t.Errorf("%v: %s", err, tt.reason)
			}
			if g.Score > h.Score {
				h = g
			}
		}
		if h.Score != tt.score || h.Level != tt.level {
			t.Errorf("score %d, %s; want %d, %s: %s: %+v", h.Score, h.Level, tt.score, tt.level, tt.reason, h.Steps)
		}
		found := false
		for _, st := range h.Steps {
			if st.Rule == tt.rule {
				found, seen[st.Rule] = true, true
				if st.Effect != tt.effect {
					t.Errorf("rule %q has the effect %d, want %d: %s", st.Rule, st.Effect, tt.effect, tt.reason)
				}
			}
		}
		if !found {
			t.Errorf("no step by rule %q: %s", tt.rule, tt.reason)
		}
	}
	for _, r := range screening.Rules() {
		if !seen[r] {
			t.Errorf("no row for rule %q", r)
		}
	}
}

// TestIssuingStates holds that a number of one state is not that of another.
func TestIssuingStates(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), ownList())
	for _, tt := range []struct {
		country string
		hit     bool
		reason  string
	}{
		{"", true, "no state given"},
		{"Iran", true, "the listed state"},
		{"IR", true, "the listed state by its code"},
		{"Atlantis", true, "a state that nobody knows contradicts nothing"},
		{"Chad", false, "one number, two states"},
	} {
		r := screen(t, s, screening.Query{Identifiers: []lists.Identifier{{Type: lists.Passport, Value: "K41818536", Country: tt.country}}})
		if got := len(r.Hits) == 1; got != tt.hit {
			t.Errorf("%q: hit %t, want %t: %s", tt.country, got, tt.hit, tt.reason)
		}
	}
}

// TestSameNumberTwice holds that a number given twice is one piece of evidence.
func TestSameNumberTwice(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), ownList())
	once := screening.Query{Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "9074729"}}}
	twice := screening.Query{Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "IMO 9074729"}, {Type: lists.IMOShip, Value: "9074729"}}}
	if a, b := screen(t, s, once).Hits[0].Score, screen(t, s, twice).Hits[0].Score; a != b {
		t.Errorf("once %s, twice %s", a, b)
	}
}

// TestMoreTruthNeverScoresLess gives, for every entity, each of its names or
// numbers alone, then more and more of what its list says of it: the score never
// falls.
func TestMoreTruthNeverScoresLess(t *testing.T) {
	l := excerptList(t)
	own := ownList()
	for _, l := range [...]*lists.List{l, own} {
		s := newScreener(t, screening.DefaultPolicy(), l)
		for i := range l.Entities {
			e := &l.Entities[i]
			var starts []screening.Query
			for _, n := range e.Names {
				starts = append(starts, screening.Query{Kind: e.Kind, Names: []string{n.Text}})
			}
			for _, id := range e.Identifiers {
				q := screening.Query{Kind: e.Kind, Identifiers: []lists.Identifier{id}}
				if _, err := s.Screen(q); err == nil {
					starts = append(starts, q)
				}
			}
			for _, q := range starts {
				last := screening.Hit{}
				for k, more := range truths(e) {
					more(&q)
					h, err := s.Compare(q, e)
					if err != nil {
						t.Fatal(err)
					}
					if err := checkHit(&h, &screening.Policy{Rules: s.Policy().Rules}); err != nil {
						t.Fatal(err)
					}
					if h.Score < last.Score {
						t.Errorf("%s: fact %d takes the score from %s to %s: %+v: %+v", e.ID, k, last.Score, h.Score, q, h.Steps)
					}
					last = h
				}
			}
		}
	}
}

// truths are what a list says of an entity, as additions to a query.
func truths(e *lists.Entity) []func(q *screening.Query) {
	out := []func(q *screening.Query){func(*screening.Query) {}}
	for _, n := range e.Names {
		out = append(out, func(q *screening.Query) { q.Names = append(q.Names[:len(q.Names):len(q.Names)], n.Text) })
	}
	for _, id := range e.Identifiers {
		out = append(out, func(q *screening.Query) {
			q.Identifiers = append(q.Identifiers[:len(q.Identifiers):len(q.Identifiers)], id)
		})
	}
	for _, c := range e.Flags {
		out = append(out, func(q *screening.Query) { q.Flags = append(q.Flags, c.Text) })
	}
	for _, c := range e.Countries {
		out = append(out, func(q *screening.Query) { q.Countries = append(q.Countries, c.Text) })
	}
	for _, d := range e.Dates {
		out = append(out, func(q *screening.Query) { q.Dates = append(q.Dates, d) })
	}
	for _, p := range e.Places {
		out = append(out, func(q *screening.Query) { q.Places = append(q.Places, p.Text) })
	}
	for _, r := range e.Relations {
		out = append(out, func(q *screening.Query) { q.Owners = append(q.Owners, r.Text) })
	}
	out = append(out, func(q *screening.Query) { q.Gender = e.Gender })
	if v := e.Vessel; v != nil {
		out = append(out, func(q *screening.Query) { q.VesselType = v.Type })
	}
	return out
}
