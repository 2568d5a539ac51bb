package lists

import "strings"

//go:generate go test -run ^TestTables$ . -update

// maxCountry bounds the bytes of a country's name that CountryCode looks at.
// The longest names that lists print have about 60.
const maxCountry = 160

// CountryCode returns the ISO 3166-1 alpha-2 code of the state or territory
// that name names in the words of lists and of people, and whether it names
// exactly one. It reads
//
//   - short and formal English names, and the names before the present one:
//     "Iran", "Islamic Republic of Iran", "Burma", "Zaire"; inverted ones:
//     "Korea, North", "Iran (Islamic Republic of)", "Bahamas, The";
//   - the codes themselves, alpha-2 and alpha-3, in any case, and abbreviations:
//     "ir", "IRN", "UAE", "DPRK", "St. Kitts & Nevis";
//   - what nationals are called, as lists print nationalities: "Palestinian";
//   - the names of seafaring states in French, Spanish, Russian, Persian and a
//     few other languages: "Российская Федерация", "ایران";
//   - one name in two languages with a slash between them: "Russia / Russie";
//   - a name with a remark in brackets after it, where the remark names no other
//     state: "Mali (at time of listing)".
//
// Case, accents, punctuation, blanks and articles do not count.
//
// Parts of a state that lists give as a flag or in an address have the code of
// that state: Madeira PT, Scotland GB, Zanzibar TZ, Ascension SH. Gaza and the
// West Bank are PS. OFAC's "Region: Crimea" is UA, because OFAC's programmes call
// it a region of Ukraine. Kosovo is XK, a code that ISO leaves to its users.
//
// Not ok are: the empty string, "None Identified", "Unknown", "stateless";
// regions that are no part of one state (Kafia Kingi, the CIS); names that
// several states share (Korea, Congolese, Dominican); states whose place several
// others took (Soviet Union, Yugoslavia, Netherlands Antilles), because a choice
// among successors would say what the list does not; doubts ("possibly
// Palestinian"); and anything longer than 160 bytes.
//
// CountryCode allocates nothing. Its tables, with their sources, are
// tables/countries.txt and tables/country_names.txt.
func CountryCode(name string) (code string, ok bool) {
	if len(name) > maxCountry {
		return "", false
	}
	a, b, two := strings.Cut(name, "/")
	if code, ok = countryOrRemark(a); !ok || !two {
		return code, ok
	}
	if other, _ := countryOrRemark(b); other != code {
		return "", false
	}
	return code, true
}

// CountryName returns the English name by which people know the state or
// territory with the ISO 3166-1 alpha-2 code, in upper or lower case, or the
// empty string where there is none: "IR" is "Iran", "XK" is "Kosovo".
func CountryName(code string) string {
	if len(code) != 2 {
		return ""
	}
	want := [2]byte{upper(code[0]), upper(code[1])}
	lo, hi := 0, len(countryCodes)/2
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		got := [2]byte{countryCodes[2*mid], countryCodes[2*mid+1]}
		switch {
		case got == want:
			return countryNames[countryNameEnds[mid]:countryNameEnds[mid+1]]
		case got[0] < want[0] || got[0] == want[0] && got[1] < want[1]:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return ""
}

func upper(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

// countryOrRemark looks up name and, where that fails, what stands before its
// first bracket, unless the brackets hold the name of another state: "Georgia
// (USA)" is not Georgia.
func countryOrRemark(name string) (string, bool) {
	if code, ok := countryOrInverted(name); ok {
		return code, true
	}
	head, remark, ok := strings.Cut(name, "(")
	if !ok {
		return "", false
	}
	code, ok := countryOrInverted(head)
	if !ok {
		return "", false
	}
	if other, ok := countryOrInverted(remark); ok && other != code {
		return "", false
	}
	return code, true
}

// countryOrInverted looks up name as it stands and, where it has a comma or a
// bracket, the other way round: "Korea, North" is "North Korea".
func countryOrInverted(name string) (string, bool) {
	var k countryKey
	k.add(name)
	if code, ok := k.code(); ok {
		return code, true
	}
	i := strings.IndexAny(name, ",(")
	if i <= 0 {
		return "", false
	}
	k = countryKey{}
	k.add(name[i+1:])
	k.add(name[:i])
	return k.code()
}
