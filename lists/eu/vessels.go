package eu

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/xlsx"
)

// Names of the Sources of ParseVessels.
const (
	vesselsName = "EU Designated Vessels"
	journalName = "EU Official Journal"
	mapName     = "EU Sanctions Map"
)

// maxWhole bounds the bytes of the layouts that are read whole, the workbook and
// the JSON. The largest of either has about 5 MB.
const maxWhole = 32 << 20

// ParseVessels reads a list of the ships that EU regulations designate outside
// the financial sanctions file: Annex XLII to Regulation (EU) No 833/2014, and
// the annexes to Regulation (EU) 2017/1509 (North Korea) and 2016/44 (Libya). The
// legal text is in the Official Journal; files are made of it by several hands,
// and the layout is recognised by its beginning:
//
//   - the workbook of the EU Sanctions Map (.xlsx), and its sheet saved as CSV:
//     columns "Vessel name at designation time ...", "IMO number", "Date of
//     application", "Link to ...", and a number in a column without a header;
//   - the CSV of the Danish Maritime Authority: "Vessel name", "IMO number", "Date
//     of application", "Subject to";
//   - transcripts of annexes as CSV: celex, recordId, programKey, annex, measure
//     ..., or amendedCelex and amendmentCelex. They name persons and firms as well;
//   - the JSON of the Sanctions Map (api/v1/regime and api/v1/regime/ID), of which
//     all members are read.
//
// Columns are found by their names, whatever separates them. Anything else is
// ErrNotList.
//
// A ship has one entity in a file, with the ID "IMO " and its number, and a
// Measure for each annex that names it: a later row of the same annex moves
// Measure.Amended and is reported with ErrRelisted. A ship without a number has
// the annex and the number in it as ID.
//
// What Annex XLII forbids is the use of ports and services, and is no asset
// freeze: Measure.Kinds come from tables/annexes.txt.
//
// Rows of ships that are no longer designated are kept: the sheet of the
// Sanctions Map marks them by leaving the number away, and does not say since
// when. Their Measure has no Kinds, Ends.Text and Text say so, and Source.Note
// counts them.
func ParseVessels(name string, r io.Reader) (*lists.List, error) {
	s, err := open(name, r)
	if err != nil {
		return nil, err
	}
	p := &ships{parser: newParser(lists.Source{Publisher: publisher, Files: []string{name}}), entities: map[string]int{}, listings: map[string]int{}}
	head := bytes.TrimSpace(s.head)
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return p.workbook(s)
	case bytes.HasPrefix(head, []byte("{")), bytes.HasPrefix(head, []byte("[")):
		return p.sanctionsMap(s)
	}
	t, err := newTable(s)
	if err != nil {
		return nil, err
	}
	for {
		row, err := t.next()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = p.row(row, t.pos)
		}
		if err != nil {
			return nil, err
		}
	}
	sum, err := t.digest()
	if err != nil {
		return nil, err
	}
	return p.finish(sum)
}

// ships reads one file of ships.
type ships struct {
	*parser
	entities map[string]int // index of the entities by what they are merged by
	listings map[string]int // index of the measures by entity and annex
	columns  map[string]int // of a table, by what they hold
	headers  []string
	layout   func(*ships, cellsOf)
	links    map[int]string // of a workbook: addresses by row
	marks    bool           // the header says what a row without a number is
	ended    int
}

// cellsOf is a row of a table.
type cellsOf struct {
	cells []string
	pos   func(column int) lists.Position
	line  int
}

// finish returns the list.
func (p *ships) finish(sum lists.Digest) (*lists.List, error) {
	if p.ended > 0 {
		p.out.Source.Note = fmt.Sprintf("%d ships are no longer designated", p.ended)
	}
	return p.list(sum)
}

