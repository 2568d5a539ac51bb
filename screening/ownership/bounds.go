package ownership

import (
	"cmp"
	"fmt"
	"slices"
)

// tighten sums the minima of every party's holdings and bounds each maximum by
// what the minima of the others leave.
func (c *Chart) tighten(f *faults) {
	for k, word := range [...]string{"shares", "votes"} {
		c.minimum[k] = make([]Portion, len(c.parties))
		for p := range c.parties {
			hs := c.owners.of(int32(p))
			sum, over := Portion(0), false
			for _, i := range hs {
				h := &c.holdings[i]
				sum += h.share[k].min
				if sum > Whole && !over {
					over = true
				}
				if over {
					sum = min(sum, 1000*Whole) // no overflow, and still over
				}
			}
			if over && (k == 0 || sum != c.minimum[0][p]) {
				f.add("%s of party %q: holders have %s for certain, more than 100%%", word, clip(c.parties[p].ID), sum)
			}
			c.minimum[k][p] = sum
			if over {
				continue
			}
			for _, i := range hs {
				s := &c.holdings[i].share[k]
				if room := Whole - (sum - s.min); s.Max() > room {
					s.rest = Whole - room
				}
			}
		}
	}
}

// addArrangements binds the holdings of the members of each arrangement.
func (c *Chart) addArrangements(as []Arrangement, index map[string]int32, f *faults) {
	links := 0
	for _, in := range as {
		what := func() string { return fmt.Sprintf("an arrangement on %q", clip(in.Owned)) }
		owned, ok := find(index, in.Owned, what, f)
		if !ok {
			continue
		}
		g := group{possible: in.Possible}
		members := slices.Clone(in.Members)
		slices.Sort(members)
		if members = slices.Compact(members); len(members) < 2 {
			f.add("%s: it takes two members, not %d", what(), len(members))
			continue
		}
		for _, id := range members {
			m, ok := find(index, id, what, f)
			if !ok {
				continue
			}
			hs := c.owners.of(owned) // by owner
			from, held := slices.BinarySearchFunc(hs, m, func(i, m int32) int { return cmp.Compare(c.holdings[i].owner, m) })
			if !held {
				f.add("%s: its member %q holds nothing of %q", what(), clip(id), clip(in.Owned))
			}
			for ; from < len(hs) && c.holdings[hs[from]].owner == m; from++ {
				g.holdings = append(g.holdings, hs[from])
			}
		}
		if links += len(g.holdings); links > 4*len(c.holdings)+1000 {
			f.add("too many arrangements: they bind each holding four times and more")
			return
		}
		slices.Sort(g.holdings)
		c.groups = append(c.groups, g)
	}
	slices.SortFunc(c.groups, func(a, b group) int {
		return cmp.Or(slices.Compare(a.holdings, b.holdings), cmp.Compare(btoi(a.possible), btoi(b.possible)))
	})
	for n, g := range c.groups {
		for _, i := range g.holdings {
			c.holdings[i].groups = append(c.holdings[i].groups, int32(n))
		}
	}
}
