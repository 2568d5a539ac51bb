package lists

import (
	"slices"
	"strings"
	"testing"
)

var countryTests = []struct {
	name, want string // want is empty where the name is not ok
	reason     string
}{
	{"Iran", "IR", "short name"},
	{"IRAN", "IR", "case does not count"},
	{"  iran. ", "IR", "neither do blanks and punctuation"},
	{"Iran, Islamic Republic of", "IR", "ISO 3166-1, inverted"},
	{"Iran (Islamic Republic of)", "IR", "United Nations"},
	{"Iran (Islamic Republic of).", "IR", "with a stop, as the UN list prints it"},
	{"The Islamic Republic of Iran", "IR", "formal name"},
	{"IR", "IR", "alpha-2"},
	{"ir", "IR", "alpha-2, lower case, as OpenSanctions has it"},
	{"IRN", "IR", "alpha-3"},
	{"I.R. Iran", "IR", "abbreviation"},
	{"Iranian", "IR", "nationality"},
	{"Iranian citizenship", "IR", "nationality with its noun"},
	{"ایران", "IR", "Persian"},
	{"إيران", "IR", "Arabic, with another yeh and hamza"},
	{"Иран", "IR", "Russian"},
	{"Korea, North", "KP", "OFAC, inverted"},
	{"Korea (North)", "KP", "brackets for the comma"},
	{"North Korea", "KP", "plain"},
	{"N. Korea", "KP", "abbreviation"},
	{"DPRK", "KP", "abbreviation"},
	{"D.P.R.K.", "KP", "abbreviation with stops"},
	{"Korea, Democratic People's Republic of", "KP", "ISO 3166-1"},
	{"Democratic People’s Republic of Korea", "KP", "typographic apostrophe"},
	{"Democratic People\x92s Republic of Korea", "KP", "apostrophe of Windows-1252 read as UTF-8"},
	{"Korea, Dem. People's Rep.", "KP", "World Bank"},
	{"КНДР", "KP", "Russian abbreviation"},
	{"북한", "KP", "Korean"},
	{"Korea, Republic of", "KR", "ISO 3166-1"},
	{"ROK", "KR", "abbreviation"},
	{"Korea", "", "either of two"},
	{"Korean", "", "either of two"},
	{"China", "CN", "short name"},
	{"PRC", "CN", "abbreviation"},
	{"P.R. China", "CN", "abbreviation"},
	{"Republic of China", "TW", "not the People's Republic"},
	{"Taiwan, Province of China", "TW", "ISO 3166-1"},
	{"Hong Kong", "HK", "flag of its own"},
	{"China, Hong Kong Special Administrative Region", "HK", "United Nations"},
	{"Hong Kong (China)", "HK", "the bracket names another code, the whole is in the table"},
	{"HongKong", "HK", "blanks do not count"},
	{"St. Kitts & Nevis", "KN", "OFAC"},
	{"Saint Kitts and Nevis", "KN", "OFAC too"},
	{"St Kitts-Nevis", "KN", "hyphen"},
	{"St. Vincent & Grenadines", "VC", "short for the whole"},
	{"SAINT VINCENT AND THE GRENADINES", "VC", "capitals"},
	{"Marshall Islands", "MH", "flag of convenience"},
	{"Marshall Is.", "MH", "abbreviation"},
	{"Islas Marshall", "MH", "Spanish"},
	{"Маршалловы Острова", "MH", "Russian"},
	{"Sao Tome", "ST", "short"},
	{"São Tomé and Príncipe", "ST", "accents"},
	{"Union of Comoros", "KM", "formal name, nearly"},
	{"Cook Islands", "CK", "territory with a register"},
	{"Virgin Islands, British", "VG", "OFAC"},
	{"BVI", "VG", "abbreviation"},
	{"Virgin Islands", "", "either of two"},
	{"Man, Isle of", "IM", "OFAC"},
	{"Isle of Man (UK)", "IM", "the bracket names the sovereign state"},
	{"Gibraltar", "GI", "territory with a register"},
	{"Bermuda", "BM", "territory with a register"},
	{"Cayman Islands", "KY", "territory with a register"},
	{"Madeira", "PT", "a register of Portugal"},
	{"Portugal (MAR)", "PT", "the same, as class societies print it"},
	{"Norway (NIS)", "NO", "second register"},
	{"Faroe Islands", "FO", "territory with a register"},
	{"Føroyar", "FO", "in its own language"},
	{"Curaçao", "CW", "cedilla"},
	{"Netherlands Antilles", "", "dissolved, several successors"},
	{"Soviet Union", "", "dissolved, several successors"},
	{"USSR", "", "dissolved, several successors"},
	{"Yugoslavia", "", "dissolved, several successors"},
	{"Burma", "MM", "former name"},
	{"Myanmar (Burma)", "MM", "both names"},
	{"Zaire", "CD", "former name"},
	{"Swaziland", "SZ", "former name"},
	{"Cape Verde", "CV", "former name"},
	{"Macedonia, The Former Yugoslav Republic of", "MK", "former name, OFAC"},
	{"North Macedonia, The Republic of", "MK", "OFAC"},
	{"Cote d Ivoire", "CI", "OFAC"},
	{"Côte d’Ivoire", "CI", "typographic apostrophe"},
	{"Ivory Coast", "CI", "English"},
	{"Congo, Democratic Republic of the", "CD", "OFAC"},
	{"Congo, Republic of the", "CG", "OFAC"},
	{"Congo", "CG", "ISO 3166-1 short name"},
	{"Congo (Kinshasa)", "CD", "by the capital"},
	{"Congolese", "", "either of two"},
	{"Dominican Republic", "DO", "not Dominica"},
	{"Dominica, Commonwealth of", "DM", "not the Dominican Republic"},
	{"Dominican", "", "either of two"},
	{"Niger", "NE", "not Nigeria"},
	{"Nigerian", "NG", "not Niger"},
	{"Guinea", "GN", "one of four names with the word"},
	{"Guinea-Bissau", "GW", "the second"},
	{"Equatorial Guinea", "GQ", "the third"},
	{"Papua New Guinea", "PG", "the fourth"},
	{"Samoa", "WS", "not American Samoa"},
	{"Samoa (American)", "AS", "inverted"},
	{"Palestinian", "PS", "nationality, OFAC"},
	{"West Bank", "PS", "part"},
	{"Region: Gaza", "PS", "part, OFAC"},
	{"possibly Palestinian", "", "a doubt is no statement"},
	{"Region: Crimea", "UA", "as OFAC's programmes have it"},
	{"Region: Northern Mali", "ML", "part of one state"},
	{"Region: Kafia Kingi", "", "two states hold it to be theirs"},
	{"Kosovo", "XK", "code left to users"},
	{"Türkiye", "TR", "umlaut"},
	{"TURKEY", "TR", "former English name"},
	{"Russia / Russie", "RU", "Canada prints two languages"},
	{"Myanmar (Burma) / Myanmar (Birmanie)", "MM", "the same with brackets"},
	{"Syria / Russia", "", "two states"},
	{"Iran / Iran / Iran", "", "more than two languages"},
	{"Российская Федерация", "RU", "Russian"},
	{"Côte d'Ivoire (previous address)", "CI", "remark"},
	{"Mali (at time of listing)", "ML", "remark, UN"},
	{"Georgia", "GE", "the state"},
	{"Georgia (USA)", "", "the remark names another state"},
	{"United Kingdom (Bermuda)", "BM", "the ITU's form, which the table has"},
	{"France (Monaco)", "", "the remark names another state"},
	{"U.K.", "GB", "abbreviation"},
	{"uk", "GB", "exceptionally reserved by ISO, and used"},
	{"Northern Ireland", "GB", "part"},
	{"USA", "US", "alpha-3"},
	{"United States of America", "US", "formal name"},
	{"Estados Unidos de América", "US", "Spanish"},
	{"UAE", "AE", "abbreviation"},
	{"ＵＡＥ", "AE", "full-width letters"},
	{"Viet Nam", "VN", "United Nations"},
	{"Việt Nam", "VN", "Vietnamese"},
	{"IS", "IS", "Iceland, though IS is short for islands in longer names"},
	{"AND", "AD", "Andorra's alpha-3, though the word is dropped in longer names"},
	{"LA", "LA", "Laos, though the article is dropped in longer names"},
	{"Panama-flagged", "PA", "flag words do not count"},
	{"Flag of Panama", "PA", "flag words do not count"},
	{"", "", "nothing"},
	{" ", "", "blank"},
	{"-", "", "a dash"},
	{"(", "", "a bracket"},
	{",", "", "a comma"},
	{"/", "", "a slash"},
	{"the", "", "an article"},
	{"and of the", "", "words that say nothing"},
	{"None Identified", "", "OFAC"},
	{"Unknown", "", "no name"},
	{"N/A", "", "no name, though NA is Namibia"},
	{"n.a.", "", "the same"},
	{"NA", "NA", "the code"},
	{"U.S.", "US", "one of the three that are written with stops"},
	{"St. Kitts/Nevis", "KN", "both parts are names of it"},
	{"Trinidad/Tobago", "TT", "both parts are names of it"},
	{"Iran/", "", "the other language is missing"},
	{"undetermined", "", "OFAC"},
	{"stateless", "", "no state"},
	{"EU", "", "no state"},
	{"XX", "", "no code"},
	{"ZZZ", "", "no code"},
	{"I", "", "one letter"},
	{"Iranistan", "", "a beginning is not enough"},
	{"\xff\xfe", "", "no UTF-8"},
	{"Iran" + strings.Repeat(" ", 200), "", "too long"},
	{strings.Repeat("x ", 80), "", "too many words"},
	{strings.Repeat("x", 160), "", "too long a word"},
}

