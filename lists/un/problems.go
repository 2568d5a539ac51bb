package un

import (
	"errors"
	"sort"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// The reasons why a file must not be used. Every error of a parser but one of
// the reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = errors.New("not this list")
	ErrNotXML    = errors.New("not XML")
	ErrSyntax    = errors.New("XML is not well formed")
	ErrEncoding  = errors.New("not UTF-8")
	ErrTruncated = errors.New("file ends before the list does")
	ErrDoctype   = errors.New("file has a document type declaration, which the list has not")
	ErrDepth     = errors.New("elements are nested too deep")
	ErrTooLong   = errors.New("too long: a tag, a text or a comment holds 1 MiB at the most, a CSV file 16 MiB")
	ErrEmpty     = errors.New("file holds no record")
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
	ErrMore           = errors.New("further problems are not listed")
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
const maxProblems = 1000

// problems collects Problems, in the order of the file.
type problems struct {
	all  []*lists.Problem
	more int
}

func (p *problems) add(x lists.Problem) {
	if len(p.all) >= maxProblems {
		p.more++
		return
	}
	x.Value = clip(x.Value)
	p.all = append(p.all, &x)
}

// list returns the problems in the order of the file. One more tells of those
// beyond the bound.
func (p *problems) list(file string) []*lists.Problem {
	sort.SliceStable(p.all, func(i, j int) bool {
		a, b := p.all[i].Pos, p.all[j].Pos
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	})
	if p.more > 0 {
		return append(p.all, &lists.Problem{Pos: lists.Position{File: file}, Err: ErrMore})
	}
	return p.all
}

// clip cuts what a message quotes after 200 bytes.
func clip(s string) string {
	const most = 200
	if len(s) <= most {
		return strings.Clone(s)
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
