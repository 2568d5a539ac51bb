package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// Place is a line and a column (in bytes) of a file, both from 1.
type Place struct{ Line, Column int }

// TokenKind says what a Token is.
type TokenKind uint8

// The kinds of token. Comments and processing instructions are passed over.
const (
	Start TokenKind = iota
	End
	Text // between tags, and CDATA; one text may come in several tokens
)

// Token is a piece of an XML file. Text and Attrs are valid until the next call
// of Next.
type Token struct {
	Kind  TokenKind
	Name  string // of a tag, with its prefix
	Text  []byte // of a Text, with its entities resolved
	Attrs []Attr // of a Start
	At    Place  // where it begins
	Depth int    // of the element that begins, ends or holds the text: the root has 0
}

// Attr is an attribute. Name has its prefix.
type Attr struct{ Name, Value string }

// XML walks over the tokens of one XML file. It is strict: UTF-8 only, no
// document type, no entities but the five of XML and characters by number, one
// root, tags that match; and bounded: see MaxToken and depth. Whatever it
// refuses is a *lists.FileError with its place. It is not safe for several goroutines.
type XML struct {
	file  string
	src   *source
	dec   *xml.Decoder
	open  []string // names of the open elements, the root first
	depth int
	done  bool // the root is closed
	now   Token
	attrs []Attr
	text  Place // where the text before this token begins
	tree  tree
}

// NewXML begins to read a file, and reports at once what is no XML in UTF-8.
// name stands for the file in positions. Elements nest at most depth deep.
func NewXML(name string, r io.Reader, depth int) (*XML, error) {
	x := &XML{file: name, src: newSource(r), depth: depth}
	if err := x.src.foreign(); err != nil {
		return nil, refuse(lists.Position{File: name}, err)
	}
	x.dec = xml.NewDecoder(x.src)
	return x, nil
}

// Pos returns a place with the name of the file.
func (x *XML) Pos(at Place) lists.Position {
	return lists.Position{File: x.file, Line: at.Line, Column: at.Column}
}

// Fault returns a *lists.FileError at a place.
func (x *XML) Fault(at Place, err error) error { return refuse(x.Pos(at), err) }

// Path returns the names of the open elements from a depth on, with "/" between
// them; the empty string where so many are not open.
func (x *XML) Path(from int) string {
	if from >= len(x.open) {
		return ""
	}
	return strings.Join(x.open[from:], "/")
}

// Root reads the first start tag, which must have one of the names, with or
// without a prefix. Anything else is ErrNotList.
func (x *XML) Root(names ...string) (Token, error) {
	t, err := x.Next()
	if err == nil && !slices.Contains(names, Local(t.Name)) {
		err = x.Fault(t.At, fmt.Errorf("%w: the root is <%s>, not <%s>", ErrNotList, Clip(t.Name), strings.Join(names, "> or <")))
	}
	return t, err
}

// Next returns the next token. After the end tag of the root and what may follow
// it the error is io.EOF; every other error is a *lists.FileError, or the error of the
// reader wrapped with its place.
func (x *XML) Next() (Token, error) {
	for {
		at := x.here()
		x.src.next()
		raw, err := x.dec.RawToken()
		if err != nil {
			if x.text.Line > 0 { // the decoder hands out what it has before the error
				at = x.text
			}
			return Token{}, x.end(err, at)
		}
		x.text = Place{}
		switch raw := raw.(type) {
		case xml.StartElement:
			x.attrs = x.attrs[:0]
			for _, a := range raw.Attr {
				x.attrs = append(x.attrs, Attr{fullName(a.Name), a.Value})
			}
			x.now = Token{Kind: Start, Name: fullName(raw.Name), Attrs: x.attrs, At: at, Depth: len(x.open)}
			err = x.start()
		case xml.EndElement:
			x.now = Token{Kind: End, Name: fullName(raw.Name), At: at, Depth: len(x.open) - 1}
			err = x.close()
		case xml.CharData:
			x.text = at
			if len(x.open) == 0 {
				err = x.outside(raw)
				if err != nil {
					return Token{}, x.Fault(at, err)
				}
				continue
			}
			x.now = Token{Kind: Text, Text: raw, At: at, Depth: len(x.open) - 1}
		case xml.Directive:
			err = ErrDoctype
			if strings.Contains(strings.ToLower(string(raw[:min(len(raw), 40)])), "html") {
				err = fmt.Errorf("%w: an HTML page", ErrNotList)
			}
		default:
			continue
		}
		if err != nil {
			return Token{}, x.Fault(at, err)
		}
		return x.now, nil
	}
}

