package script

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestOf(t *testing.T) {
	tests := []struct {
		r      rune
		want   Script
		reason string
	}{
		{'a', Latin, "ASCII"}, {'Ø', Latin, "Latin-1"}, {'ƀ', Latin, "Extended-B"}, {'ế', Latin, "Vietnamese"}, {'ﬁ', Latin, "ligature"}, {'Ａ', Latin, "full width"},
		{'7', Common, "digit"}, {'-', Common, "punctuation"}, {'×', Common, "a sign among letters"}, {0x301, Common, "a mark of many scripts"}, {'·', Common, "middle dot"}, {'٣', Common, "Arabic digit"}, {-1, Common, "no rune"}, {0x110000, Common, "no rune"},
		{'ж', Cyrillic, ""}, {'ї', Cyrillic, "Ukrainian"}, {'ҙ', Cyrillic, "Bashkir"},
		{'ψ', Greek, ""}, {'ά', Greek, "accented"}, {'ὠ', Greek, "polytonic"},
		{'ع', Arabic, ""}, {'گ', Arabic, "Persian"}, {'ں', Arabic, "Urdu"}, {'َ', Arabic, "fatha"}, {'ﻣ', Arabic, "presentation form"},
		{'ש', Hebrew, ""}, {'׳', Hebrew, "geresh"}, {'ּ', Hebrew, "dagesh"},
		{'김', Hangul, ""}, {'ㄱ', Hangul, "jamo"}, {'ア', Kana, ""}, {'あ', Kana, ""}, {'ー', Kana, "long mark"}, {'ｱ', Kana, "half width"},
		{'王', Han, ""}, {'々', Han, "iteration mark"}, {'𠮷', Han, "extension B"},
		{'Ա', Armenian, ""}, {'ა', Georgian, ""}, {'Ა', Georgian, "Mtavruli"}, {'क', Devanagari, ""}, {'ส', Thai, ""}, {'ሀ', Ethiopic, ""},
		{'ক', Other, "Bengali"}, {'ས', Other, "Tibetan"},
	}
	for _, tt := range tests {
		if have := Of(tt.r); have != tt.want {
			t.Errorf("Of(%q) = %v, want %v %s", tt.r, have, tt.want, tt.reason)
		}
	}
	for i := 1; i < len(blocks); i++ {
		if blocks[i].lo <= blocks[i-1].hi {
			t.Errorf("block %x starts before %x ends", blocks[i].lo, blocks[i-1].hi)
		}
	}
}

func TestString(t *testing.T) {
	if Latin.String() != "Latin" || Ethiopic.String() != "Ethiopic" || Script(200).String() != "Other" {
		t.Errorf("have %v, %v, %v", Latin, Ethiopic, Script(200))
	}
	if VowelsFull.String() != "full" || VowelsPartial.String() != "partial" || VowelsNone.String() != "none" {
		t.Error("Vowels are named wrongly")
	}
}

