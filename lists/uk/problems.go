package uk

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
	ErrNotCSV    = errors.New("not CSV")
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
	ErrUnknownElement = errors.New("unknown element or attribute, kept as remarks")
	ErrUnknownColumn  = errors.New("unknown column, kept as remarks")
	ErrMissing        = errors.New("columns are missing")
	ErrUnknownPart    = feed.ErrUnknownPart
	ErrColumns        = errors.New("wrong number of columns")
	ErrUnknownWord    = errors.New("unknown word")
	ErrNoID           = errors.New("no number of a party")
	ErrDuplicate      = errors.New("an entity before it has the same number")
	ErrContradiction  = errors.New("contradicts a row before")
	ErrNoName         = errors.New("no name")
	ErrNoDate         = errors.New("the list does not say when it was made")
	ErrCodePage       = errors.New("not UTF-8, read as Windows-1252")
	ErrNUL            = errors.New("NUL byte, taken out")
	ErrNoLineEnd      = feed.ErrNoLineEnd
	ErrMore           = feed.ErrMore
)

// FileError is the error for a file that must not be used.
type FileError = lists.FileError

// refuse makes the error for a file that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "uk", Pos: at, Err: err}
}

// fileError gives an error of the readers in feed the name of this package.
func fileError(err error) error { return feed.Named("uk", err) }
