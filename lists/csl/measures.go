package csl

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// sourceList is one of the lists that the table puts together.
type sourceList struct {
	code      string // in brackets in the column source
	words     string // with which the column begins
	authority string
	basis     string // where the row prints no notice
	on        string // kinds belong to programmes that hold these words; empty stands for every one
	kinds     []lists.MeasureKind
	firms     bool // rows without a type are firms
}

// sourceLists are the lists by the words of the column source, with what being
// on them means, from general knowledge of the law, to be checked against it: 31
// CFR chapter V for the lists of the Treasury (SDN: property is blocked; SSI:
// directives under E.O. 13662; FSE: E.O. 13608; PLC: transactions to be rejected;
// CAPTA: correspondent accounts; CMIC: E.O. 13959 as amended, purchase and sale of
// securities; the menu-based list forbids what each entry says); 15 CFR part 744,
// supplements no. 4 (Entity List), 6 (Unverified List) and 7 (Military End-User
// List), and 764.3(a)(2) (denial of export privileges); 22 CFR 127.7 (debarment
// under the ITAR). Sanctions of the State Department for nonproliferation differ by
// their law: see lawKinds.
var sourceLists = [...]sourceList{
	{"SDN", "Specially Designated Nationals", "OFAC", "", "", []lists.MeasureKind{lists.AssetFreeze}, false},
	{"SSI", "Sectoral Sanctions", "OFAC", "", "EO13662", []lists.MeasureKind{lists.Sectoral}, false},
	{"FSE", "Foreign Sanctions Evaders", "OFAC", "", "FSE", []lists.MeasureKind{lists.TransactionsBan}, false},
	{"PLC", "Palestinian Legislative Council", "OFAC", "", "NS-PLC", []lists.MeasureKind{lists.FinancialLimits}, false},
	{"CAP", "Capta List", "OFAC", "", "", []lists.MeasureKind{lists.FinancialLimits}, false},
	{"NS-MBS", "Non-SDN Menu-Based", "OFAC", "", "", nil, false},
	{"CMIC", "Non-SDN Chinese Military", "OFAC", "", "CMIC", []lists.MeasureKind{lists.InvestmentBan}, false},
	{"EL", "Entity List", "BIS", "15 CFR part 744, supplement no. 4", "", []lists.MeasureKind{lists.ExportControl}, false},
	{"DPL", "Denied Persons", "BIS", "15 CFR 764.3(a)(2)", "", []lists.MeasureKind{lists.ExportControl}, false},
	{"UVL", "Unverified List", "BIS", "15 CFR part 744, supplement no. 6", "", []lists.MeasureKind{lists.ExportControl}, true},
	{"MEU", "Military End User", "BIS", "15 CFR part 744, supplement no. 7", "", []lists.MeasureKind{lists.ExportControl}, true},
	{"DTC", "ITAR Debarred", "State Department", "22 CFR 127.7", "", []lists.MeasureKind{lists.Debarment, lists.ExportControl}, false},
	{"ISN", "Nonproliferation Sanctions", "State Department", "", "", nil, false},
}

// lawKinds are what the laws of nonproliferation forbid, likewise. E.O. 13382 blocks
// property; the Iran, North Korea, and Syria Nonproliferation Act (Public Law
// 106-178, section 3) ends procurement and licences for exports. Others leave
// the choice to each determination.
var lawKinds = [...]struct {
	law   string
	kinds []lists.MeasureKind
}{
	{"E.O. 13382", []lists.MeasureKind{lists.AssetFreeze}},
	{"INKSNA", []lists.MeasureKind{lists.Debarment, lists.ExportControl}},
}

// listOf finds a list by the words of the column source, or returns nil.
func listOf(source string) *sourceList {
	low := strings.ToLower(source)
	for i := range sourceLists {
		s := &sourceLists[i]
		if strings.HasPrefix(low, strings.ToLower(s.words)) || strings.Contains(source, "("+s.code+")") || strings.Contains(source, "("+s.code+" List)") {
			return s
		}
	}
	return nil
}

// measures makes one Measure of every programme, or one for the list where the
// row names none. The programme is then the code of the list.
func (b *builder) measures() {
	r := b.r
	base := lists.Measure{Text: r.text[colSource], Basis: r.text[colNotice]}
	base.Listed = b.date(colStart, r.text[colStart], "")
	base.Ends = b.date(colEnd, r.text[colEnd], "")
	if b.from != nil {
		base.Authority = b.from.authority
		if base.Basis == "" {
			base.Basis = b.from.basis
		}
	}
	for _, x := range [...]column{colRequirement, colPolicy} {
		if t := r.text[x]; t != "" {
			base.Text = prose.Join("; ", base.Text, strings.ReplaceAll(columnNames[x], "_", " ")+": "+t)
		}
	}
	for _, programme := range r.list[colPrograms] {
		m := base
		m.Programme = programme
		m.Kinds = b.kinds(programme)
		b.e.Measures = append(b.e.Measures, m)
	}
	if len(b.e.Measures) == 0 {
		if b.from != nil {
			base.Programme = b.from.code
			if b.from.on == "" {
				base.Kinds = b.from.kinds
			}
		}
		b.e.Measures = append(b.e.Measures, base)
	}
}

