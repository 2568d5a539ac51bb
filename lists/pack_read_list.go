package lists

import (
	"strconv"
	"time"
)

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
		len(u.references)+len(u.vessels)+len(u.aircraft)+len(u.periods) > 0 {
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
	u.periods = make([]Period, n.periods)
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
