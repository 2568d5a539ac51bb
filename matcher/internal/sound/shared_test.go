package sound

import (
	"os"
	"path/filepath"
	"testing"
)

// sharedFile gives the path of a file in the shared folder beside the
// repository, and skips the test where that is absent.
func sharedFile(t *testing.T, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Skip("no go.mod above the test's folder, so the shared folder cannot be found")
		}
		dir = parent
	}
	file := filepath.Join(dir, "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		t.Skipf("the evaluation set %s is not beside this checkout", name)
	}
	return file
}