func (x *XML) here() Place {
	line, column := x.dec.InputPos()
	return Place{line, column}
}

// start checks a start tag.
func (x *XML) start() error {
	name := x.now.Name
	switch {
	case x.done:
		return fmt.Errorf("%w: <%s> after the end of the list", ErrSyntax, Clip(name))
	case len(x.open) == x.depth:
		return fmt.Errorf("%w: more than %d", ErrDepth, x.depth)
	case len(x.open) == 0 && strings.EqualFold(name, "html"):
		return fmt.Errorf("%w: an HTML page", ErrNotList)
	}
	x.open = append(x.open, name)
	return nil
}

// close checks an end tag.
func (x *XML) close() error {
	name := x.now.Name
	depth := len(x.open) - 1
	if depth < 0 {
		return fmt.Errorf("%w: </%s> closes nothing", ErrSyntax, Clip(name))
	}
	if x.open[depth] != name {
		return fmt.Errorf("%w: </%s> where <%s> is open", ErrSyntax, Clip(name), Clip(x.open[depth]))
	}
	x.open = x.open[:depth]
	x.done = depth == 0
	return nil
}

// outside checks text before or after the root.
func (x *XML) outside(b []byte) error {
	text := strings.TrimPrefix(Clean(b), "\ufeff")
	switch {
	case text == "":
		return nil
	case x.done:
		return fmt.Errorf("%w: %q after the end of the list", ErrSyntax, Clip(text))
	}
	return fmt.Errorf("%w: begins with %q", ErrNotXML, Clip(text))
}

// end tells what the decoder's error means; io.EOF is the end of a whole file.
func (x *XML) end(err error, at Place) error {
	var syntax *xml.SyntaxError
	here := x.Pos(x.here())
	switch {
	case x.src.tooLong:
		return x.Fault(at, x.tooLong())
	case x.src.err != nil && x.src.err != io.EOF:
		return fmt.Errorf("%s: %w", here, x.src.err)
	case err == io.EOF && x.done:
		return io.EOF
	case err == io.EOF && len(x.open) == 0:
		return refuse(here, ErrEmpty)
	case err == io.EOF, errors.As(err, &syntax) && syntax.Msg == "unexpected EOF" && len(x.open) > 0:
		return refuse(here, fmt.Errorf("%w: inside <%s>", ErrTruncated, Clip(x.open[len(x.open)-1])))
	case errors.As(err, &syntax) && syntax.Msg == "invalid UTF-8":
		return refuse(here, fmt.Errorf("%w: %w", ErrSyntax, ErrEncoding))
	case errors.As(err, &syntax):
		return refuse(here, fmt.Errorf("%w: %s", ErrSyntax, Clip(syntax.Msg)))
	}
	return refuse(here, fmt.Errorf("%w: %s", ErrEncoding, Clip(strings.TrimPrefix(err.Error(), "xml: "))))
}

func (x *XML) tooLong() error {
	return fmt.Errorf("%w: a tag, a text or a comment of more than %d bytes", ErrTooLong, MaxToken)
}

// Parts walks over what stands in the root, which Root has read. Of each element it
// calls part with the start tag, which reads the element to its end, as Record does,
// or does not know it: then it is passed over and a Problem with the reason unknown.
// Text between the elements is one with the reason stray.
func (x *XML) Parts(problems *Problems, stray, unknown error, part func(t *Token) (known bool, err error)) error {
	for {
		t, err := x.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t.Kind {
		case Text:
			if s := Clean(t.Text); s != "" {
				problems.Add(lists.Problem{Pos: x.Pos(t.At), Value: s, Dropped: true, Err: stray})
			}
		case Start:
			known, err := part(&t)
			if err == nil && !known {
				problems.Add(lists.Problem{Pos: x.Pos(t.At), Field: Clip(t.Name), Dropped: true, Err: unknown})
				err = x.Skip()
			}
			if err != nil {
				return err
			}
		}
	}
}

// Skip passes over the rest of the element whose Start was returned last.
func (x *XML) Skip() error {
	for depth := len(x.open); len(x.open) >= depth; {
		if _, err := x.Next(); err != nil {
			return err
		}
	}
	return nil
}

// Digest reads to the end of the file and returns the sum of all its bytes.
func (x *XML) Digest() (lists.Digest, error) {
	d, err := x.src.digest()
	if err != nil {
		err = fmt.Errorf("%s: %w", x.file, err)
	}
	return d, err
}

// fullName returns a name with its prefix.
func fullName(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// Local returns a name without its prefix.
func Local(name string) string { return name[strings.IndexByte(name, ':')+1:] }
