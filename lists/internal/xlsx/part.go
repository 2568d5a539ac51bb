package xlsx

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// part reads the XML of one part of the archive. It bounds what the part may
// unpack to and what the decoder may hold at once, and follows the nesting.
type part struct {
	w    *Workbook
	name string
	dec  *xml.Decoder
	in   *bufio.Reader
	err  error // of the archive, other than its end

	left  int64 // bytes that the part may still have
	token int   // bytes that the token may still have
	limit error // the bound that was met

	open   []string // local names of the open elements
	closed string   // the element that the last end tag closed
	text   []byte   // character data since the last tag
}

// ReadByte hands the decoder the next byte of the part.
func (p *part) ReadByte() (byte, error) {
	if p.left == 0 {
		p.limit = fmt.Errorf("%w: a part of more than %d bytes", ErrTooLarge, maxPart)
		return 0, p.limit
	}
	if p.token == 0 {
		p.limit = fmt.Errorf("%w: a tag or text of more than %d bytes", ErrTooLarge, maxText)
		return 0, p.limit
	}
	p.left--
	p.token--
	c, err := p.in.ReadByte()
	if err != nil && err != io.EOF {
		p.err = err
	}
	return c, err
}

// Read is there for the decoder's type only, which reads bytes.
func (p *part) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	c, err := p.ReadByte()
	if err != nil {
		return 0, err
	}
	b[0] = c
	return 1, nil
}

func (p *part) pos() lists.Position {
	line, column := p.dec.InputPos()
	return lists.Position{File: p.w.Name + "!" + p.name, Line: line, Column: column}
}

// read calls token with every start and end tag of a part. Character data
// between them stands in part.text when the tag behind it arrives. A part that
// the archive has not is empty.
func (w *Workbook) read(name string, token func(p *part, t xml.Token) error) error {
	f := w.parts[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	fail := func(err error) error { return &Error{lists.Position{File: w.Name + "!" + clip(name)}, err} }
	if f.UncompressedSize64 > maxPart {
		return fail(fmt.Errorf("%w: a part of %d bytes, and %d is the most", ErrTooLarge, f.UncompressedSize64, maxPart))
	}
	rc, err := f.Open()
	if err != nil {
		return fail(fmt.Errorf("%w: %s", ErrTruncated, strings.TrimPrefix(err.Error(), "zip: ")))
	}
	defer rc.Close()
	p := &part{w: w, name: clip(name), in: bufio.NewReaderSize(rc, 32<<10), left: maxPart}
	p.dec = xml.NewDecoder(p)
	for {
		p.token = maxText
		t, err := p.dec.RawToken()
		if err != nil {
			return p.end(err)
		}
		if err := p.take(t, token); err != nil {
			if outer, ok := err.(callerError); ok {
				return outer.err
			}
			return &Error{p.pos(), err}
		}
	}
}

// take follows the nesting and hands tags on.
func (p *part) take(t xml.Token, token func(*part, xml.Token) error) error {
	switch t := t.(type) {
	case xml.StartElement:
		if len(p.open) == maxDepth {
			return fmt.Errorf("%w: elements nested more than %d deep", ErrFormat, maxDepth)
		}
		p.open = append(p.open, t.Name.Local)
		err := token(p, t)
		p.text = p.text[:0]
		return err
	case xml.EndElement:
		n := len(p.open) - 1
		if n < 0 || p.open[n] != t.Name.Local {
			return fmt.Errorf("%w: </%s> closes nothing that is open", ErrSyntax, clip(t.Name.Local))
		}
		p.open, p.closed = p.open[:n], t.Name.Local
		err := token(p, t)
		p.text = p.text[:0]
		return err
	case xml.CharData:
		if len(p.text)+len(t) > maxText {
			return fmt.Errorf("%w: a text of more than %d bytes", ErrTooLarge, maxText)
		}
		p.text = append(p.text, t...)
	case xml.Directive:
		return ErrDoctype
	}
	return nil
}

// end tells what the decoder's error means; it is nil at the end of the part.
func (p *part) end(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case p.limit != nil:
		err = p.limit
	case p.err != nil:
		err = fmt.Errorf("%w: %s", ErrTruncated, clip(strings.TrimPrefix(p.err.Error(), "zip: ")))
	case err == io.EOF && len(p.open) == 0:
		return nil
	case err == io.EOF:
		err = fmt.Errorf("%w: ends inside <%s>", ErrTruncated, clip(p.open[len(p.open)-1]))
	case errors.As(err, &syntax):
		err = fmt.Errorf("%w: %s", ErrSyntax, clip(syntax.Msg))
	default:
		err = fmt.Errorf("%w: %s", ErrSyntax, clip(strings.TrimPrefix(err.Error(), "xml: ")))
	}
	return &Error{p.pos(), err}
}

// callerError is an error of the function given to Each, handed on as it is.
type callerError struct{ err error }

func (e callerError) Error() string { return e.err.Error() }

// parent reports whether the innermost open element has the name.
func (p *part) parent(name string) bool {
	return len(p.open) > 0 && p.open[len(p.open)-1] == name
}

// relation is a relation from one part to another (ISO/IEC 29500-2, 6.5).
type relation struct {
	kind     string // last element of the type's URI: "worksheet"
	target   string // path of the part, or the address as printed where it is external
	external bool
}

// relations reads a part of relations; targets are relative to the folder dir.
func (w *Workbook) relations(name, dir string) (map[string]relation, error) {
	out := map[string]relation{}
	err := w.read(name, func(p *part, t xml.Token) error {
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "Relationship" {
			return nil
		}
		rel := relation{kind: path.Base(attr(start, "Type")), target: attr(start, "Target"), external: attr(start, "TargetMode") == "External"}
		if !rel.external {
			if !strings.HasPrefix(rel.target, "/") {
				rel.target = dir + "/" + rel.target
			}
			rel.target = strings.TrimPrefix(path.Clean("/"+rel.target), "/")
		}
		if len(out) == maxStrings {
			return fmt.Errorf("%w: more than %d relations", ErrTooLarge, maxStrings)
		}
		out[attr(start, "Id")] = rel
		return nil
	})
	return out, err
}

// relsOf returns the name of the part that holds a part's relations.
func relsOf(name string) string { return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels") }

// attr returns the attribute with the local name, or the empty string. The
// sheet's r:id and id do not meet in one element.
func attr(t xml.StartElement, name string) string {
	for i := range t.Attr {
		if t.Attr[i].Name.Local == name {
			return t.Attr[i].Value
		}
	}
	return ""
}

// isTrue reads a boolean of XML Schema.
func isTrue(s string) bool { return s == "1" || s == "true" }
