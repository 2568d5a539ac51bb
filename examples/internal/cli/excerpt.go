package cli

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
)

// MarkExcerpt gives l, read from testdata/ofac-excerpt, the day of the excerpt,
// which its files do not bear, and a note that warns of using it.
func MarkExcerpt(l *lists.List) {
	l.Source.Published = time.Date(2021, time.July, 1, 0, 0, 0, 0, time.UTC)
	l.Source.Note = "excerpt of July 2021: for trying out, not for use in screening"
}

const module = "github.com/seed-539c57aa/pratique"

// Root finds this module's folder from the working directory upwards. The error
// is one for a user who named no list.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if moduleOf(filepath.Join(dir, "go.mod")) == module {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("the excerpt is found from inside the repository only: run this there, or name a list by -list or -ofac")
		}
		dir = up
	}
}

// moduleOf returns the module path of a go.mod, empty where there is none.
func moduleOf(name string) string {
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if path, ok := strings.CutPrefix(sc.Text(), "module "); ok {
			return strings.TrimSpace(path)
		}
	}
	return ""
}
