package names

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var profiles = []*Profile{Vessel, Person, Organization}

// check holds a name against all that Parse promises of every text.
func check(p *Profile, s string) error {
	n := p.Parse(s)
	if n.Original != s {
		return fmt.Errorf("Original is not the text")
	}
	if n.Profile() != p {
		return fmt.Errorf("Profile is %v", n.Profile())
	}
	if err := checkTokens(&n); err != nil {
		return err
	}
	if len(n.Also) > maxAlso {
		return fmt.Errorf("%d Also", len(n.Also))
	}
	keys := map[string]bool{n.Key: true}
	for i := range n.Also {
		m := &n.Also[i]
		switch {
		case m.Also != nil:
			return fmt.Errorf("Also[%d] has Also", i)
		case m.Original != s || m.Profile() != p:
			return fmt.Errorf("Also[%d] is of another text or profile", i)
		case keys[m.Key] || m.Empty():
			return fmt.Errorf("Also[%d] %q says nothing new", i, m.Key)
		}
		keys[m.Key] = true
		if err := checkTokens(m); err != nil {
			return fmt.Errorf("Also[%d]: %w", i, err)
		}
		if again := p.Parse(m.Key).Key; again != m.Key {
			return fmt.Errorf("Also[%d]: key %q is read as %q", i, m.Key, again)
		}
	}
	if again := p.Parse(n.Key).Key; again != n.Key {
		return fmt.Errorf("key %q is read as %q", n.Key, again)
	}
	if again := p.Parse(s); !reflect.DeepEqual(again, n) {
		return fmt.Errorf("read twice, two names")
	}
	return nil
}

func checkTokens(n *Name) error {
	if len(n.Tokens) > MaxTokens {
		return fmt.Errorf("%d tokens", len(n.Tokens))
	}
	texts := make([]string, len(n.Tokens))
	turns := 0 // a comma form is printed in another order
	for i := range n.Tokens {
		t := &n.Tokens[i]
		texts[i] = t.Text
		switch w := t.Word(); {
		case t.Text == "":
			return fmt.Errorf("token %d has no text", i)
		case len(t.Text) > MaxWord:
			return fmt.Errorf("token %d has %d bytes", i, len(t.Text))
		case t.Start < 0 || t.Start >= t.End || t.End > len(n.Original):
			return fmt.Errorf("token %q has span %d:%d of %d", t.Text, t.Start, t.End, len(n.Original))
		case !boundary(n.Original, t.Start) || !boundary(n.Original, t.End):
			return fmt.Errorf("token %q has span %d:%d inside a character", t.Text, t.Start, t.End)
		case w == nil || len(w.Readings) == 0:
			return fmt.Errorf("token %q has no reading", t.Text)
		case w.Readings[0].Text != t.Text:
			return fmt.Errorf("token %q has first reading %q", t.Text, w.Readings[0].Text)
		case w.Original == "":
			return fmt.Errorf("token %q has no letters of its own", t.Text)
		case t.Class > Filler:
			return fmt.Errorf("token %q has class %d", t.Text, t.Class)
		case (t.Class == Number) != (strings.Trim(t.Text, "0123456789") == ""):
			return fmt.Errorf("token %q has class %v", t.Text, t.Class)
		case !utf8.ValidString(t.Text):
			return fmt.Errorf("token %q is not UTF-8", t.Text)
		}
		for _, r := range t.Word().Readings {
			if r.Text == "" || len(r.Text) > MaxWord {
				return fmt.Errorf("token %q has reading %q", t.Text, r.Text)
			}
		}
		if i > 0 && t.Start < n.Tokens[i-1].Start {
			turns++
		}
		if n.Flags&t.Flags&Deceptive != t.Flags&Deceptive {
			return fmt.Errorf("token %q has flags %v, the name %v", t.Text, t.Flags.Words(), n.Flags.Words())
		}
	}
	if turns > 0 && (n.Profile() != Person || turns > 2) {
		return fmt.Errorf("tokens are out of order %d times", turns)
	}
	if want := strings.Join(texts, " "); n.Key != want {
		return fmt.Errorf("key %q of tokens %q", n.Key, want)
	}
	return nil
}

func boundary(s string, i int) bool {
	return i == len(s) || utf8.RuneStart(s[i]) || !utf8.ValidString(s)
}

