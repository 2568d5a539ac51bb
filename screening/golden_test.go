package screening_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// asksAll are queries of which the goldens hold the answers.
var asksAll = []struct {
	name   string
	query  screening.Query
	reason string
}{
	{"master", screening.Query{
		Ref: "crew 1", Kind: lists.Person, Names: []string{"Capt. Ali Danaei-Kenarsari"},
		Identifiers: []lists.Identifier{{Type: lists.Passport, Value: "K41818536", Country: "IR"}},
		Countries:   []string{"Iran"}, Places: []string{"Shemiran"}, Gender: lists.Male,
		Dates: []lists.Date{{Role: lists.Birth, From: lists.Day{Year: 1977, Month: 5, Day: 19}, Text: "19 May 1977"}},
	}, "all that a crew list says"},
	{"ship", screening.Query{
		Kind: lists.Vessel, Names: []string{"Iran Fazl"}, Identifiers: []lists.Identifier{{Type: lists.MMSI, Value: "422303000"}, {Type: lists.IMOShip, Value: "9283745"}},
		Flags: []string{"Iran", "Atlantis"}, VesselType: "tug", Owners: []string{"NITC", "National Iranian Tanker Co"},
	}, "a misspelled former name, a void number, a flag nobody knows, another type"},
	{"number", screening.Query{Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "5878589"}}}, "a company's number given as a ship's"},
	{"persian", screening.Query{Names: []string{"علی دانایی کنارسری"}}, "another script: the places are bytes"},
	{"none", screening.Query{Kind: lists.Vessel, Names: []string{"GP-22"}}, "no hit"},
}

// TestGoldenJSON holds the JSON form, byte for byte.
func TestGoldenJSON(t *testing.T) {
	p := screening.DefaultPolicy()
	p.MaxHits = 1
	s := newScreener(t, p, excerptList(t))
	for _, tt := range asksAll {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetIndent("", " ")
		enc.SetEscapeHTML(false)
		if err := enc.Encode(screen(t, s, tt.query)); err != nil {
			t.Errorf("%v: %s", err, tt.reason)
			continue
		}
		golden(t, tt.name+".json", tt.reason, b.Bytes())
	}
}

// TestGoldenExplain holds the text for people.
func TestGoldenExplain(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	var b bytes.Buffer
	for _, tt := range asksAll {
		b.WriteString("# " + tt.reason + "\n")
		for _, h := range screen(t, s, tt.query).Hits {
			b.WriteString("\n")
			if err := h.Explain(&b); err != nil {
				t.Error(err)
			}
		}
		b.WriteString("\n")
	}
	golden(t, "explain.txt", "the text for people", b.Bytes())
}

func golden(t *testing.T, name, reason string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("differs from %s (%s; -update writes it anew):\n%s", name, reason, got)
	}
}

