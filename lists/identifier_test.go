package lists

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"
)

var canonicalTests = []struct {
	typ    IDType
	in     string
	want   string // empty where the value is refused
	err    error
	reason string
}{
	// IMO ship numbers
	{IMOShip, "9074729", "9074729", nil, "the example of IMO: 63+0+35+16+21+4 = 139"},
	{IMOShip, "IMO9074729", "9074729", nil, "no blank"},
	{IMOShip, "IMO 9074729", "9074729", nil, "as painted on the hull"},
	{IMOShip, "imo: 9074729", "9074729", nil, "lower case and a colon"},
	{IMOShip, "I.M.O. No. 9074729", "9074729", nil, "stops"},
	{IMOShip, "IMO Number 9074729", "9074729", nil, "the word number"},
	{IMOShip, "IMO N° 9074729", "9074729", nil, "French"},
	{IMOShip, "IMO № 9074729", "9074729", nil, "the numero sign"},
	{IMOShip, "Vessel IMO No. 9074729", "9074729", nil, "the word vessel first"},
	{IMOShip, "OMI 9074729", "9074729", nil, "French and Spanish"},
	{IMOShip, "ИМО 9074729", "9074729", nil, "Russian"},
	{IMOShip, "[IMO 9074729]", "9074729", nil, "brackets"},
	{IMOShip, "9074729 (IMO)", "9074729", nil, "the letters after the number"},
	{IMOShip, "907 4729", "9074729", nil, "a blank inside"},
	{IMOShip, "09074729", "9074729", nil, "eight digits with a zero before, as in the EU's workbook"},
	{IMOShip, "0009074729", "9074729", nil, "more zeros"},
	{IMOShip, "IMO９０７４７２９", "9074729", nil, "full-width digits"},
	{IMOShip, "ＩＭＯ：９０７４７２９", "9074729", nil, "all full-width"},
	{IMOShip, "٩٠٧٤٧٢٩", "9074729", nil, "Arabic-Indic digits"},
	{IMOShip, "۹۰۷۴۷۲۹", "9074729", nil, "Persian digits"},
	{IMOShip, "𝟗𝟎𝟕𝟒𝟕𝟐𝟗", "9074729", nil, "mathematical bold digits"},
	{IMOShip, "𝟿𝟶𝟽𝟺𝟽𝟸𝟿", "9074729", nil, "mathematical monospace digits"},
	{IMOShip, "907\u200b47\u202e29", "9074729", nil, "invisible characters"},
	{IMOShip, "9074728", "", ErrCheckDigit, "the last digit is wrong"},
	{IMOShip, "9047729", "", ErrCheckDigit, "two digits changed places"},
	{IMOShip, "15411", "", ErrFormat, "five digits are no ship number, whatever zeros may be put before them"},
	{IMOShip, "IMO 15411", "", ErrFormat, "the same with letters, as a list prints it"},
	{IMOShip, "907472", "", ErrFormat, "six digits"},
	{IMOShip, "90747290", "", ErrFormat, "eight digits and no zero before"},
	{IMOShip, "0000000", "", ErrFormat, "AIS for none"},
	{IMOShip, "00000000", "", ErrFormat, "the same with one more"},
	{IMOShip, "", "", ErrFormat, "nothing"},
	{IMOShip, "IMO", "", ErrFormat, "no number"},
	{IMOShip, "IMO 9074729 and 9187629", "", ErrFormat, "two numbers"},
	{IMOShip, "IMO 907472O", "", ErrFormat, "the letter O for a zero"},
	{IMOShip, strings.Repeat("9", 257), "", ErrFormat, "longer than any identifier"},

	// IMO company numbers, one of each remainder of the sum by 11
	{IMOCompany, "2041999", "2041999", nil, "the example of the field: s = 178, remainder 2"},
	{IMOCompany, "2000041", "2000041", nil, "remainder 0, digit 1"},
	{IMOCompany, "2000010", "2000010", nil, "remainder 1, digit 0"},
	{IMOCompany, "2000099", "2000099", nil, "remainder 2"},
	{IMOCompany, "2000068", "2000068", nil, "remainder 3"},
	{IMOCompany, "2000037", "2000037", nil, "remainder 4"},
	{IMOCompany, "2000006", "2000006", nil, "remainder 5"},
	{IMOCompany, "2000085", "2000085", nil, "remainder 6"},
	{IMOCompany, "2000054", "2000054", nil, "remainder 7"},
	{IMOCompany, "2000023", "2000023", nil, "remainder 8"},
	{IMOCompany, "2000142", "2000142", nil, "remainder 9"},
	{IMOCompany, "2000071", "2000071", nil, "remainder 10"},
	{IMOCompany, "0011359", "0011359", nil, "zeros before are part of the number"},
	{IMOCompany, "11359", "0011359", nil, "zeros that a spreadsheet lost"},
	{IMOCompany, "52896", "0052896", nil, "the same"},
	{IMOCompany, "00011359", "0011359", nil, "a zero too many"},
	{IMOCompany, "Company IMO No. 2041999", "2041999", nil, "the word company first"},
	{IMOCompany, "IMO Company Number: 2041999", "2041999", nil, "the word company after"},
	{IMOCompany, "2041998", "", ErrCheckDigit, "the last digit is wrong"},
	{IMOCompany, "9074729", "", ErrCheckDigit, "a ship's number"},
	{IMOCompany, "1359", "", ErrFormat, "four digits: too many zeros to believe"},
	{IMOCompany, "20419990", "", ErrFormat, "eight digits"},
	{IMOCompany, "00000", "", ErrFormat, "nothing but zeros"},
	{IMOCompany, "none", "", ErrFormat, "a word"},

	// MMSI
	{MMSI, "422303000", "422303000", nil, "a ship of Iran"},
	{MMSI, "MMSI: 422 303 000", "422303000", nil, "label and blanks"},
	{MMSI, "MMSI No. 422303000", "422303000", nil, "label with No."},
	{MMSI, "۴۲۲۳۰۳۰۰۰", "422303000", nil, "Persian digits"},
	{MMSI, "306123456", "306123456", nil, "digits of three territories are known ones"},
	{MMSI, "217123456", "", ErrFormat, "217 is not assigned"},
	{MMSI, "776000000", "", ErrFormat, "after the last digits assigned"},
	{MMSI, "200000000", "", ErrFormat, "before the first ones"},
	{MMSI, "42230300", "", ErrFormat, "eight digits"},
	{MMSI, "4223030000", "", ErrFormat, "ten digits"},
	{MMSI, "42230300O", "", ErrFormat, "a letter"},
	{MMSI, "000000000", "", ErrFormat, "the form of a coast station, and no digits"},
	{MMSI, "123456789", "", ErrFormat, "no station's form"},
	{MMSI, "960123456", "", ErrFormat, "no station's form"},
	{MMSI, "042212345", "", ErrStation, "group of ship stations"},
	{MMSI, "004220000", "", ErrStation, "coast station"},
	{MMSI, "111422000", "", ErrStation, "search and rescue aircraft"},
	{MMSI, "842212345", "", ErrStation, "handheld VHF transceiver"},
	{MMSI, "984221234", "", ErrStation, "craft associated with a parent ship"},
	{MMSI, "994221234", "", ErrStation, "aid to navigation"},
	{MMSI, "970123456", "", ErrStation, "AIS-SART"},
	{MMSI, "972123456", "", ErrStation, "man overboard"},
	{MMSI, "974123456", "", ErrStation, "EPIRB-AIS"},
	{MMSI, "979123456", "", ErrStation, "autonomous maritime radio device"},
	{MMSI, "992991234", "", ErrFormat, "an aid to navigation of no state"},

	// Call signs
	{CallSign, "9BAC", "9BAC", nil, "as printed"},
	{CallSign, "5IM 592", "5IM592", nil, "blanks, as lists print some"},
	{CallSign, "t2ea4", "T2EA4", nil, "lower case"},
	{CallSign, "EP-BC/1", "EPBC1", nil, "punctuation"},
	{CallSign, "ＥＰＢＣ", "EPBC", nil, "full-width letters"},
	{CallSign, "EPBC@@@", "EPBC", nil, "the padding of AIS"},
	{CallSign, "AB", "", ErrFormat, "two characters"},
	{CallSign, "ABCDEFGHI", "", ErrFormat, "nine characters"},
	{CallSign, "12345", "", ErrFormat, "no letter"},
	{CallSign, "УБВГ", "", ErrFormat, "Cyrillic letters, of which some only look Latin"},
	{CallSign, "", "", ErrFormat, "nothing"},

	// LEI, ISO 17442; from the public register of GLEIF
	{LEI, "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12", nil, "Bloomberg Finance L.P."},
	{LEI, "HWUPKR0MPOU8FGXBT394", "HWUPKR0MPOU8FGXBT394", nil, "Apple Inc."},
	{LEI, "r0muwsfpu8mpro8k5p83", "R0MUWSFPU8MPRO8K5P83", nil, "BNP Paribas, lower case"},
	{LEI, "7LTW FZYI CNSX 8D62 1K86", "7LTWFZYICNSX8D621K86", nil, "Deutsche Bank AG, in groups"},
	{LEI, "5493001KJTIIGC8Y1R21", "", ErrCheckDigit, "check digits changed places"},
	{LEI, "5493001KJTIIGC8YlR12", "", ErrCheckDigit, "the letter l for a one"},
	{LEI, "5493001KJTIIGC8Y1R1", "", ErrFormat, "19 characters"},
	{LEI, "ИИИИИИИИИИ", "", ErrFormat, "20 bytes of other letters"},

	// SWIFT
	{SWIFT, "bkmt ir th", "BKMTIRTH", nil, "8 characters"},
	{SWIFT, "DEUTDEFF500", "DEUTDEFF500", nil, "11 characters"},
	{SWIFT, "DEUTDEFF5", "", ErrFormat, "9 characters"},
	{SWIFT, "БКМТ", "", ErrFormat, "8 bytes of other letters"},

	// Others
	{Passport, " A-012 345/67 ", "A01234567", nil, "blanks and punctuation"},
	{Passport, "а0123", "А0123", nil, "letters of other scripts stay"},
	{NationalID, "００７７", "0077", nil, "zeros before stay"},
	{TaxID, "RU 7-7", "RU77", nil, "letters and digits"},
	{RegistrationNumber, "—", "", ErrFormat, "nothing left"},
	{OtherID, "", "", ErrFormat, "nothing"},
	{IDType("a new type"), "x 1", "X1", nil, "the set of types is open"},
	{CryptoAddress, " 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa ", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", nil, "case is part of the address"},
	{CryptoAddress, " ", "", ErrFormat, "nothing"},
}

func TestCanonical(t *testing.T) {
	for _, tt := range canonicalTests {
		id := Identifier{Type: tt.typ, Value: tt.in, Country: "Iran", Label: "label", Note: "note",
			Issued: Date{From: Day{2001, 2, 3}}, Expires: Date{From: Day{2011, 2, 3}}}
		want := id
		want.Value = tt.want
		if tt.want == "" {
			want.Value = tt.in
		}
		got, err := id.Canonical()
		if !errors.Is(err, tt.err) || (err == nil) != (tt.err == nil) {
			t.Errorf("%s %q: error %v, want %v: %s", tt.typ, tt.in, err, tt.err, tt.reason)
		}
		if got != want {
			t.Errorf("%s %q = %#v, want %#v: %s", tt.typ, tt.in, got, want, tt.reason)
		}
		if err != nil && len(err.Error()) > 400 {
			t.Errorf("%s: an error of %d bytes", tt.typ, len(err.Error()))
		}
	}
}

// TestMMSIErrors holds the words by which an error tells which station it is.
func TestMMSIErrors(t *testing.T) {
	for value, words := range map[string]string{
		"217123456": "unknown MID 217", "990001234": "unknown MID 000",
		"042212345": "group of ship stations", "004220000": "coast station", "111422000": "search and rescue aircraft",
		"842212345": "handheld", "984221234": "parent ship", "994221234": "aid to navigation", "970123456": "AIS-SART",
		"972123456": "man overboard", "974123456": "EPIRB", "979123456": "autonomous",
	} {
		_, err := Identifier{Type: MMSI, Value: value}.Canonical()
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("MMSI %s: %v, which does not say %q", value, err, words)
		}
	}
}

