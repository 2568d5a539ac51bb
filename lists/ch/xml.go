package ch

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// The publisher, and the authority of the measures.
const (
	publisher = "Swiss State Secretariat for Economic Affairs (SECO)"
	authority = "Swiss Federal Council"
)

// maxDepth bounds the nesting of elements. A target within the modification of a
// target nests nine deep.
const maxDepth = 24

// ParseXML reads the consolidated list of SECO (SESAM), a document
// swiss-sanctions-list of version 3 with the list-type "whole-list". The files of
// changes that SECO publishes beside it are refused with ErrNotWhole. name stands
// for the file in positions and in the Source; r is read to its end.
// Source.Published is the attribute date.
//
// De-listed targets are in the list, and in the result: their Measures have an
// end (Measure.Ends), and Source.Note counts them. The package comment tells what
// goes where.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list.
func ParseXML(name string, r io.Reader) (*lists.List, error) {
	in, err := feed.NewXML(name, r, maxDepth)
	if err != nil {
		return nil, fileError(err)
	}
	p := &parser{in: in, told: feed.Once{}, ids: map[string]int{}, sets: map[string]set{}, places: map[string]location{}}
	p.out.Source = lists.Source{Name: "SECO", Publisher: publisher, Files: []string{name}}
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
	p.resolve()
	p.out.Source.SHA256 = sum
	p.out.Source.Entities = len(p.out.Entities)
	if p.ended > 0 {
		p.out.Source.Note = fmt.Sprintf("%d targets are de-listed", p.ended)
	}
	p.out.Problems = p.all.Sorted()
	return &p.out, nil
}

// parser reads one file.
type parser struct {
	in      *feed.XML
	out     lists.List
	all     feed.Problems
	told    feed.Once      // what is unknown and has been reported
	ids     map[string]int // targets by ssid: the index of the entity and 1
	sets    map[string]set
	places  map[string]location
	pending []pending
	ended   int
}

// pending is a reference to what may stand later in the file.
type pending struct {
	what   pendingKind
	entity int
	index  int // among the entity's Addresses, Places, Relations or Measures
	id     string
	at     feed.Place
}

type pendingKind uint8

const (
	pendingAddress pendingKind = iota
	pendingBirth
	pendingRelation
	pendingSet
)

// read reads the root and what is in it.
func (p *parser) read() error {
	t, err := p.in.Root("swiss-sanctions-list")
	if err != nil {
		return err
	}
	if err := p.root(&t); err != nil {
		return err
	}
	return p.in.Parts(&p.all, ErrStrayText, ErrUnknownSection, func(t *feed.Token) (bool, error) {
		var do func(*feed.Node)
		switch t.Name {
		case "sanctions-program":
			do = p.programme
		case "target":
			do = p.target
		case "place":
			do = p.place
		default:
			return false, nil
		}
		n, err := p.in.Record()
		if err == nil {
			do(n)
		}
		return true, err
	})
}

// root reads the attributes of the root.
func (p *parser) root(t *feed.Token) error {
	made, kind := "", ""
	for _, a := range t.Attrs {
		switch {
		case a.Name == "date":
			made = strings.TrimSpace(a.Value)
		case a.Name == "list-type":
			kind = a.Value
		case !feed.Declaration(a.Name):
			p.all.Add(lists.Problem{Pos: p.in.Pos(t.At), Field: "@" + feed.Clip(a.Name), Value: a.Value, Dropped: true, Err: ErrUnknownElement})
		}
	}
	if kind != "whole-list" {
		return p.in.Fault(t.At, fmt.Errorf("%w: list-type is %q", ErrNotWhole, feed.Clip(kind)))
	}
	if d, err := time.Parse("2006-01-02", made[:min(len(made), 10)]); err == nil {
		p.out.Source.Published = d
		return nil
	}
	p.all.Add(lists.Problem{Pos: p.in.Pos(t.At), Field: "@date", Value: made, Dropped: made != "", Err: ErrNoDate})
	return nil
}

// text takes the text of an element; what is returned shares no memory with it.
func text(n *feed.Node) string { return strings.Clone(n.Take()) }

// textOf takes the text of the first element in n of a name.
func textOf(n *feed.Node, name string) string { return strings.Clone(n.One(name)) }

// attr takes an attribute.
func attr(n *feed.Node, name string) string { return strings.TrimSpace(strings.Clone(n.Attr(name))) }

// rest makes remarks of what nothing in n has taken.
func (p *parser) rest(e *lists.Entity, n *feed.Node) {
	n.Rest(func(path, text string, at feed.Place) {
		if strings.HasSuffix(path, "@ssid") { // numbers of parts of a target, which no field takes and nothing refers to
			return
		}
		path = strings.Clone(path)
		e.Remarks = append(e.Remarks, lists.Remark{Text: path + ": " + text})
		p.once(e, at, path, text, ErrUnknownElement)
	})
}
