package voyage

import (
	"fmt"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// This file finds the connections that need no graph: numbers, entries that two
// parties lead to, and names in records.

// numbers tells of parties that bear the IMO number of a listed one and another
// name.
func (r *Result) numbers(heads []head) {
	for _, h := range heads {
		differs, number := false, ""
		for i := range h.hit.Steps {
			switch st := &h.hit.Steps[i]; st.Rule {
			case screening.NameDiffersRule:
				differs = true
			case screening.IMORule, screening.CompanyIMORule, screening.WrongFieldRule:
				number = st.Listed
			}
		}
		if number == "" || !differs {
			continue
		}
		end := End{h.finding, h.hit}
		r.add(Connection{Kind: Number, A: end, B: end, Text: number,
			Says: fmt.Sprintf("%s bears the number of %s: %s", r.party(h.finding), h.hit.Entity.PrimaryName(), number)})
	}
}

// same tells of parties that lead to one entry.
func (r *Result) same(heads []head) {
	first := map[*lists.Entity]head{}
	told := map[[2]int]bool{}
	for _, h := range heads {
		if h.listed > 0 && r.Findings[h.finding].Listed[h.listed].Level < r.Findings[h.finding].Level {
			continue
		}
		f, ok := first[h.hit.Entity]
		if !ok {
			first[h.hit.Entity] = h
			continue
		}
		if f.finding == h.finding || told[[2]int{f.finding, h.finding}] {
			continue
		}
		told[[2]int{f.finding, h.finding}] = true
		r.add(Connection{Kind: Same, A: End{f.finding, f.hit}, B: End{h.finding, h.hit},
			Says: fmt.Sprintf("%s and %s lead to one entry: %s", r.party(f.finding), r.party(h.finding), h.hit.Entity.PrimaryName())})
	}
}

// records tells of parties whose names stand in the record of another party's
// entry: as one it is linked to, or as a ship's owner, operator or manager, present
// or former.
func (r *Result) records(heads []head) {
	named := map[string]int{}
	for i := range r.Findings {
		for _, n := range r.Findings[i].Query.Names {
			key := nameKey(n)
			if _, ok := named[key]; !ok && key != "" {
				named[key] = i
			}
		}
	}
	type told struct {
		entity  *lists.Entity
		finding int
	}
	seen := map[told]bool{}
	for _, h := range heads {
		e := h.hit.Entity
		see := func(role, text string) {
			i, ok := named[nameKey(text)]
			if !ok || text == "" || i == h.finding || seen[told{e, i}] || r.connected(h.finding, i) {
				return
			}
			seen[told{e, i}] = true
			r.add(Connection{Kind: Record, A: End{h.finding, h.hit}, B: End{i, nil}, Text: text,
				Says: fmt.Sprintf("the record of %s (%s) names %s as %s", e.PrimaryName(), r.role(h.finding), r.party(i), role)})
		}
		for i := range e.Relations {
			see(string(e.Relations[i].Role), e.Relations[i].Text)
		}
		if v := e.Vessel; v != nil {
			see("owner", v.Owner)
			see("operator", v.Operator)
			see("manager", v.Manager)
			see("former owner", v.FormerOwners)
		}
	}
}

// connected reports whether a tie or one entry joins two findings already.
func (r *Result) connected(a, b int) bool {
	return slices.ContainsFunc(r.Connections, func(c Connection) bool {
		return (c.Kind == Tie || c.Kind == Same) && (c.A.Finding == a && c.B.Finding == b || c.A.Finding == b && c.B.Finding == a)
	})
}
