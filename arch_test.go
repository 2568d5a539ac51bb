// Package pratique holds no code of its own: the rooms of the house are the folders below. This file tests the
// plan of the house on the sources themselves: which package may import which, and what library code never does.
package pratique

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/seed-539c57aa/pratique"

// A room is one folder of library code and what it may import besides the standard library. In dir and may, a last
// element "..." stands for the folder and all below it, and "*" for one element, the same in dir and in may.
// Paths of this module are given from its root, others in full.
type room struct {
	dir string
	may []string
	why string
}

// rooms is searched from the top; the first match decides. A folder with library code that matches none is a failure.
var rooms = []room{
	{"lists", nil,
		"the model of a list imports the standard library only"},
	{"lists/internal/...", []string{"lists", "lists/internal/..."},
		"what publishers' packages share knows the model and nothing else"},
	{"lists/*", []string{"lists", "lists/internal/...", "lists/*/internal/..."},
		"a publisher's package knows the model, not another publisher, not how names are compared"},
	{"lists/*/internal/...", []string{"lists", "lists/internal/...", "lists/*/internal/..."},
		"a publisher's package knows the model, not another publisher, not how names are compared"},
	{"matcher/internal/...", []string{"matcher/internal/...", "golang.org/x/text/..."},
		"tables and transforms below the comparison of names know nothing of what is built on them"},
	{"matcher/names", []string{"matcher/internal/...", "matcher/names/internal/...", "golang.org/x/text/..."},
		"a name is parsed without knowing any list, or how it will be compared"},
	{"matcher/names/internal/...", []string{"matcher/internal/...", "matcher/names/internal/...", "golang.org/x/text/..."},
		"a name is parsed without knowing any list, or how it will be compared"},
	{"matcher", []string{"matcher/names", "matcher/internal/...", "github.com/agnivade/levenshtein"},
		"names are compared without knowing any list"},
	{"screening/internal/index/...", []string{"matcher", "matcher/names"},
		"the index holds names, not entries of a list"},
	{"screening/ownership", []string{"lists"},
		"who owns whom is decided from a structure that the caller gives"},
	{"screening/voyage", []string{"lists", "matcher", "screening", "screening/ownership"},
		"a voyage is screened through the public face of screening"},
	{"screening/internal/...", []string{"lists", "matcher", "matcher/names", "screening/internal/..."},
		"screening takes a *lists.List, whoever made it"},
	{"screening", []string{"lists", "matcher", "matcher/names", "screening/internal/...", "golang.org/x/text/unicode/norm"},
		"screening takes a *lists.List, whoever made it; a snapshot bears the version of the normalisation"},
}

// banned are the standard packages that no library code imports, with the reason. Patterns are those of rooms.
var banned = []struct{ path, why string }{
	{"C", "pure Go, without cgo, builds and scores alike everywhere"},
	{"unsafe", "library code is memory safe, whatever the data"},
	{"syscall/...", "library code does not reach the operating system"},
	{"os/...", "library code touches no disk and no environment variable; callers pass an fs.FS or an io.Reader"},
	{"io/ioutil", "library code touches no disk; callers pass an fs.FS or an io.Reader"},
	{"net/...", "library code touches no network"},
	{"log/...", "library code returns errors and problems, it does not log"},
	{"flag", "library code takes its settings from a Policy, not from a command line"},
	{"math/rand/...", "the same input, lists and policy give the same bytes out"},
	{"crypto/rand", "the same input, lists and policy give the same bytes out"},
}

// clock are the names of package time that read the clock, wait for it, or read the zone of the machine.
var clock = []string{
	"Now", "Since", "Until", "After", "AfterFunc", "NewTicker", "NewTimer", "Sleep", "Tick", "Local", "LoadLocation",
}

// testOnly are the packages that only tests import; the rules for library code do not bind them.
var testOnly = []string{"lists/internal/listtest", "screening/internal/synth"}

