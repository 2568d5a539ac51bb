package eu

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// country takes the country of a detail: its name and its ISO code. The code 00
// and the name UNKNOWN are none.
func country(d *detail) (text, code string) {
	iso, text := d.take("countryIso2Code"), d.take("countryDescription")
	if strings.EqualFold(text, "UNKNOWN") {
		text = ""
	}
	if iso == "00" {
		iso = ""
	}
	if c, ok := lists.CountryCode(iso); ok {
		code = c
	} else if c, ok := lists.CountryCode(text); ok {
		code = c
	}
	if text == "" {
		text = iso
	}
	return text, code
}

// citizenship reads one citizenship.
func (p *parser) citizenship(e *lists.Entity, d *detail) {
	text, code := country(d)
	if text != "" {
		e.Countries = append(e.Countries, lists.Country{Text: text, Code: code, Role: lists.Citizenship})
	}
	remark(e, "citizenship", prose.Join("; ", text+prose.Label(", region ", d.take("region")), prose.Label("acquired ", d.take("acquisitionDate")),
		prose.Label("lost ", d.take("disenfranchisementDate")), strings.Join(d.remarks, "; ")))
	if last := len(e.Remarks) - 1; last >= 0 && e.Remarks[last].Key == "citizenship" && e.Remarks[last].Text == text {
		e.Remarks = e.Remarks[:last] // the country alone
	}
}

// birth reads one birthdate, which may hold a date, a place, or both. In the
// Islamic calendar day, month and year are of that calendar, while birthdate is
// converted already; a year alone is not, and is not converted here.
func (p *parser) birth(e *lists.Entity, d *detail) {
	day, month, year := d.take("dayOfMonth"), d.take("monthOfYear"), d.take("year")
	from, to := d.take("yearRangeFrom"), d.take("yearRangeTo")
	whole, circa, calendar := d.take("birthdate"), d.yes("circa"), d.take("calendarType")
	composed := year
	if year != "" && month != "" {
		composed = year + "-" + pad(month)
		if day != "" {
			composed += "-" + pad(day)
		}
	}
	years := prose.Join(" to ", from, to)
	gregorian := calendar == "" || strings.EqualFold(calendar, "GREGORIAN")
	switch calendar {
	case "", "GREGORIAN", "ISLAMIC", "BUDDHIST", "COPTIC", "ETHIOPIC": // the schema's
	default:
		p.once(e, d.at, "calendarType", calendar, ErrUnknownWord)
	}
	switch {
	case whole != "":
		p.born(e, d, "birthdate", whole, circa)
		if gregorian && composed != "" && composed != whole {
			p.born(e, d, "year", composed, circa)
		}
	case gregorian && composed != "":
		p.born(e, d, "year", composed, circa)
	case composed+years != "" && !gregorian:
		text := prose.Join("; ", composed, years) + " (" + calendar + ")"
		e.Dates = append(e.Dates, lists.Date{Role: lists.Birth, Text: text})
		p.problem(e, d.at, "year", text, ErrCalendar)
	}
	if gregorian && years != "" {
		p.born(e, d, "yearRangeFrom", years, circa)
	}
	if !gregorian {
		remark(e, "birthdate", "birthdate: "+prose.Join("; ", calendar, composed, years))
	}
	if year == "" && day+month != "" {
		remark(e, "birthdate", "birthdate: "+prose.Join(", ", prose.Label("day ", day), prose.Label("month ", month)))
	}
	text, code := country(d)
	where := prose.Join(", ", d.take("city"), d.take("place"), d.take("region"), d.take("zipCode"), text)
	if where != "" && where != "-" {
		e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: where, Code: code})
	}
	for _, r := range d.remarks {
		remark(e, "birthdate", prose.Join(": ", prose.Join(", ", prose.Join("/", whole, composed, years), where), r))
	}
}

