package uk

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// table reads the rows of a CSV file: a line with the day of the edition, a
// header, rows. Stray quotes are read as text: a row that they distort has the
// wrong number of columns, and says so.
type table struct {
	*parser
	in     *input
	csv    *csv.Reader
	header []string // as printed
	fields []string // the same as keys of columns; empty where unknown
	row    []string
	line   int  // of the header
	coded  bool // a Problem says that the file is not UTF-8
}

func newTable(name string, r io.Reader) (*table, error) {
	in, err := newInput(r, ErrNotCSV)
	if err != nil {
		for _, e := range [...]error{ErrEmpty, ErrNotCSV, ErrEncoding} {
			if errors.Is(err, e) {
				return nil, &FileError{lists.Position{File: name}, err}
			}
		}
		return nil, fmt.Errorf("uk: %s: %w", name, err)
	}
	t := &table{parser: newParser(name), in: in, csv: csv.NewReader(in)}
	t.csv.FieldsPerRecord, t.csv.LazyQuotes, t.csv.ReuseRecord = -1, true, true
	return t, nil
}

// next reads a row and reports whether there is one.
func (t *table) next() (bool, error) {
	t.in.done(t.csv.InputOffset())
	row, err := t.csv.Read()
	line, _ := t.in.place(t.in.mark)
	switch {
	case err == io.EOF:
		return false, nil
	case t.in.closed:
		return false, &FileError{lists.Position{File: t.file, Line: line}, ErrTooLong}
	case err != nil:
		return false, fmt.Errorf("uk: %s:%d: %w", t.file, line, err)
	}
	t.row = row
	return true, nil
}

// pos returns the place of a column of the row.
func (t *table) pos(i int) lists.Position {
	line, column := t.csv.FieldPos(i)
	return lists.Position{File: t.file, Line: line, Column: column}
}

// start reads the line with the day and the header. day takes the first line and
// reports whether it is one with a day. Without one, the first line is the header.
func (t *table) start(keys map[string]string, need []string, day func([]string) bool) error {
	for first := true; ; first = false {
		ok, err := t.next()
		if err != nil {
			return err
		}
		if !ok {
			return &FileError{lists.Position{File: t.file}, ErrEmpty}
		}
		if first && day(t.row) {
			continue
		}
		if first {
			t.Add(lists.Problem{Pos: t.pos(0), Err: ErrNoDate})
		}
		break
	}
	seen := map[string]bool{}
	t.line = t.pos(0).Line
	for i, h := range t.row {
		h = feed.Clip(strings.TrimSpace(strings.ToValidUTF8(h, "\ufffd")))
		key := keys[columnKey(h)]
		if key == "" || seen[key] {
			key = ""
			if h != "" {
				t.Add(lists.Problem{Pos: t.pos(i), Field: h, Err: ErrUnknownColumn})
			}
		}
		seen[key] = true
		t.header, t.fields = append(t.header, h), append(t.fields, key)
	}
	for _, k := range need {
		if !seen[k] {
			return &FileError{t.pos(0), fmt.Errorf("%w: no column %q", ErrNotList, k)}
		}
	}
	return nil
}

// missing reports the columns that the header lacks and others of the layout have.
func (t *table) missing(keys map[string]string, but map[string]bool) {
	var names []string
	for _, k := range slices.Compact(slices.Sorted(maps.Values(keys))) {
		if !slices.Contains(t.fields, k) && !but[k] {
			names = append(names, k)
		}
	}
	if names != nil {
		t.Add(lists.Problem{Pos: lists.Position{File: t.file, Line: t.line}, Value: strings.Join(names, ", "), Err: ErrMissing})
	}
}

// columnKey returns a column's name without the differences between editions: in
// lower case, letters and digits only.
func columnKey(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, s)
}

// rows calls do with the cells of every row by their columns. rest holds those
// of unknown columns.
func (t *table) rows(do func(at lists.Position, cells map[string]string, rest []lists.Remark)) error {
	cells := map[string]string{}
	short, last, start := false, "", 0
	at := lists.Position{File: t.file}
	for {
		ok, err := t.next()
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if blank(t.row) {
			continue
		}
		clear(cells)
		var rest []lists.Remark
		at := t.pos(0)
		at.Column = 1
		start, last = at.Line, t.row[len(t.row)-1]
		short = len(t.row) < len(t.header)
		if len(t.row) != len(t.header) {
			t.Add(lists.Problem{Pos: at, Value: strings.ToValidUTF8(t.row[0], "\ufffd"), Err: fmt.Errorf("%w: %d, not %d", ErrColumns, len(t.row), len(t.header))})
		}
		for i, v := range t.row {
			if !utf8.ValidString(v) {
				if !t.coded {
					t.coded = true
					t.Add(lists.Problem{Pos: t.pos(i), Value: windows1252(v), Err: ErrCodePage})
				}
				v = windows1252(v)
			}
			if strings.IndexByte(v, 0) >= 0 {
				v = strings.ReplaceAll(v, "\x00", "")
				t.Add(lists.Problem{Pos: t.pos(i), Value: v, Err: ErrNUL})
			}
			if v = strings.TrimSpace(v); v == "" {
				continue
			}
			switch {
			case i >= len(t.header):
				rest = append(rest, lists.Remark{Text: v})
			case t.fields[i] == "":
				rest = append(rest, lists.Remark{Key: t.header[i], Text: v})
			default:
				cells[t.fields[i]] = v
			}
		}
		do(at, cells, rest)
	}
	if short && strings.Contains(last, "\n") {
		at.Line, at.Column = start, 1
		return &FileError{at, fmt.Errorf("%w: a quote is never closed", ErrTruncated)}
	}
	if t.in.last != '\n' {
		at := lists.Position{File: t.file, Line: t.in.line + len(t.in.ends)}
		if short {
			return &FileError{at, fmt.Errorf("%w: in the middle of a row", ErrTruncated)}
		}
		t.Add(lists.Problem{Pos: at, Err: ErrNoLineEnd})
	}
	return nil
}

func blank(row []string) bool {
	for _, v := range row {
		if strings.TrimSpace(v) != "" {
			return false
		}
	}
	return true
}

// party returns the party of an ID, or begins it.
func (t *table) party(id string, at lists.Position) *party {
	if x := t.parties[id]; x != nil && id != "" {
		x.at = at
		return x
	}
	x := t.newParty(at)
	x.identity(id)
	return x
}

// high1252 are the characters of the bytes 0x80-0x9F in Windows-1252; the five
// bytes that the code page leaves free are control characters, as in Latin-1.
// Source: Unicode Consortium, mapping table CP1252.TXT.
var high1252 = [32]rune{
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
}

// windows1252 reads the bytes of s as Windows-1252.
func windows1252(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c >= 0x80 && c < 0xa0 {
			b.WriteRune(high1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}
