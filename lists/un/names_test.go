package un

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
)

func TestSplit(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		former bool
		reason string
	}{
		{"Abu Ali", []string{"Abu Ali"}, false, "one name"},
		{"Abas Rashidi; Abbas Rashedi", []string{"Abas Rashidi", "Abbas Rashedi"}, false, "semicolon"},
		{"A Sabet; B Sabet b) C Sabet; D Sabet", []string{"A Sabet", "B Sabet", "C Sabet", "D Sabet"}, false, "semicolons and letters"},
		{"a) Rashid b) Rashad", []string{"Rashid", "Rashad"}, false, "letters only"},
		{"Ali (b) Omar", []string{"Ali (b) Omar"}, false, "a letter in brackets divides nothing"},
		{"Lord's Army (LRA)", []string{"Lord's Army (LRA)"}, false, "an acronym belongs to the name"},
		{"LEADER (HONG KONG) INTERNATIONAL", []string{"LEADER (HONG KONG) INTERNATIONAL"}, false, "a bracket inside"},
		{"Jin Tiesan (金铁三)", []string{"Jin Tiesan", "金铁三"}, false, "another script in brackets"},
		{"華信船務(香港)有限公司", []string{"華信船務(香港)有限公司"}, false, "the same script in brackets"},
		{"حسن غول (Hassan Ghul; Hassan Gul)", []string{"حسن غول", "Hassan Ghul", "Hassan Gul"}, false, "two names in brackets"},
		{"أنصار (Ansar in Libya (AIL))", []string{"أنصار", "Ansar in Libya (AIL)"}, false, "a bracket in a bracket"},
		{"Sham (HTS) (شام (original script); Tahrir; Shams)", []string{"Sham (HTS)", "شام", "Tahrir", "Shams"}, false, "brackets, scripts and a note"},
		{"Abubakar (original script: Абубакар)", []string{"Abubakar", "Абубакар"}, false, "a name after a mark"},
		{"Ezatullah Haqqani (previously listed as)", []string{"Ezatullah Haqqani"}, true, "a note that it is a former name"},
		{"EL PARA (COMBAT NAME)", []string{"EL PARA"}, false, "a note in capital letters"},
		{"Sabri (false identity of passport 1)", []string{"Sabri"}, false, "a note of many words"},
		{"Safia Farkash, born 1 Jan. 1953 (Oman passport no.1)", []string{"Safia Farkash"}, false, "a birth in the name"},
		{"Akhter (اختر ),", []string{"Akhter", "اختر"}, false, "a comma at the end"},
		{"(Sheikh) Musa", []string{"(Sheikh) Musa"}, false, "a bracket at the front"},
		{"Abu ) Ali", []string{"Abu ) Ali"}, false, "a bracket that nothing opens"},
		{"Abu (Ali", []string{"Abu (Ali"}, false, "a bracket that nothing closes"},
		{" ; ,", nil, false, "nothing"},
	}
	for _, tt := range tests {
		got := split(tt.text)
		if diff := cmp.Diff(tt.want, got.texts); diff != "" || got.former != tt.former {
			t.Errorf("split(%q): former %v, names (- want, + got):\n%s(%s)", tt.text, got.former, diff, tt.reason)
		}
	}
}

func TestNamesOfNote(t *testing.T) {
	tests := []struct {
		note   string
		want   []string
		reason string
	}{
		{"", nil, "no note"},
		{"original script: Абу Ясир", []string{"Абу Ясир"}, "a name in its own script"},
		{"Previously listed as. In Arabic: رياض", []string{"رياض"}, "a mark after another note"},
		{"Yunis al-M; Shaykh Yunis", []string{"Yunis al-M", "Shaykh Yunis"}, "nothing but names"},
		{"(Abu Du’a; ‘Abu Dua) known by this name", []string{"Abu Du’a", "‘Abu Dua"}, "names in brackets"},
		{"born 1970; passport 123", nil, "digits"},
		{"combat name", nil, "one piece of prose"},
		{"Passport revoked; seen in Kabul", nil, "a part in small letters"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, namesOfNote(tt.note)); diff != "" {
			t.Errorf("namesOfNote(%q) (- want, + got):\n%s(%s)", tt.note, diff, tt.reason)
		}
	}
}

