package index

import (
	"fmt"
	"sync"
	"testing"
)

// TestMemo holds that a memo returns what was put, for its own key only; that it has
// room for some thousands before it forgets any to speak of; and that of far more than
// it has room for it keeps those that are asked for again.
func TestMemo(t *testing.T) {
	key := func(i int) []byte { return fmt.Appendf(nil, "token %d", i) }
	m := &memo{}
	if m.get(key(0)) != nil {
		t.Error("an empty memo remembers something")
	}
	put := func(i int) { m.put(key(i), []found{{int32(i), 900}}, []found{{int32(i + 1), 950}}) }
	held := func(from, to int) (n int) {
		for i := from; i < to; i++ {
			e := m.get(key(i))
			if e == nil {
				continue
			}
			n++
			if e.key != string(key(i)) || len(e.words) != 1 || e.words[0].id != int32(i) || len(e.joins) != 1 || e.joins[0].id != int32(i+1) {
				t.Fatalf("token %d: %+v", i, e)
			}
		}
		return n
	}
	const few = memoSets * memoWays / 4
	for i := range few {
		put(i)
	}
	if n := held(0, few); n < few*99/100 {
		t.Errorf("%d of %d are remembered, of a quarter of what there is room for", n, few)
	}
	for i := few; i < 20*few; i++ { // all that come once, and between them the first thousand again and again
		put(i)
		if m.get(key(i%1000)) == nil {
			put(i % 1000)
		}
	}
	if n := held(0, 1000); n < 900 {
		t.Errorf("%d of 1000 are remembered that were asked for all the time", n)
	}
	if n := held(0, 20*few); n > memoSets*memoWays {
		t.Errorf("%d are remembered, more than there is room for", n)
	}
}

// TestMemoShared holds that many goroutines may use a memo: the race detector and the
// keys say so.
func TestMemoShared(t *testing.T) {
	m := &memo{}
	var all sync.WaitGroup
	for g := range 4 {
		all.Go(func() {
			for i := range 20000 {
				k := fmt.Appendf(nil, "token %d", (i*7+g)%30000)
				e := m.get(k)
				if e == nil {
					e = m.put(k, nil, nil)
				}
				if e.key != string(k) {
					t.Errorf("asked for %q, got %q", k, e.key)
				}
			}
		})
	}
	all.Wait()
}
