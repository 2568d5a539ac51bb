package ofac

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// relationRoles are the roles of OFAC's types of relation, read from the one party
// to the other. Source: RelationType of the reference values.
var relationRoles = map[string]lists.RelationRole{
	"associate of":                       lists.AssociateOf,
	"providing support to":               lists.ProvidesSupport,
	"acting for or on behalf of":         lists.ActingFor,
	"owned or controlled by":             lists.OwnedOrControlledBy,
	"family member of":                   lists.FamilyOf,
	"playing a significant role in":      lists.OtherRelation,
	"leader or official of":              lists.LeaderOf,
	"principal executive officer":        lists.LeaderOf,
	"owns, controls, or operates":        lists.OwnerOf,
	"property in the interest of":        lists.PropertyInterest,
	"owned, controlled, or operated by":  lists.OwnedOrControlledBy,
	"controls or is responsible for":     lists.OtherRelation,
	"was or is a leader, official, etc.": lists.LeaderOf,
}

// relation makes a Relation of OFAC's words.
func (x *xmlFile) relation(label, other string, at feed.Place) lists.Relation {
	role, ok := relationRoles[strings.ToLower(label)]
	if !ok {
		role = lists.OtherRelation
		x.once("relation "+label, label, at, false)
	}
	return lists.Relation{Role: role, Text: other, Label: label}
}

// relationship reads one ProfileRelationship onto the party that it begins with.
// The direction is the list's own.
func (a *advanced) relationship(n *feed.Node) {
	n.Attr("ID")
	n.Attr("SanctionsEntryID")
	from, to := n.Attr("From-ProfileID"), n.Attr("To-ProfileID")
	i, ok := a.entity[from]
	if !ok {
		a.cur.e.ID = ""
		a.add(lists.Problem{Pos: a.in.Pos(n.At), Field: "From-ProfileID", Value: from, Dropped: true, Err: ErrReference})
		return
	}
	e := &a.out.Entities[i]
	a.cur.e.ID = e.ID
	r := a.relation(a.ref("RelationType", n.Attr("RelationTypeID"), n.At), to, n.At)
	r.Former = n.Attr("Former") == "true"
	if q := a.ref("RelationQuality", n.Attr("RelationQualityID"), n.At); q != "" && q != "Unknown" {
		r.Label += " (quality: " + q + ")"
	}
	if _, ok := a.entity[to]; ok {
		r.IDs = []string{to}
	} else {
		a.problem(a.in.Pos(n.At), "To-ProfileID", to, ErrUnresolved)
	}
	e.Relations = append(e.Relations, r)
	a.leftovers(e, n)
}

// leftovers keeps what nothing took of a record that comes after its entity.
func (a *advanced) leftovers(e *lists.Entity, n *feed.Node) {
	n.Rest(func(path, text string, at feed.Place) {
		e.Remarks = append(e.Remarks, lists.Remark{Key: path, Text: path + ": " + text})
		if !strings.HasSuffix(path, "Comment") {
			a.once(path, text, at, false)
		}
	})
}

// nameRelations puts the names of parties in the place of their numbers.
func (x *xmlFile) nameRelations() {
	for i := range x.out.Entities {
		e := &x.out.Entities[i]
		for j := range e.Relations {
			if r := &e.Relations[j]; len(r.IDs) == 1 && r.Text == r.IDs[0] {
				if name := x.out.Entities[x.entity[r.Text]].PrimaryName(); name != "" {
					r.Text = name
				}
			}
		}
	}
}

// entry reads one SanctionsEntry: that a party is on a list, since when and by
// which law, and the measures.
//
// A party is on the "Consolidated List" and on the list that this consolidates,
// under the same tags: a tag becomes one Measure, with the earliest date. Its Text
// names the lists with their dates and the types of measure that are no tags.
func (a *advanced) entry(n *feed.Node) {
	n.Attr("ID")
	profile := n.Attr("ProfileID")
	i, ok := a.entity[profile]
	if !ok {
		a.cur.e.ID = ""
		a.add(lists.Problem{Pos: a.in.Pos(n.At), Field: "ProfileID", Value: profile, Dropped: true, Err: ErrReference})
		return
	}
	e := &a.out.Entities[i]
	a.cur.e.ID = e.ID
	l := listing{name: a.ref("List", n.Attr("ListID"), n.At)}
	for k := range n.Kids("EntryEvent") {
		k.Attr("ID")
		k.Kid("Date").Attr("CalendarTypeID")
		day, text := a.point(k.Kid("Date"))
		when := lists.Date{From: day, Text: text}
		if !day.IsZero() {
			when.Text = day.String()
		}
		switch word := strings.ToLower(a.ref("EntryEventType", k.Attr("EntryEventTypeID"), k.At)); {
		case strings.Contains(word, "remov"), strings.Contains(word, "delist"), strings.Contains(word, "revo"):
			l.ends = when
		case strings.Contains(word, "amend"), strings.Contains(word, "modif"), strings.Contains(word, "updat"):
			l.amended = when
		default:
			l.listed = earliest(l.listed, when)
		}
		if basis := a.ref("LegalBasis", k.Attr("LegalBasisID"), k.At); basis != "" && basis != "Unknown" {
			l.basis = once(l.basis, basis)
		}
	}
	for k := range n.Kids("SanctionsMeasure") {
		k.Attr("ID")
		word := a.ref("SanctionsType", k.Attr("SanctionsTypeID"), k.At)
		comment := k.One("Comment")
		if d, ok := a.period(k.Kid("DatePeriod")); ok {
			l.types = append(l.types, strings.TrimSpace(word+" "+d.Text))
		}
		switch {
		case strings.EqualFold(word, "Program") && comment != "":
			l.tags = append(l.tags, comment)
		default:
			l.types = append(l.types, strings.TrimSpace(word+" "+comment))
		}
	}
	a.list(e, &l)
	a.leftovers(e, n)
}

