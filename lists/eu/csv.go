package eu

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
)

// columnGroups are the groups of columns of the CSV file by the beginning of
// their names, and the elements of the XML that they are.
var columnGroups = [...]struct{ prefix, element string }{
	{"Entity_", "sanctionEntity"}, {"NameAlias_", "nameAlias"}, {"Address_", "address"}, {"BirthDate_", "birthdate"},
	{"Identification_", "identification"}, {"Citizenship_", "citizenship"},
}

// columnValues are the columns whose names in XML are not their own with a small
// letter at the front.
var columnValues = map[string]string{
	"Entity_EU_ReferenceNumber": "euReferenceNumber", "Entity_SubjectType": "code", "Entity_SubjectType_ClassificationCode": "classificationCode",
	"BirthDate_BirthDate": "birthdate", "BirthDate_Day": "dayOfMonth", "BirthDate_Month": "monthOfYear",
	"Identification_IssuedDate": "issueDate", "Identification_TypeCode": "identificationTypeCode",
	"Identification_TypeDescription": "identificationTypeDescription",
}

// column says what a column holds.
type column struct {
	group int    // in columnGroups, -1 none
	name  string // of the value in XML, or the header where it has none
	part  columnPart
}

type columnPart uint8

const (
	partValue columnPart = iota
	partRemark
	partContact
	partAct
	partSubject
	partDate
	partUnknown
)

// ParseCSV reads the consolidated list of financial sanctions in CSV, version
// 1.1 (csvFullSanctionsList_1_1): a file of 118 columns in which each name,
// address, birth, identification and citizenship has a row of its own. Columns
// are found by their names. The entities are those of ParseXML, but that the
// file does not say which names are strong, and has the day alone of its making,
// fileGenerationDate, as Source.Published.
//
// The older version 1.0 (columns Naal_..., Addr_...) is refused with ErrNotList.
func ParseCSV(name string, r io.Reader) (*lists.List, error) {
	s, err := open(name, r)
	if err != nil {
		return nil, err
	}
	t, err := newTable(s)
	if err != nil {
		return nil, err
	}
	c := &csvReader{parser: newParser(lists.Source{Name: fsfName, Publisher: publisher, Files: []string{name}}), t: t, entities: map[string]int{}}
	if err := c.read(); err != nil {
		return nil, err
	}
	sum, err := t.digest()
	if err != nil {
		return nil, err
	}
	return c.list(sum)
}

type csvReader struct {
	*parser
	t        *table
	columns  []column
	headers  []string
	key      int            // the column Entity_LogicalId
	rec      *record        // the entity whose rows are being read
	first    []string       // the cells of its first row
	id       string         // its logicalId
	entities map[string]int // index of the entities by logicalId
	dated    bool
}

func (c *csvReader) read() error {
	header, err := c.t.next()
	if err == io.EOF {
		return c.t.head.fault(ErrEmpty)
	}
	if err != nil {
		return err
	}
	if err := c.header(header); err != nil {
		return err
	}
	for {
		row, err := c.t.next()
		if err == io.EOF {
			c.flush()
			if !c.dated {
				c.all.Add(lists.Problem{Pos: lists.Position{File: c.t.file}, Field: "fileGenerationDate", Err: ErrNoDate})
			}
			return nil
		}
		if err != nil {
			return err
		}
		c.row(row)
	}
}

// header finds the columns.
func (c *csvReader) header(header []string) error {
	c.key = -1
	seen := map[string]bool{}
	for i, h := range header {
		h = clean(h)
		c.headers = append(c.headers, h)
		col := columnOf(h)
		if h != "" && seen[h] {
			col = column{group: -1, name: h, part: partUnknown}
		}
		seen[h] = true
		if col.part == partUnknown && h != "" {
			c.all.Add(lists.Problem{Pos: c.t.pos(i), Field: h, Err: ErrUnknownColumn})
		}
		if h == "Entity_LogicalId" && c.key < 0 {
			c.key = i
		}
		c.columns = append(c.columns, col)
	}
	if c.key < 0 || !seen["NameAlias_WholeName"] {
		return refuse(c.t.pos(0), fmt.Errorf("%w: no columns Entity_LogicalId and NameAlias_WholeName", ErrNotList))
	}
	return nil
}

