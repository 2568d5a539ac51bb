package lists

// Graph is who is tied to whom, as loaded lists say it. Its nodes are entries of
// those lists; an [Edge] is what one record prints of another party, and says whose
// record that is. A Graph infers nothing: an edge keeps the role of its [Relation],
// so that "Linked To", which says no more than that two parties have to do with one
// another, never becomes ownership, and no share is added up.
//
// Edges come from four places:
//
//   - [Relation.IDs]: the list itself says which of its entries it means. Several
//     are alternatives: an edge to each, all marked Ambiguous.
//   - [Relation.Text], where IDs names no entry: the entries of the same list that
//     print this name, letter by letter but for the case of letters and blanks
//     around it; where the list has none, those of other lists of the same
//     publisher (remarks of OFAC's SDN list name parties of its other list). Entries
//     that bear it as their primary name go before those that bear it as another
//     one; weak aliases do not count, nor do ships where it is said who owns,
//     controls, operates or manages. Such edges are marked ByName.
//   - The owner, operator and manager in [VesselDetails], likewise, in the same list
//     only, and where no Relation of the ship prints the same text. Roles
//     [OwnerAsPrinted], [OperatorAsPrinted] and [ManagerAsPrinted].
//   - [LinkLists]: the same party on another list. Role [SameParty].
//
// Both ends know of an edge: from a ship to its line, and from the line to its
// ships. What names no entry of any list is kept by [Graph.Unresolved].
//
// A Graph reads its lists and never writes to them; it points into them, and they
// must not be written to afterwards. It is immutable, and safe for any number of
// goroutines.
type Graph struct {
	lists  []*List           // in the order of the graph
	nodes  []node            // entries with an edge, in the order of the graph
	at     map[*Entity]int32 // places in nodes
	start  []int32           // the half-edges of node n are halves[start[n]:start[n+1]]
	halves []half
	shared []Because // reasons of SameParty, which halves point to
	open   []open
	stats  GraphStats
}

// node is an entry with an edge.
type node struct {
	entity *Entity
	list   int32 // in Graph.lists
}

// The roles that edges have and no Relation.
const (
	OwnerAsPrinted    RelationRole = "owner as printed"    // VesselDetails.Owner: text in the ship's record, told by name only
	OperatorAsPrinted RelationRole = "operator as printed" // VesselDetails.Operator
	ManagerAsPrinted  RelationRole = "manager as printed"  // VesselDetails.Manager
	SameParty         RelationRole = "same party as"       // on another list, by a number that both print
)

// Edge is one statement of one record about another party, walked from From to To.
type Edge struct {
	From, To Member
	Role     RelationRole // told from the side of the entry whose record says it
	Label    string       // the list's own word: "Linked To"; of SameParty the LinkReason
	Text     string       // the other party as that record prints it; of SameParty the value that both share
	Relation *Relation    // the statement whole, with share and dates; nil for roles that no Relation has

	Reverse   bool // To's record says it of From; otherwise From's record says it of To. Of SameParty always false
	Ambiguous bool // the text names several entries, and this is one of them
	ByName    bool // told by the name as printed, not by a number or by the list's own reference
}

// Says returns the entry whose record the edge stands in, and the one it is said of.
func (e *Edge) Says() (by, of Member) {
	if e.Reverse {
		return e.To, e.From
	}
	return e.From, e.To
}

// Path is a way over one or more edges: the To of each is the From of the next. No
// entry is on it twice.
type Path []Edge

// From returns where the path begins, the zero Member for a path without edges.
func (p Path) From() Member {
	if len(p) == 0 {
		return Member{}
	}
	return p[0].From
}

// To returns where the path leads, the zero Member for a path without edges.
func (p Path) To() Member {
	if len(p) == 0 {
		return Member{}
	}
	return p[len(p)-1].To
}

// Certain reports whether no edge of the path is Ambiguous.
func (p Path) Certain() bool {
	for i := range p {
		if p[i].Ambiguous {
			return false
		}
	}
	return true
}

// WalkOptions say how far a walk goes and what it reports. The zero value walks
// nowhere.
type WalkOptions struct {
	Depth   int            // edges of a path at the most; below 1 no walk, above MaxDepth it is MaxDepth
	Max     int            // paths at the most, the first in the order; 0 or below: all. A walk that returns Max paths may have been cut
	Roles   []RelationRole // walk edges of these roles only; nil: of all
	Kinds   []Kind         // report entries of these kinds only, walking through others; nil: all
	Certain bool           // pass over edges that are Ambiguous
}

// MaxDepth bounds the length of paths. Beyond a few edges everybody on a list is
// tied to everybody.
const MaxDepth = 16
