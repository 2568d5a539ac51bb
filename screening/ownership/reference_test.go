package ownership

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
)

// ruleOf is the reference: the rules of the three regimes told once more, on a
// Structure in which nothing is in doubt, by looking at everything again until
// nothing changes. also names the holdings that count for the holder as well as for
// whom he holds. It returns whether target counts as listed, and what is held of it
// by listed owners together, or by each listed party.
func ruleOf(s Structure, target string, r Regime, also map[int]bool) (met bool, held map[string]Portion) {
	kind := map[string]lists.Kind{}
	var listed []string
	for _, p := range s.Parties {
		kind[p.ID] = p.Kind
		if slices.ContainsFunc(p.Listed, func(d Designation) bool { return d.freezes(r) }) {
			listed = append(listed, p.ID)
		}
	}
	beneficiary := func(h Holding) string {
		if h.For != "" {
			return h.For
		}
		return h.Owner
	}
	votesOf := func(h Holding) Portion {
		if h.Votes != nil {
			return h.Votes.Min()
		}
		return h.Share.Min()
	}
	judge := func(in map[string]bool) (bool, Portion) {
		var shares, votes map[string]Portion
		var any map[string]bool
		for changed := true; changed; {
			changed = false
			shares, votes, any = map[string]Portion{}, map[string]Portion{}, map[string]bool{}
			for i, h := range s.Holdings {
				counts := in[beneficiary(h)] || r != UK && also[i] && in[h.Owner]
				if r == UK && !counts {
					for _, a := range s.Arrangements {
						counts = counts || a.Owned == h.Owned && slices.Contains(a.Members, beneficiary(h)) &&
							slices.ContainsFunc(s.Holdings, func(g Holding) bool {
								return g.Owned == h.Owned && slices.Contains(a.Members, beneficiary(g)) && in[beneficiary(g)]
							})
					}
				}
				if counts {
					shares[h.Owned] += h.Share.Min()
					votes[h.Owned] += votesOf(h)
					any[h.Owned] = true
				}
			}
			for _, p := range s.Parties {
				var enters bool
				switch {
				case (kind[p.ID] == lists.Vessel || kind[p.ID] == lists.Aircraft) && r != EU:
					enters = any[p.ID]
				case r == OFAC:
					enters = 2*shares[p.ID] >= Whole
				case r == EU:
					enters = 2*shares[p.ID] >= Whole || 2*votes[p.ID] > Whole
				default:
					enters = 2*votes[p.ID] > Whole
				}
				if r != OFAC {
					for _, c := range s.Controls {
						enters = enters || c.Controlled == p.ID && in[c.Controller]
					}
				}
				if enters && !in[p.ID] {
					in[p.ID], changed = true, true
				}
			}
		}
		return in[target] || r == UK && 2*shares[target] > Whole, shares[target]
	}
	held = map[string]Portion{}
	if r != UK {
		in := map[string]bool{}
		for _, p := range listed {
			in[p] = true
		}
		met, held[""] = judge(in)
		return met, held
	}
	for _, p := range listed {
		one, h := judge(map[string]bool{p: true})
		met, held[p] = met || one, h
	}
	return met, held
}