func fuzz(f *testing.F, p *Profile) {
	for i, s := range seeds() {
		if i < 400 || i%20 == 0 { // all shapes, and some of the labelled names
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if err := check(p, s); err != nil {
			t.Errorf("%v: %q: %v", p, s, err)
		}
	})
}

func FuzzParseVessel(f *testing.F)       { fuzz(f, Vessel) }
func FuzzParsePerson(f *testing.F)       { fuzz(f, Person) }
func FuzzParseOrganization(f *testing.F) { fuzz(f, Organization) }

// seeds are the texts of the table test, of the labelled pairs, and shapes that
// went wrong once.
func seeds() []string {
	out := []string{
		"", " ", "\x00", "\xff\xfe", "...", "()", "((((", "))))", ",", ", ,", "A,", ",A", "a\u0301", "\u0301", "3\u0301a",
		"\u0301\u0301a", "ǿ", "ﷺ", "㍿", "½", "Ⅷ", "⑳ㄱ", "ꙮ", "3️⃣", "\u200b\u200b", "\u202eabc", "ᎠᎡ", "ꭰ", "ẞ", "İ", "ŉ", "Ω Ω",
		"ex", "x ex", "ex ex ex", "x (ex", "x ex (y) / z", "x / / y", "a k a", "x a.k.a.", "III", "III III", "V V", "N V", "X (V)",
		"three three", "no no", "the the", "and", "&&&", "y y y", "jf", "jf jf", "a, jr, b, iii", ", jr", "jr, jr",
		"f0r", "f0rtun3", "f0", "0f0", "a1b2c3", "1st2nd", "3rdx", "3 rd", "x3rd", "d꙲d", "жd", "dж", "дdωж", "ьъ", "ьd",
		"三号", "东三号轮", "号轮", "有限公司有限公司", "王", "王伟", "王伟伟伟伟", "一二三", "김정은", "주식회사", "ー", "ทท", "\u0e33",
		"ξι ξι", "εξ x", "x εξ y", "и и", "x и", "в и", "ооо ооо", "аб\u0301в\u0308", "ا\u200cب", "ד״ר", "ג'ורג'",
		"\u1ABE\u0344", "\u0345a\u0345", "\U000E0100a", "𝔣𝔬𝔯", "ｆｏｒ", "ᶠᵒʳ", "\u3164", "ﾡ", "ㄱㄴㄷ", "\u1100\u1161",
		strings.Repeat("a ", 200), strings.Repeat("ab", 200), strings.Repeat("é", 3000), strings.Repeat("jf ", 60),
		strings.Repeat("a1", 100), "a" + strings.Repeat("\u0301", 1000), strings.Repeat("ж", 100), strings.Repeat("ꦲ", 100),
		strings.Repeat("(", 300) + "a", strings.Repeat("x ex ", 30), strings.Repeat("0", 100) + "1", strings.Repeat("9", 100),
	}
	for _, c := range parseCases {
		out = append(out, c.in)
	}
	for _, file := range []string{"vessels", "persons", "firms", "scripts"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "testdata", "pairs", file+".txt"))
		if err != nil {
			continue
		}
		for _, l := range strings.Split(string(b), "\n") {
			if l == "" || l[0] == '#' {
				continue
			}
			out = append(out, strings.Split(l, " ; ")...)
		}
	}
	return out
}

func TestPropertiesOfSeeds(t *testing.T) {
	for _, s := range seeds() {
		for _, p := range profiles {
			if err := check(p, s); err != nil {
				t.Errorf("%v: %.200q: %v", p, s, err)
			}
		}
	}
}

