package lists

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// List is one publisher's list as read from its files. It is read-only once its
// parser has returned it.
type List struct {
	Source   Source     `json:"source"`
	Entities []Entity   `json:"entities"` // in the order of the file
	Problems []*Problem `json:"problems,omitempty"`
}

// Source says which list it is. Every Result of a screening carries the Sources
// it was judged against.
type Source struct {
	Name      string    `json:"name"`               // short and stable: "OFAC SDN"
	Publisher string    `json:"publisher"`          // "US Treasury, Office of Foreign Assets Control"
	Published time.Time `json:"published,omitzero"` // as the file says; zero where it does not, until the caller sets it
	SHA256    Digest    `json:"sha256"`             // over the bytes of all files, in the order they were read
	Entities  int       `json:"entities"`
	Files     []string  `json:"files,omitempty"` // names of the files, in the order they were read
	Note      string    `json:"note,omitempty"`  // what a reader of results must know: "excerpt, not for use in screening"
}

// Date returns the day of publication as 2006-01-02, or "undated".
func (s Source) Date() string {
	if s.Published.IsZero() {
		return "undated"
	}
	return s.Published.Format("2006-01-02")
}

// Digest is a SHA-256 sum that prints and marshals in hexadecimal.
type Digest [32]byte

// String returns the digest in lower-case hexadecimal.
func (d Digest) String() string { return fmt.Sprintf("%x", d[:]) }

// MarshalText writes the digest in hexadecimal.
func (d Digest) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads 64 hexadecimal digits.
func (d *Digest) UnmarshalText(b []byte) error {
	if len(b) != 2*len(d) {
		return fmt.Errorf("lists: a digest has %d hexadecimal digits, not %d", 2*len(d), len(b))
	}
	if _, err := hex.Decode(d[:], b); err != nil {
		return fmt.Errorf("lists: digest: %w", err)
	}
	return nil
}

// Position is a place in a file. Line and Column count from 1, Column in bytes;
// zero means that the place is the whole file or line.
type Position struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// String returns file:line:column, without the parts that are zero.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Problem is something a parser met that someone should look at, in a file that
// is used all the same. Parsers collect Problems in the order of the file and
// return an error only for a file that must not be used.
type Problem struct {
	Pos      Position `json:"pos"`
	EntityID string   `json:"entity_id,omitempty"`
	Field    string   `json:"field,omitempty"`   // the column, element or remark key
	Value    string   `json:"value,omitempty"`   // as printed, cut after 200 bytes
	Dropped  bool     `json:"dropped,omitempty"` // the value stands nowhere in the List
	Err      error    `json:"-"`
}

// Error returns place, entity, field and reason in one line.
func (p *Problem) Error() string {
	s := p.Pos.String()
	if s != "" {
		s += ": "
	}
	if p.EntityID != "" {
		s += "entity " + p.EntityID + ": "
	}
	if p.Field != "" {
		s += p.Field + ": "
	}
	s += p.reason()
	if p.Value != "" {
		s += fmt.Sprintf(" (%q)", p.Value)
	}
	if p.Dropped {
		s += ", dropped"
	}
	return s
}

// Unwrap returns the reason.
func (p *Problem) Unwrap() error { return p.Err }

func (p *Problem) reason() string {
	if p.Err == nil {
		return "no reason given"
	}
	return p.Err.Error()
}

// FileError is the error of a parser for a file, or a set of files, that must not
// be used. The packages of publishers call it by the same name, so that errors.As
// with a *FileError finds that of any of them. Err is, or wraps, one of the reasons
// that the package declares, or says in words why a workbook cannot be opened.
type FileError struct {
	Parser string   // the package of the parser: "ofac"
	Pos    Position // the zero Position where no one file is to blame
	Err    error    // never nil
}

// Error returns the package, the place and the reason in one line.
func (e *FileError) Error() string {
	s := e.Err.Error()
	if p := e.Pos.String(); p != "" {
		s = p + ": " + s
	}
	if e.Parser != "" {
		s = e.Parser + ": " + s
	}
	return s
}

// Unwrap returns the reason.
func (e *FileError) Unwrap() error { return e.Err }

// problemFields are the fields of a Problem without its methods.
type problemFields Problem

// MarshalJSON writes the fields, and the words of Err as "reason".
func (p *Problem) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		*problemFields
		Reason string `json:"reason"`
	}{(*problemFields)(p), p.reason()})
}

// UnmarshalJSON reads what MarshalJSON writes. Err then has the words of the
// reason and wraps nothing.
func (p *Problem) UnmarshalJSON(b []byte) error {
	read := struct {
		*problemFields
		Reason string `json:"reason"`
	}{problemFields: (*problemFields)(p)}
	if err := json.Unmarshal(b, &read); err != nil {
		return err
	}
	p.Err = errors.New(read.Reason)
	return nil
}

// Counts are the entities of a list by kind.
type Counts struct{ Vessels, Persons, Organizations, Aircraft, Unknown int }

// Count counts the entities of l by kind.
func (l *List) Count() Counts {
	var c Counts
	for i := range l.Entities {
		switch l.Entities[i].Kind {
		case Vessel:
			c.Vessels++
		case Person:
			c.Persons++
		case Organization:
			c.Organizations++
		case Aircraft:
			c.Aircraft++
		default:
			c.Unknown++
		}
	}
	return c
}
