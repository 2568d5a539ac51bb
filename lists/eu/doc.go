// Package eu reads the lists of sanctions of the European Union: the consolidated
// financial sanctions file (FSF) of the Commission in XML ([ParseXML]) and in CSV
// ([ParseCSV]), and the ships that annexes to regulations designate, which that
// file does not have ([ParseVessels]).
//
// # What goes where, financial sanctions file
//
//	sanctionEntity@euReferenceNumber  ID ("EU.27.28"), and a Reference of list "EU"
//	@logicalId, @unitedNationId       References of lists "EU logicalId" and "UN"
//	subjectType                       Kind: Person or Organization. The file has no word for ships: the two
//	                                  that it lists are known by their references, others by a remark on
//	                                  their name that says "Vessel" and no more
//	nameAlias                         Names, with their Parts; Lang is nameLanguage, Script is read from the
//	                                  letters and left empty for Latin ones. "low quality alias" in the
//	                                  remark, or strong="false", is WeakAlias; "former name", "formerly
//	                                  listed as" is Former. Other names in a name ("X (a.k.a. Y)", "X / Y")
//	                                  are further Names
//	@title, @function, @gender        Titles, Gender
//	citizenship                       Countries
//	birthdate                         Dates and Places; another calendar than the Gregorian is not converted
//	address, contactInfo              Addresses, Contacts
//	identification                    Identifiers; imo is a ship's number on a ship and a company's on an
//	                                  enterprise
//	regulation                        the Measure: Programme, Basis (numberTitle), Amended (or Effective,
//	                                  where the act is the first one); and a Remark
//	@designationDate, @delistingDate  Measure.Listed and Ends
//	regulationSummary                 a Remark for each act, with the details that it is of
//	remark, designationDetails        Remarks
//	everything else                   Remarks, and a Problem for each kind of it
//
// The Measure is an asset freeze, the only measure for which the file is made.
// The file does not say which name is the primary one: it is the first in Latin
// letters that is divided into parts, else the one in Latin letters with the
// lowest logicalId, and never a weak or former one while there is another.
//
// IMO numbers in remarks and reasons are not those of the party, as a rule: they
// become a Relation "related to" with the Text "IMO 9293002". Only a number that
// passes the check of company numbers and not that of ships is taken for the
// firm's own.
//
// Empty attributes, the number "-", the country 00 (UNKNOWN), the remark "none",
// the gender "?", the flags that are false and the language "en" of a regulation
// are no values.
//
// # Designated ships
//
// ParseVessels tells the layouts and what becomes of their columns. In all of
// them the names of a ship share a cell: the name before the first bracket is
// Primary; "(Formerly known as ‘Hana’)", "(formerly Hana)", "(ex Hana)" are
// Former, "(alias X)" is Alias; names in brackets without a word are Former in the
// annexes on North Korea, which print former names so, and Alias elsewhere. The
// cell as printed is a Remark "name" where it was divided.
//
// The ban on port access and services of Annex XLII is no asset freeze, and
// Measure.Kinds tell them apart.
//
// # Reading
//
// Files are read as streams, but for the workbook and the JSON, of which 32 MiB
// are read at the most. What a file may make a parser hold is bounded: XML tokens,
// records, rows, depth, Problems. A document type declaration is refused, so no
// entity of a file's own is ever expanded. Parsers keep no state and may be called
// by any number of goroutines.
package eu
