package ofac

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// Bounds on what one file may hold. The largest file that OFAC publishes has
// about 6 MB, its longest field 1,000 bytes.
const (
	maxFile    = 256 << 20
	maxField   = 2 << 20 // what lies beyond is dropped, with a Problem
	maxColumns = 64      // columns beyond are counted and not kept
)

// records reads the records of one CSV file as OFAC writes it: fields between
// commas, text in double quotes, numbers and "-0- " bare, one record a line, the
// lines ended by CR LF or LF, the file by 0x1A or not.
//
// encoding/csv is not used because a file must not be lost to one quote: OFAC
// never breaks a line inside a field, so a quoted field ends with its line at
// the latest, and reading goes on at the next one. Every oddity that is forgiven
// stands in defects until the next record is read. Fields are parts of the
// file's text; only those that must be changed (doubled quotes, NUL, a foreign
// encoding) are copied.
type records struct {
	text  string // what is left
	dirty bool   // the file holds NUL bytes or is not UTF-8

	line    int // of the current record
	raw     string
	fields  []field
	columns int // number of fields, also of those beyond maxColumns
	open    bool
	defects []defect
}

// field is one column of a record. column is the place, counted in bytes from 1,
// of the first byte of its text.
type field struct {
	text   string
	column int
	bare   bool // without quotes
}

// defect is an oddity in a record that was read all the same.
type defect struct {
	column  int
	value   string
	dropped bool
	err     error
}

// newRecords reads text, which has neither byte order mark nor end mark.
func newRecords(text string) *records {
	return &records{text: text, dirty: strings.IndexByte(text, 0) >= 0 || !utf8.ValidString(text)}
}

// next reads the next line that is not blank and reports whether there is one.
func (r *records) next() bool {
	for r.text != "" {
		line := r.text
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, r.text = line[:i], line[i+1:]
		} else {
			r.text = ""
		}
		r.line++
		line = strings.TrimSuffix(line, "\r")
		if isBlank(line) {
			continue
		}
		r.raw = line
		r.split(line)
		return true
	}
	return false
}

// last reports whether the current record is the file's last one.
func (r *records) last() bool { return isBlank(r.text) }

func isBlank(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return false
		}
	}
	return true
}

// split cuts a line into fields.
func (r *records) split(line string) {
	r.fields, r.defects, r.columns, r.open = r.fields[:0], r.defects[:0], 0, false
	for at := 0; ; {
		start := at
		f := field{column: at + 1, bare: true}
		if at < len(line) && line[at] == '"' {
			f.bare, f.column = false, at+2
			f.text, at = r.quoted(line, at+1)
		} else {
			if i := strings.IndexByte(line[at:], ','); i >= 0 {
				f.text, at = line[at:at+i], at+i
			} else {
				f.text, at = line[at:], len(line)
			}
			if i := strings.IndexByte(f.text, '"'); i >= 0 {
				r.defects = append(r.defects, defect{start + i + 1, f.text, false, fmt.Errorf("%w in a field without quotes", ErrQuote)})
			}
		}
		if len(f.text) > maxField {
			cut := maxField
			for cut > maxField-utf8.UTFMax && !utf8.RuneStart(f.text[cut]) {
				cut--
			}
			r.defects = append(r.defects, defect{f.column, f.text, true, fmt.Errorf("%w: %d bytes, of which the first %d are used", ErrFieldLength, len(f.text), cut)})
			f.text = f.text[:cut]
		}
		if r.dirty {
			f.text = r.clean(f)
		}
		if r.columns++; r.columns <= maxColumns {
			r.fields = append(r.fields, f)
		}
		if at >= len(line) {
			return
		}
		at++ // the comma
	}
}

// quoted reads a field whose opening quote stands before line[at] and returns
// its text and the place behind it: a comma, or the end of the line. A quote that
// no comma follows is part of the text.
func (r *records) quoted(line string, at int) (text string, end int) {
	doubled := false
	for i := at; ; {
		n := strings.IndexByte(line[i:], '"')
		if n < 0 {
			r.open = true
			r.defects = append(r.defects, defect{at, line[at:], false, fmt.Errorf("%w: the field is not closed on its line", ErrQuote)})
			text, end = line[at:], len(line)
			break
		}
		i += n
		next := i + 1
		for next < len(line) && line[next] == ' ' {
			next++
		}
		if next == len(line) || line[next] == ',' {
			text, end = line[at:i], next
			break
		}
		if line[i+1] == '"' {
			doubled = true
			i += 2
			continue
		}
		r.defects = append(r.defects, defect{i + 1, line[at:], false, fmt.Errorf("%w inside a field", ErrQuote)})
		i++
	}
	if doubled {
		text = strings.ReplaceAll(text, `""`, `"`)
	}
	return text, end
}

// clean takes NUL bytes out of a field and reads one that is not UTF-8 as
// Windows-1252.
func (r *records) clean(f field) string {
	s := f.text
	if i := strings.IndexByte(s, 0); i >= 0 {
		r.defects = append(r.defects, defect{f.column + i, s, false, ErrNUL})
		s = strings.ReplaceAll(s, "\x00", "")
	}
	if !utf8.ValidString(s) {
		i := 0
		for i < len(s) {
			c, size := utf8.DecodeRuneInString(s[i:])
			if c == utf8.RuneError && size == 1 {
				break
			}
			i += size
		}
		u := feed.Windows1252(s)
		r.defects = append(r.defects, defect{f.column + i, u, false, ErrEncoding})
		s = u
	}
	return s
}

// null reports whether a field holds no value: OFAC prints "-0- ".
func null(s string) bool {
	s = strings.Trim(s, " \t")
	return s == "" || s == "-0-"
}

// value returns a field without blanks around it, and the empty string for null.
func value(s string) string {
	s = strings.Trim(s, " \t")
	if s == "-0-" {
		return ""
	}
	return s
}
