package voyage

import (
	"errors"
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/ownership"
)

// Voyage is one voyage, fixture or payment for one: what is known of it, and
// nothing else. Any part may be absent; at least one must hold something to look
// for. A Voyage is read and never written to.
type Voyage struct {
	Ref  string     `json:"ref,omitempty"`  // the caller's own reference, handed back
	Date lists.Date `json:"date,omitzero"`  // of the voyage: a day, or as near as is known. Measures on places are judged by it; there is no clock
	Ship Vessel     `json:"ship,omitzero"`  // the ship herself
	Met  []Vessel   `json:"met,omitempty"`  // ships met at sea: both sides of a ship-to-ship transfer are screened
	Flag []string   `json:"flag,omitempty"` // flags of the ship, present and past, besides those in Ship: a name or an ISO 3166-1 code

	Parties []Party `json:"parties,omitempty"`

	Ports     []Port   `json:"ports,omitempty"`     // called at or to be called at, terminals and anchorages
	Countries []string `json:"countries,omitempty"` // of origin, destination or transit of the cargo

	Cargo   string `json:"cargo,omitempty"`   // free text: cargo, bill of lading
	Payment string `json:"payment,omitempty"` // free text: payment message, invoice

	// Structure is who owns whom, as far as the caller knows. Its parties are found
	// among those of the voyage by their names; others are screened as OwnershipParty.
	// Where Party.Listed is nil, what was found counts; what the caller states, an
	// empty slice for "listed by nobody" included, stays as it is.
	Structure *ownership.Structure `json:"structure,omitempty"`
}

// Vessel is a ship of a voyage. Kind may be absent; another one than vessel is an
// error.
type Vessel struct{ screening.Query }

// Party is a person or a firm of a voyage in a role. One that has several roles is
// given once for each. A Kind that is absent is that of the role: masters and crew
// are persons, banks are firms, and an owner or a shipper may be either.
type Party struct {
	Role Role `json:"role"`
	screening.Query
}

// Port is a port, terminal or anchorage. Country is that of the port, by name or
// ISO 3166-1 code; where it is absent, what stands behind the last comma of Name is
// read as one: "El Palito, VE".
type Port struct {
	Name    string `json:"name,omitempty"`
	Country string `json:"country,omitempty"`
	What    string `json:"what,omitempty"` // what the ship does there, for the reader: "load", "discharge"
}

// The bounds of a Voyage. What is beyond them is an error, not left out.
const (
	MaxParties = 4096    // parties and ships met, each
	MaxPlaces  = 1024    // ports, countries and flags, each
	MaxText    = 1 << 20 // bytes of Cargo and of Payment
)

// The reasons for which Screen refuses a Voyage, and those of its warnings. Errors
// wrap one of them.
var (
	ErrEmpty     = errors.New("the voyage holds nothing to look for")
	ErrRole      = errors.New("no role of a voyage is called so")
	ErrKind      = errors.New("the kind does not fit the role")
	ErrTooMany   = errors.New("more than a voyage holds")
	ErrStructure = errors.New("the ownership structure cannot be judged") // wraps the error of package ownership

	// Those of warnings.
	ErrContradiction = errors.New("contradicts another part of the voyage")
	ErrTwice         = errors.New("given twice")
	ErrNotChecked    = errors.New("not checked") // could not be searched, or lies beyond a bound
)

// An InputError says which part of a Voyage it speaks of, and why.
type InputError struct {
	Field string // "parties[3].role", "ports[0]"
	Value string // as given, cut where it is long
	Err   error
}

// Error returns field, value and reason.
func (e *InputError) Error() string {
	if e.Value == "" {
		return e.Field + ": " + e.Err.Error()
	}
	return fmt.Sprintf("%s %q: %s", e.Field, e.Value, e.Err)
}

// Unwrap returns the reason.
func (e *InputError) Unwrap() error { return e.Err }

func problem(field, value string, err error) *InputError { return &InputError{field, clip(value), err} }

// blank reports whether a query holds neither a name nor an identifier, whatever
// else it says.
func blank(q *screening.Query) bool { return len(q.Names) == 0 && len(q.Identifiers) == 0 }

// check returns what is wrong with v, all of it.
func (v *Voyage) check() error {
	var errs []error
	add := func(field, value string, err error) { errs = append(errs, problem(field, value, err)) }
	for _, n := range [...]struct {
		field    string
		got, max int
		what     string
	}{
		{"parties", len(v.Parties), MaxParties, "parties"}, {"met", len(v.Met), MaxParties, "ships"},
		{"ports", len(v.Ports), MaxPlaces, "ports"}, {"countries", len(v.Countries), MaxPlaces, "countries"}, {"flag", len(v.Flag), MaxPlaces, "flags"},
		{"cargo", len(v.Cargo), MaxText, "bytes"}, {"payment", len(v.Payment), MaxText, "bytes"},
	} {
		if n.got > n.max {
			add(n.field, "", fmt.Errorf("%w: %d %s, at the most %d", ErrTooMany, n.got, n.what, n.max))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	ship := func(field string, q *screening.Query) {
		if q.Kind != lists.Unknown && q.Kind != lists.Vessel {
			add(field+".kind", q.Kind.String(), fmt.Errorf("%w: it is a ship", ErrKind))
		}
	}
	ship("ship", &v.Ship.Query)
	for i := range v.Met {
		ship(fmt.Sprintf("met[%d]", i), &v.Met[i].Query)
	}
	for i := range v.Parties {
		p := &v.Parties[i]
		field := fmt.Sprintf("parties[%d]", i)
		r, err := ParseRole(string(p.Role))
		switch {
		case p.Role == "":
			add(field+".role", "", fmt.Errorf("%w: it has none", ErrRole))
		case err != nil:
			add(field+".role", string(p.Role), ErrRole)
		case r == Ship || r == OwnershipParty:
			add(field+".role", string(p.Role), fmt.Errorf("%w: the ship stands in the field ship, who is behind the owner in structure", ErrRole))
		case r.ofShips():
			ship(field, &p.Query)
		case p.Kind > lists.Aircraft:
			add(field+".kind", p.Kind.String(), ErrKind)
		}
	}
	if len(errs) == 0 && v.empty() {
		return ErrEmpty
	}
	return errors.Join(errs...)
}

// empty reports whether v holds nothing to look for.
func (v *Voyage) empty() bool {
	return blank(&v.Ship.Query) && len(v.Met) == 0 && len(v.Parties) == 0 && len(v.Ports) == 0 && len(v.Countries) == 0 && len(v.Flag) == 0 &&
		len(v.Ship.Flags) == 0 && v.Cargo == "" && v.Payment == "" && (v.Structure == nil || len(v.Structure.Parties) == 0)
}
