package index

import "github.com/seed-539c57aa/pratique/matcher"

// token returns the words and the joins that are strongly like token i.
func (w *scratch) token(i int) *meeting {
	if w.known[i] == nil {
		w.epoch++
		w.found, w.foundJoins = w.found[:0], w.foundJoins[:0]
		w.key = memoKey(w.key[:0], &w.tokens[i], w.least[i], len(w.tokens) == 1)
		if w.known[i] = w.x.memo.get(w.key); w.known[i] == nil {
			w.look(i)
			w.known[i] = w.x.memo.put(w.key, w.found, w.foundJoins)
		}
	}
	return w.known[i]
}

// look finds what token returns, in scratch.found and scratch.foundJoins.
func (w *scratch) look(i int) {
	x, t := w.x, &w.tokens[i]
	w.keys = matcher.Keys(w.keys[:0], t, true)
	for _, h := range w.keys {
		for _, p := range x.words.keys.find(h) {
			w.meet(i, p.id)
		}
	}
	w.keys = matcher.JoinedKeys(w.keys[:0], t)
	for _, h := range w.keys {
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
			w.near = w.sound.Near(w.near[:0], v.set, r.Sound, t.Script, r.Vowels, matcher.LeastSound(x.profile, t, v.script))
			for _, k := range w.near {
				w.meet(i, k)
			}
		}
		for k := range x.joins.sounds {
			h := &x.joins.sounds[k]
			if native && !alone || !near(h.from, len(t.Text)) {
				continue
			}
			w.near = w.sound.Near(w.near[:0], h.set, r.Sound, t.Script, r.Vowels, h.like.LeastSound(t.Script))
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

// run finds the words that m tokens of the query from i on join, and marks their
// rows. Each token of the run is given a share of the pair; the weights of the
// shares are at least the pair's.
func (w *scratch) run(i, m int) {
	j := &w.join
	if *j = w.runs.Join(i, m); j.Letters() == "" {
		return
	}
	w.epoch++
	w.found = w.found[:0]
	w.lookRun(j, m == len(w.tokens))
	for _, f := range w.found {
		e := &w.x.words.words[f.id]
		w.columns[f.id].met = w.query
		part := (int(e.weight) + m - 1) / m
		for _, r := range w.x.words.in.list(f.id) {
			s := w.touch(r)
			for d := i; d < i+m; d++ {
				w.meets(s, d, met{like: f.like, weight: int16(max(int(w.asked[d].weight), part)), takes: small(e.loose)})
			}
		}
	}
}

// lookRun finds the words that a run of tokens is like, in scratch.found; whole tells
// that the run is all of its name.
func (w *scratch) lookRun(j *matcher.Join, whole bool) {
	x := w.x
	w.keys = matcher.JoinKeys(w.keys[:0], j)
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
			if !near(v.from, len(j.Letters())) || !j.Heard(v.script) {
				continue
			}
			w.near = w.sound.Near(w.near[:0], v.set, key, script, j.Vowels(), j.LeastSound(v.script))
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

// like returns how alike a token of the query and a word are, faintly or not.
func (w *scratch) like(i int, e *word) matcher.Score {
	s := matcher.TokenLikeness(w.x.profile, &w.tokens[i], e.token)
	if s < matcher.Equal && w.asked[i].whole && e.whole {
		s = max(s, matcher.FaintLikeness(w.x.profile, &w.tokens[i], e.token))
	}
	return s
}
