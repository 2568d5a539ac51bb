package voyage

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
)

//go:generate go test -run ^TestTables$ . -update

// Place is a state, a territory or a port that a measure touches as such, whoever
// is there: a row of tables/places.txt.
type Place struct {
	Authority string              `json:"authority"` // "OFAC", "Council of the EU"
	Sort      string              `json:"sort"`      // "state", "territory", "port"
	Codes     []string            `json:"codes"`     // ISO 3166-1 codes of the states under which it is given
	Names     []string            `json:"names,omitempty"`
	Kinds     []lists.MeasureKind `json:"kinds"`
	Basis     string              `json:"basis"`
	From      lists.Date          `json:"from"`           // the first day; a month or a range where it is not known better
	Until     lists.Date          `json:"until,omitzero"` // the last day; zero is none known

	keys []string // of Names, as placeKey makes them
}

// Name returns what the place is called; "" of the zero Place.
func (p *Place) Name() string {
	switch {
	case len(p.Names) > 0:
		return p.Names[0]
	case len(p.Codes) == 0:
		return ""
	}
	return lists.CountryName(p.Codes[0])
}

// Places returns the table, in its order: a copy, but for the slices of its rows,
// which must not be written to.
func Places() []Place { return append([]Place(nil), places[:]...) }

// Standing is whether a measure on a place applies on the date of a voyage.
type Standing string

// The standings.
const (
	Applies    Standing = "applies"
	MayApply   Standing = "may apply" // the place or the dates are not known well enough to say
	AppliedNot Standing = "did not apply yet"
	Ended      Standing = "has ended"
)

// PlaceFinding is a measure on a port, a country or a flag of a voyage. It is told
// whatever its Standing; only one that Applies or MayApply counts for the Level.
type PlaceFinding struct {
	Field    string   `json:"field"` // "ports[0]", "countries[1]", "flag[0]", "ship.flags[0]"
	Given    string   `json:"given"` // as given, cut where it is long
	Place    *Place   `json:"place"` // a row of the table, not to be written to; never nil
	Standing Standing `json:"standing"`
	Why      string   `json:"why"` // since when, and what is not known
}

// standing says whether the measure applies on a date; unsure is another reason
// why it only may.
func (p *Place) standing(on lists.Date, unsure string) (Standing, string) {
	since := "since " + p.From.String()
	if !p.Until.IsZero() {
		since = "from " + p.From.String() + " until " + p.Until.String()
	}
	switch {
	case !on.Known():
		return MayApply, joinWhy(unsure, "the date of the voyage is not given; the measure stands "+since)
	case on.Last().Before(p.From.First()):
		return AppliedNot, since
	case !p.Until.IsZero() && p.Until.Last().Before(on.First()):
		return Ended, since
	case on.First().Before(p.From.Last()):
		return MayApply, joinWhy(unsure, "the day from which the measure stands is not known better than "+p.From.String())
	case !p.Until.IsZero() && p.Until.First().Before(on.Last()):
		return MayApply, joinWhy(unsure, "the measure ended within the time given, "+since)
	case unsure != "":
		return MayApply, joinWhy(unsure, since)
	}
	return Applies, since
}

func joinWhy(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// placesOf checks the ports, countries and flags of a voyage against the table.
func placesOf(v *Voyage) (out []PlaceFinding, warnings []error) {
	look := func(field, given, name, country string, isFlag bool) {
		code, known := lists.CountryCode(country)
		key := placeKey(name)
		found := false
		for i := range places {
			p := &places[i]
			unsure := ""
			switch {
			case p.Sort == "state":
				if !known || code != p.Codes[0] {
					continue
				}
			case isFlag || key == "" || !p.called(key):
				continue
			case !known && country != "":
				unsure = "no state is known by the name " + fmt.Sprintf("%q", clip(country))
			case !known && p.Sort == "port":
				unsure = "a port of this name; its country is not given"
			case known && !slices.Contains(p.Codes, code):
				continue
			}
			found = true
			s, why := p.standing(v.Date, unsure)
			out = append(out, PlaceFinding{Field: field, Given: clip(given), Place: p, Standing: s, Why: why})
		}
		if known || found {
			return
		}
		if country == "" {
			warnings = append(warnings, problem(field, given, fmt.Errorf("%w against states: the country of the port is not given", ErrNotChecked)))
			return
		}
		warnings = append(warnings, problem(field, given, fmt.Errorf("%w: no state is known by the name %q", ErrNotChecked, clip(country))))
	}
	for i := range v.Ports {
		p := &v.Ports[i]
		name, country := p.Name, p.Country
		if country == "" {
			if head, tail, ok := cutLast(name); ok {
				name, country = head, tail
			} else if _, known := lists.CountryCode(name); known && placeKey(name) != "" && len(strings.TrimSpace(name)) > 3 {
				country = name // "Gibraltar", "Singapore"
			}
		}
		if strings.TrimSpace(name) == "" && strings.TrimSpace(country) == "" {
			warnings = append(warnings, problem(fmt.Sprintf("ports[%d]", i), "", fmt.Errorf("%w: neither name nor country", ErrNotChecked)))
			continue
		}
		given := p.Name
		if p.Country != "" {
			given = strings.TrimPrefix(given+", "+p.Country, ", ")
		}
		look(fmt.Sprintf("ports[%d]", i), given, name, country, false)
	}
	for i, c := range v.Countries {
		name, _, _ := cutLast(c)
		if name == "" {
			name = c
		}
		look(fmt.Sprintf("countries[%d]", i), c, name, c, false)
	}
	for i, f := range v.Flag {
		look(fmt.Sprintf("flag[%d]", i), f, "", f, true)
	}
	for i, f := range v.Ship.Flags {
		look(fmt.Sprintf("ship.flags[%d]", i), f, "", f, true)
	}
	return out, warnings
}

// cutLast divides "El Palito, VE" at its last comma, where a state stands behind it.
func cutLast(s string) (name, country string, ok bool) {
	i := strings.LastIndexByte(s, ',')
	if i < 0 {
		return "", "", false
	}
	if _, known := lists.CountryCode(s[i+1:]); !known {
		return "", "", false
	}
	return s[:i], strings.TrimSpace(s[i+1:]), true
}

// called reports whether key is one of the place's names.
func (p *Place) called(key string) bool {
	return slices.Contains(p.keys, key)
}

// placeKey is a name of a place as it is compared: letters and digits in lower
// case, without combining marks and the words that say that it is a port. Of a text
// of more than 160 bytes it is empty.
func placeKey(s string) string {
	if len(s) > 160 {
		return ""
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r != '\'' && r != '’' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "port", "seaport", "harbour", "harbor", "region", "of", "the", "порт":
			continue
		}
		for _, r := range w {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
