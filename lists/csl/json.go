package csl

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// jsonLayout is where the records lie in a file of JSON.
var jsonLayout = feed.JSON{Key: "results", Passed: []string{"total", "offset", "sources"}, NotJSON: ErrNotJSON, TooLong: ErrTooLong}

// ParseJSON reads the table in JSON: an object whose key results holds an array
// of objects, or the array alone. The layout is known from programs that read
// it: a value of an unexpected type is kept as a remark, with a Problem.
//
// For names, errors and concurrency see ParseCSV.
func ParseJSON(name string, r io.Reader) (*lists.List, error) {
	p := newParser(name)
	sum, err := jsonLayout.Read(name, r, &p.Problems, p.object)
	if err != nil {
		return nil, fileError(err)
	}
	return p.finish(sum)
}

// object makes an entity of one object. Keys are taken in the order of columns,
// unknown ones in the order of their bytes, so that the list is the same always.
func (p *parser) object(at lists.Position, fields map[string]any) {
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
			for _, x := range p.array(r, c, v) {
				if s, ok := p.scalar(r, c, x); ok && s != "" {
					r.list[c] = append(r.list[c], s)
				}
			}
		case colAddresses:
			for _, x := range p.array(r, c, v) {
				p.address(r, x)
			}
		case colIDs:
			for _, x := range p.array(r, c, v) {
				p.entry(r, x)
			}
		default:
			r.text[c], _ = p.scalar(r, c, v)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(fields)) {
		s := feed.JSONText(fields[k])
		if s == "" {
			continue
		}
		if !p.columns[k] && len(p.columns) < 100 {
			p.columns[k] = true
			p.Add(lists.Problem{Pos: at, EntityID: r.text[colID], Field: feed.Clip(k), Value: s, Err: ErrUnknownColumn})
		}
		r.rest = append(r.rest, lists.Remark{Key: k, Text: s})
	}
	p.entity(r)
}

// array returns the elements of an array; one value alone counts as an array.
func (p *parser) array(r *record, c column, v any) []any {
	if a, ok := v.([]any); ok {
		return a
	}
	if s, ok := v.(string); ok && strings.TrimSpace(s) == "" {
		return nil
	}
	p.wrong(r, columnNames[c], v, "an array")
	return []any{v}
}

// scalar returns the text of a string, a number or a truth value. Others are
// kept as a remark.
func (p *parser) scalar(r *record, c column, v any) (string, bool) {
	switch v.(type) {
	case nil:
		return "", false
	case string, json.Number, bool:
		return feed.JSONText(v), true
	}
	p.wrong(r, columnNames[c], v, "a text")
	r.rest = append(r.rest, lists.Remark{Key: columnNames[c], Text: feed.JSONText(v)})
	return "", false
}

func (p *parser) wrong(r *record, field string, v any, want string) {
	p.Add(lists.Problem{Pos: r.at, EntityID: r.text[colID], Field: field, Value: feed.JSONText(v), Err: fmt.Errorf("%w: %s, not %s", ErrWrongType, feed.JSONKind(v), want)})
}

// parts reads an object of texts, and keeps what it does not know.
func (p *parser) parts(r *record, c column, v any, to map[string]*string) bool {
	m, ok := v.(map[string]any)
	if !ok {
		p.wrong(r, columnNames[c], v, "an object")
		if s := feed.JSONText(v); s != "" {
			r.rest = append(r.rest, lists.Remark{Key: columnNames[c], Text: s})
		}
		return false
	}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		s := feed.JSONText(m[k])
		if text := to[k]; text != nil {
			*text = s
		} else if s != "" {
			if key := columnNames[c] + "." + k; !p.columns[key] && len(p.columns) < 100 {
				p.columns[key] = true
				p.Add(lists.Problem{Pos: r.at, EntityID: r.text[colID], Field: feed.Clip(key), Value: s, Err: ErrUnknownColumn})
			}
			r.rest = append(r.rest, lists.Remark{Key: columnNames[c] + "." + k, Text: s})
		}
	}
	return true
}

func (p *parser) address(r *record, v any) {
	var a lists.Address
	if !p.parts(r, colAddresses, v, map[string]*string{"address": &a.Street, "city": &a.City, "state": &a.Region, "postal_code": &a.PostalCode, "country": &a.Country}) {
		return
	}
	a.Code, _ = lists.CountryCode(a.Country)
	if a != (lists.Address{}) {
		r.addresses = append(r.addresses, a)
	}
}

func (p *parser) entry(r *record, v any) {
	var n entry
	if !p.parts(r, colIDs, v, map[string]*string{"type": &n.kind, "number": &n.number, "country": &n.country, "issue_date": &n.issued, "expiration_date": &n.expires}) {
		return
	}
	n.whole = prose.Join(", ", n.country, n.expires, n.issued, n.number, n.kind)
	if n.whole != "" {
		r.ids = append(r.ids, n)
	}
}
