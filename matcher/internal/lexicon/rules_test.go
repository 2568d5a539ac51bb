package lexicon

import (
	"strings"
	"testing"
)

// The rows below are typed by hand, in the shape a caller gives, and do not go through the tables or their expansion.

func TestLegalFormInNames(t *testing.T) {
	for _, c := range []struct {
		name, at string // the tokens, and the form to be found, "" for none anywhere
		id       string
		family   Family
		reason   string
	}{
		{"gudzon shipping co llc", "co", "co", FamilyCompany, "co before another legal form stands at the end"},
		{"gudzon shipping co llc", "llc", "llc", FamilyLimited, "short form"},
		{"ooo sovfracht", "ooo", "ooo", FamilyLimited, "Russian forms stand before the name"},
		{"gazprom ооо", "ооо", "ooo", FamilyLimited, "Cyrillic letters, not Latin ones"},
		{"bonyad e danesh", "bonyad e", "bonyad", FamilyNonprofit, "ezafe after a hyphen"},
		{"hidroven s a de c v", "s a de c v", "sadecv", FamilyStock, "dotted form of several words, longest first"},
		{"hidroven sa de cv", "sa de cv", "sadecv", FamilyStock, "the same without dots"},
		{"reeder gmbh and co kg", "gmbh and co kg", "gmbhcokg", FamilyPartnership, "& folded to and"},
		{"reeder gmbh co kg", "gmbh co kg", "gmbhcokg", FamilyPartnership, "& folded away"},
		{"reeder gmbh & co kg", "gmbh & co kg", "gmbhcokg", FamilyPartnership, "& kept"},
		{"orion l l c", "l l c", "llc", FamilyLimited, "dots part the letters"},
		{"al fajr fz llc", "fz llc", "fz_llc", FamilyFreeZone, "hyphen parts the form"},
		{"pars oil p j s", "p j s", "prjsc", FamilyStock, "Iranian private joint stock"},
		{"pars oil pjs", "pjs", "prjsc", FamilyStock, "the same joined"},
		{"bank x s a panama", "s a", "sa", FamilyStock, "a place may follow"},
		{"turk deniz a s", "a s", "as", FamilyStock, "A.S. at the end"},
		{"kitano naftiki etaireia", "naftiki etaireia", "ne", FamilyShipping, "Greek shipping company"},
		{"limited liability company zavod", "limited liability company", "llc", FamilyLimited, "longer form beats limited"},
		{"obshchestvo s ogranichennoy otvetstvennostyu vektor", "obshchestvo s ogranichennoy otvetstvennostyu", "ooo", FamilyLimited, "full form, BGN spelling"},
		{"大连 海运 有限公司", "有限公司", "youxian", FamilyLimited, "Chinese, cut into tokens"},
		{"sa re ga music", "", "", 0, "sa at the head is a word"},
		{"sahil sa vania", "", "", 0, "sa inside a name is a word"},
		{"an se as ag oriental", "", "", 0, "short forms inside a name are words; the name goes on"},
		{"is shipping", "", "", 0, "is is a word; I/S is only known split"},
		{"cooper marine", "", "", 0, "co is no prefix of a token"},
		{"tov ariel ship", "tov", "tov", FamilyLimited, "Ukrainian form at the head"},
		{"mazel tov ship", "", "", 0, "tov inside a name is a word"},
		{"south co norway", "co", "co", FamilyCompany, "co before a place"},
		{"south co fisheries", "", "", 0, "co inside a name is not believed"},
	} {
		tokens := strings.Fields(c.name)
		found := ""
		var form Form
		for i := range tokens {
			if n, f := LegalForm(tokens, i); n > 0 && strings.Join(tokens[i:i+n], " ") == c.at {
				found, form = c.at, f
				break
			} else if n > 0 && c.at == "" {
				found = strings.Join(tokens[i:i+n], " ")
			}
		}
		if found != c.at || form.ID != c.id || form.Family != c.family {
			t.Errorf("%q: found %q %+v; %s", c.name, found, form, c.reason)
		}
	}
}

