package lists

// LinkReason says by what two entries of different lists are told to be one party.
type LinkReason string

// The reasons for a link. Each is a number that is the party's own; names, dates
// and flags, however alike, link nothing.
const (
	SameIMOShip    LinkReason = "same IMO ship number"    // of vessels, valid
	SameIMOCompany LinkReason = "same IMO company number" // of firms and persons, valid
	SameLEI        LinkReason = "same LEI"                // valid
	SameReference  LinkReason = "same reference"          // one list says which entry of another one it means, or two name the same entry of a third
)

// Because is one reason with the value that the entries share, in canonical form:
// "9187629"; of a reference the list and its number: "UN QDI430".
type Because struct {
	Reason LinkReason `json:"reason"`
	Value  string     `json:"value"`
}

// Member is an entry of one of the lists that were linked.
type Member struct {
	List   *List
	Entity *Entity // in List.Entities
}

// Link is a group of entries that share one value, in the order of the lists and
// of their entries. They stand on two lists at least; a list that names a party
// twice is in it with both.
type Link struct {
	Because
	Members []Member
}

// Conflict is a value that entries of different kinds bear: a ship and a firm
// with one IMO number. Entries of one kind are linked all the same; those of
// different kinds, and those that do not say their kind, are not. A conflict may
// lie within one list.
type Conflict struct {
	Because
	Members []Member
}

// Linked is an entry on another list, with every reason to hold it for the same
// party.
type Linked struct {
	Source  *Source
	Entity  *Entity
	Because []Because
}

// Links are the parties that stand on several of the lists given to [LinkLists].
// They point into those lists, copy nothing and change nothing: what each list
// says of the party stays that list's. Links are read-only and safe for any number
// of goroutines.
type Links struct {
	Groups    []Link     // in the order in which the lists first name the value
	Conflicts []Conflict // likewise

	of map[*Entity][]int // indices of Groups
	in map[*Entity]*List
}

// LinkLists finds the parties that stand on several of the lists ls: entries that
// bear the same valid IMO ship number (vessels), the same valid IMO company
// number (firms, persons), the same valid LEI, or the same reference, that is a
// number by which some list calls the party ("UN QDi.430", "OFAC 15036"). A value
// that fails its check links nothing. References are compared without case, blanks
// and punctuation.
//
// Links are not chained: where A shares a number with B, and B another one with
// C, A and C are not linked. One wrong number in one list then joins two parties
// and no more.
//
// The result depends on the lists and their order only. Nil lists are passed
// over. Time and memory are linear in the number of identifiers and references.
func LinkLists(ls ...*List) *Links {
	k := &Links{of: map[*Entity][]int{}, in: map[*Entity]*List{}}
	index := map[Because]int{}
	var shared []claims
	for _, l := range ls {
		if l == nil {
			continue
		}
		for i := range l.Entities {
			e := &l.Entities[i]
			if _, again := k.in[e]; again {
				continue // a list given twice
			}
			k.in[e] = l
			for _, c := range claimsOf(l, e) {
				n, ok := index[c.key]
				if !ok {
					n = len(shared)
					index[c.key] = n
					shared = append(shared, claims{key: c.key})
				}
				shared[n].add(Member{l, e}, c)
			}
		}
	}
	for i := range shared {
		k.settle(&shared[i])
	}
	return k
}

// settle makes the links and the conflict of one value.
func (k *Links) settle(c *claims) {
	if len(c.all) < 2 {
		return
	}
	kinds, known := c.kinds()
	if kinds > 1 {
		why := Because{c.key.Reason, c.key.Value}
		if why.Reason == sameIMO {
			why.Reason = SameIMOCompany // unless it is said to be a ship's
		}
		m := make([]Member, len(c.all))
		for i := range c.all {
			if m[i] = c.all[i].Member; c.all[i].reason == SameIMOShip {
				why.Reason = SameIMOShip
			}
		}
		k.Conflicts = append(k.Conflicts, Conflict{why, m})
	}
	done := map[group]bool{}
	for i := range c.all {
		g := c.all[i].group
		if kinds == 1 {
			g.kind = known
		}
		if done[g] || g.reason == "" || kinds > 1 && g.kind == Unknown {
			continue
		}
		done[g] = true
		link := Link{Because: Because{g.reason, c.key.Value}}
		several := false
		for _, m := range c.all[i:] {
			if m.reason != g.reason || m.kind != g.kind && kinds > 1 {
				continue
			}
			link.Members = append(link.Members, m.Member)
			several = several || m.List != link.Members[0].List
		}
		if !several {
			continue
		}
		for _, m := range link.Members {
			k.of[m.Entity] = append(k.of[m.Entity], len(k.Groups))
		}
		k.Groups = append(k.Groups, link)
	}
}

// Of returns the entries on other lists that are the same party as e, in the order
// of the lists and their entries, each once. It returns nil where there is none,
// and where e is not an entry of the lists, by its address.
func (k *Links) Of(e *Entity) []Linked {
	var out []Linked
	at := map[*Entity]int{}
	for _, g := range k.of[e] {
		link := &k.Groups[g]
		for _, m := range link.Members {
			if m.List == k.in[e] {
				continue
			}
			n, ok := at[m.Entity]
			if !ok {
				n = len(out)
				at[m.Entity] = n
				out = append(out, Linked{Source: &m.List.Source, Entity: m.Entity})
			}
			out[n].Because = append(out[n].Because, link.Because)
		}
	}
	return out
}
