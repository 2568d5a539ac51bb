package eu

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
)

// maxRow bounds the bytes of one row. The longest one of the FSF file has 10,000.
const maxRow = 1 << 20

// sourceHead is a file of which the first bytes have been looked at.
type sourceHead struct {
	file string
	r    *bufio.Reader
	sum  hash.Hash
	head []byte // of the content, without a byte order mark
}

// headSize is how many bytes of a file decide what it is.
const headSize = 16 << 10

// open looks at the beginning of a file.
func open(file string, r io.Reader) (*sourceHead, error) {
	s := &sourceHead{file: file, sum: sha256.New()}
	s.r = bufio.NewReaderSize(io.TeeReader(r, s.sum), headSize)
	head, err := s.r.Peek(headSize)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("eu: %s: %w", file, err)
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		s.r.Discard(3)
		head = head[3:]
	}
	s.head = head
	return s, nil
}

// fault returns a *FileError of the whole file.
func (s *sourceHead) fault(err error) error { return refuse(lists.Position{File: s.file}, err) }

// foreign says what a file is that is no text, or returns nil.
func (s *sourceHead) foreign() error {
	has := func(p string) bool { return bytes.HasPrefix(s.head, []byte(p)) }
	switch {
	case len(bytes.TrimSpace(s.head)) == 0 && len(s.head) < headSize:
		return ErrEmpty
	case has("\x1f\x8b"):
		return fmt.Errorf("%w: compressed with gzip; unpack it first", ErrNotList)
	case has("PK\x03\x04"):
		return fmt.Errorf("%w: a ZIP archive or a workbook", ErrNotList)
	case has("%PDF"):
		return fmt.Errorf("%w: a PDF document", ErrNotList)
	case has("\xff\xfe"), has("\xfe\xff"), len(s.head) > 1 && (s.head[0] == 0 || s.head[1] == 0):
		return fmt.Errorf("%w: UTF-16", ErrEncoding)
	}
	return nil
}

// markup says that a file is XML, HTML or JSON and no table, or returns nil.
func (s *sourceHead) markup() error {
	head := bytes.TrimSpace(s.head)
	switch {
	case bytes.HasPrefix(head, []byte("<")):
		return fmt.Errorf("%w: XML or HTML", ErrNotCSV)
	case bytes.HasPrefix(head, []byte("{")), bytes.HasPrefix(head, []byte("[")):
		return fmt.Errorf("%w: JSON", ErrNotCSV)
	}
	return nil
}

// table is a CSV file.
type table struct {
	file  string
	head  *sourceHead
	csv   *csv.Reader
	left  budget
	width int // cells of the row returned last
	after int // the line after that row
}

// budget is a reader that gives up within one row that is too long.
type budget struct {
	r       io.Reader
	left    int
	tooLong bool
	err     error
}

// Read reads no more than what is left for the row.
func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		b.tooLong = true
		return 0, ErrTooLong
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	if err != nil && err != io.EOF {
		b.err = err
	}
	return n, err
}

// newTable reads a file as CSV. The separator is the one of ; , and tab that
// stands most often in the first line.
func newTable(s *sourceHead) (*table, error) {
	if err := s.foreign(); err != nil {
		return nil, s.fault(err)
	}
	if err := s.markup(); err != nil {
		return nil, s.fault(err)
	}
	t := &table{file: s.file, head: s, left: budget{r: s.r}}
	line, _, _ := bytes.Cut(bytes.TrimLeft(s.head, "\r\n"), []byte("\n"))
	comma, most := ',', -1
	for _, c := range ";,\t" {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			comma, most = c, n
		}
	}
	t.csv = csv.NewReader(&t.left)
	t.csv.Comma = comma
	t.csv.FieldsPerRecord = -1
	t.csv.ReuseRecord = true
	return t, nil
}

// pos returns the place of a cell of the row returned last.
func (t *table) pos(column int) lists.Position {
	if column < 0 || column >= t.width {
		column = 0
	}
	if t.width == 0 {
		return lists.Position{File: t.file}
	}
	line, col := t.csv.FieldPos(column)
	return lists.Position{File: t.file, Line: line, Column: col}
}

// next returns the next row, which is valid until the next call. The error is
// io.EOF after the last row, else one that ends the reading.
func (t *table) next() ([]string, error) {
	t.left.left = maxRow
	row, err := t.csv.Read()
	if err != nil {
		return nil, t.failed(err)
	}
	t.width = len(row)
	line, _ := t.csv.FieldPos(len(row) - 1)
	t.after = line + strings.Count(row[len(row)-1], "\n") + 1
	for i, cell := range row {
		if !utf8.ValidString(cell) {
			return nil, refuse(t.pos(i), ErrEncoding)
		}
	}
	return row, nil
}

// failed turns an error of the CSV reader into one with a place.
func (t *table) failed(err error) error {
	var parse *csv.ParseError
	switch {
	case t.left.tooLong:
		return refuse(lists.Position{File: t.file, Line: max(t.after, 1), Column: 1}, fmt.Errorf("%w: a row of more than %d bytes", ErrTooLong, maxRow))
	case t.left.err != nil:
		return fmt.Errorf("eu: %s: %w", t.file, t.left.err)
	case err == io.EOF:
		return io.EOF
	case !errors.As(err, &parse):
		return fmt.Errorf("eu: %s: %w", t.file, err)
	case errors.Is(err, csv.ErrQuote) && parse.Line != parse.StartLine:
		return refuse(lists.Position{File: t.file, Line: parse.StartLine, Column: 1}, fmt.Errorf("%w: a quote is never closed", ErrTruncated))
	}
	return refuse(lists.Position{File: t.file, Line: parse.Line, Column: parse.Column}, fmt.Errorf("%w: %w", ErrNotCSV, parse.Err))
}

// digest returns the sum of the whole file, which has been read to its end.
func (t *table) digest() (d lists.Digest, err error) {
	if _, err := io.Copy(io.Discard, t.head.r); err != nil {
		return d, fmt.Errorf("eu: %s: %w", t.file, err)
	}
	t.head.sum.Sum(d[:0])
	return d, nil
}

// headerKey is a header in small letters and without blanks around it.
func headerKey(s string) string { return strings.ToLower(clean(s)) }
