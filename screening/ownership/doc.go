// Package ownership says whether a firm or a ship that is on no list counts as
// listed all the same because of who stands behind it: by the 50 per cent rule of
// OFAC, the ownership and control criteria of the EU, and regulation 7 of the UK's
// sanctions regulations.
//
// The caller states a [Structure]: parties, who of them is listed by whom, and who
// holds what share of whom. [Decide] answers for one party and one [Regime] with a
// [Verdict]: [Met], [NotMet], or [Undecided] where unknown shares and unconfirmed
// facts could tip it, with the interval in which the sum lies and the arithmetic
// line by line. [New] checks a Structure once for many questions.
//
// # The three rules
//
//	                  OFAC            EU                        UK
//	shares            50 % or more    50 % or more since        more than 50 %
//	                                  2024-07-03, before it
//	                                  more than 50 %
//	votes             not asked for   more than 50 %            more than 50 %
//	several listed    added up        added up                  each on its own, unless
//	                                                            they have a joint arrangement
//	through others    who meets the   who meets the rule        a majority of votes, or
//	                  rule counts     counts in full            control, of each passes on
//	                  in full                                   all that it holds
//	control           no              yes                       yes
//	a listed nominee  may count       may count                 does not count
//
// OFAC: Revised Guidance on Entities Owned by Persons Whose Property and Interests
// in Property Are Blocked (2014-08-13) and FAQs 398 to 402 of the same day. A firm
// is blocked when blocked persons own 50 per cent or more of it in the aggregate,
// directly or indirectly, under whatever programmes they are listed. Indirectly
// means through firms that are themselves blocked by this rule: each counts with
// the whole of what it owns, and a link below 50 per cent counts nothing, not a
// part of it (FAQ 401). Control is not ownership (FAQ 398) and becomes a caution.
//
// EU: the Council's Best Practices for the effective implementation of restrictive
// measures, 11623/24 (2024-07-03), before them 8519/18 (2018-05-04). The criterion
// of ownership is 50 per cent or more of the proprietary rights, or a majority
// interest, which this package reads as a majority of votes; those of several
// listed parties are added up. Control is enough without ownership: a majority of
// the board, agreements, use of the assets and the other criteria of the text.
// That what a firm owned or controlled itself holds counts in full is the reading
// taken here for "indirectly".
//
// UK: regulation 7 and Schedule 1 of the Russia (Sanctions) (EU Exit) Regulations
// 2019, S.I. 2019/855, and their like in the other regulations, in force since
// 2020-12-31; OFSI's general guidance on aggregation. What one designated person
// holds directly and through others is one holding: so is what it holds through
// parties of which it has a majority stake, which is a majority of votes (or
// control), not of shares. Holders in a joint arrangement each hold the shares of
// all of them. A share held by a nominee, or whose rights another controls, is that
// other's.
//
// These texts themselves were not read for this package. Thresholds, adding up,
// the chain of OFAC and the place of control follow notes made from law firms' and
// others' summaries of OFAC's guidance of 2014, of the Best Practices of 2024 and
// of OFSI's general guidance. All else is cited from memory, to be checked against
// the texts: the numbers of the FAQs and what 399 and 402 say, 31 CFR chapter V,
// 11623/24, 8519/18 with its date and its adding up, Article 2 of Regulation (EU) No
// 269/2014, S.I. 2019/855 with regulation, schedule and day, the UK's majority
// stake, joint arrangements, nominees, and the ship owned in part. A [Law] of a
// verdict names the text to look into and quotes nothing.
//
// [Chart.DecideOn] takes the day whose law is asked for. Days before the first text
// named here are an error.
//
// # What counts as listed
//
// Only an asset freeze counts, and for each regime only its own. A sectoral listing
// or a port ban is told in the verdict and adds nothing. [Designations] reads both
// off the measures of a list's entry. "Linked To" on OFAC's lists is no share and
// enters nowhere. A listing that is not established, such as a hit that nobody has
// confirmed, is Possible and leaves the outcome open where it matters.
//
// Ships and aircraft are property. Under the rules of OFAC and the UK a ship is
// frozen when a party listed, or counting as listed, has any interest in it,
// however small; the EU's texts do not say what becomes of the rest of a ship of
// which a listed party owns a part below one half, and there the outcome is
// Undecided. Management alone freezes no ship for OFAC.
//
// # The arithmetic
//
// Shares are whole numbers of units that hold per cents of five decimals and all
// common fractions exactly (see [Portion]); there are no floats. A share that is
// not known exactly is an interval. Two readings of the Structure are computed: in
// the lower one every doubtful share is the least it can be and nothing is the case
// that is only possible, in the upper one listed owners together have the most that
// the other holders' minima leave, and all that is possible is the case. Both
// readings can come true, except that the room for shares and the room for votes
// are bounded apart from each other: an outcome is Undecided where the readings
// differ, and only there.
//
// Each reading is the least set of parties that holds those listed and is closed
// under the rule (scenario.go). Cross-holdings therefore need no special care: firms
// that own each other count only when someone outside the circle tips one of them.
// A firm's shares in itself are refused as input, and the capital is not reduced by
// cross-holdings. The UK's rule computes a set for each listed person and reports the
// one who comes closest. The work is linear in the size of the structure, times the
// number of listed persons for the UK up to a fixed budget; beyond it all of them
// together bound the answer, which stays sound and may be Undecided where a longer
// search would decide.
//
// # What is not decided
//
//   - OFAC's caution about control and significant minorities (FAQ 398), dealings
//     signed by a blocked person (FAQ 400), and whether a sale of shares is real
//     (FAQ 402): the shares stated are taken for the truth.
//   - Programmes that block a government with all it controls, such as those on
//     Iran, Cuba and Venezuela, by definitions without a percentage.
//   - The ownership rules of sectoral measures, OFAC's directives and the EU's
//     Regulation 833/2014 among them.
//   - The EU's rebuttal of ownership or control in the single case, and of the
//     making available of funds.
//   - The UK's second condition, whether affairs can be expected to be conducted as
//     a designated person wishes, beyond the controls that the caller states.
//   - Shares held jointly by several persons as one; they are written as several
//     holdings, for the UK with an Arrangement.
//   - The law of other states, and measures of the United Nations that no state at
//     hand has taken over.
//   - Who owns the shares that the Structure gives to nobody. They count nothing,
//     and the steps name them.
package ownership
