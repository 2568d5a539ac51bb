package ca

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// ParseJSON reads the same list in JSON: an object whose key data holds an array
// of objects, all of whose values are texts, or the array alone. The layout is
// known from programs that read it: a value of another type is kept as a remark,
// with a Problem.
//
// For names, errors and concurrency see ParseXML.
func ParseJSON(name string, r io.Reader) (*lists.List, error) {
	in, err := newInput(r, ErrNotJSON)
	if err != nil {
		for _, e := range [...]error{ErrEmpty, ErrNotJSON, ErrEncoding} {
			if errors.Is(err, e) {
				return nil, &FileError{lists.Position{File: name}, err}
			}
		}
		return nil, fmt.Errorf("ca: %s: %w", name, err)
	}
	d := &document{parser: newParser(name), in: in, dec: json.NewDecoder(in)}
	if err := d.read(); err != nil {
		return nil, err
	}
	sum, err := in.digest()
	if err != nil {
		return nil, fmt.Errorf("ca: %s: %w", name, err)
	}
	return d.finish(sum)
}

// document reads a JSON file record by record.
type document struct {
	*parser
	in  *input
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
		return fmt.Errorf("ca: %s: %w", at, err)
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
		if key != "data" {
			skipped, at, err := d.element()
			if err != nil {
				return err
			}
			k, _ := key.(string)
			d.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: text(skipped), Dropped: true, Err: ErrUnknownPart})
			continue
		}
		found = true
		open, err := d.token()
		if err != nil {
			return err
		}
		if open != json.Delim('[') {
			return &FileError{d.here(), fmt.Errorf("%w: data is %s, not an array", ErrNotList, jsonKind(open))}
		}
		if err := d.records(); err != nil {
			return err
		}
	}
	if _, err := d.token(); err != nil {
		return err
	}
	if !found {
		return &FileError{d.here(), fmt.Errorf("%w: no key data", ErrNotList)}
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

// record makes an entity of one object. Keys are taken in the order of their
// bytes, so that the list is the same always.
func (d *document) record(at lists.Position, fields map[string]any) {
	r := &record{at: at}
	for _, k := range slices.Sorted(maps.Keys(fields)) {
		v := fields[k]
		s := text(v)
		if s == "" {
			continue
		}
		f, known := fieldOf(k)
		_, isText := v.(string)
		_, isNumber := v.(json.Number)
		switch {
		case known && (isText || isNumber) && r.text[f] == "":
			r.name[f], r.text[f] = k, clean(s)
			continue
		case known && !isText && !isNumber:
			d.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: s, Err: fmt.Errorf("%w: %s, not a text", ErrWrongType, jsonKind(v))})
		case known:
			d.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: s, Err: ErrRepeated})
		case !d.unknown[k] && len(d.unknown) < 1000:
			d.unknown[k] = true
			d.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: s, Err: ErrUnknownElement})
		}
		r.rest = append(r.rest, lists.Remark{Key: k, Text: s})
	}
	d.entity(r)
}

// clean returns a text without white space and no-break blanks around it, and
// with one blank for every run of white space in it.
func clean(s string) string {
	return strings.Trim(feed.Clean([]byte(s)), " \u00a0")
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
