package screening_test

import (
	"errors"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

func TestNewErrors(t *testing.T) {
	l := excerptList(t)
	empty := &lists.List{Source: lists.Source{Name: "Void"}}
	policy := func(change func(p *screening.Policy)) screening.Policy {
		p := screening.DefaultPolicy()
		change(&p)
		return p
	}
	ok := screening.DefaultPolicy()
	tests := []struct {
		policy screening.Policy
		lists  []*lists.List
		want   string // in the error; empty is none
		reason string
	}{
		{ok, []*lists.List{l}, "", "as it should be"},
		{ok, []*lists.List{l, l}, "", "one list twice is the caller's affair"},
		{ok, nil, "no list", "nothing to screen against"},
		{ok, []*lists.List{nil}, "list 0 is nil", "a nil list"},
		{ok, []*lists.List{l, empty}, `list 1, "Void", has no entities`, "an empty list that answers no match is worse than none"},
		{screening.Policy{}, []*lists.List{l}, "threshold 0", "the zero policy"},
		{policy(func(p *screening.Policy) { p.Threshold = 1001 }), []*lists.List{l}, "threshold 1001", "beyond the scale"},
		{policy(func(p *screening.Policy) { p.Threshold = -1 }), []*lists.List{l}, "threshold -1", "below the scale"},
		{policy(func(p *screening.Policy) { p.MaxHits = 0 }), []*lists.List{l}, "MaxHits", "a result holds at least one hit"},
		{policy(func(p *screening.Policy) { p.Rules = p.Rules[1:] }), []*lists.List{l}, `no effect for rule "name"`, "a rule is missing"},
		{policy(func(p *screening.Policy) { p.Rules = append(p.Rules, p.Rules[2]) }), []*lists.List{l}, "twice", "a rule stands twice"},
		{policy(func(p *screening.Policy) { p.Rules[0].Rule = "nmae" }), []*lists.List{l}, `no rule is called "nmae"`, "a rule that does not exist"},
		{policy(func(p *screening.Policy) { p.Rules[0].Effect = 1001 }), []*lists.List{l}, "1001", "an effect beyond the scale"},
		{policy(func(p *screening.Policy) { p.Rules[0].Effect = -1001 }), []*lists.List{l}, "-1001", "an effect beyond the scale"},
	}
	for _, tt := range tests {
		s, err := screening.New(tt.policy, tt.lists...)
		switch {
		case tt.want == "":
			if err != nil {
				t.Errorf("%v: %s", err, tt.reason)
			}
		case err == nil || !strings.Contains(err.Error(), tt.want):
			t.Errorf("error %v, want one with %q: %s", err, tt.want, tt.reason)
		case s != nil:
			t.Errorf("a Screener with an error: %s", tt.reason)
		}
	}
	if _, err := screening.New(ok); !errors.Is(err, screening.ErrNoList) {
		t.Errorf("%v does not wrap ErrNoList", err)
	}
}

// TestPolicyIsACopy holds that neither what was given to New nor what it gives
// back can change a Screener.
func TestPolicyIsACopy(t *testing.T) {
	p := screening.DefaultPolicy()
	s := newScreener(t, p, excerptList(t))
	before := screen(t, s, vessel("FORTUNE")).Hits[0].Score
	p.Rules[0].Effect = 1
	q := s.Policy()
	q.Rules[0].Effect, q.Threshold = 1, 1000
	src := s.Sources()
	src[0].Name = "changed"
	if after := screen(t, s, vessel("FORTUNE")).Hits[0].Score; after != before {
		t.Errorf("the score went from %s to %s", before, after)
	}
	if s.Sources()[0].Name != "OFAC SDN" {
		t.Error("the source was changed")
	}
}

// TestDocumentedRules holds the table of rules in the package documentation to
// the rules and the default policy.
func TestDocumentedRules(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(f.Doc.Text(), "what it says\n")
	if !ok {
		t.Fatal("no table of rules")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	row := regexp.MustCompile(`^\t(\S+(?: \S+)*) {2,}(-?\d+)  (base|    )  (.*)$`)
	var got []screening.RuleEffect
	for _, line := range strings.Split(table, "\n") {
		m := row.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not a row: %q", line)
		}
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		r := screening.Rule(m[1])
		got = append(got, screening.RuleEffect{Rule: r, Effect: matcher.Score(n)})
		if says := r.Sentence(); says != m[4] {
			t.Errorf("rule %q: documented as %q, says %q", r, m[4], says)
		}
		i := len(got) - 1
		if isBase := i <= lastBase(); isBase != (m[3] == "base") {
			t.Errorf("rule %q: documented as a base: %t", r, m[3] == "base")
		}
	}
	want := screening.DefaultPolicy().Rules
	if len(got) != len(want) || len(want) != len(screening.Rules()) {
		t.Fatalf("%d rules documented, %d in the policy, %d in all", len(got), len(want), len(screening.Rules()))
	}
	for i := range want {
		if got[i] != want[i] || want[i].Rule != screening.Rules()[i] {
			t.Errorf("rule %d: documented %v, default %v", i, got[i], want[i])
		}
	}
}

// lastBase is the place of the last rule that can be a base.
func lastBase() int {
	for i, r := range screening.Rules() {
		if r == screening.AlsoRule {
			return i - 1
		}
	}
	return -1
}
