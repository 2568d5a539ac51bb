package lists

import (
	"strconv"
	"time"
)

// unpacker reads the binary form of a List. After the first thing that is wrong it
// reads zeros.
type unpacker struct {
	data  string
	at    int
	bad   string // what is wrong first
	badAt int

	texts     []string
	kinds     [][]MeasureKind
	slices    [][]string
	countries [][]Country
	remarks   [][]Remark
	relations [][]Relation
	measures  [][]Measure

	// What is left of the slices that are cut into pieces.
	names       []Name
	parts       []Part
	identifiers []Identifier
	dates       []Date
	places      []Place
	addresses   []Address
	contacts    []Contact
	references  []Reference
	vessels     []VesselDetails
	aircraft    []AircraftDetails
}

// fail notes what is wrong, and ends the data.
func (u *unpacker) fail(what string) {
	if u.bad == "" {
		u.bad, u.badAt = what, u.at
	}
	u.at = len(u.data)
}

func (u *unpacker) byte() uint8 {
	if u.at >= len(u.data) {
		u.fail("ends too early")
		return 0
	}
	u.at++
	return u.data[u.at-1]
}

// uint reads a number.
func (u *unpacker) uint() uint64 {
	if u.at < len(u.data) && u.data[u.at] < 0x80 {
		u.at++
		return uint64(u.data[u.at-1])
	}
	return u.long()
}

// long reads a number of several bytes.
func (u *unpacker) long() uint64 {
	n := uint64(0)
	for i := range 10 {
		if u.at+i >= len(u.data) {
			u.fail("ends within a number")
			return 0
		}
		b := u.data[u.at+i]
		if i == 9 && b > 1 {
			break
		}
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			u.at += i + 1
			return n
		}
	}
	u.fail("a number has more than 64 bits")
	return 0
}

// int reads a signed number of at most bits bits.
func (u *unpacker) int(bits int) int64 {
	n := u.uint()
	v := int64(n>>1) ^ -int64(n&1)
	if shift := 64 - bits; v<<shift>>shift != v {
		u.fail("a number is too large for its field")
		return 0
	}
	return v
}

// count reads a number of things of which each has at least so many bytes.
func (u *unpacker) count(least int) int {
	n := u.uint()
	if n > uint64((len(u.data)-u.at)/least) {
		u.fail("more elements than bytes for them")
		return 0
	}
	return int(n)
}

// bytes reads a text of n bytes.
func (u *unpacker) bytes(n uint64) string {
	if n > uint64(len(u.data)-u.at) {
		u.fail("ends within a text")
		return ""
	}
	from := u.at
	u.at += int(n)
	return u.data[from:u.at]
}

// string reads a text.
func (u *unpacker) string() string {
	n := u.uint()
	switch {
	case n&1 == 1:
		return u.bytes(n >> 1)
	case n == 0:
		return ""
	}
	if k := n>>1 - 1; k < uint64(len(u.texts)) {
		return u.texts[k]
	}
	u.fail("no such text in the table")
	return ""
}

// mask reads which fields are there; there are at most bits of them.
func (u *unpacker) mask(bits int) uint64 {
	m := u.uint()
	if m>>bits != 0 {
		u.fail("unknown field")
		return 0
	}
	return m
}

// pooled reads the number of a slice of a table.
func pooled[T any](u *unpacker, table [][]T) []T {
	k := u.uint()
	if k < uint64(len(table)) {
		return table[k]
	}
	u.fail("no such slice in the table")
	return nil
}

// table reads a table of slices, the first of which is nil. An element has at
// least so many bytes.
func table[T any](u *unpacker, least int, read func(*unpacker, *T)) [][]T {
	n, all := u.count(2), u.count(least)
	if n > all {
		u.fail("more slices than elements")
	}
	if u.bad != "" {
		return nil
	}
	out, free := make([][]T, 1, n+1), make([]T, all)
	for range n {
		s := cut(u, &free)
		for i := range s {
			read(u, &s[i])
		}
		if u.bad != "" {
			return nil
		}
		out = append(out, s)
	}
	if len(free) > 0 {
		u.fail("fewer elements than announced")
	}
	return out
}