// born adds a date of birth, which keeps its text where it is none.
func (p *parser) born(e *lists.Entity, d *detail, field, text string, circa bool) {
	date := p.day(e, d, field, text)
	date.Role = lists.Birth
	date.Circa = date.Known() && (date.Circa || circa)
	e.Dates = append(e.Dates, date)
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// contactKeys are the keys of contactInfo.
var contactKeys = [...]struct {
	key string
	is  lists.ContactType
}{{"PHONE", lists.Telephone}, {"FAX", lists.Fax}, {"EMAIL", lists.Email}, {"WEB", lists.Website}}

// address reads one address and the contacts in it.
func (p *parser) address(e *lists.Entity, d *detail, id string) {
	a := lists.Address{ID: id}
	a.Country, a.Code = country(d)
	box := d.take("poBox")
	if box != "" && strings.Trim(box, "0123456789 -/") == "" {
		box = "PO Box " + box
	}
	city, place := d.take("city"), d.take("place")
	if city == "-" {
		city = ""
	}
	if city == "" {
		city, place = place, ""
	}
	a.Street, a.City = prose.Join(", ", d.take("street"), place, box), city
	a.Region, a.PostalCode = d.take("region"), d.take("zipCode")
	empty := a == lists.Address{ID: id}
	if !empty {
		e.Addresses = append(e.Addresses, a)
	}
	where := prose.Join(", ", a.Street, a.City, a.Region, a.PostalCode, a.Country)
	if d.yes("asAtListingTime") {
		remark(e, "address", prose.Join(": ", where, "as at listing time"))
	}
	for _, r := range d.remarks {
		remark(e, "address", prose.Join(": ", where, r))
	}
contacts:
	for _, c := range d.contacts {
		for _, k := range contactKeys {
			if strings.EqualFold(c[0], k.key) {
				e.Contacts = append(e.Contacts, lists.Contact{Type: k.is, Value: c[1]})
				continue contacts
			}
		}
		remark(e, "contactInfo", prose.Join(": ", c[0], c[1]))
		p.once(e, d.at, "contactInfo", c[0], ErrUnknownWord)
	}
}

// identificationTypes are the codes of identificationTypeCode. Source: the
// descriptions that the file gives with them.
var identificationTypes = [...]struct {
	code string
	is   lists.IDType
}{
	{"passport", lists.Passport}, {"travelcardid", lists.Passport}, {"id", lists.NationalID}, {"nrn", lists.NationalID},
	{"ssn", lists.SocialSecurity}, {"unssn", lists.SocialSecurity}, {"residentperm", lists.ResidencePermit},
	{"drivinglicence", lists.DriverLicence}, {"tradelic", lists.Licence}, {"swiftbic", lists.SWIFT},
	{"regnumber", lists.RegistrationNumber}, {"fiscalcode", lists.TaxID}, {"taxid", lists.TaxID}, {"euvat", lists.TaxID},
	{"birthcert", lists.OtherID}, {"nationcert", lists.OtherID}, {"electionid", lists.OtherID}, {"other", lists.OtherID},
}

// identification reads one identification. The code imo is a ship's number on a
// ship and a company's on an enterprise, whatever the description says.
func (p *parser) identification(e *lists.Entity, d *detail) {
	code, description := d.take("identificationTypeCode"), d.take("identificationTypeDescription")
	number, latin := d.take("number"), d.take("latinNumber")
	id := lists.Identifier{Type: lists.OtherID, Value: number, Label: description}
	if id.Label == "" {
		id.Label = code
	}
	known := false
	for _, t := range identificationTypes {
		if strings.EqualFold(t.code, code) {
			id.Type, known = t.is, true
		}
	}
	if strings.EqualFold(code, "imo") {
		known = true
		switch e.Kind {
		case lists.Vessel:
			id.Type = lists.IMOShip
		case lists.Organization:
			id.Type = lists.IMOCompany
		}
	}
	if !known {
		id.Label = prose.Join(": ", code, description)
		p.once(e, d.at, "identificationTypeCode", code, ErrUnknownWord)
	}
	id.Country, _ = country(d)
	if t := d.take("issueDate"); t != "" {
		id.Issued = p.date(e, d, "issueDate", t)
	}
	if t := d.take("validTo"); t != "" {
		id.Expires = p.date(e, d, "validTo", t)
	}
	notes := []string{prose.Label("issued by ", d.take("issuedBy")), prose.Label("region ", d.take("region")), prose.Label("name on document: ", d.take("nameOnDocument")),
		prose.Label("valid from ", d.take("validFrom"))}
	for _, f := range [...]struct{ name, words string }{{"diplomatic", "diplomatic"}, {"knownExpired", "known to be expired"},
		{"knownFalse", "known to be false"}, {"reportedLost", "reported lost"}, {"revokedByIssuer", "revoked by the issuer"}} {
		if d.yes(f.name) {
			notes = append(notes, f.words)
		}
	}
	id.Note = prose.Join("; ", append(notes, d.remarks...)...)
	if nothing(number) {
		if nothing(latin) {
			remark(e, "identification", prose.Join("; ", id.Label, id.Country, id.Issued.Text, id.Expires.Text, id.Note))
			return
		}
		id.Value, latin = latin, ""
	}
	p.identifier(e, d.at, code, id)
	if latin != "" && latin != number {
		id.Value, id.Note = latin, fmt.Sprintf("latinNumber of %s", number)
		p.identifier(e, d.at, code, id)
	}
}

// identifier adds an identifier, and a Problem where it cannot be what its type
// says.
func (p *parser) identifier(e *lists.Entity, at lists.Position, field string, id lists.Identifier) {
	if _, err := id.Canonical(); err != nil {
		p.problem(e, at, field, id.Value, err)
	}
	e.Identifiers = append(e.Identifiers, id)
}
