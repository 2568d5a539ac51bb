package eu

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// ErrJSON is the reason for which a file of the Sanctions Map is refused that is
// no JSON.
var ErrJSON = errors.New("JSON is not well formed")

// maxNesting bounds the nesting of JSON values; the Sanctions Map has 15.
const maxNesting = 40

// jsonValue is a JSON value with its place. kind is its first byte: { [ " t f n,
// or 0 for a number. Objects have keys and items, in the order of the file. A nil
// value is null.
type jsonValue struct {
	at    lists.Position
	kind  byte
	text  string
	keys  []string
	items []*jsonValue
}

// null stands for what is not there.
var null = jsonValue{kind: 'n'}

// jsonReader reads one JSON file.
type jsonReader struct {
	file       string
	raw        []byte
	dec        *json.Decoder
	line, from int // of the bytes counted so far
	counted    int
}

// parseJSON reads a whole JSON file.
func parseJSON(file string, raw []byte) (*jsonValue, error) {
	r := &jsonReader{file: file, raw: raw, dec: json.NewDecoder(bytes.NewReader(raw)), line: 1}
	r.dec.UseNumber()
	v, err := r.value(0)
	if err == nil {
		if _, end := r.dec.Token(); end != io.EOF {
			err = fmt.Errorf("%w: more after the end", ErrJSON)
		}
	}
	if err != nil {
		return nil, refuse(r.here(), err)
	}
	return v, nil
}

// here returns the place of the next token.
func (r *jsonReader) here() lists.Position {
	at := int(r.dec.InputOffset())
	for at < len(r.raw) && strings.IndexByte(" \t\r\n,:", r.raw[at]) >= 0 {
		at++
	}
	if at > r.counted {
		passed := r.raw[r.counted:at]
		r.line += bytes.Count(passed, []byte("\n"))
		if n := bytes.LastIndexByte(passed, '\n'); n >= 0 {
			r.from = r.counted + n + 1
		}
		r.counted = at
	}
	return lists.Position{File: r.file, Line: r.line, Column: at - r.from + 1}
}

func (r *jsonReader) token() (json.Token, error) {
	t, err := r.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case err == nil:
		return t, nil
	case err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &syntax) && syntax.Offset >= int64(len(r.raw)):
		return nil, ErrTruncated
	case errors.As(err, &syntax):
		return nil, fmt.Errorf("%w: %s", ErrJSON, feed.Clip(syntax.Error()))
	}
	return nil, fmt.Errorf("%w: %s", ErrJSON, feed.Clip(err.Error()))
}

func (r *jsonReader) value(depth int) (*jsonValue, error) {
	at := r.here()
	if depth > maxNesting {
		return nil, fmt.Errorf("%w: more than %d", ErrDepth, maxNesting)
	}
	t, err := r.token()
	if err != nil {
		return nil, err
	}
	v := &jsonValue{at: at}
	switch t := t.(type) {
	case string:
		v.kind, v.text = '"', t
	case json.Number:
		v.text = t.String()
	case bool:
		v.kind, v.text = 't', fmt.Sprint(t)
	case nil:
		v.kind = 'n'
	case json.Delim:
		if t != '{' && t != '[' {
			return nil, fmt.Errorf("%w: %q where a value belongs", ErrJSON, t.String())
		}
		v.kind = byte(t)
		for r.dec.More() {
			if t == '{' {
				key, err := r.token()
				if err != nil {
					return nil, err
				}
				name, _ := key.(string)
				v.keys = append(v.keys, name)
			}
			item, err := r.value(depth + 1)
			if err != nil {
				return nil, err
			}
			v.items = append(v.items, item)
		}
		if _, err := r.token(); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// field returns the value of the first key of an object with the name, or nil.
func (v *jsonValue) field(name string) *jsonValue {
	if v == nil || v.kind != '{' {
		return nil
	}
	for i, k := range v.keys {
		if k == name {
			return v.items[i]
		}
	}
	return nil
}

// inner returns what an object wraps as "data", or the value itself.
func (v *jsonValue) inner() *jsonValue {
	if v == nil {
		return &null
	}
	if d := v.field("data"); d != nil && (d.kind == '{' || d.kind == '[') {
		return d
	}
	return v
}

// string returns the text of a string, number or boolean.
func (v *jsonValue) string() string {
	if v == nil {
		return ""
	}
	return v.text
}

// flat returns all texts in a value.
func (v *jsonValue) flat() string {
	if v.kind != '{' && v.kind != '[' {
		return clean(v.text)
	}
	var parts []string
	for i, item := range v.items {
		text := item.flat()
		if v.kind == '{' && text != "" {
			text = v.keys[i] + ": " + text
		}
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "; ")
}
