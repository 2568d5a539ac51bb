package screening_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

func TestNearIMO(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t)) // holds 9283746 FORTUNE
	tests := []struct {
		number string
		want   bool
		reason string
	}{
		{"9283764", true, "the last two swapped"},
		{"IMO 9283764", true, "with the letters"},
		{"2983746", true, "the first two swapped"},
		{"9283745", true, "the last digit wrong"},
		{"9383746", true, "a digit wrong"},
		{"928374", true, "a digit missing"},
		{"92837466", true, "a digit twice"},
		{"09283764", true, "a zero before it"},
		{"٩٢٨٣٧٦٤", true, "Arabic digits"},
		{"9283746", false, "her own number is no mistake"},
		{"9074729", false, "a valid number is another ship's"},
		{"9283467", false, "two mistakes"},
		{"15411", false, "two digits missing"},
		{"", false, "nothing"},
		{"no number", false, "no digit"},
		{strings.Repeat("9283764", 100), false, "too long"},
	}
	for _, tt := range tests {
		found := false
		for _, h := range s.NearIMO(tt.number) {
			if h.Entity == nil || h.Source == nil || h.Kind != screening.VoidIMOHint {
				t.Errorf("%+v", h)
			}
			found = found || h.Listed == "9283746" && h.Entity.ID == "15068"
		}
		if found != tt.want {
			t.Errorf("NearIMO(%q): found %t, want %t: %s", tt.number, found, tt.want, tt.reason)
		}
	}
}

// TestHints holds which hints a query has, and that they are no hits.
func TestHints(t *testing.T) {
	own := ownList()
	other := &lists.List{Source: lists.Source{Name: "Other", Entities: 1}, Entities: []lists.Entity{{
		ID: "X1", Kind: lists.Vessel, Names: []lists.Name{{Text: "SOLSTICE"}}, Identifiers: imo("9074729"),
	}}}
	s := newScreener(t, screening.DefaultPolicy(), own, other)
	ship := func(names ...string) screening.Query { return screening.Query{Kind: lists.Vessel, Names: names} }
	with := func(q screening.Query, n ...lists.Identifier) screening.Query {
		q.Identifiers = n
		return q
	}
	near := func(q screening.Query, n int) screening.Query {
		q.Near = n
		return q
	}
	tests := []struct {
		query  screening.Query
		hits   int
		want   string // kinds and entities
		reason string
	}{
		{ship("Quiet Harbour"), 1, "shared hull X1", "a hit by name: her hull stands on another list under another name"},
		{with(ship("Quiet Harbour"), imo("9074729")...), 2, "", "her number finds both"},
		{with(ship("Zebra"), imo("9074792")...), 0, "void imo X1, void imo S1", "a void number: no hit, and two hints in the order of the lists' names"},
		{with(ship("Zebra"), imo("2041999")...), 0, "other kind F1", "a firm's company number given for a ship"},
		{with(ship("Zebra"), imo("9283746")...), 0, "", "another ship's number"},
		{near(with(ship("Quiet Harbour"), imo("9283746")...), 5), 0, "near S1", "a namesake with another number, on request"},
		{near(ship("Quiet Harbour"), -1), 1, "shared hull X1", "less than none"},
		{near(with(ship("Quiet Harbour"), imo("9283746")...), 0), 0, "", "not asked for"},
		{near(person("Bohuslav Zemanek"), 1000), 1, "", "nothing is near"},
	}
	for _, tt := range tests {
		r := screen(t, s, tt.query)
		var got []string
		for _, h := range r.Hints {
			got = append(got, string(h.Kind)+" "+h.Entity.ID)
			if h.String() == "" || strings.Contains(h.String(), "\n") {
				t.Errorf("%q", h.String())
			}
			if (h.Hit != nil) != (h.Kind == screening.NearHint) || h.Hit != nil && (h.Hit.Level != screening.Near || h.Hit.Score >= r.Policy.Threshold) {
				t.Errorf("%s: %+v", tt.reason, h)
			}
			if h.Hit != nil {
				if err := checkHit(h.Hit, r.Policy); err != nil {
					t.Error(err)
				}
			}
			var b strings.Builder
			if err := h.Explain(&b); err != nil || !strings.Contains(b.String(), h.Entity.PrimaryName()) {
				t.Errorf("%v: %q", err, b.String())
			}
		}
		if g := strings.Join(got, ", "); g != tt.want || len(r.Hits) != tt.hits {
			t.Errorf("%d hits, hints %q; want %d, %q: %s", len(r.Hits), g, tt.hits, tt.want, tt.reason)
		}
		var form struct {
			Hints []struct{ Kind, Says, Source, ID, Party, Name string }
		}
		if err := json.Unmarshal(toJSON(t, r), &form); err != nil || len(form.Hints) != len(r.Hints) {
			t.Errorf("%v: %d hints in JSON: %s", err, len(form.Hints), tt.reason)
		}
		for i, h := range form.Hints {
			if h.ID != r.Hints[i].Entity.ID || h.Says == "" || h.Source == "" || h.Name == "" {
				t.Errorf("%+v", h)
			}
		}
	}
}

