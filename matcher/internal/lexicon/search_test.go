package lexicon

import (
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon/internal/bucket"
)

// tables are all lists of words that are looked up.
var tables = map[string]*words{
	"legal forms": &legalPhrases.heads, "titles": &titlePhrases.heads, "vessel prefixes": &prefixPhrases.heads,
	"particles": &particleWords, "expansions": &expansionWords, "business": &businessWords, "generic": &genericWords,
	"numerals": &numeralWords, "given names": &nameWords, "common names": &commonWords, "ship words": &shipWords,
}

// list returns the words of a table in their order.
func (t *words) list() []string {
	out := make([]string, len(t.at)-1)
	for k := range out {
		out[k] = t.text[t.at[k]:t.at[k+1]]
	}
	return out
}

// near returns words that differ from w in little, some of which are words of a table too.
func near(w string) []string {
	out := []string{"", w + "a", "a" + w, w + w, w + "\x00", w[1:], w[:len(w)-1]}
	for i := range len(w) {
		b := []byte(w)
		b[i] ^= 1
		out = append(out, string(b), w[:i]+w[i+1:])
		if i > 0 {
			b = []byte(w)
			b[i-1], b[i] = b[i], b[i-1]
			out = append(out, string(b))
		}
	}
	return out
}

// TestFind holds the look-up by bucket against a look-up in the words of the table, sorted.
func TestFind(t *testing.T) {
	var all []string
	for _, table := range tables {
		all = append(all, table.list()...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) < 5000 {
		t.Fatalf("only %d words", len(all))
	}
	for name, table := range tables {
		words := table.list()
		sorted := slices.Sorted(slices.Values(words))
		if len(slices.Compact(slices.Clone(sorted))) != len(words) {
			t.Errorf("%s: a word stands twice", name)
		}
		found := 0
		hold := func(w string) {
			_, want := slices.BinarySearch(sorted, w)
			k := table.find(w)
			if want {
				found++
			}
			if want != (k >= 0) || k >= 0 && words[k] != w {
				t.Errorf("%s: %q is word %d; in the table: %v", name, w, k, want)
			}
		}
		for _, w := range words {
			for _, x := range near(w) {
				hold(x)
			}
		}
		found = 0
		for _, w := range all {
			hold(w)
		}
		if found != len(words) {
			t.Errorf("%s: %d of %d words are found", name, found, len(words))
		}
	}
}

// TestBuckets holds the tables to what makes them fast: few words to a bucket.
func TestBuckets(t *testing.T) {
	for name, table := range tables {
		n := len(table.first) - 1
		if n != bucket.Count(len(table.at)-1) {
			t.Errorf("%s: %d buckets", name, n)
		}
		for b := range n {
			if k := table.first[b+1] - table.first[b]; k > 9 {
				t.Errorf("%s: bucket %d has %d words", name, b, k)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	in := nameWords.list()[:64]
	b.Run("words=in", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			nameWords.find(in[i%64])
		}
	})
	b.Run("words=out", func(b *testing.B) {
		out := make([]string, 64)
		for i, w := range in {
			out[i] = w[:len(w)-1] + "q"
		}
		for i := 0; b.Loop(); i++ {
			nameWords.find(out[i%64])
		}
	})
}
