package eu

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// line prints names with the first letter of their type.
func line(names []lists.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, n.Type.String()[:1]+":"+n.Text)
	}
	return strings.Join(out, " | ")
}

func TestShipNames(t *testing.T) {
	tests := []struct {
		text   string
		bare   lists.NameType
		want   string
		reason string
	}{
		{"Angara", lists.Alias, "p:Angara", "one name"},
		{"Kavya (Formerly known as ‘Hana’)", lists.Alias, "p:Kavya | f:Hana", "the sheet's words"},
		{"Kavya (formerly Hana)", lists.Alias, "p:Kavya | f:Hana", "the annex's words"},
		{"Kavya (ex Hana)", lists.Alias, "p:Kavya | f:Hana", "ex"},
		{"Kavya (ex-Hana)", lists.Alias, "p:Kavya | f:Hana", "ex with a hyphen"},
		{"Kavya (formerly Hana", lists.Alias, "p:Kavya | f:Hana", "a bracket that is never closed"},
		{"Kavya (formerly Hana, ex Old; Older)", lists.Alias, "p:Kavya | f:Hana | f:Old | f:Older", "several"},
		{"Kavya (formerly ‘Captain’s Pride’ and ‘Other’)", lists.Alias, "p:Kavya | f:Captain’s Pride | f:Other", "an apostrophe in quotes"},
		{"TONG SAN 2 (alias TONGSAN 2)", lists.Former, "p:TONG SAN 2 | a:TONGSAN 2", "alias"},
		{"Chong Bong (Greenlight) (Blue Nouvelle)", lists.Former, "p:Chong Bong | f:Greenlight | f:Blue Nouvelle", "bare brackets, North Korea"},
		{"Yi Meng Shan (Attica)", lists.Alias, "p:Yi Meng Shan | a:Attica", "bare brackets elsewhere"},
		{"HUI CHON formerly Hwang Gum San 2", lists.Former, "p:HUI CHON | f:Hwang Gum San 2", "a mark without a bracket"},
		{"EX VOTO", lists.Alias, "p:EX VOTO", "ex is no mark outside brackets"},
		{"EXPLORER (exodus)", lists.Alias, "p:EXPLORER | a:exodus", "a name that begins with a mark"},
		{"A (formerly)", lists.Alias, "p:A | a:formerly", "a mark with nothing after it"},
		{"(formerly Hana)", lists.Alias, "f:Hana", "no present name"},
		{"", lists.Alias, "", "nothing"},
		{"()", lists.Alias, "", "empty brackets"},
		{"A (B (C)) D", lists.Alias, "p:A | a:B (C) | a:D", "brackets in brackets"},
	}
	for _, tt := range tests {
		if got := line(shipNames(tt.text, tt.bare)); got != tt.want {
			t.Errorf("shipNames(%q) = %s, want %s (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}

func TestVariants(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Al-Qaida", "", "no other name"},
		{"Al-Qaida (AQ)", "", "brackets that say nothing"},
		{"X (a.k.a. Y)", "a:X | a:Y", "an alias"},
		{"X (formerly Y, Z)", "a:X | f:Y | f:Z", "former names"},
		{"X / Y", "a:X | a:Y", "a slash with blanks"},
		{"X s/o Y", "", "a slash without"},
		{"X (AQ) (alias Y)", "a:X (AQ) | a:Y", "both kinds of bracket"},
	}
	for _, tt := range tests {
		if got := line(variants(tt.text)); got != tt.want {
			t.Errorf("variants(%q) = %s, want %s (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}

func TestNameType(t *testing.T) {
	tests := []struct {
		remark string
		want   lists.NameType
		reason string
	}{
		{"low quality alias", lists.WeakAlias, "the usual words"},
		{"low quality aliias", lists.WeakAlias, "a misprint"},
		{"Low quality alias; formerly listed a", lists.WeakAlias, "low and former"},
		{"good quality alias", lists.Alias, "good"},
		{"former name of Sovcombank", lists.Former, "a former name"},
		{"formerly listed as", lists.Former, "formerly listed"},
		{"Former member of the Guardian Council", lists.Alias, "a former office is no former name"},
		{"", lists.Alias, "nothing"},
	}
	for _, tt := range tests {
		if got, _ := nameType([]string{tt.remark}); got != tt.want {
			t.Errorf("nameType(%q) = %s, want %s (%s)", tt.remark, got, tt.want, tt.reason)
		}
	}
}

func TestSheetDate(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"25.06.2024", "2024-06-25", "the shape"},
		{"25.06.2024’", "2024-06-25", "a stray quotation mark"},
		{"24102025", "2025-10-24", "without points"},
		{"26 Feb. 2011", "2011-02-26", "a month in letters"},
		{"#REF!", "", "an error of the sheet"},
		{"32132025", "", "no such day"},
	}
	for _, tt := range tests {
		d, err := sheetDate(tt.text)
		if d.String() != tt.want || d.Text != tt.text || (err == nil) != (tt.want != "") {
			t.Errorf("sheetDate(%q) = %s, %q, %v; want %q (%s)", tt.text, d, d.Text, err, tt.want, tt.reason)
		}
	}
}

func TestEachIMO(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"captain of ARGENT (formerly JAGUAR, IMO 9293002)", "IMO=9293002", "in a reason"},
		{"Company IMO number 5434358.", "Company IMO number=5434358", "a company's"},
		{"IMO: 08405270", "IMO=08405270", "a zero before it"},
		{"SIMON 8405270, IMO 84052701", "", "letters before it, a digit too many"},
	}
	for _, tt := range tests {
		got := ""
		imoWords.Each(tt.text, func(_, _ int, words, number string) { got += fmt.Sprint(words, "=", number) })
		if got != tt.want {
			t.Errorf("imoWords.Each(%q): %q, want %q (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}
