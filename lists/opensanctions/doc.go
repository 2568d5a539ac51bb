// Package opensanctions reads the exports of OpenSanctions: entities.ftm.json, which
// has everything, and targets.simple.csv, maritime.csv and the export for Senzing,
// which have less. An id is the same in all of them. The data are licensed CC BY-NC
// 4.0; commercial use needs a licence of OpenSanctions.
//
// # What goes where, entities.ftm.json
//
// The model is that of FollowTheMoney. Every line is a thing with a schema:
//
//	Vessel, Person, Company, Organization, PublicBody, Airplane
//	                   entities of that Kind; LegalEntity is a person or an organisation, so that
//	                   its Kind is Unknown, as is that of Vehicle, Asset, CryptoWallet, Security
//	Sanction           a Measure of the parties that it names. Programme is programId, Basis is
//	                   program, Listed and Effective are listingDate and startDate, Text has
//	                   provisions, reason, status; authorityId is a Reference
//	Ownership, Directorship, Membership, Employment, Family, Associate, UnknownLink,
//	Representation, Succession, Debt, Occupancy
//	                   Relations of both ends, each told from its own side; Label is the role or
//	                   the schema. Ended ones have Until; whether that is past is not decided here
//	Address            Addresses of those that refer to it
//	Passport, Identification
//	                   Identifiers of their holders, with dates and country
//	Position           Titles of those that hold it
//
// Of a party's properties, name is Primary (all of them; that which OpenSanctions
// shows comes first), alias Alias, previousName Former, weakAlias WeakAlias;
// firstName and the like are the Parts of the first name. A programId without a
// Sanction of its own is a Measure with nothing but its Programme. topics
// ("sanction", "mare.shadow"), schema, datasets, first_seen, last_seen, last_change
// and whatever has no field are Remarks under their key. Ids that a party had before
// are References of the list "OpenSanctions". A ship's imoNumber is a ship's, any
// other party's is a company's, whatever the number.
//
// Parties with target false are on no list themselves: owners, relatives. They are
// entities as well, without Measures, and bear a Remark "target"; see IsTarget.
//
// # The other exports
//
// ParseTargets, ParseMaritime and ParseSenzing say what their files lack. None of
// them tells the flags of the past from other countries, or former names from
// other aliases.
//
// # Reading
//
// Files are read as a stream. A line or a row has at most 16 MiB, a link at most 100
// parties at each end; Problems are kept up to a number. Parsers keep no state and
// may be called by any number of goroutines.
package opensanctions
