package ownership

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// Regime is the law by which a structure is judged.
type Regime string

// The regimes whose rules the package knows.
const (
	OFAC Regime = "OFAC" // US Treasury, Office of Foreign Assets Control
	EU   Regime = "EU"   // Council of the European Union
	UK   Regime = "UK"   // regulations under the Sanctions and Anti-Money Laundering Act 2018
)

// Regimes returns all regimes, in the order in which a report names them.
func Regimes() []Regime { return []Regime{OFAC, EU, UK} }

// ErrRegime is wrapped by errors about a regime that the package does not know.
var ErrRegime = errors.New("ownership: unknown regime")

// authorities are the authorities whose freezes each regime's ownership rule
// extends, as the parsers of this module and others print them, in lower case.
var authorities = [...]struct {
	word   string
	regime Regime
}{
	{"ofac", OFAC},
	{"office of foreign assets control", OFAC},
	{"us department of the treasury", OFAC},
	{"us treasury", OFAC},
	{"eu", EU},
	{"council of the eu", EU},
	{"council of the european union", EU},
	{"european union", EU},
	{"european council", EU},
	{"european commission", EU},
	{"uk", UK},
	{"fcdo", UK},
	{"foreign, commonwealth & development office", UK},
	{"foreign, commonwealth and development office", UK},
	{"ofsi", UK},
	{"office of financial sanctions implementation", UK},
	{"hm treasury", UK},
	{"his majesty's treasury", UK},
	{"her majesty's treasury", UK},
}

// ParseRegime reads a regime, or the authority behind one, in any case: "OFAC",
// "Council of the EU", "OFSI". Errors wrap ErrRegime.
func ParseRegime(s string) (Regime, error) {
	word := strings.ToLower(strings.TrimSpace(s))
	for _, a := range authorities {
		if word == a.word {
			return a.regime, nil
		}
	}
	return "", fmt.Errorf("%w: %q (OFAC, EU, UK)", ErrRegime, clip(s))
}

// Designations returns what an entry's measures mean for ownership on the day on:
// for each regime and kind of measure one Designation, in the order of Regimes,
// then of the entry. Measures of other authorities are left out, those of the
// United Nations too: the states list such parties themselves, and until one has
// done so its own rule extends no freeze of its own.
//
// A measure that the list ends before the day is left out. With the zero day,
// which is the state of the list as it is, a measure with an end is Possible. So
// is one of which the list does not say what it forbids; it is taken for a freeze
// that is not established.
func Designations(e *lists.Entity, on lists.Day) []Designation {
	var out []Designation
	entry := strings.TrimSpace(e.ID + " " + e.PrimaryName())
	for _, r := range Regimes() {
		first := len(out)
		add := func(k lists.MeasureKind, possible bool) {
			for i := first; i < len(out); i++ {
				if out[i].Measure == k {
					out[i].Possible = out[i].Possible && possible
					return
				}
			}
			out = append(out, Designation{Regime: r, Measure: k, Entry: entry, Possible: possible})
		}
		for i := range e.Measures {
			m := &e.Measures[i]
			if regime, err := ParseRegime(m.Authority); err != nil || regime != r {
				continue
			}
			possible := false
			if end := m.Ends.Last(); !end.IsZero() {
				if !on.IsZero() && end.Before(on) {
					continue
				}
				possible = on.IsZero()
			}
			for _, k := range m.Kinds {
				add(k, possible)
			}
			if len(m.Kinds) == 0 {
				add(lists.AssetFreeze, true)
			}
		}
	}
	return out
}
