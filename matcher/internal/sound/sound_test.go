package sound

import (
	"os"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

func TestKey(t *testing.T) {
	tests := []struct {
		in     string
		script script.Script
		want   string
		reason string
	}{
		{"", script.Latin, "", "nothing to hear"},
		{"mohammad", script.Latin, "mohamad", "doubled letters are one"},
		{"schtscherbakow", script.Latin, "SCeRbakow", "German clusters; r with no vowel after it"},
		{"alexander", script.Latin, "aleksandeR", "x within a word"},
		{"xavier", script.Latin, "@avieR", "x at the head is ambiguous"},
		{"zadeh", script.Latin, "zadE", "final h after a vowel is silent"},
		{"noor", script.Latin, "nuR", "oo"},
		{"nour", script.Latin, "nuR", "ou"},
		{"kadhim", script.Latin, "kaDim", "dh"},
		{"carlos", script.Latin, "VaRlos", "hard c"},
		{"cesar", script.Latin, "cesaR", "soft c"},
		{"quezada", script.Latin, "kezada", "que"},
		{"hsiao", script.Latin, "@iao", "Wade-Giles hs"},
		{"yuriy", script.Latin, "yuri", "y as glide and as vowel"},
		{"mhmd", script.Arabic, "mhmd", "a skeleton"},
		{"zadah", script.Arabic, "zAdH", "final heh"},
		{"tshykhwf", script.Arabic, "CYxWf", "ta shin is ch"},
		{"jeongeun", script.Hangul, "J3ng1n", "eo and eu"},
		{"beikaa", script.Kana, "beika:", "a long vowel"},
		{"xiaoqing", script.Han, "SiaoCing", "pinyin x and q"},
		{"jovanovic", script.Cyrillic, "yovanoviC", "Serbian j and c"},
		{"o'neil-x", script.Latin, "oneilks", "other bytes are passed over"},
	}
	for _, tt := range tests {
		if have := Key(tt.in, tt.script); have != tt.want {
			t.Errorf("Key(%q, %v) = %q, want %q: %s", tt.in, tt.script, have, tt.want, tt.reason)
		}
	}
	if have := Key(strings.Repeat("ba", 500), script.Latin); len(have) != MaxPhonemes {
		t.Errorf("a long token gives %d phonemes, want %d", len(have), MaxPhonemes)
	}
}

// The key of a Latin key is that key, but for x (kh), which is a letter of
// Latin with other sounds, and a hard g before a front vowel, which loses the
// u that kept it hard.
func TestKeyIdempotent(t *testing.T) {
	data, err := os.ReadFile("testdata/spellings.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.Split(line, " ; ")
		if len(f) != 4 {
			continue
		}
		for _, name := range f[:2] {
			k := Key(name, script.Latin)
			if strings.Contains(k, "x") || strings.Contains(name, "gue") || strings.Contains(name, "gui") {
				continue
			}
			if again := Key(k, script.Latin); again != k {
				t.Errorf("%s: %s, folded again %s", name, k, again)
			}
		}
	}
}

func TestSimilarityCeilings(t *testing.T) {
	const full, partial, none = script.VowelsFull, script.VowelsPartial, script.VowelsNone
	tests := []struct {
		a, b   string
		sa, sb script.Script
		va, vb script.Vowels
		min    int
		max    int
		reason string
	}{
		{"", "", script.Latin, script.Latin, full, full, 0, 0, "nothing compared is no match"},
		{"", "ali", script.Latin, script.Latin, full, full, 0, 0, "nothing compared is no match"},
		{"ivanov", "ivanov", script.Latin, script.Latin, full, full, 1000, 1000, "equal keys"},
		{"ivanov", "ivanov", script.Cyrillic, script.Latin, full, full, 1000, 1000, "equal keys, every vowel written"},
		{"mhmd", "mhmd", script.Arabic, script.Arabic, none, none, 1000, 1000, "one script writes the same word the same way"},
		{"mhmd", "mohamad", script.Arabic, script.Latin, none, full, 880, 940, "a skeleton knows less"},
		{"AHmd", "ahmad", script.Arabic, script.Latin, partial, full, 0, 960, "vowels left out"},
		{"mln", "malen", script.Arabic, script.Latin, none, full, 880, 940, "a skeleton of three"},
		{"mhmd", "mohamad", script.Arabic, script.Cyrillic, none, full, 880, 940, "against another script"},
		{"mhmd", "mhmd", script.Arabic, script.Hebrew, none, none, 880, 940, "two skeletons"},
		{"hd", "hadid", script.Arabic, script.Latin, none, full, 0, 879, "a short skeleton is not matched loosely"},
		{"bn", "banu", script.Arabic, script.Latin, none, full, 0, 879, "a short skeleton is not matched loosely"},
		{"nr", "anwaR", script.Arabic, script.Latin, none, full, 0, 879, "a short skeleton is not matched loosely"},
		{"ivanov", "sidorenko", script.Latin, script.Latin, full, full, 0, 400, "nothing in common"},
	}
	for _, tt := range tests {
		have := Similarity(tt.a, tt.b, tt.sa, tt.sb, tt.va, tt.vb)
		if have < tt.min || have > tt.max {
			t.Errorf("Similarity(%q %v, %q %v) = %d, want %d..%d: %s", tt.a, tt.sa, tt.b, tt.sb, have, tt.min, tt.max, tt.reason)
		}
	}
}

func TestSimilarityAllocatesNothing(t *testing.T) {
	n := testing.AllocsPerRun(100, func() {
		Similarity("konstantinov", "konsdandinof", script.Cyrillic, script.Latin, script.VowelsFull, script.VowelsFull)
	})
	if n != 0 {
		t.Errorf("Similarity allocates %v times, want 0", n)
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "mohammad", "xx", "schtsch", "\xff\x00", "aaaaaaaa", "ZADEH", "tshtsh"} {
		for i := range script.Count {
			f.Add(s, byte(i))
		}
	}
	f.Fuzz(func(t *testing.T, in string, s byte) {
		k := Key(in, script.Script(s))
		if len(k) > MaxPhonemes {
			t.Errorf("Key(%q) has %d phonemes", in, len(k))
		}
		for i := range len(k) {
			if strings.IndexByte(phonemes, k[i]) < 0 {
				t.Errorf("Key(%q, %d) = %q: %q is not in the inventory", in, s, k, k[i])
			}
		}
		if k != Key(in, script.Script(s)) {
			t.Errorf("Key(%q) is not deterministic", in)
		}
	})
}

func FuzzSimilarity(f *testing.F) {
	f.Add("mhmd", "mohamad", byte(script.Arabic), byte(script.Latin), byte(2), byte(0))
	f.Add("ivanov", "ivanov", byte(script.Cyrillic), byte(script.Latin), byte(0), byte(0))
	f.Add("khn", "\xff\x00", byte(script.Hebrew), byte(script.Arabic), byte(1), byte(1))
	f.Add("J3ng1n", "jongun", byte(script.Hangul), byte(script.Common), byte(0), byte(0))
	f.Add(strings.Repeat("a", 100), strings.Repeat("b", 40), byte(200), byte(14), byte(9), byte(0))
	f.Fuzz(func(t *testing.T, a, b string, sa, sb, va, vb byte) {
		x := Similarity(a, b, script.Script(sa), script.Script(sb), script.Vowels(va), script.Vowels(vb))
		if x < 0 || x > 1000 {
			t.Errorf("Similarity(%q, %q) = %d", a, b, x)
		}
		if y := Similarity(b, a, script.Script(sb), script.Script(sa), script.Vowels(vb), script.Vowels(va)); x != y {
			t.Errorf("Similarity(%q, %q) = %d one way, %d the other", a, b, x, y)
		}
		if a != "" && Similarity(a, a, script.Script(sa), script.Script(sa), script.Vowels(va), script.Vowels(vb)) != 1000 {
			t.Errorf("%q is not like itself", a)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	for _, bm := range []struct {
		name, in string
		s        script.Script
	}{{"latin", "schubert", script.Latin}, {"arabic", "alndwyqf", script.Arabic}, {"cyrillic", "shchukin", script.Cyrillic}} {
		b.Run("script="+bm.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Key(bm.in, bm.s)
			}
		})
	}
}

func BenchmarkSimilarity(b *testing.B) {
	for _, bm := range []struct {
		name, a, b string
		s          script.Script
	}{
		{"latin", "soleiman", "sulaimon", script.Latin}, {"cyrillic", "shurikov", "surikovv", script.Cyrillic},
		{"arabic", "AlnWdWbY", "alnadubi", script.Arabic},
	} {
		b.Run("script="+bm.name+"/letters=8", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Similarity(bm.a, bm.b, bm.s, script.Latin, script.VowelsFull, script.VowelsFull)
			}
		})
	}
}
