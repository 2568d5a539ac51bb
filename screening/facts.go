package screening

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// facts are what a query says besides names and identifiers, made ready.
type facts struct {
	flags, countries []place
	birth, build     []lists.Date
	places           []names.Name
	owners           []names.Name
	addresses        []address
	gender           lists.Gender
	shipType         string

	deadweight, gross, length int64
}

// place is a country as given and by its code.
type place struct{ text, code string }

var errCountry = errors.New("no state of this name is known: not compared")

// askedFacts makes the facts of a query ready.
func askedFacts(q *Query) (f facts, warnings []error) {
	read := func(field string, texts []string) (out []place) {
		for i, text := range texts {
			code, ok := lists.CountryCode(text)
			if !ok {
				warnings = append(warnings, &QueryError{fmt.Sprintf("%s[%d]", field, i), clip(text), errCountry})
				continue
			}
			out = append(out, place{text, code})
		}
		return out
	}
	warn := func(field string, i int, text, why string) {
		warnings = append(warnings, &QueryError{fmt.Sprintf("%s[%d]", field, i), clip(text), errors.New(why)})
	}
	f.flags = read("flags", q.Flags)
	f.countries = read("countries", q.Countries)
	for i, d := range q.Dates {
		switch {
		case !d.Known():
			warn("dates", i, d.Text, "no date: not compared")
		case d.Role == lists.Build, d.Role == "" && q.Kind == lists.Vessel:
			f.build = append(f.build, d)
		case d.Role == lists.Birth, d.Role == "":
			f.birth = append(f.birth, d)
		default:
			warn("dates", i, d.String(), "dates of this role are not compared")
		}
	}
	for i, text := range q.Addresses {
		a, ok := askedAddress(text)
		switch {
		case i >= maxAddresses:
			warn("addresses", i, text, fmt.Sprintf("more than %d addresses: not compared", maxAddresses))
		case !ok:
			warn("addresses", i, text, "no letter and no digit: not compared")
		default:
			f.addresses = append(f.addresses, a)
		}
		if i >= maxAddresses {
			break
		}
	}
	for i, text := range q.Places {
		n := names.Organization.Parse(text)
		if n.Empty() {
			warn("places", i, text, "no letter and no digit: not compared")
			continue
		}
		f.places = append(f.places, n)
	}
	for i, text := range q.Owners {
		n := names.Organization.Parse(text)
		if n.Empty() {
			warn("owners", i, text, "no letter and no digit: not compared")
			continue
		}
		f.owners = append(f.owners, n)
	}
	f.gender = lists.Gender(strings.ToLower(strings.TrimSpace(string(q.Gender))))
	switch f.gender {
	case "", lists.Male, lists.Female:
	case "m":
		f.gender = lists.Male
	case "f":
		f.gender = lists.Female
	default:
		f.gender = ""
		warnings = append(warnings, &QueryError{"gender", clip(string(q.Gender)), errors.New("neither male nor female: not compared")})
	}
	f.shipType = strings.TrimSpace(q.VesselType)
	if f.shipType != "" && shipClassOf(f.shipType) == unknownShip {
		f.shipType = ""
		warnings = append(warnings, &QueryError{"vessel_type", clip(q.VesselType), errors.New("no type of ship is called so: not compared")})
	}
	size := func(field string, n int64) int64 {
		if n < 0 {
			warnings = append(warnings, &QueryError{field, fmt.Sprint(n), errors.New("less than nothing: not compared")})
			return 0
		}
		return n
	}
	f.deadweight, f.gross, f.length = size("deadweight", q.Deadweight), size("gross_tonnage", q.GrossTonnage), size("length", q.Length)
	f.sort()
	return f, warnings
}

// maxAddresses bounds the addresses of one query.
const maxAddresses = 16

// sort puts the facts in an order of their own: that of the query changes
// nothing.
func (f *facts) sort() {
	byText := func(x, y place) int { return strings.Compare(x.text, y.text) }
	slices.SortFunc(f.flags, byText)
	slices.SortFunc(f.countries, byText)
	byDate := func(x, y lists.Date) int { return strings.Compare(x.String(), y.String()) }
	slices.SortFunc(f.birth, byDate)
	slices.SortFunc(f.build, byDate)
	byName := func(x, y names.Name) int { return strings.Compare(x.Original, y.Original) }
	slices.SortFunc(f.places, byName)
	slices.SortFunc(f.owners, byName)
	slices.SortFunc(f.addresses, func(x, y address) int { return strings.Compare(x.text, y.text) })
}

