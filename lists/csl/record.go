package csl

import "github.com/seed-539c57aa/pratique/lists"

// column is a column of the table, and the key of the same name in JSON.
type column uint8

const (
	colID column = iota
	colSource
	colNumber
	colType
	colPrograms
	colName
	colTitle
	colAddresses
	colNotice
	colStart
	colEnd
	colOrder
	colRequirement
	colPolicy
	colCallSign
	colVesselType
	colTonnage
	colGRT
	colFlag
	colOwner
	colRemarks
	colListURL
	colAlt
	colCitizenships
	colBirth
	colNationalities
	colBirthPlaces
	colURL
	colIDs
	colCountry
	numColumns
)

// columnNames are the names of the columns in the order of the CSV file; country
// occurs in JSON only. Source: the file, and the programs that read the API.
var columnNames = [numColumns]string{
	"_id", "source", "entity_number", "type", "programs", "name", "title", "addresses", "federal_register_notice", "start_date",
	"end_date", "standard_order", "license_requirement", "license_policy", "call_sign", "vessel_type", "gross_tonnage",
	"gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships",
	"dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids", "country",
}

// columnOf finds a column by name; JSON calls the first one id.
func columnOf(name string) (column, bool) {
	if name == "id" {
		return colID, true
	}
	for i, n := range columnNames {
		if n == name {
			return column(i), true
		}
	}
	return 0, false
}

// record is one row, read from either format. Texts are without blanks around
// them.
type record struct {
	at        lists.Position
	text      [numColumns]string
	list      [numColumns][]string // of the columns that hold several values
	addresses []lists.Address
	ids       []entry
	rest      []lists.Remark // of unknown columns
	pos       [numColumns]lists.Position
}

// entry is one of the ids of a party.
type entry struct {
	kind    string // the type, as printed
	number  string
	country string
	issued  string
	expires string
	dated   string // one date of which the row does not say what it is
	whole   string // as printed in the row; in JSON the same made of its parts
}
