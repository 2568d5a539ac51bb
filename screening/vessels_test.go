package screening_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// imoOf returns the valid IMO numbers of an entity.
func imoOf(e *lists.Entity) (out []string) {
	for _, id := range e.Identifiers {
		if c, err := id.Canonical(); err == nil && id.Type == lists.IMOShip && !slices.Contains(out, c.Value) {
			out = append(out, c.Value)
		}
	}
	return out
}

func imo(n string) []lists.Identifier { return []lists.Identifier{{Type: lists.IMOShip, Value: n}} }

// spellings are ways in which people write an IMO number.
func spellings(n string) []string {
	wide := []rune(n)
	for i := range wide {
		wide[i] += '０' - '0'
	}
	return []string{"IMO" + n, "IMO " + n, "imo: " + n, "I.M.O. No. " + n, "OMI " + n, "ИМО " + n, "0" + n, string(wide), n + " (IMO)", "IMO-No." + n[:3] + " " + n[3:]}
}

// swapped returns n with two neighbouring digits swapped, which is void.
func swapped(n string) string {
	b := []byte(n)
	for i := len(b) - 2; i >= 0; i-- {
		if b[i] != b[i+1] {
			b[i], b[i+1] = b[i+1], b[i]
			break
		}
	}
	return string(b)
}

// TestEveryListedShip asks for every ship of a real list that has an IMO number:
// she is found by it whatever else is said, by her name with a void one, and not
// by her name with another ship's.
func TestEveryListedShip(t *testing.T) {
	t.Run("excerpt", func(t *testing.T) { everyShip(t, excerptList(t)) })
	t.Run("2024-01", func(t *testing.T) { everyShip(t, realList(t, "2024-01")) })
}

func everyShip(t *testing.T, l *lists.List) {
	s := newScreener(t, screening.DefaultPolicy(), l)
	holders := map[string][]string{} // of a number
	var ships []*lists.Entity
	for i := range l.Entities {
		e := &l.Entities[i]
		if e.Kind != lists.Vessel || len(imoOf(e)) == 0 {
			continue
		}
		ships = append(ships, e)
		for _, n := range imoOf(e) {
			holders[n] = append(holders[n], e.ID)
		}
	}
	if len(ships) < 5 {
		t.Fatalf("%d ships", len(ships))
	}
	first := func(e *lists.Entity, n, how string, q screening.Query) {
		t.Helper()
		r := screen(t, s, q)
		if len(r.Hits) == 0 || r.Hits[0].Level != screening.Strong || !slices.Contains(holders[n], r.Hits[0].Entity.ID) {
			t.Errorf("%s %s, IMO %s: not first and strong %s", e.ID, e.PrimaryName(), n, how)
			return
		}
		if h := find(r, e.ID); h == nil || h.Level != screening.Strong {
			t.Errorf("%s %s, IMO %s: no strong hit %s", e.ID, e.PrimaryName(), n, how)
		}
	}
	for i, e := range ships {
		for _, n := range imoOf(e) {
			first(e, n, "by IMO number alone", screening.Query{Identifiers: imo(n)})
			first(e, n, "by IMO number, a made-up name and another flag", screening.Query{
				Kind: lists.Vessel, Names: []string{"Quillon Verdance"}, Identifiers: imo(n), Flags: []string{"Mongolia"},
				VesselType: "tug", Dates: []lists.Date{{From: lists.Day{Year: 1961}}}, Deadweight: 77, Length: 9,
			})
			for _, text := range spellings(n) {
				first(e, n, "by "+text, screening.Query{Kind: lists.Vessel, Identifiers: imo(text)})
			}
		}
		n := imoOf(e)[0]
		r := screen(t, s, screening.Query{Kind: lists.Vessel, Names: []string{e.PrimaryName()}, Identifiers: imo(swapped(n))})
		if find(r, e.ID) == nil {
			t.Errorf("%s %s: not found by name with the void number %s", e.ID, e.PrimaryName(), swapped(n))
		}
		if !slices.ContainsFunc(r.Hints, func(h screening.Hint) bool {
			return h.Kind == screening.VoidIMOHint && h.Listed == n && h.Entity == e
		}) {
			t.Errorf("%s: no hint from %s to %s: %v", e.ID, swapped(n), n, r.Hints)
		}
		other := ships[(i+1)%len(ships)]
		o := imoOf(other)[0]
		if slices.Contains(imoOf(e), o) {
			continue
		}
		for _, name := range e.Names {
			q := screening.Query{Kind: lists.Vessel, Names: []string{name.Text}, Identifiers: imo(o)}
			if h := find(screen(t, s, q), e.ID); h != nil {
				t.Errorf("%s is found by the name %s with the IMO number of %s: %+v", e.ID, name.Text, other.PrimaryName(), h.Steps)
			}
		}
	}
	t.Logf("%d ships", len(ships))
}

// TestOrdinaryShips asks for ships that trade without a listing: no one of them
// is an alert by her IMO number, with her name or without.
func TestOrdinaryShips(t *testing.T) {
	f, err := os.Open(filepath.Join(sharedDir(t, "eval"), "ships_dev.csv"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	// The list has her under this name and number: a true hit.
	const listed = "9334038" // YASA GOLDEN BOSPHORUS
	s := newScreener(t, screening.DefaultPolicy(), realList(t, "2024-01"))
	alerts := 0
	for _, r := range rows[1:] {
		for _, q := range [...]screening.Query{
			{Kind: lists.Vessel, Names: []string{r[0]}, Identifiers: imo(r[1]), VesselType: r[2]},
			{Kind: lists.Vessel, Names: []string{r[0]}, Identifiers: imo(r[1])},
			{Identifiers: imo(r[1])},
		} {
			hits := screen(t, s, q).Hits
			if r[1] == listed {
				if len(hits) != 1 || hits[0].Level != screening.Strong {
					t.Errorf("%s, IMO %s is listed: %d hits", r[0], r[1], len(hits))
				}
				continue
			}
			if len(hits) > 0 {
				alerts++
				t.Errorf("%s, IMO %s: %s %s", r[0], r[1], hits[0].Score, hits[0].Entity.PrimaryName())
			}
		}
	}
	t.Logf("%d ships, %d alerts", len(rows)-1, alerts)
}
