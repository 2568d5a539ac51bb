package screening_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

func TestUnsearchable(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	id := func(typ lists.IDType, v string) []lists.Identifier { return []lists.Identifier{{Type: typ, Value: v}} }
	tests := []struct {
		query       screening.Query
		unsearched  bool
		mustMention string
		reason      string
	}{
		{screening.Query{}, true, "no name and no identifier", "nothing at all"},
		{screening.Query{Names: []string{""}}, true, "names[0]", "an empty name"},
		{screening.Query{Names: []string{" \t\n", "---", "!?"}}, true, "names[0]", "no letter and no digit in any name"},
		{screening.Query{Names: []string{"\xff\xfe"}}, true, "names[0]", "bytes that are no text"},
		{screening.Query{Names: []string{"\u200b\u202e"}}, true, "names[0]", "invisible characters only"},
		{screening.Query{Identifiers: id(lists.IMOShip, "9283745")}, true, "check digit", "a void IMO number"},
		{screening.Query{Identifiers: id(lists.IMOShip, "0000000")}, true, "identifiers[0]", "the number of ships that have none"},
		{screening.Query{Identifiers: id(lists.MMSI, "002573000")}, true, "ship station", "an MMSI of a coast station"},
		{screening.Query{Identifiers: id(lists.Passport, "--")}, true, "identifiers[0]", "no letter and no digit"},
		{screening.Query{Identifiers: id("", "")}, true, "identifiers[0]", "no number of no type"},
		{screening.Query{Countries: []string{"Iran"}, Gender: lists.Male}, true, "no name and no identifier", "facts alone name nobody"},
		{screening.Query{Kind: 99, Names: []string{"FORTUNE"}}, true, "kind", "no party is of such a kind"},
		{screening.Query{Names: []string{"", "FORTUNE"}}, false, "", "one name will do"},
		{screening.Query{Names: []string{""}, Identifiers: id(lists.IMOShip, "9283746")}, false, "", "a number will do"},
		{screening.Query{Names: []string{"7"}}, false, "", "a digit may be a name"},
		{screening.Query{Names: []string{"ф"}}, false, "", "a letter of any script"},
		{screening.Query{Identifiers: id(lists.IMOShip, "5878589")}, false, "", "void as a ship's number, but a company's"},
		{screening.Query{Kind: lists.Person, Identifiers: id(lists.IMOShip, "9283746")}, false, "", "searched, though persons have no such number"},
	}
	for _, tt := range tests {
		r, err := s.Screen(tt.query)
		if got := errors.Is(err, screening.ErrUnsearchable); got != tt.unsearched {
			t.Errorf("%+v: error %v; want ErrUnsearchable: %t: %s", tt.query, err, tt.unsearched, tt.reason)
			continue
		}
		if _, cerr := s.Compare(tt.query, &excerptList(t).Entities[0]); (cerr == nil) != (err == nil) || err != nil && cerr.Error() != err.Error() {
			t.Errorf("%+v: Compare says %v, Screen %v: %s", tt.query, cerr, err, tt.reason)
		}
		if tt.unsearched {
			if r != nil {
				t.Errorf("%+v: a result with an error: %s", tt.query, tt.reason)
			}
			if !strings.Contains(err.Error(), tt.mustMention) {
				t.Errorf("%+v: %q does not mention %q: %s", tt.query, err, tt.mustMention, tt.reason)
			}
		} else if err != nil {
			t.Errorf("%+v: %v", tt.query, err)
		} else if err := checkResult(r); err != nil {
			t.Errorf("%+v: %v", tt.query, err)
		}
	}
}

