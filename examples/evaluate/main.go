// Evaluate measures the default policy: it runs labelled name pairs and queries
// through the library and prints what was right, what was wrong, and the worst of
// it. It is the one command behind every figure that the project states about
// matching.
//
//	go run ./examples/evaluate                      # everything that is at hand
//	go run ./examples/evaluate -only pairs,edits    # some sections
//	go run ./examples/evaluate -curve -only edits,people
//	go run ./examples/evaluate -sample 10           # quick: one in ten of the large sets
//	go run ./examples/evaluate -scenarios FILE.csv -only scenarios
//	go run ./examples/evaluate -only ablation       # what each rule does: minutes, and only when asked for
//
// The pairs of testdata/pairs are always measured. The other sections need the
// folder of shared evaluation data and list files (-shared); a section whose
// files are absent says so and is skipped. The output is the same on every run
// and machine; progress and times go to standard error.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// options are the command line.
type options struct {
	root      string // of the repository
	shared    string // the folder of evaluation data and lists
	scenarios string // a file of scenarios other than the shared one
	pairs     string // a file of name pairs other than the shared one
	only      []string
	worst     int
	list      int // lines of misses and alerts
	seed      uint64
	sample    int // one query in so many, of the large sets
	curve     bool
	policy    screening.Policy
}

// sections are the measurements, in the order in which they are printed.
var sections = []struct {
	name, title string
	run         func(*evaluation) error
}{
	{"pairs", "Name pairs: names alone", (*evaluation).pairs},
	{"translit", "Across scripts: single names in two scripts", (*evaluation).transliteration},
	{"un", "Persons of the UN list, name only", (*evaluation).unPersons},
	{"people", "Ordinary people against OFAC 2021-07", (*evaluation).people},
	{"edits", "One random edit in a name of OFAC 2021-07", (*evaluation).edits},
	{"ships", "Ordinary ships against OFAC 2024-01", (*evaluation).ships},
	{"scenarios", "Scenarios against OFAC 2021-07", (*evaluation).scenarios},
	{"ablation", "What each rule does", (*evaluation).ablation},
}

func main() {
	opts, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Stderr, opts); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

// parse reads the command line.
func parse(args []string) (*options, error) {
	root, err := repository()
	if err != nil {
		return nil, err
	}
	o := &options{root: root, policy: screening.DefaultPolicy()}
	flags := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	var only, profile string
	var threshold int
	flags.StringVar(&o.shared, "shared", filepath.Join(root, "..", "shared"), "folder of the evaluation `data` and the lists")
	flags.StringVar(&o.scenarios, "scenarios", "", "CSV `file` of scenarios in place of the shared one")
	flags.StringVar(&o.pairs, "pairs", "", "CSV `file` of name pairs in place of the shared one")
	flags.StringVar(&only, "only", "", "sections to run, joined by commas: pairs, translit, un, people, edits, ships, scenarios, ablation")
	flags.IntVar(&threshold, "threshold", int(o.policy.Threshold), "threshold of a hit, in thousandths")
	flags.IntVar(&o.worst, "worst", 20, "disagreements to list for each set of pairs")
	flags.IntVar(&o.list, "list", 40, "misses and alerts to list for each set of queries")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of the random choices")
	flags.IntVar(&o.sample, "sample", 1, "ask one query in `N` of people, edits and ships, to be quick")
	flags.BoolVar(&o.curve, "curve", false, "print threshold against recall and alert rate as well")
	flags.StringVar(&profile, "cpuprofile", "", "write a processor profile to `file`")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("%q is not a flag", flags.Arg(0))
	}
	if threshold < 1 || threshold > 1000 {
		return nil, fmt.Errorf("a threshold of %d is not within 1 to 1000", threshold)
	}
	if o.sample < 1 {
		return nil, fmt.Errorf("a sample of one in %d", o.sample)
	}
	o.policy.Threshold = matcher.Score(threshold)
	if only != "" {
		o.only = strings.Split(only, ",")
	}
	for _, name := range o.only {
		known := false
		for _, s := range sections {
			known = known || s.name == name
		}
		if !known {
			return nil, fmt.Errorf("no section is called %q", name)
		}
	}
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return nil, err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// run prints every section that was asked for to out, and times to progress.
func run(out, progress io.Writer, o *options) error {
	defer pprof.StopCPUProfile()
	e := &evaluation{options: o, out: out}
	e.printf("threshold of a hit %s, of a hit on a name alone %s\n", o.policy.Threshold, nameThreshold(&o.policy))
	if o.sample > 1 {
		e.printf("of people, edits and ships one in %d only\n", o.sample)
	}
	for _, s := range sections {
		if len(o.only) > 0 && !slices.Contains(o.only, s.name) || len(o.only) == 0 && s.name == "ablation" {
			continue
		}
		e.printf("\n## %s\n", s.title)
		start := time.Now()
		err := s.run(e)
		if os.IsNotExist(err) {
			e.printf("\nskipped: %v\n", err)
		} else if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		fmt.Fprintf(progress, "%s: %.1f s\n", s.name, time.Since(start).Seconds())
	}
	e.printCurve()
	return nil
}

// nameThreshold returns the likeness from which a name alone carries a hit.
func nameThreshold(p *screening.Policy) matcher.Score {
	for _, r := range p.Rules {
		if r.Rule == screening.NameRule && r.Effect > 0 {
			return (p.Threshold*1000 + r.Effect - 1) / r.Effect
		}
	}
	return matcher.Equal + 1
}

// repository returns the folder of go.mod, at or above the working folder.
func repository() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", fmt.Errorf("no go.mod at or above the working folder")
		}
		dir = up
	}
}
