package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/seed-539c57aa/pratique/examples/internal/cli"
	"github.com/seed-539c57aa/pratique/examples/internal/open"
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
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

// excerptDir is the folder of the excerpt.
const excerptDir = "testdata/ofac-excerpt"

// excerpt reads the excerpt in testdata.
func excerpt() (*lists.List, error) {
	root, err := cli.Root()
	if err != nil {
		return nil, err
	}
	l, err := ofac.ParseCSV(os.DirFS(filepath.Join(root, filepath.FromSlash(excerptDir))))
	if err != nil {
		return nil, fmt.Errorf("the excerpt in %s cannot be used: %s", excerptDir, plain(err))
	}
	cli.MarkExcerpt(l)
	return l, nil
}
