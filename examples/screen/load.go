package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
)

// excerpt is what the folder testdata/ofac-excerpt holds.
const (
	excerptDir  = "testdata/ofac-excerpt"
	excerptNote = "excerpt of July 2021: for trying out, not for use in screening"
)

// load reads the list in dir, or the excerpt where dir is empty.
func load(dir string, date time.Time) (*lists.List, error) {
	if dir != "" {
		if st, err := os.Stat(dir); err != nil || !st.IsDir() {
			return nil, fmt.Errorf("-ofac: %q is not a folder that can be read", dir)
		}
		l, err := ofac.ParseCSV(os.DirFS(dir))
		if err != nil {
			return nil, fmt.Errorf("the list in %q cannot be used: %s", dir, plain(err))
		}
		l.Source.Published = date
		return l, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	l, err := ofac.ParseCSV(os.DirFS(filepath.Join(root, filepath.FromSlash(excerptDir))))
	if err != nil {
		return nil, fmt.Errorf("the excerpt in %s cannot be used: %s", excerptDir, plain(err))
	}
	l.Source.Published = time.Date(2021, time.July, 1, 0, 0, 0, 0, time.UTC)
	l.Source.Note = excerptNote
	return l, nil
}

const module = "github.com/seed-539c57aa/pratique"

// moduleRoot finds this module's folder from the working directory upwards.
func moduleRoot() (string, error) {
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
			return "", errors.New("the excerpt is found from inside the repository only: run this there, or name a folder with OFAC's files by -ofac")
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
