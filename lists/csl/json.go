package csl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// ParseJSON reads the table in JSON: an object whose key results holds an array
// of objects, or the array alone. The layout is known from programs that read
// it: a value of an unexpected type is kept as a remark, with a Problem.
//
// For names, errors and concurrency see ParseCSV.
func ParseJSON(name string, r io.Reader) (*lists.List, error) {
	in, err := newInput(r, ErrNotJSON)
	if err != nil {
		return nil, startError(name, err)
	}
	d := &document{parser: newParser(name, in), dec: json.NewDecoder(in)}
	if err := d.read(); err != nil {
		return nil, err
	}
	return d.finish()
}

// document reads a JSON file record by record.
type document struct {
	*parser
	dec *json.Decoder
}

func (d *document) here() lists.Position {
	line, column := d.in.place(d.dec.InputOffset())
	return lists.Position{File: d.file, Line: line, Column: column}
}

// end returns the place behind the last byte read.
func (d *document) end() lists.Position {
	line, column := d.in.place(d.in.read)
	return lists.Position{File: d.file, Line: line, Column: column}
}

// element decodes the next element, which More has found, and returns the place
// where it begins.
func (d *document) element() (any, lists.Position, error) {
	var raw json.RawMessage
	if err := d.dec.Decode(&raw); err != nil {
		return nil, lists.Position{}, d.fail(err)
	}
	line, column := d.in.place(d.dec.InputOffset() - int64(len(raw)))
	d.in.done(d.dec.InputOffset())
	at := lists.Position{File: d.file, Line: line, Column: column}
	if !utf8.Valid(raw) {
		d.Add(lists.Problem{Pos: at, Err: ErrEncoding})
	}
	var v any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	err := dec.Decode(&v)
	return v, at, err
}

// fail tells what an error of the decoder means.
func (d *document) fail(err error) error {
	var syntax *json.SyntaxError
	at := d.here()
	switch {
	case d.in.closed:
		return &FileError{at, ErrTooLong}
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return &FileError{d.end(), ErrTruncated}
	case errors.As(err, &syntax):
		if strings.Contains(syntax.Error(), "unexpected end") {
			return &FileError{d.end(), ErrTruncated}
		}
		return &FileError{at, fmt.Errorf("%w: %s", ErrNotJSON, feed.Clip(syntax.Error()))}
	case d.in.err != nil && d.in.err != io.EOF:
		return fmt.Errorf("csl: %s: %w", at, err)
	}
	return &FileError{at, fmt.Errorf("%w: %s", ErrNotJSON, feed.Clip(err.Error()))}
}

// token reads one token and forgets what lies before it.
func (d *document) token() (json.Token, error) {
	t, err := d.dec.Token()
	if err != nil {
		return nil, d.fail(err)
	}
	d.in.done(d.dec.InputOffset())
	return t, nil
}

func (d *document) read() error {
	t, err := d.token()
	if err != nil {
		return err
	}
	switch t {
	case json.Delim('['):
		err = d.records()
	case json.Delim('{'):
		err = d.object()
	default:
		err = &FileError{d.here(), fmt.Errorf("%w: begins with %s", ErrNotList, jsonKind(t))}
	}
	if err != nil {
		return err
	}
	if _, err := d.dec.Token(); !errors.Is(err, io.EOF) || d.in.closed {
		if err == nil {
			err = errors.New("more after the end")
		}
		return d.fail(err)
	}
	return nil
}

// object reads the outer object.
func (d *document) object() error {
	found := false
	for d.dec.More() {
		key, err := d.token()
		if err != nil {
			return err
		}
		if key != "results" {
			skipped, at, err := d.element()
			if err != nil {
				return err
			}
			if k, _ := key.(string); k != "total" && k != "offset" && k != "sources" {
				d.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: text(skipped), Dropped: true, Err: ErrUnknownPart})
			}
			continue
		}
		found = true
		open, err := d.token()
		if err != nil {
			return err
		}
		if open != json.Delim('[') {
			return &FileError{d.here(), fmt.Errorf("%w: results is %s, not an array", ErrNotList, jsonKind(open))}
		}
		if err := d.records(); err != nil {
			return err
		}
	}
	if _, err := d.token(); err != nil {
		return err
	}
	if !found {
		return &FileError{d.here(), fmt.Errorf("%w: no key results", ErrNotList)}
	}
	return nil
}

// records reads the elements of an array and its end.
func (d *document) records() error {
	for d.dec.More() {
		v, at, err := d.element()
		if err != nil {
			return err
		}
		fields, ok := v.(map[string]any)
		if !ok {
			d.Add(lists.Problem{Pos: at, Value: text(v), Dropped: true, Err: fmt.Errorf("%w: %s, not an object", ErrWrongType, jsonKind(v))})
			continue
		}
		d.record(at, fields)
	}
	_, err := d.token()
	return err
}

