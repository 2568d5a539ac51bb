package screening

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
)

// Hint is something that is not a hit and that an officer should see. Hints are
// no matches: they change no score, level or order, and a Result with hints and
// no hits has found nothing.
type Hint struct {
	Kind   HintKind
	Says   string        // the reason, in words
	Query  string        // the part of the query, as given; empty for a NearHint
	Listed string        // what the list prints there: a number or a name
	Entity *lists.Entity // the listed party that is spoken of
	Source *lists.Source // its list
	Hit    *Hit          // of a NearHint: what the party would be as a hit; else nil
}

// HintKind says what a Hint is about.
type HintKind string

// The kinds of hint, in the order in which a Result holds them.
const (
	// VoidIMOHint: the query's IMO number fails its check digit or lacks or
	// repeats a digit, and a listed ship's is one mistake away: two neighbouring
	// digits swapped, or one digit wrong, missing or too many.
	VoidIMOHint HintKind = "void imo"
	// OtherKindHint: a listed party of another kind than the query asks for bears
	// the number, such as a firm whose company number was given for a ship.
	OtherKindHint HintKind = "other kind"
	// SharedHullHint: a listed party that is no hit has the IMO number of a hit:
	// one hull under another name.
	SharedHullHint HintKind = "shared hull"
	// NearHint: a party stays below the threshold; told where Query.Near asks for it.
	NearHint HintKind = "near"
)

// maxHints bounds the hints of one kind in a Result.
const maxHints = 20

// String returns the hint on one line.
func (h Hint) String() string {
	s := string(h.Kind) + ": "
	if h.Query != "" {
		s += oneLine(h.Query) + ": "
	}
	return s + oneLine(h.Says) + ": " + oneLine(h.Listed) + ", " + oneLine(h.party())
}

// party names the party of the hint.
func (h *Hint) party() string {
	name, id, source := "", "", ""
	if h.Entity != nil {
		name, id = h.Entity.PrimaryName(), h.Entity.ID
	}
	if h.Source != nil {
		source = h.Source.Name
	}
	return strings.TrimSpace(fmt.Sprintf("%s (%s)", name, strings.TrimSpace(source+" "+id)))
}

// Explain writes the hint for a person to read: its line, and for a NearHint all
// that Hit.Explain writes. It returns the first error of w.
func (h Hint) Explain(w io.Writer) error {
	ew := &errWriter{w: w}
	fmt.Fprintln(ew, h.String())
	if h.Hit != nil && ew.err == nil {
		return h.Hit.Explain(w)
	}
	return ew.err
}

// MarshalJSON writes the hint; the party by list, number, kind and name, and as
// a whole in the hit of a NearHint.
func (h Hint) MarshalJSON() ([]byte, error) {
	out := struct {
		Kind   HintKind `json:"kind"`
		Says   string   `json:"says"`
		Query  string   `json:"query,omitempty"`
		Listed string   `json:"listed,omitempty"`
		Source string   `json:"source"`
		ID     string   `json:"id"`
		Party  string   `json:"party"` // kind
		Name   string   `json:"name"`
		Hit    *Hit     `json:"hit,omitempty"`
	}{Kind: h.Kind, Says: h.Says, Query: h.Query, Listed: h.Listed, Hit: h.Hit}
	if h.Source != nil {
		out.Source = h.Source.Name
	}
	if h.Entity != nil {
		out.ID, out.Party, out.Name = h.Entity.ID, h.Entity.Kind.String(), h.Entity.PrimaryName()
	}
	return marshal(out)
}

// hints collects what an officer should see besides the hits. hits are all at
// the threshold, near those below it that the query asks for, both in order.
func (s *Screener) hints(a *asked, hits, near []Hit) []Hint {
	var out []Hint
	for i := range a.query.Identifiers {
		if id := &a.query.Identifiers[i]; id.Type == lists.IMOShip && a.query.Kind != lists.Person {
			out = append(out, s.NearIMO(id.Value)...)
		}
		if len(out) > maxHints {
			out = out[:maxHints:maxHints]
			break
		}
	}
	out = append(out, s.otherKind(a)...)
	out = append(out, s.sharedHulls(hits)...)
	for i := range near {
		h := &near[i]
		hint := Hint{Kind: NearHint, Says: "below the threshold, at " + h.Score.String(), Entity: h.Entity, Source: h.Source, Hit: h}
		if h.Name >= 0 {
			hint.Listed = h.Entity.Names[h.Name].Text
		} else {
			hint.Listed = h.Entity.PrimaryName()
		}
		out = append(out, hint)
	}
	return out
}

