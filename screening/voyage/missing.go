package voyage

import "github.com/seed-539c57aa/pratique/lists"

// missing returns what was not given and a check list asks for. The roles are
// those of the table in role.go with a reason; a manager of whom nobody says which
// stands for both. Facts of the ship come first.
//
// Source: as of Role; what tells a namesake from a listed party is after FAQ 5 of
// OFAC as this project's notes sum it up.
func (v *Voyage) missing() []Missing {
	var out []Missing
	add := func(what, why string) { out = append(out, Missing{what, why}) }
	given := map[Role]bool{}
	for i := range v.Parties {
		if r, err := ParseRole(string(v.Parties[i].Role)); err == nil {
			given[r] = true
			if r == Manager {
				given[CommercialManager], given[TechnicalManager] = true, true
			}
		}
	}
	if blank(&v.Ship.Query) {
		add("ship", "no ship is given")
	} else {
		imo := false
		for _, id := range v.Ship.Identifiers {
			if id.Type == lists.IMOShip {
				_, err := id.Canonical()
				imo = imo || err == nil
			}
		}
		if !imo {
			add("IMO number of the ship", "names change and are shared; the number stays with the hull")
		}
		if len(v.Flag)+len(v.Ship.Flags) == 0 {
			add("flag of the ship", "the flag, present and past, tells namesakes apart")
		}
	}
	if !v.Date.Known() {
		add("date of the voyage", "measures on places begin and end")
	}
	if len(v.Ports) == 0 {
		add("ports", "ports of loading and discharge, terminals and anchorages")
	}
	for i := range roles {
		if r := &roles[i]; r.asked != "" && !given[r.role] {
			add(string(r.role), r.asked)
		}
	}
	if v.Structure == nil && (given[RegisteredOwner] || given[BeneficialOwner]) {
		add("who owns the owner", "a firm on no list is blocked all the same where listed parties own half of it")
	}
	return out
}
