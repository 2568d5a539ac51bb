package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/seed-539c57aa/pratique/lists"
)

// walk prints the tokens of a file, and its error.
func walk(r io.Reader, depth int) string {
	x, err := NewXML("f.xml", r, depth)
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for {
		t, err := x.Next()
		if err == io.EOF {
			return b.String() + "END"
		}
		if err != nil {
			fmt.Fprintf(&b, "%v", err)
			return b.String()
		}
		switch t.Kind {
		case Start:
			fmt.Fprintf(&b, "<%s%v %d:%d:%d> ", t.Name, t.Attrs, t.Depth, t.At.Line, t.At.Column)
		case End:
			fmt.Fprintf(&b, "</%s %d> ", t.Name, t.Depth)
		case Text:
			fmt.Fprintf(&b, "%q ", t.Text)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ file, want, reason string }{
		{"<a/>", "<a[] 0:1:1> </a 0> END", "an empty element opens and closes"},
		{"<?xml version='1.0'?>\n<!-- x -->\n<a b='1' c:d=\"2\">t</a>\n", "<a[{b 1} {c:d 2}] 0:3:1> \"t\" </a 0> END", "attributes, prefixes, and what is passed over"},
		{"<a>&lt;&amp;&#65;<![CDATA[<b>]]></a>", `<a[] 0:1:1> "<&A" "<b>" </a 0> END`, "entities and CDATA are text"},
		{"<a>\r\n<b>x</b></a>", "<a[] 0:1:1> \"\\n\" <b[] 1:2:1> \"x\" </b 1> </a 0> END", "line ends are one LF, places count bytes"},
		{"\ufeff<a/>", "<a[] 0:1:4> </a 0> END", "a byte order mark"},
		{"", "f.xml: file holds no record", "nothing"},
		{" \n", "f.xml:2:1: file holds no record", "white space"},
		{"<a>", "<a[] 0:1:1> f.xml:1:4: file ends before the list does: inside <a>", "cut"},
		{"<a><b", "<a[] 0:1:1> f.xml:1:6: file ends before the list does: inside <a>", "cut in a tag"},
		{"<a></b>", "<a[] 0:1:1> f.xml:1:4: XML is not well formed: </b> where <a> is open", "crossing"},
		{"</a>", "f.xml:1:1: XML is not well formed: </a> closes nothing", "an end without a beginning"},
		{"<a/><b/>", "<a[] 0:1:1> </a 0> f.xml:1:5: XML is not well formed: <b> after the end of the list", "two roots"},
		{"<a/>x", "<a[] 0:1:1> </a 0> f.xml:1:5: XML is not well formed: \"x\" after the end of the list", "text behind"},
		{"x<a/>", "f.xml:1:1: not XML: begins with \"x\"", "text before"},
		{"<a><b><c><d/></c></b></a>", "<a[] 0:1:1> <b[] 1:1:4> <c[] 2:1:7> f.xml:1:10: elements are nested too deep: more than 3", "depth"},
		{"<!DOCTYPE a []><a/>", "f.xml:1:1: file has a document type declaration, which the list has not", "a document type"},
		{"<!doctype HTML><a/>", "f.xml:1:1: not this list: an HTML page", "HTML"},
		{"<a>&b;</a>", "<a[] 0:1:1> f.xml:1:7: XML is not well formed: invalid character entity &b;", "an entity of no one"},
		{"<a>\xff</a>", "<a[] 0:1:1> f.xml:1:5: XML is not well formed: not UTF-8", "bytes that are not UTF-8"},
		{"\x1f\x8b", "f.xml: not XML: compressed with gzip; unpack it first", "gzip"},
		{"%PDF-1.7", "f.xml: not XML: a PDF document", "PDF"},
		{"[1]", "f.xml: not XML: JSON", "JSON"},
		{"\xfe\xff\x00<", "f.xml: not UTF-8: UTF-16", "UTF-16"},
	} {
		if got := walk(strings.NewReader(tt.file), 3); got != tt.want {
			t.Errorf("%s: %q gives\n%s, want\n%s", tt.reason, tt.file, got, tt.want)
		}
	}
}

func TestTokenBound(t *testing.T) {
	for _, tt := range []struct {
		n    int
		fits bool
	}{{MaxToken - 100, true}, {MaxToken + 100, false}} {
		for _, file := range []string{"<a>" + strings.Repeat("x", tt.n) + "</a>", "<a b='" + strings.Repeat("x", tt.n) + "'/>", "<a><!--" + strings.Repeat("x", tt.n) + "--></a>"} {
			got := walk(strings.NewReader(file), 3)
			if fits := strings.HasSuffix(got, "> END"); fits != tt.fits || !fits && !strings.Contains(got, ErrTooLong.Error()) {
				t.Errorf("%d bytes of %s: fits %v, want %v", tt.n, file[:8], fits, tt.fits)
			}
		}
	}
}

func TestRoot(t *testing.T) {
	x, err := NewXML("f.xml", strings.NewReader("<p:list/>"), 4)
	if err != nil {
		t.Fatal(err)
	}
	if tok, err := x.Root("other", "list"); err != nil || tok.Name != "p:list" {
		t.Errorf("root %q, error %v", tok.Name, err)
	}
	x, _ = NewXML("f.xml", strings.NewReader("<other/>"), 4)
	if _, err := x.Root("list"); !errors.Is(err, ErrNotList) || err.Error() != "f.xml:1:1: not this list: the root is <other>, not <list>" {
		t.Error(err)
	}
}

// first returns the record of the first element of a file below its root.
func first(t *testing.T, file string) (*XML, *Node, error) {
	t.Helper()
	x, err := NewXML("f.xml", strings.NewReader(file), 16)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.Root("a"); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Next(); err != nil {
		t.Fatal(err)
	}
	n, err := x.Record()
	return x, n, err
}

func TestRecord(t *testing.T) {
	x, n, err := first(t, "<a><r id='7' x='' xmlns='u'>\n one <k>1</k> two\t<k>  2\n2 </k><g w='5'><k>3</k></g><!-- --> three<e/></r><r/></a>")
	if err != nil {
		t.Fatal(err)
	}
	if n.Name != "r" || n.Text != "one two three" || n.Attr("id") != "7" || n.At != (Place{1, 4}) {
		t.Errorf("%+v", n)
	}
	if got := n.One("k") + "," + n.One("k") + "," + n.One("k"); got != "1,2 2," {
		t.Errorf("k: %q", got)
	}
	names := ""
	for k := range n.Kids("") {
		names += k.Name
		if k.Name == "g" {
			break
		}
	}
	if names != "kkg" || n.Kid("z").One("k") != "" || n.Kid("z").Take() != "" || n.Kid("z").Attr("id") != "" || n.Kid("z").Kid("k") != nil {
		t.Errorf("kids %q", names)
	}
	for range n.Kid("z").Kids("") {
		t.Error("an element that is not there has kids")
	}
	n.Kid("z").TakeAll()
	rest := ""
	n.Rest(func(path, text string, at Place) { rest += fmt.Sprintf("%s=%s@%d ", path, text, at.Line) })
	if rest != "=one two three@1 g@w=5@3 g/k=3@3 " {
		t.Errorf("rest %q", rest)
	}
	n.Take()
	n.Kid("g").TakeAll()
	n.Rest(func(path, text string, at Place) { t.Errorf("%s=%s is left", path, text) })
	kept := n.Text
	if tok, err := x.Next(); err != nil || tok.Kind != Start || tok.Name != "r" {
		t.Errorf("after the record: %+v, %v", tok, err)
	}
	if n, err := x.Record(); err != nil || n.Text != "" || n.Kid("k") != nil || len(n.Attrs) != 0 || kept != "one two three" {
		t.Errorf("the second record: %+v, %v", n, err)
	}
}

// TestRecordBounds reads records that are too long, in each of the ways.
func TestRecordBounds(t *testing.T) {
	long := strings.Repeat("x", MaxToken-100)
	for _, tt := range []struct{ file, reason string }{
		{"<a><r>" + strings.Repeat("<k>"+long+"</k>", 9) + "</r></a>", "text of many elements"},
		{"<a><r>" + long + "<!-- -->" + long + "</r></a>", "text of one element, with comments between"},
		{"<a><r>" + strings.Repeat("<k/>", maxRecordNodes) + "</r></a>", "elements"},
		{"<a><r>" + strings.Repeat("<k a='' b='' c=''/>", maxRecordNodes/4+1) + "</r></a>", "attributes"},
	} {
		_, n, err := first(t, tt.file)
		if n != nil || !errors.Is(err, ErrTooLong) {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
}

func TestSkip(t *testing.T) {
	x, err := NewXML("f.xml", strings.NewReader("<a><b><c>x</c><b/></b><d/></a>"), 16)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := x.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Skip(); err != nil {
		t.Fatal(err)
	}
	if tok, err := x.Next(); err != nil || tok.Name != "d" || x.Path(0) != "a/d" || x.Path(1) != "d" || x.Path(2) != "" {
		t.Errorf("%+v, %v, path %s", tok, err, x.Path(0))
	}
}

// broken is a reader that fails.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }

func TestReaderErrors(t *testing.T) {
	oops := errors.New("oops")
	x, err := NewXML("f.xml", io.MultiReader(strings.NewReader("<a>\n<b/>"), broken{oops}), 16)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = x.Next()
	}
	var fault *lists.FileError
	if !errors.Is(err, oops) || errors.As(err, &fault) || err.Error() != "f.xml:2:5: oops" {
		t.Errorf("%v", err)
	}
	if _, err := x.Digest(); !errors.Is(err, oops) {
		t.Errorf("digest: %v", err)
	}
	if got := walk(broken{nil}, 3); !strings.Contains(got, io.ErrNoProgress.Error()) {
		t.Errorf("a reader that gives nothing: %s", got)
	}
}

func TestDigest(t *testing.T) {
	file := "<a>x</a>\n<!-- end -->\n" + strings.Repeat(" ", 100<<10)
	for _, r := range []io.Reader{strings.NewReader(file), iotest.OneByteReader(strings.NewReader(file)), iotest.DataErrReader(strings.NewReader(file))} {
		x, err := NewXML("f.xml", r, 16)
		if err != nil {
			t.Fatal(err)
		}
		for err == nil {
			_, err = x.Next()
		}
		if d, derr := x.Digest(); err != io.EOF || derr != nil || d != sha256.Sum256([]byte(file)) {
			t.Errorf("%v, %v, %s", err, derr, d)
		}
	}
}

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""}, {" \t\r\n", ""}, {"a", "a"}, {" a  b\n", "a b"}, {"a\tb", "a b"}, {"a b", "a b"}, {"\u00a0a", "\u00a0a"},
	} {
		if got := Clean([]byte(tt.in)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
		if got := string(appendClean([]byte("x"), []byte(tt.in))); got != "x"+tt.want {
			t.Errorf("appended %q: %q", tt.in, got)
		}
	}
	if got := Clip(strings.Repeat("é", 150)); got != strings.Repeat("é", 100)+"..." {
		t.Errorf("clipped: %q", got)
	}
}

