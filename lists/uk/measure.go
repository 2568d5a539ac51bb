package uk

import (
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// imposed are the words of SanctionsImposed and, without blanks and hyphens, the
// names of the indicators. The words are the list's; what they forbid is from
// general knowledge of the regulations, to be checked against them: for ships of the
// Russia Regulations, whose words point to a text, regulations 57A to 57I of SI
// 2019/855, no port entry, detention, end of registration.
var imposed = [...]struct {
	words string
	kinds []lists.MeasureKind
}{
	{"assetfreeze", []lists.MeasureKind{lists.AssetFreeze}},
	{"travelban", []lists.MeasureKind{lists.TravelBan}},
	{"armsembargo", []lists.MeasureKind{lists.ArmsEmbargo}},
	{"targetedarmsembargo", []lists.MeasureKind{lists.ArmsEmbargo}},
	{"prohibitionofportentry", []lists.MeasureKind{lists.PortBan}},
	{"deflag", []lists.MeasureKind{lists.DeFlagging}},
	{"shippingsanctions", []lists.MeasureKind{lists.PortBan, lists.DeFlagging}},
	{"charteringofships", []lists.MeasureKind{lists.ServicesBan}},
	{"preventionofcharteringofships", []lists.MeasureKind{lists.ServicesBan}},
	{"preventionofcharteringofshipsandaircraft", []lists.MeasureKind{lists.ServicesBan}},
	{"crewservicingofshipsandaircraft", []lists.MeasureKind{lists.ServicesBan}},
	{"technicalassistancerelatedtoaircraft", []lists.MeasureKind{lists.ServicesBan}},
	{"trustservicessanctions", []lists.MeasureKind{lists.ServicesBan}},
	{"preventionofbusinessarrangements", []lists.MeasureKind{lists.TransactionsBan}},
	{"closureofrepresentativeoffices", nil},
	{"directordisqualificationsanction", []lists.MeasureKind{lists.Debarment}},
}

// letters returns the Latin letters of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, s)
}

// measureKinds returns what words of the list forbid, and whether it knows them.
func measureKinds(words string) ([]lists.MeasureKind, bool) {
	key := letters(words)
	for i := range imposed {
		if imposed[i].words == key || imposed[i].words == "shippingsanctions" && strings.HasPrefix(key, imposed[i].words) {
			return imposed[i].kinds, true
		}
	}
	return nil, false
}

// maxMeasures bounds the regimes of one party; in whole files it has two at the
// most.
const maxMeasures = 64

// measure returns the party's Measure under a regime, or begins it.
func (x *party) measure(regime string) *lists.Measure {
	for i := range x.e.Measures {
		if x.e.Measures[i].Basis == regime {
			return &x.e.Measures[i]
		}
	}
	if len(x.e.Measures) == maxMeasures {
		x.remark("Regime", regime)
		return &x.e.Measures[maxMeasures-1]
	}
	x.e.Measures = append(x.e.Measures, lists.Measure{Authority: authority, Basis: regime, Programme: programme(regime)})
	return &x.e.Measures[len(x.e.Measures)-1]
}

// programme shortens the title of regulations to the name of the regime: "The
// Russia (Sanctions) (EU Exit) Regulations 2019" to Russia. Regimes of the older
// list are short already.
func programme(regime string) string {
	s := strings.TrimPrefix(regime, "The ")
	for _, end := range [...]string{" (Sanctions)", " (United Nations Sanctions)", " (Sanctions etc.)", " Sanctions Regulations", " (EU Exit)", " Regulations "} {
		if i := strings.Index(s, end); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// forbids adds kinds to a Measure.
func forbids(m *lists.Measure, kinds []lists.MeasureKind) {
	for _, k := range kinds {
		if !slices.Contains(m.Kinds, k) {
			m.Kinds = append(m.Kinds, k)
		}
	}
}

// imposes reads SanctionsImposed: words with "|" between them, some twice.
func (x *party) imposes(m *lists.Measure, text string) {
	if text == "" || m.Text == text {
		return
	}
	if m.Text == "" {
		m.Text = text
	} else if x.first("imposed", text) {
		x.remark("Sanctions Imposed", text)
	}
	for words := range strings.SplitSeq(text, "|") {
		if words = strings.TrimSpace(words); words == "" {
			continue
		}
		kinds, known := measureKinds(words)
		if !known && x.first("imposed word", words) {
			x.problem("Sanctions Imposed", words, ErrUnknownWord)
		}
		forbids(m, kinds)
	}
}

// listed reads the day of listing. A second one under the same regime is kept as
// a remark.
func (x *party) listed(m *lists.Measure, field, text string) {
	if text == "" || m.Listed.Text == text {
		return
	}
	d, err := day(text)
	switch {
	case err != nil:
		if x.first(field, text) {
			x.problem(field, text, err)
			x.remark(field, text)
		}
	case !m.Listed.Known():
		m.Listed = d
	default:
		x.remark(field, text)
	}
}

// amended reads the day of the last change. The latest one of several counts,
// and the others are remarks.
func (x *party) amended(m *lists.Measure, text string) {
	if text == "" || m.Amended.Text == text {
		return
	}
	d, err := day(text)
	switch {
	case err != nil:
		if x.first("amended", text) {
			x.problem("Last Updated", text, err)
			x.remark("Last Updated", text)
		}
	case !m.Amended.Known():
		m.Amended = d
	case m.Amended.From.Before(d.From):
		x.remark("Last Updated", m.Amended.Text)
		m.Amended = d
	default:
		x.remark("Last Updated", text)
	}
}
