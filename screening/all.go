package screening

import (
	"context"
	"iter"
	"runtime"
)

// ScreenAll screens many queries on all processors and yields the answers in
// the order of the queries, one for each: a query that cannot be searched
// yields its error and does not stop the others. Memory is bounded: it reads
// qs only a few answers ahead. When ctx ends, the next answer is ctx's error
// and the last; when the caller stops early, so does all work. qs is read from
// one goroutine at a time.
func (s *Screener) ScreenAll(ctx context.Context, qs iter.Seq[Query]) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		ctx, cancel := context.WithCancelCause(ctx)
		defer cancel(nil)
		workers := runtime.GOMAXPROCS(0)
		type job struct {
			q    Query
			done chan answer
		}
		jobs := make(chan job)                       // to the workers
		waiting := make(chan chan answer, 4*workers) // in the order of the queries
		whole := false                               // every query was taken; written before waiting is closed
		go func() {
			defer close(waiting)
			defer close(jobs)
			for q := range qs {
				done := make(chan answer, 1)
				select {
				case waiting <- done:
				case <-ctx.Done():
					return
				}
				select {
				case jobs <- job{q, done}:
				case <-ctx.Done():
					return
				}
			}
			whole = true
		}()
		for range workers {
			go func() {
				for j := range jobs {
					if ctx.Err() != nil {
						return
					}
					r, err := s.Screen(j.q)
					j.done <- answer{r, err}
				}
			}()
		}
		for {
			var done chan answer
			var a answer
			more := true
			select {
			case <-ctx.Done():
			case done, more = <-waiting:
			}
			if !more && whole {
				return
			}
			select {
			case <-ctx.Done():
			case a = <-done:
			}
			if ctx.Err() != nil { // also where an answer was ready
				yield(nil, context.Cause(ctx))
				return
			}
			if !yield(a.result, a.err) {
				return
			}
		}
	}
}

// answer is what became of one query.
type answer struct {
	result *Result
	err    error
}
