package opensanctions

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
)

// table reads a CSV file with a header.
type table struct {
	*parser
	rows    *lines.Table
	columns []string
	row     *lines.Row
	used    []bool
}

// openTable reads the header, which must have the columns.
func openTable(name string, r io.Reader, columns ...string) (*table, error) {
	p, err := newParser(name, r, "CSV")
	if err != nil {
		return nil, err
	}
	t := &table{parser: p, rows: lines.NewTable(p.file, ',')}
	head, err := t.rows.Next()
	if err == io.EOF {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	if err != nil {
		return nil, fileError(err)
	}
	for i := range head.Fields {
		t.columns = append(t.columns, strings.ToLower(head.Text(i)))
	}
	for _, c := range columns {
		if !slices.Contains(t.columns, c) {
			return nil, refuse(head.Pos, fmt.Errorf("%w: no column %q among %q", ErrNotList, c, feed.Clip(strings.Join(t.columns, ","))))
		}
	}
	return t, nil
}

// eachRow calls do with the id of every row that has one, and returns the list. What
// stands in the column shown tells of a row that has none.
func (t *table) eachRow(shown int, do func(id string, pos lists.Position)) (*lists.List, error) {
	for {
		row, err := t.rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fileError(err)
		}
		t.row, t.used = row, make([]bool, len(row.Fields))
		t.lines++
		if id, pos := t.take("id"); id != "" {
			do(id, pos)
		} else if err := t.reject(row.Pos, []byte(row.Text(shown)), ErrNoID); err != nil {
			return nil, err
		}
	}
	if err := t.tooBad(); err != nil {
		return nil, err
	}
	return t.finish()
}

// take returns a column and its place. Columns that are not taken are remarks.
func (t *table) take(column string) (string, lists.Position) {
	i := slices.Index(t.columns, column)
	if i >= 0 && i < len(t.used) {
		t.used[i] = true
	}
	return t.row.Text(i), t.row.At(i)
}

// rest keeps what is not taken, and reports what is odd in the row.
func (t *table) rest(e *lists.Entity) {
	for i := range t.row.Fields {
		text := t.row.Text(i)
		if t.used[i] || text == "" {
			continue
		}
		column := fmt.Sprintf("column %d", i+1)
		if i < len(t.columns) {
			column = t.columns[i]
		}
		t.remark(e, column, text)
		t.unknown(e, t.row.At(i), column, text)
	}
	t.defects(e)
}

func (t *table) defects(e *lists.Entity) {
	for _, d := range t.row.Defects {
		t.problem(e, d.Pos, "", d.Value, d.Err)
	}
}

// ParseTargets reads targets.simple.csv: one row a target, several values in a cell
// divided by semicolons. name stands for the file in positions and in the Source;
// r is read to its end. The file has no types for identifiers: the shape and the
// kind of the row tell an IMO number, an MMSI, a call sign, an LEI, a SWIFT code;
// everything else is OtherID. Aliases, former and weak names are all Alias. Source
// and errors are those of ParseFTM.
func ParseTargets(name string, r io.Reader) (*lists.List, error) {
	t, err := openTable(name, r, "id", "schema", "name", "aliases", "identifiers")
	if err != nil {
		return nil, err
	}
	return t.eachRow(2, func(id string, pos lists.Position) {
		if i, ok := t.ids[id]; ok {
			t.Add(lists.Problem{Pos: pos, EntityID: id, Value: t.row.Text(2), Dropped: true, Err: fmt.Errorf("%w, at %s", ErrDuplicate, t.out.Entities[i].Pos)})
			return
		}
		e, _ := t.entity(id, t.row.Pos)
		t.target(e)
	})
}

// target reads one row of targets.simple.csv.
func (t *table) target(e *lists.Entity) {
	schema, pos := t.take("schema")
	kind, ok := schemaKinds[schema]
	if e.Kind = kind; !ok {
		t.problem(e, pos, "schema", schema, ErrUnknownSchema)
	}
	name, _ := t.take("name")
	t.name(e, name, lists.Primary, "")
	each := func(column string, do func(value string, pos lists.Position)) {
		cell, pos := t.take(column)
		for _, v := range items(cell) {
			if v != "" {
				do(v, pos)
			}
		}
	}
	each("aliases", func(v string, _ lists.Position) { t.name(e, v, lists.Alias, "") })
	each("birth_date", func(v string, pos lists.Position) { t.date(e, pos, lists.Birth, v, "birth_date") })
	each("countries", func(v string, pos lists.Position) {
		e.Countries = append(e.Countries, t.country(e, pos, v, lists.OtherCountry, "countries"))
	})
	each("addresses", func(v string, _ lists.Position) { e.Addresses = append(e.Addresses, lists.Address{Text: v}) })
	each("identifiers", func(v string, pos lists.Position) {
		t.identifier(e, pos, lists.Identifier{Type: shapeType(v, e.Kind), Value: v}, "identifiers")
	})
	each("phones", func(v string, _ lists.Position) {
		e.Contacts = append(e.Contacts, lists.Contact{Type: lists.Telephone, Value: v})
	})
	each("emails", func(v string, _ lists.Position) {
		e.Contacts = append(e.Contacts, lists.Contact{Type: lists.Email, Value: v})
	})
	var sanctions, programmes []string
	each("sanctions", func(v string, _ lists.Position) { sanctions = append(sanctions, v) })
	each("program_ids", func(v string, _ lists.Position) { programmes = append(programmes, t.word(v)) })
	e.Measures = measures(sanctions, programmes)
	each("dataset", func(v string, _ lists.Position) { t.remark(e, "dataset", v) })
	t.remark(e, "schema", schema)
	for _, column := range [...]string{"first_seen", "last_seen", "last_change"} {
		v, _ := t.take(column)
		t.remark(e, column, v)
		if column == "last_seen" {
			t.published(v)
		}
	}
	t.rest(e)
}

