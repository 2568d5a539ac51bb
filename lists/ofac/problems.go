package ofac

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The reasons why a set of files must not be used. Every error of ParseCSV but
// one of the file system is a *FileError and wraps one of them.
var (
	ErrMissing   = errors.New("file is missing")
	ErrEmpty     = feed.ErrEmpty
	ErrNotCSV    = errors.New("not OFAC's CSV format")
	ErrTruncated = errors.New("file ends in the middle of a record")
	ErrTooLarge  = errors.New("file is too large")
)

// The reasons why an XML file must not be used, besides ErrEmpty.
var (
	ErrNotList    = feed.ErrNotList
	ErrNotXML     = feed.ErrNotXML
	ErrSyntax     = feed.ErrSyntax
	ErrNotUTF8    = feed.ErrEncoding
	ErrIncomplete = feed.ErrTruncated
	ErrDoctype    = feed.ErrDoctype
	ErrDepth      = feed.ErrDepth
	ErrTooLong    = feed.ErrTooLong
)

// The reasons of the Problems of a list that is used all the same. The reasons
// lists.ErrDate, lists.ErrFormat, lists.ErrCheckDigit and lists.ErrStation occur
// as well, and ErrMissing for a missing file of comments.
var (
	ErrColumns        = errors.New("wrong number of columns")
	ErrQuote          = errors.New("stray quote")
	ErrNUL            = errors.New("NUL byte, taken out")
	ErrEncoding       = errors.New("not UTF-8, read as Windows-1252")
	ErrFieldLength    = errors.New("field is too long")
	ErrID             = errors.New("not a number")
	ErrDuplicate      = errors.New("entity stands in the file before")
	ErrUnknownEntity  = errors.New("no such entity in the main file")
	ErrUnknownWord    = errors.New("unknown word")
	ErrUnknownKey     = errors.New("unknown remark key")
	ErrNotForKind     = errors.New("not a fact of this kind of entity")
	ErrNoName         = errors.New("no name")
	ErrContradiction  = errors.New("contradicts what stands before")
	ErrUnresolved     = errors.New("no entity of this list has the name")
	ErrAmbiguous      = errors.New("several entities of this list have the name")
	ErrCut            = errors.New("remarks are cut and nothing continues them")
	ErrContinuation   = errors.New("continues remarks that are not cut")
	ErrNoEndMark      = errors.New("no end mark (0x1A), which another file of the set has: the end may be missing")
	ErrUnknownElement = errors.New("unknown element, attribute or value")
	ErrStrayText      = errors.New("text where none belongs")
	ErrReference      = errors.New("refers to nothing in the file")
	ErrCount          = errors.New("the file does not hold as many records as it says")
	ErrNoDate         = errors.New("the file does not say when it was made")
	ErrDelta          = errors.New("stands in a file of changes, which is no whole list")
	ErrFraudulent     = errors.New("the list calls the document fraudulent")
	ErrMore           = feed.ErrMore
)

// FileError is the error for a set of files that must not be used.
type FileError = lists.FileError

// refuse makes the error for a set of files that must not be used.
func refuse(at lists.Position, err error) *FileError {
	return &FileError{Parser: "ofac", Pos: at, Err: err}
}

// fileError gives an error of the readers in feed the name of this package.
func fileError(err error) error { return feed.Named("ofac", err) }

// maxProblems bounds the Problems of one list. OFAC's own files give fewer than
// fifty.
const maxProblems = 10_000

// problems collects Problems and, apart from them, the unknown remark keys, of
// which each is reported once.
type problems struct {
	all  []*lists.Problem
	more int
	keys map[string]*unknownKey
}

type unknownKey struct {
	first lists.Problem
	count int
}

// add keeps a Problem. Its Value is cut after 200 bytes, as the model asks, and
// copied, so that a Problem keeps no file in memory.
func (ps *problems) add(p lists.Problem) {
	if len(ps.all) >= maxProblems {
		ps.more++
		return
	}
	p.Value = clip(p.Value)
	ps.all = append(ps.all, &p)
}

// unknown counts a segment that looks as if it had a key.
func (ps *problems) unknown(key string, p lists.Problem) {
	k := p.Pos.File + "\x00" + key
	if u := ps.keys[k]; u != nil {
		u.count++
		return
	}
	if len(ps.keys) >= maxProblems {
		ps.more++
		return
	}
	if ps.keys == nil {
		ps.keys = make(map[string]*unknownKey)
	}
	p.Field = strings.Clone(key)
	p.Value = clip(p.Value)
	ps.keys[k] = &unknownKey{first: p, count: 1}
}

// list returns all Problems in the order of the files and of the places in them.
func (ps *problems) list(files []string) []*lists.Problem {
	for _, u := range ps.keys {
		p := u.first
		p.Err = fmt.Errorf("%w, in this file: %d", ErrUnknownKey, u.count)
		ps.all = append(ps.all, &p)
	}
	rank := func(file string) int {
		for i, f := range files {
			if f == file {
				return i
			}
		}
		return len(files)
	}
	sort.SliceStable(ps.all, func(i, j int) bool {
		a, b := ps.all[i], ps.all[j]
		if ra, rb := rank(a.Pos.File), rank(b.Pos.File); ra != rb {
			return ra < rb
		}
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line < b.Pos.Line
		}
		if a.Pos.Column != b.Pos.Column {
			return a.Pos.Column < b.Pos.Column
		}
		return a.Field < b.Field
	})
	if ps.more > 0 {
		ps.all = append(ps.all, &lists.Problem{
			Pos: lists.Position{File: files[0]},
			Err: fmt.Errorf("%w: %d", ErrMore, ps.more),
		})
	}
	return ps.all
}

// clip returns a copy of what a Problem or an error quotes.
func clip(s string) string {
	const most = 200
	if len(s) > most {
		cut := most
		for cut > most-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	return strings.Clone(s)
}
