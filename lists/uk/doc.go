// Package uk reads the lists of the United Kingdom: the UK Sanctions List of the
// Foreign, Commonwealth & Development Office in XML and CSV, and the consolidated
// list of OFSI in CSV, which was published until January 2026.
//
// # What goes where
//
//	UniqueID; Group ID          ID. OFSIGroupID, UNReferenceNumber: References of the lists "OFSI" and "UN"
//	IndividualEntityShip        Kind
//	Name1 ... Name6             Names: 1 to 5, then 6, which is the surname or the whole name. The Label
//	                            is the list's words: primary names are Primary, variations and aliases
//	                            Alias, FKA Former, those of low quality WeakAlias
//	NonLatinName                a Name of type Alias, with the Script of its letters
//	Title, Position             Titles
//	DOB                         Dates; dd/mm/1968 is a year, dd/09/1958 a month
//	birth, nationality, gender  Places, Countries, Gender
//	passports, national ids     Identifiers; the additional information is the Note
//	registration numbers        Identifiers, one for each label in the text (OGRN, KPP, INN ...)
//	addresses                   Addresses: the lines in Street, since no line is said to be the town
//	IMONumber, HIN              Identifiers; type, tonnage, length, owners: Vessel; flags: Flags
//	owners, parents, subsidiaries
//	                            Relations, with the IDs of listed parties of that name
//	RegimeName                  one Measure of the authority "UK" for each: Basis is the regulations'
//	                            title, Programme the name of the regime in it
//	SanctionsImposed            Measure.Text, and its Kinds with those of the indicators that are true
//	DateDesignated, LastUpdated Measure.Listed, Measure.Amended
//	the rest                    Remarks under the name of the column, and a Problem where it is unknown
//
// "Shipping sanctions" are those on specified ships of the Russia Regulations: no
// entry to ports, and no registration. They are no asset freeze.
//
// # CSV
//
// A row is a name, not a party. Rows are put together by Unique ID or Group ID,
// wherever they stand, and each distinct value is kept once. The files' first
// line holds the day of the edition.
//
// The list of OFSI numbers values in one cell, "(1) German (2) Moroccan": they are
// divided. It prints documents as prose: the number in it is the Value, the prose
// the Note. Its other information stays a Remark; references, IMO numbers and
// labelled pieces in it are read as well. Until 2021 it has no ships: an Entity
// whose other information begins with an IMO number is one here. Being on that
// list is an asset freeze, except for ships, of which it does not say so.
//
// # Reading
//
// All parsers read the file as a stream and keep what it says of a party, and
// nothing else. One XML token has 1 MiB at the most, one CSV row 256 KiB. A
// document type declaration is refused, so that no entity is ever expanded.
package uk
