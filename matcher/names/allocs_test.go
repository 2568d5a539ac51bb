package names

import (
	"strings"
	"testing"
)

// TestParseAllocations bounds the objects that a name of common length takes: the
// folded text, a block of tokens, and what readings, sounds and the Key are cut
// from.
func TestParseAllocations(t *testing.T) {
	for _, c := range []struct {
		profile *Profile
		text    string
		most    float64
		reason  string
	}{
		{Person, "Ali", 3, "one word"},
		{Person, "Ali Danaei Kenarsari", 3, "three Latin words"},
		{Person, "Mohammad Reza Pour Naghshband", 3, "four Latin words"},
		{Person, "DANAEI KENARSARI, Ali", 4, "the Key is in another order than the text"},
		{Person, "Jorge Muñoz Ibáñez", 4, "accents"},
		{Person, "Сергей Викторович Лавров", 4, "Cyrillic"},
		{Person, "محمد رضا نقشبند", 5, "Arabic: two readings and more of a word"},
		{Person, "יוסף כהן לוי", 5, "Hebrew"},
		{Person, "김 정은", 5, "Hangul, a surname in many spellings"},
		{Person, "王伟", 5, "Han, divided"},
		{Person, "สมชาย ใจดี", 6, "Thai"},
		{Person, "शशी कपूर", 6, "Devanagari"},
		{Person, "José Luis Rodríguez Zapatero de la Torre y Mendoza", 6, "nine words: no block"},
		{Vessel, "FORTUNE", 3, "one word"},
		{Vessel, "OCEAN STAR 3", 3, "a number in digits"},
		{Vessel, "M/V OCEAN STAR III", 4, "a numeral: the Key has digits"},
		{Vessel, "т/х Капитан Костичев", 4, "a prefix in Cyrillic"},
		{Organization, "NATIONAL IRANIAN TANKER COMPANY LLC", 5, "an abbreviation that is spelt out"},
		{Organization, "大连海运有限公司", 5, "a word of Han, divided in three"},
	} {
		if n := testing.AllocsPerRun(50, func() { c.profile.Parse(c.text) }); n > c.most {
			t.Errorf("%v %q: %v objects, at most %v: %s", c.profile, c.text, n, c.most, c.reason)
		}
	}
}

// TestBlocks holds the tokens, words and readings of every number of words to
// their lengths, so that no two names or words share memory that is written to.
func TestBlocks(t *testing.T) {
	for n := 1; n <= MaxTokens; n++ {
		ts, ws, rs := newBlock(n)
		if len(ts) != n || cap(ts) != n || len(ws) != n || cap(ws) != n || len(rs) != 0 || cap(rs) < n {
			t.Errorf("%d words: tokens %d of %d, words %d of %d, readings %d of %d", n, len(ts), cap(ts), len(ws), cap(ws), len(rs), cap(rs))
		}
	}
	for _, text := range []string{"محمد رضا نقشبند", "김 정은 ltd co", "a б γ 3 王", strings.Repeat("لاوروف ", MaxTokens)} {
		for _, p := range profiles {
			n := p.Parse(text)
			if cap(n.Tokens) != len(n.Tokens) {
				t.Errorf("%v %q: room for %d tokens", p, text, cap(n.Tokens))
			}
			for i := range n.Tokens {
				if w := n.Tokens[i].Word(); cap(w.Readings) != len(w.Readings) && n.Tokens[i].Class != LegalForm && n.Tokens[i].Class != Generic {
					t.Errorf("%v %q: token %d has room for %d readings", p, text, i, cap(w.Readings))
				}
			}
		}
	}
}
