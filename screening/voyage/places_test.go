package voyage

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

func date(t testing.TB, s string) lists.Date {
	t.Helper()
	if s == "" {
		return lists.Date{}
	}
	d, err := lists.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestPlaces are ports, countries and flags on days before, in and after a measure.
func TestPlaces(t *testing.T) {
	tests := []struct {
		voyage Voyage
		date   string
		want   string // "authority standing", joined by commas
		reason string
	}{
		{Voyage{Countries: []string{"Iran"}}, "2020-05-24", "OFAC applies", "by name"},
		{Voyage{Countries: []string{"IR", "IRN"}}, "2020-05-24", "OFAC applies, OFAC applies", "by code"},
		{Voyage{Flag: []string{"Islamic Republic of Iran"}}, "2020", "OFAC applies", "a flag"},
		{Voyage{Countries: []string{"Iran"}}, "", "OFAC may apply", "no date, no clock"},
		{Voyage{Countries: []string{"Iran"}}, "1980", "OFAC did not apply yet", "before"},
		{Voyage{Countries: []string{"Syria"}}, "2025-06-30", "OFAC applies", "the last day"},
		{Voyage{Countries: []string{"Syria"}}, "2025-07-01", "OFAC has ended", "the day after"},
		{Voyage{Countries: []string{"Syria"}}, "2025", "OFAC may apply", "a year in which it ended"},
		{Voyage{Countries: []string{"Syria"}}, "2010-01-01", "OFAC did not apply yet", "before it began"},
		{Voyage{Countries: []string{"North Korea", "South Korea"}}, "2020", "OFAC applies", "the north alone"},
		{Voyage{Countries: []string{"Russia", "Venezuela", "Belarus"}}, "2025", "", "sanctions on some, not on all"},
		{Voyage{Ports: []Port{{Name: "El Palito, VE"}}}, "2020-05-25", "", "a port in Venezuela"},
		{Voyage{Ports: []Port{{Name: "Bandar Abbas, Iran"}}}, "2020", "OFAC applies", "a country behind the comma"},
		{Voyage{Ports: []Port{{Name: "Bandar Abbas", Country: "IR"}}}, "2020", "OFAC applies", "a country in its field"},
		{Voyage{Ports: []Port{{Name: "Bandar Abbas"}}}, "2020", "", "no country: nothing is guessed"},
		{Voyage{Ports: []Port{{Name: "Cuba"}}}, "2020", "OFAC applies", "a country in place of a port"},
		{Voyage{Ports: []Port{{Name: "Novorossiysk", Country: "Russia"}}}, "2025-11-01", "Council of the EU applies", "a listed port"},
		{Voyage{Ports: []Port{{Name: "Port of Novorossiysk, RU"}}}, "2025-11-01", "Council of the EU applies", "with the word port"},
		{Voyage{Ports: []Port{{Name: "НОВОРОССИЙСК", Country: "Россия"}}}, "2025-11-01", "Council of the EU applies", "in its own script"},
		{Voyage{Ports: []Port{{Name: "ust luga", Country: "ru"}}}, "2025-11-01", "Council of the EU applies", "without the hyphen"},
		{Voyage{Ports: []Port{{Name: "Novorossiysk", Country: "Russia"}}}, "2020-05-01", "Council of the EU did not apply yet", "before the annex"},
		{Voyage{Ports: []Port{{Name: "Novorossiysk"}}}, "2025-11-01", "Council of the EU may apply", "without its country"},
		{Voyage{Ports: []Port{{Name: "Novorossiysk", Country: "Atlantis"}}}, "2025-11-01", "Council of the EU may apply", "with one that nobody knows"},
		{Voyage{Ports: []Port{{Name: "Primorsk", Country: "Ukraine"}}}, "2025-11-01", "", "a namesake in another country"},
		{Voyage{Ports: []Port{{Name: "Murmansk", Country: "Russia"}}}, "2025-11-01", "Council of the EU may apply", "the day is not known better"},
		{Voyage{Ports: []Port{{Name: "Murmansk", Country: "Russia"}}}, "2027-03-01", "Council of the EU applies", "after the range"},
		{Voyage{Ports: []Port{{Name: "Novorossiyskaya", Country: "Russia"}}}, "2025-11-01", "", "another name"},
		{Voyage{Ports: []Port{{Name: "Kerch", Country: "Russia"}}}, "2020", "OFAC applies", "a port in Crimea under the flag of Russia"},
		{Voyage{Ports: []Port{{Name: "Sevastopol", Country: "Ukraine"}}}, "2020", "OFAC applies", "and of Ukraine"},
		{Voyage{Ports: []Port{{Name: "Odesa", Country: "Ukraine"}}}, "2020", "", "another port of Ukraine"},
		{Voyage{Countries: []string{"Crimea"}}, "2020", "OFAC applies", "a territory"},
		{Voyage{Countries: []string{"Region: Crimea"}}, "2020", "OFAC applies", "as OFAC prints it"},
		{Voyage{Countries: []string{"Ukraine"}}, "2024", "", "the state around it"},
		{Voyage{Flag: []string{"Crimea"}}, "2020", "", "no flag"},
	}
	for _, tt := range tests {
		tt.voyage.Date = date(t, tt.date)
		found, _ := placesOf(&tt.voyage)
		var got []string
		for i := range found {
			got = append(got, found[i].Place.Authority+" "+string(found[i].Standing))
			if found[i].Why == "" || found[i].Place.Basis == "" {
				t.Errorf("%s: no reason or no law: %+v", tt.reason, found[i])
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestAuthoritiesApart holds that measures of two authorities are never told as
// those of one.
func TestAuthoritiesApart(t *testing.T) {
	freeze := lists.Measure{Authority: "OFAC", Programme: "X", Kinds: []lists.MeasureKind{lists.AssetFreeze}}
	ban := lists.Measure{Authority: "Council of the EU", Kinds: []lists.MeasureKind{lists.PortBan, lists.ServicesBan}}
	over := lists.Measure{Authority: "FCDO", Kinds: []lists.MeasureKind{lists.PortBan}, Ends: date(t, "2021-03-01")}
	mute := lists.Measure{}
	s := own(t, lists.Entity{ID: "1", Kind: lists.Vessel, Names: []lists.Name{{Text: "KORSHAMN"}}, Identifiers: imo("9074729"), Measures: []lists.Measure{ban, freeze, over, mute}})
	r := ask(t, s, Voyage{Date: date(t, "2025-11"), Ship: Vessel{name("KORSHAMN")}, Ports: []Port{{Name: "Novorossiysk, RU"}}})
	got := map[string][]string{}
	for _, a := range r.Measures {
		for _, m := range a.Measures {
			got[a.Authority] = append(got[a.Authority], string(m.Kind)+" on "+m.On)
		}
	}
	want := map[string]string{"OFAC": "asset freeze on KORSHAMN", "Council of the EU": "transactions ban on Novorossiysk, port ban on KORSHAMN, services ban on KORSHAMN", "not stated": " on KORSHAMN"}
	for a, w := range want {
		if strings.Join(got[a], ", ") != w {
			t.Errorf("%s: %q, want %q", a, got[a], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("authorities %v; a measure that has ended is none", got)
	}
}

// TestMissing is the check list.
func TestMissing(t *testing.T) {
	whats := func(v Voyage) (out []string) {
		for _, m := range v.missing() {
			if m.Why == "" {
				t.Errorf("%s: no reason", m.What)
			}
			out = append(out, m.What)
		}
		return out
	}
	none := whats(Voyage{})
	for _, w := range []string{"ship", "date of the voyage", "ports", "registered owner", "technical manager", "master", "insurer", "bank"} {
		if !slices.Contains(none, w) {
			t.Errorf("an empty voyage lacks %q", w)
		}
	}
	var full Voyage
	for i := range roles {
		if r := roles[i].role; r != Ship && r != OwnershipParty {
			full.Parties = append(full.Parties, party(r, name("X")))
		}
	}
	full.Ship.Names, full.Ship.Identifiers, full.Flag = []string{"X"}, imo("9074729"), []string{"NO"}
	full.Date, full.Ports = date(t, "2024"), []Port{{Name: "X"}}
	if got := whats(full); len(got) != 1 || got[0] != "who owns the owner" {
		t.Errorf("a full voyage lacks %q", got)
	}
	full.Ship.Identifiers = imo("9074728")
	if got := whats(full); !slices.Contains(got, "IMO number of the ship") {
		t.Errorf("a void number is one: %q", got)
	}
	if got := whats(Voyage{Parties: []Party{party(Manager, name("X"))}}); slices.Contains(got, "technical manager") || slices.Contains(got, "commercial manager") {
		t.Errorf("a manager of whom nobody says which is none: %q", got)
	}
}
