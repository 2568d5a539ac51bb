// Command lists says what lists hold, and which parties stand on several of them.
//
//	go run ./examples/lists testdata/ofac-excerpt
//	go run ./examples/lists sdn_advanced.xml consolidated.xml.gz
//	go run ./examples/lists -before LAST-MONTH.xml THIS-MONTH.xml
//
// A FILE is a list as its publisher has it, plain or packed by gzip or zip, or a
// folder with OFAC's legacy files. The format is told by the content.
//
// It exits with status 0, with 1 when -before finds something that someone should
// look at, and with 2 when a file cannot be used.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/seed-539c57aa/pratique/examples/internal/open"
	"github.com/seed-539c57aa/pratique/lists"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	fine    = 0
	look    = 1
	useless = 2
)

const usage = `usage: lists [flags] FILE...

Says what lists hold, and which parties stand on several of them.

`

// files collects the values of a flag that may be given more than once.
type files []string

func (f *files) String() string { return strings.Join(*f, ", ") }

func (f *files) Set(s string) error {
	*f = append(*f, s)
	return nil
}

// run is the command. It returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("lists", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	asJSON := fs.Bool("json", false, "write the reports as JSON, for programs")
	every := fs.Bool("links", false, "print every party that stands on several lists, and not only how many there are")
	var before files
	fs.Var(&before, "before", "an earlier edition of one of the lists: a `FILE` to compare it with; may be given several times")
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stderr, usage)
		fs.SetOutput(stderr)
		fs.PrintDefaults()
		return useless
	case err != nil:
		fmt.Fprintf(stderr, "lists: %s\n", err)
		return useless
	case fs.NArg() == 0:
		fmt.Fprintln(stderr, "lists: no FILE; -h lists the flags")
		return useless
	}
	now, ok := readAll(fs.Args(), stderr)
	earlier, also := readAll(before, stderr)
	if !ok || !also {
		return useless
	}
	out := make([]output, len(now))
	status := fine
	used := make([]bool, len(earlier))
	for i, l := range now {
		out[i].Report = l.Report()
		for j, e := range earlier {
			if e.Source.Name != l.Source.Name {
				continue
			}
			used[j] = true
			if out[i].Changes = append(out[i].Changes, out[i].Report.Compare(e.Report())...); len(out[i].Changes) > 0 {
				status = look
			}
		}
	}
	for j := range used {
		if !used[j] {
			fmt.Fprintf(stderr, "lists: %s: it holds %q, and no FILE does\n", before[j], earlier[j].Source.Name)
			return useless
		}
	}
	var err error
	if *asJSON {
		enc := json.NewEncoder(stdout)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		err = enc.Encode(out)
	} else {
		err = printAll(stdout, out, len(before) > 0, now, *every)
	}
	if err != nil {
		fmt.Fprintf(stderr, "lists: %s\n", err)
		return useless
	}
	return status
}

// output is what is said of one list.
type output struct {
	*lists.Report
	Changes []lists.Change `json:"changes,omitempty"` // since the earlier edition
}

// readAll reads lists. It tells of every file that cannot be used.
func readAll(paths []string, stderr io.Writer) (all []*lists.List, ok bool) {
	ok = true
	for _, p := range paths {
		l, _, err := open.List(p)
		if err != nil {
			fmt.Fprintf(stderr, "lists: %s\n", strings.Join(strings.Fields(err.Error()), " "))
			ok = false
			continue
		}
		all = append(all, l)
	}
	return all, ok
}

// printAll prints reports, changes and links for a person to read.
func printAll(w io.Writer, out []output, compared bool, ls []*lists.List, every bool) error {
	for i, o := range out {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := o.Text(w); err != nil {
			return err
		}
		for _, c := range o.Changes {
			fmt.Fprintf(w, "  LOOK         %s\n", c)
		}
		if compared && len(o.Changes) == 0 {
			fmt.Fprintln(w, "  compared     nothing to look at")
		}
	}
	if len(ls) < 2 {
		return nil
	}
	fmt.Fprintln(w)
	return printLinks(w, ls, lists.LinkLists(ls...), every)
}
