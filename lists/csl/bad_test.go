package csl

import (
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func TestBadInput(t *testing.T) { listtest.BrokenFiles(t, badFiles()) }

func TestHostileFilesAreNotHeld(t *testing.T) { listtest.NotHeld(t, 16, hostileFiles()) }

const (
	headCSV = "_id,source,entity_number,type,programs,name,call_sign,vessel_flag,dates_of_birth,source_list_url,ids\n"
	oneCSV  = "15036,Specially Designated Nationals (SDN) - Treasury Department,15036,Vessel,IRAN,ARTAVIL,T2EU4,Iran,,,\"IMO 9187629, Vessel Registration Identification\"\n"
	one     = `{"id": "15036", "source": "Specially Designated Nationals (SDN) - Treasury Department", "entity_number": 15036, "type": "Vessel", "name": "ARTAVIL", "ids": [{"type": "MMSI", "number": "572469210"}]}`
	good    = `{"results": [` + one + `]}`
)

func badFiles() []listtest.Broken {
	return []listtest.Broken{
		{"CSV", ParseCSV, [][2]string{
			{"a sound file", headCSV + oneCSV},
			{"empty", ""},
			{"blank lines", "\n\n\n"},
			{"XML", "<html></html>"},
			{"JSON", "{\"results\": []}"},
			{"UTF-16", "\xff\xfe_\x00"},
			{"a spreadsheet", "PK\x03\x04"},
			{"a byte order mark", "\ufeff" + headCSV + oneCSV},
			{"another table", "a,b,c\n1,2,3\n"},
			{"no rows", headCSV},
			{"an unknown column", "planet," + headCSV + "Mars," + oneCSV},
			{"a column twice", "name," + headCSV + "x," + oneCSV},
			{"a short row", headCSV + oneCSV + "15037,x\n"},
			{"a long row", headCSV + strings.TrimRight(oneCSV, "\n") + ",extra\n"},
			{"cut within a row", headCSV + oneCSV + oneCSV[:30]},
			{"cut at the end of a row", headCSV + strings.TrimRight(oneCSV, "\n")},
			{"a quote that is never closed", headCSV + oneCSV + "\"" + oneCSV + oneCSV},
			{"a stray quote", headCSV + strings.Replace(oneCSV, "ARTAVIL", "ART\"AVIL", 1)},
			{"bytes that are not UTF-8", headCSV + strings.Replace(oneCSV, "ARTAVIL", "ART\xc9AVIL", 1)},
			{"a NUL byte", headCSV + strings.Replace(oneCSV, "ARTAVIL", "ART\x00AVIL", 1)},
			{"the same party twice", headCSV + oneCSV + oneCSV},
			{"no number and no name", headCSV + ",Specially Designated Nationals (SDN) - Treasury Department,,Vessel,IRAN,,,,,,\n"},
			{"an unknown source and kind", headCSV + "1,Lunar List (LL),,Rocket,,X,,,,,\n"},
			{"numbers that fail their checks", headCSV + strings.NewReplacer("9187629", "9187628", "T2EU4", "?").Replace(oneCSV)},
			{"a number of an unknown type", headCSV + strings.Replace(oneCSV, "Vessel Registration Identification", "Lunar Number", 1)},
			{"a day that cannot be", headCSV + strings.Replace(oneCSV, ",Iran,,", ",Iran,1955-02-31,", 1)},
		}},
		{"JSON", ParseJSON, append(listtest.SpoiltJSON("results", one, "ART"), [][2]string{
			{"values of other types", "{\"results\": [{\"id\": [1], \"name\": {\"a\": 1}, \"alt_names\": \"x\", \"addresses\": [\"y\"], \"ids\": {\"type\": \"MMSI\"}, \"programs\": [{}], \"type\": true}]}"},
			{"numbers of other types", strings.Replace(good, "\"572469210\"", "572469210", 1)},
		}...)},
	}
}

func hostileFiles() []listtest.Hostile {
	blanks := strings.Repeat(" ", 1<<16)
	return []listtest.Hostile{
		{"white space in a cell", ParseCSV, headCSV + "x,", blanks},
		{"blank lines", ParseCSV, headCSV, strings.Repeat("\n", 1<<16)},
		{"a quote that is never closed", ParseCSV, headCSV + "\"", strings.Repeat("abc,\n", 1<<14)},
		{"white space before a record", ParseJSON, "{\"results\": [", blanks},
		{"a text without end", ParseJSON, "{\"results\": [{\"name\": \"", strings.Repeat("x", 1<<16)},
		{"nesting without end", ParseJSON, "{\"results\": ", strings.Repeat("[", 1<<16)},
	}
}
