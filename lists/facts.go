package lists

// Country is a state or territory in a role, as printed and, where its name is
// known, by its ISO 3166-1 alpha-2 code.
type Country struct {
	Text string      `json:"text"`           // as printed: "Korea, North", "None Identified"
	Code string      `json:"code,omitempty"` // "KP"; empty where the text names no state
	Role CountryRole `json:"role"`
}

// CountryRole says what a country is to the party.
type CountryRole string

// The roles of flags and countries.
const (
	Flag         CountryRole = "flag"
	FormerFlag   CountryRole = "former flag"
	OtherFlag    CountryRole = "other flag" // flown as well, or believed to be
	Nationality  CountryRole = "nationality"
	Citizenship  CountryRole = "citizenship"
	Residence    CountryRole = "residence"
	Registration CountryRole = "registration" // where a firm or an aircraft is registered
	OtherCountry CountryRole = "country"
)

// Place is a place in a role, as printed.
type Place struct {
	Role PlaceRole `json:"role"`
	Text string    `json:"text"`           // "Shemiran, Iran"
	Code string    `json:"code,omitempty"` // ISO 3166-1 alpha-2 of the country, where it is known
}

// PlaceRole says what a place is to the party.
type PlaceRole string

// The roles of places.
const (
	BirthPlace PlaceRole = "birth"
	DeathPlace PlaceRole = "death"
	BuildPlace PlaceRole = "build"
)

// Address is a postal address, whole or in part. A list that prints it in one
// piece fills Text only.
type Address struct {
	Text       string `json:"text,omitempty"` // the address in one piece, as printed
	Street     string `json:"street,omitempty"`
	City       string `json:"city,omitempty"` // as printed: OFAC's legacy files hold city, province and postal code in it
	Region     string `json:"region,omitempty"`
	PostalCode string `json:"postal_code,omitempty"`
	Country    string `json:"country,omitempty"` // as printed
	Code       string `json:"code,omitempty"`    // ISO 3166-1 alpha-2
	ID         string `json:"id,omitempty"`      // the list's number for the address
}

// Contact is a way to reach the party, as printed.
type Contact struct {
	Type  ContactType `json:"type"`
	Value string      `json:"value"`
}

// ContactType says which way a Contact is.
type ContactType string

// The ways that lists print.
const (
	Website   ContactType = "website"
	Email     ContactType = "email"
	Telephone ContactType = "telephone"
	Fax       ContactType = "fax"
	Telex     ContactType = "telex"
)

// Measure is one sanction on the party: who imposed it, by which programme and
// law, what it forbids and since when. A party under several programmes has
// several Measures.
type Measure struct {
	Authority string        `json:"authority,omitempty"` // "OFAC", "UN Security Council", "Council of the EU"
	Programme string        `json:"programme,omitempty"` // the list's tag: "IRAN", "VENEZUELA-EO13850"
	Basis     string        `json:"basis,omitempty"`     // legal basis, as printed
	Kinds     []MeasureKind `json:"kinds,omitempty"`     // what is forbidden, as far as the list says so
	Listed    Date          `json:"listed,omitzero"`     // when the party was put on the list
	Amended   Date          `json:"amended,omitzero"`
	Effective Date          `json:"effective,omitzero"`
	Ends      Date          `json:"ends,omitzero"`  // delisted, lifted or expired
	Text      string        `json:"text,omitempty"` // the list's words on it: provisions, reasons
}

// MeasureKind says what a Measure forbids. The vocabulary follows the
// programme data of OpenSanctions, with the shipping measures told apart.
type MeasureKind string

// The kinds of measure.
const (
	AssetFreeze        MeasureKind = "asset freeze"
	TravelBan          MeasureKind = "travel ban"
	PortBan            MeasureKind = "port ban"     // port entry or access, locks, detention
	ServicesBan        MeasureKind = "services ban" // maritime or other services
	DeFlagging         MeasureKind = "de-flagging"  // registration to be refused or withdrawn
	TradeRestriction   MeasureKind = "trade restriction"
	ExportControl      MeasureKind = "export control"
	Sectoral           MeasureKind = "sectoral" // debt, equity, named transactions
	FinancialLimits    MeasureKind = "financial restriction"
	InvestmentBan      MeasureKind = "investment ban"
	ArmsEmbargo        MeasureKind = "arms embargo"
	Debarment          MeasureKind = "debarment"
	SecondarySanctions MeasureKind = "secondary sanctions" // dealing may expose the dealer
	TransactionsBan    MeasureKind = "transactions ban"
)

// Relation ties the party to another one.
type Relation struct {
	Role   RelationRole `json:"role"`
	Text   string       `json:"text"`             // the other party's name or number as printed
	IDs    []string     `json:"ids,omitempty"`    // entities of the same List that Text names: one is resolved, several are ambiguous, none is unresolved
	Label  string       `json:"label,omitempty"`  // the list's own word for the role
	Share  Share        `json:"share,omitzero"`   // of ownership, where the list states one
	Former bool         `json:"former,omitempty"` // the list says that it has ended
	From   Date         `json:"from,omitzero"`
	Until  Date         `json:"until,omitzero"`
}

// RelationRole says what the other party is to this one. "Linked To" of OFAC's
// legacy files records why OFAC acted and is no statement of ownership.
type RelationRole string

// The roles of related parties, told from the side of the entity that bears them.
const (
	LinkedTo            RelationRole = "linked to"
	OwnedBy             RelationRole = "owned by"
	OwnedOrControlledBy RelationRole = "owned or controlled by"
	OwnerOf             RelationRole = "owner of"
	OperatedBy          RelationRole = "operated by"
	ManagedBy           RelationRole = "managed by"
	ActingFor           RelationRole = "acting for"
	ProvidesSupport     RelationRole = "provides support to"
	FamilyOf            RelationRole = "family of"
	LeaderOf            RelationRole = "leader of"
	AssociateOf         RelationRole = "associate of"
	PropertyInterest    RelationRole = "property in the interest of"
	DirectorOf          RelationRole = "director of"
	ParentOf            RelationRole = "parent of"
	SubsidiaryOf        RelationRole = "subsidiary of"
	OtherRelation       RelationRole = "related to"
)

// Share is a part of ownership in hundredths of a per cent: 50 % is 5000. Known
// tells a stated share from a list's silence.
type Share struct {
	Min   int32 `json:"min"`
	Max   int32 `json:"max"`
	Known bool  `json:"known"`
}

// Reference names the same party on another list.
type Reference struct {
	List string `json:"list"` // "UN", "OFAC", "EU"
	ID   string `json:"id"`
}

// Remark is a piece of the record that no other field takes, verbatim.
type Remark struct {
	Key  string `json:"key,omitempty"` // the key that introduces it, where it is a known one; empty for free text and unknown keys
	Text string `json:"text"`          // the whole segment with its key, as printed
}
