package lists_test

import (
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
)

// ofac2021 is the folder of OFAC's SDN list of July 2021, which lies beside the
// repository and is no part of it. Where it is absent the test is skipped.
func ofac2021(t testing.TB) string {
	t.Helper()
	dir := filepath.Join("..", "..", "shared", "lists", "ofac", "2021-07")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real list is not here: ../shared/lists/ofac/2021-07 is absent")
	}
	return dir
}

func parseOFAC(t testing.TB, dir string) *lists.List {
	t.Helper()
	l, err := ofac.ParseCSV(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// plainRow is a row of OFAC's main file, read without the parser under test.
type plainRow struct {
	id, name, kind, owner string
	linked                []string // whom "Linked To" names, as printed
	last                  int      // index in linked of one at the end of the remarks, -1 none
}

func plainRows(t testing.TB, dir string) (rows []plainRow, aliases map[string][]string) {
	t.Helper()
	read := func(name string, each func([]string)) {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		r := csv.NewReader(f)
		r.FieldsPerRecord = -1
		for {
			rec, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for i, s := range rec {
				if strings.TrimSpace(s) == "-0-" {
					rec[i] = ""
				}
			}
			if len(rec) > 1 {
				each(rec)
			}
		}
	}
	more := map[string]string{} // remarks go on in another file, in the middle of a word
	read("sdn_comments.csv", func(rec []string) { more[rec[0]] += rec[1] })
	aliases = map[string][]string{}
	read("alt.csv", func(rec []string) { aliases[rec[3]] = append(aliases[rec[3]], rec[0]) })
	segment := regexp.MustCompile(`;\s+`)
	read("sdn.csv", func(rec []string) {
		row := plainRow{id: rec[0], name: rec[1], kind: rec[2], owner: rec[10], last: -1}
		remarks := rec[11] + more[rec[0]]
		segments := segment.Split(strings.TrimSpace(remarks), -1)
		for i, s := range segments {
			if v, ok := strings.CutPrefix(s, "Linked To: "); ok {
				if i == len(segments)-1 {
					row.last = len(row.linked)
				}
				row.linked = append(row.linked, v)
			}
		}
		rows = append(rows, row)
	})
	return rows, aliases
}

// plainLinks finds whom "Linked To" means, row by row and link by link: the full
// stop at the end of a record may be the record's or the name's.
func plainLinks(rows []plainRow, aliases map[string][]string) map[string][][]string {
	primary := map[string][]string{}
	for _, r := range rows {
		primary[r.name] = append(primary[r.name], r.id)
	}
	out := map[string][][]string{}
	for _, r := range rows {
		for i, v := range r.linked {
			var ids []string
			for _, names := range []map[string][]string{primary, aliases} {
				tries := []string{v}
				if i == r.last {
					tries = []string{strings.TrimSuffix(v, "."), strings.TrimSuffix(v, ".") + "."}
				}
				for _, try := range tries {
					ids = append(ids, names[try]...)
				}
				if slices.Sort(ids); len(ids) > 0 {
					break
				}
			}
			out[r.id] = append(out[r.id], slices.Compact(ids))
		}
	}
	return out
}

// TestGraphOFAC compares the graph of OFAC's list with one made from the remarks of
// the CSV file by other code: the same entities, the same statements, the same
// degrees, the same components.
func TestGraphOFAC(t *testing.T) {
	dir := ofac2021(t)
	l := parseOFAC(t, dir)
	g := lists.NewGraph(l)
	s := g.Stats()
	rows, aliases := plainRows(t, dir)
	links := plainLinks(rows, aliases)

	statements, resolved, ambiguous, unresolved := 0, 0, 0, 0
	tied := map[string]map[string]bool{}
	tie := func(a, b string) {
		for range 2 {
			if tied[a] == nil {
				tied[a] = map[string]bool{}
			}
			tied[a][b] = true
			a, b = b, a
		}
	}
	for id, ls := range links {
		for _, ids := range ls {
			statements++
			switch len(ids) {
			case 0:
				unresolved++
			case 1:
				resolved++
			default:
				ambiguous++
			}
			for _, other := range ids {
				tie(id, other)
			}
		}
	}
	// 2,758 entities and 3,408 statements are what OFAC's list of that day has.
	if len(links) != 2758 || statements != 3408 {
		t.Errorf("the CSV file has %d entities with links, %d links; want 2758, 3408", len(links), statements)
	}
	if want := (lists.RelationTally{Resolved: resolved, Ambiguous: ambiguous, Unresolved: unresolved}); s.Relations != want || want != (lists.RelationTally{Resolved: 3399, Ambiguous: 2, Unresolved: 7}) {
		t.Errorf("links %+v, from the CSV file %+v; want 3399, 2, 7", s.Relations, want)
	}
	speaking := 0
	byID := map[string]*lists.Entity{}
	for i := range l.Entities {
		e := &l.Entities[i]
		byID[e.ID] = e
		if len(e.Relations) > 0 {
			speaking++
		}
		others := map[string]bool{}
		for _, edge := range g.Of(e) {
			if edge.Role == lists.LinkedTo {
				others[edge.To.Entity.ID] = true
			} else if edge.Role != lists.OwnerAsPrinted {
				t.Errorf("%s: OFAC's CSV file has no role %q", edge, edge.Role)
			}
		}
		if len(others) != len(tied[e.ID]) {
			t.Errorf("%s: tied to %d, in the CSV file to %d", e.ID, len(others), len(tied[e.ID]))
		}
		for id := range others {
			if !tied[e.ID][id] {
				t.Errorf("%s: tied to %s, not in the CSV file", e.ID, id)
			}
		}
	}
	if speaking != 2758 {
		t.Errorf("%d entities with links, want 2758", speaking)
	}
	linked, sizes := len(tied), plainComponents(tied)
	t.Logf("Linked To: %d entities have links, %d have or are given one, in %d components, the largest of %v", speaking, linked, len(sizes), sizes[:5])
	if linked != 3456 || len(sizes) != 359 || sizes[0] != 951 {
		t.Errorf("CSV file: %d linked, %d components, the largest of %d; want 3456, 359, 951", linked, len(sizes), sizes[0])
	}

	// With the owners that ships' records print, too.
	for _, r := range rows {
		if r.owner == "" || slices.ContainsFunc(r.linked, func(v string) bool { return strings.EqualFold(strings.TrimSuffix(v, "."), r.owner) }) {
			continue
		}
		for _, o := range rows {
			if strings.EqualFold(o.name, strings.TrimSpace(r.owner)) && o.kind != "vessel" {
				tie(r.id, o.id)
			}
		}
	}
	sizes = plainComponents(tied)
	var got []int
	for _, c := range g.Components() {
		got = append(got, len(c))
	}
	if !slices.Equal(got, sizes) || s.Linked != len(tied) || s.Components != len(sizes) || s.Largest != sizes[0] {
		t.Errorf("components: %d %v, from the CSV file %d %v; linked %d and %d", len(got), got[:5], len(sizes), sizes[:5], s.Linked, len(tied))
	}
	t.Logf("with owners as printed: %+v", s)
	for i, d := range g.Degrees() {
		if d.Others != len(tied[d.Entity.ID]) {
			t.Errorf("%s: degree %d, from the CSV file %d", d.Entity.ID, d.Others, len(tied[d.Entity.ID]))
		}
		if i < 10 {
			t.Logf("degree %d: %s, %s; %d name it, it names %d", d.Others, d.Entity.ID, d.Entity.PrimaryName(), d.Naming, d.Named)
		}
	}
	for _, e := range g.Unresolved() {
		t.Log(e)
	}
}

// plainComponents returns the sizes of the sets that are tied together, largest
// first.
func plainComponents(tied map[string]map[string]bool) []int {
	root := map[string]string{}
	var of func(string) string
	of = func(id string) string {
		if p, ok := root[id]; ok && p != id {
			root[id] = of(p)
			return root[id]
		}
		return id
	}
	for a, others := range tied {
		for b := range others {
			root[of(a)] = of(b)
		}
	}
	n := map[string]int{}
	for id := range tied {
		n[of(id)]++
	}
	return slices.SortedFunc(maps.Values(n), func(a, b int) int { return b - a })
}

// TestNITC holds that from the National Iranian Tanker Company all ships are listed
// that the CSV file links to it, and from a ship its line.
func TestNITC(t *testing.T) {
	const nitc = "15117"
	dir := ofac2021(t)
	l := parseOFAC(t, dir)
	g := lists.NewGraph(l)
	rows, aliases := plainRows(t, dir)
	links := plainLinks(rows, aliases)
	var want, got []string
	for _, r := range rows {
		if r.kind == "vessel" && slices.ContainsFunc(links[r.id], func(ids []string) bool { return slices.Contains(ids, nitc) }) {
			want = append(want, r.id)
		}
	}
	slices.Sort(want)
	var line *lists.Entity
	for i := range l.Entities {
		if l.Entities[i].ID == nitc {
			line = &l.Entities[i]
		}
	}
	ps := g.Walk(line, lists.WalkOptions{Depth: 1, Kinds: []lists.Kind{lists.Vessel}, Roles: []lists.RelationRole{lists.LinkedTo}})
	for _, p := range ps {
		got = append(got, p.To().Entity.ID)
		if len(p) != 1 || !p[0].Reverse || p[0].Relation == nil || !strings.EqualFold(strings.TrimSuffix(p[0].Text, "."), line.PrimaryName()) {
			t.Errorf("%s", p)
		}
	}
	t.Logf("%d ships are linked to %s; the first: %s", len(got), line.PrimaryName(), ps[0])
	if !slices.Equal(got, want) || len(got) != 72 {
		t.Errorf("%d ships, %d in the CSV file, want 72\n got %v\nwant %v", len(got), len(want), got, want)
	}
	for _, id := range []string{"15068", "15049", "25708"} { // FORTUNE, FOREST, FAXON
		if !slices.Contains(got, id) {
			t.Errorf("ship %s is not linked to %s", id, nitc)
		}
	}
	ship := ps[0].To().Entity
	if back := g.Walk(ship, lists.WalkOptions{Depth: 1}); len(back) != 1 || back[0].To().Entity != line || back[0][0].Reverse {
		t.Errorf("from the ship: %v", back)
	}
}

func BenchmarkNewGraphOFAC(b *testing.B) {
	l := parseOFAC(b, ofac2021(b))
	b.ReportAllocs()
	for b.Loop() {
		lists.NewGraph(l)
	}
}
