package screening_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/screening"
)

// TestREADME holds the program that README.md shows to an example, which is
// compiled and run.
func TestREADME(t *testing.T) {
	const name = "ExampleScreener_Screen"
	code := exampleBody(t, "example_test.go", name)
	if n := strings.Count(code, "\n"); n != 15 {
		t.Errorf("the example has %d lines, README.md promises 15", n)
	}
	threshold := screening.DefaultPolicy().Threshold
	for file, says := range map[string]string{"README.md": "The default threshold is " + threshold.String(), "CHANGELOG.md": "Default threshold " + threshold.String()} {
		if b, err := os.ReadFile(filepath.Join("..", file)); err != nil || !strings.Contains(string(b), says) {
			t.Errorf("%s does not say %q (%v)", file, says, err)
		}
	}
	file := filepath.Join("..", "README.md")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	mark := "<!-- code: " + name + " -->\n```go\n"
	before, after, ok := strings.Cut(string(b), mark)
	shown, rest, closed := strings.Cut(after, "```\n")
	if !ok || !closed {
		t.Fatalf("README.md has no block %q", mark)
	}
	if shown == code {
		return
	}
	if !*update {
		t.Fatalf("README.md shows another program than %s (-update writes it anew):\n%s", name, code)
	}
	if err := os.WriteFile(file, []byte(before+mark+code+"```\n"+rest), 0o666); err != nil {
		t.Fatal(err)
	}
}

// exampleBody returns the statements of an example without its output.
func exampleBody(t *testing.T, file, name string) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Name.Name != name {
			continue
		}
		body := string(src[fset.Position(fn.Body.Lbrace).Offset+2 : fset.Position(fn.Body.Rbrace).Offset])
		body, _, _ = strings.Cut(body, "\t// Output:")
		var b strings.Builder
		for line := range strings.Lines(body) {
			b.WriteString(strings.TrimPrefix(line, "\t"))
		}
		return b.String()
	}
	t.Fatalf("no %s in %s", name, file)
	return ""
}
