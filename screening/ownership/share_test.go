package ownership

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

func TestParseShare(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"50", "50%", "a bare number is per cent"},
		{"50%", "50%", ""},
		{" 50 % ", "50%", "blanks"},
		{"50 per cent", "50%", "in words"},
		{"50 Percent", "50%", "in American words"},
		{"33.33%", "33.33%", "as it stands"},
		{"33,33 %", "33.33%", "a decimal comma"},
		{"33.33000", "33.33%", "zeros at the end"},
		{"0050.5", "50.5%", "zeros before"},
		{"0", "0%", "nothing"},
		{"100", "100%", "everything"},
		{"100.000000", "100%", "however many zeros"},
		{"0.00001", "0.00001%", "the finest decimal"},
		{"12.345678%", "12.34567%-12.34568%", "a finer one lies between two"},
		{"1/3", "1/3", "a third is exact"},
		{"1/7", "1/7", ""},
		{"1/19", "1/19", ""},
		{"1/22", "1/22", "the last of the denominators without a gap"},
		{"1/23", "4.34782%-4.34783%", "the first that no portion can be"},
		{"32/64", "50%", "shares in a ship"},
		{"1/64", "1.5625%", "one of them"},
		{"2/6", "1/3", "lowest terms"},
		{"999999999999999999/999999999999999999", "100%", "large numbers"},
		{"1/999999999999999999", "0%-0.00001%", "next to nothing"},
		{"25-50", "25%-50%", "a band"},
		{"25%-50%", "25%-50%", ""},
		{"25 % – 50 %", "25%-50%", "an en dash"},
		{"25 to 50 per cent", "25%-50%", "in words"},
		{"1/3-1/2", "1/3-50%", "fractions"},
		{"<25%", "0%-24.99999%", "below a quarter"},
		{"less than 25 per cent", "0%-24.99999%", "in words"},
		{"<= 25", "0%-25%", ""},
		{"≤25%", "0%-25%", ""},
		{"up to 10%", "0%-10%", ""},
		{"> 50%", "50.00001%-100%", "more than one half"},
		{"more than 50%", "50.00001%-100%", ""},
		{">=50%", "50%-100%", ""},
		{"at least 50%", "50%-100%", ""},
		{"not more than 25%", "0%-25%", "before its second word"},
		{">1/3", "1/3-100%", "a third is no decimal; the bound stays on the safe side"},
		{"<1/23", "0%-4.34783%", "likewise"},
		{"0-100", "unknown", "nothing known"},
		{"unknown", "unknown", ""},
		{"?", "unknown", ""},
		{"", "unknown", "silence"},
	}
	for _, tt := range tests {
		s, err := ParseShare(tt.text)
		if err != nil || s.String() != tt.want {
			t.Errorf("ParseShare(%q) = %s, %v, want %s (%s)", tt.text, s, err, tt.want, tt.reason)
			continue
		}
		if back, err := ParseShare(s.String()); err != nil || back != s {
			t.Errorf("ParseShare(%q), the text of %q, = %s, %v", s, tt.text, back, err)
		}
	}
}

func TestParseShareRefuses(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"100.00001", "above 100%", "more than the whole"},
		{"100.0000001", "above 100%", "by a hair"},
		{"1000", "above 100%", ""},
		{"12345678901234567890", "above 100%", "no overflow"},
		{"3/2", "above 100%", ""},
		{"-5", "below nothing", ""},
		{"-5-10", "below nothing", ""},
		{"50-25", "minimum 50% is above the maximum 25%", "backwards"},
		{"1/0", "no fraction", ""},
		{"/2", "no fraction", ""},
		{"1/2/3", "no fraction", ""},
		{"half", "no number", ""},
		{"50.", "no number", ""},
		{".5", "no number", ""},
		{"1e1", "no number", "no exponents"},
		{"0x10", "no number", ""},
		{"5 0", "no number", ""},
		{"1.000,5", "no number", "two marks"},
		{"~50%", "no number", ""},
		{"٥٠", "no number", "other digits are not read"},
		{"NaN", "no number", ""},
		{"50%%", "no number", ""},
		{"<", "no number", ""},
		{">100%", "above", "more than the whole"},
		{"<0%", "", "less than nothing"},
		{"25-", "no number", ""},
		{strings.Repeat("1", 65), "longer than 64 bytes", ""},
	}
	for _, tt := range tests {
		s, err := ParseShare(tt.text)
		if !errors.Is(err, ErrShare) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("ParseShare(%q) = %s, %v, want an error with %q (%s)", tt.text, s, err, tt.want, tt.reason)
		}
	}
}

