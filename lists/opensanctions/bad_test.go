package opensanctions

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

const (
	ship    = `{"id":"v1","caption":"OCEAN QUEEN","schema":"Vessel","properties":{"name":["OCEAN QUEEN"]},"target":true}` + "\n"
	csvHead = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change\n"
	csvShip = `v1,Vessel,OCEAN QUEEN,,,pa,,IMO9187629,,,,X,Y,,,` + "\n"
	seaHead = "type,caption,imo,risk,countries,flag,mmsi,id,url,datasets,aliases\n"
	seaShip = "VESSEL,OCEAN QUEEN,IMO9187629,sanction,pa,pa,,v1,,x,\n"
	szShip  = `{"DATA_SOURCE":"OS_X","RECORD_ID":"v1","RECORD_TYPE":"VESSEL","NAMES":[{"NAME_TYPE":"PRIMARY","NAME_ORG":"OCEAN QUEEN"}]}` + "\n"
)

// TestBadInput reads broken files. What becomes of them stands in testdata/bad.golden.
func TestBadInput(t *testing.T) {
	text := func(s string) func() io.Reader { return func() io.Reader { return strings.NewReader(s) } }
	many := func(n int) string { return strings.Repeat(`"v1",`, n) + `"v1"` }
	tests := []struct {
		format string
		parse  parse
		input  func() io.Reader
		reason string
	}{
		{"ftm", ParseFTM, text(""), "empty file"},
		{"ftm", ParseFTM, text("\n \n"), "no line but blank ones"},
		{"ftm", ParseFTM, listtest.LineFeeds, "32 MB of empty lines"},
		{"ftm", ParseFTM, func() io.Reader { return listtest.Padded(ship[:20], ship[20:]) }, "32 MB of white space in a line"},
		{"ftm", ParseFTM, text(ship + ship[:60]), "cut inside a line"},
		{"ftm", ParseFTM, text("<html></html>"), "an HTML page"},
		{"ftm", ParseFTM, text("\x1f\x8b\x08"), "compressed"},
		{"ftm", ParseFTM, text("\xff\xfe{\x00"), "UTF-16"},
		{"ftm", ParseFTM, text("\ufeff" + ship), "a byte order mark"},
		{"ftm", ParseFTM, text(ship + strings.Replace(ship, "QUEEN", "\xffUEEN", 2)), "not UTF-8"},
		{"ftm", ParseFTM, text(csvHead + csvShip), "CSV where JSON is expected"},
		{"ftm", ParseFTM, text(`{"a":1}`), "another JSON"},
		{"ftm", ParseFTM, text("[" + ship + "]"), "an array of entities"},
		{"ftm", ParseFTM, text(ship + ship), "the same id twice"},
		{"ftm", ParseFTM, text(ship + `{"id":"v2","schema":"Vessel","properties":[]}` + "\n"), "properties of the wrong type"},
		{"ftm", ParseFTM, text(ship + `{"id":7,"schema":"Vessel","properties":{}}` + "\n"), "an id that is a number"},
		{"ftm", ParseFTM, text(ship + `{"id":"v2","schema":"Vessel","caption":"A","properties":{"name":"A","imoNumber":[9187629],"flag":[{"x":1}]},"target":"yes"}` + "\n"), "values of the wrong type"},
		{"ftm", ParseFTM, text(ship + `{"id":"v2","schema":"Vessel","caption":"A","properties":{"name":["A"],"imoNumber":["IMO9187628"],"mmsi":["12"],"buildDate":["2019-13-40"],"flag":["qq"]},"colour":"red"}` + "\n"), "numbers, dates and words out of range; an unknown key"},
		{"ftm", ParseFTM, text(ship + `{"id":"s","schema":"Sanction","caption":"S","properties":{"entity":["nobody"]}}` + "\n" + `{"id":"o","schema":"Ownership","caption":"O","properties":{"owner":["nobody"],"asset":["v1"]}}` + "\n" + `{"id":"p","schema":"Ownership","caption":"O","properties":{"owner":["n1"],"asset":["n2"]}}` + "\n"), "references to nothing"},
		{"ftm", ParseFTM, text(ship + `{"id":"o","schema":"Ownership","caption":"O","properties":{"owner":[` + many(200) + `],"asset":["v1"]}}` + "\n" + `{"id":"s","schema":"Sanction","caption":"S","properties":{}}` + "\n"), "a link with too many ends, a sanction with none"},
		{"ftm", ParseFTM, text(ship + `{"id":"d","schema":"Spaceship","caption":"D","properties":{"name":["D"]}}` + "\n"), "an unknown schema"},
		{"ftm", ParseFTM, text(ship + `{"id":"v2","schema":"Vessel","properties":` + strings.Repeat(`{"a":`, 20000) + "1" + strings.Repeat("}", 20000) + "}\n"), "deep nesting"},
		{"ftm", ParseFTM, text(ship + `{"id":"v2","schema":"Person","properties":{}}` + "\n"), "no name"},
		{"ftm", ParseFTM, text(ship + "{}\n{}\n{}\n{}\n"), "most lines are no entities"},
		{"targets", ParseTargets, text(""), "empty file"},
		{"targets", ParseTargets, text(csvHead), "a header alone"},
		{"targets", ParseTargets, text(csvHead[:30]), "a header that is cut"},
		{"targets", ParseTargets, text("a;b;c\n1;2;3\n"), "another table"},
		{"targets", ParseTargets, text(ship), "JSON where CSV is expected"},
		{"targets", ParseTargets, text("<?xml version='1.0'?>"), "XML where CSV is expected"},
		{"targets", ParseTargets, text("\xfe\xff\x00i"), "UTF-16"},
		{"targets", ParseTargets, text("\ufeff" + csvHead + csvShip), "a byte order mark"},
		{"targets", ParseTargets, text(csvHead + csvShip + "v2,Vessel,\"CUT"), "cut inside quotes"},
		{"targets", ParseTargets, text(csvHead + csvShip + "v2,Vessel,CUT"), "cut inside a row"},
		{"targets", ParseTargets, text(csvHead + csvShip + "v2,Vessel,SHORT\n" + strings.Replace(csvShip[:len(csvShip)-1], "v1", "v3", 1) + ",more,\n"), "a row too short and one too long"},
		{"targets", ParseTargets, text(csvHead + csvShip + csvShip), "the same id twice"},
		{"targets", ParseTargets, text(csvHead + csvShip + strings.Replace(csvShip, "v1", "", 1)), "no id"},
		{"targets", ParseTargets, text(csvHead + strings.Replace(csvShip, "9187629,", "9187628,", 1)), "a wrong check digit"},
		{"targets", ParseTargets, text(csvHead + `v1,Boat,OCEAN "QUEEN",,1960-13-40,qq;pa,,,,,,,,,,` + "\n"), "words out of range, a stray quote"},
		{"targets", ParseTargets, text(csvHead + "v1,Vessel,\xff,,,,,,,,,,,,,\n"), "not UTF-8"},
		{"targets", ParseTargets, listtest.LineFeeds, "32 MB of empty lines"},
		{"targets", ParseTargets, func() io.Reader { return listtest.Padded(csvHead+"v1,Vessel,\"", "A\"\n") }, "32 MB of white space in a cell"},
		{"maritime", ParseMaritime, text(""), "empty file"},
		{"maritime", ParseMaritime, text(seaHead), "a header alone"},
		{"maritime", ParseMaritime, text(csvHead + csvShip), "the other table"},
		{"maritime", ParseMaritime, text(seaHead + seaShip + strings.Replace(seaShip, "9187629", "9308065", 1)), "one id with two numbers is one ship"},
		{"maritime", ParseMaritime, text(seaHead + seaShip + strings.Replace(seaShip, "VESSEL", "ORGANIZATION", 1)), "one id of two types"},
		{"maritime", ParseMaritime, text(seaHead + strings.Replace(seaShip, "VESSEL", "SUBMARINE", 1)), "an unknown type"},
		{"maritime", ParseMaritime, text(seaHead + strings.Replace(seaShip, ",v1,", ",,", 1)), "no id in the first row"},
		{"maritime", ParseMaritime, text(seaHead + seaShip + strings.Replace(strings.Replace(seaShip, "IMO9187629", "IMO91876", 1), "v1", "v2", 1)), "a number out of shape"},
		{"maritime", ParseMaritime, text(seaHead + seaShip + "VESSEL,CUT"), "cut inside a row"},
		{"maritime", ParseMaritime, text(seaHead + "VESSEL,\"CUT"), "cut inside quotes"},
		{"maritime", ParseMaritime, text(seaHead + "VESSEL,\xff,,,,,,v1,,,\n"), "not UTF-8"},
		{"maritime", ParseMaritime, text(seaHead + "VESSEL,,,,qq,qq,12,v1,,,\n"), "no name, no state, no MMSI"},
		{"maritime", ParseMaritime, listtest.LineFeeds, "32 MB of empty lines"},
		{"senzing", ParseSenzing, text(""), "empty file"},
		{"senzing", ParseSenzing, listtest.LineFeeds, "32 MB of empty lines"},
		{"senzing", ParseSenzing, text(ship), "the other JSON"},
		{"senzing", ParseSenzing, text(szShip + szShip[:50]), "cut inside a line"},
		{"senzing", ParseSenzing, text(szShip + szShip), "the same id twice"},
		{"senzing", ParseSenzing, text(szShip + `{"DATA_SOURCE":"OS_X"}` + "\n"), "no id"},
		{"senzing", ParseSenzing, text(szShip + `{"DATA_SOURCE":"OS_X","RECORD_ID":"v2","NAMES":"A","URL":7,"GENDER":"X"}` + "\n"), "values of the wrong type"},
		{"senzing", ParseSenzing, text(szShip + `{"DATA_SOURCE":"OS_X","RECORD_ID":"v2","RECORD_TYPE":"ROBOT","NAMES":[{"NAME_TYPE":"PRIMARY","NAME_FULL":"A","NAME_COLOUR":"red"}],"SHAPE":1}` + "\n"), "unknown words and keys"},
		{"senzing", ParseSenzing, text(szShip + `{"DATA_SOURCE":"OS_X","RECORD_ID":"v2","RECORD_TYPE":"VESSEL","NAMES":[{"NAME_FULL":["A"]}],"DATES":[{"DATE_OF_BIRTH":"1960-13-40"}],"COUNTRIES":[{"NATIONALITY":"qq"}],"IDENTIFIERS":[{"IMO_NUMBER":"IMO9187628"}]}` + "\n"), "out of range"},
		{"senzing", ParseSenzing, text("{\n"), "not well formed"},
		{"senzing", ParseSenzing, text(szShip + strings.Repeat("[", 20000) + "\n"), "deep nesting"},
		{"senzing", ParseSenzing, text(szShip + "{\"a\":\"\xff\"}\n"), "not UTF-8"},
		{"senzing", ParseSenzing, text(`{"DATA_SOURCE":"OS_X","RECORD_ID":"v2","NAMES":[{"NAME_FULL":"A"}],"RELATIONSHIPS":[{"REL_POINTER_ROLE":"owner","REL_POINTER_DOMAIN":"OPEN_SANCTIONS","REL_POINTER_KEY":"nobody"}]}` + "\n"), "a reference to nothing is common: the export leaves out who is no target"},
	}
	var b strings.Builder
	for _, tt := range tests {
		l, err := tt.parse("x", tt.input())
		fmt.Fprintf(&b, "# %s: %s\n%s\n", tt.format, tt.reason, listtest.Outcome(l, err))
	}
	listtest.Golden(t, "bad.golden", b.String())
}
