package ofac

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// party makes an entity of one DistinctParty.
func (a *advanced) party(n *feed.Node) {
	b := &a.cur
	profile := n.Kid("Profile")
	id := n.Attr("FixedRef")
	if id == "" {
		id = profile.Attr("ID")
	}
	sub := profile.Attr("PartySubTypeID")
	kind := a.kind(sub, n.At)
	if !a.begin(id, kind, n.At) {
		for k := range profile.Kids("Identity") {
			a.use(k.Attr("ID"), nil)
		}
		return
	}
	if kind == lists.Unknown {
		a.problem(b.e.Pos, "PartySubTypeID", sub, ErrUnknownWord)
	}
	delta := n.Attr("DeltaAction")
	if delta == "" {
		delta = profile.Attr("DeltaAction")
	}
	if delta != "" {
		a.problem(b.e.Pos, "DeltaAction", delta, ErrDelta)
		b.remarks = append(b.remarks, lists.Remark{Key: "DeltaAction", Text: "DeltaAction: " + delta})
	}
	profile.Attr("ID")
	for k := range profile.Kids("Identity") {
		a.identity(k)
	}
	for k := range profile.Kids("Feature") {
		a.feature(k)
	}
	for k := range profile.Kids("Identity") {
		a.use(k.Attr("ID"), a.paper)
	}
	if k := n.Kid("Comment"); k != nil {
		a.place(k)
		a.comment(linked(k.Take()))
	}
	if profile == nil {
		a.problem(b.e.Pos, "Profile", "", ErrReference)
	}
	a.keep(n)
}

// kind tells the kind of a party by its sub-type, and of "Unknown" ones by their
// type.
func (a *advanced) kind(sub string, at feed.Place) lists.Kind {
	word := a.ref("PartySubType", sub, at)
	if k, ok := kindOf(word); ok {
		return k
	}
	party := a.ref("PartyType", a.refs["PartySubType"][sub].party, at)
	if party == "Other Entity" {
		party = "Entity"
	}
	if k, ok := kindOf(party); ok {
		return k
	}
	k, _ := kindOf(fallback["PartySubType"][sub])
	return k
}

// use calls do with the documents of an identity and marks them as used.
func (a *advanced) use(identity string, do func(*document)) {
	all := a.papers[identity]
	for i := range all {
		if !all[i].used && do != nil {
			do(&all[i])
		}
		all[i].used = true
	}
}

// paper files one document of the entity.
func (a *advanced) paper(d *document) {
	a.cur.line, a.cur.column = d.at.Line, d.at.Column
	if d.valid != "" && d.valid != "Valid" {
		d.fact.paper.note = commas(d.fact.paper.note, d.valid)
		a.problem(a.in.Pos(d.at), d.label, d.value, ErrFraudulent)
	}
	a.fact(&d.fact)
}

// identity reads the names of one Identity.
func (a *advanced) identity(n *feed.Node) {
	n.Attr("ID")
	n.Attr("FixedRef")
	n.Attr("Primary")
	clear(a.groups)
	for m := range n.Kid("NamePartGroups").Kids("MasterNamePartGroup") {
		for g := range m.Kids("NamePartGroup") {
			a.groups[g.Attr("ID")] = g.Attr("NamePartTypeID")
		}
	}
	if n.Attr("False") == "true" {
		a.problem(a.in.Pos(n.At), "False", "true", ErrFraudulent)
		a.cur.remarks = append(a.cur.remarks, lists.Remark{Key: "Identity", Text: "False: true"})
	}
	for alias := range n.Kids("Alias") {
		a.alias(alias)
	}
}

// alias reads one Alias: a name with its forms in other scripts, which have the
// same type and quality. Only the first form of the primary name is Primary.
func (a *advanced) alias(n *feed.Node) {
	a.place(n)
	n.Attr("FixedRef")
	word := a.ref("AliasType", n.Attr("AliasTypeID"), n.At)
	primary := n.Attr("Primary") == "true"
	weak := n.Attr("LowQuality") == "true"
	for doc := range n.Kids("DocumentedName") {
		doc.Attr("FixedRef")
		status := doc.Attr("DocNameStatusID")
		name := lists.Name{ID: doc.Attr("ID")}
		a.parts = a.parts[:0]
		for part := range doc.Kids("DocumentedNamePart") {
			for v := range part.Kids("NamePartValue") {
				role := a.partRole(v.Attr("NamePartGroupID"), v.At)
				name.Script = a.script(v.Attr("ScriptID"), v.At)
				v.Attr("ScriptStatusID")
				v.Attr("Acronym")
				if text := v.Take(); text != "" {
					a.parts = append(a.parts, lists.Part{Role: role, Text: text})
				}
			}
		}
		name.Text, name.Parts = a.assemble(a.parts)
		switch {
		case name.Text == "":
			a.problem(a.in.Pos(doc.At), "DocumentedName", name.ID, ErrNoName)
		case primary && (status == "1" || len(a.cur.names) == 0):
			a.cur.names = append(a.cur.names, name)
		case primary:
			name.Type, name.Label = lists.Alias, word
			a.cur.names = append(a.cur.names, name)
		default:
			name.Label = word
			a.aliasName(name, weak)
		}
	}
	if primary && weak {
		a.problem(a.in.Pos(n.At), "LowQuality", "true", ErrContradiction)
	}
}

