package un

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
)

// The publisher of both lists, and the authority of their measures.
const (
	publisher = "United Nations Security Council"
	authority = "UN Security Council"
)

// maxDepth bounds the nesting of elements; the list has five.
const maxDepth = 16

// ParseConsolidated reads the consolidated list of the Security Council in XML.
// name stands for the file in positions and in the Source; r is read to its end.
//
// Source.Published is the attribute dateGenerated in UTC; the publisher makes
// the file anew every day, whether or not the list has changed.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where.
func ParseConsolidated(name string, r io.Reader) (*lists.List, error) {
	src := newSource(r)
	if err := src.foreign(); err != nil {
		return nil, &FileError{lists.Position{File: name}, err}
	}
	p := &parser{src: src, dec: xml.NewDecoder(src), ids: map[string]int{}, out: &lists.List{}}
	p.file = name
	p.dec.Strict = true
	p.out.Source = lists.Source{Name: "UN Consolidated", Publisher: publisher, Files: []string{name}}
	if err := p.read(); err != nil {
		return nil, err
	}
	sum, err := src.digest()
	if err != nil {
		return nil, fmt.Errorf("un: %s: %w", name, err)
	}
	if len(p.out.Entities) == 0 {
		return nil, &FileError{lists.Position{File: name}, ErrEmpty}
	}
	p.out.Source.SHA256 = sum
	p.out.Source.Entities = len(p.out.Entities)
	p.out.Problems = p.problems.list(name)
	return p.out, nil
}

// parser reads one file.
type parser struct {
	problems
	file string
	src  *source
	dec  *xml.Decoder
	out  *lists.List
	ids  map[string]int // entities by ID
	rec  record

	open []string         // names of the open elements, the root first
	text [maxDepth][]byte // of the open elements of a record, by depth
	from [maxDepth]place  // where they begin
	kind lists.Kind       // of the open section
	skip int              // depth of an unknown element that is passed over; 0 none
	kids int              // kids of the record before the open field
	done bool             // the root is closed
}

// place is a line and a column.
type place struct{ line, column int }

func (p *parser) pos(at place) lists.Position {
	return lists.Position{File: p.file, Line: at.line, Column: at.column}
}

func (p *parser) here() place {
	line, column := p.dec.InputPos()
	return place{line, column}
}

// read reads the file. It follows the nesting of elements itself, because the
// decoder's own check of it costs a third of the time.
func (p *parser) read() error {
	var text place // where the text before this token begins
	for {
		p.src.next()
		at := p.here()
		t, err := p.dec.RawToken()
		if err != nil {
			if text.line > 0 { // the decoder hands out what it has before the error
				at = text
			}
			return p.end(err, at)
		}
		text = place{}
		switch t := t.(type) {
		case xml.StartElement:
			err = p.start(&t, at)
		case xml.EndElement:
			err = p.close(fullName(t.Name), at)
		case xml.CharData:
			text = at
			err = p.chars(t, at)
		case xml.Directive:
			err = ErrDoctype
			if strings.Contains(strings.ToLower(string(t[:min(len(t), 40)])), "html") {
				err = fmt.Errorf("%w: an HTML page", ErrNotList)
			}
		}
		if err != nil {
			return &FileError{p.pos(at), err}
		}
	}
}

// end tells what the decoder's error means; it is nil at the end of a list.
func (p *parser) end(err error, at place) error {
	var syntax *xml.SyntaxError
	here := p.pos(p.here())
	switch {
	case p.src.tooLong:
		return &FileError{p.pos(at), ErrTooLong}
	case p.src.err != nil && p.src.err != io.EOF:
		return fmt.Errorf("un: %s: %w", here, p.src.err)
	case err == io.EOF && p.done:
		return nil
	case err == io.EOF && len(p.open) == 0:
		return &FileError{here, ErrEmpty}
	case err == io.EOF:
		return &FileError{here, fmt.Errorf("%w: inside <%s>", ErrTruncated, p.open[len(p.open)-1])}
	case errors.As(err, &syntax) && syntax.Msg == "unexpected EOF" && len(p.open) > 0:
		return &FileError{here, fmt.Errorf("%w: inside <%s>", ErrTruncated, p.open[len(p.open)-1])}
	case errors.As(err, &syntax) && syntax.Msg == "invalid UTF-8":
		return &FileError{here, fmt.Errorf("%w: %w", ErrSyntax, ErrEncoding)}
	case errors.As(err, &syntax):
		return &FileError{here, fmt.Errorf("%w: %s", ErrSyntax, clip(syntax.Msg))}
	}
	return &FileError{here, fmt.Errorf("%w: %s", ErrEncoding, clip(strings.TrimPrefix(err.Error(), "xml: ")))}
}

// start takes a start tag.
func (p *parser) start(t *xml.StartElement, at place) error {
	name := fullName(t.Name)
	depth := len(p.open)
	if p.done {
		return fmt.Errorf("%w: <%s> after the end of the list", ErrSyntax, clip(name))
	}
	if depth == maxDepth {
		return fmt.Errorf("%w: more than %d", ErrDepth, maxDepth)
	}
	p.open = append(p.open, name)
	if p.skip > 0 {
		return nil
	}
	p.text[depth], p.from[depth] = p.text[depth][:0], at
	switch depth {
	case 0:
		return p.root(t, name, at)
	case 1:
		p.kind = lists.Unknown
		switch name {
		case "INDIVIDUALS":
			p.kind = lists.Person
		case "ENTITIES":
			p.kind = lists.Organization
		default:
			p.pass(name, at)
		}
		p.attributes(t, at)
	case 2:
		if p.kind == lists.Person && name != "INDIVIDUAL" || p.kind == lists.Organization && name != "ENTITY" {
			p.pass(name, at)
			break
		}
		p.rec.reset(at)
		p.recordAttributes(t, name, at)
	case 3:
		p.kids = len(p.rec.kids)
		p.recordAttributes(t, name, at)
	default:
		p.recordAttributes(t, strings.Join(p.open[3:], "/"), at)
	}
	return nil
}

