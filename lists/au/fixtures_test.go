package au

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
	"github.com/seed-539c57aa/pratique/lists/internal/xlsx"
)

// workbook packs the rows of a table into a workbook, with numbers as numbers.
func workbook(t testing.TB, table string) []byte {
	t.Helper()
	var sheet strings.Builder
	f, err := lines.Open("x", strings.NewReader(table), "CSV")
	if err != nil {
		t.Fatal(err)
	}
	rows := lines.NewTable(f, ',')
	for n := 1; ; n++ {
		row, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&sheet, `<row r="%d">`, n)
		for i := range row.Fields {
			switch text := row.Fields[i].Text; {
			case text == "":
			case strings.Trim(text, "0123456789") == "":
				fmt.Fprintf(&sheet, `<c r="%s"><v>%s</v></c>`, xlsx.Ref(i, n), text)
			default:
				fmt.Fprintf(&sheet, `<c r="%s" t="inlineStr"><is><t>`, xlsx.Ref(i, n))
				sheet.WriteString(strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text))
				sheet.WriteString("</t></is></c>")
			}
		}
		sheet.WriteString("</row>")
	}
	return pack(t, `<worksheet><sheetData>`+sheet.String()+`</sheetData></worksheet>`)
}

func pack(t testing.TB, sheet string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"xl/workbook.xml", `<workbook xmlns:r="http://r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, part[1])
	}
	z.Close()
	return b.Bytes()
}

func TestFixtures(t *testing.T) {
	for _, name := range []string{"list_2024.csv", "list_2026.csv"} {
		data := listtest.File(t, name)
		l, err := ParseCSV(name, bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		b, err := json.MarshalIndent(l, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		listtest.Golden(t, name+".golden", string(b)+"\n")

		// The same table as a workbook says the same.
		book := workbook(t, string(data))
		x, err := ParseXLSX(name, bytes.NewReader(book), int64(len(book)))
		if err != nil {
			t.Errorf("%s as a workbook: %v", name, err)
			continue
		}
		same := cmp.Options{cmpopts.IgnoreFields(lists.Entity{}, "Pos"), cmp.Transformer("text", func(s string) string {
			return strings.ReplaceAll(s, "_x000D_", "") // an escape of the workbook, which a table made from it keeps
		})}
		if d := cmp.Diff(l.Entities, x.Entities, same); d != "" {
			t.Errorf("%s as a workbook (-csv +xlsx):\n%s", name, d)
		}
	}
}

// TestSamples reads the shared sample of 2026 as a table and as a workbook.
func TestSamples(t *testing.T) {
	a, err := read(t, "a.csv", listtest.Shared(t, "formats/samples/au_dfat_2026.csv"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := read(t, "b.xlsx", listtest.Shared(t, "formats/samples/au_dfat_2026.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	same := cmp.Options{cmpopts.IgnoreFields(lists.Entity{}, "Pos"), cmp.Transformer("text", func(s string) string {
		return strings.ReplaceAll(s, "_x000D_", "")
	})}
	if d := cmp.Diff(a.Entities, b.Entities, same); d != "" {
		t.Errorf("-csv +xlsx:\n%s", d)
	}
}

func TestBirths(t *testing.T) {
	tests := []struct{ cell, want, reason string }{
		{"1960", "1960", "a year"},
		{"12 Jan. 1960", "1960-01-12", "a day"},
		{"12. Jan 1960; 1961", "1960-01-12 | 1961", "a full stop after the day, two dates"},
		{"a) Approximately 1955- 1958 b) Approximately 1945-1950", "circa 1955/1958 | circa 1945/1950", "marks"},
		{"a)1960 b)1961 c)1962", "1960 | 1961 | 1962", "marks without blanks"},
		{"Between 1963 and 1965", "1963/1965", "a range"},
		{"Between 1963 to 1965", "1963/1965", "a range in other words"},
		{"a) Between Jan. and Mar 1971 b) 1970", "1971-01/1971-03 | 1970", "months of one year"},
		{"1960 or 1961 or 1962", "1960 | 1961 | 1962", "or"},
		{"30/04/1963; alt DOB: 01/05/1963", "1963-04-30 | 1963-05-01", "an alternative"},
		{"10 Jul 1970 (as Ali HASSAN) 1971 (as Omar)", "1970-07-10 | 1971", "names in brackets"},
		{"March 16, 1968", "1968-03-16", "a comma inside a date"},
		{"5/06/1953 15/06/1953", "1953-06-05 | 1953-06-15", "side by side"},
		{"approximately 1955/1956", "circa 1955/1956", "a slash between years"},
		{"Approx 1960", "circa 1960", "an abbreviation"},
		{"(Dec. 1960)", "1960-12", "brackets around a date"},
		{"3 Dec 1970 >> 4 Dec 1970", "1970-12-03 | 1970-12-04", "arrows"},
		{"24/06/1402 (Hijri Calendar)", "", "another calendar has no reading"},
		{"07/04/62", "", "two digits have no reading"},
		{"Approximately (30-35 years old)", "", "an age has no reading"},
	}
	for _, tt := range tests {
		var got []string
		for _, text := range dates(clean(tt.cell)) {
			d, _ := birth(text)
			got = append(got, d.String())
		}
		if g := strings.Join(got, " | "); g != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.reason, tt.cell, g, tt.want)
		}
	}
}

func TestMarked(t *testing.T) {
	tests := []struct{ cell, want, reason string }{
		{"Yemen", "Yemen", "no mark"},
		{"a) Yemen b) Oman", "Yemen|Oman", "letters"},
		{"a)Yemen; b)Oman", "Yemen|Oman", "letters without blanks"},
		{"i) Yemen ii) Oman", "Yemen|Oman", "Roman numbers"},
		{"Saudi Arabia (detained)", "Saudi Arabia (detained)", "a letter in a word is no mark"},
		{"b) Yemen a) Oman", "b) Yemen|Oman", "marks out of order"},
		{"Born: a) Yemen c) Oman", "Born:|Yemen c) Oman", "a mark is missing"},
		{"a)", "a)", "a mark alone is no mark"},
	}
	for _, tt := range tests {
		if got := strings.Join(marked(tt.cell), "|"); got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.reason, tt.cell, got, tt.want)
		}
	}
}

func TestListed(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Listed on: 17 Aug. 2017. Continued on 23 May 2020", "2017-08-17", "the first day"},
		{"Listed by UN 1267 Committee on 25 January 2001 (amended on 20 December 2005)", "2001-01-25", "a committee between"},
		{"First listed on 27 Nov 2006", "2006-11-27", "first"},
		{"22 Apr. 2010 (amended 15 Apr 2014)", "2010-04-22", "begins with the day"},
		{"16 Jul.2020", "2020-07-16", "no blank"},
		{"Autonomous Sanctions Instrument 2022 of 3 May 2022", "", "the day of a law"},
		{"Listed under the Instrument (made on 3 May 2022)", "", "in brackets"},
		{"Resolution 1735 (2006)", "", "no day"},
	}
	for _, tt := range tests {
		if got := listed(cell{text: tt.text}).String(); got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.reason, tt.text, got, tt.want)
		}
	}
}

const (
	head  = "Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Citizenship,Additional Information,Committees,Control Date\n"
	party = "2,OCEAN LINES,Entity,Primary Name,,,,1718 (DPRK),41988\n"
)

// TestBadInput reads broken files. What becomes of them stands in testdata/bad.golden.
func TestBadInput(t *testing.T) {
	text := func(s string) func() io.Reader { return func() io.Reader { return strings.NewReader(s) } }
	tables := []struct {
		input  func() io.Reader
		reason string
	}{
		{text(""), "empty file"},
		{text(head), "a header alone"},
		{text("a,b\n1,2\n"), "another table"},
		{text("<html><body>403</body></html>"), "an HTML page"},
		{text(`{"a":1}`), "JSON"},
		{text("PK\x03\x04"), "the workbook"},
		{text("\xff\xfeR\x00"), "UTF-16"},
		{text("\ufeff" + strings.ReplaceAll(head+party, ",", ";")), "a byte order mark and semicolons"},
		{text(head + party + "3,CAF\xc9,Entity,Primary Name,,,,,\n"), "Windows-1252"},
		{text(head + party + "3,\"CUT"), "cut inside quotes"},
		{text(head + party + "3,CUT,Ent"), "cut inside a row"},
		{text(head + party + "3,SHORT\n4,LONG,Entity,Primary Name,,,,X,41988,more\n"), "a row too short and one too long"},
		{text(head + party + party), "the same reference twice, both primary names"},
		{text(head + party + "3,OTHER,Entity,Primary Name,,,,X,41988\n2a,OCEAN,Entity,aka,,,,1718 (DPRK),41988\n"), "a further name apart from its number"},
		{text(head + party + "x,NOBODY,Entity,aka,,,,,\n,NOBODY,,,,,,,\n0,ZERO,,,,,,,\n"), "references that are none"},
		{text(head + strings.Repeat("x,NOBODY,Entity,aka,,,,,\n", 5) + party), "most rows without a reference"},
		{text(head + "2,A,Robot,nickname,31/02/1960,Atlantis,IMO number: 1234567.,X,soon\n2a,A,Entity,aka,a) 1960 b) tomorrow,,,X,99999999\n"), "words and dates out of range"},
		{text(head + "2,A,Individual,Primary Name,,,,X,1\n2a,B,Entity,aka,,,,X,1\n2b,,Entity,aka,,,,X,1\n"), "a type that changes; a row without a name"},
		{text(strings.Replace(head, "\n", ",Colour\n", 1) + strings.Replace(party, "\n", ",red\n", 1)), "an unknown column"},
		{listtest.LineFeeds, "32 MB of empty lines"},
		{func() io.Reader { return listtest.Padded(head+"2,\"", "A\",,,,,,,\n") }, "32 MB of white space in a cell"},
	}
	var b strings.Builder
	for _, tt := range tables {
		l, err := ParseCSV("x.csv", tt.input())
		fmt.Fprintf(&b, "# csv: %s\n%s\n", tt.reason, listtest.Outcome(l, err))
	}
	good := workbook(t, head+party)
	books := []struct {
		data   []byte
		reason string
	}{
		{nil, "empty file"},
		{[]byte(head), "the table"},
		{[]byte("<html>"), "an HTML page"},
		{[]byte("\xd0\xcf\x11\xe0"), "an old .xls"},
		{good[:len(good)-30], "cut"},
		{good[:len(good)/2], "half"},
		{workbook(t, "a,b\n1,2\n"), "another workbook"},
		{workbook(t, head), "a header alone"},
		{pack(t, "<worksheet><sheetData>"), "a sheet that is cut"},
		{pack(t, "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>"), "an entity"},
		{pack(t, `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>`), "a reference to a string that is not there"},
		{pack(t, "<worksheet>"+strings.Repeat(" ", 32<<20)+"</worksheet>"), "32 MB of white space"},
		{pack(t, strings.Repeat("<a>", 100)), "deep nesting"},
		{workbook(t, head+party+party+"x,NOBODY,,,,,,,\n"), "a primary name twice, a reference that is none"},
		{bytes.Replace(good, []byte("PK\x01\x02"), []byte("PK\x01\x03"), 1), "a directory that is damaged"},
	}
	for _, tt := range books {
		l, err := ParseXLSX("x.xlsx", bytes.NewReader(tt.data), int64(len(tt.data)))
		fmt.Fprintf(&b, "# xlsx: %s\n%s\n", tt.reason, listtest.Outcome(l, err))
	}
	listtest.Golden(t, "bad.golden", b.String())
}

func check(t *testing.T, l *lists.List, err error) {
	if err != nil {
		return
	}
	ids := map[string]bool{}
	for i := range l.Entities {
		e := &l.Entities[i]
		if e.ID == "" || ids[e.ID] || e.Pos.Line == 0 || len(e.Measures) == 0 {
			t.Errorf("entity %d: id %q twice or empty, or no place, or no measure", i, e.ID)
		}
		ids[e.ID] = true
	}
	if len(l.Entities) == 0 || l.Source.Entities != len(l.Entities) {
		t.Errorf("%d entities, the source says %d", len(l.Entities), l.Source.Entities)
	}
	if _, err := json.Marshal(l); err != nil {
		t.Error(err)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add(listtest.File(f, "list_2024.csv"))
	f.Add(listtest.File(f, "list_2026.csv"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ParseCSV("x", bytes.NewReader(data))
		check(t, l, err)
	})
}

func FuzzXLSX(f *testing.F) {
	f.Add(workbook(f, string(listtest.File(f, "list_2024.csv"))))
	f.Add(workbook(f, string(listtest.File(f, "list_2026.csv"))))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ParseXLSX("x", bytes.NewReader(data), int64(len(data)))
		check(t, l, err)
	})
}

func BenchmarkXLSX(b *testing.B) {
	data := listtest.Shared(b, whole)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseXLSX("x", bytes.NewReader(data), int64(len(data))); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	rows := strings.SplitAfterN(string(listtest.File(b, "list_2024.csv")), "\n", 2)
	var s strings.Builder
	s.WriteString(rows[0])
	for i := range 1500 {
		s.WriteString(strings.NewReplacer("\n2", fmt.Sprint("\n9", i, "2"), "\n1", fmt.Sprint("\n8", i, "1")).Replace("\n" + rows[1])[1:])
	}
	b.SetBytes(int64(s.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseCSV("x", strings.NewReader(s.String())); err != nil {
			b.Fatal(err)
		}
	}
}
