package lists

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// sheets are the words of the header rows of lists that are Excel workbooks.
var sheets = [...]struct {
	words []string
	is    Format
}{
	{[]string{"Name of Individual or Entity", "Name Type", "Control Date"}, DFATXLSX},
	{[]string{"Vessel name", "IMO number", "Date of application"}, EUVesselsXLSX},
}

// detectWorkbook recognises an Excel workbook by the words of its header row,
// which stand at the beginning of its table of shared strings or, where the
// program that wrote it has no such table, of its first sheet. Empty: it is
// another archive, or not whole.
func detectWorkbook(file []byte) Format {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return ""
	}
	var text strings.Builder
	for _, part := range [...]string{"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"} {
		for _, f := range z.File {
			if f.Name != part {
				continue
			}
			r, err := f.Open()
			if err != nil {
				break
			}
			_, _ = io.CopyN(&text, r, DetectBytes) // a part that is shorter, or cut, gives what it has
			r.Close()
			break
		}
	}
	all := text.String()
next:
	for _, s := range sheets {
		for _, w := range s.words {
			if !strings.Contains(all, ">"+w) {
				continue next
			}
		}
		return s.is
	}
	return ""
}
