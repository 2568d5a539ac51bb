package custom

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
)

// Version is the version of the format that Write writes. ParseJSONLines reads
// this one.
const Version = 1

const format = "pratique list"

// header is the first line.
type header struct {
	Format  string       `json:"format"`
	Version int          `json:"version"`
	Source  lists.Source `json:"source"`
}

// problemLine is a line with a Problem.
type problemLine struct {
	Problem *lists.Problem `json:"problem"`
}

// Write writes l to w as JSON lines, in the order of the list. Its Source is that
// of l with the number of entities that l has. The same list gives the same bytes.
// An error is that of w, or says which entity cannot be written because a text is
// not UTF-8 or a kind has no word; a part of what stands before it may be written
// then.
func Write(w io.Writer, l *lists.List) error {
	b := bufio.NewWriterSize(w, 64<<10)
	source := l.Source
	source.Entities = len(l.Entities)
	if err := line(b, header{format, Version, source}); err != nil {
		return fmt.Errorf("custom: source: %w", err)
	}
	for i := range l.Entities {
		e := &l.Entities[i]
		var err error
		if _, err = lists.ParseKind(e.Kind.String()); err == nil {
			err = line(b, e)
		}
		if err != nil {
			return fmt.Errorf("custom: entity %q: %w", e.ID, err)
		}
	}
	for i, p := range l.Problems {
		if err := line(b, problemLine{p}); err != nil {
			return fmt.Errorf("custom: problem %d: %w", i+1, err)
		}
	}
	return b.Flush()
}

// line writes v.
func line(w *bufio.Writer, v any) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	// The encoder writes bytes that are not UTF-8 as this escape, and a true U+FFFD as it is.
	if bytes.Contains(buf.Bytes(), []byte(`\ufffd`)) && !valid(reflect.ValueOf(v)) {
		return ErrEncoding
	}
	_, err := w.Write(buf.Bytes())
	return err
}

// valid reports whether all texts in v are UTF-8.
func valid(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return utf8.ValidString(v.String())
	case reflect.Pointer, reflect.Interface:
		return v.IsNil() || valid(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if !valid(v.Index(i)) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !valid(v.Field(i)) {
				return false
			}
		}
	}
	return true
}

