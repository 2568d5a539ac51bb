package xlsx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
)

// Bounds. The largest workbook that a publisher of sanctions prints has 1 MB,
// 22 parts, and 5 MB in its largest part.
const (
	maxFile    = 32 << 20  // bytes of the archive
	maxParts   = 1000      // parts in the archive
	maxSheets  = 250       // sheets that are read
	maxPart    = 128 << 20 // bytes of one part, unpacked
	maxShared  = 64 << 20  // bytes of all shared strings
	maxStrings = 1 << 20   // number of shared strings, and of relations
	maxText    = 1 << 20   // bytes of one text or tag; the format allows a cell 32,767 characters (18.3.1.4)
	maxDepth   = 64        // nesting of elements
	maxRow     = 1 << 20   // rows of a sheet (18.3.1.73: 1,048,576)
	maxColumn  = 1 << 14   // columns of a sheet (16,384)
)

// The reasons of an *Error.
var (
	ErrNotXLSX   = errors.New("not an Excel workbook (.xlsx)")
	ErrTruncated = errors.New("workbook is cut short or damaged")
	ErrTooLarge  = errors.New("too large")
	ErrSyntax    = errors.New("XML is not well formed")
	ErrDoctype   = errors.New("document type declaration, which a workbook has not")
	ErrFormat    = errors.New("not of the format of a workbook")
)

// Error is the error for a workbook that must not be used. Pos.File is the name
// given to Open, followed by "!" and the part of the archive where there is one;
// line and column then count in that part.
type Error struct {
	Pos lists.Position
	Err error
}

// Error returns the place and the reason.
func (e *Error) Error() string { return e.Pos.String() + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// Workbook is an open workbook. It reads from the io.ReaderAt given to Open for
// as long as Each and Links are called, and may be used by several goroutines if
// that one may.
type Workbook struct {
	Name     string       // as given to Open
	Sheets   []string     // names of the sheets, in the order of their tabs
	Modified time.Time    // when it was last saved, as docProps/core.xml says; zero where it does not
	SHA256   lists.Digest // over the whole file

	parts    map[string]*zip.File
	paths    []string // of the sheets' parts
	shared   []string
	dates    []bool // by index of cell format: whether it shows a date
	date1904 bool
}

// Open reads the directory, the shared strings and the number formats of a
// workbook of size bytes. name stands for the file in positions and errors. An
// error is an *Error, or the error of r.
func Open(name string, r io.ReaderAt, size int64) (*Workbook, error) {
	w := &Workbook{Name: name, parts: map[string]*zip.File{}}
	fail := func(err error) (*Workbook, error) { return nil, &Error{lists.Position{File: name}, err} }
	if size > maxFile {
		return fail(fmt.Errorf("%w: %d bytes, and %d is the most", ErrTooLarge, size, maxFile))
	}
	entries, err := w.sum(io.NewSectionReader(r, 0, size))
	switch {
	case errors.Is(err, ErrNotXLSX):
		return fail(err)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case entries > maxParts:
		return fail(fmt.Errorf("%w: %d parts, and %d is the most", ErrTooLarge, entries, maxParts))
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return fail(fmt.Errorf("%w: %s", ErrTruncated, strings.TrimPrefix(err.Error(), "zip: ")))
	}
	for _, f := range z.File {
		key := strings.ToLower(strings.TrimPrefix(f.Name, "/")) // names of parts have no case: ISO/IEC 29500-2, 6.2.2.3
		if w.parts[key] != nil {
			return fail(fmt.Errorf("%w: two parts are called %q", ErrFormat, clip(f.Name)))
		}
		w.parts[key] = f
	}
	if err := w.directory(); err != nil {
		return nil, err
	}
	return w, nil
}

// sum reads the whole file, sums it up and counts what looks like an entry of
// the archive's directory: the zip reader would make room for every one of them.
func (w *Workbook) sum(r io.Reader) (entries int, err error) {
	const entry = "PK\x01\x02"
	sum := sha256.New()
	buf := make([]byte, 64<<10)
	keep := 0 // bytes of the block before, in which an entry may begin
	for first := true; ; first = false {
		n, err := io.ReadFull(r, buf[keep:])
		if first {
			if err := foreign(buf[:n]); err != nil {
				return 0, err
			}
		}
		sum.Write(buf[keep : keep+n])
		entries += bytes.Count(buf[:keep+n], []byte(entry))
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			sum.Sum(w.SHA256[:0])
			return entries, nil
		}
		if err != nil {
			return 0, err
		}
		keep = copy(buf, buf[len(buf)-len(entry)+1:])
	}
}

