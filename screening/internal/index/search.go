package index

import (
	"slices"
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
	bound      *matcher.Bound
	bounded    bool
	slots      []slot
	slotOf     []int32  // by row: its slot and one, 0 none
	seen       []uint32 // by word: the token of the query that it was last held against, in epochs
	joinSeen   []uint32
	met        []uint32 // by word: the query that it was last alike to
	epoch      uint32
	query      uint32
	sound      matcher.SoundSearch
	found      []found // words that a token or a run is like
	foundJoins []found
	join       matcher.Join
	key        []byte
	columns    []column // by word
	likes      []matcher.Score
	keys       []uint32
	near       []int32
	out        []int32
}

func newScratch(x *Index) *scratch {
	return &scratch{x: x, slotOf: make([]int32, len(x.rows)), seen: make([]uint32, len(x.words.words)), met: make([]uint32, len(x.words.words)), columns: make([]column, len(x.words.words)), joinSeen: make([]uint32, len(x.joins.joins))}
}

// forget lets go of the query.
func (w *scratch) forget() {
	for i := range w.tokens {
		w.asked[i] = word{}
	}
	w.tokens, w.bound = nil, nil
}

// slot is a row that the query touches.
type slot struct {
	row   int32
	words int32 // weight of the joins in which listed words can meet something
	other int32
	best  [matcher.AlignedTokens]best
}

// best is the most that a token of the query can do in a row by being alike to a
// word or a join.
type best struct {
	like, weight int16
	takes        matcher.Loose
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
	deep := false
	for i := range w.tokens {
		w.least[i] = 1
		if w.bounded {
			w.least[i] = w.bound.Least(w.asked[i].weight)
			deep = deep || w.asked[i].whole && w.bound.Deep(&w.asked[i].letters, w.least[i])
		}
	}
	if deep {
		for i := range w.tokens {
			w.least[i] = 1
		}
	}
	if w.epoch > 1<<31 { // far from running over
		clear(w.seen)
		clear(w.joinSeen)
		clear(w.met)
		clear(w.columns)
		w.epoch = 0
	}
	w.epoch++
	w.query = w.epoch
	for i := range w.tokens {
		w.token(i)
		for m := 2; m <= matcher.JoinedTokens && i+m <= len(w.tokens); m++ {
			w.run(i, m)
		}
	}
	for k := range w.slots {
		s := &w.slots[k]
		w.slotOf[s.row] = 0
		if !w.bounded || w.reaches(s) {
			w.out = append(w.out, x.rows[s.row].name)
		}
	}
	w.slots, w.likes = w.slots[:0], w.likes[:0]
}

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

// token finds the words and the joins that are like token i.
func (w *scratch) token(i int) {
	w.epoch++
	w.found, w.foundJoins = w.found[:0], w.foundJoins[:0]
	w.key = w.x.memo.token(w.key[:0], &w.tokens[i], w.least[i], len(w.tokens) == 1)
	known := w.x.memo.get(w.key)
	if known == nil {
		w.look(i)
		known = w.x.memo.put(w.key, w.found, w.foundJoins)
	}
	for _, f := range known.words {
		w.takeWord(i, f)
	}
	for _, f := range known.joins {
		w.takeJoin(i, f)
	}
}

// look finds them.
func (w *scratch) look(i int) {
	x, t := w.x, &w.tokens[i]
	w.keys = matcher.Keys(w.keys[:0], t, true)
	for _, h := range w.keys {
		for _, p := range x.words.keys.find(h) {
			w.meet(i, p.id)
		}
		for _, p := range x.joins.keys.find(h) {
			w.meetJoin(i, p.id)
		}
	}
	if !w.asked[i].whole {
		return
	}
	word := t.Word()
	// What is met syllable for syllable is met by its sound by a name of one word only.
	sets, alone := x.words.sounds, len(w.tokens) == 1
	native := matcher.Native(t)
	if native && !alone {
		sets = x.words.lone
	}
	for j := range word.Readings {
		r := &word.Readings[j]
		for k := range sets {
			v := &sets[k]
			w.near = w.sound.Near(w.near[:0], v.set, r.Sound, t.Script, matcher.LeastSound(t.Script, v.script))
			for _, k := range w.near {
				w.meet(i, k)
			}
		}
		for k := range x.joins.sounds {
			h := &x.joins.sounds[k]
			if native && !alone || !near(h.from, len(t.Text)) {
				continue
			}
			w.near = w.sound.Near(w.near[:0], h.set, r.Sound, t.Script, h.like.LeastSound(t.Script))
			for _, k := range w.near {
				w.meetJoin(i, k)
			}
		}
		w.slips(i, r.Text, w.least[i])
	}
}

