package voyage

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// processors runs a test with as many processors and puts back what was.
func processors(t *testing.T, n int, test func(t *testing.T)) {
	t.Run(fmt.Sprintf("GOMAXPROCS=%d", n), func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n))
		test(t)
	})
}

// crowded is a voyage of many parties, two of whom cannot be searched, and of texts
// that say the same twice.
func crowded() Voyage {
	v := Voyage{Ship: Vessel{screening.Query{Names: []string{"FORTUNE"}, Identifiers: imo("9283746")}},
		Met:     []Vessel{{name("CLAVEL")}, {screening.Query{Identifiers: imo("9283757")}}},
		Ports:   []Port{{Name: "Fujairah"}, {Name: "El Palito, VE"}, {Name: "Fujairah"}, {Name: "NIOC"}},
		Cargo:   "PER MT FORTUNE IMO 9283746 SHIPPER NIOC, for account of National Iranian Tanker Company",
		Payment: "per mt fortune nioc IMO 9283745 IMO 9283746 NIOC REZA VAZIRI NIOC"}
	for i, r := range Roles() {
		if r == Ship || r == OwnershipParty {
			continue
		}
		names := [...]string{"Ali Danaei Kenarsari", "Reza Vaziri", "Islamic Republic of Iran Shipping Lines", "Marigold Maritime Inc", "***", "Heron Line"}
		v.Parties = append(v.Parties, party(r, name(names[i%len(names)])))
	}
	return v
}

// TestProcessors holds that the number of processors changes nothing in a Result,
// and that each party has the answer to its own query.
func TestProcessors(t *testing.T) {
	onBoth(t, func(t *testing.T, s *screening.Screener) {
		v := crowded()
		var want *Result
		processors(t, 1, func(t *testing.T) { want = ask(t, s, v) })
		if want.Unsearched == 0 || len(want.Mentions) < 5 || len(want.Connections) == 0 {
			t.Errorf("the voyage shows too little: %d unsearched, mentions %v, connections %v", want.Unsearched, want.Mentions, want.Connections)
		}
		for i := range want.Findings {
			f := &want.Findings[i]
			if r, err := s.Screen(f.Query); !reflect.DeepEqual(r, f.Result) || (err == nil) != (f.Err == nil) {
				t.Errorf("%s: another answer than Screen gives: %v", f.Fields[0], f.Err)
			}
		}
		for _, n := range [...]int{2, 3, 16} {
			processors(t, n, func(t *testing.T) {
				for range 5 {
					if got := ask(t, s, v); !reflect.DeepEqual(got, want) {
						t.Fatal("another Result than that of one processor")
					}
				}
			})
		}
	})
}

// TestEach holds that everything is done once, on no more goroutines than there are
// processors, and before each returns.
func TestEach(t *testing.T) {
	for _, workers := range [...]int{1, 2, 5} {
		processors(t, workers, func(t *testing.T) {
			before := runtime.NumGoroutine()
			for _, n := range [...]int{0, 1, 2, 3, 300} {
				done := make([]atomic.Int32, n)
				var running, ended atomic.Int32
				each(n, func(i int) {
					if now := running.Add(1); int(now) > workers {
						t.Errorf("%d at once", now)
					}
					if workers == 1 && runtime.NumGoroutine() > before {
						t.Error("a goroutine for one processor")
					}
					runtime.Gosched()
					done[i].Add(1)
					running.Add(-1)
					ended.Add(1)
				})
				if int(ended.Load()) != n {
					t.Errorf("%d of %d ended", ended.Load(), n)
				}
				for i := range done {
					if done[i].Load() != 1 {
						t.Errorf("%d of %d done %d times", i, n, done[i].Load())
					}
				}
			}
		})
	}
}

