// Command screen asks whether a ship, a person or a firm is on a sanctions list,
// and says why.
//
//	go run ./examples/screen "Ali Danaei Kenarsari"
//	go run ./examples/screen -kind vessel -imo 9283746 FORTUNE
//	go run ./examples/screen -ofac DIR "Ali Danaei Kenarsari"
//	go run ./examples/screen -list sdn_advanced.xml -list consolidated.xml.gz -imo 9283746
//
// -list takes a list of any publisher whose format this module reads, as it was
// downloaded. Without -list and -ofac it screens against the excerpt in
// testdata/ofac-excerpt, which is for trying out only. It exits with status 0 when nothing was found, 1 when
// there are hits, and 2 when it could not search; "go run" itself exits with 1
// in the last two cases.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	nothingFound = 0
	found        = 1
	notSearched  = 2
)

// run is the command. It returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	fail := func(err error) int {
		fmt.Fprintf(stderr, "screen: %s\n", plain(err))
		return notSearched
	}
	o, err := parseArgs(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return notSearched
	}
	if err != nil {
		return fail(err)
	}
	all, err := load(o)
	if err != nil {
		return fail(err)
	}
	head := stdout
	if o.json {
		head = stderr // standard output is for the program that reads it
	}
	for _, l := range all {
		if !o.json {
			fmt.Fprintln(stdout, describe(l.Source))
		}
		if o.problems {
			printProblems(head, l)
		}
	}
	s, err := screening.New(o.policy, all...)
	if err != nil {
		return fail(err)
	}
	r, err := s.Screen(o.query)
	if err != nil {
		fail(o.unsearchable(err))
		for _, id := range o.query.Identifiers {
			if id.Type != lists.IMOShip || o.json {
				continue
			}
			for _, h := range s.NearIMO(id.Value) {
				fmt.Fprintf(stdout, "hint, no match: %s\n", h)
			}
		}
		return notSearched
	}
	status := nothingFound
	if len(r.Hits) > 0 {
		status = found
	}
	if o.json {
		enc := json.NewEncoder(stdout)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		err = enc.Encode(r)
	} else {
		err = printResult(stdout, r, o)
	}
	if err != nil {
		return fail(err)
	}
	return status
}

// plain puts an error on one line, without the names of packages.
func plain(err error) string {
	text := err.Error()
	for _, p := range [...]string{"screening: ", "ofac: "} {
		text = strings.TrimPrefix(text, p)
	}
	return strings.Join(strings.Fields(text), " ")
}

// describe says which list it is: its name, entries, date, and what else a
// reader must know.
func describe(s lists.Source) string {
	date := s.Date()
	if s.Note != "" {
		date = s.Note
	}
	return fmt.Sprintf("%s, %s, %s", s.Name, count(s.Entities, "entry", "entries"), date)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// printProblems prints what the parser met in the files of a list.
func printProblems(w io.Writer, l *lists.List) {
	fmt.Fprintf(w, "%s in the files\n", count(len(l.Problems), "problem", "problems"))
	for _, p := range l.Problems {
		fmt.Fprintf(w, "  %s\n", p)
	}
}

// printResult prints a result for a person to read.
func printResult(w io.Writer, r *screening.Result, o *options) error {
	for _, warning := range r.Warnings {
		word := "not used"
		if errors.Is(warning, screening.ErrInconsistent) {
			word = "note"
		}
		fmt.Fprintf(w, "%s: %s\n", word, o.warning(warning))
	}
	var from []string
	for _, s := range r.Sources {
		s.Note, _, _ = strings.Cut(s.Note, ": ")
		from = append(from, describe(s))
	}
	if len(r.Hits) == 0 {
		fmt.Fprintf(w, "no match in %s at threshold %s\n", strings.Join(from, "; "), r.Policy.Threshold)
		return printHints(w, r)
	}
	total := len(r.Hits) + r.More
	fmt.Fprintf(w, "%s at threshold %s", count(total, "hit", "hits"), r.Policy.Threshold)
	if r.More > 0 {
		fmt.Fprintf(w, ", of which the first %d are shown", len(r.Hits))
	}
	fmt.Fprintln(w)
	for _, h := range r.Hits {
		fmt.Fprintln(w)
		if err := h.Explain(w); err != nil {
			return err
		}
	}
	return printHints(w, r)
}

// printHints prints what is no hit and should be seen.
func printHints(w io.Writer, r *screening.Result) error {
	for _, h := range r.Hints {
		fmt.Fprint(w, "\nhint, no match: ")
		if err := h.Explain(w); err != nil {
			return err
		}
	}
	return nil
}
