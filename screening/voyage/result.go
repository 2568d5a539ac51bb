package voyage

import (
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// Result is the answer to a Voyage. It points into the lists and into the voyage
// and must not be written to; reading it is safe for any number of goroutines.
//
// A Result whose Level is Nothing means that what could be searched was searched
// and that nothing was found in these Sources. It never means that the voyage may
// be made: see Unsearched, Missing and Warnings.
type Result struct {
	Voyage Voyage
	Level  Level
	// Reasons are why the Level is what it is, and what else raises a question: the
	// surest first, then by role.
	Reasons     []Reason
	Findings    []Finding     // one a distinct party, by role, then in the order of the voyage
	Roles       []RoleFinding // one a role that was given, in the order of Roles
	Mentions    []Mention     // what the free texts name, in the order of the texts
	Places      []PlaceFinding
	Connections []Connection
	Ownership   *OwnershipFinding // nil where no structure was given
	Measures    []AuthorityMeasures
	Missing     []Missing // what was not given and is usually asked for: information, not an error
	Warnings    []error   // parts of the voyage that could not be used, or do not fit together; each an *InputError
	Unsearched  int       // findings and mentions with an Err
	Sources     []lists.Source
	Policy      screening.Policy
}

// Level says how sure it is that something touches the voyage. It speaks of
// identity, and of what a table says of a place; it is no legal judgement.
type Level uint8

// The levels.
const (
	// Nothing was found by what could be searched.
	Nothing Level = iota
	// Probable: a listed party may be a party of the voyage, or a measure may apply
	// to a place; someone has to look.
	Probable
	// Strong: a party of the voyage is, by screening's own levels or by a tie
	// between two of them, a listed one; an ownership test is met; or a measure on a
	// place applies on the date.
	Strong
)

var levelNames = [...]string{"nothing", "probable", "strong"}

// String returns the level's word.
func (l Level) String() string {
	if int(l) < len(levelNames) {
		return levelNames[l]
	}
	return "level out of range"
}

// MarshalText writes the level's word.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// levelOf is the level of a hit by itself.
func levelOf(l screening.Level) Level {
	switch l {
	case screening.Strong:
		return Strong
	case screening.Probable:
		return Probable
	}
	return Nothing
}

// Reason is one reason for the Level of a voyage. Of one party, or of one mention,
// at most three hits are told.
type Reason struct {
	Level   Level  `json:"level"`
	Field   string `json:"field"`             // the part of the voyage: "ship", "parties[2]", "ports[0]"
	Role    Role   `json:"role,omitempty"`    // of the party; empty for a place or a text
	Finding int    `json:"finding"`           // in Result.Findings; -1 none
	Listed  string `json:"listed,omitempty"`  // list and number of the entry
	Says    string `json:"says"`              // one sentence
	Through bool   `json:"through,omitempty"` // what is told is a tie or ownership, not the party's own listing
}

// String returns level, field and sentence in one line.
func (x Reason) String() string { return x.Level.String() + ": " + x.Field + ": " + x.Says }

// Finding is one distinct party, and what was found of it. A party given in several
// roles has one Finding.
type Finding struct {
	Roles  []Role            // in their order
	Fields []string          // where the voyage gives it: "ship", "parties[3]"
	Query  screening.Query   // as searched: see Screen
	Result *screening.Result // its own Result; nil where it could not be searched
	Err    error             // why it could not be searched; wraps screening.ErrUnsearchable
	Hints  []screening.Hint  // of a void number that could not be searched: listed ones that are one mistake away; no matches
	Level  Level
	// Listed are the hits that count, by Level and then in the order of Result. A
	// ship or an aircraft that bears the name of a person or a firm is left out; it
	// stands in Result.
	Listed []Listed
}

// Name returns the first name of the party, else its first number, else "".
func (f *Finding) Name() string { return nameOf(&f.Query) }

func nameOf(q *screening.Query) string {
	for _, n := range q.Names {
		if n != "" {
			return n
		}
	}
	for i := range q.Identifiers {
		if id := &q.Identifiers[i]; id.Value != "" {
			return string(id.Type) + " " + id.Value
		}
	}
	return ""
}

// Listed is a hit of a party, and how sure it is in this voyage.
type Listed struct {
	Hit   *screening.Hit
	Level Level // that of the hit, or Strong by a tie
	// Tied is the place in Result.Connections of the tie that raised the Level; -1
	// where the Level is the hit's own.
	Tied int
}

// RoleFinding is what was found of those who have one role.
type RoleFinding struct {
	Role     Role   `json:"role"`
	Findings []int  `json:"findings"` // in Result.Findings
	Level    Level  `json:"level"`    // the highest of them
	Because  string `json:"because"`  // of the finding that has it; for Nothing, what was searched or not
}

// Missing is something that was not given.
type Missing struct {
	What string `json:"what"` // a role, or a part of the voyage in words
	Why  string `json:"why"`  // why it is asked for
}

// String returns what and why.
func (m Missing) String() string { return m.What + ": " + m.Why }
