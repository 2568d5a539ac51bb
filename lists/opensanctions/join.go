package opensanctions

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// maxEnds bounds the parties at one end of a link; one of a thousand at each end
// would be a million relations.
const maxEnds = 100

// joiner holds what stands on lines of its own until the parties are there.
type joiner struct {
	*parser
	context    map[string]*thing // sanctions, addresses, papers, positions by id
	order      []string          // of context
	edges      []*thing
	references []reference
	programmes map[int][]string // of entities, without a sanction of their own
	retired    map[string]int   // entities by ids that they had before
}

// reference is a property of an entity that holds the id of something else.
type reference struct {
	entity   int
	property string
	id       string
	pos      lists.Position
}

// take takes one line.
func (j *joiner) take(t *thing) {
	_, isEdge := edges[t.Schema]
	kind, isParty := schemaKinds[t.Schema]
	switch {
	case isParty:
		j.party(t, kind)
	case isEdge:
		j.edges = append(j.edges, t)
	case contexts[t.Schema]:
		if j.context[t.ID] != nil {
			j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Dropped: true, Err: ErrDuplicate})
			return
		}
		j.context[t.ID] = t
		j.order = append(j.order, t.ID)
	default:
		if key := "schema " + t.Schema; !j.once[key] && len(j.once) < 1000 {
			j.once[key] = true
			j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Field: "schema", Value: t.Schema, Dropped: true, Err: ErrUnknownSchema})
		}
	}
}

// party makes an entity of a line.
func (j *joiner) party(t *thing, kind lists.Kind) {
	if i, ok := j.ids[t.ID]; ok {
		j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Value: t.Caption, Dropped: true, Err: fmt.Errorf("%w, at %s", ErrDuplicate, j.out.Entities[i].Pos)})
		return
	}
	e, _ := j.entity(t.ID, t.pos)
	i := len(j.out.Entities) - 1
	e.Kind = kind
	seen := t.Caption == ""
	types := [...]lists.NameType{lists.Primary, lists.Alias, lists.Former, lists.WeakAlias}
	for n, property := range nameProperties {
		for _, text := range t.Properties[property] {
			j.name(e, text, types[n], "")
			seen = seen || text == t.Caption
		}
	}
	for n := range e.Names { // the one that OpenSanctions shows comes first
		if e.Names[n].Type == lists.Primary && e.Names[n].Text == t.Caption {
			first := e.Names[n]
			copy(e.Names[1:n+1], e.Names[:n])
			e.Names[0] = first
			break
		}
	}
	j.nameParts(e, t)
	if len(e.Names) == 0 && t.Caption != t.Schema {
		j.name(e, t.Caption, lists.Primary, "caption")
		seen = true
	}
	for _, property := range slices.Sorted(maps.Keys(t.Properties)) {
		if slices.Contains(nameProperties[:], property) || isPart(property) {
			continue
		}
		for _, value := range t.Properties[property] {
			if value != "" {
				j.apply(i, t.Schema, property, value, t.pos)
			}
		}
	}
	e = &j.out.Entities[i]
	if !seen {
		j.remark(e, "caption", t.Caption)
	}
	j.rest(e, t)
	for _, old := range t.Referents {
		e.References = append(e.References, lists.Reference{List: "OpenSanctions", ID: old})
		if id, ok := strings.CutPrefix(old, "ofac-"); ok && isDigits(id) {
			e.References = append(e.References, lists.Reference{List: "OFAC", ID: id})
		}
		if _, ok := j.retired[old]; !ok {
			j.retired[old] = i
		}
	}
	j.published(t.LastSeen)
}

// nameParts puts the parts of a person's name with the first name, or makes one
// of them where the person has none.
func (j *joiner) nameParts(e *lists.Entity, t *thing) {
	var out []lists.Part
	var whole []string
	for _, part := range parts {
		for _, text := range t.Properties[part.property] {
			out = append(out, lists.Part{Role: part.role, Text: text})
			whole = append(whole, text)
		}
	}
	if len(out) == 0 {
		return
	}
	if len(e.Names) == 0 {
		j.name(e, strings.Join(whole, " "), lists.Primary, "parts")
	}
	if len(e.Names) > 0 {
		e.Names[0].Parts = out
	}
}

func isPart(property string) bool {
	for _, part := range parts {
		if part.property == property {
			return true
		}
	}
	return false
}

