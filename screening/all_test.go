package screening_test

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

func TestScreenAll(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	queries := mutatedQueries(excerptList(t), 120)
	queries[7] = screening.Query{Ref: "bad"} // one that cannot be searched stops no other
	i := 0
	for r, err := range s.ScreenAll(context.Background(), slices.Values(queries)) {
		if i == 7 {
			if r != nil || !errors.Is(err, screening.ErrUnsearchable) {
				t.Errorf("answer %d: %v, %v", i, r, err)
			}
			i++
			continue
		}
		if err != nil {
			t.Fatalf("answer %d: %v", i, err)
		}
		if !bytes.Equal(toJSON(t, r), toJSON(t, screen(t, s, queries[i]))) {
			t.Errorf("answer %d is not that of Screen to query %d", i, i)
		}
		i++
	}
	if i != len(queries) {
		t.Errorf("%d answers to %d queries", i, len(queries))
	}
}

func TestScreenAllEnds(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	endless := func(taken *int) iter.Seq[screening.Query] {
		return func(yield func(screening.Query) bool) {
			for yield(vessel("FORTUNE")) {
				*taken++
			}
		}
	}
	tests := []struct {
		name   string
		run    func(t *testing.T)
		reason string
	}{
		{"empty", func(t *testing.T) {
			for range s.ScreenAll(context.Background(), slices.Values([]screening.Query{})) {
				t.Error("an answer to no query")
			}
		}, "nothing asked, nothing answered"},
		{"early stop", func(t *testing.T) {
			n, taken := 0, 0
			for _, err := range s.ScreenAll(context.Background(), endless(&taken)) {
				if err != nil {
					t.Error(err)
				}
				if n++; n == 3 {
					break
				}
			}
		}, "the caller has enough of an endless sequence"},
		{"cancelled before", func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			n, taken := 0, 0
			for r, err := range s.ScreenAll(ctx, endless(&taken)) {
				n++
				if r != nil || !errors.Is(err, context.Canceled) {
					t.Errorf("answer %v, %v", r, err)
				}
			}
			if n != 1 {
				t.Errorf("%d answers after the end, want one", n)
			}
		}, "the context had ended"},
		{"cancelled", func(t *testing.T) {
			ctx, cancel := context.WithCancelCause(context.Background())
			defer cancel(nil)
			why := errors.New("the ship has sailed")
			n, taken := 0, 0
			var last error
			for _, err := range s.ScreenAll(ctx, endless(&taken)) {
				if last != nil {
					t.Fatal("an answer after an error of the context")
				}
				if n++; n == 5 {
					cancel(why)
				}
				last = err
			}
			if !errors.Is(last, why) || n != 6 {
				t.Errorf("answer %d, the last, is %v", n, last)
			}
		}, "the context ends in between"},
		{"not run", func(t *testing.T) {
			taken := 0
			s.ScreenAll(context.Background(), endless(&taken))
			if taken != 0 {
				t.Error("queries are taken before anybody asks for answers")
			}
		}, "an iterator that nobody ranges over does nothing"},
		{"twice", func(t *testing.T) {
			seq := s.ScreenAll(context.Background(), slices.Values([]screening.Query{vessel("FORTUNE"), vessel("FOREST")}))
			for range 2 {
				n := 0
				for _, err := range seq {
					if n++; err != nil {
						t.Error(err)
					}
				}
				if n != 2 {
					t.Errorf("%d answers, want 2", n)
				}
			}
		}, "an iterator can be ranged over again"},
	}
	before := runtime.NumGoroutine()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.run(t)
			if t.Failed() {
				t.Log(tt.reason)
			}
		})
	}
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

// TestBounded holds that ScreenAll reads only a few queries ahead.
func TestBounded(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	var mu sync.Mutex
	taken := 0
	seq := func(yield func(screening.Query) bool) {
		for range 10_000 {
			mu.Lock()
			taken++
			mu.Unlock()
			if !yield(vessel("FORTUNE")) {
				return
			}
		}
	}
	n := 0
	for range s.ScreenAll(context.Background(), seq) {
		n++
		mu.Lock()
		ahead := taken - n
		mu.Unlock()
		if most := 6*runtime.GOMAXPROCS(0) + 2; ahead > most {
			t.Fatalf("%d queries ahead, want at most %d", ahead, most)
		}
		if n == 300 {
			break
		}
	}
}

// TestDeterminism holds that the order of lists, of the values in a query and of
// goroutines changes no byte of the hits.
func TestDeterminism(t *testing.T) {
	l, own := excerptList(t), ownList()
	other := &lists.List{Source: lists.Source{Name: own.Source.Name, SHA256: lists.Digest{1}}, Entities: own.Entities}
	p := screening.DefaultPolicy()
	p.Threshold = 600
	a := newScreener(t, p, l, own, other)
	b := newScreener(t, p, other, l, own)
	queries := mutatedQueries(l, 60)
	queries = append(queries, screening.Query{
		Names:       []string{"FORTUNE", "Fortune", "M/T FORTUNE", "Quiet Harbour", "NITC"},
		Identifiers: []lists.Identifier{{Type: lists.MMSI, Value: "422303000"}, {Type: lists.IMOShip, Value: "9283746"}, {Type: lists.CallSign, Value: "9BAC"}, {Type: lists.IMOShip, Value: "IMO 9283746"}},
		Flags:       []string{"Panama", "PA", "Iran"},
		Countries:   []string{"IR", "Iran", "Panama"},
		Dates:       []lists.Date{{From: lists.Day{Year: 1977}}, {From: lists.Day{Year: 1978}}},
		Places:      []string{"Shemiran", "Shemiran, Iran"},
		Owners:      []string{"Brightwater Tankers", "NITC", "National Iranian Tanker Company"},
	})
	for _, q := range queries {
		want := toJSON(t, screen(t, a, q).Hits)
		back := q
		back.Names, back.Identifiers = reversed(q.Names), reversed(q.Identifiers)
		back.Flags, back.Countries, back.Dates = reversed(q.Flags), reversed(q.Countries), reversed(q.Dates)
		back.Places, back.Owners = reversed(q.Places), reversed(q.Owners)
		if got := toJSON(t, screen(t, b, q).Hits); !bytes.Equal(got, want) {
			t.Errorf("%+v: the order of lists changes the hits", q)
		}
		if got := toJSON(t, screen(t, a, back).Hits); !bytes.Equal(got, want) {
			t.Errorf("%+v: the order of values changes the hits", q)
		}
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				r, err := a.Screen(q)
				if err != nil || !bytes.Equal(toJSON(t, r.Hits), want) {
					t.Errorf("%+v: the goroutine changes the hits", q)
				}
			})
		}
		wg.Wait()
	}
}

func reversed[T any](s []T) []T {
	out := slices.Clone(s)
	slices.Reverse(out)
	return out
}
