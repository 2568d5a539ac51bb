package ch

import (
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The reasons why a file must not be used. Every error of the parser but one of
// the reader it is given is a *FileError and wraps one of them.
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
	ErrNotWhole  = errors.New("not a whole list but the changes to one")
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well. What is unknown is reported once for each kind, where it first stands.
var (
	ErrUnknownElement = errors.New("unknown element or attribute, kept as a remark")
	ErrUnknownSection = errors.New("unknown part of the list, not read")
	ErrUnknownWord    = errors.New("unknown word")
	ErrStrayText      = errors.New("text where none belongs")
	ErrNoID           = errors.New("no ssid")
	ErrDuplicate      = errors.New("a target before it has the same ssid")
	ErrNoName         = errors.New("no name")
	ErrNoDate         = errors.New("the list does not say when it was made")
	ErrNoPlace        = errors.New("the list has no place of this number")
	ErrNoSet          = errors.New("the list has no sanctions set of this number")
	ErrNoTarget       = errors.New("the list has no target of this number")
	ErrNoKind         = errors.New("neither individual nor entity nor object")
	ErrCalendar       = errors.New("date of another calendar, not converted")
	ErrMore           = feed.ErrMore
)

// FileError is the error for a file that must not be used.
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "ch", Pos: at, Err: err}
}

// fileError gives an error of the readers in feed the name of this package.
func fileError(err error) error { return feed.Named("ch", err) }

// problem reports something odd about an entity.
func (p *parser) problem(e *lists.Entity, at feed.Place, field, value string, err error) {
	x := lists.Problem{Pos: p.in.Pos(at), Field: feed.Clip(field), Value: value, Err: err}
	if e != nil {
		x.EntityID = e.ID
	}
	p.all.Add(x)
}

// once reports something unknown, the first time that it is met.
func (p *parser) once(e *lists.Entity, at feed.Place, field, value string, err error) {
	more := ""
	if err == ErrUnknownWord {
		more = "=" + value
	}
	if p.told.First(field, more) {
		p.problem(e, at, field, value, err)
	}
}

// remark keeps a text under the name of its element.
func remark(e *lists.Entity, key, text string) {
	if text != "" {
		e.Remarks = append(e.Remarks, lists.Remark{Key: key, Text: text})
	}
}
