package ownership_test

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening/ownership"
)

// A tanker firm owned by halves and quarters: blocked for OFAC, because both halves
// count in full, and not owned for the UK, because a half is no majority.
func Example() {
	listed := []ownership.Designation{{Regime: ownership.OFAC}, {Regime: ownership.UK}}
	s := ownership.Structure{
		Parties: []ownership.Party{
			{ID: "line", Name: "Listed Line", Listed: listed},
			{ID: "east", Name: "East Holding"},
			{ID: "west", Name: "West Holding"},
			{ID: "tankers", Name: "Alpha Tankers"},
		},
		Holdings: []ownership.Holding{
			{Owner: "line", Owned: "east", Share: ownership.Exact(50 * ownership.PerCent)},
			{Owner: "line", Owned: "west", Share: ownership.Exact(50 * ownership.PerCent)},
			{Owner: "east", Owned: "tankers", Share: ownership.Exact(ownership.Whole / 4)},
			{Owner: "west", Owned: "tankers", Share: ownership.Exact(ownership.Whole / 4)},
		},
	}
	chart, err := ownership.New(s)
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range []ownership.Regime{ownership.OFAC, ownership.UK} {
		v, err := chart.Decide("tankers", r)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(v)
	}
	// Output:
	// OFAC: Alpha Tankers (tankers): met: listed owners hold 50%; the rule asks for 50% or more
	// UK: Alpha Tankers (tankers): not met: Listed Line (line) holds 0%; the rule asks for more than 50%
}

func ExampleVerdict_Explain() {
	var s ownership.Structure
	err := json.Unmarshal([]byte(`{
		"parties": [
			{"id": "x", "name": "Listed Person", "kind": "person", "listed": [{"regime": "OFAC", "entry": "12345"}]},
			{"id": "a", "name": "Holding A"},
			{"id": "c", "name": "Firm C"}
		],
		"holdings": [
			{"owner": "x", "owned": "a", "share": "50-75%"},
			{"owner": "x", "owned": "c", "share": 10},
			{"owner": "a", "owned": "c", "share": "25-50"}
		]}`), &s)
	if err != nil {
		log.Fatal(err)
	}
	v, err := ownership.Decide(s, "c", ownership.OFAC)
	if err != nil {
		log.Fatal(err)
	}
	v.Explain(os.Stdout)
	// Output:
	// UNDECIDED  OFAC  Firm C (c)
	//   listed owners hold 35% to 60%; the rule asks for 50% or more
	//   Listed Person (x) is listed: 12345  [1]
	//     Holding A (a): Listed Person (x) holds 50%-75%: counts  [2]
	//     Holding A (a): nobody is stated to hold the other 25% to 50%: counts nothing
	//   Holding A (a): 50% to 75% in all: counts as listed  [2]
	//     Firm C (c): Holding A (a) holds 25%-50%: counts  [3]
	//     Firm C (c): Listed Person (x) holds 10%: counts  [2]
	//     Firm C (c): nobody is stated to hold the other 40% to 65%: counts nothing
	//   Firm C (c): 35% to 60% in all: undecided  [4]
	//   [1] 31 CFR chapter V: property of the party listed is blocked
	//   [2] OFAC, Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked (2014-08-13)
	//   [3] OFAC, FAQ 401: indirect ownership (2014-08-13)
	//   [4] OFAC, FAQ 399: aggregation (2014-08-13)
}

// The law of a day: one half was not enough in the EU before July 2024.
func ExampleChart_DecideOn() {
	chart, err := ownership.New(ownership.Structure{
		Parties: []ownership.Party{
			{ID: "x", Listed: []ownership.Designation{{Regime: ownership.EU}}},
			{ID: "c"},
		},
		Holdings: []ownership.Holding{{Owner: "x", Owned: "c", Share: ownership.Exact(ownership.Whole / 2)}},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, day := range []lists.Day{{Year: 2024, Month: 7, Day: 2}, {Year: 2024, Month: 7, Day: 3}} {
		v, err := chart.DecideOn("c", ownership.EU, day)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(day, v.Outcome)
	}
	// Output:
	// 2024-07-02 not met
	// 2024-07-03 met
}

func ExampleParseShare() {
	for _, text := range []string{"33.33%", "1/3", "25-50", "<25%", "more than 50 per cent", "unknown", "120%"} {
		s, err := ownership.ParseShare(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(s, s.Exact())
	}
	// Output:
	// 33.33% true
	// 1/3 true
	// 25%-50% false
	// 0%-24.99999% false
	// 50.00001%-100% false
	// unknown false
	// ownership: not a share: "120%": above 100%
}

// What a list's entry means for those it owns: the freeze counts, the travel ban
// is told.
func ExampleDesignations() {
	e := &lists.Entity{
		ID:    "12345",
		Names: []lists.Name{{Text: "LISTED PERSON", Type: lists.Primary}},
		Measures: []lists.Measure{
			{Authority: "UK", Kinds: []lists.MeasureKind{lists.AssetFreeze, lists.TravelBan}},
			{Authority: "OFAC", Kinds: []lists.MeasureKind{lists.Sectoral}},
		},
	}
	for _, d := range ownership.Designations(e, lists.Day{}) {
		fmt.Println(d.Regime, d.Measure, d.Entry)
	}
	// Output:
	// OFAC sectoral 12345 LISTED PERSON
	// UK asset freeze 12345 LISTED PERSON
	// UK travel ban 12345 LISTED PERSON
}
