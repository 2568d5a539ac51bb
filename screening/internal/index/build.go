package index

import (
	"encoding/binary"
	"slices"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// builder is what New needs and Index does not keep.
type builder struct {
	x       *Index
	words   map[string]int32
	all     []word
	inRow   []occurrence // of words
	joins   map[matcher.Join]int32
	join    []junction
	first   []matcher.Join // by junction
	joined  []occurrence   // of joins
	exact   []hashed
	cut     []hashed
	whole   []hashed
	lone    []int32 // words that are a name by themselves
	key     []byte
	keys    []uint32
	weights []matcher.Score
}

// occurrence is a word or a join in a row.
type occurrence struct{ what, row int32 }

// add takes in a name, or a name inside one.
func (b *builder) add(id int32, n *names.Name) {
	x := b.x
	r := row{name: id, from: int32(len(x.held))}
	at := int32(len(x.rows))
	b.exact = append(b.exact, hashed{hash(n.Key), id})
	if matcher.MayBeCut(n) {
		b.cut = append(b.cut, hashed{hash(n.Key), id})
		x.lengths = append(x.lengths, int32(len(n.Key)))
	}
	b.keys = matcher.WholeKeys(b.keys[:0], n, false)
	for _, h := range b.keys {
		b.whole = append(b.whole, hashed{h, id})
	}
	x.rows = append(x.rows, r)
	tokens := n.Tokens[:min(len(n.Tokens), matcher.AlignedTokens)]
	b.weights = matcher.Weights(b.weights[:0], n)
	for i := range tokens {
		k := b.word(&tokens[i], b.weights[i])
		if len(tokens) == 1 {
			b.lone = append(b.lone, k)
		}
		x.held = append(x.held, held{k, int16(b.weights[i]), tokens[i].Part})
		b.inRow = append(b.inRow, occurrence{k, at})
		for m := 2; m <= matcher.JoinedTokens && i+m <= len(tokens); m++ {
			if k := b.run(tokens[i:i+m], b.weights[i:i+m], at, i); k >= 0 {
				b.joined = append(b.joined, occurrence{k, at})
			}
		}
	}
}

// run returns the number of a run's join, -1 of a run that joins nothing.
func (b *builder) run(run []names.Token, weights []matcher.Score, at int32, i int) int32 {
	j := matcher.MakeJoin(run)
	if j.Letters() == "" {
		return -1
	}
	k, ok := b.joins[j]
	if !ok {
		k = int32(len(b.join))
		b.joins[j] = k
		b.join = append(b.join, junction{row: at, at: uint8(i), n: uint8(len(run))})
		b.first = append(b.first, j)
	}
	weight, loose := matcher.Score(0), matcher.Loose{}
	for i := range run {
		weight += weights[i]
		loose.Add(matcher.MakeWorth(&run[i]).Loose(weights[i]))
	}
	e := &b.join[k]
	e.weight = max(e.weight, int16(weight))
	e.words = max(e.words, int16(loose.Words))
	e.other = max(e.other, int16(loose.Other))
	return k
}

// word returns the number of the token's word: tokens of one number are the
// same to every function of package matcher.
func (b *builder) word(t *names.Token, weight matcher.Score) int32 {
	b.key = appendWord(b.key[:0], t)
	n, ok := b.words[string(b.key)]
	if !ok {
		n = int32(len(b.all))
		b.words[string(b.key)] = n
		b.all = append(b.all, newWord(t, weight))
	}
	e := &b.all[n]
	e.weight = max(e.weight, weight)
	e.loose.AtLeast(e.worth.Loose(weight))
	return n
}

// appendWord appends all that the functions of package matcher see of a token
// beside its part in its name.
func appendWord(k []byte, t *names.Token) []byte {
	w := t.Word()
	at := len(k)
	k = append(k, byte(t.Class), byte(t.Script), byte(w.Family), byte(w.Grade), w.Common, 0)
	if w.MayBe {
		k[at+5] = 1
	}
	k = binary.LittleEndian.AppendUint16(k, w.Business)
	k = append(k, byte(len(w.Groups)))
	for _, g := range w.Groups {
		k = binary.LittleEndian.AppendUint32(k, uint32(g.ID))
		k = append(k, byte(g.Class))
	}
	k = append(append(k, t.Text...), 0)
	if w.Original != t.Text {
		k = append(k, w.Original...)
	}
	k = append(k, 0)
	for i := range w.Readings {
		k = append(append(k, w.Readings[i].Text...), 0)
		k = append(append(k, w.Readings[i].Sound...), 0, byte(w.Readings[i].Vowels))
	}
	return k
}

// finish makes the index of what was taken in. What has grown is copied, so that none
// of the room that it grew by is kept.
func (b *builder) finish() {
	x := b.x
	x.rows = slices.Clone(append(x.rows, row{from: int32(len(x.held))}))
	x.held = slices.Clone(x.held)
	x.words = newVocabulary(x.profile, b.all, b.lone)
	x.words.in = gather(len(b.all), b.inRow)
	x.sum()
	x.joins = newJunctions(b.join, b.first)
	x.joins.in = gather(len(b.join), b.joined)
	x.exact, x.cut, x.whole = newKeyed(b.exact), newKeyed(b.cut), newKeyed(b.whole)
	slices.Sort(x.lengths)
	x.lengths = slices.Clone(slices.Compact(x.lengths))
}

// sum works out the sums of all rows, and which words are slight.
func (x *Index) sum() {
	x.slight = x.slights()
	x.sums = make([]matcher.Sum, len(x.rows)-1)
	for i := range x.sums {
		for _, h := range x.held[x.rows[i].from:x.rows[i+1].from] {
			x.sums[i].Add(&x.words.words[h.word].letters, matcher.Score(h.weight))
		}
	}
}

// postings are lists of rows, one after the other.
type postings struct {
	from []int32 // list k is rows[from[k]:from[k+1]]
	rows []int32
}

func (p *postings) list(k int32) []int32 { return p.rows[p.from[k]:p.from[k+1]] }

// gather makes postings of n lists from occurrences in the order of the rows.
func gather(n int, occ []occurrence) postings {
	p := postings{from: make([]int32, n+1)}
	last := make([]int32, n)
	for i := range last {
		last[i] = -1
	}
	total := int32(0)
	for _, o := range occ {
		if last[o.what] != o.row {
			last[o.what] = o.row
			p.from[o.what+1]++
			total++
		}
	}
	for k := range n {
		p.from[k+1] += p.from[k]
		last[k] = -1
	}
	p.rows = make([]int32, total)
	next := append([]int32(nil), p.from...)
	for _, o := range occ {
		if last[o.what] != o.row {
			last[o.what] = o.row
			p.rows[next[o.what]] = o.row
			next[o.what]++
		}
	}
	return p
}
