package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// scenarioKinds are the kinds of scenario that one query answers.
var scenarioKinds = map[string]lists.Kind{
	"vessel": lists.Vessel, "person": lists.Person, "firm": lists.Organization, "text": lists.Unknown,
}

// scenarios runs what a screening officer would ask. The column "why" begins
// with what is wanted: [strong] the entry is the first hit, and strong; [hit] it
// is the first hit; [none] there is no hit. Where several entries are wanted,
// they are the first hits, in any order. Voyages and ownership: see voyages.go.
func (e *evaluation) scenarios() error {
	name, rows, err := e.scenarioRows()
	if err != nil {
		return err
	}
	ofac, err := e.ofac("2021-07")
	if err != nil {
		return err
	}
	groups := groupCounts{}
	var failures, notes [][]string
	skipped := map[string]int{}
	passed, total := 0, 0
	for _, r := range rows {
		kind, ok := scenarioKinds[r["kind"]]
		var fault string
		var found, unused []string
		switch {
		case r["kind"] == "transaction", r["kind"] == "ownership":
			fault, found, unused, err = voyageScenario(ofac, r)
		case !ok:
			skipped[r["kind"]]++
			continue
		default:
			var q screening.Query
			var answers [][]screening.Hit
			if q, unused, err = scenarioQuery(kind, r["query_json"], ofac.screener.FindIMO); err != nil {
				break
			}
			if answers, err = ofac.screen([]screening.Query{q}); err != nil {
				break
			}
			hits := at(answers[0], e.policy.Threshold)
			fault, found = scenarioFault(r["expected_entry_id_or_none"], r["why"], hits), top(hits, 3)
		}
		if err != nil {
			return fmt.Errorf("%s: scenario %s: %w", name, r["id"], err)
		}
		if len(unused) > 0 {
			notes = append(notes, []string{r["id"], "not understood: " + strings.Join(unused, ", ")})
		}
		total++
		groups.add(r["kind"], fault == "")
		want, _, _ := strings.Cut(strings.TrimPrefix(r["why"], "["), "]")
		want, _, _ = strings.Cut(want, " ")
		groups.add("["+want+"]", fault == "")
		if fault == "" {
			passed++
			continue
		}
		failures = append(failures, append([]string{r["id"], fault, oneLine(r["query_json"])}, strings.Join(found, " | "), oneLine(r["why"])))
	}
	table := [][]string{{"scenarios", "", "run", "right", "share"}}
	table = append(table, groups.rows()...)
	table = append(table, []string{"all", "", fmt.Sprint(total), fmt.Sprint(passed), percent(passed, total)})
	e.table(name, table)
	for _, k := range sortedKeys(skipped) {
		e.printf("\n%d scenarios of kind %q are of a kind that is not known here and were not run\n", skipped[k], k)
	}
	e.lines("keys of a query", notes, len(notes))
	e.lines("failures", failures, len(failures))
	return nil
}

// scenarioRows reads the scenarios that the command line names, or the shared ones,
// and returns the name of their file without folders. Shared ones that are absent
// are an error by which the section is skipped; a file that was named must be there.
func (e *evaluation) scenarioRows() (name string, rows []map[string]string, err error) {
	path := e.options.scenarios
	if path == "" {
		path = e.eval("scenarios_dev.csv")
	}
	if rows, err = readCSV(path); err != nil && e.options.scenarios != "" {
		err = fmt.Errorf("-scenarios: %w", err) // os.IsNotExist, by which run skips, looks at no wrapped error
	}
	return filepath.Base(path), rows, err
}

// scenarioFault returns what is wrong with the hits, or the empty string.
func scenarioFault(expected, why string, hits []screening.Hit) string {
	if expected == "none" || strings.HasPrefix(why, "[none") {
		if len(hits) > 0 {
			return "a hit, none wanted"
		}
		return ""
	}
	wanted := strings.Split(expected, "|")
	for _, id := range wanted {
		i := slices.IndexFunc(hits, func(h screening.Hit) bool { return h.Entity.ID == id })
		switch {
		case i < 0:
			return id + " is no hit"
		case i >= len(wanted):
			return fmt.Sprintf("%s is hit %d", id, i+1)
		case strings.HasPrefix(why, "[strong") && hits[i].Level != screening.Strong:
			return fmt.Sprintf("%s is %s, not strong", id, hits[i].Level)
		}
	}
	return ""
}

// scenarioIDs are the keys of a scenario that hold an identifier.
var scenarioIDs = map[string]lists.IDType{
	"imo": lists.IMOShip, "company_imo": lists.IMOCompany, "mmsi": lists.MMSI, "call_sign": lists.CallSign, "callsign": lists.CallSign,
	"lei": lists.LEI, "passport": lists.Passport, "national_id": lists.NationalID, "id_number": lists.NationalID,
	"seafarer_doc": lists.SeafarerDocument, "seaman_book": lists.SeafarerDocument, "registration": lists.RegistrationNumber,
	"registration_number": lists.RegistrationNumber, "tax_id": lists.TaxID, "swift": lists.SWIFT, "eni": lists.ENI, "hin": lists.HIN,
}

// scenarioQuery makes a query of a scenario's JSON object and returns the keys
// that say nothing to it. find looks for IMO numbers in free text.
func scenarioQuery(kind lists.Kind, object string, find func(string) []screening.Found) (q screening.Query, unused []string, err error) {
	var fields map[string]any
	if err := json.Unmarshal([]byte(object), &fields); err != nil {
		return q, nil, err
	}
	q.Kind = kind
	for _, key := range sortedKeys(fields) {
		for _, v := range values(fields[key]) {
			switch key {
			case "name", "names", "alias", "aliases", "aka", "former_name", "former_names", "ex_name", "ex_names":
				q.Names = append(q.Names, v)
			case "flag", "former_flag":
				q.Flags = append(q.Flags, v)
			case "nationality", "citizenship", "country":
				q.Countries = append(q.Countries, v)
			case "type", "vessel_type":
				q.VesselType = v
			case "dob", "built", "build", "year", "build_year", "year_built", "year_of_build":
				d, err := lists.ParseDate(v)
				if err != nil {
					return q, nil, err
				}
				q.Dates = append(q.Dates, d)
			case "pob", "place_of_birth":
				q.Places = append(q.Places, v)
			case "address":
				q.Addresses = append(q.Addresses, v)
			case "gender":
				q.Gender = lists.Gender(v)
			case "owner", "owners", "manager", "operator", "employer":
				q.Owners = append(q.Owners, v)
			case "text":
				for _, f := range find(v) {
					q.Identifiers = append(q.Identifiers, f.Identifier())
				}
			default:
				t, ok := scenarioIDs[key]
				if !ok {
					unused = append(unused, key)
					continue
				}
				q.Identifiers = append(q.Identifiers, lists.Identifier{Type: t, Value: v})
			}
		}
	}
	return q, unused, nil
}

// values returns a JSON value, or the elements of an array, as texts.
func values(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case float64:
		return []string{fmt.Sprint(int64(v))}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, values(x)...)
		}
		return out
	}
	return nil
}