func TestRead(t *testing.T) {
	tests := []struct {
		word   string
		s      Script
		want   string // the texts, parted by blanks
		vowels Vowels
		reason string
	}{
		{"", Latin, "", 0, "nothing to read"},
		{"привет", Latin, "", 0, "letters of another script"},
		{"müller", Latin, "muller mueller", VowelsFull, "ue"},
		{"strauß", Latin, "strauss straus", VowelsFull, "sharp s"},
		{"łukasz", Latin, "lukasz", VowelsFull, "stroke"},
		{"gérard", Latin, "gerard", VowelsFull, "accent"},
		{"o'hara", Latin, "ohara", VowelsFull, "apostrophe"},
		{"nguyễn", Latin, "nguyen", VowelsFull, "two marks"},
		{"åse", Latin, "ase aase", VowelsFull, "aa"},
		{"ŠIMIĆ", Latin, "simic shimich", VowelsFull, "capitals, hooks"},
		{"щукин", Cyrillic, "shchukin shtukin", VowelsFull, "Bulgarian sht"},
		{"юрий", Cyrillic, "yury", VowelsFull, "ending"},
		{"зеленський", Cyrillic, "zelensky", VowelsFull, "Ukrainian"},
		{"първанов", Cyrillic, "parvanov", VowelsFull, "Bulgarian hard sign"},
		{"объедков", Cyrillic, "obedkov", VowelsFull, "Russian hard sign"},
		{"хрущёв", Cyrillic, "khrushchyov khrushtev", VowelsFull, "yo"},
		{"џеко", Cyrillic, "dzheko", VowelsFull, "Serbian"},
		{"қасым", Cyrillic, "qasym", VowelsFull, "Kazakh"},
		{"παπαδόπουλος", Greek, "papadopoulos", VowelsFull, "ou"},
		{"μπάμπης", Greek, "bampis babis", VowelsFull, "mp"},
		{"ευάγγελος", Greek, "evangelos", VowelsFull, "ev, ng"},
		{"մուշ", Armenian, "mush", VowelsFull, "u of two letters"},
		{"ჯავახიშვილი", Georgian, "javakhishvili", VowelsFull, ""},
		{"محمد", Arabic, "mhmd", VowelsNone, "a skeleton"},
		{"مُحَمَّد", Arabic, "muhamad", VowelsPartial, "with its points"},
		{"دينار", Arabic, "dynar", VowelsPartial, "ya may be a vowel"},
		{"النجار", Arabic, "alnjar alngar njar ngar", VowelsPartial, "with and without the article; Egyptian g"},
		{"زهرا", Arabic, "zahra", VowelsPartial, "no digraph of z and h"},
		{"فاطمة", Arabic, "fatmah", VowelsPartial, "ta marbuta"},
		{"خلیـــج", Arabic, "khlyj khlyg", VowelsPartial, "tatweel"},
		{"كهن", Hebrew, "", 0, "not Hebrew"},
		{"כהן", Hebrew, "kahn", VowelsNone, "no digraph of k and h"},
		{"ג'ירפה", Hebrew, "jyrpah", VowelsPartial, "geresh"},
		{"צ׳רצ׳יל", Hebrew, "chrchyl", VowelsPartial, "geresh sign"},
		{"שָׁלוֹם", Hebrew, "shalom", VowelsPartial, "with its points"},
		{"ニッポン", Kana, "nippon", VowelsFull, "small tsu"},
		{"マッチ", Kana, "matchi", VowelsFull, "small tsu before chi"},
		{"サッカーボール", Kana, "sakkaabooru", VowelsFull, "long mark"},
		{"ヴィクトル", Kana, "vikutoru", VowelsFull, "v"},
		{"しんぞう", Kana, "shinzou", VowelsFull, "hiragana"},
		{"ﾔﾏﾀﾞ", Kana, "yamada", VowelsFull, "half width"},
		{"평양", Hangul, "pyeongyang", VowelsFull, "Revised Romanisation"},
		{"석우", Hangul, "seogu", VowelsFull, "liaison"},
		{"달러", Hangul, "dalleo", VowelsFull, "long l"},
		{"박", Hangul, "bak park pak", VowelsFull, "a family name's customary spellings"},
		{"王小明", Han, "wangxiaoming wanghsiaoming", VowelsFull, "a whole name"},
		{"單", Han, "shan sin", VowelsFull, "read as a family name"},
		{"郭", Han, "guo kwok kuo", VowelsFull, "Cantonese, Wade-Giles"},
		{"欧阳娜娜", Han, "ouyangnana", VowelsFull, "compound family name"},
		{"小明", Han, "xiaoming", VowelsFull, "a given name"},
		{"哈萨克斯坦", Han, "hasakesitan", VowelsFull, "a foreign name"},
		{"मोदी", Devanagari, "modi", VowelsFull, ""},
		{"रामनाथ", Devanagari, "ramnath ramanatha", VowelsFull, "the unwritten a"},
		{"मुंबई", Devanagari, "mumbai", VowelsFull, "anusvara before a labial"},
		{"ज़िया", Devanagari, "ziya", VowelsFull, "nukta"},
		{"สมชาย", Thai, "somchai", VowelsPartial, "unwritten o"},
		{"ประยุทธ์", Thai, "prayut", VowelsPartial, "silenced letter"},
		{"ใหม่", Thai, "mai", VowelsPartial, "leading ho"},
		{"เชียง", Thai, "chiang", VowelsPartial, "ia"},
		{"ገብረ", Ethiopic, "gebre", VowelsPartial, "sixth order"},
		{"አበበ", Ethiopic, "abebe", VowelsPartial, "first order"},
		{"abc", Common, "", 0, "no script"},
		{"abc", Other, "", 0, "no readings"},
		{"abc", Script(99), "", 0, "no such script"},
	}
	for _, tt := range tests {
		rs := Read(tt.word, tt.s, nil)
		var texts []string
		for _, r := range rs {
			texts = append(texts, r.Text)
			if r.Vowels != tt.vowels {
				t.Errorf("Read(%q, %v): %q has vowels %v, want %v: %s", tt.word, tt.s, r.Text, r.Vowels, tt.vowels, tt.reason)
			}
		}
		if have := strings.Join(texts, " "); have != tt.want {
			t.Errorf("Read(%q, %v) = %q, want %q: %s", tt.word, tt.s, have, tt.want, tt.reason)
		}
	}
}

