package ownership

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// Chart is a Structure that has been checked and can be asked. It is immutable
// and safe for any number of goroutines.
type Chart struct {
	parties  []Party // by ID
	holdings []holding
	controls []control
	groups   []group

	// Of each party: the holdings of it, those that it has or that are held for it,
	// the controls it exercises and those over it. Positions in the slices above.
	owners, holds, rules, ruled edges
	minimum                     [2][]Portion // of each party: the sum of the minima of its holdings, of shares and of votes
}

// holding is a Holding in a Chart.
type holding struct {
	owner, owned, holder int32    // the owner is the party for whom the holder holds, mostly the same
	share                [2]Share // shares and votes; bounded by what the other holdings of the party leave
	groups               []int32
}

type control struct {
	controller, controlled int32
	by                     ControlKind
	possible               bool
}

// group is an Arrangement in a Chart.
type group struct {
	holdings []int32
	possible bool
}

// edges are lists of positions, one list a party.
type edges struct{ start, to []int32 }

func (e *edges) of(party int32) []int32 { return e.to[e.start[party]:e.start[party+1]] }

// ErrStructure is wrapped by all errors about what a Structure says.
var ErrStructure = errors.New("ownership: structure")

// maxErrors is how many errors New tells of.
const maxErrors = 20

// faults collects errors about a Structure.
type faults struct {
	errs []error
	more int
}

func (f *faults) add(format string, args ...any) {
	if len(f.errs) == maxErrors {
		f.more++
		return
	}
	f.errs = append(f.errs, fmt.Errorf("%w: "+format, append([]any{ErrStructure}, args...)...))
}

func (f *faults) err() error {
	if f.more > 0 {
		f.errs = append(f.errs, fmt.Errorf("%w: %d more errors", ErrStructure, f.more))
		f.more = 0
	}
	return errors.Join(f.errs...)
}

// New checks a Structure and makes a Chart of it. The error joins all that is
// wrong, twenty findings at most, each wrapping ErrStructure and naming parties and
// figures: no party, an empty or repeated ID; a holding, control or arrangement of
// a party that is missing; a party that owns or controls itself; the same holding
// or control twice; a share below nothing or above 100 %, or with its ends
// exchanged; a party of which more than 100 % is held for certain; shares held in a
// person, by a ship or an aircraft; a ship's owner with a share of 0 %; a regime or
// a kind of control that the package does not know; an arrangement of fewer than
// two holders. Cycles are no error. The Structure is not kept.
func New(s Structure) (*Chart, error) {
	c := &Chart{}
	var f faults
	index := c.addParties(s.Parties, &f)
	if len(f.errs) == 0 {
		c.addHoldings(s.Holdings, index, &f)
		c.addControls(s.Controls, index, &f)
	}
	if len(f.errs) == 0 {
		c.connect()
		c.tighten(&f)
		c.addArrangements(s.Arrangements, index, &f)
	}
	if err := f.err(); err != nil {
		return nil, err
	}
	return c, nil
}

