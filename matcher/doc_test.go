package matcher

import (
	"os"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

// TestWorkedExamples holds the examples of the package essay against the code.
func TestWorkedExamples(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	shows := map[string]func(Alignment) bool{
		"equal": func(a Alignment) bool { return a.Score == Equal },
		"a prefix is missing": func(a Alignment) bool {
			p := a.Pairs()
			return len(p) == 2 && p[0].Method == Extra && p[0].Weight <= 40 && p[1].Method == Same && a.Score >= 900
		},
		"sisters":       func(a Alignment) bool { return a.Notes&NumbersDiffer != 0 && a.Score <= 600 },
		"joined":        func(a Alignment) bool { return a.Pairs()[0].Method == Joined && a.Score >= 950 },
		"omission":      func(a Alignment) bool { return a.Notes&Contradicting == 0 && a.Score >= 867 && a.Score < 950 },
		"contradiction": func(a Alignment) bool { return a.Notes&Contradicting != 0 && a.Score < 600 },
		"one slip":      func(a Alignment) bool { return a.Notes&OneSlip != 0 && a.Score >= 900 },
		"equivalent":    func(a Alignment) bool { return a.Score >= 980 && a.Score < Equal },
	}
	profiles := map[string]*names.Profile{"vessel": names.Vessel, "person": names.Person, "organization": names.Organization}
	n := 0
	for line := range strings.Lines(string(doc)) {
		rest, ok := strings.CutPrefix(strings.TrimSpace(line), "//	")
		f := strings.Split(rest, " | ")
		if !ok || len(f) != 3 {
			continue
		}
		n++
		kind, query, _ := strings.Cut(f[0], " ")
		p, show := profiles[kind], shows[f[2]]
		if p == nil || show == nil {
			t.Errorf("%q: no profile or no outcome of this name", rest)
			continue
		}
		a := Compare(p.Parse(strings.TrimSpace(query)), p.Parse(f[1]), DefaultOptions())
		if !show(a) {
			t.Errorf("%s: %s, %v, %v", rest, a.Score, a.Notes.Words(), a.Pairs())
		}
	}
	if n < 10 {
		t.Errorf("the essay has %d worked examples", n)
	}
}
