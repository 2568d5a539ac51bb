package ofac

import (
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// ParseEnhancedXML reads SDN_ENHANCED.XML or CONS_ENHANCED.XML. name stands for
// the file in positions and in the Source; r is read to its end. Source.Published
// is dataAsOf. The list is the SDN list where more entities are on it than on the
// consolidated one: a party may be on both, and then stands in both files.
//
// The format gives lists, programmes, types of sanction and legal authorities of a
// party side by side and does not say which belong together. So Measure.Listed of
// every programme is the day on which the party came on its first list, and
// Basis is the legal authority where there is but one; all lists with their days,
// types and authorities stand in Measure.Text.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where.
// ParseEnhancedXML keeps no state and may be called by any number of goroutines.
func ParseEnhancedXML(name string, r io.Reader) (*lists.List, error) {
	x, err := openXML(name, r, "sanctionsData")
	if err != nil {
		return nil, err
	}
	h := &enhanced{xmlFile: x, scripts: map[string]string{}}
	err = x.each(func(t *feed.Token) error {
		switch t.Name {
		case "publicationInfo":
			n, err := x.in.Record()
			if err != nil {
				return err
			}
			x.publishedISO(n.One("dataAsOf"), n.At)
			n.Kid("filters").TakeAll() // what the file was asked to hold
			n.Rest(func(path, text string, at feed.Place) { x.once(path, text, at, true) })
			return nil
		case "referenceValues":
			return x.each(h.reference)
		case "featureTypes": // entities hold the names of types
			return x.in.Skip()
		case "entities":
			return x.each(func(t *feed.Token) error {
				if t.Name != "entity" {
					return x.skip(t)
				}
				n, err := x.in.Record()
				if err == nil {
					x.place(n)
					h.party(n)
				}
				return err
			})
		}
		return x.skip(t)
	})
	if err != nil {
		return nil, fileError(err)
	}
	h.finishRelations()
	x.lateDates()
	x.resolveLinks()
	l, err := x.end(x.listed.set())
	if err != nil {
		return nil, fileError(err)
	}
	return l, nil
}

// enhanced is what is known of one file.
type enhanced struct {
	*xmlFile
	scripts map[string]string // ISO 15924 codes by reference number
	parts   []lists.Part
	others  []otherParty
}

// otherParty is the other end of a Relation, which may stand later in the file.
type otherParty struct {
	entity, relation int
	id               string
	at               feed.Place
}

// reference reads one reference value; only those of scripts are needed.
func (h *enhanced) reference(t *feed.Token) error {
	n, err := h.in.Record()
	if err != nil {
		return err
	}
	if strings.EqualFold(n.One("type"), "script") {
		code := n.One("code")
		if len(code) != 4 {
			code = scripts[n.One("isoCode")]
		}
		h.scripts[strings.Clone(n.Attr("refId"))] = strings.Clone(code)
	}
	return nil
}

// party makes an Entity of one entity.
func (h *enhanced) party(n *feed.Node) {
	b := &h.cur
	info := n.Kid("generalInfo")
	word := info.One("entityType")
	info.Kid("entityType").Attr("refId")
	info.One("identityId")
	kind, known := kindOf(word)
	if !h.begin(n.Attr("id"), kind, n.At) {
		return
	}
	if !known {
		h.problem(b.e.Pos, "entityType", word, ErrUnknownWord)
		b.remarks = append(b.remarks, lists.Remark{Key: "entityType", Text: "entityType: " + word})
	}
	if v := n.Attr("action"); v != "" {
		h.problem(b.e.Pos, "action", v, ErrDelta)
		b.remarks = append(b.remarks, lists.Remark{Key: "action", Text: "action: " + v})
	}
	b.title = info.One("title")
	for k := range n.Kid("names").Kids("name") {
		h.name(k)
	}
	for k := range n.Kid("addresses").Kids("address") {
		h.address(k)
	}
	for k := range n.Kid("features").Kids("feature") {
		h.feature(k)
	}
	for k := range n.Kid("identityDocuments").Kids("identityDocument") {
		h.document(k)
	}
	for k := range n.Kid("relationships").Kids("relationship") {
		h.relationship(k)
	}
	if k := info.Kid("remarks"); k != nil {
		h.place(k)
		h.comment(linked(k.Take()))
	}
	var ls []listing
	for k := range n.Kid("sanctionsLists").Kids("sanctionsList") {
		k.Attr("refId")
		k.Attr("id")
		l := listing{name: k.Take()}
		if text := k.Attr("datePublished"); text != "" {
			d, err := lists.ParseDate(text)
			if err != nil {
				h.problem(h.in.Pos(k.At), "datePublished", text, errDateText)
				d.Text = text
			}
			l.listed = d
		}
		ls = append(ls, l)
	}
	tags := texts(n, "sanctionsPrograms", "sanctionsProgram")
	types := texts(n, "sanctionsTypes", "sanctionsType")
	basis := texts(n, "legalAuthorities", "legalAuthority")
	entities := len(h.out.Entities)
	h.keep(n)
	if len(h.out.Entities) == entities {
		return
	}
	e := &h.out.Entities[entities]
	if len(ls) == 0 {
		h.problem(e.Pos, "sanctionsLists", "", ErrReference)
		ls = []listing{{}}
	}
	for i := range ls {
		l := &ls[i]
		if l.tags = tags; i > 0 { // types and authorities once
			h.list(e, l)
			continue
		}
		l.types = types
		switch {
		case len(basis) == 1:
			l.basis = basis
		case len(basis) > 1:
			l.types = append(l.types, "under "+strings.Join(basis, ", "))
		}
		h.list(e, l)
	}
}

// texts takes the texts of a list of elements but "Unknown".
func texts(n *feed.Node, list, item string) []string {
	var out []string
	for k := range n.Kid(list).Kids(item) {
		k.Attr("refId")
		k.Attr("id")
		if v := k.Take(); v != "" && v != "Unknown" {
			out = append(out, v)
		}
	}
	return out
}