// cut reads a length and takes so many elements off free.
func cut[T any](u *unpacker, free *[]T) []T {
	n := u.uint()
	if n == 0 || n > uint64(len(*free)) {
		u.fail("more elements than announced, or none")
		return nil
	}
	s := (*free)[:n:n]
	*free = (*free)[n:]
	return s
}

// one takes one element off free.
func one[T any](u *unpacker, free *[]T) *T {
	if len(*free) == 0 {
		u.fail("more elements than announced")
		return new(T)
	}
	p := &(*free)[0]
	*free = (*free)[1:]
	return p
}

func (u *unpacker) list() *List {
	if f := u.byte(); u.bad == "" && f != packFormat {
		u.at--
		u.fail("format " + strconv.Itoa(int(f)) + ", not " + strconv.Itoa(packFormat))
	}
	u.texts = make([]string, u.count(1))
	for i := range u.texts {
		u.texts[i] = u.bytes(u.uint())
	}
	u.kinds = table(u, 1, func(u *unpacker, k *MeasureKind) { *k = MeasureKind(u.string()) })
	u.slices = table(u, 1, func(u *unpacker, s *string) { *s = u.string() })
	u.countries = table(u, 3, func(u *unpacker, c *Country) {
		c.Text, c.Code, c.Role = u.string(), u.string(), CountryRole(u.string())
	})
	u.remarks = table(u, 2, func(u *unpacker, r *Remark) { r.Key, r.Text = u.string(), u.string() })
	u.relations = table(u, 3, (*unpacker).relation)
	u.measures = table(u, 3, (*unpacker).measure)
	n := u.counts()
	l := &List{}
	u.source(&l.Source)
	if n.entities > 0 {
		l.Entities = make([]Entity, n.entities)
	}
	for i := range l.Entities {
		if u.bad != "" {
			return nil
		}
		u.entity(&l.Entities[i])
	}
	if n.problems > 0 {
		l.Problems = make([]*Problem, n.problems)
	}
	free := make([]Problem, n.problems)
	for i := range l.Problems {
		if u.bad != "" {
			return nil
		}
		if m := u.mask(problemBits); m != 0 {
			l.Problems[i] = &free[i]
			u.problem(l.Problems[i], m)
		}
	}
	if len(u.names)+len(u.parts)+len(u.identifiers)+len(u.dates)+len(u.places)+len(u.addresses)+len(u.contacts)+
		len(u.references)+len(u.vessels)+len(u.aircraft) > 0 {
		u.fail("fewer elements than announced")
	}
	if u.at < len(u.data) {
		u.fail("more bytes behind the end")
	}
	return l
}

// counts reads how many elements there are and makes room for them.
func (u *unpacker) counts() counts {
	var n counts
	bytes := uint64(0)
	for _, c := range n.all() {
		k := u.count(c.least)
		*c.n = k
		bytes += uint64(k) * uint64(c.least)
	}
	if bytes > uint64(len(u.data)-u.at) {
		u.fail("more elements than bytes for them")
	}
	if u.bad != "" {
		return counts{}
	}
	u.names = make([]Name, n.names)
	u.parts = make([]Part, n.parts)
	u.identifiers = make([]Identifier, n.identifiers)
	u.dates = make([]Date, n.dates)
	u.places = make([]Place, n.places)
	u.addresses = make([]Address, n.addresses)
	u.contacts = make([]Contact, n.contacts)
	u.references = make([]Reference, n.references)
	u.vessels = make([]VesselDetails, n.vessels)
	u.aircraft = make([]AircraftDetails, n.aircraft)
	return n
}

