package ca

import (
	"io"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// maxDepth bounds the nesting of elements; the list has three.
const maxDepth = 8

// ParseXML reads the consolidated list of Canadian autonomous sanctions in XML,
// in the layouts of 2020, 2023 and, with bilingual names of elements, of August
// 2026. name stands for the file in positions and in the Source; r is read to
// its end. The file bears no date: Source.Published is zero until the caller
// sets it.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where. The parsers of
// this package keep no state and may be called by any number of goroutines.
func ParseXML(name string, r io.Reader) (*lists.List, error) {
	p := newParser(name)
	x, err := feed.NewXML(name, r, maxDepth)
	if err == nil {
		err = p.records(x)
	}
	if err != nil {
		return nil, fileError(err)
	}
	sum, err := x.Digest()
	if err != nil {
		return nil, fileError(err)
	}
	return p.finish(sum)
}

// records reads the whole file.
func (p *parser) records(x *feed.XML) error {
	root, err := x.Root("data-set")
	if err != nil {
		return err
	}
	for _, a := range root.Attrs {
		if !feed.Declaration(a.Name) {
			p.Add(lists.Problem{Pos: x.Pos(root.At), Field: "@" + feed.Clip(a.Name), Value: a.Value, Dropped: true, Err: ErrUnknownPart})
		}
	}
	return x.Parts(&p.Problems, ErrUnknownPart, ErrUnknownPart, func(t *feed.Token) (bool, error) {
		if t.Name != "record" {
			return false, nil
		}
		n, err := x.Record()
		if err == nil {
			p.record(x, n)
		}
		return true, err
	})
}

// record makes an entity of one element.
func (p *parser) record(x *feed.XML, n *feed.Node) {
	r := &record{at: x.Pos(n.At)}
	for k := range n.Kids("") {
		f, ok := fieldOf(k.Name)
		if !ok || k.Text == "" {
			continue
		}
		if r.text[f] != "" {
			p.Add(lists.Problem{Pos: x.Pos(k.At), Field: k.Name, Value: k.Text, Err: ErrRepeated})
			r.rest = append(r.rest, lists.Remark{Key: k.Name, Text: k.Take()})
			continue
		}
		r.name[f], r.text[f], r.pos[f] = k.Name, clean(k.Take()), x.Pos(k.At)
	}
	n.Rest(func(path, text string, at feed.Place) {
		if !p.unknown[path] && len(p.unknown) < 1000 {
			p.unknown[path] = true
			p.Add(lists.Problem{Pos: x.Pos(at), Field: feed.Clip(path), Value: text, Err: ErrUnknownElement})
		}
		r.rest = append(r.rest, lists.Remark{Key: path, Text: text})
	})
	p.entity(r)
}
