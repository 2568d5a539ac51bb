package open

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
)

// TestBinary writes lists of all formats in their binary form and reads them back: they are the same, and so are their
// reports, which tell the reasons of their problems.
func TestBinary(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(root); err != nil {
		t.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	patterns := []string{"formats/samples/*.*"}
	if !testing.Short() {
		patterns = append(patterns, "lists/*/*.*", "lists/ofac/xml/*", "lists/ofac/2*", "lists/ofac/cons*")
	}
	formats, problems := map[lists.Format]bool{}, 0
	for _, pattern := range patterns {
		paths, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			l, f, err := List(path)
			if err != nil {
				continue // TestSamples tells of these
			}
			formats[f] = true
			problems += len(l.Problems)
			form, err := l.AppendBinary(nil)
			if err != nil {
				t.Fatal(err)
			}
			got, err := lists.DecodeBinary(string(form))
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			if diff := cmp.Diff(l.Report(), got.Report()); diff != "" {
				t.Errorf("%s: the report differs:\n%.3000s", path, diff)
			}
			if !reflect.DeepEqual(l.Entities, got.Entities) { // cmp takes seconds
				t.Errorf("%s: what comes back differs:\n%.3000s", path, cmp.Diff(l.Entities, got.Entities))
			}
			l.Entities, got.Entities = nil, nil
			if diff := cmp.Diff(l, got, cmp.FilterPath(reasons, cmp.Comparer(sameWords))); diff != "" {
				t.Errorf("%s: what comes back differs:\n%.3000s", path, diff)
			}
			for i, p := range l.Problems {
				if !errors.Is(got.Problems[i], innermost(p)) {
					t.Errorf("%s: %v no longer has its reason %q", path, p, innermost(p))
				}
			}
		}
	}
	t.Logf("%d formats, %d problems", len(formats), problems)
	if len(formats) < 15 || problems < 10 {
		t.Errorf("only %d formats with %d problems", len(formats), problems)
	}
}

// reasons are the values of the type error, and not what implements it.
func reasons(p cmp.Path) bool {
	t := p.Last().Type()
	return t != nil && t.PkgPath() == "" && t.Name() == "error"
}

// sameWords reports whether two errors, and the innermost ones that they wrap, have the same words.
func sameWords(a, b error) bool {
	return a.Error() == b.Error() && innermost(a).Error() == innermost(b).Error()
}

func innermost(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
