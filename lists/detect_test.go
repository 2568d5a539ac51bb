package lists

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// sharedFormats are the formats of the files in ../shared, by their paths below it. Empty: no list that is known.
var sharedFormats = map[string]Format{
	"formats/samples/au_dfat_2024.csv":                                   DFATCSV,
	"formats/samples/au_dfat_2026.csv":                                   DFATCSV,
	"formats/samples/au_dfat_2026.xlsx":                                  DFATXLSX,
	"formats/samples/ca_sema.json":                                       SEMAJSON,
	"formats/samples/ca_sema_2020.xml":                                   SEMAXML,
	"formats/samples/ca_sema_2025.xml":                                   SEMAXML,
	"formats/samples/ca_sema_2026_bilingual.xml":                         SEMAXML,
	"formats/samples/ch_seco.xml":                                        SECOXML,
	"formats/samples/eu_fsf_csv_1_1.csv":                                 EUCSV,
	"formats/samples/eu_fsf_xml_1_1.xml":                                 EUXML,
	"formats/samples/eu_journal_consolidated.csv":                        EUJournalCSV,
	"formats/samples/eu_sanctionsmap_regime.json":                        EUSanctionsMap,
	"formats/samples/eu_vessels_dma.csv":                                 EUVesselsCSV,
	"formats/samples/eu_vessels_sanctionsmap.xlsx":                       EUVesselsXLSX,
	"formats/samples/ofac_advanced_xml.xml":                              OFACAdvancedXML,
	"formats/samples/ofac_enhanced_xml.xml":                              OFACEnhancedXML,
	"formats/samples/ofac_sdn_csv/sdn.csv":                               OFACCSV,
	"formats/samples/ofac_sdn_csv/alt.csv":                               OFACCSV,
	"formats/samples/ofac_sdn_csv/add.csv":                               OFACCSV,
	"formats/samples/ofac_sdn_csv/sdn_comments.csv":                      "", // two columns of anything
	"formats/samples/ofac_sdn_csv/cons_prim.csv":                         OFACCSV,
	"formats/samples/ofac_sdn_csv/cons_alt.csv":                          OFACCSV,
	"formats/samples/ofac_sdn_csv/cons_add.csv":                          OFACCSV,
	"formats/samples/ofac_sdn_csv/cons_comments.csv":                     "",
	"formats/samples/ofac_sdn_xml.xml":                                   OFACXML,
	"formats/samples/opensanctions_entities.ftm.json":                    OpenSanctionsFTM,
	"formats/samples/opensanctions_maritime.csv":                         OpenSanctionsMaritime,
	"formats/samples/opensanctions_senzing.json":                         OpenSanctionsSenzing,
	"formats/samples/opensanctions_targets.simple.csv":                   OpenSanctionsTargets,
	"formats/samples/paris_mou_bans.json":                                "",        // bans of ports, no designations
	"formats/samples/ua_gur_vessel_page.html":                            "",        // a page
	"formats/samples/ua_gur_vessels.csv":                                 CustomCSV, // nobody's published layout, but a table with name and imo
	"formats/samples/uk_ofsi_conlist_2020.csv":                           UKConListCSV,
	"formats/samples/uk_ofsi_conlist_2022format.csv":                     UKConListCSV,
	"formats/samples/uk_sanctions_list.csv":                              UKCSV,
	"formats/samples/uk_sanctions_list.xml":                              UKXML,
	"formats/samples/un_1718_vessels.csv":                                UNVesselsCSV,
	"formats/samples/un_consolidated.xml":                                UNXML,
	"formats/samples/us_csl.csv":                                         CSLCSV,
	"formats/samples/us_csl.json":                                        CSLJSON,
	"lists/au/regulation8_consolidated_2024-12.xlsx":                     DFATXLSX,
	"lists/ca/sema-lmes_2025-05.xml.gz":                                  SEMAXML,
	"lists/ofac/2021-07/add.csv":                                         OFACCSV,
	"lists/ofac/2021-07/alt.csv":                                         OFACCSV,
	"lists/ofac/2021-07/sdn.csv":                                         OFACCSV,
	"lists/ofac/2021-07/sdn_comments.csv":                                "",
	"lists/ofac/2024-01/add.csv":                                         OFACCSV,
	"lists/ofac/2024-01/alt.csv":                                         OFACCSV,
	"lists/ofac/2024-01/sdn.csv":                                         OFACCSV,
	"lists/ofac/2024-01/sdn_comments.csv":                                "",
	"lists/ofac/consolidated-2025-12/cons_add.csv":                       OFACCSV,
	"lists/ofac/consolidated-2025-12/cons_alt.csv":                       OFACCSV,
	"lists/ofac/consolidated-2025-12/cons_comments.csv":                  "",
	"lists/ofac/consolidated-2025-12/cons_prim.csv":                      OFACCSV,
	"lists/ofac/series/sdn_2021-09-17.csv.gz":                            OFACCSV,
	"lists/ofac/series/sdn_2022-04-01.csv.gz":                            OFACCSV,
	"lists/ofac/series/sdn_2022-11-18.csv.gz":                            OFACCSV,
	"lists/ofac/series/sdn_2023-06-05.csv.gz":                            OFACCSV,
	"lists/ofac/series/sdn_2023-12-05.csv.gz":                            OFACCSV,
	"lists/ofac/series/sdn_2024-04-12.csv.gz":                            OFACCSV,
	"lists/ofac/series/sdn_2024-04-15.csv.gz":                            OFACCSV,
	"lists/ofac/xml/cons_advanced_2020-10.xml.gz":                        OFACAdvancedXML,
	"lists/ofac/xml/cons_enhanced_2025-01.xml.gz":                        OFACEnhancedXML,
	"lists/ofac/xml/consolidated_2025-05.xml":                            OFACXML,
	"lists/opensanctions/demo_entities.ftm_2024-03.json.gz":              OpenSanctionsFTM,
	"lists/opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz": OpenSanctionsTargets,
	"lists/opensanctions/us_congress.senzing.json.gz":                    OpenSanctionsSenzing,
	"lists/uk/ConList_2020-04.csv.gz":                                    UKConListCSV,
	"lists/un/consolidated_2026-02.xml.gz":                               UNXML,
	"lists/un/malformed_2025-08.xml.gz":                                  UNXML, // damaged further on: the parser's to find
	"lists/us_csl/consolidated_2022-04.csv.gz":                           CSLCSV,
}

