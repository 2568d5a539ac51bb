package ofac

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// aliasRow is one record of alt.csv, addressRow one of add.csv, commentRow the
// records of sdn_comments.csv of one entity.
type aliasRow struct {
	entity                    uint64
	number, kind, name, notes string
	line, column              int32
	used                      bool
}

type addressRow struct {
	entity                               uint64
	number, street, city, country, notes string
	line                                 int32
	used                                 bool
}

type commentRow struct {
	id     string
	text   string
	line   int
	column int
	used   bool
}

func (p *parser) aliasRow(r *records, id uint64) {
	p.aliases = append(p.aliases, aliasRow{
		entity: id,
		number: value(r.fields[1].text), kind: value(r.fields[2].text),
		name: value(r.fields[3].text), notes: value(r.fields[4].text),
		line: int32(r.line), column: int32(r.fields[2].column),
	})
}

func (p *parser) addressRow(r *records, id uint64) {
	p.addresses = append(p.addresses, addressRow{
		entity: id,
		number: value(r.fields[1].text), street: value(r.fields[2].text), city: value(r.fields[3].text),
		country: value(r.fields[4].text), notes: value(r.fields[5].text),
		line: int32(r.line),
	})
}

// readComments reads the continuations of remarks. Their file may be missing or
// empty: not every publication has any.
func (p *parser) readComments() error {
	f := &p.files[commentsFile]
	switch {
	case f.missing:
		p.add(lists.Problem{Pos: lists.Position{File: f.name}, Err: ErrMissing})
		return nil
	case isBlank(f.text):
		p.add(lists.Problem{Pos: lists.Position{File: f.name}, Err: ErrEmpty})
		return nil
	}
	return p.rows(commentsFile, 2, func(r *records, id uint64) {
		text := r.fields[1]
		if null(text.text) {
			return
		}
		if c := p.comments[id]; c != nil {
			c.text += text.text
			return
		}
		p.comments[id] = &commentRow{id: value(r.fields[0].text), text: text.text, line: r.line, column: text.column}
	})
}

// sortRows puts aliases and addresses in the order of their entities. OFAC's
// files have it already.
func (p *parser) sortRows() {
	if !slices.IsSortedFunc(p.aliases, func(a, b aliasRow) int { return cmp.Compare(a.entity, b.entity) }) {
		slices.SortStableFunc(p.aliases, func(a, b aliasRow) int { return cmp.Compare(a.entity, b.entity) })
	}
	if !slices.IsSortedFunc(p.addresses, func(a, b addressRow) int { return cmp.Compare(a.entity, b.entity) }) {
		slices.SortStableFunc(p.addresses, func(a, b addressRow) int { return cmp.Compare(a.entity, b.entity) })
	}
}

// mainRow reads one record of the main file and everything that belongs to it.
func (p *parser) mainRow(r *records, id uint64) {
	if p.ids[id] {
		p.add(lists.Problem{Pos: p.pos(mainFile, r.line, 1), EntityID: strings.Clone(value(r.fields[0].text)), Value: r.raw, Dropped: true, Err: ErrDuplicate})
		return
	}
	p.ids[id] = true
	b := &p.cur
	b.reset()
	b.e.ID = value(r.fields[0].text)
	b.e.Pos = p.pos(mainFile, r.line, 1)
	b.e.Kind = p.kind(r)
	p.primaryName(r)
	p.aliasesOf(id)
	p.addressesOf(id)
	p.vesselColumns(r)
	b.titlePieces(value(r.fields[4].text))
	b.programmes = value(r.fields[3].text)
	b.tags = p.programmeMeasures(b.programmes)
	p.remarks(id, r)
	b.finishTitles()
	p.finishMeasures()
	p.out.Entities = append(p.out.Entities, p.store.keep(b))
}

// kind reads SDN_Type; null is an organization.
func (p *parser) kind(r *records) lists.Kind {
	switch t := value(r.fields[2].text); {
	case t == "", strings.EqualFold(t, "entity"):
		return lists.Organization
	case strings.EqualFold(t, "individual"):
		return lists.Person
	case strings.EqualFold(t, "vessel"):
		return lists.Vessel
	case strings.EqualFold(t, "aircraft"):
		return lists.Aircraft
	default:
		p.problem(p.pos(mainFile, r.line, r.fields[2].column), "SDN_Type", t, ErrUnknownWord)
		p.cur.remarks = append(p.cur.remarks, lists.Remark{Key: "SDN_Type", Text: t})
		return lists.Unknown
	}
}