func TestReadAppends(t *testing.T) {
	rs := Read("müller", Latin, []Reading{{Text: "muller"}})
	if len(rs) != 3 || rs[0].Text != "muller" || rs[1].Text != "muller" || rs[2].Text != "mueller" {
		t.Errorf("have %v: what dst held must stay and not count as a repetition", rs)
	}
}

func TestReadIsBounded(t *testing.T) {
	for s := range Count {
		for _, r := range []string{"щ", "王", "김", "ع", "ш", "ß", "ア", "क", "ส"} {
			for _, x := range Read(strings.Repeat(r, 1_000_000), Script(s), nil) {
				if len(x.Text) > 8*MaxRunes {
					t.Errorf("%v: a million %s give %d bytes", Script(s), r, len(x.Text))
				}
			}
		}
	}
}

// Whatever letter a word has, alone or after another, its readings are a-z.
func TestReadingsAreLatin(t *testing.T) {
	for _, b := range blocks {
		for r := b.lo; r <= b.hi && r < 0x20000; r++ {
			for _, word := range []string{string(r), "라" + string(r), string(r) + string(r)} {
				for _, x := range Read(word, b.s, nil) {
					if strings.Trim(x.Text, "abcdefghijklmnopqrstuvwxyz") != "" || x.Text == "" {
						t.Fatalf("Read(%q, %v) gives %q", word, b.s, x.Text)
					}
				}
			}
		}
	}
}

func TestLatinFold(t *testing.T) {
	tests := []struct {
		r            rune
		plain, spelt string
		ok           bool
	}{
		{'ø', "o", "oe", true}, {'ł', "l", "l", true}, {'ß', "ss", "s", true}, {'þ', "th", "th", true}, {'ı', "i", "i", true},
		{'ñ', "n", "ny", true}, {'ğ', "g", "", true}, {'a', "", "", false}, {'é', "", "", false}, {'ж', "", "", false},
	}
	for _, tt := range tests {
		plain, spelt, ok := LatinFold(tt.r)
		if plain != tt.plain || spelt != tt.spelt || ok != tt.ok {
			t.Errorf("LatinFold(%q) = %q, %q, %v, want %q, %q, %v", tt.r, plain, spelt, ok, tt.plain, tt.spelt, tt.ok)
		}
	}
}

func TestFamilyName(t *testing.T) {
	tests := []struct {
		word   string
		s      Script
		family int
		reason string
	}{
		{"王小明", Han, 3, "one and two"},
		{"單于明", Han, 3, "a family name's own reading"},
		{"欧阳修", Han, 6, "compound family name"},
		{"歐陽修", Han, 6, "compound family name, traditional"},
		{"司马", Han, 3, "a compound one alone is no compound and given name"},
		{"哈萨克斯坦", Han, 0, "five characters: a foreign name"},
		{"小明", Han, 0, "no family name"},
		{"김정은", Hangul, 3, "one and two"},
		{"남궁민", Hangul, 6, "compound family name"},
		{"코카콜라", Hangul, 0, "a foreign name"},
		{"王x明", Han, 3, "a rune of another script"},
		{"abc", Latin, 0, "no syllables"},
	}
	for _, tt := range tests {
		if have := FamilyName(tt.word, tt.s); have != tt.family {
			t.Errorf("FamilyName(%s) = %d, want %d: %s", tt.word, have, tt.family, tt.reason)
		}
	}
}

