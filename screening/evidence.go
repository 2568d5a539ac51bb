package screening

import (
	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
)

// identifiers weighs the numbers and codes of both sides.
func (t *tally) identifiers(a *asked, e *lists.Entity) {
	named := t.base >= 0
	imoEqual := false
	var hull few // facts of the hull that agree besides the IMO number, each once
	fact := map[Rule]bool{}
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
		case MMSIRule, CallSignRule, HullRule:
			if !fact[rule] {
				fact[rule] = true
				hull.add(string(rule))
			}
		}
		switch {
		case rule == MMSIRule, rule == CallSignRule, rule == OtherIDRule, id.short() && !named:
			t.kinds += 2
		default:
			t.own = true
			imoEqual = imoEqual || id.class == shipClass
		}
		worth := t.s.effects[rule.index()]
		t.offer(Step{Rule: rule, Effect: matcher.Score(worth), Query: id.given.Value, Listed: found.Value, Note: found.Label}, worth)
	}
	if e.Kind != lists.Vessel {
		return
	}
	t.imoEqual = imoEqual
	if imoEqual {
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
	if t.builds(a, e) == 1 {
		hull.add(string(BuildRule))
	}
	if len(hull.texts) >= 2 {
		t.add(ConflictRule, "", "", hull.String())
	}
}

// numbersDiffer weighs numbers of which a party has one in a state, or one in
// the world, and which differ. Passports and seafarers' documents say nothing:
// they are renewed, and people have several.
func (t *tally) numbersDiffer(a *asked, e *lists.Entity) {
	for i := range a.ids {
		q := &a.ids[i]
		switch q.given.Type {
		case lists.LEI, lists.IMOCompany:
		case lists.NationalID, lists.RegistrationNumber, lists.TaxID:
			if q.code == "" {
				continue
			}
		default:
			continue
		}
		if q.canon.Value == "" || q.given.Type == lists.IMOCompany && e.Kind == lists.Vessel {
			continue
		}
		if listed, differs := q.contradicted(a, e); differs {
			t.against(NumberDiffersRule, q.given.Value, listed)
			return
		}
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
		t.size(f, e)
		t.doubt()
	default:
		t.births(f, e)
		t.countries(f, e)
		t.places(f, e)
		t.gender(f, e)
	}
	t.owners(f, e)
	t.addresses(f, e)
}

// doubt tells of an equal IMO number with particulars that contradict it: a ship
// may sail under the number of one that was scrapped or lost.
func (t *tally) doubt() {
	if !t.imoEqual {
		return
	}
	n := 0
	for i := range t.steps {
		switch t.steps[i].Rule {
		case TypeDiffersRule, BuildDiffersRule, TonnageDiffersRule, LengthDiffersRule:
			n++
		}
	}
	if n >= 2 {
		t.add(HullDoubtRule, "", "", "")
	}
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
		t.against(FlagDiffersRule, f.flags[0].text, known)
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
		t.against(TypeDiffersRule, f.shipType, e.Vessel.Type)
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
		t.against(BuildDiffersRule, asked.String(), listed.String())
	}
}

func (t *tally) births(f *facts, e *lists.Entity) {
	best := dateUnknown
	var asked, listed lists.Date
	for _, q := range f.birth {
		for _, l := range e.Dates {
			if l.Role != lists.Birth || !l.Known() {
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
		t.against(BirthDiffersRule, asked.String(), listed.String())
	}
}

func (t *tally) countries(f *facts, e *lists.Entity) {
	if len(f.countries) == 0 {
		return
	}
	known, asked, met, text := false, "", "", ""
	see := func(code, as string, tells bool) {
		if code == "" {
			return
		}
		if tells && !known {
			known, text = true, as
		}
		for _, q := range f.countries {
			if q.code == code && met == "" {
				asked, met = q.text, as
			}
		}
	}
	for _, c := range e.Countries {
		see(c.Code, c.Text, true)
	}
	// People live, and are born, in states of which they are no nationals.
	told := known && e.Kind == lists.Person
	for _, a := range e.Addresses {
		see(a.Code, a.Country, !told)
	}
	for _, p := range e.Places {
		if p.Role == lists.BirthPlace {
			see(p.Code, p.Text, !told)
		}
	}
	switch {
	case met != "":
		t.kinds++
		if e.Kind == lists.Organization {
			t.kinds++ // a firm is of its register: its name and its state are two kinds of evidence
		}
		t.add(CountryRule, asked, met, "")
	case known:
		t.against(CountryDiffersRule, f.countries[0].text, text)
	}
}

func (t *tally) gender(f *facts, e *lists.Entity) {
	if f.gender != "" && e.Gender != "" && f.gender != e.Gender {
		t.against(GenderDiffersRule, string(f.gender), string(e.Gender))
	}
}
