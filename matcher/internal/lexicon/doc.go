// Package lexicon holds the words the field knows: what legal forms, titles, ships' prefixes, particles, abbreviations,
// generic words, numerals and equivalent names look like, in the scripts and languages of the lists and of port papers.
// It classifies tokens; what a class weighs is decided by its callers.
//
// # Tokens
//
// Callers give folded tokens: lower case, accents stripped, letters a to z and digits; tokens of other scripts as they
// are, in lower case. Punctuation parts tokens, so "S.A." comes as "s", "a" and "M/V" as "m", "v"; both the split and the joined
// shape are known. An "&" may come as "and", as "&" or not at all. Letters of other scripts are known with and without
// their marks, with either Greek sigma, and with the Arabic or the Persian kaf and yeh. Chinese, Japanese and Thai forms
// are known as tokens of their own; this package does not cut them out of a longer run of characters.
//
// A phrase is matched longest first. Forms that are also words or initials ("sa", "as", "co", "c o") are bound to a
// Position: at the end only legal forms and places may follow, at the start only entries of the same table may precede.
//
// All lookups take any string, allocate nothing and change nothing; they may be called from any number of
// goroutines. The tables are static data: importing the package runs no code at start.
//
// # Tables
//
// The tables are text files in tables/, one entry a line, written from general knowledge but for the counts over lists that
// a header tells of; the section headers name what the entries can be checked against. go generate turns
// them into the zz_*.go files; a test fails when those are stale.
//
//   - legal_forms.txt: LegalForm. The national form, its family, where in the name it is believed, where it is at home.
//     Sources: the company laws of the states named in each section; OKOPF for Russia; free-zone rules for the Emirates.
//   - titles.txt: Title. Ship's officers after STCW (1978, as amended) and crew lists of IMO FAL form 5; forces, offices, courtesy, religion
//     from the title columns of the UK and OFAC lists. TitleName marks titles that stand in the name field of lists
//     as part of the name (Seyed, Haji, Khan).
//   - vessel_prefixes.txt: VesselPrefix. Marks of port papers and registers, and type words as OFAC's Vess_type column, IHS StatCode 5 and
//     the AIS type list of ITU-R M.1371 have them, in the languages of the registers.
//   - particles.txt: Particle. Arabic articles in their assimilated shapes (ALA-LC, BGN/PCGN), patronymic links, prepositions of origin.
//   - expansions.txt: Expand. Abbreviations measured in OFAC and UN firm names, and those of 30-character ship-register fields.
//   - business_groups.txt: BusinessGroup, and the grade of their words for Generic. General knowledge of the languages.
//   - generic.txt, places.txt: Generic. Weak words measured in OFAC entity names; ISO 3166 names, UN/LOCODE ports, peoples, provinces.
//   - numerals.txt: Number. Words from zero to twenty, tens and hundred, and ordinals, flagged where they are also other words.
//   - given_names.txt: GivenNames. Name calendars, the romanisations of Arabic, Persian, Chinese and Korean, and spellings that
//     the UN, EU, UK and OFAC lists use for the same person.
//   - common_names.txt, ship_words.txt: Common, CommonUse, CommonShipWord. General knowledge; a first guess at rarity where
//     no list is loaded to count from.
package lexicon

//go:generate go run ./gen