// How two dates meet, in increasing order of agreement.
const (
	dateUnknown = iota
	dateApart
	dateLoose // neither agreement nor contradiction
	dateNear
	dateSame
)

// meetDates compares two dates of birth. Two full dates are the same or, with
// day and month swapped or one part off, near; more than two years apart they
// contradict. A year, a month, a range or a circa date (two years to each side)
// is near where it can be the other one, and contradicts two years beyond.
func meetDates(a, b lists.Date) int {
	if a.Full() && b.Full() {
		x, y := a.From, b.From
		switch {
		case x == y:
			return dateSame
		case x.Year == y.Year && x.Month == y.Day && x.Day == y.Month:
			return dateNear
		case x.Year == y.Year && (x.Month == y.Month || x.Day == y.Day):
			return dateNear
		case x.Month == y.Month && x.Day == y.Day && abs(int(x.Year)-int(y.Year)) <= 2:
			return dateNear
		case abs(int(x.Year)-int(y.Year)) > 2:
			return dateApart
		}
		return dateLoose
	}
	switch n := yearsApart(a, b); {
	case n == 0:
		return dateNear
	case n > 2:
		return dateApart
	}
	return dateLoose
}

// yearsApart returns the years between two dates, 0 where they can be the same.
// A circa date reaches two years to each side.
func yearsApart(a, b lists.Date) int {
	af, al := years(a)
	bf, bl := years(b)
	switch {
	case al < bf:
		return bf - al
	case bl < af:
		return af - bl
	}
	if a.Circa || b.Circa || a.First().Year == 0 {
		return 0
	}
	// Within one year, months that exclude each other are a year apart at most.
	if a.Last().Before(b.First()) || b.Last().Before(a.First()) {
		return 1
	}
	return 0
}

func years(d lists.Date) (first, last int) {
	first, last = int(d.First().Year), int(d.Last().Year)
	if d.Circa {
		return first - 2, last + 2
	}
	return first, last
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// places weighs places of birth.
func (t *tally) places(f *facts, e *lists.Entity) {
	for i := range f.places {
		for _, p := range e.Places {
			if p.Role != lists.BirthPlace {
				continue
			}
			if samePlace(&f.places[i], p.Text) {
				t.kinds++
				t.add(PlaceRule, f.places[i].Original, p.Text, "")
				return
			}
		}
	}
}

// samePlace reports whether the towns of two places, what stands before the
// first comma, are alike word by word. Where one says more words than the other,
// the first must be a telling one: "San" is not San Diego.
func samePlace(q *names.Name, text string) bool {
	l := names.Organization.Parse(text)
	a, b := town(q), town(&l)
	n := min(len(a), len(b))
	if n == 0 || len(a) != len(b) && (len(a[0].Text) < 5 || len(b[0].Text) < 5) {
		return false
	}
	for i := range n {
		if matcher.TokenLikeness(names.Organization, &a[i], &b[i]) < 700 {
			return false
		}
	}
	return true
}

// town returns the words before the first comma or bracket.
func town(n *names.Name) []names.Token {
	end := strings.IndexAny(n.Original, ",(;")
	if end <= 0 {
		return n.Tokens
	}
	for i := range n.Tokens {
		if n.Tokens[i].Start >= end {
			return n.Tokens[:i]
		}
	}
	return n.Tokens
}

// owners weighs the owners, managers and employers of both sides: those the
// list prints and those it links to.
func (t *tally) owners(f *facts, e *lists.Entity) {
	if len(f.owners) == 0 {
		return
	}
	var listed []string
	if v := e.Vessel; v != nil {
		listed = append(listed, v.Owner, v.Operator, v.Manager)
	}
	for _, r := range e.Relations {
		listed = append(listed, r.Text)
	}
	for _, text := range listed {
		if text == "" {
			continue
		}
		l := names.Organization.Parse(text)
		for i := range f.owners {
			if matcher.Compare(f.owners[i], l, t.s.policy.Names).Score >= 850 {
				t.kinds++
				t.add(OwnerRule, f.owners[i].Original, text, "")
				return
			}
		}
	}
}
