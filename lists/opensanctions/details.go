package opensanctions

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// fields hands out the properties of a line one by one; what is left becomes
// remarks.
type fields struct {
	t    *thing
	left map[string][]string
}

func fieldsOf(t *thing) *fields { return &fields{t, maps.Clone(t.Properties)} }

// one takes the first value of a property.
func (f *fields) one(property string) string {
	v := f.left[property]
	if len(v) == 0 {
		return ""
	}
	f.left[property] = v[1:]
	return v[0]
}

func (f *fields) drop(properties ...string) {
	for _, p := range properties {
		delete(f.left, p)
	}
}

// rest makes remarks of what is left, under the schema and the property.
func (f *fields) rest(j *joiner, e *lists.Entity) {
	for _, property := range slices.Sorted(maps.Keys(f.left)) {
		for _, v := range f.left[property] {
			j.remark(e, f.t.Schema+"."+property, v)
		}
	}
	for _, x := range f.t.extra {
		j.remark(e, f.t.Schema+"."+x.Key, x.Text)
		if slices.Contains(f.t.faults, x.Key) {
			j.problem(e, f.t.pos, f.t.Schema+"."+x.Key, x.Text, ErrWrongType)
		} else {
			j.unknown(e, f.t.pos, f.t.Schema+"."+x.Key, x.Text)
		}
	}
}

// sanction makes a measure of a Sanction.
func (j *joiner) sanction(e *lists.Entity, t *thing) {
	f := fieldsOf(t)
	f.drop("entity")
	m := lists.Measure{Authority: j.word(f.one("authority"))}
	m.Programme, m.Basis = j.word(f.one("programId")), f.one("program")
	if m.Programme == "" {
		m.Programme, m.Basis = m.Basis, ""
	}
	m.Listed = j.when(e, t.pos, f.one("listingDate"), "Sanction.listingDate")
	m.Effective = j.when(e, t.pos, f.one("startDate"), "Sanction.startDate")
	m.Ends = j.when(e, t.pos, f.one("endDate"), "Sanction.endDate")
	var text []string
	for _, property := range [...]string{"provisions", "reason", "status", "summary", "duration"} {
		for v := f.one(property); v != ""; v = f.one(property) {
			text = append(text, v)
			if property == "provisions" {
				m.Kinds = append(m.Kinds, provisionKinds(v, m.Kinds)...)
			}
		}
	}
	m.Text = strings.Join(text, "\n")
	list := ""
	if len(t.Datasets) > 0 {
		if list = listOf[t.Datasets[0]]; list == "" {
			list = t.Datasets[0]
		}
	}
	if list != "" {
		for v := f.one("authorityId"); v != ""; v = f.one("authorityId") {
			if r := (lists.Reference{List: j.word(list), ID: v}); !slices.Contains(e.References, r) {
				e.References = append(e.References, r)
			}
		}
	}
	for v := f.one("unscId"); v != ""; v = f.one("unscId") {
		if r := (lists.Reference{List: "UN", ID: v}); !slices.Contains(e.References, r) {
			e.References = append(e.References, r)
		}
	}
	e.Measures = append(e.Measures, m)
	f.rest(j, e)
}

// provisions are the words that publishers use for measures, with their kinds.
// Sources: OFAC (Block), UK Sanctions List (sanctions imposed), SECO and DFAT
// (measures), as OpenSanctions hands them on.
var provisions = [...]struct {
	word string
	kind lists.MeasureKind
}{
	{"asset freeze", lists.AssetFreeze}, {"freezing of assets", lists.AssetFreeze}, {"freezing of funds", lists.AssetFreeze},
	{"block", lists.AssetFreeze}, {"targeted financial sanction", lists.AssetFreeze}, {"assets freeze", lists.AssetFreeze},
	{"travel ban", lists.TravelBan}, {"entry ban", lists.TravelBan}, {"arms embargo", lists.ArmsEmbargo},
	{"port ban", lists.PortBan}, {"port entry", lists.PortBan}, {"prohibition of port", lists.PortBan},
	{"transport sanctions", lists.PortBan}, {"debarment", lists.Debarment},
}

// provisionKinds returns the kinds that a text names and that are not yet known.
func provisionKinds(text string, known []lists.MeasureKind) []lists.MeasureKind {
	var out []lists.MeasureKind
	low := strings.ToLower(text)
	for _, p := range provisions {
		if strings.Contains(low, p.word) && !slices.Contains(known, p.kind) && !slices.Contains(out, p.kind) {
			out = append(out, p.kind)
		}
	}
	return out
}

// paper makes an identifier of an Identification or a Passport, or completes the
// one with the same number.
func (j *joiner) paper(e *lists.Entity, t *thing) {
	f := fieldsOf(t)
	f.drop("holder")
	number := f.one("number")
	id := lists.Identifier{Type: lists.OtherID, Value: number, Label: f.one("type"), Country: f.one("country"), Note: f.one("summary")}
	if t.Schema == "Passport" || strings.Contains(strings.ToLower(id.Label), "passport") {
		id.Type = lists.Passport
	}
	id.Issued = j.when(e, t.pos, f.one("startDate"), t.Schema+".startDate")
	id.Expires = j.when(e, t.pos, f.one("endDate"), t.Schema+".endDate")
	if number != "" {
		at := slices.IndexFunc(e.Identifiers, func(x lists.Identifier) bool {
			return x.Value == number && (x.Type == id.Type || id.Type == lists.OtherID) && !x.Issued.Known() && x.Country == ""
		})
		if at >= 0 {
			id.Type = e.Identifiers[at].Type
			if id.Label == "" {
				id.Label = e.Identifiers[at].Label
			}
			e.Identifiers[at] = id
		} else {
			e.Identifiers = append(e.Identifiers, id)
		}
	} else {
		j.remark(e, t.Schema+".type", id.Label)
		j.remark(e, t.Schema+".country", id.Country)
		j.remark(e, t.Schema+".summary", id.Note)
		j.remark(e, t.Schema+".startDate", id.Issued.Text)
		j.remark(e, t.Schema+".endDate", id.Expires.Text)
	}
	f.rest(j, e)
}