func (u *unpacker) source(s *Source) {
	m := u.mask(sourceBits)
	s.Name, s.Publisher, s.Note = u.string(), u.string(), u.string()
	copy(s.SHA256[:], u.bytes(uint64(len(s.SHA256))))
	s.Entities = int(u.int(strconv.IntSize))
	s.Files = pooled(u, u.slices)
	if m&sourcePublished != 0 {
		sec, nsec := u.int(64), u.uint()
		if nsec >= 1e9 {
			u.fail("more nanoseconds than a second has")
			return
		}
		s.Published = time.Unix(sec, int64(nsec)).UTC()
	}
	if m&sourceZone != 0 {
		name, offset := u.string(), u.int(64)
		if m&sourcePublished == 0 || offset < -maxZone || offset > maxZone {
			u.fail("a zone that is none")
			return
		}
		s.Published = s.Published.In(time.FixedZone(name, int(offset)))
	}
}

func (u *unpacker) position(p *Position) {
	p.File = u.string()
	p.Line = int(u.int(strconv.IntSize))
	p.Column = int(u.int(strconv.IntSize))
}

func (u *unpacker) problem(p *Problem, m uint64) {
	if m&problemThere == 0 {
		u.fail("fields of a problem that is not there")
		return
	}
	u.position(&p.Pos)
	p.EntityID, p.Field, p.Value = u.string(), u.string(), u.string()
	p.Dropped = m&problemDropped != 0
	if m&problemErr != 0 {
		p.Err = u.reason(1)
	}
}

func (u *unpacker) entity(e *Entity) {
	m := u.mask(entityBits)
	e.ID = u.string()
	e.Kind = Kind(u.byte())
	u.position(&e.Pos)
	if m&hasNames != 0 {
		e.Names = cut(u, &u.names)
		for i := range e.Names {
			u.name(&e.Names[i])
		}
	}
	if m&hasMeasures != 0 {
		e.Measures = pooled(u, u.measures)
	}
	if m&hasIdentifiers != 0 {
		e.Identifiers = cut(u, &u.identifiers)
		for i := range e.Identifiers {
			u.identifier(&e.Identifiers[i])
		}
	}
	if m&hasAddresses != 0 {
		e.Addresses = cut(u, &u.addresses)
		for i := range e.Addresses {
			u.address(&e.Addresses[i])
		}
	}
	if m&hasDates != 0 {
		e.Dates = cut(u, &u.dates)
		for i := range e.Dates {
			u.date(&e.Dates[i])
		}
	}
	if m&hasCountries != 0 {
		e.Countries = pooled(u, u.countries)
	}
	if m&hasPlaces != 0 {
		e.Places = cut(u, &u.places)
		for i := range e.Places {
			p := &e.Places[i]
			p.Role, p.Text, p.Code = PlaceRole(u.string()), u.string(), u.string()
		}
	}
	if m&hasRelations != 0 {
		e.Relations = pooled(u, u.relations)
	}
	if m&hasRemarks != 0 {
		e.Remarks = pooled(u, u.remarks)
	}
	if m&hasTitles != 0 {
		e.Titles = pooled(u, u.slices)
	}
	if m >= hasContacts {
		u.rare(e, m)
	}
}

// rare reads the fields that few entities have.
func (u *unpacker) rare(e *Entity, m uint64) {
	if m&hasContacts != 0 {
		e.Contacts = cut(u, &u.contacts)
		for i := range e.Contacts {
			e.Contacts[i] = Contact{Type: ContactType(u.string()), Value: u.string()}
		}
	}
	if m&hasVessel != 0 {
		e.Vessel = one(u, &u.vessels)
		u.vessel(e.Vessel)
	}
	if m&hasFlags != 0 {
		e.Flags = pooled(u, u.countries)
	}
	if m&hasAircraft != 0 {
		e.Aircraft = one(u, &u.aircraft)
		e.Aircraft.Model = u.string()
		e.Aircraft.Operators = pooled(u, u.slices)
	}
	if m&hasGender != 0 {
		e.Gender = Gender(u.string())
	}
	if m&hasReferences != 0 {
		e.References = cut(u, &u.references)
		for i := range e.References {
			e.References[i] = Reference{List: u.string(), ID: u.string()}
		}
	}
}
