package feed

import (
	"errors"
	"sort"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// The reasons why a file must not be used. The packages of publishers give them
// their own names, so that errors.Is finds them under both.
var (
	ErrNotList   = errors.New("not this list")
	ErrNotXML    = errors.New("not XML")
	ErrSyntax    = errors.New("XML is not well formed")
	ErrEncoding  = errors.New("not UTF-8")
	ErrTruncated = errors.New("file ends before the list does")
	ErrDoctype   = errors.New("file has a document type declaration, which the list has not")
	ErrDepth     = errors.New("elements are nested too deep")
	ErrTooLong   = errors.New("too long")
	ErrEmpty     = errors.New("file holds no record")
)

// ErrMore is the reason of the last Problem where there are more than are kept.
var ErrMore = errors.New("further problems are not listed")

// Error is the error for a file that must not be used. It has the fields of the
// FileError of every publisher's package, so that one converts to the other.
type Error struct {
	Pos lists.Position
	Err error
}

// Error returns the place and the reason.
func (e *Error) Error() string {
	if p := e.Pos.String(); p != "" {
		return p + ": " + e.Err.Error()
	}
	return e.Err.Error()
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// MaxProblems is how many Problems of one file are kept.
const MaxProblems = 1000

// Problems are the Problems of one file, in the order in which they were met.
type Problems []*lists.Problem

// Add notes one problem; its Value is clipped. Of those beyond MaxProblems one
// with ErrMore tells.
func (p *Problems) Add(x lists.Problem) {
	switch {
	case len(*p) > MaxProblems:
		return
	case len(*p) == MaxProblems:
		x = lists.Problem{Pos: lists.Position{File: x.Pos.File}, Err: ErrMore}
	}
	x.Value = Clip(x.Value)
	*p = append(*p, &x)
}

// Sorted returns the problems in the order of the file, ErrMore last.
func (p Problems) Sorted() []*lists.Problem {
	sort.SliceStable(p, func(i, j int) bool {
		a, b := p[i], p[j]
		if aMore, bMore := a.Err == ErrMore, b.Err == ErrMore; aMore || bMore {
			return bMore && !aMore
		}
		return a.Pos.Line < b.Pos.Line || a.Pos.Line == b.Pos.Line && a.Pos.Column < b.Pos.Column
	})
	return p
}

// Clip returns a copy of what a message quotes, cut after 200 bytes.
func Clip(s string) string {
	const most = 200
	if len(s) <= most {
		return strings.Clone(s)
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
