package listtest

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
)

// Parse is a parser of one file.
type Parse = func(name string, r io.Reader) (*lists.List, error)

// Fixture is a file in the folder testdata and its parser.
type Fixture = struct {
	Name  string
	Parse Parse
}

// Goldens reads every fixture, whole and byte by byte, and compares the list with
// the golden beside it, whose name ends with ".golden.json".
func Goldens(t *testing.T, fixtures []Fixture) {
	for _, f := range fixtures {
		t.Run(f.Name, func(t *testing.T) {
			raw := File(t, f.Name)
			l, err := f.Parse(f.Name, bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			got := Show(t, l, " ")
			Golden(t, f.Name+".golden.json", got)
			slow, err := f.Parse(f.Name, iotest.OneByteReader(bytes.NewReader(raw)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(got, Show(t, slow, " ")); diff != "" {
				t.Errorf("read byte by byte the list differs:\n%s", diff)
			}
		})
	}
}

// Fuzz gives any bytes to the parsers of the fixtures: none panics, and what it
// accepts is sound.
func Fuzz(f *testing.F, fixtures []Fixture) {
	for i, x := range fixtures {
		f.Add(uint8(i), File(f, x.Name))
	}
	f.Fuzz(func(t *testing.T, which uint8, raw []byte) {
		x := fixtures[int(which)%len(fixtures)]
		l, err := x.Parse(x.Name, bytes.NewReader(raw))
		if err != nil {
			if _, ok := err.(*lists.FileError); !ok || l != nil {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		Sound(t, l)
		if again, err := x.Parse(x.Name, bytes.NewReader(raw)); err != nil || Show(t, again, " ") != Show(t, l, " ") {
			t.Fatalf("a second reading of the same bytes differs: %v", err)
		}
	})
}

// Sound fails the test where an entity of a list has no ID of its own, no place or
// an empty name, or a problem no file or reason.
func Sound(t testing.TB, l *lists.List) {
	t.Helper()
	seen := map[string]bool{}
	for i := range l.Entities {
		e := &l.Entities[i]
		if seen[e.ID] || e.ID == "" || e.Pos.Line == 0 {
			t.Fatalf("entity %q at %v", e.ID, e.Pos)
		}
		seen[e.ID] = true
		for _, n := range e.Names {
			if n.Text == "" {
				t.Fatalf("%s: a name without text", e.ID)
			}
		}
	}
	for _, p := range l.Problems {
		if p.Err == nil || p.Pos.File == "" {
			t.Fatalf("without a place or a reason: %v", p)
		}
	}
}

// Broken are broken files of one format, each with the way in which it is broken
// before it.
type Broken = struct {
	Format string
	Parse  Parse
	Files  [][2]string
}

// BrokenFiles holds every broken file against the error or the problems that
// testdata/bad.txt says it has, with their places.
func BrokenFiles(t *testing.T, formats []Broken) {
	var b strings.Builder
	for _, f := range formats {
		if len(f.Files) < 12 {
			t.Errorf("%s: only %d broken files", f.Format, len(f.Files))
		}
		fmt.Fprintf(&b, "# %s\n\n", f.Format)
		for _, x := range f.Files {
			fmt.Fprintf(&b, "%s: %s\n", x[0], brief(f.Parse("f", strings.NewReader(x[1]))))
		}
	}
	Golden(t, "bad.txt", b.String())
}

// brief is Outcome with the first five problems, indented.
func brief(l *lists.List, err error) string {
	if err != nil {
		return Outcome(nil, err)
	}
	s := fmt.Sprintf("%d entities\n", len(l.Entities))
	for i, p := range l.Problems {
		if i == 5 {
			return s + fmt.Sprintf("\t... %d problems\n", len(l.Problems))
		}
		s += "\t" + p.Error() + "\n"
	}
	return s
}

// Hostile is a file that begins with Head and goes on with Text, over and over.
type Hostile = struct {
	Reason     string
	Parse      Parse
	Head, Text string
}

// NotHeld reads 32 MB of each file, and fails the test where more than so many MB are
// allocated for it. No parser may accept one.
func NotHeld(t *testing.T, most uint64, files []Hostile) {
	for _, tt := range files {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		l, err := tt.Parse("f", Repeat(tt.Head, tt.Text, 32<<20/len(tt.Text)))
		if err == nil {
			t.Errorf("%s: no error, %d entities", tt.Reason, len(l.Entities))
		}
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > most<<20 {
			t.Errorf("%s: %d MB allocated", tt.Reason, used>>20)
		}
	}
}

// Repeat is a reader of a text n times over, after a head.
func Repeat(head, text string, n int) io.Reader {
	readers := make([]io.Reader, 0, n+1)
	readers = append(readers, strings.NewReader(head))
	for range n {
		readers = append(readers, strings.NewReader(text))
	}
	return io.MultiReader(readers...)
}

// Endless is a reader of one byte without end.
type Endless byte

// Read fills p.
func (c Endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(c)
	}
	return len(p), nil
}

// Padded is a text with 32 MB of blanks between its halves.
func Padded(a, b string) io.Reader {
	return io.MultiReader(strings.NewReader(a), io.LimitReader(Endless(' '), 32<<20), strings.NewReader(b))
}

// LineFeeds is 32 MB of empty lines.
func LineFeeds() io.Reader { return io.LimitReader(Endless('\n'), 32<<20) }

// Bench parses a file that lies beside the repository, over and over.
func Bench(b *testing.B, file string, parse Parse) {
	raw := Shared(b, file)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse("f", bytes.NewReader(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
