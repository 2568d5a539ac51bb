package ofac

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// segment files one segment of the remarks. Every segment leaves something in
// the entity; what its rule cannot read is a Remark under the key.
func (p *parser) segment(segment string, offset int, last bool) {
	b := &p.cur
	s := withoutAlt(segment)
	offset += len(segment) - len(s)
	k, v, ok := match(s)
	if b.pieces != nil && (!ok || keys[k].target != toTitle) && b.echo(s, last) {
		p.echoes++
		return
	}
	if !ok {
		p.free(s, offset)
		return
	}
	p.counts[k]++
	if v == "" && keys[k].target != toRemark || !p.file(k, s, v, offset, last) {
		b.remarks = append(b.remarks, lists.Remark{Key: keys[k].name, Text: s})
	}
}

// file puts the value v of the segment s with the key k where the key's target
// says, and reports whether it could.
func (p *parser) file(k int, s, v string, offset int, last bool) bool {
	b := &p.cur
	arg := keys[k].arg
	label := s[:len(keys[k].folded)]
	switch keys[k].target {
	case toRemark:
		return false
	case toNote:
		return p.note(s, offset)
	case toIdentifier:
		return p.identifier(lists.IDType(arg), label, v, offset)
	case toIMO:
		return p.identifier(p.imoType(), label, v, offset)
	case toVesselRegistration:
		return p.vesselRegistration(label, v, offset)
	case toLegalEntity:
		return p.legalEntity(label, v, offset)
	case toCrypto:
		return p.crypto(label, v)
	case toName:
		return p.quotedName(label, v, p.at(offset))
	case toIssuerName:
		b.names = append(b.names, lists.Name{Text: v, Type: lists.Alias, Label: label})
	case toDate:
		p.date(lists.DateRole(arg), label, v, offset)
	case toPlace:
		b.places = append(b.places, lists.Place{Role: lists.PlaceRole(arg), Text: v, Code: p.placeCode(v)})
	case toCountry:
		b.countries = append(b.countries, lists.Country{Text: v, Code: p.code(v), Role: lists.CountryRole(arg)})
	case toFlag:
		b.flags = append(b.flags, lists.Country{Text: v, Code: p.code(v), Role: lists.CountryRole(arg)})
	case toContact:
		return p.contact(lists.ContactType(arg), k, s, v)
	case toGender:
		return p.gender(v, label, offset)
	case toTitle:
		if !b.echo(v, last) {
			b.titles = append(b.titles, v)
		}
	case toVesselType:
		d := b.vessel()
		d.OtherTypes = append(d.OtherTypes, v)
	case toAircraftModel:
		if b.aircraft().Model != "" {
			return false
		}
		b.aircraft().Model = v
	case toAircraftOperator:
		d := b.aircraft()
		d.Operators = append(d.Operators, v)
	case toLink:
		p.link(label, v, offset, last)
	case toMeasure:
		b.keyed(s)
		b.measures = append(b.measures, lists.Measure{Authority: authority, Kinds: p.kindsOf(lists.MeasureKind(arg), ""), Text: s})
	case toOrder:
		return p.order(s, v)
	case toMenu:
		p.menu(s, v)
	case toListed, toEffective:
		return p.measureDate(keys[k].target, s, v)
	}
	return true
}

// date reads a date; one that cannot be read keeps its text.
func (p *parser) date(role lists.DateRole, label, v string, offset int) {
	d, err := lists.ParseDate(v)
	if err != nil {
		p.problem(p.at(offset), label, v, errDateText)
		d.Text = v
	}
	d.Role = role
	p.cur.dates = append(p.cur.dates, d)
}

// placeCode returns the code of the country at the end of a place: the whole text
// or what stands behind one of its last two commas ("Pyongyang, Korea, North").
func (p *parser) placeCode(v string) string {
	i := strings.LastIndexByte(v, ',')
	if i < 0 {
		return p.code(v)
	}
	if j := strings.LastIndexByte(v[:i], ','); j >= 0 {
		if c := p.code(strings.TrimSpace(v[j+1:])); c != "" {
			return c
		}
	} else if c := p.code(v); c != "" {
		return c
	}
	return p.code(strings.TrimSpace(v[i+1:]))
}

// gender reads Male and Female. A second gender that differs is refused.
func (p *parser) gender(v, label string, offset int) bool {
	var g lists.Gender
	switch {
	case strings.EqualFold(v, "Male"):
		g = lists.Male
	case strings.EqualFold(v, "Female"):
		g = lists.Female
	default:
		p.problem(p.at(offset), label, v, ErrUnknownWord)
		return false
	}
	if p.cur.e.Gender != "" && p.cur.e.Gender != g {
		p.problem(p.at(offset), label, v, ErrContradiction)
		return false
	}
	p.cur.e.Gender = g
	return true
}

// contact reads a way to reach the party. Of an address of the net with prose
// behind it the first word is the address, and the whole is a Remark as well.
func (p *parser) contact(t lists.ContactType, k int, s, v string) bool {
	b := &p.cur
	if t == lists.Website || t == lists.Email {
		if w := firstWord(v); len(w) < len(v) {
			b.contacts = append(b.contacts, lists.Contact{Type: t, Value: strings.TrimRight(w, ".,")})
			b.remarks = append(b.remarks, lists.Remark{Key: keys[k].name, Text: s})
			return true
		}
	}
	b.contacts = append(b.contacts, lists.Contact{Type: t, Value: v})
	return true
}

// note reads a note in prose, which stays a Remark, for a segment behind one of
// its first colons: "(Following data derived from ...: Alt. DOB: 10 October 1969".
func (p *parser) note(s string, offset int) bool {
	i := 0
	for range 8 {
		n := strings.Index(s[i:], ": ")
		if n < 0 {
			break
		}
		i += n + 2
		tail := withoutAlt(s[i:])
		if k, v, ok := match(tail); ok && v != "" && keys[k].target != toNote && p.file(k, tail, v, offset+len(s)-len(tail), false) {
			break
		}
	}
	return false // the note itself is a Remark all the same
}