// TestJSONForm holds what the package documentation promises of the form beyond
// its bytes.
func TestJSONForm(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	type word struct {
		Text       string
		Start, End int
	}
	type hit struct {
		Level string
		Score int
		Name  *lists.Name
		Steps []struct {
			Rule, Says, Query, Listed string
			Effect                    int
			Base                      bool
			Names                     *struct {
				Pairs []struct{ Query, Listed []word }
			}
		}
		Entity lists.Entity
		Source lists.Source
	}
	for _, tt := range asksAll {
		r := screen(t, s, tt.query)
		var got struct {
			Form     int
			Query    screening.Query
			Hits     []hit
			Warnings []struct{ Field, Value, Error string }
			Sources  []lists.Source
			Policy   screening.Policy
		}
		if err := json.Unmarshal(toJSON(t, r), &got); err != nil {
			t.Errorf("%v: %s", err, tt.reason)
			continue
		}
		if got.Form != 1 || len(got.Hits) != len(r.Hits) || len(got.Warnings) != len(r.Warnings) || len(got.Sources) != 1 {
			t.Errorf("form %d, %d hits, %d warnings, %d sources: %s", got.Form, len(got.Hits), len(got.Warnings), len(got.Sources), tt.reason)
			continue
		}
		if !bytes.Equal(toJSON(t, got.Query), toJSON(t, tt.query)) || !bytes.Equal(toJSON(t, got.Policy), toJSON(t, s.Policy())) {
			t.Errorf("query or policy cannot be read back: %s", tt.reason)
		}
		for i, h := range got.Hits {
			if want := toJSON(t, r.Hits[i].Entity); !bytes.Equal(toJSON(t, h.Entity), want) {
				t.Errorf("the entity does not stand whole: %s", tt.reason)
			}
			if (h.Name != nil) != (r.Hits[i].Name >= 0) {
				t.Errorf("name %v: %s", h.Name, tt.reason)
			}
			sum := 0
			for _, st := range h.Steps {
				sum += st.Effect
				if st.Names == nil {
					continue
				}
				for _, p := range st.Names.Pairs {
					for _, side := range [...]struct {
						words []word
						text  string
					}{{p.Query, st.Query}, {p.Listed, st.Listed}} {
						for _, w := range side.words {
							if w.Text == "" || side.text[w.Start:w.End] != w.Text {
								t.Errorf("%q is not at %d to %d of %q: %s", w.Text, w.Start, w.End, side.text, tt.reason)
							}
						}
					}
				}
			}
			if max(0, min(1000, sum)) != h.Score {
				t.Errorf("the steps add up to %d, the score is %d: %s", sum, h.Score, tt.reason)
			}
		}
	}
	if b := toJSON(t, screening.Result{}); !strings.Contains(string(b), `"hits":[]`) || !strings.Contains(string(b), `"warnings":[]`) {
		t.Errorf("the zero Result is %s", b)
	}
	if b := toJSON(t, screening.Hit{}); !strings.Contains(string(b), `"steps":[]`) {
		t.Errorf("the zero Hit is %s", b)
	}
	r := screening.Result{Warnings: []error{errors.New("odd <&>")}}
	if b, err := r.MarshalJSON(); err != nil || !strings.Contains(string(b), `{"error":"odd <&>"}`) {
		t.Errorf("%v: %s", err, b)
	}
}

// failing fails after n bytes.
type failing int

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if *f -= failing(len(p)); *f < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestExplainErrors(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	h := screen(t, s, vessel("FORTUNE")).Hits[0]
	var b bytes.Buffer
	if err := h.Explain(&b); err != nil {
		t.Fatal(err)
	}
	for _, n := range [...]int{0, 10, 200, b.Len() - 1} {
		w := failing(n)
		if err := h.Explain(&w); !errors.Is(err, errFull) {
			t.Errorf("after %d of %d bytes: %v", n, b.Len(), err)
		}
	}
	if err := h.Explain(io.Discard); err != nil {
		t.Error(err)
	}
}

// TestExplainHostile holds that no text of a query or a list reaches a terminal
// raw.
func TestExplainHostile(t *testing.T) {
	e := ownShip()
	evil := "QUIET\x1b[2J HARBOUR\u202e\r\nSTRONG  1.000" + strings.Repeat(" x", 4000)
	e.Names[0].Text, e.Vessel.Type, e.ID = evil, evil, evil
	e.Identifiers[0].Value, e.Flags[0].Text = evil, evil
	e.Measures = []lists.Measure{{Authority: evil, Programme: evil, Basis: evil, Text: evil}}
	e.Relations = []lists.Relation{{Role: lists.LinkedTo, Text: evil}}
	s := newScreener(t, screening.DefaultPolicy(), &lists.List{Source: lists.Source{Name: evil}, Entities: []lists.Entity{*e}})
	h, err := s.Compare(vessel(evil), e)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := h.Explain(&b); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if strings.ContainsAny(line, "\x1b\r\u202e") || strings.HasPrefix(line, "STRONG") {
			t.Errorf("raw text: %q", line)
		}
	}
	if b.Len() > 20_000 {
		t.Errorf("%d bytes", b.Len())
	}
}
