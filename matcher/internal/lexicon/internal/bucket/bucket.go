// Package bucket says where the words of a table of package lexicon stand. It is what the generator, which puts them
// there, and the look-up, which finds them, must agree on.
package bucket

// Count returns the number of buckets for so many words: the power of two that gives a bucket one or two words, and
// at least 1.
func Count(words int) int {
	n := 1
	for 2*n < words {
		n *= 2
	}
	return n
}

// Of returns the bucket of a word, from 0 to n-1, where n is a power of two. It is FNV-1a in 32 bits, folded once, since
// n takes its low bits alone. Source: Fowler, Noll and Vo, IETF draft-eastlake-fnv.
func Of(word string, n int) int {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return int(h^h>>16) & (n - 1)
}