// TestCheckDigits holds for every beginning of six digits, in steps, that exactly one seventh digit is right, and that
// it is the one of the resolution, written out digit by digit.
func TestCheckDigits(t *testing.T) {
	ships, companies := 0, 0
	for n := 0; n < 1_000_000; n += 37 {
		d := [6]int{n / 100000, n / 10000 % 10, n / 1000 % 10, n / 100 % 10, n / 10 % 10, n % 10}
		ship := (7*d[0] + 6*d[1] + 5*d[2] + 4*d[3] + 3*d[4] + 2*d[5]) % 10
		company := map[int]int{0: 1, 1: 0, 2: 9, 3: 8, 4: 7, 5: 6, 6: 5, 7: 4, 8: 3, 9: 2, 10: 1}[(8*d[0]+6*d[1]+4*d[2]+2*d[3]+9*d[4]+7*d[5])%11]
		for last := range 10 {
			s := fmt.Sprintf("%06d%d", n, last)
			if ValidIMOShip(s) != (last == ship) {
				t.Fatalf("ValidIMOShip(%s) = %v", s, last != ship)
			}
			if ValidIMOCompany(s) != (last == company) {
				t.Fatalf("ValidIMOCompany(%s) = %v", s, last != company)
			}
			if last == ship {
				ships++
				if last == company {
					companies++
				}
			}
		}
	}
	if share := companies * 1000 / ships; share < 80 || share > 120 {
		t.Errorf("%d of 1000 ship numbers pass as company numbers; the doc comment says about one in ten", share)
	}
}

