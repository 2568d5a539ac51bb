package index

import (
	"strings"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// scratch is the working space of one search.
type scratch struct {
	x          *Index
	tokens     []names.Token
	asked      [matcher.AlignedTokens]word
	least      [matcher.AlignedTokens]matcher.Score // likeness from which a pair is strong
	bound      matcher.Bound
	bounded    bool
	known      [matcher.AlignedTokens]*meeting // what token has returned
	off        [matcher.AlignedTokens]int64    // what a token takes off the margin at the least that meets nothing strongly
	skip       [matcher.AlignedTokens]int64    // of a light token: its words that gain no more mark no row
	offAll     int64
	room       int64 // what light tokens may gain, and no more
	faints     [matcher.AlignedTokens]faints
	none       [matcher.AlignedTokens]int64 // and that can meet nothing at all
	light      uint32                       // tokens of the query: see plan
	mets       []met
	slots      []slot
	slotOf     []int32  // by row: its slot and one, 0 none
	seen       []uint32 // by word: the token of the query that it was last held against, in epochs
	joinSeen   []uint32
	epoch      uint32
	query      uint32
	sound      matcher.SoundSearch
	listed     [matcher.JoinedTokens]names.Token
	found      []found // words that a token or a run is like
	foundJoins []found
	runs       matcher.Runs
	join       matcher.Join
	key        []byte
	columns    []column // by word
	likes      []matcher.Score
	keys       []uint32
	near       []int32
	out        []int32
}

func newScratch(x *Index) *scratch {
	return &scratch{x: x, slotOf: make([]int32, len(x.rows)), seen: make([]uint32, len(x.words.words)), columns: make([]column, len(x.words.words)), joinSeen: make([]uint32, len(x.joins.joins))}
}

// forget lets go of the query.
func (w *scratch) forget() {
	for i := range w.tokens {
		w.asked[i] = word{}
	}
	w.tokens, w.join = nil, matcher.Join{}
	w.runs.Reset(nil)
	w.sound.Forget()
}

// slot is a row that the query touches.
type slot struct {
	row   int32
	met   int32 // one more than the place in scratch.mets of the last token that met it
	words int32 // weight of the joins in which listed words can meet something
	other int32
}

// met is a token of the query that is strongly alike to a word or a join of a row.
type met struct {
	next         int32 // one more than the place of the one before; 0 none
	token        uint8
	like, weight int16
	takes        loose
	gain         int64 // at the most: see matcher.Bound.Gain; over 0
}

// loose is a matcher.Loose in less room.
type loose struct{ words, numbers, other int16 }

func small(l matcher.Loose) loose { return loose{int16(l.Words), int16(l.Numbers), int16(l.Other)} }

func (l loose) full() matcher.Loose {
	return matcher.Loose{Words: matcher.Score(l.words), Numbers: matcher.Score(l.numbers), Other: matcher.Score(l.other)}
}

// collect adds the names that one reading of the query can meet.
func (w *scratch) collect(q *names.Name) {
	x := w.x
	w.tokens = q.Tokens[:min(len(q.Tokens), matcher.AlignedTokens)]
	for _, p := range x.exact.find(hash(q.Key)) {
		w.out = append(w.out, p.id)
	}
	w.cut(q)
	w.keys = matcher.WholeKeys(w.keys[:0], q, true)
	for _, h := range w.keys {
		for _, p := range x.whole.find(h) {
			w.out = append(w.out, p.id)
		}
	}
	var weights [matcher.AlignedTokens]matcher.Score
	matcher.Weights(weights[:0], q)
	for i := range w.tokens {
		w.asked[i] = newWord(&w.tokens[i], weights[i])
	}
	if w.epoch > 1<<31 { // far from running over
		clear(w.seen)
		clear(w.joinSeen)
		clear(w.columns)
		w.epoch = 0
	}
	w.epoch++
	w.query = w.epoch
	w.plan()
	w.runs.Reset(w.tokens)
	for i := range w.tokens {
		w.takeWords(i, w.token(i).words, w.light&(1<<i) == 0)
	}
	for i := range w.tokens {
		for _, f := range w.token(i).joins {
			w.takeJoin(i, f)
		}
		for m := 2; m <= matcher.JoinedTokens && i+m <= len(w.tokens); m++ {
			w.run(i, m)
		}
	}
	for i := range w.tokens {
		if w.light&(1<<i) != 0 {
			w.takeMarked(i, w.token(i).words)
		}
	}
	for k := range w.slots {
		s := &w.slots[k]
		w.slotOf[s.row] = 0
		if !w.bounded || w.reaches(s) {
			w.out = append(w.out, x.rows[s.row].name)
		}
	}
	w.slots, w.mets, w.likes = w.slots[:0], w.mets[:0], w.likes[:0]
	clear(w.known[:len(w.tokens)])
}

// cut takes the names that begin with q, and those that q begins with, where
// one of the two may have been cut.
func (w *scratch) cut(q *names.Name) {
	x := w.x
	if matcher.MayBeCut(q) {
		w.begun()
	}
	if len(x.lengths) == 0 {
		return
	}
	h, n := hash(""), 0
	for _, m := range x.lengths {
		if int(m) >= len(q.Key) {
			break
		}
		h = hashOn(h, q.Key[n:m])
		n = int(m)
		for _, p := range x.cut.find(h) {
			w.out = append(w.out, p.id)
		}
	}
}

// begun takes the names that go on where the query ends.
func (w *scratch) begun() {
	x, first := w.x, w.tokens[0].Text
	if len(w.tokens) > 1 {
		w.keys = matcher.Keys(w.keys[:0], &w.tokens[0], true)
		for _, p := range x.words.keys.find(w.keys[0]) { // that of its letters
			if x.words.words[p.id].token.Text == first {
				w.begunBy(p.id)
			}
		}
		return
	}
	for k := range x.words.words {
		if strings.HasPrefix(x.words.words[k].token.Text, first) {
			w.begunBy(int32(k))
		}
	}
}

// begunBy takes those of them that hold a word.
func (w *scratch) begunBy(k int32) {
	x, last := w.x, len(w.tokens)-1
next:
	for _, r := range x.words.in.list(k) {
		words := x.held[x.rows[r].from:x.rows[r+1].from]
		if len(words) <= last || !strings.HasPrefix(x.words.words[words[last].word].token.Text, w.tokens[last].Text) {
			continue
		}
		for j := range last {
			if x.words.words[words[j].word].token.Text != w.tokens[j].Text {
				continue next
			}
		}
		w.out = append(w.out, x.rows[r].name)
	}
}
