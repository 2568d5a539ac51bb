package un

import (
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
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
	in, err := feed.NewXML(name, r, maxDepth)
	if err != nil {
		return nil, fileError(err)
	}
	p := &parser{file: name, xml: in, ids: map[string]int{}, out: &lists.List{}}
	p.out.Source = lists.Source{Name: "UN Consolidated", Publisher: publisher, Files: []string{name}}
	if err := p.read(); err != nil {
		return nil, fileError(err)
	}
	sum, err := in.Digest()
	if err != nil {
		return nil, fileError(err)
	}
	if len(p.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	p.out.Source.SHA256 = sum
	p.out.Source.Entities = len(p.out.Entities)
	p.out.Problems = p.Sorted()
	return p.out, nil
}

// parser reads one file.
type parser struct {
	feed.Problems
	file string
	xml  *feed.XML
	out  *lists.List
	ids  map[string]int // entities by ID
	rec  record

	text [maxDepth][]byte // of the open elements of a record, by depth
	from [maxDepth]place  // where they begin
	kind lists.Kind       // of the open section
	kids int              // kids of the record before the open field
}

// place is a line and a column.
type place = feed.Place

func (p *parser) pos(at place) lists.Position {
	return lists.Position{File: p.file, Line: at.Line, Column: at.Column}
}

// read reads the file.
func (p *parser) read() error {
	t, err := p.xml.Root("CONSOLIDATED_LIST")
	if err != nil {
		return err
	}
	for p.root(&t); ; {
		if t, err = p.xml.Next(); err != nil {
			break
		}
		switch t.Kind {
		case feed.Start:
			err = p.start(&t)
		case feed.End:
			p.close(t.Name, t.Depth)
		case feed.Text:
			err = p.chars(&t)
		}
		if err != nil {
			break
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// start takes a start tag.
func (p *parser) start(t *feed.Token) error {
	p.text[t.Depth], p.from[t.Depth] = p.text[t.Depth][:0], t.At
	switch t.Depth {
	case 1:
		p.attributes(t)
		switch t.Name {
		case "INDIVIDUALS":
			p.kind = lists.Person
		case "ENTITIES":
			p.kind = lists.Organization
		default:
			return p.pass(t)
		}
	case 2:
		if p.kind == lists.Person && t.Name != "INDIVIDUAL" || p.kind == lists.Organization && t.Name != "ENTITY" {
			return p.pass(t)
		}
		p.rec.reset(t.At)
		p.recordAttributes(t, t.Name)
	case 3:
		p.kids = len(p.rec.kids)
		p.recordAttributes(t, t.Name)
	default:
		p.recordAttributes(t, p.xml.Path(3))
	}
	return nil
}

// root takes the first start tag.
func (p *parser) root(t *feed.Token) {
	made := ""
	for _, a := range t.Attrs {
		switch {
		case a.Name == "dateGenerated":
			made = a.Value
		case feed.Declaration(a.Name):
		default:
			p.Add(lists.Problem{Pos: p.pos(t.At), Field: "@" + feed.Clip(a.Name), Value: a.Value, Dropped: true, Err: ErrUnknownElement})
		}
	}
	var ok bool
	if p.out.Source.Published, ok = feed.Time(strings.TrimSpace(made)); ok {
		return
	}
	p.Add(lists.Problem{Pos: p.pos(t.At), Field: "@dateGenerated", Value: made, Dropped: made != "", Err: ErrNoDate})
}

// pass leaves out the element just opened and all in it.
func (p *parser) pass(t *feed.Token) error {
	p.Add(lists.Problem{Pos: p.pos(t.At), Field: feed.Clip(t.Name), Dropped: true, Err: ErrUnknownSection})
	return p.xml.Skip()
}

// attributes reports the attributes of an element that has none.
func (p *parser) attributes(t *feed.Token) {
	for _, a := range t.Attrs {
		p.Add(lists.Problem{Pos: p.pos(t.At), Field: feed.Clip(t.Name + "@" + a.Name), Value: a.Value, Dropped: true, Err: ErrUnknownElement})
	}
}

// recordAttributes keeps the attributes of an element of a record, which has
// none in the list, as fields that nothing takes.
func (p *parser) recordAttributes(t *feed.Token, name string) {
	for _, a := range t.Attrs {
		if v := feed.Clean([]byte(a.Value)); v != "" {
			p.rec.fields = append(p.rec.fields, field{name: name + "@" + a.Name, text: v, at: t.At})
		}
	}
}

// close takes an end tag.
func (p *parser) close(name string, depth int) {
	switch depth {
	case 0, 1:
	case 2:
		p.record()
	case 3:
		p.rec.fields = append(p.rec.fields, field{name: name, text: feed.Clean(p.text[3]), at: p.from[3], from: p.kids, to: len(p.rec.kids)})
	default:
		if text := feed.Clean(p.text[depth]); text != "" {
			if depth > 4 {
				name = p.xml.Path(4) + "/" + name
			}
			p.rec.kids = append(p.rec.kids, kid{name: name, text: text, at: p.from[depth]})
		}
	}
}

// chars takes text.
func (p *parser) chars(t *feed.Token) error {
	if t.Depth >= 2 {
		if len(p.text[t.Depth])+len(t.Text) > feed.MaxToken {
			return p.xml.Fault(t.At, ErrTooLong)
		}
		p.text[t.Depth] = append(p.text[t.Depth], t.Text...)
		return nil
	}
	if text := feed.Clean(t.Text); text != "" {
		p.Add(lists.Problem{Pos: p.pos(t.At), Value: text, Dropped: true, Err: ErrStrayText})
	}
	return nil
}
