package index

import (
	"encoding/csv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

// root is the repository's folder.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Skip("no go.mod above the test's folder")
		}
		dir = filepath.Dir(dir)
	}
}

// shared is a file or folder of the data beside the repository; without it the
// test is skipped.
func shared(t testing.TB, name string) string {
	t.Helper()
	file := filepath.Join(root(t), "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		t.Skipf("%s is not beside this checkout", name)
	}
	return file
}

// table reads the rows of a CSV file, whatever their number of fields.
func table(t testing.TB, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return rows
}

// listed reads the names of sdn.csv and alt.csv of a folder, by the profile
// that reads them.
func listed(t testing.TB, dir string) map[*names.Profile][]string {
	t.Helper()
	out := map[*names.Profile][]string{}
	kind := map[string]*names.Profile{}
	for _, r := range table(t, filepath.Join(dir, "sdn.csv")) {
		if len(r) < 3 {
			continue
		}
		p := names.Organization
		switch strings.TrimSpace(r[2]) {
		case "individual":
			p = names.Person
		case "vessel", "aircraft":
			p = names.Vessel
		}
		kind[r[0]] = p
		out[p] = append(out[p], r[1])
	}
	for _, r := range table(t, filepath.Join(dir, "alt.csv")) {
		if len(r) > 3 && kind[r[0]] != nil {
			out[kind[r[0]]] = append(out[kind[r[0]]], r[3])
		}
	}
	return out
}

// labelled reads the queries and the listed names of a file of pairs, by the
// profile that reads them.
func labelled(t testing.TB, name string) (queries, list map[*names.Profile][]string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root(t), "testdata", "pairs", name))
	if err != nil {
		t.Fatal(err)
	}
	queries, list = map[*names.Profile][]string{}, map[*names.Profile][]string{}
	profile := map[string]*names.Profile{"person": names.Person, "vessel": names.Vessel, "firm": names.Organization}
	for line := range strings.SplitSeq(string(b), "\n") {
		f := strings.Split(line, " ; ")
		if len(f) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		p := profile[strings.TrimSpace(f[0])]
		if p == nil {
			for _, p := range profile {
				queries[p] = append(queries[p], f[0])
				list[p] = append(list[p], f[1])
			}
			continue
		}
		queries[p] = append(queries[p], f[1])
		list[p] = append(list[p], f[2])
	}
	return queries, list
}

// parse reads names; those without tokens are left out.
func parse(p *names.Profile, texts []string) []names.Name {
	var out []names.Name
	for _, s := range texts {
		if n := p.Parse(s); !n.Empty() {
			out = append(out, n)
		}
	}
	return out
}

// texts returns what the names were read from.
func texts(ns []names.Name) []string {
	out := make([]string, len(ns))
	for i := range ns {
		out[i] = ns[i].Original
	}
	return out
}

// sample takes n of the texts.
func sample(r *rand.Rand, texts []string, n int) []string {
	out := make([]string, 0, n)
	for _, i := range r.Perm(len(texts))[:min(n, len(texts))] {
		out = append(out, texts[i])
	}
	return out
}
