// Package listtest is what the tests of the parsers share: goldens, real files
// beside the repository, broken and hostile files. Only tests import it. It
// registers the flag -update, with which goldens and generated tables are written
// anew.
package listtest

import (
	"bytes"
	"compress/gzip"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Update says that goldens and generated tables are to be written anew.
var Update = flag.Bool("update", false, "write goldens and generated tables anew")

// File returns the content of a file in the folder testdata of the package.
func File(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Golden compares a text with a file in the folder testdata, or writes it.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *Update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs from what was read (- golden, + read); go test -update writes it anew:\n%s", path, diff)
	}
}

// Generated compares the Go file to with what source makes of the text of the
// table from, or writes it. Both are paths from the folder of the package.
func Generated(t testing.TB, from, to string, source func(text string) ([]byte, error)) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	want, err := source(string(text))
	if err != nil {
		t.Fatal(err)
	}
	if *Update {
		if err := os.WriteFile(to, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what %s makes of it: run go generate", to, from)
	}
}

// SharedPath returns the path of a file or folder of the material that lies beside
// the repository and is no part of it, or skips the test where that is not there.
func SharedPath(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the real files are not beside the repository: no ../shared/%s", name)
	}
	return path
}

// Shared returns the content of such a file, of one with the ending .gz without
// gzip, or skips the test.
func Shared(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(SharedPath(t, name))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(name, ".gz") {
		return b
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if b, err = io.ReadAll(z); err != nil {
		t.Fatal(err)
	}
	return b
}
