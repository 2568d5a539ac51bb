package lists

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// maxAlternatives bounds the entries that one statement can name, maxSharers the
// entries that share one number. Real lists have a few of each; a list made to do
// harm could tie everybody to everybody. Statements above the bound make no edge
// and stand in Unresolved; such numbers are counted in GraphStats.Crowded.
const (
	maxAlternatives = 20
	maxSharers      = 64
)

// half is one end of an edge. The end that says it has at, the other end has it
// with the flag reverse.
type half struct {
	to    int32 // in Graph.nodes
	at    int32 // place in Entity.Relations of the entry that says it, or one of the fields below; of sameParty in Graph.shared
	flags edgeFlags
}

type edgeFlags uint8

const (
	reverse   edgeFlags = 1 << iota // the other end says it
	ambiguous                       // one of several entries
	byName                          // told by the name
	sameParty                       // at is a place in Graph.shared
)

// The fields of VesselDetails that name parties, as values of half.at. As unsigned
// numbers they come after every relation, in this order.
const (
	ownerField int32 = iota - 3
	operatorField
	managerField
)

// field returns the role and the text of a field of a ship.
func (v *VesselDetails) field(at int32) (role RelationRole, label, text string) {
	switch at {
	case ownerField:
		return OwnerAsPrinted, "Owner", v.Owner
	case operatorField:
		return OperatorAsPrinted, "Operator", v.Operator
	}
	return ManagerAsPrinted, "Manager", v.Manager
}

// open is a statement that names no entry, or too many.
type open struct {
	statement
	crowded bool
}

// NewGraph makes the graph of the lists. Nil lists, and a list given twice, are
// passed over. The order in which lists are given changes nothing, but where two
// agree in name, day and digest.
//
// Time is linear in the size of the lists, but for the sorting of edges; memory is
// a few dozen bytes for each edge and for each entry that has one.
func NewGraph(ls ...*List) *Graph {
	b := &grapher{g: &Graph{}}
	for _, l := range ls {
		if l != nil && !slices.ContainsFunc(b.g.lists, func(k *List) bool { return sameEntities(k, l) }) {
			b.g.lists = append(b.g.lists, l)
		}
	}
	slices.SortStableFunc(b.g.lists, func(x, y *List) int {
		return cmp.Or(strings.Compare(x.Source.Name, y.Source.Name), x.Source.Published.Compare(y.Source.Published),
			bytes.Compare(x.Source.SHA256[:], y.Source.SHA256[:]))
	})
	n := int32(0)
	for _, l := range b.g.lists {
		b.first = append(b.first, n)
		n += int32(len(l.Entities))
	}
	b.g.stats.Lists, b.g.stats.Entities = len(b.g.lists), int(n)
	b.statements()
	b.resolveNames()
	b.sharers()
	b.join(n)
	b.g.count()
	return b.g
}

// sameEntities reports whether two Lists are one, or hold the same entities.
func sameEntities(a, b *List) bool {
	return a == b || len(a.Entities) > 0 && len(b.Entities) > 0 && &a.Entities[0] == &b.Entities[0]
}

// grapher makes a Graph. Entries are counted over all lists, in their order.
type grapher struct {
	g       *Graph
	first   []int32 // numbers of the first entry of each list
	pending []statement
	edges   []rawEdge
	numbers []int32 // for one statement at a time
}

// statement is a place in a record that names another party.
type statement struct {
	list, entity, at int32 // entity in List.Entities
}

// rawEdge is an edge between entries by their numbers.
type rawEdge struct {
	by, of, at int32
	flags      edgeFlags
}

// entry returns an entry by its number.
func (b *grapher) entry(n int32) (list, at int32) {
	i, ok := slices.BinarySearch(b.first, n)
	if !ok {
		i--
	}
	for i+1 < len(b.first) && b.first[i+1] == n { // lists without entries
		i++
	}
	return int32(i), n - b.first[i]
}

