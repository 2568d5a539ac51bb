package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
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

// manyParties is an ordinary voyage of 25 parties, of whom two are listed.
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

// BenchmarkVoyage screens a voyage of 25 parties against all lists together, and
// reports the median besides the mean.
func BenchmarkVoyage(b *testing.B) {
	s, err := screening.New(screening.DefaultPolicy(), allLists(b)...)
	if err != nil {
		b.Fatal(err)
	}
	s.Graph()
	r, err := voyage.Screen(s, manyParties())
	if err != nil {
		b.Fatal(err)
	}
	// What the parties cost by themselves: the rest is the voyage's own.
	b.Run("parties=25/alone", func(b *testing.B) {
		queries := func(yield func(screening.Query) bool) {
			for i := range r.Findings {
				if !yield(r.Findings[i].Query) {
					return
				}
			}
		}
		var times []time.Duration
		for b.Loop() {
			start := time.Now()
			for _, err := range s.ScreenAll(context.Background(), queries) {
				if err != nil {
					b.Fatal(err)
				}
			}
			times = append(times, time.Since(start))
		}
		slices.Sort(times)
		b.ReportMetric(float64(times[len(times)/2].Microseconds()), "median-µs")
	})
	plain, text := manyParties(), manyParties()
	text.Cargo = "35,000 MT GASOLINE IN BULK LOADED FUJAIRAH PER MT NORDIC MARIGOLD IMO 9283746 SHIPPER GULF REFINING AND SUPPLY LLC"
	for _, bm := range []struct {
		name   string
		voyage voyage.Voyage
	}{{"text=no", plain}, {"text=19words", text}} {
		b.Run("parties=25/"+bm.name, func(b *testing.B) {
			var times []time.Duration
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				if _, err := voyage.Screen(s, bm.voyage); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds()), "median-µs")
		})
	}
}
