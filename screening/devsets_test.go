package screening_test

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// devSets are the labelled queries of the shared folder. What they should find
// is not asked here.
var devSets = [...]struct {
	name    string
	queries func(t *testing.T) []screening.Query
}{
	{"people-global", func(t *testing.T) []screening.Query { return evalPeople(t, "people_global_dev.csv") }},
	{"people-us", func(t *testing.T) []screening.Query { return evalPeople(t, "people_us_dev.csv") }},
	{"un-persons", func(t *testing.T) []screening.Query { return evalPeople(t, "un_persons_dev.csv") }},
	{"ships", func(t *testing.T) []screening.Query {
		qs := evalNames(t, "ships_dev.csv", 0, lists.Vessel)
		for i, row := range csvRows(t, "eval", "ships_dev.csv") {
			if i%10 == 0 {
				qs[i].Identifiers = []lists.Identifier{{Type: lists.IMOShip, Value: row[1]}}
			}
		}
		return qs
	}},
	{"name-pairs", func(t *testing.T) []screening.Query {
		var out []screening.Query
		for _, row := range csvRows(t, "eval", "name_pairs_dev.csv") {
			k, err := lists.ParseKind(row[1])
			if err != nil {
				k = lists.Unknown
			}
			out = append(out, screening.Query{Kind: k, Names: []string{row[2]}}, screening.Query{Kind: k, Names: []string{row[3]}})
		}
		return out
	}},
	{"transliteration", func(t *testing.T) []screening.Query {
		var out []screening.Query
		for i, row := range csvRows(t, "eval", "transliteration_dev.csv") {
			out = append(out, screening.Query{Kind: lists.Kind(i % 4), Names: []string{row[1+i%2]}})
		}
		return out
	}},
	{"scenarios", scenarioQueries},
}

func evalPeople(t testing.TB, file string) []screening.Query {
	t.Helper()
	var out []screening.Query
	for i, row := range csvRows(t, "eval", file) {
		q := screening.Query{Kind: lists.Person, Names: []string{row[3]}}
		if i%8 == 0 {
			q.Kind = lists.Unknown
		}
		if d, err := lists.ParseDate(row[5]); err == nil && i%2 == 0 {
			q.Dates = []lists.Date{d}
		}
		out = append(out, q)
	}
	return out
}

// scenarioIDs are the keys of numbers in scenarios.
var scenarioIDs = [...]struct {
	key string
	typ lists.IDType
}{
	{"imo", lists.IMOShip}, {"mmsi", lists.MMSI}, {"call_sign", lists.CallSign}, {"passport", lists.Passport},
	{"company_imo", lists.IMOCompany}, {"seafarer_doc", lists.SeafarerDocument},
}

// scenarioQueries reads what a scenario says of one party: its texts as names or
// numbers, by their keys.
func scenarioQueries(t *testing.T) []screening.Query {
	var out []screening.Query
	for _, row := range csvRows(t, "eval", "scenarios_dev.csv") {
		var fields map[string]any
		if err := json.Unmarshal([]byte(row[2]), &fields); err != nil {
			t.Fatal(err)
		}
		k, err := lists.ParseKind(row[1])
		if err != nil {
			k = lists.Unknown
		}
		q := screening.Query{Kind: k}
		text := func(key string) string { s, _ := fields[key].(string); return s }
		for _, id := range scenarioIDs {
			if s := text(id.key); s != "" {
				q.Identifiers = append(q.Identifiers, lists.Identifier{Type: id.typ, Value: s})
			}
		}
		for _, key := range [...]string{"name", "owner", "master", "firm", "manager"} {
			if s := text(key); s != "" {
				q.Names = append(q.Names, s)
			}
		}
		if d, err := lists.ParseDate(text("dob")); err == nil {
			q.Dates = []lists.Date{d}
		}
		if len(q.Names)+len(q.Identifiers) > 0 {
			out = append(out, q)
		}
	}
	return out
}

// transliterations is a list of single names and of pairs of them in one script,
// and queries for them in another one.
func transliterations(t *testing.T) (*lists.List, []screening.Query) {
	r := rand.New(rand.NewPCG(13, 13))
	l := &lists.List{Source: lists.Source{Name: "transliterations"}}
	var qs []screening.Query
	rows := csvRows(t, "eval", "transliteration_dev.csv")
	for i, row := range rows {
		other := rows[r.IntN(len(rows))]
		listed, asked := row[1], row[2]
		switch i % 3 {
		case 1:
			listed, asked = listed+" "+other[1], asked+" "+other[2]
		case 2:
			listed, asked = asked+" "+other[2], other[1]+", "+listed
		}
		k := [...]lists.Kind{lists.Person, lists.Person, lists.Organization, lists.Vessel, lists.Unknown}[i%5]
		l.Entities = append(l.Entities, lists.Entity{ID: row[1] + " " + other[1], Kind: k, Names: []lists.Name{{Text: listed}}})
		qs = append(qs, screening.Query{Kind: k, Names: []string{asked}})
	}
	return l, qs
}

// pairNames are the names of the labelled pairs of testdata.
func pairNames(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "pairs", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled pairs: %v", err)
	}
	var out []string
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		for in := bufio.NewScanner(f); in.Scan(); {
			fields := strings.Split(in.Text(), " ; ")
			if strings.HasPrefix(in.Text(), "#") || len(fields) < 3 {
				continue
			}
			out = append(out, fields[0], fields[1], fields[2])
		}
		f.Close()
	}
	return out
}
