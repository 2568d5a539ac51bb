package voyage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// AuthorityMeasures are what one authority forbids, as far as the lists say so, for
// the parties and places that were found. Authorities are never added up: a port
// ban of the EU is no asset freeze in the United States.
type AuthorityMeasures struct {
	Authority string        `json:"authority"` // "OFAC", "Council of the EU"; "not stated" where the list does not say
	Measures  []MeasureLine `json:"measures"`  // by kind, in the order of the parties
}

// MeasureLine is one measure on one party or place.
type MeasureLine struct {
	Kind      lists.MeasureKind `json:"kind,omitempty"` // empty where the list does not say what is forbidden
	Programme string            `json:"programme,omitempty"`
	Basis     string            `json:"basis,omitempty"`  // the legal act
	Text      string            `json:"text,omitempty"`   // the list's own words
	On        string            `json:"on"`               // the entry, or the place
	Listed    string            `json:"listed,omitempty"` // list and number of the entry; empty for a place
	Field     string            `json:"field"`            // the part of the voyage, as in Reason
	Role      Role              `json:"role,omitempty"`   // of the party; empty for a place or a text
	Level     Level             `json:"level"`            // how sure it is that the party is the one listed
	From      lists.Date        `json:"from,omitzero"`    // zero is not stated
	Until     lists.Date        `json:"until,omitzero"`   // zero is no end stated
}

// kindOrder is the order in which measures are told. Kinds that are not in it
// follow by their words.
var kindOrder = [...]lists.MeasureKind{
	lists.AssetFreeze, lists.TransactionsBan, lists.PortBan, lists.ServicesBan, lists.DeFlagging, lists.Sectoral, lists.FinancialLimits, lists.TradeRestriction,
	lists.ExportControl, lists.InvestmentBan, lists.TravelBan, lists.ArmsEmbargo, lists.Debarment, lists.SecondarySanctions,
}

// kindRank is the place of a kind in kindOrder, its length where it has none.
func kindRank(k lists.MeasureKind) int {
	for i, o := range kindOrder {
		if o == k {
			return i
		}
	}
	return len(kindOrder)
}

// measures collects what is forbidden, from the leading hits of each party, the
// numbers and names in the texts, and the places where a measure applies or may.
// Measures that a list ends before the date of the voyage are left out.
func (r *Result) measures() {
	at := map[string]int{}
	type key struct {
		authority string
		line      MeasureLine
	}
	told := map[key]bool{}
	add := func(authority string, l MeasureLine) {
		if authority == "" {
			authority = "not stated"
		}
		i, ok := at[authority]
		if !ok {
			i = len(r.Measures)
			at[authority] = i
			r.Measures = append(r.Measures, AuthorityMeasures{Authority: authority})
		}
		if !told[key{authority, l}] {
			told[key{authority, l}] = true
			r.Measures[i].Measures = append(r.Measures[i].Measures, l)
		}
	}
	entity := func(l *Listed, field string, role Role) {
		e := l.Hit.Entity
		for i := range e.Measures {
			m := &e.Measures[i]
			if r.over(m) {
				continue
			}
			line := MeasureLine{Programme: m.Programme, Basis: m.Basis, Text: m.Text, On: e.PrimaryName(), Listed: entryOf(l),
				Field: field, Role: role, Level: l.Level, From: m.Listed, Until: m.Ends}
			for _, k := range m.Kinds {
				line.Kind = k
				add(m.Authority, line)
			}
			if len(m.Kinds) == 0 {
				add(m.Authority, line)
			}
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		for _, l := range f.leading() {
			entity(l, f.Fields[0], f.Roles[0])
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Finding < 0 {
			for j := range m.Listed {
				entity(&m.Listed[j], m.Field, "")
			}
		}
	}
	for i := range r.Places {
		p := &r.Places[i]
		if p.Standing != Applies && p.Standing != MayApply {
			continue
		}
		for _, k := range p.Place.Kinds {
			level := Strong
			if p.Standing == MayApply {
				level = Probable
			}
			add(p.Place.Authority, MeasureLine{Kind: k, Basis: p.Place.Basis, On: p.Place.Name(), Field: p.Field, Level: level, From: p.Place.From, Until: p.Place.Until})
		}
	}
	for i := range r.Measures {
		slices.SortStableFunc(r.Measures[i].Measures, func(a, b MeasureLine) int { return kindRank(a.Kind) - kindRank(b.Kind) })
	}
}

// over reports whether a measure ended before the voyage.
func (r *Result) over(m *lists.Measure) bool {
	on := r.Voyage.Date
	return on.Known() && m.Ends.Known() && m.Ends.Last().Before(on.First())
}

// leading are the hits of a finding that its measures are told of: all that are
// strong, and where there is none, those of the highest score.
func (f *Finding) leading() (out []*Listed) {
	for i := range f.Listed {
		l := &f.Listed[i]
		if l.Level < f.Level || f.Level == Probable && l.Hit.Score < f.Listed[0].Hit.Score {
			break
		}
		out = append(out, l)
	}
	return out
}

// entryOf names list and entry of a hit.
func entryOf(l *Listed) string {
	return strings.TrimSpace(fmt.Sprintf("%s %s", l.Hit.Source.Name, l.Hit.Entity.ID))
}
