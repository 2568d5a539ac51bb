package custom

import (
	"strings"
	"unicode"
)

// Field says what a column of a table holds.
type Field string

// The fields of a party.
const (
	ID          Field = "id"
	Kind        Field = "kind" // a word that lists.ParseKind reads
	Name        Field = "name"
	Alias       Field = "alias"
	FormerName  Field = "former name"
	WeakAlias   Field = "weak alias"
	IMO         Field = "imo" // of a ship, or of a company where the row is one
	IMOCompany  Field = "imo company"
	MMSI        Field = "mmsi"
	CallSign    Field = "call sign"
	LEI         Field = "lei"
	Passport    Field = "passport"
	NationalID  Field = "national id"
	Register    Field = "registration"
	TaxID       Field = "tax id"
	OtherNumber Field = "number"
	Flag        Field = "flag"
	FormerFlag  Field = "former flag"
	Nationality Field = "nationality"
	Citizenship Field = "citizenship"
	Country     Field = "country"
	Birth       Field = "birth"
	BirthPlace  Field = "birth place"
	Built       Field = "built"
	Established Field = "established"
	Gender      Field = "gender"
	Title       Field = "title"
	Address     Field = "address"
	Website     Field = "website"
	Email       Field = "email"
	Telephone   Field = "telephone"
	VesselType  Field = "vessel type"
	Tonnage     Field = "gross tonnage"
	Deadweight  Field = "deadweight"
	Owner       Field = "owner"
	Operator    Field = "operator"
	Manager     Field = "manager"
	Authority   Field = "authority"
	Programme   Field = "programme"
	Basis       Field = "basis"
	Listed      Field = "listed"
	Ends        Field = "ends"
	Reason      Field = "reason" // why the firm, or the authority, put the party on the list
	Remark      Field = "remark"
	Ignore      Field = "-" // not read
)

// headers are the words by which columns are found, folded as fold does.
var headers = map[string]Field{
	"id": ID, "uid": ID, "reference": ID, "ref": ID, "entityid": ID, "listid": ID, "recordid": ID,
	"kind": Kind, "type": Kind, "entitytype": Kind, "partytype": Kind, "schema": Kind,
	"name": Name, "names": Name, "fullname": Name, "primaryname": Name, "vesselname": Name, "shipname": Name, "vessel": Name, "ship": Name, "companyname": Name,
	"alias": Alias, "aliases": Alias, "aka": Alias, "alsoknownas": Alias, "othernames": Alias,
	"formername": FormerName, "formernames": FormerName, "previousname": FormerName, "previousnames": FormerName, "fka": FormerName, "exname": FormerName, "exnames": FormerName,
	"weakalias": WeakAlias, "weakaliases": WeakAlias, "weakaka": WeakAlias, "nickname": WeakAlias,
	"imo": IMO, "imonumber": IMO, "imono": IMO, "vesselimo": IMO, "shipimo": IMO,
	"companyimo": IMOCompany, "imocompany": IMOCompany, "imocompanynumber": IMOCompany, "companyimonumber": IMOCompany, "ownerimo": IMOCompany,
	"mmsi": MMSI, "mmsinumber": MMSI, "callsign": CallSign, "lei": LEI, "leicode": LEI,
	"passport": Passport, "passportnumber": Passport, "passportno": Passport, "passports": Passport,
	"nationalid": NationalID, "idnumber": NationalID, "nationalidnumber": NationalID,
	"registration": Register, "registrationnumber": Register, "companynumber": Register, "regno": Register,
	"taxid": TaxID, "taxnumber": TaxID, "vat": TaxID, "vatnumber": TaxID, "inn": TaxID, "identifier": OtherNumber, "identifiers": OtherNumber,
	"flag": Flag, "flags": Flag, "flagstate": Flag, "vesselflag": Flag, "formerflag": FormerFlag, "formerflags": FormerFlag, "pastflags": FormerFlag, "previousflags": FormerFlag,
	"nationality": Nationality, "nationalities": Nationality, "citizenship": Citizenship, "country": Country, "countries": Country,
	"birth": Birth, "born": Birth, "dob": Birth, "dateofbirth": Birth, "birthdate": Birth, "birthplace": BirthPlace, "placeofbirth": BirthPlace, "pob": BirthPlace,
	"built": Built, "yearbuilt": Built, "builddate": Built, "buildyear": Built, "yearofbuild": Built,
	"established": Established, "incorporated": Established, "incorporationdate": Established, "founded": Established,
	"gender": Gender, "sex": Gender, "title": Title, "position": Title, "function": Title, "rank": Title,
	"address": Address, "addresses": Address, "website": Website, "url": Website, "email": Email, "emails": Email,
	"telephone": Telephone, "phone": Telephone, "phones": Telephone, "tel": Telephone,
	"vesseltype": VesselType, "shiptype": VesselType, "gt": Tonnage, "grosstonnage": Tonnage, "dwt": Deadweight, "deadweight": Deadweight,
	"owner": Owner, "registeredowner": Owner, "operator": Operator, "manager": Manager, "shipmanager": Manager,
	"authority": Authority, "source": Authority, "list": Authority, "programme": Programme, "program": Programme, "regime": Programme, "sanctionsprogram": Programme,
	"basis": Basis, "legalbasis": Basis, "listed": Listed, "listedon": Listed, "datelisted": Listed, "listingdate": Listed, "dateadded": Listed, "since": Listed,
	"ends": Ends, "enddate": Ends, "expires": Ends, "until": Ends, "delisted": Ends, "reason": Reason, "reasons": Reason, "statementofreasons": Reason,
	"remark": Remark, "remarks": Remark, "note": Remark, "notes": Remark, "comment": Remark, "comments": Remark,
}

// fold returns the letters and digits of a header, in lower case: "IMO No." is
// "imono".
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
