package ownership

// figures are what a regime's rule makes of the target.
type figures struct {
	person       int32    // of whom the figures are; -1 for all listed ones together
	lower, upper bool     // met in the lower and in the upper scenario
	byControl    [2]bool  // it entered the lower and the upper set by control
	held         [2]Share // shares and votes
	bounded      bool     // all listed ones together bound each of them
}

// seed is a listed party.
type seed struct {
	party    int32
	possible bool
}

// seeds returns the parties within that are listed under the rule's regime.
func (c *Chart) seeds(r *rule, within []bool) []seed {
	var out []seed
	for p := range c.parties {
		if !within[p] {
			continue
		}
		listed, certain := c.listed(int32(p), r.regime)
		if listed {
			out = append(out, seed{int32(p), !certain})
		}
	}
	return out
}

// listed reports whether a party's assets are or may be frozen by its own listing,
// and whether that is certain.
func (c *Chart) listed(p int32, r Regime) (listed, certain bool) {
	for i := range c.parties[p].Listed {
		if d := &c.parties[p].Listed[i]; d.freezes(r) {
			listed, certain = true, certain || !d.Possible
		}
	}
	return listed, certain
}

// above returns of each party in how many steps of owning, holding or controlling
// it reaches t, and -1 where it does not. Those that do not cannot matter to t.
func (c *Chart) above(t int32) []int32 {
	distance := make([]int32, len(c.parties))
	for p := range distance {
		distance[p] = -1
	}
	distance[t] = 0
	for queue := []int32{t}; len(queue) > 0; queue = queue[1:] {
		add := func(p int32) {
			if distance[p] < 0 {
				distance[p] = distance[queue[0]] + 1
				queue = append(queue, p)
			}
		}
		for _, i := range c.owners.of(queue[0]) {
			add(c.holdings[i].owner)
			add(c.holdings[i].holder)
		}
		for _, i := range c.ruled.of(queue[0]) {
			add(c.controls[i].controller)
		}
	}
	return distance
}

// together judges the target by all listed parties at once.
func (c *Chart) together(t int32, seeds []seed, lower, upper *scenario) figures {
	for _, s := range seeds {
		if !s.possible {
			lower.seed(s.party)
		}
		upper.seed(s.party)
	}
	lower.run(unlimited)
	upper.run(unlimited)
	return read(t, lower, upper)
}

// read returns what two scenarios say of the target.
func read(t int32, lower, upper *scenario) figures {
	f := figures{person: -1, lower: lower.decides(t), upper: upper.decides(t), byControl: [2]bool{lower.tally[t].through, upper.tally[t].through}}
	for k := range f.held {
		f.held[k] = Share{lower.held(t, k), Whole - upper.held(t, k)}
	}
	return f
}

// ground returns why the target is in the scenario's set.
func (c *Chart) ground(t int32, r *rule, s *scenario, held [2]Share, byControl bool) Ground {
	shares, votes := held[0].min, held[1].min
	if s.upper {
		shares, votes = held[0].Max(), held[1].Max()
	}
	listed, certain := c.listed(t, r.regime)
	switch {
	case listed && (certain || s.upper):
		return ByListing
	case c.isProperty(t) && !byControl:
		return ByProperty
	case r.shares.meets(shares):
		return ByShares
	case r.byVotes && r.votes.meets(votes):
		return ByVotes
	}
	return ByControl
}

// perPerson judges the target by each listed party on its own and returns the
// figures of the one who comes closest to meeting the rule: Met before Undecided
// before NotMet, then the larger minimum, the larger maximum, the smaller ID. The
// scenarios are left as that party makes them.
//
// When budget holdings and controls have been looked at and nobody is Met, the
// rest is not judged one by one: what all listed parties hold together bounds what
// any of them holds, and if that is enough the outcome is Undecided, even if a
// longer search would find that it is not.
func (c *Chart) perPerson(t int32, seeds []seed, lower, upper *scenario, budget int) figures {
	best := figures{person: -1, held: [2]Share{Exact(0), Exact(0)}}
	all := c.bounded(t, seeds, upper)
	most := all.held[0].Max()
	within := lower.within
	lower.within = c.leading(t, upper)
	upper.reset()
	upper.within = lower.within
	one := func(s seed, budget int) bool {
		lower.reset()
		if !s.possible {
			lower.seed(s.party)
		}
		if !lower.run(budget) {
			return false
		}
		upper.reset()
		upper.seed(s.party)
		if best.upper && !lower.decides(t) && best.held[0].Max() == most && lower.held(t, 0) <= best.held[0].min {
			return true // it cannot come closer
		}
		return upper.run(budget)
	}
	at := -1
	for i, s := range seeds {
		if !lower.within[s.party] {
			continue
		}
		if !one(s, budget) {
			if best.lower {
				break
			}
			lower.reset()
			lower.within, upper.within = within, within
			return c.bounded(t, seeds, upper)
		}
		if f := read(t, lower, upper); at < 0 || closer(f, best) {
			best, at = f, i
		}
	}
	lower.within, upper.within = within, within
	if at < 0 && len(seeds) == 1 {
		at = 0
	}
	if at < 0 { // not even all together lead anywhere
		best = c.bounded(t, seeds, upper)
		lower.reset()
		for _, s := range seeds {
			if !s.possible {
				lower.seed(s.party)
			}
		}
		lower.run(unlimited)
		return best
	}
	best = figures{} // so that the upper scenario is run
	one(seeds[at], unlimited)
	best = read(t, lower, upper)
	best.person = seeds[at].party
	return best
}

// leading returns the parties by which holdings can lead to the target: itself,
// and those of the set that hold or control one of them.
func (c *Chart) leading(t int32, all *scenario) []bool {
	in := make([]bool, len(c.parties))
	in[t] = true
	for queue := []int32{t}; len(queue) > 0; queue = queue[1:] {
		add := func(p int32) {
			if !in[p] && all.has(p) {
				in[p] = true
				queue = append(queue, p)
			}
		}
		all.behind(queue[0], add)
	}
	return in
}

// closer reports whether f comes closer to meeting the rule than g.
func closer(f, g figures) bool {
	switch {
	case f.lower != g.lower:
		return f.lower
	case f.upper != g.upper:
		return f.upper
	case f.held[0].min != g.held[0].min:
		return f.held[0].min > g.held[0].min
	}
	return f.held[0].Max() > g.held[0].Max()
}

// bounded returns figures that bound those of every listed party.
func (c *Chart) bounded(t int32, seeds []seed, upper *scenario) figures {
	upper.reset()
	for _, s := range seeds {
		upper.seed(s.party)
	}
	upper.run(unlimited)
	f := figures{person: -1, upper: upper.decides(t), bounded: true, byControl: [2]bool{false, upper.tally[t].through}}
	for k := range f.held {
		f.held[k] = Share{0, Whole - upper.held(t, k)}
	}
	return f
}

// unlimited is a budget that nothing exceeds.
const unlimited = 1 << 30

// budget is how much work the search for the person who comes closest may be. A
// chart of ordinary size needs a small part of it.
func (c *Chart) budget() int { return 200_000 + 4*(len(c.holdings)+len(c.controls)) }