// top is all that the root of the repository holds, apart from what .gitignore names.
var top = []string{
	".ci", ".git", ".gitignore", "CHANGELOG.md", "LICENSE", "NOTICE", "README.md", "arch_test.go", "examples", "go.mod", "go.sum",
	"lists", "matcher", "screening", "testdata",
}

// matches reports whether dir fits pattern, and the element that "*" stood for.
func matches(pattern, dir string) (star string, ok bool) {
	pattern, below := strings.CutSuffix(pattern, "/...")
	want, got := strings.Split(pattern, "/"), strings.Split(dir, "/")
	if len(got) < len(want) || len(got) > len(want) && !below {
		return "", false
	}
	for i, w := range want {
		switch {
		case w == "*":
			star = got[i]
		case w != got[i]:
			return "", false
		}
	}
	return star, true
}

// arrow returns why a file in folder dir may not import target, or "" if it may.
func arrow(dir, target string) string {
	for _, b := range banned {
		if _, ok := matches(b.path, target); ok {
			return b.why
		}
	}
	if first, _, _ := strings.Cut(target, "/"); !strings.Contains(first, ".") {
		return "" // the standard library
	}
	target = strings.TrimPrefix(target, module+"/")
	if slices.Contains(testOnly, target) {
		return "only tests import it"
	}
	for _, r := range rooms {
		star, ok := matches(r.dir, dir)
		if !ok {
			continue
		}
		for _, p := range r.may {
			if _, ok := matches(strings.ReplaceAll(p, "*", star), target); ok {
				return ""
			}
		}
		if r.may == nil {
			return r.why
		}
		return fmt.Sprintf("%s; besides the standard library, %s may import only %s", r.why, r.dir, strings.Join(r.may, ", "))
	}
	return "the plan has no room for library code in " + dir
}

// isLibrary reports whether the rules bind the file name, a slash-separated path from the root: tests, what only they
// import, examples, fixtures and generators (below a folder gen) are free.
func isLibrary(name string) bool {
	if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || slices.Contains(testOnly, path.Dir(name)) {
		return false
	}
	dirs := strings.Split(path.Dir(name), "/")
	return dirs[0] != "examples" && !slices.ContainsFunc(dirs, func(d string) bool {
		return d == "gen" || d == "testdata" || d != "." && strings.HasPrefix(d, ".")
	})
}

// check returns what the file does against the plan, one line each as file:line: finding: reason. A file under
// the constraint "ignore" is a generator and free.
func check(name string, src []byte) ([]string, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() < file.Package && c.Text == "//go:build ignore" {
				return nil, nil
			}
		}
	}
	var found []string
	report := func(pos token.Pos, format string, args ...any) {
		p := fset.Position(pos)
		found = append(found, fmt.Sprintf("%s:%d: %s", p.Filename, p.Line, fmt.Sprintf(format, args...)))
	}
	timeName := ""
	for _, spec := range file.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		if why := arrow(path.Dir(name), target); why != "" {
			report(spec.Pos(), "import %q: %s", target, why)
		}
		if target == "time" {
			timeName = "time"
			if spec.Name != nil {
				timeName = spec.Name.Name
			}
			if timeName == "." {
				report(spec.Pos(), "import . \"time\": hides uses of the clock")
			}
		}
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			report(f.Pos(), "func init: importing a package does nothing; tables are values")
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || timeName == "" {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == timeName && slices.Contains(clock, sel.Sel.Name) {
			report(sel.Pos(), "time.%s: library code reads no clock and no zone of the machine; the caller passes the time", sel.Sel.Name)
		}
		return true
	})
	return found, nil
}

