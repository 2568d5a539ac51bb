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
	officialClass
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
	case lists.ENI, lists.HIN, lists.YardNumber:
		return hullClass, HullRule
	case lists.OfficialNumber:
		return officialClass, OtherIDRule
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

// listedKey returns the key under which a listed identifier is found; ok is false
// where it cannot be what its type says.
func listedKey(id lists.Identifier) (k idKey, ok bool) {
	c, err := id.Canonical()
	if err != nil {
		return idKey{}, false
	}
	class, _ := classOf(id.Type)
	return idKey{class, unpadded(class, c.Value)}, true
}

// unpadded drops the zeros before a number of a document or a register: some
// write them and some do not. IMO numbers and codes of a fixed length keep them.
func unpadded(c idClass, value string) string {
	switch c {
	case passportClass, nationalClass, seafarerClass, registrationClass, officialClass, otherClass:
		if n := strings.TrimLeft(value, "0"); len(n) >= 3 {
			return n
		}
	}
	return value
}

// short reports whether a number of the party's own is so short that many
// parties have it, somewhere: alone it proves nothing.
func (a *askedID) short() bool {
	switch a.class {
	case hullClass, passportClass, nationalClass, seafarerClass, registrationClass:
		return len(unpadded(a.class, a.canon.Value)) < 5
	}
	return false
}

// contradicted returns the entity's number of the type of a, where it has one
// that can be compared and none that any number of the query agrees with.
func (a *askedID) contradicted(q *asked, e *lists.Entity) (listed string, ok bool) {
	for _, id := range e.Identifiers {
		if id.Type != a.given.Type {
			continue
		}
		c, err := id.Canonical()
		if err != nil {
			continue
		}
		code, _ := lists.CountryCode(id.Country)
		if national(a.class) && code != a.code {
			continue
		}
		for i := range q.ids {
			if o := &q.ids[i]; o.class == a.class && unpadded(a.class, o.canon.Value) == unpadded(a.class, c.Value) {
				return "", false
			}
		}
		if listed == "" {
			listed, ok = id.Value, true
		}
	}
	return listed, ok
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
		field := func() string { return fmt.Sprintf("identifiers[%d]", i) }
		class, rule := classOf(id.Type)
		a := askedID{given: id, class: class, rule: rule}
		a.code, _ = lists.CountryCode(id.Country)
		c, err := id.Canonical()
		a.canon = c
		valid := err == nil
		if swap, ok := otherKind(id, c.Value, valid); ok {
			a.other = swap
		}
		switch {
		case valid:
		case a.other != "":
			warnings = append(warnings, &QueryError{field(), clip(id.Value), fmt.Errorf("%w; it fits %s: compared as a number of the other kind only", err, otherWords(id.Type))})
		default:
			warnings = append(warnings, &QueryError{field(), clip(id.Value), fmt.Errorf("void, not compared: %w", err)})
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

// otherWords says what an IMO number of the other kind is.
func otherWords(t lists.IDType) string {
	if t == lists.IMOShip {
		return "an IMO company number"
	}
	return "a ship's IMO number"
}

// otherKind returns an IMO number as one of the other kind: a ship's number that
// passes as a company's, or the reverse. canon is its canonical form, where valid.
func otherKind(id lists.Identifier, canon string, valid bool) (string, bool) {
	switch id.Type {
	case lists.IMOShip:
		if valid && !lists.ValidIMOCompany(canon) {
			return "", false // the way of nearly all, at no cost
		}
		id.Type = lists.IMOCompany
	case lists.IMOCompany:
		if valid && !lists.ValidIMOShip(canon) {
			return "", false
		}
		id.Type = lists.IMOShip
	default:
		return "", false
	}
	c, err := id.Canonical()
	return c.Value, err == nil
}

// keys returns the keys by which a query's identifier is looked up; those of noClass
// are none.
func (a *askedID) keys() (out [2]idKey) {
	if a.canon.Value != "" {
		out[0] = idKey{a.class, unpadded(a.class, a.canon.Value)}
	}
	if a.other != "" {
		other := companyClass
		if a.class == companyClass {
			other = shipClass
		}
		out[1] = idKey{other, a.other}
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
		case class == a.class && a.canon.Value != "" && unpadded(class, c.Value) == unpadded(class, a.canon.Value):
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
	case passportClass, nationalClass, seafarerClass, registrationClass, officialClass:
		return true
	}
	return false
}
