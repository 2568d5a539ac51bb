package screening

import "github.com/seed-539c57aa/pratique/matcher"

// This file says how alike names must be at the least for a party to be found by
// its name. It follows score.go, evidence.go and facts.go: what a rule there can
// add to a name stands here.

// nameFloor is the likeness below which two names are not alike: such a name
// carries no hit and supports none. No threshold of use lies below the score
// that it gives.
const nameFloor = 600

// ceilings are the most that the rules on each part of a query can add to the
// effect of a name, where no identifier agrees.
type ceilings struct {
	always, ids, owners, addresses          int
	flags, shipType, build, tonnage, length int // of a ship
	birth, countries, places, gender        int // of other parties
}

func makeCeilings(effects *[ruleCount]int) ceilings {
	most := func(rules ...Rule) int {
		n := 0
		for _, r := range rules {
			n = max(n, effects[r.index()])
		}
		return n
	}
	return ceilings{
		always: most(WeakAliasRule, FormerNameRule),
		// A conflict of identity is never told without numbers that differ.
		ids:       most(IMODiffersRule) + max(0, effects[ConflictRule.index()]+min(0, effects[IMODiffersRule.index()])) + most(NumberDiffersRule),
		owners:    most(OwnerRule),
		addresses: most(AddressRule, AgentAddressRule),
		flags:     most(FlagRule, FormerFlagRule, FlagDiffersRule),
		shipType:  most(TypeRule, TypeDiffersRule),
		build:     most(BuildRule, BuildDiffersRule),
		tonnage:   most(TonnageRule, TonnageNearRule, TonnageDiffersRule),
		length:    most(LengthRule, LengthDiffersRule),
		birth:     most(BirthRule, BirthNearRule, BirthDiffersRule),
		countries: most(CountryRule, CountryDiffersRule),
		places:    most(PlaceRule),
		gender:    most(GenderDiffersRule),
	}
}

// of returns the most that all rules can add for a query of such facts.
func (c *ceilings) of(a *asked) int {
	given := func(ok bool, n int) int {
		if ok {
			return n
		}
		return 0
	}
	f := &a.facts
	ship := given(len(f.flags) > 0, c.flags) + given(f.shipType != "", c.shipType) + given(len(f.build) > 0, c.build) +
		given(f.deadweight > 0 || f.gross > 0, c.tonnage) + given(f.length > 0, c.length)
	other := given(len(f.birth) > 0, c.birth) + given(len(f.countries) > 0, c.countries) +
		given(len(f.places) > 0, c.places) + given(f.gender != "", c.gender)
	return c.always + given(len(a.ids) > 0, c.ids) + given(len(f.owners) > 0, c.owners) + given(len(f.addresses) > 0, c.addresses) + max(ship, other)
}

// floor returns the likeness that a name of a party must have at the least for
// the party to be a hit, where no identifier of it agrees: nameFloor or more, and
// over 1000 where no name can do it. A better name never makes a hit score less,
// so that of a party that is a hit the best name is at the floor or above. A
// query that asks for what is near takes all that is alike.
func (s *Screener) floor(a *asked) matcher.Score {
	effect := s.effects[nameIndex]
	least := int(s.policy.Threshold) - s.ceilings.of(a)
	if a.query.Near > 0 || effect <= 0 || least <= 0 {
		return nameFloor
	}
	// A likeness counts for its thousandths of the effect, cut off.
	floor := (least*1000 + effect - 1) / effect
	return matcher.Score(min(max(floor, nameFloor), 1001))
}
