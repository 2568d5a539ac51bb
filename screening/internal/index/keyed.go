package index

import (
	"math/bits"
	"slices"
)

// keyed are numbers that are found by a hash: a table of all pairs, in the order
// of the hashes, and where in it each beginning of a hash starts.
type keyed struct {
	pairs []hashed
	from  []int32 // by the first bits of a hash
	shift uint8   // 32 less so many bits
}

type hashed struct {
	hash uint32
	id   int32
}

func newKeyed(pairs []hashed) keyed {
	slices.SortFunc(pairs, func(a, b hashed) int {
		if a.hash != b.hash {
			if a.hash < b.hash {
				return -1
			}
			return 1
		}
		return int(a.id) - int(b.id)
	})
	return keyedOf(slices.Clone(slices.Compact(pairs)))
}

// keyedOf makes a table of pairs that are in order.
func keyedOf(pairs []hashed) keyed {
	n := max(bits.Len(uint(len(pairs)))-2, 0) // some four pairs to a beginning
	k := keyed{pairs: pairs, from: make([]int32, 1<<n+1), shift: uint8(32 - n)}
	for _, p := range pairs {
		k.from[uint64(p.hash)>>k.shift+1]++
	}
	for i := range len(k.from) - 1 {
		k.from[i+1] += k.from[i]
	}
	return k
}

// find returns the pairs of a hash.
func (k *keyed) find(hash uint32) []hashed {
	at, end := k.span(hash)
	return k.pairs[at:end]
}

// span returns where in pairs those of a hash are.
func (k *keyed) span(hash uint32) (at, to int32) {
	b := uint64(hash) >> k.shift
	at, end := k.from[b], k.from[b+1]
	for at < end && k.pairs[at].hash < hash {
		at++
	}
	to = at
	for to < end && k.pairs[to].hash == hash {
		to++
	}
	return at, to
}

// hash is FNV-1a.
func hash(s string) uint32 { return hashOn(2166136261, s) }

// hashOn goes on with a hash.
func hashOn(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
