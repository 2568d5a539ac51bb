package index

import "github.com/seed-539c57aa/pratique/matcher"

// touch returns the slot of a row.
func (w *scratch) touch(r int32) *slot {
	k := w.slotOf[r]
	if k == 0 {
		w.slots = append(w.slots, slot{row: r})
		k = int32(len(w.slots))
		w.slotOf[r] = k
	}
	return &w.slots[k-1]
}

// meets records that token i meets a row.
func (w *scratch) meets(s *slot, i int, m met) {
	m.next, m.token = s.met, uint8(i)
	if m.gain == 0 && w.bounded {
		m.gain = max(1, w.bound.Gain(matcher.Score(m.like), matcher.Score(m.weight)))
	}
	w.mets = append(w.mets, m)
	s.met = int32(len(w.mets))
}

// takeWords marks the rows of the words that token i meets: of all, or for a light
// token of those that gain more than scratch.skip.
func (w *scratch) takeWords(i int, words []found, all bool) {
	for _, f := range words {
		e := &w.x.words.words[f.id]
		w.columns[f.id].met = w.query
		m := met{like: f.like, weight: int16((w.asked[i].weight + e.weight) / 2), takes: small(e.loose)}
		if w.bounded {
			if m.gain = w.gain(i, f, e); !all && m.gain <= w.skip[i] {
				continue
			}
		}
		for _, r := range w.x.words.in.list(f.id) {
			w.meets(w.touch(r), i, m)
		}
	}
}

// takeMarked adds the other words of a light token to the rows that are marked.
func (w *scratch) takeMarked(i int, words []found) {
	for _, f := range words {
		e := &w.x.words.words[f.id]
		m := met{like: f.like, weight: int16((w.asked[i].weight + e.weight) / 2), takes: small(e.loose)}
		if m.gain = w.gain(i, f, e); m.gain > w.skip[i] {
			continue
		}
		for _, r := range w.x.words.in.list(f.id) {
			if k := w.slotOf[r]; k != 0 {
				w.meets(&w.slots[k-1], i, m)
			}
		}
	}
}

// takeJoin marks the rows of a join that token i meets.
func (w *scratch) takeJoin(i int, f found) {
	e := &w.x.joins.joins[f.id]
	m := met{like: f.like, weight: max(int16(w.asked[i].weight), e.weight), takes: loose{words: e.words, other: e.other}}
	for _, r := range w.x.joins.in.list(f.id) {
		s := w.touch(r)
		w.meets(s, i, m)
		s.words += int32(e.words)
		s.other += int32(e.other)
	}
}
