// Package clitest holds what a command prints to golden files.
package clitest

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Update is the flag -update of a test: write the golden files anew.
var Update = flag.Bool("update", false, "write the golden files")

// Golden compares got with the golden file name, or writes the file and its folder.
func Golden(t *testing.T, name, got string) {
	t.Helper()
	if *Update {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s (-update writes it anew):\n%s", name, got)
	}
}

// A Run is one run of a command: why it is tried, what went in and what came out.
type Run struct {
	Reason         string
	Command        string
	Args           []string
	Stdin          string // empty is not shown
	Stdout, Stderr string
	Status         int
}

// String shows the run as a golden file has it, the command line as one would type
// it.
func (r Run) String() string {
	var b strings.Builder
	b.WriteString("# " + r.Reason + "\n$ " + r.Command)
	for _, a := range r.Args {
		if a == "" || strings.ContainsAny(a, " ()*") {
			a = strconv.Quote(a)
		}
		b.WriteString(" " + filepath.ToSlash(a))
	}
	if r.Stdin != "" {
		b.WriteString("\n< " + strings.ReplaceAll(r.Stdin, "\n", " "))
	}
	b.WriteString("\n" + r.Stdout)
	if r.Stderr != "" {
		b.WriteString("--- standard error\n" + r.Stderr)
	}
	b.WriteString("--- status " + strconv.Itoa(r.Status) + "\n")
	return b.String()
}
