// Package screening asks whether a party is on a designation list, and says how
// sure the answer is and why.
//
//	s, err := screening.New(screening.DefaultPolicy(), list)
//	result, err := s.Screen(screening.Query{Kind: lists.Person, Names: []string{"Ali Danaei Kenarsari"}})
//
// There are three outcomes. A Result with Hits names listed parties that the one
// asked for may be. A Result without Hits says that the search took place and
// found nothing at the threshold, in the Sources that it names. An error that
// wraps ErrUnsearchable says that there was nothing to search for: no name with a
// letter or a digit, and no identifier that can be one. Parts of a query that
// could not be used, such as a number that fails its check digit or a state that
// nobody knows, are the Warnings of the Result.
//
// # The way of a query
//
// New reads every name of every entity once, with the profile of the entity's
// kind (package matcher/names): ships and aircraft as vessels, persons as
// persons, firms as organizations, and those whose kind the list does not say
// both as persons and as organizations. It indexes the names by their words, and
// the identifiers that can be what their type says by their canonical form. The
// names themselves are not kept: one that the index offers is rebuilt of its words
// to be compared, and read again to be judged.
//
// Screen reads the names of the query in the same way; a query of unknown kind is
// read by all three profiles. How alike a name must be follows from the threshold
// and from what the query says besides its names: the largest effects that the
// rules on that can have are taken off the threshold, and the rest is divided by
// the effect of "name". By default a query of names alone asks for a likeness of
// 867, one that also has a flag for 854, and none for less than 600. The index
// offers every listed name that may reach it, and others; matcher.Compare aligns
// each with the query's, and the best one of each entity stays. A party that would
// be a hit is never passed over: floor.go says why, and the tests compare with
// every listed name. Entities that bear an identifier of the query join them,
// whatever their names. A query that has a kind is answered by entities of that
// kind and of unknown kind.
//
// Each of these entities is then judged: identifiers and facts of both sides are
// compared by the rules below, each rule that applies makes one Step, and the
// steps make the score. Entities that reach the threshold are the Hits, in the
// order of Level, Score, type of the listed name that met the query (primary,
// alias, former, weak, none), Source.Name and Entity.ID. Screener.Compare judges one
// entity by the same code and answers why it is, or is no, hit.
//
// # The arithmetic
//
// A score is a number of thousandths, from 0 to 1000. It is no probability.
//
//	score = base + effects of all other steps, held to 0..1000
//
// The base is the largest of the rules marked "base" that apply: an identifier is
// worth its effect, a name its likeness (0 to 1000) times the effect of "name",
// divided by 1000 and rounded down. Of equal bases the name comes first, then
// identifiers in the order of their type. Every further base that applies adds the
// effect of "also" in place of its own. A Hit has exactly one Step with Base set,
// and the Effects of its Steps add up to its Score, held to 0..1000: the
// explanation is the computation.
//
// Agreement, contradiction and absence are three things. What one side does not
// say has no step. A number that fails its check is void and has none either. A
// weak alias, which publishers advise not to screen by alone, meets a query only
// when the names are equal. That it is one, and that a name is a former one, is told;
// a Policy that gives it an effect counts it where the name is the base. By default
// it has none, so that no name that is merely alike stands above an equal one.
//
// # The rules
//
// The default effects, which a Policy may change:
//
//	rule                  effect        what it says
//	name                     900  base  the name is alike
//	imo                      960  base  the IMO number is equal: one hull for life, whatever her name and flag
//	imo company              950  base  the IMO company number is equal
//	imo wrong field          930  base  the number is equal, but it is a ship's on one side and a company's on the other
//	mmsi                     850  base  the MMSI is equal; MMSIs are assigned anew with every flag
//	call sign                840  base  the call sign is equal; call signs are assigned anew with every flag
//	hull number              940  base  the hull number is equal
//	passport                 940  base  the passport number is equal
//	national id              940  base  the national identity number is equal
//	seafarer document        940  base  the seafarer's document is equal
//	lei                      950  base  the Legal Entity Identifier is equal
//	registration             930  base  the registration number is equal
//	other identifier         900  base  the identifier is equal
//	also                      25        further evidence agrees
//	former name                0        it is a former name
//	weak alias                 0        it is a weak alias, which counts only when equal
//	name differs               0        the name differs from every listed name
//	imo differs             -450        the IMO numbers are valid and differ: another hull
//	identity conflict        380        identity conflict: the IMO numbers differ, but two facts of the hull agree
//	flag                      12        the flag agrees
//	former flag               10        the flag is one she flew before
//	flag differs              -2        the flag differs; ships are reflagged
//	ship type                 10        the type of ship agrees
//	ship type differs        -60        the type of ship differs
//	build year                30        the year of build agrees
//	build year differs      -120        the year of build differs
//	tonnage                   20        the tonnage agrees
//	tonnage near               8        the tonnage nearly agrees
//	tonnage differs          -60        the tonnage differs
//	length                    10        the length agrees
//	length differs           -60        the length differs
//	hull in doubt              0        hull in doubt: the IMO number is hers, two particulars are another ship's
//	date of birth             60        the date of birth agrees
//	date of birth near        30        the date of birth nearly agrees
//	date of birth differs   -250        the date of birth differs
//	country                   15        the country agrees
//	country differs          -15        the country differs
//	place of birth            15        the place of birth agrees
//	gender differs          -300        the gender differs
//	owner                     30        an owner or employer agrees
//	address                   40        the address agrees
//	agent address              3        the address agrees, but it is a registered agent's, which thousands share
//	number differs           -40        numbers of one type differ
//
// Numbers that a state issues (passports, national identity, seafarers' documents,
// registration) are equal only where the issuing states are, as far as both sides
// name one; zeros before them do not count. Hull numbers are the European vessel
// number, the hull identification number and the builder's yard number. Two facts
// of the hull, for "identity conflict", are two of MMSI, call sign, hull number and
// year of build. "number differs" is for numbers of which a party has one: a Legal
// Entity Identifier, a company's IMO number, and those of national identity, tax and
// registration where both sides name the same state.
//
// Where an identifier of the party's own agrees, which makes a hit strong, a fact
// that contradicts takes off a quarter of its effect, toward zero: a ship stays a
// hit under her IMO number whatever else is said of her, behind one of which nothing
// contradicts. "imo differs" always counts in full.
//
// Dates of birth agree where both are the same day. They nearly agree with day and
// month swapped, one part off (the year by two at the most), and where a month, a
// year, a range or a circa date (two years to each side) can be the other. They
// differ more than two years apart. Of several dates the pair that agrees best
// counts, and so it does of all facts. Tonnage is compared like with like: it
// agrees within 1 per cent, nearly within 5 and differs beyond 15; so does length.
// An address agrees by its parts, the number and a word of the street and the city.
//
// # The levels
//
// A Level says what a hit rests on, which a sum does not:
//
//   - Strong: an identifier that is the party's own agrees (any base but name, MMSI,
//     call sign and other identifier), or the names are alike by 850 and the
//     facts that agree weigh two or more. A day of birth, an MMSI, a call sign, an
//     identifier of another type and the state of a firm weigh two; a date of birth
//     that nearly agrees, a flag, a person's country, a place of birth, a year of build,
//     the size of a ship (tonnage or length), an owner and an address weigh one. A
//     number of fewer than five characters without a name is not enough.
//   - Probable: the threshold is reached, on less, or the IMO numbers, the dates of
//     birth or the genders contradict. A name alone is never more than Probable.
//   - Near: below the threshold. Compare returns it, and a hint that Query.Near
//     asked for.
//
// # Hints and warnings
//
// Hints are what is no hit and should be seen; they change nothing in the hits.
// A void IMO number is answered with the listed ships whose number is one mistake
// away: a mistake in typing, or a digit painted over. They are never matches, because
// ten pairs of ships on OFAC's list of July 2021 differ in one digit and both are
// valid. A number of a listed party of another kind, such as a firm's company
// number given for a ship, is told, as is a listed party that shares the hull of a
// hit under another name. Query.Near asks for the parties just below the threshold,
// and among them for the listed namesake whose IMO number differs.
//
// Warnings tell of parts of the query that could not be used, and, wrapping
// ErrInconsistent, of an MMSI or a call sign whose state is none of the flags given.
//
// FindIMO finds IMO numbers in free text.
//
// # Who is tied to a hit
//
// Hit.Related walks from a listed party to those that the lists tie it to, so many
// steps far, and Hit.Also names the same party on other lists. Screener.Graph is the
// whole of it, made when it is first asked for. A tie is no ownership, and whoever is
// tied to a hit is no hit: scores know nothing of it. Package screening/ownership
// judges shares that the caller states, package screening/voyage all parties of a
// voyage together.
//
// # The JSON form
//
// Result, Hit and Step have a MarshalJSON of their own; form 1 is as follows.
// Scores and effects are integers in thousandths, kinds, levels, rules and methods
// are their words. Fields are added and never renamed; a change of meaning raises
// the number. The sentences in "says" and "error" are for people and may change.
//
//	form      1
//	query     the Query as given
//	hits      [
//	  level   "strong" or "probable"
//	  score   integer
//	  name    the listed name that met the query: text, type, ... ; null where none did
//	  steps   [
//	    rule, says, effect, base
//	    query, listed, note   what met what, as given and as printed; absent where empty
//	    names   of the rule "name" alone:
//	      score, notes, flags
//	      pairs [ method, score, weight, query [ text, start, end ], listed [ text, start, end ] ]
//	  ]
//	  entity  the whole lists.Entity: id, kind, names, identifiers, ..., measures, relations, remarks, pos
//	  source  the lists.Source it stands in
//	  also    [ list, id, because [ reason, value ] ]   the same party on the other lists; absent where there is none
//	]
//	more      hits beyond the policy's max_hits
//	warnings  [ field, value, error ]
//	hints     [ kind, says, query, listed, source, id, party, name, hit ]   id, kind and name of the party; hit for "near" alone
//	sources   [ name, publisher, published, sha256, entities, files, note ]
//	policy    threshold, max_hits, names, rules [ rule, effect ]
//
// In pairs, start and end are places in bytes in the query and listed texts of the
// step; a side without words has an empty array. The entity stands whole in its
// hit, so that a stored Result can be read when the list is gone. A Query can be
// read from the JSON that it is written in; a Result is written only.
//
// # Concurrency and reload
//
// A Screener never changes: any number of goroutines may use one. The lists given
// to New are kept and must not be written to, and neither must what a Result points
// to. To screen against a new publication, make a new Screener and swap the pointer
// (an atomic.Pointer does); queries under way finish with the old one. The same
// query, lists and policy give the same Result on every machine; the order of the
// lists, of the fields' values in a query and of goroutines changes nothing in its
// hits.
//
// Screener.WriteTo writes a snapshot: the lists and all that New works out of them.
// ReadFrom makes a Screener of it in about a tenth of the time that parsing the files
// and New take. A snapshot is no archive: one that another version of this module
// wrote, one of another policy, and one that was cut short or altered by accident is
// refused (ErrSnapshot), and the lists are read anew. It bears no signature: whoever
// can write the file can write the lists.
//
// # What no match does not mean
//
// No hit means that no entity of these lists, as of their dates, reached this
// threshold. It does not say that the party may be dealt with: it may be on another
// list, on today's list, under a name that was not asked for, owned by a listed
// party and blocked with it, or touched by measures that name nobody.
package screening
