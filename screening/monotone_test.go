package screening_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// monotoneSample is the number of parties drawn from each list.
const monotoneSample = 300

// TestEvidenceIsMonotone draws parties by a fixed seed and asks for each with
// a random part of what its list says. A further true fact never lowers the
// score, a contradicting one never raises it, one on which the list is silent
// changes nothing, and neither does the order of the query's fields.
func TestEvidenceIsMonotone(t *testing.T) {
	t.Run("excerpt", func(t *testing.T) { monotone(t, excerptList(t)) })
	t.Run("own", func(t *testing.T) { monotone(t, ownList()) })
	t.Run("2021-07", func(t *testing.T) { monotone(t, realList(t, "2021-07")) })
}

func monotone(t *testing.T, l *lists.List) {
	s := newScreener(t, screening.DefaultPolicy(), l)
	policy := s.Policy()
	random := rand.New(rand.NewPCG(11, 7))
	compare := func(q screening.Query, e *lists.Entity) screening.Hit {
		h, err := s.Compare(q, e)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkHit(&h, &policy); err != nil {
			t.Fatalf("%s: %v: %+v", e.ID, err, q)
		}
		return h
	}
	lowered, contradicted := 0, 0
	n := min(monotoneSample, 80*len(l.Entities))
	if testing.Short() {
		n /= 4
	}
	for range n {
		e := &l.Entities[random.IntN(len(l.Entities))]
		if len(e.Names) == 0 {
			continue
		}
		q := screening.Query{Kind: e.Kind, Names: []string{e.Names[random.IntN(len(e.Names))].Text}}
		facts := allTruths(e)
		random.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
		facts = facts[:random.IntN(len(facts)+1)]
		against := contradictions(e)
		random.Shuffle(len(against), func(i, j int) { against[i], against[j] = against[j], against[i] })
		// Some falsehood beside the truth, so that all rules meet all others.
		for _, f := range against[:random.IntN(3)%(len(against)+1)] {
			f.change(&q)
		}
		before := compare(q, e)
		for _, f := range facts {
			f.change(&q)
			after := compare(q, e)
			if after.Score < before.Score {
				t.Errorf("%s: the true fact %s takes the score from %s to %s: %+v", e.ID, f.name, before.Score, after.Score, after.Steps)
			}
			before = after
		}
		for _, f := range silent(e) {
			p := clone(q)
			f.change(&p)
			if after := compare(p, e); after.Score != before.Score || after.Level != before.Level {
				t.Errorf("%s: the list is silent on %s, and it takes the score from %s to %s", e.ID, f.name, before.Score, after.Score)
			}
		}
		p := clone(q)
		shuffle(random, &p)
		if after := compare(p, e); !reflect.DeepEqual(steps(after), steps(before)) || after.Score != before.Score || after.Level != before.Level {
			t.Errorf("%s: the order of the query takes the score from %s to %s:\n%v\n%v", e.ID, before.Score, after.Score, steps(before), steps(after))
		}
		for _, f := range against {
			f.change(&q)
			after := compare(q, e)
			contradicted++
			if after.Score < before.Score {
				lowered++
			}
			if after.Score > before.Score {
				t.Errorf("%s: the contradicting fact %s takes the score from %s to %s: %+v", e.ID, f.name, before.Score, after.Score, after.Steps)
			}
			before = after
		}
	}
	t.Logf("%d contradicting facts, of which %d lowered a score", contradicted, lowered)
	if lowered*20 < contradicted || contradicted == 0 {
		t.Errorf("of %d contradicting facts %d lowered a score: the test does not bite", contradicted, lowered)
	}
}

// fact is one addition to a query.
type fact struct {
	name   string
	change func(q *screening.Query)
}

// allTruths are what a list says of an entity.
func allTruths(e *lists.Entity) (out []fact) {
	for i, f := range truths(e)[1:] {
		out = append(out, fact{fmt.Sprint("truth ", i), f})
	}
	for _, a := range e.Addresses {
		if a.Street != "" && a.City != "" {
			out = append(out, fact{"address", func(q *screening.Query) {
				q.Addresses = append(q.Addresses, a.Street+", "+a.City+", "+a.Country)
			}})
		}
	}
	if v := e.Vessel; v != nil {
		out = append(out,
			fact{"deadweight", func(q *screening.Query) { q.Deadweight = v.Deadweight.Value }},
			fact{"gross tonnage", func(q *screening.Query) { q.GrossTonnage = v.GrossTonnage.Value }},
			fact{"length", func(q *screening.Query) { q.Length = v.Length.Value }},
			fact{"owner", func(q *screening.Query) { q.Owners = append(q.Owners, v.Owner) }})
	}
	return out
}

