package eu

import (
	"errors"
	"fmt"

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
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "eu", Pos: at, Err: err}
}

// fileError gives an error of the readers below the name of this package.
func fileError(err error) error {
	if x, ok := err.(*xlsx.Error); ok {
		return refuse(x.Pos, fmt.Errorf("%w: %w", ErrWorkbook, x.Err))
	}
	return feed.Named("eu", err)
}

// parser collects what one file says.
type parser struct {
	out  lists.List
	all  feed.Problems
	ids  map[string]int // entities by ID
	told feed.Once      // what is unknown and has been reported
}

func newParser(source lists.Source) *parser {
	return &parser{out: lists.List{Source: source}, ids: map[string]int{}, told: feed.Once{}}
}

// list returns the whole list, or ErrEmpty.
func (p *parser) list(sum lists.Digest) (*lists.List, error) {
	if len(p.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: p.out.Source.Files[0]}, ErrEmpty)
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
	more := ""
	if err == ErrUnknownWord {
		more = "=" + value
	}
	if p.told.First(field, more) {
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
