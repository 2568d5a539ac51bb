package lists

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// Format names the layout of a publisher's file, and so the parser that reads it.
type Format string

// The formats that Detect knows, each with the parser for it in a package below
// this one.
const (
	OFACCSV               Format = "OFAC legacy CSV"            // sdn.csv and its companions, cons_prim.csv and its; ofac.ParseCSV
	OFACXML               Format = "OFAC XML"                   // sdn.xml, consolidated.xml, of both namespaces; ofac.ParseXML
	OFACAdvancedXML       Format = "OFAC Advanced XML"          // sdn_advanced.xml, cons_advanced.xml; ofac.ParseAdvancedXML
	OFACEnhancedXML       Format = "OFAC Enhanced XML"          // sdn_enhanced.xml, cons_enhanced.xml; ofac.ParseEnhancedXML
	EUXML                 Format = "EU FSF XML"                 // the consolidated list, schema 1.1; eu.ParseXML
	EUCSV                 Format = "EU FSF CSV"                 // the consolidated list, CSV 1.1; eu.ParseCSV
	EUVesselsXLSX         Format = "EU designated vessels XLSX" // of the EU Sanctions Map; this and the next three: eu.ParseVessels
	EUVesselsCSV          Format = "EU designated vessels CSV"  // of the Danish Maritime Authority, or the sheet of the Sanctions Map as CSV
	EUJournalCSV          Format = "EU annexes CSV"             // transcripts of annexes to regulations
	EUSanctionsMap        Format = "EU Sanctions Map JSON"      // the regimes of the EU Sanctions Map, or one of them
	UKXML                 Format = "UK Sanctions List XML"      // uk.ParseXML
	UKCSV                 Format = "UK Sanctions List CSV"      // uk.ParseCSV
	UKConListCSV          Format = "UK OFSI ConList CSV"        // until January 2026; uk.ParseConList
	UNXML                 Format = "UN consolidated XML"        // un.ParseConsolidated
	UNVesselsCSV          Format = "UN 1718 vessels CSV"        // un.ParseVessels
	SECOXML               Format = "Swiss SECO XML"             // ch.ParseXML
	SEMAXML               Format = "Canada SEMA XML"            // of all three sets of tags; ca.ParseXML
	SEMAJSON              Format = "Canada SEMA JSON"           // the twin of the XML
	DFATXLSX              Format = "Australia DFAT XLSX"        // au.ParseXLSX
	DFATCSV               Format = "Australia DFAT CSV"         // the sheet, saved as CSV; au.ParseCSV
	CSLCSV                Format = "US CSL CSV"                 // Consolidated Screening List; csl.ParseCSV
	CSLJSON               Format = "US CSL JSON"                // csl.ParseJSON
	OpenSanctionsFTM      Format = "OpenSanctions FtM JSON"     // entities.ftm.json; opensanctions.ParseFTM
	OpenSanctionsTargets  Format = "OpenSanctions targets CSV"  // targets.simple.csv; opensanctions.ParseTargets
	OpenSanctionsMaritime Format = "OpenSanctions maritime CSV" // maritime.csv; opensanctions.ParseMaritime
	OpenSanctionsSenzing  Format = "OpenSanctions Senzing JSON" // senzing.json; opensanctions.ParseSenzing
	CustomCSV             Format = "own list CSV"               // a firm's own table, with the columns name and imo, or name and kind; custom.ParseCSV
	CustomJSON            Format = "own list JSON lines"        // this package's model, as custom.Write writes it; custom.ParseJSONLines
)

// DetectBytes is how much of the beginning of a file Detect needs, at the most.
const DetectBytes = 64 << 10

// Detect tells which format a file has by its content: the root element and its
// namespace, the header row, or the keys of the first JSON object. The name of a
// file says nothing, and Detect does not ask for it.
//
// head is the beginning of the file, not compressed: DetectBytes of it, or all of
// a shorter file. Of an Excel workbook (.xlsx) it has to be the whole file, since
// the directory of the archive stands at its end. A byte order mark of UTF-8 or
// UTF-16 and white space before the content are passed over.
//
// ok is false where the content is of no known format. Detect reads no more than
// it needs to tell one format from another: a file that it recognises may still
// be cut or damaged, which the parser finds. It never fails, and takes time and
// memory in proportion to DetectBytes, and to a few times that of a workbook.
func Detect(head []byte) (f Format, ok bool) {
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		f = detectWorkbook(head)
		return f, f != ""
	}
	text := bytes.TrimLeft(plainText(head[:min(len(head), DetectBytes)]), " \t\r\n")
	if len(text) == 0 {
		return "", false
	}
	switch text[0] {
	case '<':
		f = detectXML(text)
	case '{', '[':
		f = detectJSON(text)
	default:
		f = detectTable(text)
	}
	return f, f != ""
}

// plainText takes the byte order mark off, and puts UTF-16 into UTF-8.
func plainText(b []byte) []byte {
	if t, ok := bytes.CutPrefix(b, []byte("\xef\xbb\xbf")); ok {
		return t
	}
	if len(b) < 2 {
		return b
	}
	var order func(i int) uint16
	switch {
	case b[0] == 0xff && b[1] == 0xfe:
		order = func(i int) uint16 { return uint16(b[i]) | uint16(b[i+1])<<8 }
	case b[0] == 0xfe && b[1] == 0xff:
		order = func(i int) uint16 { return uint16(b[i])<<8 | uint16(b[i+1]) }
	default:
		return b
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, order(i))
	}
	out := make([]byte, 0, len(units))
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return out
}
