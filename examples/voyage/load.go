package main

import (
	"fmt"
	"path/filepath"

	"github.com/seed-539c57aa/pratique/examples/internal/cli"
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
	root, err := cli.Root()
	if err != nil {
		return nil, err
	}
	l, _, err := open.List(filepath.Join(root, "testdata", "ofac-excerpt"))
	if err != nil {
		return nil, fmt.Errorf("the excerpt in testdata cannot be used: %w", err)
	}
	cli.MarkExcerpt(l)
	return []*lists.List{l}, nil
}