func TestCountryCode(t *testing.T) {
	for _, tt := range countryTests {
		got, ok := CountryCode(tt.name)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("CountryCode(%q) = %q, %v; want %q: %s", tt.name, got, ok, tt.want, tt.reason)
		}
	}
}

// TestEveryCountry holds that both codes and all names of every line of the tables lead to the line's code, as they
// stand, in capitals, and the name to display the other way as well.
func TestEveryCountry(t *testing.T) {
	lines, err := tableLines("countries.txt", 4)
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 250 { // 249 of ISO 3166-1, and Kosovo
		t.Errorf("%d states and territories, want 250", len(lines))
	}
	alpha3 := map[string]bool{}
	for _, l := range lines {
		code, name := l.fields[0], l.fields[2]
		if alpha3[l.fields[1]] {
			t.Errorf("%s: a second %s", l.where, l.fields[1])
		}
		alpha3[l.fields[1]] = true
		if CountryName(code) != name || CountryName(strings.ToLower(code)) != name {
			t.Errorf("%s: CountryName(%q) = %q", l.where, code, CountryName(code))
		}
		for _, s := range append([]string{code, l.fields[1], name}, strings.Split(l.fields[3], " | ")...) {
			for _, form := range []string{s, strings.ToUpper(s), strings.ToLower(s), " " + s + "."} {
				if got, _ := CountryCode(form); got != code {
					t.Errorf("%s: CountryCode(%q) = %q", l.where, form, got)
				}
			}
		}
	}
	lines, err = tableLines("country_names.txt", 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		for s := range strings.SplitSeq(l.fields[2], " | ") {
			for _, form := range []string{s, strings.ToUpper(s)} {
				if got, _ := CountryCode(form); got != l.fields[0] {
					t.Errorf("%s: CountryCode(%q) = %q", l.where, form, got)
				}
			}
		}
	}
}