func TestSourcesKeepToThePlan(t *testing.T) {
	root := os.DirFS(".")
	checked := 0
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isLibrary(name) {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		found, err := check(name, src)
		for _, f := range found {
			t.Error(f)
		}
		checked++
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if checked == 0 {
		t.Fatal("no library file found: the test looked in the wrong place")
	}
}

func TestCheckReportsWhatThePlanForbids(t *testing.T) {
	own := func(dir string) string { return `import "` + module + "/" + dir + `"` }
	tests := []struct{ file, body, want, reason string }{
		{"lists/a.go", `import "encoding/csv"`, "", "the standard library is open to all"},
		{"lists/a.go", own("matcher"), `lists/a.go:2: import "matcher`, "lists never sees matcher"},
		{"lists/a.go", own("lists/internal/x"), "standard library only", "the model imports nothing of ours"},
		{"lists/a.go", `import "golang.org/x/text/unicode/norm"`, "standard library only", "nor of others"},
		{"lists/ofac/a.go", own("lists"), "", "a publisher's package builds the model"},
		{"lists/ofac/a.go", own("lists/internal/x"), "", "shared between publishers"},
		{"lists/ofac/a.go", own("lists/internal/listtest"), "only tests import it", "scaffolding of tests"},
		{"lists/ofac/a.go", own("lists/ofac/internal/x"), "", "its own internals"},
		{"lists/ofac/internal/x/a.go", own("lists"), "", "its own internals build the model too"},
		{"lists/ofac/a.go", own("lists/uk"), "not another publisher", "publishers do not know each other"},
		{"lists/ofac/a.go", own("lists/uk/internal/x"), "not another publisher", "nor each other's internals"},
		{"lists/ofac/a.go", own("screening"), "not another publisher", "a list does not screen"},
		{"lists/ofac/deep/a.go", `import "golang.org/x/mod/semver"`, "no room", "folders outside the plan are reported"},
		{"matcher/names/a.go", `import "golang.org/x/text/unicode/norm"`, "", "normalisation comes from x/text"},
		{"matcher/names/a.go", own("matcher/internal/x"), "", "tables below matcher"},
		{"matcher/names/a.go", own("lists"), "without knowing any list", "a name has no list"},
		{"matcher/names/a.go", own("matcher"), "how it will be compared", "parsing comes before comparison"},
		{"matcher/internal/x/a.go", own("matcher/internal/y"), "", "internals may build on each other"},
		{"matcher/internal/x/a.go", own("matcher/names"), "know nothing of what is built", "not on what uses them"},
		{"matcher/a.go", own("matcher/names"), "", "matcher compares names"},
		{"matcher/a.go", `import "github.com/agnivade/levenshtein"`, "", "the one distance we did not write"},
		{"matcher/a.go", `import "github.com/google/go-cmp/cmp"`, "may import only", "go-cmp is for tests"},
		{"matcher/a.go", own("lists"), "without knowing any list", "matcher never sees a list"},
		{"screening/internal/index/a.go", own("matcher/names"), "", "the index holds names"},
		{"screening/internal/index/a.go", own("lists"), "not entries of a list", "and no entries"},
		{"screening/a.go", own("screening/internal/index"), "", "its internals"},
		{"screening/a.go", own("lists"), "", "it knows both sides"},
		{"screening/a.go", own("lists/ofac"), "whoever made it", "but no publisher"},
		{"screening/a.go", `import "` + module + `"`, "may import only", "the root is no package to import"},
		{"a.go", own("lists"), "no room", "the root holds no library code"},
		{"lists/a.go", `import "os"`, `import "os": library code touches no disk`, "no disk"},
		{"lists/a.go", `import "os/exec"`, "touches no disk", "nor below os"},
		{"lists/a.go", `import "net/http"`, "touches no network", "no network"},
		{"lists/a.go", `import "log/slog"`, "does not log", "no logger"},
		{"lists/a.go", `import "flag"`, "command line", "no flags"},
		{"lists/a.go", `import _ "unsafe"`, "memory safe", "not even for a linkname"},
		{"lists/a.go", `import "C"`, "without cgo", "no cgo"},
		{"lists/a.go", "func init() {}", "lists/a.go:2: func init", "nothing runs on import"},
		{"lists/a.go", "type t struct{}\n\nfunc (t) init() {}", "", "a method named init is an ordinary one"},
		{"lists/a.go", "import \"time\"\n\nvar epoch = time.Unix(0, 0).UTC()", "", "the types of package time are welcome"},
		{"lists/a.go", "import \"time\"\n\nfunc f() time.Time { return time.Now() }", "lists/a.go:4: time.Now", "no clock"},
		{"lists/a.go", "import \"time\"\n\nvar now = time.Now", "time.Now", "nor a reference to it"},
		{"lists/a.go", "import t \"time\"\n\nvar since = t.Since", "time.Since", "nor under another name"},
		{"lists/a.go", "import . \"time\"\n\nvar now = Now", "hides uses", "nor under none"},
	}
	for _, tt := range tests {
		found, err := check(tt.file, []byte("package p\n"+tt.body+"\n"))
		if err != nil {
			t.Errorf("%s %q: %v", tt.file, tt.body, err)
			continue
		}
		got := strings.ReplaceAll(strings.Join(found, "\n"), module+"/", "")
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s %q: found %q, want %q (%s)", tt.file, tt.body, got, tt.want, tt.reason)
		}
	}
}

