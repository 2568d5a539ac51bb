// Package voyage screens a whole voyage: the ship, everybody who has a role in it,
// the ships she meets, the places she calls at, and the texts of its papers, as one
// question with one answer.
//
//	r, err := voyage.Screen(screener, voyage.Voyage{
//		Ship: voyage.Vessel{Query: screening.Query{Names: []string{"CLAVEL"}}},
//		Parties: []voyage.Party{
//			{Role: voyage.Operator, Query: screening.Query{Names: []string{"Islamic Republic of Iran Shipping Lines"}}},
//			{Role: voyage.Master, Query: screening.Query{Names: []string{"Ali Danaei Kenarsari"}}},
//		},
//	})
//
// In June 2020 that ship was on no list by this name; her master and her line were.
//
// # What is done
//
// Every distinct party is screened by the Screener as it stands: a Finding holds its
// own screening.Result, with the query that was asked. A party in two roles is
// screened once and told in both. One that cannot be searched has its reason in
// Finding.Err, counts in Result.Unsearched, and stops nobody else. All parties and
// texts are searched at once, on all processors: see Screen.
//
// The entries that were hit are looked up in the graph of the lists: Connections say
// which of them the lists tie together, with the record that says so. Cargo and
// Payment are searched for IMO numbers and for listed names: Mentions. Ports,
// countries and flags are looked up in a small table of embargoes and listed ports,
// by the date of the voyage: Places. Where the caller says who owns whom, package
// ownership judges it for each regime, with what was found of the owners: Ownership.
// All that is forbidden stands in Measures, each authority for itself. Missing says
// what is usually asked and was not given.
//
// # The level of a party
//
// A hit has the level of screening: Strong rests on a number that is the party's
// own, or on a name with independent evidence of weight; Probable on less. One rule
// is added, because a voyage knows more than a query. Where two different parties of
// the voyage are hits, and the lists tie their entries directly to one another, both
// are Strong (Listed.Tied, Connection.Raises), if for each of the two
//
//   - the hit is Strong by itself; or the names are alike by 850, nothing contradicts
//     (no other IMO number, date of birth, gender or number), and no other entry is
//     the party for certain, by its papers;
//   - the party is no hit for the entry of the other: two spellings of one firm are
//     one piece of evidence;
//
// and the tie is certain: the text does not name several entries. A master of a
// listed master's name who sails for the line that the master's entry is linked to
// is no likely namesake. A tie over a third entry is told and raises nothing. The
// Hit itself, its Level and its Score, stay as screening made them.
//
// A ship or an aircraft that bears the name of a person or a firm is no Listed of
// it; it stays in Result.Hits.
//
// # The level of the whole
//
// The Level of a voyage is the highest among
//
//   - the levels of its parties;
//   - of an IMO number in a text, the level of its hit; of a listed name in a text,
//     Probable, because nobody says that it is a party;
//   - of a measure on a place, Strong where it applies on the date of the voyage, and
//     Probable where the date or the place is not known well enough;
//   - of a party that is on no list and meets a regime's ownership test, Strong;
//     Probable where it depends on what is not known.
//
// Reasons name them, three hits of a party or a text at the most, the highest first
// and then by role. The order of the
// roles is that of Roles; it decides nothing but the order in which they are told.
// Nothing is added up: ten probable parties are ten questions and no certainty.
//
// # What a text is searched for
//
// IMO numbers by screening.FindIMO, the first 64 of each text. Names word by word, in the first
// hundred words or so of each text: a run of up to seven words is a listed name where
// the two are all but equal and the words are telling ones. One word alone is that of
// a firm, equal and not written small, or that of a ship after "MT", "M/V" or the
// like. A name that stands in a text in another spelling is not found: put parties
// into Parties. The names of the first 64 ports, of at most 160 bytes each, are
// searched likewise, because a list may name a port or a terminal. What stands twice
// is searched for once. Some twenty runs of words of a text of twenty are asked for,
// which together take about as long as eight parties.
//
// # The JSON form
//
// Result has a MarshalJSON of its own; form 1 is as follows. Voyage, reasons, roles,
// places, measures, missing, sources and policy are the fields of the Go types.
//
//	form, voyage, level, reasons, roles, places, measures, missing, unsearched, sources, policy
//	findings     [ roles, fields, name, level, error, listed [ list, id, name, level, score, tied ], hints, query, result ]
//	mentions     [ field, start, end, text, level, error, finding, listed, hints ]
//	connections  [ kind, a, b [ finding, entry [ list, id ] ], path [ by, of, role, label, text ], text, raises, says ]
//	ownership    [ name, finding, no_listing, verdict ]   absent where no structure was given
//	warnings     [ field, value, error ]
//
// The result of a finding is the form of screening.Result, and null where the party
// could not be searched. Numbers of findings and connections are places in these
// arrays, -1 none.
//
// # What Nothing does not mean
//
// Nothing means that what could be searched was searched in these lists, as of
// their dates, and that no row of the table touches the places. Sectors, goods,
// prices, licences, and ships' movements are not looked at; embargoes of other
// authorities than those in the table neither.
package voyage
