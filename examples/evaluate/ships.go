package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
	"github.com/seed-539c57aa/pratique/screening"
)

// ships counts how many ordinary ships raise an alert: by name, by name and IMO
// number, by IMO number. An alert on a name alone is explained by a listed name
// that is equal or one edit away; all others are listed.
func (e *evaluation) ships() error {
	rows, err := readCSV(e.eval("ships_dev.csv"))
	if err != nil {
		return err
	}
	ofac, err := e.ofac("2024-01")
	if err != nil {
		return err
	}
	rows = e.sampled(rows)
	table := [][]string{{"query", "ships", "alerts", "rate", "equal", "one edit", "other", "no name"}}
	type listing struct {
		title string
		rows  [][]string
	}
	var listings []listing
	for _, by := range []struct {
		title           string
		name, imo, kind bool
	}{{"name", true, false, false}, {"name and type", true, false, true}, {"name and IMO", true, true, false}, {"IMO", false, true, false}} {
		qs := make([]screening.Query, len(rows))
		for i, r := range rows {
			qs[i] = screening.Query{Kind: lists.Vessel}
			if by.name {
				qs[i].Names = []string{r["name"]}
			}
			if by.imo {
				qs[i].Identifiers = []lists.Identifier{{Type: lists.IMOShip, Value: r["imo"]}}
			}
			if by.kind {
				qs[i].VesselType = r["type"]
			}
		}
		answers, err := ofac.screen(qs)
		if err != nil {
			return err
		}
		alerts := make([]matcher.Score, len(qs))
		counts := [4]int{}
		var other [][]string
		for i, hits := range answers {
			for n := range hits {
				alerts[i] = max(alerts[i], hits[n].Score)
			}
			hits = at(hits, e.policy.Threshold)
			if len(hits) == 0 {
				continue
			}
			// The hit that needs most explaining tells the class of the alert.
			class, worst := 0, 0
			for n := range hits {
				if c := nearness(rows[i]["name"], &hits[n]); c > class {
					class, worst = c, n
				}
			}
			counts[class]++
			if class >= 2 {
				other = append(other, append([]string{rows[i]["name"], "IMO " + rows[i]["imo"]}, top(hits[worst:], 1)...))
			}
		}
		n := from(alerts, e.policy.Threshold)
		line := []string{by.title, fmt.Sprint(len(qs)), fmt.Sprint(n), percent(n, len(qs))}
		for _, c := range counts {
			line = append(line, fmt.Sprint(c))
		}
		table = append(table, line)
		listings = append(listings, listing{by.title + ": alerts neither equal nor one edit away", other})
		if by.name && !by.kind {
			e.measure("ships by "+by.title, alerts)
		}
	}
	e.table("alerts, by the hit furthest from the name asked for", table)
	for _, l := range listings {
		e.lines(l.title, l.rows, e.list)
	}
	return nil
}

// nearness says how a hit's listed name is explained: 0 equal, 1 one edit, 2
// other, 3 no name agrees.
func nearness(name string, h *screening.Hit) int {
	if h.Name < 0 {
		return 3
	}
	a, b := names.Vessel.Parse(name), names.Vessel.Parse(met(h))
	if a.Key == b.Key || plain(name) == plain(met(h)) {
		return 0
	}
	if oneEdit(a.Key, b.Key) || oneEdit(plain(name), plain(met(h))) {
		return 1
	}
	return 2
}

// plain keeps the letters and digits of s, in upper case.
func plain(s string) string {
	var out []rune
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			out = append(out, r-'a'+'A')
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r > 0x7f:
			out = append(out, r)
		}
	}
	return string(out)
}

// oneEdit reports whether one letter inserted, deleted, replaced or swapped with
// the next makes b of a.
func oneEdit(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	switch {
	case len(x) <= 1 && len(y) <= 1:
		return len(x)+len(y) > 0
	case len(x) == 2 && len(y) == 2:
		return x[0] == y[1] && x[1] == y[0]
	}
	return false
}

// sortedKeys returns the keys of a map in their order.
func sortedKeys[M ~map[K]V, K cmp.Ordered, V any](m M) []K { return slices.Sorted(maps.Keys(m)) }
