package csl

import (
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
)

// The reasons why a file must not be used. Every error of a parser but one of
// the reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = errors.New("not this list")
	ErrNotCSV    = errors.New("not CSV")
	ErrNotJSON   = errors.New("not JSON")
	ErrEncoding  = errors.New("not UTF-8")
	ErrTruncated = errors.New("file ends before the list does")
	ErrTooLong   = errors.New("too long: a record holds 256 KiB at the most")
	ErrEmpty     = errors.New("file holds no record")
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well, and ErrEncoding for a text that was read with replacements.
var (
	ErrColumns       = errors.New("wrong number of columns")
	ErrUnknownColumn = errors.New("unknown column or key, kept as remarks")
	ErrMissing       = errors.New("columns are missing")
	ErrUnknownPart   = errors.New("unknown part of the file, not read")
	ErrUnknownSource = errors.New("unknown source list")
	ErrUnknownType   = errors.New("unknown type of number, kept as remarks")
	ErrUnknownWord   = errors.New("unknown word")
	ErrWrongType     = errors.New("value of another JSON type")
	ErrDuplicate     = errors.New("an entity before it has the same number")
	ErrNoID          = errors.New("no number")
	ErrNoName        = errors.New("no name")
	ErrNUL           = errors.New("NUL byte, taken out")
	ErrNoLineEnd     = errors.New("the file does not end with a line: its end may be missing")
)

// FileError is the error for a file that must not be used.
type FileError struct {
	Pos lists.Position
	Err error
}

// Error returns the package, the place and the reason.
func (e *FileError) Error() string {
	if p := e.Pos.String(); p != "" {
		return "csl: " + p + ": " + e.Err.Error()
	}
	return "csl: " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *FileError) Unwrap() error { return e.Err }
