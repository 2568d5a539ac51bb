package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// label is what a careful officer says of a pair.
type label uint8

const (
	differ label = iota
	match
	doubtful // "close": either answer would do; not counted
)

var labelNames = [...]string{"differ", "match", "close"}

func (l label) String() string { return labelNames[l] }

// pair is one labelled pair of names.
type pair struct {
	place    string // file:line
	kind     string // person, vessel, firm or legal entity
	query    string
	listed   string
	label    label
	known    bool // marked as a known failure
	category string
	reason   string
	score    matcher.Score
}

// pairFiles are the committed files and the kind of their pairs, empty where
// each line says it.
var pairFiles = []struct{ name, kind string }{
	{"vessels", "vessel"}, {"persons", "person"}, {"firms", "firm"}, {"scripts", ""},
}

// readPairs reads a committed file; testdata/pairs/README.md describes its
// format. kind is that of all pairs, or empty where a first field names it.
func readPairs(name, kind string) ([]pair, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []pair
	category := ""
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		line := s.Text()
		if head, ok := strings.CutPrefix(line, "# --- "); ok {
			category = strings.TrimSuffix(head, " ---")
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		p, err := parsePair(line, kind)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		p.place = fmt.Sprintf("%s:%d", filepath.Base(name), n)
		p.category = category
		out = append(out, p)
	}
	return out, s.Err()
}

// parsePair reads a line "[kind ; ]query ; listed ; label[ !known]  # reason".
func parsePair(line, kind string) (pair, error) {
	body, reason, ok := strings.Cut(line, " # ")
	p := pair{kind: kind, reason: strings.TrimSpace(reason)}
	if !ok || p.reason == "" {
		return p, fmt.Errorf("no reason after \" # \"")
	}
	fields := strings.Split(strings.TrimRight(body, " "), " ; ")
	if kind == "" {
		p.kind, fields = fields[0], fields[1:]
	}
	if !slices.Contains([]string{"person", "vessel", "firm"}, p.kind) {
		return p, fmt.Errorf("%q is no kind of party", p.kind)
	}
	if len(fields) != 3 {
		return p, fmt.Errorf("%d fields, not query ; listed ; label", len(fields))
	}
	p.query, p.listed = fields[0], fields[1]
	word, known := strings.CutSuffix(fields[2], " !known")
	p.known = known
	i := slices.Index(labelNames[:], word)
	if i < 0 {
		return p, fmt.Errorf("%q is no label", fields[2])
	}
	p.label = label(i)
	return p, nil
}

// sharedKinds are the kinds of the schemas of the shared pairs.
var sharedKinds = map[string]string{
	"Person": "person", "Company": "firm", "Organization": "firm", "Vessel": "vessel", "LegalEntity": "legal entity",
}

// readSharedPairs reads labelled pairs in CSV: case_group, schema, name1 (the
// query), name2 (listed), is_match, quality, category, notes.
func readSharedPairs(name string) ([]pair, error) {
	rows, err := readCSV(name)
	if err != nil {
		return nil, err
	}
	var out []pair
	for i, r := range rows {
		p := pair{
			place: strconv.Itoa(i + 2), kind: sharedKinds[r["schema"]], query: r["name1"], listed: r["name2"],
			category: r["case_group"] + " / " + r["category"], reason: oneLine(r["quality"] + " " + r["category"] + ": " + r["notes"]),
		}
		if p.kind == "" {
			return nil, fmt.Errorf("%s:%d: %q is no schema known here", name, i+2, r["schema"])
		}
		if r["is_match"] == "true" {
			p.label = match
		}
		out = append(out, p)
	}
	return out, nil
}

// rate gives every pair its score: the likeness of the two names alone. A legal
// entity may be a person or a firm, and has the higher of both.
func rate(pairs []pair, o matcher.Options) {
	for i := range pairs {
		p := &pairs[i]
		switch p.kind {
		case "vessel":
			p.score = likeness(names.Vessel, p, o)
		case "person":
			p.score = likeness(names.Person, p, o)
		case "firm":
			p.score = likeness(names.Organization, p, o)
		default:
			p.score = max(likeness(names.Person, p, o), likeness(names.Organization, p, o))
		}
	}
}

func likeness(profile *names.Profile, p *pair, o matcher.Options) matcher.Score {
	return matcher.Compare(profile.Parse(p.query), profile.Parse(p.listed), o).Score
}

