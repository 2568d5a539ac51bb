package opensanctions

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// nameProperties come first in every entity, in this order.
var nameProperties = [...]string{"name", "alias", "previousName", "weakAlias"}

// parts are the properties of a person that are parts of a name, after
// followthemoney, schema/Person.yaml; fatherName is the patronymic.
var parts = [...]struct {
	property string
	role     lists.PartRole
}{
	{"firstName", lists.Given}, {"secondName", lists.Middle}, {"middleName", lists.Middle}, {"fatherName", lists.Patronymic},
	{"motherName", lists.Matronymic}, {"lastName", lists.Surname}, {"nameSuffix", lists.Suffix},
}

// numbers are the properties that are identifiers, with the type that they have
// for a party of any kind; see numberType. After followthemoney, schema/, to be
// checked against it.
var numbers = map[string]lists.IDType{
	"imoNumber": lists.IMOShip, "mmsi": lists.MMSI, "callSign": lists.CallSign, "crsNumber": lists.OtherID,
	"registrationNumber": lists.RegistrationNumber, "idNumber": lists.OtherID, "taxNumber": lists.TaxID, "vatCode": lists.TaxID,
	"innCode": lists.TaxID, "ogrnCode": lists.RegistrationNumber, "okpoCode": lists.RegistrationNumber, "kppCode": lists.TaxID,
	"uscCode": lists.RegistrationNumber, "leiCode": lists.LEI, "dunsCode": lists.DUNS, "swiftBic": lists.SWIFT, "bikCode": lists.OtherID,
	"licenseNumber": lists.Licence, "uniqueEntityId": lists.OtherID, "npiCode": lists.OtherID, "bvdId": lists.OtherID, "icijId": lists.OtherID,
	"passportNumber": lists.Passport, "socialSecurityNumber": lists.SocialSecurity, "cageCode": lists.OtherID, "voenCode": lists.TaxID,
	"irsCode": lists.TaxID, "cikCode": lists.OtherID, "jibCode": lists.OtherID, "caemCode": lists.OtherID, "coatoCode": lists.OtherID,
	"fnsCode": lists.OtherID, "fssCode": lists.OtherID, "giiNumber": lists.OtherID, "amfNumber": lists.OtherID, "permId": lists.OtherID,
	"isinCode": lists.Security, "isin": lists.Security, "ticker": lists.Security, "ricCode": lists.Security, "figiCode": lists.Security,
	"serialNumber": lists.SerialNumber, "publicKey": lists.CryptoAddress, "registrationCode": lists.RegistrationNumber,
}

// numberType returns the type of a number by the kind of its bearer, never by the
// number itself.
func numberType(property string, kind lists.Kind) lists.IDType {
	t := numbers[property]
	switch {
	case property == "imoNumber" && kind != lists.Vessel:
		return lists.IMOCompany
	case property == "idNumber" && kind == lists.Person:
		return lists.NationalID
	case property == "registrationNumber" && kind == lists.Vessel:
		return lists.OfficialNumber
	case property == "registrationNumber" && kind == lists.Aircraft:
		return lists.TailNumber
	}
	return t
}

// plain are the properties that are known and kept as remarks.
var plain = map[string]bool{
	"summary": true, "notes": true, "description": true, "sourceUrl": true, "publisher": true, "publisherUrl": true, "retrievedAt": true,
	"keywords": true, "topics": true, "createdAt": true, "modifiedAt": true, "wikipediaUrl": true, "abbreviation": true, "legalForm": true,
	"status": true, "sector": true, "classification": true, "mainCountry": true, "capital": true, "okvedCode": true, "okopfCode": true,
	"okatoCode": true, "oktmoCode": true, "pfrNumber": true, "currency": true, "amount": true, "amountUsd": true, "amountEur": true,
	"ethnicity": true, "religion": true, "political": true, "profession": true, "education": true, "spokenLanguage": true,
	"appearance": true, "hairColor": true, "eyeColor": true, "height": true, "weight": true,
	"registrationDate": true, "deregistrationDate": true, "nameChangeDate": true, "navigationArea": true, "icaoCode": true,
	"manufacturer": true, "model": true, "programUrl": true, "proof": true, "opencorporatesUrl": true,
	"ibcRuc": true, "balance": true, "accountId": true, "managingExchange": true, "currencySymbol": true, "issueDate": true,
	"maturityDate": true, "type": true, "yearFounded": true, "previousFlags": true, "indexUpdatedAt": true, "logo": true, "alephUrl": true,
}

