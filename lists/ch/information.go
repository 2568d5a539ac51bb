package ch

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// informationLabels are the labels before a colon at the beginning of an
// other-information, in small letters, and where the value goes. Source: the
// texts of the list.
var informationLabels = [...]struct {
	label string
	do    func(e *lists.Entity, label, v string)
}{
	{"phone", contact(lists.Telephone)}, {"phone number", contact(lists.Telephone)}, {"telephone", contact(lists.Telephone)}, {"tel", contact(lists.Telephone)},
	{"fax", contact(lists.Fax)},
	{"e-mail", contact(lists.Email)}, {"email", contact(lists.Email)}, {"e-mail address", contact(lists.Email)},
	{"website", contact(lists.Website)}, {"websites", contact(lists.Website)}, {"web", contact(lists.Website)},
	{"registration number", number(lists.RegistrationNumber)}, {"registration no", number(lists.RegistrationNumber)}, {"ogrn", number(lists.RegistrationNumber)},
	{"company number", number(lists.RegistrationNumber)},
	{"tax id", number(lists.TaxID)}, {"tax identification number", number(lists.TaxID)}, {"inn", number(lists.TaxID)}, {"tax registration number", number(lists.TaxID)},
	{"mmsi", number(lists.MMSI)}, {"call sign", number(lists.CallSign)}, {"lei", number(lists.LEI)}, {"swift/bic", number(lists.SWIFT)}, {"swift", number(lists.SWIFT)},
	{"function", title}, {"position", title}, {"rank", title},
	{"associated individual", associate}, {"associated individuals", associate}, {"associated entity", associate}, {"associated entities", associate},
	{"flag", flagOf},
}

func contact(t lists.ContactType) func(*lists.Entity, string, string) {
	return func(e *lists.Entity, _, v string) {
		e.Contacts = append(e.Contacts, lists.Contact{Type: t, Value: v})
	}
}

func number(t lists.IDType) func(*lists.Entity, string, string) {
	return func(e *lists.Entity, label, v string) {
		e.Identifiers = append(e.Identifiers, lists.Identifier{Type: t, Value: v, Label: label})
	}
}

func title(e *lists.Entity, _, v string) { e.Titles = append(e.Titles, v) }

func associate(e *lists.Entity, label, v string) {
	e.Relations = append(e.Relations, lists.Relation{Role: lists.AssociateOf, Text: v, Label: label})
}

func flagOf(e *lists.Entity, _, v string) {
	code, _ := lists.CountryCode(v)
	e.Flags = append(e.Flags, lists.Country{Text: v, Code: code, Role: lists.Flag})
}

// information reads one other-information: a label and a value, or prose. Prose,
// and what has no field, is a Remark.
func (p *parser) information(e *lists.Entity, n *feed.Node) {
	t := text(n)
	if t == "" {
		return
	}
	if p.ownIMO(e, n.At, t) {
		return
	}
	if name, v, ok := strings.Cut(t, ":"); ok && len(name) <= 40 {
		key := strings.ToLower(strings.Trim(name, " ."))
		if v = strings.TrimSpace(v); v != "" {
			for _, l := range informationLabels {
				if l.label == key {
					ids := len(e.Identifiers)
					l.do(e, name, v)
					for _, id := range e.Identifiers[ids:] {
						if _, err := id.Canonical(); err != nil {
							p.problem(e, n.At, "other-information", v, err)
						}
					}
					return
				}
			}
		}
	}
	remark(e, "other-information", t)
	p.mentions(e, n.At, "other-information", t)
}

// ownIMO reads a text that is an IMO number and no more: "IMO Number: 8405270",
// "IMO: 8405270". It is the number of the target, a ship's or a company's. A text
// that says whose it is, "IMO number of the vessel: 9387803" under a company, is
// none.
func (p *parser) ownIMO(e *lists.Entity, at feed.Place, t string) bool {
	own := false
	imoWords.Each(t, func(begin, end int, words, digits string) {
		rest := strings.Trim(t[:begin]+t[end:], " .;,")
		low := strings.ToLower(words)
		about := strings.Contains(low, "vessel") || strings.Contains(low, "ship")
		switch {
		case own || rest != "":
		case e.Kind == lists.Vessel && !strings.Contains(low, "company"):
			own = true
			p.identifier(e, at, "other-information", lists.Identifier{Type: lists.IMOShip, Value: digits, Label: words})
		case e.Kind == lists.Organization && !about:
			own = true
			p.identifier(e, at, "other-information", lists.Identifier{Type: lists.IMOCompany, Value: digits, Label: words})
		}
	})
	return own
}

// mentions reads the IMO numbers that prose names. In the prose on a ship the
// first is taken for its own where it has none. In that on a company a number is
// the company's own where it passes the check of company numbers and not that of
// ships (IMO resolutions MSC.160(78), A.1117(30)) and the words before it name no
// vessel. Every other one becomes a Relation: a ship, or a firm, that the text
// speaks of.
func (p *parser) mentions(e *lists.Entity, at feed.Place, field, t string) {
	imoWords.Each(t, func(_, _ int, words, digits string) {
		ship := lists.Identifier{Type: lists.IMOShip, Value: digits, Label: words, Note: "named in " + field}
		company := ship
		company.Type = lists.IMOCompany
		_, notShip := ship.Canonical()
		_, notCompany := company.Canonical()
		low := strings.ToLower(words)
		switch {
		case prose.Holds(e, digits):
		case e.Kind == lists.Vessel && notShip == nil && !hasShipNumber(e):
			e.Identifiers = append(e.Identifiers, ship)
		case e.Kind == lists.Organization && notCompany == nil && notShip != nil && !strings.Contains(low, "vessel") && !strings.Contains(low, "ship"):
			e.Identifiers = append(e.Identifiers, company)
		default:
			if notShip != nil && notCompany != nil {
				p.problem(e, at, field, digits, notShip)
			}
			e.Relations = append(e.Relations, lists.Relation{Role: lists.OtherRelation, Text: "IMO " + digits, Label: words})
		}
	})
}

func hasShipNumber(e *lists.Entity) bool {
	for _, id := range e.Identifiers[max(0, len(e.Identifiers)-200):] {
		if id.Type == lists.IMOShip {
			return true
		}
	}
	return false
}

// imoWords are the words around the IMO numbers of this list.
var imoWords = prose.IMOWords{
	Between: []string{"number", "no", "num", "nr", "n", "company", "ship", "vessel", "of", "the", "this", "is", "code", "id"},
	Before:  []string{"company number ", "company ", "vessel ", "ship ", "number "},
	Gap:     32,
}
