package ca

import (
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func TestBadInput(t *testing.T) { listtest.BrokenFiles(t, badFiles()) }

func TestHostileFilesAreNotHeld(t *testing.T) { listtest.NotHeld(t, 16, hostileFiles()) }

const (
	openXML  = `<data-set>`
	closeXML = `</data-set>`
	oneXML   = `<record><Country>Russia / Russie</Country><EntityOrShip>Skif V</EntityOrShip><ShipIMONumber>8858087</ShipIMONumber><Schedule>1.1</Schedule><Item>3</Item><DateOfListing>2025-02-21</DateOfListing></record>`
	goodXML  = openXML + oneXML + closeXML
	one      = `{"Regulation": "Russia / Russie", "Entity or Ship": "ARTAVIL", "Ship IMO number": "8858087", "Item Number": "3"}`
	good     = `{"data": [` + one + `]}`
)

func badFiles() []listtest.Broken {
	return []listtest.Broken{
		{"XML", ParseXML, append(listtest.SpoiltXML(openXML, oneXML, closeXML, "Skif V"), [][2]string{
			{"a wrong check digit", strings.Replace(goodXML, "8858087", "8858088", 1)},
			{"a name in place of a number", strings.Replace(goodXML, "8858087", "Ivan", 1)},
			{"an element twice", strings.Replace(goodXML, "<Item>", "<Schedule>2</Schedule><Item>", 1)},
			{"an unknown element and attribute", strings.Replace(goodXML, "<Item>", "<Planet Size=\"1\">Mars</Planet><Item>", 1)},
			{"no name", strings.Replace(goodXML, "Skif V", "", 1)},
			{"days that cannot be", strings.Replace(strings.Replace(goodXML, "2025-02-21", "2025-02-31", 1), "<Item>", "<DateOfBirthOrShipBuildDate>29221</DateOfBirthOrShipBuildDate><Item>", 1)},
		}...)},
		{"JSON", ParseJSON, append(listtest.SpoiltJSON("data", one, "ART"), [][2]string{
			{"values of other types", "{\"data\": [{\"Regulation\": [1], \"Entity or Ship\": \"x\", \"Item Number\": 3, \"Aliases\": {\"a\": 1}, \"Schedule\": true}]}"},
			{"a number in the place of a text", strings.Replace(good, "\"8858087\"", "8858087", 1)},
		}...)},
	}
}

func hostileFiles() []listtest.Hostile {
	blanks := strings.Repeat(" ", 1<<16)
	return []listtest.Hostile{
		{"white space before the root", ParseXML, "", blanks},
		{"white space in the list", ParseXML, openXML, blanks},
		{"white space before a record", ParseJSON, "{\"data\": [", blanks},
		{"a text without end", ParseJSON, "{\"data\": [{\"Aliases\": \"", strings.Repeat("x", 1<<16)},
		{"nesting without end", ParseJSON, "{\"data\": ", strings.Repeat("[", 1<<16)},
	}
}
