package ownership

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// draw makes a Structure of statements between semicolons; parties come into being
// where they are named:
//
//	list x                     x is listed by all regimes; "list? x" possibly
//	list x EU                  by one; "list x EU port ban" by one for something else
//	ship s, person p
//	x a 50%                    x holds 50% of a
//	x a 50% votes 60% for y    with votes of its own, as nominee of y
//	x controls a               "controls?" possibly; "x controls a by majority of board"
//	joint c: x, y              an arrangement on c; "joint? c: x, y" possibly
func draw(t testing.TB, text string) Structure {
	t.Helper()
	var s Structure
	party := func(id string) *Party {
		i := slices.IndexFunc(s.Parties, func(p Party) bool { return p.ID == id })
		if i < 0 {
			i = len(s.Parties)
			s.Parties = append(s.Parties, Party{ID: id})
		}
		return &s.Parties[i]
	}
	share := func(text string) Share {
		v, err := ParseShare(text)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, statement := range strings.Split(text, ";") {
		w := strings.Fields(statement)
		if len(w) == 0 {
			continue
		}
		verb := strings.TrimSuffix(w[0], "?")
		possible := verb != w[0]
		switch {
		case verb == "list":
			regimes, measure := Regimes(), ""
			if len(w) > 2 {
				regimes, measure = []Regime{Regime(w[2])}, strings.Join(w[3:], " ")
			}
			p := party(w[1])
			for _, r := range regimes {
				p.Listed = append(p.Listed, Designation{Regime: r, Measure: lists.MeasureKind(measure), Possible: possible})
			}
		case verb == "ship":
			party(w[1]).Kind = lists.Vessel
		case verb == "person":
			party(w[1]).Kind = lists.Person
		case verb == "joint":
			a := Arrangement{Owned: strings.TrimSuffix(w[1], ":"), Possible: possible}
			party(a.Owned)
			for _, m := range w[2:] {
				a.Members = append(a.Members, strings.TrimSuffix(m, ","))
			}
			s.Arrangements = append(s.Arrangements, a)
		case strings.HasPrefix(w[1], "controls"):
			by := OtherControl
			if len(w) > 4 {
				by = ControlKind(strings.Join(w[4:], " "))
			}
			party(w[0])
			party(w[2])
			s.Controls = append(s.Controls, Control{w[0], w[2], by, w[1] != "controls"})
		default:
			h := Holding{Owner: w[0], Owned: w[1], Share: share(w[2])}
			party(w[0])
			party(w[1])
			for i := 3; i < len(w); i += 2 {
				switch w[i] {
				case "votes":
					v := share(w[i+1])
					h.Votes = &v
				case "for":
					h.For = w[i+1]
					party(h.For)
				default:
					t.Fatalf("statement %q: unknown word %q", statement, w[i])
				}
			}
			s.Holdings = append(s.Holdings, h)
		}
	}
	return s
}
