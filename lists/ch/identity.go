package ch

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// identity reads one identity of a target. Targets have one that is main, and
// may have others under other names.
func (p *parser) identity(e *lists.Entity, n *feed.Node, at int) {
	main := attr(n, "main") != "false"
	for k := range n.Kids("name") {
		p.name(e, k, main)
	}
	for k := range n.Kids("nationality") {
		c := k.Kid("country")
		if t := text(c); t != "" {
			e.Countries = append(e.Countries, lists.Country{Text: t, Code: countryCode(c), Role: lists.Nationality})
		}
		p.quality(e, k, "nationality", text(c))
	}
	for k := range n.Kids("day-month-year") {
		p.birth(e, k)
	}
	for k := range n.Kids("place-of-birth") {
		p.birthPlace(e, k, at)
	}
	for k := range n.Kids("address") {
		p.address(e, k, at)
	}
	for k := range n.Kids("identification-document") {
		p.document(e, k)
	}
	if !main {
		remark(e, "identity", "identity: "+attr(n, "ssid")+" is not the main one")
	}
}

// quality keeps a quality that is low.
func (p *parser) quality(e *lists.Entity, n *feed.Node, what, value string) {
	switch q := attr(n, "quality"); q {
	case "", "good":
	case "low":
		remark(e, what, prose.Join(": ", value, "quality low"))
	default:
		remark(e, what, prose.Join(": ", value, "quality "+q))
		p.once(e, n.At, "quality", q, ErrUnknownWord)
	}
}

// birth reads one day-month-year: a birth, the founding of an entity, or the
// building of a ship.
func (p *parser) birth(e *lists.Entity, n *feed.Node) {
	day, month, year := attr(n, "day"), attr(n, "month"), attr(n, "year")
	calendar, quality := attr(n, "calendar"), attr(n, "quality")
	role := lists.Birth
	switch e.Kind {
	case lists.Organization:
		role = lists.Established
	case lists.Vessel, lists.Aircraft:
		role = lists.Build
	}
	t := prose.Join("-", year, pad(month), pad(day))
	switch {
	case t == "":
		return
	case calendar != "" && !strings.EqualFold(calendar, "Gregorian"):
		t += " (" + calendar + ")"
		e.Dates = append(e.Dates, lists.Date{Role: role, Text: t})
		p.problem(e, n.At, "day-month-year", t, ErrCalendar)
	case year == "" || month == "" && day != "":
		t = "day " + day + ", month " + month + ", year " + year
		e.Dates = append(e.Dates, lists.Date{Role: role, Text: t})
		p.problem(e, n.At, "day-month-year", t, lists.ErrDate)
	default:
		d := p.day(e, n.At, "day-month-year", t)
		d.Role, d.Circa = role, d.Known() && quality == "low"
		e.Dates = append(e.Dates, d)
	}
	if quality != "" && quality != "good" && quality != "low" {
		p.quality(e, n, "day-month-year", t)
	}
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// inline takes a place that stands in the element itself.
func inline(n *feed.Node) location {
	c := n.Kid("country")
	return location{name: textOf(n, "location"), area: textOf(n, "area"), country: text(c), code: countryCode(c)}
}

// birthPlace reads one place-of-birth.
func (p *parser) birthPlace(e *lists.Entity, n *feed.Node, at int) {
	l := inline(n)
	id := attr(n, "place-id")
	own := prose.Join(", ", text(n), l.name, l.area, l.country)
	if own == "" && id == "" {
		return
	}
	if id != "" {
		p.pending = append(p.pending, pending{pendingBirth, at, len(e.Places), id, n.At})
	}
	e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: own, Code: l.code})
	p.quality(e, n, "place-of-birth", prose.Label("place-id ", id))
	for _, name := range [...]string{"remark", "remarks"} {
		for k := range n.Kids(name) {
			remark(e, "place-of-birth", prose.Join(": ", own, text(k)))
		}
	}
}

