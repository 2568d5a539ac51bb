package matcher

import (
	"encoding/json"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Alignment says how alike two names are, and which token met which. It is a
// plain value: no part of it is shared or changes later.
type Alignment struct {
	Score Score
	Query int8       // which name of the query was read: -1 the whole text, else an index of its Also
	List  int8       // the same for the listed name
	Notes Note       // what else was seen
	Flags names.Flag // of both names: deceptive letters and the like

	pairs [maxPairs]Pair
	n     uint8
}

// maxPairs bounds the pairs of an Alignment; names with more tokens than this
// on one side are compared by their first tokens.
const maxPairs = 28

// Pairs returns the pairs in the order of the query's tokens, and after them
// the listed name's tokens that met nothing.
func (a *Alignment) Pairs() []Pair { return append([]Pair(nil), a.pairs[:a.n]...) }

// Pair is a run of the query's tokens that met a run of the listed name's
// tokens. One of the runs is empty where a token met nothing.
type Pair struct {
	Query  Run
	Listed Run
	Method Method
	Score  Score // likeness of the two runs
	Weight Score // what the pair counts for: a rare word of the name proper 1000, a prefix or a legal form far less
}

// Run is the tokens From, From+1 ... To-1 of a name.
type Run struct{ From, To uint8 }

// Len returns the number of tokens.
func (r Run) Len() int { return int(r.To) - int(r.From) }

// Method says in what way two runs of tokens met.
type Method uint8

// The methods, from the surest to none.
const (
	Same        Method = iota // the same letters, or the same number
	Variant                   // the same name in another spelling or romanisation
	Joined                    // the same letters, divided into words in another way
	Equivalent                // the same name or word in another language, a nickname, an abbreviation
	Misspelled                // within the edits that names of this length bear
	InitialOnly               // an initial and a name that begins with it
	CutOff                    // the listed word goes on where the query's ends
	Faint                     // a few letters alike, too few for a slip: little better than nothing
	Missing                   // a token of the listed name that the query does not have
	Extra                     // a token of the query that the listed name does not have
)

var methodNames = [...]string{"same", "variant", "joined", "equivalent", "misspelled", "initial", "cut off", "faint", "missing", "extra"}

// String returns the method in one or two words.
func (m Method) String() string {
	if int(m) < len(methodNames) {
		return methodNames[m]
	}
	return "method out of range"
}

// MarshalText writes the words of String.
func (m Method) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Note marks what lowered or limited a score beyond its pairs.
type Note uint8

// The notes.
const (
	Reordered     Note = 1 << iota // the tokens stand in another order
	NumbersDiffer                  // both names bear numbers, and not the same
	NothingOwn                     // only words that many names share agree
	Contradicting                  // both names have words of weight that the other lacks
	CutShort                       // one name is the other, cut at a length at which AIS or registers cut
	OneSlip                        // taken in one piece the names differ by one edit, or in blanks only
	LessKnown                      // vowels were not written on one side
)

var noteNames = [...]string{"other order", "numbers differ", "only common words agree", "other words contradict", "cut short", "one slip over all", "vowels not written"}

// Words returns the notes in words, in a fixed order.
func (n Note) Words() []string {
	var out []string
	for i, s := range noteNames {
		if n&(1<<i) != 0 {
			out = append(out, s)
		}
	}
	return out
}

// MarshalJSON writes score, notes, flags and pairs.
func (a Alignment) MarshalJSON() ([]byte, error) {
	type pair struct {
		Query  [2]uint8 `json:"query"`
		Listed [2]uint8 `json:"listed"`
		Method Method   `json:"method"`
		Score  Score    `json:"score"`
		Weight Score    `json:"weight"`
	}
	out := struct {
		Score Score    `json:"score"`
		Notes []string `json:"notes,omitempty"`
		Flags []string `json:"flags,omitempty"`
		Pairs []pair   `json:"pairs"`
	}{Score: a.Score, Notes: a.Notes.Words(), Flags: a.Flags.Words(), Pairs: []pair{}}
	for _, p := range a.pairs[:a.n] {
		out.Pairs = append(out.Pairs, pair{[2]uint8{p.Query.From, p.Query.To}, [2]uint8{p.Listed.From, p.Listed.To}, p.Method, p.Score, p.Weight})
	}
	return json.Marshal(out)
}

// Names returns the name of the query and the listed name that the pairs speak
// of: q and l themselves, or one of their Also.
func (a *Alignment) Names(q, l names.Name) (names.Name, names.Name) {
	if a.Query >= 0 && int(a.Query) < len(q.Also) {
		q = q.Also[a.Query]
	}
	if a.List >= 0 && int(a.List) < len(l.Also) {
		l = l.Also[a.List]
	}
	return q, l
}

// Text returns the tokens of a run as printed, with a blank between words that
// are printed apart.
func (r Run) Text(n names.Name) string {
	var b strings.Builder
	end := -1
	for i := int(r.From); i < int(r.To) && i < len(n.Tokens); i++ {
		t := &n.Tokens[i]
		if t.Start < 0 || t.End > len(n.Original) || t.Start > t.End {
			continue
		}
		if end >= 0 && t.Start != end {
			b.WriteByte(' ')
		}
		b.WriteString(n.Original[t.Start:t.End])
		end = t.End
	}
	return b.String()
}
