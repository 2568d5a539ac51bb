// Package names reads one name, as printed, into tokens that point back into the
// text. It knows no list and compares nothing.
//
// # Profiles
//
// A Profile reads the names of one kind of party: Vessel, Person, Organization.
// The letters are read alike by all three; what they differ in is which words
// are set apart (a ship's prefix, a captain's title, a firm's legal form),
// whether numerals count, and whether a comma turns a name round.
//
// # The way of a text
//
//  1. Scan. The text is divided into runs of letters and runs of digits. Letters
//     are folded: compatibility forms to plain ones (NFKC), capitals to small
//     letters. Apostrophes and what stands for them part no word (O'BRIEN,
//     INT'L), nor do characters that are not seen in print; every other sign
//     does. An ampersand is the word "and". A change between letters and digits
//     parts a word (OT2077), and so does a change of script, except among Latin,
//     Cyrillic and Greek, whose letters look alike.
//  2. Disguises. A word of Latin and look-alike letters is written in the script
//     that most of its letters can be read in; letters that have no look-alike
//     there are romanised, not lost. A single digit between letters that it
//     imitates becomes the letter (F0RTUNE), but not in a code (AB1C2). A word
//     of nothing but look-alikes, beside Latin words, keeps its own reading and
//     gets the Latin one as well.
//  3. Division. A word of Han or Hangul is divided: a person's after the surname,
//     a firm's before its legal form and words of business, a ship's before 号,
//     輪, 호 and the like. A numeral before 号 is a number.
//  4. Readings. Every word is written in Latin letters, in all customary ways;
//     the first is the token's Text. Accents are dropped after the letters are
//     spelt out (ø is o and oe, never nothing). A word in a script without
//     readings is its own Text.
//  5. Comma form. "SURNAME, Given Names" of a person is put in natural order.
//     Titles that follow a name (Jr., PhD) go to the end wherever commas put
//     them.
//  6. Classes. Each token is told what it does in the name: see Class. A class is
//     a weight for the comparison. Nothing is dropped: MT KONSTANTINOVSK is a
//     ship's whole name. Where no word proper is left the prefixes, legal forms
//     or titles are the name: a ship may be called TANKER.
//  7. Numerals, in names of ships and firms. Digits are taken by value, so that 3,
//     03 and 3RD are one. Number words count anywhere (SEVEN SEAS); those that
//     are something else as well, and roman numerals from I to XXXIX, count only
//     at the end of a name, where legal forms and prefixes may follow. A roman
//     numeral of one letter needs a word of two letters or more before it: in
//     M V FORTUNE III the V is a letter and the III is 3.
//  8. Other names inside the text are offered in Also: what is in brackets and
//     what is outside, what stands on both sides of " / ", ";", "ex", "f.k.a."
//     and the like, each read as if it stood alone. A bracket around a number, a
//     legal form or a place is no name, since ALFA (PANAMA) is not ALFA. A
//     person's JF Kennedy is offered as J F Kennedy.
//
// # Key
//
// The Key is the Text of the tokens, in order. Names that differ in case, accents,
// punctuation, width, disguise, romanised script and the form of their numbers
// share it. Parsing a Key gives the same Key: what is read as a number depends on
// nothing but Text and on where the names inside a text end, and of such ends a
// Key has fewer, never more. The classes of a Key's tokens may differ from those
// of the text: ООО in its own letters may be known where "ooo" is not.
//
// # Spans
//
// A token's Start and End are byte offsets into Original, at the borders of
// characters. Tokens that were printed in one piece, byte by byte as they are
// read, have spans of their own; others share one. Without a comma form they
// stand in the order of print.
//
// # Flags
//
// Flags tell of look-alike letters, invisible characters, styled letters and
// digits for letters. They change nothing in the reading; they are for whoever
// looks at a match. Joiners between letters of Arabic or of an Indic script are
// spelling and are not told of.
//
// # Limits
//
// MaxBytes of a text are read, MaxTokens words, MaxWord bytes of the Text of a
// word, eight combining marks on a letter and four other names. Beyond, the rest
// is left out and Cut is set, except for marks and other names. Time grows with
// the text up to MaxBytes and not beyond.
//
// # Known weak spots
//
// Chinese, Japanese and Thai text without blanks is divided only at the words the
// tables know. A Han name is read as Mandarin, never as Japanese or Korean. DONG
// XI, if those are two words of a ship's name, is read as DONG 11, on both sides.
// A surname of two words in a name without a comma is not told from given names.
//
// # Sources
//
// Case and compatibility: Unicode Standard Annex #15 and the Unicode Character
// Database, by the tables of golang.org/x/text and of the Go release. Look-alike
// letters: Unicode Technical Standard #39, confusables. Readings, words and
// sounds: the tables of the packages internal/script, internal/lexicon and
// internal/sound, whose heads say where they come from. The order of a comma
// form, brackets and "ex" are the usage of the lists of OFAC, the United Nations,
// the European Union and the United Kingdom.
package names