// cases returns the pairs that are counted: those without honest doubt.
func cases(pairs []pair) []scored {
	var out []scored
	for _, p := range pairs {
		if p.label != doubtful {
			out = append(out, scored{int(p.score), p.label == match})
		}
	}
	return out
}

// pairs measures the committed pairs and the shared ones.
func (e *evaluation) pairs() error {
	threshold := int(nameThreshold(&e.policy))
	var sets []pairSet
	for _, f := range pairFiles {
		pairs, err := readPairs(filepath.Join(e.root, "testdata", "pairs", f.name+".txt"), f.kind)
		if err != nil {
			return err
		}
		sets = append(sets, pairSet{f.name, pairs})
	}
	name := e.options.pairs
	if name == "" {
		name = e.eval("name_pairs_dev.csv")
	}
	shared, err := readSharedPairs(name)
	if os.IsNotExist(err) && e.options.pairs == "" {
		e.printf("\nskipped: %v\n", err)
	} else if err != nil {
		return fmt.Errorf("%s: %w", name, err) // wrapped: a file that was named must be there
	} else {
		ships, rest := divide(shared, func(p *pair) bool { return p.kind == "vessel" })
		sets = append(sets, pairSet{"shared, without vessels", rest}, pairSet{"shared, vessels", ships})
	}
	rows := [][]string{append([]string{"set"}, measureHead...)}
	for _, s := range sets {
		rate(s.pairs, e.policy.Names)
		rows = append(rows, append([]string{s.name}, measures(cases(s.pairs), threshold)...))
		if kinds := groups(s.pairs, func(p *pair) string { return p.kind }); len(kinds) > 1 {
			for _, g := range kinds {
				rows = append(rows, append([]string{"  " + g.name}, measures(cases(g.pairs), threshold)...))
			}
		}
	}
	e.table(fmt.Sprintf("hit from %.3f", float64(threshold)/1000), rows)
	for _, s := range sets {
		e.pairSet(&s, threshold)
	}
	if e.curve {
		e.pairCurve(sets)
	}
	return nil
}

// pairSet is pairs that are reported together.
type pairSet struct {
	name  string
	pairs []pair
}

// pairSet prints a set by category, its worst disagreements and its marked ones.
func (e *evaluation) pairSet(s *pairSet, threshold int) {
	rows := [][]string{append([]string{"category"}, measureHead...)}
	for _, g := range groups(s.pairs, func(p *pair) string { return p.category }) {
		rows = append(rows, append([]string{g.name}, measures(cases(g.pairs), threshold)...))
	}
	e.table(s.name+" by category", rows)
	wrong, _ := divide(s.pairs, func(p *pair) bool { return p.wrong(threshold) })
	slices.SortStableFunc(wrong, func(a, b pair) int { return b.distance(threshold) - a.distance(threshold) })
	e.lines(s.name+": worst disagreements", describe(wrong), e.worst)
	known, _ := divide(s.pairs, func(p *pair) bool { return p.known })
	e.lines(s.name+": marked as known failures", describe(known), len(known))
}

// wrong reports whether the outcome at the threshold is not the label's.
func (p *pair) wrong(threshold int) bool {
	return p.label != doubtful && (int(p.score) >= threshold) != (p.label == match)
}

// distance is how far the score is on the wrong side of the threshold.
func (p *pair) distance(threshold int) int {
	return max(int(p.score)-threshold, threshold-int(p.score))
}

func describe(pairs []pair) [][]string {
	var out [][]string
	for _, p := range pairs {
		out = append(out, []string{p.score.String(), p.label.String(), p.query + " ; " + p.listed, p.place + ": " + p.reason})
	}
	return out
}

// groups divides pairs by a key, in the order in which the keys first occur.
func groups(pairs []pair, key func(*pair) string) []pairSet {
	var out []pairSet
	for i := range pairs {
		k := key(&pairs[i])
		at := slices.IndexFunc(out, func(s pairSet) bool { return s.name == k })
		if at < 0 {
			at = len(out)
			out = append(out, pairSet{name: k})
		}
		out[at].pairs = append(out[at].pairs, pairs[i])
	}
	return out
}

// divide returns the pairs for which in is true, and the others.
func divide(pairs []pair, in func(*pair) bool) (yes, no []pair) {
	for i := range pairs {
		if in(&pairs[i]) {
			yes = append(yes, pairs[i])
		} else {
			no = append(no, pairs[i])
		}
	}
	return yes, no
}
