package ofac

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// name reads one name: its forms in several scripts have the same type and
// quality.
func (h *enhanced) name(n *feed.Node) {
	h.place(n)
	id := n.Attr("id")
	primary := n.One("isPrimary") == "true"
	weak := n.One("isLowQuality") == "true"
	word := n.One("aliasType")
	n.Kid("aliasType").Attr("refId")
	for t := range n.Kid("translations").Kids("translation") {
		t.Attr("id")
		first := t.One("isPrimary") == "true"
		name := lists.Name{ID: id}
		if s := t.Kid("script"); s != nil {
			ref := s.Attr("refId")
			text := s.Take()
			code, ok := h.scripts[ref]
			if !ok || code == "" {
				h.once("Script "+ref, text, s.At, true)
			}
			name.Script = code
		}
		t.One("formattedFirstName")
		t.One("formattedLastName")
		full := t.One("formattedFullName")
		h.parts = h.parts[:0]
		for k := range t.Kid("nameParts").Kids("namePart") {
			k.Attr("id")
			k.Kid("type").Attr("refId")
			h.parts = append(h.parts, lists.Part{Role: partRole(k.One("type")), Text: k.One("value")})
		}
		// The formatted name is in capitals where the parts are not, but its order
		// is the publisher's.
		name.Text, name.Parts = h.assemble(h.parts)
		if full != "" && !strings.EqualFold(full, name.Text) {
			name.Text = full
		}
		switch {
		case name.Text == "":
			h.problem(h.in.Pos(t.At), "translation", id, ErrNoName)
		case primary && (first || len(h.cur.names) == 0):
			h.cur.names = append(h.cur.names, name)
		case primary:
			name.Type = lists.Alias
			h.cur.names = append(h.cur.names, name)
		default:
			name.Label = word
			h.aliasName(name, weak)
		}
	}
}

// address reads one address, in each of its scripts.
func (h *enhanced) address(n *feed.Node) {
	h.place(n)
	id := n.Attr("id")
	country := n.One("country")
	n.Kid("country").Attr("refId")
	if strings.EqualFold(country, "undetermined") {
		country = ""
	}
	for t := range n.Kid("translations").Kids("translation") {
		t.Attr("id")
		t.One("isPrimary")
		t.One("script")
		t.Kid("script").Attr("refId")
		a := lists.Address{ID: id, Country: country}
		var street [3]string
		for k := range t.Kid("addressParts").Kids("addressPart") {
			k.Attr("id")
			k.Kid("type").Attr("refId")
			if word, v := k.One("type"), k.One("value"); !addressPart(&a, &street, word, v) {
				a.Text = commas(a.Text, v)
			}
		}
		a.Street = commas(street[:]...)
		h.xmlFile.address(a)
	}
}

// feature reads one feature.
func (h *enhanced) feature(n *feed.Node) {
	h.place(n)
	n.Attr("id")
	n.One("versionId")
	n.One("isPrimary")
	n.One("valueRefId")
	n.Kid("type").Attr("featureTypeId")
	f := fact{label: n.One("type"), value: n.One("value")}
	if k := n.Kid("valueDate"); k != nil {
		k.Attr("id")
		from, _ := lists.ParseDate(k.One("fromDateBegin"))
		k.One("fromDateEnd")
		k.One("toDateBegin")
		to, _ := lists.ParseDate(k.One("toDateEnd"))
		circa := k.One("isApproximate") == "true"
		k.One("isDateRange")
		// The value is the date as printed; the bounds are for what it cannot say.
		if d, err := lists.ParseDate(f.value); err == nil {
			d.Circa = d.Circa || circa
			f.date = d
		} else if d, ok := span(from.From, to.From, circa); ok {
			if f.value != "" {
				d.Text = f.value
			}
			f.date = d
		}
	}
	comment := n.One("comments")
	if r := n.Kid("reliability"); r != nil {
		r.Attr("refId")
		if v := r.Take(); v != "" && v != "Unknown" {
			comment = commas(comment, "reliability: "+v)
		}
	}
	if f.label != "Location" || f.value != "" {
		h.fact(&f)
	}
	if comment != "" {
		h.cur.remarks = append(h.cur.remarks, lists.Remark{Key: f.label, Text: commas(f.label+" "+f.value, comment)})
	}
}

// document reads one identityDocument.
func (h *enhanced) document(n *feed.Node) {
	h.place(n)
	n.Attr("id")
	n.Kid("type").Attr("refId")
	n.Kid("name").TakeAll() // the name that the document bears, which is one of the party's
	n.Kid("issuingCountry").Attr("refId")
	f := fact{label: n.One("type"), value: n.One("documentNumber"), document: true}
	f.paper.country = n.One("issuingCountry")
	f.paper.authority = n.One("issuingAuthority")
	f.paper.note = n.One("comments")
	if v := n.One("issuingLocation"); v != f.paper.country {
		f.paper.place = v
	}
	f.paper.issued = h.day(n, "issueDate")
	f.paper.expires = h.day(n, "expirationDate")
	if v := n.One("isValid"); v != "" && v != "true" {
		f.paper.note = commas(f.paper.note, "Fraudulent")
		h.problem(h.in.Pos(n.At), f.label, f.value, ErrFraudulent)
	}
	h.fact(&f)
}

// relationship reads one relationship, which leads from this party to the other.
func (h *enhanced) relationship(n *feed.Node) {
	n.Attr("id")
	n.Kid("type").Attr("refId")
	k := n.Kid("relatedEntity")
	id := k.Attr("entityId")
	text := k.Take()
	if text == "" {
		text = id
	}
	r := h.relation(n.One("type"), text, n.At)
	if q := n.Kid("quality"); q != nil {
		q.Attr("refId")
		if v := q.Take(); v != "" && v != "Unknown" {
			r.Label += " (quality: " + v + ")"
		}
	}
	h.others = append(h.others, otherParty{len(h.out.Entities), len(h.cur.relations), id, n.At})
	h.cur.relations = append(h.cur.relations, r)
}

// finishRelations looks for the other parties.
func (h *enhanced) finishRelations() {
	for _, o := range h.others {
		e := &h.out.Entities[o.entity]
		r := &e.Relations[o.relation]
		if _, ok := h.entity[o.id]; ok {
			r.IDs = []string{o.id}
			continue
		}
		h.cur.e.ID = e.ID
		h.problem(h.in.Pos(o.at), "relatedEntity", strings.TrimSpace(o.id+" "+r.Text), ErrUnresolved)
	}
}
