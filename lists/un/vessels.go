package un

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// maxVessels bounds the bytes of a table of ships, which has 59.
const maxVessels = 16 << 20

// ParseVessels reads the table of ships designated under resolution 1718 (2006)
// in CSV. The Committee publishes the list as a PDF document; the table is the
// one that OpenSanctions keeps of it, and the layout is known from a program
// that reads it rather than from a whole file: columns are found by their names,
// and what is not known is kept with a Problem.
//
//	vessel_name                Names: the first is Primary, others and those in brackets are Alias
//	imo_number, mmsi, call_sign Identifiers
//	flag, type                 Flags, Vessel.Type
//	designated_owner           Vessel.Owner and a Relation OwnedBy
//	date_of_designation        Measure.Listed; two digits of a year are of this century
//	other_information          a Remark; "Formerly known as X" is a Name of type Former as well
//	a paragraph of a resolution a Measure, where the row has a mark that is not NA or No
//	#, image_url, the rest     Remarks
//
// A cell "1: A 2: B" holds two values. An entity's ID is "IMO " and its number,
// or "No. " and the number of its row where it has none. name stands for the
// file in positions and in the Source, which has no date: the caller sets it.
//
// An error means that the file must not be used: it is a *FileError, or the
// error of r.
func ParseVessels(name string, r io.Reader) (*lists.List, error) {
	p := &table{file: name, ids: map[string]int{}, out: &lists.List{}}
	raw, err := io.ReadAll(io.LimitReader(r, maxVessels+1))
	if err != nil {
		return nil, fmt.Errorf("un: %s: %w", name, err)
	}
	whole := lists.Position{File: name}
	switch {
	case len(raw) > maxVessels:
		return nil, refuse(whole, fmt.Errorf("%w: a table of more than %d bytes", ErrTooLong, maxVessels))
	case !utf8.Valid(raw):
		return nil, refuse(whole, ErrEncoding)
	case bytes.HasPrefix(bytes.TrimSpace(raw), []byte("<")):
		return nil, refuse(whole, fmt.Errorf("%w: XML or HTML, not CSV", ErrNotList))
	}
	p.csv = csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	p.csv.FieldsPerRecord = -1
	if err := p.read(); err != nil {
		return nil, err
	}
	if len(p.out.Entities) == 0 {
		return nil, refuse(whole, ErrEmpty)
	}
	p.out.Source = lists.Source{Name: "UN 1718 Vessels", Publisher: publisher, SHA256: sha256.Sum256(raw),
		Entities: len(p.out.Entities), Files: []string{name}}
	p.out.Problems = p.Sorted()
	return p.out, nil
}

// table reads one table of ships.
type table struct {
	feed.Problems
	file    string
	csv     *csv.Reader
	columns []string // what the header says, without blanks around it
	ids     map[string]int
	out     *lists.List
}

// columnNames are the columns that have a meaning of their own.
var columnNames = [...]string{"#", "vessel_name", "imo_number", "mmsi", "flag", "call_sign", "type", "date_of_designation",
	"designated_owner", "other_information", "image_url"}

// paragraphs tell what a column named after a paragraph forbids, by words in its
// name. Source: the paragraphs themselves.
var paragraphs = [...]struct {
	words [2]string
	kind  lists.MeasureKind
}{
	{[2]string{"8 (d)", "1718"}, lists.AssetFreeze},
	{[2]string{"12 (a)", "2321"}, lists.DeFlagging},
	{[2]string{"12 (d)", "2321"}, lists.PortBan},
	{[2]string{"aragraph 6", "2371"}, lists.PortBan},
	{[2]string{"conomic resources", "Ocean Maritime"}, lists.AssetFreeze},
}

func (p *table) pos(line, column int) lists.Position {
	return lists.Position{File: p.file, Line: line, Column: column}
}

// read reads the header and the rows.
func (p *table) read() error {
	header, err := p.csv.Read()
	if err == io.EOF {
		return refuse(p.pos(0, 0), ErrEmpty)
	}
	if err != nil {
		return p.failed(err)
	}
	known := map[string]bool{}
	for i, c := range header {
		c = feed.Clean([]byte(c))
		p.columns = append(p.columns, c)
		name := strings.ToLower(c)
		for _, n := range columnNames {
			if n == name {
				p.columns[i], known[n] = n, true
			}
		}
		if !known[name] && paragraphKind(c) == "" && !strings.Contains(name, "resolution") {
			line, column := p.csv.FieldPos(i)
			p.Add(lists.Problem{Pos: p.pos(line, column), Field: feed.Clip(c), Err: ErrUnknownColumn})
		}
	}
	if !known["vessel_name"] || !known["imo_number"] {
		return refuse(p.pos(1, 1), fmt.Errorf("%w: no columns vessel_name and imo_number", ErrNotList))
	}
	for {
		row, err := p.csv.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return p.failed(err)
		}
		p.ship(row)
	}
}

