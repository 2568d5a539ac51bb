package ofac

import (
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// authority is the Authority of every Measure of this package: the Office of
// Foreign Assets Control of the US Department of the Treasury.
const authority = "OFAC"

// programme is a line of tables/programmes.txt.
type programme struct {
	tag   string
	basis string
	onSDN lists.MeasureKind // besides the asset freeze
	onNon lists.MeasureKind // on the consolidated list
}

// knownProgramme returns the line of tables/programmes.txt for a tag; the zero
// programme where there is none.
func knownProgramme(tag string) programme {
	i, ok := slices.BinarySearchFunc(programmes[:], tag, func(p programme, tag string) int { return strings.Compare(p.tag, tag) })
	if !ok {
		return programme{}
	}
	return programmes[i]
}

// programmeMeasures reads the Program column: tags joined by "] [" without outer
// brackets. A column is read once and its Measures are shared by all entities
// that have it.
//
// Every tag of the SDN list is an asset freeze: property of the party in the
// possession of US persons is blocked (31 CFR chapter V; for vessels see the
// definitions of property in each part). A tag of the consolidated list of
// parties that are not SDNs is one only where a Measure of the remarks says so.
func (p *parser) programmeMeasures(column string) []lists.Measure {
	if ms, ok := p.tags[column]; ok {
		return ms
	}
	var ms []lists.Measure
	for rest, more := column, true; more; {
		var tag string
		tag, rest, more = strings.Cut(rest, "] [")
		tag = strings.Trim(tag, " []")
		if tag == "" && (more || len(ms) > 0) {
			continue
		}
		m := lists.Measure{Authority: authority, Programme: tag}
		known := knownProgramme(tag)
		m.Basis = known.basis
		switch {
		case p.set.sdn:
			m.Kinds = p.kindsOf(lists.AssetFreeze, known.onSDN)
		case known.onNon != "":
			m.Kinds = p.kindsOf(known.onNon, "")
		}
		if tag != "" || p.set.sdn { // a party on the SDN list is blocked, tag or no tag
			ms = append(ms, m)
		}
	}
	if len(ms) > 0 {
		ms = append(make([]lists.Measure, 0, len(ms)), ms...) // a Measure is large, and append makes room for more
	}
	p.store.texts.measures(ms)
	p.tags[column] = ms
	return ms
}

// kindsOf returns the slice of one or two kinds; equal ones share their memory.
func (p *parser) kindsOf(a, b lists.MeasureKind) []lists.MeasureKind {
	k := [2]lists.MeasureKind{a, b}
	if ks, ok := p.kinds[k]; ok {
		return ks
	}
	var ks []lists.MeasureKind
	switch {
	case a != "" && b != "":
		ks = []lists.MeasureKind{a, b}
	case a != "":
		ks = []lists.MeasureKind{a}
	}
	p.kinds[k] = ks
	return ks
}

// keyed notes a segment on which the entity's Measures depend.
func (b *builder) keyed(s string) {
	b.key = append(b.key, 0)
	b.key = append(b.key, s...)
}

// finishMeasures joins the Measures of the Program column and of the remarks.
// Entities with the same ones share them.
func (p *parser) finishMeasures() {
	b := &p.cur
	if len(b.key) == 0 {
		b.e.Measures = b.tags
		return
	}
	b.key = append(b.key, 0)
	b.key = append(b.key, b.programmes...)
	if ms, ok := p.shared[string(b.key)]; ok {
		b.e.Measures = ms
		return
	}
	ms := make([]lists.Measure, 0, len(b.tags)+len(b.measures))
	ms = append(append(ms, b.tags...), b.measures...)
	p.store.texts.measures(ms)
	p.shared[string(b.key)] = ms
	b.e.Measures = ms
}

// directive returns the Measure of the remarks for a directive under an executive
// order. Determination, listing date and effective date are segments of their own
// and meet in it.
func (p *parser) directive(order, number string) *lists.Measure {
	b := &p.cur
	basis := "E.O. " + order + " Directive " + number
	for i := range min(len(b.measures), 64) {
		if b.measures[i].Basis == basis {
			return &b.measures[i]
		}
	}
	b.measures = append(b.measures, lists.Measure{Authority: authority, Basis: basis, Kinds: p.kindsOf(directiveKind(order, number), "")})
	return &b.measures[len(b.measures)-1]
}

// directiveKind returns what a directive forbids, from general knowledge of the
// directives, to be checked against them. E.O. 13662, 1-3: new debt, and under 1
// new equity; 4: goods and services for deepwater, Arctic and shale oil. E.O. 14024,
// 1 and 1a: sovereign bonds; 2: correspondent accounts; 3: new debt and equity; 4:
// transactions with the central bank, fund and ministry. E.O. 14014, 1: financial
// services.
func directiveKind(order, number string) lists.MeasureKind {
	switch order + "/" + number {
	case "13662/1", "13662/2", "13662/3", "13662/4", "14024/1", "14024/1a", "14024/3":
		return lists.Sectoral
	case "14024/2":
		return lists.FinancialLimits
	case "14024/4":
		return lists.TransactionsBan
	case "14014/1":
		return lists.ServicesBan
	}
	return ""
}

// order reads a segment about an executive order; v begins with its number:
//
//	13662 Directive Determination - Subject to Directive 2
//	14024 Directive Information Subject to Directive 3 - All transactions in ...
//	13846 information: FOREIGN EXCHANGE.  Sec. 5(a)(ii)
//
// Others ("14024 Directive Information - For more information ...") are refused.
func (p *parser) order(s, v string) bool {
	number, rest, _ := strings.Cut(v, " ")
	if !allDigits(number) {
		return false
	}
	b := &p.cur
	if i := strings.Index(rest, "Subject to Directive "); i >= 0 {
		n := strings.TrimRight(firstWord(rest[i+len("Subject to Directive "):]), ".,:")
		if n == "" {
			return false
		}
		b.keyed(s)
		m := p.directive(number, n)
		if m.Text != "" {
			b.measures = append(b.measures, lists.Measure{Authority: authority, Basis: m.Basis, Kinds: m.Kinds, Text: s})
			return true
		}
		m.Text = s
		return true
	}
	if foldedPrefix(rest, "information:") {
		b.keyed(s)
		b.measures = append(b.measures, lists.Measure{Authority: authority, Basis: "E.O. " + number, Kinds: p.kindsOf(menuKind(rest), ""), Text: s})
		return true
	}
	return false
}

// menu reads a sanction chosen from the menu of a statute: section 235 of CAATSA,
// PEESA and others.
func (p *parser) menu(s, v string) {
	p.cur.keyed(s)
	m := lists.Measure{Authority: authority, Kinds: p.kindsOf(menuKind(v), ""), Text: s}
	switch {
	case foldedPrefix(s, "caatsa"):
		m.Basis = "Countering America's Adversaries Through Sanctions Act, section 235"
	case foldedPrefix(s, "peesa"):
		m.Basis = "Protecting Europe's Energy Security Act of 2019"
	}
	p.cur.measures = append(p.cur.measures, m)
}

// menuKind finds the kind of a menu-based sanction by its words, which are those
// of section 235(a) of Public Law 115-44, section 5 of E.O. 13846 and section 2 of
// E.O. 14059. A kind that the model lacks is the empty one.
func menuKind(s string) lists.MeasureKind {
	for _, m := range [...]struct {
		words string
		kind  lists.MeasureKind
	}{
		{"export-import bank", lists.FinancialLimits},
		{"export sanctions", lists.ExportControl},
		{"import sanctions", lists.TradeRestriction},
		{"loans", lists.FinancialLimits},
		{"procurement", lists.Debarment},
		{"foreign exchange", lists.FinancialLimits},
		{"banking transactions", lists.FinancialLimits},
		{"blocking property", lists.AssetFreeze},
		{"property blocked", lists.AssetFreeze},
		{"investment in equity", lists.InvestmentBan},
		{"investing in", lists.InvestmentBan},
		{"exclusion of corporate officers", lists.TravelBan},
	} {
		for i := 0; i+len(m.words) <= len(s); i++ {
			if foldedPrefix(s[i:], m.words) {
				return m.kind
			}
		}
	}
	return ""
}

// measureDate reads "(EO 14024 Directive 2): 24 Feb 2022" and "(CMIC) 03 Jun 2021"
// into the Measure that the bracket names.
func (p *parser) measureDate(t target, s, v string) bool {
	b := &p.cur
	if !strings.HasPrefix(v, "(") {
		return false
	}
	name, text, ok := strings.Cut(v[1:], ")")
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), ":"))
	d, err := lists.ParseDate(text)
	if !ok || err != nil {
		return false
	}
	var m *lists.Measure
	if order, number, ok := strings.Cut(name, " Directive "); ok {
		if order, ok = strings.CutPrefix(order, "EO "); !ok || !allDigits(order) || number == "" {
			return false
		}
		b.keyed(s)
		m = p.directive(order, number)
	} else {
		for i := range b.tags {
			if strings.Contains(b.tags[i].Programme, name) {
				b.keyed(s)
				b.tags = append([]lists.Measure(nil), b.tags...) // no longer shared
				m = &b.tags[i]
				break
			}
		}
	}
	if m == nil {
		return false
	}
	to := &m.Listed
	if t == toEffective {
		to = &m.Effective
	}
	if to.Known() {
		return false
	}
	*to = d
	return true
}
