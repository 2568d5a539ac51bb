package lists

import "strings"

// sameIMO is the reason under which ship and company numbers are gathered, so that
// a number that is said to be both is noticed. It stands in no result.
const sameIMO LinkReason = "same IMO number"

// group is what, besides the value, two claims must have in common to be a link.
type group struct {
	reason LinkReason // empty: the claim is looked at for conflicts only
	kind   Kind
}

// claim is a value that an entity says to be its own.
type claim struct {
	key Because
	group
}

// claimant is an entity that makes a claim.
type claimant struct {
	Member
	group
}

// claims are all that say the same value to be theirs.
type claims struct {
	key Because
	all []claimant
}

// add adds a claimant, once for every entity and group. Claims come entity by
// entity.
func (c *claims) add(m Member, by claim) {
	for i := len(c.all) - 1; i >= 0 && c.all[i].Entity == m.Entity; i-- {
		if c.all[i].group == by.group {
			return
		}
	}
	c.all = append(c.all, claimant{m, by.group})
}

// kinds returns the number of kinds among the claimants, without Unknown, and the
// first of them.
func (c *claims) kinds() (n int, first Kind) {
	var seen [len(kindNames)]bool
	for i := range c.all {
		k := c.all[i].kind
		if int(k) >= len(seen) || k == Unknown || seen[k] {
			continue
		}
		if seen[k] = true; n == 0 {
			first = k
		}
		n++
	}
	return n, first
}

// claimsOf returns what e, on the list l, says to be its own.
func claimsOf(l *List, e *Entity) []claim {
	var out []claim
	for i := range e.Identifiers {
		id := &e.Identifiers[i]
		if id.Type != IMOShip && id.Type != IMOCompany && id.Type != LEI {
			continue
		}
		c, err := id.Canonical()
		if err != nil {
			continue
		}
		switch {
		case id.Type == LEI:
			out = append(out, claim{Because{SameLEI, c.Value}, group{SameLEI, e.Kind}})
		case id.Type == IMOShip && (e.Kind == Vessel || e.Kind == Unknown):
			out = append(out, claim{Because{sameIMO, c.Value}, group{SameIMOShip, Vessel}})
		case id.Type == IMOShip: // the number of a firm's ship, or a firm's number misplaced
			out = append(out, claim{Because{sameIMO, c.Value}, group{"", e.Kind}})
		case e.Kind != Vessel: // a vessel's record may print its owner's number
			out = append(out, claim{Because{sameIMO, c.Value}, group{SameIMOCompany, e.Kind}})
		}
	}
	if list := ownSpace(l.Source.Name); list != "" {
		out = appendReference(out, list, e.ID, e.Kind)
	}
	for _, r := range e.References {
		out = appendReference(out, numberSpace(r.List), r.ID, e.Kind)
	}
	return out
}

func appendReference(out []claim, list, id string, k Kind) []claim {
	if len(id) > maxIdentifier || len(list) > maxIdentifier {
		return out
	}
	if id = alphanumeric(asciiForm(id)); id == "" {
		return out
	}
	return append(out, claim{Because{SameReference, list + " " + id}, group{SameReference, k}})
}

// ownSpaces are the lists whose Entity.ID is the publisher's own number of the
// party, by the beginning of Source.Name, with the word by which other lists'
// References call that number. OFAC's unique ids are one series for all its
// lists (OFAC, dat_spec.txt and the ids themselves). Parsers whose IDs may be
// others write the publisher's number as a Reference of the party to itself, as
// those of the UN's and the EU's lists do.
var ownSpaces = [...]struct{ name, list string }{
	{"OFAC ", "OFAC"},
	{"UK Sanctions List", "UK Sanctions List"},
	{"OFSI Consolidated List", "OFSI"},
	{"OpenSanctions", "OpenSanctions"},
}

func ownSpace(source string) string {
	for _, s := range ownSpaces {
		if strings.HasPrefix(source, s.name) {
			return s.list
		}
	}
	return ""
}

// numberSpace returns the series of numbers that a Reference is of: its list, but
// one word for all lists of OFAC.
func numberSpace(list string) string {
	list = strings.TrimSpace(list)
	if list == "OFAC" || strings.HasPrefix(list, "OFAC ") {
		return "OFAC"
	}
	return list
}