// TestTranspositions holds that no two adjacent digits of a ship number can change places unseen.
func TestTranspositions(t *testing.T) {
	for n := 1_000_000; n < 10_000_000; n += 1237 {
		s := []byte(fmt.Sprint(n))
		if !ValidIMOShip(string(s)) {
			continue
		}
		for i := range 6 {
			if s[i] == s[i+1] {
				continue
			}
			s[i], s[i+1] = s[i+1], s[i]
			if ValidIMOShip(string(s)) {
				t.Errorf("%d and %s both pass", n, s)
			}
			s[i], s[i+1] = s[i+1], s[i]
		}
	}
}

func TestValidWantsItsForm(t *testing.T) {
	for _, s := range []string{"", "907472", "90747290", "IMO9074", "９０７", "9074729 "} {
		if ValidIMOShip(s) || ValidIMOCompany(s) {
			t.Errorf("%q passes as a number", s)
		}
	}
	for _, s := range []string{"", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12 ", "5493001KJTIIGC8Y1R 2"} {
		if ValidLEI(s) {
			t.Errorf("%q passes as an LEI", s)
		}
	}
}

// TestDigitsOfEveryScript checks digitValue on every decimal digit of Unicode: the blocks of ten are in order.
func TestDigitsOfEveryScript(t *testing.T) {
	seen := 0
	check := func(lo, hi rune) {
		if (hi-lo+1)%10 != 0 {
			t.Errorf("digits %U to %U are no blocks of ten", lo, hi)
		}
		for r := lo; r <= hi; r++ {
			seen++
			if got, want := digitValue(r), (r-lo)%10; r > 0x7f && got != want {
				t.Errorf("%U has the value %d, want %d", r, got, want)
			}
		}
	}
	for _, r := range unicode.Nd.R16 {
		check(rune(r.Lo), rune(r.Hi))
	}
	for _, r := range unicode.Nd.R32 {
		check(rune(r.Lo), rune(r.Hi))
	}
	if seen < 500 {
		t.Errorf("only %d digits seen", seen)
	}
}

