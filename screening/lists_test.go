package screening_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// This file gives the tests their lists, and the check that every hit of every
// test passes.

var update = flag.Bool("update", false, "write the golden files and README.md's code")

// excerpt is testdata/ofac-excerpt, read once.
var excerpt = sync.OnceValues(func() (*lists.List, error) {
	l, err := ofac.ParseCSV(os.DirFS(filepath.Join("..", "testdata", "ofac-excerpt")))
	if err != nil {
		return nil, err
	}
	l.Source.Published = time.Date(2021, time.July, 1, 0, 0, 0, 0, time.UTC)
	l.Source.Note = "excerpt"
	return l, nil
})

func excerptList(t testing.TB) *lists.List {
	t.Helper()
	l, err := excerpt()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// sharedDir is a folder of the material that is shared between projects. The
// test is skipped where it is absent.
func sharedDir(t testing.TB, elem ...string) string {
	t.Helper()
	dir := filepath.Join(append([]string{"..", "..", "shared"}, elem...)...)
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		t.Skipf("the real lists are not there: ../shared/%s is absent", filepath.ToSlash(filepath.Join(elem...)))
	}
	return dir
}

var (
	realMu    sync.Mutex
	realLists = map[string]*lists.List{}
)

// realList reads one of OFAC's real sets, once.
func realList(t testing.TB, set string) *lists.List {
	t.Helper()
	dir := sharedDir(t, "lists", "ofac", set)
	realMu.Lock()
	defer realMu.Unlock()
	if l := realLists[set]; l != nil {
		return l
	}
	l, err := ofac.ParseCSV(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	realLists[set] = l
	return l
}

func newScreener(t testing.TB, p screening.Policy, ls ...*lists.List) *screening.Screener {
	t.Helper()
	s, err := screening.New(p, ls...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// screen screens and checks every hit.
func screen(t testing.TB, s *screening.Screener, q screening.Query) *screening.Result {
	t.Helper()
	r, err := s.Screen(q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	if err := checkResult(r); err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return r
}

// checkResult returns what is wrong with a result: every hit adds up, reaches the
// threshold, and stands in its order.
func checkResult(r *screening.Result) error {
	for i := range r.Hits {
		h := &r.Hits[i]
		if err := checkHit(h, r.Policy); err != nil {
			return fmt.Errorf("hit %d, entity %s: %w", i, h.Entity.ID, err)
		}
		if h.Score < r.Policy.Threshold {
			return fmt.Errorf("hit %d, entity %s: score %d is below the threshold", i, h.Entity.ID, h.Score)
		}
		if h.Level == screening.Near {
			return fmt.Errorf("hit %d, entity %s: a hit of level near", i, h.Entity.ID)
		}
		if i == 0 {
			continue
		}
		p := &r.Hits[i-1]
		if p.Level < h.Level || p.Level == h.Level && (p.Score < h.Score || p.Score == h.Score && nameType(p) == nameType(h) && p.Source.Name == h.Source.Name && p.Entity.ID > h.Entity.ID) {
			return fmt.Errorf("hits %d and %d are not in order", i-1, i)
		}
	}
	if r.More > 0 && len(r.Hits) != r.Policy.MaxHits {
		return fmt.Errorf("%d hits and %d more, with %d at the most", len(r.Hits), r.More, r.Policy.MaxHits)
	}
	return nil
}

// nameType is the type of the name that a hit met, -1 where it met none.
func nameType(h *screening.Hit) int {
	if h.Name < 0 {
		return -1
	}
	return int(h.Entity.Names[h.Name].Type)
}

// checkHit returns what is wrong with the steps of a hit: exactly one base, which
// is none smaller than what any other could be, and a sum that is the score.
func checkHit(h *screening.Hit, p *screening.Policy) error {
	sum, bases := 0, 0
	for _, st := range h.Steps {
		sum += int(st.Effect)
		if st.Base {
			bases++
		}
		if (st.Align != nil) != (st.Rule == screening.NameRule) {
			return fmt.Errorf("rule %q has an alignment: %t", st.Rule, st.Align != nil)
		}
		if st.Effect < -1000 || st.Effect > 1000 {
			return fmt.Errorf("rule %q: effect %d", st.Rule, st.Effect)
		}
		if !known(p, st.Rule) {
			return fmt.Errorf("rule %q is not one of the policy", st.Rule)
		}
	}
	if len(h.Steps) == 0 {
		if h.Score != 0 || h.Level != screening.Near {
			return fmt.Errorf("no steps, and score %d, level %s", h.Score, h.Level)
		}
		return nil
	}
	if bases != 1 {
		return fmt.Errorf("%d bases", bases)
	}
	if want := matcher.Score(max(0, min(1000, sum))); h.Score != want {
		return fmt.Errorf("the steps add up to %d, the score is %d", want, h.Score)
	}
	if h.Name >= len(h.Entity.Names) || h.Name < -1 {
		return fmt.Errorf("name %d of %d", h.Name, len(h.Entity.Names))
	}
	return nil
}

func known(p *screening.Policy, r screening.Rule) bool {
	for _, e := range p.Rules {
		if e.Rule == r {
			return true
		}
	}
	return false
}

// find returns the hit on an entity, nil where there is none.
func find(r *screening.Result, id string) *screening.Hit {
	for i := range r.Hits {
		if r.Hits[i].Entity.ID == id {
			return &r.Hits[i]
		}
	}
	return nil
}

// entity returns an entity of a list by its number.
func entity(t testing.TB, l *lists.List, id string) *lists.Entity {
	t.Helper()
	for i := range l.Entities {
		if l.Entities[i].ID == id {
			return &l.Entities[i]
		}
	}
	t.Fatalf("no entity %s", id)
	return nil
}
