package matcher

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

var profiles = []*names.Profile{names.Vessel, names.Person, names.Organization}

// check holds a comparison against all that Compare promises of any two names.
func check(p *names.Profile, x, y string) error {
	a, b := p.Parse(x), p.Parse(y)
	o := DefaultOptions()
	al := Compare(a, b, o)
	if al.Score < None || al.Score > Equal {
		return fmt.Errorf("score %d", al.Score)
	}
	if again := Compare(a, b, o); again != al {
		return fmt.Errorf("compared twice, two alignments")
	}
	for _, n := range []names.Name{a, b} {
		want := Equal
		if n.Empty() {
			want = None
		}
		if s := Compare(n, n, o).Score; s != want {
			return fmt.Errorf("%q with itself scores %v, want %v", n.Original, s, want)
		}
	}
	if a.Empty() || b.Empty() {
		if al.Score != None || len(al.Pairs()) > 0 {
			return fmt.Errorf("a name without tokens scores %v", al.Score)
		}
		return nil
	}
	if (a.Key == b.Key) != (al.Score == Equal) {
		return fmt.Errorf("score %v of keys %q and %q", al.Score, a.Key, b.Key)
	}
	if back := Compare(b, a, o); (back.Score == Equal) != (al.Score == Equal) {
		return fmt.Errorf("equal in one direction only")
	}
	if al.Flags != a.Flags|b.Flags {
		return fmt.Errorf("flags %v", al.Flags.Words())
	}
	if _, err := json.Marshal(al); err != nil {
		return err
	}
	q, l := al.Names(a, b)
	return checkPairs(&al, &q, &l)
}

// checkPairs holds that the pairs take up every token of both names once, up to
// the limit, and none twice.
func checkPairs(al *Alignment, q, l *names.Name) error {
	var asked, listed [names.MaxTokens]int
	last := Run{}
	for _, p := range al.Pairs() {
		switch {
		case int(p.Query.To) > len(q.Tokens) || int(p.Listed.To) > len(l.Tokens) || p.Query.Len() < 0 || p.Listed.Len() < 0:
			return fmt.Errorf("pair %v of %d and %d tokens", p, len(q.Tokens), len(l.Tokens))
		case (p.Method == Extra) != (p.Listed.Len() == 0) || (p.Method == Missing) != (p.Query.Len() == 0):
			return fmt.Errorf("pair %v by method %v", p, p.Method)
		case p.Score < None || p.Score > Equal || p.Weight < 0:
			return fmt.Errorf("pair %v scores %v, weighs %v", p, p.Score, p.Weight)
		case p.Query.Len() > maxJoin || p.Listed.Len() > maxJoin:
			return fmt.Errorf("pair %v joins too many", p)
		case (p.Method == Extra || p.Method == Missing) && p.Score != None:
			return fmt.Errorf("pair %v met nothing and scores %v", p, p.Score)
		case p.Method.String() == "method out of range":
			return fmt.Errorf("pair %v has method %d", p, p.Method)
		}
		if p.Method != Missing && p.Method != Extra {
			if p.Query.From < last.From {
				return fmt.Errorf("pair %v stands behind %v", p, last)
			}
			last = p.Query
		}
		for i := p.Query.From; i < p.Query.To; i++ {
			asked[i]++
		}
		for i := p.Listed.From; i < p.Listed.To; i++ {
			listed[i]++
		}
	}
	for i := range q.Tokens {
		if asked[i] > 1 || asked[i] == 0 && i < maxTokens {
			return fmt.Errorf("token %q of the query is in %d pairs", q.Tokens[i].Text, asked[i])
		}
	}
	for i := range l.Tokens {
		if listed[i] > 1 || listed[i] == 0 && i < maxTokens {
			return fmt.Errorf("token %q of the listed name is in %d pairs", l.Tokens[i].Text, listed[i])
		}
	}
	return nil
}

// labelled returns the pairs of names in testdata/pairs.
func labelled(tb testing.TB) [][2]string {
	var out [][2]string
	for _, file := range []string{"vessels", "persons", "firms", "scripts"} {
		b, err := os.ReadFile(filepath.Join("..", "testdata", "pairs", file+".txt"))
		if err != nil {
			tb.Fatal(err)
		}
		for _, l := range strings.Split(string(b), "\n") {
			f := strings.Split(l, " ; ")
			if l == "" || l[0] == '#' || len(f) < 3 {
				continue
			}
			if file == "scripts" {
				f = f[1:]
			}
			out = append(out, [2]string{f[0], f[1]})
		}
	}
	return out
}

