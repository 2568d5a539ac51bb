package un

import (
	"errors"
	"fmt"

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
type FileError struct {
	Pos lists.Position
	Err error
}

// Error returns the package, the place and the reason.
func (e *FileError) Error() string {
	if p := e.Pos.String(); p != "" {
		return "un: " + p + ": " + e.Err.Error()
	}
	return "un: " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *FileError) Unwrap() error { return e.Err }

// maxProblems bounds the Problems of one list. Whole files give fewer than ten.
const maxProblems = feed.MaxProblems

// problems collects Problems.
type problems struct{ all feed.Problems }

func (p *problems) add(x lists.Problem) { p.all.Add(x) }

// fileError makes a *FileError of what the reader of XML refuses. An error of the
// reader below it only gets the name of the package.
func fileError(err error) error {
	if f, ok := err.(*feed.Error); ok {
		return (*FileError)(f)
	}
	return fmt.Errorf("un: %w", err)
}

func clip(s string) string { return feed.Clip(s) }

func clean(b []byte) string { return feed.Clean(b) }

func white(c byte) bool { return feed.White(c) }