// meet finds word k if it is strongly like token i.
func (w *scratch) meet(i int, k int32) {
	if w.seen[k] == w.epoch {
		return
	}
	w.seen[k] = w.epoch
	e := &w.x.words.words[k]
	if like := w.like(i, e); like > 0 && matcher.Strong(w.tokens[i].Script, e.token.Script, like, w.least[i]) {
		w.found = append(w.found, found{k, int16(like)})
	}
}

// takeWord marks the rows of a word that token i meets.
func (w *scratch) takeWord(i int, f found) {
	e := &w.x.words.words[f.id]
	w.met[f.id] = w.query
	b := best{f.like, int16((w.asked[i].weight + e.weight) / 2), e.loose}
	for _, r := range w.x.words.in.list(f.id) {
		w.touch(r).best[i].raise(b)
	}
}

// like returns how alike a token of the query and a word are, faintly or not.
func (w *scratch) like(i int, e *word) matcher.Score {
	s := matcher.TokenLikeness(w.x.profile, &w.tokens[i], e.token)
	if s < matcher.Equal && w.asked[i].whole && e.whole {
		s = max(s, matcher.FaintLikeness(w.x.profile, &w.tokens[i], e.token))
	}
	return s
}

func (b *best) raise(c best) {
	b.like = max(b.like, c.like)
	b.weight = max(b.weight, c.weight)
	b.takes.AtLeast(c.takes)
}

// meetJoin finds join k if token i is like it.
func (w *scratch) meetJoin(i int, k int32) {
	if w.joinSeen[k] == w.epoch {
		return
	}
	w.joinSeen[k] = w.epoch
	if like := matcher.JoinLikeness(w.x.run(&w.x.joins.joins[k]), &w.tokens[i]); like > 0 {
		w.foundJoins = append(w.foundJoins, found{k, int16(like)})
	}
}

// takeJoin marks the rows of a join that token i meets.
func (w *scratch) takeJoin(i int, f found) {
	e := &w.x.joins.joins[f.id]
	b := best{f.like, max(int16(w.asked[i].weight), e.weight), matcher.Loose{Words: matcher.Score(e.words), Other: matcher.Score(e.other)}}
	for _, r := range w.x.joins.in.list(f.id) {
		s := w.touch(r)
		s.best[i].raise(b)
		s.words += int32(e.words)
		s.other += int32(e.other)
	}
}

// run finds the words that m tokens of the query from i on join, and marks their
// rows. Each token of the run is given a share of the pair; the weights of the
// shares are at least the pair's.
func (w *scratch) run(i, m int) {
	j := &w.join
	if *j = matcher.MakeJoin(w.tokens[i : i+m]); j.Letters() == "" {
		return
	}
	w.epoch++
	w.found = w.found[:0]
	w.key = w.x.memo.join(w.key[:0], j, m == len(w.tokens))
	known := w.x.memo.get(w.key)
	if known == nil {
		w.lookRun(j, m == len(w.tokens))
		known = w.x.memo.put(w.key, w.found, nil)
	}
	for _, f := range known.words {
		e := &w.x.words.words[f.id]
		w.met[f.id] = w.query
		part := (int(e.weight) + m - 1) / m
		for _, r := range w.x.words.in.list(f.id) {
			s := w.touch(r)
			for d := i; d < i+m; d++ {
				s.best[d].raise(best{f.like, int16(max(int(w.asked[d].weight), part)), e.loose})
			}
		}
	}
}