// TestConsistency holds the warnings on what does not fit together, and that
// they change no score.
func TestConsistency(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), ownList())
	tests := []struct {
		id     lists.Identifier
		flags  []string
		warn   bool
		reason string
	}{
		{lists.Identifier{Type: lists.MMSI, Value: "422303000"}, []string{"Iran"}, false, "MID 422 is Iran's"},
		{lists.Identifier{Type: lists.MMSI, Value: "422303000"}, []string{"Chad"}, true, "it is not Chad's"},
		{lists.Identifier{Type: lists.MMSI, Value: "422303000"}, []string{"Chad", "IR"}, false, "one of the flags"},
		{lists.Identifier{Type: lists.MMSI, Value: "422303000"}, nil, false, "no flag given"},
		{lists.Identifier{Type: lists.MMSI, Value: "351234000"}, []string{"Panama"}, false, "one of several of Panama"},
		{lists.Identifier{Type: lists.MMSI, Value: "232001000"}, []string{"Isle of Man"}, false, "a territory's ships bear the state's numbers"},
		{lists.Identifier{Type: lists.MMSI, Value: "12"}, []string{"Chad"}, false, "void: told otherwise"},
		{lists.Identifier{Type: lists.CallSign, Value: "9BAC"}, []string{"Iran"}, false, "series 9B is Iran's"},
		{lists.Identifier{Type: lists.CallSign, Value: "9BAC"}, []string{"Chad"}, true, "it is not Chad's"},
		{lists.Identifier{Type: lists.CallSign, Value: "VPXX"}, []string{"Bermuda"}, false, "Bermuda's call signs are British"},
		{lists.Identifier{Type: lists.IMOShip, Value: "9074729"}, []string{"Chad"}, false, "an IMO number has no state"},
	}
	for _, tt := range tests {
		r := screen(t, s, screening.Query{Kind: lists.Vessel, Names: []string{"Quiet Harbour"}, Identifiers: []lists.Identifier{tt.id}, Flags: tt.flags})
		warned := false
		for _, w := range r.Warnings {
			warned = warned || errors.Is(w, screening.ErrInconsistent)
		}
		if warned != tt.warn {
			t.Errorf("warned %t, want %t: %s: %v", warned, tt.warn, tt.reason, r.Warnings)
		}
	}
}

// TestCompanyNumberForAShip holds that a company's number in the place of a
// ship's is understood and said, whether a listed firm has it or none.
func TestCompanyNumberForAShip(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	for _, n := range [...]string{"2041999", "5878589"} { // nobody's here, a listed firm's
		r := screen(t, s, screening.Query{Names: []string{"Zebra"}, Identifiers: imo(n)})
		said := false
		for _, w := range r.Warnings {
			said = said || strings.Contains(w.Error(), "IMO company number")
		}
		if !said {
			t.Errorf("%s: %v", n, r.Warnings)
		}
	}
}
