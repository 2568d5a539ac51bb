// Package csl reads the US Consolidated Screening List, in which the International
// Trade Administration puts together thirteen lists of the Departments of the
// Treasury, Commerce and State, in CSV and in JSON.
//
// Who has OFAC's own files should prefer them to the rows that this table takes
// from them: it marks no weak aliases and no former names, and where OFAC knows a
// month of birth it prints the month's first day.
//
// # What goes where
//
//	source, entity_number, _id  ID, as "SDN-15036": the code of the list, and the number. A party on two
//	                            lists is two entities. Numbers of the Treasury are References of the list
//	                            "OFAC SDN" and the like; the others are hashes and change with the text
//	type                        Kind. Rows of Commerce and State have none: a firm is told by the words
//	                            of its name, and the rest is Unknown
//	name, alt_names             Names, Primary and Alias; "and " before the last alias is dropped
//	programs                    one Measure each, or one for the list, of the authority "OFAC", "BIS" or
//	                            "State Department"
//	source, license_requirement, license_policy
//	                            Measure.Text; Kinds are what the list means: SDN an asset freeze, Entity
//	                            List an export control, debarred parties a debarment
//	federal_register_notice     Measure.Basis
//	start_date, end_date        Measure.Listed, Measure.Ends
//	addresses                   Addresses: of CSV in one piece, with the country
//	dates_of_birth, places_of_birth, nationalities, citizenships
//	                            Dates, Places, Countries
//	call_sign, vessel_*         Identifiers, Vessel, Flags; gross_tonnage is what OFAC calls tonnage
//	ids                         by the table tables/ids.txt: numbers, flags, dates, measures, contacts
//	remarks                     a Remark; "Linked To" in it are Relations as well
//	everything else             Remarks, and a Problem where it is unknown
//
// Cells of CSV join values with "; " and the parts of one with ", ". Of an entry
// of ids the type comes last, and is looked for among the known ones. Of two dates
// the later one is that of expiry; one alone stands in the Note, because the row
// does not say what it is.
//
// # Reading
//
// Both parsers read the file as a stream, and never hold more of it than one
// record, of 256 KiB at the most.
package csl
