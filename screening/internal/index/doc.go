// Package index offers, for a name that is asked for, the listed names to which
// matcher.Compare could give a score of a floor or more: all of those, and few
// others. It holds no opinion on what is alike. What finds a token (keys, sounds,
// edits) and what a score can come to (the bound) is told by package matcher,
// beside the rules and the arithmetic that it follows; this package keeps the
// tables and the order of work.
//
// It keeps no texts. A name is a row of words: to Compare, tokens with the same
// letters, readings, class and groups are one word, so that 70,000 tokens of OFAC's
// list make some 20,000 words, and runs of two and three of them 75,000 joins.
// A name that is offered is rebuilt of its words to be compared (rebuild.go); only
// the one that a party is judged by is read again.
//
// # Why nothing is lost
//
// A score has one of four sources, and each has its way in (search.go).
//
//  1. Equal Keys: a table of all Keys.
//  2. One name cut short: the beginnings of the query's Key at the lengths of all
//     listed names that may be cut, and the other way round, if the query may be
//     cut, the names that begin with its first word and go on as it does.
//  3. Two names that differ in one slip or in blanks, taken in one piece: the first
//     and the last half of every name's letters without the letter in the middle,
//     by the number of letters. One slip leaves one of the two as it is.
//  4. Pairs of tokens, or of a token and a join of two or three, that are alike, and
//     faint pairs beside them.
//
// For 4, Compare's arithmetic is a balance. At the floor, a pair adds to a margin
// what its likeness is worth and takes off what it costs, a token that meets nothing
// only takes off, and the score is reached where the margin is not negative. So one
// pair at least must be worth more than it costs. That one is strong, and the index
// looks for it alone (plan.go): at a floor of 867, which is what a name must reach
// where a query tells nothing else, a pair of 820 thousandths or so. Weak pairs are
// not looked for; what they come to at the most is known from the letters of the
// two words, and from then on counted in (weigh.go).
//
// The words that a token of the query is strongly alike to are found (look.go)
//
//   - by keys, for all that is equality of something: letters, a reading, a
//     number, the group of a given name or of a business word, the family of a
//     legal form, an initial and a first letter, syllables of one romanisation;
//   - by sound, in trees of the phonemes of words of about one length. A search goes
//     down with one row of the alignment's table to a phoneme and leaves a branch
//     when the cheapest cell of the row costs more than the heaviest word below may.
//     Costs are never negative, so that no more is left out than the alignment itself
//     would refuse; the costs are the same tables, not a copy. Which phonemes can
//     follow is known before a node is touched, from what each cell has left to
//     spend; what there is to spend, from the least likeness that the two scripts
//     are held to, from how complete their vowels are, and for a common name that
//     the tables know in one spelling from what such a name is held to;
//   - by edits, in a table of pieces, as far as so many edits can be strong at all. A
//     reading is cut in two pieces with a letter between them for one edit, in three
//     for two. An edit, or a swap of neighbours, changes one piece at the most, so one
//     piece is found as it stands, at its place from the head, from the end, or
//     shifted by one. This finds the strong among the faint pairs as well.
//
// Names of Chinese and Korean origin in their own script are met syllable for
// syllable, and by their sound only where they are a name by themselves.
//
// Tokens that thousands of names bear, LTD or MOHAMMAD, would mark thousands of rows.
// What they gain is little. Where all other tokens take off more than that unless one
// of them has a strong pair, or, if that takes it, one that is weak by no more than
// so much, the names that have nothing else in common with the query are left out:
// no such name is marked by the words that gain no more (plan.go). What a token takes
// off at the least depends on the weight of the words that it may meet weakly. Those
// that count for little are few: where it pays, the letters of each are held against
// the token, and all others count for a half at the least (faint.go).
//
// Of each marked row it is then worked out what the margin can come to: first by the
// strong pairs and the letters of the other words, then by matcher.Bound with the
// true likeness of every word. Most words lack so many of the letters of another one
// that a pair of the two would take off more than both alone: that is told by two
// counts of bits, and such a pair is none (matcher.Bound.Far). Before all of that a row
// is held against the letters of all its words together, which saves fetching it:
// about a third of the rows go so. What stays is offered. Where options are used that
// the bound cannot follow (negative ones) it lets everything pass.
//
// The tests hold the result against exhaustive comparison, name by name, over
// mutated names, names in other scripts, all profiles, four floors and four sets
// of options; FuzzCandidates does so for whatever text; and package screening does it
// hit by hit and step by step over whole lists.
//
// # What is remembered
//
// What a token meets does not depend on the rest of the query but for the likeness
// from which a pair is strong, which has few values. People share their given names
// and firms their legal forms, so that the index remembers it, in a table of bounded
// size that several goroutines may use at once, and which lets go first of what was
// asked for once, and with it what the words that count for little come to. It changes
// no answer. A query all of whose words are new takes two
// to three times as long as one whose words are remembered.
//
// # What was tried
//
// Holding every token of the query against every word and join took 15 to 20 ms a
// query. Looking for all pairs that are alike at all, and weighing every name that
// shares one, took 0.3 ms for a person and 1 ms for a firm at the median; to look for
// the strong ones took off two thirds of that. Joins in trees by their length took a
// fifth of the time of one tree, for a join and a token of very different lengths are
// never alike; of words it is no quicker, for those have no such limit.
//
// The tree of sounds was walked from both ends, each with half the cost allowed
// until half the key is heard: fewer nodes from the head, but as many again from
// the end, where vowels are many and cheap. A bound on what the rest of a word
// must cost, by the phonemes that a branch holds, left fewer nodes and took longer.
// Trees of the hard consonants alone, by phoneme or by class, with the keys of each
// skeleton aligned behind, visited more nodes than the tree of all phonemes: near
// phonemes are so many that three consonants leave hundreds of skeletons. All went.
// Remembering what runs of tokens meet made the table of tokens forget more than
// it saved.
//
// Trees of sounds with as many hard consonants, so that most need not be searched at
// all: more roots and less in common took back what that saved. A wide search for one
// token of a name and a narrow one for the others: the bound must reckon with a weak
// pair with a word of little weight, and then allows next to nothing. The state of a
// word in a few bytes apart from what its row needs: no quicker.
//
// What is known of the other words of a row, in eight bytes beside each posting, so
// that long lists are read one after the other and rows sifted before they are touched:
// of a list of a million names a quarter of the rows was left, and a tenth of the time
// went; at the size of real lists it took longer than it saved. A set of what m, n, l
// and r every tree holds, in their order, which no two words that sound nearly alike
// have otherwise: it spares half the searches for runs, the short ones, and a hundredth
// of the time. Rows marked by what
// their tokens gain together, and light tokens added row by row: no quicker.
package index