// apply takes one value of a property into the entity. References to other things
// of the file are noted for the join.
func (j *joiner) apply(i int, schema, property, value string, pos lists.Position) {
	e := &j.out.Entities[i]
	if _, ok := numbers[property]; ok {
		label := property
		if property == "imoNumber" || property == "mmsi" || property == "callSign" {
			label = ""
		}
		j.identifier(e, pos, lists.Identifier{Type: numberType(property, e.Kind), Value: value, Label: j.word(label)}, property)
		return
	}
	country := func(role lists.CountryRole) {
		e.Countries = append(e.Countries, j.country(e, pos, value, role, property))
	}
	flag := func(role lists.CountryRole) {
		e.Flags = append(e.Flags, j.country(e, pos, value, role, property))
	}
	contact := func(t lists.ContactType) { e.Contacts = append(e.Contacts, lists.Contact{Type: t, Value: value}) }
	place := func(role lists.PlaceRole) { e.Places = append(e.Places, lists.Place{Role: role, Text: value}) }
	switch property {
	case "country":
		country(lists.OtherCountry)
	case "nationality":
		country(lists.Nationality)
	case "citizenship":
		country(lists.Citizenship)
	case "jurisdiction":
		country(lists.Registration)
	case "flag":
		flag(lists.Flag)
	case "pastFlags":
		flag(lists.FormerFlag)
	case "birthCountry":
		e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: j.word(value), Code: j.code(e, pos, value, property)})
	case "birthDate":
		j.date(e, pos, lists.Birth, value, property)
	case "deathDate":
		j.date(e, pos, lists.Death, value, property)
	case "buildDate":
		j.date(e, pos, lists.Build, value, property)
	case "incorporationDate":
		j.date(e, pos, lists.Established, value, property)
	case "dissolutionDate":
		j.date(e, pos, lists.Dissolved, value, property)
	case "birthPlace":
		place(lists.BirthPlace)
	case "deathPlace":
		place(lists.DeathPlace)
	case "website":
		contact(lists.Website)
	case "email":
		contact(lists.Email)
	case "phone":
		contact(lists.Telephone)
	case "address":
		e.Addresses = append(e.Addresses, lists.Address{Text: value})
	case "addressEntity":
		j.references = append(j.references, reference{i, property, value, pos})
	case "title", "position":
		e.Titles = append(e.Titles, value)
	case "wikidataId":
		e.References = append(e.References, lists.Reference{List: "Wikidata", ID: value})
	case "unscId":
		e.References = append(e.References, lists.Reference{List: "UN", ID: value})
	case "program":
		j.programmes[i] = append(j.programmes[i], value)
	case "programId":
		j.programmes[i] = append(j.programmes[i], j.word(value))
	case "gender":
		j.gender(e, value, pos)
	case "owner", "operator", "holder", "issuer", "parent":
		j.references = append(j.references, reference{i, property, value, pos})
	default:
		if e.Kind == lists.Vessel && vesselProperty(e, property, value) || e.Kind == lists.Aircraft && aircraftProperty(e, property, value) {
			return
		}
		if !plain[property] {
			j.unknown(e, pos, property, value)
		}
		j.remark(e, property, value)
	}
}

// gender reads the words of OpenSanctions; others are remarks.
func (p *parser) gender(e *lists.Entity, value string, pos lists.Position) {
	g := lists.Gender("")
	switch strings.ToLower(value) {
	case "male", "m":
		g = lists.Male
	case "female", "f":
		g = lists.Female
	case "other", "u":
	default:
		p.problem(e, pos, "gender", value, ErrUnknownWord)
	}
	if g == "" || e.Gender != "" && e.Gender != g {
		p.remark(e, "gender", value)
		return
	}
	e.Gender = g
}

// vesselProperty takes a ship's particulars. Where a property has several values,
// the first is the particular and the others are remarks.
func vesselProperty(e *lists.Entity, property, value string) bool {
	v := e.Vessel
	if v == nil {
		v = &lists.VesselDetails{}
	}
	quantity := func(q *lists.Quantity) bool {
		if q.Text != "" {
			return false
		}
		*q = lists.ParseQuantity(value)
		return q.Text == value
	}
	taken := false
	switch property {
	case "type":
		if taken = true; v.Type == "" {
			v.Type = value
		} else {
			v.OtherTypes = append(v.OtherTypes, value)
		}
	case "pastTypes":
		v.OtherTypes, taken = append(v.OtherTypes, value), true
	case "tonnage":
		taken = quantity(&v.Tonnage)
	case "grossRegisteredTonnage":
		taken = quantity(&v.GrossTonnage)
	case "deadweightTonnage":
		taken = quantity(&v.Deadweight)
	case "registrationPort":
		if taken = v.HomePort == ""; taken {
			v.HomePort = value
		}
	}
	if taken {
		e.Vessel = v
	}
	return taken
}

func aircraftProperty(e *lists.Entity, property, value string) bool {
	if property != "model" && property != "type" || e.Aircraft != nil && e.Aircraft.Model != "" {
		return false
	}
	if e.Aircraft == nil {
		e.Aircraft = &lists.AircraftDetails{}
	}
	e.Aircraft.Model = value
	return true
}
