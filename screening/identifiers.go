package screening

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// idKey is an identifier as it is looked up: what it identifies, in its
// canonical form. Issuing states are compared afterwards.
type idKey struct {
	class idClass
	value string
}

// idClass joins the types of identifier that are compared with one another.
type idClass uint8

const (
	noClass idClass = iota
	shipClass
	companyClass
	mmsiClass
	callSignClass
	hullClass
	passportClass
	nationalClass
	seafarerClass
	leiClass
	registrationClass
	otherClass
)

// classOf returns the class of a type and the rule by which its equality counts.
func classOf(t lists.IDType) (idClass, Rule) {
	switch t {
	case lists.IMOShip:
		return shipClass, IMORule
	case lists.IMOCompany:
		return companyClass, CompanyIMORule
	case lists.MMSI:
		return mmsiClass, MMSIRule
	case lists.CallSign:
		return callSignClass, CallSignRule
	case lists.ENI, lists.HIN, lists.YardNumber, lists.OfficialNumber:
		return hullClass, HullRule
	case lists.Passport:
		return passportClass, PassportRule
	case lists.NationalID, lists.SocialSecurity, lists.ResidencePermit, lists.DriverLicence:
		return nationalClass, NationalIDRule
	case lists.SeafarerDocument:
		return seafarerClass, SeafarerRule
	case lists.LEI:
		return leiClass, LEIRule
	case lists.RegistrationNumber, lists.TaxID, lists.SWIFT, lists.DUNS, lists.Licence:
		return registrationClass, RegistrationRule
	}
	return otherClass, OtherIDRule
}

// listedKeys returns the keys under which a listed identifier is found: none
// where it cannot be what its type says.
func listedKeys(id lists.Identifier) []idKey {
	c, err := id.Canonical()
	if err != nil {
		return nil
	}
	class, _ := classOf(id.Type)
	return []idKey{{class, c.Value}}
}

// askedID is an identifier of a query in the forms it is looked up by.
type askedID struct {
	given lists.Identifier
	canon lists.Identifier
	class idClass
	rule  Rule
	other string // an IMO number's value as a number of the other kind, where it passes that check
	code  string // issuing state
}

// askedIDs reads the identifiers of a query and tells of those that are void.
func askedIDs(q *Query) (out []askedID, warnings []error) {
	for i, id := range q.Identifiers {
		field := fmt.Sprintf("identifiers[%d]", i)
		class, rule := classOf(id.Type)
		a := askedID{given: id, class: class, rule: rule}
		a.code, _ = lists.CountryCode(id.Country)
		c, err := id.Canonical()
		a.canon = c
		valid := err == nil
		if swap, ok := otherKind(id); ok {
			a.other = swap
		}
		switch {
		case valid:
		case a.other != "":
			warnings = append(warnings, &QueryError{field, clip(id.Value), fmt.Errorf("compared as an IMO number of the other kind only: %w", err)})
		default:
			warnings = append(warnings, &QueryError{field, clip(id.Value), fmt.Errorf("void, not compared: %w", err)})
		}
		if valid || a.other != "" {
			if !valid {
				a.canon.Value = ""
			}
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(x, y askedID) int {
		return cmp.Or(cmp.Compare(x.class, y.class), strings.Compare(x.canon.Value, y.canon.Value), strings.Compare(x.other, y.other),
			strings.Compare(x.code, y.code), strings.Compare(string(x.given.Type), string(y.given.Type)), strings.Compare(x.given.Value, y.given.Value))
	})
	// One number given twice is one piece of evidence.
	out = slices.CompactFunc(out, func(x, y askedID) bool {
		return x.class == y.class && x.canon.Value == y.canon.Value && x.other == y.other && x.code == y.code
	})
	return out, warnings
}

// otherKind returns an IMO number as one of the other kind: a ship's number that
// passes as a company's, or the reverse.
func otherKind(id lists.Identifier) (string, bool) {
	switch id.Type {
	case lists.IMOShip:
		id.Type = lists.IMOCompany
	case lists.IMOCompany:
		id.Type = lists.IMOShip
	default:
		return "", false
	}
	c, err := id.Canonical()
	return c.Value, err == nil
}

// keys returns the keys by which a query's identifier is looked up.
func (a *askedID) keys() []idKey {
	var out []idKey
	if a.canon.Value != "" {
		out = append(out, idKey{a.class, a.canon.Value})
	}
	if a.other != "" {
		other := companyClass
		if a.class == companyClass {
			other = shipClass
		}
		out = append(out, idKey{other, a.other})
	}
	return out
}

// heldBy returns the entity's identifier that equals a, whether it stands in
// the field of the other kind, and false where there is none.
func (a *askedID) heldBy(e *lists.Entity) (found lists.Identifier, wrongField, ok bool) {
	for _, id := range e.Identifiers {
		class, _ := classOf(id.Type)
		if class != a.class && a.other == "" {
			continue
		}
		c, err := id.Canonical()
		if err != nil {
			continue
		}
		switch {
		case class == a.class && a.canon.Value != "" && c.Value == a.canon.Value:
			code, known := lists.CountryCode(id.Country)
			if known && a.code != "" && code != a.code && national(a.class) {
				continue // one number, two issuing states
			}
			return id, false, true
		case a.other != "" && c.Value == a.other && (class == shipClass || class == companyClass) && class != a.class:
			found, wrongField, ok = id, true, true
		}
	}
	return found, wrongField, ok
}

// national reports whether numbers of the class are only unique within a state.
func national(c idClass) bool {
	switch c {
	case passportClass, nationalClass, seafarerClass, registrationClass:
		return true
	}
	return false
}
