package index

import (
	"math/bits"
	"slices"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// slips finds the readings that are one or two edits from another one. Each
// listed reading is cut into pieces that a letter parts: two, for one edit, and
// where two edits are borne three besides. An edit, a swap of neighbours too,
// changes one piece at the most, so that one of them stands unchanged in the
// reading that is looked for: the first at its head, if nothing before the second
// was edited; the last at its end; or else the middle one, shifted by what one
// edit can shift. What the pieces find, the letters that occur at all and then the
// edits decide.
type slips struct {
	all    []slip
	pieces keyed    // places in all
	masks  []uint32 // by place in pieces.pairs, the letters of the reading
	texts  string   // the readings, one after the other
}

// slip is a reading of a word: texts[from:from+n].
type slip struct {
	word int32
	from uint32
	n    uint8
}

func (t *slips) text(s *slip) string { return t.texts[s.from : s.from+uint32(s.n)] }

// most returns how many edits a reading of length m bears at the most.
func mostEdits(p *names.Profile, m int) int {
	return max(matcher.Edits(p, m), matcher.Edits(p, max(m-1, 0)), matcher.Edits(p, max(m-2, 0)))
}

// cuts returns the pieces of a reading of length m for a number of edits:
// piece i is from[i] to to[i].
func cuts(m, edits int) (from, to [3]int, n int) {
	switch edits {
	case 1:
		return [3]int{0, (m-1)/2 + 1}, [3]int{(m - 1) / 2, m}, 2
	case 2:
		a := (m - 2) / 3
		b := m - 2 - 2*a
		return [3]int{0, a + 1, a + b + 2}, [3]int{a, a + 1 + b, m}, 3
	}
	return from, to, 0
}

// pieceHash is FNV-1a over the length of the whole, the edits it is cut for, and the
// piece.
func pieceHash(m, edits, i int, piece string) uint32 {
	h := uint32(2166136261)
	h = (h ^ uint32(edits)<<2 ^ uint32(i)) * 16777619
	h = (h ^ uint32(m)) * 16777619
	for i := range len(piece) {
		h = (h ^ uint32(piece[i])) * 16777619
	}
	return h
}

// mask is the set of a reading's bytes, by their last five bits.
func mask(s string) (m uint32) {
	for i := range len(s) {
		m |= 1 << (s[i] & 31)
	}
	return m
}

// add takes in a reading of a word, and appends its pieces to pairs and its letters
// to text.
func (t *slips) add(p *names.Profile, pairs []hashed, text *[]byte, word int32, reading string) []hashed {
	m := len(reading)
	most := mostEdits(p, m)
	if most == 0 || m < 2 || m > names.MaxWord {
		return pairs
	}
	for edits := 1; edits <= most; edits++ {
		from, to, n := cuts(m, edits)
		for i := range n {
			pairs = append(pairs, hashed{pieceHash(m, edits, i, reading[from[i]:to[i]]), int32(len(t.all))})
		}
	}
	t.all = append(t.all, slip{word, uint32(len(*text)), uint8(m)})
	*text = append(*text, reading...)
	return pairs
}

// index makes the table of all pieces.
func (t *slips) index(pairs []hashed, text []byte) {
	t.texts = string(text)
	t.all = slices.Clone(t.all)
	t.pieces = newKeyed(pairs)
	t.mark()
}

// mark works out the letters of all readings.
func (t *slips) mark() {
	t.masks = make([]uint32, len(t.pieces.pairs))
	for i, p := range t.pieces.pairs {
		t.masks[i] = mask(t.text(&t.all[p.id]))
	}
}

// slips holds the words that are few edits from a reading against token i, as far
// as they can be alike by least.
func (w *scratch) slips(i int, text string, least matcher.Score) {
	n, letters := len(text), mask(text)
	for m := max(n-2, 2); m <= min(n+2, names.MaxWord); m++ {
		most := mostEdits(w.x.profile, m)
		if w.bounded {
			most = min(most, w.bound.Slips(min(n, m), least))
		}
		if most == 0 || m > n+most || m < n-most {
			continue
		}
		from, to, pieces := cuts(m, most)
		for k := range pieces {
			a, b := from[k], to[k]
			switch {
			case k == 0:
				w.piece(i, text, a, b, m, k, most, letters)
			case k == pieces-1:
				w.piece(i, text, a+n-m, b+n-m, m, k, most, letters)
			case most == 2: // one edit before, one behind
				for shift := -1; shift <= 1; shift++ {
					if d := n - m - shift; d >= -1 && d <= 1 {
						w.piece(i, text, a+shift, b+shift, m, k, most, letters)
					}
				}
			}
		}
	}
}

// piece looks for text[from:to] as piece k of readings of length m.
func (w *scratch) piece(i int, text string, from, to, m, k, most int, letters uint32) {
	if from < 0 || to > len(text) || from > to {
		return
	}
	t := &w.x.words.slips
	at, end := t.pieces.span(pieceHash(m, most, k, text[from:to]))
	for ; at < end; at++ {
		if has := t.masks[at]; bits.OnesCount32(has&^letters) > most || bits.OnesCount32(letters&^has) > most {
			continue
		}
		s := &t.all[t.pieces.pairs[at].id]
		if matcher.WithinEdits(text, t.text(s), most) {
			w.meet(i, s.word)
		}
	}
}
