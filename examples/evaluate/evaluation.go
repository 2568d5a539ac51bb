package main

import (
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/lists/un"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// evaluation is one run of the command.
type evaluation struct {
	*options
	out       io.Writer
	screeners map[string]*loaded
	columns   []column // of the curve
}

// loaded is a list with a Screener of it alone.
type loaded struct {
	list     *lists.List
	screener *screening.Screener
}

func (e *evaluation) printf(format string, args ...any) { fmt.Fprintf(e.out, format, args...) }

// table prints rows in aligned columns; the first row is the head. Fields of a
// column that begins with ">" in the head stand to the right.
func (e *evaluation) table(title string, rows [][]string) {
	e.printf("\n%s\n", title)
	width := []int{}
	for _, r := range rows {
		for i, f := range r {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], len([]rune(f)))
		}
	}
	for n, r := range rows {
		var b strings.Builder
		b.WriteString(" ")
		for i, f := range r {
			pad := strings.Repeat(" ", width[i]-len([]rune(f)))
			b.WriteString(" ")
			if i == 0 {
				b.WriteString(f + pad)
			} else {
				b.WriteString(pad + f)
			}
		}
		e.printf("%s\n", strings.TrimRight(b.String(), " "))
		if n == 0 && len(rows) > 1 {
			e.printf("  %s\n", strings.Repeat("-", len([]rune(b.String()))-2))
		}
	}
}

// lines prints rows under a title, in columns that begin at the same place; at
// most n of them.
func (e *evaluation) lines(title string, rows [][]string, n int) {
	if len(rows) == 0 {
		return
	}
	if len(rows) > n {
		title += fmt.Sprintf(" (%d of %d)", n, len(rows))
		rows = rows[:n]
	}
	e.printf("\n%s\n", title)
	w := tabwriter.NewWriter(e.out, 0, 1, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(w, "  %s\n", strings.Join(r, "\t"))
	}
	w.Flush()
}

// readCSV reads a CSV file with a header, a map for each row.
func readCSV(name string) ([]map[string]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err == nil && len(rows) == 0 {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := make([]map[string]string, 0, len(rows)-1)
	for _, r := range rows[1:] {
		m := make(map[string]string, len(r))
		for i, v := range r {
			m[rows[0][i]] = v
		}
		out = append(out, m)
	}
	return out, nil
}

// sampled keeps one row in so many as were asked for.
func (e *evaluation) sampled(rows []map[string]string) []map[string]string {
	var out []map[string]string
	for i := 0; i < len(rows); i += e.sample {
		out = append(out, rows[i])
	}
	return out
}

// eval returns the path of a file of evaluation data.
func (e *evaluation) eval(name string) string { return filepath.Join(e.shared, "eval", name) }

// ofac returns the OFAC list of a folder of shared/lists/ofac, read once.
func (e *evaluation) ofac(folder string) (*loaded, error) {
	dir := filepath.Join(e.shared, "lists", "ofac", folder)
	return e.load(dir, func() (*lists.List, error) {
		if _, err := os.Stat(dir); err != nil {
			return nil, err
		}
		return ofac.ParseCSV(os.DirFS(dir))
	})
}

// un returns the newest UN list of shared/lists/un, read once.
func (e *evaluation) un() (*loaded, error) {
	files, err := filepath.Glob(filepath.Join(e.shared, "lists", "un", "consolidated_*.xml.gz"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, &os.PathError{Op: "open", Path: filepath.Join(e.shared, "lists", "un"), Err: os.ErrNotExist}
	}
	slices.Sort(files)
	name := files[len(files)-1]
	return e.load(name, func() (*lists.List, error) {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r, err := gzip.NewReader(f)
		if err != nil {
			return nil, err
		}
		return un.ParseConsolidated(strings.TrimSuffix(filepath.Base(name), ".gz"), r)
	})
}

// load makes a Screener of a list, once for every key. Where a curve is asked
// for its threshold is the lowest of the curve; counts are made afterwards.
func (e *evaluation) load(key string, read func() (*lists.List, error)) (*loaded, error) {
	if l := e.screeners[key]; l != nil {
		return l, nil
	}
	list, err := read()
	if err != nil {
		return nil, err
	}
	p := e.policy
	if e.curve {
		p.Threshold = min(p.Threshold, curveFrom)
	}
	s, err := screening.New(p, list)
	if err != nil {
		return nil, err
	}
	l := &loaded{list, s}
	if e.screeners == nil {
		e.screeners = map[string]*loaded{}
	}
	e.screeners[key] = l
	return l, nil
}

// screen returns the hits of every query, in their order, from the threshold of
// the policy on and, where a curve is asked for, those below it after them.
// A query that holds nothing to search for has none.
func (l *loaded) screen(qs []screening.Query) ([][]screening.Hit, error) {
	out := make([][]screening.Hit, 0, len(qs))
	for r, err := range l.screener.ScreenAll(context.Background(), slices.Values(qs)) {
		switch {
		case errors.Is(err, screening.ErrUnsearchable):
			out = append(out, nil)
		case err != nil:
			return nil, err
		default:
			out = append(out, r.Hits)
		}
	}
	if len(out) != len(qs) {
		return nil, fmt.Errorf("%d answers to %d queries", len(out), len(qs))
	}
	return out, nil
}

// at cuts hits to those at a threshold.
func at(hits []screening.Hit, threshold matcher.Score) []screening.Hit {
	out := hits[:0:0]
	for _, h := range hits {
		if h.Score >= threshold {
			out = append(out, h)
		}
	}
	return out
}

// likenessTo returns the score that a query has with an entity that it should
// have found, and the listed name that comes nearest.
func (l *loaded) likenessTo(q screening.Query, e *lists.Entity) string {
	h, err := l.screener.Compare(q, e)
	switch {
	case err != nil:
		return err.Error()
	case len(h.Steps) == 0:
		return "nothing agrees"
	}
	return h.Score.String() + " with " + met(&h)
}

// met returns the listed name that a hit rests on, else the primary one.
func met(h *screening.Hit) string {
	if h.Name >= 0 && h.Name < len(h.Entity.Names) {
		return h.Entity.Names[h.Name].Text
	}
	return h.Entity.PrimaryName()
}

// percent prints a share of n as per cent.
func percent(part, n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f%%", 100*float64(part)/float64(n))
}

// oneLine puts s on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
