package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// probes is the number of parties that an ablation draws from the list.
const probes = 400

// trial is queries that every ablation asks again.
type trial struct {
	from *loaded
	qs   []screening.Query
	want []*lists.Entity // the party of each query; nil asks for none
}

// ablation sets the effect of one rule after another to 0 and counts what
// changes: scenarios that are right, ordinary people and ships that raise an
// alert, and three trials on parties drawn from the list. In "true" a party is
// asked for by a name with one edit and all else that the list says of it; in
// "number" by one identifier alone; in "mixed" by its name with all else that is
// said of another party, which is no match.
func (e *evaluation) ablation() error {
	name, rows, err := e.scenarioRows()
	if err != nil {
		return err
	}
	july, err := e.ofac("2021-07")
	if err != nil {
		return err
	}
	january, err := e.ofac("2024-01")
	if err != nil {
		return err
	}
	people, err := e.datedPeople(july)
	if err != nil {
		return err
	}
	ships, err := e.numberedShips(january)
	if err != nil {
		return err
	}
	truths, numbers, mixed := e.probes(july)
	scenarios := trial{from: july}
	var asked []map[string]string
	for _, r := range rows {
		kind, ok := scenarioKinds[r["kind"]]
		if !ok {
			continue
		}
		q, _, err := scenarioQuery(kind, r["query_json"], july.screener.FindIMO)
		if err != nil {
			return fmt.Errorf("%s: scenario %s: %w", name, r["id"], err)
		}
		scenarios.qs, asked = append(scenarios.qs, q), append(asked, r)
	}
	table := [][]string{{"effect set to 0", "effect", "scenarios", "people+dob", "ships name+IMO", "true hit", "strong", "number hit", "strong", "mixed hit", "scores changed"}}
	var base map[string]string
	run := func(title, effect string, p screening.Policy) error {
		line := []string{title, effect}
		scores := map[string]string{}
		for i, tr := range []trial{scenarios, people, ships, truths, numbers, mixed} {
			s, err := tr.from.screener.With(p)
			if err != nil {
				return err
			}
			l := loaded{tr.from.list, s}
			answers, err := l.screen(tr.qs)
			if err != nil {
				return err
			}
			right, strong, alerts := 0, 0, 0
			for n, hits := range answers {
				for k := range hits {
					scores[fmt.Sprintf("%d %d %s", i, n, hits[k].Entity.ID)] = fmt.Sprint(hits[k].Score, hits[k].Level)
				}
				if len(hits) > 0 {
					alerts++
				}
				if i == 0 && scenarioFault(asked[n]["expected_entry_id_or_none"], asked[n]["why"], hits) == "" {
					right++
				}
				for k := range hits {
					if i >= 3 && hits[k].Entity == tr.want[n] {
						right++
						if hits[k].Level == screening.Strong {
							strong++
						}
					}
				}
			}
			switch i {
			case 0, 5:
				line = append(line, fmt.Sprint(right))
			case 1, 2:
				line = append(line, fmt.Sprint(alerts))
			default:
				line = append(line, fmt.Sprint(right), fmt.Sprint(strong))
			}
		}
		if base == nil {
			base = scores
		}
		changed := 0
		for k, v := range scores {
			if base[k] != v {
				changed++
			}
		}
		for k := range base {
			if scores[k] == "" {
				changed++
			}
		}
		table = append(table, append(line, fmt.Sprint(changed)))
		return nil
	}
	if err := run("none", "", e.policy); err != nil {
		return err
	}
	for i, r := range e.policy.Rules {
		if r.Effect == 0 {
			continue
		}
		p := e.policy
		p.Rules = slices.Clone(p.Rules)
		p.Rules[i].Effect = 0
		if err := run(string(r.Rule), r.Effect.String(), p); err != nil {
			return err
		}
	}
	e.table(fmt.Sprintf("%d scenarios; %d parties by their facts, %d by a number, %d under another's name; rules of no effect are left out",
		len(scenarios.qs), len(truths.qs), len(numbers.qs), len(mixed.qs)), table)
	return nil
}

// touched keeps the queries that have a hit when nothing weakens one: no others
// can have one when a rule is left out.
func (e *evaluation) touched(l *loaded, qs []screening.Query) (trial, error) {
	p := e.policy
	p.Rules = slices.Clone(p.Rules)
	for i := range p.Rules {
		p.Rules[i].Effect = max(p.Rules[i].Effect, 0)
	}
	out := trial{from: l}
	s, err := l.screener.With(p)
	if err != nil {
		return out, err
	}
	answers, err := (&loaded{l.list, s}).screen(qs)
	if err != nil {
		return out, err
	}
	for i, hits := range answers {
		if len(hits) > 0 {
			out.qs = append(out.qs, qs[i])
		}
	}
	return out, nil
}