// NearIMO returns the listed ships whose IMO number is one mistake away from
// number, which is no IMO number of a ship: two neighbouring digits swapped (every
// such swap fails the check digit), one digit wrong, one missing, one too many.
// Swaps come first. It returns nil where number is a valid one, because then it
// is another ship's: ten pairs of ships on one OFAC list differ in a single digit
// and both are valid. At most 20 are returned. A Screen of a query with such a
// number tells the same in Result.Hints.
func (s *Screener) NearIMO(number string) []Hint {
	if len(number) > 128 {
		return nil
	}
	if _, err := (lists.Identifier{Type: lists.IMOShip, Value: number}).Canonical(); err == nil {
		return nil
	} else if !errors.Is(err, lists.ErrCheckDigit) && !errors.Is(err, lists.ErrFormat) {
		return nil
	}
	var d []byte
	for _, r := range number {
		if unicode.IsDigit(r) {
			d = append(d, digitOf(r))
		}
	}
	for len(d) > 7 && d[0] == '0' {
		d = d[1:]
	}
	var out []Hint
	seen := map[string]bool{}
	try := func(n []byte, says string) {
		if len(out) >= maxHints || seen[string(n)] || !lists.ValidIMOShip(string(n)) {
			return
		}
		seen[string(n)] = true
		for _, p := range s.holders(idKey{shipClass, string(n)}) {
			if len(out) < maxHints {
				out = append(out, Hint{Kind: VoidIMOHint, Says: says, Query: number, Listed: string(n),
					Entity: s.parties[p].entity, Source: s.parties[p].source})
			}
		}
	}
	switch len(d) {
	case 7:
		for i := range 6 {
			n := append([]byte(nil), d...)
			n[i], n[i+1] = n[i+1], n[i]
			try(n, "no IMO number; two digits swapped it is a listed one")
		}
		for i := range 7 {
			for c := byte('0'); c <= '9'; c++ {
				n := append([]byte(nil), d...)
				n[i] = c
				try(n, "no IMO number; with one other digit it is a listed one")
			}
		}
	case 6:
		for i := range 7 {
			for c := byte('0'); c <= '9'; c++ {
				n := append(append(append([]byte(nil), d[:i]...), c), d[i:]...)
				try(n, "no IMO number; with one digit more it is a listed one")
			}
		}
	case 8:
		for i := range 8 {
			n := append(append([]byte(nil), d[:i]...), d[i+1:]...)
			try(n, "no IMO number; with one digit less it is a listed one")
		}
	}
	return out
}

// inOrder returns parties in an order that does not depend on that of the lists.
func (s *Screener) inOrder(parties []int32) []int32 {
	if len(parties) < 2 {
		return parties
	}
	out := append([]int32(nil), parties...)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := s.parties[out[i]], s.parties[out[j]]
		if a.source.Name != b.source.Name {
			return a.source.Name < b.source.Name
		}
		return a.entity.ID < b.entity.ID
	})
	return out
}

// otherKind tells of listed parties that bear a number of the query and are of
// another kind than it asks for.
func (s *Screener) otherKind(a *asked) (out []Hint) {
	for i := range a.ids {
		id := &a.ids[i]
		for _, k := range id.keys() {
			if k.class == noClass {
				continue
			}
			for _, p := range s.holders(k) {
				e := s.parties[p].entity
				if asksFor(a.query.Kind, e.Kind) {
					continue
				}
				found, _, ok := id.heldBy(e)
				if !ok {
					continue
				}
				if len(out) == maxHints {
					return out
				}
				out = append(out, Hint{Kind: OtherKindHint, Says: fmt.Sprintf("it is the %s of a listed %s", found.Type, e.Kind),
					Query: id.given.Value, Listed: found.Value, Entity: e, Source: s.parties[p].source})
			}
		}
	}
	return out
}

// sharedHulls tells of listed parties that are no hits and have a hit's IMO
// number.
func (s *Screener) sharedHulls(hits []Hit) (out []Hint) {
	if len(hits) == 0 {
		return nil
	}
	told := map[*lists.Entity]bool{}
	for i := range hits {
		told[hits[i].Entity] = true
	}
	for i := range hits {
		h := &hits[i]
		if h.Entity.Kind != lists.Vessel {
			continue
		}
		for _, id := range h.Entity.Identifiers {
			if id.Type != lists.IMOShip {
				continue
			}
			k, ok := listedKey(id)
			if !ok {
				continue
			}
			for _, p := range s.holders(k) {
				e := s.parties[p].entity
				if told[e] {
					continue
				}
				if len(out) == maxHints {
					return out
				}
				told[e] = true
				out = append(out, Hint{Kind: SharedHullHint, Says: "one hull with " + h.Entity.PrimaryName() + ", IMO " + k.value,
					Listed: e.PrimaryName(), Entity: e, Source: s.parties[p].source})
			}
		}
	}
	return out
}
