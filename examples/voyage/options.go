package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/examples/internal/cli"
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

// options are a command line, read.
type options struct {
	voyage voyage.Voyage
	dir    string    // of OFAC's files; empty is the excerpt
	files  []string  // other lists
	date   time.Time // of the files that bear none
	json   bool
}

const usage = `usage: voyage [flags] FILE.json
       voyage [flags] -ship NAME -party "role=name" ...

Screens a voyage: ship, parties, ports, texts. "-" is standard input. Exit
status: 0 nothing found, 1 something found, 2 could not search.

`

// parseArgs reads a command line, and the voyage that it names. The error is
// flag.ErrHelp where the usage was asked for, and printed.
func parseArgs(args []string, stdin io.Reader, stderr io.Writer) (*options, error) {
	o := &options{}
	fs := cli.NewFlags("voyage")
	files := fs.Many("list", "`file` with a list of any publisher, plain or packed by gzip or zip; its format is told by its content")
	fs.StringVar(&o.dir, "ofac", "", "`folder` with OFAC's files; without it and -list the excerpt is used")
	listDate := fs.String("list-date", "", "`day` on which the lists were published, for those that do not say")
	fs.BoolVar(&o.json, "json", false, "write JSON for programs")
	date := fs.String("date", "", "`date` of the voyage")
	ship := fs.Many("ship", "`name` of the ship, present or former")
	imo := fs.Many("imo", "IMO `number` of the ship")
	flags := fs.Many("flag", "`state` whose flag the ship flies or flew")
	met := fs.Many("met", "`name or IMO number` of a ship met at sea")
	parties := fs.Many("party", "`role=name` of a party: \"master=...\", \"registered owner=...\", \"consignee=...\"")
	ports := fs.Many("port", "`port` with its country behind a comma")
	countries := fs.Many("country", "`state` of origin, destination or transit of the cargo")
	fs.StringVar(&o.voyage.Cargo, "cargo", "", "`text` on the cargo")
	fs.StringVar(&o.voyage.Payment, "payment", "", "`text` of the payment")

	err := fs.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fs.Help(stderr, usage)
	}
	if err != nil {
		return nil, err
	}
	o.files = *files
	if o.date, err = cli.Day("-list-date", *listDate); err != nil {
		return nil, err
	}
	given := false // a flag that describes the voyage
	fs.Visit(func(f *flag.Flag) {
		switch f.Name {
		case "list", "ofac", "list-date", "json":
		default:
			given = true
		}
	})
	switch {
	case fs.NArg() > 1:
		return nil, fmt.Errorf("%d files: one voyage at a time, and flags before the file", fs.NArg())
	case fs.NArg() == 1 && given:
		return nil, errors.New("a file and flags that describe a voyage: one of them")
	case fs.NArg() == 1:
		o.voyage, err = readFile(fs.Arg(0), stdin)
		return o, err
	}
	v := &o.voyage
	if *date != "" {
		if v.Date, err = lists.ParseDate(*date); err != nil {
			return nil, fmt.Errorf("-date: %w", err)
		}
	}
	v.Ship.Names = *ship
	for _, n := range *imo {
		v.Ship.Identifiers = append(v.Ship.Identifiers, lists.Identifier{Type: lists.IMOShip, Value: n})
	}
	v.Flag, v.Countries = *flags, *countries
	for _, m := range *met {
		q := screening.Query{Names: []string{m}}
		if id := (lists.Identifier{Type: lists.IMOShip, Value: m}); strings.ContainsAny(m, "0123456789") {
			if _, err := id.Canonical(); err == nil {
				q = screening.Query{Identifiers: []lists.Identifier{id}}
			}
		}
		v.Met = append(v.Met, voyage.Vessel{Query: q})
	}
	for _, p := range *parties {
		word, name, ok := strings.Cut(p, "=")
		if !ok {
			return nil, fmt.Errorf("-party: %q is not of the form role=name", p)
		}
		role, err := voyage.ParseRole(word)
		if err != nil {
			return nil, fmt.Errorf("-party: %w; roles are %s", err, roleWords())
		}
		v.Parties = append(v.Parties, voyage.Party{Role: role, Query: screening.Query{Names: []string{name}}})
	}
	for _, p := range *ports {
		v.Ports = append(v.Ports, voyage.Port{Name: p})
	}
	return o, nil
}

// roleWords are the roles that a party can have.
func roleWords() string {
	var words []string
	for _, r := range voyage.Roles() {
		if r != voyage.Ship && r != voyage.OwnershipParty {
			words = append(words, string(r))
		}
	}
	return strings.Join(words, ", ")
}

// readFile reads the voyage in a file, or in standard input.
func readFile(name string, stdin io.Reader) (voyage.Voyage, error) {
	if name == "-" {
		return read(stdin)
	}
	f, err := os.Open(name)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return voyage.Voyage{}, fmt.Errorf("no file %q", name)
		}
		return voyage.Voyage{}, err
	}
	defer f.Close()
	return read(f)
}
