package names

import (
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

// TestSameKey holds that names which differ in what is no part of them share a Key.
func TestSameKey(t *testing.T) {
	for _, c := range []struct {
		profile *Profile
		reason  string
		texts   []string
	}{
		{Vessel, "the form of a number", []string{"FORTUNE III", "FORTUNE 3", "Fortune Three", "FORTUNE 03", "FORTUNE 3RD", "FORTUNE-3", "FORTUNE3", "FORTUNE THIRD", "FORTUNE Ⅲ", "FORTUNE ３", "FORTUNE ٣", "FORTUNE ③"}},
		{Vessel, "letters and digits in one", []string{"OT2077", "OT-2077", "OT 2077", "ot.2077", "OT_02077"}},
		{Vessel, "width, style and tricks", []string{"FORTUNE", "fortune", "Fortune", "ＦＯＲＴＵＮＥ", "𝐅𝐎𝐑𝐓𝐔𝐍𝐄", "F0RTUNE", "FОRTUNЕ", "FOR\u200bTUNE", "F\u00adORTUNE", "FORTÚNE", " FORTUNE. ", "\"FORTUNE\""}},
		{Person, "the order of a comma form", []string{"DANAEI KENARSARI, Ali", "Ali Danaei Kenarsari", "ALI DANAEI-KENARSARI", "Danaei  Kenarsari ,Ali"}},
		{Person, "where a suffix stands", []string{"KING, Martin Luther, Jr.", "KING, Jr., Martin Luther", "Martin Luther King, Jr.", "Martin Luther King Jr"}},
		{Person, "accents", []string{"José Muñoz Ibáñez", "JOSE MUNOZ IBANEZ", norm.NFD.String("José Muñoz Ibáñez")}},
		{Person, "apostrophes", []string{"O'Brien", "O’Brien", "OBRIEN", "OʼBrien", "O`Brien", "O\u00b4Brien"}},
		{Person, "ayn, hamza and hyphens", []string{"Abd-al-'Aziz", "ABD AL AZIZ", "ʿAbd al-ʿAzīz", "Abd al ‘Aziz"}},
		{Person, "Turkish letters", []string{"IŞIK ŞAHİN", "ışık şahin", "Isik Sahin"}},
		{Person, "the case of Greek, with both sigmas", []string{"Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ", "παπαδοπουλοσ"}},
		{Person, "the case of Cyrillic", []string{"Сергей Йоффе", "СЕРГЕЙ ЙОФФЕ", norm.NFD.String("Сергей Йоффе")}},
		{Person, "tatweel and joiners in Arabic", []string{"محمد علیرضا", "محـــمد علیرضا", "محمد علی\u200cرضا", norm.NFD.String("محمد علیرضا")}},
		{Person, "composed and decomposed Hangul", []string{"김정은", norm.NFD.String("김정은"), norm.NFKD.String("김정은")}},
		{Person, "half-width Kana", []string{"スズキ", "ｽｽﾞｷ"}},
		{Person, "the case of Georgian and Armenian", []string{"გიორგი Արմեն", "ᲒᲘᲝᲠᲒᲘ ԱՐՄԵՆ"}},
		{Person, "the case of a script without readings", []string{"ᎠᎡ", "ꭰꭱ"}},
		{Organization, "punctuation of a legal form", []string{"SEA STAR SHIPPING CO., LTD.", "Sea Star Shipping Co Ltd", "SEA-STAR SHIPPING (CO.) (LTD)"}},
		{Organization, "an ampersand", []string{"HARTMANN GmbH & Co. KG", "Hartmann GmbH and Co KG", "HARTMANN GMBH ＆ CO．KG"}},
		{Organization, "an ordinal", []string{"FOURTEENTH OCEAN GMBH", "14TH OCEAN GmbH", "14 Ocean GmbH"}},
	} {
		want := c.profile.Parse(c.texts[0]).Key
		for _, s := range c.texts {
			if got := c.profile.Parse(s).Key; got != want || got == "" {
				t.Errorf("%s: %v %q has key %q, %q has %q", c.reason, c.profile, s, got, c.texts[0], want)
			}
		}
	}
}

// TestOtherKey holds that names which differ in what is part of them do not share a Key.
func TestOtherKey(t *testing.T) {
	for _, c := range []struct {
		profile *Profile
		a, b    string
		reason  string
	}{
		{Vessel, "FORTUNE 3", "FORTUNE 30", "another number"},
		{Vessel, "FORTUNE 3", "FORTUNE", "a number less"},
		{Vessel, "MT KONSTANTINOVSK", "KONSTANTINOVSK", "a prefix stays in the key"},
		{Vessel, "SEA STAR", "STAR SEA", "the order of a ship's name"},
		{Vessel, "SEA STAR", "SEASTAR", "words in one are for the comparison to see"},
		{Vessel, "GLORY V", "GLORY VI", "another roman number"},
		{Person, "Dr. Ali Reza", "Ali Reza", "a title stays in the key"},
		{Person, "Ali Reza", "Reza Ali", "without a comma the order stands"},
		{Organization, "NITC", "NITC LLC", "a legal form stays in the key"},
		{Person, "FORTUNE III", "FORTUNE 3", "a person's third is no number"},
	} {
		if a, b := c.profile.Parse(c.a).Key, c.profile.Parse(c.b).Key; a == b {
			t.Errorf("%v: %q and %q share the key %q: %s", c.profile, c.a, c.b, a, c.reason)
		}
	}
}

// TestTokenFlags holds where a flag is set and where not.
func TestTokenFlags(t *testing.T) {
	for _, c := range []struct {
		profile *Profile
		in      string
		token   int
		want    Flag
		reason  string
	}{
		{Vessel, "OT2077", 0, Joined, "letters printed in one with a number"},
		{Vessel, "OT2077", 1, Joined, "and the number"},
		{Vessel, "OT-2077", 0, 0, "a hyphen between them"},
		{Vessel, "FORTUNE 3RD", 1, 0, "an ordinal is one token"},
		{Person, "王伟", 1, Joined, "surname and given name in one"},
		{Person, "J. Smith", 0, Dotted, "an initial with a dot"},
		{Person, "J Smith", 0, 0, "and without"},
		{Organization, "ALFA (BETA)", 1, Bracketed, "in brackets"},
		{Organization, "ALFA [BETA", 1, Bracketed, "in brackets that nobody closed"},
		{Organization, "(ALFA) BETA", 1, 0, "behind brackets"},
		{Organization, "((ALFA) BETA) GAMMA", 1, Bracketed, "in the outer of two pairs"},
		{Organization, "ALFA) BETA", 1, 0, "behind a bracket that nobody opened"},
		{Vessel, "F0RTUNE", 0, Leet, "a digit for a letter"},
		{Vessel, "FORTUNE 0", 1, 0, "a digit"},
		{Vessel, "FОRTUNE STAR", 0, Homoglyph, "a Cyrillic letter inside a Latin word"},
		{Vessel, "FОRTUNE STAR", 1, 0, "the word beside it is honest"},
		{Vessel, "ＦORTUNE", 0, Styled, "one letter in full width"},
		{Vessel, "FOR\u2060TUNE", 0, Invisible, "a word joiner"},
	} {
		n := c.profile.Parse(c.in)
		if c.token >= len(n.Tokens) || n.Tokens[c.token].Flags != c.want {
			t.Errorf("%v %q token %d: %s\n got %v\nwant %v", c.profile, c.in, c.token, c.reason, n.Tokens, c.want.Words())
		}
	}
}

// TestWords holds what is known of a token beyond its Text.
func TestWords(t *testing.T) {
	has := func(n Name, i int, reading string) bool {
		for _, r := range n.Tokens[i].Word().Readings {
			if r.Text == reading {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		profile *Profile
		in      string
		token   int
		reading string
		want    bool
		reason  string
	}{
		{Person, "Jürgen Müller", 1, "mueller", true, "an umlaut is spelt out"},
		{Person, "Muller", 0, "mueller", false, "a plain u is not"},
		{Person, "Øyvind", 0, "oeyvind", true, "a Norwegian letter is spelt out"},
		{Person, "Ǿyvind", 0, "oyvind", true, "a letter with a stroke and a mark"},
		{Vessel, "ВОСТОК STAR", 0, "boctok", true, "a word of look-alikes among Latin words is read as Latin too"},
		{Vessel, "ВОСТОК", 0, "boctok", false, "alone it is Cyrillic"},
		{Vessel, "M/V ВОСТОК", 2, "boctok", false, "beside a prefix as well"},
		{Organization, "SAMMA SHPG", 1, "shipping", true, "an abbreviation of a firm's name"},
		{Vessel, "SAMMA SHPG", 1, "shipping", false, "of a ship's it is a word"},
	} {
		n := c.profile.Parse(c.in)
		if got := has(n, c.token, c.reading); got != c.want {
			t.Errorf("%v %q token %d reads %q: %v: %s", c.profile, c.in, c.token, c.reading, got, c.reason)
		}
	}
}

// TestLimits holds hostile texts to bounded work.
func TestLimits(t *testing.T) {
	const big = 10 << 20
	for _, c := range []struct {
		name, text string
		cut        bool
	}{
		{"letters", strings.Repeat("a", big), true},
		{"words", strings.Repeat("ab ", big/3), true},
		{"digits", strings.Repeat("7", big), true},
		{"brackets", strings.Repeat("(", big), true},
		{"blanks", strings.Repeat(" ", big), true},
		{"marks", "a" + strings.Repeat("\u0301", 1000), false},
		{"many marks", strings.Repeat("\u0301", big/2), true},
		{"former names", strings.Repeat("x ex ", big/5), true},
		{"invalid bytes", strings.Repeat("\xff", big), true},
		{"a letter cut in two", strings.Repeat("é", MaxBytes/2) + "é", true},
		{"tokens", strings.Repeat("a ", MaxTokens), false},
		{"a token too many", strings.Repeat("a ", MaxTokens+1), true},
		{"a comma form", strings.Repeat("a, ", big/3), true},
		{"roman numerals", "x" + strings.Repeat(" iii ex", big/7), true},
		{"Han", strings.Repeat("海", big/3), true},
		{"legal forms in Han", strings.Repeat("有限公司", 300), true},
	} {
		for _, p := range profiles {
			start := time.Now()
			n := p.Parse(c.text)
			if d := time.Since(start); d > 2*time.Second {
				t.Errorf("%v, %s: took %v", p, c.name, d)
			}
			if got := n.Flags&Cut != 0; got != c.cut {
				t.Errorf("%v, %s: cut is %v", p, c.name, got)
			}
			if len(n.Tokens) > MaxTokens || len(n.Key) > MaxTokens*(MaxWord+1) {
				t.Errorf("%v, %s: %d tokens, key of %d bytes", p, c.name, len(n.Tokens), len(n.Key))
			}
			for i := range n.Tokens {
				if e := n.Tokens[i].End; e > MaxBytes {
					t.Errorf("%v, %s: token ends at %d", p, c.name, e)
				}
			}
		}
	}
}

// TestConcurrent reads the same names in many goroutines; the race detector
// watches.
func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, c := range parseCases {
				if got := show(c.profile.Parse(c.in)); got != c.want {
					t.Errorf("%q: got %s", c.in, got)
				}
			}
		})
	}
	wg.Wait()
}

// TestOwnWords holds that no two tokens share a Word, so that what is written
// to the one is not seen at the other.
func TestOwnWords(t *testing.T) {
	seen := map[*Word]string{}
	for _, c := range parseCases {
		n := c.profile.Parse(c.in)
		for _, m := range append([]Name{n}, n.Also...) {
			for i := range m.Tokens {
				w := m.Tokens[i].Word()
				if at, ok := seen[w]; ok {
					t.Errorf("%q shares a word with %q", c.in, at)
				}
				seen[w] = c.in
			}
		}
	}
}
