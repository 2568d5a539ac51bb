package feed

import (
	"errors"
	"fmt"
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

// The reasons of Problems of a file that is used all the same.
var (
	ErrUnknownPart = errors.New("unknown part of the file, not read")
	ErrWrongType   = errors.New("value of another JSON type")
	ErrNoLineEnd   = errors.New("the file does not end with a line: its end may be missing")

	// ErrMore is that of the last Problem where there are more than are kept.
	ErrMore = errors.New("further problems are not listed")
)

// Named gives an error of this package's readers the name of the parser that uses
// them: a *lists.FileError without one gets it, one that has it stays as it is, and
// every other error, which is the caller's reader's, is wrapped behind the name.
func Named(parser string, err error) error {
	f, ok := err.(*lists.FileError)
	switch {
	case !ok:
		return fmt.Errorf("%s: %w", parser, err)
	case f.Parser == "":
		return &lists.FileError{Parser: parser, Pos: f.Pos, Err: f.Err}
	}
	return err
}

// refuse makes the error for a file that must not be used, without the name of a
// parser: see Named.
func refuse(at lists.Position, err error) error { return &lists.FileError{Pos: at, Err: err} }

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

// Once remembers what has been reported, so that what is unknown is a Problem where
// it first stands and not a thousand times.
type Once map[string]bool

// First reports whether a name with more behind it is asked for the first time. Of
// very long ones, and of all beyond MaxProblems, it goes by the first 60 bytes of
// the name alone.
func (o Once) First(name, more string) bool {
	key := name + more
	if len(key) > 200 || len(o) > MaxProblems {
		key = name[:min(len(name), 60)]
	}
	if o[key] {
		return false
	}
	o[key] = true
	return true
}

// Clip returns a copy of what a message quotes, cut after 200 bytes.
func Clip(s string) string {
	const most = 200
	if len(s) <= most {
		return strings.Clone(s)
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
