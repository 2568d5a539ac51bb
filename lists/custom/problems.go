package custom

import (
	"errors"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
)

// The reasons why a file must not be used. Every error of a parser but one of the
// reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = feed.ErrNotList
	ErrVersion   = errors.New("version of the format is not known")
	ErrSyntax    = errors.New("JSON is not well formed")
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrTooLong   = feed.ErrTooLong
	ErrEmpty     = feed.ErrEmpty
	ErrMapping   = errors.New("mapping does not fit the file")
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well.
var (
	ErrNoID          = errors.New("no id, the place in the file stands for it")
	ErrDuplicate     = errors.New("an entity before it has the same id")
	ErrNoName        = errors.New("no name")
	ErrUnknownWord   = errors.New("unknown word")
	ErrUnknownColumn = errors.New("unknown column, kept as remarks")
	ErrUnknownKey    = errors.New("unknown key")
	ErrSecond        = errors.New("second value of a field that has one, kept as a remark")
	ErrColumns       = lines.ErrColumns
	ErrQuote         = lines.ErrQuote
	ErrMore          = feed.ErrMore
)

// FileError is the error for a file that must not be used.
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "custom", Pos: at, Err: err}
}

// fileError gives an error of the readers in feed and lines the name of this
// package. That of the caller's reader stays as it is.
func fileError(err error) error {
	if f, ok := err.(*FileError); ok && f.Parser == "" {
		return refuse(f.Pos, f.Err)
	}
	return err
}
