package ownership

import "github.com/seed-539c57aa/pratique/lists"

// Structure is what the caller knows of who stands behind whom, at one time. It
// need not be complete: shares that nobody is stated to hold belong to owners
// unknown to it, who are taken not to be listed. Who suspects a listed person
// behind them says so with a Holding whose Share is unknown. The order of parties,
// holdings, controls and arrangements means nothing.
type Structure struct {
	Parties      []Party       `json:"parties"`
	Holdings     []Holding     `json:"holdings,omitempty"`
	Controls     []Control     `json:"controls,omitempty"`
	Arrangements []Arrangement `json:"arrangements,omitempty"`
}

// Party is a person, a firm, a ship or an aircraft in a Structure.
type Party struct {
	ID   string `json:"id"`             // unique in the Structure, not empty
	Name string `json:"name,omitempty"` // for the reader; the ID serves where it is empty
	// Kind matters in two ways: nobody holds shares in a Person, and a Vessel or an
	// Aircraft is property, which has owners and owns nothing. Unknown is treated as
	// a firm.
	Kind   lists.Kind    `json:"kind,omitzero"`
	Listed []Designation `json:"listed,omitempty"` // by whom the party itself is listed; nil is by nobody
}

// Designation says that a party itself is on a regime's list. Designations makes
// them of a list's entry.
type Designation struct {
	Regime Regime `json:"regime"`
	// Measure is what the listing means. The empty one is an asset freeze, which is
	// the only measure that passes on to what the party owns. All others (sectoral,
	// port ban, travel ban ...) are told in the verdict and count nothing.
	Measure  lists.MeasureKind `json:"measure,omitempty"`
	Entry    string            `json:"entry,omitempty"`    // of the list, for the reader: "15117 NATIONAL IRANIAN TANKER COMPANY"
	Possible bool              `json:"possible,omitempty"` // not established: a hit nobody has confirmed, a list silent on what is forbidden
}

// freezes reports whether the designation is an asset freeze under r.
func (d *Designation) freezes(r Regime) bool {
	return d.Regime == r && (d.Measure == "" || d.Measure == lists.AssetFreeze)
}

// Holding says that Owner holds a share of Owned. Of a firm it is the share of
// its capital or other proprietary rights, of a ship the share in the ship. One
// owner has one Holding of one party: several classes of shares are added up by
// the caller, because only he knows what part of the whole each class is.
type Holding struct {
	Owner string `json:"owner"`
	Owned string `json:"owned"`
	Share Share  `json:"share,omitzero"` // zero is unknown
	// Votes is the share of the voting rights where it is not that of the capital;
	// nil is the same share.
	Votes *Share `json:"votes,omitempty"`
	// For is the party for whom Owner holds as nominee or bare trustee, or who
	// controls the rights of the share; empty is for himself. Owner may hold for
	// several, in a Holding each.
	For string `json:"for,omitempty"`
}

// Control says that Controller controls Controlled otherwise than by the shares
// that Holdings state.
type Control struct {
	Controller string      `json:"controller"`
	Controlled string      `json:"controlled"`
	By         ControlKind `json:"by"`
	Possible   bool        `json:"possible,omitempty"` // not established
}

// ControlKind says by what one party controls another.
type ControlKind string

// The kinds of control that the rules of the EU and the UK name.
const (
	MajorityOfVotes   ControlKind = "majority of votes"    // held, or controlled by agreement with other holders
	BoardMajority     ControlKind = "majority of board"    // the right or the power to appoint or remove it
	DominantInfluence ControlKind = "dominant influence"   // by agreement, by the articles, or in fact
	UseOfAssets       ControlKind = "use of assets"        // the right to use all or part of them
	UnifiedManagement ControlKind = "unified management"   // business run on a unified basis, with consolidated accounts
	SharedLiabilities ControlKind = "shared liabilities"   // jointly and severally, or guaranteed
	OtherControl      ControlKind = "control by any means" // of affairs, in most cases or in significant respects
)

// Arrangement says that the Members have arranged to exercise all or
// substantially all rights of their shares in Owned jointly, in a way fixed
// beforehand. Each of them has a Holding of Owned, as its Owner or as the party
// for whom it is held.
type Arrangement struct {
	Owned    string   `json:"owned"`
	Members  []string `json:"members"`            // two or more
	Possible bool     `json:"possible,omitempty"` // not established
}
