package screening

import (
	"cmp"
	"slices"
	"sort"
)

// numbers finds the parties that bear an identifier, by the hash of its key: two
// arrays, in the order of the hashes.
type numbers struct {
	hashes  []uint64
	parties []int32
}

// numbered is a party with the hash of one of its identifiers.
type numbered struct {
	hash  uint64
	party int32
}

// hash is FNV-1a, 64 bits.
func (k *idKey) hash() uint64 {
	h := (uint64(14695981039346656037) ^ uint64(k.class)) * 1099511628211
	for i := range len(k.value) {
		h = (h ^ uint64(k.value[i])) * 1099511628211
	}
	return h
}

func newNumbers(found []numbered) numbers {
	slices.SortFunc(found, func(a, b numbered) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.party, b.party)) })
	found = slices.Compact(found)
	n := numbers{make([]uint64, len(found)), make([]int32, len(found))}
	for i, f := range found {
		n.hashes[i], n.parties[i] = f.hash, f.party
	}
	return n
}

// at returns the places of the parties that bear an identifier, in increasing order,
// and perhaps of some whose identifier has the same hash.
func (n *numbers) at(k idKey) []int32 {
	h := k.hash()
	from := sort.Search(len(n.hashes), func(i int) bool { return n.hashes[i] >= h })
	to := from
	for to < len(n.hashes) && n.hashes[to] == h {
		to++
	}
	return n.parties[from:to]
}

// holders returns the places of the parties that bear an identifier, in an order
// that does not depend on that of the lists.
func (s *Screener) holders(k idKey) (out []int32) {
	for _, p := range s.numbers.at(k) {
		for _, id := range s.parties[p].entity.Identifiers {
			if l, ok := listedKey(id); ok && l == k {
				out = append(out, p)
				break
			}
		}
	}
	return s.inOrder(out)
}
