package matcher

import (
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Compare says how alike two names are: a is asked for, b is listed. It is not
// symmetric: what a query adds counts more than what it leaves out. Both names
// must have been read by the same Profile; names of different profiles, and
// empty names, score 0. Names with the same Key score 1000. Compare allocates
// nothing, changes nothing and is safe for any number of goroutines.
//
// Where a text holds several names (see names.Name.Also) each is tried, and the
// best alignment is returned; of equals the one tried first.
func Compare(a, b names.Name, o Options) Alignment {
	var best Alignment
	best.Query, best.List = -1, -1
	if a.Empty() || b.Empty() || a.Profile() != b.Profile() {
		return best
	}
	align(&a, &b, &o, &best)
	if len(a.Also) > 0 || len(b.Also) > 0 {
		alsoAlign(&a, &b, &o, &best)
	}
	best.Flags = a.Flags | b.Flags
	return best
}

// alsoAlign tries the other names inside both texts.
func alsoAlign(a, b *names.Name, o *Options, best *Alignment) {
	for i := -1; i < len(a.Also); i++ {
		for j := -1; j < len(b.Also); j++ {
			if i < 0 && j < 0 || best.Score == Equal {
				continue
			}
			x, y := a, b
			if i >= 0 {
				x = &a.Also[i]
			}
			if j >= 0 {
				y = &b.Also[j]
			}
			var al Alignment
			al.Query, al.List = int8(i), int8(j)
			align(x, y, o, &al)
			// A name inside a text is a little less than the text.
			if al.Score = al.Score - alsoCost; al.Score > best.Score {
				*best = al
			}
		}
	}
}

// alsoCost is taken off an alignment with a name inside a text, so that the
// text as a whole comes first.
const alsoCost = 5

// maxTokens bounds the tokens of a side that are aligned. Listed names reach 21.
const maxTokens = maxPairs / 2

// work is one alignment under way.
type work struct {
	a, b   []names.Token
	o      *Options
	rules  *rules
	usedA  uint32
	usedB  uint32
	wa, wb [maxTokens]int32
	ways   [maxWays]way
	n      int
	out    *Alignment
}

// way is one way in which a run of a's tokens can meet a run of b's.
type way struct {
	gain       int32 // likeness by weight
	like       int16
	how        Method
	i, n, j, m uint8
}

// maxWays bounds the ways of one alignment; the ones that are alike at all are
// a few to a token.
const maxWays = 128

// align compares two names without their Also.
func align(a, b *names.Name, o *Options, out *Alignment) {
	w := work{o: o, out: out, rules: rulesOf(a.Profile())}
	w.a, w.b = a.Tokens[:min(len(a.Tokens), maxTokens)], b.Tokens[:min(len(b.Tokens), maxTokens)]
	for i := range w.a {
		w.wa[i] = w.rules.weight(&w.a[i])
	}
	for j := range w.b {
		w.wb[j] = w.rules.weight(&w.b[j])
	}
	if w.rules == vesselRules {
		typeWords(w.a, w.wa[:])
		typeWords(w.b, w.wb[:])
	}
	if a.Key == b.Key {
		for i := range w.a {
			w.pair(way{like: 1000, how: Same, i: uint8(i), n: 1, j: uint8(i), m: 1})
		}
		out.Score = Equal
		return
	}
	if w.cut(a, b) {
		return
	}
	w.equal()
	w.alike()
	w.joins()
	w.choose()
	w.faint()
	w.score(a, b)
}

// typeWords gives more weight to words for a type of ship behind the name: ALPHA
// BULKER is not ALPHA, as BULKER ALPHA is.
func typeWords(tokens []names.Token, weights []int32) {
	named := false
	for i := range tokens {
		switch tokens[i].Class {
		case names.Plain:
			named = true
		case names.Prefix:
			if named && len(tokens[i].Text) > 3 {
				weights[i] = 400
			}
		}
	}
}

// equal pairs equal tokens: those at one place first, then in the order of the
// query, then of the listed name.
func (w *work) equal() {
	for i := range min(len(w.a), len(w.b)) {
		if w.same(i, i) && !linking(w.a[i].Class) {
			w.pair(way{like: 1000, how: Same, i: uint8(i), n: 1, j: uint8(i), m: 1})
		}
	}
	for i := range w.a {
		for j := range w.b {
			if w.usedA&(1<<i) == 0 && w.usedB&(1<<j) == 0 && w.same(i, j) && !linking(w.a[i].Class) {
				w.pair(way{like: 1000, how: Same, i: uint8(i), n: 1, j: uint8(j), m: 1})
			}
		}
	}
}

func (w *work) same(i, j int) bool {
	a, b := &w.a[i], &w.b[j]
	return a.Text == b.Text && (a.Class == names.Number) == (b.Class == names.Number)
}

// linking reports whether words of the class are likely to be printed in one
// piece with a neighbour. They wait for the joins: AL of AL-JILANI is not the AL
// of ABD AL-QADIR.
func linking(c names.Class) bool {
	return c == names.Particle || c == names.Head || c == names.Initial
}

// alike lists the ways in which two tokens can meet that equal nothing.
func (w *work) alike() {
	beside := company{alone: len(w.a) == 1 || len(w.b) == 1, korean: len(w.a) >= 2 && len(w.b) >= 2}
	if w.rules == personRules {
		beside.korean = len(w.a) >= 3 && len(w.b) >= 3
	}
	for i := range w.a {
		if w.usedA&(1<<i) != 0 {
			continue
		}
		for j := range w.b {
			if w.usedB&(1<<j) != 0 {
				continue
			}
			if s, how := w.rules.tokens(&w.a[i], &w.b[j], beside); s > 0 {
				w.add(way{gain: int32(s) * (w.wa[i] + w.wb[j]), like: int16(s), how: how, i: uint8(i), n: 1, j: uint8(j), m: 1})
			}
		}
	}
}

// joins lists the ways in which one token can meet two or three of the other
// name: ABDALRAHMAN, ABD AL RAHMAN.
func (w *work) joins() {
	for n := 2; n <= maxJoin; n++ {
		for i := 0; i+n <= len(w.a); i++ {
			if w.usedA&((1<<n-1)<<i) != 0 {
				continue
			}
			for j := range w.b {
				if w.usedB&(1<<j) != 0 {
					continue
				}
				if s := joinLikeness(w.a[i:i+n], &w.b[j], n == len(w.a) && len(w.b) == 1); s > 0 {
					w.add(way{gain: int32(s) * (sum(w.wa[i:i+n]) + w.wb[j]), like: s, how: Joined, i: uint8(i), n: uint8(n), j: uint8(j), m: 1})
				}
			}
		}
		for j := 0; j+n <= len(w.b); j++ {
			if w.usedB&((1<<n-1)<<j) != 0 {
				continue
			}
			for i := range w.a {
				if w.usedA&(1<<i) != 0 {
					continue
				}
				if s := joinLikeness(w.b[j:j+n], &w.a[i], n == len(w.b) && len(w.a) == 1); s > 0 {
					w.add(way{gain: int32(s) * (w.wa[i] + sum(w.wb[j:j+n])), like: s, how: Joined, i: uint8(i), n: 1, j: uint8(j), m: uint8(n)})
				}
			}
		}
	}
}

// maxJoin is how many words may be printed as one.
const maxJoin = 3

func (w *work) add(x way) {
	if w.n < maxWays {
		w.ways[w.n] = x
		w.n++
	}
}

// choose takes, as long as there is one, the way that explains the most weight;
// of equals the one that was listed first.
func (w *work) choose() {
	for {
		best := -1
		for k := range w.ways[:w.n] {
			x := &w.ways[k]
			if w.usedA&((1<<x.n-1)<<x.i) != 0 || w.usedB&((1<<x.m-1)<<x.j) != 0 {
				continue
			}
			if best < 0 || x.gain > w.ways[best].gain {
				best = k
			}
		}
		if best < 0 {
			return
		}
		w.pair(w.ways[best])
	}
}

// faint pairs words that are left on both sides and are a little alike, so that
// a slip beyond the edits weighs less than another word. Such a pair alone
// makes no score, and among ships, whose names are alike by the fleet, none counts.
func (w *work) faint() {
	if w.out.n == 0 || w.rules == vesselRules {
		return
	}
	w.n = 0
	for i := range w.a {
		if w.usedA&(1<<i) != 0 || w.a[i].Class == names.Number {
			continue
		}
		for j := range w.b {
			if w.usedB&(1<<j) != 0 || w.b[j].Class == names.Number || w.a[i].Class == names.Initial || w.b[j].Class == names.Initial {
				continue
			}
			if w.rules.distinct(w.a[i].Word(), w.b[j].Word()) {
				continue
			}
			if s := ratio(w.a[i].Text, w.b[j].Text) - faintFrom; s > 0 {
				s = s * faintMost / (1000 - faintFrom)
				w.add(way{gain: int32(s) * (w.wa[i] + w.wb[j]), like: int16(s), how: Faint, i: uint8(i), n: 1, j: uint8(j), m: 1})
			}
		}
	}
	w.choose()
}

// Words are faintly alike from this share of agreeing letters on; at all of
// them the likeness would be faintMost.
const (
	faintFrom = 350
	faintMost = 950
)

func sum(w []int32) int32 {
	var s int32
	for _, x := range w {
		s += x
	}
	return s
}

// pair records a way as taken.
func (w *work) pair(x way) {
	i, n, j, m := int(x.i), int(x.n), int(x.j), int(x.m)
	w.usedA |= (1<<n - 1) << i
	w.usedB |= (1<<m - 1) << j
	weight := (sum(w.wa[i:i+n]) + sum(w.wb[j:j+m])) / 2
	if n != m {
		weight = max(sum(w.wa[i:i+n]), sum(w.wb[j:j+m]))
	}
	w.put(Pair{Run{x.i, x.i + x.n}, Run{x.j, x.j + x.m}, x.how, Score(x.like), Score(weight)})
}

func (w *work) put(p Pair) {
	if int(w.out.n) < maxPairs {
		w.out.pairs[w.out.n] = p
		w.out.n++
	}
}
