package screening

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// This file weighs the measures of a ship. Like is compared with like:
// deadweight with deadweight and gross tonnage with gross tonnage. A tonnage of
// which a list does not say which it is can agree with either and contradicts
// none. Re-measurement changes a tonnage a little, a rebuilding seldom more.

// How two measures of a ship meet, from contradiction to agreement.
const (
	sizeUnknown = iota
	sizeApart   // beyond 15 %
	sizeLoose
	sizeClose // within 5 %
	sizeSame  // within 1 %
)

// meetSizes compares two measures; zero is unknown.
func meetSizes(a, b int64) int {
	if a <= 0 || b <= 0 {
		return sizeUnknown
	}
	const most = 1 << 52 // no ship measures as much: nothing overflows
	if a > most || b > most {
		return sizeUnknown
	}
	large, gap := max(a, b), a-b
	if gap < 0 {
		gap = -gap
	}
	switch {
	case gap*100 <= large:
		return sizeSame
	case gap*100 <= large*5:
		return sizeClose
	case gap*100 > large*15:
		return sizeApart
	}
	return sizeLoose
}

// size weighs tonnages and length.
func (t *tally) size(f *facts, e *lists.Entity) {
	if e.Vessel == nil {
		return
	}
	best, asked, listed := sizeUnknown, "", ""
	see := func(what string, q int64, l lists.Quantity, like bool) {
		m := meetSizes(q, l.Value)
		if !like && m < sizeClose {
			return
		}
		if m > best {
			best, asked, listed = m, fmt.Sprintf("%s %d", what, q), l.Text
		}
	}
	v := e.Vessel
	see("deadweight", f.deadweight, v.Deadweight, true)
	see("gross tonnage", f.gross, v.GrossTonnage, true)
	see("deadweight", f.deadweight, v.Tonnage, false)
	see("gross tonnage", f.gross, v.Tonnage, false)
	sized := false
	switch best {
	case sizeSame:
		sized = true
		t.add(TonnageRule, asked, listed, "")
	case sizeClose:
		t.add(TonnageNearRule, asked, listed, "")
	case sizeApart:
		t.against(TonnageDiffersRule, asked, listed)
	}
	switch asked := fmt.Sprintf("length %d m", f.length); meetSizes(f.length, metres(v.Length)) {
	case sizeSame:
		sized = true
		t.add(LengthRule, asked, v.Length.Text, "")
	case sizeApart:
		t.against(LengthDiffersRule, asked, v.Length.Text)
	}
	if sized {
		t.kinds++
	}
}

// metres reads a length that may be printed in feet.
func metres(q lists.Quantity) int64 {
	text := strings.ToLower(q.Text)
	if strings.Contains(text, "ft") || strings.Contains(text, "feet") || strings.Contains(text, "foot") {
		if q.Value > 1<<40 {
			return 0
		}
		return (q.Value*3048 + 5000) / 10000
	}
	return q.Value
}
