package voyage

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/screening"
)

// TestMentions are texts with what they name.
func TestMentions(t *testing.T) {
	tests := []struct {
		text   string
		want   string // "text=entry", joined by commas
		reason string
	}{
		{"35,000 MT GASOLINE PER MT FORTUNE B/L 24.05.2020", "FORTUNE=15068", "a ship behind MT, which is metric tons before"},
		{"35,000 MT FORTUNE COOKIES", "", "metric tons of something"},
		{"WE HOPE TO MAKE A FORTUNE", "", "a word that is a ship's name"},
		{"MV FORTUNE STAR ARRIVED", "", "another ship, whose name begins so"},
		{"shipper NIOC, consignee PDVSA", "NIOC=11317, PDVSA=26367", "acronyms"},
		{"the scot of the town", "", "an acronym written small is a word"},
		{"for account of National Iranian Tanker Company, Tehran", "National Iranian Tanker Company=15117", "a name of common words, whole"},
		{"NATIONAL TANKER COMPANY OF OMAN", "", "common words that are no whole name"},
		{"payment to Mr Reza Vaziri", "Reza Vaziri=29104", "a person, given name first"},
		{"payment to Mr Reza", "", "half a name"},
		{"VAZIRI, REZA: crew wages", "VAZIRI, REZA=29104", "the surname first"},
		{"FREIGHT IMO9283758", "9283758=25708", "a number"},
		{"FREIGHT IMO9283758 AND 9283758", "9283758=25708", "once"},
		{"FREIGHT IMO 9283745", "9283745=", "a void number is told"},
		{"FREIGHT IMO 9074729", "9074729=", "a number that is on no list is told"},
		{"goods: tweed; MT\nFORTUNE", "FORTUNE=15068", "a line's end after MT"},
		{"\x00\xff\xfe MT FORTUNE \u202e", "FORTUNE=15068", "hostile bytes around"},
		{"", "", "nothing"},
	}
	s := excerpt(t)
	for _, tt := range tests {
		v := Voyage{Ship: Vessel{name("NORDIC MARIGOLD")}, Cargo: tt.text}
		r := ask(t, s, v)
		var got []string
		for _, m := range r.Mentions {
			if m.Start < 0 || m.End > len(tt.text) || m.Start >= m.End {
				t.Fatalf("%s: place %d:%d", tt.reason, m.Start, m.End)
			}
			id := ""
			if len(m.Listed) > 0 {
				id = m.Listed[0].Hit.Entity.ID
			}
			got = append(got, tt.text[m.Start:m.End]+"="+id)
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestMentionsOfParties holds that what a text says of a party of the voyage is
// told as that party's, and raises the voyage only where it says more.
func TestMentionsOfParties(t *testing.T) {
	s := excerpt(t)
	v := Voyage{Ship: Vessel{screening.Query{Names: []string{"FORTUNE"}, Identifiers: imo("9283746")}}, Payment: "MT FORTUNE IMO 9283746"}
	r := ask(t, s, v)
	if len(r.Mentions) != 2 || r.Mentions[0].Finding != 0 || r.Mentions[1].Finding != 0 || len(r.Reasons) != 1 {
		t.Errorf("mentions %+v, reasons %v", r.Mentions, r.Reasons)
	}
	v.Ship.Identifiers = nil
	r = ask(t, s, v)
	if r.Findings[0].Level != Probable || r.Level != Strong || len(r.Reasons) != 2 || r.Reasons[0].Field != "payment" {
		t.Errorf("the number in the text says more than the name: %s, %v", r.Level, r.Reasons)
	}
}

// TestSplit holds that words are read with their places, within the bound.
func TestSplit(t *testing.T) {
	text := "PER M/V AL-RASHID S.A., 35,000 MT (x)"
	ws, read := split(text, 100)
	var got []string
	for _, w := range ws {
		got = append(got, text[w.start:w.end])
	}
	if want := []string{"PER", "M/V", "AL-RASHID", "S.A", "35,000", "MT", "x"}; !slices.Equal(got, want) || read != len(text) {
		t.Errorf("%q, want %q", got, want)
	}
	if ws[1].kind != shipWord || ws[4].kind != number || ws[0].kind != smallWord || !ws[5].last {
		t.Errorf("%+v", ws)
	}
	if ws, read := split(text, 2); len(ws) != 2 || read != 8 {
		t.Errorf("%d words of two, read %d", len(ws), read)
	}
}
