package lists

import (
	"cmp"
	"encoding/binary"
	"slices"
	"time"
)

// packer writes the binary form of a List. It goes over the List twice: first to
// count the texts, then to write.
type packer struct {
	out      []byte // what is being written
	counting bool
	texts    []packedText   // in the order in which they occur first
	index    map[string]int // where a text stands in texts
	table    []string       // the texts that occur more than once, the most frequent first

	kinds, slices, countries, remarks, relations, measures pool // slices are those of texts
	n                                                      counts
}

// packedText is a text of the List.
type packedText struct {
	text  string
	count int
	code  uint64 // of a text of the table; else zero
}

// pool is the table of the slices of one sort.
type pool struct {
	number   map[string]uint64 // of a slice by its form
	out      []byte            // all forms
	scratch  []byte
	elements int
}

func newPacker() *packer {
	w := &packer{counting: true, index: make(map[string]int)}
	for _, p := range w.pools() {
		p.number = make(map[string]uint64)
	}
	return w
}

// pools returns the tables in the order in which they are written, those first to
// which others refer.
func (w *packer) pools() [6]*pool {
	return [...]*pool{&w.kinds, &w.slices, &w.countries, &w.remarks, &w.relations, &w.measures}
}

// number ends the counting and numbers the texts.
func (w *packer) number() {
	var often []*packedText
	for i := range w.texts {
		if w.texts[i].count > 1 {
			often = append(often, &w.texts[i])
		}
	}
	slices.SortStableFunc(often, func(a, b *packedText) int { return cmp.Compare(b.count, a.count) })
	w.table = make([]string, len(often))
	for i, t := range often {
		w.table[i], t.code = t.text, uint64(i+1)<<1
	}
	w.counting, w.out, w.n = false, nil, counts{}
}

// append puts everything together behind b.
func (w *packer) append(b []byte) []byte {
	body := w.out
	w.out = append(b, packFormat)
	w.length(len(w.table))
	for _, s := range w.table {
		w.length(len(s))
		w.out = append(w.out, s...)
	}
	for _, p := range w.pools() {
		w.length(len(p.number))
		w.length(p.elements)
		w.out = append(w.out, p.out...)
	}
	for _, c := range w.n.all() {
		w.length(*c.n)
	}
	return append(w.out, body...)
}

func (w *packer) uint(n uint64) { w.out = binary.AppendUvarint(w.out, n) }
func (w *packer) int(n int64)   { w.out = binary.AppendVarint(w.out, n) }
func (w *packer) length(n int)  { w.uint(uint64(n)) }
func (w *packer) byte(b uint8)  { w.out = append(w.out, b) }

// strings writes texts one after the other.
func (w *packer) strings(ss ...string) {
	for _, s := range ss {
		w.string(s)
	}
}

// string writes a text.
func (w *packer) string(s string) {
	if s == "" {
		w.byte(0)
		return
	}
	i, ok := w.index[s]
	if w.counting {
		if !ok {
			i = len(w.texts)
			w.index[s] = i
			w.texts = append(w.texts, packedText{text: s})
		}
		w.texts[i].count++
		return
	}
	if code := w.texts[i].code; code != 0 {
		w.uint(code)
		return
	}
	w.uint(uint64(len(s))<<1 | 1)
	w.out = append(w.out, s...)
}

// mask writes which fields are there, the first one in the lowest bit, and returns
// it.
func (w *packer) mask(there ...bool) uint64 {
	m := uint64(0)
	for i, ok := range there {
		if ok {
			m |= 1 << i
		}
	}
	w.uint(m)
	return m
}

// pooled writes the number of a slice of n elements in its table, and puts it into
// the table where it is new there.
func (w *packer) pooled(p *pool, n int, elements func()) {
	if n == 0 {
		w.byte(0)
		return
	}
	out := w.out
	w.out = p.scratch[:0]
	w.length(n)
	elements()
	form := w.out
	w.out, p.scratch = out, form
	if w.counting {
		return
	}
	k, ok := p.number[string(form)]
	if !ok {
		k = uint64(len(p.number) + 1)
		p.number[string(form)] = k
		p.out = append(p.out, form...)
		p.elements += n
	}
	w.uint(k)
}

func (w *packer) stringSlice(ss []string) {
	w.pooled(&w.slices, len(ss), func() { w.strings(ss...) })
}

func (w *packer) countrySlice(cs []Country) {
	w.pooled(&w.countries, len(cs), func() {
		for _, c := range cs {
			w.strings(c.Text, c.Code, string(c.Role))
		}
	})
}

