package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
)

// JSON says how a list of records lies in a file of JSON: an array of objects, or
// an object one key of which holds that array.
type JSON struct {
	Key     string   // of the outer object, whose value is the array
	Passed  []string // other keys of the outer object that are known to hold no record
	NotJSON error    // the reason to give for a file that is not JSON
	TooLong error    // that for a record of more than 256 KiB
}

// Read reads the file record by record, never holding more than one, and calls
// record with the place and the keys of each; record may keep and change the map.
// name stands for the file in positions. Numbers are json.Numbers. It returns the
// sum of all bytes of the file.
//
// An error is a *lists.FileError, or the error of r wrapped with its place. What
// is passed over, and what is not UTF-8, is added to problems.
func (f *JSON) Read(name string, r io.Reader, problems *Problems, record func(at lists.Position, fields map[string]any)) (lists.Digest, error) {
	in, err := newStream(name, r, f.NotJSON, f.TooLong)
	if err != nil {
		return lists.Digest{}, err
	}
	w := &jsonWalk{JSON: f, in: in, dec: json.NewDecoder(in), problems: problems, record: record}
	if err := w.file(); err != nil {
		return lists.Digest{}, err
	}
	return in.digest()
}

// jsonWalk is the reading of one file.
type jsonWalk struct {
	*JSON
	in       *stream
	dec      *json.Decoder
	problems *Problems
	record   func(lists.Position, map[string]any)
}

// here returns the place behind the last token.
func (w *jsonWalk) here() lists.Position { return w.in.pos(w.dec.InputOffset()) }

// end returns the place behind the last byte read.
func (w *jsonWalk) end() lists.Position { return w.in.pos(w.in.read) }

// element decodes the next element, which More has found, and returns the place
// where it begins.
func (w *jsonWalk) element() (any, lists.Position, error) {
	var raw json.RawMessage
	if err := w.dec.Decode(&raw); err != nil {
		return nil, lists.Position{}, w.fail(err)
	}
	at := w.in.pos(w.dec.InputOffset() - int64(len(raw)))
	w.in.done(w.dec.InputOffset())
	if !utf8.Valid(raw) {
		w.problems.Add(lists.Problem{Pos: at, Err: ErrEncoding})
	}
	var v any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	err := dec.Decode(&v)
	return v, at, err
}

// fail tells what an error of the decoder means.
func (w *jsonWalk) fail(err error) error {
	var syntax *json.SyntaxError
	at := w.here()
	switch {
	case w.in.closed:
		return refuse(at, w.TooLong)
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return refuse(w.end(), ErrTruncated)
	case errors.As(err, &syntax):
		if strings.Contains(syntax.Error(), "unexpected end") {
			return refuse(w.end(), ErrTruncated)
		}
		return refuse(at, fmt.Errorf("%w: %s", w.NotJSON, Clip(syntax.Error())))
	case w.in.err != nil && w.in.err != io.EOF:
		return fmt.Errorf("%s: %w", at, err)
	}
	return refuse(at, fmt.Errorf("%w: %s", w.NotJSON, Clip(err.Error())))
}

// token reads one token and forgets what lies before it.
func (w *jsonWalk) token() (json.Token, error) {
	t, err := w.dec.Token()
	if err != nil {
		return nil, w.fail(err)
	}
	w.in.done(w.dec.InputOffset())
	return t, nil
}

// file reads the whole file.
func (w *jsonWalk) file() error {
	t, err := w.token()
	if err != nil {
		return err
	}
	switch t {
	case json.Delim('['):
		err = w.array()
	case json.Delim('{'):
		err = w.object()
	default:
		err = refuse(w.here(), fmt.Errorf("%w: begins with %s", ErrNotList, JSONKind(t)))
	}
	if err != nil {
		return err
	}
	if _, err := w.dec.Token(); !errors.Is(err, io.EOF) || w.in.closed {
		if err == nil {
			err = errors.New("more after the end")
		}
		return w.fail(err)
	}
	return nil
}

// object reads the outer object.
func (w *jsonWalk) object() error {
	found := false
	for w.dec.More() {
		key, err := w.token()
		if err != nil {
			return err
		}
		if key != w.Key {
			skipped, at, err := w.element()
			if err != nil {
				return err
			}
			if k, _ := key.(string); !slices.Contains(w.Passed, k) {
				w.problems.Add(lists.Problem{Pos: at, Field: Clip(k), Value: JSONText(skipped), Dropped: true, Err: ErrUnknownPart})
			}
			continue
		}
		found = true
		open, err := w.token()
		if err != nil {
			return err
		}
		if open != json.Delim('[') {
			return refuse(w.here(), fmt.Errorf("%w: %s is %s, not an array", ErrNotList, w.Key, JSONKind(open)))
		}
		if err := w.array(); err != nil {
			return err
		}
	}
	if _, err := w.token(); err != nil {
		return err
	}
	if !found {
		return refuse(w.here(), fmt.Errorf("%w: no key %s", ErrNotList, w.Key))
	}
	return nil
}

// array reads the records of an array and its end.
func (w *jsonWalk) array() error {
	for w.dec.More() {
		v, at, err := w.element()
		if err != nil {
			return err
		}
		fields, ok := v.(map[string]any)
		if !ok {
			w.problems.Add(lists.Problem{Pos: at, Value: JSONText(v), Dropped: true, Err: fmt.Errorf("%w: %s, not an object", ErrWrongType, JSONKind(v))})
			continue
		}
		w.record(at, fields)
	}
	_, err := w.token()
	return err
}

// JSONText returns a value of JSON as text: a string without white space around
// it, null and an empty array as nothing, a number as it is written, anything else
// as JSON.
func JSONText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
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

// JSONKind returns the word for the type of a value or token of JSON, as errors
// put it.
func JSONKind(v any) string {
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
	case []any:
		return "an array"
	}
	return "an object"
}
