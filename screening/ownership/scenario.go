package ownership

// scenario is one reading of a Chart under a rule: what is the case when every
// doubt is resolved in one direction. The lower scenario gives every listed owner
// the least that his holdings can be and takes nothing that is only possible; the
// upper one gives him the most and takes all that is possible.
//
// It computes the least set of parties such that a listed party is in it, and a
// party is in it whose owners in the set reach the threshold (or, where the rule
// asks for control, that is controlled from the set). Membership only ever grows,
// so the order of the work does not matter, and cycles end: two firms that own
// each other are in the set only when someone in it reaches the threshold from
// outside. Every party enters once, every holding counts once and every control is
// looked at once; the work is linear in the size of the chart.
type scenario struct {
	c     *Chart
	r     *rule
	upper bool
	// within are the parties that matter; the others are not entered.
	within []bool

	tally   []tally // of each party
	counted []bool  // of each holding
	bound   []bool  // of each group: its holdings have been counted

	queue    []int32 // parties in the order of entering
	holdings []int32 // those counted
	groups   []int32
	work     int // holdings and controls looked at
}

// tally is what a scenario knows of a party.
type tally struct {
	sum     [2]Portion // of the shares and of the votes that count
	least   [2]Portion // the minima of the same holdings
	round   int32      // one more than the round in which it entered the set, 0 where it has not
	through bool       // it entered by control
}

func newScenario(c *Chart, r *rule, upper bool, within []bool) *scenario {
	return &scenario{c: c, r: r, upper: upper, within: within,
		tally: make([]tally, len(c.parties)), counted: make([]bool, len(c.holdings)), bound: make([]bool, len(c.groups))}
}

// reset forgets what was computed, in time linear in what was touched.
func (s *scenario) reset() {
	for _, p := range s.queue {
		s.tally[p] = tally{}
	}
	for _, h := range s.holdings {
		s.counted[h] = false
		s.tally[s.c.holdings[h].owned] = tally{}
	}
	for _, g := range s.groups {
		s.bound[g] = false
	}
	s.queue, s.holdings, s.groups = s.queue[:0], s.holdings[:0], s.groups[:0]
}

// seed enters a party that is listed.
func (s *scenario) seed(p int32) { s.enter(p, 1, false) }

// has reports whether the party is in the set.
func (s *scenario) has(p int32) bool { return s.tally[p].round > 0 }

func (s *scenario) enter(p, round int32, byControl bool) {
	if s.tally[p].round == 0 && s.within[p] {
		s.tally[p].round, s.tally[p].through = round, byControl
		s.queue = append(s.queue, p)
	}
}

// run completes the set. It stops when the work exceeds the budget and reports
// whether it came to the end.
func (s *scenario) run(budget int) bool {
	for at := 0; at < len(s.queue); at++ {
		p := s.queue[at]
		next := s.tally[p].round + 1
		for _, i := range s.c.holds.of(p) {
			h := &s.c.holdings[i]
			s.work++
			// A share that a party holds for another is the other's. Where the law does
			// not take it away from the holder, it may be his as well.
			if h.owner != p && (s.r.nominee || !s.upper) {
				continue
			}
			s.count(i, next)
			if !s.r.joint {
				continue
			}
			// Those with whom the holder acts jointly. What they bring in that way they do
			// not hand on to arrangements of their own with others.
			for _, g := range h.groups {
				if group := &s.c.groups[g]; !s.bound[g] && (s.upper || !group.possible) {
					s.bound[g] = true
					s.groups = append(s.groups, g)
					for _, i := range group.holdings {
						s.work++
						s.count(i, next)
					}
				}
			}
		}
		if s.r.control {
			for _, i := range s.c.rules.of(p) {
				s.work++
				if c := &s.c.controls[i]; s.upper || !c.possible {
					s.enter(c.controlled, next, true)
				}
			}
		}
		if s.work > budget {
			return false
		}
	}
	return true
}

// count adds a holding to the sums of the party that is held, once, and enters the
// party where it now meets the rule.
func (s *scenario) count(i, round int32) {
	h := &s.c.holdings[i]
	if s.counted[i] || !s.within[h.owned] {
		return
	}
	s.counted[i] = true
	s.holdings = append(s.holdings, i)
	t := &s.tally[h.owned]
	for k := range t.sum {
		add := h.share[k].min
		if s.upper {
			add = h.share[k].Max()
		}
		t.sum[k] = min(t.sum[k]+add, Whole)
		t.least[k] += h.share[k].min
	}
	if t.round == 0 && s.meets(h.owned) {
		s.enter(h.owned, round, false)
	}
}

// held returns what those in the set hold of p: of its shares (k = 0) or votes
// (1). In the upper scenario it is the most that they can hold together, which is
// bounded by what all others hold for certain.
func (s *scenario) held(p int32, k int) Portion {
	if !s.upper {
		return s.tally[p].sum[k]
	}
	return min(s.tally[p].sum[k], Whole-(s.c.minimum[k][p]-s.tally[p].least[k]))
}

// meets reports whether what those in the set hold of p is enough. Whoever calls
// it has just counted a holding of p, so that a ship of which any part is enough
// has an owner in the set.
func (s *scenario) meets(p int32) bool {
	if s.c.isProperty(p) && (s.r.anyPart || s.upper) {
		return true
	}
	return !s.r.stake && s.r.shares.meets(s.held(p, 0)) || s.r.byVotes && s.r.votes.meets(s.held(p, 1))
}

// decides reports whether p, which was asked for, meets the rule. Under a rule by
// which only a majority of votes passes holdings on, shares count for it alone.
func (s *scenario) decides(p int32) bool {
	return s.has(p) || s.r.stake && !s.c.isProperty(p) && s.r.shares.meets(s.held(p, 0))
}

// counts reports whether a holding of p counts.
func (s *scenario) counts(p int32) bool {
	for _, i := range s.c.owners.of(p) {
		if s.counted[i] {
			return true
		}
	}
	return false
}

// behind calls add for whoever holds p or, where the rule asks for it, controls it.
func (s *scenario) behind(p int32, add func(int32)) {
	for _, i := range s.c.owners.of(p) {
		h := &s.c.holdings[i]
		add(h.owner)
		if h.holder != h.owner && s.upper && !s.r.nominee {
			add(h.holder)
		}
	}
	if s.r.control {
		for _, i := range s.c.ruled.of(p) {
			add(s.c.controls[i].controller)
		}
	}
}
