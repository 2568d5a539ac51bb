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
		{"XML", ParseXML, [][2]string{
			{"a sound file", goodXML},
			{"empty", ""},
			{"nothing but white space", " \n\n"},
			{"a byte order mark", "\ufeff" + goodXML},
			{"UTF-16", "\xff\xfe<\x00"},
			{"gzip", "\x1f\x8b\x08\x00"},
			{"JSON", "{\"a\": 1}"},
			{"CSV", "Last Updated,27/04/2020\n"},
			{"an HTML page", "<!DOCTYPE html>\n<html><body>Not found</body></html>"},
			{"another root", "<CONSOLIDATED_LIST></CONSOLIDATED_LIST>"},
			{"no record", openXML + closeXML},
			{"cut within a tag", goodXML[:len(goodXML)*2/3]},
			{"cut between records", openXML + "\n" + oneXML},
			{"tags that do not match", openXML + "\n" + strings.Replace(oneXML, "</", "</X", 1) + closeXML},
			{"bytes that are not UTF-8", openXML + strings.Replace(oneXML, "Skif V", "\xe9t\xe9", 1) + closeXML},
			{"declared as Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + goodXML},
			{"an external entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" + goodXML},
			{"entities that expand", "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n" + goodXML},
			{"an entity that nobody declares", openXML + "\n" + strings.Replace(oneXML, "Skif V", "&bomb;", 1) + closeXML},
			{"nesting without end", openXML + strings.Repeat("<x>", 10000)},
			{"text after the end", goodXML + "more"},
			{"a second root", goodXML + "<x/>"},
			{"text between records", openXML + "stray" + oneXML + closeXML},
			{"an unknown part", openXML + "<Planets><Planet>Mars</Planet></Planets>" + oneXML + closeXML},
			{"the same party twice", openXML + oneXML + "\n" + oneXML + closeXML},
			{"a wrong check digit", strings.Replace(goodXML, "8858087", "8858088", 1)},
			{"a name in place of a number", strings.Replace(goodXML, "8858087", "Ivan", 1)},
			{"an element twice", strings.Replace(goodXML, "<Item>", "<Schedule>2</Schedule><Item>", 1)},
			{"an unknown element and attribute", strings.Replace(goodXML, "<Item>", "<Planet Size=\"1\">Mars</Planet><Item>", 1)},
			{"no name", strings.Replace(goodXML, "Skif V", "", 1)},
			{"days that cannot be", strings.Replace(strings.Replace(goodXML, "2025-02-21", "2025-02-31", 1), "<Item>", "<DateOfBirthOrShipBuildDate>29221</DateOfBirthOrShipBuildDate><Item>", 1)},
		}},
		{"JSON", ParseJSON, [][2]string{
			{"a sound file", good},
			{"empty", ""},
			{"white space", " \n"},
			{"XML", "<data/>"},
			{"UTF-16", "\xff\xfe{\x00"},
			{"gzip", "\x1f\x8b\x08\x00"},
			{"a byte order mark", "\ufeff" + good},
			{"a text", "\"x\""},
			{"another object", "{\"a\": {\"b\": [1, 2]}}"},
			{"the key holds an object", "{\"data\": {}}"},
			{"no records", "{\"data\": []}"},
			{"cut within a record", good[:len(good)/2]},
			{"cut between records", "{\"data\": [" + one + ",\n"},
			{"cut before the end", "{\"data\": [" + one + "]\n"},
			{"a comma too many", "{\"data\": [" + one + ",]}"},
			{"a bare word", "{\"data\": [" + one + ",\n  rocket]}"},
			{"more after the end", good + "{}"},
			{"records that are no objects", "{\"data\": [" + one + ", 1, \"x\", null, [2]]}"},
			{"an unknown key", "{\"data\": [" + strings.Replace(one, "{", "{\"planet\": \"Mars\", ", 1) + "]}"},
			{"an unknown key beside the list", "{\"orbit\": [1, 2], \"data\": [" + one + "]}"},
			{"deep nesting", "{\"data\": [" + strings.Repeat("[", 20000)},
			{"deep nesting that is closed", "{\"data\": [{\"x\": " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "}]}"},
			{"bytes that are not UTF-8", strings.Replace(good, "ART", "\xe9", 1)},
			{"the same party twice", "{\"data\": [" + one + ",\n" + one + "]}"},
			{"the array alone", "[" + one + "]"},
			{"values of other types", "{\"data\": [{\"Regulation\": [1], \"Entity or Ship\": \"x\", \"Item Number\": 3, \"Aliases\": {\"a\": 1}, \"Schedule\": true}]}"},
			{"a number in the place of a text", strings.Replace(good, "\"8858087\"", "8858087", 1)},
		}},
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
