package au

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares got with a file in testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

// outcome tells in a few lines what a parser made of an input.
func outcome(l *lists.List, err error) string {
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d entities\n", len(l.Entities))
	for _, p := range l.Problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

// blanks is white space without end.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// padded is text with 32 MB of blanks between its halves.
func padded(a, b string) io.Reader {
	return io.MultiReader(strings.NewReader(a), io.LimitReader(blanks{}, 32<<20), strings.NewReader(b))
}

// lineFeeds is 32 MB of empty lines.
func lineFeeds() io.Reader { return io.LimitReader(feeds{}, 32<<20) }

type feeds struct{}

func (feeds) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '\n'
	}
	return len(p), nil
}
