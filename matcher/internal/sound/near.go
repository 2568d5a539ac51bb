package sound

import (
	"math/bits"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Near appends to dst the numbers of all keys of t for which Similarity gives
// least or more with key, a key of script s, and of some keys for which it gives
// less; numbers may come twice. Least is taken for Same where it is less, since
// from there down a likeness of sounds means nothing. Near allocates nothing but
// the room in dst; w is its working space.
func (w *Search) Near(dst []int32, t *Set, key string, s script.Script, least int) []int32 {
	if t == nil || len(t.ahead.nodes) == 0 || key == "" {
		return dst
	}
	w.prepare(key[:min(len(key), MaxPhonemes)], s, t.script, int32(least))
	dst = w.run(dst, &t.ahead)
	if w.half > 0 {
		w.turn()
		dst = w.run(dst, &t.back)
	}
	return dst
}

// Search is the working space of Near. The zero Search is ready; it is not for
// two goroutines at a time.
//
// A search walks through a Set twice: from the heads of the keys, and from
// their ends. The phonemes of the key that is looked for are cut in two.
// Whatever two keys cost in all, either the first part of the one costs no more
// than half of it with what it meets in the other, or the second part costs less
// than half. The walk from the heads finds the former: as long as the first part
// is under way it gives up where half of what is allowed is spent, which is
// early. The walk from the ends finds the latter in the same way.
type Search struct {
	key    [MaxPhonemes]uint8
	n      int
	half   int // the phonemes of the first part
	weight int32
	scale  scale
	part   int32 // of what Same allows, what the least similarity asked for does, in part of whole
	whole  int32
	back   bool // the walk is from the ends
	heard  *hearing
	drops  [MaxPhonemes]int32 // of the key's phonemes
	most   [512]int16         // by half the weight of a key of the set, one more than what the two may cost; 0 not worked out
	path   [MaxPhonemes + 1]step
	rows   [MaxPhonemes + 1][MaxPhonemes + 2]int32
	end    [MaxPhonemes + 2]int32
}

// step is a phoneme of the path that the walk stands on.
type step struct {
	node     uint32
	from, to int    // the columns of the row that can still lead somewhere; none where from > to
	next     uint64 // the phonemes that may follow and were not tried yet
	weight   int32  // of the path
	place    int    // of what follows
	exact    bool   // the path is the key's beginning
}

// never is more than anything costs.
const never = 1 << 20

func (w *Search) prepare(key string, s, own script.Script, least int32) {
	if int(s) >= script.Count {
		s = script.Other
	}
	top := int32(topFull)
	if s == own {
		top = topLatin
	}
	// Similarity takes (top-Same)*cost/allowed, rounded down, from top.
	w.part, w.whole = min(max(top-max(least, Same)+1, 0), top-Same), top-Same
	// As in Similarity: the script of lower rank gives the columns.
	if rank(s) >= rank(own) {
		var t *costs
		t, w.scale = pairing(s, own)
		w.heard = hearingOf(t, true)
	} else {
		var t *costs
		t, w.scale = pairing(own, s)
		w.heard = hearingOf(t, false)
	}
	w.n, w.weight, w.half, w.back = len(key), 0, 0, false
	at := atHead
	for j := range len(key) {
		y := phonemeIndex[key[j]]
		w.key[j] = y
		w.weight += int32(phonemeWeight[y])
		if j == len(key)-1 {
			at += atEnd
		}
		w.drops[j] = int32(w.heard.told[y][at])
		at = behind(y)
	}
	if w.n > 2 {
		for sum := int32(0); 2*sum < w.weight; w.half++ {
			sum += int32(phonemeWeight[w.key[w.half]])
		}
		w.half = min(w.half, w.n-1)
	}
	clear(w.most[:])
}

// turn makes ready for the walk from the ends.
func (w *Search) turn() {
	for i, j := 0, w.n-1; i < j; i, j = i+1, j-1 {
		w.key[i], w.key[j] = w.key[j], w.key[i]
		w.drops[i], w.drops[j] = w.drops[j], w.drops[i]
	}
	w.half = w.n - w.half
	w.back = true
}

// allowed is the most that the key and one of the weight given may cost.
func (w *Search) allowed(weight int32) int32 {
	m := &w.most[weight/2&511]
	if *m == 0 {
		half := (weight/2*2 + 1 + w.weight) / 2
		all := max(min(half-w.scale.doubt, half*w.scale.share/100), w.scale.floor)
		*m = int16((all*w.part+w.whole-1)/w.whole) + 1
	}
	return int32(*m - 1)
}

// costOf returns what it costs to hear phoneme x of the set as nothing, behind a
// place. From the ends the place is not known yet, and the least is taken.
func (w *Search) costOf(x uint8, place int, last bool) int32 {
	l := &w.heard.lost[x]
	k := 0
	if last {
		k = atEnd
	}
	if w.back {
		return int32(min(l[k+atHead], l[k+afterVowel], l[k+afterOther]))
	}
	return int32(l[k+place])
}

// run walks through a tree. What is done at a node costs some ten times what it
// costs to know that a node cannot follow: that is told by the phonemes alone.
func (w *Search) run(dst []int32, t *tree) []int32 {
	root := &w.path[0]
	*root = step{exact: !w.back}
	all := w.allowed(t.nodes[0].heavy())
	lim := w.first(all)
	w.rows[0][0] = 0
	for j := range w.n {
		c := w.rows[0][j] + w.drops[j]
		if j+1 <= w.half && c > lim || c > all {
			break
		}
		w.rows[0][j+1] = c
		root.to = j + 1
	}
	root.next = w.follow(0, all) & t.nodes[0].next
	for d := 0; d >= 0; {
		up := &w.path[d]
		if up.next == 0 {
			d--
			continue
		}
		x := uint8(bits.TrailingZeros64(up.next))
		up.next &= up.next - 1
		parent := &t.nodes[up.node]
		i := parent.child + uint32(bits.OnesCount64(parent.next&(1<<x-1)))
		v := &t.nodes[i]
		at := &w.path[d+1]
		at.node = i
		at.exact = up.exact && d < w.n && w.key[d] == x
		at.weight = up.weight + int32(phonemeWeight[x])
		at.place = behind(x)
		all := w.allowed(v.heavy())
		lost := w.costOf(x, up.place, w.back && d == 0)
		at.from, at.to = w.row(&w.rows[d], &w.rows[d+1], up.from, up.to, x, lost, all)
		if v.ids < v.end { // a key ends here
			row, end := &w.rows[d+1], at.to
			if !w.back {
				if c := w.costOf(x, up.place, true); c != lost {
					row = &w.end
					_, end = w.row(&w.rows[d], row, up.from, up.to, x, c, all)
				}
			}
			if end == w.n && row[w.n] <= w.allowed(at.weight) || at.exact && d+1 == w.n {
				dst = append(dst, t.ids[v.ids:v.end]...)
			}
		}
		if v.next&children == 0 || at.from > at.to && !at.exact {
			continue
		}
		d++
		at.next = w.follow(d, all) & v.next
	}
	return dst
}

// follow returns the phonemes that may come next at depth d: those that some
// column of its row can pay for, heard as what comes next in the key or as
// nothing.
func (w *Search) follow(d int, all int32) (m uint64) {
	at, row := &w.path[d], &w.rows[d]
	slack := int32(-1)
	for j := at.from; j <= at.to; j++ {
		if row[j] > all {
			continue
		}
		slack = max(slack, all-row[j])
		if j < w.n {
			m |= w.heard.near[w.key[j]][level(all-row[j])]
		}
	}
	if slack >= 0 {
		m |= w.heard.mute[level(slack)]
	}
	if at.exact && d < w.n {
		m |= 1 << w.key[d]
	}
	return m & children
}

// first is what the first part may cost of what is allowed in all.
func (w *Search) first(all int32) int32 {
	if w.back {
		return all - all/2 - 1
	}
	return all / 2
}

// row works out a row of align's table, for phoneme x of the set, from the
// columns from to to of the one before, and returns the columns of it that can
// still lead somewhere: those of the first part within half of what is allowed,
// the others within all of it.
func (w *Search) row(up, row *[MaxPhonemes + 2]int32, from, to int, x uint8, lost, all int32) (int, int) {
	line := &w.heard.sub[x]
	first, last := w.n+1, -1
	most := w.first(all)
	diagonal, left := int32(never), int32(never)
	for j := from; j <= w.n; j++ {
		above := int32(never)
		if j <= to {
			above = up[j]
		} else if j > to+1 && left == never {
			break
		}
		side := int32(never)
		if j > from {
			side = min(diagonal+int32(line[w.key[j-1]]), left+w.drops[j-1])
		}
		limit := all
		if j <= w.half {
			if side > most {
				side = never
			}
			if j < w.half {
				limit = most
			}
		}
		c := min(above+lost, side)
		if c > limit {
			c = never
		} else {
			first, last = min(first, j), j
		}
		row[j] = c
		diagonal, left = above, c
	}
	return first, last
}
