package matcher_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// labelledNames reads the names of testdata/pairs, queries and listed ones.
func labelledNames(t *testing.T, p *names.Profile) (queries, list []names.Name) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "pairs", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no pairs: %v", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(string(b), "\n") {
			f := strings.Split(line, " ; ")
			if len(f) < 3 || strings.HasPrefix(line, "#") {
				continue
			}
			for i, s := range f[:3] {
				n := p.Parse(s)
				switch {
				case n.Empty():
				case i < len(f)-2:
					queries = append(queries, n)
				default:
					list = append(list, n)
				}
			}
		}
	}
	return queries, list
}

// TestBoundFollowsCompare holds what the bound is made of against the pairs that
// Compare tells of: the weights of tokens, and how alike faint pairs are.
func TestBoundFollowsCompare(t *testing.T) {
	for _, p := range []*names.Profile{names.Vessel, names.Person, names.Organization} {
		queries, list := labelledNames(t, p)
		alone, faint := 0, 0
		for i := range queries {
			for j := i % 29; j < len(list); j += 29 {
				al := matcher.Compare(queries[i], list[j], matcher.DefaultOptions())
				a, b := al.Names(queries[i], list[j])
				wa, wb := matcher.Weights(nil, &a), matcher.Weights(nil, &b)
				for _, pair := range al.Pairs() {
					q, l := pair.Query.From, pair.Listed.From
					switch pair.Method {
					case matcher.Extra:
						alone++
						if pair.Weight != wa[q] {
							t.Fatalf("%v: %q: word %d counts for %v, not %v", p, a.Original, q, pair.Weight, wa[q])
						}
					case matcher.Missing:
						alone++
						if pair.Weight != wb[l] {
							t.Fatalf("%v: %q: word %d counts for %v, not %v", p, b.Original, l, pair.Weight, wb[l])
						}
					case matcher.Faint:
						faint++
						x, y := matcher.MakeLetters(&a.Tokens[q]), matcher.MakeLetters(&b.Tokens[l])
						most, exact := matcher.FaintMost(&x, &y), matcher.FaintLikeness(p, &a.Tokens[q], &b.Tokens[l])
						if pair.Score > exact || exact > most {
							t.Fatalf("%v: %q and %q are alike by %v; FaintLikeness says %v, FaintMost %v", p, a.Tokens[q].Text, b.Tokens[l].Text, pair.Score, exact, most)
						}
					}
				}
			}
		}
		if alone < 1000 || p == names.Person && faint < 100 {
			t.Errorf("%v: %d words alone and %d faint pairs: the names test too little", p, alone, faint)
		}
	}
}

// TestBoundUseless holds that what cannot be bounded is not.
func TestBoundUseless(t *testing.T) {
	o := matcher.DefaultOptions()
	rows := []struct {
		reason string
		o      func(*matcher.Options)
		floor  matcher.Score
		useful bool
	}{
		{"the options in use", func(*matcher.Options) {}, 600, true},
		{"every name scores nothing or more", func(*matcher.Options) {}, 0, false},
		{"words that add to a score when they are alone", func(o *matcher.Options) { o.Extra = -1 }, 600, false},
		{"an order that adds", func(o *matcher.Options) { o.Order = -10 }, 600, false},
	}
	for _, r := range rows {
		o := o
		r.o(&o)
		b := matcher.MakeBound(names.Person, &o, r.floor)
		if have := b.Useful(); have != r.useful {
			t.Errorf("%s: useful %t", r.reason, have)
		}
	}
	var none *matcher.Bound
	if none.Useful() || !none.Reaches(nil, matcher.Loose{}, matcher.Loose{}) {
		t.Error("no bound bounds something")
	}
}
