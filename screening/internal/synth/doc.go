// Package synth makes designation lists that name nobody, of any size, and
// queries for them. Tests and benchmarks use it to see how screening grows with
// the lists: from ten thousand names to a million. No other code imports it.
//
// A list is drawn from a seed and a number of names, and is the same to the byte
// on every machine: it is made of integers only. It takes time linear in the
// number of names, and memory little above that of the list.
//
// # What is like a real list
//
//   - Kinds: of 100 parties some 45 are persons, 40 firms, 12 ships and 3 of a
//     kind that the list does not say.
//   - Names: one to four a party, 2.4 on average. Aliases are what lists print:
//     other romanisations of the same words, the name in its own script (Cyrillic,
//     Arabic, Han, Hangul), a name more or less, words joined, legal forms written
//     in other ways, acronyms, former names of ships.
//   - Words: given names, business words and ship words are drawn from small
//     tables by Zipf's law (rank r with a weight of 1/(r+2)). Surnames and the
//     names of firms are coined of syllables as the list grows: of n draws some
//     n^0.7 are words that did not occur before (Heaps' law), and a word that did
//     occur is drawn in proportion to how often it did.
//   - Facts: IMO numbers with their check digit, MMSI and call signs of the flag,
//     passports, national and company numbers, dates of birth and of build, flags,
//     tonnages, addresses, measures.
//
// The shares were chosen by looking at how real lists are made up; no entry of a
// list was used. The words are common given names, syllables and business words
// of the languages in question, written down for this package.
package synth
