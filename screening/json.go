package screening

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// This file is the JSON form of a Result, for programs. The package
// documentation describes it. Fields are added and never renamed; a change of
// meaning raises jsonForm.

// jsonForm is the number of the form that MarshalJSON writes.
const jsonForm = 1

// MarshalJSON writes the result in the form that the package documentation
// describes: what was asked, the hits with their reasons, what could not be
// used, against which lists and by which policy. A stored Result can be read
// without the lists it came from.
func (r Result) MarshalJSON() ([]byte, error) {
	out := struct {
		Form     int            `json:"form"`
		Query    Query          `json:"query"`
		Hits     []Hit          `json:"hits"`
		More     int            `json:"more"`
		Warnings []jsonWarning  `json:"warnings"`
		Hints    []Hint         `json:"hints"`
		Sources  []lists.Source `json:"sources"`
		Policy   *Policy        `json:"policy"`
	}{jsonForm, r.Query, r.Hits, r.More, []jsonWarning{}, r.Hints, r.Sources, r.Policy}
	if out.Hints == nil {
		out.Hints = []Hint{}
	}
	if out.Hits == nil {
		out.Hits = []Hit{}
	}
	if out.Sources == nil {
		out.Sources = []lists.Source{}
	}
	for _, w := range r.Warnings {
		out.Warnings = append(out.Warnings, warningOf(w))
	}
	return marshal(out)
}

// jsonWarning is a part of a query that could not be used.
type jsonWarning struct {
	Field string `json:"field,omitempty"`
	Value string `json:"value,omitempty"`
	Error string `json:"error"`
}

func warningOf(err error) jsonWarning {
	var qe *QueryError
	if errors.As(err, &qe) {
		return jsonWarning{qe.Field, qe.Value, qe.Err.Error()}
	}
	return jsonWarning{Error: err.Error()}
}

// MarshalJSON writes the hit with the whole entity, as its list prints it, and
// its source, so that it can be stored alone.
func (h Hit) MarshalJSON() ([]byte, error) {
	out := struct {
		Level  Level         `json:"level"`
		Score  matcher.Score `json:"score"`
		Name   *lists.Name   `json:"name"` // null: no name met
		Steps  []Step        `json:"steps"`
		Entity *lists.Entity `json:"entity"`
		Source *lists.Source `json:"source"`
		Also   []jsonLinked  `json:"also,omitempty"`
	}{h.Level, h.Score, nil, h.Steps, h.Entity, h.Source, nil}
	for _, l := range h.Also {
		out.Also = append(out.Also, jsonLinked{l.Source.Name, l.Entity.ID, l.Because})
	}
	if h.Entity != nil && h.Name >= 0 && h.Name < len(h.Entity.Names) {
		out.Name = &h.Entity.Names[h.Name]
	}
	if out.Steps == nil {
		out.Steps = []Step{}
	}
	return marshal(out)
}

// MarshalJSON writes the step, with the words of both names where it compares
// names.
func (st Step) MarshalJSON() ([]byte, error) {
	out := struct {
		Rule   Rule          `json:"rule"`
		Says   string        `json:"says"`
		Effect matcher.Score `json:"effect"`
		Base   bool          `json:"base"`
		Query  string        `json:"query,omitempty"`
		Listed string        `json:"listed,omitempty"`
		Note   string        `json:"note,omitempty"`
		Names  *jsonNames    `json:"names,omitempty"`
	}{Rule: st.Rule, Says: st.Rule.Sentence(), Effect: st.Effect, Base: st.Base, Query: st.Query, Listed: st.Listed, Note: st.Note}
	if a := st.Align; a != nil {
		out.Names = &jsonNames{Score: a.Score, Notes: a.Notes.Words(), Flags: a.Flags.Words(), Pairs: []jsonPair{}}
		for _, p := range a.Pairs() {
			out.Names.Pairs = append(out.Names.Pairs, jsonPair{p.Method, p.Score, p.Weight, wordsOf(p.Query, st.asked), wordsOf(p.Listed, st.listed)})
		}
	}
	return marshal(out)
}

// jsonNames says how two names met.
type jsonNames struct {
	Score matcher.Score `json:"score"`
	Notes []string      `json:"notes,omitempty"`
	Flags []string      `json:"flags,omitempty"`
	Pairs []jsonPair    `json:"pairs"`
}

// jsonPair is the words of one name that met words of the other.
type jsonPair struct {
	Method matcher.Method `json:"method"`
	Score  matcher.Score  `json:"score"`
	Weight matcher.Score  `json:"weight"`
	Query  []jsonWord     `json:"query"`
	Listed []jsonWord     `json:"listed"`
}

// jsonWord is a word with its place in the text that the step gives.
type jsonWord struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// wordsOf returns the words of a run, those that share a place once.
func wordsOf(r matcher.Run, n names.Name) []jsonWord {
	out := []jsonWord{}
	for i := int(r.From); i < int(r.To) && i < len(n.Tokens); i++ {
		t := &n.Tokens[i]
		if t.Start < 0 || t.End > len(n.Original) || t.Start > t.End {
			continue
		}
		w := jsonWord{n.Original[t.Start:t.End], t.Start, t.End}
		if len(out) == 0 || out[len(out)-1] != w {
			out = append(out, w)
		}
	}
	return out
}

// marshal leaves <, > and & as they are: an Encoder that was told to escape
// them does so afterwards.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// jsonLinked is the same party on another list.
type jsonLinked struct {
	List    string          `json:"list"`
	ID      string          `json:"id"`
	Because []lists.Because `json:"because"`
}