// address joins an Address, or completes the one with the same text.
func (j *joiner) address(e *lists.Entity, t *thing) {
	f := fieldsOf(t)
	a := lists.Address{Text: f.one("full"), Street: f.one("street"), City: f.one("city"), PostalCode: f.one("postalCode"), ID: t.ID}
	if a.Region = f.one("region"); a.Region == "" {
		a.Region = f.one("state")
	}
	if a.Country = f.one("country"); a.Country != "" {
		a.Code = j.code(e, t.pos, a.Country, "Address.country")
	}
	if a.Text == "" {
		a.Text = t.Caption
	}
	at := slices.IndexFunc(e.Addresses, func(x lists.Address) bool { return x.Text == a.Text && x.ID == "" })
	if at >= 0 {
		e.Addresses[at] = a
	} else {
		e.Addresses = append(e.Addresses, a)
	}
	f.rest(j, e)
}

// edge puts a link with both of its ends. What the link says besides stands with
// the first of them that is a party.
func (j *joiner) edge(t *thing, used map[string]bool) {
	x := edges[t.Schema]
	from, to := t.Properties[x.from], t.Properties[x.to]
	if len(from) == 0 || len(to) == 0 || len(from) > maxEnds || len(to) > maxEnds {
		if len(from)+len(to) == 0 || len(from) > maxEnds || len(to) > maxEnds {
			j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Field: t.Schema, Value: t.Caption, Dropped: true, Err: fmt.Errorf("%w: %d and %d", ErrEnds, len(from), len(to))})
			return
		}
		j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Field: t.Schema, Value: t.Caption, Err: fmt.Errorf("%w: %d and %d", ErrEnds, len(from), len(to))})
	}
	f := fieldsOf(t)
	f.drop(x.from, x.to)
	r := lists.Relation{Label: f.one("role")}
	if r.Label == "" {
		r.Label = f.one("relationship")
	}
	if r.Label == "" {
		r.Label = t.Schema
	}
	holder := -1
	for _, id := range append(slices.Clip(from), to...) {
		if i, ok := j.find(id); ok && holder < 0 {
			holder = i
		}
	}
	if holder < 0 {
		j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Field: t.Schema, Value: strings.Join(append(slices.Clip(from), to...), " "), Dropped: true, Err: ErrUnresolved})
		return
	}
	e := &j.out.Entities[holder]
	r.From = j.when(e, t.pos, f.one("startDate"), t.Schema+".startDate")
	r.Until = j.when(e, t.pos, f.one("endDate"), t.Schema+".endDate")
	if text := f.one("percentage"); text != "" {
		if r.Share = share(text); !r.Share.Known {
			j.problem(e, t.pos, t.Schema+".percentage", text, ErrWrongType)
		}
		j.remark(e, t.Schema+".percentage", text)
	}
	for _, a := range from {
		j.relate(t, a, to, x.fromRole, r, used)
	}
	for _, b := range to {
		j.relate(t, b, from, x.toRole, r, used)
	}
	f.rest(j, e)
}

// relate puts relations to others with the party that has the id.
func (j *joiner) relate(t *thing, id string, others []string, role lists.RelationRole, r lists.Relation, used map[string]bool) {
	i, ok := j.find(id)
	if !ok {
		return
	}
	e := &j.out.Entities[i]
	r.Role = role
	if len(others) == 0 {
		r.Text = t.Caption
		e.Relations = append(e.Relations, r)
	}
	for _, other := range others {
		r.Text, r.IDs = other, nil
		if o, ok := j.find(other); ok {
			r.Text, r.IDs = j.out.Entities[o].PrimaryName(), []string{j.out.Entities[o].ID}
		} else if c := j.context[other]; c != nil && c.Schema == "Position" {
			used[other] = true
			r.Text = c.Caption
			for _, property := range slices.Sorted(maps.Keys(c.Properties)) {
				for _, v := range c.Properties[property] {
					if property == "name" && !slices.Contains(e.Titles, v) {
						e.Titles = append(e.Titles, v)
					} else if property != "name" && !hasRemark(e, "Position."+property, v) {
						j.remark(e, "Position."+property, v)
					}
				}
			}
		} else {
			j.problem(e, t.pos, t.Schema, other, ErrUnresolved)
		}
		e.Relations = append(e.Relations, r)
	}
}

// share reads a percentage: "50", "50%", "33.33 %".
func share(text string) lists.Share {
	f, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")), 64)
	if err != nil || !(f >= 0 && f <= 100) {
		return lists.Share{}
	}
	n := int32(f*100 + 0.5)
	return lists.Share{Min: n, Max: n, Known: true}
}