// kinds returns what a programme forbids to a party on the list.
func (b *builder) kinds(programme string) []lists.MeasureKind {
	switch {
	case b.from == nil:
	case b.from.code == "ISN":
		for i := range lawKinds {
			if strings.Contains(programme, lawKinds[i].law) {
				return lawKinds[i].kinds
			}
		}
	case strings.Contains(programme, b.from.on):
		return b.from.kinds
	}
	return nil
}

// order reads an entry on an executive order. It reports whether it is one:
//
//	Subject to Directive 2, Executive Order 13662 Directive Determination -
//	BANKING TRANSACTIONS. Sec. 5(a)(iii), Executive Order 13846 information:
func (b *builder) order(n *entry) bool {
	number, rest, _ := strings.Cut(n.kind[len("Executive Order "):], " ")
	if directive, ok := strings.CutPrefix(n.number, "Subject to Directive "); ok {
		directive, _, _ = strings.Cut(directive, " ")
		m := b.directive(number, strings.TrimRight(directive, ".,:"))
		if m.Text != "" {
			b.remark(n.kind, n.whole)
			return true
		}
		m.Text = n.whole
		return true
	}
	if !strings.HasPrefix(strings.ToLower(rest), "information:") {
		return false
	}
	b.e.Measures = append(b.e.Measures, lists.Measure{Authority: "OFAC", Basis: "E.O. " + number, Kinds: menuKinds(n.number), Text: n.whole})
	return true
}

// directive returns the Measure of a directive under an executive order.
func (b *builder) directive(order, number string) *lists.Measure {
	basis := "E.O. " + order + " Directive " + number
	for i := range b.e.Measures {
		if b.e.Measures[i].Basis == basis {
			return &b.e.Measures[i]
		}
	}
	m := lists.Measure{Authority: "OFAC", Basis: basis}
	if k := directiveKind(order, number); k != "" {
		m.Kinds = []lists.MeasureKind{k}
	}
	b.e.Measures = append(b.e.Measures, m)
	return &b.e.Measures[len(b.e.Measures)-1]
}

// directiveKind returns what a directive forbids, from general knowledge of the
// directives, to be checked against them. E.O. 13662: new debt and equity, and under
// 4 goods and services for oil. E.O. 14024, 1 and 1a: sovereign bonds; 2:
// correspondent accounts; 3: new debt and equity; 4: transactions with the central
// bank, fund and ministry.
func directiveKind(order, number string) lists.MeasureKind {
	switch order + "/" + number {
	case "13662/1", "13662/2", "13662/3", "13662/4", "14024/1", "14024/1a", "14024/3":
		return lists.Sectoral
	case "14024/2":
		return lists.FinancialLimits
	case "14024/4":
		return lists.TransactionsBan
	}
	return ""
}

// menuKinds finds the kind of a sanction that was chosen from the menu of a
// statute, by its words: section 235(a) of Public Law 115-44 and section 5 of
// E.O. 13846.
func menuKinds(s string) []lists.MeasureKind {
	low := strings.ToLower(s)
	for _, m := range [...]struct {
		words string
		kind  lists.MeasureKind
	}{
		{"export-import bank", lists.FinancialLimits}, {"export sanctions", lists.ExportControl}, {"import sanctions", lists.TradeRestriction},
		{"loans", lists.FinancialLimits}, {"procurement", lists.Debarment}, {"foreign exchange", lists.FinancialLimits},
		{"banking transactions", lists.FinancialLimits}, {"blocking property", lists.AssetFreeze}, {"property blocked", lists.AssetFreeze},
		{"investment in equity", lists.InvestmentBan}, {"corporate officers", lists.TravelBan},
	} {
		if strings.Contains(low, m.words) {
			return []lists.MeasureKind{m.kind}
		}
	}
	return nil
}

// measureDate reads "24 Feb 2022, Listing Date (EO 14024 Directive 2):" and "03
// Jun 2021, Listing Date (CMIC)" into the Measure that the bracket names.
func (b *builder) measureDate(n *entry, effective bool) bool {
	_, name, _ := strings.Cut(n.kind, "(")
	name, _, ok := strings.Cut(name, ")")
	d, err := lists.ParseDate(n.number)
	if !ok || err != nil {
		return false
	}
	var m *lists.Measure
	if order, number, ok := strings.Cut(name, " Directive "); ok {
		m = b.directive(strings.TrimSpace(strings.TrimPrefix(order, "EO")), number)
	} else {
		for i := range b.e.Measures {
			if strings.Contains(b.e.Measures[i].Programme, name) {
				m = &b.e.Measures[i]
				break
			}
		}
	}
	if m == nil {
		return false
	}
	to := &m.Listed
	if effective {
		to = &m.Effective
	}
	if to.Known() {
		return false
	}
	*to = d
	return true
}