// TestAskedOnce holds that no query is put twice, wherever in a voyage its words
// stand, and that the answer is told at every place.
func TestAskedOnce(t *testing.T) {
	s := excerpt(t)
	v := crowded()
	all, _ := v.subjects()
	texts := readTexts(s, &v)
	if err := texts.judgeBy(s); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	put := map[string]int{}
	counting := func(ask asker, tag string) asker {
		return func(q screening.Query) (*screening.Result, error) {
			mu.Lock()
			defer mu.Unlock()
			put[fmt.Sprintf("%s %s %q %v", tag, q.Kind, q.Names, q.Identifiers)]++
			return ask(q)
		}
	}
	texts.strict = counting(texts.strict, "text")
	answersOf(counting(s.Screen, "party"), all, texts)
	for q, n := range put {
		if n != 1 && q != "party unknown [] []" {
			t.Errorf("%s: put %d times", q, n)
		}
	}
	for _, q := range [...]string{`text organization ["NIOC"] []`, `text unknown ["NIOC"] []`, `text organization ["Fujairah"] []`} {
		if put[q] != 1 {
			t.Errorf("%s: put %d times", q, put[q])
		}
	}
	for _, q := range [...]string{`text unknown ["Fujairah"] []`, `text unknown ["nioc"] []`, `text organization ["nioc"] []`} {
		if put[q] != 0 {
			t.Errorf("%s: put, and can name nobody", q)
		}
	}
	var nioc []string
	for _, m := range texts.mentions(s) {
		if slices.Contains(m.Query.Names, "NIOC") && len(m.Listed) > 0 {
			nioc = append(nioc, m.Field)
		}
	}
	if want := []string{"cargo", "payment", "ports[3]"}; !slices.Equal(nioc, want) {
		t.Errorf("NIOC is told in %v, want %v", nioc, want)
	}
}

// TestWordsAlone holds that what is not asked of a word that stands alone changes no
// mention: all words of the names of a list, as printed, small and great, against the
// whole answer.
func TestWordsAlone(t *testing.T) {
	s := excerpt(t)
	words := map[string]bool{"FORTUNE": true, "Scot": true}
	for _, k := range [...]lists.Kind{lists.Organization, lists.Person, lists.Vessel} {
		for _, q := range [...]string{"National Iranian Tanker Company", "Reza Vaziri", "FORTUNE", "NIOC", "PDVSA", "SCOT", "Islamic Republic of Iran Shipping Lines"} {
			r, err := s.Screen(screening.Query{Kind: k, Names: []string{q}, Near: 50})
			if err != nil {
				t.Fatal(err)
			}
			take := func(e *lists.Entity) {
				for _, n := range e.Names {
					for w := range strings.FieldsSeq(n.Text) {
						words[w], words[strings.ToLower(w)], words[strings.ToUpper(w)] = true, true, true
					}
				}
			}
			for i := range r.Hits {
				take(r.Hits[i].Entity)
			}
			for i := range r.Hints {
				take(r.Hints[i].Entity)
			}
		}
	}
	told, quiet := 0, 0
	for w := range words {
		texts := &texts{first: map[asked]int{}}
		sp := span{field: "cargo", end: len(w), words: 1, capital: strings.ToLower(w) != w}
		texts.put(sp, screening.Query{Names: []string{w}})
		whole := &question{span: sp, query: screening.Query{Names: []string{w}}}
		probe := &question{span: sp, query: whole.query}
		if len(texts.questions) == 0 {
			texts.questions = append(texts.questions, *probe) // to have what answers it
		}
		if err := texts.judgeBy(s); err != nil {
			t.Fatal(err)
		}
		whole.answer = answered(texts.strict, whole.query)
		probe.answer = answered(probe.asker(texts.strict), probe.query)
		if !sp.capital {
			probe.answer = answer{}
		}
		all, some := mentionOf(whole), mentionOf(probe)
		if (all == nil) != (some == nil) || all != nil && !reflect.DeepEqual(all, some) {
			t.Errorf("%q: %v, of the whole answer %v", w, some, all)
		}
		if all != nil {
			told++
		} else {
			quiet++
		}
	}
	if told < 3 || quiet < 50 {
		t.Errorf("%d words name somebody, %d nobody: too few to show anything", told, quiet)
	}
}

func mentionOf(q *question) *Mention {
	if q.result == nil {
		return nil
	}
	m := Mention{Field: q.field, Query: q.query, Result: q.result}
	if m.named(&q.span) == 0 {
		return nil
	}
	return &m
}