// random makes a Structure of n parties, with cycles. Doubts are as many of a
// hundred as doubt says.
func random(rng *rand.Rand, n, doubt int) Structure {
	var s Structure
	id := func(i int) string { return fmt.Sprintf("p%02d", i) }
	maybe := func() bool { return rng.IntN(100) < doubt }
	for i := range n {
		p := Party{ID: id(i)}
		switch rng.IntN(8) {
		case 0, 1:
			p.Listed = append(p.Listed, Designation{Regime: Regimes()[rng.IntN(3)], Possible: maybe()})
			fallthrough
		case 2:
			for _, r := range Regimes() {
				p.Listed = append(p.Listed, Designation{Regime: r, Possible: maybe()})
			}
		case 3:
			p.Listed = append(p.Listed, Designation{Regime: Regimes()[rng.IntN(3)], Measure: lists.Sectoral})
		}
		if i > 0 && rng.IntN(10) == 0 {
			p.Kind = lists.Vessel
		}
		s.Parties = append(s.Parties, p)
	}
	ship := func(i int) bool { return s.Parties[i].Kind == lists.Vessel }
	nice := []Portion{0, 10 * PerCent, 25 * PerCent, Whole / 3, 40 * PerCent, 49 * PerCent, 50 * PerCent, 50*PerCent + grid, 60 * PerCent, Whole}
	share := func(room Portion, least Portion) Share {
		max := min(room, nice[rng.IntN(len(nice))])
		if max < least {
			max = least
		}
		s := Exact(max)
		if maybe() {
			switch rng.IntN(3) {
			case 0:
				return Share{}
			case 1:
				s.min = s.min / grid / 2 * grid
			case 2:
				s.rest = s.rest / grid / 2 * grid
			}
		}
		return s
	}
	for owned := range n {
		room := [2]Portion{Whole, Whole}
		arranged := []string{}
		for _, owner := range rng.Perm(n)[:rng.IntN(min(n, 5))] {
			if owner == owned || ship(owner) {
				continue
			}
			h := Holding{Owner: id(owner), Owned: id(owned)}
			least := Portion(0)
			if ship(owned) {
				least = grid
			}
			h.Share = share(min(room[0], room[1]), least)
			if h.Share.Min() > min(room[0], room[1]) {
				continue
			}
			votes := h.Share
			if rng.IntN(5) == 0 {
				v := share(room[1], 0)
				h.Votes, votes = &v, v
			}
			if votes.Min() > room[1] {
				continue
			}
			room[0] -= h.Share.Min()
			room[1] -= votes.Min()
			who := owner
			if f := rng.IntN(n); rng.IntN(8) == 0 && f != owned && f != owner && !ship(f) {
				h.For, who = id(f), f
			}
			arranged = append(arranged, id(who))
			s.Holdings = append(s.Holdings, h)
		}
		slices.Sort(arranged)
		if arranged = slices.Compact(arranged); len(arranged) > 1 && rng.IntN(4) == 0 {
			s.Arrangements = append(s.Arrangements, Arrangement{Owned: id(owned), Members: arranged[:2], Possible: maybe()})
			if len(arranged) > 2 {
				s.Arrangements = append(s.Arrangements, Arrangement{Owned: id(owned), Members: arranged[1:], Possible: maybe()})
			}
		}
		if by := rng.IntN(n); rng.IntN(6) == 0 && by != owned && !ship(by) {
			s.Controls = append(s.Controls, Control{id(by), id(owned), BoardMajority, maybe()})
		}
	}
	return s
}

// settle resolves every doubt of s one way or the other. It returns false where
// the votes cannot be settled beside the shares.
func settle(rng *rand.Rand, s Structure) (Structure, map[int]bool, bool) {
	out := Structure{Parties: slices.Clone(s.Parties), Holdings: slices.Clone(s.Holdings)}
	for i := range out.Parties {
		out.Parties[i].Listed = slices.DeleteFunc(slices.Clone(out.Parties[i].Listed), func(d Designation) bool { return d.Possible && rng.IntN(2) == 0 })
		for j := range out.Parties[i].Listed {
			out.Parties[i].Listed[j].Possible = false
		}
	}
	for _, c := range s.Controls {
		if !c.Possible || rng.IntN(2) == 0 {
			out.Controls = append(out.Controls, Control{c.Controller, c.Controlled, c.By, false})
		}
	}
	for _, a := range s.Arrangements {
		if !a.Possible || rng.IntN(2) == 0 {
			out.Arrangements = append(out.Arrangements, Arrangement{Owned: a.Owned, Members: a.Members})
		}
	}
	also := map[int]bool{}
	room := map[string]Portion{}
	votes := map[string]Portion{}
	kind := map[string]lists.Kind{}
	for _, p := range s.Parties {
		room[p.ID], votes[p.ID], kind[p.ID] = Whole, Whole, p.Kind
	}
	votesOf := func(h Holding) Share {
		if h.Votes != nil {
			return *h.Votes
		}
		return h.Share
	}
	for _, h := range s.Holdings {
		room[h.Owned] -= h.Share.Min()
		votes[h.Owned] -= votesOf(h).Min()
	}
	choose := func(s Share, room Portion) Portion {
		most := min(s.Max(), s.Min()+room)
		switch rng.IntN(4) {
		case 0:
			return s.Min()
		case 1, 2:
			return most
		}
		return s.Min() + Portion(rng.Int64N(int64(most-s.Min())+1))
	}
	for _, i := range rng.Perm(len(s.Holdings)) {
		h := &out.Holdings[i]
		before := h.Share.Min()
		limit := room[h.Owned]
		if h.Votes == nil {
			limit = min(limit, votes[h.Owned])
		}
		p := choose(h.Share, limit)
		if (kind[h.Owned] == lists.Vessel || kind[h.Owned] == lists.Aircraft) && p == 0 {
			if p = grid; limit < grid {
				return out, nil, false
			}
		}
		h.Share = Exact(p)
		room[h.Owned] -= p - before
		if h.Votes == nil {
			votes[h.Owned] -= p - before
		} else {
			v := choose(*h.Votes, votes[h.Owned])
			votes[h.Owned] -= v - h.Votes.Min()
			e := Exact(v)
			h.Votes = &e
		}
		also[i] = h.For != "" && rng.IntN(2) == 0
	}
	return out, also, true
}