func TestWarnings(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	many := make([]string, 70)
	for i := range many {
		many[i] = strings.Repeat("a", i+1)
	}
	tests := []struct {
		change func(q *screening.Query)
		want   []string // field and a word of the reason, in order
		reason string
	}{
		{func(q *screening.Query) {}, nil, "all of it is of use"},
		{func(q *screening.Query) { q.Names = append(q.Names, "--") }, []string{"names[1] no letter"}, "a name without letters"},
		{func(q *screening.Query) { q.Names[0] = "FORTUNE" + strings.Repeat(" X", 3000) }, []string{"names[0] longer than"}, "a name that is cut"},
		{func(q *screening.Query) { q.Names[0] = "FORT\xffUNE" }, []string{"names[0] UTF-8"}, "bytes that are no text"},
		{func(q *screening.Query) { q.Names[0] = "FORTUN\u0415" }, []string{"names[0] homoglyphs"}, "a Cyrillic letter that looks Latin"},
		{func(q *screening.Query) { q.Names = many }, []string{"names[64] more than 64"}, "more names than are read"},
		{func(q *screening.Query) { q.Identifiers[0].Value = "9283745" }, []string{"identifiers[0] check digit"}, "a wrong check digit"},
		{func(q *screening.Query) { q.Identifiers[0].Value = "15411" }, []string{"identifiers[0] not 7"}, "too few digits"},
		{func(q *screening.Query) { q.Identifiers[0].Value = "5878589" }, []string{"identifiers[0] other kind only"}, "a company's number given as a ship's"},
		{func(q *screening.Query) { q.Flags = []string{"Panama", "Atlantis"} }, []string{"flags[1] no state"}, "no such state"},
		{func(q *screening.Query) { q.Countries = []string{"Korea"} }, []string{"countries[0] no state"}, "two states are called so"},
		{func(q *screening.Query) { q.Dates = []lists.Date{{Text: "soon"}} }, []string{"dates[0] no date"}, "no date"},
		{func(q *screening.Query) { q.Dates = []lists.Date{{Role: lists.Death, From: lists.Day{Year: 1999}}} }, []string{"dates[0] role"}, "a date that nothing is compared with"},
		{func(q *screening.Query) { q.Places = []string{"?"} }, []string{"places[0] no letter"}, "a place without letters"},
		{func(q *screening.Query) { q.Owners = []string{"NITC", ""} }, []string{"owners[1] no letter"}, "an owner without letters"},
		{func(q *screening.Query) { q.Addresses = []string{"1 Quay Street", "--"} }, []string{"addresses[1] no letter"}, "an address without letters"},
		{func(q *screening.Query) { q.Length = -1 }, []string{"length less than nothing"}, "no length"},
		{func(q *screening.Query) { q.Gender = "unknown" }, []string{"gender neither"}, "no gender: it must not contradict one"},
		{func(q *screening.Query) { q.VesselType = "zeppelin" }, []string{"vessel_type no type"}, "no type of ship"},
	}
	for _, tt := range tests {
		q := screening.Query{Kind: lists.Vessel, Names: []string{"FORTUNE"}, Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "9283746"}}}
		tt.change(&q)
		r := screen(t, s, q)
		if len(r.Warnings) != len(tt.want) {
			t.Errorf("%d warnings, want %d: %v: %s", len(r.Warnings), len(tt.want), r.Warnings, tt.reason)
			continue
		}
		for i, w := range r.Warnings {
			var qe *screening.QueryError
			field, why, _ := strings.Cut(tt.want[i], " ")
			switch {
			case !errors.As(w, &qe):
				t.Errorf("%v is no *QueryError: %s", w, tt.reason)
			case qe.Field != field || !strings.Contains(qe.Error(), why):
				t.Errorf("warning %q of %s, want %q: %s", qe, qe.Field, tt.want[i], tt.reason)
			case len(qe.Value) > 210:
				t.Errorf("a warning quotes %d bytes: %s", len(qe.Value), tt.reason)
			}
		}
	}
}

