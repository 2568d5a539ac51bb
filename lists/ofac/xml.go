package ofac

import (
	"io"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// ParseXML reads SDN.XML or CONSOLIDATED.XML, of the old name space
// (http://tempuri.org/sdnList.xsd) or the present one. name stands for the file in
// positions and in the Source; r is read to its end. Source.Published is
// Publish_Date, the day of OFAC's last change.
//
// The two files have one layout and do not say which list they are. It is the
// consolidated list where more than half of the entries bear a tag that only that
// list has (NS-PLC, FSE-IR, UKRAINE-EO13662, CMIC-EO13959 and others of
// tables/programmes.txt), and else the SDN list: of the real files 98 % do on the
// one and less than 1 % on the other.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where. ParseXML keeps
// no state and may be called by any number of goroutines.
func ParseXML(name string, r io.Reader) (*lists.List, error) {
	x, err := openXML(name, r, "sdnList")
	if err != nil {
		return nil, err
	}
	count := ""
	var countAt feed.Place
	err = x.each(func(t *feed.Token) error {
		switch t.Name {
		case "publshInformation": // sic
			n, err := x.in.Record()
			if err != nil {
				return err
			}
			countAt = n.At
			count = n.One("Record_Count")
			x.published(n.One("Publish_Date"), n.At)
			n.Rest(func(path, text string, at feed.Place) { x.once(path, text, at, true) })
		case "sdnEntry":
			n, err := x.in.Record()
			if err != nil {
				return err
			}
			x.entries++
			x.entry(n)
		default:
			return x.skip(t)
		}
		return nil
	})
	if err != nil {
		return nil, fileError(err)
	}
	if n, err := strconv.Atoi(count); err != nil || n != x.entries {
		x.add(lists.Problem{Pos: x.in.Pos(countAt), Field: "Record_Count", Value: count, Err: ErrCount})
	}
	s := x.whichList()
	if s.sdn {
		x.freeze()
	}
	x.resolveLinks()
	l, err := x.end(s)
	if err != nil {
		return nil, fileError(err)
	}
	return l, nil
}

// published reads Publish_Date, which is written month first.
func (x *xmlFile) published(text string, at feed.Place) {
	if len(text) == 10 && text[2] == '/' && text[5] == '/' {
		text = text[6:] + "-" + text[:2] + "-" + text[3:5]
	}
	x.publishedISO(text, at)
}

// kindOf reads the word for a kind of party.
func kindOf(word string) (lists.Kind, bool) {
	switch strings.ToLower(word) {
	case "individual":
		return lists.Person, true
	case "entity":
		return lists.Organization, true
	case "vessel":
		return lists.Vessel, true
	case "aircraft":
		return lists.Aircraft, true
	}
	return lists.Unknown, false
}

// entry makes an entity of one sdnEntry.
func (x *xmlFile) entry(n *feed.Node) {
	b := &x.cur
	word := n.One("sdnType")
	kind, known := kindOf(word)
	if !x.begin(n.One("uid"), kind, n.At) {
		return
	}
	if !known {
		x.problem(b.e.Pos, "sdnType", word, ErrUnknownWord)
		b.remarks = append(b.remarks, lists.Remark{Key: "sdnType", Text: "sdnType: " + word})
	}
	if text, parts := x.wholeName(n.One("lastName"), n.One("firstName")); text != "" {
		b.names = append(b.names, lists.Name{Text: text, Type: lists.Primary, Parts: parts})
	}
	b.title = n.One("title")
	var tags []string
	for k := range n.Kid("programList").Kids("program") {
		tags = append(tags, k.Take())
	}
	x.programmes(tags)
	for k := range n.Kid("akaList").Kids("aka") {
		x.place(k)
		text, parts := x.wholeName(k.One("lastName"), k.One("firstName"))
		if text == "" {
			x.problem(x.in.Pos(k.At), "aka", "", ErrNoName)
			continue
		}
		weak := k.One("category")
		if weak != "weak" && weak != "strong" {
			x.problem(x.in.Pos(k.At), "category", weak, ErrUnknownWord)
		}
		x.aliasName(lists.Name{Text: text, Label: k.One("type"), Parts: parts, ID: k.One("uid")}, weak == "weak")
	}
	for k := range n.Kid("addressList").Kids("address") {
		x.addressElement(k)
	}
	for k := range n.Kid("vesselInfo").Kids("") {
		x.place(k)
		switch v := k.Take(); k.Name {
		case "callSign":
			x.identify(lists.Identifier{Type: lists.CallSign, Value: v, Label: "callSign"}, x.in.Pos(k.At))
		case "vesselType":
			b.vessel().Type = v
		case "vesselFlag":
			b.flags = append(b.flags, lists.Country{Text: v, Code: x.code(v), Role: lists.Flag})
		case "vesselOwner":
			b.vessel().Owner = v
		case "tonnage":
			b.vessel().Tonnage = lists.ParseQuantity(v)
		case "grossRegisteredTonnage":
			b.vessel().GrossTonnage = lists.ParseQuantity(v)
		default:
			b.remarks = append(b.remarks, lists.Remark{Key: "vesselInfo/" + k.Name, Text: k.Name + ": " + v})
			x.once("vesselInfo/"+k.Name, v, k.At, false)
		}
	}
	if k := n.Kid("vesselInfo"); k != nil && kind != lists.Vessel {
		x.problem(x.in.Pos(k.At), "vesselInfo", "", ErrNotForKind)
	}
	for k := range n.Kid("idList").Kids("id") {
		x.place(k)
		k.One("uid")
		f := fact{label: k.One("idType"), value: k.One("idNumber"), paper: paper{country: k.One("idCountry")}}
		f.paper.issued = x.day(k, "issueDate")
		f.paper.expires = x.day(k, "expirationDate")
		x.fact(&f)
	}
	for _, list := range [...]struct{ list, item, value, label string }{
		{"nationalityList", "nationality", "country", "Nationality Country"},
		{"citizenshipList", "citizenship", "country", "Citizenship Country"},
		{"dateOfBirthList", "dateOfBirthItem", "dateOfBirth", "Birthdate"},
		{"placeOfBirthList", "placeOfBirthItem", "placeOfBirth", "Place of Birth"},
	} {
		for k := range n.Kid(list.list).Kids(list.item) {
			x.place(k)
			k.One("uid")
			k.One("mainEntry") // true for the first, as its order says
			if v := k.One(list.value); v != "" {
				x.fact(&fact{label: list.label, value: v})
			}
		}
	}
	if k := n.Kid("remarks"); k != nil {
		x.place(k)
		x.comment(linked(k.Take()))
	}
	x.keep(n)
}

// wholeName joins the parts of a name as OFAC's other files print it.
func (x *xmlFile) wholeName(last, first string) (string, []lists.Part) {
	if first == "" || last == "" {
		return last + first, nil
	}
	parts := []lists.Part{{Role: lists.Surname, Text: last}, {Role: lists.Given, Text: first}}
	text := last + ", " + first
	var fixed [3]lists.Part
	if p := personParts(text, fixed[:0]); len(p) == 3 && p[0].Text == last {
		parts = p // with a suffix behind the given names
	}
	return text, x.store.parts.keep(parts)
}

// addressElement reads one address.
func (x *xmlFile) addressElement(k *feed.Node) {
	a := lists.Address{ID: k.One("uid"), City: k.One("city"), PostalCode: k.One("postalCode"), Country: k.One("country")}
	a.Street = commas(k.One("address1"), k.One("address2"), k.One("address3"))
	a.Region = commas(k.One("stateOrProvince"), k.One("region"))
	x.address(a)
}

// address adds an address; one without anything but its number is OFAC's way to
// say that there is none.
func (x *xmlFile) address(a lists.Address) {
	empty := lists.Address{ID: a.ID}
	if a == empty {
		return
	}
	a.Code = x.code(a.Country)
	x.cur.addresses = append(x.cur.addresses, a)
}

// commas joins what is not empty.
func commas(parts ...string) string { return prose.Join(", ", parts...) }

// day reads a date of a document.
func (x *xmlFile) day(k *feed.Node, name string) lists.Date {
	text := k.One(name)
	if text == "" {
		return lists.Date{}
	}
	d, err := lists.ParseDate(text)
	if err != nil {
		x.problem(x.in.Pos(k.At), name, text, errDateText)
		d.Text = text
	}
	return d
}