func TestProblems(t *testing.T) {
	var ps Problems
	for i := range MaxProblems + 5 {
		ps.Add(lists.Problem{Pos: lists.Position{File: "f", Line: MaxProblems - i + 100}, Value: strings.Repeat("v", 300), Err: ErrEmpty})
	}
	got := ps.Sorted()
	if len(got) != MaxProblems+1 || got[0].Pos.Line != 101 || len(got[0].Value) != 203 || !errors.Is(got[MaxProblems], ErrMore) {
		t.Errorf("%d problems, the first %v, the last %v", len(got), got[0], got[len(got)-1])
	}
}

// FuzzXML compares the walker with encoding/xml: what it takes, that takes as
// well, with the same names and the same text; and reading byte by byte is the
// same.
func FuzzXML(f *testing.F) {
	for _, s := range []string{"<a/>", "<a b='1'>t<!-- c --><c>&amp;<![CDATA[x]]></c></a>\n", "<a><b></a></b>", "<?xml version='1.0'?><p:a xmlns:p='u'>é</p:a>", "<a>&#x41;</a>", "\ufeff<a/>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got := walk(bytes.NewReader(b), 8)
		if again := walk(iotest.OneByteReader(bytes.NewReader(b)), 8); again != got {
			t.Fatalf("byte by byte:\n%s\nat once:\n%s", again, got)
		}
		if !strings.HasSuffix(got, "> END") {
			return
		}
		dec := xml.NewDecoder(bytes.NewReader(b))
		depth, names := 0, 0
		for {
			tok, err := dec.RawToken()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("taken, and encoding/xml says %v", err)
			}
			switch tok.(type) {
			case xml.StartElement:
				depth++
				names++
			case xml.EndElement:
				depth--
			}
		}
		if depth != 0 || names != strings.Count(got, "</") && !strings.Contains(string(b), "&lt;/") && !bytes.Contains(b, []byte("CDATA")) && !bytes.Contains(b, []byte("&#")) {
			t.Fatalf("%d elements are open, %d tags, tokens %s", depth, names, got)
		}
	})
}

// FuzzRecord: no record makes the tree panic, and what it holds is what the
// tokens hold.
func FuzzRecord(f *testing.F) {
	f.Add([]byte("<a><r id='7'>one<k>1</k> two<g w='5'><k>3</k></g></r></a>"))
	f.Add([]byte("<a>x<b>y</b></a>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := NewXML("f.xml", bytes.NewReader(b), 8)
		if err != nil {
			return
		}
		if _, err := x.Next(); err != nil {
			return
		}
		n, err := x.Record()
		if err != nil {
			return
		}
		texts := 0
		n.Rest(func(path, text string, at Place) {
			if text == "" || at.Line == 0 {
				t.Fatalf("%s=%q at %v", path, text, at)
			}
			texts++
		})
		n.TakeAll()
		n.Rest(func(path, text string, at Place) { t.Fatalf("%s=%q is left of %d", path, text, texts) })
	})
}
