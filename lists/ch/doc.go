// Package ch reads the consolidated list of sanctions of the Swiss State
// Secretariat for Economic Affairs (SECO) in XML, as the search service SESAM
// hands it out.
//
// # What goes where
//
//	target@ssid                 ID
//	foreign-identifier          a Reference of list "UN"
//	individual, entity, object  Kind: Person, Organization, Vessel or Aircraft by object-type, else Unknown
//	individual@sex              Gender
//	name                        Names: the primary-name of the main identity is Primary, that of another
//	                            identity Alias; formerly-known-as is Former; quality low is WeakAlias
//	name-part                   Parts; Text joins them by their order, without titles, which are Titles
//	spelling-variant            further Names of type Alias (or Former, WeakAlias) with Lang and Script
//	nationality                 Countries
//	day-month-year              Dates: birth, of an entity its founding, of an object its building; quality
//	                            low is circa
//	place-of-birth, address     Places and Addresses; place-id is looked up in the table of places
//	identification-document     Identifiers
//	other-information           "Label: value" with a known label becomes an Identifier, a Contact, a
//	                            Title, a Flag or a Relation; all others are Remarks
//	justification               Remarks
//	relation                    a Relation related to, with the target where the list has it
//	sanctions-set-id            a Measure for each: Programme is the English program-key, Basis the English
//	                            program-name, Text the set and the origin
//	modification                the Measure's dates, and a Remark each: see below
//	everything else             Remarks, and a Problem for each kind of it
//
// The list has no element for IMO numbers: they stand in other-information and in
// justifications. "IMO Number: 8405270" alone is the number of the ship, or of the
// firm, that bears it: Identifiers, as IMOShip or IMOCompany by the kind of the
// target. In other prose a ship's first number is its own, and so is a number on
// a firm that passes the check of company numbers and not that of ships; other
// numbers become a Relation "related to" with the Text "IMO 9387803".
//
// Not kept are the German, French and Italian texts of programmes, their version
// dates, the ssid of parts of a target that are no name and no address, and what
// a modification has added and removed, which are copies of earlier states.
//
// # De-listed targets
//
// The list keeps targets that are no longer sanctioned, about a third of it. A
// target is de-listed where the latest of its modifications "listed" and
// "de-listed" is the latter, by effective-date, else publication-date, else
// enactment-date; of two on one day, or without a day, the one that stands first
// in the file is the later. Its Measures then have Ends with the day, or, where
// there is none, with the Text "de-listed" alone, and no Kinds in that case.
// Measure.Listed is the enactment of the latest listing, Effective the day from
// which it applies, Amended that of the latest amendment.
//
// Measure.Kinds are what the words of the set or programme name, such as
// "financial sanctions"; a set that is called "annex 13" and no more has none.
//
// # Reading
//
// The file is read as a stream, target by target. What it may make the parser
// hold is bounded: XML tokens, targets, depth, Problems. A document type
// declaration is refused, so no entity of a file's own is ever expanded. ParseXML
// keeps no state and may be called by any number of goroutines.
package ch
