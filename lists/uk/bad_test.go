package uk

import (
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func TestBadInput(t *testing.T) { listtest.BrokenFiles(t, badFiles()) }

func TestHostileFilesAreNotHeld(t *testing.T) { listtest.NotHeld(t, 16, hostileFiles()) }

const (
	openXML  = `<Designations dateGenerated="2026-08-14T23:00:04.744Z">`
	closeXML = `</Designations>`
	oneXML   = `<Designation><UniqueID>DPR0075</UniqueID><Names><Name><Name6>Petrel 8</Name6><NameType>Primary name</NameType></Name></Names><RegimeName>R</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip></Designation>`
	goodXML  = openXML + oneXML + closeXML
	headCSV  = "Report Date: 14-Aug-2026\nUnique ID,Name 6,Name type,Designation Type,Regime Name,IMO number,Date Designated,D.O.B,Website\n"
	oneCSV   = "DPR0075,Petrel 8,Primary name,Ship,R,IMO9562233,03/10/2017,,\n"
	headCon  = "Last Updated,27/04/2020\r\nName 6,Name 1,DOB,Nationality,NI Number,Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID\r\n"
	oneCon   = "TONG SAN 2,,,,,IMO: 8937675.,Entity,Prime Alias,North Korea,19/10/2017,19/10/2017,13556\r\n"
)

func badFiles() []listtest.Broken {
	xml := append(listtest.SpoiltXML(openXML, oneXML, closeXML, "Petrel 8"), [][2]string{
		{"no date", strings.Replace(goodXML, " dateGenerated=\"2026-08-14T23:00:04.744Z\"", "", 1)},
		{"no number of the party", strings.Replace(goodXML, "DPR0075", "", 1)},
		{"no name", strings.Replace(goodXML, "Petrel 8", "", 1)},
		{"an unknown type of name and kind", strings.NewReplacer("Primary name", "Nickname", "Ship<", "Balloon<").Replace(goodXML)},
		{"a day that cannot be", strings.Replace(goodXML, "<UniqueID>", "<DateDesignated>31/02/2020</DateDesignated><LastUpdated>never</LastUpdated><UniqueID>", 1)},
		{"a wrong truth value", strings.Replace(goodXML, "<RegimeName>", "<SanctionsImposedIndicators><AssetFreeze>maybe</AssetFreeze><Curse>true</Curse></SanctionsImposedIndicators><RegimeName>", 1)},
	}...)
	text := func(head, one, key string) [][2]string {
		return [][2]string{
			{"a sound file", head + one},
			{"empty", ""},
			{"blank lines", "\n\n\n"},
			{"XML", "<Designations/>"},
			{"UTF-16", "\xff\xfeR\x00"},
			{"a spreadsheet", "PK\x03\x04"},
			{"a byte order mark", "\ufeff" + head + one},
			{"no header", "Report Date: 14-Aug-2026\n"},
			{"another table", "a,b,c\n1,2,3\n"},
			{"no rows", head},
			{"no line with a date", head[strings.Index(head, "\n")+1:] + one},
			{"a date that cannot be", strings.NewReplacer("14-Aug", "14-Brumaire", "27/04", "27/24").Replace(head) + one},
			{"an unknown column", strings.Replace(head, "Name 6", "Planet,Name 6", 1) + "Mars," + one},
			{"a column twice", strings.Replace(head, "Name 6", "Name 6,Name 6", 1) + "x," + one},
			{"a short row", head + one + key + ",x\n"},
			{"a long row", head + strings.TrimRight(one, "\r\n") + ",extra\n"},
			{"cut within a row", head + one + one[:20]},
			{"cut at the end of a row", head + strings.TrimRight(one, "\r\n")},
			{"a quote that is never closed", head + one + "\"" + one + one},
			{"a stray quote", head + strings.Replace(one, " 2", " \"2", 1)},
			{"bytes that are not UTF-8", head + strings.NewReplacer("Petrel", "P\xe9trel", "TONG", "T\xd6NG").Replace(one)},
			{"a NUL byte", head + strings.NewReplacer("Petrel", "P\x00trel", "TONG", "T\x00NG").Replace(one)},
			{"no number of the party", head + strings.NewReplacer("DPR0075", "", "13556", "").Replace(one)},
			{"a wrong check digit", head + strings.NewReplacer("9562233", "9562234", "8937675", "8937676").Replace(one)},
			{"a day that cannot be", head + strings.NewReplacer("03/10/2017", "33/10/2017", "19/10/2017", "99/99/9999").Replace(one)},
			{"kinds that contradict", head + one + strings.NewReplacer("Ship", "Individual", "Entity", "Individual").Replace(one)},
			{"an unknown kind", head + strings.NewReplacer("Ship", "Balloon", "Entity", "Balloon").Replace(one)},
		}
	}
	return []listtest.Broken{{"UK Sanctions List, XML", ParseXML, xml}, {"UK Sanctions List, CSV", ParseCSV, text(headCSV, oneCSV, "DPR0076")},
		{"OFSI consolidated list, CSV", ParseConList, text(headCon, oneCon, "X")}}
}

func hostileFiles() []listtest.Hostile {
	blanks := strings.Repeat(" ", 1<<16)
	return []listtest.Hostile{
		{"white space before the root", ParseXML, "", blanks},
		{"white space in the list", ParseXML, openXML, blanks},
		{"white space in a cell", ParseCSV, headCSV + "x,", blanks},
		{"blank lines", ParseCSV, headCSV, strings.Repeat("\n", 1<<16)},
		{"a quote that is never closed", ParseConList, headCon + "\"", strings.Repeat("abc,\n", 1<<14)},
	}
}
