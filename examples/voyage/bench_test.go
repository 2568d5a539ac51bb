package main

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-539c57aa/pratique/examples/internal/cli"
	"github.com/seed-539c57aa/pratique/examples/internal/open"
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

// allLists are the real lists that name parties.
func allLists(tb testing.TB) []*lists.List {
	tb.Helper()
	root, err := cli.Root()
	if err != nil {
		tb.Fatal(err)
	}
	shared := filepath.Join(root, "..", "shared", "lists")
	if _, err := os.Stat(shared); err != nil {
		tb.Skip("the real lists are not there: ../shared is absent")
	}
	var ls []*lists.List
	for _, path := range []string{"ofac/2024-01", "ofac/consolidated-2025-12", "un/consolidated_2026-02.xml.gz", "ca/sema-lmes_2025-05.xml.gz",
		"uk/ConList_2020-04.csv.gz", "au/regulation8_consolidated_2024-12.xlsx", "us_csl/consolidated_2022-04.csv.gz", "opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz"} {
		l, _, err := open.List(filepath.Join(shared, filepath.FromSlash(path)))
		if err != nil {
			tb.Fatal(err)
		}
		ls = append(ls, l)
	}
	return ls
}

// manyParties is an ordinary voyage of 25 distinct parties, the ship among them, one
// of them in two roles. The ship bears the number of a listed one of another name,
// one of the crew has a listed name and one a name that is like one; all others are
// on no list. Eleven are of unknown kind, as their roles leave it, which costs the
// most.
func manyParties() voyage.Voyage {
	ship := screening.Query{Names: []string{"NORDIC MARIGOLD"}, Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "9283746"}}, Flags: []string{"Panama"}}
	v := voyage.Voyage{Date: lists.Date{From: lists.Day{Year: 2024, Month: 3, Day: 1}}, Ship: voyage.Vessel{Query: ship},
		Ports: []voyage.Port{{Name: "Fujairah", Country: "AE"}, {Name: "Rotterdam", Country: "NL"}}}
	for _, p := range [...]struct {
		role voyage.Role
		name string
	}{
		{voyage.RegisteredOwner, "Marigold Maritime Inc"}, {voyage.BeneficialOwner, "Lindqvist Shipping Holding AB"},
		{voyage.DisponentOwner, "Blue Heron Chartering Pte Ltd"}, {voyage.Operator, "Nordic Tankers Operations AS"},
		{voyage.CommercialManager, "Heron Commercial Management GmbH"}, {voyage.TechnicalManager, "Fleetwood Technical Services Ltd"},
		{voyage.Charterer, "Meridian Petroleum Trading SA"}, {voyage.Master, "Anders Lindqvist"}, {voyage.Crew, "Maria Teresa Santos"},
		{voyage.Crew, "Jose Ramon Dela Cruz"}, {voyage.Crew, "Oleksandr Shevchenko"}, {voyage.Crew, "Ali Danaei Kenarsari"},
		{voyage.Shipper, "Gulf Refining and Supply LLC"}, {voyage.Consignee, "Rijnmond Fuels BV"}, {voyage.NotifyParty, "Van der Meer Forwarding BV"},
		{voyage.CargoOwner, "Meridian Petroleum Trading SA"}, {voyage.Insurer, "Skuld Mutual Protection and Indemnity Association"},
		{voyage.Class, "Bureau Veritas Marine"}, {voyage.CrewingAgent, "Manila Bay Crewing Corporation"}, {voyage.Agent, "Inchcape Agency Rotterdam"},
		{voyage.PortOperator, "Maasvlakte Olie Terminal"}, {voyage.BunkerSupplier, "Monjasa Bunkering DMCC"}, {voyage.Broker, "Clarkson Brokers Ltd"},
		{voyage.Bank, "Nordea Bank Abp"}, {voyage.ShipMet, "OCEAN PIONEER"},
	} {
		v.Parties = append(v.Parties, voyage.Party{Role: p.role, Query: screening.Query{Names: []string{p.name}}})
	}
	return v
}

// withFacts adds what papers of a voyage say of people and firms besides their
// names. Every fact can support a hit, so that names that are less alike must be
// looked at: it makes screening dearer.
func withFacts(v voyage.Voyage) voyage.Voyage {
	v.Parties = slices.Clone(v.Parties)
	for i := range v.Parties {
		switch p := &v.Parties[i]; p.Role {
		case voyage.Master, voyage.Crew:
			p.Countries = []string{"PH"}
			p.Dates = []lists.Date{{From: lists.Day{Year: 1975, Month: 4, Day: uint8(1 + i)}}}
		case voyage.ShipMet:
			p.Flags = []string{"Liberia"}
		default:
			p.Countries = []string{"NL"}
		}
	}
	return v
}

