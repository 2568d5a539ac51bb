package sound

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Set is a set of keys of one script, each with the numbers that the caller
// knows it by, made for finding all keys that sound like another one without
// looking at each. It is immutable and safe for any number of goroutines.
//
// The keys are the paths of a tree. A search walks it with one row of align's
// table to a node, so that what many keys begin with is aligned once, and leaves
// a branch when its row costs more than the heaviest key of the branch may: no
// cost is negative, so what comes after cannot make good for it. From where on a
// branch is a single key, its phonemes are kept as a string.
type Set struct {
	script script.Script
	vowels script.Vowels
	nodes  []node  // the children of a node stand one after the other; the first is the root
	ids    []int32 // the numbers of the keys; the last one of each key is its complement
	tails  []uint8 // numbers of phonemes
}

// node is the phonemes that one or more keys begin with.
type node struct {
	// Where several keys go on from here, bit x tells that some go on with
	// phoneme number x. Where there is one key only, tail is set, and the lower
	// bits tell how much of it is left. Above them is the weight of the heaviest key.
	next uint64
	at   uint32 // the first of next in nodes, or what is left in tails
	// The lower bits are one more than where the numbers of the key that ends here
	// start, or at the end of the tail, 0 where none ends here. Above them is how many
	// hard consonants the keys have behind this node, at the most.
	ids uint32
}

// The parts of node.next and of node.ids.
const (
	phonemeBits = 1<<phonemeCount - 1
	tail        = 1 << 63
	idBits      = 1<<26 - 1
)

// numbers is the lower part of ids, hard the upper one.
func (n *node) numbers() uint32 { return n.ids & idBits }

func (n *node) hard() int { return int(n.ids >> 26) }

// heavy is the weight of the heaviest key that ends here or below.
func (n *node) heavy() int32 { return int32(n.next &^ tail >> phonemeCount) }

// Keyed is a key and the number, not negative, that the caller knows it by.
type Keyed struct {
	Key string
	ID  int32
}

// NewSet makes a set of keys of script s, none of which has vowels more complete
// than v says. Empty keys are like nothing and are left out. ks is changed.
func NewSet(s script.Script, v script.Vowels, ks []Keyed) *Set {
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
	slices.SortFunc(ks, func(a, b Keyed) int {
		if c := strings.Compare(a.Key, b.Key); c != 0 {
			return c
		}
		return int(a.ID) - int(b.ID)
	})
	for len(ks) > 0 && ks[0].Key == "" {
		ks = ks[1:]
	}
	t := &Set{script: s, vowels: v}
	if len(ks) == 0 {
		return t
	}
	t.nodes = append(t.nodes, node{})
	t.grow(0, 0, ks)
	// As copies, without the room that they grew by.
	t.nodes, t.ids, t.tails = slices.Clone(t.nodes), slices.Clone(t.ids), slices.Clone(t.tails)
	return t
}

// grow makes the children of a node of so many phonemes, of which ks are the keys,
// and their children.
func (t *Set) grow(at uint32, depth int, ks []Keyed) {
	n := &t.nodes[at]
	if first := ks[0].Key; first == ks[len(ks)-1].Key && len(first) > depth && depth > 0 {
		n.next = tail | uint64(weigh(first))<<phonemeCount | uint64(len(first)-depth)
		n.at = uint32(len(t.tails))
		t.tails = append(t.tails, first[depth:]...)
		n.ids = t.number(ks) | uint32(hards(first[depth:]))<<26
		return
	}
	heavy, ends := int32(0), 0
	for ends < len(ks) && len(ks[ends].Key) == depth {
		heavy = weigh(ks[ends].Key)
		ends++
	}
	ids, hard := t.number(ks[:ends]), 0
	ks = ks[ends:]
	n.at = uint32(len(t.nodes))
	for i := range ks {
		n.next |= 1 << ks[i].Key[depth]
	}
	c := n.at
	for range bits.OnesCount64(n.next) {
		t.nodes = append(t.nodes, node{})
	}
	for ; len(ks) > 0; c++ {
		x, m := ks[0].Key[depth], 1
		for m < len(ks) && ks[m].Key[depth] == x {
			m++
		}
		t.grow(c, depth+1, ks[:m])
		heavy = max(heavy, t.nodes[c].heavy())
		hard = max(hard, t.nodes[c].hard()+hards(ks[0].Key[depth:depth+1]))
		ks = ks[m:]
	}
	t.nodes[at].next |= uint64(heavy) << phonemeCount
	t.nodes[at].ids = ids | uint32(hard)<<26
}

// hardPhonemes are the consonants that no table hears for nothing, or for a vowel, as
// lightly as it hears most others. A search needs no such thing to be true, but is
// quick by it.
const hardPhonemes = "bpvfmndtszkgqlrRVcKQ@CJSZXTDxG"

// hardPhoneme tells them by number.
var hardPhoneme = makeHard()

func makeHard() (hard [phonemeCount]bool) {
	for i := range len(hardPhonemes) {
		hard[phonemeIndex[hardPhonemes[i]]] = true
	}
	return hard
}

// hards counts the hard consonants of a string of the numbers of phonemes.
func hards(k string) (n int) {
	for i := range len(k) {
		if hardPhoneme[k[i]] {
			n++
		}
	}
	return n
}

// number writes down the numbers of one key.
func (t *Set) number(ks []Keyed) uint32 {
	if len(ks) == 0 {
		return 0
	}
	from := uint32(len(t.ids))
	for i := range ks {
		t.ids = append(t.ids, ks[i].ID)
	}
	t.ids[len(t.ids)-1] = ^t.ids[len(t.ids)-1]
	return from + 1
}

// take appends to dst the numbers that start at node.ids.
func (t *Set) take(dst []int32, ids uint32) []int32 {
	for _, id := range t.ids[ids-1:] {
		if id < 0 {
			return append(dst, ^id)
		}
		dst = append(dst, id)
	}
	return dst
}

// weigh returns the weight of a key, a string of the numbers of phonemes.
func weigh(k string) (w int32) {
	for i := range len(k) {
		w += int32(phonemeWeight[k[i]])
	}
	return w
}

// equal appends the numbers of one key.
func (t *Set) equal(dst []int32, key []uint8) []int32 {
	n := &t.nodes[0]
	for d, x := range key {
		if n.next&(1<<x) == 0 {
			return dst
		}
		n = &t.nodes[n.at+uint32(bits.OnesCount64(n.next&(1<<x-1)))]
		if n.next&tail != 0 {
			if string(t.tails[n.at:n.at+uint32(n.next&phonemeBits)]) == string(key[d+1:]) {
				return t.take(dst, n.numbers())
			}
			return dst
		}
	}
	if n.numbers() > 0 {
		return t.take(dst, n.numbers())
	}
	return dst
}