// items divides a cell of several values: a line of CSV with semicolons. Quotes
// that do not fit are part of the text.
func items(cell string) []string {
	if !strings.ContainsAny(cell, `;"`) {
		return []string{cell}
	}
	var out []string
	for rest := cell; ; {
		var b strings.Builder
		if strings.HasPrefix(rest, `"`) {
			s := rest[1:]
			closed := false
			for {
				i := strings.IndexByte(s, '"')
				if i < 0 {
					break
				}
				b.WriteString(s[:i])
				s = s[i+1:]
				if strings.HasPrefix(s, `"`) {
					b.WriteByte('"')
					s = s[1:]
					continue
				}
				closed = s == "" || s[0] == ';'
				break
			}
			if closed {
				out = append(out, b.String())
				if s == "" {
					return out
				}
				rest = s[1:]
				continue
			}
		}
		item, more, ok := strings.Cut(rest, ";")
		out = append(out, item)
		if !ok {
			return out
		}
		rest = more
	}
}

// measures pairs the texts of sanctions with the tags of programmes: the file does
// not say which belongs to which. With one tag, all texts are of it; with several,
// tags and texts are measures of their own.
func measures(sanctions, programmes []string) []lists.Measure {
	var out []lists.Measure
	if len(programmes) != 1 || len(sanctions) == 0 {
		for _, tag := range programmes {
			out = append(out, lists.Measure{Programme: tag})
		}
	}
	for _, text := range sanctions {
		m := lists.Measure{Text: text}
		if len(programmes) == 1 {
			m.Programme = programmes[0]
		}
		parts := strings.Split(text, " - ")
		var dates []lists.Date
		for i := len(parts) - 1; i > 0 && len(dates) < 2; i-- {
			d, err := lists.ParseDate(parts[i])
			if err != nil || len(parts[i]) != 10 || parts[i][4] != '-' {
				break
			}
			dates = append(dates, d)
		}
		switch len(dates) {
		case 1:
			m.Listed = dates[0]
		case 2:
			m.Listed, m.Ends = dates[1], dates[0]
		}
		m.Kinds = provisionKinds(strings.Join(parts[min(1, len(parts)-1):], " - "), nil)
		if len(parts) == 1 || len(dates) == 0 {
			m.Kinds = nil // prose about the party, not the words of a measure
		}
		out = append(out, m)
	}
	return out
}

// shapeType tells the type of an identifier by its shape and the kind of its
// bearer.
func shapeType(v string, kind lists.Kind) lists.IDType {
	is := func(t lists.IDType) bool {
		_, err := (lists.Identifier{Type: t, Value: v}).Canonical()
		return err == nil
	}
	if strings.HasPrefix(v, "IMO") && isDigits(strings.TrimSpace(v[3:])) {
		if kind == lists.Vessel {
			return lists.IMOShip
		}
		return lists.IMOCompany
	}
	switch kind {
	case lists.Vessel:
		if len(v) == 9 && isDigits(v) && is(lists.MMSI) {
			return lists.MMSI
		}
		if len(v) >= 3 && len(v) <= 8 && is(lists.CallSign) && strings.ToUpper(v) == v {
			if _, ok := lists.CallSignCountry(v); ok {
				return lists.CallSign
			}
		}
	case lists.Person:
		return lists.OtherID
	}
	switch {
	case len(v) == 20 && is(lists.LEI):
		return lists.LEI
	case kind != lists.Vessel && (len(v) == 8 || len(v) == 11) && letters(v[:6]) && is(lists.SWIFT):
		if _, ok := lists.CountryCode(v[4:6]); ok {
			return lists.SWIFT
		}
	}
	return lists.OtherID
}

func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
