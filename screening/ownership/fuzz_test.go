package ownership

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// Any text is read or refused; what is read prints as a text that reads the same.
func FuzzParseShare(f *testing.F) {
	for _, s := range []string{"50", "33,33 %", "1/3", "25-50", "<25%", "more than 50 per cent", "12.345678", "1/23", "unknown", "-5", "1e1", "100.0000001", "٥٠"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseShare(text)
		if err != nil {
			if len(err.Error()) > 1000 {
				t.Errorf("an error of %d bytes", len(err.Error()))
			}
			return
		}
		if s.Min() < 0 || s.Max() > Whole || s.Min() > s.Max() {
			t.Errorf("%q reads as %d to %d", text, s.Min(), s.Max())
		}
		if back, err := ParseShare(s.String()); err != nil || back != s {
			t.Errorf("%q prints as %q, which reads as %s, %v", text, s, back, err)
		}
	})
}

// program makes a Structure of at most eight parties of bytes, four a statement.
func program(text []byte) Structure {
	var s Structure
	shares := []string{"0", "10", "25", "1/3", "49.99999", "50", "50.00001", "1/6", "100", "unknown", "25-50", "<25", ">50", "40-60", "<=50", "1/23"}
	share := func(b byte) Share {
		v, _ := ParseShare(shares[int(b)%len(shares)])
		return v
	}
	for i := range 8 {
		s.Parties = append(s.Parties, Party{ID: string(rune('a' + i))})
	}
	for ; len(text) >= 4; text = text[4:] {
		a, b := &s.Parties[text[1]%8], &s.Parties[text[2]%8]
		flag := text[3]&1 == 1
		switch text[0] % 8 {
		case 0:
			a.Listed = append(a.Listed, Designation{Regime: Regimes()[text[2]%3], Possible: flag})
		case 1:
			a.Kind = lists.Vessel
		case 2:
			s.Controls = append(s.Controls, Control{a.ID, b.ID, OtherControl, flag})
		case 3:
			v := share(text[3] >> 4)
			s.Holdings = append(s.Holdings, Holding{Owner: a.ID, Owned: b.ID, Share: share(text[3]), Votes: &v})
		case 4:
			s.Holdings = append(s.Holdings, Holding{Owner: a.ID, Owned: b.ID, Share: share(text[3]), For: s.Parties[text[3]>>5].ID})
		case 5:
			s.Arrangements = append(s.Arrangements, Arrangement{b.ID, []string{a.ID, s.Parties[text[3]>>5].ID}, flag})
		default:
			s.Holdings = append(s.Holdings, Holding{Owner: a.ID, Owned: b.ID, Share: share(text[3])})
		}
	}
	return s
}

// FuzzDecide judges Structures made of bytes, FuzzStructure those of JSON.
func FuzzDecide(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0, 6, 0, 1, 5, 6, 1, 2, 5}, uint64(2))
	f.Add([]byte{0, 0, 2, 1, 3, 0, 1, 0x65, 4, 3, 1, 0x05, 6, 1, 2, 9, 6, 2, 1, 2}, uint64(2))
	f.Add([]byte{0, 0, 1, 0, 0, 3, 1, 0, 6, 0, 2, 2, 6, 3, 2, 10, 5, 0, 2, 0x60, 1, 2, 0, 0}, uint64(2))
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		if len(text) <= 120 {
			checkStructure(t, program(text), seed)
		}
	})
}

// FuzzStructure is FuzzDecide for JSON.
func FuzzStructure(f *testing.F) {
	for _, tt := range rulings {
		text, err := json.Marshal(draw(f, tt.structure))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text, uint64(len(text)))
	}
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		var s Structure
		if json.Unmarshal(text, &s) != nil || len(s.Parties) > 12 || len(s.Holdings) > 40 || len(s.Controls) > 12 || len(s.Arrangements) > 6 {
			return
		}
		checkStructure(t, s, seed)
	})
}

// checkStructure sees to it that a structure is refused or judged; that its
// verdicts do not depend on the order of its parts, come back from JSON, and
// contain what the reference says of ways to settle its doubts.
func checkStructure(t *testing.T, s Structure, seed uint64) {
	c, err := New(s)
	if err != nil {
		return
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	turned := Structure{slices.Clone(s.Parties), slices.Clone(s.Holdings), slices.Clone(s.Controls), slices.Clone(s.Arrangements)}
	slices.Reverse(turned.Parties)
	slices.Reverse(turned.Holdings)
	slices.Reverse(turned.Controls)
	slices.Reverse(turned.Arrangements)
	target := s.Parties[rng.IntN(len(s.Parties))].ID
	for _, r := range Regimes() {
		v, err := c.Decide(target, r)
		if err != nil {
			t.Fatal(err)
		}
		if again := decide(t, turned, target, r); !reflect.DeepEqual(v, again) {
			t.Fatalf("%+v\nturned round\n%+v", v, again)
		}
		out, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var back Verdict
		if err := json.Unmarshal(out, &back); err != nil || !reflect.DeepEqual(v, back) {
			t.Fatalf("%v: %s", err, out)
		}
		var b bytes.Buffer
		if err := v.Explain(&b); err != nil || b.Len() == 0 {
			t.Fatal(err)
		}
		for range 3 {
			one, also, ok := settle(rng, s)
			if !ok {
				continue
			}
			met, held := ruleOf(one, target, r, also)
			p, known := held[v.Person]
			if met && v.Outcome == NotMet || !met && v.Outcome == Met || known && !v.Shares.Contains(p) {
				t.Fatalf("%s: %s %s, but it may be %v %s\n%s", r, v.Outcome, v.Shares.span(), met, p, b.String())
			}
		}
	}
}
