package ownership

// What a rule leaves open, as CautionSteps tell it.
const (
	cautionControl  = "control is not ownership and blocks nothing here; dealings with him who controls, or signed by him, stay prohibited"
	cautionMinority = "listed owners hold a part, or may; holdings that are not stated, or more listings, could tip it"
	cautionJoint    = "the rule does not say what a joint arrangement adds; it is not counted, and may amount to control"
	cautionRebut    = "a presumption: in the single case it can be shown that nothing would reach the listed party"
	cautionInFact   = "control in fact that the structure does not state is not decided"
	cautionWishes   = "whether its affairs can be expected to follow a listed person's wishes is decided only as far as controls are stated"
	cautionPart     = "listed owners have a part that may be less than one half; whether the whole ship is frozen the rule does not say"
)

// notAdded tells of the listed parties other than the Person who hold something of
// the target themselves. Their holdings stand apart.
func (w *writer) notAdded() {
	for _, s := range w.seeds {
		if s.party == w.all.person || s.party == w.t {
			continue
		}
		sum := [2]Portion{}
		held := false
		for _, i := range w.c.owners.of(w.t) {
			if h := &w.c.holdings[i]; h.owner == s.party {
				sum[0], sum[1] = min(sum[0]+h.share[0].min, Whole), min(sum[1]+h.share[0].Max(), Whole)
				held = held || !w.upper.counted[i]
			}
		}
		if held {
			w.add(Step{Kind: NotAddedStep, Party: w.id(w.t), By: w.id(s.party), Share: Share{sum[0], Whole - sum[1]}, Law: w.r.sum})
		}
	}
}

// cautions tells what the rule leaves open about the target.
func (w *writer) cautions() {
	caution := func(text string, law Law) {
		w.add(Step{Kind: CautionStep, Party: w.id(w.t), Text: text, Law: law})
	}
	v := w.v
	if v.Ground == ByListing && v.Outcome == Met {
		return
	}
	if !w.r.joint {
		for i := range w.c.groups {
			hs := w.c.groups[i].holdings
			if w.c.holdings[hs[0]].owned != w.t {
				continue
			}
			for _, h := range hs {
				if w.upper.counted[h] {
					caution(cautionJoint, w.r.holder)
					break
				}
			}
			break
		}
	}
	switch {
	case w.c.isProperty(w.t):
		if v.Outcome == Undecided && !w.r.anyPart && v.Shares.Max() > 0 && w.lower.counts(w.t) {
			caution(cautionPart, w.r.property)
		}
	case w.r.regime == EU && v.Outcome == Met:
		caution(cautionRebut, w.r.byControl)
	case w.r.regime == EU:
		caution(cautionInFact, w.r.byControl)
	case w.r.regime == UK && v.Outcome != Met:
		caution(cautionWishes, w.r.byControl)
	}
	if v.Outcome == NotMet && v.Shares.Max() > 0 && !w.r.control {
		caution(cautionMinority, w.r.byControl)
	}
}
