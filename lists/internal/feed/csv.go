package feed

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// CSV reads the rows of a table in CSV with the reader of the standard library.
// Stray quotes are read as text: a row that they distort has the wrong number of
// columns. A row of more than 256 KiB is refused. (Package lines has a reader of
// tables that does not take stray quotes for granted but reports them.) It is not
// safe for several goroutines.
type CSV struct {
	in  *stream
	csv *csv.Reader

	short bool   // the last row that counts has fewer columns than the header,
	final string // ends with this cell,
	start int    // and begins on this line
}

// NewCSV begins to read a file, and reports at once what is no CSV. name stands for
// the file in positions. notCSV is the reason to give for other formats, tooLong
// that for a row that is too long.
func NewCSV(name string, r io.Reader, notCSV, tooLong error) (*CSV, error) {
	in, err := newStream(name, r, notCSV, tooLong)
	if err != nil {
		return nil, err
	}
	t := &CSV{in: in, csv: csv.NewReader(in)}
	t.csv.FieldsPerRecord, t.csv.LazyQuotes, t.csv.ReuseRecord = -1, true, true
	return t, nil
}

// JSON reports whether the file begins as a file of JSON does. It is asked before
// the first Next.
func (t *CSV) JSON() bool { return has(t.in.head, "{") || has(t.in.head, "[") }

// Next returns the next row, which is valid until the next call; its cells stay.
// At the end it is nil without an error.
func (t *CSV) Next() ([]string, error) {
	t.in.done(t.csv.InputOffset())
	row, err := t.csv.Read()
	at := lists.Position{File: t.in.file, Line: t.in.line}
	switch {
	case err == io.EOF:
		return nil, nil
	case t.in.closed:
		return nil, refuse(at, t.in.tooLong)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", at, err)
	}
	return row, nil
}

// Pos returns the place of a cell of the row returned last.
func (t *CSV) Pos(column int) lists.Position {
	line, at := t.csv.FieldPos(column)
	return lists.Position{File: t.in.file, Line: line, Column: at}
}

// Count notes the row returned last, which has one cell or more, as one of a table
// of so many columns. End judges the end of the file by the row counted last.
func (t *CSV) Count(row []string, columns int) {
	t.short, t.final = len(row) < columns, row[len(row)-1]
	t.start = t.Pos(0).Line
}

// End says how the file ends once Next has returned its last row: with
// ErrTruncated in the middle of a row, with a Problem without a line end.
func (t *CSV) End(problems *Problems) error {
	if t.short && strings.Contains(t.final, "\n") {
		return refuse(lists.Position{File: t.in.file, Line: t.start, Column: 1}, fmt.Errorf("%w: a quote is never closed", ErrTruncated))
	}
	if t.in.last == '\n' {
		return nil
	}
	at := lists.Position{File: t.in.file, Line: t.in.line + len(t.in.ends)}
	if t.short {
		return refuse(at, fmt.Errorf("%w: in the middle of a row", ErrTruncated))
	}
	problems.Add(lists.Problem{Pos: at, Err: ErrNoLineEnd})
	return nil
}

// Digest reads to the end of the file and returns the sum of all its bytes.
func (t *CSV) Digest() (lists.Digest, error) { return t.in.digest() }