func FuzzCanonical(f *testing.F) {
	types := []IDType{IMOShip, IMOCompany, MMSI, CallSign, LEI, SWIFT, Passport, CryptoAddress}
	for _, tt := range canonicalTests {
		for i, typ := range types {
			if typ == tt.typ {
				f.Add(uint8(i), tt.in)
			}
		}
	}
	f.Fuzz(func(t *testing.T, i uint8, s string) {
		id := Identifier{Type: types[int(i)%len(types)], Value: s, Note: "kept"}
		once, err := id.Canonical()
		if err != nil {
			if once != id {
				t.Errorf("%s %q: refused (%v) and changed to %q", id.Type, s, err, once.Value)
			}
			if !errors.Is(err, ErrFormat) && !errors.Is(err, ErrCheckDigit) && !errors.Is(err, ErrStation) {
				t.Errorf("%s %q: %v wraps none of the reasons", id.Type, s, err)
			}
			return
		}
		twice, err := once.Canonical()
		if err != nil || !reflect.DeepEqual(twice, once) {
			t.Errorf("%s %q: once %q, twice %q, %v", id.Type, s, once.Value, twice.Value, err)
		}
		switch n := once.Value; once.Type {
		case IMOShip:
			if !ValidIMOShip(n) {
				t.Errorf("%q became %q", s, n)
			}
		case IMOCompany:
			if !ValidIMOCompany(n) {
				t.Errorf("%q became %q", s, n)
			}
		case MMSI:
			if len(n) != 9 || !digits(n) {
				t.Errorf("%q became %q", s, n)
			}
		}
	})
}
