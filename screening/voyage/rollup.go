package voyage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/ownership"
)

// maxReasons bounds the hits of one party that are told as reasons.
const maxReasons = 3

// rollUp gives the voyage its Level and its reasons, and every role its own.
func (r *Result) rollUp() {
	for i := range r.Findings {
		f := &r.Findings[i]
		for n, l := range f.leading() {
			if n == maxReasons {
				break
			}
			r.Reasons = append(r.Reasons, Reason{Level: l.Level, Field: f.Fields[0], Role: f.Roles[0], Finding: i,
				Listed: entryOf(l), Says: r.says(i, l), Through: l.Tied >= 0})
		}
	}
	r.ownershipReasons()
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Finding >= 0 && m.Level <= r.Findings[m.Finding].Level {
			continue
		}
		for j := range m.Listed {
			if l := &m.Listed[j]; j < maxReasons {
				r.Reasons = append(r.Reasons, Reason{Level: l.Level, Field: m.Field, Finding: m.Finding, Listed: entryOf(l),
					Says: fmt.Sprintf("%q in the text: %s; %s", clip(nameOf(&m.Query)), entrySays(l.Hit), evidence(l.Hit))})
			}
		}
	}
	for i := range r.Places {
		p := &r.Places[i]
		level := Strong
		switch p.Standing {
		case Applies:
		case MayApply:
			level = Probable
		default:
			continue
		}
		r.Reasons = append(r.Reasons, Reason{Level: level, Field: p.Field, Finding: -1,
			Says: fmt.Sprintf("%q: a measure of %s on %s %s: %s (%s), %s", p.Given, p.Place.Authority, p.Place.Name(), p.Standing, kindsOf(p.Place.Kinds), p.Place.Basis, p.Why)})
	}
	slices.SortStableFunc(r.Reasons, func(a, b Reason) int {
		if a.Level != b.Level {
			return int(b.Level) - int(a.Level)
		}
		return a.Role.rank() - b.Role.rank()
	})
	if len(r.Reasons) > 0 {
		r.Level = r.Reasons[0].Level
	}
	r.roleFindings()
}

// ownershipReasons tells of the parties that a rule makes as good as listed, where
// they are not listed themselves.
func (r *Result) ownershipReasons() {
	if r.Ownership == nil {
		return
	}
	for i := range r.Ownership.Verdicts {
		v := &r.Ownership.Verdicts[i]
		if v.Outcome == ownership.NotMet || v.Ground == ownership.ByListing {
			continue
		}
		reason := Reason{Level: Strong, Field: "structure", Role: OwnershipParty, Finding: v.Finding, Through: true}
		if v.Finding >= 0 {
			reason.Field, reason.Role = r.Findings[v.Finding].Fields[0], r.Findings[v.Finding].Roles[0]
		}
		name := v.Name
		if name == "" {
			name = v.Target
		}
		held := fmt.Sprintf("listed parties hold %s, needed is %s", shareSays(v.Shares), need(v))
		if v.Ground != ownership.ByShares && v.Ground != ownership.ByProperty {
			held = "by " + string(v.Ground) + "; " + held
		}
		if v.Outcome == ownership.Undecided {
			reason.Level = Probable
			held = "it depends on what is not known: " + held
		}
		reason.Says = fmt.Sprintf("%q by ownership, %s: %s; %s", clip(name), v.Regime, v.Outcome, held)
		r.Reasons = append(r.Reasons, reason)
	}
}

// shareSays is a share in words.
func shareSays(s ownership.Share) string {
	if s.Exact() {
		return s.Min().String()
	}
	return s.Min().String() + " to " + s.Max().String()
}

// need is the threshold of a verdict in words.
func need(v *OwnershipVerdict) string {
	if v.Over {
		return "more than " + v.Need.String()
	}
	return v.Need.String()
}

// says tells of a hit of a party in one sentence.
func (r *Result) says(finding int, l *Listed) string {
	s := fmt.Sprintf("%q: %s; %s", clip(r.Findings[finding].Name()), entrySays(l.Hit), evidence(l.Hit))
	if l.Tied >= 0 {
		s += ", and a tie: " + r.Connections[l.Tied].Says
	}
	return s
}

// entrySays names an entry with its list and its programmes.
func entrySays(h *screening.Hit) string {
	s := fmt.Sprintf("%s, %s %s", clip(h.Entity.PrimaryName()), h.Source.Name, h.Entity.ID)
	if p := h.Entity.Programmes(); len(p) > 0 {
		s += " (" + clip(strings.Join(p, ", ")) + ")"
	}
	return s
}

// evidence is the base of a hit in words, what supports it, and what speaks
// against it.
func evidence(h *screening.Hit) string {
	base, with, but := "", "", ""
	for i := range h.Steps {
		st := &h.Steps[i]
		says := st.Rule.Sentence()
		if cut := strings.IndexAny(says, ":;"); cut > 0 {
			says = says[:cut]
		}
		switch {
		case st.Base && st.Align != nil && st.Align.Score == matcher.Equal:
			base = "the names are equal"
		case st.Base && st.Align != nil:
			base = "the names are alike by " + st.Align.Score.String()
		case st.Base:
			base = says
		case st.Effect < 0 || st.Rule == screening.NameDiffersRule:
			but += ", but " + says
		case st.Effect > 0:
			with += ", " + says
		}
	}
	return base + with + but
}

func kindsOf(kinds []lists.MeasureKind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return strings.Join(words, ", ")
}

// roleFindings rolls the findings up by role.
func (r *Result) roleFindings() {
	for i := range roles {
		role := roles[i].role
		out := RoleFinding{Role: role}
		unsearched, top := 0, -1
		for j := range r.Findings {
			f := &r.Findings[j]
			if !slices.Contains(f.Roles, role) {
				continue
			}
			out.Findings = append(out.Findings, j)
			if f.Err != nil {
				unsearched++
			}
			if top < 0 || f.Level > r.Findings[top].Level {
				top = j
			}
		}
		if top < 0 {
			continue
		}
		out.Level = r.Findings[top].Level
		switch {
		case out.Level > Nothing:
			out.Because = r.says(top, r.Findings[top].leading()[0])
		case unsearched == len(out.Findings):
			out.Because = "could not be searched: " + reasonOf(r.Findings[top].Err).Error()
		case unsearched > 0:
			out.Because = fmt.Sprintf("no match at threshold %s; %d of %d could not be searched", r.Policy.Threshold, unsearched, len(out.Findings))
		default:
			out.Because = fmt.Sprintf("no match at threshold %s", r.Policy.Threshold)
		}
		r.Roles = append(r.Roles, out)
	}
}
