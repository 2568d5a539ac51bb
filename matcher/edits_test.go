package matcher

import (
	"math/rand/v2"
	"testing"

	"github.com/agnivade/levenshtein"
)

// reference is the optimal string alignment distance, by the whole matrix; with
// swaps false, Levenshtein's.
func reference(a, b string, swaps bool) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if swaps && i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// words returns all words of the alphabet up to a length.
func allWords(alphabet string, length int) []string {
	out := []string{""}
	for from := 0; length > 0; length-- {
		to := len(out)
		for _, w := range out[from:to] {
			for i := range len(alphabet) {
				out = append(out, w+alphabet[i:i+1])
			}
		}
		from = to
	}
	return out
}

func checkEdits(t *testing.T, a, b string) {
	t.Helper()
	want := reference(a, b, true)
	for most := range 3 {
		if got := editDistance(a, b, most); got != min(want, most+1) {
			t.Errorf("editDistance(%q, %q, %d) = %d, want %d", a, b, most, got, min(want, most+1))
		}
	}
}

func TestEditDistanceOfShortWords(t *testing.T) {
	for _, c := range []struct {
		alphabet string
		length   int
	}{{"ab", 7}, {"abc", 5}, {"abcd", 4}} {
		words := allWords(c.alphabet, c.length)
		for _, a := range words {
			for _, b := range words {
				if checkEdits(t, a, b); t.Failed() {
					return
				}
			}
		}
	}
}

// edited returns w with n edits at random places.
func edited(r *rand.Rand, w string, n int) string {
	b := []byte(w)
	for range n {
		letter := byte('a' + r.IntN(4))
		i := 0
		if len(b) > 0 {
			i = r.IntN(len(b))
		}
		switch k := r.IntN(4); {
		case k == 0 || len(b) == 0:
			b = append(b[:i], append([]byte{letter}, b[i:]...)...)
		case k == 1:
			b = append(b[:i], b[i+1:]...)
		case k == 2:
			b[i] = letter
		case i+1 < len(b):
			b[i], b[i+1] = b[i+1], b[i]
		}
	}
	return string(b)
}

func TestEditDistanceOfLongWords(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200000 {
		n := r.IntN(20)
		w := make([]byte, n)
		for i := range w {
			w[i] = byte('a' + r.IntN(4))
		}
		a := string(w)
		b := edited(r, a, r.IntN(5))
		if checkEdits(t, a, b); t.Failed() {
			return
		}
	}
}

// TestReference holds the reference itself against another implementation.
func TestReference(t *testing.T) {
	words := allWords("abc", 4)
	for _, a := range words {
		for _, b := range words {
			want := levenshtein.ComputeDistance(a, b)
			if got := reference(a, b, false); got != want {
				t.Fatalf("reference(%q, %q) = %d, levenshtein says %d", a, b, got, want)
			}
			if got := reference(a, b, true); got > want || 2*got < want {
				t.Fatalf("with swaps %q and %q are %d apart, without %d", a, b, got, want)
			}
		}
	}
}

func TestEditDistanceExamples(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		want   int
		reason string
	}{
		{"", "", 0, "nothing and nothing"},
		{"fortune", "fortune", 0, "the same"},
		{"fortune", "fortun", 1, "a letter less at the end"},
		{"fortune", "ortune", 1, "a letter less at the head"},
		{"fortune", "fortuen", 1, "two neighbours swapped"},
		{"fortune", "ofrtune", 1, "swapped at the head"},
		{"fortune", "fartune", 1, "a letter replaced"},
		{"fortune", "ofrtuen", 2, "swapped at both ends"},
		{"fortune", "fortuenx", 2, "swapped and one more"},
		{"fortune", "xfortun", 2, "one more, one less"},
		{"abcd", "badc", 2, "two swaps side by side"},
		{"abc", "cba", 2, "the ends exchanged"},
		{"ca", "abc", 3, "a swap is not parted by an insertion: optimal string alignment, not Damerau"},
		{"fortune", "forest", 3, "another word"},
		{"", "abc", 3, "three letters"},
	} {
		if got := editDistance(c.a, c.b, 2); got != c.want {
			t.Errorf("editDistance(%q, %q, 2) = %d, want %d: %s", c.a, c.b, got, c.want, c.reason)
		}
	}
}
