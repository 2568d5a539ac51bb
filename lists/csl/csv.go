package csl

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// ParseCSV reads the table in CSV. name stands for the file in positions and in
// the Source; r is read to its end. The file bears no date: Source.Published is
// zero until the caller sets it.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where. ParseCSV keeps
// no state and may be called by any number of goroutines.
func ParseCSV(name string, r io.Reader) (*lists.List, error) {
	in, err := feed.NewCSV(name, r, ErrNotCSV, ErrTooLong)
	if err != nil {
		return nil, fileError(err)
	}
	if in.JSON() {
		return nil, refuse(lists.Position{File: name}, fmt.Errorf("%w: JSON", ErrNotCSV))
	}
	t := &table{parser: newParser(name), CSV: in}
	if err := t.read(); err != nil {
		return nil, fileError(err)
	}
	sum, err := in.Digest()
	if err != nil {
		return nil, fileError(err)
	}
	return t.finish(sum)
}

// table reads the rows of a CSV file.
type table struct {
	*parser
	*feed.CSV
	header []string
	column []column // of the header; numColumns where unknown
}

// read reads the whole file.
func (t *table) read() error {
	row, err := t.Next()
	if err != nil {
		return err
	}
	if row == nil {
		return refuse(lists.Position{File: t.file}, ErrEmpty)
	}
	var seen [numColumns]bool
	for i, h := range row {
		h = strings.TrimSpace(h)
		t.header = append(t.header, feed.Clip(h))
		c, ok := columnOf(strings.ToLower(h))
		if !ok || seen[c] {
			c = numColumns
			if len(t.columns) < 100 {
				t.columns[h] = true
				t.Add(lists.Problem{Pos: t.Pos(i), Field: feed.Clip(h), Err: ErrUnknownColumn})
			}
		} else {
			seen[c] = true
		}
		t.column = append(t.column, c)
	}
	if !seen[colSource] || !seen[colName] {
		return refuse(lists.Position{File: t.file, Line: 1, Column: 1}, fmt.Errorf("%w: no columns source and name", ErrNotList))
	}
	var missing []string
	for c, ok := range seen[:colCountry] {
		if !ok {
			missing = append(missing, columnNames[c])
		}
	}
	if missing != nil {
		t.Add(lists.Problem{Pos: lists.Position{File: t.file, Line: 1}, Value: strings.Join(missing, ", "), Err: ErrMissing})
	}
	for {
		row, err := t.Next()
		if err != nil {
			return err
		}
		if row == nil {
			break
		}
		if len(row) == 1 && strings.TrimSpace(row[0]) == "" {
			continue
		}
		t.Count(row, len(t.header))
		t.row(row)
	}
	return t.End(&t.Problems)
}

// row makes an entity of a row.
func (t *table) row(row []string) {
	r := &record{at: t.Pos(0)}
	r.at.Column = 1
	if len(row) != len(t.header) {
		id := ""
		if len(row) > 0 {
			id = feed.Clip(row[0])
		}
		t.Add(lists.Problem{Pos: r.at, Field: "", Value: id, Err: fmt.Errorf("%w: %d, not %d", ErrColumns, len(row), len(t.header))})
	}
	for i, text := range row {
		if !utf8.ValidString(text) {
			text = strings.ToValidUTF8(text, "\ufffd")
			t.Add(lists.Problem{Pos: t.Pos(i), Field: t.name(i), Value: text, Err: ErrEncoding})
		}
		if strings.IndexByte(text, 0) >= 0 {
			text = strings.ReplaceAll(text, "\x00", "")
			t.Add(lists.Problem{Pos: t.Pos(i), Field: t.name(i), Value: text, Err: ErrNUL})
		}
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if i >= len(t.column) || t.column[i] == numColumns {
			r.rest = append(r.rest, lists.Remark{Key: t.name(i), Text: text})
			continue
		}
		c := t.column[i]
		r.pos[c] = t.Pos(i)
		switch c {
		case colPrograms, colAlt, colCitizenships, colBirth, colNationalities, colBirthPlaces:
			for v := range strings.SplitSeq(text, "; ") {
				if v = strings.TrimSpace(v); v != "" {
					r.list[c] = append(r.list[c], v)
				}
			}
		case colAddresses:
			for v := range strings.SplitSeq(text, "; ") {
				if v = strings.TrimSpace(v); v != "" {
					r.addresses = append(r.addresses, address(v))
				}
			}
		case colIDs:
			r.ids = splitEntries(text)
		default:
			r.text[c] = text
		}
	}
	t.entity(r)
}

func (t *table) name(i int) string {
	if i < len(t.header) {
		return t.header[i]
	}
	return ""
}

// address reads an address of which missing parts leave no trace: all that is
// certain is the code of the country at its end.
func address(s string) lists.Address {
	a := lists.Address{Text: s}
	last := s
	if i := strings.LastIndex(s, ", "); i >= 0 {
		last = s[i+2:]
	}
	if len(last) == 2 && isUpper(last[0]) && isUpper(last[1]) {
		if code, ok := lists.CountryCode(last); ok {
			a.Country, a.Code = last, code
		}
	}
	return a
}
