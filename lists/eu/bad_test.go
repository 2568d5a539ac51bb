package eu

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

const head = `<export generationDate="2026-08-05" globalFileId="1">`

const sound = `<sanctionEntity euReferenceNumber="EU.1.1" logicalId="1"><regulation regulationType="regulation" numberTitle="1/2020" programme="RUS"/><subjectType code="person"/><nameAlias wholeName="A B" logicalId="2"/></sanctionEntity>`

// xmlList wraps entities in the rest of a file.
func xmlList(entities string) string { return head + entities + `</export>` }

// with replaces a piece of the sound entity, on a line of its own.
func with(old, new string) io.Reader {
	if !strings.Contains(sound, old) {
		panic(old)
	}
	return strings.NewReader(xmlList("\n" + strings.Replace(sound, old, new, 1)))
}

const csvHead = "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName;NameAlias_LogicalId;BirthDate_Year;BirthDate_CalendarType\n"

const csvRow = "05/08/2026;1;EU.1.1;P;RUS;A B;2;;\n"

const dmaHead = "Vessel name;IMO number ;Date of application;Subject to\n"

const dmaRow = "Angara;9179842;25.06.2024;Article 3s (Council Regulation 833/2014)\n"

// members wraps members in the JSON of one regime.
func members(m string) string {
	return `{"data":{"programme":["PRK"],"measures":{"data":[{"type":{"data":{"title":"Vessels: port entry ban"}},"lists":{"data":[{"members":{"data":[` + "\n" + m + `]}}]}}]}}}`
}

const ship = `{"id":1,"type":"E","name":"UNICA","id_code":"8514306","creation_date":"2022-12-12","reason":null}`

// workbook packs parts into an archive.
func workbook(parts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			panic(err)
		}
		io.WriteString(w, parts[i+1])
	}
	z.Close()
	return b.String()
}

var blanks = strings.Repeat(" ", 1<<16)