// failed turns an error of the CSV reader into one with a place.
func (p *table) failed(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("un: %s: %w", p.file, err)
	}
	if errors.Is(err, csv.ErrQuote) && parse.Line != parse.StartLine {
		return refuse(p.pos(parse.StartLine, 1), fmt.Errorf("%w: a quote is never closed", ErrTruncated))
	}
	return refuse(p.pos(parse.Line, parse.Column), fmt.Errorf("%w: %w", ErrNotList, parse.Err))
}

// ship makes an entity of one row.
func (p *table) ship(row []string) {
	line, _ := p.csv.FieldPos(0)
	cells := map[string]string{}
	for i, v := range row {
		if i < len(p.columns) {
			cells[p.columns[i]] = feed.Clean([]byte(v))
		}
	}
	p.out.Entities = append(p.out.Entities, lists.Entity{Kind: lists.Vessel, Vessel: &lists.VesselDetails{}, Pos: p.pos(line, 1)})
	e := &p.out.Entities[len(p.out.Entities)-1]
	p.number(e, cells)
	if len(row) != len(p.columns) {
		p.Add(lists.Problem{Pos: p.pos(line, 1), EntityID: e.ID, Err: fmt.Errorf("%w: %d, not %d", ErrColumns, len(row), len(p.columns))})
		for _, v := range row[min(len(row), len(p.columns)):] {
			remark(e, "", feed.Clean([]byte(v)))
		}
	}
	shipNames(e, cells["vessel_name"], cells["other_information"])
	if len(e.Names) == 0 {
		p.Add(lists.Problem{Pos: p.pos(line, 1), EntityID: e.ID, Field: "vessel_name", Err: ErrNoName})
	}
	for _, id := range [...]struct {
		column string
		is     lists.IDType
	}{{"imo_number", lists.IMOShip}, {"mmsi", lists.MMSI}, {"call_sign", lists.CallSign}} {
		for _, v := range several1718(cells[id.column]) {
			x := lists.Identifier{Type: id.is, Value: v}
			if _, err := x.Canonical(); err != nil {
				p.Add(lists.Problem{Pos: p.pos(line, 1), EntityID: e.ID, Field: id.column, Value: v, Err: err})
			}
			e.Identifiers = append(e.Identifiers, x)
		}
	}
	for _, v := range several1718(cells["flag"]) {
		e.Flags = append(e.Flags, lists.Country{Text: v, Code: code(v), Role: lists.Flag})
	}
	for i, v := range several1718(cells["type"]) {
		if i == 0 {
			e.Vessel.Type = v
		} else {
			e.Vessel.OtherTypes = append(e.Vessel.OtherTypes, v)
		}
	}
	if owner := cells["designated_owner"]; !nothing(owner) && owner != "" {
		e.Vessel.Owner = owner
		e.Relations = append(e.Relations, lists.Relation{Role: lists.OwnedBy, Text: owner, Label: "designated_owner"})
	}
	p.measures(e, cells, line)
	remark(e, "other_information", cells["other_information"])
	for i, c := range p.columns {
		switch {
		case i >= len(row) || cells[c] == "":
		case c == "#" || c == "image_url":
			remark(e, c, c+": "+cells[c])
		case unknownColumn(c):
			remark(e, "", c+": "+cells[c])
		}
	}
}

// number gives a ship its ID.
func (p *table) number(e *lists.Entity, cells map[string]string) {
	e.ID = "No. " + cells["#"]
	if imo := several1718(cells["imo_number"]); len(imo) > 0 {
		e.ID = "IMO " + imo[0]
		if id, err := (lists.Identifier{Type: lists.IMOShip, Value: imo[0]}).Canonical(); err == nil {
			e.ID = "IMO " + id.Value
		}
	} else if cells["#"] == "" {
		e.ID = fmt.Sprintf("line %d", e.Pos.Line)
	}
	if p.ids[e.ID]++; p.ids[e.ID] > 1 {
		p.Add(lists.Problem{Pos: e.Pos, EntityID: e.ID, Err: ErrDuplicate})
		for id := e.ID; p.ids[e.ID] > 0; p.ids[id]++ {
			e.ID = fmt.Sprintf("%s (%d)", id, p.ids[id])
		}
		p.ids[e.ID]++
	}
}

