package main

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/matcher"
)

// The thresholds of a curve.
const (
	curveFrom matcher.Score = 650
	curveTo   matcher.Score = 900
	curveStep matcher.Score = 10
)

// column is one measure of the curve: the scores of queries, 0 where a query has
// no hit that counts, and what the share at or above a threshold is called.
type column struct {
	name   string
	scores []matcher.Score
}

// measure remembers the scores of queries for the curve.
func (e *evaluation) measure(name string, scores []matcher.Score) {
	if e.curve {
		e.columns = append(e.columns, column{name, scores})
	}
}

// from counts the scores that reach a threshold.
func from(scores []matcher.Score, threshold matcher.Score) int {
	n := 0
	for _, s := range scores {
		if s >= threshold {
			n++
		}
	}
	return n
}

// printCurve prints what was measured over the thresholds.
func (e *evaluation) printCurve() {
	if len(e.columns) == 0 {
		return
	}
	head := []string{"threshold"}
	for _, c := range e.columns {
		head = append(head, c.name)
	}
	rows := [][]string{head}
	for t := curveFrom; t <= curveTo; t += curveStep {
		r := []string{t.String()}
		if e.policy.Threshold >= t && e.policy.Threshold < t+curveStep {
			r[0] += " *"
		}
		for _, c := range e.columns {
			r = append(r, percent(from(c.scores, t), len(c.scores)))
		}
		rows = append(rows, r)
	}
	e.table("Recall and alert rate by threshold of a hit (* the policy's)", rows)
}

// pairCurve prints F1, precision and recall of every set over the thresholds of
// a name's likeness.
func (e *evaluation) pairCurve(sets []pairSet) {
	head := []string{"likeness"}
	for _, s := range sets {
		head = append(head, s.name)
	}
	rows := [][]string{head}
	own := nameThreshold(&e.policy)
	for t := curveFrom; t <= 960; t += curveStep {
		r := []string{t.String()}
		if own >= t && own < t+curveStep {
			r[0] += " *"
		}
		for _, s := range sets {
			c := count(cases(s.pairs), int(t))
			r = append(r, fmt.Sprintf("%s (%s/%s)", share(c.f1()), share(c.precision()), share(c.recall())))
		}
		rows = append(rows, r)
	}
	e.table("F1 (precision/recall) by threshold of a name's likeness (* the policy's)", rows)
}
