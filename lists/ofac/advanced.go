package ofac

import (
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// ParseAdvancedXML reads SDN_ADVANCED.XML or CONS_ADVANCED.XML, of the old name
// space (http://www.un.org/sanctions/1.0) or the present one. name stands for the
// file in positions and in the Source; r is read to its end. Source.Published is
// DateOfIssue. The list is the SDN list where more parties are on it than on the
// consolidated one: a party may be on both, and then stands in both files.
//
// What numbers mean is read from the reference values of the file itself; a
// number that has none there is a Problem, and then read by OFAC's own tables
// where a fact would be lost without (kinds of party, types of name).
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where.
// ParseAdvancedXML keeps no state and may be called by any number of goroutines;
// it holds the list, the locations and the documents, and never the file.
func ParseAdvancedXML(name string, r io.Reader) (*lists.List, error) {
	x, err := openXML(name, r, "Sanctions")
	if err != nil {
		return nil, err
	}
	a := &advanced{
		xmlFile: x, refs: map[string]map[string]reference{},
		locations: map[string]location{}, papers: map[string][]document{}, groups: map[string]string{},
	}
	sections := map[string]struct {
		record string
		read   func(*feed.Node)
	}{
		"Locations":            {"Location", a.location},
		"IDRegDocuments":       {"IDRegDocument", a.document},
		"DistinctParties":      {"DistinctParty", a.party},
		"ProfileRelationships": {"ProfileRelationship", a.relationship},
		"SanctionsEntries":     {"SanctionsEntry", a.entry},
	}
	err = x.each(func(t *feed.Token) error {
		switch t.Name {
		case "DateOfIssue":
			n, err := x.in.Record()
			if err == nil {
				day, _ := x.point(n)
				x.publishedISO(day.String(), n.At)
			}
			return err
		case "ReferenceValueSets":
			return x.each(a.reference)
		case "SanctionsEntryLinks":
			return x.each(x.skip)
		}
		s, ok := sections[t.Name]
		if !ok {
			return x.skip(t)
		}
		return x.each(func(t *feed.Token) error {
			if t.Name != s.record {
				return x.skip(t)
			}
			n, err := x.in.Record()
			if err == nil {
				x.place(n)
				s.read(n)
			}
			return err
		})
	})
	if err != nil {
		return nil, fileError(err)
	}
	a.strays()
	x.lateDates()
	x.resolveLinks()
	x.nameRelations()
	l, err := x.end(x.listed.set())
	if err != nil {
		return nil, fileError(err)
	}
	return l, nil
}

// advanced is what is known of one file.
type advanced struct {
	*xmlFile
	refs      map[string]map[string]reference // by element and ID
	locations map[string]location
	papers    map[string][]document // documents by identity
	bearers   []string              // the identities, in the order of the file
	groups    map[string]string     // types of the name parts of one identity
	parts     []lists.Part
}

// reference is a reference value: its text and the attributes that matter.
type reference struct{ text, party, iso string }

// location is an address, or the name of a country.
type location struct {
	lists.Address
	name string
}

// document is an IDRegDocument that waits for its party.
type document struct {
	fact
	at    feed.Place
	valid string
	used  bool
}

// reference reads one set of reference values.
func (a *advanced) reference(t *feed.Token) error {
	n, err := a.in.Record()
	if err != nil {
		return err
	}
	for k := range n.Kids("") {
		m := a.refs[k.Name]
		if m == nil {
			m = map[string]reference{}
			a.refs[k.Name] = m
		}
		id := k.Attr("ID")
		v := reference{text: strings.Clone(k.Take()), party: strings.Clone(k.Attr("PartyTypeID")), iso: strings.Clone(k.Attr("ISO2"))}
		if _, twice := m[id]; twice {
			a.add(lists.Problem{Pos: a.in.Pos(k.At), Field: k.Name, Value: id, Dropped: true, Err: ErrDuplicate})
			continue
		}
		m[strings.Clone(id)] = v
	}
	return nil
}

// fallback are the numbers without which a list cannot be read. Source: OFAC's
// reference values of 2020 to 2025.
var fallback = map[string]map[string]string{
	"AliasType":    {"1400": "A.K.A.", "1401": "F.K.A.", "1402": "N.K.A.", "1403": "Name"},
	"PartySubType": {"1": "Vessel", "2": "Aircraft", "3": "Entity", "4": "Individual"},
	"NamePartType": {"1520": "Last Name", "1521": "First Name", "1522": "Middle Name", "1523": "Maiden Name", "1524": "Aircraft Name",
		"1525": "Entity Name", "1526": "Vessel Name", "1528": "Nickname", "91708": "Patronymic", "91709": "Matronymic"},
	"List": {"1550": "SDN List", "91512": "Consolidated List"},
}

// ref returns what a number means. Without one it returns the empty string; a
// number that means nothing is reported once.
func (a *advanced) ref(set, id string, at feed.Place) string {
	if id == "" {
		return ""
	}
	if v, ok := a.refs[set][id]; ok {
		return v.text
	}
	key := set + " " + id
	if !a.told[key] && len(a.told) < maxProblems {
		a.told[strings.Clone(key)] = true
		a.add(lists.Problem{Pos: a.in.Pos(at), EntityID: strings.Clone(a.cur.e.ID), Field: set, Value: id, Err: ErrReference})
	}
	return fallback[set][id]
}

// location reads one Location.
func (a *advanced) location(n *feed.Node) {
	id := n.Attr("ID")
	var l location
	l.ID = id
	country := n.Kid("LocationCountry")
	if c := country.Attr("CountryID"); c != "" {
		l.Country = a.country(c, n.At)
	}
	var street [3]string
	for part := range n.Kids("LocationPart") {
		v := ""
		for k := range part.Kids("LocationPartValue") {
			v = commas(v, k.One("Value"), k.One("Comment"))
		}
		if !addressPart(&l.Address, &street, a.ref("LocPartType", part.Attr("LocPartTypeID"), part.At), v) {
			l.name = commas(l.name, v)
		}
	}
	l.Street = commas(street[:]...)
	for k := range n.Kids("") {
		switch k.Name {
		case "LocationAreaCode", "FeatureVersionReference", "IDRegDocumentReference":
			k.TakeAll() // which country it is in again, and who refers to it
		case "LocationCountry":
			k.Attr("CountryRelevanceID")
		case "LocationPart":
			for v := range k.Kids("LocationPartValue") {
				v.Attr("Primary")
				v.Attr("LocPartValueTypeID")
				v.Attr("LocPartValueStatusID")
			}
		}
	}
	a.lost(n)
	if _, twice := a.locations[id]; twice {
		a.add(lists.Problem{Pos: a.in.Pos(n.At), Field: "Location", Value: id, Dropped: true, Err: ErrDuplicate})
		return
	}
	a.locations[id] = l
}

// lost reports what nothing took of a record that is no entity.
func (a *advanced) lost(n *feed.Node) {
	a.cur.e.ID = ""
	n.Rest(func(path, text string, at feed.Place) { a.once(n.Name+"/"+path, text, at, true) })
}

// country returns the name of a country; "undetermined" is none.
func (a *advanced) country(id string, at feed.Place) string {
	name := a.ref("Country", id, at)
	if strings.EqualFold(name, "undetermined") {
		return ""
	}
	return name
}

// where returns a location, or reports that there is none of the number.
func (a *advanced) where(id string, at feed.Place) (location, bool) {
	l, ok := a.locations[id]
	if !ok && id != "" {
		a.problem(a.in.Pos(at), "LocationID", id, ErrReference)
	}
	return l, ok
}

// text returns a location in one line.
func (l *location) text() string {
	return commas(l.name, l.Street, l.City, l.Region, l.PostalCode, l.Country)
}

// document reads one IDRegDocument.
func (a *advanced) document(n *feed.Node) {
	a.cur.e.ID = ""
	identity := n.Attr("IdentityID")
	d := document{at: n.At}
	d.fact.document = true
	d.label = a.ref("IDRegDocType", n.Attr("IDRegDocTypeID"), n.At)
	d.value = n.One("IDRegistrationNo")
	d.paper.country = a.country(n.Attr("IssuedBy-CountryID"), n.At)
	d.paper.authority = n.One("IssuingAuthority")
	d.paper.note = n.One("Comment")
	if id := n.Attr("IssuedIn-LocationID"); id != "" {
		if l, ok := a.where(id, n.At); ok && l.text() != d.paper.country {
			d.paper.place = l.text()
		}
	}
	d.valid = a.ref("Validity", n.Attr("ValidityID"), n.At)
	for k := range n.Kids("DocumentDate") {
		when, ok := a.period(k.Kid("DatePeriod"))
		switch word := a.ref("IDRegDocDateType", k.Attr("IDRegDocDateTypeID"), k.At); {
		case !ok && when.Text == "":
		case strings.HasPrefix(word, "Issue"):
			d.paper.issued = when
		case strings.HasPrefix(word, "Expir"):
			d.paper.expires = when
		default:
			d.paper.note = commas(d.paper.note, word+" "+when.Text)
		}
	}
	n.Attr("ID")
	n.Kid("DocumentedNameReference").TakeAll() // the name that the document bears
	a.lost(n)
	if d.value == "" {
		a.add(lists.Problem{Pos: a.in.Pos(n.At), Field: "IDRegistrationNo", Value: n.Attr("ID"), Err: ErrID})
	}
	if a.papers[identity] == nil {
		a.bearers = append(a.bearers, identity)
	}
	a.papers[identity] = append(a.papers[identity], d)
}

// strays reports the documents that belong to no party.
func (a *advanced) strays() {
	a.cur.e.ID = ""
	for _, identity := range a.bearers {
		for _, d := range a.papers[identity] {
			if !d.used {
				a.add(lists.Problem{Pos: a.in.Pos(d.at), Field: "IdentityID", Value: identity + ": " + d.label + " " + d.value, Dropped: true, Err: ErrReference})
			}
		}
	}
}
