package lines

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The reasons of defects of a row that is read all the same.
var (
	ErrQuote   = errors.New("stray quote")
	ErrColumns = errors.New("wrong number of columns")
)

// maxColumns bounds the columns of a row that are kept apart.
const maxColumns = 4096

// Table reads a table in CSV as RFC 4180 describes it: fields between separators,
// in double quotes where they hold separators, quotes (doubled) or line breaks.
// Lines end with CR LF or LF. A quote inside a field is part of its text and a
// defect. Blank lines are passed over.
type Table struct {
	f     *File
	comma byte
	head  int // columns of the header; 0 before it
	row   Row
}

// Row is one record of a table. It is valid until the next call of Next; its
// texts stay.
type Row struct {
	Fields  []Field
	Pos     lists.Position // of its first byte
	Defects []Defect
}

// Field is one field of a row. Text is as printed, with doubled quotes undone and
// CR LF as LF.
type Field struct {
	Text string
	Pos  lists.Position // of the first byte of its text
}

// Defect is an oddity of a row.
type Defect struct {
	Pos   lists.Position
	Value string
	Err   error
}

// Text returns the text of a field without white space around it, or the empty
// string where the row has no such field.
func (r *Row) Text(column int) string {
	if column < 0 || column >= len(r.Fields) {
		return ""
	}
	return strings.TrimSpace(r.Fields[column].Text)
}

// At returns the place of a field, or that of the row.
func (r *Row) At(column int) lists.Position {
	if column < 0 || column >= len(r.Fields) {
		return r.Pos
	}
	return r.Fields[column].Pos
}

// NewTable reads a table from f. comma separates fields; 0 takes that of comma,
// semicolon and tab which stands most often in the first line.
func NewTable(f *File, comma byte) *Table { return &Table{f: f, comma: comma} }

// Next returns the next row that is not blank. io.EOF is the end. A file that ends
// inside quotes, or whose last row has neither a line end nor the columns of the
// first row, is ErrTruncated.
func (t *Table) Next() (*Row, error) {
	for {
		line, err := t.f.raw()
		if err != nil {
			return nil, err
		}
		if blank(string(line)) {
			continue
		}
		if err := t.read(line); err != nil {
			return nil, err
		}
		n := len(t.row.Fields)
		switch {
		case t.head == 0:
			t.head = n
		case n < t.head && !t.f.newline:
			return nil, &lists.FileError{Pos: t.row.Pos, Err: fmt.Errorf("%w: column %d of %d", feed.ErrTruncated, n, t.head)}
		case n != t.head:
			t.row.Defects = append(t.row.Defects, Defect{t.row.Pos, "", fmt.Errorf("%w: %d, not %d", ErrColumns, n, t.head)})
		}
		return &t.row, nil
	}
}

// read cuts a row into fields; line is its first line.
func (t *Table) read(line []byte) error {
	t.row = Row{Pos: t.f.pos(1), Fields: t.row.Fields[:0], Defects: t.row.Defects[:0]}
	size := len(line)
	text := string(line)
	if t.comma == 0 {
		t.comma = separator(text)
	}
	at := 0
	for {
		if len(t.row.Fields) == maxColumns {
			return &lists.FileError{Pos: t.row.Pos, Err: fmt.Errorf("%w: more than %d columns", feed.ErrTooLong, maxColumns)}
		}
		field := Field{Pos: t.f.pos(at + 1)}
		if at >= len(text) || text[at] != '"' {
			end := strings.IndexByte(text[at:], t.comma)
			if end < 0 {
				end = len(text) - at
			}
			field.Text = strings.TrimRight(text[at:at+end], "\r\n")
			if at+end < len(text) {
				field.Text = text[at : at+end]
			}
			if i := strings.IndexByte(field.Text, '"'); i >= 0 {
				t.defect(t.f.pos(at+i+1), field.Text, ErrQuote)
			}
			at += end
		} else {
			var b strings.Builder
			at++
			field.Pos = t.f.pos(at + 1)
			whole := field.Pos
			for {
				i := strings.IndexByte(text[at:], '"')
				if i < 0 {
					b.WriteString(lineEnd(text[at:]))
					next, err := t.f.raw()
					if err == io.EOF {
						return &lists.FileError{Pos: whole, Err: fmt.Errorf("%w: inside quotes", feed.ErrTruncated)}
					}
					if err != nil {
						return err
					}
					if size += len(next); size > MaxLine {
						return &lists.FileError{Pos: whole, Err: fmt.Errorf("%w: a row of more than %d bytes", feed.ErrTooLong, MaxLine)}
					}
					text, at = string(next), 0
					continue
				}
				b.WriteString(text[at : at+i])
				at += i + 1
				if at < len(text) && text[at] == '"' {
					b.WriteByte('"')
					at++
					continue
				}
				rest := strings.TrimLeft(text[at:], " \t\r\n")
				if rest == "" || text[at] == t.comma || rest[0] == t.comma {
					if text[at:] != "" && text[at] != t.comma {
						at = len(text) - len(rest)
					}
					break
				}
				t.defect(t.f.pos(at), b.String(), ErrQuote)
				b.WriteByte('"')
			}
			field.Text = b.String()
		}
		if i := invalid([]byte(field.Text)); i >= 0 {
			pos := field.Pos
			return &lists.FileError{Pos: pos, Err: fmt.Errorf("%w: %q", feed.ErrEncoding, feed.Clip(field.Text))}
		}
		t.row.Fields = append(t.row.Fields, field)
		if at >= len(text) || text[at] != t.comma {
			return nil
		}
		at++
	}
}

func (t *Table) defect(pos lists.Position, value string, err error) {
	if len(t.row.Defects) < 8 {
		t.row.Defects = append(t.row.Defects, Defect{pos, feed.Clip(value), err})
	}
}

// lineEnd returns text with LF where it ends with CR LF.
func lineEnd(text string) string {
	if s, ok := strings.CutSuffix(text, "\r\n"); ok {
		return s + "\n"
	}
	return text
}

// separator returns the separator that stands most often in a header.
func separator(header string) byte {
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if strings.Count(header, string(c)) > strings.Count(header, string(best)) {
			best = c
		}
	}
	return best
}