func TestNumberOf(t *testing.T) {
	tests := []struct {
		text, number, state string
		ok                  bool
		reason              string
	}{
		{"OB 0243318", "", "", false, "a number with its letters"},
		{"44103-5251752-5", "", "", false, "a number with hyphens"},
		{"CAR diplomatic passport no. D00000898", "D00000898", "", true, "two words for it"},
		{"Diplomatic Passport: Z30321794", "Z30321794", "", true, "a colon"},
		{"Laissez-passer no. N°235/MISPAT", "235/MISPAT", "", true, "a degree sign for number"},
		{"Afghan passport number SE 012820", "SE 012820", "Afghan", true, "letters that belong to it, and the state"},
		{"German travel document (“Ausweis”) A 0139243", "A 0139243", "German", true, "a bracket between"},
		{"381110042 (Expired 25 Jan. 2016)", "381110042", "", true, "a note in brackets"},
		{"Social Security Number 423-31-3021 (US)", "423-31-3021", "", true, "a bracket after it"},
		{"Russian passport number 8208 No. 555627", "8208 555627", "Russian", true, "two parts"},
		{"R00012098, South Sudan", "R00012098", "South Sudan", true, "the state after it"},
		{"Jordan 286062", "286062", "Jordan", true, "the state before it"},
		{"born on 25 Sep. 1973", "", "", false, "no word for a number"},
	}
	for _, tt := range tests {
		number, state, ok := numberOf(tt.text)
		if !ok {
			number, state = "", ""
		}
		if number != tt.number || state != tt.state || ok != tt.ok {
			t.Errorf("numberOf(%q) = %q, %q, %v; want %q, %q, %v (%s)", tt.text, number, state, ok, tt.number, tt.state, tt.ok, tt.reason)
		}
	}
}

func TestExpiry(t *testing.T) {
	tests := []struct{ note, want, reason string }{
		{"Expired 28 Nov. 2016", "2016-11-28", "a month cut short"},
		{"Expiration date: 2026-12-11.", "2026-12-11", "ISO and a full stop"},
		{"expires on October 19, 2020", "2020-10-19", "month first"},
		{"valid until 10 April 2018; renewed", "2018-04-10", "more after it"},
		{"Issued on 12 June 2014, expires 12 June 2019 Iran", "2019-06-12", "a word after it"},
		{"expired", "", "no date"},
		{"issued in 1974", "", "not an end"},
	}
	for _, tt := range tests {
		if got := expiry(tt.note).From.String(); got != tt.want {
			t.Errorf("expiry(%q) = %q, want %q (%s)", tt.note, got, tt.want, tt.reason)
		}
	}
}

func TestCompanyNumbers(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		odd    int
		reason string
	}{
		{"It shipped coal. IMO number: 5571322.", []string{"5571322"}, 0, "at the end of the prose"},
		{"Company Number IMO 5434358.", []string{"5434358"}, 0, "words before it"},
		{"International Maritime Organization (IMO) Number: 1790183.", []string{"1790183"}, 0, "passes the ship check as well"},
		{"Owner of CHON MA SAN (IMO 8660313).", nil, 0, "a ship's number"},
		{"IMO number: 5571323.", nil, 1, "passes no check"},
		{"IMO 5571322 and IMO 5571322", []string{"5571322"}, 0, "twice the same"},
		{"The IMO was told in 2018 of 5571322", nil, 0, "other words between"},
		{"SIMON 5571322, IMO5571322", []string{"5571322"}, 0, "letters around the word"},
		{"IMO", nil, 0, "nothing after it"},
		{"IMO 55713221234", nil, 0, "too many digits"},
	}
	for _, tt := range tests {
		p := &parser{}
		e := &lists.Entity{}
		p.companyNumbers(e, place{}, tt.text)
		var got []string
		for _, id := range e.Identifiers {
			got = append(got, id.Value)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || len(p.Problems) != tt.odd {
			t.Errorf("%q: %d problems, numbers (- want, + got):\n%s(%s)", tt.text, len(p.Problems), diff, tt.reason)
		}
	}
}
