package au

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
	"github.com/seed-539c57aa/pratique/lists/internal/xlsx"
)

// The Source of every list of this package, and the authority of its measures.
const (
	listName  = "DFAT Consolidated List"
	publisher = "Australian Department of Foreign Affairs and Trade"
	authority = "DFAT"
)

// maxColumns bounds the columns that are looked at; the header of 2024 runs to IU.
const maxColumns = 512

// ParseXLSX reads the workbook that DFAT publishes, of size bytes. name stands for
// the file in positions, which are those of cells ("list.xlsx!Sheet1:2:5" is row
// 2, column E), and in the Source.
//
// Source.Published is when the workbook was saved, or the latest Control Date
// where it does not say.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where. ParseXLSX keeps
// no state and may be called by any number of goroutines.
func ParseXLSX(name string, r io.ReaderAt, size int64) (*lists.List, error) {
	w, err := xlsx.Open(name, r, size)
	if err != nil {
		return nil, fileError(err)
	}
	p := newParser(name)
	p.saved, p.out.Source.SHA256 = w.Modified, w.SHA256
	for sheet := range w.Sheets {
		if err := p.sheet(w, sheet); err != nil {
			return nil, fileError(err)
		}
	}
	if p.columns == nil {
		return nil, refuse(lists.Position{File: name}, fmt.Errorf("%w: no sheet whose first row has the columns %q and %q", ErrNotList, headReference, headName))
	}
	return p.finish()
}

// errOther ends the reading of a sheet that has another header.
var errOther = errors.New("another sheet")

// sheet reads the first sheet that has the header; others with cells are reported.
func (p *parser) sheet(w *xlsx.Workbook, sheet int) error {
	read := p.columns == nil
	first := true
	err := w.Each(sheet, func(r xlsx.Row) error {
		at := w.Pos(sheet, r.Number, -1)
		cells := p.row.cells[:0]
		for _, c := range r.Cells {
			if c.Column >= maxColumns {
				p.Add(lists.Problem{Pos: w.Pos(sheet, r.Number, c.Column), Value: c.Text, Dropped: clean(c.Text) != "", Err: lines.ErrColumns})
				break
			}
			for len(cells) <= c.Column {
				cells = append(cells, cell{})
			}
			k := cell{text: clean(c.Text), pos: w.Pos(sheet, r.Number, c.Column)}
			if c.Kind == xlsx.Fault {
				p.Add(lists.Problem{Pos: k.pos, Value: k.text, Dropped: true, Err: ErrFault})
				k.text = ""
			}
			k.day, k.isDay = c.Day()
			cells[c.Column] = k
		}
		p.row = row{cells, at}
		if first {
			first = false
			if !read || !p.header() {
				p.Add(lists.Problem{Pos: lists.Position{File: at.File}, Dropped: true, Err: ErrUnknownSheet})
				return errOther
			}
			return nil
		}
		return p.take()
	})
	if err == errOther {
		return nil
	}
	return err
}

// ParseCSV reads the list as a table in CSV, with the header of the workbook and
// its numbers of days as numbers. name, r, errors and what goes where are as with
// ParseXLSX; Source.Published is the latest Control Date.
func ParseCSV(name string, r io.Reader) (*lists.List, error) {
	f, err := lines.Open(name, r, "CSV")
	if err != nil {
		return nil, fileError(err)
	}
	p := newParser(name)
	t := lines.NewTable(f, 0)
	for first := true; ; first = false {
		rec, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fileError(err)
		}
		p.row = row{p.row.cells[:0], rec.Pos}
		for i := range rec.Fields {
			c := cell{text: clean(rec.Fields[i].Text), pos: rec.At(i)}
			c.day, c.isDay = xlsx.SerialDay(c.text, false)
			p.row.cells = append(p.row.cells, c)
		}
		for _, d := range rec.Defects {
			p.Add(lists.Problem{Pos: d.Pos, Value: d.Value, Err: d.Err})
		}
		if first {
			if !p.header() {
				return nil, refuse(rec.Pos, fmt.Errorf("%w: no columns %q and %q in the first row", ErrNotList, headReference, headName))
			}
			continue
		}
		if err := p.take(); err != nil {
			return nil, err
		}
	}
	if p.out.Source.SHA256, err = f.Digest(); err != nil {
		return nil, err
	}
	return p.finish()
}