func TestPropertiesOfPairs(t *testing.T) {
	for _, x := range labelled(t) {
		for _, p := range profiles {
			if err := check(p, x[0], x[1]); err != nil {
				t.Errorf("%v: %q, %q: %v", p, x[0], x[1], err)
			}
		}
	}
}

// TestPropertiesOfRandom compares names put together of words that are alike,
// joined, numbered and doubled.
func TestPropertiesOfRandom(t *testing.T) {
	parts := []string{
		"ali", "aly", "reza", "alireza", "rza", "abd", "al", "rahman", "abdalrahman", "abdul", "mohammad", "muhammed", "md", "m", "m.", "r",
		"capt", "jr", "bin", "y", "khan", "sea", "star", "seastar", "sea-star", "ocean", "oceen", "3", "III", "33", "one", "1", "first", "ltd", "co", "llc",
		"shipping", "shpg", "company", "mv", "m/t", "tanker", "(ex sea 2)", "(IRISL)", "/", "ex", "iran", "panama", "Москва", "moskva", "محمد", "علی",
		"김정은", "kim", "王伟", "wang", "有限公司", "ФОРТУНА", "fоrtuna", "f0rtuna", "ᎠᎡ", "a", "b", "xx", ",",
	}
	r := rand.New(rand.NewPCG(5, 6))
	text := func() string {
		var w []string
		for range 1 + r.IntN(8) {
			w = append(w, parts[r.IntN(len(parts))])
		}
		return strings.Join(w, " ")
	}
	for n := range 30000 {
		x, y := text(), text()
		if r.IntN(3) == 0 { // the same words in another order, one changed
			w := strings.Fields(x)
			r.Shuffle(len(w), func(i, j int) { w[i], w[j] = w[j], w[i] })
			w[0] = parts[r.IntN(len(parts))]
			y = strings.Join(w, " ")
		}
		if err := check(profiles[n%3], x, y); err != nil {
			t.Fatalf("%v: %q, %q: %v", profiles[n%3], x, y, err)
		}
	}
}

func FuzzCompare(f *testing.F) {
	for i, x := range labelled(f) {
		if i%10 == 0 {
			f.Add(uint8(i), x[0], x[1])
		}
	}
	for _, x := range [][2]string{
		{"", ""}, {"a", ""}, {"\xff", "\xff\xff"}, {"A", "A"}, {"a b", "ab"}, {"a b c", "abc"}, {"abc abc abc", "abc"}, {"1", "2"}, {"x 1", "x 2"},
		{strings.Repeat("a ", 60), strings.Repeat("a ", 59)}, {strings.Repeat("ab ", 20), strings.Repeat("abab ", 20)},
		{strings.Repeat("x", 300), strings.Repeat("x", 299)}, {"ᎠᎡ", "ᎠᎢ"}, {"ali (ex reza)", "reza (ex ali)"},
		{"abcdefghijklmnopqrst", "abcdefghijklmnopqrstuv"}, {"aaaa aaaa aaaa aaaa ", "aaaa aaaa aaaa aaaa aaaa"},
	} {
		for p := range uint8(3) {
			f.Add(p, x[0], x[1])
		}
	}
	f.Fuzz(func(t *testing.T, p uint8, x, y string) {
		if err := check(profiles[p%3], x, y); err != nil {
			t.Errorf("%v: %q, %q: %v", profiles[p%3], x, y, err)
		}
	})
}

// TestOtherProfiles holds that names of different profiles have nothing in common.
func TestOtherProfiles(t *testing.T) {
	for i, p := range profiles {
		for j, q := range profiles {
			want := None
			if i == j {
				want = Equal
			}
			if got := Compare(p.Parse("Fortune"), q.Parse("Fortune"), DefaultOptions()).Score; got != want {
				t.Errorf("%v with %v scores %v, want %v", p, q, got, want)
			}
		}
	}
	if got := Compare(names.Name{}, names.Name{}, DefaultOptions()).Score; got != None {
		t.Errorf("names without a profile score %v", got)
	}
}

// TestCompareAllocatesNothing holds Compare to its word, over names in several
// scripts and shapes.
func TestCompareAllocatesNothing(t *testing.T) {
	o := DefaultOptions()
	for i, x := range labelled(t) {
		if i%25 != 0 {
			continue
		}
		for _, p := range profiles {
			a, b := p.Parse(x[0]), p.Parse(x[1])
			if n := testing.AllocsPerRun(10, func() { Compare(a, b, o) }); n != 0 {
				t.Errorf("%v: %q, %q: %v allocations", p, x[0], x[1], n)
			}
		}
	}
}