// statements reads every record. Statements with known numbers become edges, the
// others wait for the names.
func (b *grapher) statements() {
	for i, l := range b.g.lists {
		var ids map[string][]int32
		for j := range l.Entities {
			e := &l.Entities[j]
			says := len(e.Relations) > 0
			for k := range e.Relations {
				if ids == nil && len(e.Relations[k].IDs) > 0 {
					ids = idsOf(l)
				}
				s := statement{int32(i), int32(j), int32(k)}
				if of := namedByID(ids, e.Relations[k].IDs); len(of) > 0 {
					b.settle(s, of)
				} else {
					b.pending = append(b.pending, s)
				}
			}
			if e.Vessel != nil {
				for at := ownerField; at <= managerField; at++ {
					_, _, text := e.Vessel.field(at)
					if strings.TrimSpace(text) != "" && !printsRelation(e, text) {
						b.pending = append(b.pending, statement{int32(i), int32(j), at})
						says = true
					}
				}
			}
			if says {
				b.g.stats.Speaking++
			}
		}
	}
}

// printsRelation reports whether a relation of e has the text.
func printsRelation(e *Entity, text string) bool {
	return slices.ContainsFunc(e.Relations, func(r Relation) bool {
		return strings.EqualFold(strings.TrimSpace(r.Text), strings.TrimSpace(text))
	})
}

// idsOf returns the entities of a list by ID. Numbers of entities that share one are
// kept up to the first that is too many.
func idsOf(l *List) map[string][]int32 {
	ids := make(map[string][]int32, len(l.Entities))
	store := make([]int32, len(l.Entities))
	for i := range l.Entities {
		id := l.Entities[i].ID
		switch have := ids[id]; {
		case have == nil:
			store[i] = int32(i)
			ids[id] = store[i : i+1 : i+1]
		case len(have) <= maxAlternatives:
			ids[id] = append(have, int32(i))
		}
	}
	return ids
}

// namedByID returns the entities that have one of the IDs, each once, up to the first
// that is too many.
func namedByID(ids map[string][]int32, want []string) []int32 {
	if len(want) == 1 {
		return ids[want[0]]
	}
	var out []int32
	for _, id := range want {
		for _, n := range ids[id] {
			if len(out) > maxAlternatives {
				return out
			}
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// settle makes the edges of a statement that names entities of its own list.
func (b *grapher) settle(s statement, of []int32) {
	b.numbers = b.numbers[:0]
	for _, n := range of {
		b.numbers = append(b.numbers, b.first[s.list]+n)
	}
	b.edge(s, b.numbers, 0)
}

// edge makes the edges of a statement that names the entries, which are none, one or
// several.
func (b *grapher) edge(s statement, of []int32, f edgeFlags) {
	t := &b.g.stats.Relations
	if s.at < 0 {
		t = &b.g.stats.Printed
	}
	switch n := len(of); {
	case n == 0:
		t.Unresolved++
	case n == 1:
		t.Resolved++
	default:
		t.Ambiguous++
		f |= ambiguous
	}
	if len(of) == 0 || len(of) > maxAlternatives {
		b.g.open = append(b.g.open, open{s, len(of) > 0})
		return
	}
	by := b.first[s.list] + s.entity
	for _, n := range of {
		b.edges = append(b.edges, rawEdge{by, n, s.at, f})
	}
}

// sharers makes the edges between entries of different lists that are one party.
func (b *grapher) sharers() {
	if len(b.g.lists) < 2 {
		return
	}
	links := LinkLists(b.g.lists...)
	number := make(map[*Entity]int32)
	for i := range links.Groups {
		for _, m := range links.Groups[i].Members {
			number[m.Entity] = -1
		}
	}
	for i, l := range b.g.lists {
		for j := range l.Entities {
			if n, ok := number[&l.Entities[j]]; ok && n < 0 {
				number[&l.Entities[j]] = b.first[i] + int32(j)
			}
		}
	}
	for i := range links.Groups {
		m := links.Groups[i].Members
		if len(m) > maxSharers {
			b.g.stats.Crowded++
			continue
		}
		at := int32(len(b.g.shared))
		b.g.shared = append(b.g.shared, links.Groups[i].Because)
		for x := range m {
			for y := x + 1; y < len(m); y++ {
				if m[x].List != m[y].List {
					b.edges = append(b.edges, rawEdge{number[m[x].Entity], number[m[y].Entity], at, sameParty})
				}
			}
		}
	}
}
