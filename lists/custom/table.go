package custom

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
)

// Mapping says how to read a table. The zero Mapping finds columns by their
// headers and calls the list "Own list".
type Mapping struct {
	Source    lists.Source     // Name, Publisher, Published and Note are used; the parser fills the rest
	Kind      lists.Kind       // of rows whose column of kinds is empty or missing
	Columns   map[string]Field // by header, in any case; they come before the words of fields.go
	Comma     byte             // between columns; 0 finds out whether it is a comma, a semicolon or a tab
	Separator string           // between the values of a cell; "" is ";" and "|"
}

// ParseCSV reads a firm's own list from a table with a header, one row a party.
// name stands for the file in positions and in the Source; r is read to its end.
//
// A row without an id has "line 12", its place; give ids where results are to be
// compared over time. A second row with an id becomes an entity of its own, with
// "#2" after the id and a Problem: no row of a list is lost. Each row has one
// Measure, made of authority, programme, basis, dates and reason; the authority
// is Source.Publisher where the row has none.
//
// An error means that the file must not be used: it is a *FileError that names the
// place, or the error of r. ErrMapping is wrapped where Columns names a header that
// the file has not, or an unknown Field, and where no column has a name or a
// number. Everything odd in a file that can be used is a Problem of the list.
func ParseCSV(name string, r io.Reader, m Mapping) (*lists.List, error) {
	f, err := lines.Open(name, r, "CSV")
	if err != nil {
		return nil, fileError(err)
	}
	t := &table{m: m, rows: lines.NewTable(f, m.Comma), ids: map[string]int{}, strange: map[int]bool{}, out: &lists.List{Source: m.Source}}
	if m.Separator == "" {
		t.m.Separator = ";|"
	}
	head, err := t.rows.Next()
	if err == io.EOF {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	if err != nil {
		return nil, fileError(err)
	}
	if err := t.header(head); err != nil {
		return nil, refuse(head.Pos, err)
	}
	for {
		row, err := t.rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fileError(err)
		}
		t.row(row)
	}
	if len(t.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	s := &t.out.Source
	if s.SHA256, err = f.Digest(); err != nil {
		return nil, err
	}
	if s.Name == "" {
		s.Name = "Own list"
	}
	s.Files, s.Entities = []string{name}, len(t.out.Entities)
	t.out.Problems = t.Sorted()
	return t.out, nil
}

// table reads one file.
type table struct {
	feed.Problems
	m       Mapping
	rows    *lines.Table
	out     *lists.List
	heads   []string
	fields  []Field // of the columns; empty where nothing is known
	ids     map[string]int
	strange map[int]bool
}

// known are the fields that can be asked for.
func known(f Field) bool {
	if f == Ignore {
		return true
	}
	for _, k := range headers {
		if k == f {
			return true
		}
	}
	return false
}

// header finds the fields of the columns.
func (t *table) header(row *lines.Row) error {
	asked := map[string]Field{}
	for _, h := range slices.Sorted(maps.Keys(t.m.Columns)) {
		f := t.m.Columns[h]
		if !known(f) {
			return fmt.Errorf("%w: no field is called %q", ErrMapping, f)
		}
		if other, ok := asked[fold(h)]; ok && other != f {
			return fmt.Errorf("%w: column %q is to be %q and %q", ErrMapping, h, other, f)
		}
		asked[fold(h)] = f
	}
	found := map[string]bool{}
	useful := false
	for i := range row.Fields {
		h := row.Text(i)
		key := fold(h)
		f, ok := asked[key]
		if !ok {
			f = headers[key]
		}
		found[key] = true
		t.heads, t.fields = append(t.heads, h), append(t.fields, f)
		useful = useful || slices.Contains([]Field{Name, IMO, IMOCompany, MMSI, LEI, Passport}, f)
	}
	for _, h := range slices.Sorted(maps.Keys(t.m.Columns)) {
		if !found[fold(h)] {
			return fmt.Errorf("%w: no column %q", ErrMapping, h)
		}
	}
	if !useful {
		return fmt.Errorf("%w: no column of names or numbers among %q", ErrMapping, feed.Clip(strings.Join(t.heads, ",")))
	}
	return nil
}

// values divides a cell.
func (t *table) values(cell string) []string {
	var out []string
	for v := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune(t.m.Separator, r) }) {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// row reads one party.
func (t *table) row(row *lines.Row) {
	empty := true
	for i := range row.Fields {
		empty = empty && row.Text(i) == ""
	}
	if empty {
		return
	}
	b := builder{t: t, row: row}
	b.e = lists.Entity{Pos: row.Pos, Kind: t.m.Kind}
	b.identity()
	for i := range row.Fields {
		text := row.Text(i)
		if text == "" {
			continue
		}
		if i >= len(t.fields) {
			b.unknown(i, fmt.Sprintf("column %d", i+1), text)
			continue
		}
		switch t.fields[i] {
		case Ignore, ID, Kind:
		case "":
			head := t.heads[i]
			if head == "" {
				head = fmt.Sprintf("column %d", i+1)
			}
			b.unknown(i, head, text)
		default:
			b.field(t.fields[i], i, text)
		}
	}
	for _, d := range row.Defects {
		t.Add(lists.Problem{Pos: d.Pos, EntityID: b.e.ID, Value: d.Value, Err: d.Err})
	}
	if len(b.e.Names) == 0 {
		b.problem(-1, Name, "", ErrNoName)
	}
	if b.measure.Authority == "" {
		b.measure.Authority = t.m.Source.Publisher
	}
	b.e.Measures = []lists.Measure{b.measure}
	t.out.Entities = append(t.out.Entities, b.e)
}
