package synth

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// facts draws what a list says of a party besides its names. What many parties
// share, such as a flag or a measure, is one piece of memory; what is a party's
// own is cut from large pieces.
type facts struct {
	r         *rand.Rand
	measures  []lists.Measure
	flags     []lists.Country // of flagStates, three roles each
	countries map[string][]lists.Country
	places    map[string][]lists.Place
	types     []string
	ships     int
	ids       []lists.Identifier
	dates     []lists.Date
	vessels   []lists.VesselDetails
	addresses []lists.Address
	buf       []byte
}

var cities = [...]string{"Port Harbour", "Old Quay", "North Gate", "Lower Mole", "Saltmarsh", "Lantern Hill", "Customs Road", "Free Zone"}

func newFacts(r *rand.Rand) *facts {
	f := &facts{r: r, countries: map[string][]lists.Country{}, places: map[string][]lists.Place{}}
	for _, p := range strings.Fields(programmes) {
		f.measures = append(f.measures, lists.Measure{Authority: "nobody", Programme: p, Kinds: []lists.MeasureKind{lists.AssetFreeze}})
	}
	for _, s := range flagStates {
		for _, role := range [...]lists.CountryRole{lists.Flag, lists.FormerFlag} {
			f.flags = append(f.flags, lists.Country{Text: s.name, Code: s.code, Role: role})
		}
	}
	for code, name := range stateNames {
		f.countries[code] = []lists.Country{{Text: name, Code: code, Role: lists.Nationality}, {Text: name, Code: code, Role: lists.Registration}}
		for _, c := range cities {
			f.places[code] = append(f.places[code], lists.Place{Role: lists.BirthPlace, Text: c + ", " + name, Code: code})
		}
	}
	for _, t := range strings.Fields(shipTypes) {
		f.types = append(f.types, strings.ReplaceAll(t, "-", " "))
	}
	return f
}

// cut takes n elements off a piece of memory, of which it makes a new one as needed.
func cut[T any](piece *[]T, n int) []T {
	if len(*piece) < n {
		*piece = make([]T, 1024)
	}
	out := (*piece)[:n:n]
	*piece = (*piece)[n:]
	return out
}

// measure gives e its measure.
func (f *facts) measure(e *lists.Entity) {
	i := f.r.IntN(len(f.measures))
	e.Measures = f.measures[i : i+1 : i+1]
}

// state draws one of a tongue's states, the first half of the time.
func (f *facts) state(t *mouth) string {
	if of(f.r, 50) {
		return t.states[0]
	}
	return pick(f.r, t.states)
}

func (f *facts) person(e *lists.Entity, t *mouth) {
	code := f.state(t)
	if of(f.r, 70) {
		e.Countries = f.countries[code][:1:1]
	}
	if of(f.r, 40) {
		i := f.r.IntN(len(cities))
		e.Places = f.places[code][i : i+1 : i+1]
	}
	if of(f.r, 70) {
		d := lists.Date{Role: lists.Birth, From: lists.Day{Year: int16(1940 + f.r.IntN(62))}}
		switch n := f.r.IntN(100); {
		case n < 75:
			d.From.Month, d.From.Day = uint8(1+f.r.IntN(12)), uint8(1+f.r.IntN(28))
		case n < 85:
			d.Circa = true
		}
		d.Text = d.String()
		own := cut(&f.dates, 1)
		own[0] = d
		e.Dates = own
	}
	if of(f.r, 85) {
		e.Gender = lists.Male
	}
	switch n := f.r.IntN(100); {
	case n < 30:
		f.number(e, lists.Passport, "ABCDEFGHKLMNPRST"[f.r.IntN(16)], 7, stateNames[code])
	case n < 45:
		f.number(e, lists.NationalID, 0, 10, stateNames[code])
	}
}

func (f *facts) firm(e *lists.Entity, t *mouth) {
	code := f.state(t)
	if of(f.r, 40) {
		e.Countries = f.countries[code][1:2:2]
	}
	if of(f.r, 60) {
		own := cut(&f.addresses, 1)
		own[0] = lists.Address{City: pick(f.r, cities[:]), Country: stateNames[code], Code: code}
		e.Addresses = own
	}
	switch n := f.r.IntN(100); {
	case n < 25:
		f.number(e, lists.RegistrationNumber, 0, 8, stateNames[code])
	case n < 30:
		f.number(e, lists.TaxID, 0, 10, stateNames[code])
	}
}

// number gives e an identifier of a letter, unless it is 0, and digits.
func (f *facts) number(e *lists.Entity, t lists.IDType, letter byte, digits int, state string) {
	f.buf = f.buf[:0]
	if letter != 0 {
		f.buf = append(f.buf, letter)
	}
	for range digits {
		f.buf = append(f.buf, '0'+byte(f.r.IntN(10)))
	}
	own := cut(&f.ids, 1)
	own[0] = lists.Identifier{Type: t, Value: string(f.buf), Country: state}
	e.Identifiers = own
}

func (f *facts) ship(e *lists.Entity) {
	r := f.r
	s := r.IntN(len(flagStates))
	state := &flagStates[s]
	e.Flags = f.flags[2*s : 2*s+1 : 2*s+1]
	if of(r, 30) {
		e.Flags = f.flags[2*s : 2*s+2 : 2*s+2]
	}
	n := 0
	var ids [3]lists.Identifier
	if of(r, 85) {
		ids[n] = lists.Identifier{Type: lists.IMOShip, Value: "IMO " + imo(f.ships)}
		n++
	}
	if of(r, 50) {
		ids[n] = lists.Identifier{Type: lists.MMSI, Value: state.mid + strconv.Itoa(100000+r.IntN(900000))}
		n++
	}
	if of(r, 35) {
		b := append(f.buf[:0], state.call...)
		ids[n] = lists.Identifier{Type: lists.CallSign, Value: string(append(b, 'A'+byte(r.IntN(26)), 'A'+byte(r.IntN(26)), '2'+byte(r.IntN(8))))}
		n++
	}
	f.ships++
	own := cut(&f.ids, n)
	copy(own, ids[:n])
	e.Identifiers = own
	v := cut(&f.vessels, 1)
	v[0].Type = pick(r, f.types)
	if of(r, 60) {
		v[0].Deadweight = quantity(int64(1000 + 100*r.IntN(3000)))
	}
	if of(r, 50) {
		v[0].GrossTonnage = quantity(int64(500 + 100*r.IntN(1600)))
	}
	e.Vessel = &v[0]
	if of(r, 60) {
		dates := cut(&f.dates, 1)
		dates[0] = lists.Date{Role: lists.Build, From: lists.Day{Year: int16(1975 + r.IntN(50))}}
		dates[0].Text = dates[0].String()
		e.Dates = dates
	}
}

func quantity(n int64) lists.Quantity {
	return lists.Quantity{Text: strconv.FormatInt(n, 10), Value: n}
}
