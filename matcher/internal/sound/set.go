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
	nodes []node // in preorder; the last one only ends the numbers of the one before
	ids   []int32
	heavy int32 // weight of the heaviest key
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
// left out. ks is changed.
func NewSet(s script.Script, ks []Keyed) *Set {
	if int(s) >= script.Count {
		s = script.Other
	}
	for i := range ks {
		ks[i].Key = ks[i].Key[:min(len(ks[i].Key), MaxPhonemes)]
	}
	t := &Set{script: s}
	t.ahead = newTree(ks)
	for i := range ks {
		ks[i].Key = reversed(ks[i].Key)
	}
	t.back = newTree(ks)
	return t
}

func reversed(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

func newTree(ks []Keyed) tree {
	slices.SortFunc(ks, func(a, b Keyed) int {
		if c := strings.Compare(a.Key, b.Key); c != 0 {
			return c
		}
		return int(a.ID) - int(b.ID)
	})
	var t tree
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
			t.heavy = max(t.heavy, weigh(k))
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
func (t *tree) close(path []uint32) {
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
