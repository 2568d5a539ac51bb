package voyage

import (
	"errors"
	"fmt"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/ownership"
)

// OwnershipFinding is what the ownership rules of the regimes say of the parties of
// the voyage that stand in the structure and of whom somebody owns or controls
// something; where there is none, of those parties of the structure that own nothing
// themselves. At most 256 parties are judged; more are a warning.
type OwnershipFinding struct {
	Verdicts []OwnershipVerdict // by target, in the order of the structure, then by regime
}

// OwnershipVerdict is the verdict of one regime on one party.
type OwnershipVerdict struct {
	ownership.Verdict
	Name    string // of the target
	Finding int    // in Result.Findings; -1 where the target is no party that was screened
	// NoListing says that no party of the structure is listed under the regime, in
	// these lists or by the caller. NotMet then says no more than that: a list of the
	// regime may not be among those that were screened against.
	NoListing bool
}

// maxTargets bounds the parties that are judged by the structure.
const maxTargets = 256

// behind is the structure's parties as parties of the voyage.
type behind struct {
	subjects []subject         // those that stand nowhere else
	fields   map[string]string // ID -> field
	voyage   map[string]bool   // IDs of those that are parties in another role
}

// behindOwner finds the parties of a structure among the subjects by name, adds its
// field to theirs, and makes subjects of all others that have a name and are not
// said to be listed: who stands behind an owner is screened like everybody.
func behindOwner(s *ownership.Structure, all []subject) behind {
	b := behind{fields: map[string]string{}, voyage: map[string]bool{}}
	if s == nil || len(s.Parties) > MaxParties {
		return b
	}
	type key struct {
		name string
		ship bool
	}
	at := map[key]int{}
	for i := range all {
		ship := all[i].roles[0].ofShips()
		for _, n := range all[i].query.Names {
			k := key{nameKey(n), ship}
			if _, ok := at[k]; !ok && k.name != "" {
				at[k] = i
			}
		}
	}
	for i := range s.Parties {
		p := &s.Parties[i]
		field := fmt.Sprintf("structure.parties[%d]", i)
		name := p.Name
		if j, ok := at[key{nameKey(name), p.Kind == lists.Vessel}]; ok && name != "" {
			all[j].fields = append(all[j].fields, field)
			b.fields[p.ID], b.voyage[p.ID] = field, true
			continue
		}
		if name == "" || p.Listed != nil {
			continue
		}
		b.fields[p.ID] = field
		b.subjects = append(b.subjects, subject{roles: []Role{OwnershipParty}, fields: []string{field},
			query: screening.Query{Ref: p.ID, Kind: p.Kind, Names: []string{name}}})
	}
	return b
}

// decide judges the structure. What was found of its parties counts: a strong hit
// is a listing, a probable one a possible listing, which leaves open what depends
// on it. Listings that the caller states stay as he states them.
func (r *Result) decide(b behind) error {
	if n := len(r.Voyage.Structure.Parties); n > MaxParties {
		return problem("structure.parties", "", fmt.Errorf("%w: %d parties, at the most %d", ErrTooMany, n, MaxParties))
	}
	at := map[string]int{}
	for i := range r.Findings {
		for _, f := range r.Findings[i].Fields {
			at[f] = i
		}
	}
	on := lists.Day{}
	if r.Voyage.Date.Known() {
		on = r.Voyage.Date.First()
	}
	s := *r.Voyage.Structure
	s.Parties = slices.Clone(s.Parties)
	finding := map[string]int{}
	for i := range s.Parties {
		p := &s.Parties[i]
		j, ok := at[b.fields[p.ID]]
		if !ok {
			continue
		}
		finding[p.ID] = j
		if p.Listed == nil {
			p.Listed = designations(&r.Findings[j], on)
		}
	}
	chart, err := ownership.New(s)
	if err != nil {
		return problem("structure", "", fmt.Errorf("%w: %w", ErrStructure, err))
	}
	r.Ownership = &OwnershipFinding{}
	refused, listing := map[ownership.Regime]bool{}, map[ownership.Regime]bool{}
	for i := range s.Parties {
		for _, d := range s.Parties[i].Listed {
			listing[d.Regime] = true
		}
	}
	for n, p := range targets(&s, b) {
		if n == maxTargets {
			r.Warnings = append(r.Warnings, problem("structure", p.ID, fmt.Errorf("%w: more than %d parties to judge", ErrNotChecked, maxTargets)))
			break
		}
		for _, regime := range ownership.Regimes() {
			v, err := chart.DecideOn(p.ID, regime, on)
			if errors.Is(err, ownership.ErrRegime) {
				if !refused[regime] {
					refused[regime] = true
					r.Warnings = append(r.Warnings, problem("structure", string(regime), fmt.Errorf("%w: %w", ErrNotChecked, err)))
				}
				continue
			}
			if err != nil {
				return problem("structure", p.ID, fmt.Errorf("%w: %w", ErrStructure, err))
			}
			o := OwnershipVerdict{Verdict: v, Name: p.Name, Finding: -1, NoListing: !listing[regime]}
			if j, ok := finding[p.ID]; ok {
				o.Finding = j
			}
			r.Ownership.Verdicts = append(r.Ownership.Verdicts, o)
		}
	}
	return nil
}

// targets are the parties to judge: those of whom somebody owns or controls
// something, and that stand in the voyage too; where none does, those that own
// nothing themselves.
func targets(s *ownership.Structure, b behind) (out []*ownership.Party) {
	owns, owned := map[string]bool{}, map[string]bool{}
	for _, h := range s.Holdings {
		owns[h.Owner], owns[h.For], owned[h.Owned] = true, true, true
	}
	for _, c := range s.Controls {
		owns[c.Controller], owned[c.Controlled] = true, true
	}
	for i := range s.Parties {
		if id := s.Parties[i].ID; owned[id] && b.voyage[id] {
			out = append(out, &s.Parties[i])
		}
	}
	if out != nil {
		return out
	}
	for i := range s.Parties {
		if !owns[s.Parties[i].ID] {
			out = append(out, &s.Parties[i])
		}
	}
	return out
}

// designations are the listings of a party as its hits say.
func designations(f *Finding, on lists.Day) (out []ownership.Designation) {
	for _, l := range f.leading() {
		for _, d := range ownership.Designations(l.Hit.Entity, on) {
			d.Possible = d.Possible || l.Level < Strong
			out = append(out, d)
		}
	}
	return out
}
