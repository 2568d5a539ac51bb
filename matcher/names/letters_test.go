package names

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// TestCompatible holds the short ways of compatible against the norm.
func TestCompatible(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if s := string(r); compatible(s) != norm.NFKC.String(s) {
			t.Errorf("%U is %q, want %q", r, compatible(s), norm.NFKC.String(s))
		}
	}
}

// TestLatin holds the taking apart of letters with marks against the whole
// decomposition of the norm, letter by letter.
func TestLatin(t *testing.T) {
	n := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if script.Of(r) != script.Latin {
			continue
		}
		if _, _, ok := script.LatinFold(r); ok {
			continue
		}
		n++
		want := ""
		for _, e := range norm.NFD.String(string(r)) {
			if e >= 'a' && e <= 'z' {
				want += string(e)
			} else if s, _, ok := script.LatinFold(e); e != r && ok {
				want += s
			}
		}
		if a, b := latin(nil, nil, "x"+string(r)+"y"); string(a) != "x"+want+"y" || string(b) != string(a) {
			t.Errorf("%U %c: %q and %q, want x%sy", r, r, a, b, want)
		}
	}
	if n < 500 {
		t.Errorf("only %d letters", n)
	}
}