func TestRulesBindLibraryFilesOnly(t *testing.T) {
	tests := []struct {
		file   string
		want   bool
		reason string
	}{
		{"lists/ofac/csv.go", true, "library code"},
		{"arch.go", true, "a file at the root is checked, and then refused"},
		{"lists/ofac/csv_test.go", false, "a test"},
		{"lists/internal/listtest/a.go", false, "scaffolding of tests"},
		{"examples/screen/main.go", false, "a program that people run"},
		{"matcher/internal/fold/gen/main.go", false, "a generator"},
		{"lists/testdata/a.go", false, "a fixture"},
		{".git/hooks/a.go", false, "not ours"},
		{"lists/examples/a.go", true, "only the examples at the top are free"},
		{"lists/README.md", false, "not Go"},
	}
	for _, tt := range tests {
		if got := isLibrary(tt.file); got != tt.want {
			t.Errorf("isLibrary(%q) = %v, want %v (%s)", tt.file, got, tt.want, tt.reason)
		}
	}
	ignored := []byte("// Makes the tables.\n\n//go:build ignore\n\npackage main\n\nimport \"os\"\n\nfunc init() { os.Exit(1) }\n")
	if found, err := check("lists/tables.go", ignored); err != nil || found != nil {
		t.Errorf("generator under go:build ignore: found %q, %v; want nothing", found, err)
	}
	late := []byte("package main\n\n//go:build ignore\n\nimport \"os\"\n")
	if found, err := check("lists/tables.go", late); err != nil || found == nil {
		t.Errorf("go:build ignore after the package clause binds nothing, yet it freed the file (%v)", err)
	}
}

// strangers returns the names that neither top nor a pattern of .gitignore accounts for.
func strangers(names []string, gitignore string) []string {
	var out []string
	for _, name := range names {
		ignored := slices.ContainsFunc(strings.Fields(gitignore), func(p string) bool {
			ok, err := path.Match(strings.Trim(p, "/"), name)
			return ok && err == nil
		})
		if !ignored && !slices.Contains(top, name) {
			out = append(out, name)
		}
	}
	return out
}

func TestNothingElseAtTheTop(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	gitignore, err := os.ReadFile(".gitignore")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	for _, name := range strangers(names, string(gitignore)) {
		t.Errorf("%s: the plan has no such name at the top of the repository", name)
	}
	got := strangers([]string{"lists", "util", "go.mod", "cpu.prof", "dist", "notes.md"}, "*.prof\n/dist/\n")
	if want := []string{"util", "notes.md"}; !slices.Equal(got, want) {
		t.Errorf("strangers = %q, want %q", got, want)
	}
}
