package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/examples/internal/cli"
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// options are a command line, read.
type options struct {
	query    screening.Query
	policy   screening.Policy
	dir      string    // of OFAC's files; empty is the excerpt
	files    []string  // other lists
	date     time.Time // of the files that bear none; zero is unknown
	json     bool
	problems bool
	idFlags  []string // the flag that gave each of query.Identifiers
}

const usage = `usage: screen [flags] NAME
       screen [flags] -imo NUMBER

Screens a ship, a person or a firm. A flag with a value may be given more than
once where several values can be true. Exit status: 0 nothing found, 1 hits,
2 could not search.

`

// parseArgs reads a command line. Flags may stand before and after the name. The
// error is flag.ErrHelp where the usage was asked for, and printed.
func parseArgs(args []string, stderr io.Writer) (*options, error) {
	o := &options{policy: screening.DefaultPolicy()}
	fs := cli.NewFlags("screen")
	kind := fs.String("kind", "", "`kind` of party: vessel, person, organization, aircraft; without it all kinds are searched")
	imo := fs.Many("imo", "IMO `number` of the ship")
	companyIMO := fs.Many("company-imo", "IMO company or registered-owner `number`")
	mmsi := fs.Many("mmsi", "Maritime Mobile Service Identity, a `number` of nine digits")
	callSign := fs.Many("callsign", "radio call `sign`")
	passport := fs.Many("passport", "passport `number`, with its state in brackets where known: \"K123 (Iran)\"")
	id := fs.Many("id", "national identity, registration or tax `number`, with its state in brackets where known")
	flags := fs.Many("flag", "`state` whose flag the ship flies, by name or ISO code")
	country := fs.Many("country", "nationality, citizenship, or `state` of registration")
	dob := fs.Many("dob", "`date` of birth: 1977-05-19, \"19 May 1977\", 1977, \"circa 1977\"")
	place := fs.Many("place", "`place` of birth")
	gender := fs.String("gender", "", "`word`: male or female")
	shipType := fs.String("type", "", "`type` of ship: \"crude oil tanker\"")
	owner := fs.Many("owner", "owner, manager or employer, a `name`")
	built := fs.Many("built", "`date` of build of the ship: 2000, \"circa 2000\"")
	address := fs.Many("address", "`address` in one piece, the state last")
	fs.Int64Var(&o.query.Deadweight, "dwt", 0, "deadweight of the ship in metric `tons`")
	fs.Int64Var(&o.query.GrossTonnage, "gt", 0, "gross `tonnage` of the ship")
	fs.Int64Var(&o.query.Length, "length", 0, "length of the ship in `metres`")
	fs.IntVar(&o.query.Near, "near", 0, "`number` of parties below the threshold to tell of")
	threshold := fs.String("threshold", "", "lowest `score` of a hit, 0.850 or 850")
	most := fs.Int("max", o.policy.MaxHits, "`number` of hits to show at the most")
	fs.BoolVar(&o.json, "json", false, "write JSON for programs")
	fs.StringVar(&o.dir, "ofac", "", "`folder` with OFAC's files sdn.csv, alt.csv, add.csv, sdn_comments.csv or the cons_ set; without it and -list the excerpt is used")
	files := fs.Many("list", "`file` with a list of any publisher, plain or packed by gzip or zip; its format is told by its content")
	date := fs.String("date", "", "`day` on which the lists were published, 2026-01-31, for those that do not say")
	fs.BoolVar(&o.problems, "problems", false, "print what was odd in the files")

	names, err := parseMixed(fs.FlagSet, args)
	if errors.Is(err, flag.ErrHelp) {
		fs.Help(stderr, usage)
	}
	if err != nil {
		return nil, err
	}
	if len(names) > 1 {
		return nil, fmt.Errorf("%d names: put the name in quotes, as in screen %q", len(names), strings.Join(names, " "))
	}
	q := &o.query
	q.Names, q.Flags, q.Countries, q.Places, q.Owners = names, *flags, *country, *place, *owner
	q.Addresses = *address
	q.VesselType = *shipType
	if q.Kind, err = lists.ParseKind(*kind); err != nil {
		return nil, fmt.Errorf("-kind: %s", strings.TrimPrefix(err.Error(), "lists: "))
	}
	if q.Gender, err = parseGender(*gender); err != nil {
		return nil, err
	}
	for _, text := range *dob {
		d, err := lists.ParseDate(text)
		if err != nil {
			return nil, fmt.Errorf("-dob: %w", err)
		}
		d.Role = lists.Birth
		q.Dates = append(q.Dates, d)
	}
	for _, text := range *built {
		d, err := lists.ParseDate(text)
		if err != nil {
			return nil, fmt.Errorf("-built: %w", err)
		}
		d.Role = lists.Build
		q.Dates = append(q.Dates, d)
	}
	o.ids("-imo", *imo, lists.IMOShip)
	o.ids("-company-imo", *companyIMO, lists.IMOCompany)
	o.ids("-mmsi", *mmsi, lists.MMSI)
	o.ids("-callsign", *callSign, lists.CallSign)
	o.ids("-passport", *passport, lists.Passport)
	o.ids("-id", *id, lists.NationalID, lists.RegistrationNumber)
	if *threshold != "" {
		if o.policy.Threshold, err = parseScore(*threshold); err != nil {
			return nil, fmt.Errorf("-threshold: %w", err)
		}
	}
	if o.policy.MaxHits = *most; *most < 1 {
		return nil, fmt.Errorf("-max: %d: at least one hit is shown", *most)
	}
	if o.date, err = cli.Day("-date", *date); err != nil {
		return nil, err
	}
	if o.files = *files; *date != "" && o.dir == "" && len(o.files) == 0 {
		return nil, errors.New("-date: it is the day of the lists that -ofac and -list name, and there is neither")
	}
	return o, nil
}

