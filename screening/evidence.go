package screening

import (
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
)

// identifiers weighs the numbers and codes of both sides.
func (t *tally) identifiers(a *asked, e *lists.Entity) {
	hull := 0 // facts of the hull that agree besides the IMO number
	imoEqual := false
	for i := range a.ids {
		id := &a.ids[i]
		found, wrong, ok := id.heldBy(e)
		if !ok {
			continue
		}
		rule := id.rule
		if wrong {
			rule = WrongFieldRule
		}
		switch rule {
		case MMSIRule, CallSignRule, OtherIDRule:
			t.kinds += 2
			hull++
		case HullRule:
			t.own = true
			hull++
		default:
			t.own = true
			imoEqual = imoEqual || id.class == shipClass
		}
		worth := t.s.effects[rule.index()]
		t.offer(Step{Rule: rule, Effect: matcher.Score(worth), Query: id.given.Value, Listed: found.Value, Note: found.Label}, worth)
	}
	if e.Kind != lists.Vessel || imoEqual {
		return
	}
	asked, listed := "", ""
	for i := range a.ids {
		if id := &a.ids[i]; id.class == shipClass && id.canon.Value != "" {
			asked = id.given.Value
		}
	}
	for _, id := range e.Identifiers {
		if id.Type == lists.IMOShip {
			if _, err := id.Canonical(); err == nil {
				listed = id.Value
			}
		}
	}
	if asked == "" || listed == "" {
		return
	}
	t.add(IMODiffersRule, asked, listed, "")
	if hull += t.builds(a, e); hull >= 2 {
		t.add(ConflictRule, "", "", "")
	}
}

// builds returns 1 where the years of build agree.
func (t *tally) builds(a *asked, e *lists.Entity) int {
	for _, d := range a.facts.build {
		for _, l := range e.Dates {
			if l.Role == lists.Build && yearsApart(d, l) == 0 {
				return 1
			}
		}
	}
	return 0
}

// compareFacts weighs everything that only supports or weakens a hit. What one
// side does not say is neutral.
func (t *tally) compareFacts(a *asked, e *lists.Entity) {
	f := &a.facts
	switch e.Kind {
	case lists.Vessel:
		t.flags(f, e)
		t.shipType(f, e)
		t.build(f, e)
	default:
		t.births(f, e)
		t.countries(f, e)
		t.places(f, e)
		t.gender(f, e)
	}
	t.owners(f, e)
}

func (t *tally) flags(f *facts, e *lists.Entity) {
	if len(f.flags) == 0 {
		return
	}
	var current, former [2]string // asked, listed
	known := ""
	for _, l := range e.Flags {
		if l.Code == "" {
			continue
		}
		if known == "" {
			known = l.Text
		}
		for _, q := range f.flags {
			if q.code != l.Code {
				continue
			}
			if l.Role == lists.Flag {
				current = [2]string{q.text, l.Text}
			} else {
				former = [2]string{q.text, l.Text}
			}
		}
	}
	switch {
	case current[1] != "":
		t.kinds++
		t.add(FlagRule, current[0], current[1], "")
	case former[1] != "":
		t.kinds++
		t.add(FormerFlagRule, former[0], former[1], "")
	case known != "":
		t.add(FlagDiffersRule, f.flags[0].text, known, "")
	}
}

func (t *tally) shipType(f *facts, e *lists.Entity) {
	if f.shipType == "" || e.Vessel == nil || e.Vessel.Type == "" {
		return
	}
	q := shipClassOf(f.shipType)
	best := unrelated
	for _, text := range append([]string{e.Vessel.Type}, e.Vessel.OtherTypes...) {
		best = min(best, q.to(shipClassOf(text)))
	}
	switch best {
	case sameShipClass:
		t.add(TypeRule, f.shipType, e.Vessel.Type, "")
	case unrelated:
		t.add(TypeDiffersRule, f.shipType, e.Vessel.Type, "")
	}
}

func (t *tally) build(f *facts, e *lists.Entity) {
	best := -1
	var asked, listed lists.Date
	for _, q := range f.build {
		for _, l := range e.Dates {
			if l.Role != lists.Build {
				continue
			}
			if n := yearsApart(q, l); best < 0 || n < best {
				best, asked, listed = n, q, l
			}
		}
	}
	switch {
	case best < 0 || best == 2:
	case best <= 1:
		t.kinds++
		t.add(BuildRule, asked.String(), listed.String(), "")
	default:
		t.add(BuildDiffersRule, asked.String(), listed.String(), "")
	}
}

func (t *tally) births(f *facts, e *lists.Entity) {
	best := dateUnknown
	var asked, listed lists.Date
	for _, q := range f.birth {
		for _, l := range e.Dates {
			if l.Role != lists.Birth || l.IsZero() {
				continue
			}
			if m := meetDates(q, l); m > best {
				best, asked, listed = m, q, l
			}
		}
	}
	switch best {
	case dateSame:
		t.kinds += 2
		t.add(BirthRule, asked.String(), listed.String(), "")
	case dateNear:
		t.kinds++
		t.add(BirthNearRule, asked.String(), listed.String(), "")
	case dateApart:
		t.add(BirthDiffersRule, asked.String(), listed.String(), "")
	}
}

func (t *tally) countries(f *facts, e *lists.Entity) {
	if len(f.countries) == 0 {
		return
	}
	known, asked, met, text := false, "", "", ""
	see := func(code, as string) {
		if code == "" {
			return
		}
		if !known {
			known, text = true, as
		}
		for _, q := range f.countries {
			if q.code == code && met == "" {
				asked, met = q.text, as
			}
		}
	}
	for _, c := range e.Countries {
		see(c.Code, c.Text)
	}
	for _, a := range e.Addresses {
		see(a.Code, a.Country)
	}
	for _, p := range e.Places {
		if p.Role == lists.BirthPlace {
			see(p.Code, p.Text)
		}
	}
	switch {
	case met != "":
		t.kinds++
		t.add(CountryRule, asked, met, "")
	case known:
		t.add(CountryDiffersRule, f.countries[0].text, text, "")
	}
}

func (t *tally) gender(f *facts, e *lists.Entity) {
	if f.gender != "" && e.Gender != "" && f.gender != e.Gender {
		t.add(GenderDiffersRule, string(f.gender), string(e.Gender), "")
	}
}
