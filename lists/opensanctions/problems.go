package opensanctions

import (
	"errors"
	"io"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The reasons why a file must not be used. Every error of a parser but one of the
// reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = feed.ErrNotList
	ErrSyntax    = errors.New("JSON is not well formed")
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrTooLong   = feed.ErrTooLong
	ErrEmpty     = feed.ErrEmpty
	ErrBadRows   = errors.New("too many lines cannot be read")
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well.
var (
	ErrWrongType     = errors.New("not of the JSON type of its key")
	ErrUnknownKey    = errors.New("unknown key, kept as a remark")
	ErrUnknownSchema = errors.New("unknown schema, not read")
	ErrUnknownWord   = errors.New("unknown word")
	ErrNoID          = errors.New("no id")
	ErrDuplicate     = errors.New("an entity before it has the same id")
	ErrNoName        = errors.New("no name")
	ErrUnresolved    = errors.New("no entity of this file has the id")
	ErrUnused        = errors.New("things of this schema to which nothing refers, this is the first of")
	ErrEnds          = errors.New("a link without two ends, or with too many")
	ErrColumns       = errors.New("wrong number of columns")
	ErrQuote         = errors.New("stray quote")
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
		return "opensanctions: " + p + ": " + e.Err.Error()
	}
	return "opensanctions: " + e.Err.Error()
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

// isEnd reports whether err is the end of the file.
func isEnd(err error) bool { return err == io.EOF }