// TestStepsNameWhatMet holds that a step quotes the value that met the list, not
// the first of its field.
func TestStepsNameWhatMet(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	date := func(y int16) lists.Date { return lists.Date{Role: lists.Birth, From: lists.Day{Year: y}} }
	ship := screening.Query{Kind: lists.Vessel, Names: []string{"---", "zzz", "FORTUNE"}, Flags: []string{"Chad", "Iran"}}
	man := screening.Query{Kind: lists.Person, Names: []string{"Ali Danaei Kenarsari"}, Countries: []string{"Chad", "IR"}, Dates: []lists.Date{date(1920), date(1977)}}
	tests := []struct {
		query  screening.Query
		rule   screening.Rule
		asked  string
		listed string
		reason string
	}{
		{ship, screening.NameRule, "FORTUNE", "FORTUNE", "names before it could not be used"},
		{ship, screening.FormerFlagRule, "Iran", "Iran", "the second flag is the former one"},
		{man, screening.CountryRule, "IR", "Iran", "the second country is the nationality"},
		{man, screening.BirthNearRule, "1977", "1977-05-19", "the second date is near"},
	}
	for _, tt := range tests {
		r := screen(t, s, tt.query)
		if len(r.Hits) == 0 {
			t.Errorf("no hit: %s", tt.reason)
			continue
		}
		found := false
		for _, st := range r.Hits[0].Steps {
			if st.Rule == tt.rule {
				found = true
				if st.Query != tt.asked || st.Listed != tt.listed {
					t.Errorf("rule %q met %q with %q, want %q with %q: %s", st.Rule, st.Query, st.Listed, tt.asked, tt.listed, tt.reason)
				}
			}
		}
		if !found {
			t.Errorf("no step by rule %q: %s", tt.rule, tt.reason)
		}
	}
}

func TestKinds(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t), unknownKind())
	all := []lists.Kind{lists.Unknown, lists.Vessel, lists.Person, lists.Organization, lists.Aircraft}
	tests := []struct {
		name   string
		id     string
		kinds  []lists.Kind // that find it
		reason string
	}{
		{"FORTUNE", "15068", []lists.Kind{lists.Unknown, lists.Vessel}, "a ship"},
		{"Reza Vaziri", "29104", []lists.Kind{lists.Unknown, lists.Person}, "a person"},
		{"NITC", "15117", []lists.Kind{lists.Unknown, lists.Organization}, "a firm"},
		{"EP-GOM", "15431", []lists.Kind{lists.Unknown, lists.Aircraft}, "an aircraft"},
		{"Ostrovsky Qwerty", "u1", []lists.Kind{lists.Unknown, lists.Person, lists.Organization}, "a party of unknown kind"},
	}
	for _, tt := range tests {
		for _, k := range all {
			want := false
			for _, w := range tt.kinds {
				want = want || w == k
			}
			r := screen(t, s, screening.Query{Kind: k, Names: []string{tt.name}})
			if got := find(r, tt.id) != nil; got != want {
				t.Errorf("%q as %s: found %t, want %t: %s", tt.name, k, got, want, tt.reason)
			}
		}
	}
	r := screen(t, s, screening.Query{Kind: lists.Person, Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "9283746"}}})
	if len(r.Hits) != 0 {
		t.Error("a person is found by a ship's IMO number")
	}
}

// unknownKind is a list that does not say what its parties are.
func unknownKind() *lists.List {
	return &lists.List{
		Source:   lists.Source{Name: "Kindless", Entities: 1},
		Entities: []lists.Entity{{ID: "u1", Names: []lists.Name{{Text: "Qwerty Ostrovsky"}}}},
	}
}

// TestNumberInName holds that an IMO number that stands in a name is told of: it is
// looked for as a word of the name, which no list prints.
func TestNumberInName(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	number := ""
	for _, id := range excerptList(t).Entities {
		for _, x := range id.Identifiers {
			if x.Type == lists.IMOShip && number == "" {
				if c, err := x.Canonical(); err == nil {
					number = c.Value
				}
			}
		}
	}
	for _, tt := range []struct {
		query  screening.Query
		want   int
		reason string
	}{
		{screening.Query{Names: []string{number}}, 1, "a listed number for a name"},
		{screening.Query{Names: []string{"SOME SHIP IMO 9074729"}}, 1, "the letters stand by it"},
		{screening.Query{Names: []string{"SOME SHIP IMO " + number}, Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "IMO " + number}}}, 0, "given as an identifier too"},
		{screening.Query{Names: []string{"SOME SHIP 1234567"}}, 0, "any seven digits"},
		{screening.Query{Names: []string{"OCEAN 2"}}, 0, "no number"},
	} {
		r := screen(t, s, tt.query)
		n := 0
		for _, w := range r.Warnings {
			if strings.Contains(w.Error(), "stands in the name") {
				n++
			}
		}
		if n != tt.want {
			t.Errorf("%s: %v", tt.reason, r.Warnings)
		}
	}
}