func TestTitleInNames(t *testing.T) {
	for _, c := range []struct {
		name   string
		i, n   int
		class  TitleClass
		reason string
	}{
		{"capt mohsen bahrami", 0, 1, TitleRank, "ship's master"},
		{"капитан дальнего плавания иван петров", 0, 3, TitleRank, "longest first"},
		{"ناخدا محسن", 0, 1, TitleRank, "Persian"},
		{"کاپیتان علی", 0, 1, TitleRank, "Persian kaf and yeh"},
		{"كاپيتان علی", 0, 1, TitleRank, "the same with the Arabic letters"},
		{"c o john smith", 0, 2, TitleRank, "chief officer before two names"},
		{"c o smith", 0, 0, TitleNone, "two initials and a surname"},
		{"co smith john", 0, 0, TitleNone, "joined CO is no rank"},
		{"cho myong su", 0, 0, TitleNone, "Ch/O joined would be the Korean surname Cho"},
		{"he jin", 0, 0, TitleNone, "H.E. joined would be the Chinese surname He"},
		{"ro tu chol", 0, 0, TitleNone, "R/O joined would be the Korean surname Ro"},
		{"2 o john smith", 0, 2, TitleRank, "second officer"},
		{"smith john jr", 2, 1, TitleSuffix, "suffix at the end"},
		{"jr smith", 0, 0, TitleNone, "a suffix is none at the head"},
		{"seyed ali hosseini", 0, 1, TitleName, "part of the name as often as not"},
		{"haji muhammad khan", 2, 1, TitleName, "trailing Khan"},
		{"master yusuf", 0, 1, TitleName, "Master is a given name too"},
		{"ms green", 0, 1, TitleCourtesy, "Ms before a name; of a ship this is never asked"},
		{"mohsen ms karimi", 1, 0, TitleNone, "ms inside a name is none"},
		{"hakim ali", 0, 0, TitleNone, "Hakim is a name"},
		{"al haj ali ahmed", 0, 2, TitleHonorific, "al is part of the title"},
		{"lt col ivan petrov", 0, 2, TitleRank, "two words"},
		{"ko ma", 1, 1, TitleName, "after another title"},
		{"lin ma", 1, 0, TitleNone, "Ma is a surname at the end"},
	} {
		tokens := strings.Fields(c.name)
		if n, class := Title(tokens, c.i); n != c.n || class != c.class {
			t.Errorf("%q at %d: n=%d class=%d, want %d %d; %s", c.name, c.i, n, class, c.n, c.class, c.reason)
		}
	}
}

func TestVesselPrefixInNames(t *testing.T) {
	for _, c := range []struct {
		name      string
		i, n      int
		canonical string
		mayBeName bool
		reason    string
	}{
		{"m v fortune", 0, 2, "mv", true, "M/V parted"},
		{"mv fortune", 0, 1, "mv", true, "M/V joined"},
		{"mt konstantinovsk", 0, 1, "mt", true, "a listed ship's whole name begins so"},
		{"ns leader", 0, 1, "ns", true, "likewise"},
		{"fortune mt", 1, 0, "", false, "marks stand before the name"},
		{"oil tanker fortune", 0, 2, "tanker", false, "longest first"},
		{"fortune oil tanker", 1, 2, "tanker", false, "type words may follow the name"},
		{"gulf tanker star", 1, 0, "", false, "a type word inside a name is part of it"},
		{"the m v fortune", 1, 2, "mv", true, "after another entry"},
		{"т х фортуна", 0, 2, "vessel", false, "Russian motor ship, parted"},
		{"теплоход фортуна", 0, 1, "vessel", false, "in full"},
		{"танкер фортуна", 0, 1, "tanker", false, "Russian tanker"},
		{"buque tanque fortuna", 0, 2, "tanker", false, "Spanish"},
		{"大庆 油轮", 1, 1, "tanker", false, "Chinese type words stand last"},
		{"un maru", 1, 1, "vessel", true, "maru is part of the name as registered"},
		{"captain kostichev", 0, 0, "", false, "a person's title is never a ship's prefix"},
		{"t cereal", 0, 0, "", false, "a lone letter is part of the name"},
		{"iris", 0, 0, "", false, "a ship's name, though also a navy's mark"},
	} {
		tokens := strings.Fields(c.name)
		if n, p := VesselPrefix(tokens, c.i); n != c.n || p.Canonical != c.canonical || p.MayBeName != c.mayBeName {
			t.Errorf("%q at %d: n=%d %+v; %s", c.name, c.i, n, p, c.reason)
		}
	}
}