// root takes the first start tag.
func (p *parser) root(t *xml.StartElement, name string, at place) error {
	if strings.EqualFold(name, "html") {
		return fmt.Errorf("%w: an HTML page", ErrNotList)
	}
	if name != "CONSOLIDATED_LIST" {
		return fmt.Errorf("%w: the root is <%s>, not <CONSOLIDATED_LIST>", ErrNotList, clip(name))
	}
	made := ""
	for _, a := range t.Attr {
		switch n := fullName(a.Name); {
		case n == "dateGenerated":
			made = a.Value
		case n == "xmlns", a.Name.Space == "xmlns", a.Name.Space == "xsi":
		default:
			p.add(lists.Problem{Pos: p.pos(at), Field: "@" + clip(n), Value: a.Value, Dropped: true, Err: ErrUnknownElement})
		}
	}
	for _, layout := range [...]string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02Z07:00", "2006-01-02"} {
		if d, err := time.Parse(layout, strings.TrimSpace(made)); err == nil {
			p.out.Source.Published = d.UTC()
			return nil
		}
	}
	p.add(lists.Problem{Pos: p.pos(at), Field: "@dateGenerated", Value: made, Dropped: made != "", Err: ErrNoDate})
	return nil
}

// pass leaves out the element just opened and all in it.
func (p *parser) pass(name string, at place) {
	p.add(lists.Problem{Pos: p.pos(at), Field: clip(name), Dropped: true, Err: ErrUnknownSection})
	p.skip = len(p.open)
}

// attributes reports the attributes of an element that has none.
func (p *parser) attributes(t *xml.StartElement, at place) {
	for _, a := range t.Attr {
		p.add(lists.Problem{Pos: p.pos(at), Field: clip(fullName(t.Name) + "@" + fullName(a.Name)), Value: a.Value, Dropped: true, Err: ErrUnknownElement})
	}
}

// recordAttributes keeps the attributes of an element of a record, which has
// none in the list, as fields that nothing takes.
func (p *parser) recordAttributes(t *xml.StartElement, name string, at place) {
	for _, a := range t.Attr {
		if v := clean([]byte(a.Value)); v != "" {
			p.rec.fields = append(p.rec.fields, field{name: name + "@" + fullName(a.Name), text: v, at: at})
		}
	}
}

// close takes an end tag.
func (p *parser) close(name string, at place) error {
	if len(p.open) == 0 {
		return fmt.Errorf("%w: </%s> closes nothing", ErrSyntax, clip(name))
	}
	depth := len(p.open) - 1
	if p.open[depth] != name {
		return fmt.Errorf("%w: </%s> where <%s> is open", ErrSyntax, clip(name), clip(p.open[depth]))
	}
	p.open = p.open[:depth]
	switch {
	case p.skip > 0:
		if p.skip > depth {
			p.skip = 0
		}
	case depth == 0:
		p.done = true
	case depth == 1:
	case depth == 2:
		p.record()
	case depth == 3:
		p.rec.fields = append(p.rec.fields, field{name: name, text: clean(p.text[3]), at: p.from[3], from: p.kids, to: len(p.rec.kids)})
	default:
		if text := clean(p.text[depth]); text != "" {
			if depth > 4 {
				name = strings.Join(p.open[4:], "/") + "/" + name
			}
			p.rec.kids = append(p.rec.kids, kid{name: name, text: text, at: p.from[depth]})
		}
	}
	return nil
}

// chars takes text.
func (p *parser) chars(t xml.CharData, at place) error {
	depth := len(p.open) - 1
	if p.skip > 0 {
		return nil
	}
	if depth >= 2 {
		if len(p.text[depth])+len(t) > maxToken {
			return ErrTooLong
		}
		p.text[depth] = append(p.text[depth], t...)
		return nil
	}
	text := strings.TrimPrefix(clean(t), "\ufeff")
	switch {
	case text == "":
	case depth < 0 && !p.done:
		return fmt.Errorf("%w: begins with %q", ErrNotXML, clip(text))
	case depth < 0:
		return fmt.Errorf("%w: %q after the end of the list", ErrSyntax, clip(text))
	default:
		p.add(lists.Problem{Pos: p.pos(at), Value: text, Dropped: true, Err: ErrStrayText})
	}
	return nil
}

// fullName returns a name with its prefix.
func fullName(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// clean returns text without white space at its ends and with one blank for
// every run of white space in it.
func clean(b []byte) string {
	for len(b) > 0 && white(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && white(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	for i := 0; i+1 < len(b); i++ {
		if white(b[i]) && (b[i] != ' ' || white(b[i+1])) {
			return squeeze(b)
		}
	}
	return string(b)
}

func squeeze(b []byte) string {
	out := make([]byte, 0, len(b))
	for i, c := range b {
		switch {
		case !white(c):
			out = append(out, c)
		case i > 0 && !white(b[i-1]):
			out = append(out, ' ')
		}
	}
	return string(out)
}

func white(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
