package au

import (
	"errors"
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
	"github.com/seed-539c57aa/pratique/lists/internal/xlsx"
)

// The reasons why a file must not be used. Every error of a parser but one of the
// reader it is given is a *FileError and wraps one of them.
var (
	ErrNotList   = feed.ErrNotList
	ErrEncoding  = feed.ErrEncoding
	ErrTruncated = feed.ErrTruncated
	ErrTooLong   = feed.ErrTooLong
	ErrEmpty     = feed.ErrEmpty
	ErrWorkbook  = errors.New("workbook cannot be read")
	ErrBadRows   = errors.New("too many rows have no reference")
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat and lists.ErrCheckDigit occur as well.
var (
	ErrReference     = errors.New("not a number, or a number and letters")
	ErrNoName        = errors.New("no name")
	ErrUnknownWord   = errors.New("unknown word")
	ErrUnknownColumn = errors.New("unknown column, kept as remarks")
	ErrUnknownSheet  = errors.New("another sheet, not read")
	ErrContradiction = errors.New("differs from the rows before of this number")
	ErrApart         = errors.New("stands apart from the other rows of its number")
	ErrSecondPrimary = errors.New("second primary name of this number, read as another party")
	ErrFault         = errors.New("error value of a spreadsheet")
	ErrColumns       = lines.ErrColumns
	ErrQuote         = lines.ErrQuote
	ErrMore          = feed.ErrMore
)

// FileError is the error for a file that must not be used.
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "au", Pos: at, Err: err}
}

// fileError gives an error of the readers the name of this package.
func fileError(err error) error {
	switch f := err.(type) {
	case *FileError:
		if f.Parser == "" {
			return refuse(f.Pos, f.Err)
		}
	case *xlsx.Error:
		return refuse(f.Pos, fmt.Errorf("%w: %w", ErrWorkbook, f.Err))
	}
	return err
}