func TestWords(t *testing.T) {
	same := func(a, b, reason string) {
		x, ok := BusinessGroup(a)
		y, ok2 := BusinessGroup(b)
		if !ok || !ok2 || x != y {
			t.Errorf("%q and %q: %d %d; %s", a, b, x, y, reason)
		}
	}
	same("shipping", "denizcilik", "Turkish")
	same("shipping", "naviera", "Spanish")
	same("shipping", "судоходная", "Russian")
	same("shipping", "keshtirani", "Persian")
	same("shipping", "海运", "Chinese")
	same("bank", "بانک", "Persian")
	same("bank", "بانك", "the same with the Arabic kaf")
	if x, _ := BusinessGroup("oil"); x == func() uint16 { y, _ := BusinessGroup("gas"); return y }() {
		t.Error("oil and gas are one group")
	}
	for _, c := range []struct {
		token  string
		want   Grade
		reason string
	}{
		{"shipping", GradeGeneric, "weak word"}, {"denizcilik", GradeGeneric, "by its group"}, {"of", GradeGeneric, "function word"},
		{"iran", GradePlace, "country"}, {"majuro", GradePlace, "seat of thousands of firms"}, {"blue", GradeCommon, "half weight"},
		{"gudzon", GradeNone, "distinctive"}, {"", GradeNone, "no token"}, {"sovfracht", GradeNone, "distinctive"},
	} {
		if got := Generic(c.token); got != c.want {
			t.Errorf("Generic(%q) = %d; %s", c.token, got, c.reason)
		}
	}
	for _, c := range []struct {
		token  string
		value  int
		kind   NumberKind
		reason string
	}{
		{"fourteenth", 14, Ordinal, "OCEAN series of one-ship firms"}, {"second", 2, Ordinal, "safe in English"},
		{"dos", 2, Cardinal | Unsafe, "Portuguese particle"}, {"do", 2, Cardinal | Unsafe, "Persian two; Korean and Vietnamese surname"},
		{"un", 1, Cardinal | Unsafe, "French one; Korean syllable"}, {"one", 1, Cardinal | Unsafe, "also a word"},
		{"三", 3, Cardinal, "Chinese"}, {"пять", 5, Cardinal, "Russian"}, {"ikinci", 2, Ordinal, "Turkish"},
		{"star", 0, 0, "no number"}, {"iv", 0, 0, "Roman numerals are the caller's"}, {"7", 0, 0, "so are digits"},
	} {
		v, k, ok := Number(c.token)
		if v != c.value || k != c.kind || ok != (c.kind != 0) {
			t.Errorf("Number(%q) = %d %d %v; %s", c.token, v, k, ok, c.reason)
		}
	}
	if e, ok := Expand("shpg"); !ok || e != "shipping" {
		t.Errorf("shpg: %q", e)
	}
	if e, ok := Expand("shipping"); ok {
		t.Errorf("shipping is no abbreviation, got %q", e)
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		want   NameRelation
		reason string
	}{
		{"yury", "iurii", SameSpelling, "one name, two romanisations"},
		{"mohammad", "muhammed", SameSpelling, "Persian and Turkish vowels"},
		{"mohammad", "mehmet", SameTranslation, "the Turkish form"},
		{"ivan", "juan", SameTranslation, "John"},
		{"sasha", "aleksandr", SameNickname, "pet form"},
		{"robert", "bob", SameNickname, "short form"},
		{"kim", "gim", SameSpelling, "two Korean romanisations"},
		{"ri", "lee", SameSpelling, "north and south"},
		{"zhang", "chang", SameSpelling, "pinyin and Wade-Giles"},
		{"zhang", "cheung", SameTranslation, "Mandarin and Cantonese"},
		{"gonzalez", "gonzales", SameSpelling, "S and Z"},
		{"diego", "jaime", SameNone, "two names in use side by side in Spanish"},
		{"yuri", "georgy", SameNone, "two names in use side by side in Russian"},
		{"ivan", "yahya", SameNone, "one origin, but no list uses them for one another"},
		{"vikram", "vijay", SameNone, "neighbours in the table, not the same name"},
		{"sato", "ito", SameNone, "likewise"},
		{"kim", "park", SameNone, "two surnames"},
	} {
		if got := relation(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d; %s", c.a, c.b, got, c.want, c.reason)
		}
		if relation(c.a, c.b) != relation(c.b, c.a) {
			t.Errorf("%q and %q: not symmetric", c.a, c.b)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	firm := strings.Fields("pars gudzon shipping trdg gmbh and co kg s a panama")
	person := strings.Fields("captain seyed mohammad bin ali reza jr")
	allocs := testing.AllocsPerRun(100, func() {
		for i := range firm {
			LegalForm(firm, i)
			Generic(firm[i])
			Expand(firm[i])
			BusinessGroup(firm[i])
			Number(firm[i])
			VesselPrefix(firm, i)
			CommonShipWord(firm[i])
		}
		for i := range person {
			Title(person, i)
			Particle(person[i])
			GivenNames(person[i])
			Common(person[i])
			CommonUse(person[i])
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestBadIndexAndTokens(t *testing.T) {
	long := strings.Fields(strings.Repeat("co kg sa m v capt ", 3000))
	for _, tokens := range [][]string{nil, {}, {""}, {"\xff\xfe"}, {strings.Repeat("x", 1<<20)}, long} {
		for _, i := range []int{-1, 0, len(tokens) - 1, len(tokens), 1 << 30} {
			n, _ := LegalForm(tokens, i)
			m, _ := Title(tokens, i)
			k, _ := VesselPrefix(tokens, i)
			if (i < 0 || i >= len(tokens)) && n+m+k != 0 {
				t.Errorf("found something out of range at %d", i)
			}
		}
	}
}

func FuzzPhrases(f *testing.F) {
	for _, s := range []string{"gudzon co llc", "m v fortune", "capt seyed ali jr", "s a de c v", "ооо газпром", "船长 三 号", "a s a g s p a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tokens := strings.Fields(s)
		for i := range tokens {
			n, _ := LegalForm(tokens, i)
			m, c := Title(tokens, i)
			k, p := VesselPrefix(tokens, i)
			if max(n, m, k) > len(tokens)-i || min(n, m, k) < 0 {
				t.Fatalf("%q at %d: %d %d %d", s, i, n, m, k)
			}
			if (m == 0) != (c == TitleNone) || (k == 0) != (p.Class == PrefixNone) {
				t.Fatalf("%q at %d: class without length", s, i)
			}
			for _, g := range GivenNames(tokens[i]) {
				if g.ID == 0 || g.Class == SameNone {
					t.Fatalf("%q: empty group", tokens[i])
				}
			}
			Generic(tokens[i])
			Number(tokens[i])
		}
	})
}

func BenchmarkClassifyFirm(b *testing.B) {
	tokens := strings.Fields("national iranian gudzon shipping trdg company gmbh and co kg")
	b.ReportAllocs()
	for b.Loop() {
		for i := range tokens {
			LegalForm(tokens, i)
			Generic(tokens[i])
			Expand(tokens[i])
			BusinessGroup(tokens[i])
			Number(tokens[i])
		}
	}
}

func BenchmarkClassifyPerson(b *testing.B) {
	tokens := strings.Fields("captain seyed mohammad bin aleksandr khan gonzalez")
	b.ReportAllocs()
	for b.Loop() {
		for i := range tokens {
			Title(tokens, i)
			Particle(tokens[i])
			GivenNames(tokens[i])
			Common(tokens[i])
		}
	}
}
