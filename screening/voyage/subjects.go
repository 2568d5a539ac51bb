package voyage

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// subject is a distinct party: one query, in one role or several.
type subject struct {
	roles  []Role
	fields []string
	query  screening.Query
	kind   lists.Kind // as given
}

// subjects returns the distinct parties of a voyage by role, and warns of those
// that are given twice in one role.
func (v *Voyage) subjects() (out []subject, warnings []error) {
	at := map[string]int{}
	add := func(field string, r Role, q *screening.Query) {
		key := queryKey(q, r.ofShips())
		i, again := at[key]
		if !again {
			i = len(out)
			at[key] = i
			out = append(out, subject{query: *q, kind: q.Kind})
		}
		s := &out[i]
		if slices.Contains(s.roles, r) {
			warnings = append(warnings, problem(field, nameOf(q), fmt.Errorf("%w as %s: it is %s", ErrTwice, r, s.fields[slices.Index(s.roles, r)])))
			s.fields = append(s.fields, field)
			s.roles = append(s.roles, r)
			return
		}
		if again && r.ofShips() {
			warnings = append(warnings, problem(field, nameOf(q), fmt.Errorf("%w: it is %s", ErrTwice, s.fields[0])))
		}
		s.roles = append(s.roles, r)
		s.fields = append(s.fields, field)
	}
	if !blank(&v.Ship.Query) {
		add("ship", Ship, &v.Ship.Query)
	}
	for i := range v.Met {
		add(fmt.Sprintf("met[%d]", i), ShipMet, &v.Met[i].Query)
	}
	for i := range v.Parties {
		r, err := ParseRole(string(v.Parties[i].Role))
		if err != nil {
			continue // refused before
		}
		add(fmt.Sprintf("parties[%d]", i), r, &v.Parties[i].Query)
	}
	for i := range out {
		out[i].settle()
	}
	slices.SortStableFunc(out, func(a, b subject) int { return a.roles[0].rank() - b.roles[0].rank() })
	v.enrich(out)
	return out, warnings
}

// settle gives the query the kind of its roles, where it has none, and puts roles
// in order with each once.
func (s *subject) settle() {
	order := make([]int, len(s.roles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.roles[a].rank() - s.roles[b].rank() })
	roles, fields := s.roles, s.fields
	s.roles, s.fields = nil, nil
	for _, i := range order {
		if !slices.Contains(s.roles, roles[i]) {
			s.roles = append(s.roles, roles[i])
		}
		s.fields = append(s.fields, fields[i])
	}
	if s.query.Kind != lists.Unknown {
		return
	}
	s.query.Kind = s.roles[0].kind()
	for _, r := range s.roles[1:] {
		if r.kind() != s.query.Kind {
			s.query.Kind = lists.Unknown
		}
	}
}

// maxOwners bounds the owners that a voyage adds to a query.
const maxOwners = 8

// enrich gives the ship the flags of the voyage, and ship and masters those of the
// owners, operators and managers that stand in the voyage: screening takes them for
// owners and employers, which support a hit and never weaken one.
func (v *Voyage) enrich(all []subject) {
	var owners []string
	for i := range all {
		if !slices.ContainsFunc(all[i].roles, Role.employs) {
			continue
		}
		for _, n := range all[i].query.Names {
			if len(owners) < maxOwners && !slices.Contains(owners, n) && strings.TrimSpace(n) != "" {
				owners = append(owners, n)
			}
		}
	}
	for i := range all {
		q := &all[i].query
		switch all[i].roles[0] {
		case Ship:
			q.Flags = joined(q.Flags, v.Flag)
			q.Owners = joined(q.Owners, owners)
		case Master:
			q.Owners = joined(q.Owners, owners)
		}
	}
}

// joined returns a with what of b it does not hold, in memory of its own.
func joined(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// queryKey tells whether two queries ask for the same party: they give the same
// names, without regard to case and blanks, the same numbers, and the same facts.
// The reference does not count, nor does the kind, which the role gives. A party
// without name and number is like no other.
func queryKey(q *screening.Query, ship bool) string {
	var b strings.Builder
	if ship {
		b.WriteString("ship\x00")
	} else {
		b.WriteString(q.Kind.String() + "\x00")
	}
	part := func(tag string, texts []string) {
		sorted := slices.Clone(texts)
		for i, s := range sorted {
			sorted[i] = strings.ToLower(strings.Join(strings.Fields(s), " "))
		}
		slices.Sort(sorted)
		for _, s := range slices.Compact(sorted) {
			fmt.Fprintf(&b, "%s%d:%s", tag, len(s), s)
		}
	}
	part("n", q.Names)
	var ids []string
	for _, id := range q.Identifiers {
		if c, err := id.Canonical(); err == nil {
			id = c
		}
		ids = append(ids, string(id.Type)+"\x00"+id.Value+"\x00"+id.Country)
	}
	part("i", ids)
	part("f", q.Flags)
	part("c", q.Countries)
	part("p", q.Places)
	part("a", q.Addresses)
	part("o", q.Owners)
	for _, d := range q.Dates {
		b.WriteString("d" + string(d.Role) + d.String())
	}
	fmt.Fprintf(&b, "|%s|%s|%d|%d|%d|%d", q.Gender, q.VesselType, q.Deadweight, q.GrossTonnage, q.Length, q.Near)
	return b.String()
}

// contradictions warns of numbers that cannot both be right: a ship or a firm with
// two valid IMO numbers, two ships with one, one firm's number given for two firms,
// and a number that a name bears elsewhere in the voyage.
func contradictions(all []subject) (warnings []error) {
	type owner struct {
		at     int
		number string
	}
	bearer := map[string]int{}   // number -> first subject that bears it
	byName := map[string]owner{} // name -> first subject of that name with a number
	for i := range all {
		s := &all[i]
		first := map[lists.IDType]string{}
		for _, id := range s.query.Identifiers {
			if id.Type != lists.IMOShip && id.Type != lists.IMOCompany {
				continue
			}
			c, err := id.Canonical()
			if err != nil {
				continue // screening tells of void numbers
			}
			switch had := first[id.Type]; {
			case had == c.Value:
				continue
			case had != "":
				warnings = append(warnings, problem(s.fields[0], c.Value, fmt.Errorf("%w: two %s numbers for one party, the other is %s", ErrContradiction, id.Type, had)))
				continue
			}
			first[id.Type] = c.Value
			key := string(id.Type) + " " + c.Value
			if j, ok := bearer[key]; ok {
				warnings = append(warnings, problem(s.fields[0], c.Value, fmt.Errorf("%w: %s %q bears this %s number too", ErrContradiction, all[j].fields[0], clip(nameOf(&all[j].query)), id.Type)))
			} else {
				bearer[key] = i
			}
			for _, n := range s.query.Names {
				name := string(id.Type) + " " + strings.ToLower(strings.Join(strings.Fields(n), " "))
				if o, ok := byName[name]; !ok {
					byName[name] = owner{i, c.Value}
				} else if o.at != i && o.number != c.Value {
					warnings = append(warnings, problem(s.fields[0], c.Value, fmt.Errorf("%w: %s of the same name has the %s number %s", ErrContradiction, all[o.at].fields[0], id.Type, o.number)))
				}
			}
		}
	}
	return warnings
}

// errNoParty is the reason for a party that says nothing of itself.
var errNoParty = errors.New("neither a name nor a number is given")
