package screening_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// FuzzScreen holds for any query: no panic, steps that add up, the same bytes
// twice, and Compare of one mind with Screen.
func FuzzScreen(f *testing.F) {
	l := excerptList(f)
	for i := range l.Entities {
		e := &l.Entities[i]
		typ, value, place := "", "", ""
		if len(e.Identifiers) > 0 {
			typ, value = string(e.Identifiers[0].Type), e.Identifiers[0].Value
		}
		if len(e.Countries) > 0 {
			place = e.Countries[0].Text
		}
		f.Add(byte(e.Kind), e.PrimaryName(), e.Names[len(e.Names)-1].Text, typ, value, place, int16(1977), uint8(5), uint8(19))
	}
	f.Add(byte(9), "\xff", "\u202e", "imo", "IMO 15411", "Korea", int16(-1), uint8(200), uint8(0))
	p := screening.DefaultPolicy()
	p.Threshold = 600
	s := newScreener(f, p, l)
	f.Fuzz(func(t *testing.T, kind byte, name, also, typ, value, place string, y int16, m, d uint8) {
		q := screening.Query{
			Kind: lists.Kind(kind), Names: []string{name, also}, Identifiers: []lists.Identifier{{Type: lists.IDType(typ), Value: value, Country: place}},
			Flags: []string{place}, Countries: []string{place}, Places: []string{place}, Owners: []string{also}, VesselType: place, Gender: lists.Gender(typ),
			Dates: []lists.Date{{From: lists.Day{Year: y, Month: m, Day: d}}},
		}
		r, err := s.Screen(q)
		if err != nil {
			if !errors.Is(err, screening.ErrUnsearchable) {
				t.Fatal(err)
			}
			return
		}
		if err := checkResult(r); err != nil {
			t.Fatal(err)
		}
		first := toJSON(t, r)
		again, err := s.Screen(q)
		if err != nil || !bytes.Equal(toJSON(t, again), first) {
			t.Fatalf("the second answer differs: %v", err)
		}
		for i := range r.Hits {
			h, err := s.Compare(q, r.Hits[i].Entity)
			if err != nil || !bytes.Equal(toJSON(t, h), toJSON(t, r.Hits[i])) {
				t.Fatalf("Compare differs: %v", err)
			}
			if err := h.Explain(io.Discard); err != nil {
				t.Fatal(err)
			}
		}
	})
}
