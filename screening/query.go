package screening

import (
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Query is one party to screen: what is known of it, and nothing else. A name or
// an identifier is needed; all other fields only support or weaken a hit, and
// what is absent is neutral. The order within a field changes nothing.
type Query struct {
	Ref         string             `json:"ref,omitempty"` // the caller's own reference, handed back
	Kind        lists.Kind         `json:"kind"`          // Unknown asks for all kinds
	Names       []string           `json:"names,omitempty"`
	Identifiers []lists.Identifier `json:"identifiers,omitempty"`
	Flags       []string           `json:"flags,omitempty"`     // of a ship: a name or an ISO 3166-1 code
	Countries   []string           `json:"countries,omitempty"` // nationality or registration: likewise
	Dates       []lists.Date       `json:"dates,omitempty"`     // of birth, build, establishment; without a role: of birth for a person, of build for a vessel
	Places      []string           `json:"places,omitempty"`    // of birth
	Addresses   []string           `json:"addresses,omitempty"` // in one piece, the state last
	Gender      lists.Gender       `json:"gender,omitempty"`
	VesselType  string             `json:"vessel_type,omitempty"`
	Owners      []string           `json:"owners,omitempty"` // of a ship: owners, managers; of a person: employers

	Deadweight   int64 `json:"deadweight,omitempty"`    // of a ship, in metric tons; 0 unknown
	GrossTonnage int64 `json:"gross_tonnage,omitempty"` // of a ship; 0 unknown
	Length       int64 `json:"length,omitempty"`        // of a ship over all, in metres; 0 unknown

	Near int `json:"near,omitempty"` // parties below the threshold to tell of in Result.Hints, the nearest first: 0 none, 50 at the most
}

// Result is the answer to a Query. A Result without Hits means that the search
// took place and found nothing at the threshold, in these Sources: it never
// means that the party is clear.
type Result struct {
	Query    Query
	Hits     []Hit          // by Level, Score, type of the name met, Source.Name, Entity.ID
	More     int            // hits beyond Policy.MaxHits
	Sources  []lists.Source // shared with the Screener: read-only
	Policy   *Policy        // shared with the Screener: read-only
	Warnings []error        // parts of the query that could not be used, and why; those that wrap ErrInconsistent tell of parts that do not fit together
	Hints    []Hint         // what is no hit and should be seen: by kind, and within a kind the likeliest first
}

// Level says how much a hit rests on, in words.
type Level uint8

// The levels. A name alone, however alike, is never Strong.
const (
	// Near is below the threshold.
	Near Level = iota
	// Probable is at the threshold or above, on a name or a number that is assigned anew.
	Probable
	// Strong rests on an identifier that is the party's own, or on a name and
	// independent evidence: the day of birth, a call sign, an MMSI.
	Strong
)

var levelNames = [...]string{"near", "probable", "strong"}

// String returns the level's word.
func (l Level) String() string {
	if int(l) < len(levelNames) {
		return levelNames[l]
	}
	return "level out of range"
}

// MarshalText writes the level's word.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Hit is one listed party that a query may be, with the reasons.
type Hit struct {
	Entity *lists.Entity
	Source *lists.Source
	Score  matcher.Score
	Level  Level
	Name   int            // index in Entity.Names of the name that met the query best; -1 none
	Steps  []Step         // what the Score is made of: it is their sum, held to 0..1000
	Also   []lists.Linked // the same party on the other lists that are screened against, with the number that says so

	relations *relations // of the Screener, for Related
}

// Step is one piece of evidence and what it did to the score.
type Step struct {
	Rule   Rule
	Effect matcher.Score
	Base   bool   // the score starts from this one; a Hit has exactly one
	Query  string // as given
	Listed string // as printed
	Note   string
	Align  *matcher.Alignment // of a name

	asked, listed names.Name // what Align speaks of
}

// ErrUnsearchable is wrapped by the error of Screen for a query that holds
// nothing to look for: no name with a letter or a digit, and no identifier that
// can be one. It is an outcome of its own: such a query was not searched.
var ErrUnsearchable = errors.New("nothing to search for")

// A QueryError says which part of a query could not be used, and why.
type QueryError struct {
	Field string // "names[0]", "identifiers[1]"
	Value string
	Err   error
}

// Error returns field, value and reason.
func (e *QueryError) Error() string { return e.Field + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *QueryError) Unwrap() error { return e.Err }