// measures reads the date and the marks of a row.
func (p *table) measures(e *lists.Entity, cells map[string]string, line int) {
	m := lists.Measure{Authority: authority, Programme: "DPRK"}
	if text := cells["date_of_designation"]; text != "" && !nothing(text) {
		d, err := lists.ParseDate(fullYear(text))
		d.Text = text
		if err != nil {
			p.Add(lists.Problem{Pos: p.pos(line, 1), EntityID: e.ID, Field: "date_of_designation", Value: text, Err: err})
		}
		m.Listed = d
	}
	for _, c := range p.columns {
		mark := cells[c]
		if unknownColumn(c) || known1718(c) || mark == "" || nothing(mark) || strings.EqualFold(mark, "no") {
			continue
		}
		one := m
		one.Basis = c
		if k := paragraphKind(c); k != "" {
			one.Kinds = []lists.MeasureKind{k}
		}
		if !strings.EqualFold(mark, "yes") && !strings.EqualFold(mark, "x") {
			one.Text = mark
		}
		e.Measures = append(e.Measures, one)
	}
	if len(e.Measures) == 0 {
		e.Measures = append(e.Measures, m)
	}
}

func known1718(column string) bool {
	for _, n := range columnNames {
		if n == column {
			return true
		}
	}
	return false
}

// unknownColumn reports whether a column has no meaning here: it is neither a
// known one nor named after a resolution.
func unknownColumn(c string) bool {
	return !known1718(c) && paragraphKind(c) == "" && !strings.Contains(strings.ToLower(c), "resolution")
}

func paragraphKind(column string) lists.MeasureKind {
	for _, x := range paragraphs {
		if strings.Contains(column, x.words[0]) && strings.Contains(column, x.words[1]) {
			return x.kind
		}
	}
	return ""
}

// shipNames reads the names of a ship, and the former name in the remarks.
func shipNames(e *lists.Entity, text, other string) {
	for _, part := range several1718(text) {
		for part != "" {
			head, inside, _ := strings.Cut(part, "(")
			inside, part, _ = strings.Cut(inside, ")")
			part = strings.TrimSpace(part)
			for _, n := range [...]string{strings.TrimSpace(head), strings.TrimSpace(inside)} {
				if n == "" {
					continue
				}
				t := lists.Alias
				if len(e.Names) == 0 {
					t = lists.Primary
				}
				e.Names = append(e.Names, lists.Name{Text: n, Type: t})
			}
		}
	}
	low := strings.ToLower(other)
	for _, mark := range [...]string{"formerly known as ", "formerly named ", "f.k.a. "} {
		if i := strings.Index(low, mark); i >= 0 && len(low) == len(other) {
			n, _, _ := strings.Cut(other[i+len(mark):], ".")
			n, _, _ = strings.Cut(n, ",")
			n, _, _ = strings.Cut(n, ";")
			if n = strings.Trim(strings.TrimSpace(n), "\"“”"); n != "" && len(n) <= 60 {
				e.Names = append(e.Names, lists.Name{Text: n, Type: lists.Former})
			}
			return
		}
	}
}

// several1718 divides a cell "1: A 2: B" into A and B. A cell without such marks
// is one value, and an empty one, or one that says so, is none.
func several1718(cell string) []string {
	if cell == "" || nothing(cell) {
		return nil
	}
	if !strings.HasPrefix(cell, "1:") {
		return []string{cell}
	}
	var out []string
	rest := cell
	for n := 1; rest != ""; n++ {
		rest = strings.TrimSpace(strings.TrimPrefix(rest, fmt.Sprintf("%d:", n)))
		v := rest
		if i := strings.Index(rest, fmt.Sprintf(" %d:", n+1)); i >= 0 {
			v, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		if v = strings.TrimSpace(v); v != "" && !nothing(v) {
			out = append(out, v)
		}
	}
	return out
}

// fullYear reads the year of "2-Mar-16" as 2016: the first designation is of
// 2006.
func fullYear(s string) string {
	i := strings.LastIndexAny(s, "-/ ")
	if i < 0 || len(s)-i-1 != 2 || !digit(s[i+1:]) || strings.Count(s, s[i:i+1]) != 2 || strings.Index(s, s[i:i+1]) > 2 {
		return s
	}
	return s[:i+1] + "20" + s[i+1:]
}