// parser reads one file.
type parser struct {
	feed.Problems
	out     *lists.List
	columns map[string]int // by name
	extra   []int          // columns of unknown names
	heads   []string
	row     row

	records map[string]int  // the latest entity of a number
	counts  map[string]int  // how many entities a number has
	ids     map[string]bool // of entities
	last    string          // number of the row before
	seen    map[value]bool
	strange map[int]bool // unknown columns that are reported
	rows    int
	bad     int
	firstNo lists.Position
	saved   time.Time
	control lists.Day
}

// value is a value of a column of an entity.
type value struct {
	entity int
	column string
	text   string
}

// row is one row of the table.
type row struct {
	cells []cell
	pos   lists.Position
}

// cell is one cell. day is set where its number, read as a spreadsheet's, is one.
type cell struct {
	text  string
	pos   lists.Position
	day   lists.Day
	isDay bool
}

func newParser(name string) *parser {
	return &parser{
		out:     &lists.List{Source: lists.Source{Name: listName, Publisher: publisher, Files: []string{name}}},
		records: map[string]int{}, counts: map[string]int{}, ids: map[string]bool{}, seen: map[value]bool{}, strange: map[int]bool{},
	}
}

// The names of columns, as key folds them. Source: DFAT, header of the workbook.
const (
	headReference = "Reference"
	headName      = "Name of Individual or Entity"
)

var known = [...]string{"reference", "name of individual or entity", "type", "name type", "alias strength", "date of birth",
	"place of birth", "citizenship", "address", "additional information", "listing information", "imo number", "committees",
	"control date", "instrument of designation", "travel ban", "arms embargo", "maritime restriction", "targeted financial sanction"}

// header reads the first row and reports whether it is that of the list.
func (p *parser) header() bool {
	columns := map[string]int{}
	var extra []int
	var heads []string
next:
	for i, c := range p.row.cells {
		heads = append(heads, c.text)
		name := strings.ToLower(c.text)
		for _, k := range known {
			if _, twice := columns[name]; k == name && !twice {
				columns[name] = i
				continue next
			}
		}
		extra = append(extra, i)
	}
	_, a := columns[strings.ToLower(headReference)]
	_, b := columns[strings.ToLower(headName)]
	if !a || !b {
		return false
	}
	p.columns, p.extra, p.heads = columns, extra, heads
	return true
}

// cell returns the cell of a column, empty where the row has none or prints "NA".
func (p *parser) cell(column string) cell {
	i, ok := p.columns[column]
	if !ok || i >= len(p.row.cells) {
		return cell{pos: p.row.pos}
	}
	c := p.row.cells[i]
	switch strings.ToLower(c.text) {
	case "na", "n/a", "-":
		c.text = ""
	}
	if c.pos.File == "" {
		c.pos = p.row.pos
	}
	return c
}

// fresh reports whether a value of a column is new to the entity.
func (p *parser) fresh(i int, column, text string) bool {
	v := value{i, column, text}
	if text == "" || p.seen[v] {
		return false
	}
	p.seen[v] = true
	return true
}

// finish completes the list.
func (p *parser) finish() (*lists.List, error) {
	name := p.out.Source.Files[0]
	if len(p.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	if p.bad > 3 && p.bad*100 > p.rows {
		return nil, refuse(p.firstNo, fmt.Errorf("%w: %d of %d, the first here", ErrBadRows, p.bad, p.rows))
	}
	p.out.Source.Entities = len(p.out.Entities)
	p.out.Source.Published = p.saved
	if d := p.control; p.saved.IsZero() && !d.IsZero() {
		p.out.Source.Published = time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
	}
	p.out.Problems = p.Sorted()
	return p.out, nil
}

// clean returns text without white space at its ends, with one blank for every run
// of it, and without soft hyphens and zero-width blanks, which the workbook has
// from the pages it was copied from.
func clean(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			gap = true
			continue
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