// listing is that a party is on one of OFAC's lists.
type listing struct {
	name                  string
	listed, amended, ends lists.Date
	basis, tags, types    []string
}

// list adds a listing to the Measures of an entity.
func (x *xmlFile) list(e *lists.Entity, l *listing) {
	sdn := strings.HasPrefix(l.name, "SDN") || strings.HasPrefix(l.name, "Specially Designated")
	if sdn {
		x.listed.sdn++
	} else if l.name == sets[1].umbrella {
		x.listed.consolidated++
	}
	if len(l.tags) == 0 {
		l.tags = []string{""}
	}
	words := strings.TrimSpace(l.name + " " + l.listed.Text)
	if len(l.types) > 0 {
		words += ": " + strings.Join(l.types, ", ")
	}
	for _, tag := range l.tags {
		known := knownProgramme(tag)
		m := measureOf(e, tag)
		if m == nil {
			at := 0 // before the Measures of the features
			for at < len(e.Measures) && strings.HasPrefix(e.Measures[at].Text, listWord) {
				at++
			}
			e.Measures = append(e.Measures[:at:at], append([]lists.Measure{{Authority: authority, Programme: tag, Text: listWord + words}}, e.Measures[at:]...)...)
			m = &e.Measures[at]
		} else {
			m.Text += "; " + words
		}
		if len(l.basis) > 0 && (m.Basis == "" || m.Basis == known.basis) {
			m.Basis = strings.Join(l.basis, "; ")
		} else if m.Basis == "" {
			m.Basis = known.basis
		}
		m.Listed = earliest(m.Listed, l.listed)
		if l.amended.Known() {
			m.Amended = l.amended
		}
		if l.ends.Known() {
			m.Ends = l.ends
		}
		m.Kinds = x.listKinds(m.Kinds, known, sdn, l.types)
	}
}

// listKinds returns what a tag forbids now that one more list has it: the SDN list
// an asset freeze, others what the table of programmes says, beside it.
func (x *xmlFile) listKinds(kinds []lists.MeasureKind, known programme, sdn bool, types []string) []lists.MeasureKind {
	frozen := len(kinds) > 0 && kinds[0] == lists.AssetFreeze
	switch {
	case sdn && known.onSDN == "" && len(kinds) > 0 && kinds[0] == known.onNon:
		return x.kindsOf(lists.AssetFreeze, known.onNon)
	case sdn:
		return x.kindsOf(lists.AssetFreeze, known.onSDN)
	case frozen && known.onNon != "":
		return x.kindsOf(lists.AssetFreeze, known.onNon)
	case len(kinds) > 0:
		return kinds
	case known.onNon != "":
		return x.kindsOf(known.onNon, "")
	}
	for _, t := range types {
		if strings.HasPrefix(t, "Block") {
			return x.kindsOf(lists.AssetFreeze, "")
		}
	}
	return nil
}

// listWord begins the Text of a Measure that a listing made.
const listWord = "listed: "

// measureOf returns the Measure that listings made for a tag, or nil.
func measureOf(e *lists.Entity, tag string) *lists.Measure {
	for i := range e.Measures {
		if m := &e.Measures[i]; m.Programme == tag && strings.HasPrefix(m.Text, listWord) {
			return m
		}
	}
	return nil
}

// once appends s to all unless it is there.
func once(all []string, s string) []string {
	for _, t := range all {
		if s == t {
			return all
		}
	}
	return append(all, s)
}

// earliest returns the earlier of two dates; one that is unknown does not count.
func earliest(a, b lists.Date) lists.Date {
	if !a.Known() || b.Known() && b.From.Before(a.From) {
		return b
	}
	return a
}
