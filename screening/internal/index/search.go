package index

import (
	"sort"
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
	known      [matcher.AlignedTokens]*meeting      // what token has returned
	off        [matcher.AlignedTokens]int64         // what a token takes off the margin at the least that meets nothing strongly
	skip       [matcher.AlignedTokens]matcher.Score // of a light token: its words that count for no more mark no row
	offAll     int64
	none       [matcher.AlignedTokens]int64 // and that can meet nothing at all
	light      uint32                       // tokens of the query: see plan
	mets       []met
	slots      []slot
	slotOf     []int32  // by row: its slot and one, 0 none
	seen       []uint32 // by word: the token of the query that it was last held against, in epochs
	joinSeen   []uint32
	met        []uint32 // by word: the query that it was last alike to
	epoch      uint32
	query      uint32
	sound      matcher.SoundSearch
	listed     [matcher.JoinedTokens]names.Token
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
		clear(w.met)
		clear(w.columns)
		w.epoch = 0
	}
	w.epoch++
	w.query = w.epoch
	w.plan()
	for i := range w.tokens {
		if w.light&(1<<i) == 0 {
			w.takeWords(i, w.token(i).words, true)
		} else {
			w.takeWords(i, w.token(i).words, false)
		}
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

// plan says from which likeness on a pair of each token is strong, and which tokens
// are light: those like LTD, that thousands of names bear and that count for
// little. What a token that meets nothing strongly takes off the margin at the least
// is known; a name that reaches the floor has a strong pair of a heavy token, if
// what the heavy ones take off without one is more than the light ones gain. So
// names that have nothing but light tokens in common with the query need not be
// looked at. Where that takes it, pairs of less likeness are strong.
func (w *scratch) plan() {
	w.light = 0
	step := matcher.Equal
	for w.bounded && step >= lowest && !w.fits(0, step, 0) {
		step = min(step, 820) - 20
	}
	if !w.bounded || step < lowest {
		for i := range w.tokens {
			w.least[i] = 1
		}
		return
	}
	gain := int64(0)
	lighten := func(i int, most matcher.Score) {
		q := &w.asked[i]
		more := int64(0)
		for _, f := range w.token(i).words {
			if e := &w.x.words.words[f.id]; e.weight <= most {
				more = max(more, w.bound.Gain(matcher.Score(f.like), (q.weight+e.weight)/2))
			}
		}
		for s := min(step, 800); s >= lowest; s -= 20 {
			if w.fits(w.light|1<<i, s, gain+more) {
				w.light |= 1 << i
				w.skip[i], gain, step = most, gain+more, s
				break
			}
		}
	}
	for limit := matcher.Score(20); limit <= lightest; limit += 20 { // the lightest first
		for i := range w.tokens {
			if q := &w.asked[i]; q.weight <= limit && q.weight > limit-20 {
				lighten(i, lightest)
			}
		}
	}
	// Then of those that many names bear all the same, as long as that goes, the one
	// that most do.
	rows, all := [matcher.AlignedTokens]int{}, 0
	for i := range w.tokens {
		if q := &w.asked[i]; w.light&(1<<i) == 0 && q.weight < common {
			for _, f := range w.token(i).words {
				rows[i] += len(w.x.words.in.list(f.id))
			}
			all += rows[i]
		}
	}
	if all > manyRows {
		for range w.tokens {
			i := 0
			for k := range rows {
				if rows[k] > rows[i] {
					i = k
				}
			}
			if rows[i] <= manyRows {
				break
			}
			rows[i] = 0
			lighten(i, w.asked[i].weight+lightest)
		}
		step = min(step, lowest)
	}
	w.fits(w.light, step, gain)
	for i := range w.tokens {
		if w.asked[i].weight >= steady {
			w.known[i] = nil // with another least
		}
	}
}

const (
	lightest = 160 // the most that a token counts for that is light for its weight alone
	common   = 760 // and that may be light because many names bear it
	manyRows = 100 // from how many names on
	steady   = 300 // what a token counts for, at the least, from which less likeness is taken for strong
	lowest   = 680 // the least likeness that is
)

// fits sets what is strong for tokens that are not light, no more than step for
// those that count for much, and reports whether they take off more than gain where
// none of them has a strong pair.
func (w *scratch) fits(light uint32, step matcher.Score, gain int64) bool {
	w.offAll = 0
	off := int64(0)
	for i := range w.tokens {
		q := &w.asked[i]
		least := w.bound.Least(q.weight)
		if q.weight >= steady {
			least = min(least, step)
		}
		w.least[i] = least
		w.off[i] = w.bound.Without(&q.letters, q.whole, q.weight, q.loose, least)
		w.offAll += w.off[i]
		w.none[i] = -w.bound.Cost(q.loose)
		if light&(1<<i) == 0 {
			off += w.off[i]
		}
	}
	return off+gain < 0
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

// meets records that token i meets a row.
func (w *scratch) meets(s *slot, i int, m met) {
	m.next, m.token = s.met, uint8(i)
	if m.gain == 0 && w.bounded {
		m.gain = max(1, w.bound.Gain(matcher.Score(m.like), matcher.Score(m.weight)))
	}
	w.mets = append(w.mets, m)
	s.met = int32(len(w.mets))
}

// token returns the words and the joins that are strongly like token i.
func (w *scratch) token(i int) *meeting {
	if w.known[i] == nil {
		w.epoch++
		w.found, w.foundJoins = w.found[:0], w.foundJoins[:0]
		w.key = w.x.memo.token(w.key[:0], &w.tokens[i], w.least[i], len(w.tokens) == 1)
		if w.known[i] = w.x.memo.get(w.key); w.known[i] == nil {
			w.look(i)
			w.known[i] = w.x.memo.put(w.key, w.found, w.foundJoins)
		}
	}
	return w.known[i]
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

// takeWords marks the rows of the words that token i meets, all or only those that
// count for more than light tokens.
func (w *scratch) takeWords(i int, words []found, all bool) {
	for _, f := range words {
		e := &w.x.words.words[f.id]
		w.met[f.id] = w.query
		if !all && e.weight <= w.skip[i] {
			continue
		}
		m := met{like: f.like, weight: int16((w.asked[i].weight + e.weight) / 2), takes: small(e.loose)}
		for _, r := range w.x.words.in.list(f.id) {
			w.meets(w.touch(r), i, m)
		}
	}
}

// takeMarked adds the other words of a light token to the rows that are marked.
func (w *scratch) takeMarked(i int, words []found) {
	for _, f := range words {
		e := &w.x.words.words[f.id]
		if e.weight > w.skip[i] {
			continue
		}
		m := met{like: f.like, weight: int16((w.asked[i].weight + e.weight) / 2), takes: small(e.loose)}
		for _, r := range w.x.words.in.list(f.id) {
			if k := w.slotOf[r]; k != 0 {
				w.meets(&w.slots[k-1], i, m)
			}
		}
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

// meetJoin finds join k if token i is like it.
func (w *scratch) meetJoin(i int, k int32) {
	if w.joinSeen[k] == w.epoch {
		return
	}
	w.joinSeen[k] = w.epoch
	if like := matcher.JoinLikeness(w.x.run(w.listed[:0], &w.x.joins.joins[k]), &w.tokens[i]); like > 0 {
		w.foundJoins = append(w.foundJoins, found{k, int16(like)})
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
	w.lookRun(j, m == len(w.tokens))
	for _, f := range w.found {
		e := &w.x.words.words[f.id]
		w.met[f.id] = w.query
		part := (int(e.weight) + m - 1) / m
		for _, r := range w.x.words.in.list(f.id) {
			s := w.touch(r)
			for d := i; d < i+m; d++ {
				w.meets(s, d, met{like: f.like, weight: int16(max(int(w.asked[d].weight), part)), takes: small(e.loose)})
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
		k := &x.begin
		at, _ := sort.Find(len(k.name), func(i int) int { return strings.Compare(q.Key, k.at(i)) })
		for ; at < len(k.name) && strings.HasPrefix(k.at(at), q.Key); at++ {
			w.out = append(w.out, k.name[at])
		}
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

// column is what is known of a word for the query that it was last needed by: how
// alike it can be to each of the tokens that it does not meet strongly.
type column struct {
	query uint32
	at    int32  // in scratch.likes, a token after the other
	some  uint16 // the tokens that it is alike to, or may be
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
			f := w.bound.WeakMost(&w.asked[i].letters, &e.letters, w.least[i])
			w.likes = append(w.likes, f)
			if f > 0 {
				c.some |= 1 << i
			}
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
	return w.worth(s) && w.within(s, true)
}

// worth reports whether the tokens that meet a row gain what the others take off at
// the least, with a glance at the row's words: which of the others may be alike to
// one at all, and which words to none.
func (w *scratch) worth(s *slot) bool {
	var gains [matcher.AlignedTokens]int64
	margin, met := w.offAll, uint16(0)
	for k := s.met; k != 0; {
		m := &w.mets[k-1]
		g := &gains[m.token]
		if m.gain > *g {
			if *g == 0 {
				met |= 1 << m.token
				margin -= w.off[m.token]
			}
			margin += m.gain - *g
			*g = m.gain
		}
		k = m.next
	}
	if margin < 0 {
		return false
	}
	x := w.x
	from, to := x.rows[s.row].from, x.rows[s.row+1].from
	n := len(w.tokens)
	var most [matcher.AlignedTokens]matcher.Score // by token that meets nothing strongly: how alike it can be to a word
	alone := int32(0)                             // weight of the words that can meet nothing
	for j, k := range x.held[from:to] {
		c := &w.columns[k]
		if c.query != w.query {
			w.column(k, false)
		}
		if c.some == 0 {
			if w.met[k] != w.query {
				alone += int32(x.weights[int(from)+j])
			}
			continue
		}
		if c.some&^met == 0 {
			continue
		}
		for i, f := range w.likes[c.at : int(c.at)+n] {
			most[i] = max(most[i], f)
		}
	}
	for i := range n {
		if met&(1<<i) == 0 {
			margin -= w.off[i]
			q := &w.asked[i]
			if f := most[i]; f > 0 {
				margin += max(w.none[i], w.bound.Weak(f, q.weight))
			} else {
				margin += w.none[i]
			}
		}
	}
	if alone -= s.words; alone > 0 {
		margin -= w.bound.Missing(matcher.Score(alone))
	}
	return margin >= 0
}

func (w *scratch) within(s *slot, exact bool) bool {
	x := w.x
	from, to := x.rows[s.row].from, x.rows[s.row+1].from
	weights := x.weights[from:to]
	n := len(w.tokens)
	var cs [matcher.AlignedTokens]matcher.Chance
	for i := range n {
		q := &w.asked[i]
		cs[i] = matcher.Chance{Low: q.weight / 2, Alone: q.loose}
	}
	for k := s.met; k != 0; {
		m := &w.mets[k-1]
		c := &cs[m.token]
		c.Like, c.High = max(c.Like, matcher.Score(m.like)), max(c.High, matcher.Score(m.weight))
		c.Takes.AtLeast(m.takes.full())
		k = m.next
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
