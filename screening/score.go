package screening

import (
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
)

// This file is the arithmetic of a score, all of it. A score is the largest
// base, plus the effect of "also" for every further base, plus the effects of all
// other rules, held to 0..1000. That the listed name is a former one or a weak alias counts
// where the name is the base; where it is further evidence it is told, so that
// giving a name beside a number never lowers a score.

// Places of the rules that the code names, in rules.
var (
	nameIndex   = NameRule.index()
	weakIndex   = WeakAliasRule.index()
	formerIndex = FormerNameRule.index()
)

// tally collects the steps of one hit.
type tally struct {
	s     *Screener
	steps []Step
	base  int  // place of the base in steps; -1 none
	worth int  // of the base, with what the type of the listed name takes off
	kinds int  // weight of independent evidence: see Level
	own   bool // an identifier of the party's own agrees

	imoEqual bool
}

// add records a step of a rule by its policy effect.
func (t *tally) add(r Rule, query, listed, note string) {
	t.put(Step{Rule: r, Effect: matcher.Score(t.s.effects[r.index()]), Query: query, Listed: listed, Note: note})
}

// against records a step of a rule that contradicts. Where an identifier of the
// party's own agrees, a contradicting particular takes off a quarter of the
// effect: it is told and puts the hit behind others, and does not hide it.
func (t *tally) against(r Rule, query, listed string) {
	n := t.s.effects[r.index()]
	if t.own {
		n /= 4
	}
	t.put(Step{Rule: r, Effect: matcher.Score(n), Query: query, Listed: listed})
}

func (t *tally) put(st Step) { t.steps = append(t.steps, st) }

// offer records a step that can be the base, and what it is worth as one. The
// one worth most is; the first of equals stays, and those that are not become
// further evidence.
func (t *tally) offer(st Step, worth int) {
	i := len(t.steps)
	st.Base = true
	t.steps = append(t.steps, st)
	if t.base < 0 || worth > t.worth {
		if t.base >= 0 {
			t.further(t.base)
		}
		t.base, t.worth = i, worth
		return
	}
	t.further(i)
}

// further makes a base that is not the largest one further evidence.
func (t *tally) further(i int) {
	st := &t.steps[i]
	st.Base = false
	st.Effect = matcher.Score(t.s.effects[alsoIndex])
}

var alsoIndex = AlsoRule.index()

// sum adds up steps: the score of a hit.
func sum(steps []Step) matcher.Score {
	n := 0
	for i := range steps {
		n += int(steps[i].Effect)
	}
	return matcher.Score(max(0, min(1000, n)))
}

// judge weighs all evidence between a query and a party. ok is false where
// nothing can carry a hit.
func (s *Screener) judge(a *asked, p party, best nameMatch) (h Hit, ok bool) {
	h = Hit{Entity: p.entity, Source: p.source, Name: best.name, relations: s.relations}
	t := &tally{s: s, base: -1}
	if best.name >= 0 {
		t.name(a, p.entity, &best)
	}
	t.identifiers(a, p.entity)
	if t.base < 0 {
		return h, false
	}
	if best.name < 0 && len(a.texts) > 0 {
		t.add(NameDiffersRule, a.texts[0], p.entity.PrimaryName(), "")
	}
	if best.name >= 0 {
		switch p.entity.Names[best.name].Type {
		case lists.WeakAlias:
			if p.entity.Kind != lists.Vessel {
				t.ofName(WeakAliasRule, p.entity.Names[best.name].Text)
			}
		case lists.Former:
			t.ofName(FormerNameRule, p.entity.Names[best.name].Text)
		}
	}
	t.compareFacts(a, p.entity)
	t.numbersDiffer(a, p.entity)
	h.Steps = t.steps
	h.Score = sum(h.Steps)
	h.Level = t.level(best, h.Score)
	return h, true
}

// name offers the meeting of two names as a base.
func (t *tally) name(a *asked, e *lists.Entity, m *nameMatch) {
	q, l := m.align.Names(m.q, m.l)
	al := m.align
	t.offer(Step{Rule: NameRule, Effect: matcher.Score(int(m.align.Score) * t.s.effects[nameIndex] / 1000),
		Query: a.texts[m.asked], Listed: e.Names[m.name].Text, Align: &al, asked: q, listed: l}, m.effect)
}

// ofName records what the type of the listed name does, which is nothing where
// the base is another than the name.
func (t *tally) ofName(r Rule, listed string) {
	st := Step{Rule: r, Listed: listed}
	if t.steps[t.base].Rule == NameRule {
		st.Effect = matcher.Score(t.s.effects[r.index()])
	}
	t.put(st)
}

// level says how much a hit rests on. An identifier of the party's own makes it
// strong, unless another one contradicts; so does a name that is nearly equal
// with independent evidence of weight.
func (t *tally) level(best nameMatch, score matcher.Score) Level {
	if score < t.s.policy.Threshold {
		return Near
	}
	for i := range t.steps {
		switch t.steps[i].Rule {
		case IMODiffersRule, BirthDiffersRule, GenderDiffersRule, ConflictRule:
			return Probable
		}
	}
	if t.own || best.name >= 0 && best.align.Score >= 850 && t.kinds >= 2 {
		return Strong
	}
	return Probable
}