// ParseJSONLines reads what Write writes, or a firm writes by hand. name stands
// for the file in positions; r is read to its end. An entity without a place of
// its own has that of its line.
//
// An error means that the file must not be used: it is a *FileError that names the
// place, or the error of r. An unknown key of an entity is a Remark with a
// Problem; one deeper in an entity is a Problem, and dropped. Entities without an
// id, and all but the first with an id, are left out with a Problem.
func ParseJSONLines(name string, r io.Reader) (*lists.List, error) {
	f, err := lines.Open(name, r, "JSON")
	if err != nil {
		return nil, fileError(err)
	}
	text, pos, err := f.Next()
	if err == io.EOF {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	if err != nil {
		return nil, fileError(err)
	}
	var head header
	if err := json.Unmarshal(text, &head); err != nil || head.Format != format {
		return nil, refuse(pos, fmt.Errorf("%w: the first line is not {\"format\":%q, ...}", ErrNotList, format))
	}
	if head.Version != Version {
		return nil, refuse(pos, fmt.Errorf("%w: %d, not %d", ErrVersion, head.Version, Version))
	}
	j := &jsonLines{out: &lists.List{Source: head.Source}, ids: map[string]lists.Position{}}
	for {
		text, pos, err := f.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fileError(err)
		}
		if err := j.line(text, pos, f.Whole()); err != nil {
			return nil, err
		}
	}
	sum, err := f.Digest()
	if err != nil {
		return nil, err
	}
	n := len(j.out.Entities) + j.dropped
	if want := head.Source.Entities; want > n {
		return nil, refuse(lists.Position{File: name}, fmt.Errorf("%w: %d entities of %d", ErrTruncated, n, want))
	}
	if len(j.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	told := map[string]bool{}
	for _, p := range j.stored {
		if p.Err.Error() == ErrNoName.Error() {
			told[p.EntityID] = true
		}
	}
	for _, p := range j.nameless {
		if !told[p.EntityID] {
			j.Add(p)
		}
	}
	s := &j.out.Source
	s.Entities = len(j.out.Entities)
	if s.SHA256 == (lists.Digest{}) {
		s.SHA256 = sum
	}
	if len(s.Files) == 0 {
		s.Files = []string{name}
	}
	j.out.Problems = append(j.stored, j.Sorted()...)
	return j.out, nil
}

// jsonLines reads one file.
type jsonLines struct {
	feed.Problems
	out     *lists.List
	stored  []*lists.Problem
	ids     map[string]lists.Position
	dropped int

	nameless []lists.Problem // of entities without a name, unless the file tells of them itself
}

// line reads an entity or a Problem.
func (j *jsonLines) line(text []byte, pos lists.Position, whole bool) error {
	if bytes.HasPrefix(text, []byte(`{"problem":`)) {
		var p problemLine
		if err := json.Unmarshal(text, &p); err != nil || p.Problem == nil {
			return refuse(pos, reason(err, text, whole))
		}
		j.stored = append(j.stored, p.Problem)
		return nil
	}
	var e lists.Entity
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	err := dec.Decode(&e)
	if err == nil && int(dec.InputOffset()) != len(text) {
		err = fmt.Errorf("%w: more than one value in a line", ErrSyntax)
		return refuse(lists.Position{File: pos.File, Line: pos.Line, Column: pos.Column + int(dec.InputOffset())}, err)
	}
	if err != nil {
		if !strings.HasPrefix(err.Error(), "json: unknown field ") {
			return refuse(place(pos, err), reason(err, text, whole))
		}
		unknown := strings.TrimPrefix(err.Error(), "json: unknown field ")
		e = lists.Entity{}
		if err := json.Unmarshal(text, &e); err != nil {
			return refuse(place(pos, err), reason(err, text, whole))
		}
		if !j.extra(&e, text, pos) {
			j.Add(lists.Problem{Pos: pos, EntityID: e.ID, Field: strings.Trim(unknown, `"`), Dropped: true, Err: ErrUnknownKey})
		}
	}
	if e.Pos == (lists.Position{}) {
		e.Pos = pos
	}
	if e.ID == "" {
		j.dropped++
		j.Add(lists.Problem{Pos: pos, Value: e.PrimaryName(), Dropped: true, Err: errors.New("no id")})
		return nil
	}
	if first, ok := j.ids[e.ID]; ok {
		j.dropped++
		j.Add(lists.Problem{Pos: pos, EntityID: e.ID, Value: e.PrimaryName(), Dropped: true, Err: fmt.Errorf("%w, at %s", ErrDuplicate, first)})
		return nil
	}
	if len(e.Names) == 0 {
		j.nameless = append(j.nameless, lists.Problem{Pos: pos, EntityID: e.ID, Field: "names", Err: ErrNoName})
	}
	j.ids[e.ID] = pos
	j.out.Entities = append(j.out.Entities, e)
	return nil
}

// extra keeps unknown keys of an entity as remarks and reports whether there are
// any.
func (j *jsonLines) extra(e *lists.Entity, text []byte, pos lists.Position) bool {
	var all map[string]json.RawMessage
	if json.Unmarshal(text, &all) != nil {
		return false
	}
	found := false
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if entityKeys[strings.ToLower(key)] {
			continue
		}
		found = true
		e.Remarks = append(e.Remarks, lists.Remark{Key: key, Text: string(all[key])})
		j.Add(lists.Problem{Pos: pos, EntityID: e.ID, Field: feed.Clip(key), Value: string(all[key]), Err: fmt.Errorf("%w, kept as a remark", ErrUnknownKey)})
	}
	return found
}

// entityKeys are the keys of an entity's JSON.
var entityKeys = func() map[string]bool {
	keys := map[string]bool{}
	t := reflect.TypeFor[lists.Entity]()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		keys[name] = true
	}
	return keys
}()

// place adds to the place of a line that of an error in it.
func place(pos lists.Position, err error) lists.Position {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		pos.Column += max(int(syntax.Offset)-1, 0)
	case errors.As(err, &typ):
		pos.Column += max(int(typ.Offset)-1, 0)
	}
	return pos
}

// reason tells what the decoder's error means.
func reason(err error, text []byte, whole bool) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case err == nil:
		return fmt.Errorf("%w: no problem", ErrNotList)
	case !whole && !json.Valid(text) && (errors.Is(err, io.ErrUnexpectedEOF) || strings.Contains(err.Error(), "unexpected end")):
		return fmt.Errorf("%w: inside a line of %d bytes", ErrTruncated, len(text))
	case errors.As(err, &typ):
		return fmt.Errorf("%w: %s of %q", ErrNotList, typ.Value, typ.Field)
	case errors.As(err, &syntax):
		return fmt.Errorf("%w: %s", ErrSyntax, feed.Clip(syntax.Error()))
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w: unexpected end of line", ErrSyntax)
	}
	return fmt.Errorf("%w: %s", ErrNotList, feed.Clip(strings.TrimPrefix(err.Error(), "json: ")))
}
