package ownership

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
)

// Law is a text that a verdict rests on, with the date of the text. Titles, numbers
// and dates are cited from memory where the package documentation says so. The zero
// Law is none.
type Law struct {
	Text string `json:"text"`
	Date string `json:"date,omitempty"` // ISO 8601; of issue, or for UK regulations of commencement
}

// String returns text and date.
func (l Law) String() string {
	if l.Date == "" {
		return l.Text
	}
	return l.Text + " (" + l.Date + ")"
}

// The laws that steps rest on. Cited from memory, to be checked against the texts,
// but for the titles of OFAC's guidance and of the Best Practices with the dates
// 2014-08-13 and 2024-07-03, and FAQ 401, which stand in notes made from summaries.
var (
	ofacGuidance = Law{"OFAC, Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked", "2014-08-13"}
	ofacControl  = Law{"OFAC, FAQ 398: ownership, not control", "2014-08-13"}
	ofacSum      = Law{"OFAC, FAQ 399: aggregation", "2014-08-13"}
	ofacIndirect = Law{"OFAC, FAQ 401: indirect ownership", "2014-08-13"}
	ofacProperty = Law{"31 CFR chapter V: blocked property is property in which a blocked person has an interest of any nature, direct or indirect", ""}
	ofacListed   = Law{"31 CFR chapter V: property of the party listed is blocked", ""}

	euPractices = Law{"Council of the EU, Best Practices for the effective implementation of restrictive measures, 11623/24", "2024-07-03"}
	euEarlier   = Law{"Council of the EU, Best Practices for the effective implementation of restrictive measures, 8519/18", "2018-05-04"}
	euFreeze    = Law{"the freezing article of the regulation, as Article 2 of Regulation (EU) No 269/2014: what belongs to, is owned, held or controlled by a listed party", ""}

	ukRegulation = Law{"UK sanctions regulations, regulation 7 (owned or controlled), as that of S.I. 2019/855", "2020-12-31"}
	ukSchedule   = Law{"UK sanctions regulations, Schedule 1 (rules for interpretation of regulation 7(2)), as that of S.I. 2019/855", "2020-12-31"}
	ukFreeze     = Law{"UK sanctions regulations, the asset-freeze regulations, as regulation 11 of S.I. 2019/855: what a designated person owns, holds or controls", "2020-12-31"}
	ukGuidance   = Law{"OFSI, UK Financial Sanctions General Guidance, on ownership and control: holdings of several designated persons are not simply added up", ""}
)

// bound is a threshold of ownership.
type bound struct {
	at   Portion
	over bool // more than at; otherwise at or more
}

// meets reports whether p reaches the threshold.
func (b bound) meets(p Portion) bool { return p > b.at || p == b.at && !b.over }

// String returns the threshold in words.
func (b bound) String() string {
	if b.over {
		return "more than " + b.at.String()
	}
	return b.at.String() + " or more"
}

// rule is the law of a regime from a day on.
type rule struct {
	regime  Regime
	since   lists.Day
	shares  bound // of the capital
	votes   bound // of the voting rights; asked only where byVotes
	byVotes bool
	// perPerson keeps the holdings of several listed persons apart; otherwise they
	// are added up.
	perPerson bool
	// stake says that holdings pass on only through parties of which a majority of
	// the votes is held, or that are controlled; shares count for the target alone.
	stake   bool
	control bool // control without ownership is enough
	joint   bool // holders in a joint arrangement hold the shares of all of them
	// nominee says that the law takes a share held for another away from who holds
	// it. Otherwise it may count for both.
	nominee bool
	anyPart bool // an interest of any size in a ship freezes the ship
	word    string
	// The texts: on the threshold, on adding up, on holdings through others, on
	// control, on property, on the listing itself, on nominees and arrangements.
	threshold, sum, indirect, byControl, property, listing, holder Law
}

// rules are the laws that the package knows, the latest of a regime first.
//
// Sources, named from summaries and from memory as the package documentation says,
// to be checked against the texts: those named; Schedule 1 of S.I. 2019/855 for
// shares and rights held jointly, indirectly, by nominees, and under another's
// control; for aggregation under the EU's earlier best practices the Commission's
// opinion of 19 June 2020 on Article 2 of Regulation (EU) No 269/2014.
var rules = [...]rule{
	{regime: OFAC, since: lists.Day{Year: 2014, Month: 8, Day: 13}, shares: bound{50 * PerCent, false},
		anyPart: true, word: "blocked",
		threshold: ofacGuidance, sum: ofacSum, indirect: ofacIndirect, byControl: ofacControl, property: ofacProperty, listing: ofacListed, holder: ofacProperty},
	{regime: EU, since: lists.Day{Year: 2024, Month: 7, Day: 3}, shares: bound{50 * PerCent, false},
		votes: bound{50 * PerCent, true}, byVotes: true, control: true, word: "frozen",
		threshold: euPractices, sum: euPractices, indirect: euPractices, byControl: euPractices, property: euFreeze, listing: euFreeze, holder: euFreeze},
	{regime: EU, since: lists.Day{Year: 2018, Month: 5, Day: 4}, shares: bound{50 * PerCent, true},
		votes: bound{50 * PerCent, true}, byVotes: true, control: true, word: "frozen",
		threshold: euEarlier, sum: euEarlier, indirect: euEarlier, byControl: euEarlier, property: euFreeze, listing: euFreeze, holder: euFreeze},
	{regime: UK, since: lists.Day{Year: 2020, Month: 12, Day: 31}, shares: bound{50 * PerCent, true},
		votes: bound{50 * PerCent, true}, byVotes: true, perPerson: true, stake: true, control: true, joint: true, nominee: true, anyPart: true,
		word:      "owned or controlled",
		threshold: ukRegulation, sum: ukGuidance, indirect: ukSchedule, byControl: ukRegulation, property: ukFreeze, listing: ukFreeze, holder: ukSchedule},
}

// ruleOn returns the rule of a regime on a day; the zero day is the latest.
func ruleOn(r Regime, on lists.Day) (*rule, error) {
	known := false
	var first lists.Day
	for i := range rules {
		if rules[i].regime != r {
			continue
		}
		if on.IsZero() || !on.Before(rules[i].since) {
			return &rules[i], nil
		}
		known, first = true, rules[i].since
	}
	if known {
		return nil, fmt.Errorf("%w on %s: the rules of %s are known from %s on", ErrRegime, on, r, first)
	}
	return nil, fmt.Errorf("%w: %q (OFAC, EU, UK)", ErrRegime, clip(string(r)))
}
