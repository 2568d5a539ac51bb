package feed

import (
	"fmt"
	"iter"
	"strings"
)

// Bounds of one record. The largest one of OFAC's Advanced XML has 69 kB.
const (
	maxRecordText  = 8 << 20 // bytes of text and attributes
	maxRecordNodes = 1 << 16 // elements and attributes
)

// Node is an element of a record with all that is in it. A Node belongs to its
// walker and is valid until the next Record; its strings are the caller's for
// good, but share the memory of the whole record.
//
// The methods that return what a Node holds also mark it as taken, so that Rest
// can tell what the caller did not look at.
type Node struct {
	Name  string // with its prefix
	Text  string // its own text, clean (see Clean), without that of its kids
	At    Place
	Attrs []Attr

	first, next *Node
	kids, after int32 // the same as indices, 0 none
	last        int32
	from, to    int32 // of the text in the record's bytes
	attrFrom    int32
	attrTo      int32
	taken       bool   // Text
	used        uint64 // a bit for each of the first 64 attributes
}

// tree holds the nodes of one record; its memory is used again for the next.
type tree struct {
	nodes []Node
	attrs []span
	kept  []Attr
	text  []byte
	own   [][]byte // text of the open elements
	path  []int32
}

type span struct {
	name     string
	from, to int32
}

// Record reads the rest of the element whose Start was returned last.
func (x *XML) Record() (*Node, error) {
	t := &x.tree
	t.nodes, t.attrs, t.text, t.path = append(t.nodes[:0], Node{}), t.attrs[:0], t.text[:0], t.path[:0]
	base := x.now.Depth
	at := x.now.At
	for tok := x.now; ; {
		var err error
		switch tok.Kind {
		case Start:
			err = t.start(&tok, tok.Depth-base)
		case Text:
			d := tok.Depth - base
			if len(t.own[d])+len(tok.Text) > MaxToken {
				return nil, x.Fault(tok.At, x.tooLong())
			}
			t.own[d] = append(t.own[d], tok.Text...)
		case End:
			if t.end(tok.Depth - base); tok.Depth == base {
				return t.finish(), nil
			}
		}
		if err == nil && len(t.text) > maxRecordText {
			err = fmt.Errorf("%w: a record of more than %d bytes", ErrTooLong, maxRecordText)
		}
		if err != nil {
			return nil, x.Fault(at, err)
		}
		if tok, err = x.Next(); err != nil {
			return nil, err
		}
	}
}

func (t *tree) start(tok *Token, depth int) error {
	if len(t.nodes)+len(t.attrs)+len(tok.Attrs) > maxRecordNodes {
		return fmt.Errorf("%w: a record of more than %d elements and attributes", ErrTooLong, maxRecordNodes)
	}
	for len(t.own) <= depth {
		t.own = append(t.own, nil)
	}
	t.own[depth] = t.own[depth][:0]
	n := Node{Name: tok.Name, At: tok.At, attrFrom: int32(len(t.attrs))}
	for _, a := range tok.Attrs {
		from := int32(len(t.text))
		t.text = append(t.text, a.Value...)
		t.attrs = append(t.attrs, span{a.Name, from, int32(len(t.text))})
	}
	n.attrTo = int32(len(t.attrs))
	at := int32(len(t.nodes))
	if depth > 0 {
		if p := &t.nodes[t.path[depth-1]]; p.last == 0 {
			p.kids, p.last = at, at
		} else {
			t.nodes[p.last].after = at
			p.last = at
		}
	}
	t.nodes = append(t.nodes, n)
	t.path = append(t.path[:depth], at)
	return nil
}

func (t *tree) end(depth int) {
	n := &t.nodes[t.path[depth]]
	n.from = int32(len(t.text))
	t.text = appendClean(t.text, t.own[depth])
	n.to = int32(len(t.text))
	if cap(t.own[depth]) > 64<<10 { // one long text does not bind its memory
		t.own[depth] = nil
	}
}

// finish turns indices into pointers and bytes into strings.
func (t *tree) finish() *Node {
	text := string(t.text)
	t.kept = t.kept[:0]
	for _, a := range t.attrs {
		t.kept = append(t.kept, Attr{a.name, text[a.from:a.to]})
	}
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		n.Text = text[n.from:n.to]
		n.Attrs = t.kept[n.attrFrom:n.attrTo]
		if n.kids > 0 {
			n.first = &t.nodes[n.kids]
		}
		if n.after > 0 {
			n.next = &t.nodes[n.after]
		}
	}
	return &t.nodes[1]
}

// Kid returns the first element in n of a name, or nil. A nil Node has no kids.
func (n *Node) Kid(name string) *Node {
	if n != nil {
		for k := n.first; k != nil; k = k.next {
			if k.Name == name {
				return k
			}
		}
	}
	return nil
}

// Kids returns the elements in n, in the order of the file; with a name only
// those of that name.
func (n *Node) Kids(name string) iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		if n == nil {
			return
		}
		for k := n.first; k != nil; k = k.next {
			if (name == "" || k.Name == name) && !yield(k) {
				return
			}
		}
	}
}

// Take returns the text of n and marks it as taken; nil has none.
func (n *Node) Take() string {
	if n == nil {
		return ""
	}
	n.taken = true
	return n.Text
}

// One takes the text of the first element in n of a name that has a text which
// nothing has taken, or returns the empty string.
func (n *Node) One(name string) string {
	if n != nil {
		for k := n.first; k != nil; k = k.next {
			if k.Name == name && !k.taken && k.Text != "" {
				return k.Take()
			}
		}
	}
	return ""
}

// Attr takes an attribute, or returns the empty string. Its name is compared
// with its prefix.
func (n *Node) Attr(name string) string {
	if n != nil {
		for i := range n.Attrs {
			if n.Attrs[i].Name == name {
				if i < 64 {
					n.used |= 1 << i
				}
				return n.Attrs[i].Value
			}
		}
	}
	return ""
}

// TakeAll marks n and all in it as taken.
func (n *Node) TakeAll() {
	if n == nil {
		return
	}
	n.taken, n.used = true, ^uint64(0)
	for k := n.first; k != nil; k = k.next {
		k.TakeAll()
	}
}

// Rest calls do for every text and attribute in n that nothing has taken, in the
// order of the file. path is made of the names below n with "/" between them and
// "@" before an attribute; it is empty for the text of n itself. Declarations of
// name spaces and attributes of XML Schema instances are no content.
func (n *Node) Rest(do func(path, text string, at Place)) { n.rest(nil, do) }

// branch is an element on the way to one that has a rest.
type branch struct {
	up   *branch
	name string
}

func (b *branch) path() string {
	switch {
	case b == nil:
		return ""
	case b.up == nil:
		return b.name
	}
	return b.up.path() + "/" + b.name
}

func (n *Node) rest(b *branch, do func(path, text string, at Place)) {
	for i, a := range n.Attrs {
		if (i >= 64 || n.used>>i&1 == 0) && a.Value != "" && !Declaration(a.Name) {
			do(b.path()+"@"+a.Name, a.Value, n.At)
		}
	}
	if !n.taken && n.Text != "" {
		do(b.path(), n.Text, n.At)
	}
	for k := n.first; k != nil; k = k.next {
		k.rest(&branch{b, k.Name}, do)
	}
}

// Declaration reports whether an attribute declares a name space or belongs to
// XML Schema instances, and so is no content.
func Declaration(name string) bool {
	return name == "xmlns" || strings.HasPrefix(name, "xmlns:") || strings.HasPrefix(name, "xsi:")
}