// addParties returns the position of each ID.
func (c *Chart) addParties(ps []Party, f *faults) map[string]int32 {
	if len(ps) == 0 {
		f.add("no party")
	}
	c.parties = slices.Clone(ps)
	slices.SortStableFunc(c.parties, func(a, b Party) int { return strings.Compare(a.ID, b.ID) })
	index := make(map[string]int32, len(ps))
	for i := range c.parties {
		p := &c.parties[i]
		p.Listed = slices.Clone(p.Listed)
		slices.SortFunc(p.Listed, func(a, b Designation) int {
			return cmp.Or(strings.Compare(string(a.Regime), string(b.Regime)), strings.Compare(string(a.Measure), string(b.Measure)),
				strings.Compare(a.Entry, b.Entry), cmp.Compare(btoi(a.Possible), btoi(b.Possible)))
		})
		if p.ID == "" {
			f.add("a party without an ID (name %q)", clip(p.Name))
			continue
		}
		if _, ok := index[p.ID]; ok {
			f.add("two parties have the ID %q", clip(p.ID))
		}
		index[p.ID] = int32(i)
		for _, d := range p.Listed {
			if !slices.Contains(Regimes(), d.Regime) {
				f.add("party %q: no regime is called %q (OFAC, EU, UK)", clip(p.ID), clip(string(d.Regime)))
			}
		}
	}
	return index
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isProperty reports whether the party is a thing that is owned, not a firm.
func (c *Chart) isProperty(p int32) bool {
	return c.parties[p].Kind == lists.Vessel || c.parties[p].Kind == lists.Aircraft
}

// find returns the position of a party that what names.
func find(index map[string]int32, id string, what func() string, f *faults) (int32, bool) {
	i, ok := index[id]
	if !ok {
		f.add("%s: no party has the ID %q", what(), clip(id))
	}
	return i, ok
}

func (c *Chart) addHoldings(hs []Holding, index map[string]int32, f *faults) {
	c.holdings = make([]holding, 0, len(hs))
	for i := range hs {
		in := &hs[i]
		what := func() string { return fmt.Sprintf("%q holds %q", clip(in.Owner), clip(in.Owned)) }
		holder, ok := find(index, in.Owner, what, f)
		owned, ok2 := find(index, in.Owned, what, f)
		if !ok || !ok2 {
			continue
		}
		h := holding{owner: holder, owned: owned, holder: holder, share: [2]Share{in.Share, in.Share}}
		if in.For != "" {
			if h.owner, ok = find(index, in.For, func() string { return what() + " for another" }, f); !ok {
				continue
			}
		}
		if in.Votes != nil {
			h.share[1] = *in.Votes
		}
		if h.owner == owned || holder == owned {
			f.add("party %q holds a share of itself (%s)", clip(in.Owned), in.Share)
		}
		for k, word := range [...]string{"share", "votes"} {
			if err := h.share[k].check(); err != nil {
				f.add("%s: %s: %w", what(), word, err)
			}
		}
		switch kind := c.parties[owned].Kind; {
		case kind == lists.Person:
			f.add("%s: nobody holds shares in a person", what())
		case c.isProperty(owned) && in.Share.Max() == 0:
			f.add("%s: a share of 0%% in a ship or an aircraft is no share in it", what())
		}
		if c.isProperty(holder) || c.isProperty(h.owner) {
			f.add("%s: a ship or an aircraft holds no shares", what())
		}
		c.holdings = append(c.holdings, h)
	}
	slices.SortFunc(c.holdings, func(a, b holding) int {
		return cmp.Or(cmp.Compare(a.owned, b.owned), cmp.Compare(a.owner, b.owner), cmp.Compare(a.holder, b.holder))
	})
	for i := 1; i < len(c.holdings); i++ {
		a, b := &c.holdings[i-1], &c.holdings[i]
		if a.owned == b.owned && a.owner == b.owner && a.holder == b.holder {
			f.add("%q holds %q twice (%s and %s): add the shares up", clip(c.parties[a.holder].ID), clip(c.parties[a.owned].ID),
				min(a.share[0].min, b.share[0].min), max(a.share[0].min, b.share[0].min))
		}
	}
}

func (c *Chart) addControls(cs []Control, index map[string]int32, f *faults) {
	for _, in := range cs {
		what := func() string { return fmt.Sprintf("%q controls %q", clip(in.Controller), clip(in.Controlled)) }
		a, ok := find(index, in.Controller, what, f)
		b, ok2 := find(index, in.Controlled, what, f)
		switch {
		case !ok || !ok2:
			continue
		case a == b:
			f.add("party %q controls itself", clip(in.Controller))
		case c.parties[b].Kind == lists.Person:
			f.add("%s: a person is not owned or controlled", what())
		case c.isProperty(a):
			f.add("%s: a ship or an aircraft controls nothing", what())
		}
		switch in.By {
		case MajorityOfVotes, BoardMajority, DominantInfluence, UseOfAssets, UnifiedManagement, SharedLiabilities, OtherControl:
		default:
			f.add("%s: no kind of control is called %q", what(), clip(string(in.By)))
		}
		c.controls = append(c.controls, control{a, b, in.By, in.Possible})
	}
	slices.SortFunc(c.controls, func(a, b control) int {
		return cmp.Or(cmp.Compare(a.controlled, b.controlled), cmp.Compare(a.controller, b.controller), strings.Compare(string(a.by), string(b.by)),
			cmp.Compare(btoi(a.possible), btoi(b.possible)))
	})
	for i := 1; i < len(c.controls); i++ {
		a, b := c.controls[i-1], c.controls[i]
		if a.controlled == b.controlled && a.controller == b.controller && a.by == b.by {
			f.add("%q controls %q by %s twice", clip(c.parties[a.controller].ID), clip(c.parties[a.controlled].ID), a.by)
		}
	}
}

// connect fills the lists of edges.
func (c *Chart) connect() {
	n := len(c.parties)
	c.owners = lister(n, len(c.holdings), func(i int, put func(int32)) { put(c.holdings[i].owned) })
	c.holds = lister(n, len(c.holdings), func(i int, put func(int32)) {
		put(c.holdings[i].owner)
		if c.holdings[i].holder != c.holdings[i].owner {
			put(c.holdings[i].holder)
		}
	})
	c.ruled = lister(n, len(c.controls), func(i int, put func(int32)) { put(c.controls[i].controlled) })
	c.rules = lister(n, len(c.controls), func(i int, put func(int32)) { put(c.controls[i].controller) })
}

// lister makes the lists of n parties out of m things, each put into the lists of
// the parties that list names.
func lister(n, m int, list func(i int, put func(party int32))) edges {
	e := edges{start: make([]int32, n+1)}
	for i := range m {
		list(i, func(p int32) { e.start[p+1]++ })
	}
	for p := range n {
		e.start[p+1] += e.start[p]
	}
	e.to = make([]int32, e.start[n])
	next := slices.Clone(e.start)
	for i := range m {
		list(i, func(p int32) {
			e.to[next[p]] = int32(i)
			next[p]++
		})
	}
	return e
}
