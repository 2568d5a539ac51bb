// Package xlsx reads the cells of an Office Open XML workbook (.xlsx), row by
// row, as far as publishers of lists use it: shared, inline and formula strings,
// numbers, dates by number format, booleans, error values, hyperlinks, and the
// day on which the workbook was saved. It writes nothing and computes nothing; a
// formula's cell has the value that the workbook stores for it.
//
//	w, err := xlsx.Open("list.xlsx", r, size)
//	err = w.Each(0, func(row xlsx.Row) error {
//		for _, c := range row.Cells {
//			fmt.Println(w.Pos(0, row.Number, c.Column), c.Text) // list.xlsx!Sheet1:2:1 ...
//		}
//		return nil
//	})
//
// The format is ISO/IEC 29500-1 (ECMA-376 part 1, SpreadsheetML); numbers in the
// comments are its sections. Namespaces are not compared, so that workbooks of
// the transitional and of the strict variant are both read.
//
// A workbook is hostile input. Its size, the number of its parts, the size of
// each part once unpacked, the text kept for shared strings, the length of one
// text, and the nesting of elements are bounded (see the constants); a document
// type declaration is refused; parts are looked up inside the archive only, and
// the target of a link is handed out as text and never followed.
package xlsx
