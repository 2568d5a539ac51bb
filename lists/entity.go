package lists

import (
	"fmt"
	"slices"
	"strings"
)

// Kind says what sort of party an entity is. The zero value, Unknown, is a
// party whose list does not say; a query of kind Unknown asks for all kinds.
type Kind uint8

// The kinds of party that designation lists name.
const (
	Unknown Kind = iota
	Vessel
	Person
	Organization
	Aircraft
)

var kindNames = [...]string{"unknown", "vessel", "person", "organization", "aircraft"}

// String returns the lower-case English word for k.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", k)
}

// ParseKind reads the word that String prints, in any case, and the usual
// synonyms: "ship", "individual", "firm", "company", "entity", "organisation".
// The empty string is Unknown.
func ParseKind(s string) (Kind, error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "unknown", "any":
		return Unknown, nil
	case "vessel", "ship":
		return Vessel, nil
	case "person", "individual":
		return Person, nil
	case "organization", "organisation", "firm", "company", "entity", "enterprise":
		return Organization, nil
	case "aircraft":
		return Aircraft, nil
	}
	return Unknown, fmt.Errorf("lists: no kind of party is called %q (vessel, person, organization, aircraft)", s)
}

// MarshalText writes the word of String.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what ParseKind reads.
func (k *Kind) UnmarshalText(b []byte) error {
	v, err := ParseKind(string(b))
	*k = v
	return err
}

// Entity is one designated party, as one list describes it. Nothing in it is
// decided or corrected: every text stands as the publisher printed it, and what
// no field takes stands in Remarks. Empty fields mean that the list is silent.
// An Entity is read-only once its parser has returned it, and then safe for any
// number of goroutines. Entities of a List may share slices that are equal: those
// under one programme have one slice of Measures.
type Entity struct {
	ID          string           `json:"id"` // the list's own, stable identifier; unique within a List
	Kind        Kind             `json:"kind"`
	Names       []Name           `json:"names"`
	Identifiers []Identifier     `json:"identifiers,omitempty"`
	Flags       []Country        `json:"flags,omitempty"`     // roles Flag, FormerFlag, OtherFlag
	Countries   []Country        `json:"countries,omitempty"` // nationality, citizenship, registration ...
	Dates       []Date           `json:"dates,omitempty"`     // birth, build, incorporation ...; several are alternatives of one another
	Places      []Place          `json:"places,omitempty"`
	Addresses   []Address        `json:"addresses,omitempty"`
	Contacts    []Contact        `json:"contacts,omitempty"`
	Gender      Gender           `json:"gender,omitempty"`
	Titles      []string         `json:"titles,omitempty"` // office, position or rank, as printed
	Vessel      *VesselDetails   `json:"vessel,omitempty"`
	Aircraft    *AircraftDetails `json:"aircraft,omitempty"`
	Measures    []Measure        `json:"measures,omitempty"`
	Relations   []Relation       `json:"relations,omitempty"`
	References  []Reference      `json:"references,omitempty"` // the same party on another list, as far as this list says so
	Remarks     []Remark         `json:"remarks,omitempty"`
	Pos         Position         `json:"pos"` // where the entity's own record begins
}

// PrimaryName returns the entity's first primary name, else its first name,
// else the empty string.
func (e *Entity) PrimaryName() string {
	for i := range e.Names {
		if e.Names[i].Type == Primary {
			return e.Names[i].Text
		}
	}
	if len(e.Names) > 0 {
		return e.Names[0].Text
	}
	return ""
}

// Programmes returns the distinct programmes of the entity's measures, in the
// order of the list.
func (e *Entity) Programmes() []string {
	var out []string
	for i := range e.Measures {
		if p := e.Measures[i].Programme; p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// Gender is what a list says of a person's gender. Lists know these two words;
// the empty string is a list's silence.
type Gender string

// The genders that lists print.
const (
	Male   Gender = "male"
	Female Gender = "female"
)

// VesselDetails are a ship's particulars, as printed. Numbers keep the list's
// spelling in their Text; GT, GRT and deadweight are different measures and
// never compared with one another.
type VesselDetails struct {
	Type         string   `json:"type,omitempty"` // e.g. "Crude Oil Tanker"
	OtherTypes   []string `json:"other_types,omitempty"`
	Deadweight   Quantity `json:"deadweight,omitzero"`    // metric tons
	GrossTonnage Quantity `json:"gross_tonnage,omitzero"` // GT or, in older records, GRT: dimensionless
	NetTonnage   Quantity `json:"net_tonnage,omitzero"`
	Tonnage      Quantity `json:"tonnage,omitzero"` // a tonnage of which the list does not say which; OFAC's is deadweight for most ships
	Length       Quantity `json:"length,omitzero"`  // metres, where the list does not print another unit in Text
	Beam         Quantity `json:"beam,omitzero"`
	Builder      string   `json:"builder,omitempty"`
	Owner        string   `json:"owner,omitempty"`
	FormerOwners string   `json:"former_owners,omitempty"`
	Operator     string   `json:"operator,omitempty"`
	Manager      string   `json:"manager,omitempty"`
	Class        string   `json:"class,omitempty"`     // classification society
	Insurer      string   `json:"insurer,omitempty"`   // P&I club
	HomePort     string   `json:"home_port,omitempty"` // port of registry
}

// AircraftDetails are an aircraft's particulars, as printed.
type AircraftDetails struct {
	Model     string   `json:"model,omitempty"`
	Operators []string `json:"operators,omitempty"`
}

// Quantity is a number as a list prints it ("35,155") and as it reads. Value is
// zero where the text holds no number; a list's "0" means that it does not know.
type Quantity struct {
	Text  string `json:"text,omitempty"`
	Value int64  `json:"value,omitempty"`
}

// ParseQuantity reads the leading number of s, with blanks, commas or
// apostrophes between groups of thousands and an optional fraction, which is
// dropped. It never fails: a text without a number at its beginning has the value
// zero, and so has a number above 2^52, which measures no ship.
func ParseQuantity(s string) Quantity {
	q := Quantity{Text: strings.TrimSpace(s)}
	const most = 1 << 52
	for i := 0; i < len(q.Text); i++ {
		c := q.Text[i]
		switch {
		case c >= '0' && c <= '9':
			if q.Value = q.Value*10 + int64(c-'0'); q.Value > most {
				q.Value = 0
				return q
			}
		case (c == ',' || c == ' ' || c == '\'') && groupFollows(q.Text[i+1:]):
		default:
			return q
		}
	}
	return q
}

// groupFollows reports whether s begins with exactly three digits.
func groupFollows(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}
