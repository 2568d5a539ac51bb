package ownership

import (
	"cmp"
	"slices"
	"strconv"
)

// StepKind says what a Step is about.
type StepKind string

// The kinds of step, in the order in which they come.
const (
	ListedStep      StepKind = "listed"           // Party is listed by the regime and its assets are frozen; Text is the entry
	MayBeListedStep StepKind = "may be listed"    // likewise, but the listing or what it forbids is not established
	NoFreezeStep    StepKind = "no freeze"        // Party is listed for something else, which counts nothing; Text is the measure
	CountsStep      StepKind = "counts"           // what By holds of Party counts
	MayCountStep    StepKind = "may count"        // it depends on a doubt whether it counts
	NothingStep     StepKind = "counts nothing"   // By does not count as listed, so what it holds counts nothing, not a part of it
	OthersStep      StepKind = "others"           // what all other holders of Party have, which counts nothing
	UnstatedStep    StepKind = "unstated"         // what no holder of Party is stated for; it counts nothing, but nobody has said whose it is
	ControlsStep    StepKind = "controls"         // By controls Party, by what Text says
	MayControlStep  StepKind = "may control"      // it depends on a doubt
	SumStep         StepKind = "sum"              // what counts of Party, and the Outcome: for the target the verdict's, for others whether they count as listed
	NotAddedStep    StepKind = "not added"        // what By, another listed party, has of the target; it is not added to that of the Person
	CautionStep     StepKind = "caution"          // Text is what the rule leaves open, or what is prohibited all the same
	BoundedStep     StepKind = "bounded together" // the lines take the listed parties together, because no one of them has more than all: it suffices, or they are too many to judge each
	OmittedStep     StepKind = "omitted"          // of Text parties the sums are not told; they are farther from the target, or count nothing
)

// Step is one line of the arithmetic. Which fields are filled depends on the Kind.
type Step struct {
	Kind    StepKind `json:"kind"`
	Party   string   `json:"party,omitempty"` // whom the step is about: the one held or controlled
	By      string   `json:"by,omitempty"`    // who holds or controls
	For     string   `json:"for,omitempty"`   // for whom By holds
	Share   Share    `json:"share,omitzero"`  // of a holding as far as it is known, of a sum what counts
	Votes   *Share   `json:"votes,omitempty"` // likewise, where votes are asked for and differ from shares
	Joint   bool     `json:"joint,omitempty"` // it counts because of a joint arrangement
	Outcome Outcome  `json:"outcome,omitempty"`
	Text    string   `json:"text,omitempty"`
	Law     Law      `json:"law,omitzero"`
}

// writer makes the steps of a Verdict.
type writer struct {
	c            *Chart
	r            *rule
	t            int32
	lower, upper *scenario
	distance     []int32
	seeds        []seed
	all          figures
	v            *Verdict
	reached      []bool // parties to which holdings and controls lead from those listed
}

func (w *writer) add(s Step) { w.v.Steps = append(w.v.Steps, s) }

func (w *writer) id(p int32) string { return w.c.parties[p].ID }

// steps fills the Steps and the Names of the verdict.
func (w *writer) steps() {
	w.behind()
	w.reach()
	firms, omitted := w.firms()
	for _, p := range w.named(firms) {
		w.listing(p)
	}
	if w.all.bounded && len(w.seeds) > 0 {
		w.add(Step{Kind: BoundedStep, Party: w.id(w.t), Law: w.r.sum})
	}
	if omitted > 0 {
		w.add(Step{Kind: OmittedStep, Party: w.id(w.t), Text: strconv.Itoa(omitted)})
	}
	for _, p := range firms {
		w.firm(p)
	}
	if w.r.perPerson && !w.all.bounded {
		w.notAdded()
	}
	w.cautions()
	w.v.Names = map[string]string{}
	for i := range w.v.Steps {
		for _, id := range [...]string{w.v.Steps[i].Party, w.v.Steps[i].By, w.v.Steps[i].For} {
			if at, ok := w.position(id); ok && w.c.parties[at].Name != "" && w.c.parties[at].Name != id {
				w.v.Names[id] = w.c.parties[at].Name
			}
		}
	}
	if len(w.v.Names) == 0 {
		w.v.Names = nil
	}
}

