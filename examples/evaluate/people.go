package main

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// unPersons looks for persons of the UN list by names, some of them altered: is
// the right person returned, and is it the first?
func (e *evaluation) unPersons() error {
	rows, err := readCSV(e.eval("un_persons_dev.csv"))
	if err != nil {
		return err
	}
	un, err := e.un()
	if err != nil {
		return err
	}
	var qs []screening.Query
	for _, r := range rows {
		qs = append(qs, screening.Query{Ref: r["qid"], Kind: lists.Person, Names: []string{r["name"]}})
	}
	answers, err := un.screen(qs)
	if err != nil {
		return err
	}
	first, returned := make([]matcher.Score, len(qs)), make([]matcher.Score, len(qs))
	var misses [][]string
	for i, hits := range answers {
		want := dataIDs(rows[i]["expected"])
		for n := range hits {
			if bears(hits[n].Entity, want) {
				returned[i] = max(returned[i], hits[n].Score)
				if n == 0 {
					first[i] = hits[n].Score
				}
			}
		}
		if first[i] < e.policy.Threshold {
			wanted := "UN-" + want[0] + " is not in the list"
			for n := range un.list.Entities {
				if entity := &un.list.Entities[n]; bears(entity, want) {
					wanted = entity.PrimaryName() + ": " + un.likenessTo(qs[i], entity)
				}
			}
			misses = append(misses, append([]string{rows[i]["qid"], rows[i]["name"], "wanted " + wanted}, top(at(hits, e.policy.Threshold), 2)...))
		}
	}
	n := len(qs)
	e.table(un.list.Source.Name+", "+fmt.Sprint(len(un.list.Entities))+" entities", [][]string{
		{"persons", "first", "returned at the threshold"},
		{fmt.Sprint(n), percent(from(first, e.policy.Threshold), n), percent(from(returned, e.policy.Threshold), n)},
	})
	e.lines("not first", misses, e.list)
	e.measure("UN first", first)
	e.measure("UN returned", returned)
	return nil
}

// dataIDs reads the right answers "UN-111944;UN-6908034": any of them will do.
func dataIDs(s string) []string {
	return strings.Split(strings.ReplaceAll(s, "UN-", ""), ";")
}

// people counts how many ordinary people raise an alert.
func (e *evaluation) people() error {
	ofac, err := e.ofac("2021-07")
	if err != nil {
		return err
	}
	head := []string{"people", "queries", "name only", "rate", "name and birth", "rate"}
	table := [][]string{head}
	type listing struct {
		title string
		rows  [][]string
	}
	var listings []listing
	for _, set := range []string{"people_global", "people_us"} {
		rows, err := readCSV(e.eval(set + "_dev.csv"))
		if err != nil {
			return err
		}
		rows = e.sampled(rows)
		line := []string{set, fmt.Sprint(len(rows))}
		for _, dated := range []bool{false, true} {
			qs := make([]screening.Query, len(rows))
			for i, r := range rows {
				qs[i] = screening.Query{Ref: r["qid"], Kind: lists.Person, Names: []string{r["name"]}}
				if dated && r["dob"] != "" {
					d, err := lists.ParseDate(r["dob"])
					if err != nil {
						return err
					}
					qs[i].Dates = []lists.Date{d}
				}
			}
			answers, err := ofac.screen(qs)
			if err != nil {
				return err
			}
			alerts := make([]matcher.Score, len(qs))
			var shown [][]string
			for i, hits := range answers {
				for n := range hits {
					alerts[i] = max(alerts[i], hits[n].Score)
				}
				if hits = at(hits, e.policy.Threshold); len(hits) > 0 {
					about := rows[i]["name"]
					if dated {
						about += ", " + rows[i]["dob"]
					}
					shown = append(shown, append([]string{rows[i]["qid"], about}, top(hits, 1)...))
				}
			}
			name := set
			if dated {
				name += "+dob"
			}
			n := from(alerts, e.policy.Threshold)
			line = append(line, fmt.Sprint(n), percent(n, len(qs)))
			listings = append(listings, listing{name + ": alerts", shown})
			e.measure(name, alerts)
		}
		table = append(table, line)
	}
	e.table("alerts", table)
	for _, l := range listings {
		e.lines(l.title, l.rows, e.list)
	}
	return nil
}

// top describes the first hits: score, identifier, and the name that was met.
func top(hits []screening.Hit, n int) []string {
	out := []string{}
	for i := range hits[:min(n, len(hits))] {
		h := &hits[i]
		out = append(out, fmt.Sprintf("%s %s %s %s", h.Score, h.Level, h.Entity.ID, met(h)))
	}
	if len(out) == 0 {
		out = append(out, "no hit")
	}
	return out
}
