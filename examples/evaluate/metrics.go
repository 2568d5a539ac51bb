package main

import (
	"fmt"
	"slices"
)

// scored is one labelled case with the score it was given, in thousandths.
type scored struct {
	score int
	match bool
}

// counts are the four outcomes at one threshold.
type counts struct{ tp, fp, fn, tn int }

// count counts the outcomes of cases at a threshold.
func count(cases []scored, threshold int) counts {
	var c counts
	for _, x := range cases {
		switch hit := x.score >= threshold; {
		case hit && x.match:
			c.tp++
		case hit:
			c.fp++
		case x.match:
			c.fn++
		default:
			c.tn++
		}
	}
	return c
}

// precision is the share of hits that are right; 1 where there is no hit.
func (c counts) precision() float64 { return ratio(c.tp, c.tp+c.fp) }

// recall is the share of matches that are hits; 1 where there is no match.
func (c counts) recall() float64 { return ratio(c.tp, c.tp+c.fn) }

// f1 is the harmonic mean of precision and recall, 2tp / (2tp + fp + fn).
func (c counts) f1() float64 { return ratio(2*c.tp, 2*c.tp+c.fp+c.fn) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// averagePrecision is the area under the curve of precision over recall, by
// steps: with the cases sorted by score from the top,
//
//	AP = sum over n of (R(n) - R(n-1)) * P(n)
//
// where P(n) and R(n) are precision and recall when the cases down to the n-th
// distinct score are hits. Cases with one score are taken together, so their
// order among themselves changes nothing. Nothing is interpolated. It is 0 where
// no case is a match. It is the measure of the same name in scikit-learn.
func averagePrecision(cases []scored) float64 {
	sorted := slices.Clone(cases)
	slices.SortFunc(sorted, func(a, b scored) int { return b.score - a.score })
	matches := 0
	for _, x := range sorted {
		if x.match {
			matches++
		}
	}
	if matches == 0 {
		return 0
	}
	sum, tp, before := 0.0, 0, 0
	for i := 0; i < len(sorted); {
		score := sorted[i].score
		for ; i < len(sorted) && sorted[i].score == score; i++ {
			if sorted[i].match {
				tp++
			}
		}
		sum += float64(tp-before) / float64(matches) * float64(tp) / float64(i)
		before = tp
	}
	return sum
}

// best returns the threshold with the highest F1, the highest of equals, and it.
func best(cases []scored) (threshold int, f1 float64) {
	for t := 1000; t > 0; t-- {
		if f := count(cases, t).f1(); f > f1 {
			threshold, f1 = t, f
		}
	}
	return threshold, f1
}

// measures prints the measures of cases at a threshold as fields of a table,
// under
// measureHead; what is undefined is a dash.
func measures(cases []scored, threshold int) []string {
	c := count(cases, threshold)
	matches := c.tp + c.fn
	out := []string{fmt.Sprint(len(cases)), fmt.Sprint(matches)}
	if matches == 0 { // neither recall nor anything made of it
		return append(out, "-", "-", "-", "-", fmt.Sprint(c.fp), "0", "-")
	}
	precision := "-"
	if c.tp+c.fp > 0 {
		precision = share(c.precision())
	}
	bt, bf := best(cases)
	return append(out, precision, share(c.recall()), share(c.f1()), share(averagePrecision(cases)),
		fmt.Sprint(c.fp), fmt.Sprint(c.fn), fmt.Sprintf("%s at %.3f", share(bf), float64(bt)/1000))
}

var measureHead = []string{"pairs", "match", "precision", "recall", "F1", "AP", "false", "missed", "best F1"}

func share(f float64) string { return fmt.Sprintf("%.3f", f) }
