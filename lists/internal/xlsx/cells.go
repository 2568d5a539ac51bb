package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
)

// CellKind says what a cell holds.
type CellKind uint8

// The kinds of cell.
const (
	Text   CellKind = iota
	Number          // Cell.Text has the digits as stored: "41988", "1.5"
	Date            // a number whose format shows a date, or an ISO 8601 text; Cell.Day reads it
	Bool            // Cell.Text is "TRUE" or "FALSE"
	Fault           // an error value: "#N/A"
)

// Cell is one cell that holds something. Its Text is as stored, with the escapes
// of the format (_x000D_) read and nothing trimmed.
type Cell struct {
	Column   int // from 0 (A)
	Text     string
	Kind     CellKind
	date1904 bool
}

// Row is one row that holds something. Number counts from 1. Cells stand in the
// order of their columns and are valid until the function that Each calls
// returns; their texts stay.
type Row struct {
	Number int
	Cells  []Cell
}

// Text returns the text of the cell in a column, counted from 0, or the empty
// string.
func (r Row) Text(column int) string {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return r.Cells[i].Text
		}
	}
	return ""
}

// Each reads the sheet with the index, 0 the first, and calls row for every row
// that has a cell with text, in the order of the sheet; hidden and filtered rows
// are among them. It stops at the first error of row and returns it as it is;
// another error is an *Error. A sheet that does not exist has no rows.
func (w *Workbook) Each(sheet int, row func(Row) error) error {
	if sheet < 0 || sheet >= len(w.paths) {
		return nil
	}
	s := sheetReader{w: w, row: row}
	return w.read(w.paths[sheet], s.token)
}

// sheetReader reads the data of one sheet (18.3.1.80).
type sheetReader struct {
	w    *Workbook
	row  func(Row) error
	cur  Row
	cell Cell
	kind string // of the cell: s, str, inlineStr, n, b, e, d (18.18.11)
	size int    // bytes of the cell's inline text
	last int    // number of the last row
	seen bool   // the cell has a value
	text strings.Builder
	skip int // depth of a phonetic run that is passed over; 0 none
}

func (s *sheetReader) token(p *part, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return s.start(p, t)
	case xml.EndElement:
		return s.end(p)
	}
	return nil
}

func (s *sheetReader) start(p *part, t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		n := s.last + 1
		if r := attr(t, "r"); r != "" {
			var err error
			if n, err = strconv.Atoi(r); err != nil || n <= s.last || n > maxRow {
				return fmt.Errorf("%w: row %q after row %d", ErrFormat, clip(r), s.last)
			}
		}
		if n > maxRow {
			return fmt.Errorf("%w: more than %d rows", ErrTooLarge, maxRow)
		}
		s.last = n
		s.cur = Row{Number: n, Cells: s.cur.Cells[:0]}
		s.cell.Column = -1
	case "c":
		column := s.cell.Column + 1
		if r := attr(t, "r"); r != "" {
			var row int
			if column, row = reference(r); column < 0 || row != s.last || column <= s.cell.Column {
				return fmt.Errorf("%w: cell %q in row %d", ErrFormat, clip(r), s.last)
			}
		}
		if column >= maxColumn || s.last == 0 {
			return fmt.Errorf("%w: cell outside the sheet", ErrFormat)
		}
		s.cell = Cell{Column: column, date1904: s.w.date1904}
		s.kind, s.seen, s.size = attr(t, "t"), false, 0
		s.text.Reset()
		style, err := strconv.Atoi(attr(t, "s"))
		if err == nil && style >= 0 && style < len(s.w.dates) && s.w.dates[style] {
			s.cell.Kind = Date
		}
	case "rPh":
		s.skip = max(s.skip, len(p.open))
	}
	return nil
}

func (s *sheetReader) end(p *part) error {
	switch p.closed {
	case "v":
		if p.parent("c") {
			return s.value(string(p.text))
		}
	case "t":
		if s.skip == 0 && (p.parent("is") || p.parent("r")) {
			if s.size += len(p.text); s.size > maxText {
				return fmt.Errorf("%w: a text of more than %d bytes", ErrTooLarge, maxText)
			}
			s.text.Write(p.text)
			s.seen = true
		}
	case "rPh":
		s.skip = 0
	case "c":
		if s.kind == "inlineStr" && s.seen {
			s.cell.Text, s.cell.Kind = unescape(s.text.String()), Text
		}
		if s.seen && s.cell.Text != "" {
			s.cur.Cells = append(s.cur.Cells, s.cell)
		}
	case "row":
		if len(s.cur.Cells) > 0 {
			if err := s.row(s.cur); err != nil {
				return callerError{err}
			}
		}
	}
	return nil
}

