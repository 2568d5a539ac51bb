// Package ofac reads the lists of the Office of Foreign Assets Control of the US
// Department of the Treasury: Specially Designated Nationals (SDN), and the
// consolidated list of parties that are not SDNs.
//
// # Legacy CSV
//
// ParseCSV reads four files that belong together, joined by entity number:
//
//	sdn.csv           cons_prim.csv      one row an entity, 12 columns
//	alt.csv           cons_alt.csv       strong aliases
//	add.csv           cons_add.csv       addresses
//	sdn_comments.csv  cons_comments.csv  what Remarks has beyond 1,000 characters
//
// The files have no header, end with 0x1A, and print "-0- " for null. Copies with
// a header, LF, a byte order mark or without the end mark are read as well. Source:
// the files themselves; OFAC describes them in dat_spec.txt.
//
// What goes where:
//
//	ent_num            Entity.ID
//	SDN_Name           Names, Primary; of persons with parts at the first comma
//	SDN_Type           Kind; null is Organization
//	Program            one Measure a tag; tags are joined by "] ["
//	Title              Titles, in pieces where Remarks repeats the pieces
//	Call_Sign          Identifiers
//	Vess_type, Tonnage, GRT, Vess_owner
//	                   VesselDetails Type, Tonnage, GrossTonnage, Owner
//	Vess_flag          Flags; "None Identified" has no code
//	alt.csv            Names, Alias (aka, nka) and Former (fka); alt_num is Name.ID
//	add.csv            Addresses; City holds city, province and postal code
//	Remarks            see below
//	alt_remarks, add_remarks
//	                   Remarks under these names; OFAC leaves them null
//
// Rows of add.csv without any address are OFAC's way to say that there is none.
//
// # Remarks
//
// Everything else about a party stands in one column of prose: IMO number, flags
// of the past, birth, papers, weak aliases, links. Segments are separated by
// semicolons and begin with a key. tables/remarks.txt is the table of keys and of
// what becomes of them; the longest key wins. A segment that repeats the Title
// column is taken by it. A segment whose key has no field is a Remark under its
// key. A segment without a key is a Remark without one, verbatim, and one that looks
// as if it had a key of its own is reported, once for a key and file. Nothing is
// dropped: the tests re-assemble every segment.
//
// Traps, all of them met in the files:
//
//   - The record's full stop replaces that of its last value: "Linked To: X LTD." at
//     the end may name X LTD or "X LTD.". Both are looked for.
//   - Remarks are cut at 1,000 characters within words; the continuation follows
//     without a separator. A main file without its comments shows cut ends as
//     Problems.
//   - Quoted names are weak aliases, of ships full ones; see quotedName.
//   - The kind of the entity tells a ship's IMO number from a company's, never the
//     key or the number. A number that fails its check is kept, with a Problem.
//   - "Linked To" says why OFAC acted, and not who owns whom.
//
// # Measures
//
// Every Measure has the Authority "OFAC". Each tag of the SDN list is an asset
// freeze (31 CFR chapter V). A tag of the consolidated list is not: it has the kind
// that tables/programmes.txt gives for certain, or none. Secondary sanctions,
// menu-based sanctions and directives in the remarks are Measures with their words
// in Text; listing and effective dates of directives go to the Measure of the
// directive. Entities with equal Measures share one slice.
//
// # XML
//
// ParseXML, ParseAdvancedXML and ParseEnhancedXML read the three XML formats of
// both lists; name spaces do not matter. A party that did not change is the same
// in all of them and in the CSV files: names (CSV and XML have capitals and Latin
// letters only), identifiers, dates, programmes, countries, addresses. To that end
// a row of idList, a Feature and an IDRegDocument are filed under the name of their
// type by the table of remarks; country, dates and authority of a document come
// from the fields that the formats have for them. What goes where:
//
//	uid, FixedRef, entity id   Entity.ID, the ent_num of the CSV files
//	lastName, firstName, NamePartValue, namePart
//	                           Names, "SURNAME, Given" with Parts
//	category weak, LowQuality, isLowQuality
//	                           WeakAlias; of ships the full type, with "weak" in Label
//	forms in other scripts     Names of the same type, with Script
//	addressList, Location      Addresses; one without content says that there is none
//	idList, Feature, IDRegDocument, identityDocument
//	                           as the same words in Remarks, see below
//	ValidityID, isValid        a note "Fraudulent" and a Problem; the document is kept
//	ProfileRelationship, relationship
//	                           Relations from this party to the other, Former as stated
//	SanctionsEntry, sanctionsList
//	                           a Measure for each tag, with the earliest day as Listed,
//	                           the day of a removal as Ends, and all lists in Text
//	remarks, Comment           Remarks, and links where they say "Linked To"
//
// Elements and attributes that have no place become Remarks under their path, with
// one Problem for each kind; in Locations and IDRegDocuments they are only reported.
// Numbers of the publisher's database (of features, versions, parts of names) are
// left out. A party that a file of changes marks (DeltaAction, action) is kept with
// a Remark and a Problem: such a file is no whole list. A second record with the same
// number is left out, with a Problem (Dropped).
//
// A file is read once, record by record. A token has at most 1 MiB, a record 8 MiB
// and 65,536 elements and attributes; a document type is refused.
//
// # Problems and errors
//
// An error (*FileError) means that the files must not be used: one is missing or
// empty, is no CSV of this format, or ends within a record; or more than one record
// in a hundred cannot be read. Everything else is a Problem of the list: a record
// of a wrong width, a second record with the same number and rows of unknown
// entities are left out (Dropped); a stray quote ends with its line; NUL bytes are
// taken out; text that is not UTF-8 is read as Windows-1252; a field is read up to
// 2 MiB, a file up to 256 MiB. At most 10,000 Problems are kept. Time and memory
// are linear in the size of the files.
package ofac
