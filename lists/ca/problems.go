package ca

import (
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The reasons why a file must not be used. Every error of a parser but one of
// the reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = feed.ErrNotList
	ErrNotXML    = feed.ErrNotXML
	ErrNotJSON   = errors.New("not JSON")
	ErrSyntax    = feed.ErrSyntax
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrDoctype   = feed.ErrDoctype
	ErrDepth     = feed.ErrDepth
	ErrTooLong   = feed.ErrTooLong
	ErrEmpty     = feed.ErrEmpty
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat and lists.ErrCheckDigit occur as well, and
// ErrEncoding for a record of JSON that was read with replacements.
var (
	ErrUnknownElement = errors.New("unknown element, attribute or key, kept as remarks")
	ErrUnknownPart    = errors.New("unknown part of the file, not read")
	ErrRepeated       = errors.New("element stands more than once, kept as a remark")
	ErrWrongType      = errors.New("value of another JSON type")
	ErrDuplicate      = errors.New("an entity before it has the same regulation, name and dates")
	ErrNoName         = errors.New("no name")
	ErrNotShip        = errors.New("no IMO number of a ship, kept as a remark")
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
		return "ca: " + p + ": " + e.Err.Error()
	}
	return "ca: " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *FileError) Unwrap() error { return e.Err }
