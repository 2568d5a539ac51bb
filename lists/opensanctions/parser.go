package opensanctions

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/lines"
)

// The Source of every list of this package.
const (
	listName  = "OpenSanctions"
	publisher = "OpenSanctions"
)

// parser is what the parsers of the four formats share.
type parser struct {
	feed.Problems
	file  *lines.File
	out   *lists.List
	ids   map[string]int    // entities by id
	words map[string]string // short texts that stand in many entities, each kept once
	once  map[string]bool   // unknown keys that are reported
	lines int
	bad   int // lines that cannot be read
	first lists.Position
	why   error
}

func newParser(name string, r io.Reader, format string) (*parser, error) {
	f, err := lines.Open(name, r, format)
	if err != nil {
		return nil, fileError(err)
	}
	return &parser{
		file: f, ids: map[string]int{}, words: map[string]string{}, once: map[string]bool{},
		out: &lists.List{Source: lists.Source{Name: listName, Publisher: publisher, Files: []string{name}}},
	}, nil
}

// finish completes the list.
func (p *parser) finish() (*lists.List, error) {
	sum, err := p.file.Digest()
	if err != nil {
		return nil, err
	}
	if len(p.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: p.out.Source.Files[0]}, ErrEmpty)
	}
	for i := range p.out.Entities {
		if e := &p.out.Entities[i]; len(e.Names) == 0 {
			p.problem(e, e.Pos, "name", "", ErrNoName)
		}
	}
	p.out.Source.SHA256, p.out.Source.Entities = sum, len(p.out.Entities)
	p.out.Problems = p.Sorted()
	return p.out, nil
}

// reject leaves out a line that cannot be read. A file whose first line, or more
// than one line in a hundred (and more than three), cannot be read is refused.
func (p *parser) reject(pos lists.Position, line []byte, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		pos.Column += max(int(syntax.Offset)-1, 0)
	}
	if p.bad++; p.bad == 1 {
		p.first, p.why = pos, err
	}
	if p.lines == 1 && errors.Is(err, ErrNotList) {
		return refuse(pos, err)
	}
	if p.lines == 1 {
		return refuse(pos, fmt.Errorf("%w: %w", ErrNotList, err))
	}
	p.Add(lists.Problem{Pos: pos, Value: feed.Clip(string(line[:min(len(line), 400)])), Dropped: true, Err: err})
	return nil
}

// eachLine calls do with every line of JSON. One that do cannot read is rejected,
// one that is cut ends the reading.
func (p *parser) eachLine(do func(line []byte, pos lists.Position) error) error {
	for {
		line, pos, err := p.file.Next()
		if err == io.EOF {
			return p.tooBad()
		}
		if err != nil {
			return fileError(err)
		}
		p.lines++
		err = do(line, pos)
		if errors.Is(err, ErrTruncated) {
			return refuse(pos, err)
		}
		if err != nil {
			err = p.reject(pos, line, err)
		}
		if err != nil {
			return err
		}
	}
}

// tooBad refuses a file of which too many lines were rejected.
func (p *parser) tooBad() error {
	if p.bad > 3 && p.bad*100 > p.lines {
		return refuse(p.first, fmt.Errorf("%w: %d of %d, this one: %w", ErrBadRows, p.bad, p.lines, p.why))
	}
	return nil
}

// entity appends an entity, or returns that which has the id already.
func (p *parser) entity(id string, pos lists.Position) (e *lists.Entity, isNew bool) {
	if i, ok := p.ids[id]; ok {
		return &p.out.Entities[i], false
	}
	p.ids[id] = len(p.out.Entities)
	p.out.Entities = append(p.out.Entities, lists.Entity{ID: id, Pos: pos})
	return &p.out.Entities[len(p.out.Entities)-1], true
}

func (p *parser) problem(e *lists.Entity, pos lists.Position, field, value string, err error) {
	p.Add(lists.Problem{Pos: pos, EntityID: e.ID, Field: field, Value: value, Err: err})
}

