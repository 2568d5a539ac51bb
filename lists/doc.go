/*
Package lists is the model of what sanctions lists say: parties, their names
and numbers, what is forbidden and by whom, and where in the file it stands.
Packages below it read the files of publishers (lists/ofac reads those of the
US Treasury, and so on) and return a *[List]; package screening takes any
number of Lists, whoever made them.

# What it promises

Nothing is decided. A List says what a file says. Two records of one party stay
two, a birth date that cannot be stays as it is, an IMO number with a wrong
check digit stays an identifier: whether it counts is for the screening to
judge. Texts are as printed; where the model also reads them, the reading stands
beside the text and never in its place: [Country] has Text and Code, [Date] has
Text and days, [Quantity] has Text and Value. An empty Code, or a Date that is not
[Date.Known], means that the text has no such reading, or that the list is silent.

Nothing is lost. Every piece of a record stands in some field of its [Entity].
What no field takes is a [Remark], verbatim. If something could not be kept, a
[Problem] with Dropped says so and holds its value. Labels keep the list's own
word where the model has a broader one: an [Identifier] of the type NationalID
has the Label "Cedula No.".

The same bytes give the same List. Order is the order of the file. [Source]
carries the SHA-256 sum of what was read, so that a result can say by which
edition it was judged.

A List, once returned, is not changed by this module. Read by any number of
goroutines it needs no lock; whoever changes one must do so before sharing it.

# Errors and Problems

An error from a parser means: do not use this file. It is not of the format, it
ends too early, or it holds no entity; a screening against half a list would
report that nothing was found, and be believed. It is a *[FileError] with the place
and the reason, or the error of the reader or file system that the parser was given.

A Problem means: the file is used, but someone should look. It has a place
(file, line, column), the entity, the field and the value, and wraps the reason:

	for _, p := range list.Problems {
		if errors.Is(p, lists.ErrDate) {
			fmt.Println(p) // sdn.csv:1204:310: entity 7160: DOB: not a date ...
		}
	}

# Numbers, countries and dates

[Identifier.Canonical] gives the one form by which numbers are compared, and
refuses what cannot be: a ship number of five digits ([ErrFormat]), one whose
check digit is wrong ([ErrCheckDigit]), the MMSI of a lighthouse ([ErrStation]).
A check digit that is right proves little: of all seven-digit numbers one in ten
passes as a ship's.

[CountryCode] reads the names of states and territories as lists and people
write them, [MIDCountry] and [CallSignCountry] tell the state that issued an
MMSI or a call sign. Their tables are text files in the folder tables, each with
its source; go generate turns them into Go.

[ParseDate] reads days, months, years, ranges, and circa. A Date is no instant.
[Date.First] and [Date.Last] are the days between which it lies.

# Files, reports, links and relations

[Detect] tells by the content of a file which publisher's format it has. The
parsers are in the packages below this one.

[List.Report] counts what a List holds and what was odd in its files, and
[Report.Compare] notices an edition that is empty, has shrunk, or lost a field.

[LinkLists] finds the parties that stand on several lists, by numbers that are
their own. It merges nothing: each list's entry stays as it is, and
[Links.Of] tells of the others.

[NewGraph] makes a [Graph] of who is tied to whom, from what the records print of
other parties: from a ship to her line, from a line to its ships, and over several
steps. A tie is no ownership, and nothing is inferred.

[List.AppendBinary] writes a List in a compact form that [DecodeBinary] reads much
faster than a parser reads the publisher's file.

# A List of one's own

A List is a plain value. Who has a list of parties in a database or a spreadsheet
fills the structs; only a few fields matter for screening:

  - Source.Name, short and stable, which results print and by which they are
    ordered. Published and SHA256, so that results say which edition it was.
  - Entity.ID, unique in the List and stable between editions.
  - Entity.Kind. Unknown is compared with queries of every kind.
  - Entity.Names with the Type of each: a [Former] name of a ship counts like the
    present one, a [WeakAlias] hardly counts alone.
  - Identifiers with their types, printed as they come: Canonical is applied when
    they are compared.
  - Codes beside the texts of Flags, Countries and Places: only Codes are
    compared. CountryCode gives them.
  - Dates with their Role, as ParseDate returns them.
  - Measures: a result shows them, and a List without any shows hits without a
    reason why they matter.

The example of type List does this.
*/
package lists
