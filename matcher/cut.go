package matcher

import (
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

// cutLikeness is what a name and its first characters score.
const cutLikeness = 950

// cutLength reports whether names of so many characters may have been cut: AIS
// keeps 20 characters of a ship's name (ITU-R M.1371, message 5), payment
// messages and registers keep 30 or 35 of a firm's or a person's (SWIFT MT fields
// 50 and 59: lines of 35), give or take a blank at the cut and a field's mark.
func cutLength(p *names.Profile, characters int) bool {
	if p == names.Vessel {
		return characters == 20
	}
	return characters >= 28 && characters <= 36
}

// cut pairs two names of which one is the beginning of the other and has a
// length at which names are cut. The cut may fall inside a word.
func (w *work) cut(a, b *names.Name) bool {
	short, long := a, b
	if len(short.Key) > len(long.Key) {
		short, long = b, a
	}
	if len(short.Original) < 20 || len(short.Original) > 4*35 || !strings.HasPrefix(long.Key, short.Key) {
		return false
	}
	if !cutLength(a.Profile(), utf8.RuneCountInString(short.Original)) {
		return false
	}
	n := min(len(w.a), len(w.b))
	if x, y := &w.a[n-1], &w.b[n-1]; x.Text != y.Text && (x.Class == names.Number || y.Class == names.Number) {
		return false // a number is never cut: OCEAN 2 is not OCEAN 23
	}
	for i := range n {
		how := Same
		if w.a[i].Text != w.b[i].Text {
			if i != n-1 {
				break
			}
			how = CutOff
		}
		w.pair(way{like: 1000, how: how, i: uint8(i), n: 1, j: uint8(i), m: 1})
	}
	w.loose(w.a, w.usedA, w.wa[:], true, true)
	w.loose(w.b, w.usedB, w.wb[:], false, true)
	w.out.Notes = CutShort
	w.out.Score = cutLikeness
	return true
}
