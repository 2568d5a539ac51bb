package csl

import (
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The reasons why a file must not be used. Every error of a parser but one of
// the reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = feed.ErrNotList
	ErrNotCSV    = errors.New("not CSV")
	ErrNotJSON   = errors.New("not JSON")
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrTooLong   = errors.New("too long: a record holds 256 KiB at the most")
	ErrEmpty     = feed.ErrEmpty
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well, and ErrEncoding for a text that was read with replacements.
var (
	ErrColumns       = errors.New("wrong number of columns")
	ErrUnknownColumn = errors.New("unknown column or key, kept as remarks")
	ErrMissing       = errors.New("columns are missing")
	ErrUnknownPart   = feed.ErrUnknownPart
	ErrUnknownSource = errors.New("unknown source list")
	ErrUnknownType   = errors.New("unknown type of number, kept as remarks")
	ErrUnknownWord   = errors.New("unknown word")
	ErrWrongType     = feed.ErrWrongType
	ErrDuplicate     = errors.New("an entity before it has the same number")
	ErrNoID          = errors.New("no number")
	ErrNoName        = errors.New("no name")
	ErrNUL           = errors.New("NUL byte, taken out")
	ErrNoLineEnd     = feed.ErrNoLineEnd
)

// FileError is the error for a file that must not be used.
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "csl", Pos: at, Err: err}
}

// fileError gives an error of the readers in feed the name of this package.
func fileError(err error) error { return feed.Named("csl", err) }
