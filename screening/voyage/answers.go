package voyage

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// answer is what became of a query; neither where there was no need to ask it.
type answer struct {
	result *screening.Result
	err    error
}

// asker answers a query, as Screener.Screen does.
type asker func(screening.Query) (*screening.Result, error)

// answersOf answers the queries of the parties, in their order, and the questions of
// the texts, all in one go: the many short ones of the texts fill what the long ones
// of the parties leave of the processors. Queries of unknown kind cost the most and
// come first, so that none of them is left over at the end.
func answersOf(ask asker, parties []subject, t *texts) []answer {
	out := make([]answer, len(parties))
	order := make([]int, 0, len(parties)+len(t.questions)) // places in parties, and beyond them in t.questions
	for _, unknown := range [...]bool{true, false} {
		for i := range parties {
			if (parties[i].query.Kind == lists.Unknown) == unknown {
				order = append(order, i)
			}
		}
	}
	for i := range t.questions {
		if t.questions[i].same == i {
			order = append(order, len(parties)+i)
		}
	}
	each(len(order), func(k int) {
		if i := order[k]; i < len(parties) {
			out[i] = answered(ask, parties[i].query)
			return
		}
		q := &t.questions[order[k]-len(parties)]
		by := ask
		if q.words > 0 {
			by = q.asker(t.strict)
		}
		q.answer = answered(by, q.query)
	})
	t.settle()
	return out
}

// question is a query and where it stands.
type question struct {
	span
	query screening.Query
	same  int // place of the first question with this answer: its own, or one before it
	answer
}

// asked is what the answer to a question hangs on.
type asked struct {
	name   string
	number lists.Identifier
	alone  bool
}

// judgeBy makes ready to ask. Names are asked for at the threshold that a name has
// which is nearly equal, which costs far less than the policy's own; numbers at the
// policy's.
func (t *texts) judgeBy(s *screening.Screener) error {
	if len(t.questions) == 0 {
		return nil
	}
	p := s.Policy()
	for _, r := range p.Rules {
		if r.Rule == screening.NameRule {
			p.Threshold = max(p.Threshold, min(1000, mentionLikeness*r.Effect/1000))
		}
	}
	strict, err := s.With(p)
	if err != nil {
		return err
	}
	t.strict = strict.Screen
	return nil
}

// put puts a question. One that was put before, in another text or for another port,
// is answered once.
func (t *texts) put(s span, q screening.Query) {
	if s.alone() && !s.capital {
		return // it names nobody: see names
	}
	key := asked{alone: s.alone()}
	if s.words > 0 {
		key.name = q.Names[0]
	} else {
		key.number = q.Identifiers[0]
	}
	at, again := t.first[key]
	if !again {
		at = len(t.questions)
		t.first[key] = at
	}
	t.questions = append(t.questions, question{span: s, query: q, same: at})
}

// alone reports whether a span is one word that can be no more than the name of a
// firm: see names.
func (s *span) alone() bool { return s.words == 1 && !s.marked }

// asker returns what answers the question for a name. One word alone is asked for
// among the firms first: where it names none of them, it names nobody, and what other
// parties are called so is not asked. Where it does, the answer is that to its query.
func (q *question) asker(strict asker) asker {
	if !q.alone() {
		return strict
	}
	return func(all screening.Query) (*screening.Result, error) {
		firms := all
		firms.Kind = lists.Organization
		r, err := strict(firms)
		if err == nil && !slices.ContainsFunc(r.Hits, func(h screening.Hit) bool { return q.names(&h) }) {
			return nil, nil
		}
		return strict(all)
	}
}

// settle gives the questions that were put again their answers.
func (t *texts) settle() {
	for i := range t.questions {
		q := &t.questions[i]
		q.answer = t.questions[q.same].answer
	}
}

// each does all of 0 to n-1, in any order, on as many goroutines as there are
// processors, of which the caller's is one, and returns when all are done.
func each(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			do(i)
		}
	}
	var others sync.WaitGroup
	for range workers - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
}

// answered asks a query.
func answered(ask asker, q screening.Query) answer {
	r, err := ask(q)
	return answer{r, err}
}