func TestCountryName(t *testing.T) {
	for code, want := range map[string]string{
		"IR": "Iran", "kp": "North Korea", "XK": "Kosovo", "AD": "Andorra", "ZW": "Zimbabwe",
		"": "", "I": "", "IRN": "", "XX": "", "AA": "", "ZZ": "", "é": "", "\x00\xff": "",
	} {
		if got := CountryName(code); got != want {
			t.Errorf("CountryName(%q) = %q, want %q", code, got, want)
		}
	}
}

// TestLatinLetters holds the row of base letters in addLatin to the alphabet: a letter and its capital have one base.
func TestLatinLetters(t *testing.T) {
	key := func(s string) string {
		var k countryKey
		k.add(s)
		return string(k.bytes())
	}
	for r := rune(0xC0); r <= 0x1EF9; r++ {
		if r == 0x180 {
			r = 0x1EA0
		}
		s := string(r)
		if r == 'İ' || r == 'ŉ' || r == 'ſ' || r == 0xF7 || r == 0xD7 { // no pair of capital and small letter
			continue
		}
		if low, up := key(strings.ToLower(s)), key(strings.ToUpper(s)); low != up {
			t.Errorf("%q: small %q, capital %q", s, low, up)
		}
	}
	const accented, plain = "ÀÉÎÕÜÇÑŁŞŽĞĐØÅÝÞÆŒßđøłşşśšžźżćčęěėęīįōőūůűŵŷţťřľķģğĥĵďāąăĳŋ", "aeioucnlszgdoaythaeoessdolssssz"
	if got := key(accented); !strings.HasPrefix(got, plain) {
		t.Errorf("key of %s is %s", accented, got)
	}
	for in, want := range map[string]string{"×": "", "ab×c": "abc", "ŉ": "n", "ſ": "s", "ı": "i", "İ": "i", "ŀ": "l", "ĸ": "k", "ŋ": "n", "ŧ": "t", "ž": "z", "ź": "z", "ÿ": "y", "Ÿ": "y"} {
		if got := key(in); got != want {
			t.Errorf("key of %q is %q, want %q", in, got, want)
		}
	}
}

