package uk

import (
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
// header, rows.
type table struct {
	*parser
	*feed.CSV
	header []string // as printed
	fields []string // the same as keys of columns; empty where unknown
	line   int      // of the header
	coded  bool     // a Problem says that the file is not UTF-8
}

func newTable(name string, r io.Reader) (*table, error) {
	in, err := feed.NewCSV(name, r, ErrNotCSV, ErrTooLong)
	if err != nil {
		return nil, fileError(err)
	}
	return &table{parser: newParser(name), CSV: in}, nil
}

// close makes the list once all rows are read.
func (t *table) close() (*lists.List, error) {
	sum, err := t.Digest()
	if err != nil {
		return nil, fileError(err)
	}
	return t.finish(sum)
}

// start reads the line with the day and the header. day takes the first line and
// reports whether it is one with a day. Without one, the first line is the header.
func (t *table) start(keys map[string]string, need []string, day func([]string) bool) error {
	var row []string
	for first := true; ; first = false {
		var err error
		if row, err = t.Next(); err != nil {
			return err
		}
		if row == nil {
			return refuse(lists.Position{File: t.file}, ErrEmpty)
		}
		if first && day(row) {
			continue
		}
		if first {
			t.Add(lists.Problem{Pos: t.Pos(0), Err: ErrNoDate})
		}
		break
	}
	seen := map[string]bool{}
	t.line = t.Pos(0).Line
	for i, h := range row {
		h = feed.Clip(strings.TrimSpace(strings.ToValidUTF8(h, "\ufffd")))
		key := keys[columnKey(h)]
		if key == "" || seen[key] {
			key = ""
			if h != "" {
				t.Add(lists.Problem{Pos: t.Pos(i), Field: h, Err: ErrUnknownColumn})
			}
		}
		seen[key] = true
		t.header, t.fields = append(t.header, h), append(t.fields, key)
	}
	for _, k := range need {
		if !seen[k] {
			return refuse(t.Pos(0), fmt.Errorf("%w: no column %q", ErrNotList, k))
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
	for {
		row, err := t.Next()
		if err != nil {
			return err
		}
		if row == nil {
			break
		}
		if blank(row) {
			continue
		}
		clear(cells)
		var rest []lists.Remark
		at := t.Pos(0)
		at.Column = 1
		t.Count(row, len(t.header))
		if len(row) != len(t.header) {
			t.Add(lists.Problem{Pos: at, Value: strings.ToValidUTF8(row[0], "\ufffd"), Err: fmt.Errorf("%w: %d, not %d", ErrColumns, len(row), len(t.header))})
		}
		for i, v := range row {
			if !utf8.ValidString(v) {
				if !t.coded {
					t.coded = true
					t.Add(lists.Problem{Pos: t.Pos(i), Value: feed.Windows1252(v), Err: ErrCodePage})
				}
				v = feed.Windows1252(v)
			}
			if strings.IndexByte(v, 0) >= 0 {
				v = strings.ReplaceAll(v, "\x00", "")
				t.Add(lists.Problem{Pos: t.Pos(i), Value: v, Err: ErrNUL})
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
	return t.End(&t.Problems)
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