// Every source letter of a table is a letter of the script it is for, or a sign written with it.
func TestTablesAreOfTheirScript(t *testing.T) {
	for s, table := range map[Script]*table{
		Cyrillic: &cyrillicTable, Greek: &greekTable, Armenian: &armenianTable, Georgian: &georgianTable,
		Arabic: &arabicTable, Hebrew: &hebrewTable, Kana: &kanaTable, Devanagari: &devanagariTable, Thai: &thaiTable,
		Ethiopic: &ethiopicTable, Hangul: &hangulTable, Han: &surnamesHanTable,
	} {
		for _, r := range table.rules {
			for _, c := range r.src {
				if of := Of(c); of != s && !(of == Common || c == 'ʼ') {
					t.Errorf("the %v table has %q (%v)", s, r.src, of)
				}
			}
		}
	}
	if len(hanRunes) != len(hanReadings) || len(hanRunes) > 8000 {
		t.Errorf("%d characters, %d readings, want as many and at most 8000", len(hanRunes), len(hanReadings))
	}
}

func FuzzRead(f *testing.F) {
	for _, w := range []string{"", "müller", "щукин", "παπαδόπουλος", "محمد", "כהן", "ג'ירפה", "ニッポン", "김정은", "王小明", "मोदी", "ประยุทธ์", "ገብረ", "\xff\xfe", "ッッー", "เ", "ห์์", "ּ"} {
		for s := range Count {
			f.Add(w, byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, word string, s byte) {
		rs := Read(word, Script(s), nil)
		if len(rs) > MaxReadings {
			t.Errorf("%d readings of %q", len(rs), word)
		}
		seen := map[string]bool{}
		for _, r := range rs {
			if r.Text == "" || seen[r.Text] {
				t.Errorf("Read(%q) gives %q empty or twice", word, r.Text)
			}
			seen[r.Text] = true
			for i := range len(r.Text) {
				if r.Text[i] < 'a' || r.Text[i] > 'z' {
					t.Errorf("Read(%q) gives %q", word, r.Text)
				}
			}
		}
		if n := FamilyName(word, Script(s)); n < 0 || n > len(word) || n > 0 && n < len(word) && !utf8.RuneStart(word[n]) {
			t.Errorf("FamilyName(%q) = %d", word, n)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, bm := range []struct {
		word string
		s    Script
	}{{"muller", Latin}, {"müller", Latin}, {"щербаков", Cyrillic}, {"سليماني", Arabic}, {"サッカーボール", Kana}, {"평양", Hangul}, {"王小明", Han}} {
		b.Run("script="+bm.s.String()+"/word="+bm.word, func(b *testing.B) {
			b.ReportAllocs()
			var dst []Reading
			for b.Loop() {
				dst = Read(bm.word, bm.s, dst[:0])
			}
		})
	}
}

// TestSettled holds the short way of prepare against what it saves: a string of
// characters that are normal and start a segment each is normal.
func TestSettled(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if s := string(r); settled(r) {
			n++
			if norm.NFKC.String(s) != s || strings.ToLower(s) != s || !norm.NFKC.PropertiesString(s).BoundaryBefore() {
				t.Errorf("%U is not left as it is", r)
			}
		}
	}
	if n < 30000 {
		t.Errorf("only %d characters", n)
	}
}

// TestReadInto holds ReadInto to what Read gives, whatever its memory holds.
func TestReadInto(t *testing.T) {
	for _, word := range []string{"лавров", "محمد", "כהן", "王伟", "김", "たなか", "शशी", "สมชาย", "መንግስቱ", "παπαδόπουλος", "müller", "ჩხეიძე", "սարգսյան"} {
		r, _ := utf8.DecodeRuneInString(word)
		s := Of(r)
		var letters strings.Builder
		letters.WriteString("x ")
		first := []Reading{{Text: "y"}}
		got := ReadInto(&letters, word, s, first)
		again := ReadInto(&letters, word, s, nil)
		want := Read(word, s, nil)
		if len(want) == 0 || !slices.Equal(got, append(first, want...)) || !slices.Equal(again, want) || !strings.HasPrefix(letters.String(), "x ") {
			t.Errorf("%s: %v, then %v, want %v", word, got, again, want)
		}
	}
}