func (w *scratch) lookRun(j *matcher.Join, whole bool) {
	x := w.x
	w.keys = matcher.JoinKeys(w.keys[:0], j, true)
	for _, h := range w.keys {
		for _, p := range x.words.keys.find(h) {
			w.meetRun(j, p.id)
		}
	}
	var room [2]string
	sounds, script := j.Sounds(room[:0])
	sets := x.words.sounds
	if j.Syllabic() { // as in look
		if !whole {
			return
		}
		sets = x.words.lone
	}
	for _, key := range sounds {
		for k := range sets {
			v := &sets[k]
			if !near(v.from, len(j.Letters())) {
				continue
			}
			w.near = w.sound.Near(w.near[:0], v.set, key, script, j.LeastSound(v.script))
			for _, k := range w.near {
				w.meetRun(j, k)
			}
		}
	}
}

// meetRun finds word k if the run is like it.
func (w *scratch) meetRun(j *matcher.Join, k int32) {
	if w.seen[k] == w.epoch {
		return
	}
	w.seen[k] = w.epoch
	if like := j.Likeness(w.x.words.words[k].token); like > 0 {
		w.found = append(w.found, found{k, int16(like)})
	}
}

// cut takes the names that begin with q, and those that q begins with, where
// one of the two may have been cut.
func (w *scratch) cut(q *names.Name) {
	x := w.x
	if matcher.MayBeCut(q) {
		at, _ := slices.BinarySearchFunc(x.sorted, q.Key, func(r int32, key string) int { return strings.Compare(x.key(r), key) })
		for ; at < len(x.sorted) && strings.HasPrefix(x.key(x.sorted[at]), q.Key); at++ {
			w.out = append(w.out, x.rows[x.sorted[at]].name)
		}
	}
	if len(x.lengths) == 0 {
		return
	}
	h, n := hash(""), 0
	for _, m := range x.lengths {
		if m >= len(q.Key) {
			break
		}
		h = hashOn(h, q.Key[n:m])
		n = m
		for _, p := range x.cut.find(h) {
			w.out = append(w.out, p.id)
		}
	}
}

// column is what is known of a word for the query that it was last needed by: how
// alike it can be to each of the tokens that it does not meet strongly.
type column struct {
	query uint32
	at    int32 // in scratch.likes, a token after the other
	exact bool
}

// column returns the likes of word k, worked out once a query: by the letters, or
// exactly.
func (w *scratch) column(k int32, exact bool) []matcher.Score {
	c, n := &w.columns[k], len(w.tokens)
	e := &w.x.words.words[k]
	if c.query != w.query {
		*c = column{query: w.query, at: int32(len(w.likes))}
		for i := range n {
			w.likes = append(w.likes, w.bound.WeakMost(&w.asked[i].letters, &e.letters, w.least[i]))
		}
	}
	likes := w.likes[c.at : int(c.at)+n]
	if exact && !c.exact {
		c.exact = true
		for i := range likes {
			if likes[i] > 0 {
				likes[i] = w.like(i, e)
			}
		}
	}
	return likes
}

// reaches reports whether a row can score the floor: by the tokens that meet it
// strongly, and by how alike the others can be to its words, going by their letters
// first, and if need be by what they are.
func (w *scratch) reaches(s *slot) bool {
	return w.within(s, false) && w.within(s, true)
}

func (w *scratch) within(s *slot, exact bool) bool {
	x := w.x
	from, to := x.rows[s.row].from, x.rows[s.row+1].from
	weights := x.weights[from:to]
	n := len(w.tokens)
	var cs [matcher.AlignedTokens]matcher.Chance
	for i := range n {
		q, b := &w.asked[i], &s.best[i]
		cs[i] = matcher.Chance{Like: matcher.Score(b.like), Low: q.weight / 2, High: matcher.Score(b.weight), Alone: q.loose, Takes: b.takes}
	}
	var all, sure matcher.Loose
	for j, k := range x.held[from:to] {
		weight := matcher.Score(weights[j])
		loose := x.words.words[k].worth.Loose(weight)
		all.Add(loose)
		alone := w.met[k] != w.query
		for i, f := range w.column(k, exact) {
			if f > 0 {
				alone = false
				c := &cs[i]
				c.Like = max(c.Like, f)
				c.High = max(c.High, (w.asked[i].weight+weight)/2)
				c.Takes.AtLeast(loose)
			}
		}
		if alone {
			sure.Add(loose)
		}
	}
	sure.Words = max(sure.Words-matcher.Score(s.words), 0)
	sure.Other = max(sure.Other-matcher.Score(s.other), 0)
	return w.bound.Reaches(cs[:n], all, sure)
}