// columnOf tells what a column holds by its name.
func columnOf(h string) column {
	if h == "fileGenerationDate" {
		return column{group: -1, part: partDate}
	}
	for g, group := range columnGroups {
		rest, ok := strings.CutPrefix(h, group.prefix)
		if !ok || rest == "" || rest == "Regulation_" {
			continue
		}
		col := column{group: g, name: lowerFirst(rest)}
		if n := columnValues[h]; n != "" {
			col.name = n
		}
		switch suffix, ok := strings.CutPrefix(rest, "Regulation_"); {
		case ok:
			if suffix == "Type" {
				suffix = "regulationType"
			}
			col.name, col.part = lowerFirst(suffix), partAct
			if (&act{}).field(col.name) == nil {
				col.part = partValue
			}
		case rest == "Remark":
			col.part = partRemark
		case rest == "ContactInfo":
			col.part = partContact
		case strings.HasPrefix(h, "Entity_SubjectType"):
			col.part = partSubject
		}
		return col
	}
	return column{group: -1, name: h, part: partUnknown}
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// row takes one row.
func (c *csvReader) row(row []string) {
	at := c.t.pos(0)
	id := ""
	if c.key < len(row) {
		id = clean(row[c.key])
	}
	same := c.rec != nil && id == c.id && id != ""
	if !same {
		c.flush()
		c.rec, c.id = &record{at: at}, id
		c.rec.entity = detail{name: "sanctionEntity", at: at}
		c.rec.subject = detail{name: "subjectType", at: at}
		c.first = append(c.first[:0], row...)
		for i := range c.first {
			c.first[i] = strings.Clone(c.first[i])
		}
	}
	if len(row) <= c.key || len(row) > len(c.columns) {
		c.problem(nil, at, "", id, fmt.Errorf("%w: %d, not %d", ErrColumns, len(row), len(c.columns)))
	}
	var open [len(columnGroups)]*detail
	for i, cell := range row {
		if i >= len(c.columns) {
			if cell = clean(cell); cell != "" {
				c.rec.entity.extra = append(c.rec.entity.extra, value{name: fmt.Sprintf("/column %d", i+1), text: cell})
			}
			continue
		}
		if cell == "" {
			continue
		}
		col := &c.columns[i]
		switch {
		case col.part == partDate:
			c.made(cell, c.t.pos(i))
		case col.group < 0:
			if text := clean(cell); text != "" && !(same && i < len(c.first) && c.first[i] == cell) {
				c.rec.entity.extra = append(c.rec.entity.extra, value{name: "/" + col.name, text: text})
				c.told["sanctionEntity/"+col.name] = true // the header has been reported
			}
		case col.group == 0 && !same:
			c.entity(col, cell)
		case col.group == 0:
			if i >= len(c.first) || c.first[i] != cell {
				c.rec.entity.extra = append(c.rec.entity.extra, value{name: "/" + c.headers[i], text: clean(cell)})
				c.problem(nil, c.t.pos(i), c.headers[i], clean(cell), ErrDisagree)
				c.told["sanctionEntity/"+c.headers[i]] = true
			}
		default:
			d := open[col.group]
			if d == nil {
				d = &detail{name: columnGroups[col.group].element, at: c.t.pos(i)}
				open[col.group] = d
			}
			d.cell(col, cell)
		}
	}
	for _, d := range open {
		if d != nil {
			c.rec.details = append(c.rec.details, *d)
		}
	}
}

// entity takes a cell of the columns that repeat in every row of an entity.
func (c *csvReader) entity(col *column, cell string) {
	if col.part == partSubject {
		c.rec.subject.set(col.name, clean(cell))
		return
	}
	c.rec.entity.cell(col, cell)
}

// cell takes a cell of a detail.
func (d *detail) cell(col *column, cell string) {
	switch col.part {
	case partRemark:
		d.remarks = append(d.remarks, bracketed(cell)...)
	case partContact:
		for _, text := range bracketed(cell) {
			key, v, ok := strings.Cut(text, "[")
			if ok {
				v = strings.TrimSuffix(v, "]")
			} else if key, v, ok = strings.Cut(text, ":"); !ok {
				key, v = "", text
			}
			d.contacts = append(d.contacts, [2]string{clean(key), clean(v)})
		}
	case partAct:
		*d.act.field(col.name) = clean(cell)
	default:
		d.set(col.name, clean(cell))
	}
}

// bracketed divides a cell of remarks, each of which is in brackets on lines of
// its own: "(a)\n(b)".
func bracketed(cell string) []string {
	cell = strings.TrimSpace(cell)
	if !strings.HasPrefix(cell, "(") || !strings.HasSuffix(cell, ")") {
		return []string{clean(cell)}
	}
	var out []string
	for _, text := range strings.Split(cell[1:max(1, len(cell)-1)], ")\n(") {
		if text = clean(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// made reads the day on which the file was made, dd/mm/yyyy.
func (c *csvReader) made(cell string, at lists.Position) {
	if c.dated {
		return
	}
	c.dated = true
	d, err := lists.ParseDate(cell)
	if err != nil || !d.Full() {
		c.problem(nil, at, "fileGenerationDate", cell, ErrNoDate)
		return
	}
	c.out.Source.Published = time.Date(int(d.From.Year), time.Month(d.From.Month), int(d.From.Day), 0, 0, 0, 0, time.UTC)
}

// flush makes an entity of the rows read so far. Rows that come back to an
// entity add to it.
func (c *csvReader) flush() {
	rec := c.rec
	if rec == nil {
		return
	}
	c.rec = nil
	if i, ok := c.entities[c.id]; ok && c.id != "" {
		e := &c.out.Entities[i]
		c.problem(e, rec.at, "Entity_LogicalId", c.id, ErrScattered)
		c.details(e, rec.details)
		c.rest(e, &detail{name: rec.entity.name, at: rec.at, extra: rec.entity.extra})
		return
	}
	if len(rec.entity.values)+len(rec.subject.values)+len(rec.details)+len(rec.entity.extra) == 0 {
		return // a row of separators
	}
	c.record(rec)
	c.entities[c.id] = len(c.out.Entities) - 1
}
