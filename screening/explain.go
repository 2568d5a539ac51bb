package screening

import (
	"fmt"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Explain writes what the hit is and what its score is made of, for a person to
// read: level, score and name; the entry with its names, particulars and
// measures, so that it can be told from a namesake; then a line for every step
// with its effect, the base first, and for names that are not equal a line for
// every pair of words. Text of the query and of the list is written on one line,
// with control and invisible characters as escapes, and cut where it is very
// long. The wording may change from release to release: programs read the Hit
// itself or its JSON. Explain returns the first error of w.
func (h Hit) Explain(w io.Writer) error {
	ew := &errWriter{w: w}
	fmt.Fprintf(ew, "%s  %s  %s\n", strings.ToUpper(h.Level.String()), h.Score, oneLine(h.Entity.PrimaryName()))
	facts := grid{indent: 2, columns: []column{{most: 12}, {most: 96}}}
	for _, f := range h.particulars() {
		facts.add(f[0], f[1])
	}
	facts.write(ew)
	if len(h.Steps) == 0 {
		fmt.Fprintln(ew, "  nothing agrees")
		return ew.err
	}
	steps := grid{indent: 2, columns: []column{{most: 6, right: true}, {most: 38}, {most: 32}, {most: 40}}}
	steps.add("effect", "evidence", "asked", "listed")
	for _, i := range baseFirst(h.Steps) {
		steps.step(&h.Steps[i])
	}
	steps.add(h.Score.String(), scoreSentence(h.Steps), "", "")
	steps.write(ew)
	return ew.err
}

// errWriter remembers the first error.
type errWriter struct {
	w   io.Writer
	err error
}

func (e *errWriter) Write(p []byte) (int, error) {
	if e.err != nil {
		return 0, e.err
	}
	n, err := e.w.Write(p)
	e.err = err
	return n, err
}

// particulars are the lines on the entry, each with its label.
func (h *Hit) particulars() [][2]string {
	e := h.Entity
	out := [][2]string{{"entry", strings.TrimSpace(fmt.Sprintf("%s %s, %s", h.Source.Name, oneLine(e.ID), e.Kind))}}
	put := func(label, text string) {
		if text != "" {
			out = append(out, [2]string{label, text})
		}
	}
	names := "names"
	switch {
	case h.Name >= 0 && h.Name < len(e.Names):
		put("name met", nameAndType(e.Names[h.Name]))
		names = "other names"
	case h.has(NameDiffersRule):
		put("name met", "none")
	}
	var also, born, states, flags, numbers, links few
	for i, n := range e.Names {
		if i != h.Name {
			also.add(nameAndType(n))
		}
	}
	put(names, also.String())
	for _, d := range e.Dates {
		switch d.Role {
		case lists.Birth:
			born.add(printed(d))
		case lists.Build:
			put("built", printed(d))
		case lists.Established:
			put("established", printed(d))
		case lists.Death:
			put("died", printed(d))
		}
	}
	for _, p := range e.Places {
		if p.Role == lists.BirthPlace {
			born.add(oneLine(p.Text))
		}
	}
	put("born", born.String())
	put("gender", string(e.Gender))
	for _, c := range e.Countries {
		states.add(fmt.Sprintf("%s (%s)", oneLine(c.Text), c.Role))
	}
	put("countries", states.String())
	if e.Vessel != nil {
		put("ship type", oneLine(e.Vessel.Type))
	}
	for _, c := range e.Flags {
		text := oneLine(c.Text)
		if c.Role != lists.Flag {
			text += fmt.Sprintf(" (%s)", c.Role)
		}
		flags.add(text)
	}
	put("flag", flags.String())
	for _, id := range e.Identifiers {
		numbers.add(identifier(id))
	}
	put("numbers", numbers.String())
	for _, r := range e.Relations {
		links.add(fmt.Sprintf("%s (%s)", oneLine(r.Text), r.Role))
	}
	put("related", links.String())
	var elsewhere few
	for _, l := range h.Also {
		elsewhere.add(fmt.Sprintf("%s %s (%s)", oneLine(l.Source.Name), oneLine(l.Entity.ID), l.Because[0].Reason))
	}
	put("also on", elsewhere.String())
	label := "measures"
	for _, l := range h.Measures() {
		put(label, l)
		if out[len(out)-1][0] == label {
			label = " "
		}
	}
	return out
}

// has reports whether a step is by the rule.
func (h *Hit) has(r Rule) bool {
	for i := range h.Steps {
		if h.Steps[i].Rule == r {
			return true
		}
	}
	return false
}

// few joins texts with semicolons and counts those beyond the first ones.
type few struct {
	texts []string
	more  int
}

const fewTexts = 6

func (f *few) add(text string) {
	if len(f.texts) == fewTexts {
		f.more++
		return
	}
	f.texts = append(f.texts, text)
}

func (f *few) String() string {
	s := strings.Join(f.texts, "; ")
	if f.more > 0 {
		s += fmt.Sprintf("; and %d more", f.more)
	}
	return s
}

// nameAndType is a name as printed, with what it is.
func nameAndType(n lists.Name) string {
	t := n.Type.String()
	if n.Type == lists.Primary || n.Type == lists.Former {
		t += " name"
	}
	return fmt.Sprintf("%s (%s)", oneLine(n.Text), t)
}

// printed is a date as the list prints it, in ISO form where it does not.
func printed(d lists.Date) string {
	if d.Text != "" {
		return oneLine(d.Text)
	}
	return d.String()
}

// idWords are the words for the types of identifier whose own word is an
// abbreviation that does not say number.
var idWords = map[lists.IDType]string{
	lists.IMOShip:            "IMO number",
	lists.IMOCompany:         "IMO company number",
	lists.MMSI:               "MMSI",
	lists.LEI:                "Legal Entity Identifier",
	lists.ENI:                "European vessel number",
	lists.HIN:                "hull number",
	lists.SWIFT:              "SWIFT/BIC",
	lists.DUNS:               "D-U-N-S number",
	lists.OtherID:            "number",
	lists.RegistrationNumber: "registration number",
	lists.SeafarerDocument:   "seafarer's document",
}

// identifier is an identifier in words.
func identifier(id lists.Identifier) string {
	word := idWords[id.Type]
	if word == "" {
		word = string(id.Type)
	}
	value := oneLine(id.Value)
	if id.Type == lists.IMOShip || id.Type == lists.IMOCompany {
		// Lists print the letters IMO before the number, or do not.
		if c, err := id.Canonical(); err == nil {
			value = c.Value
		} else {
			value += ", void"
		}
	}
	s := word + " " + value
	if id.Country != "" {
		s += " (" + oneLine(id.Country) + ")"
	}
	return s
}

// Measures returns a line for every measure on the entity, as far as the list
// says it: authority and programme, what is forbidden, legal basis, and the
// list's own words. Equal lines stand once, in the order of the list.
func (h *Hit) Measures() []string {
	var out []string
next:
	for i := range h.Entity.Measures {
		m := &h.Entity.Measures[i]
		line := oneLine(strings.TrimSpace(m.Authority + " " + m.Programme))
		for j, k := range m.Kinds {
			sep := ", "
			if j == 0 {
				sep = ": "
			}
			line += sep + string(k)
		}
		if m.Basis != "" {
			line += " (" + oneLine(m.Basis) + ")"
		}
		if m.Text != "" {
			line += "; " + oneLine(m.Text)
		}
		for _, l := range out {
			if l == line {
				continue next
			}
		}
		out = append(out, line)
	}
	return out
}

// baseFirst returns the places of steps with the base before all others.
func baseFirst(steps []Step) []int {
	out := make([]int, 0, len(steps))
	for i := range steps {
		if steps[i].Base {
			out = append(out, i)
		}
	}
	for i := range steps {
		if !steps[i].Base {
			out = append(out, i)
		}
	}
	return out
}

// step adds the rows of one step.
func (g *grid) step(st *Step) {
	effect := st.Effect.String()
	switch {
	case st.Base:
	case st.Effect > 0:
		effect = "+" + effect
	case st.Effect == 0:
		effect = "0"
	}
	says := st.Rule.Sentence()
	if st.Align != nil {
		says = nameSentence(st.Align)
	}
	listed := oneLine(st.Listed)
	switch st.Rule {
	case IMORule, MMSIRule, CallSignRule: // the sentence says what it is
	default:
		if st.Note != "" {
			listed = strings.TrimSpace(listed + " (" + oneLine(st.Note) + ")")
		}
	}
	g.add(effect, says, oneLine(st.Query), listed)
	if st.Align == nil || st.Align.Score == matcher.Equal {
		return
	}
	for _, p := range st.Align.Pairs() {
		how := pairSentence(p)
		g.add("", "  "+how, runText(p.Query, st.asked), runText(p.Listed, st.listed))
	}
}

// nameSentence says how alike two names are.
func nameSentence(a *matcher.Alignment) string {
	s := "the names are equal"
	if a.Score < matcher.Equal {
		s = "the names are alike by " + a.Score.String()
	}
	if words := append(a.Notes.Words(), a.Flags.Words()...); len(words) > 0 {
		s += " (" + strings.Join(words, "; ") + ")"
	}
	return s
}

// pairSentence says in what way two words met.
func pairSentence(p matcher.Pair) string {
	switch p.Method {
	case matcher.Same:
		return "same"
	case matcher.Missing:
		return "listed only"
	case matcher.Extra:
		return "asked only"
	}
	how := p.Method.String()
	switch p.Method {
	case matcher.Variant:
		how = "other spelling"
	case matcher.Joined:
		how = "divided otherwise"
	case matcher.InitialOnly:
		how = "initial only"
	}
	return how + ", " + p.Score.String()
}

// scoreSentence stands beside the sum.
func scoreSentence(steps []Step) string {
	n := 0
	for i := range steps {
		n += int(steps[i].Effect)
	}
	switch {
	case n > 1000:
		return "score, held to 1.000"
	case n < 0:
		return "score, held to 0.000"
	}
	return "score"
}

func runText(r matcher.Run, n names.Name) string {
	if r.Len() == 0 {
		return "-"
	}
	return oneLine(r.Text(n))
}

// oneLine makes hostile text fit for a terminal: control and invisible
// characters become visible escapes, and what is very long is cut.
func oneLine(s string) string {
	const most = 240
	cut := len(s) > most
	if cut {
		s = strings.ToValidUTF8(s[:most], "")
	}
	plain := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			plain = false
			break
		}
	}
	if !plain {
		q := fmt.Sprintf("%q", s)
		s = strings.ReplaceAll(strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`), `\\`, `\`)
	}
	if cut {
		s += " ..."
	}
	return s
}
