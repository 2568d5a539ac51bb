package eu

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// record is one sanctionEntity, whichever of the two forms of the file it comes
// from. The names of its values are those of the XML.
type record struct {
	at      lists.Position
	entity  detail // attributes, remarks and regulation of the entity itself
	subject detail // subjectType
	details []detail
}

// detail is an element of a record: its values as attributes, and what stands
// in it.
type detail struct {
	name     string // of the element: "nameAlias"
	at       lists.Position
	values   []value
	remarks  []string
	contacts [][2]string // key and value
	act      act
	extra    []value // what the format does not know
}

// value is an attribute that is not empty.
type value struct {
	name, text string
	taken      bool
}

// act is a regulation, or the summary of one.
type act struct {
	kind, organisation, published, inForce, number, programme, url, id string
}

// actFields are the names of an act's attributes in XML; those of the columns
// in CSV are the same with a capital, but Type.
var actFields = [...]struct {
	name string
	at   func(*act) *string
}{
	{"regulationType", func(a *act) *string { return &a.kind }},
	{"organisationType", func(a *act) *string { return &a.organisation }},
	{"publicationDate", func(a *act) *string { return &a.published }},
	{"entryIntoForceDate", func(a *act) *string { return &a.inForce }},
	{"numberTitle", func(a *act) *string { return &a.number }},
	{"programme", func(a *act) *string { return &a.programme }},
	{"publicationUrl", func(a *act) *string { return &a.url }},
	{"logicalId", func(a *act) *string { return &a.id }},
}

// field returns the field of an act's attribute, or nil.
func (a *act) field(name string) *string {
	for i := range actFields {
		if actFields[i].name == name {
			return actFields[i].at(a)
		}
	}
	return nil
}

// take takes a value, or returns the empty string.
func (d *detail) take(name string) string {
	for i := range d.values {
		if d.values[i].name == name {
			d.values[i].taken = true
			return d.values[i].text
		}
	}
	return ""
}

// yes takes a value that is true or false.
func (d *detail) yes(name string) bool {
	switch strings.ToLower(d.take(name)) {
	case "true", "1", "y", "yes":
		return true
	}
	return false
}

// set adds a value that is not empty.
func (d *detail) set(name, text string) {
	if text != "" {
		d.values = append(d.values, value{name: name, text: text})
	}
}

// rest makes remarks of what nothing took. Places where the format has nothing
// are reported once a kind.
func (p *parser) rest(e *lists.Entity, d *detail) {
	leave := func(path, text string) {
		e.Remarks = append(e.Remarks, lists.Remark{Text: path + ": " + text})
		p.once(e, d.at, path, text, ErrUnknownElement)
	}
	for _, v := range d.values {
		if !v.taken {
			leave(d.name+"@"+v.name, v.text)
		}
	}
	for _, v := range d.extra {
		leave(d.name+v.name, v.text)
	}
}

// detailOf reads an element and the elements that any detail may hold.
func detailOf(n *feed.Node, at lists.Position) detail {
	d := detail{name: feed.Local(n.Name), at: at}
	for _, a := range n.Attrs {
		if !feed.Declaration(a.Name) {
			d.set(a.Name, clean(a.Value))
		}
	}
	if n.Text != "" {
		d.extra = append(d.extra, value{text: clean(n.Text)})
	}
	for k := range n.Kids("") {
		switch name := feed.Local(k.Name); name {
		case "remark":
			if text := clean(k.Take()); text != "" {
				d.remarks = append(d.remarks, text)
			}
		case "contactInfo":
			if v := clean(k.Attr("value")); v != "" {
				d.contacts = append(d.contacts, [2]string{clean(k.Attr("key")), v})
			}
		case "additionalInformation": // a placeholder of the schema for what is to come
			if v := clean(k.Attr("value")); v != "" {
				d.remarks = append(d.remarks, prose.Join(": ", clean(k.Attr("key")), v))
			}
		case "regulationSummary":
			if d.act == (act{}) {
				d.act = actOf(k)
			}
		default:
			continue
		}
		k.Rest(func(path, text string, _ feed.Place) { d.leave(feed.Local(k.Name), path, text) })
	}
	return d
}

// leave keeps what stands below an element and is unknown there.
func (d *detail) leave(name, path, text string) {
	if path != "" && path[0] != '@' {
		path = "/" + path
	}
	d.extra = append(d.extra, value{name: "/" + feed.Clip(name+path), text: clean(text)})
}

// actOf takes the attributes of a regulation or of its summary.
func actOf(n *feed.Node) act {
	var a act
	for _, f := range actFields {
		*f.at(&a) = clean(n.Attr(f.name))
	}
	return a
}