// badInput holds one row for each way in which a file can be broken: the whole
// text of the error, or of the first Problem; neither for one that is sound.
var badInput = []struct {
	reason string
	do     parse
	file   io.Reader
	err    string
	want   string
}{
	{"XML: a sound file", ParseXML, strings.NewReader(xmlList(sound)), "", ""},
	{"XML: a byte order mark", ParseXML, strings.NewReader("\ufeff" + xmlList(sound)), "", ""},
	{"XML: an empty file", ParseXML, strings.NewReader(""), "eu: f: file holds no record", ""},
	{"XML: no entity", ParseXML, strings.NewReader(xmlList("")), "eu: f: file holds no record", ""},
	{"XML: cut between entities", ParseXML, strings.NewReader(head + "\n" + sound), "eu: f:2:223: file ends before the list does: inside <export>", ""},
	{"XML: cut inside an entity", ParseXML, strings.NewReader(xmlList(sound)[:150]), "eu: f:1:151: file ends before the list does: inside <sanctionEntity>", ""},
	{"XML: another list's root", ParseXML, strings.NewReader("<sdnList/>"), "eu: f:1:1: not this list: the root is <sdnList>, not <export>", ""},
	{"XML: a page of HTML", ParseXML, strings.NewReader("<!DOCTYPE html><html>token"), "eu: f:1:1: not this list: an HTML page", ""},
	{"XML: JSON", ParseXML, strings.NewReader(`{"error":1}`), "eu: f: not XML: JSON", ""},
	{"XML: CSV", ParseXML, strings.NewReader(csvHead), "eu: f:1:1: not XML: begins with \"fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName;NameAlias_LogicalId;BirthDate_Year;BirthDate_CalendarType\"", ""},
	{"XML: gzip", ParseXML, strings.NewReader("\x1f\x8b\x08\x00"), "eu: f: not XML: compressed with gzip; unpack it first", ""},
	{"XML: UTF-16", ParseXML, strings.NewReader("\xff\xfe<\x00"), "eu: f: not UTF-8: UTF-16", ""},
	{"XML: Latin-1 bytes", ParseXML, with("A B", "A \xe9"), "eu: f:2:190: XML is not well formed: not UTF-8", ""},
	{"XML: an entity bomb", ParseXML, strings.NewReader(`<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>` + xmlList(sound)), "eu: f:1:1: file has a document type declaration, which the list has not", ""},
	{"XML: an external entity", ParseXML, strings.NewReader(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>` + xmlList(sound)), "eu: f:1:1: file has a document type declaration, which the list has not", ""},
	{"XML: an entity that nobody declared", ParseXML, with("A B", "&a;"), "eu: f:2:189: XML is not well formed: invalid character entity &a;", ""},
	{"XML: 32 MB of white space", ParseXML, listtest.Repeat(head, blanks, 1<<9), "eu: f:1:54: too long: a tag, a text or a comment of more than 1048576 bytes", ""},
	{"XML: nested too deep", ParseXML, listtest.Repeat(head+"<sanctionEntity>", "<a>", 1<<16), "eu: f:1:100: elements are nested too deep: more than 12", ""},
	{"XML: the same reference twice", ParseXML, strings.NewReader(xmlList(sound + "\n" + sound)), "", "f:2:1: entity EU.1.1: an entity before it has the same reference number"},
	{"XML: no reference", ParseXML, with(` euReferenceNumber="EU.1.1"`, ""), "", "f:2:1: entity logicalId 1: euReferenceNumber: no reference number"},
	{"XML: a subject that is unknown", ParseXML, with(`code="person"`, `code="ghost"`), "", "f:2:1: entity EU.1.1: subjectType: unknown word (\"ghost\")"},
	{"XML: no name", ParseXML, with(`wholeName="A B"`, ""), "", "f:2:1: entity EU.1.1: nameAlias: no name"},
	{"XML: a date out of range", ParseXML, with(`logicalId="1"`, `logicalId="1" designationDate="2020-02-30"`), "", "f:2:1: entity EU.1.1: designationDate: not a date: \"2020-02-30\": no day, month or year of a known shape (\"2020-02-30\")"},
	{"XML: a year out of range", ParseXML, with(`</sanctionEntity>`, `<birthdate calendarType="GREGORIAN" year="99999"/></sanctionEntity>`), "", "f:2:206: entity EU.1.1: year: not a date: \"99999\": no day, month or year of a known shape (\"99999\")"},
	{"XML: an unknown element", ParseXML, with(`</sanctionEntity>`, `<height>180</height></sanctionEntity>`), "", "f:2:1: entity EU.1.1: sanctionEntity/height: unknown element or attribute, kept as a remark (\"180\")"},
	{"XML: an unknown attribute", ParseXML, with(`wholeName="A B"`, `wholeName="A B" colour="grey"`), "", "f:2:164: entity EU.1.1: nameAlias@colour: unknown element or attribute, kept as a remark (\"grey\")"},
	{"XML: an unknown section", ParseXML, strings.NewReader(xmlList("<annex><x>1</x></annex>" + sound)), "", "f:1:54: annex: unknown part of the list, not read, dropped"},
	{"XML: an identification that is unknown", ParseXML, with(`</sanctionEntity>`, `<identification number="1" identificationTypeCode="badge"/></sanctionEntity>`), "", "f:2:206: entity EU.1.1: identificationTypeCode: unknown word (\"badge\")"},
	{"XML: no date of the file", ParseXML, strings.NewReader(strings.Replace(xmlList(sound), "2026-08-05", "", 1)), "", "f:1:1: @generationDate: the list does not say when it was made"},
	{"XML: a reader that fails", ParseXML, iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(xmlList(sound)))), "eu: f:1:2: timeout", ""},

	{"CSV: a sound file", ParseCSV, strings.NewReader(csvHead + csvRow), "", ""},
	{"CSV: a byte order mark and CRLF", ParseCSV, strings.NewReader("\ufeff" + strings.ReplaceAll(csvHead+csvRow, "\n", "\r\n")), "", ""},
	{"CSV: an empty file", ParseCSV, strings.NewReader(""), "eu: f: file holds no record", ""},
	{"CSV: a header alone", ParseCSV, strings.NewReader(csvHead), "eu: f: file holds no record", ""},
	{"CSV: XML", ParseCSV, strings.NewReader(xmlList(sound)), "eu: f: not CSV: XML or HTML", ""},
	{"CSV: HTML", ParseCSV, strings.NewReader("\n <!DOCTYPE html>"), "eu: f: not CSV: XML or HTML", ""},
	{"CSV: JSON", ParseCSV, strings.NewReader(members(ship)), "eu: f: not CSV: JSON", ""},
	{"CSV: the older layout", ParseCSV, strings.NewReader("Entity_logical_id;Naal_wholename\n1;A\n"), "eu: f:1:1: not this list: no columns Entity_LogicalId and NameAlias_WholeName", ""},
	{"CSV: UTF-16", ParseCSV, strings.NewReader("\xff\xfef\x00"), "eu: f: not UTF-8: UTF-16", ""},
	{"CSV: Latin-1 bytes", ParseCSV, strings.NewReader(csvHead + strings.Replace(csvRow, "A B", "A \xe9", 1)), "eu: f:2:27: not UTF-8", ""},
	{"CSV: a quote that is never closed", ParseCSV, strings.NewReader(csvHead + strings.Replace(csvRow, "A B", "\"A B", 1) + csvRow), "eu: f:2:1: file ends before the list does: a quote is never closed", ""},
	{"CSV: a quote in a cell", ParseCSV, strings.NewReader(csvHead + strings.Replace(csvRow, "A B", "A \"B", 1)), "eu: f:2:29: not CSV: bare \" in non-quoted-field", ""},
	{"CSV: a row of 32 MB", ParseCSV, listtest.Repeat(csvHead+"05/08/2026;1;", blanks, 1<<9), "eu: f:2:1: too long: a row of more than 1048576 bytes", ""},
	{"CSV: 32 MB of empty lines", ParseCSV, listtest.Repeat(csvHead, strings.Repeat("\n", 1<<16), 1<<9), "eu: f:2:1: too long: a row of more than 1048576 bytes", ""},
	{"CSV: a row too long", ParseCSV, strings.NewReader(csvHead + strings.TrimSuffix(csvRow, "\n") + ";more\n"), "", "f:2:1: wrong number of columns: 10, not 9 (\"1\")"},
	{"CSV: a row too short", ParseCSV, strings.NewReader(csvHead + csvRow + "05/08/2026\n"), "", "f:3:1: wrong number of columns: 1, not 9"},
	{"CSV: rows of one entity apart", ParseCSV, strings.NewReader(csvHead + csvRow + strings.Replace(csvRow, ";1;EU.1.1", ";3;EU.1.3", 1) + strings.Replace(csvRow, "A B", "C D", 1)), "", "f:4:1: entity EU.1.1: Entity_LogicalId: rows of one entity do not stand together (\"1\")"},
	{"CSV: rows that disagree", ParseCSV, strings.NewReader(csvHead + csvRow + strings.Replace(csvRow, "RUS", "PRK", 1)), "", "f:3:23: Entity_Regulation_Programme: rows of one entity disagree, kept as a remark (\"PRK\")"},
	{"CSV: the same reference under two numbers", ParseCSV, strings.NewReader(csvHead + csvRow + strings.Replace(csvRow, ";1;", ";3;", 1)), "", "f:3:1: entity EU.1.1: an entity before it has the same reference number"},
	{"CSV: an unknown column", ParseCSV, strings.NewReader(strings.Replace(csvHead, "\n", ";Colour\n", 1) + strings.Replace(csvRow, "\n", ";grey\n", 1)), "", "f:1:188: Colour: unknown column, kept as remarks"},
	{"CSV: a column that is a prefix only", ParseCSV, strings.NewReader(strings.Replace(csvHead, "\n", ";Entity_Regulation_\n", 1) + strings.Replace(csvRow, "\n", ";x\n", 1)), "", "f:1:188: Entity_Regulation_: unknown column, kept as remarks"},
	{"CSV: a header of a prefix only", ParseCSV, strings.NewReader("Entity_Regulation_"), "eu: f:1:1: not this list: no columns Entity_LogicalId and NameAlias_WholeName", ""},
	{"CSV: an unknown column of a group", ParseCSV, strings.NewReader(strings.Replace(csvHead, "\n", ";NameAlias_Colour\n", 1) + strings.Replace(csvRow, "\n", ";grey\n", 1)), "", "f:2:27: entity EU.1.1: nameAlias@colour: unknown element or attribute, kept as a remark (\"grey\")"},
	{"CSV: a year out of range", ParseCSV, strings.NewReader(csvHead + "05/08/2026;1;EU.1.1;P;RUS;A B;2;99999;\n"), "", "f:2:33: entity EU.1.1: year: not a date: \"99999\": no day, month or year of a known shape (\"99999\")"},
	{"CSV: a date of the file that is none", ParseCSV, strings.NewReader(csvHead + strings.Replace(csvRow, "05/08", "45/08", 1)), "", "f:2:1: fileGenerationDate: the list does not say when it was made (\"45/08/2026\")"},
	{"CSV: a reader that fails", ParseCSV, io.MultiReader(strings.NewReader(csvHead+csvRow), iotest.ErrReader(iotest.ErrTimeout)), "eu: f: timeout", ""},

	{"ships: a sound file", ParseVessels, strings.NewReader(dmaHead + dmaRow), "", ""},
	{"ships: an empty file", ParseVessels, strings.NewReader(""), "eu: f: file holds no record", ""},
	{"ships: a header alone", ParseVessels, strings.NewReader(dmaHead), "eu: f: file holds no record", ""},
	{"ships: another header", ParseVessels, strings.NewReader("name;imo\nA;1\n"), "eu: f:1:1: not this list: no header of a layout that is known", ""},
	{"ships: HTML", ParseVessels, strings.NewReader("<html>"), "eu: f: not CSV: XML or HTML", ""},
	{"ships: gzip", ParseVessels, strings.NewReader("\x1f\x8b\x08\x00"), "eu: f: not this list: compressed with gzip; unpack it first", ""},
	{"ships: Latin-1 bytes", ParseVessels, strings.NewReader(dmaHead + strings.Replace(dmaRow, "Angara", "\xc4ngara", 1)), "eu: f:2:1: not UTF-8", ""},
	{"ships: a quote that is never closed", ParseVessels, strings.NewReader(dmaHead + "\"" + dmaRow + dmaRow), "eu: f:2:1: file ends before the list does: a quote is never closed", ""},
	{"ships: a row of 32 MB", ParseVessels, listtest.Repeat(dmaHead, blanks, 1<<9), "eu: f:2:1: too long: a row of more than 1048576 bytes", ""},
	{"ships: a row too short", ParseVessels, strings.NewReader(dmaHead + "Angara;9179842\n"), "", "f:2:1: entity IMO 9179842: wrong number of columns: 2, not 4"},
	{"ships: a row too long", ParseVessels, strings.NewReader(dmaHead + strings.TrimSuffix(dmaRow, "\n") + ";more\n"), "", "f:2:1: entity IMO 9179842: wrong number of columns: 5, not 4"},
	{"ships: a check digit that is wrong", ParseVessels, strings.NewReader(dmaHead + strings.Replace(dmaRow, "9179842", "9179843", 1)), "", "f:2:8: entity IMO 9179843: IMO number: imo \"9179843\": check digit is wrong (\"9179843\")"},
	{"ships: a date out of range", ParseVessels, strings.NewReader(dmaHead + strings.Replace(dmaRow, "25.06", "45.06", 1)), "", "f:2:16: entity IMO 9179842: Date of application: not a date: \"45.06.2024\": no day, month or year of a known shape (\"45.06.2024\")"},
	{"ships: rules that are unknown", ParseVessels, strings.NewReader(dmaHead + strings.Replace(dmaRow, "833/2014", "1/2030", 1)), "", "f:2:27: Subject to: unknown word (\"Article 3s (Council Regulation 1/2030)\")"},
	{"ships: a ship twice", ParseVessels, strings.NewReader(dmaHead + dmaRow + dmaRow), "", "f:3:1: entity IMO 9179842: the ship stands in the list already under the same rules (\"Angara\")"},
	{"ships: two ships of one number", ParseVessels, strings.NewReader(dmaHead + dmaRow + strings.Replace(dmaRow, "Angara", "Other", 1)), "", "f:3:1: entity IMO 9179842: name: the list gives the same IMO number to a ship of another name (\"Other\")"},
	{"ships: an unknown column", ParseVessels, strings.NewReader(strings.Replace(dmaHead, "\n", ";Colour\n", 1) + strings.Replace(dmaRow, "\n", ";grey\n", 1)), "", "f:1:56: Colour: unknown column, kept as remarks"},
	{"ships: a ship without a name", ParseVessels, strings.NewReader(dmaHead + strings.Replace(dmaRow, "Angara", "", 1)), "", "f:2:1: entity IMO 9179842: name: no name"},

	{"JSON: a sound file", ParseVessels, strings.NewReader(members(ship)), "", ""},
	{"JSON: a measure that is unknown", ParseVessels, strings.NewReader(strings.Replace(members(ship), ": port entry ban", "", 1)), "", "f:2:1: type: unknown word (\"PRK Vessels\")"},
	{"JSON: no member", ParseVessels, strings.NewReader(members("")), "eu: f: file holds no record", ""},
	{"JSON: other JSON", ParseVessels, strings.NewReader(`{"error":503}`), "eu: f:1:1: not this list", ""},
	{"JSON: an array of numbers", ParseVessels, strings.NewReader(`[1,2]`), "eu: f:1:1: not this list", ""},
	{"JSON: cut", ParseVessels, strings.NewReader(members(ship)[:180]), "eu: f:2:35: file ends before the list does", ""},
	{"JSON: a comma too many", ParseVessels, strings.NewReader(members(ship + ",")), "eu: f:2:99: JSON is not well formed: invalid character ']' looking for beginning of value", ""},
	{"JSON: more after the end", ParseVessels, strings.NewReader(members(ship) + "{}"), "eu: f:2:109: JSON is not well formed: more after the end", ""},
	{"JSON: Latin-1 bytes", ParseVessels, strings.NewReader(members(strings.Replace(ship, "UNICA", "\xe9", 1))), "eu: f:2:28: not UTF-8", ""},
	{"JSON: nested too deep", ParseVessels, listtest.Repeat("", "[", 1<<16), "eu: f:1:42: elements are nested too deep: more than 40", ""},
	{"JSON: 40 MB", ParseVessels, listtest.Repeat("{", blanks, 640), "eu: f: too long: more than 33554432 bytes", ""},
	{"JSON: a member that is a number", ParseVessels, strings.NewReader(members("7," + ship)), "", "f:2:1: members: JSON value of another type than the layout has (\"7\"), dropped"},
	{"JSON: a name that is an object", ParseVessels, strings.NewReader(members(strings.Replace(ship, `"UNICA"`, `{"en":"UNICA"}`, 1))), "", "f:2:1: entity IMO 8514306: name: no name"},
	{"JSON: members that are a text", ParseVessels, strings.NewReader(strings.Replace(members(ship), `"lists":{"data":[`, `"lists":{"data":[{"members":"none"},`, 1)), "", "f:1:131: members: JSON value of another type than the layout has, dropped"},
	{"JSON: a date that is none", ParseVessels, strings.NewReader(members(strings.Replace(ship, "2022-12-12", "soon", 1))), "", "f:2:71: entity IMO 8514306: creation_date: not a date: \"soon\": no day, month or year of a known shape (\"soon\")"},
	{"JSON: an unknown field", ParseVessels, strings.NewReader(members(strings.Replace(ship, `"id":1`, `"id":1,"colour":"grey"`, 1))), "", "f:2:18: entity IMO 8514306: colour: unknown element or attribute, kept as a remark (\"grey\")"},
	{"JSON: a check digit that is wrong", ParseVessels, strings.NewReader(members(strings.Replace(ship, "8514306", "8514307", 1))), "", "f:2:45: entity IMO 8514307: IMO number: imo \"8514307\": check digit is wrong (\"8514307\")"},

	{"workbook: not one", ParseVessels, strings.NewReader(workbook("a.txt", "x")), "eu: f: workbook cannot be read: not an Excel workbook (.xlsx): a ZIP archive without xl/workbook.xml", ""},
	{"workbook: cut", ParseVessels, strings.NewReader(workbook("xl/workbook.xml", "<workbook/>")[:60]), "eu: f: workbook cannot be read: workbook is cut short or damaged: not a valid zip file", ""},
	{"workbook: no sheet", ParseVessels, strings.NewReader(workbook("xl/workbook.xml", "<workbook/>")), "eu: f!xl/workbook.xml: workbook cannot be read: not of the format of a workbook: no sheet", ""},
}

func TestBadInput(t *testing.T) {
	for _, tt := range badInput {
		l, err := tt.do("f", tt.file)
		switch {
		case tt.err != "":
			if l != nil || fmt.Sprint(err) != tt.err {
				t.Errorf("%s:\n got %v\nwant %s", tt.reason, err, tt.err)
			}
			var f *FileError
			if !errors.As(err, &f) && !errors.Is(err, iotest.ErrTimeout) {
				t.Errorf("%s: %T is no *FileError", tt.reason, err)
			}
		case err != nil:
			t.Errorf("%s: error %v, want none", tt.reason, err)
		case tt.want == "" && len(l.Problems) != 0:
			t.Errorf("%s: problems %v, want none", tt.reason, l.Problems)
		case tt.want != "" && (len(l.Problems) == 0 || l.Problems[0].Error() != tt.want):
			got := "none"
			if len(l.Problems) > 0 {
				got = l.Problems[0].Error()
			}
			t.Errorf("%s:\n got %v\nwant %s", tt.reason, got, tt.want)
		}
	}
}

func TestHostileFilesAreNotHeld(t *testing.T) {
	listtest.NotHeld(t, 16, []listtest.Hostile{
		{"white space with comments", ParseXML, head, blanks + "<!-- -->"},
		{"a section that is not read", ParseXML, head + "<unknown>", "<v>" + blanks + "</v>"},
		{"white space in CSV", ParseCSV, csvHead, blanks},
		{"white space in a table of ships", ParseVessels, dmaHead, blanks},
	})
}

// FuzzParse gives any bytes to every parser: no panic; a list or an error; IDs
// are unique; the same bytes give the same list.
func FuzzParse(f *testing.F) {
	for _, x := range fixtures {
		f.Add(listtest.File(f, x.Name))
	}
	f.Add([]byte(xmlList(sound)))
	f.Add([]byte(csvHead + csvRow))
	f.Add([]byte(dmaHead + dmaRow))
	f.Add([]byte(members(ship)))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, do := range []parse{ParseXML, ParseCSV, ParseVessels} {
			l, err := do("f", bytes.NewReader(b))
			if (l == nil) == (err == nil) {
				t.Fatalf("list %v, error %v", l != nil, err)
			}
			if err != nil {
				continue
			}
			ids := map[string]bool{}
			for i := range l.Entities {
				e := &l.Entities[i]
				if ids[e.ID] || e.ID == "" || len(e.Measures) == 0 {
					t.Fatalf("entity %d: ID %q, %d measures", i, e.ID, len(e.Measures))
				}
				ids[e.ID] = true
				for _, n := range e.Names {
					if n.Text == "" {
						t.Fatalf("%s: an empty name", e.ID)
					}
				}
			}
			again, err := do("f", iotest.OneByteReader(bytes.NewReader(b)))
			if err != nil || listtest.Show(t, l, " ") != listtest.Show(t, again, " ") {
				t.Fatalf("another reading of the same bytes differs: %v", err)
			}
		}
	})
}

// BenchmarkParse reads files of 6 MB made of the fixtures' records.
func BenchmarkParse(b *testing.B) {
	raw := string(listtest.File(b, "fsf.xml"))
	from, to := strings.Index(raw, " <sanctionEntity"), strings.Index(raw, "</export>")
	var asXML strings.Builder
	asXML.WriteString(raw[:from])
	for i := 0; asXML.Len() < 6<<20; i++ {
		asXML.WriteString(strings.ReplaceAll(raw[from:to], `euReferenceNumber="`, fmt.Sprintf(`euReferenceNumber="%d-`, i)))
	}
	asXML.WriteString(raw[to:])
	raw = string(listtest.File(b, "fsf.csv"))
	head, rows, _ := strings.Cut(raw, "\n")
	var asCSV strings.Builder
	asCSV.WriteString(head + "\n")
	for i := 0; asCSV.Len() < 6<<20; i++ {
		asCSV.WriteString(strings.ReplaceAll(strings.ReplaceAll(rows, ";EU.", fmt.Sprintf(";%d-EU.", i)), "05/08/2026;", fmt.Sprintf("05/08/2026;%d-", i)))
	}
	for _, x := range []struct {
		name string
		do   func(string, io.Reader) (*lists.List, error)
		raw  string
	}{{"format=xml", ParseXML, asXML.String()}, {"format=csv", ParseCSV, asCSV.String()}} {
		b.Run(x.name, func(b *testing.B) {
			b.SetBytes(int64(len(x.raw)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.do("f", strings.NewReader(x.raw)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
