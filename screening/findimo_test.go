package screening_test

import (
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

func TestFindIMO(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t)) // holds 9283746, 9283760, 9283758
	tests := []struct {
		text   string
		want   string // of the function: numbers, "!" before one that is void, "c" before a company's
		listed string // of the method, where it finds more; "" the same
		reason string
	}{
		{"PMT FOR 35,000 MT ALKYLATE PER MT FORTUNE IMO9283746 B/L DD 24.05.2020 EL PALITO", "9283746", "", "a payment message"},
		{"IMO 9283746", "9283746", "", "a blank"},
		{"imo: 9283746.", "9283746", "", "lower case, a colon, the end of a sentence"},
		{"I.M.O. No. 9283746", "9283746", "", "dots"},
		{"I.M.O.9283746", "9283746", "", "dots and no blank"},
		{"IMO-No.:9283746", "9283746", "", "signs"},
		{"(IMO number 9283746)", "9283746", "", "a word"},
		{"IMO # 9283746", "9283746", "", "a number sign"},
		{"IMO NO9283746", "9283746", "", "glued to the word"},
		{"OMI n° 9283746", "9283746", "", "French and Spanish"},
		{"т/х ФОРЧУН ИМО 9283746", "9283746", "", "Russian"},
		{"ИМО номер 9283746", "9283746", "", "Russian with a word"},
		{"IМО 9283746", "9283746", "", "Cyrillic letters that look Latin"},
		{"ＩＭＯ　９２８３７４６", "9283746", "", "full-width"},
		{"IMO ٩٢٨٣٧٤٦", "9283746", "", "Arabic digits"},
		{"IMO 09283746", "9283746", "", "a zero before it"},
		{"IMO 928 3746", "9283746", "", "in groups"},
		{"IMO 928-37-46", "9283746", "", "in groups with hyphens"},
		{"IMO 9283746/9283760", "9283746 9283760", "", "one label, two numbers"},
		{"IMO nos. 9283746, 9283760 and 9283758", "9283746 9283760 9283758", "", "one label, three numbers"},
		{"vessel 9283746 (IMO)", "9283746", "", "the letters behind"},
		{"9283746 IMO 9283760", "9283760", "9283746 9283760", "the letters belong to the next number"},
		{"IMO 9283764", "!9283764", "", "void, and labelled: told"},
		{"IMO Company No. 2041999", "c2041999", "", "a company number"},
		{"MT FORTUNE 9283746 loading", "", "9283746", "bare: only a listed one"},
		{"MT FORTUNE 9074729 loading", "", "", "bare and valid, and not listed"},
		{"9283746", "", "9283746", "nothing else"},
		{"FORTUNE/9283746/PA", "", "9283746", "between slashes"},
		{"USD 9283746", "", "", "an amount"},
		{"USD9283746", "", "", "an amount"},
		{"$9283746", "", "", "an amount"},
		{"9283746 USD", "", "", "an amount"},
		{"9283746 MT OF CRUDE", "", "", "a quantity"},
		{"9283746.00", "", "", "an amount with cents"},
		{"1,9283746", "", "", "a fraction"},
		{"9,283,746", "", "", "a grouped amount"},
		{"+98 21 9283746", "", "", "a telephone number"},
		{"TEL: 9283746", "", "", "a telephone number"},
		{"555-9283746", "", "", "a part of a longer number"},
		{"INVOICE 9283746", "", "", "an invoice"},
		{"AB9283746", "", "", "a part of a code"},
		{"92837461", "", "", "eight digits"},
		{"19283746", "", "", "eight digits"},
		{"IMO 92837461", "", "", "eight digits and the letters"},
		{"24.05.2020 35,000 MT 12:30 UTC", "", "", "dates and amounts"},
		{"IMO 15411", "", "", "five digits are not padded"},
		{"IMO RES A.1117(30) OF 2017", "", "", "a resolution"},
		{"IMO class 3, UN 1203, 9283746 pcs", "", "", "dangerous goods"},
		{"LIMO 9283746 X", "", "9283746", "the letters of another word"},
		{"DIMO9283746", "", "", "the letters of another word"},
		{"IMO\x00\xff9283746", "", "9283746", "what is no text stands between: a bare number"},
		{"", "", "", "nothing"},
		{"IMO", "", "", "letters alone"},
	}
	write := func(text string, found []screening.Found) string {
		var out []string
		for _, f := range found {
			n := f.Number
			if f.Type == lists.IMOCompany {
				n = "c" + n
			}
			if !f.Valid {
				n = "!" + n
			}
			out = append(out, n)
			if f.Start < 0 || f.End > len(text) || f.Start >= f.End {
				t.Fatalf("%q: span %d to %d", text, f.Start, f.End)
			}
			if c, err := (lists.Identifier{Type: f.Type, Value: text[f.Start:f.End]}).Canonical(); f.Valid && (err != nil || c.Value != f.Number) {
				t.Errorf("%q: the span is %q", text, text[f.Start:f.End])
			}
		}
		return strings.Join(out, " ")
	}
	for _, tt := range tests {
		if got := write(tt.text, screening.FindIMO(tt.text)); got != tt.want {
			t.Errorf("FindIMO(%q) = %q, want %q: %s", tt.text, got, tt.want, tt.reason)
		}
		want := tt.listed
		if want == "" {
			want = tt.want
		}
		if got := write(tt.text, s.FindIMO(tt.text)); got != want {
			t.Errorf("Screener.FindIMO(%q) = %q, want %q: %s", tt.text, got, want, tt.reason)
		}
	}
}

// TestFindIMOIsScreened holds that what is found in a message finds the ship.
func TestFindIMOIsScreened(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	q := screening.Query{}
	for _, f := range s.FindIMO("/RFB/FREIGHT MT SOLSTICE I.M.O.: 9283746 VOY 12") {
		q.Identifiers = append(q.Identifiers, f.Identifier())
	}
	r := screen(t, s, q)
	if len(r.Hits) != 1 || r.Hits[0].Entity.ID != "15068" || r.Hits[0].Level != screening.Strong {
		t.Errorf("%d hits", len(r.Hits))
	}
}

// FuzzFindIMO holds that any text is read, and that spans are in order and hold
// the number.
func FuzzFindIMO(f *testing.F) {
	for _, s := range [...]string{"IMO 9283746 / 9283760", "I.M.O.9283746", "9283746 (IMO)", "ИМО ٩٢٨٣٧٤٦", "+98 21 9283746", "IMO 928 3746", "\xff\x00IMO"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, x := range screening.FindIMO(text) {
			if x.Start < last || x.End <= x.Start || x.End > len(text) || len(x.Number) != 7 || !x.Labelled {
				t.Fatalf("%q: %+v", text, x)
			}
			last = x.End
		}
	})
}