// beginning returns what Detect is to be given of a file: its first bytes, unpacked, or a whole workbook.
func beginning(t *testing.T, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.HasSuffix(path, ".xlsx") {
		r = io.LimitReader(r, DetectBytes)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestDetectShared asks for every sample and every real file, and that none is forgotten.
func TestDetectShared(t *testing.T) {
	for _, dir := range []string{"formats/samples", "lists"} {
		root := shared(t, dir)
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			rel, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			name := dir + "/" + filepath.ToSlash(rel)
			want, known := sharedFormats[name]
			if !known {
				t.Errorf("%s is not in the table", name)
				return nil
			}
			if got, ok := Detect(beginning(t, path)); got != want || ok != (want != "") {
				t.Errorf("%s: %q, %t; want %q", name, got, ok, want)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestDetect(t *testing.T) {
	utf16LE := func(s string) string {
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return string(b)
	}
	utf16BE := func(s string) string {
		b := []byte{0xfe, 0xff}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u>>8), byte(u))
		}
		return string(b)
	}
	tests := []struct {
		text   string
		want   Format
		reason string
	}{
		{`<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">`, OFACXML, "the old namespace"},
		{`<sdnList>`, OFACXML, "a name nobody else uses"},
		{`<o:sdnList xmlns:o="http://tempuri.org/sdnList.xsd">`, OFACXML, "with a prefix"},
		{`<Sanctions xmlns='http://www.un.org/sanctions/1.0'>`, OFACAdvancedXML, "the old namespace, apostrophes"},
		{`<Sanctions><title>News</title>`, "", "a common word"},
		{`<sanctionsData><publicationInfo>`, OFACEnhancedXML, "the namespace was lost"},
		{`<sanctionsData><x/>`, "", "somebody else's"},
		{`<export xmlns="http://eu.europa.ec/fpi/fsd/export">`, EUXML, "the Commission's"},
		{`<export xmlns="http://example.org/">`, "", "any export"},
		{`<export><x a="http://eu.europa.ec/fpi/fsd/export"/>`, "", "the namespace stands in the root or nowhere"},
		{"<!-- made by hand -->\n<Designations>\n<DateGenerated>01/01/2026</DateGenerated>", UKXML, "a comment before the root"},
		{`<Designations><Designation/></Designations>`, "", "nothing else of the UK's"},
		{`<!DOCTYPE x [<!ENTITY a "b"> ]><CONSOLIDATED_LIST><INDIVIDUALS>`, UNXML, "recognised, for the parser to refuse"},
		{`<!DOCTYPE x []><CONSOLIDATED_LIST><ENTITIES>`, UNXML, "an empty internal subset"},
		{`<swiss-sanctions-list list-type="whole-list" date="2026-08-15">`, SECOXML, "Switzerland"},
		{"<data-set>\n<record>\n<Country-Pays>Belarus", SEMAXML, "Canada, both languages"},
		{`<data-set><record><name>Belarus`, "", "any data-set"},
		{"\xef\xbb\xbf<sdnList>", OFACXML, "byte order mark"},
		{utf16LE(`<?xml version="1.0" encoding="UTF-16"?><sdnList>`), OFACXML, "UTF-16, little end first"},
		{utf16BE("\n <sdnList>"), OFACXML, "UTF-16, big end first"},
		{"<sdnListing>", "", "a longer name"},
		{"<sdnList", "", "the tag does not end"},
		{"<!-- never ends <sdnList>", "", "a comment without an end"},
		{"<!DOCTYPE html><html><body><sdnList></body></html>", "", "HTML"},
		{"<rss><channel><title>OFAC</title>", "", "other XML"},
		{"36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n", OFACCSV, "names"},
		{"ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n", OFACCSV, "with a header"},
		{"36,12,\"aka\",\"AERO-CARIBBEAN\",-0- \r\n", OFACCSV, "aliases"},
		{"36,25,-0- ,\"Havana\",\"Cuba\",-0- \r\n", OFACCSV, "addresses"},
		{"1,2,3,4,5,6,7,8,9,10,11,12\n", "", "twelve numbers"},
		{"36,12,\"alias\",\"X\",\n", "", "not OFAC's word"},
		{"36,\"X\"\n", "", "two columns"},
		{"name,imo\nFOREST,9283760\n", CustomCSV, "a firm's own table"},
		{"Kind;Name\nvessel;FOREST\n", CustomCSV, "another"},
		{"our list\nname,imo\nFOREST,9283760\n", "", "its header is the first row"},
		{"name,price\nFOREST,12\n", "", "anybody's table"},
		{`{"format":"pratique list","version":1,"source":{"name":"House list"}}` + "\n", CustomJSON, "our own lines"},
		{`{"format":"pratique list"}`, "", "not the whole first line"},
		{`{"format":"other","version":1,"source":{"name":"House list"}}` + "\n", "", "somebody else's"},
		{"Last Updated,27/04/2020\nName 6,Name 1,Title,Group Type,Alias Type,Group ID\n", UKConListCSV, "the header is the second row"},
		{"Name 6,Name 1,Title,Group Type,Alias Type,Group ID\n", UKConListCSV, "the first row was cut off"},
		{"Report Date: 14-Aug-2026\r\nLast Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6\r\n", UKCSV, "a first row of one column"},
		{"x,y\nx,y\nUnique ID,OFSI Group ID,Name 6\n", "", "the third row is no header"},
		{"\xef\xbb\xbffileGenerationDate;Entity_LogicalId;NameAlias_WholeName\r\n", EUCSV, "semicolons"},
		{"Vessel name;IMO number ;Date of application;Subject to;;;\n", EUVesselsCSV, "a blank after a name"},
		{"\"\",\"Vessel name at designation time (vessels for which ...)\",IMO number,Date of application,Link to relevant EU Official Journal\n", EUVesselsCSV, "the sheet of the Sanctions Map"},
		{"amendedCelex,amendmentCelex,recordId,schema,name\n", EUJournalCSV, "another transcript"},
		{`{"data":[{"id":20,"specification":"x","programme":["PRK"]}]}`, EUSanctionsMap, "all regimes"},
		{"CELEX,recordId,programKey,annex,measure\n", EUJournalCSV, "case does not count"},
		{"reference\tname of individual or entity\ttype\tname type\n", DFATCSV, "tabs"},
		{`"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","dataset"` + "\n", OpenSanctionsTargets, "quoted"},
		{"\"type,caption,imo,risk,datasets\n", "", "a quote that never ends"},
		{`{"id":"a","caption":"b","schema":"Vessel","properties":{"name":["b"]}}` + "\n", OpenSanctionsFTM, "JSON lines"},
		{`{"schema":"Vessel","properties":{"name":["` + strings.Repeat("x", 100) + `","id":`, "", "id is not seen before the cut"},
		{`{"DATA_SOURCE":"X","RECORD_ID":"1","NAMES":[`, OpenSanctionsSenzing, "cut"},
		{`{"total":1,"results":[{"source":"X","source_list_url":"","name":"A"}]}`, CSLJSON, "keys in any order"},
		{`{"results":[{"shipName":"EXAMPLE"}]}`, "", "other results"},
		{`{"data":[{"Regulation":"Iran","Last Name":""}]}`, SEMAJSON, "Canada"},
		{`{"a":{"data":[{"Regulation":"Iran","Last Name":""}]}}`, "", "a level too deep"},
		{`{"data":{"specification":"x","programme":["PRK"]}}`, EUSanctionsMap, "an object where Canada has an array"},
		{`[[[[`, "", "an array of arrays"},
		{`{]`, "", "not JSON"},
		{strings.Repeat("[", 40000), "", "deep"},
		{strings.Repeat(`{"a":`, 10000), "", "deep"},
		{"", "", "empty"},
		{" \n\t", "", "white space"},
		{"\xef\xbb\xbf", "", "a mark and nothing"},
		{"\xff\xfe", "", "a mark and nothing"},
		{"\x00\x01\x02\x03", "", "binary"},
		{"\x7fELF\x02\x01", "", "a program"},
		{"%PDF-1.7", "", "PDF"},
		{"\x1f\x8b\x08", "", "still compressed"},
		{"PK\x03\x04rubbish", "", "an archive that is cut"},
		{"PK\x03\x04", "", "an archive of nothing"},
	}
	for _, tt := range tests {
		if got, ok := Detect([]byte(tt.text)); got != tt.want || ok != (tt.want != "") {
			t.Errorf("Detect(%.60q) = %q, %t; want %q: %s", tt.text, got, ok, tt.want, tt.reason)
		}
	}
}

// archive returns a zip archive of files by name.
func archive(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDetectWorkbook(t *testing.T) {
	const dfat = "<si><t>Reference</t></si><si><t>Name of Individual or Entity</t></si><si><t>Name Type</t></si><si><t>Control Date</t></si>"
	const ships = `<t xml:space="preserve">Vessel name at designation time</t><t>IMO number</t><t>Date of application</t>`
	tests := []struct {
		file   []byte
		want   Format
		reason string
	}{
		{archive(t, "xl/sharedStrings.xml", dfat), DFATXLSX, "shared strings"},
		{archive(t, "xl/worksheets/sheet1.xml", dfat), DFATXLSX, "inline strings"},
		{archive(t, "xl/sharedStrings.xml", ships), EUVesselsXLSX, "an attribute, and a longer header"},
		{archive(t, "xl/sharedStrings.xml", strings.Repeat(" ", DetectBytes)+dfat), "", "beyond what is looked at"},
		{archive(t, "xl/sharedStrings.xml", "<t>Reference</t>"), "", "another workbook"},
		{archive(t, "readme.txt", dfat), "", "no workbook"},
		{archive(t), "", "an empty archive"},
		{archive(t, "xl/sharedStrings.xml", dfat)[:100], "", "not the whole file"},
	}
	for _, tt := range tests {
		if got, ok := Detect(tt.file); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, %t; want %q", tt.reason, got, ok, tt.want)
		}
	}
}

// FuzzDetect asks that Detect never panics and that ok goes with a format.
func FuzzDetect(f *testing.F) {
	for _, s := range []string{"<sdnList>", "{\"data\":[{", "36,12,\"aka\",\"X\",-0- ", "PK\x03\x04", "\xff\xfe<\x00", "Last Updated,1\nName 6,Group Type"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, ok := Detect(b); ok != (got != "") {
			t.Errorf("Detect = %q, %t", got, ok)
		}
	})
}

// TestDetectFixtures asks for the fixtures of the parsers: their formats are those of the publisher in whose folder they
// lie.
func TestDetectFixtures(t *testing.T) {
	prefixes := map[string]string{"ofac": "OFAC ", "eu": "EU ", "uk": "UK ", "un": "UN ", "ch": "Swiss ", "ca": "Canada ", "au": "Australia ", "csl": "US CSL ",
		"opensanctions": "OpenSanctions ", "custom": "own list "}
	seen := 0
	for _, pattern := range []string{"*/testdata/*", "*/testdata/*/*"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			base := strings.ToLower(filepath.Base(path))
			switch filepath.Ext(base) {
			case ".xml", ".csv", ".json", ".jsonl", ".xlsx":
			default:
				continue
			}
			if strings.Contains(base, "golden") || strings.Contains(base, "comments") || strings.Contains(path, "fuzz") {
				continue
			}
			if base == "house.csv" {
				continue // a table that needs a Mapping: nothing in it says that it is a list
			}
			folder, _, _ := strings.Cut(filepath.ToSlash(path), "/")
			if got, ok := Detect(beginning(t, path)); !ok || prefixes[folder] == "" || !strings.HasPrefix(string(got), prefixes[folder]) {
				t.Errorf("%s: %q, %t; want one that begins with %q", path, got, ok, prefixes[folder])
			}
			seen++
		}
	}
	if seen < 10 {
		t.Errorf("only %d fixtures seen", seen)
	}
}
