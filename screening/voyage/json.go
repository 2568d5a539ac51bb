package voyage

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/ownership"
)

// jsonForm is the number of the form that MarshalJSON writes. Fields are added and
// never renamed; a change of meaning raises it.
const jsonForm = 1

// MarshalJSON writes the result for programs and for the file. Parties carry their
// own results in the form of screening.Result, so that a stored Result can be read
// without the lists; everything else names entries by list and number.
func (r Result) MarshalJSON() ([]byte, error) {
	out := struct {
		Form        int                 `json:"form"`
		Voyage      Voyage              `json:"voyage"`
		Level       Level               `json:"level"`
		Reasons     []Reason            `json:"reasons"`
		Roles       []RoleFinding       `json:"roles"`
		Findings    []jsonFinding       `json:"findings"`
		Mentions    []jsonMention       `json:"mentions"`
		Places      []PlaceFinding      `json:"places"`
		Connections []jsonConnection    `json:"connections"`
		Ownership   []jsonVerdict       `json:"ownership,omitempty"`
		Measures    []AuthorityMeasures `json:"measures"`
		Missing     []Missing           `json:"missing"`
		Warnings    []jsonWarning       `json:"warnings"`
		Unsearched  int                 `json:"unsearched"`
		Sources     []lists.Source      `json:"sources"`
		Policy      screening.Policy    `json:"policy"`
	}{jsonForm, r.Voyage, r.Level, r.Reasons, r.Roles, []jsonFinding{}, []jsonMention{}, r.Places, []jsonConnection{}, nil,
		r.Measures, r.Missing, []jsonWarning{}, r.Unsearched, r.Sources, r.Policy}
	if out.Reasons == nil {
		out.Reasons = []Reason{}
	}
	if out.Roles == nil {
		out.Roles = []RoleFinding{}
	}
	if out.Places == nil {
		out.Places = []PlaceFinding{}
	}
	if out.Measures == nil {
		out.Measures = []AuthorityMeasures{}
	}
	if out.Missing == nil {
		out.Missing = []Missing{}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		out.Findings = append(out.Findings, jsonFinding{f.Roles, f.Fields, f.Name(), f.Level, words(f.Err), listed(f.Listed), f.Hints, f.Query, f.Result})
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		out.Mentions = append(out.Mentions, jsonMention{m.Field, m.Start, m.End, nameOf(&m.Query), m.Level, words(m.Err), m.Finding, listed(m.Listed), m.Hints})
	}
	for i := range r.Connections {
		c := &r.Connections[i]
		j := jsonConnection{Kind: c.Kind, A: endOf(c.A), B: endOf(c.B), Path: []jsonEdge{}, Text: c.Text, Raises: c.Raises, Says: c.Says}
		for k := range c.Path {
			e := &c.Path[k]
			by, of := e.Says()
			j.Path = append(j.Path, jsonEdge{entryID{by.List.Source.Name, by.Entity.ID}, entryID{of.List.Source.Name, of.Entity.ID}, e.Role, e.Label, e.Text})
		}
		out.Connections = append(out.Connections, j)
	}
	if r.Ownership != nil {
		out.Ownership = []jsonVerdict{}
		for i := range r.Ownership.Verdicts {
			v := &r.Ownership.Verdicts[i]
			out.Ownership = append(out.Ownership, jsonVerdict{v.Name, v.Finding, v.NoListing, v.Verdict})
		}
	}
	for _, w := range r.Warnings {
		j := jsonWarning{Error: w.Error()}
		var ie *InputError
		if errors.As(w, &ie) {
			j = jsonWarning{ie.Field, ie.Value, ie.Err.Error()}
		}
		out.Warnings = append(out.Warnings, j)
	}
	return marshal(out)
}

type jsonFinding struct {
	Roles  []Role            `json:"roles"`
	Fields []string          `json:"fields"`
	Name   string            `json:"name"`
	Level  Level             `json:"level"`
	Error  string            `json:"error,omitempty"` // why it could not be searched; then result is null
	Listed []jsonListed      `json:"listed"`
	Hints  []screening.Hint  `json:"hints,omitempty"` // where there is no result; else it holds them
	Query  screening.Query   `json:"query"`
	Result *screening.Result `json:"result"`
}

type jsonMention struct {
	Field   string       `json:"field"`
	Start   int          `json:"start"`
	End     int          `json:"end"`
	Text    string       `json:"text"`
	Level   Level        `json:"level"`
	Error   string       `json:"error,omitempty"`
	Finding int          `json:"finding"`
	Listed  []jsonListed `json:"listed"`

	Hints []screening.Hint `json:"hints,omitempty"`
}

type jsonListed struct {
	entryID
	Name  string        `json:"name"`
	Level Level         `json:"level"`
	Score matcher.Score `json:"score"`
	Tied  int           `json:"tied"` // in connections; -1 none
}

type entryID struct {
	List string `json:"list"`
	ID   string `json:"id"`
}

type jsonConnection struct {
	Kind   ConnectionKind `json:"kind"`
	A      jsonEnd        `json:"a"`
	B      jsonEnd        `json:"b"`
	Path   []jsonEdge     `json:"path"`
	Text   string         `json:"text,omitempty"`
	Raises bool           `json:"raises"`
	Says   string         `json:"says"`
}

type jsonEnd struct {
	Finding int      `json:"finding"`
	Entry   *entryID `json:"entry"` // null: the party is no entry
}

type jsonEdge struct {
	By    entryID            `json:"by"` // whose record says it
	Of    entryID            `json:"of"`
	Role  lists.RelationRole `json:"role"`
	Label string             `json:"label,omitempty"`
	Text  string             `json:"text,omitempty"`
}

type jsonVerdict struct {
	Name      string            `json:"name"`
	Finding   int               `json:"finding"`
	NoListing bool              `json:"no_listing"`
	Verdict   ownership.Verdict `json:"verdict"`
}

type jsonWarning struct {
	Field string `json:"field,omitempty"`
	Value string `json:"value,omitempty"`
	Error string `json:"error"`
}

func listed(ls []Listed) []jsonListed {
	out := []jsonListed{}
	for i := range ls {
		h := ls[i].Hit
		out = append(out, jsonListed{entryID{h.Source.Name, h.Entity.ID}, h.Entity.PrimaryName(), ls[i].Level, h.Score, ls[i].Tied})
	}
	return out
}

func endOf(e End) jsonEnd {
	if e.Hit == nil {
		return jsonEnd{e.Finding, nil}
	}
	return jsonEnd{e.Finding, &entryID{e.Hit.Source.Name, e.Hit.Entity.ID}}
}

func words(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// marshal leaves <, > and & as they are, as screening does for its own results.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
