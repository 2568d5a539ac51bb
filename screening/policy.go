package screening

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/matcher"
)

// Policy is all that a judgement depends on besides the lists and the query. It
// is a plain value: it can be printed, stored and compared, and every Result
// carries the one it was judged by. The zero Policy is not valid: start from
// DefaultPolicy.
type Policy struct {
	Threshold matcher.Score   `json:"threshold"` // hits score at least this; 1 to 1000
	MaxHits   int             `json:"max_hits"`  // hits a Result holds at the most; the number of the others is told. At least 1
	Names     matcher.Options `json:"names"`
	Rules     []RuleEffect    `json:"rules"` // one a rule, in the order of Rules
}

// RuleEffect says what a rule does to a score: for a rule that can carry a hit
// alone the base it gives, for the others what they add or take away.
type RuleEffect struct {
	Rule   Rule          `json:"rule"`
	Effect matcher.Score `json:"effect"`
}

// DefaultPolicy returns the policy that the measured bars are met with.
func DefaultPolicy() Policy {
	p := Policy{Threshold: defaultThreshold, MaxHits: 50, Names: matcher.DefaultOptions()}
	for _, r := range rules {
		p.Rules = append(p.Rules, RuleEffect{r.Rule, r.effect})
	}
	return p
}

const defaultThreshold = 780

// effects is the policy's rules by number, checked.
func (p *Policy) effects() ([ruleCount]matcher.Score, error) {
	var out [ruleCount]matcher.Score
	if p.Threshold < 1 || p.Threshold > 1000 {
		return out, fmt.Errorf("screening: the threshold %d is not within 1 to 1000", p.Threshold)
	}
	if p.MaxHits < 1 {
		return out, fmt.Errorf("screening: MaxHits is %d; a result holds at least one hit", p.MaxHits)
	}
	var seen [ruleCount]bool
	for _, e := range p.Rules {
		i := e.Rule.index()
		if i < 0 {
			return out, fmt.Errorf("screening: no rule is called %q", e.Rule)
		}
		if seen[i] {
			return out, fmt.Errorf("screening: rule %q stands twice in the policy", e.Rule)
		}
		if e.Effect < -1000 || e.Effect > 1000 {
			return out, fmt.Errorf("screening: the effect of rule %q, %d, is not within -1000 to 1000", e.Rule, e.Effect)
		}
		seen[i], out[i] = true, e.Effect
	}
	for i, ok := range seen {
		if !ok {
			return out, fmt.Errorf("screening: the policy has no effect for rule %q", rules[i].Rule)
		}
	}
	return out, nil
}