// vesselColumns reads Call_Sign, Vess_type, Tonnage, GRT, Vess_flag, Vess_owner.
func (p *parser) vesselColumns(r *records) {
	b := &p.cur
	var v [6]string
	filled := -1
	for i := range v {
		if v[i] = value(r.fields[5+i].text); v[i] != "" && filled < 0 {
			filled = 5 + i
		}
	}
	if filled < 0 {
		if b.e.Kind == lists.Vessel {
			b.vessel()
		}
		return
	}
	if b.e.Kind != lists.Vessel {
		p.problem(p.pos(mainFile, r.line, r.fields[filled].column), "", v[filled-5], fmt.Errorf("column of a vessel: %w", ErrNotForKind))
	}
	d := b.vessel()
	d.Type, d.Owner = v[1], v[5]
	if v[2] != "" {
		d.Tonnage = lists.ParseQuantity(v[2])
	}
	if v[3] != "" {
		d.GrossTonnage = lists.ParseQuantity(v[3])
	}
	if v[0] != "" {
		p.identify(lists.Identifier{Type: lists.CallSign, Value: v[0], Label: "Call_Sign"}, p.pos(mainFile, r.line, r.fields[5].column))
	}
	if v[4] != "" {
		b.flags = append(b.flags, lists.Country{Text: v[4], Code: p.code(v[4]), Role: lists.Flag})
	}
}

// addressesOf takes the addresses of an entity. A row without address, city and
// country is OFAC's way to say that it has none.
func (p *parser) addressesOf(id uint64) {
	from := sort.Search(len(p.addresses), func(i int) bool { return p.addresses[i].entity >= id })
	for i := from; i < len(p.addresses) && p.addresses[i].entity == id; i++ {
		a := &p.addresses[i]
		a.used = true
		if a.notes != "" {
			p.cur.remarks = append(p.cur.remarks, lists.Remark{Key: "add_remarks", Text: a.notes})
		}
		if a.street == "" && a.city == "" && a.country == "" {
			continue
		}
		p.cur.addresses = append(p.cur.addresses, lists.Address{
			Street: a.street, City: a.city, Country: a.country, Code: p.code(a.country), ID: a.number,
		})
	}
}

// strays reports the rows of the other files that belong to no entity.
func (p *parser) strays() {
	for i := range p.aliases {
		if a := &p.aliases[i]; !a.used {
			p.add(lists.Problem{Pos: p.pos(altFile, int(a.line), 1), EntityID: fmt.Sprint(a.entity), Field: strings.Clone(a.kind), Value: a.name, Dropped: true, Err: ErrUnknownEntity})
		}
	}
	for i := range p.addresses {
		if a := &p.addresses[i]; !a.used {
			text := strings.Trim(a.street+", "+a.city+", "+a.country, ", ")
			p.add(lists.Problem{Pos: p.pos(addFile, int(a.line), 1), EntityID: fmt.Sprint(a.entity), Value: text, Dropped: true, Err: ErrUnknownEntity})
		}
	}
	for _, c := range p.comments {
		if !c.used {
			p.add(lists.Problem{Pos: p.pos(commentsFile, c.line, 1), EntityID: strings.Clone(c.id), Value: c.text, Dropped: true, Err: ErrUnknownEntity})
		}
	}
}

// problem reports something about the current entity that is used all the same.
func (p *parser) problem(pos lists.Position, field, value string, err error) {
	p.add(lists.Problem{Pos: pos, EntityID: strings.Clone(p.cur.e.ID), Field: strings.Clone(field), Value: value, Err: err})
}

// code returns the code of a country as printed, or the empty string.
func (p *parser) code(text string) string {
	if text == "" {
		return ""
	}
	if c, ok := p.codes[text]; ok {
		return c
	}
	// OFAC prints a change of name as "Cabo Verde.  Previously Cape Verde."
	name, _, _ := strings.Cut(text, ".  Previously ")
	c, _ := lists.CountryCode(name)
	p.codes[text] = c
	return c
}