// parseMixed parses flags that stand before, after and between other arguments,
// and returns those. After "--" nothing is a flag.
func parseMixed(fs *flag.FlagSet, args []string) (others []string, err error) {
	var rest []string
	for i, a := range args {
		if a == "--" {
			args, rest = args[:i], args[i+1:]
			break
		}
	}
	for {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		if fs.NArg() == 0 {
			return append(others, rest...), nil
		}
		others = append(others, fs.Arg(0))
		args = fs.Args()[1:]
	}
}

// ids adds identifiers that one flag gave, each as every type that it may be.
func (o *options) ids(flag string, values []string, types ...lists.IDType) {
	for _, v := range values {
		for _, t := range types {
			id := lists.Identifier{Type: t, Value: v}
			if t == lists.Passport || t == lists.NationalID || t == lists.RegistrationNumber {
				id.Value, id.Country = cutState(v)
			}
			o.query.Identifiers = append(o.query.Identifiers, id)
			o.idFlags = append(o.idFlags, flag)
		}
	}
}

// cutState divides "K123 (Iran)" into number and state.
func cutState(s string) (value, state string) {
	head, tail, ok := strings.Cut(strings.TrimSpace(s), "(")
	if tail, closed := strings.CutSuffix(tail, ")"); ok && closed {
		if _, known := lists.CountryCode(tail); known {
			return strings.TrimSpace(head), strings.TrimSpace(tail)
		}
	}
	return s, ""
}

func parseGender(s string) (lists.Gender, error) {
	switch strings.ToLower(s) {
	case "":
		return "", nil
	case "m", "male":
		return lists.Male, nil
	case "f", "female":
		return lists.Female, nil
	}
	return "", fmt.Errorf("-gender: %q is neither male nor female", s)
}

// parseScore reads 0.74, .740, 1 or 740 as thousandths.
func parseScore(s string) (matcher.Score, error) {
	bad := fmt.Errorf("%q is not a score of 0.001 to 1.000", s)
	whole, frac, decimal := strings.Cut(s, ".")
	if !decimal && s != "1" {
		if len(whole) < 3 {
			return 0, bad // 74 may mean 0.74 or 0.074
		}
		whole, frac = "", whole
		if len(frac) == 4 {
			whole, frac = frac[:1], frac[1:]
		}
	}
	if len(frac) > 3 || len(whole) > 1 {
		return 0, bad
	}
	n := 0
	for _, c := range whole + frac + "000"[len(frac):] {
		if c < '0' || c > '9' {
			return 0, bad
		}
		n = n*10 + int(c-'0')
	}
	if n < 1 || n > 1000 {
		return 0, bad
	}
	return matcher.Score(n), nil
}

// fieldFlags are the flags behind the fields of a query.
var fieldFlags = map[string]string{"names": "name", "flags": "-flag", "countries": "-country", "dates": "-dob", "addresses": "-address", "deadweight": "-dwt", "gross_tonnage": "-gt", "length": "-length"}

// warning puts a warning in terms of the command line.
func (o *options) warning(err error) string {
	var qe *screening.QueryError
	if !errors.As(err, &qe) {
		return plain(err)
	}
	field, _, _ := strings.Cut(qe.Field, "[")
	name, why := fieldFlags[field], plain(qe.Err)
	if field == "identifiers" {
		var i int
		if _, err := fmt.Sscanf(qe.Field, "identifiers[%d]", &i); err == nil && i < len(o.idFlags) {
			name = o.idFlags[i]
			id := o.query.Identifiers[i] // the reason names it again
			why = strings.Replace(why, fmt.Sprintf("%s %q: ", id.Type, id.Value), "", 1)
		}
	}
	if name == "" {
		name = field
	}
	return fmt.Sprintf("%s %q: %s", name, qe.Value, why)
}

// unsearchable puts the error for a query that holds nothing to look for in
// terms of the command line.
func (o *options) unsearchable(err error) error {
	if !errors.Is(err, screening.ErrUnsearchable) {
		return err
	}
	var qe *screening.QueryError
	if errors.As(err, &qe) {
		return fmt.Errorf("%w: %s", screening.ErrUnsearchable, o.warning(qe))
	}
	return fmt.Errorf("%w: give a name or an identifier; -h lists the flags", screening.ErrUnsearchable)
}
