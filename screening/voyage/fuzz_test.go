package voyage

import (
	"errors"
	"testing"

	"github.com/seed-539c57aa/pratique/screening"
)

// FuzzScreen holds that no voyage panics, hangs or loses a party: it is refused
// with an error, or answered with a Result that hangs together.
func FuzzScreen(f *testing.F) {
	f.Add("CLAVEL", "9283746", "master", "Ali Danaei Kenarsari", "El Palito, VE", "Iran", "PER MT FORTUNE IMO9283746", "2020-05")
	f.Add("", "", "owner", "NITC", "Novorossiysk", "Crimea", "/RFB/ IMO 928374 5\n\x00", "")
	f.Add("\xff\xfe", "IMO", "", "***", ",", ",,", "((((;;;;", "circa 2020")
	s := own(f, line()...)
	f.Fuzz(func(t *testing.T, ship, number, role, who, port, country, text, day string) {
		v := Voyage{Ship: Vessel{screening.Query{Names: []string{ship}, Identifiers: imo(number)}},
			Parties: []Party{party(Role(role), name(who)), party(Master, name(who)), party(Operator, name("HERON LINE"))},
			Met:     []Vessel{{name(who)}}, Ports: []Port{{Name: port, Country: country}, {Name: country}}, Countries: []string{country}, Flag: []string{port},
			Cargo: text, Payment: who + " " + text}
		v.Date.Text = day
		known, err := ParseRole(role)
		if err != nil || known == Ship || known == OwnershipParty {
			if _, err := Screen(s, v); !errors.Is(err, ErrRole) {
				t.Errorf("role %q: %v", role, err)
			}
			v.Parties = v.Parties[1:]
		}
		r, err := Screen(s, v)
		if err != nil {
			t.Fatalf("refused: %v", err)
		}
		checkResult(t, r)
	})
}
