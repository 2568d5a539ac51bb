package un

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// record is one INDIVIDUAL or ENTITY: its elements in the order of the file. A
// mapping takes what it knows; what nothing took becomes Remarks, so that no
// text is lost whatever the list adds.
type record struct {
	at     place
	fields []field
	kids   []kid
}

// field is an element of a record: a text, or a group of elements.
type field struct {
	name, text string
	at         place
	from, to   int // its kids
	taken      bool
}

// kid is an element of a group that holds text.
type kid struct {
	name, text string
	at         place
	taken      bool
}

func (r *record) reset(at place) {
	r.at, r.fields, r.kids = at, r.fields[:0], r.kids[:0]
}

// one takes the text of the first element of a name.
func (r *record) one(name string) (string, place) {
	for i := range r.fields {
		if f := &r.fields[i]; f.name == name && !f.taken && f.text != "" {
			f.taken = true
			return f.text, f.at
		}
	}
	return "", place{}
}

// groups calls do with every group of a name, and takes the group itself but
// not its kids.
func (r *record) groups(name string, do func(group)) {
	for i := range r.fields {
		if f := &r.fields[i]; f.name == name {
			f.taken = f.text == ""
			do(group{f.at, r.kids[f.from:f.to]})
		}
	}
}

// values takes the texts of the VALUE elements of all groups of a name, or the
// text that stands in their place.
func (r *record) values(name string, do func(text string, at place)) {
	for i := range r.fields {
		f := &r.fields[i]
		if f.name != name {
			continue
		}
		f.taken = true
		if f.text != "" {
			do(f.text, f.at)
		}
		for j := f.from; j < f.to; j++ {
			if k := &r.kids[j]; k.name == "VALUE" {
				k.taken = true
				do(k.text, k.at)
			}
		}
	}
}

// group is the elements of one field that hold text.
type group struct {
	at   place
	kids []kid
}

// one takes the text of the first element of a name.
func (g group) one(name string) string {
	for i := range g.kids {
		if k := &g.kids[i]; k.name == name && !k.taken {
			k.taken = true
			return k.text
		}
	}
	return ""
}

// known are the elements of a group or record that a mapping takes once; a
// second one is repeated rather than unknown.
const known = " DATAID VERSIONNUM FIRST_NAME SECOND_NAME THIRD_NAME FOURTH_NAME UN_LIST_TYPE REFERENCE_NUMBER LISTED_ON DELISTED_ON GENDER" +
	" SUBMITTED_BY SUBMITTED_ON NAME_ORIGINAL_SCRIPT COMMENTS1 SORT_KEY SORT_KEY_LAST_MOD QUALITY ALIAS_NAME DATE_OF_BIRTH CITY_OF_BIRTH" +
	" COUNTRY_OF_BIRTH NOTE STREET CITY STATE_PROVINCE ZIP_CODE COUNTRY TYPE_OF_DATE DATE YEAR FROM_YEAR TO_YEAR TYPE_OF_DOCUMENT" +
	" TYPE_OF_DOCUMENT2 NUMBER ISSUING_COUNTRY COUNTRY_OF_ISSUE CITY_OF_ISSUE DATE_OF_ISSUE "

// rest makes Remarks and Problems of what nothing took.
func (p *parser) rest(e *lists.Entity) {
	leave := func(name, text string, at place) {
		err := ErrUnknownElement
		if strings.Contains(known, " "+name[strings.LastIndexByte(name, '/')+1:]+" ") {
			err = ErrRepeated
		}
		e.Remarks = append(e.Remarks, lists.Remark{Text: name + ": " + text})
		p.Add(lists.Problem{Pos: p.pos(at), EntityID: e.ID, Field: feed.Clip(name), Value: text, Err: err})
	}
	if text := feed.Clean(p.text[2]); text != "" {
		e.Remarks = append(e.Remarks, lists.Remark{Text: text})
		p.Add(lists.Problem{Pos: p.pos(p.rec.at), EntityID: e.ID, Value: text, Err: ErrStrayText})
	}
	for i := range p.rec.fields {
		f := &p.rec.fields[i]
		if !f.taken && f.text != "" {
			leave(f.name, f.text, f.at)
		}
		for j := f.from; j < f.to; j++ {
			if k := &p.rec.kids[j]; !k.taken {
				leave(f.name+"/"+k.name, k.text, k.at)
			}
		}
	}
}

// problem reports something odd about an entity.
func (p *parser) problem(e *lists.Entity, at place, fieldName, value string, err error) {
	p.Add(lists.Problem{Pos: p.pos(at), EntityID: e.ID, Field: fieldName, Value: value, Err: err})
}

// remark keeps a text under the name of its element.
func remark(e *lists.Entity, key, text string) {
	if text != "" {
		e.Remarks = append(e.Remarks, lists.Remark{Key: key, Text: text})
	}
}

// identity gives an entity its ID and its References.
func (p *parser) identity(e *lists.Entity) {
	ref, _ := p.rec.one("REFERENCE_NUMBER")
	data, _ := p.rec.one("DATAID")
	switch {
	case ref != "":
		e.ID = ref
	case data != "":
		e.ID = "DATAID " + data
	default:
		e.ID = fmt.Sprintf("line %d", p.rec.at.Line)
	}
	if ref == "" {
		p.problem(e, p.rec.at, "REFERENCE_NUMBER", "", ErrNoID)
	}
	if p.ids[e.ID] > 0 {
		p.problem(e, p.rec.at, "REFERENCE_NUMBER", e.ID, ErrDuplicate)
		e.ID = p.unique(e.ID)
	}
	p.ids[e.ID]++
	if ref != "" {
		e.References = append(e.References, lists.Reference{List: "UN", ID: ref})
	}
	if data != "" {
		e.References = append(e.References, lists.Reference{List: "UN DATAID", ID: data})
	}
}

// unique returns an ID that no entity has, made of one that has been used.
func (p *parser) unique(id string) string {
	for {
		p.ids[id]++
		if u := fmt.Sprintf("%s (%d)", id, p.ids[id]); p.ids[u] == 0 {
			return u
		}
	}
}
