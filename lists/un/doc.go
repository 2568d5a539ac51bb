// Package un reads the lists of the United Nations Security Council: the
// consolidated list in XML, which names persons and entities and no ship, and
// the ships designated under resolution 1718 (2006), as a table in CSV.
//
// # What goes where, consolidated list
//
//	INDIVIDUAL, ENTITY          Kind Person, Organization
//	REFERENCE_NUMBER            ID, without blanks around it ("KPe.023"); and a Reference of list "UN"
//	DATAID                      a Reference of list "UN DATAID"
//	FIRST_NAME ... FOURTH_NAME  the primary Name; its Parts keep the division, which says nothing of
//	                            surname and given name
//	*_ALIAS                     Names: Good and a.k.a. are Alias, f.k.a. and "previously listed as" are
//	                            Former, Low is WeakAlias; Label is the QUALITY
//	NAME_ORIGINAL_SCRIPT        a Name of type Alias, with its Script
//	TITLE, DESIGNATION          Titles
//	GENDER, NATIONALITY         Gender, Countries
//	*_DATE_OF_BIRTH             Dates: EXACT, APPROXIMATELY (circa), BETWEEN (a range)
//	*_PLACE_OF_BIRTH            Places, its parts joined by ", "
//	*_ADDRESS                   Addresses
//	*_DOCUMENT                  Identifiers; where NUMBER holds words, Value is the number alone and
//	                            Note the whole
//	UN_LIST_TYPE, LISTED_ON     a Measure of the authority "UN Security Council"; its Basis and Kinds
//	                            come from tables/regimes.txt
//	LAST_DAY_UPDATED            Measure.Amended, the last of them; all of them are a Remark
//	COMMENTS1                   a Remark; the IMO company numbers in it are Identifiers as well
//	NOTE                        a Remark, with the value it belongs to; a date of expiry, a date of birth
//	                            and names in it are read as well
//	everything else             Remarks, and a Problem where the element is unknown
//
// Several names in one ALIAS_NAME, divided by "; " or in brackets in another
// script, become several Names; a Remark then keeps the text as printed. Alias
// records can state a birth of their own, of a false identity: it stands among
// Dates and Places, and a Remark ties it to the alias.
//
// The publisher's writer wraps long texts and indents what follows. Runs of
// white space are therefore one blank, here and in nothing else the text is as
// printed. Empty elements are placeholders and are passed over, as is the word
// "na" where the schema gives it as the default.
//
// # Reading
//
// Both parsers read the file as a stream. What a file may make them hold is
// bounded: one XML token or one CSV file by the size given in ErrTooLong, depth
// by ErrDepth, Problems by number. A document type declaration is refused, so
// no entity of a file's own is ever expanded. Parsers keep no state and may be
// called by any number of goroutines.
package un
