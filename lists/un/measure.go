package un

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

//go:generate go test -run ^TestTables$ . -update

// measure reads the listing: by which committee's list, since when.
func (p *parser) measure(e *lists.Entity) {
	m := lists.Measure{Authority: authority}
	var at place
	m.Programme, at = p.rec.one("UN_LIST_TYPE")
	comments, commentsAt := p.rec.one("COMMENTS1")
	if r := regimeOf(m.Programme); r != nil {
		m.Basis = r.basis
		m.Kinds = r.kinds(e.Kind, comments)
	} else if m.Programme != "" {
		p.problem(e, at, "UN_LIST_TYPE", m.Programme, ErrUnknownWord)
	}
	m.Listed = p.when(e, "LISTED_ON")
	m.Ends = p.when(e, "DELISTED_ON")
	var updates []string
	p.rec.values("LAST_DAY_UPDATED", func(text string, at place) {
		updates = append(updates, text)
		d, err := day(text)
		if err != nil {
			p.problem(e, at, "LAST_DAY_UPDATED", text, err)
			return
		}
		if !m.Amended.Known() || m.Amended.From.Before(d.From) {
			m.Amended = d
		}
	})
	e.Measures = append(e.Measures, m)
	if comments != "" {
		remark(e, "COMMENTS1", comments)
		if e.Kind == lists.Organization {
			p.companyNumbers(e, commentsAt, comments)
		}
	}
	if len(updates) > 1 || !m.Amended.Known() && len(updates) == 1 {
		remark(e, "LAST_DAY_UPDATED", "LAST_DAY_UPDATED: "+strings.Join(updates, ", "))
	}
}

// when reads a date of the listing.
func (p *parser) when(e *lists.Entity, element string) lists.Date {
	text, at := p.rec.one(element)
	if text == "" {
		return lists.Date{}
	}
	d, err := day(text)
	if err != nil {
		p.problem(e, at, element, text, err)
	}
	return d
}

// regime is a sanctions regime of the Council: a row of tables/regimes.txt.
type regime struct {
	listType, basis string
	persons, firms  []lists.MeasureKind
	stated          bool // the comments of each record say which of the kinds
}

// regimeOf returns the regime of a UN_LIST_TYPE, or nil.
func regimeOf(listType string) *regime {
	for i := range regimes {
		if regimes[i].listType == listType {
			return &regimes[i]
		}
	}
	return nil
}

// kinds returns what the regime forbids to parties of a kind.
func (r *regime) kinds(k lists.Kind, comments string) []lists.MeasureKind {
	all := r.persons
	if k == lists.Organization {
		all = r.firms
	}
	var out []lists.MeasureKind
	low := ""
	if r.stated {
		low = strings.ToLower(comments)
	}
	for _, m := range all {
		if !r.stated || strings.Contains(low, string(m)) {
			out = append(out, m)
		}
	}
	return out
}

// companyNumbers reads the IMO company numbers that the comments on a shipping
// firm give in prose: "IMO number: 5571322.", "Company Number IMO 5434358.".
// Comments name ships as well, and with their numbers: only what passes the
// check of company numbers (IMO resolution MSC.160(78)) is taken, and what
// passes neither that check nor the one of ships is a Problem.
func (p *parser) companyNumbers(e *lists.Entity, at place, text string) {
	for i := 0; ; {
		n := strings.Index(text[i:], "IMO")
		if n < 0 {
			return
		}
		begin := i + n
		i = begin + len("IMO")
		if begin > 0 && prose.Letter(text[begin-1]) || i < len(text) && prose.Letter(text[i]) {
			continue
		}
		from, to := digitsAfter(text, i)
		if from == to {
			continue
		}
		number := text[from:to]
		id := lists.Identifier{Type: lists.IMOCompany, Value: number, Label: strings.TrimRight(text[begin:from], " :")}
		switch _, err := id.Canonical(); {
		case err == nil:
			if !holds(e, number) {
				e.Identifiers = append(e.Identifiers, id)
			}
		case !lists.ValidIMOShip(number):
			p.problem(e, at, "COMMENTS1", text[begin:to], err)
		}
		i = to
	}
}

// digitsAfter finds a run of 5 to 7 digits that begins within 20 bytes of i,
// with nothing but words for "number" and signs between. Equal ends are none.
func digitsAfter(text string, i int) (from, to int) {
	for from = i; from < len(text) && from-i <= 20 && (text[from] < '0' || text[from] > '9'); from++ {
	}
	between := strings.ToLower(strings.Trim(text[i:from], " ).:,#"))
	switch between {
	case "", "number", "no", "num", "nr", "company number", "company no":
	default:
		return 0, 0
	}
	for to = from; to < len(text) && text[to] >= '0' && text[to] <= '9'; to++ {
	}
	if n := to - from; n < 5 || n > 7 || to < len(text) && prose.Letter(text[to]) {
		return 0, 0
	}
	return from, to
}

// holds reports whether an entity has a number.
func holds(e *lists.Entity, number string) bool {
	for _, id := range e.Identifiers {
		if id.Value == number {
			return true
		}
	}
	return false
}