// unknown reports a key of which nothing is known, once in a file.
func (p *parser) unknown(e *lists.Entity, pos lists.Position, key, value string) {
	if key = feed.Clip(key); !p.once[key] && len(p.once) < feed.MaxProblems {
		p.once[key] = true
		p.problem(e, pos, key, value, ErrUnknownKey)
	}
}

// word returns s, one copy of it for all entities.
func (p *parser) word(s string) string {
	if len(s) > 40 {
		return s
	}
	if w, ok := p.words[s]; ok {
		return w
	}
	if len(p.words) < 1<<14 {
		s = strings.Clone(s)
		p.words[s] = s
	}
	return s
}

// published notes when the source of an entity was read last: the latest of these
// times is that of the file.
func (p *parser) published(lastSeen string) {
	at, err := time.Parse("2006-01-02T15:04:05", lastSeen)
	if err == nil && at.After(p.out.Source.Published) {
		p.out.Source.Published = at
	}
}

func (p *parser) name(e *lists.Entity, text string, t lists.NameType, label string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	e.Names = append(e.Names, lists.Name{Text: text, Type: t, Label: label})
}

func (p *parser) remark(e *lists.Entity, key, text string) {
	if text != "" {
		e.Remarks = append(e.Remarks, lists.Remark{Key: p.word(key), Text: p.word(text)})
	}
}

// identifier appends a number. One that cannot be what its type says is kept, with
// a Problem.
func (p *parser) identifier(e *lists.Entity, pos lists.Position, id lists.Identifier, field string) {
	e.Identifiers = append(e.Identifiers, id)
	switch id.Type {
	case lists.IMOShip, lists.IMOCompany, lists.MMSI, lists.CallSign, lists.LEI, lists.SWIFT:
		if _, err := id.Canonical(); err != nil {
			p.problem(e, pos, field, "", err)
		}
	}
}

// date appends a date; one that has no reading keeps its text, with a Problem.
func (p *parser) date(e *lists.Entity, pos lists.Position, role lists.DateRole, text, field string) {
	d, err := lists.ParseDate(text)
	if err != nil {
		p.problem(e, pos, field, "", err)
	}
	d.Role = role
	e.Dates = append(e.Dates, d)
}

// when reads a date that stands in a field of its own.
func (p *parser) when(e *lists.Entity, pos lists.Position, text, field string) lists.Date {
	if text == "" {
		return lists.Date{}
	}
	day, _, _ := strings.Cut(text, "T")
	d, err := lists.ParseDate(day)
	if err != nil {
		p.problem(e, pos, field, "", err)
	}
	d.Text = text
	return d
}

// noState are the codes of OpenSanctions that are no state's today, or of no one
// state. After followthemoney, types/country.py, to be checked against it.
var noState = map[string]bool{"eu": true, "zz": true, "su": true, "suhh": true, "cs": true, "cshh": true, "csxx": true,
	"yu": true, "yucs": true, "dd": true, "ddde": true, "an": true, "global": true, "un": true}

// country reads a code of OpenSanctions: ISO 3166-1 alpha-2 in lower case, or with
// a part after a hyphen ("gb-sct", "ge-ab"), or one of noState.
func (p *parser) country(e *lists.Entity, pos lists.Position, text string, role lists.CountryRole, field string) lists.Country {
	return lists.Country{Text: p.word(text), Code: p.code(e, pos, text, field), Role: role}
}

func (p *parser) code(e *lists.Entity, pos lists.Position, text, field string) string {
	low := strings.ToLower(strings.TrimSpace(text))
	if noState[low] || low == "" {
		return ""
	}
	state := low
	if len(low) > 3 && low[2] == '-' {
		state = low[:2]
	}
	code, ok := lists.CountryCode(state)
	if !ok {
		p.problem(e, pos, field, text, fmt.Errorf("%w for a country", ErrUnknownWord))
	}
	return p.word(code)
}