func (w *packer) list(l *List) {
	w.source(&l.Source)
	w.n.entities = len(l.Entities)
	for i := range l.Entities {
		w.entity(&l.Entities[i])
	}
	w.n.problems = len(l.Problems)
	for _, p := range l.Problems {
		w.problem(p)
	}
}

func (w *packer) source(s *Source) {
	zone, offset := s.Published.Zone()
	zoned := s.Published.Location() != time.UTC && offset >= -maxZone && offset <= maxZone
	w.mask(s.Published != time.Time{}, zoned)
	w.strings(s.Name, s.Publisher, s.Note)
	w.out = append(w.out, s.SHA256[:]...)
	w.int(int64(s.Entities))
	w.stringSlice(s.Files)
	if (s.Published != time.Time{}) {
		w.int(s.Published.Unix())
		w.length(s.Published.Nanosecond())
	}
	if zoned {
		w.string(zone)
		w.int(int64(offset))
	}
}

func (w *packer) position(p Position) {
	w.string(p.File)
	w.int(int64(p.Line))
	w.int(int64(p.Column))
}

func (w *packer) problem(p *Problem) {
	if p == nil {
		w.mask()
		return
	}
	w.mask(true, p.Dropped, p.Err != nil)
	w.position(p.Pos)
	w.strings(p.EntityID, p.Field, p.Value)
	if p.Err != nil {
		left := maxReasons
		w.reason(p.Err, 1, &left)
	}
}

func (w *packer) entity(e *Entity) {
	w.mask(len(e.Names) > 0, len(e.Measures) > 0, len(e.Identifiers) > 0, len(e.Addresses) > 0, len(e.Dates) > 0, len(e.Countries) > 0,
		len(e.Places) > 0, len(e.Relations) > 0, len(e.Remarks) > 0, len(e.Titles) > 0, len(e.Contacts) > 0, e.Vessel != nil, len(e.Flags) > 0,
		e.Aircraft != nil, e.Gender != "", len(e.References) > 0)
	w.string(e.ID)
	w.byte(uint8(e.Kind))
	w.position(e.Pos)
	if len(e.Names) > 0 {
		w.elements(&w.n.names, len(e.Names))
		for i := range e.Names {
			w.name(&e.Names[i])
		}
	}
	if len(e.Measures) > 0 {
		w.pooled(&w.measures, len(e.Measures), func() {
			for i := range e.Measures {
				w.measure(&e.Measures[i])
			}
		})
	}
	if len(e.Identifiers) > 0 {
		w.elements(&w.n.identifiers, len(e.Identifiers))
		for i := range e.Identifiers {
			w.identifier(&e.Identifiers[i])
		}
	}
	if len(e.Addresses) > 0 {
		w.elements(&w.n.addresses, len(e.Addresses))
		for i := range e.Addresses {
			w.address(&e.Addresses[i])
		}
	}
	if len(e.Dates) > 0 {
		w.elements(&w.n.dates, len(e.Dates))
		for i := range e.Dates {
			w.date(e.Dates[i])
		}
	}
	if len(e.Countries) > 0 {
		w.countrySlice(e.Countries)
	}
	if len(e.Places) > 0 {
		w.elements(&w.n.places, len(e.Places))
		for _, p := range e.Places {
			w.strings(string(p.Role), p.Text, p.Code)
		}
	}
	if len(e.Relations) > 0 {
		w.pooled(&w.relations, len(e.Relations), func() {
			for i := range e.Relations {
				w.relation(&e.Relations[i])
			}
		})
	}
	if len(e.Remarks) > 0 {
		w.pooled(&w.remarks, len(e.Remarks), func() {
			for _, r := range e.Remarks {
				w.strings(r.Key, r.Text)
			}
		})
	}
	if len(e.Titles) > 0 {
		w.stringSlice(e.Titles)
	}
	if len(e.Contacts) > 0 {
		w.elements(&w.n.contacts, len(e.Contacts))
		for _, c := range e.Contacts {
			w.strings(string(c.Type), c.Value)
		}
	}
	if e.Vessel != nil {
		w.n.vessels++
		w.vessel(e.Vessel)
	}
	if len(e.Flags) > 0 {
		w.countrySlice(e.Flags)
	}
	if e.Aircraft != nil {
		w.n.aircraft++
		w.string(e.Aircraft.Model)
		w.stringSlice(e.Aircraft.Operators)
	}
	if e.Gender != "" {
		w.string(string(e.Gender))
	}
	if len(e.References) > 0 {
		w.elements(&w.n.references, len(e.References))
		for _, r := range e.References {
			w.strings(r.List, r.ID)
		}
	}
}

// elements writes the length of a slice whose elements follow, and adds it up.
func (w *packer) elements(sum *int, n int) {
	*sum += n
	w.length(n)
}
