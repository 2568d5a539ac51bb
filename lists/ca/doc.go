// Package ca reads the Consolidated Canadian Autonomous Sanctions List of Global
// Affairs Canada, under the Special Economic Measures Act and the Justice for
// Victims of Corrupt Foreign Officials Act, in XML and in JSON.
//
// # What goes where
//
//	Country                 Measure.Programme: it is the regulation, and not a nationality
//	Schedule, Item          Measure.Basis: "Schedule 1, Part 1, item 2"
//	DateOfListing           Measure.Listed
//	EntityOrShip            Names; "English/French" of an organization is two names
//	LastName, GivenName     the primary Name, with its Parts
//	Aliases                 Names, one for each alias in the text; a text that was divided is a Remark as well
//	TitleOrShip             Titles of a person, Vessel.Type of a ship; "English | French" is two
//	ShipIMONumber           an Identifier, and the mark of a Vessel
//	DateOfBirthOrShipBuildDate
//	                        Dates; "X or Y" is two
//	everything else         Remarks, and a Problem
//
// Names of elements are those of 2023; the shorter ones of 2020 and the bilingual
// ones since August 2026 are read as well, in any order.
//
// The list has no numbers of its parties, and items are numbered anew when one is
// repealed: an ID is made of the regulation and the IMO number, or a sum over name
// and dates. Two entries of a person under two regulations stay two.
//
// The Authority of all Measures is "Canada". Kinds is the asset freeze, but for
// schedules 2 and 3 of the Russia Regulations, and not for ships: the list does
// not say what is forbidden of them.
//
// # Reading
//
// Both parsers read the file as a stream and never hold more of it than one
// record. A document type declaration is refused, so that no entity is ever
// expanded. White space in texts is one blank.
package ca