// address reads one address. Town, area and country stand in the table of places,
// as a rule.
func (p *parser) address(e *lists.Entity, n *feed.Node, at int) {
	l := inline(n)
	id := attr(n, "place-id")
	box := textOf(n, "p-o-box")
	if box != "" && strings.Trim(box, "0123456789 -/") == "" {
		box = "P.O. Box " + box
	}
	a := lists.Address{ID: attr(n, "ssid"), Street: prose.Join(", ", textOf(n, "c-o"), textOf(n, "address-details"), box), City: l.name, Region: l.area,
		PostalCode: textOf(n, "zip-code"), Country: l.country, Code: l.code}
	if a != (lists.Address{ID: a.ID}) || id != "" {
		if id != "" {
			p.pending = append(p.pending, pending{pendingAddress, at, len(e.Addresses), id, n.At})
		}
		e.Addresses = append(e.Addresses, a)
	}
	p.quality(e, n, "address", prose.Join(" ", a.ID, a.Street))
	for _, name := range [...]string{"remark", "remarks"} {
		for k := range n.Kids(name) {
			remark(e, "address", prose.Join(": ", prose.Join(" ", a.ID, a.Street), text(k)))
		}
	}
}

// documentTypes are the values of document-type, from general knowledge of the
// specification of swiss-sanctions-list, version 3.1, to be checked against it.
var documentTypes = [...]struct {
	word string
	is   lists.IDType
}{
	{"passport", lists.Passport}, {"diplomatic-passport", lists.Passport}, {"service-passport", lists.Passport}, {"travel-document", lists.Passport},
	{"id-card", lists.NationalID}, {"national-id", lists.NationalID}, {"residence-permit", lists.ResidencePermit},
	{"driving-permit", lists.DriverLicence}, {"driving-license", lists.DriverLicence}, {"driver-license", lists.DriverLicence},
	{"ssn", lists.SocialSecurity}, {"tax-id", lists.TaxID}, {"other", lists.OtherID},
}

// document reads one identification-document.
func (p *parser) document(e *lists.Entity, n *feed.Node) {
	kind := attr(n, "document-type")
	id := lists.Identifier{Type: lists.OtherID, Label: kind}
	known := false
	for _, t := range documentTypes {
		if t.word == kind {
			id.Type, known = t.is, true
		}
	}
	if !known {
		p.once(e, n.At, "document-type", kind, ErrUnknownWord)
	}
	id.Value = textOf(n, "number")
	issuer := n.Kid("issuer")
	id.Country = text(issuer)
	if code := attr(issuer, "code"); id.Country == "" {
		id.Country = code
	} else if c, _ := lists.CountryCode(id.Country); c != code && code != "" {
		id.Note = "issuer " + code
	}
	id.Issued = p.day(e, n.At, "date-of-issue", textOf(n, "date-of-issue"))
	id.Expires = p.day(e, n.At, "expiry-date", textOf(n, "expiry-date"))
	for _, d := range [...]lists.Date{id.Issued, id.Expires} {
		if !d.Known() && d.Text != "" {
			remark(e, "identification-document", prose.Join(" ", kind, id.Value, d.Text))
		}
	}
	for _, name := range [...]string{"remark", "remarks"} {
		for k := range n.Kids(name) {
			id.Note = prose.Join("; ", id.Note, text(k))
		}
	}
	if id.Value == "" {
		remark(e, "identification-document", prose.Join("; ", kind, id.Country, id.Issued.Text, id.Expires.Text, id.Note))
		return
	}
	p.identifier(e, n.At, "identification-document", id)
}

// identifier adds an identifier, and a Problem where it cannot be what its type
// says.
func (p *parser) identifier(e *lists.Entity, at feed.Place, field string, id lists.Identifier) {
	if _, err := id.Canonical(); err != nil {
		p.problem(e, at, field, id.Value, err)
	}
	e.Identifiers = append(e.Identifiers, id)
}
