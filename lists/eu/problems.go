package eu

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/xlsx"
)

// The reasons why a file must not be used. Every error of a parser but one of
// the reader it is given is a *FileError and wraps one of them, or, for a
// workbook that cannot be opened, a reason in words.
var (
	ErrNotList   = feed.ErrNotList
	ErrNotXML    = feed.ErrNotXML
	ErrSyntax    = feed.ErrSyntax
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrDoctype   = feed.ErrDoctype
	ErrDepth     = feed.ErrDepth
	ErrTooLong   = feed.ErrTooLong
	ErrEmpty     = feed.ErrEmpty
	ErrNotCSV    = errors.New("not CSV")
	ErrWorkbook  = errors.New("workbook cannot be read")
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well. What is unknown is reported once for each kind, where it first stands.
var (
	ErrUnknownElement = errors.New("unknown element or attribute, kept as a remark")
	ErrUnknownSection = errors.New("unknown part of the list, not read")
	ErrUnknownColumn  = errors.New("unknown column, kept as remarks")
	ErrUnknownWord    = errors.New("unknown word")
	ErrStrayText      = errors.New("text where none belongs")
	ErrNoID           = errors.New("no reference number")
	ErrDuplicate      = errors.New("an entity before it has the same reference number")
	ErrScattered      = errors.New("rows of one entity do not stand together")
	ErrDisagree       = errors.New("rows of one entity disagree, kept as a remark")
	ErrNoName         = errors.New("no name")
	ErrNoDate         = errors.New("the list does not say when it was made")
	ErrColumns        = errors.New("wrong number of columns")
	ErrCalendar       = errors.New("date of another calendar, not converted")
	ErrRelisted       = errors.New("the ship stands in the list already under the same rules")
	ErrOtherName      = errors.New("the list gives the same IMO number to a ship of another name")
	ErrNoNumber       = errors.New("no number in the annex, and the list does not say what that means")
	ErrType           = errors.New("JSON value of another type than the layout has")
	ErrMore           = feed.ErrMore
)

// FileError is the error for a file that must not be used.
type FileError struct {
	Pos lists.Position
	Err error
}

// Error returns the package, the place and the reason.
func (e *FileError) Error() string {
	if p := e.Pos.String(); p != "" {
		return "eu: " + p + ": " + e.Err.Error()
	}
	return "eu: " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *FileError) Unwrap() error { return e.Err }

// fileError makes a *FileError of what the readers below refuse. An error of the
// caller's reader only gets the name of the package.
func fileError(err error) error {
	switch f := err.(type) {
	case *FileError:
		return f
	case *feed.Error:
		return (*FileError)(f)
	case *xlsx.Error:
		return &FileError{f.Pos, fmt.Errorf("%w: %w", ErrWorkbook, f.Err)}
	}
	return fmt.Errorf("eu: %w", err)
}

// parser collects what one file says.
type parser struct {
	out  lists.List
	all  feed.Problems
	ids  map[string]int  // entities by ID
	told map[string]bool // what is unknown and has been reported
}

func newParser(source lists.Source) *parser {
	return &parser{out: lists.List{Source: source}, ids: map[string]int{}, told: map[string]bool{}}
}

// list returns the whole list, or ErrEmpty.
func (p *parser) list(sum lists.Digest) (*lists.List, error) {
	if len(p.out.Entities) == 0 {
		return nil, &FileError{lists.Position{File: p.out.Source.Files[0]}, ErrEmpty}
	}
	p.out.Source.SHA256 = sum
	p.out.Source.Entities = len(p.out.Entities)
	p.out.Problems = p.all.Sorted()
	return &p.out, nil
}

// problem reports something odd about an entity.
func (p *parser) problem(e *lists.Entity, at lists.Position, field, value string, err error) {
	x := lists.Problem{Pos: at, Field: feed.Clip(field), Value: value, Err: err}
	if e != nil {
		x.EntityID = e.ID
	}
	p.all.Add(x)
}

// once reports something unknown, the first time that it is met.
func (p *parser) once(e *lists.Entity, at lists.Position, field, value string, err error) {
	key := field
	if err == ErrUnknownWord {
		key += "=" + value
	}
	if len(key) > 200 || len(p.told) > feed.MaxProblems {
		key = field[:min(len(field), 60)]
	}
	if !p.told[key] {
		p.told[key] = true
		p.problem(e, at, field, value, err)
	}
}

// unique makes the ID of e one that no entity before it has.
func (p *parser) unique(e *lists.Entity) {
	if p.ids[e.ID]++; p.ids[e.ID] == 1 {
		return
	}
	p.problem(e, e.Pos, "", "", ErrDuplicate)
	for id := e.ID; p.ids[e.ID] > 0; p.ids[id]++ {
		e.ID = fmt.Sprintf("%s (%d)", id, p.ids[id])
	}
	p.ids[e.ID]++
}

// remark keeps a text under the name of its element or column.
func remark(e *lists.Entity, key, text string) {
	if text != "" {
		e.Remarks = append(e.Remarks, lists.Remark{Key: key, Text: text})
	}
}

// clean returns a copy of s without white space at its ends and with one blank
// for every run of it. What cuts remarks and cells into lines is the publisher's
// form or editor.
func clean(s string) string { return feed.Clean([]byte(s)) }

// join joins what is not empty.
func join(separator string, parts ...string) string {
	var b strings.Builder
	for _, s := range parts {
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(separator)
		}
		b.WriteString(s)
	}
	return b.String()
}
