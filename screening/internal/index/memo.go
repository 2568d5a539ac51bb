package index

import (
	"encoding/binary"
	"sync/atomic"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// memo remembers which words and joins the tokens of late queries are like: people
// share their given names, and firms their legal forms. It changes no answer. It
// holds a bounded number of tokens, some 4 MB if ever so many are asked for. A new one
// takes the place of one of a few, and of one that was not asked for again before one
// that was. The zero memo is ready, takes its room with the first token, and is safe
// for any number of goroutines.
type memo struct {
	sets atomic.Pointer[[memoSets]memoSet]
}

// memoSet are the places that a token can have.
type memoSet struct {
	tags [memoWays]atomic.Uint32 // hashes of the keys
	ways [memoWays]atomic.Pointer[meeting]
}

const (
	memoSets = 1 << 12
	memoWays = 4
)

// meeting is what is remembered of a token.
type meeting struct {
	key          string
	words, joins []found
	faints       atomic.Pointer[faints] // those that were worked out last; nil where none were
	again        atomic.Bool            // asked for since it, or the last that found no place, came
}

// found is a word or a join, and how alike it is.
type found struct {
	id   int32
	like int16
}

// memoKey appends all that tells what a token of a query meets: least, whether it is
// the only one of its name, and what is known of its letters.
func memoKey(key []byte, t *names.Token, least matcher.Score, alone bool) []byte {
	key = append(key, 0)
	if alone {
		key[0] = 1
	}
	return appendWord(binary.LittleEndian.AppendUint16(key, uint16(least)), t)
}

// get returns what is remembered, or nil.
func (m *memo) get(key []byte) *meeting {
	sets := m.sets.Load()
	if sets == nil {
		return nil
	}
	h := memoHash(key)
	s := &sets[h%memoSets]
	for i := range s.tags {
		if s.tags[i].Load() != h {
			continue
		}
		if e := s.ways[i].Load(); e != nil && e.key == string(key) {
			if !e.again.Load() {
				e.again.Store(true)
			}
			return e
		}
	}
	return nil
}

// put remembers what was found, and returns it.
func (m *memo) put(key []byte, words, joins []found) *meeting {
	e := &meeting{key: string(key)}
	if n := len(words); n+len(joins) > 0 {
		both := append(append(make([]found, 0, n+len(joins)), words...), joins...)
		e.words, e.joins = both[:n:n], both[n:]
	}
	sets := m.sets.Load()
	if sets == nil {
		m.sets.CompareAndSwap(nil, new([memoSets]memoSet))
		sets = m.sets.Load()
	}
	h := memoHash(key)
	s := &sets[h%memoSets]
	at, first := -1, int(h>>16) // so that not always the same one goes
	for i := range memoWays {
		k := (first + i) % memoWays
		old := s.ways[k].Load()
		if old == nil {
			at = k
			break
		}
		if at < 0 && !old.again.Load() {
			at = k
		}
	}
	if at < 0 { // all were: from here on it counts who is asked for now
		for i := range s.ways {
			if old := s.ways[i].Load(); old != nil {
				old.again.Store(false)
			}
		}
		at = first % memoWays
	}
	s.ways[at].Store(e)
	s.tags[at].Store(h)
	return e
}

// memoHash is FNV-1a, folded.
func memoHash(key []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}
