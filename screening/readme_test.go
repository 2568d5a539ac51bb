package screening_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
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
	for file, says := range map[string]string{"README.md": "The default threshold is ", "CHANGELOG.md": "Default threshold "} {
		thresholdIn(t, filepath.Join("..", file), says)
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

// thresholdIn holds the number that follows says in a file to the default
// threshold.
func thresholdIn(t *testing.T, file, says string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	re := regexp.MustCompile(regexp.QuoteMeta(says) + `\d\.\d{3}`)
	want := says + screening.DefaultPolicy().Threshold.String()
	switch got := re.FindString(string(b)); {
	case got == "":
		t.Errorf("%s does not say %q", file, want)
	case got == want:
	case !*update:
		t.Errorf("%s says %q, not %q (-update writes it anew)", file, got, want)
	default:
		if err := os.WriteFile(file, re.ReplaceAllLiteral(b, []byte(want)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
