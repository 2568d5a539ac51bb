package ofac

import (
	"reflect"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// stores hold the facts of all entities in few, large pieces of memory, and their
// texts apart from the files that they stood in: of a set of CSV files more than
// half are separators, nulls, and texts that occur again.
type stores struct {
	texts       textStore
	names       store[lists.Name]
	parts       store[lists.Part]
	identifiers store[lists.Identifier]
	countries   store[lists.Country]
	dates       store[lists.Date]
	places      store[lists.Place]
	addresses   store[lists.Address]
	contacts    store[lists.Contact]
	strings     store[string]
	relations   store[lists.Relation]
	remarks     store[lists.Remark]

	country map[lists.Country][]lists.Country // slices of one
}

// pieceBytes is the size of a piece of memory that the stores take at a time. The
// runtime hands out pieces of this size without waste, and needs 8 bytes of it.
const pieceBytes = 16 << 10

// store hands out copies of slices that lie next to one another in memory.
type store[T any] struct{ free []T }

// keep returns a copy of s whose capacity is its length, and nil for an empty s.
func (st *store[T]) keep(s []T) []T {
	if len(s) == 0 {
		return nil
	}
	if len(s) > cap(st.free)-len(st.free) {
		most := (pieceBytes - 8) / int(reflect.TypeFor[T]().Size())
		st.free = make([]T, 0, max(len(s), most))
	}
	from := len(st.free)
	st.free = append(st.free, s...)
	return st.free[from:len(st.free):len(st.free)]
}

// textStore keeps copies of texts.
type textStore struct {
	piece strings.Builder
	seen  map[string]string
}

// keep returns a copy of s.
func (t *textStore) keep(s string) string {
	if s == "" {
		return ""
	}
	if len(s) > t.piece.Cap()-t.piece.Len() {
		t.piece = strings.Builder{}
		t.piece.Grow(max(len(s), pieceBytes))
	}
	from := t.piece.Len()
	t.piece.WriteString(s)
	return t.piece.String()[from:]
}

// once replaces texts that occur often by one copy of each.
func (t *textStore) once(ss ...*string) {
	for _, s := range ss {
		if *s == "" {
			continue
		}
		k, ok := t.seen[*s]
		if !ok {
			if t.seen == nil {
				t.seen = make(map[string]string)
			}
			k = t.keep(*s)
			t.seen[k] = k
		}
		*s = k
	}
}

// name replaces the texts of a name. Parts become parts of the copy, if they are
// parts of the name.
func (t *textStore) name(n *lists.Name) {
	n.Text = t.keep(n.Text)
	n.ID = t.keep(n.ID)
	t.once(&n.Label, &n.Lang, &n.Script)
	for i := range n.Parts {
		p := &n.Parts[i]
		if at := strings.Index(n.Text, p.Text); at >= 0 {
			p.Text = n.Text[at : at+len(p.Text)]
		} else {
			t.once(&p.Text)
		}
	}
}

// measures replaces the texts of measures.
func (t *textStore) measures(ms []lists.Measure) {
	for i := range ms {
		m := &ms[i]
		t.once(&m.Programme, &m.Basis, &m.Text, &m.Listed.Text, &m.Amended.Text, &m.Effective.Text, &m.Ends.Text)
	}
}

// vessel replaces the texts of a ship's particulars.
func (t *textStore) vessel(v *lists.VesselDetails) {
	t.once(&v.Type, &v.Deadweight.Text, &v.GrossTonnage.Text, &v.NetTonnage.Text, &v.Tonnage.Text, &v.Length.Text, &v.Beam.Text,
		&v.Builder, &v.Owner, &v.FormerOwners, &v.Operator, &v.Manager, &v.Class, &v.Insurer, &v.HomePort)
	t.all(v.OtherTypes)
}

// all replaces texts.
func (t *textStore) all(ss []string) {
	for i := range ss {
		t.once(&ss[i])
	}
}

// keep returns the finished entity. It alters what the builder holds. Measures,
// which entities share, have been treated already.
func (st *stores) keep(b *builder) lists.Entity {
	t := &st.texts
	e := b.e
	e.ID = t.keep(e.ID)
	t.once(&e.Pos.File)
	for i := range b.names {
		t.name(&b.names[i])
	}
	for i := range b.identifiers {
		id := &b.identifiers[i]
		id.Value = t.keep(id.Value)
		t.once(&id.Country, &id.Label, &id.Issued.Text, &id.Expires.Text, &id.Note)
	}
	for _, cs := range [...][]lists.Country{b.flags, b.countries} {
		for i := range cs {
			t.once(&cs[i].Text, &cs[i].Code)
		}
	}
	for i := range b.dates {
		t.once(&b.dates[i].Text)
	}
	for i := range b.places {
		t.once(&b.places[i].Text, &b.places[i].Code)
	}
	for i := range b.addresses {
		a := &b.addresses[i]
		a.ID = t.keep(a.ID)
		t.once(&a.Text, &a.Street, &a.City, &a.Region, &a.PostalCode, &a.Country, &a.Code)
	}
	for i := range b.contacts {
		b.contacts[i].Value = t.keep(b.contacts[i].Value)
	}
	t.all(b.titles)
	for i := range b.relations {
		r := &b.relations[i]
		t.once(&r.Text, &r.Label, &r.From.Text, &r.Until.Text)
	}
	for i := range b.remarks {
		t.once(&b.remarks[i].Key, &b.remarks[i].Text)
	}
	if e.Vessel != nil {
		t.vessel(e.Vessel)
	}
	if e.Aircraft != nil {
		t.once(&e.Aircraft.Model)
		t.all(e.Aircraft.Operators)
	}
	e.Names = st.names.keep(b.names)
	e.Identifiers = st.identifiers.keep(b.identifiers)
	e.Flags = st.keepCountries(b.flags)
	e.Countries = st.keepCountries(b.countries)
	e.Dates = st.dates.keep(b.dates)
	e.Places = st.places.keep(b.places)
	e.Addresses = st.addresses.keep(b.addresses)
	e.Contacts = st.contacts.keep(b.contacts)
	e.Titles = st.strings.keep(b.titles)
	e.Relations = st.relations.keep(b.relations)
	e.Remarks = st.remarks.keep(b.remarks)
	return e
}

// keepCountries is like keep. Most parties have one country, and many the same:
// they share the slice.
func (st *stores) keepCountries(cs []lists.Country) []lists.Country {
	if len(cs) != 1 {
		return st.countries.keep(cs)
	}
	if one, ok := st.country[cs[0]]; ok {
		return one
	}
	if st.country == nil {
		st.country = make(map[lists.Country][]lists.Country)
	}
	one := st.countries.keep(cs)
	st.country[cs[0]] = one
	return one
}

// shareRelations gives entities with the same relations one slice of them: one
// party in three is linked to another one, and those to few. The files have no
// other facts of a relation than those that are compared.
func (p *parser) shareRelations() {
	p.store.relations = store[lists.Relation]{} // the slices until now become free
	seen := make(map[string][]lists.Relation)
	var key []byte
	for i := range p.out.Entities {
		e := &p.out.Entities[i]
		if len(e.Relations) == 0 {
			continue
		}
		key = key[:0]
		for _, r := range e.Relations {
			for _, s := range [...]string{string(r.Role), r.Text, r.Label} {
				key = append(append(key, s...), 0)
			}
			for _, id := range r.IDs {
				key = append(append(key, id...), 1)
			}
			key = append(key, 0)
		}
		rs, ok := seen[string(key)]
		if !ok {
			rs = p.store.relations.keep(e.Relations)
			seen[string(key)] = rs
		}
		e.Relations = rs
	}
}
