package screening

import "github.com/seed-539c57aa/pratique/matcher"

// Rule is the stable name of a piece of evidence. What each does by default,
// and what it says, stands in the table of the package documentation.
type Rule string

// The rules that can carry a hit alone: their effect is the base of a score, and
// where another base is larger they add Also instead.
const (
	NameRule         Rule = "name"            // the names are alike; the effect is what equal names reach
	IMORule          Rule = "imo"             // equal IMO ship numbers
	CompanyIMORule   Rule = "imo company"     // equal IMO company numbers
	WrongFieldRule   Rule = "imo wrong field" // a company number given as a ship number, or the reverse
	MMSIRule         Rule = "mmsi"            // equal MMSI; they are assigned anew with every flag
	CallSignRule     Rule = "call sign"       // equal call signs; likewise
	HullRule         Rule = "hull number"     // equal ENI, HIN or yard number
	PassportRule     Rule = "passport"        // equal passport number, no contradicting state
	NationalIDRule   Rule = "national id"     // equal national identity number
	SeafarerRule     Rule = "seafarer document"
	LEIRule          Rule = "lei"
	RegistrationRule Rule = "registration"     // equal registration, tax or bank number
	OtherIDRule      Rule = "other identifier" // equal number of any other type
)

// The rules that add to a base or take from it.
const (
	AlsoRule           Rule = "also"               // a further base agrees
	FormerNameRule     Rule = "former name"        // the listed name is a former one
	WeakAliasRule      Rule = "weak alias"         // the listed name is a weak alias: equal names only
	NameDiffersRule    Rule = "name differs"       // an identifier agrees and no name does: told, not scored
	IMODiffersRule     Rule = "imo differs"        // two valid IMO ship numbers that differ: another hull
	ConflictRule       Rule = "identity conflict"  // IMO numbers differ and two hull-bound facts agree
	FlagRule           Rule = "flag"               // the flag is the listed one
	FormerFlagRule     Rule = "former flag"        // the flag is one she flew
	FlagDiffersRule    Rule = "flag differs"       // nearly nothing: ships are reflagged
	TypeRule           Rule = "ship type"          // one class of ship
	TypeDiffersRule    Rule = "ship type differs"  // classes that no ship changes between
	BuildRule          Rule = "build year"         // the same year, or one apart
	BuildDiffersRule   Rule = "build year differs" // three years apart or more
	TonnageRule        Rule = "tonnage"            // deadweight or gross tonnage within 1 %
	TonnageNearRule    Rule = "tonnage near"       // within 5 %
	TonnageDiffersRule Rule = "tonnage differs"    // beyond 15 %, like with like
	LengthRule         Rule = "length"             // within 1 %
	LengthDiffersRule  Rule = "length differs"     // beyond 15 %
	HullDoubtRule      Rule = "hull in doubt"      // her IMO number, and the particulars of another ship: told, not scored
	BirthRule          Rule = "date of birth"      // the same day
	BirthNearRule      Rule = "date of birth near" // the same year, a swapped or wrong part, within a range or circa
	BirthDiffersRule   Rule = "date of birth differs"
	CountryRule        Rule = "country" // nationality, citizenship or registration agrees
	CountryDiffersRule Rule = "country differs"
	PlaceRule          Rule = "place of birth"
	GenderDiffersRule  Rule = "gender differs"
	OwnerRule          Rule = "owner"          // an owner, manager or employer given is one the list links
	AddressRule        Rule = "address"        // street and city agree
	AgentAddressRule   Rule = "agent address"  // a registered agent's, which thousands of firms share
	NumberDiffersRule  Rule = "number differs" // numbers of one type and state differ, of which a party has one
)

// rules holds every rule with its default effect and its sentence, in the order
// in which a policy and the documentation list them.
var rules = [...]struct {
	Rule
	effect matcher.Score
	base   bool
	says   string
}{
	{NameRule, 900, true, "the name is alike"},
	{IMORule, 960, true, "the IMO number is equal: one hull for life, whatever her name and flag"},
	{CompanyIMORule, 950, true, "the IMO company number is equal"},
	{WrongFieldRule, 930, true, "the number is equal, but it is a ship's on one side and a company's on the other"},
	{MMSIRule, 850, true, "the MMSI is equal; MMSIs are assigned anew with every flag"},
	{CallSignRule, 840, true, "the call sign is equal; call signs are assigned anew with every flag"},
	{HullRule, 940, true, "the hull number is equal"},
	{PassportRule, 940, true, "the passport number is equal"},
	{NationalIDRule, 940, true, "the national identity number is equal"},
	{SeafarerRule, 940, true, "the seafarer's document is equal"},
	{LEIRule, 950, true, "the Legal Entity Identifier is equal"},
	{RegistrationRule, 930, true, "the registration number is equal"},
	{OtherIDRule, 900, true, "the identifier is equal"},

	{AlsoRule, 25, false, "further evidence agrees"},
	{FormerNameRule, 0, false, "it is a former name"},
	{WeakAliasRule, 0, false, "it is a weak alias, which counts only when equal"},
	{NameDiffersRule, 0, false, "the name differs from every listed name"},
	{IMODiffersRule, -450, false, "the IMO numbers are valid and differ: another hull"},
	{ConflictRule, 380, false, "identity conflict: the IMO numbers differ, but two facts of the hull agree"},
	{FlagRule, 12, false, "the flag agrees"},
	{FormerFlagRule, 10, false, "the flag is one she flew before"},
	{FlagDiffersRule, -2, false, "the flag differs; ships are reflagged"},
	{TypeRule, 10, false, "the type of ship agrees"},
	{TypeDiffersRule, -60, false, "the type of ship differs"},
	{BuildRule, 30, false, "the year of build agrees"},
	{BuildDiffersRule, -120, false, "the year of build differs"},
	{TonnageRule, 20, false, "the tonnage agrees"},
	{TonnageNearRule, 8, false, "the tonnage nearly agrees"},
	{TonnageDiffersRule, -60, false, "the tonnage differs"},
	{LengthRule, 10, false, "the length agrees"},
	{LengthDiffersRule, -60, false, "the length differs"},
	{HullDoubtRule, 0, false, "hull in doubt: the IMO number is hers, two particulars are another ship's"},
	{BirthRule, 60, false, "the date of birth agrees"},
	{BirthNearRule, 30, false, "the date of birth nearly agrees"},
	{BirthDiffersRule, -250, false, "the date of birth differs"},
	{CountryRule, 15, false, "the country agrees"},
	{CountryDiffersRule, -15, false, "the country differs"},
	{PlaceRule, 15, false, "the place of birth agrees"},
	{GenderDiffersRule, -300, false, "the gender differs"},
	{OwnerRule, 30, false, "an owner or employer agrees"},
	{AddressRule, 40, false, "the address agrees"},
	{AgentAddressRule, 3, false, "the address agrees, but it is a registered agent's, which thousands share"},
	{NumberDiffersRule, -40, false, "numbers of one type differ"},
}

const ruleCount = len(rules)

// index returns the place of r in rules, -1 where it has none.
func (r Rule) index() int {
	for i := range rules {
		if rules[i].Rule == r {
			return i
		}
	}
	return -1
}

// Sentence returns what the rule says, in words.
func (r Rule) Sentence() string {
	if i := r.index(); i >= 0 {
		return rules[i].says
	}
	return string(r)
}

// Rules returns every rule in the order of the documentation.
func Rules() []Rule {
	out := make([]Rule, ruleCount)
	for i := range rules {
		out[i] = rules[i].Rule
	}
	return out
}
