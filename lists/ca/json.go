package ca

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// jsonLayout is where the records lie in a file of JSON.
var jsonLayout = feed.JSON{Key: "data", NotJSON: ErrNotJSON, TooLong: ErrTooLong}

// ParseJSON reads the same list in JSON: an object whose key data holds an array
// of objects, all of whose values are texts, or the array alone. The layout is
// known from programs that read it: a value of another type is kept as a remark,
// with a Problem.
//
// For names, errors and concurrency see ParseXML.
func ParseJSON(name string, r io.Reader) (*lists.List, error) {
	p := newParser(name)
	sum, err := jsonLayout.Read(name, r, &p.Problems, p.object)
	if err != nil {
		return nil, fileError(err)
	}
	return p.finish(sum)
}

// object makes an entity of one object. Keys are taken in the order of their
// bytes, so that the list is the same always.
func (p *parser) object(at lists.Position, fields map[string]any) {
	r := &record{at: at}
	for _, k := range slices.Sorted(maps.Keys(fields)) {
		v := fields[k]
		s := feed.JSONText(v)
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
			p.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: s, Err: fmt.Errorf("%w: %s, not a text", ErrWrongType, feed.JSONKind(v))})
		case known:
			p.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: s, Err: ErrRepeated})
		case !p.unknown[k] && len(p.unknown) < 1000:
			p.unknown[k] = true
			p.Add(lists.Problem{Pos: at, Field: feed.Clip(k), Value: s, Err: ErrUnknownElement})
		}
		r.rest = append(r.rest, lists.Remark{Key: k, Text: s})
	}
	p.entity(r)
}
