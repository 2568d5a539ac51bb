package uk

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// passport adds a passport of the UK Sanctions List.
func (x *party) passport(number, info string) {
	switch {
	case number == "" && info == "":
	case number == "":
		x.remark("Passport additional information", info)
	default:
		x.identify(lists.Identifier{Type: lists.Passport, Value: number, Note: info}, "Passport number")
	}
}

// nationalID adds a national identifier of the UK Sanctions List.
func (x *party) nationalID(number, info string) {
	switch {
	case number == "" && info == "":
	case number == "":
		x.remark("National Identifier additional information", info)
	default:
		x.identify(lists.Identifier{Type: lists.NationalID, Value: number, Note: info}, "National Identifier number")
	}
}

// registers are the labels of numbers in business registration numbers. OGRN,
// KPP, OKPO and INN are those of Russia.
var registers = map[string]lists.IDType{
	"ogrn": lists.RegistrationNumber, "kpp": lists.RegistrationNumber, "okpo": lists.RegistrationNumber, "inn": lists.TaxID,
	"tin": lists.TaxID, "lei": lists.LEI, "vat": lists.TaxID, "duns": lists.DUNS, "swift": lists.SWIFT, "bik": lists.OtherID,
	"ogrnip": lists.RegistrationNumber, "imo": lists.IMOCompany, "psrn": lists.RegistrationNumber,
}

// maxRegistrations bounds the bytes of a cell that is divided.
const maxRegistrations = 2 << 10

// registration reads business registration numbers. A cell may hold several,
// each behind its label:
//
//	OGRN: 1247700291200 KPP: 770701001 INN: 9707028663
//
// Where a label is unknown the cell is one number.
func (x *party) registration(cell string) {
	if cell == "" {
		return
	}
	var ids []lists.Identifier
	fields := strings.Fields(cell)
	if len(cell) > maxRegistrations {
		fields = nil
	}
	for i := 0; i < len(fields); {
		label, colon := strings.CutSuffix(fields[i], ":")
		value := ""
		if !colon {
			label, value, colon = strings.Cut(fields[i], ":")
		}
		is, known := registers[letters(label)]
		if !colon || !known {
			ids = nil
			break
		}
		for i++; i < len(fields) && !strings.Contains(fields[i], ":"); i++ {
			value = prose.Join(" ", value, fields[i])
		}
		if value = strings.Trim(value, " ,;."); value == "" || strings.Trim(value, "0123456789 ") != "" && is != lists.LEI && is != lists.SWIFT {
			ids = nil
			break
		}
		ids = append(ids, lists.Identifier{Type: is, Value: value, Label: label})
	}
	if ids == nil {
		ids = []lists.Identifier{{Type: lists.RegistrationNumber, Value: cell, Label: "Business registration number"}}
	}
	for _, id := range ids {
		x.identify(id, "Business registration number (s)")
	}
}

// ship returns the details of a ship.
func (x *party) ship() *lists.VesselDetails {
	if x.e.Vessel == nil {
		x.e.Vessel = &lists.VesselDetails{}
	}
	return x.e.Vessel
}

// imo adds an IMO number: of the ship, or of the firm where the party is one.
func (x *party) imo(v string) {
	if v == "" {
		return
	}
	id := lists.Identifier{Type: lists.IMOShip, Value: v, Label: "IMO number"}
	if x.e.Kind == lists.Organization {
		id.Type = lists.IMOCompany
	}
	x.identify(id, "IMO number")
}

// maxOwners bounds the bytes of owners in one text. All of them are relations.
const maxOwners = 4 << 10

func (x *party) owner(v string) {
	if v != "" && x.first("owner", v) {
		if o := x.ship().Owner; len(o) < maxOwners {
			x.ship().Owner = prose.Join("; ", o, v)
		}
		x.relation(lists.OtherRelation, "Current owner/operator", v, false)
	}
}

func (x *party) formerOwner(v string) {
	if v != "" && x.first("former owner", v) {
		if o := x.ship().FormerOwners; len(o) < maxOwners {
			x.ship().FormerOwners = prose.Join("; ", o, v)
		}
		x.relation(lists.OtherRelation, "Previous owner/operator", v, true)
	}
}

func (x *party) flag(v string, role lists.CountryRole) {
	if v != "" && x.first(string(role), v) {
		x.e.Flags = append(x.e.Flags, lists.Country{Text: v, Code: code(v), Role: role})
	}
}

func (x *party) shipType(v string) {
	switch {
	case v == "" || !x.first("type", v):
	case x.ship().Type == "":
		x.ship().Type = v
	default:
		x.ship().OtherTypes = append(x.ship().OtherTypes, v)
	}
}

// tonnage keeps a tonnage of which the list does not say which.
func (x *party) tonnage(v string) {
	switch {
	case v == "" || !x.first("tonnage", v):
	case x.ship().Tonnage.Text == "":
		x.ship().Tonnage = lists.ParseQuantity(v)
	default:
		x.remark("Tonnage of ship", v)
	}
}

func (x *party) length(v string) {
	switch {
	case v == "" || !x.first("length", v):
	case x.ship().Length.Text == "":
		x.ship().Length = lists.ParseQuantity(v)
	default:
		x.remark("Length of ship", v)
	}
}

func (x *party) hull(v string) {
	x.identify(lists.Identifier{Type: lists.HIN, Value: v, Label: "Hull identification number"}, "Hull identification number (HIN)")
}