func TestCountryCodeAllocatesNothing(t *testing.T) {
	for _, name := range []string{"Iran", "Korea, Democratic People's Republic of", "Côte d'Ivoire", "no such state", "Россия"} {
		if n := testing.AllocsPerRun(100, func() { CountryCode(name) }); n != 0 {
			t.Errorf("CountryCode(%q) allocates %v times", name, n)
		}
	}
}

func FuzzCountryCode(f *testing.F) {
	for _, tt := range countryTests {
		f.Add(tt.name)
	}
	f.Fuzz(func(t *testing.T, s string) {
		code, ok := CountryCode(s)
		if !ok {
			if code != "" {
				t.Errorf("CountryCode(%q) = %q, false", s, code)
			}
			return
		}
		name := CountryName(code)
		if name == "" {
			t.Fatalf("CountryCode(%q) = %q, which has no name", s, code)
		}
		if again, _ := CountryCode(name); again != code {
			t.Errorf("CountryCode(%q) = %q, but %q is %q", s, code, name, again)
		}
		if len(s) < maxCountry-1 {
			if again, _ := CountryCode(" " + s); again != code {
				t.Errorf("a blank before %q changes %q to %q", s, code, again)
			}
		}
	})
}

func BenchmarkCountryCode(b *testing.B) {
	for _, name := range []string{"Iran", "Korea, Democratic People's Republic of", "Российская Федерация", "جمهوری اسلامی ایران", "None Identified"} {
		b.Run("name="+strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				CountryCode(name)
			}
		})
	}
}

func TestTablesAreSorted(t *testing.T) {
	var keys []string
	for i := 1; i < len(countryKeyEnds); i++ {
		keys = append(keys, countryKeys[countryKeyEnds[i-1]:countryKeyEnds[i]])
	}
	if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != len(keys) {
		t.Error("the keys of countries are not in order, or not distinct")
	}
	if 2*len(keys) != len(countryKeyCodes) {
		t.Errorf("%d keys and %d bytes of codes", len(keys), len(countryKeyCodes))
	}
	longest := slices.MaxFunc(keys, func(a, b string) int { return len(a) - len(b) })
	if len(longest) >= len(countryKey{}.text) {
		t.Errorf("the key %q leaves no room to tell longer ones", longest)
	}
}

func TestMIDCountry(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{"422303000", "IR", "first MID of the state"},
		{"MMSI 636012345", "LR", "label"},
		{"351234567", "PA", "first of many"},
		{"374234567", "PA", "last of many"},
		{"201000000", "AL", "first row of the table"},
		{"775000000", "VE", "last row of the table"},
		{"255123456", "PT", "Madeira"},
		{"477123456", "HK", "territory"},
		{"608123456", "SH", "Ascension"},
		{"306123456", "", "three territories"},
		{"217123456", "", "not assigned"},
		{"004220000", "", "a coast station, though of Iran"},
		{"42230300", "", "eight digits"},
		{"", "", "nothing"},
	} {
		if got, ok := MIDCountry(tt.in); got != tt.want && ok || ok != (tt.want != "") {
			t.Errorf("MIDCountry(%q) = %q, %v; want %q: %s", tt.in, got, ok, tt.want, tt.reason)
		}
	}
}

func TestCallSignCountry(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{"9BAC", "IR", "Iran's second series"},
		{"EPBC7", "IR", "Iran's first series"},
		{"5IM 592", "TZ", "blank"},
		{"t2ea4", "TV", "lower case"},
		{"HMZF", "KP", "North Korea"},
		{"P5AB", "KP", "North Korea, letter and digit"},
		{"3EAB5", "PA", "digit first"},
		{"SSM1", "EG", "the last of Egypt's half of SS"},
		{"SSN1", "SD", "the first of Sudan's"},
		{"3DMA", "SZ", "the last of Eswatini's half of 3D"},
		{"3DNA", "FJ", "the first of Fiji's"},
		{"SS1A", "", "a digit is in neither half"},
		{"2ABC", "GB", "2 and a letter"},
		{"21BC", "", "2 and a digit"},
		{"W1AW", "US", "a letter of one state and a digit"},
		{"4U1UN", "", "the United Nations"},
		{"PJAB", "", "three territories"},
		{"QABC", "", "Q begins no call sign"},
		{"0ABC", "", "0 begins none either"},
		{"ZZZZ", "BR", "last row of the table"},
		{"AB", "", "too short"},
		{"", "", "nothing"},
	} {
		if got, ok := CallSignCountry(tt.in); got != tt.want || ok != (tt.want != "") {
			t.Errorf("CallSignCountry(%q) = %q, %v; want %q: %s", tt.in, got, ok, tt.want, tt.reason)
		}
	}
}
