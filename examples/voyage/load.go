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
)

// load reads the lists that the command line names, or the excerpt where it names
// none.
func load(o *options) ([]*lists.List, error) {
	paths := o.files
	if o.dir != "" {
		paths = append([]string{o.dir}, paths...)
	}
	var all []*lists.List
	for _, path := range paths {
		l, _, err := open.List(path)
		if err != nil {
			return nil, err
		}
		if l.Source.Published.IsZero() {
			l.Source.Published = o.date
		}
		all = append(all, l)
	}
	if len(all) > 0 {
		return all, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	l, _, err := open.List(filepath.Join(root, "testdata", "ofac-excerpt"))
	if err != nil {
		return nil, fmt.Errorf("the excerpt in testdata cannot be used: %w", err)
	}
	l.Source.Published = time.Date(2021, time.July, 1, 0, 0, 0, 0, time.UTC)
	l.Source.Note = "excerpt of July 2021: for trying out, not for use in screening"
	return []*lists.List{l}, nil
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
