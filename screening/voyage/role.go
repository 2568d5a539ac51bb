package voyage

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// Role says what a party does in a voyage.
type Role string

// The roles, in the order of their weight: it is the order in which a Result tells
// of them, and decides nothing else. OwnershipParty and Ship are given by the place
// of a party in the Voyage, all others by Party.Role.
//
// Source: the check list for a vessel transaction in this project's notes, which
// sum up the Sanctions Advisory for the Maritime Industry (State, OFAC, US Coast
// Guard, 14 May 2020) and OFSI's maritime guidance (2020, updated 2024); to be
// checked against both.
const (
	Ship              Role = "ship"
	RegisteredOwner   Role = "registered owner"
	BeneficialOwner   Role = "beneficial owner"
	DisponentOwner    Role = "disponent owner"
	FormerOwner       Role = "former owner"
	Operator          Role = "operator"
	CommercialManager Role = "commercial manager"
	TechnicalManager  Role = "technical manager" // the Company of the ISM Code
	Manager           Role = "manager"           // where nobody says which
	Charterer         Role = "charterer"
	Master            Role = "master"
	Crew              Role = "crew"             // officers and ratings
	ShipMet           Role = "ship met at sea"  // ship-to-ship transfer
	OwnershipParty    Role = "behind the owner" // named in Voyage.Structure only
	CargoOwner        Role = "cargo owner"
	Shipper           Role = "shipper"
	Consignee         Role = "consignee"
	NotifyParty       Role = "notify party"
	Bank              Role = "bank"
	Insurer           Role = "insurer" // P&I club, hull and machinery
	Class             Role = "class"   // classification society
	CrewingAgent      Role = "crewing agent"
	Agent             Role = "agent"
	PortOperator      Role = "port operator" // or terminal
	BunkerSupplier    Role = "bunker supplier"
	Broker            Role = "broker"
)

// roleRow is what the package knows of a role.
type roleRow struct {
	role  Role
	kind  lists.Kind // of those who fill it; Unknown: persons and firms
	asked string     // why a check list asks for it; empty: it does not
	also  string     // other words for it, joined by |
}

// roles are the roles in their order.
var roles = [...]roleRow{
	{Ship, lists.Vessel, "", ""},
	{RegisteredOwner, lists.Unknown, "the ship is the property of its owner", "owner|shipowner"},
	{BeneficialOwner, lists.Unknown, "one-ship companies hide who owns", "ultimate beneficial owner|ubo"},
	{DisponentOwner, lists.Unknown, "who has the ship on bareboat charter acts as owner", "bareboat charterer|demise charterer"},
	{FormerOwner, lists.Unknown, "", "previous owner|ex owner"},
	{Operator, lists.Organization, "who runs the voyage is often not who owns", "line|shipping line|vessel operator"},
	{CommercialManager, lists.Organization, "who fixes the ship is paid the freight", ""},
	{TechnicalManager, lists.Organization, "the document of compliance names it, with its IMO company number", "ism manager|ism company|technical/ism manager|ship manager|shipmanager"},
	{Manager, lists.Organization, "", ""},
	{Charterer, lists.Unknown, "who hires the ship decides where it goes", "sub charterer|time charterer|voyage charterer"},
	{Master, lists.Person, "masters are listed where their ships are not", "captain"},
	{Crew, lists.Person, "", "officer|officers|officers and crew|crew member|chief officer|chief engineer|seafarer|mate"},
	{ShipMet, lists.Vessel, "", "sts|sts with|sts partner|sts vessel|sts ship|ship to ship|met|other ship"},
	{OwnershipParty, lists.Unknown, "", ""},
	{CargoOwner, lists.Unknown, "cargo is property too", "owner of the cargo"},
	{Shipper, lists.Unknown, "the bill of lading names it", "exporter|seller"},
	{Consignee, lists.Unknown, "the bill of lading names it", "importer|buyer|receiver"},
	{NotifyParty, lists.Unknown, "the bill of lading names it", "notify"},
	{Bank, lists.Organization, "payments pass through it", ""},
	{Insurer, lists.Organization, "cover of a listed insurer is none", "p&i|p&i club|insurer/p&i|hull insurer"},
	{Class, lists.Organization, "a ship without class of a known society hides her state", "classification society"},
	{CrewingAgent, lists.Unknown, "", "crewing company|manning agent"},
	{Agent, lists.Unknown, "it is paid in port", "port agent|ship agent|ship's agent"},
	{PortOperator, lists.Organization, "", "terminal|terminal operator"},
	{BunkerSupplier, lists.Unknown, "", "bunkers|bunkering"},
	{Broker, lists.Unknown, "", "shipbroker"},
}

// Roles returns all roles in their order.
func Roles() []Role {
	out := make([]Role, len(roles))
	for i := range roles {
		out[i] = roles[i].role
	}
	return out
}

// ParseRole reads the word of a role, or another word for it ("captain", "owner",
// "ISM manager", "P&I club"), in any case, with blanks, hyphens or underscores
// between words and with or without a plural s. "owner" is the registered owner; a
// "manager" of whom nobody says which is Manager. Errors wrap ErrRole.
func ParseRole(s string) (Role, error) {
	word := roleWord(s)
	for _, w := range [...]string{word, strings.TrimSuffix(word, "s")} {
		if w == "" {
			continue
		}
		for i := range roles {
			r := &roles[i]
			if w == string(r.role) {
				return r.role, nil
			}
			for rest := r.also; rest != ""; {
				var one string
				if one, rest, _ = strings.Cut(rest, "|"); one == w {
					return r.role, nil
				}
			}
		}
	}
	return "", fmt.Errorf("%w: %q", ErrRole, clip(s))
}

// roleWord is a role as it is compared.
func roleWord(s string) string {
	if len(s) > 64 {
		return ""
	}
	s = strings.Map(func(r rune) rune {
		if r == '_' || r == '-' {
			return ' '
		}
		return r
	}, strings.ToLower(s))
	return strings.Join(strings.Fields(s), " ")
}

// UnmarshalText reads what ParseRole reads.
func (r *Role) UnmarshalText(b []byte) error {
	v, err := ParseRole(string(b))
	if err == nil {
		*r = v
	}
	return err
}

// rank is the place of a role in the order, len(roles) where it is none.
func (r Role) rank() int {
	for i := range roles {
		if roles[i].role == r {
			return i
		}
	}
	return len(roles)
}

// kind is the kind of those who fill the role: Unknown for persons and firms.
func (r Role) kind() lists.Kind {
	if i := r.rank(); i < len(roles) {
		return roles[i].kind
	}
	return lists.Unknown
}

// ofShips reports whether a ship fills the role.
func (r Role) ofShips() bool { return r.kind() == lists.Vessel }

// employs reports whether who has the role may stand in the record of a listed ship
// or master as owner, manager or employer.
func (r Role) employs() bool {
	switch r {
	case RegisteredOwner, BeneficialOwner, DisponentOwner, Operator, CommercialManager, TechnicalManager, Manager:
		return true
	}
	return false
}

// clip cuts what is quoted of hostile text.
func clip(s string) string {
	const most = 120
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