// Whatever a fraction is, the share holds it, and no more than a hundred-thousandth
// of a per cent beside it.
func TestParseShareHoldsTheFraction(t *testing.T) {
	for d := int64(1); d <= 400; d++ {
		for n := int64(0); n <= d; n += 1 + d/37 {
			text := big.NewRat(n, d).String()
			s, err := ParseShare(text)
			if err != nil {
				t.Fatal(err)
			}
			exact := new(big.Rat).Mul(big.NewRat(n, d), big.NewRat(int64(Whole), 1))
			if exact.Cmp(big.NewRat(int64(s.Min()), 1)) < 0 || exact.Cmp(big.NewRat(int64(s.Max()), 1)) > 0 || s.Max()-s.Min() > grid {
				t.Errorf("%s reads as %s", text, s)
			}
			if exact.IsInt() != s.Exact() {
				t.Errorf("%s: exact is %v", text, s.Exact())
			}
			if d <= 22 && !s.Exact() {
				t.Errorf("%s is not exact", text)
			}
		}
	}
}

func TestShareJSON(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{`"50%"`, "50%", "a string"},
		{`50`, "50%", "a number is per cent"},
		{`33.33`, "33.33%", "by its digits, not as a float"},
		{`0.1`, "0.1%", ""},
		{`null`, "unknown", ""},
		{`"25-50"`, "25%-50%", ""},
		{`"\u003c25%"`, "0%-24.99999%", "escapes"},
	}
	for _, tt := range tests {
		s := Exact(1)
		if err := json.Unmarshal([]byte(tt.text), &s); err != nil || s.String() != tt.want {
			t.Errorf("%s reads as %s, %v, want %s (%s)", tt.text, s, err, tt.want, tt.reason)
		}
	}
	for _, text := range []string{`true`, `[50]`, `1e1`, `-1`, `101`, `"half"`, `{}`} {
		before := Exact(7)
		s := before
		if err := json.Unmarshal([]byte(text), &s); err == nil || s != before {
			t.Errorf("%s reads as %s, %v, want an error and no change", text, s, err)
		}
	}
	var h Holding
	if err := json.Unmarshal([]byte(`{"owner":"x","owned":"c"}`), &h); err != nil || !h.Share.Unknown() {
		t.Errorf("a holding without a share: %s, %v, want unknown", h.Share, err)
	}
	var p Portion
	if err := json.Unmarshal([]byte(`"1/3"`), &p); err != nil || p != Whole/3 {
		t.Errorf("a portion: %s, %v", p, err)
	}
	if err := json.Unmarshal([]byte(`"1/3-1/2"`), &p); !errors.Is(err, ErrShare) {
		t.Errorf("a range is no portion: %v", err)
	}
}

func TestPortionString(t *testing.T) {
	tests := []struct {
		p    Portion
		want string
	}{
		{0, "0%"}, {Whole, "100%"}, {50 * PerCent, "50%"}, {PerCent / 2, "0.5%"}, {grid, "0.00001%"}, {Whole / 3, "1/3"},
		{-PerCent, "-1%"}, {-PerCent / 2, "-0.5%"}, {-Whole / 3, "-1/3"}, {2 * Whole, "200%"}, {1, "1/29099070000000"},
	}
	for _, tt := range tests {
		if got := tt.p.String(); got != tt.want {
			t.Errorf("Portion(%d) prints as %s, want %s", tt.p, got, tt.want)
		}
	}
}

func TestBetweenAndFromList(t *testing.T) {
	if s, err := Between(25*PerCent, 50*PerCent); err != nil || s.String() != "25%-50%" || s.Exact() || !s.Contains(30*PerCent) || s.Contains(51*PerCent) {
		t.Errorf("Between: %s, %v", s, err)
	}
	for _, ends := range [][2]Portion{{-1, 0}, {0, Whole + 1}, {2, 1}} {
		if _, err := Between(ends[0], ends[1]); !errors.Is(err, ErrShare) {
			t.Errorf("Between(%d, %d): %v, want an error", ends[0], ends[1], err)
		}
	}
	tests := []struct {
		share lists.Share
		want  string
	}{
		{lists.Share{}, "unknown"}, {lists.Share{Min: 5000, Max: 5000, Known: true}, "50%"}, {lists.Share{Min: 0, Max: 2500, Known: true}, "0%-25%"},
		{lists.Share{Min: 5000, Max: 5000}, "unknown"}, {lists.Share{Min: 0, Max: 0, Known: true}, "0%"}, {lists.Share{Min: 0, Max: 20000, Known: true}, "unknown"},
	}
	for _, tt := range tests {
		if got := FromList(tt.share).String(); got != tt.want {
			t.Errorf("FromList(%v) = %s, want %s", tt.share, got, tt.want)
		}
	}
}