// partRole returns the role of a part of a name by its group.
func (a *advanced) partRole(group string, at feed.Place) lists.PartRole {
	id, ok := a.groups[group]
	if !ok {
		a.problem(a.in.Pos(at), "NamePartGroupID", group, ErrReference)
		return lists.Whole
	}
	return partRole(a.ref("NamePartType", id, at))
}

// partRole returns the role of a type of name part; what is not a part of a
// person's name is the whole name of something else.
func partRole(word string) lists.PartRole {
	switch word {
	case "Last Name":
		return lists.Surname
	case "First Name":
		return lists.Given
	case "Middle Name":
		return lists.Middle
	case "Maiden Name":
		return lists.Maiden
	case "Nickname":
		return lists.Nickname
	case "Patronymic":
		return lists.Patronymic
	case "Matronymic":
		return lists.Matronymic
	}
	return lists.Whole
}

// assemble makes a name of its parts: "SURNAME, Given Middle", as the other files
// print it, or the parts with blanks between.
func (x *xmlFile) assemble(parts []lists.Part) (string, []lists.Part) {
	var last, rest string
	for _, p := range parts {
		to := &rest
		if p.Role == lists.Surname {
			to = &last
		}
		*to = prose.Join(" ", *to, p.Text)
	}
	switch {
	case len(parts) == 0:
		return "", nil
	case len(parts) == 1 && (parts[0].Role == lists.Whole || parts[0].Role == lists.Surname):
		parts = nil
	case last != "" && rest != "":
		last += ", "
	}
	return last + rest, x.store.parts.keep(parts)
}

// scripts are the ISO 15924 codes of the numbers of that standard, which are
// OFAC's numbers of scripts. Source: Unicode Consortium, ISO 15924 registration
// authority, codes of scripts.
var scripts = map[string]string{
	"125": "Hebr", "160": "Arab", "200": "Grek", "215": "Latn", "220": "Cyrl", "230": "Armn", "240": "Geor", "286": "Hang",
	"287": "Kore", "315": "Deva", "325": "Beng", "350": "Mymr", "352": "Thai", "413": "Jpan", "430": "Ethi", "500": "Hani", "501": "Hans", "502": "Hant",
}

// script returns the ISO 15924 code of a script.
func (a *advanced) script(id string, at feed.Place) string {
	word := a.ref("Script", id, at)
	code, ok := scripts[id]
	if !ok && word != "" {
		a.once("Script "+id, word, at, true)
	}
	return code
}

// feature reads one Feature.
func (a *advanced) feature(n *feed.Node) {
	b := &a.cur
	a.place(n)
	n.Attr("ID")
	label := a.ref("FeatureType", n.Attr("FeatureTypeID"), n.At)
	for v := range n.Kids("FeatureVersion") {
		v.Attr("ID")
		comment := v.One("Comment")
		if r := a.ref("Reliability", v.Attr("ReliabilityID"), v.At); r != "" && r != "Unknown" {
			comment = commas(comment, "reliability: "+r)
		}
		filed := false
		when, dated := a.period(v.Kid("DatePeriod"))
		if !dated {
			comment = commas(comment, when.Text)
		}
		for d := range v.Kids("VersionDetail") {
			f := fact{label: label, value: d.Take()}
			d.Attr("DetailTypeID")
			if id := d.Attr("DetailReferenceID"); id != "" {
				if text := a.ref("DetailReference", id, d.At); f.value == "" {
					f.value = text
				} else if text != f.value {
					comment = commas(comment, text)
				}
			}
			if dated {
				f.date, dated = when, false
			}
			if f.value != "" || f.date.Known() {
				a.fact(&f)
				filed = true
			}
		}
		if dated {
			a.fact(&fact{label: label, date: when})
			filed = true
		}
		for k := range v.Kids("VersionLocation") {
			l, ok := a.where(k.Attr("LocationID"), k.At)
			switch {
			case !ok:
				comment = commas(comment, "LocationID "+k.Attr("LocationID"))
			case label == "Location":
				if l.name != "" && l.Country != l.name {
					l.Address.Text = l.name
				}
				a.address(l.Address)
				filed = true
			case l.text() != "":
				a.fact(&fact{label: label, value: l.text()})
				filed = true
			}
		}
		_, column := columns[strings.ToLower(label)]
		switch {
		case comment != "", !filed && column:
			b.remarks = append(b.remarks, lists.Remark{Key: label, Text: strings.TrimSpace(label + " " + comment)})
		case !filed && label != "Location": // it says nothing but that it is one
			a.fact(&fact{label: label})
		}
	}
	for k := range n.Kids("IdentityReference") {
		k.Attr("IdentityID")
		k.Attr("IdentityFeatureLinkTypeID")
	}
}