// fresh returns v with other parties: every word of their names that is not one of
// the trade has two letters of it replaced, vowels by vowels. A Screener remembers
// what late queries' words were like; few of these words came before.
func fresh(v voyage.Voyage, rnd *rand.Rand) voyage.Voyage {
	const vowels, others, trade = "aeiou", "bcdfghklmnprstvwz", " Maritime Shipping Holding Chartering Tankers Operations Commercial Management Technical Services Petroleum Trading Refining Supply Forwarding Mutual Protection Indemnity Association Marine Crewing Corporation Agency Terminal Bunkering Brokers Bank GmbH DMCC "
	names := map[string]string{} // one party in two roles stays one
	v.Parties = slices.Clone(v.Parties)
	for i := range v.Parties {
		name := v.Parties[i].Names[0]
		if names[name] == "" {
			words := strings.Fields(name)
			for k, w := range words {
				if len(w) < 4 || strings.Contains(trade, " "+w+" ") {
					continue
				}
				b := []byte(strings.ToLower(w))
				for range 2 {
					at := 1 + rnd.IntN(len(b)-1)
					from := others
					if strings.IndexByte(vowels, b[at]) >= 0 {
						from = vowels
					}
					b[at] = from[rnd.IntN(len(from))]
				}
				words[k] = w[:1] + string(b[1:])
			}
			names[name] = strings.Join(words, " ")
		}
		v.Parties[i].Names = []string{names[name]}
	}
	return v
}

// BenchmarkVoyage screens a voyage of 25 parties against all lists together. What is
// measured is one call of voyage.Screen, from the Voyage to the Result, with the
// Screener and the graph of the lists made before. p50-µs is the median over all
// calls, which are many: say -benchtime 300x; ns/op is their mean. It is one voyage
// after the other, and every voyage uses all processors. What they are worth tell two
// runs, one with -cpu 1 and one with -cpu 2; a list of -cpu within one run does not,
// as it does not hold for each of the benchmarks inside this one.
//
//	go test ./examples/voyage -run xxx -bench Voyage -benchtime 300x -cpu 2
//
// alone is Screener.ScreenAll of the same queries: what is more than that is the
// voyage's own. text is the words of a cargo text, every run of which may be a name.
// fresh is another voyage in every call, and facts one whose parties have countries
// and dates of birth.
func BenchmarkVoyage(b *testing.B) {
	s, err := screening.New(screening.DefaultPolicy(), allLists(b)...)
	if err != nil {
		b.Fatal(err)
	}
	s.Graph()
	plain, text := manyParties(), manyParties()
	text.Cargo = "35,000 MT GASOLINE IN BULK LOADED FUJAIRAH PER MT NORDIC MARIGOLD IMO 9283746 SHIPPER GULF REFINING AND SUPPLY LLC"
	r, err := voyage.Screen(s, plain)
	if err != nil {
		b.Fatal(err)
	}
	if len(r.Findings) != 25 || r.Unsearched != 0 {
		b.Fatalf("%d parties, %d of them not searched: the voyage is to have 25", len(r.Findings), r.Unsearched)
	}
	same := func(v voyage.Voyage) func() voyage.Voyage { return func() voyage.Voyage { return v } }
	rnd := rand.New(rand.NewPCG(1, 2))
	b.Run("parties=25/alone", func(b *testing.B) {
		queries := func(yield func(screening.Query) bool) {
			for i := range r.Findings {
				if !yield(r.Findings[i].Query) {
					return
				}
			}
		}
		median(b, same(plain), func(voyage.Voyage) error {
			for _, err := range s.ScreenAll(context.Background(), queries) {
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	for _, bm := range []struct {
		name string
		next func() voyage.Voyage
	}{
		{"text=no", same(plain)}, {"text=19words", same(text)},
		{"text=no/fresh", func() voyage.Voyage { return fresh(plain, rnd) }},
		{"text=no/facts", same(withFacts(plain))},
	} {
		b.Run("parties=25/"+bm.name, func(b *testing.B) {
			b.ReportAllocs()
			median(b, bm.next, func(v voyage.Voyage) error {
				_, err := voyage.Screen(s, v)
				return err
			})
		})
	}
}

// median asks until the benchmark has enough and reports the median of the calls;
// what makes the voyages is no part of it, and a small one of ns/op.
func median(b *testing.B, next func() voyage.Voyage, ask func(voyage.Voyage) error) {
	var times []time.Duration
	for b.Loop() {
		v := next()
		start := time.Now()
		if err := ask(v); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Nanoseconds())/1e3, "p50-µs")
}
