package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The parts of a workbook that most tests share.
const (
	rootRels = `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/>` +
		`<Relationship Id="r2" Type="http://x/core-properties" Target="docProps/core.xml"/></Relationships>`
	bookRels = `<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="b" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
		`<Relationship Id="c" Type="http://x/styles" Target="styles.xml"/></Relationships>`
	book    = `<workbook xmlns:r="http://r"><workbookPr/><sheets><sheet name="Ships &amp; firms" sheetId="1" r:id="a"/></sheets></workbook>`
	stringz = `<sst><si><t>Reference</t></si><si><r><t>a)</t></r><r><rPr><b/></rPr><t xml:space="preserve"> Rotterdam_x000D_</t></r><rPh><t>hint</t></rPh></si><si><t/></si></sst>`
	styles  = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-C09]d\ mmmm\ yyyy;@"/><numFmt numFmtId="171" formatCode="0.0&quot;d&quot;"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`
	core = `<p xmlns:dcterms="http://d"><dcterms:modified>2024-11-11T01:01:21Z</dcterms:modified></p>`
)

// archive packs parts into a workbook, the usual ones and those given as name,
// content pairs; an empty content leaves a part out.
func archive(t testing.TB, parts ...string) []byte {
	t.Helper()
	all := []string{"_rels/.rels", rootRels, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", bookRels,
		"xl/sharedStrings.xml", stringz, "xl/styles.xml", styles, "docProps/core.xml", core}
	content := map[string]string{}
	var order []string
	for i, s := range append(all, parts...) {
		if i%2 == 0 {
			if _, ok := content[s]; !ok {
				order = append(order, s)
			}
			content[s] = append(all, parts...)[i+1]
		}
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range order {
		if content[name] == "" {
			continue
		}
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, content[name])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sheet(rows string) []string {
	return []string{"xl/worksheets/sheet1.xml", `<worksheet><dimension ref="A1:IU9"/><sheetData>` + rows + `</sheetData></worksheet>`}
}

func open(t testing.TB, data []byte) (*Workbook, error) {
	t.Helper()
	return Open("list.xlsx", bytes.NewReader(data), int64(len(data)))
}

func TestCells(t *testing.T) {
	tests := []struct{ cell, want, reason string }{
		{`<c r="C2" t="s"><v>0</v></c>`, "C2 Reference (0)", "a shared string"},
		{`<c r="C2" t="s"><v>1</v></c>`, "C2 a) Rotterdam\r (0)", "rich text is joined, a phonetic hint left out, an escape read"},
		{`<c r="C2" t="s"><v>2</v></c>`, "", "an empty string is no cell"},
		{`<c r="C2" s="1"/>`, "", "a format without a value is no cell"},
		{`<c r="C2"><v>9179842</v></c>`, "C2 9179842 (1)", "a number"},
		{`<c r="C2" t="n"><v> 1.5 </v></c>`, "C2 1.5 (1)", "blanks around a number"},
		{`<c r="C2" s="1"><v>29586</v></c>`, "C2 29586 (2) 1980-12-31", "a built-in date format"},
		{`<c r="C2" s="2"><v>29586.75</v></c>`, "C2 29586.75 (2) 1980-12-31", "a date format of the workbook's own, with a time of day"},
		{`<c r="C2" s="3"><v>29586</v></c>`, "C2 29586 (1) 1980-12-31", "a d in quotes makes no date"},
		{`<c r="C2" s="1" t="s"><v>0</v></c>`, "C2 Reference (0)", "text in a cell with a date format"},
		{`<c r="C2" t="d"><v>2024-12-17T00:00:00</v></c>`, "C2 2024-12-17T00:00:00 (2) 2024-12-17", "an ISO date"},
		{`<c r="C2" t="b"><v>1</v></c>`, "C2 TRUE (3)", "a boolean"},
		{`<c r="C2" t="b"><v>0</v></c>`, "C2 FALSE (3)", "a boolean"},
		{`<c r="C2" t="e"><v>#N/A</v></c>`, "C2 #N/A (4)", "an error value"},
		{`<c r="C2" t="str"><f>A1&amp;"x"</f><v>x</v></c>`, "C2 x (0)", "a formula's stored text; the formula is no text"},
		{`<c r="C2" t="inlineStr"><is><t>LA</t><rPh><t>no</t></rPh></is></c>`, "C2 LA (0)", "an inline string"},
		{`<c r="C2" t="inlineStr"><is><r><t>L</t></r><r><t>A</t></r></is></c>`, "C2 LA (0)", "an inline rich string"},
		{`<c><v>7</v></c>`, "A2 7 (1)", "a cell without a reference stands in the next column"},
		{`<c r="C2"><v>1</v></c><c><v>7</v></c>`, "C2 1 (1) 1900-01-01; D2 7 (1) 1900-01-07", "a cell without a reference stands in the next column"},
		{`<c r="C2" t="str"><v>_x0041__x005F_x000D__xZZZZ_ _x</v></c>`, "C2 A_x000D__xZZZZ_ _x (0)", "escapes, an escaped underscore, and what only looks like one"},
		{`<c r="C2" t="str"><v>_xD83D__x0000_</v></c>`, "C2 _xD83D__x0000_ (0)", "half a surrogate pair and NUL stay"},
		{`<c r="C2" t="str"><v><![CDATA[a<b]]><!-- c -->c</v></c>`, "C2 a<bc (0)", "CDATA and a comment"},
		{`<c r="XFD2"><v>1</v></c>`, "XFD2 1 (1) 1900-01-01", "the last column"},
	}
	for _, tt := range tests {
		w, err := open(t, archive(t, sheet(`<row r="2">`+tt.cell+`</row>`)...))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		err = w.Each(0, func(row Row) error {
			for _, c := range row.Cells {
				s := fmt.Sprintf("%s %s (%d)", Ref(c.Column, row.Number), c.Text, c.Kind)
				if d, ok := c.Day(); ok && (c.Kind == Date || strings.HasPrefix(s, "C2 2") || len(c.Text) == 1 && len(row.Cells) > 1 || strings.HasPrefix(s, "X")) {
					s += " " + d.String()
				}
				got = append(got, s)
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%s: %s: got %q, want %q", tt.reason, tt.cell, g, tt.want)
		}
	}
}

func TestWorkbook(t *testing.T) {
	data := archive(t, append(sheet(`<row><c t="s"><v>0</v></c></row><row r="7" hidden="1"><c r="B7"><v>5</v></c></row><row/>`),
		"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships><Relationship Id="h" Type="http://x/hyperlink" Target="https://example.org/?a=1" TargetMode="External"/></Relationships>`)...)
	data = bytes.Clone(data)
	w, err := open(t, data)
	if err != nil {
		t.Fatal(err)
	}
	if w.Sheets[0] != "Ships & firms" || w.Modified.Format("2006-01-02T15:04:05Z07:00") != "2024-11-11T01:01:21Z" {
		t.Errorf("sheets %q, modified %v", w.Sheets, w.Modified)
	}
	var got []string
	if err := w.Each(0, func(r Row) error {
		got = append(got, fmt.Sprint(w.Pos(0, r.Number, r.Cells[0].Column), " ", r.Text(0), "|", r.Text(1)))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{"list.xlsx!Ships & firms:1:1 Reference|", "list.xlsx!Ships & firms:7:2 |5"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if err := w.Each(0, func(Row) error { return io.ErrClosedPipe }); err != io.ErrClosedPipe {
		t.Errorf("the caller's error comes back as %v", err)
	}
	if err := w.Each(1, func(Row) error { return io.ErrClosedPipe }); err != nil {
		t.Errorf("a sheet that does not exist: %v", err)
	}
	if p := w.Pos(0, 3, -1).String(); p != "list.xlsx!Ships & firms:3" {
		t.Errorf("place of a row: %s", p)
	}
}

func TestLinks(t *testing.T) {
	w, err := open(t, archive(t, "xl/worksheets/sheet1.xml", `<worksheet xmlns:r="http://r"><sheetData/><hyperlinks><hyperlink ref="E2" r:id="h"/><hyperlink ref="F2" location="Sheet1!A1"/></hyperlinks></worksheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships><Relationship Id="h" Type="http://x/hyperlink" Target="https://example.org/?a=1" TargetMode="External"/></Relationships>`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := w.Links(0)
	if d := cmp.Diff([]Link{{"E2", "https://example.org/?a=1"}, {"F2", "#Sheet1!A1"}}, got); d != "" || err != nil {
		t.Error(err, d)
	}
}

func TestSerialDay(t *testing.T) {
	tests := []struct {
		serial string
		d1904  bool
		want   string
		reason string
	}{
		{"1", false, "1900-01-01", "the first day"},
		{"59", false, "1900-02-28", "before the day that never was"},
		{"60", false, "", "1900-02-29 never was"},
		{"61", false, "1900-03-01", "after it"},
		{"29586", false, "1980-12-31", "a birth date"},
		{"45643.99", false, "2024-12-17", "a time of day is dropped"},
		{"0", false, "", "a time without a day"},
		{"0", true, "1904-01-01", "the other epoch"},
		{"28124", true, "1980-12-31", "the other epoch"},
		{"-1", false, "", "before the epoch"},
		{"401768", false, "2999-12-31", "the last year of the model"},
		{"2958465", false, "", "9999 is beyond the model"},
		{"2958466", false, "", "beyond the format"},
		{"NaN", false, "", "no number"},
		{"1e309", false, "", "no number"},
		{"", false, "", "nothing"},
	}
	for _, tt := range tests {
		d, ok := SerialDay(tt.serial, tt.d1904)
		if d.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: SerialDay(%q, %v) = %s, %v; want %q", tt.reason, tt.serial, tt.d1904, d, ok, tt.want)
		}
	}
}

func TestRef(t *testing.T) {
	for n, want := range map[int]string{0: "A1", 25: "Z1", 26: "AA1", 255: "IV1", 701: "ZZ1", 702: "AAA1", maxColumn - 1: "XFD1"} {
		if got := Ref(n, 1); got != want {
			t.Errorf("column %d is %s, want %s", n, got, want)
		}
		if column, row := reference(want); column != n || row != 1 {
			t.Errorf("%s is column %d, row %d, want %d", want, column, row, n)
		}
	}
	for _, s := range []string{"", "A", "1", "A0", "a1", "ABCD1", "A-1", "A+1", "A1048577", "A1.5"} {
		if column, _ := reference(s); column != -1 {
			t.Errorf("reference %q is column %d", s, column)
		}
	}
}

func TestBadWorkbook(t *testing.T) {
	good := archive(t, sheet(`<row r="1"><c r="A1"><v>1</v></c></row>`)...)
	row := func(s string) []byte { return archive(t, sheet(s)...) }
	part := func(parts ...string) []byte {
		return archive(t, append(sheet(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`), parts...)...)
	}
	var twice bytes.Buffer
	z := zip.NewWriter(&twice)
	z.Create("xl/workbook.xml")
	z.Create("XL/Workbook.xml")
	z.Close()
	var many bytes.Buffer
	z = zip.NewWriter(&many)
	for i := range maxParts + 1 {
		z.Create(fmt.Sprint(i))
	}
	z.Close()
	broken := bytes.Clone(good)
	copy(broken[bytes.Index(broken, []byte("xl/worksheets/sheet1.xml"))+30:], "\xff\xff\xff\xff")
	deep := strings.Repeat("<a>", maxDepth+1) + strings.Repeat("</a>", maxDepth+1)
	tests := []struct {
		data   []byte
		want   string
		is     error
		reason string
	}{
		{nil, "list.xlsx: not an Excel workbook (.xlsx): empty file", ErrNotXLSX, "nothing"},
		{[]byte("\ufeff <!DOCTYPE html><html>"), "list.xlsx: not an Excel workbook (.xlsx): an HTML page", ErrNotXLSX, "a page of an error"},
		{[]byte("<?xml version='1.0'?>"), "list.xlsx: not an Excel workbook (.xlsx): XML", ErrNotXLSX, "another format"},
		{[]byte(`{"a":1}`), "list.xlsx: not an Excel workbook (.xlsx): JSON", ErrNotXLSX, "another format"},
		{[]byte("Reference,Name of Individual"), `list.xlsx: not an Excel workbook (.xlsx): begins with "Reference,Name o"`, ErrNotXLSX, "the CSV"},
		{[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "list.xlsx: not an Excel workbook (.xlsx): an old .xls, or a workbook with a password", ErrNotXLSX, "the format before"},
		{[]byte("\x1f\x8b\x08"), "list.xlsx: not an Excel workbook (.xlsx): compressed with gzip; unpack it first", ErrNotXLSX, "gzip"},
		{good[:len(good)/2], "list.xlsx: workbook is cut short or damaged: not a valid zip file", ErrTruncated, "half of it"},
		{broken, "list.xlsx!xl/worksheets/sheet1.xml:1:", ErrTruncated, "damaged data"},
		{twice.Bytes(), `list.xlsx: not of the format of a workbook: two parts are called "XL/Workbook.xml"`, ErrFormat, "which of the two is it?"},
		{many.Bytes(), "list.xlsx: too large: 1001 parts, and 1000 is the most", ErrTooLarge, "a directory without end"},
		{part("xl/workbook.xml", ""), "list.xlsx: not an Excel workbook (.xlsx): a ZIP archive without xl/workbook.xml", ErrNotXLSX, "another archive"},
		{part("xl/workbook.xml", "<workbook/>"), "list.xlsx!xl/workbook.xml: not of the format of a workbook: no sheet", ErrFormat, "no sheet"},
		{part("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook>&a;</workbook>"), "list.xlsx!xl/workbook.xml:1:31: document type declaration, which a workbook has not", ErrDoctype, "an entity"},
		{part("xl/sharedStrings.xml", "<sst><si><t>&a;</t></si></sst>"), "list.xlsx!xl/sharedStrings.xml:1:16: XML is not well formed: invalid character entity &a;", ErrSyntax, "an unknown entity"},
		{part("xl/sharedStrings.xml", "<sst><si><t>a</si></sst>"), "list.xlsx!xl/sharedStrings.xml:1:19: XML is not well formed: </si> closes nothing that is open", ErrSyntax, "crossed tags"},
		{part("xl/sharedStrings.xml", "<sst><si><t>a"), "list.xlsx!xl/sharedStrings.xml:1:14: workbook is cut short or damaged: ends inside <t>", ErrTruncated, "cut"},
		{part("xl/sharedStrings.xml", "<sst>\xff</sst>"), "list.xlsx!xl/sharedStrings.xml:1:7: XML is not well formed: invalid UTF-8", ErrSyntax, "Latin-1"},
		{part("xl/sharedStrings.xml", `<?xml version="1.0" encoding="UTF-16"?><sst/>`), "list.xlsx!xl/sharedStrings.xml:1:40: XML is not well formed", ErrSyntax, "another encoding"},
		{part("xl/sharedStrings.xml", deep), "list.xlsx!xl/sharedStrings.xml:1:196: not of the format of a workbook: elements nested more than 64 deep", ErrFormat, "deep nesting"},
		{part("xl/sharedStrings.xml", ""), "list.xlsx!xl/worksheets/sheet1.xml:1:83: not of the format of a workbook: shared string \"0\" of 0", ErrFormat, "no strings"},
		{part("xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat(" ", maxText+1)+"</t></si></sst>"), "list.xlsx!xl/sharedStrings.xml:1:", ErrTooLarge, "white space"},
		{row(`<row r="1"><c r="A1" t="s"><v>3</v></c></row>`), `list.xlsx!xl/worksheets/sheet1.xml:1:83: not of the format of a workbook: shared string "3" of 3`, ErrFormat, "a reference to nothing"},
		{row(`<row r="1"><c r="A1" t="s"><v>x</v></c></row>`), `list.xlsx!xl/worksheets/sheet1.xml:1:83: not of the format of a workbook: shared string "x" of 3`, ErrFormat, "a reference of the wrong type"},
		{row(`<row r="1"><c r="A1" t="q"><v>x</v></c></row>`), `list.xlsx!xl/worksheets/sheet1.xml:1:83: not of the format of a workbook: cell of type "q"`, ErrFormat, "an unknown type"},
		{row(`<row r="2"/><row r="2"/>`), `list.xlsx!xl/worksheets/sheet1.xml:1:72: not of the format of a workbook: row "2" after row 2`, ErrFormat, "a row twice"},
		{row(`<row r="1048577"/>`), `list.xlsx!xl/worksheets/sheet1.xml:1:66: not of the format of a workbook: row "1048577" after row 0`, ErrFormat, "a row beyond the sheet"},
		{row(`<row r="1"><c r="A2"/></row>`), `list.xlsx!xl/worksheets/sheet1.xml:1:70: not of the format of a workbook: cell "A2" in row 1`, ErrFormat, "a cell of another row"},
		{row(`<row r="1"><c r="B1"/><c r="A1"/></row>`), `list.xlsx!xl/worksheets/sheet1.xml:1:81: not of the format of a workbook: cell "A1" in row 1`, ErrFormat, "cells out of order"},
		{row(`<row r="1"><c r="XFE1"/></row>`), `list.xlsx!xl/worksheets/sheet1.xml:1:72: not of the format of a workbook: cell outside the sheet`, ErrFormat, "a column beyond the sheet"},
		{row(`<c r="A1"/>`), `list.xlsx!xl/worksheets/sheet1.xml:1:59: not of the format of a workbook: cell "A1" in row 0`, ErrFormat, "a cell without a row"},
	}
	for _, tt := range tests {
		w, err := open(t, tt.data)
		if err == nil {
			err = w.Each(0, func(Row) error { return nil })
		}
		var e *Error
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || !errors.Is(err, tt.is) || !errors.As(err, &e) {
			t.Errorf("%s: got %v, want %s", tt.reason, err, tt.want)
		}
	}
}

// TestBomb unpacks a part of 1 GB that is one long run of blanks between rows, and one of many short strings.
func TestBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{"_rels/.rels": rootRels, "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": bookRels} {
		f, _ := z.Create(name)
		io.WriteString(f, content)
	}
	f, _ := z.Create("xl/worksheets/sheet1.xml")
	io.WriteString(f, "<worksheet><sheetData>")
	blanks := strings.Repeat(" ", 1<<20)
	for range 1024 {
		io.WriteString(f, blanks)
	}
	z.Close()
	w, err := open(t, b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	err = w.Each(0, func(Row) error { return nil })
	want := "list.xlsx!xl/worksheets/sheet1.xml: too large: a part of 1073741846 bytes, and 134217728 is the most"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestRealWorkbooks reads every workbook beside the repository.
func TestRealWorkbooks(t *testing.T) {
	tests := []struct {
		name               string
		rows, cells, links int
		modified           string
	}{
		{"lists/au/regulation8_consolidated_2024-12.xlsx", 9554, 97726, 7, "2024-11-11"},
		{"formats/samples/au_dfat_2026.xlsx", 13, 158, 0, "0001-01-01"},
		{"formats/samples/eu_vessels_sanctionsmap.xlsx", 10, 49, 1, "0001-01-01"},
	}
	for _, tt := range tests {
		w, err := open(t, shared(t, tt.name))
		if err != nil {
			t.Fatal(err)
		}
		rows, cells := 0, 0
		if err := w.Each(0, func(r Row) error {
			rows++
			cells += len(r.Cells)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		links, err := w.Links(0)
		if err != nil {
			t.Fatal(err)
		}
		if modified := w.Modified.Format("2006-01-02"); rows != tt.rows || cells != tt.cells || len(links) != tt.links || modified != tt.modified {
			t.Errorf("%s: %d rows, %d cells, %d links, saved on %s; want %d, %d, %d, %s",
				tt.name, rows, cells, len(links), modified, tt.rows, tt.cells, tt.links, tt.modified)
		}
	}
}

// shared returns a file of the material that lies beside the repository and is no part of it.
func shared(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", name))
	if err != nil {
		t.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	return data
}

func FuzzXLSX(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, stringz, styles)
	f.Add(`<row><c t="inlineStr"><is><t>_x000D_</t></is></c><c s="1"><v>29586</v></c></row>`, stringz, styles)
	f.Fuzz(func(t *testing.T, rows, texts, formats string) {
		w, err := open(t, archive(t, append(sheet(rows), "xl/sharedStrings.xml", texts, "xl/styles.xml", formats)...))
		if err != nil {
			return
		}
		last := 0
		w.Each(0, func(r Row) error {
			if r.Number <= last || len(r.Cells) == 0 {
				t.Errorf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			for i, c := range r.Cells {
				if c.Text == "" || i > 0 && c.Column <= r.Cells[i-1].Column {
					t.Errorf("cell %v after %v", c, r.Cells[:i])
				}
				c.Day()
			}
			return nil
		})
		w.Links(0)
	})
}

func BenchmarkXLSX(b *testing.B) {
	data := shared(b, "lists/au/regulation8_consolidated_2024-12.xlsx")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		w, err := open(b, data)
		if err != nil {
			b.Fatal(err)
		}
		w.Each(0, func(Row) error { return nil })
	}
}
