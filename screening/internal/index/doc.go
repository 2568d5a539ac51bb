// Package index offers, for a name that is asked for, the listed names to which
// matcher.Compare could give a score of a floor or more: all of those, and a few
// more. It holds no opinion on what is alike. What finds a token (keys, sounds,
// edits) and what a score can come to (the bound) is told by package matcher,
// beside the rules and the arithmetic that it follows; this package keeps the
// tables and the order of work.
//
// # Why nothing is lost
//
// A score has one of four sources, and each has its way in.
//
//  1. Equal Keys: a table of all Keys.
//  2. One name cut short: the beginnings of the query's Key at the lengths of all
//     listed names that may be cut, and the other way round the Keys that begin
//     with the query's, if it may be cut.
//  3. Two names that differ in one slip or in blanks, taken in one piece: the first
//     and the last half of every name's letters without the letter in the middle,
//     by the number of letters. One slip leaves one of the two as it is.
//  4. At least one pair of tokens, or of a token and a join of two or three, that
//     are alike. Faint pairs exist only beside such a pair.
//
// For 4, tokens and joins are interned: to Compare, tokens with the same letters,
// readings, class and groups are one word, so that 70,000 tokens of OFAC's list
// make some 20,000 words and 75,000 joins. The words that a token of the query is
// alike to are found
//
//   - by keys, for all that is equality of something: letters, a reading, a
//     number, the group of a given name or of a business word, the family of a
//     legal form, an initial and a first letter, syllables of one romanisation;
//   - by sound, in a tree of the phonemes of all words. A search goes down it with
//     one row of the alignment's table to a phoneme and leaves a branch when the
//     cheapest cell of the row costs more than the heaviest word below may. Costs
//     are never negative, so that no more is left out than the alignment itself
//     would refuse; the costs are the same tables, not a copy;
//   - by edits, in a table of pieces. A reading that bears two edits is cut in
//     three pieces with a letter between them, one that bears one edit in two. An
//     edit, or a swap of neighbours, changes one piece at the most, so one piece
//     is found as it stands, at its place from the head, from the end, or shifted
//     by one. The letters that occur and then the edits themselves decide.
//
// Each word or join that is found is held against matcher.TokenLikeness or
// JoinLikeness before it counts, and marks the rows (names, and names inside
// names) that hold it.
//
// Of each marked row it is then known how alike the best is that each token of
// the query can meet there, and which of its words can meet nothing.
// matcher.Bound works out the most that Compare's arithmetic can make of that:
// tokens that are sure to be alone weigh against the score, others may be. Words
// that are faintly alike are taken for as alike as their letters allow, first by
// the letters that only one of them has, and where that is not enough by their
// true likeness. What stays is offered. Where options are used that the bound
// cannot follow (negative ones) it lets everything pass.
//
// The tests hold the result against exhaustive comparison, name by name, over
// mutated names, names in other scripts, all profiles, four floors and four sets
// of options; FuzzCandidates does so for whatever text.
//
// # What was tried
//
// Holding every token of the query against every word and join, as the first
// version did, took 15 to 20 ms a query. A scan of the words by length and by the
// letters that occur, before the edits, took some 30 microseconds a token; the
// pieces take 5 to 10, in a tenth of the memory that a table of all deletions
// would. A mark and a Compare of every name that shares a word took as long as
// all the rest together; a bound that is a sum over tokens, each doing its best,
// still left 50 names of 100 to compare, the one that tries each token paired and
// alone leaves one.
//
// The tree of sounds was walked from both ends, each with half the cost allowed
// until half the key is heard: fewer nodes from the head, but as many again from
// the end, where vowels are many and cheap. A bound on what the rest of a word
// must cost, by the phonemes that a branch holds, left fewer nodes and took longer.
// Both went. To know which children can follow from the phonemes alone, before
// their rows are worked out, and to keep the ends of words as strings, stayed.
package index