// datedPeople are the ordinary people that can raise an alert, by name and, where the
// row has one, date of birth.
func (e *evaluation) datedPeople(l *loaded) (trial, error) {
	var qs []screening.Query
	for _, set := range []string{"people_global", "people_us"} {
		rows, err := readCSV(e.eval(set + "_dev.csv"))
		if err != nil {
			return trial{}, err
		}
		for _, r := range e.sampled(rows) {
			q := screening.Query{Kind: lists.Person, Names: []string{r["name"]}}
			if d, err := lists.ParseDate(r["dob"]); err == nil {
				q.Dates = []lists.Date{d}
			}
			qs = append(qs, q)
		}
	}
	return e.touched(l, qs)
}

// numberedShips are the ordinary ships that can raise an alert, by name, type and
// IMO number.
func (e *evaluation) numberedShips(l *loaded) (trial, error) {
	rows, err := readCSV(e.eval("ships_dev.csv"))
	if err != nil {
		return trial{}, err
	}
	var qs []screening.Query
	for _, r := range e.sampled(rows) {
		qs = append(qs, screening.Query{Kind: lists.Vessel, Names: []string{r["name"]}, VesselType: r["type"],
			Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: r["imo"]}}})
	}
	return e.touched(l, qs)
}

// probes draws parties: half of them ships, so that ships are not lost among
// persons.
func (e *evaluation) probes(l *loaded) (truths, numbers, mixed trial) {
	truths.from, numbers.from, mixed.from = l, l, l
	random := rand.New(rand.NewPCG(e.seed, 99))
	byKind := map[lists.Kind][]*lists.Entity{}
	for i := range l.list.Entities {
		x := &l.list.Entities[i]
		byKind[x.Kind] = append(byKind[x.Kind], x)
	}
	kinds := []lists.Kind{lists.Vessel, lists.Person, lists.Vessel, lists.Organization}
	for n := range probes / e.sample {
		all := byKind[kinds[n%len(kinds)]]
		a, b := all[random.IntN(len(all))], all[random.IntN(len(all))]
		if len(a.Names) == 0 || letters(a.Names[0].Text) < editLetters || a == b {
			continue
		}
		text, _ := edit(a.Names[0].Text, random)
		q := factsOf(a)
		q.Names = []string{text}
		truths.qs, truths.want = append(truths.qs, q), append(truths.want, a)
		if ids := a.Identifiers; len(ids) > 0 {
			q := screening.Query{Kind: a.Kind, Identifiers: ids[random.IntN(len(ids)):][:1]}
			numbers.qs, numbers.want = append(numbers.qs, q), append(numbers.want, a)
		}
		q = factsOf(b)
		q.Names = []string{a.Names[0].Text}
		mixed.qs, mixed.want = append(mixed.qs, q), append(mixed.want, a)
	}
	return truths, numbers, mixed
}

// factsOf is what a list says of a party besides its names.
func factsOf(x *lists.Entity) screening.Query {
	q := screening.Query{Kind: x.Kind, Identifiers: x.Identifiers, Dates: x.Dates, Gender: x.Gender}
	for _, c := range x.Flags {
		q.Flags = append(q.Flags, c.Text)
	}
	for _, c := range x.Countries {
		q.Countries = append(q.Countries, c.Text)
	}
	for _, p := range x.Places {
		if p.Role == lists.BirthPlace {
			q.Places = append(q.Places, p.Text)
		}
	}
	for _, a := range x.Addresses {
		if a.Street != "" {
			q.Addresses = append(q.Addresses, a.Street+", "+a.City+", "+a.Country)
		}
		if a.Country != "" && x.Kind == lists.Organization {
			q.Countries = append(q.Countries, a.Country)
		}
	}
	for _, r := range x.Relations {
		q.Owners = append(q.Owners, r.Text)
	}
	if v := x.Vessel; v != nil {
		q.VesselType, q.GrossTonnage, q.Length = v.Type, v.GrossTonnage.Value, v.Length.Value
		if q.Deadweight = v.Deadweight.Value; q.Deadweight == 0 {
			q.Deadweight = v.Tonnage.Value
		}
	}
	return q
}
