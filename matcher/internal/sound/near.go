package sound

import (
	"math/bits"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Search is the working space of searches in Sets. The zero Search is ready; it
// is not for two goroutines at a time.
type Search struct {
	asked    string // what the rest is made ready for
	from, of script.Script
	vowels   script.Vowels
	least    int

	key    [MaxPhonemes]uint8
	n      int
	weight int32
	scale  scale
	none   bool  // no unlike key is as similar as is asked for
	part   int32 // of what Same allows, what the least similarity asked for does, in 1<<partBits
	heard  *hearing
	ears   [MaxPhonemes]*ear                        // by phoneme of the key
	drops  [MaxPhonemes]int32                       // what the key's phonemes cost as nothing
	left   [MaxPhonemes + 1]uint8                   // hard consonants of the key from here on
	room   [MaxPhonemes + 1][MaxPhonemes + 1]uint16 // by hard consonants that are to come: the least that those of the key from here on cost that meet none of them
	path   [MaxPhonemes + 1]step
}

// step is a phoneme of the path that the search stands on, and its row of
// align's table.
type step struct {
	from, to int    // the columns that can still lead somewhere; none where from > to
	next     uint64 // the phonemes that may follow and were not tried yet
	node     *node
	weight   int32 // of the path
	place    int   // of what follows
	exact    bool  // the path is the key's beginning
	row      [MaxPhonemes + 1]int32
}

const (
	never      = 1 << 20              // more than anything costs
	mostWeight = MaxPhonemes * 64 / 2 // more than half of what any key weighs: see the test of phonemeWeight
	partBits   = 16
)

// Near appends to dst the numbers of all keys of t for which Similarity gives
// least or more with key, a key of script s with vowels as complete as v says,
// and of some keys for which it gives less; numbers may come twice. Least is taken
// for Same where it is less, since from there down a likeness of sounds means
// nothing. Near allocates nothing but the room in dst.
func (w *Search) Near(dst []int32, t *Set, key string, s script.Script, v script.Vowels, least int) []int32 {
	if t == nil || len(t.nodes) == 0 || key == "" {
		return dst
	}
	if key = key[:min(len(key), MaxPhonemes)]; key != w.asked || s != w.from || t.script != w.of || max(v, t.vowels) != w.vowels || least != w.least {
		w.asked, w.from, w.of, w.vowels, w.least = key, s, t.script, max(v, t.vowels), least
		w.prepare(key, s, t.script, w.vowels, int32(least))
	}
	if w.none {
		return t.equal(dst, w.key[:w.n])
	}
	w.start(t)
	for d := 0; d >= 0; {
		up := &w.path[d]
		if up.next == 0 {
			d--
			continue
		}
		x := uint8(bits.TrailingZeros64(up.next))
		up.next &= up.next - 1
		n := &t.nodes[up.node.at+uint32(bits.OnesCount64(up.node.next&(1<<x-1)))]
		all := w.allowed(n.heavy())
		if n.next&tail != 0 {
			if w.rest(d, x, t.tails[n.at:n.at+uint32(n.next&phonemeBits)], n.hard(), all) {
				dst = t.take(dst, n.numbers())
			}
			continue
		}
		at := &w.path[d+1]
		if n.numbers() > 0 {
			w.take(up, at, x, true, d, 0, w.allowed(up.weight+int32(phonemeWeight[x])))
			if at.to == w.n || at.exact && d+1 == w.n {
				dst = t.take(dst, n.numbers())
			}
		}
		if n.next&phonemeBits == 0 {
			continue
		}
		w.take(up, at, x, false, d, n.hard(), all)
		if at.next = w.follow(at, d+1, all) & n.next; at.next != 0 {
			at.node = n
			d++
		}
	}
	return dst
}

// Forget lets go of the key that was looked for last.
func (w *Search) Forget() { w.asked = "" }

func (w *Search) prepare(key string, s, own script.Script, v script.Vowels, least int32) {
	if int(s) >= script.Count {
		s = script.Other
	}
	top := int32(topFull)
	switch {
	case s == own:
		top = topLatin
	case v == script.VowelsNone:
		top = topSkeleton
	case v != script.VowelsFull:
		top = topPartial
	}
	// Similarity takes (top-Same)*cost/allowed, rounded down, from top.
	part, whole := min(max(top-max(least, Same)+1, 0), top-Same), top-Same
	w.none, w.part = part == 0, (part<<partBits+whole-1)/whole
	// As in Similarity: the script of lower rank gives the columns.
	columns := rank(s) >= rank(own)
	if !columns {
		s, own = own, s
	}
	t, sc := pairing(s, own)
	w.scale, w.heard = sc, hearingOf(t, columns)
	w.n, w.weight = len(key), 0
	at := atHead
	for j := range len(key) {
		y := phonemeIndex[key[j]]
		w.key[j], w.ears[j] = y, &w.heard.ears[y]
		w.weight += int32(phonemeWeight[y])
		if j == len(key)-1 {
			at += atEnd
		}
		w.drops[j] = int32(w.heard.told[y][at])
		at = behind(y)
	}
	w.hards()
}

// hards counts the hard consonants of the key, and works out room.
func (w *Search) hards() {
	var cheapest [MaxPhonemes + 1]int // the least that so many of them cost
	k := 0
	w.left[w.n] = 0
	for j := w.n - 1; j >= 0; j-- {
		w.left[j] = w.left[j+1]
		y := w.key[j]
		if !hardPhoneme[y] {
			continue
		}
		w.left[j]++
		c, i := int(w.ears[j].soft), k
		for ; i > 0 && cheapest[i] > c; i-- {
			cheapest[i+1] = cheapest[i]
		}
		cheapest[i+1] = c
		k++
	}
	for i := 1; i <= k; i++ {
		cheapest[i] += cheapest[i-1]
	}
	for h := 0; h <= k; h++ {
		room := &w.room[h]
		for j := range w.n + 1 {
			room[j] = uint16(cheapest[max(0, int(w.left[j])-h)])
		}
	}
}

// start makes the row of no phoneme.
func (w *Search) start(t *Set) {
	root, all := &w.path[0], w.allowed(t.nodes[0].heavy())
	root.from, root.to, root.node, root.weight, root.place, root.exact = 0, 0, &t.nodes[0], 0, atHead, true
	root.row[0] = 0
	for j := range w.n {
		c := root.row[j] + w.drops[j]
		if c > all {
			break
		}
		root.row[j+1] = c
		root.to = j + 1
	}
	root.next = w.follow(root, 0, all) & t.nodes[0].next
}

// allowed is the most that the key and one of the weight given may cost, or a little
// more.
func (w *Search) allowed(weight int32) int32 {
	half := (weight + w.weight) / 2
	all := max(min(half-w.scale.doubt, half*w.scale.share/100), w.scale.floor)
	return (all*w.part + 1<<partBits - 1) >> partBits
}

// follow returns the phonemes that may come next behind a step at depth d: those
// that some column of its row can pay for, heard as what comes next in the key or as
// nothing. That a node cannot follow is known by this for a tenth of what its
// row costs.
func (w *Search) follow(at *step, d int, all int32) (m uint64) {
	slack := int32(-1)
	for j := at.from; j <= at.to; j++ {
		left := all - at.row[j]
		if left < 0 {
			continue
		}
		slack = max(slack, left)
		if j < w.n {
			m |= w.ears[j].near[level(left)]
		}
	}
	if slack >= 0 {
		m |= w.heard.mute[at.place][level(slack)]
	}
	if at.exact && d < w.n {
		m |= 1 << w.key[d]
	}
	return m & phonemeBits
}

// rest follows the only key behind phoneme x, after d phonemes, to its end, and
// reports whether it may cost no more than all.
func (w *Search) rest(d int, x uint8, rest []uint8, hard int, all int32) bool {
	for _, y := range rest {
		up, at := &w.path[d], &w.path[d+1]
		if w.take(up, at, x, false, d, hard, all); at.from > at.to && !at.exact {
			return false
		}
		d++
		x = y
	}
	at := &w.path[d+1]
	w.take(&w.path[d], at, x, true, d, 0, all)
	return at.to == w.n || at.exact && d+1 == w.n
}

// take makes the step behind up, for phoneme x of the set, the last of its key or
// not: a row of align's table, but only those columns that cost no more than all,
// together with the hard consonants of the key that are left without one of the
// hard ones behind x.
func (w *Search) take(up, at *step, x uint8, last bool, d, hard int, all int32) {
	at.exact = up.exact && d < w.n && w.key[d] == x
	at.weight = up.weight + int32(phonemeWeight[x])
	at.place = behind(x)
	place := up.place
	if last {
		place += atEnd
	}
	lost := int32(w.heard.lost[x][place])
	first, end := w.n+1, -1
	room := &w.room[min(hard, int(w.left[0]))]
	row := &up.row
	from, to := up.from, min(up.to, MaxPhonemes)
	if from > to {
		at.from, at.to = first, end
		return
	}
	diagonal, c := int32(never), int32(never)
	for j := from; ; {
		if j <= to {
			c = min(c, row[j]+lost)
		}
		if c+int32(room[j]) <= all {
			first, end = min(first, j), j
			at.row[j] = c
		} else {
			at.row[j] = never
			if c = never; j > to {
				break
			}
		}
		if j >= w.n || j >= MaxPhonemes {
			break
		}
		c += w.drops[j]
		if j <= to {
			diagonal = row[j]
			c = min(c, diagonal+int32(w.ears[j].sub[x%phonemeRoom]))
		}
		j++
	}
	at.from, at.to = first, end
}