// workbook reads the first sheet of a workbook.
func (p *ships) workbook(s *sourceHead) (*lists.List, error) {
	raw, err := whole(s)
	if err != nil {
		return nil, err
	}
	w, err := xlsx.Open(s.file, bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fileError(err)
	}
	links, err := w.Links(0)
	if err != nil {
		return nil, fileError(err)
	}
	p.links = map[int]string{}
	for _, l := range links {
		n := 0
		first, _, _ := strings.Cut(l.Ref, ":")
		if _, err := fmt.Sscanf(strings.TrimLeft(first, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), "%d", &n); err == nil && p.links[n] == "" {
			p.links[n] = l.Target
		}
	}
	var cells []string
	err = w.Each(0, func(row xlsx.Row) error {
		cells = cells[:0]
		for _, c := range row.Cells {
			if c.Column > 100 {
				continue // no layout has so many
			}
			for len(cells) <= c.Column {
				cells = append(cells, "")
			}
			cells[c.Column] = c.Text
			if d, ok := c.Day(); ok && c.Kind == xlsx.Date {
				cells[c.Column] = d.String()
			}
		}
		return p.row(cells, func(column int) lists.Position { return w.Pos(0, row.Number, column) })
	})
	if err != nil {
		return nil, fileError(err)
	}
	p.out.Source.Published = w.Modified
	return p.finish(w.SHA256)
}

// whole reads the rest of a file that is read in one piece.
func whole(s *sourceHead) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(s.r, maxWhole+1))
	if err != nil {
		return nil, fmt.Errorf("eu: %s: %w", s.file, err)
	}
	if len(raw) > maxWhole {
		return nil, s.fault(fmt.Errorf("%w: more than %d bytes", ErrTooLong, maxWhole))
	}
	return raw, nil
}

// row takes a row of a table; the first one is the header.
func (p *ships) row(cells []string, pos func(int) lists.Position) error {
	if p.columns == nil {
		return p.header(cells, pos)
	}
	blank := true
	for _, c := range cells {
		blank = blank && clean(c) == ""
	}
	if blank {
		return nil
	}
	row := cellsOf{cells, pos, pos(0).Line}
	p.layout(p, row)
	return nil
}

// sheetColumns are the columns of the tables of ships, by the beginnings of
// their headers.
var sheetColumns = [...]string{"vessel name", "imo number", "date of application", "link", "subject to"}

// header recognises the layout.
func (p *ships) header(cells []string, pos func(int) lists.Position) error {
	p.columns = map[string]int{}
	for i, c := range cells {
		key := headerKey(c)
		p.headers = append(p.headers, clean(c))
		if key == "" {
			continue
		}
		for _, begin := range sheetColumns {
			if strings.HasPrefix(key, begin) {
				p.marks = p.marks || begin == "vessel name" && strings.Contains(key, "no longer designated")
				key = begin
				break
			}
		}
		if _, twice := p.columns[key]; !twice {
			p.columns[key] = i
		}
	}
	has := func(keys ...string) bool {
		for _, k := range keys {
			if _, ok := p.columns[k]; !ok {
				return false
			}
		}
		return true
	}
	known := sheetColumns[:]
	switch {
	case has("recordid", "annex", "name", "schema", "imonumber") && (has("celex") || has("amendedcelex")):
		p.out.Source.Name, p.out.Source.Publisher = journalName, "OpenSanctions, after the Official Journal of the European Union"
		p.layout, known = (*ships).journal, journalColumns
	case has("vessel name", "imo number", "date of application"):
		p.out.Source.Name, p.layout = vesselsName, (*ships).sheet
		if has("subject to") {
			p.out.Source.Publisher = "Danish Maritime Authority"
		}
	default:
		return refuse(pos(0), fmt.Errorf("%w: no header of a layout that is known", ErrNotList))
	}
	for i, h := range p.headers {
		if h != "" && !knownColumn(p, known, i) {
			p.all.Add(lists.Problem{Pos: pos(i), Field: feed.Clip(h), Err: ErrUnknownColumn})
		}
	}
	return nil
}

// knownColumn reports whether the column at an index is the one by which a known
// column is found.
func knownColumn(p *ships, known []string, index int) bool {
	for _, k := range known {
		if i, ok := p.columns[k]; ok && i == index {
			return true
		}
	}
	return false
}

// cell returns the cell of a column without white space around it.
func (p *ships) cell(row cellsOf, column string) (text string, at lists.Position) {
	i, ok := p.columns[column]
	if !ok || i >= len(row.cells) {
		return "", row.pos(0)
	}
	return clean(row.cells[i]), row.pos(i)
}
