package ofac

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// maxDepth bounds the nesting of elements; the Advanced XML has ten.
const maxDepth = 24

// xmlFile reads one XML file into the same parser as the CSV files.
type xmlFile struct {
	*parser
	in      *feed.XML
	at      feed.Place      // of the record
	entity  map[string]int  // place in out.Entities by ID
	told    map[string]bool // unknown elements and values that have been reported
	entries int             // records of an entity
	listed  listed
}

// openXML begins to read a file whose root is of a name.
func openXML(name string, r io.Reader, root string) (*xmlFile, error) {
	in, err := feed.NewXML(name, r, maxDepth)
	if err != nil {
		return nil, fileError(err)
	}
	t, err := in.Root(root)
	if err != nil {
		return nil, fileError(err)
	}
	x := &xmlFile{parser: newParser(&sets[1], [4]file{{name: name}}), in: in, entity: map[string]int{}, told: map[string]bool{}}
	x.out.Source = lists.Source{Publisher: publisher, Files: []string{name}}
	for _, a := range t.Attrs {
		if !feed.Declaration(a.Name) && a.Name != "Version" {
			x.once("@"+a.Name, a.Value, t.At, true)
		}
	}
	return x, nil
}

// each calls do with every start tag in the element whose start tag was the last;
// do reads the element it is given to its end.
func (x *xmlFile) each(do func(t *feed.Token) error) error {
	for {
		t, err := x.in.Next()
		if err != nil {
			return err
		}
		switch t.Kind {
		case feed.End:
			return nil
		case feed.Start:
			if err := do(&t); err != nil {
				return err
			}
		case feed.Text:
			if text := feed.Clean(t.Text); text != "" {
				x.add(lists.Problem{Pos: x.in.Pos(t.At), Value: text, Dropped: true, Err: ErrStrayText})
			}
		}
	}
}

// skip passes over an element that is not known.
func (x *xmlFile) skip(t *feed.Token) error {
	x.once(t.Name, "", t.At, true)
	return x.in.Skip()
}

// once reports an element, attribute or value that is not known, the first time
// it is met in a file.
func (x *xmlFile) once(field, value string, at feed.Place, dropped bool) {
	if x.told[field] || len(x.told) > maxProblems {
		return
	}
	x.told[strings.Clone(field)] = true
	x.add(lists.Problem{Pos: x.in.Pos(at), EntityID: strings.Clone(x.cur.e.ID), Field: clip(field), Value: value, Dropped: dropped, Err: ErrUnknownElement})
}

// begin makes room for the facts of the entity of a record. It reports whether
// the entity is to be kept: a second one with the same number is not.
func (x *xmlFile) begin(id string, kind lists.Kind, at feed.Place) bool {
	b := &x.cur
	b.reset()
	x.at = at
	b.line, b.column = at.Line, at.Column
	b.e.ID, b.e.Kind, b.e.Pos = id, kind, x.in.Pos(at)
	if id == "" {
		b.e.ID = fmt.Sprintf("line %d", at.Line)
		x.problem(b.e.Pos, "ID", "", ErrID)
	}
	if _, twice := x.entity[b.e.ID]; twice {
		x.add(lists.Problem{Pos: b.e.Pos, EntityID: b.e.ID, Dropped: true, Err: ErrDuplicate})
		return false
	}
	if kind == lists.Vessel {
		b.vessel()
	}
	return true
}

// place sets where facts are said to stand from now on.
func (x *xmlFile) place(n *feed.Node) {
	x.cur.line, x.cur.column = n.At.Line, n.At.Column
}

// keep keeps what nothing took of a record as Remarks under the names of its
// elements, and then the entity.
func (x *xmlFile) keep(n *feed.Node) {
	b := &x.cur
	n.Rest(func(path, text string, at feed.Place) {
		b.remarks = append(b.remarks, lists.Remark{Key: path, Text: path + ": " + text})
		x.once(path, text, at, false)
	})
	if len(b.names) == 0 {
		x.problem(b.e.Pos, "name", "", ErrNoName)
	}
	b.finishTitles()
	x.finishMeasures()
	x.entity[b.e.ID] = len(x.out.Entities)
	x.out.Entities = append(x.out.Entities, x.store.keep(b))
}

// end reads on to the end of the file and fills in the Source.
func (x *xmlFile) end(s *set) (*lists.List, error) {
	for {
		if _, err := x.in.Next(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
	}
	name := x.out.Source.Files[0]
	if len(x.out.Entities) == 0 {
		return nil, refuse(lists.Position{File: name}, ErrEmpty)
	}
	sum, err := x.in.Digest()
	if err != nil {
		return nil, err
	}
	x.out.Source.Name = s.name
	x.out.Source.SHA256 = sum
	x.out.Source.Entities = len(x.out.Entities)
	x.out.Problems = x.problems.list([]string{name})
	return x.out, nil
}

// aliasName adds a name with the list's word for its type ("a.k.a.", "F.K.A.").
// A weak alias is a WeakAlias, but of ships a full Alias or Former name, for the
// reason that quotedName gives; the Label then says that the list calls it weak.
func (x *xmlFile) aliasName(n lists.Name, weak bool) {
	n.Type = lists.Alias
	switch n.Label[:min(len(n.Label), 1)] {
	case "f", "F":
		n.Type = lists.Former
	case "a", "A", "n", "N":
	default:
		x.once("alias type "+n.Label, n.Label, x.at, false)
	}
	switch {
	case weak && x.cur.e.Kind == lists.Vessel:
		n.Label = strings.TrimSpace(n.Label + " weak")
	case weak:
		n.Type = lists.WeakAlias
	}
	x.cur.names = append(x.cur.names, n)
}

// addressPart puts a part of an address into its field, by the list's word for the
// part, and reports whether it has one. The three lines of a street gather in
// street until all parts are read.
func addressPart(a *lists.Address, street *[3]string, word, v string) bool {
	switch word {
	case "ADDRESS1", "ADDRESS2", "ADDRESS3":
		i := word[len(word)-1] - '1'
		street[i] = commas(street[i], v)
	case "CITY":
		a.City = commas(a.City, v)
	case "STATE/PROVINCE", "REGION":
		a.Region = commas(a.Region, v)
	case "POSTAL CODE":
		a.PostalCode = commas(a.PostalCode, v)
	default:
		return false
	}
	return true
}
