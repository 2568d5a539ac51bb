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
type FileError struct {
	Pos lists.Position
	Err error
}

// Error returns the package, the place and the reason.
func (e *FileError) Error() string {
	if p := e.Pos.String(); p != "" {
		return "custom: " + p + ": " + e.Err.Error()
	}
	return "custom: " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *FileError) Unwrap() error { return e.Err }

// fileError gives an error of package feed the name of this package.
func fileError(err error) error {
	var e *feed.Error
	if errors.As(err, &e) {
		return (*FileError)(e)
	}
	return err
}
