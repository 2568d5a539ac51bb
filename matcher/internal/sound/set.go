package sound

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Set is a set of keys of one script, each with the numbers that the caller
// knows it by, made for finding all keys that sound like another one without
// looking at each. It is immutable and safe for any number of goroutines. The
// zero Set is empty.
//
// The keys are the paths of two trees, one read from their heads and one from
// their ends. Near walks them with one row of align's table to a node, so that
// what many keys begin with is aligned once, and leaves a branch when its row
// costs more than the heaviest key of the branch may: no cost is negative, so
// what comes after cannot make good for it.
type Set struct {
	script      script.Script
	ahead, back tree
}

// tree is the paths.
type tree struct {
	nodes []node // the children of a node stand one after the other; the first is the root
	ids   []int32
}

// node is the phonemes that one or more keys begin with.
type node struct {
	next  uint64 // bit x: some key goes on with phoneme number x; above them the weight of the heaviest key that ends here or below
	child uint32 // of the first of next
	ids   uint32 // the numbers of the key that ends here: ids[ids:end]
	end   uint32
}

// children is the part of node.next that tells the phonemes.
const children = 1<<phonemeCount - 1

func (n *node) heavy() int32 { return int32(n.next >> phonemeCount) }

// Keyed is a key and the number that the caller knows it by.
type Keyed struct {
	Key string
	ID  int32
}

// NewSet makes a set of keys of script s. Empty keys are like nothing and are
// left out. ks is changed.
func NewSet(s script.Script, ks []Keyed) *Set {
	if int(s) >= script.Count {
		s = script.Other
	}
	var room []byte
	for i := range ks {
		k := ks[i].Key[:min(len(ks[i].Key), MaxPhonemes)]
		room = room[:0]
		for j := range len(k) {
			room = append(room, phonemeIndex[k[j]])
		}
		ks[i].Key = string(room)
	}
	t := &Set{script: s}
	t.ahead = newTree(ks)
	for i := range ks {
		room = append(room[:0], ks[i].Key...)
		slices.Reverse(room)
		ks[i].Key = string(room)
	}
	t.back = newTree(ks)
	return t
}

// newTree makes a tree of keys, each a string of the numbers of phonemes.
func newTree(ks []Keyed) tree {
	slices.SortFunc(ks, func(a, b Keyed) int {
		if c := strings.Compare(a.Key, b.Key); c != 0 {
			return c
		}
		return int(a.ID) - int(b.ID)
	})
	for len(ks) > 0 && ks[0].Key == "" {
		ks = ks[1:]
	}
	var t tree
	if len(ks) == 0 {
		return t
	}
	t.nodes = append(t.nodes, node{})
	t.grow(0, 0, ks)
	t.nodes = slices.Clip(t.nodes)
	t.ids = slices.Clip(t.ids)
	return t
}

// grow makes the children of a node of so many phonemes, of which ks are the keys,
// and their children.
func (t *tree) grow(at uint32, depth int, ks []Keyed) {
	n := &t.nodes[at]
	n.ids = uint32(len(t.ids))
	heavy := int32(0)
	for len(ks) > 0 && len(ks[0].Key) == depth {
		heavy = weigh(ks[0].Key)
		t.ids = append(t.ids, ks[0].ID)
		ks = ks[1:]
	}
	n.end = uint32(len(t.ids))
	n.child = uint32(len(t.nodes))
	for i := range ks {
		n.next |= 1 << ks[i].Key[depth]
	}
	next := n.next
	for range bits.OnesCount64(next) {
		t.nodes = append(t.nodes, node{})
	}
	for c := t.nodes[at].child; len(ks) > 0; c++ {
		x, m := ks[0].Key[depth], 1
		for m < len(ks) && ks[m].Key[depth] == x {
			m++
		}
		t.grow(c, depth+1, ks[:m])
		heavy = max(heavy, t.nodes[c].heavy())
		ks = ks[m:]
	}
	t.nodes[at].next |= uint64(heavy) << phonemeCount
}

// weigh returns the weight of a key, a string of the numbers of phonemes.
func weigh(k string) (w int32) {
	for i := range len(k) {
		w += int32(phonemeWeight[k[i]])
	}
	return w
}