// foreign says what a file is that is no ZIP archive.
func foreign(b []byte) error {
	has := func(s string) bool { return bytes.HasPrefix(b, []byte(s)) }
	switch t := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\ufeff")), " \t\r\n")); {
	case has("PK\x03\x04"), has("PK\x05\x06"):
		return nil
	case len(b) == 0:
		return fmt.Errorf("%w: empty file", ErrNotXLSX)
	case has("\xd0\xcf\x11\xe0"):
		return fmt.Errorf("%w: an old .xls, or a workbook with a password", ErrNotXLSX)
	case has("\x1f\x8b"):
		return fmt.Errorf("%w: compressed with gzip; unpack it first", ErrNotXLSX)
	case has("%PDF"):
		return fmt.Errorf("%w: a PDF document", ErrNotXLSX)
	case bytes.HasPrefix(t, []byte("<!doctype html")), bytes.HasPrefix(t, []byte("<html")):
		return fmt.Errorf("%w: an HTML page", ErrNotXLSX)
	case bytes.HasPrefix(t, []byte("<")):
		return fmt.Errorf("%w: XML", ErrNotXLSX)
	case bytes.HasPrefix(t, []byte("{")), bytes.HasPrefix(t, []byte("[")):
		return fmt.Errorf("%w: JSON", ErrNotXLSX)
	}
	return fmt.Errorf("%w: begins with %q", ErrNotXLSX, b[:min(len(b), 16)])
}

// Pos returns the place of a cell: the file is "list.xlsx!Sheet1", the line the
// number of the row, the column that of the column, from 1 (A). A column below 0
// is the whole row.
func (w *Workbook) Pos(sheet, row, column int) lists.Position {
	p := lists.Position{File: w.Name, Line: row, Column: max(column+1, 0)}
	if sheet >= 0 && sheet < len(w.Sheets) {
		p.File += "!" + w.Sheets[sheet]
	}
	return p
}

// directory follows the relations of the package to the parts that hold the
// sheets, the strings and the formats.
func (w *Workbook) directory() error {
	book := "xl/workbook.xml"
	top, err := w.relations("_rels/.rels", "")
	if err != nil {
		return err
	}
	for _, rel := range top {
		switch rel.kind {
		case "officeDocument":
			book = rel.target
		case "core-properties":
			if err := w.properties(rel.target); err != nil {
				return err
			}
		}
	}
	if w.parts[strings.ToLower(book)] == nil {
		return &Error{lists.Position{File: w.Name}, fmt.Errorf("%w: a ZIP archive without %s", ErrNotXLSX, clip(book))}
	}
	rels, err := w.relations(relsOf(book), path.Dir(book))
	if err != nil {
		return err
	}
	if err := w.workbook(book, rels); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(rels)) {
		switch rel := rels[id]; rel.kind {
		case "sharedStrings":
			err = w.strings(rel.target)
		case "styles":
			err = w.styles(rel.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// workbook reads the names of the sheets and the epoch of dates (18.2.27, 18.2.28).
func (w *Workbook) workbook(book string, rels map[string]relation) error {
	err := w.read(book, func(p *part, t xml.Token) error {
		start, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch start.Name.Local {
		case "workbookPr":
			w.date1904 = isTrue(attr(start, "date1904"))
		case "sheet":
			rel, ok := rels[attr(start, "id")]
			if !ok || rel.kind != "worksheet" {
				return nil // a sheet of charts or macros, or one that is missing
			}
			if len(w.Sheets) == maxSheets {
				return fmt.Errorf("%w: more than %d sheets", ErrTooLarge, maxSheets)
			}
			w.Sheets = append(w.Sheets, attr(start, "name"))
			w.paths = append(w.paths, rel.target)
		}
		return nil
	})
	if err == nil && len(w.Sheets) == 0 {
		return &Error{lists.Position{File: w.Name + "!" + book}, fmt.Errorf("%w: no sheet", ErrFormat)}
	}
	return err
}

// properties reads when the workbook was saved (ISO/IEC 29500-2, 8.3.4). What is
// no time there is passed over.
func (w *Workbook) properties(name string) error {
	return w.read(name, func(p *part, t xml.Token) error {
		if _, ok := t.(xml.EndElement); ok && p.closed == "modified" {
			if at, err := time.Parse(time.RFC3339, strings.TrimSpace(string(p.text))); err == nil {
				w.Modified = at.UTC()
			}
		}
		return nil
	})
}

func clip(s string) string { return strings.ToValidUTF8(s[:min(len(s), 100)], "") }
