// Package au reads the Consolidated List of the Australian Department of Foreign
// Affairs and Trade (DFAT), as the workbook that DFAT publishes or as a table in
// CSV made from it. The layouts of 2024 (12 columns) and 2026 (19 columns) are
// read by the names in their header, in any order.
//
// The list has one row a name. Rows belong together by the number with which
// their Reference begins: "2" has the primary name, "2a", "2b" ... have others.
//
// # What goes where
//
//	Reference                  the number is the ID; the whole is the ID of the Name
//	Name of Individual or Entity, Name Type, Alias Strength
//	                           Names: Primary, Alias, Former ("Formerly known as", "Previously
//	                           listed as"), WeakAlias where the strength is Weak. Label is the
//	                           Name Type. An Original Script has its Script, which the letters tell
//	Type                       Kind
//	Date of Birth              Dates. A number of four digits is a year, one of five a day counted
//	                           as spreadsheets do; text is divided at its marks (below)
//	Place of Birth             Places
//	Citizenship                Countries
//	Address                    Addresses
//	Additional Information     a Remark; the IMO number that it gives for an entity is an Identifier as well
//	IMO Number                 an Identifier, of a ship or a company by the Type of the row
//	Committees                 Programme of the Measure, whose Authority is "DFAT"
//	Instrument of Designation, Listing Information
//	                           Basis of the Measure is the instrument, or else the listing; Text is the
//	                           listing where both are given. Its day of listing is Listed
//	Control Date               Measure.Amended, the latest of a record's rows: the last change, not the listing
//	Travel Ban, Arms Embargo, Maritime Restriction, Targeted Financial Sanction
//	                           Measure.Kinds, where the cell is not empty and does not say no. The layout
//	                           of 2024 does not say what is forbidden: Kinds is empty then
//	other columns              Remarks under their header, with a Problem for each column
//
// Columns other than the name repeat on every row of a record and differ in a few
// of them: each different value is kept once.
//
// Cells with several values mark them with "a) b) c)" or "i) ii) iii)", and dates
// also with semicolons, commas, "or". The values become entries of their own,
// without their marks; the cell of dates then stands in a Remark as well. Runs of
// white space, the non-breaking blank among them, are one blank. "NA" and "N/A"
// are no value.
//
// # Numbers that return
//
// A row of a further name that stands apart from the rows of its number belongs to
// them all the same. A second primary name under a number is another party: it
// becomes an entity with the ID "12/2". Both are Problems.
//
// The list has no marks of de-listing: parties that are taken off it are gone.
package au
