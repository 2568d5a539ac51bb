package index

import (
	"encoding/binary"
	"sync/atomic"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// memo remembers which words and joins the tokens of late queries are like: people
// share their given names, and firms their legal forms. It changes no answer. It
// holds a bounded number of tokens, of which a new one takes the place of one that
// has the same place in the table: some 3 MB, if ever so many are asked for. The zero
// memo is ready, and safe for any number of goroutines.
type memo struct {
	meetings [memoSize]atomic.Pointer[meeting]
}

const memoSize = 1 << 14

// meeting is what is remembered of a token.
type meeting struct {
	key          string
	words, joins []found
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
	if e := m.meetings[place(key)].Load(); e != nil && e.key == string(key) {
		return e
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
	m.meetings[place(key)].Store(e)
	return e
}

func place(key []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return (h ^ h>>15) % memoSize
}
