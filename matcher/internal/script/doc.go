// Package script tells writing systems apart and reads a word of each in
// Latin letters, so that names printed in every script can be compared.
//
// A word of one script goes in, readings in a-z come out: the primary one of
// the script's standard, then the few others that are truly other (a Hong
// Kong surname, an umlaut spelt out, a Western Armenian stop). What the
// standards only spell otherwise (kh, h, x; ya, ia, ja; sh, š) is not listed
// here: package sound gives such spellings one key or a low cost. Where a
// script leaves vowels out they are not guessed: Reading.Vowels says how much
// is known.
//
// # Tables
//
// tables/*.txt, one rule a line, each with its standard, are turned into
// tables_gen.go by go generate; gen's test compares the two.
//
//	Cyrillic    ICAO Doc 9303-3, BGN/PCGN (Russian 1947, Ukrainian 2019, Belarusian 1979, Kazakh 1979, Macedonian 2013 ...),
//	            Ukraine 2010, Bulgaria 2009, Serbian Latin
//	Greek       ELOT 743 (ISO 843)
//	Arabic      BGN/PCGN 1956 (Arabic) and 1958 (Persian), ISO 233 for hamza; Urdu, Pashto, Kurdish, Sindhi, Uyghur letters
//	Hebrew      Academy of the Hebrew Language 2006, ISO 259 where two letters sound alike
//	Hangul      Revised Romanisation 2000; family names as in the census of 2015 and in passports
//	Kana        Hepburn; loanword kana by the cabinet notice of 1991
//	Han         pinyin: Unicode Unihan 15.0, kMandarin (Unicode licence v3), 7,048 frequent characters, both forms; family
//	            names with their own readings and their Hong Kong spellings; Wade-Giles by rule
//	Armenian    BGN/PCGN 1981, Western stops as alternatives
//	Georgian    national system of 2002
//	Devanagari  Hunterian (IAST without marks), the unwritten a dropped as Hindi speaks
//	Thai        RTGS 1999
//	Ethiopic    BGN/PCGN 1967
//	Latin       ICAO Doc 9303-3 section 6 A, and the customs named in the table
//
// McCune-Reischauer and the North's rules (1992) for Hangul, GOST and ISO 9
// for Cyrillic, DIN 31635 for Arabic have no readings of their own: package
// sound knows their letters.
//
// # Measured
//
// See package sound for what the readings achieve. A program grows by some
// 240 kB with this package (besides x/text/unicode/norm), 35 kB of them the
// Han table, and by some 60 kB with package sound.
//
// # Known weak spots
//
// Han is read as Mandarin only: Japanese and Korean names in characters need
// a dictionary, and a character outside the table is passed over. One
// character has one reading, but for family names. Thai syllables are not
// marked in writing and are guessed. Ethiopic does not tell a consonant from
// one with a short i. The Persian ezafe is not written, so not read. A word
// of two to four characters that begins with a family name's character is
// taken for a full name, though a given name may begin so too.
package script

//go:generate go run ./gen