// behind fills Behind: it follows holdings and controls up from the target, through
// parties of the upper scenario, as far as the first that is listed on each way.
func (w *writer) behind() {
	seen := make([]bool, len(w.c.parties))
	seen[w.t] = true
	for queue := []int32{w.t}; len(queue) > 0; queue = queue[1:] {
		if w.upper.tally[queue[0]].round == 1 {
			w.v.Behind = append(w.v.Behind, w.id(queue[0]))
			if queue[0] != w.t {
				continue
			}
		}
		w.upper.behind(queue[0], func(p int32) {
			if !seen[p] && w.upper.has(p) {
				seen[p] = true
				queue = append(queue, p)
			}
		})
	}
	slices.Sort(w.v.Behind)
}

func (w *writer) position(id string) (int, bool) {
	return slices.BinarySearchFunc(w.c.parties, id, func(p Party, id string) int { return cmp.Compare(p.ID, id) })
}

// reach marks the parties with something to tell: those of the upper scenario, and
// whatever they hold or control, directly or through others.
func (w *writer) reach() {
	w.reached = make([]bool, len(w.c.parties))
	var queue []int32
	add := func(p int32) {
		if w.distance[p] >= 0 && !w.reached[p] {
			w.reached[p] = true
			queue = append(queue, p)
		}
	}
	for _, p := range w.upper.queue {
		add(p)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, i := range w.c.holds.of(queue[0]) {
			add(w.c.holdings[i].owned)
		}
		for _, i := range w.c.rules.of(queue[0]) {
			add(w.c.controls[i].controlled)
		}
	}
	w.reached[w.t] = true
}

// listing tells of a party that is listed itself.
func (w *writer) listing(p int32) {
	if len(w.c.parties[p].Listed) == 0 {
		return
	}
	if freeze, _ := w.c.listed(p, w.r.regime); freeze && w.r.perPerson && !w.all.bounded && p != w.all.person && p != w.t {
		return // told by notAdded
	}
	told := map[Step]bool{}
	for i := range w.c.parties[p].Listed {
		d := &w.c.parties[p].Listed[i]
		if d.Regime != w.r.regime {
			continue
		}
		s := Step{Kind: ListedStep, Party: w.id(p), Text: d.Entry, Law: w.r.listing}
		switch {
		case !d.freezes(w.r.regime):
			s.Kind, s.Text = NoFreezeStep, string(d.Measure)
		case d.Possible:
			s.Kind = MayBeListedStep
		}
		if !told[s] {
			told[s] = true
			w.add(s)
		}
	}
}

// mostTold is the number of parties whose sums a verdict tells. Nobody reads more;
// a structure of which more would have to be told is a web.
const mostTold = 250

// firms returns the parties whose sums are told, the target last: those in the
// upper scenario by the round in which they entered it, then the others from the
// farthest to the nearest, and by ID. Of more than mostTold it keeps those by which
// something counts for the target, then the nearest, and returns how many it left
// out.
func (w *writer) firms() (told []int32, omitted int) {
	for p := range w.c.parties {
		if q := int32(p); w.reached[p] && (q == w.t && w.v.Ground != ByListing || w.told(q)) {
			told = append(told, q)
		}
	}
	if omitted = len(told) - mostTold; omitted > 0 {
		leading := w.c.leading(w.t, w.upper)
		slices.SortFunc(told, func(a, b int32) int {
			return cmp.Or(-cmp.Compare(btoi(leading[a]), btoi(leading[b])), cmp.Compare(w.distance[a], w.distance[b]), cmp.Compare(a, b))
		})
		told = told[:mostTold]
	}
	late := func(p int32) int32 {
		if !w.upper.has(p) {
			return 1 << 30
		}
		return w.upper.tally[p].round
	}
	slices.SortFunc(told, func(a, b int32) int {
		return cmp.Or(cmp.Compare(btoi(a == w.t), btoi(b == w.t)), cmp.Compare(late(a), late(b)),
			-cmp.Compare(w.distance[a], w.distance[b]), cmp.Compare(a, b))
	})
	return told, max(omitted, 0)
}

// named returns the parties that the lines on firms name, by ID.
func (w *writer) named(firms []int32) []int32 {
	named := make([]bool, len(w.c.parties))
	for _, p := range firms {
		named[p] = true
		for _, i := range w.c.owners.of(p) {
			named[w.c.holdings[i].owner], named[w.c.holdings[i].holder] = true, true
		}
		for _, i := range w.c.ruled.of(p) {
			named[w.c.controls[i].controller] = true
		}
	}
	var out []int32
	for p, is := range named {
		if is {
			out = append(out, int32(p))
		}
	}
	return out
}