// contradictions are facts that cannot be true of an entity beside what its
// list says.
func contradictions(e *lists.Entity) (out []fact) {
	add := func(name string, change func(q *screening.Query)) { out = append(out, fact{name, change}) }
	add("flag", func(q *screening.Query) { q.Flags = append(q.Flags, "Bhutan") })
	add("country", func(q *screening.Query) { q.Countries = append(q.Countries, "Bhutan") })
	add("name", func(q *screening.Query) { q.Names = append(q.Names, "Quillon Verdance") })
	add("address", func(q *screening.Query) { q.Addresses = append(q.Addresses, "7 Norzin Lam, Thimphu, Bhutan") })
	add("owner", func(q *screening.Query) { q.Owners = append(q.Owners, "Quillon Verdance Holding") })
	add("birth or build", func(q *screening.Query) {
		q.Dates = append(q.Dates, lists.Date{Role: lists.Birth, From: lists.Day{Year: 1811, Month: 2, Day: 3}}, lists.Date{Role: lists.Build, From: lists.Day{Year: 1811}})
	})
	add("MMSI", func(q *screening.Query) {
		q.Identifiers = append(q.Identifiers, lists.Identifier{Type: lists.MMSI, Value: "410000001"})
	})
	if e.Gender == lists.Male {
		add("gender", func(q *screening.Query) { q.Gender = lists.Female })
	}
	if e.Kind == lists.Vessel && !slices.Contains(imoOf(e), "9999993") {
		add("IMO number", func(q *screening.Query) { q.Identifiers = append(q.Identifiers, imo("9999993")...) })
	}
	for _, id := range e.Identifiers {
		switch id.Type {
		case lists.NationalID, lists.RegistrationNumber, lists.TaxID, lists.Passport:
			add(string(id.Type), func(q *screening.Query) {
				q.Identifiers = append(q.Identifiers, lists.Identifier{Type: id.Type, Value: "QQ00ZZ7766554433", Country: id.Country})
			})
		}
	}
	if v := e.Vessel; v != nil {
		if v.Deadweight.Value > 0 {
			add("deadweight", func(q *screening.Query) { q.Deadweight = 3 * v.Deadweight.Value })
		}
		if v.GrossTonnage.Value > 0 {
			add("gross tonnage", func(q *screening.Query) { q.GrossTonnage = 1 })
		}
		if v.Length.Value > 0 {
			add("length", func(q *screening.Query) { q.Length = 3 })
		}
	}
	return out
}

// silent are facts on which a list says nothing of the entity.
func silent(e *lists.Entity) (out []fact) {
	if len(e.Dates) == 0 {
		out = append(out, fact{"dates", func(q *screening.Query) {
			q.Dates = append(q.Dates, lists.Date{Role: lists.Birth, From: lists.Day{Year: 1970}}, lists.Date{Role: lists.Build, From: lists.Day{Year: 1970}})
		}})
	}
	if e.Gender == "" {
		out = append(out, fact{"gender", func(q *screening.Query) { q.Gender = lists.Female }})
	}
	if len(imoOf(e)) == 0 {
		out = append(out, fact{"IMO number", func(q *screening.Query) { q.Identifiers = append(q.Identifiers, imo("9999993")...) }})
	}
	if len(e.Flags) == 0 {
		out = append(out, fact{"flag", func(q *screening.Query) { q.Flags = append(q.Flags, "Bhutan") }})
	}
	if e.Vessel == nil || e.Vessel.Type == "" {
		out = append(out, fact{"type", func(q *screening.Query) { q.VesselType = "tug" }})
	}
	if e.Vessel == nil || e.Vessel.Length.Value == 0 {
		out = append(out, fact{"length", func(q *screening.Query) { q.Length = 3 }})
	}
	out = append(out, fact{"passport", func(q *screening.Query) {
		q.Identifiers = append(q.Identifiers, lists.Identifier{Type: lists.Passport, Value: "QQ00ZZ7766554433"})
	}})
	return out
}

func clone(q screening.Query) screening.Query {
	q.Names, q.Identifiers, q.Flags, q.Countries = slices.Clone(q.Names), slices.Clone(q.Identifiers), slices.Clone(q.Flags), slices.Clone(q.Countries)
	q.Dates, q.Places, q.Addresses, q.Owners = slices.Clone(q.Dates), slices.Clone(q.Places), slices.Clone(q.Addresses), slices.Clone(q.Owners)
	return q
}

func shuffle(random *rand.Rand, q *screening.Query) {
	mix := func(n int, swap func(i, j int)) { random.Shuffle(n, swap) }
	mix(len(q.Names), reflect.Swapper(q.Names))
	mix(len(q.Identifiers), reflect.Swapper(q.Identifiers))
	mix(len(q.Flags), reflect.Swapper(q.Flags))
	mix(len(q.Countries), reflect.Swapper(q.Countries))
	mix(len(q.Dates), reflect.Swapper(q.Dates))
	mix(len(q.Places), reflect.Swapper(q.Places))
	mix(len(q.Addresses), reflect.Swapper(q.Addresses))
	mix(len(q.Owners), reflect.Swapper(q.Owners))
}

// steps writes what a hit's steps say.
func steps(h screening.Hit) (out []string) {
	for _, st := range h.Steps {
		out = append(out, fmt.Sprintf("%s %d %t %q %q %q", st.Rule, st.Effect, st.Base, st.Query, st.Listed, st.Note))
	}
	return out
}