// record makes an entity of one object. Keys are taken in the order of columns,
// unknown ones in the order of their bytes, so that the list is the same always.
func (d *document) record(at lists.Position, fields map[string]any) {
	r := &record{at: at}
	for c := range numColumns {
		name := columnNames[c]
		v, ok := fields[name]
		if !ok && c == colID {
			name = "id"
			v, ok = fields[name]
		}
		if !ok {
			continue
		}
		delete(fields, name)
		if v == nil {
			continue
		}
		switch c {
		case colPrograms, colAlt, colCitizenships, colBirth, colNationalities, colBirthPlaces:
			for _, x := range d.array(r, c, v) {
				if s, ok := d.scalar(r, c, x); ok && s != "" {
					r.list[c] = append(r.list[c], s)
				}
			}
		case colAddresses:
			for _, x := range d.array(r, c, v) {
				d.address(r, x)
			}
		case colIDs:
			for _, x := range d.array(r, c, v) {
				d.entry(r, x)
			}
		default:
			r.text[c], _ = d.scalar(r, c, v)
		}
	}
	for _, k := range sortedKeys(fields) {
		s := text(fields[k])
		if s == "" {
			continue
		}
		if !d.columns[k] && len(d.columns) < 100 {
			d.columns[k] = true
			d.Add(lists.Problem{Pos: at, EntityID: r.text[colID], Field: feed.Clip(k), Value: s, Err: ErrUnknownColumn})
		}
		r.rest = append(r.rest, lists.Remark{Key: k, Text: s})
	}
	d.entity(r)
}

// array returns the elements of an array; one value alone counts as an array.
func (d *document) array(r *record, c column, v any) []any {
	if a, ok := v.([]any); ok {
		return a
	}
	if s, ok := v.(string); ok && strings.TrimSpace(s) == "" {
		return nil
	}
	d.wrong(r, columnNames[c], v, "an array")
	return []any{v}
}

// scalar returns the text of a string, a number or a truth value. Others are
// kept as a remark.
func (d *document) scalar(r *record, c column, v any) (string, bool) {
	switch v.(type) {
	case nil:
		return "", false
	case string, json.Number, bool:
		return text(v), true
	}
	d.wrong(r, columnNames[c], v, "a text")
	r.rest = append(r.rest, lists.Remark{Key: columnNames[c], Text: text(v)})
	return "", false
}

func (d *document) wrong(r *record, field string, v any, want string) {
	d.Add(lists.Problem{Pos: r.at, EntityID: r.text[colID], Field: field, Value: text(v), Err: fmt.Errorf("%w: %s, not %s", ErrWrongType, jsonKind(v), want)})
}

// parts reads an object of texts, and keeps what it does not know.
func (d *document) parts(r *record, c column, v any, to map[string]*string) bool {
	m, ok := v.(map[string]any)
	if !ok {
		d.wrong(r, columnNames[c], v, "an object")
		if s := text(v); s != "" {
			r.rest = append(r.rest, lists.Remark{Key: columnNames[c], Text: s})
		}
		return false
	}
	for _, k := range sortedKeys(m) {
		s := text(m[k])
		if p := to[k]; p != nil {
			*p = s
		} else if s != "" {
			if key := columnNames[c] + "." + k; !d.columns[key] && len(d.columns) < 100 {
				d.columns[key] = true
				d.Add(lists.Problem{Pos: r.at, EntityID: r.text[colID], Field: feed.Clip(key), Value: s, Err: ErrUnknownColumn})
			}
			r.rest = append(r.rest, lists.Remark{Key: columnNames[c] + "." + k, Text: s})
		}
	}
	return true
}

func (d *document) address(r *record, v any) {
	var a lists.Address
	if !d.parts(r, colAddresses, v, map[string]*string{"address": &a.Street, "city": &a.City, "state": &a.Region, "postal_code": &a.PostalCode, "country": &a.Country}) {
		return
	}
	a.Code, _ = lists.CountryCode(a.Country)
	if a != (lists.Address{}) {
		r.addresses = append(r.addresses, a)
	}
}

func (d *document) entry(r *record, v any) {
	var n entry
	if !d.parts(r, colIDs, v, map[string]*string{"type": &n.kind, "number": &n.number, "country": &n.country, "issue_date": &n.issued, "expiration_date": &n.expires}) {
		return
	}
	n.whole = join(", ", n.country, n.expires, n.issued, n.number, n.kind)
	if n.whole != "" {
		r.ids = append(r.ids, n)
	}
}

// text returns a value as text: a string without blanks around it, anything
// else as JSON, null as nothing.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case json.Delim:
		return v.String()
	case []any:
		if len(v) == 0 {
			return ""
		}
	}
	b, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(b)
}

func jsonKind(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return "a text"
	case json.Number:
		return "a number"
	case bool:
		return "a truth value"
	case json.Delim:
		if v == '[' {
			return "an array"
		}
		return "an object"
	case []any:
		return "an array"
	}
	return "an object"
}