// told reports whether there is something to tell of what is held of p: not where
// it is not the target and its own listing is certain, and not where no holder and
// no controller is reached.
func (w *writer) told(p int32) bool {
	if w.lower.tally[p].round == 1 && p != w.t {
		return false
	}
	for _, i := range w.c.owners.of(p) {
		if h := &w.c.holdings[i]; w.upper.counted[i] || w.reached[h.owner] || w.reached[h.holder] {
			return true
		}
	}
	for _, i := range w.c.ruled.of(p) {
		if w.reached[w.c.controls[i].controller] {
			return true
		}
	}
	return false
}

// votes returns the votes of a holding or a sum where they are asked for and are
// not the shares.
func (w *writer) votes(shares, votes Share) *Share {
	if !w.r.byVotes || shares == votes {
		return nil
	}
	return &votes
}

// firm tells what is held of p, who controls it, and what follows.
func (w *writer) firm(p int32) {
	others, hidden := [2]Portion{}, false
	stated := Portion(0)
	for _, i := range w.c.owners.of(p) {
		h := &w.c.holdings[i]
		stated = min(stated+h.share[0].Max(), Whole)
		in := w.upper.has(h.owner) || w.upper.has(h.holder) && !w.r.nominee
		s := Step{Kind: NothingStep, Party: w.id(p), By: w.id(h.holder), Share: h.share[0], Votes: w.votes(h.share[0], h.share[1]), Law: w.r.indirect}
		if h.owner != h.holder {
			s.For = w.id(h.owner)
		}
		switch {
		case w.upper.counted[i]:
			s.Kind, s.Joint, s.Law = CountsStep, !in, w.r.threshold
			if s.Joint || s.For != "" {
				s.Law = w.r.holder
			} else if w.upper.tally[h.owner].round > 1 {
				s.Law = w.r.indirect
			}
			if !w.lower.counted[i] {
				s.Kind = MayCountStep
			}
		case !w.reached[h.owner] && !w.reached[h.holder]:
			others[0], others[1] = others[0]+h.share[0].min, min(others[1]+h.share[0].Max(), Whole)
			hidden = true
			continue
		}
		w.add(s)
	}
	if hidden {
		others[1] = min(others[1], Whole-(w.c.minimum[0][p]-others[0]))
		w.add(Step{Kind: OthersStep, Party: w.id(p), Share: Share{others[0], Whole - others[1]}})
	}
	if stated < Whole {
		w.add(Step{Kind: UnstatedStep, Party: w.id(p), Share: Share{Whole - stated, w.c.minimum[0][p]}})
	}
	w.controls(p)
	held := [2]Share{}
	for k := range held {
		held[k] = Share{w.lower.held(p, k), Whole - w.upper.held(p, k)}
	}
	s := Step{Kind: SumStep, Party: w.id(p), Share: held[0], Votes: w.votes(held[0], held[1]), Outcome: NotMet, Law: w.r.threshold}
	switch {
	case w.lower.has(p) || p == w.t && w.lower.decides(p):
		s.Outcome = Met
	case w.upper.has(p) || p == w.t && w.upper.decides(p):
		s.Outcome = Undecided
	}
	if w.c.isProperty(p) {
		s.Law = w.r.property
	} else if w.r.stake && p != w.t {
		s.Law = w.r.indirect
	} else if !w.r.perPerson && len(w.c.owners.of(p)) > 1 {
		s.Law = w.r.sum
	}
	w.add(s)
}

// controls tells of the controls over p.
func (w *writer) controls(p int32) {
	for _, i := range w.c.ruled.of(p) {
		c := &w.c.controls[i]
		if !w.upper.has(c.controller) {
			continue
		}
		s := Step{Kind: ControlsStep, Party: w.id(p), By: w.id(c.controller), Text: string(c.by), Law: w.r.byControl}
		if c.possible || !w.lower.has(c.controller) {
			s.Kind = MayControlStep
		}
		w.add(s)
		if !w.r.control {
			w.add(Step{Kind: CautionStep, Party: w.id(p), By: w.id(c.controller), Text: cautionControl, Law: w.r.byControl})
		}
	}
}
