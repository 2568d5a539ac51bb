package lists

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// Report says in numbers what a List holds: what to look at before a new edition
// is trusted. All of it is counted from the List and nothing else; the same List
// gives the same Report. It marshals to JSON and back without loss, so that it can
// be kept and compared with the next edition's ([Report.Compare]).
type Report struct {
	Source      Source            `json:"source"`
	Entities    int               `json:"entities"`
	Kinds       []Tally           `json:"kinds"`       // entities by kind, all kinds, in the order of Kind
	Names       []Tally           `json:"names"`       // names by type, all types, in the order of NameType
	Identifiers []IdentifierTally `json:"identifiers"` // by type, the most frequent first
	Fields      []Tally           `json:"fields"`      // entities in which a field is filled: all fields, in the order of Entity
	Programmes  []Tally           `json:"programmes"`  // measures by authority and programme, the most frequent first
	Measures    []Tally           `json:"measures"`    // measures by kind, the most frequent first; one of several kinds counts for each
	Relations   RelationTally     `json:"relations"`
	Remarks     RemarkTally       `json:"remarks"`
	Problems    []ProblemTally    `json:"problems"` // by reason, the most frequent first
}

// Tally is a number of things of one name.
type Tally struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// IdentifierTally are the identifiers of one type. Those that Canonical refuses
// are Count - Valid; types whose form nobody checks are refused only where they
// hold no letter and no digit.
type IdentifierTally struct {
	Type  IDType `json:"type"`
	Count int    `json:"count"`
	Valid int    `json:"valid"`
}

// RelationTally counts relations by whether the other party was found in the
// List: one entity, several, or none.
type RelationTally struct {
	Resolved   int `json:"resolved"`
	Ambiguous  int `json:"ambiguous"`
	Unresolved int `json:"unresolved"`
}

// RemarkTally counts remarks: those with a key, in all and by key, the most
// frequent first, and free text.
type RemarkTally struct {
	Keyed int     `json:"keyed"`
	Free  int     `json:"free"`
	Keys  []Tally `json:"keys"`
}

// ProblemTally are the Problems of one reason. Reason is the innermost error that
// the Problem wraps, without what was said about the single case.
type ProblemTally struct {
	Reason  string   `json:"reason"`
	Count   int      `json:"count"`
	Dropped int      `json:"dropped"` // of them, whose value stands nowhere in the List
	First   Position `json:"first"`   // of the first of them, in the order of List.Problems
}

// Report counts what l holds. It takes time linear in the size of l, and memory
// linear in the number of different programmes, keys and reasons.
func (l *List) Report() *Report {
	r := &Report{Source: l.Source, Entities: len(l.Entities)}
	c := l.Count()
	r.Kinds = []Tally{{Vessel.String(), c.Vessels}, {Person.String(), c.Persons}, {Organization.String(), c.Organizations},
		{Aircraft.String(), c.Aircraft}, {Unknown.String(), c.Unknown}}
	for t := range nameTypeNames {
		r.Names = append(r.Names, Tally{nameTypeNames[t], 0})
	}
	for _, f := range entityFields {
		r.Fields = append(r.Fields, Tally{f.name, 0})
	}
	ids := map[IDType]*IdentifierTally{}
	programmes, measures, keys := counter{}, counter{}, counter{}
	for i := range l.Entities {
		e := &l.Entities[i]
		for j := range e.Names {
			if t := int(e.Names[j].Type); t < len(r.Names) {
				r.Names[t].Count++
			}
		}
		for j := range e.Identifiers {
			id := &e.Identifiers[j]
			t := ids[id.Type]
			if t == nil {
				t = &IdentifierTally{Type: id.Type}
				ids[id.Type] = t
			}
			t.Count++
			if _, err := id.Canonical(); err == nil {
				t.Valid++
			}
		}
		for j, f := range entityFields {
			if f.filled(e) {
				r.Fields[j].Count++
			}
		}
		for j := range e.Measures {
			m := &e.Measures[j]
			programmes[strings.TrimSpace(m.Authority+" "+m.Programme)]++
			for _, k := range m.Kinds {
				measures[string(k)]++
			}
			if len(m.Kinds) == 0 {
				measures["not stated"]++
			}
		}
		for j := range e.Relations {
			switch len(e.Relations[j].IDs) {
			case 0:
				r.Relations.Unresolved++
			case 1:
				r.Relations.Resolved++
			default:
				r.Relations.Ambiguous++
			}
		}
		for j := range e.Remarks {
			if k := e.Remarks[j].Key; k != "" {
				keys[k]++
				r.Remarks.Keyed++
			} else {
				r.Remarks.Free++
			}
		}
	}
	r.Identifiers = make([]IdentifierTally, 0, len(ids))
	for _, t := range ids {
		r.Identifiers = append(r.Identifiers, *t)
	}
	slices.SortFunc(r.Identifiers, func(a, b IdentifierTally) int {
		return cmp.Or(b.Count-a.Count, strings.Compare(string(a.Type), string(b.Type)))
	})
	r.Programmes, r.Measures, r.Remarks.Keys = programmes.sorted(), measures.sorted(), keys.sorted()
	r.Problems = problemTallies(l.Problems)
	return r
}

// counter counts by name.
type counter map[string]int

// sorted returns the counts, the highest first, and by name where they are equal.
func (c counter) sorted() []Tally {
	out := make([]Tally, 0, len(c))
	for name, n := range c {
		out = append(out, Tally{name, n})
	}
	slices.SortFunc(out, func(a, b Tally) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	return out
}

func problemTallies(ps []*Problem) []ProblemTally {
	out := []ProblemTally{}
	at := map[string]int{}
	for _, p := range ps {
		if p == nil {
			continue
		}
		why := reasonClass(p.Err)
		n, ok := at[why]
		if !ok {
			n = len(out)
			at[why] = n
			out = append(out, ProblemTally{Reason: why, First: p.Pos})
		}
		out[n].Count++
		if p.Dropped {
			out[n].Dropped++
		}
	}
	slices.SortStableFunc(out, func(a, b ProblemTally) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Reason, b.Reason)) })
	return out
}

// reasonClass returns the words that the Problems of one sort have in common: those
// of the innermost error, the first where an error wraps several. What an error
// that wraps nothing says of its case, behind a colon, a bracket or a quote, is
// cut off.
func reasonClass(err error) string {
	if err == nil {
		return (&Problem{}).reason()
	}
	const deep = 32
	for range deep {
		inner := errors.Unwrap(err)
		if several, ok := err.(interface{ Unwrap() []error }); ok {
			if all := several.Unwrap(); len(all) > 0 {
				inner = all[0]
			}
		}
		if inner == nil {
			break
		}
		err = inner
	}
	text := err.Error()
	if i := strings.IndexAny(text, ":(\""); i > 0 {
		text = text[:i]
	}
	return clip(strings.TrimSpace(text))
}