// value takes the value of a cell by the cell's type.
func (s *sheetReader) value(v string) error {
	s.seen = true
	switch s.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || n < 0 || n >= len(s.w.shared) {
			return fmt.Errorf("%w: shared string %q of %d", ErrFormat, clip(v), len(s.w.shared))
		}
		s.cell.Text, s.cell.Kind = s.w.shared[n], Text
	case "str":
		s.cell.Text, s.cell.Kind = unescape(v), Text
	case "e":
		s.cell.Text, s.cell.Kind = v, Fault
	case "b":
		s.cell.Text, s.cell.Kind = "FALSE", Bool
		if isTrue(strings.TrimSpace(v)) {
			s.cell.Text = "TRUE"
		}
	case "d":
		s.cell.Text, s.cell.Kind = strings.TrimSpace(v), Date
	case "", "n":
		s.cell.Text = strings.TrimSpace(v)
		if s.cell.Kind != Date {
			s.cell.Kind = Number
		}
	case "inlineStr":
		s.cell.Text, s.cell.Kind = unescape(v), Text
	default:
		return fmt.Errorf("%w: cell of type %q", ErrFormat, clip(s.kind))
	}
	return nil
}

// strings reads the shared strings (18.4.9). Phonetic runs (18.4.6) are hints for
// the reading of another text and no part of it.
func (w *Workbook) strings(name string) error {
	var b strings.Builder
	total, skip := 0, 0
	return w.read(name, func(p *part, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				b.Reset()
			case "rPh":
				skip++
			}
		case xml.EndElement:
			switch p.closed {
			case "rPh":
				skip--
			case "t":
				if skip == 0 {
					if total += len(p.text); total > maxShared {
						return fmt.Errorf("%w: more than %d bytes of strings", ErrTooLarge, maxShared)
					}
					b.Write(p.text)
				}
			case "si":
				if len(w.shared) == maxStrings {
					return fmt.Errorf("%w: more than %d strings", ErrTooLarge, maxStrings)
				}
				w.shared = append(w.shared, unescape(b.String()))
			}
		}
		return nil
	})
}

// unescape reads the escapes _xHHHH_ by which the format writes characters that
// XML cannot hold, and the character _ before what looks like one (22.9.2.19,
// ST_Xstring). Halves of surrogate pairs and NUL stay as they are written.
func unescape(s string) string {
	i := strings.Index(s, "_x")
	if i < 0 {
		return s
	}
	var b strings.Builder
	for i >= 0 {
		b.WriteString(s[:i])
		s = s[i:]
		if len(s) >= 7 && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil && n != 0 && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				s = s[7:]
				i = strings.Index(s, "_x")
				continue
			}
		}
		b.WriteString("_x")
		s = s[2:]
		i = strings.Index(s, "_x")
	}
	b.WriteString(s)
	return b.String()
}

// reference reads a cell's reference ("AB12") into its column from 0 and its row
// from 1. The column is -1 where it is none.
func reference(s string) (column, row int) {
	i := 0
	for i < len(s) && i < 3 && s[i] >= 'A' && s[i] <= 'Z' {
		column = column*26 + int(s[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(s[i:])
	if i == 0 || err != nil || row < 1 || row > maxRow || s[i] == '+' {
		return -1, 0
	}
	return column - 1, row
}

// Ref returns the reference of a cell as spreadsheets print it: column 0 and row
// 12 are "A12".
func Ref(column, row int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}

// Link is a hyperlink of a cell or of a range of cells.
type Link struct {
	Ref    string // "C7", "C7:C9"
	Target string // the address as stored; a place in the workbook begins with "#"
}

// Links returns the hyperlinks of the sheet with the index (18.3.1.47), in their
// order. It reads the sheet once more.
func (w *Workbook) Links(sheet int) ([]Link, error) {
	if sheet < 0 || sheet >= len(w.paths) {
		return nil, nil
	}
	name := w.paths[sheet]
	rels, err := w.relations(relsOf(name), strings.TrimSuffix(name, "/"+lastOf(name)))
	if err != nil {
		return nil, err
	}
	var out []Link
	err = w.read(name, func(p *part, t xml.Token) error {
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "hyperlink" {
			return nil
		}
		l := Link{Ref: attr(start, "ref"), Target: rels[attr(start, "id")].target}
		if place := attr(start, "location"); place != "" {
			l.Target += "#" + place
		}
		if len(out) == maxRow {
			return fmt.Errorf("%w: more than %d links", ErrTooLarge, maxRow)
		}
		out = append(out, l)
		return nil
	})
	return out, err
}

func lastOf(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// Day returns the day that a cell of the kind Date or Number stands for.
func (c Cell) Day() (lists.Day, bool) {
	if c.Kind == Date && strings.Contains(c.Text, "-") {
		text, _, _ := strings.Cut(c.Text, "T")
		d, err := lists.ParseDate(text)
		return d.From, err == nil && d.Full()
	}
	if c.Kind != Date && c.Kind != Number {
		return lists.Day{}, false
	}
	return SerialDay(c.Text, c.date1904)
}
