package sound

import (
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Set is a set of keys of one script, each with the numbers that the caller
// knows it by, made for finding all keys that sound like another one without
// looking at each. It is immutable and safe for any number of goroutines. The
// zero Set is empty.
//
// The keys are the paths of a tree. Near walks it with one row of align's table
// to a node, so that what many keys begin with is aligned once, and leaves a
// branch when its row costs more than the heaviest key of the branch may:
// no cost is negative, so what comes after cannot make good for it.
type Set struct {
	script script.Script
	nodes  []node // in preorder; the last one only ends the numbers of the one before
	ids    []int32
}

// node is a phoneme of one or more keys. Its children follow it.
type node struct {
	phoneme uint8
	depth   uint8  // 1 for the first phoneme of a key
	heavy   uint16 // weight of the heaviest key that ends here or below
	next    uint32 // node after the branch
	ids     uint32 // the numbers of the key that ends here: ids[ids:next node's ids]
}

// Keyed is a key and the number that the caller knows it by.
type Keyed struct {
	Key string
	ID  int32
}

// NewSet makes a set of keys of script s. Empty keys are like nothing and are
// left out. ks is sorted.
func NewSet(s script.Script, ks []Keyed) *Set {
	if int(s) >= script.Count {
		s = script.Other
	}
	for i := range ks {
		ks[i].Key = ks[i].Key[:min(len(ks[i].Key), MaxPhonemes)]
	}
	slices.SortFunc(ks, func(a, b Keyed) int {
		if c := strings.Compare(a.Key, b.Key); c != 0 {
			return c
		}
		return int(a.ID) - int(b.ID)
	})
	t := &Set{script: s}
	var path [MaxPhonemes]uint32 // the nodes of the key before
	before := ""
	for i := range ks {
		k := ks[i].Key
		if k == "" {
			continue
		}
		same := 0
		for same < min(len(k), len(before)) && k[same] == before[same] {
			same++
		}
		if same < len(k) || same < len(before) {
			for d := len(before) - 1; d >= same; d-- {
				t.close(path[:d+1])
			}
			for d := same; d < len(k); d++ {
				path[d] = uint32(len(t.nodes))
				t.nodes = append(t.nodes, node{phoneme: phonemeIndex[k[d]], depth: uint8(d + 1), ids: uint32(len(t.ids))})
			}
			last := &t.nodes[path[len(k)-1]]
			last.heavy = max(last.heavy, uint16(weigh(k)))
			before = k
		}
		t.ids = append(t.ids, ks[i].ID)
	}
	for d := len(before) - 1; d >= 0; d-- {
		t.close(path[:d+1])
	}
	t.nodes = append(t.nodes, node{ids: uint32(len(t.ids))})
	t.nodes = slices.Clip(t.nodes)
	t.ids = slices.Clip(t.ids)
	return t
}

// close ends the branch of the last node of a path, and tells its parent.
func (t *Set) close(path []uint32) {
	n := &t.nodes[path[len(path)-1]]
	n.next = uint32(len(t.nodes))
	if len(path) > 1 {
		up := &t.nodes[path[len(path)-2]]
		up.heavy = max(up.heavy, n.heavy)
	}
}

// weigh returns the weight of a key.
func weigh(k string) (w int32) {
	for i := range len(k) {
		w += int32(phonemeWeight[phonemeIndex[k[i]]])
	}
	return w
}

// Near appends to dst the numbers of all keys of t for which Similarity gives
// least or more with key, a key of script s, and of a few keys for which it gives
// less; numbers may come twice. Least is taken for Same where it is less, since
// from there down a likeness of sounds means nothing. Near allocates nothing but
// the room in dst.
func (t *Set) Near(dst []int32, key string, s script.Script, least int) []int32 {
	if len(t.nodes) == 0 || key == "" {
		return dst
	}
	w := search{set: t}
	w.prepare(key[:min(len(key), MaxPhonemes)], s, int32(least))
	return w.run(dst)
}

// search is one walk through a Set.
type search struct {
	set    *Set
	key    [MaxPhonemes]uint8
	n      int
	weight int32
	scale  scale
	sub    [phonemeCount][MaxPhonemes]uint8 // cost of a phoneme of the set for each of the key; see ready
	ready  uint64                           // the phonemes whose line of sub is filled
	across bool                             // the set's script gives the columns of the table
	table  *costs
	drops  [MaxPhonemes]int32       // of the key's phonemes
	lost   *[phonemeCount][6]uint8  // of the set's phonemes
	rows   [MaxPhonemes + 1]costRow // by depth
	part   int32                    // of what Same allows, what the least similarity asked for does, in part of whole
	whole  int32
	exact  [MaxPhonemes + 1]bool  // the path so far is the key's beginning
	place  [MaxPhonemes + 1]int   // of what follows
	passed [MaxPhonemes + 1]int32 // weight of the path
}

type costRow [MaxPhonemes + 1]int32

func (w *search) prepare(key string, s script.Script, least int32) {
	if int(s) >= script.Count {
		s = script.Other
	}
	own := w.set.script
	top := int32(topFull)
	if s == own {
		top = topLatin
	}
	// Similarity takes (top-Same)*cost/allowed, rounded down, from top.
	w.part, w.whole = min(max(top-max(least, Same)+1, 0), top-Same), top-Same
	// As in Similarity: the script of lower rank gives the columns.
	w.across = rank(s) >= rank(own)
	var told *[phonemeCount][6]uint8
	if w.across {
		w.table, w.scale = pairing(s, own)
		told, w.lost = &w.table.other, &w.table.latin
	} else {
		w.table, w.scale = pairing(own, s)
		told, w.lost = &w.table.latin, &w.table.other
	}
	w.n = len(key)
	at := atHead
	for j := range len(key) {
		y := phonemeIndex[key[j]]
		w.key[j] = y
		w.weight += int32(phonemeWeight[y])
		if j == len(key)-1 {
			at += atEnd
		}
		w.drops[j] = int32(told[y][at])
		w.rows[0][j+1] = w.rows[0][j] + w.drops[j]
		at = behind(y)
	}
	w.exact[0] = true
}

// line returns the costs of a phoneme of the set for each of the key.
func (w *search) line(x uint8) *[MaxPhonemes]uint8 {
	l := &w.sub[x]
	if w.ready&(1<<x) == 0 {
		w.ready |= 1 << x
		for j, y := range w.key[:w.n] {
			if w.across {
				l[j] = w.table.sub[y][x]
			} else {
				l[j] = w.table.sub[x][y]
			}
		}
	}
	return l
}

// beyond reports whether the key and one of the weight given may not cost so
// much: Similarity's test, without its divisions.
func (w *search) beyond(cost, weight int32) bool {
	cost *= w.whole
	weight += w.weight // twice the weight of the pair
	return cost > w.scale.floor*w.part &&
		(2*cost > (weight-2*w.scale.doubt)*w.part || 200*cost > weight*w.scale.share*w.part)
}

func (w *search) run(dst []int32) []int32 {
	nodes := w.set.nodes
	last := uint32(len(nodes) - 1)
	for i := uint32(0); i < last; {
		v := &nodes[i]
		d := int(v.depth)
		x := v.phoneme
		place := w.place[d-1]
		line := w.line(x)
		w.exact[d] = w.exact[d-1] && d <= w.n && w.key[d-1] == x
		w.passed[d] = w.passed[d-1] + int32(phonemeWeight[x])
		w.place[d] = behind(x)
		lost := int32(w.lost[x][place])
		least := w.row(&w.rows[d-1], &w.rows[d], line, lost)
		if to := nodes[i+1].ids; v.ids < to { // a key ends here
			cost := w.rows[d][w.n]
			if end := int32(w.lost[x][place+atEnd]); end != lost {
				var row costRow
				w.row(&w.rows[d-1], &row, line, end)
				cost = row[w.n]
			}
			if !w.beyond(cost, w.passed[d]) || w.exact[d] && d == w.n {
				dst = append(dst, w.set.ids[v.ids:to]...)
			}
		}
		if w.beyond(least, int32(v.heavy)) && !w.exact[d] {
			i = v.next
		} else {
			i++
		}
	}
	return dst
}

// row works out a row of align's table from the one before, and returns the
// least of it.
func (w *search) row(up, row *costRow, line *[MaxPhonemes]uint8, lost int32) int32 {
	diagonal := up[0]
	left := diagonal + lost
	row[0] = left
	most := left
	for j := range w.n {
		above := up[j+1]
		c := min(diagonal+int32(line[j]), above+lost, left+w.drops[j])
		diagonal, left = above, c
		row[j+1] = c
		most = min(most, c)
	}
	return most
}
