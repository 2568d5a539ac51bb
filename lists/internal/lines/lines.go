// Package lines reads text files line by line: JSON lines, and tables in CSV.
// It bounds and sums up what it reads and knows the place of everything. Errors
// are those of package feed.
package lines

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// MaxLine bounds the bytes of one line of JSON or of one record of a table.
const MaxLine = 16 << 20

// File is a text file in UTF-8, with or without a byte order mark. It is not
// safe for several goroutines.
type File struct {
	name string
	r    io.Reader
	sum  hash.Hash
	err  error // of r, io.EOF among them

	buf     []byte // what is read and not yet handed out
	at      int
	line    int // of the line handed out last
	bom     int // bytes of the mark before line 1
	newline bool
}

// Open begins to read a file and refuses at once what is no text in UTF-8. name
// stands for the file in positions, want is the format that errors name: "CSV" or
// "JSON". An error is a *lists.FileError, or the error of r.
func Open(name string, r io.Reader, want string) (*File, error) {
	f := &File{name: name, r: r, sum: sha256.New(), buf: make([]byte, 0, 64<<10)}
	for len(f.buf) < 512 && f.err == nil {
		f.fill()
	}
	if err := foreign(f.buf, want); err != nil {
		return nil, &lists.FileError{Pos: lists.Position{File: name}, Err: err}
	}
	if bytes.HasPrefix(f.buf, []byte("\ufeff")) {
		f.at, f.bom = 3, 3
	}
	if f.err != nil && f.err != io.EOF {
		return nil, fmt.Errorf("%s: %w", name, f.err)
	}
	return f, nil
}

// foreign says what a file is that is not of the wanted format.
func foreign(b []byte, want string) error {
	has := func(s string) bool { return bytes.HasPrefix(b, []byte(s)) }
	t := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\ufeff")), " \t\r\n"))
	starts := func(s string) bool { return bytes.HasPrefix(t, []byte(s)) }
	not := func(what string) error { return fmt.Errorf("%w: not %s but %s", feed.ErrNotList, want, what) }
	switch {
	case len(b) == 0:
		return feed.ErrEmpty
	case has("\x1f\x8b"):
		return not("compressed with gzip; unpack it first")
	case has("PK\x03\x04"):
		return not("a ZIP archive or a workbook")
	case has("\xd0\xcf\x11\xe0"):
		return not("an old Excel or Word file")
	case has("%PDF"):
		return not("a PDF document")
	case has("\xff\xfe"), has("\xfe\xff"), len(b) > 1 && (b[0] == 0) != (b[1] == 0):
		return fmt.Errorf("%w: UTF-16", feed.ErrEncoding)
	case starts("<!doctype html"), starts("<html"):
		return not("an HTML page")
	case starts("<"):
		return not("XML")
	case want == "CSV" && (starts("{") || starts("[")):
		return not("JSON")
	}
	return nil
}

// fill reads on, behind what is left in the buffer.
func (f *File) fill() {
	if f.at > 0 {
		f.buf = f.buf[:copy(f.buf, f.buf[f.at:])]
		f.at = 0
	}
	if len(f.buf) == cap(f.buf) {
		f.buf = append(f.buf, 0)[:len(f.buf)]
	}
	old := len(f.buf)
	for range 100 {
		n, err := f.r.Read(f.buf[old:cap(f.buf)])
		if n < 0 || n > cap(f.buf)-old {
			n, err = 0, io.ErrNoProgress
		}
		f.buf, f.err = f.buf[:old+n], err
		if n > 0 || err != nil {
			f.sum.Write(f.buf[old:])
			return
		}
	}
	f.err = io.ErrNoProgress
}

// Next returns the next line that is not blank, without the white space around
// it, and its place: that of its first byte that is not blank. The line is valid
// until the next call. io.EOF is the end; other errors are a *lists.FileError (a line
// that is too long or not UTF-8) or the reader's.
func (f *File) Next() ([]byte, lists.Position, error) {
	for {
		line, err := f.raw()
		if err != nil {
			return nil, lists.Position{}, err
		}
		text := bytes.TrimLeft(line, " \t\r\n")
		pos := f.pos(len(line) - len(text) + 1)
		if text = bytes.TrimRight(text, " \t\r\n"); len(text) == 0 {
			continue
		}
		if at := invalid(text); at >= 0 {
			pos.Column += at
			return nil, pos, &lists.FileError{Pos: pos, Err: feed.ErrEncoding}
		}
		return text, pos, nil
	}
}

func (f *File) pos(column int) lists.Position {
	if f.line == 1 {
		column += f.bom
	}
	return lists.Position{File: f.name, Line: f.line, Column: column}
}

// raw returns the next line with its end.
func (f *File) raw() ([]byte, error) {
	seen := 0
	for {
		if i := bytes.IndexByte(f.buf[f.at+seen:], '\n'); i >= 0 {
			line := f.buf[f.at : f.at+seen+i+1]
			f.at += len(line)
			f.line++
			f.newline = true
			return line, nil
		}
		seen = len(f.buf) - f.at
		if seen > MaxLine {
			f.line++
			return nil, &lists.FileError{Pos: f.pos(1), Err: fmt.Errorf("%w: a line of more than %d bytes", feed.ErrTooLong, MaxLine)}
		}
		if f.err != nil {
			break
		}
		f.fill()
	}
	if f.err != io.EOF {
		return nil, fmt.Errorf("%s: %w", lists.Position{File: f.name, Line: f.line + 1}, f.err)
	}
	if seen == 0 {
		return nil, io.EOF
	}
	line := f.buf[f.at:]
	f.at = len(f.buf)
	f.line++
	f.newline = false
	return line, nil
}

// Whole reports whether the line handed out last ended with a line feed.
func (f *File) Whole() bool { return f.newline }

// Digest reads to the end of the file and returns the sum of all its bytes.
func (f *File) Digest() (lists.Digest, error) {
	for f.err == nil {
		f.at = len(f.buf)
		f.fill()
	}
	var d lists.Digest
	if f.err != io.EOF {
		return d, fmt.Errorf("%s: %w", f.name, f.err)
	}
	f.sum.Sum(d[:0])
	return d, nil
}

// invalid returns the offset of the first byte that is not UTF-8, or -1.
func invalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}

// blank reports whether s is white space only.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
