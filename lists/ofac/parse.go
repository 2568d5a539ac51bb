package ofac

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

//go:generate go run ./internal/tablegen/gen

// publisher is the Source's Publisher of every list of this package.
const publisher = "US Treasury, Office of Foreign Assets Control"

// ParseCSV reads the legacy CSV files of one list from the root of fsys: either
// sdn.csv, alt.csv, add.csv and sdn_comments.csv, or cons_prim.csv, cons_alt.csv,
// cons_add.csv and cons_comments.csv, in any letter case. Both sets at once are
// an error. The file of comments may be missing, with a Problem.
//
// The files bear no date: Source.Published is zero until the caller sets it.
//
// An error means that the files must not be used: it is a *FileError that names
// the place, or an error of fsys. Everything odd in files that can be used is a
// Problem of the list. The package comment tells what goes where. ParseCSV keeps
// no state and may be called by any number of goroutines.
func ParseCSV(fsys fs.FS) (*lists.List, error) {
	p, err := parseCSV(fsys)
	if err != nil {
		return nil, err
	}
	return p.out, nil
}

// parser reads one set of files.
type parser struct {
	set   *set
	files [4]file
	out   *lists.List
	problems

	ids       map[uint64]bool
	aliases   []aliasRow
	addresses []addressRow
	comments  map[uint64]*commentRow

	cur    builder // the entity being read
	store  stores
	codes  map[string]string // country codes by text
	labels map[string]string // composed labels, each kept once
	tags   map[string][]lists.Measure
	shared map[string][]lists.Measure
	kinds  map[[2]lists.MeasureKind][]lists.MeasureKind
	links  []linkRef

	counts [len(keys)]int // segments by key
	echoes int            // segments that repeat the Title column
}

// newParser makes a parser of the files of a set. Its slices have room for one row
// a line.
func newParser(s *set, files [4]file) *parser {
	lines := func(which int) int { return strings.Count(files[which].text, "\n") + 1 }
	return &parser{
		set: s, files: files,
		out:       &lists.List{Entities: make([]lists.Entity, 0, lines(mainFile))},
		ids:       make(map[uint64]bool, lines(mainFile)),
		aliases:   make([]aliasRow, 0, lines(altFile)),
		addresses: make([]addressRow, 0, lines(addFile)),
		comments:  make(map[uint64]*commentRow),
		codes:     make(map[string]string),
		labels:    make(map[string]string),
		tags:      make(map[string][]lists.Measure),
		shared:    make(map[string][]lists.Measure),
		kinds:     make(map[[2]lists.MeasureKind][]lists.MeasureKind),
	}
}

func parseCSV(fsys fs.FS) (*parser, error) {
	s, files, digest, err := readSet(fsys)
	if err != nil {
		return nil, err
	}
	p := newParser(s, files)
	if err := p.readComments(); err != nil {
		return nil, err
	}
	if err := p.rows(altFile, 5, p.aliasRow); err != nil {
		return nil, err
	}
	if err := p.rows(addFile, 6, p.addressRow); err != nil {
		return nil, err
	}
	p.sortRows()
	if err := p.rows(mainFile, 12, p.mainRow); err != nil {
		return nil, err
	}
	p.strays()
	p.endMarks()
	p.resolveLinks()
	p.shareRelations()

	src := &p.out.Source
	*src = lists.Source{Name: s.name, Publisher: publisher, SHA256: digest, Entities: len(p.out.Entities)}
	all := make([]string, 0, len(files))
	for i := range files {
		all = append(all, files[i].name)
		if !files[i].missing {
			src.Files = append(src.Files, files[i].name)
		}
	}
	p.out.Problems = p.problems.list(all)
	return p, nil
}

// rows reads one file and calls row with every record that has the right number
// of columns and an entity number. It refuses a file whose first record is not
// of the format, that ends within a record, or of whose records more than one in
// a hundred, and more than three, cannot be read.
func (p *parser) rows(which, columns int, row func(r *records, id uint64)) error {
	f := &p.files[which]
	r := newRecords(f.text)
	total, wrong, header := 0, 0, false
	for r.next() {
		if total == 0 && !header && strings.EqualFold(value(r.fields[0].text), "ent_num") {
			header = true // a copy that went through a spreadsheet or a database
			continue
		}
		total++
		if r.last() && p.truncated(f, r, columns) {
			return refuse(p.pos(which, r.line, len(r.raw)+1), fmt.Errorf("%w: column %d of %d", ErrTruncated, r.columns, columns))
		}
		id, err := strconv.ParseUint(value(r.fields[0].text), 10, 64)
		text := r.fields[0].text
		switch {
		case r.columns != columns:
			err, text = fmt.Errorf("%w: %d, not %d", ErrColumns, r.columns, columns), r.raw
		case err != nil:
			err, text = fmt.Errorf("ent_num: %w: %q", ErrID, clip(text)), r.raw
		}
		if err != nil {
			if total == 1 {
				return refuse(p.pos(which, r.line, 1), fmt.Errorf("%w: %w: %q", ErrNotCSV, err, clip(firstLine(r.raw))))
			}
			wrong++
			p.add(lists.Problem{Pos: p.pos(which, r.line, 1), Value: text, Dropped: true, Err: err})
			continue
		}
		for _, d := range r.defects {
			p.add(lists.Problem{Pos: p.pos(which, r.line, d.column), EntityID: strings.Clone(value(r.fields[0].text)), Value: d.value, Dropped: d.dropped, Err: d.err})
		}
		row(r, id)
	}
	pos := lists.Position{File: f.name}
	if total == 0 {
		return refuse(pos, ErrEmpty)
	}
	if wrong > 3 && wrong*100 > total {
		return refuse(pos, fmt.Errorf("%w: %d of %d records cannot be read, the first at line %d", ErrNotCSV, wrong, total, p.firstProblem(f.name)))
	}
	return nil
}

// truncated reports whether the last record of a file is cut: a quote that never
// closes, too few columns, or a null of which the end is missing.
func (p *parser) truncated(f *file, r *records, columns int) bool {
	if r.open || r.columns < columns {
		return true
	}
	if f.newline || f.endMark || r.columns > columns {
		return false
	}
	end := r.fields[len(r.fields)-1]
	return end.bare && (end.text == "" || end.text == "-" || end.text == "-0")
}

// firstProblem returns the line of the first dropped record of a file.
func (p *parser) firstProblem(name string) int {
	for _, q := range p.all {
		if q.Pos.File == name && q.Dropped {
			return q.Pos.Line
		}
	}
	return 0
}

// pos returns a place in a file.
func (p *parser) pos(which, line, column int) lists.Position {
	f := &p.files[which]
	if line == 1 && column > 0 {
		column += f.bom
	}
	return lists.Position{File: f.name, Line: line, Column: column}
}

// endMarks reports a main file, or one of aliases or addresses, without the end
// mark that another one has. A file that is cut between two lines shows it by
// nothing else.
func (p *parser) endMarks() {
	marked := p.files[mainFile].endMark || p.files[altFile].endMark || p.files[addFile].endMark
	for i := mainFile; i <= addFile; i++ {
		if marked && !p.files[i].endMark {
			p.add(lists.Problem{Pos: p.pos(i, strings.Count(p.files[i].text, "\n")+1, 0), Err: ErrNoEndMark})
		}
	}
}
