package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/examples/internal/open"
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
)

// excerpt is what the folder testdata/ofac-excerpt holds.
const (
	excerptDir  = "testdata/ofac-excerpt"
	excerptNote = "excerpt of July 2021: for trying out, not for use in screening"
)

// load reads the lists that the command line names, or the excerpt where it names
// none.
func load(o *options) ([]*lists.List, error) {
	var all []*lists.List
	if o.dir != "" {
		if st, err := os.Stat(o.dir); err != nil || !st.IsDir() {
			return nil, fmt.Errorf("-ofac: %q is not a folder that can be read", o.dir)
		}
		l, err := ofac.ParseCSV(os.DirFS(o.dir))
		if err != nil {
			return nil, fmt.Errorf("the list in %q cannot be used: %s", o.dir, plain(err))
		}
		all = append(all, l)
	}
	for _, file := range o.files {
		l, _, err := open.List(file)
		if err != nil {
			return nil, fmt.Errorf("-list: %s", plain(err))
		}
		all = append(all, l)
	}
	for _, l := range all {
		if l.Source.Published.IsZero() {
			l.Source.Published = o.date
		}
	}
	if len(all) == 0 {
		l, err := excerpt()
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

// excerpt reads the excerpt in testdata.
func excerpt() (*lists.List, error) {
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