// rest keeps what is no property.
func (j *joiner) rest(e *lists.Entity, t *thing) {
	j.remark(e, "schema", t.Schema)
	for _, d := range t.Datasets {
		j.remark(e, "datasets", d)
	}
	for _, o := range t.Origin {
		j.remark(e, "origin", o)
	}
	j.remark(e, "first_seen", t.FirstSeen)
	j.remark(e, "last_seen", t.LastSeen)
	j.remark(e, "last_change", t.LastChange)
	if t.Target != nil && !*t.Target {
		j.remark(e, "target", "false")
	}
	for _, x := range t.extra {
		j.remark(e, x.Key, x.Text)
		if slices.Contains(t.faults, x.Key) {
			j.problem(e, t.pos, x.Key, x.Text, ErrWrongType)
		} else {
			j.unknown(e, t.pos, x.Key, x.Text)
		}
	}
}

// find returns the entity with an id, a retired one among them.
func (j *joiner) find(id string) (int, bool) {
	if i, ok := j.ids[id]; ok {
		return i, true
	}
	i, ok := j.retired[id]
	return i, ok
}

// join joins everything.
func (j *joiner) join() {
	used := map[string]bool{}
	for _, r := range j.references {
		j.reference(r, used)
	}
	for _, id := range j.order {
		t := j.context[id]
		switch t.Schema {
		case "Sanction":
			j.attach(t, "entity", j.sanction)
		case "Identification", "Passport":
			j.attach(t, "holder", j.paper)
		}
	}
	for i := range j.out.Entities {
		e := &j.out.Entities[i]
		for _, tag := range j.programmes[i] {
			if !slices.ContainsFunc(e.Measures, func(m lists.Measure) bool { return m.Programme == tag }) && !hasRemark(e, "Sanction.programId", tag) {
				e.Measures = append(e.Measures, lists.Measure{Programme: tag})
			}
		}
	}
	for _, t := range j.edges {
		j.edge(t, used)
	}
	for _, schema := range [...]string{"Address", "Position"} {
		var first *thing
		n := 0
		for _, id := range j.order {
			if t := j.context[id]; t.Schema == schema && !used[id] {
				if n++; first == nil {
					first = t
				}
			}
		}
		if n > 0 {
			j.Add(lists.Problem{Pos: first.pos, EntityID: first.ID, Field: "schema", Value: schema, Dropped: true, Err: fmt.Errorf("%w: %d", ErrUnused, n)})
		}
	}
}

func hasRemark(e *lists.Entity, key, text string) bool {
	return slices.Contains(e.Remarks, lists.Remark{Key: key, Text: text})
}

// reference follows a property that holds an id.
func (j *joiner) reference(r reference, used map[string]bool) {
	e := &j.out.Entities[r.entity]
	if r.property == "addressEntity" {
		t := j.context[r.id]
		if t == nil || t.Schema != "Address" {
			j.remark(e, r.property, r.id)
			j.problem(e, r.pos, r.property, r.id, ErrUnresolved)
			return
		}
		used[r.id] = true
		j.address(e, t)
		return
	}
	other, ok := j.find(r.id)
	role := map[string]lists.RelationRole{"owner": lists.OwnedBy, "operator": lists.OperatedBy, "parent": lists.SubsidiaryOf}[r.property]
	if role == "" {
		role = lists.OtherRelation
	}
	switch {
	case ok:
		o := &j.out.Entities[other]
		e.Relations = append(e.Relations, lists.Relation{Role: role, Text: o.PrimaryName(), IDs: []string{o.ID}, Label: r.property})
		if o.ID != r.id {
			j.remark(e, r.property, r.id)
		}
	case r.property == "operator" && e.Kind == lists.Vessel && (e.Vessel == nil || e.Vessel.Operator == ""):
		if e.Vessel == nil {
			e.Vessel = &lists.VesselDetails{}
		}
		e.Vessel.Operator = r.id // older exports have a name here
	default:
		e.Relations = append(e.Relations, lists.Relation{Role: role, Text: r.id, Label: r.property})
		j.problem(e, r.pos, r.property, r.id, ErrUnresolved)
	}
}

// attach gives a line to the parties that its property names.
func (j *joiner) attach(t *thing, property string, to func(e *lists.Entity, t *thing)) {
	ends := t.Properties[property]
	if len(ends) == 0 || len(ends) > maxEnds {
		j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Field: t.Schema + "." + property, Value: t.Caption, Dropped: true, Err: fmt.Errorf("%w: %d", ErrEnds, len(ends))})
		return
	}
	for _, id := range ends {
		i, ok := j.find(id)
		if !ok {
			j.Add(lists.Problem{Pos: t.pos, EntityID: t.ID, Field: t.Schema + "." + property, Value: id, Dropped: true, Err: ErrUnresolved})
			continue
		}
		to(&j.out.Entities[i], t)
	}
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