// TestPropertiesOfRandom reads texts put together at random of what decides how
// names are read, and of characters from all over Unicode.
func TestPropertiesOfRandom(t *testing.T) {
	parts := []string{
		"i", "v", "x", "II", "III", "xi", "Ⅳ", "3", "07", "3rd", "first", "three", "dos", "sei", "no", "the", "and", "of", "y", "e", "і",
		"ex", "fka", "f.k.a.", "formerly known as", "now", "alias", "εξ", "екс", "m", "v", "t", "mv", "M/V", "tanker", "т/х", "танкер", "лайнер",
		"ltd", "S.A.", "nv", "n", "co", "GmbH", "OOO", "ООО", "ао", "н", "в", "и", "有限公司", "주식회사", "三号轮", "大连海运有限公司", "panama", "iran",
		"shipping", "capt", "dr", "jr", "phd", "al", "bin", "abd", "abu", "khan", "de", "jf", "gl", "md", "o'neil", "f0rtune", "ОСЕАN", "море",
		"王伟", "김정은", "欧阳娜娜", "гл", "دن", "ا", "ג'", "δ", "ξι", "ι", "ﬁ", "½", "ᎠᎡ", "ꦲꦤ", "ทอง", "a\u0301", "ß",
	}
	joints := []string{" ", " ", " ", " ", "", "", "-", ", ", ". ", ".", " (", ") ", " / ", "/", "; ", " & ", "'", "\u200d", "\u200b", "\xff"}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 60000 {
		var b strings.Builder
		for range 1 + r.IntN(7) {
			if r.IntN(12) == 0 {
				b.WriteRune(rune(r.IntN(0x30000)))
			} else {
				b.WriteString(parts[r.IntN(len(parts))])
			}
			b.WriteString(joints[r.IntN(len(joints))])
		}
		p := profiles[n%len(profiles)]
		if err := check(p, b.String()); err != nil {
			t.Fatalf("%v: %q: %v", p, b.String(), err)
		}
	}
}

// TestPropertiesOfLists reads every name of the lists in the shared folder,
// with every profile.
func TestPropertiesOfLists(t *testing.T) {
	all := listNames(t)
	bad := 0
	for _, s := range all {
		for _, p := range profiles {
			if err := check(p, s); err != nil && bad < 20 {
				t.Errorf("%v: %q: %v", p, s, err)
				bad++
			}
		}
	}
	t.Logf("%d names", len(all))
}

// shared returns the folder of shared lists beside the repository.
func shared(tb testing.TB) string {
	dir, err := filepath.Abs(".")
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			tb.Skip("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(filepath.Dir(dir), "shared")
	if _, err := os.Stat(dir); err != nil {
		tb.Skip("the shared lists are not beside this checkout")
	}
	return dir
}

// listNames returns names of the lists at hand: OFAC's as printed, and texts of
// the UN's and of OpenSanctions' files that look like names in any script.
func listNames(tb testing.TB) []string {
	dir := filepath.Join(shared(tb), "lists")
	var out []string
	for _, f := range []struct {
		name string
		col  int
	}{{"ofac/2021-07/sdn.csv", 1}, {"ofac/2021-07/alt.csv", 3}, {"ofac/2024-01/sdn.csv", 1}, {"ofac/2024-01/alt.csv", 3}} {
		h, err := os.Open(filepath.Join(dir, f.name))
		if err != nil {
			continue
		}
		r := csv.NewReader(h)
		r.FieldsPerRecord, r.LazyQuotes = -1, true
		for {
			rec, err := r.Read()
			if err != nil {
				break
			}
			if len(rec) > f.col {
				out = append(out, rec[f.col])
			}
		}
		h.Close()
	}
	return append(out, gzNames(filepath.Join(dir, "un", "consolidated_2026-02.xml.gz"), '<')...)
}

// gzNames returns the short texts beyond ASCII of a compressed file.
func gzNames(path string, quote byte) []string {
	h, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer h.Close()
	z, err := gzip.NewReader(h)
	if err != nil {
		return nil
	}
	var out []string
	for s := bufio.NewScanner(io.LimitReader(z, 1<<25)); s.Scan(); {
		l := s.Text()
		if i := strings.IndexByte(l, '>'); i >= 0 {
			l = l[i+1:]
		}
		if i := strings.IndexByte(l, quote); i >= 0 {
			l = l[:i]
		}
		if l = strings.TrimSpace(l); l != "" && len(l) < 200 && utf8.RuneCountInString(l) < len(l) {
			out = append(out, l)
		}
	}
	return out
}

// TestPlainLetters holds plainLetter against the tables of normalisation.
func TestPlainLetters(t *testing.T) {
	for r := rune(0x80); r < 0x30000; r++ {
		low := string(unicode.ToLower(r))
		if plainLetter(r) && (norm.NFKC.String(string(r)) != string(r) || norm.NFKC.String(low) != low || !unicode.IsLetter(r)) {
			t.Errorf("%U is not plain", r)
		}
		if plainLetter(r) && !norm.NFC.PropertiesString(low).BoundaryBefore() {
			t.Errorf("%U composes with the letter before it", r)
		}
	}
}
