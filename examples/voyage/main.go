// Command voyage screens a whole voyage: the ship, everybody with a role in it, its
// ports and papers; and says what belongs together.
//
//	go run ./examples/voyage testdata/voyages/clavel.json
//	go run ./examples/voyage -list sdn_advanced.xml -list eu.xml.gz voyage.json
//	go run ./examples/voyage -date 2020-05-24 -ship CLAVEL -party "master=Ali Danaei Kenarsari" -party "line=Islamic Republic of Iran Shipping Lines" -port "El Palito, VE"
//
// The voyage is a JSON file (see testdata/voyages/README.md), standard input for
// "-", or stands in flags. Without -list and -ofac it is screened against the
// excerpt in testdata/ofac-excerpt, which is for trying out only. It exits with
// status 0 when nothing was found, 1 when something was, and 2 when it could not
// search; "go run" itself exits with 1 in the last two cases.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	nothingFound = 0
	found        = 1
	notSearched  = 2
)

// run is the command. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fail := func(err error) int {
		fmt.Fprintf(stderr, "voyage: %s\n", plain(err))
		return notSearched
	}
	o, err := parseArgs(args, stdin, stderr)
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
	s, err := screening.New(screening.DefaultPolicy(), all...)
	if err != nil {
		return fail(err)
	}
	r, err := voyage.Screen(s, o.voyage)
	if err != nil {
		return fail(err)
	}
	if o.json {
		enc := json.NewEncoder(stdout)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		err = enc.Encode(r)
	} else {
		err = printResult(stdout, r)
	}
	if err != nil {
		return fail(err)
	}
	if r.Level > voyage.Nothing {
		return found
	}
	return nothingFound
}

// plain puts an error on one line, without the names of packages.
func plain(err error) string {
	var lines []string
	for line := range strings.Lines(err.Error()) {
		parts := slices.DeleteFunc(strings.Split(line, ": "), func(p string) bool {
			return slices.Contains([]string{"voyage", "screening", "ownership", "ofac", "json"}, p)
		})
		lines = append(lines, strings.Join(strings.Fields(strings.Join(parts, ": ")), " "))
	}
	return strings.Join(lines, "; ")
}
