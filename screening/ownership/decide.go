package ownership

import (
	"fmt"
	"sort"

	"github.com/seed-539c57aa/pratique/lists"
)

// Outcome is what a rule says of a party.
type Outcome string

// The outcomes.
const (
	Met       Outcome = "met"       // the party counts as listed, whatever the doubts turn out to be
	NotMet    Outcome = "not met"   // it does not, whatever the doubts turn out to be
	Undecided Outcome = "undecided" // both are possible on what is known
)

// Ground is why an outcome is Met or can be.
type Ground string

// The grounds, the first that holds.
const (
	ByListing  Ground = "listed"    // the party itself
	ByShares   Ground = "shares"    // of its capital; of a ship, shares in the ship
	ByVotes    Ground = "votes"     // and not by shares
	ByControl  Ground = "control"   // and neither by shares nor by votes
	ByProperty Ground = "ownership" // of a ship or an aircraft, in whole or in part
	NoGround   Ground = ""
)

// Verdict is what a regime's rule says of one party in a Structure. It holds no
// reference to the Chart. Two Verdicts of the same Structure in any order of its
// parts are deeply equal. The zero Verdict says nothing: it is what comes with an
// error.
type Verdict struct {
	Target  string    `json:"target"`
	Regime  Regime    `json:"regime"`
	On      lists.Day `json:"on,omitzero"` // the day whose law was asked for; zero is the latest that the package knows
	Outcome Outcome   `json:"outcome"`
	Ground  Ground    `json:"ground,omitempty"` // of Met, and of Undecided what would make it so; empty for NotMet

	// Shares is what listed owners hold of the target, directly and through parties
	// that count as they do: all of them together where the regime adds them up, else
	// the Person alone. What turns out to be the case lies within it.
	Shares Share `json:"shares"`
	// Votes is the same of the voting rights, where they are asked for.
	Votes *Share `json:"votes,omitempty"`
	// Person is the listed party for which the figures stand, under a regime that
	// keeps listed owners apart: the one who comes closest to meeting the rule.
	Person string `json:"person,omitempty"`

	// Behind are the parties listed, or perhaps listed, by whose holdings or control
	// something counts, or may count, for the target: by ID, without those who stand
	// behind another listed one, and the target where it is listed itself.
	Behind []string `json:"behind,omitempty"`

	// Need is the threshold for Shares, and Over says that more than it is needed.
	Need Portion `json:"need"`
	Over bool    `json:"over,omitempty"`

	Steps []Step            `json:"steps"`           // the arithmetic, from the listed parties to the target
	Names map[string]string `json:"names,omitempty"` // of the parties in Steps that have one, by ID
}

// Decide makes a Chart of s and asks it for the latest law. See Chart.DecideOn.
func Decide(s Structure, target string, regime Regime) (Verdict, error) {
	c, err := New(s)
	if err != nil {
		return Verdict{}, err
	}
	return c.DecideOn(target, regime, lists.Day{})
}

// Decide asks for the latest law that the package knows. See DecideOn.
func (c *Chart) Decide(target string, regime Regime) (Verdict, error) {
	return c.DecideOn(target, regime, lists.Day{})
}

// DecideOn says whether target counts as listed under the law of regime on a day.
// The structure and the listings are taken as those of that day: the day chooses
// the rule, nothing else.
//
// An error wraps ErrStructure where the target is missing and ErrRegime where the
// regime, or its law on the day, is not known.
func (c *Chart) DecideOn(target string, regime Regime, on lists.Day) (Verdict, error) {
	v, _, err := c.decide(target, regime, on)
	return v, err
}

func (c *Chart) decide(target string, regime Regime, on lists.Day) (Verdict, int, error) {
	t := int32(sort.Search(len(c.parties), func(i int) bool { return c.parties[i].ID >= target }))
	if int(t) == len(c.parties) || c.parties[t].ID != target {
		return Verdict{}, 0, fmt.Errorf("%w: no party has the ID %q", ErrStructure, clip(target))
	}
	r, err := ruleOn(regime, on)
	if err != nil {
		return Verdict{}, 0, err
	}
	distance := c.above(t)
	within := make([]bool, len(distance))
	for p, d := range distance {
		within[p] = d >= 0
	}
	lower, upper := newScenario(c, r, false, within), newScenario(c, r, true, within)
	seeds := c.seeds(r, within)
	var all figures
	if r.perPerson {
		all = c.perPerson(t, seeds, lower, upper, c.budget())
	} else {
		all = c.together(t, seeds, lower, upper)
	}
	v := Verdict{Target: target, Regime: regime, On: on, Shares: all.held[0], Need: r.shares.at, Over: r.shares.over}
	if r.byVotes {
		votes := all.held[1]
		v.Votes = &votes
	}
	if all.person >= 0 {
		v.Person = c.parties[all.person].ID
	}
	if c.isProperty(t) && r.anyPart {
		v.Need, v.Over = 0, true
	}
	switch {
	case all.lower:
		v.Outcome, v.Ground = Met, c.ground(t, r, lower, all.held, all.byControl[0])
	case all.upper:
		v.Outcome, v.Ground = Undecided, c.ground(t, r, upper, all.held, all.byControl[1])
	default:
		v.Outcome = NotMet
	}
	w := writer{c: c, r: r, t: t, lower: lower, upper: upper, distance: distance, seeds: seeds, all: all, v: &v}
	w.steps()
	return v, lower.work + upper.work, nil
}
