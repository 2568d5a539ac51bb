package opensanctions

import "github.com/seed-539c57aa/pratique/lists"

// schemaKinds are the schemata of parties, with their kinds. A LegalEntity is a
// person or an organisation, the file does not say which; a Vehicle is neither
// ship nor aircraft as far as the file knows. After followthemoney, schema/, to be
// checked against it.
var schemaKinds = map[string]lists.Kind{
	"Vessel":       lists.Vessel,
	"Person":       lists.Person,
	"Company":      lists.Organization,
	"Organization": lists.Organization,
	"PublicBody":   lists.Organization,
	"Airplane":     lists.Aircraft,
	"LegalEntity":  lists.Unknown,
	"Vehicle":      lists.Unknown,
	"Asset":        lists.Unknown,
	"CryptoWallet": lists.Unknown,
	"Security":     lists.Unknown,
}

// edge is a schema that ties one party to another. From and to are the properties
// that hold the two ends; the role of the one that bears the relation is told from
// its own side.
type edge struct {
	from, to         string
	fromRole, toRole lists.RelationRole
}

// edges are the schemata of links, after followthemoney, schema/, to be checked
// against it.
var edges = map[string]edge{
	"Ownership":      {"owner", "asset", lists.OwnerOf, lists.OwnedBy},
	"Directorship":   {"director", "organization", lists.DirectorOf, lists.OtherRelation},
	"Membership":     {"member", "organization", lists.OtherRelation, lists.OtherRelation},
	"Employment":     {"employee", "employer", lists.OtherRelation, lists.OtherRelation},
	"Family":         {"person", "relative", lists.FamilyOf, lists.FamilyOf},
	"Associate":      {"person", "associate", lists.AssociateOf, lists.AssociateOf},
	"UnknownLink":    {"subject", "object", lists.LinkedTo, lists.LinkedTo},
	"Representation": {"agent", "client", lists.ActingFor, lists.OtherRelation},
	"Succession":     {"predecessor", "successor", lists.OtherRelation, lists.OtherRelation},
	"Debt":           {"debtor", "creditor", lists.OtherRelation, lists.OtherRelation},
	"Occupancy":      {"holder", "post", lists.OtherRelation, lists.OtherRelation},
}

// contexts are the schemata of things that are parts of a party's record.
var contexts = map[string]bool{"Sanction": true, "Address": true, "Identification": true, "Passport": true, "Position": true}

// listOf names the list of a publisher as other packages do. The names of datasets
// are from general knowledge, to be checked against the index of OpenSanctions.
var listOf = map[string]string{
	"us_ofac_sdn":              "OFAC",
	"us_ofac_cons":             "OFAC",
	"un_sc_sanctions":          "UN",
	"eu_fsf":                   "EU",
	"eu_journal_sanctions":     "EU",
	"gb_fcdo_sanctions":        "UK",
	"gb_hmt_sanctions":         "UK",
	"ch_seco_sanctions":        "CH",
	"ca_dfatd_sema_sanctions":  "CA",
	"au_dfat_sanctions":        "AU",
	"ua_nsdc_sanctions":        "UA",
	"jp_mof_sanctions":         "JP",
	"nz_russia_sanctions":      "NZ",
	"us_trade_csl":             "US CSL",
	"us_ofac_sdn_consolidated": "OFAC",
}
