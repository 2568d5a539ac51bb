package ownership

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Explain writes the verdict for a person to read: what it is, the arithmetic step
// by step from the listed parties to the target, and the laws it rests on with
// their dates. Texts of the caller are written on one line, with control and
// invisible characters as escapes, and cut where they are very long. The wording
// may change from release to release: programs read the Verdict itself or its JSON.
// Explain returns the first error of w.
func (v Verdict) Explain(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s  %s\n", strings.ToUpper(string(v.Outcome)), v.Regime, v.name(v.Target))
	fmt.Fprintf(&b, "  %s\n", v.sentence())
	var laws []Law
	for i := range v.Steps {
		s := &v.Steps[i]
		n := 0
		if s.Law != (Law{}) {
			for n < len(laws) && laws[n] != s.Law {
				n++
			}
			if n == len(laws) {
				laws = append(laws, s.Law)
			}
			n++
		}
		line := v.line(s)
		if n > 0 {
			line += fmt.Sprintf("  [%d]", n)
		}
		fmt.Fprintf(&b, "  %s\n", line)
	}
	for i, l := range laws {
		fmt.Fprintf(&b, "  [%d] %s\n", i+1, l)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// String returns the verdict without its steps, in one line; of a Verdict without
// an outcome, such as the zero one, "no verdict".
func (v Verdict) String() string {
	if v.Outcome == "" {
		return "no verdict"
	}
	return fmt.Sprintf("%s: %s: %s: %s", v.Regime, v.name(v.Target), v.Outcome, v.sentence())
}

// sentence tells why the outcome is what it is.
func (v Verdict) sentence() string {
	need := bound{v.Need, v.Over}.String()
	who := "listed owners hold"
	if v.Person != "" {
		who = v.name(v.Person) + " holds"
	}
	may := ""
	if v.Outcome == Undecided {
		may = "it may be that "
	}
	switch v.Ground {
	case ByListing:
		return may + "the party itself is listed"
	case ByControl:
		return may + "a listed party controls it"
	case ByProperty:
		return may + "a listed party has a share in it"
	case ByVotes:
		if v.Votes != nil {
			return fmt.Sprintf("%s %s of the votes; the rule asks for more than 50%%", who, v.Votes.span())
		}
	}
	if v.Person == "" && v.Shares == Exact(0) {
		return "no listed owner holds anything that counts"
	}
	return fmt.Sprintf("%s %s; the rule asks for %s", who, v.Shares.span(), need)
}

// name returns the name and the ID of a party.
func (v Verdict) name(id string) string {
	if n := v.Names[id]; n != "" {
		return oneLine(n) + " (" + oneLine(id) + ")"
	}
	return oneLine(id)
}

// line tells a step.
func (v Verdict) line(s *Step) string {
	party, by := v.name(s.Party), v.name(s.By)
	size := s.Share.String()
	if s.Votes != nil {
		size += " (votes " + s.Votes.String() + ")"
	}
	holds := fmt.Sprintf("  %s: %s holds %s", party, by, size)
	if s.For != "" {
		holds += " for " + v.name(s.For)
	}
	if s.Joint {
		holds += " in a joint arrangement"
	}
	text := oneLine(s.Text)
	switch s.Kind {
	case ListedStep, MayBeListedStep:
		if text != "" {
			text = ": " + text
		}
		return party + " " + strings.Replace(string(s.Kind), "listed", "is listed", btoi(s.Kind == ListedStep)) + text
	case NoFreezeStep:
		return fmt.Sprintf("%s is listed for %s, which is no freeze; what it means for firms that it owns is not decided", party, text)
	case CountsStep, MayCountStep:
		return holds + ": " + string(s.Kind)
	case NothingStep:
		switch {
		case s.For != "":
			return fmt.Sprintf("%s: counts nothing, because the share is that of %s", holds, v.name(s.For))
		case v.Person != "":
			return fmt.Sprintf("%s: counts nothing, because %s has no majority of %s", holds, v.name(v.Person), by)
		}
		return fmt.Sprintf("%s: counts nothing, because %s does not count as listed", holds, by)
	case OthersStep:
		return fmt.Sprintf("  %s: other holders have %s: counts nothing", party, s.Share.span())
	case UnstatedStep:
		if s.Share == Exact(Whole) {
			return fmt.Sprintf("  %s: no holder is stated", party)
		}
		return fmt.Sprintf("  %s: nobody is stated to hold the other %s: counts nothing", party, s.Share.span())
	case ControlsStep, MayControlStep:
		return fmt.Sprintf("  %s: %s %s it: %s", party, by, s.Kind, text)
	case SumStep:
		sum := s.Share.span()
		if s.Votes != nil {
			sum += " (votes " + s.Votes.span() + ")"
		}
		follows := string(s.Outcome)
		if s.Party != v.Target {
			follows = map[Outcome]string{Met: "counts as listed", NotMet: "does not count", Undecided: "may count"}[s.Outcome]
		}
		return fmt.Sprintf("%s: %s in all: %s", party, sum, follows)
	case NotAddedStep:
		return fmt.Sprintf("  %s: listed too, and judged on its own", holds[2:])
	case OmittedStep:
		return fmt.Sprintf("the sums of %s parties above %s are not told", text, party)
	case BoundedStep:
		return party + ": the listed parties are taken together here; no one of them has more than all"
	}
	if s.By != "" {
		party += ", " + by
	}
	return fmt.Sprintf("caution: %s: %s", party, text)
}

// oneLine returns s for a line of text.
func oneLine(s string) string {
	const most = 120
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > most {
			b.WriteString("...")
			break
		}
		if unicode.IsGraphic(r) && (r == ' ' || !unicode.IsSpace(r)) && r != unicode.ReplacementChar {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "\\u%04x", r)
	}
	return b.String()
}
