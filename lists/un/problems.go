package un

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
	ErrSyntax    = feed.ErrSyntax
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrDoctype   = feed.ErrDoctype
	ErrDepth     = feed.ErrDepth
	ErrTooLong   = feed.ErrTooLong
	ErrEmpty     = feed.ErrEmpty
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well.
var (
	ErrUnknownElement = errors.New("unknown element or attribute, kept as a remark")
	ErrUnknownSection = errors.New("unknown part of the list, not read")
	ErrStrayText      = errors.New("text where none belongs")
	ErrRepeated       = errors.New("element stands more than once, kept as a remark")
	ErrUnknownWord    = errors.New("unknown word")
	ErrNoID           = errors.New("no reference number")
	ErrDuplicate      = errors.New("an entity before it has the same reference number")
	ErrNoName         = errors.New("no name")
	ErrNoDate         = errors.New("the list does not say when it was made")
	ErrColumns        = errors.New("wrong number of columns")
	ErrUnknownColumn  = errors.New("unknown column, kept as remarks")
	ErrMore           = feed.ErrMore
)

// FileError is the error for a file that must not be used.
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "un", Pos: at, Err: err}
}

// fileError gives an error of the readers in feed the name of this package.
func fileError(err error) error { return feed.Named("un", err) }
