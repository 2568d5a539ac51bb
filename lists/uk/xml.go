package uk

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// maxDepth bounds the nesting of elements; the list has seven.
const maxDepth = 16

// ParseXML reads the UK Sanctions List in XML. name stands for the file in
// positions and in the Source; r is read to its end. Source.Published is the
// attribute dateGenerated in UTC, or the day of the element DateGenerated.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list. The package comment tells what goes where. The parsers of
// this package keep no state and may be called by any number of goroutines.
func ParseXML(name string, r io.Reader) (*lists.List, error) {
	p := newParser(name)
	p.out.Source = lists.Source{Name: "UK Sanctions List", Publisher: publisherFCDO}
	x, err := feed.NewXML(name, r, maxDepth)
	if err == nil {
		err = p.designations(x)
	}
	if err != nil {
		return nil, fileError(err)
	}
	sum, err := x.Digest()
	if err != nil {
		return nil, fileError(err)
	}
	return p.finish(sum)
}

// designations reads the whole file.
func (p *parser) designations(x *feed.XML) error {
	root, err := x.Root("Designations")
	if err != nil {
		return err
	}
	for _, a := range root.Attrs {
		switch {
		case a.Name == "dateGenerated":
			for _, layout := range [...]string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02"} {
				if d, err := time.Parse(layout, strings.TrimSpace(a.Value)); err == nil {
					p.out.Source.Published = d.UTC()
					break
				}
			}
		case feed.Declaration(a.Name):
		default:
			p.Add(lists.Problem{Pos: x.Pos(root.At), Field: "@" + feed.Clip(a.Name), Value: a.Value, Dropped: true, Err: ErrUnknownPart})
		}
	}
	err = x.Parts(&p.Problems, ErrUnknownPart, ErrUnknownPart, func(t *feed.Token) (bool, error) {
		if t.Name != "Designation" && t.Name != "DateGenerated" {
			return false, nil
		}
		at := x.Pos(t.At)
		n, err := x.Record()
		switch {
		case err != nil:
		case n.Name == "Designation":
			p.designation(x, n)
		case p.out.Source.Published.IsZero() && !p.published(n.Text):
			p.Add(lists.Problem{Pos: at, Field: "DateGenerated", Value: n.Text, Dropped: true, Err: lists.ErrDate})
		}
		return true, err
	})
	if err != nil {
		return err
	}
	if p.out.Source.Published.IsZero() {
		p.Add(lists.Problem{Pos: x.Pos(root.At), Field: "@dateGenerated", Err: ErrNoDate})
	}
	return nil
}

// designation makes an entity of one element.
func (p *parser) designation(f *feed.XML, n *feed.Node) {
	x := p.newParty(f.Pos(n.At))
	x.identity(n.One("UniqueID"))
	x.reference("OFSI", n.One("OFSIGroupID"))
	x.reference("UN", n.One("UNReferenceNumber"))
	x.kind(n.One("IndividualEntityShip"))
	for k := range n.Kid("Names").Kids("Name") {
		x.at = f.Pos(k.At)
		x.name([6]string{k.One("Name1"), k.One("Name2"), k.One("Name3"), k.One("Name4"), k.One("Name5"), k.One("Name6")}, k.One("NameType"), k.One("AliasStrength"))
	}
	for k := range n.Kid("NonLatinNames").Kids("NonLatinName") {
		x.at = f.Pos(k.At)
		x.nonLatin(k.One("NameNonLatinScript"), k.One("NonLatinScriptType"), k.One("NonLatinScriptLanguage"))
	}
	x.each(f, n.Kid("Titles"), "Title", x.title)
	x.at = f.Pos(n.At)
	m := x.measure(n.One("RegimeName"))
	x.listed(m, "Date Designated", n.One("DateDesignated"))
	x.amended(m, n.One("LastUpdated"))
	x.imposes(m, n.One("SanctionsImposed"))
	x.indicators(f, m, n.Kid("SanctionsImposedIndicators"))
	x.remark("Designation source", n.One("DesignationSource"))
	x.remark("Other Information", n.One("OtherInformation"))
	x.remark("UK Statement of Reasons", n.One("UKStatementofReasons"))
	for k := range n.Kid("Addresses").Kids("Address") {
		lines := make([]string, 6)
		for i := range lines {
			lines[i] = k.One(fmt.Sprintf("AddressLine%d", i+1))
		}
		x.address(lines, k.One("AddressPostalCode"), k.One("AddressCountry"))
	}
	x.each(f, n.Kid("PhoneNumbers"), "PhoneNumber", func(v string) { x.contact(lists.Telephone, v) })
	x.each(f, n.Kid("EmailAddresses"), "EmailAddress", func(v string) { x.contact(lists.Email, v) })
	x.each(f, n.Kid("Websites"), "Website", func(v string) { x.contact(lists.Website, v) })
	x.each(f, n.Kid("CryptoWalletAddresses"), "CryptoWalletAddress", x.wallet)
	for k := range n.Kid("IndividualDetails").Kids("Individual") {
		x.individual(f, k)
	}
	for k := range n.Kid("EntityDetails").Kids("Entity") {
		x.firm(f, k)
	}
	for k := range n.Kid("ShipDetails").Kids("Ship") {
		x.vessel(f, k)
	}
	n.Rest(func(path, text string, at feed.Place) {
		if !p.unknown[path] && len(p.unknown) < 1000 {
			p.unknown[path] = true
			x.at = f.Pos(at)
			x.problem(feed.Clip(path), text, ErrUnknownElement)
		}
		x.remark(path, text)
	})
}

// each calls do for the texts of all elements of a name.
func (x *party) each(f *feed.XML, n *feed.Node, name string, do func(string)) {
	for k := range n.Kids(name) {
		x.at = f.Pos(k.At)
		do(k.Take())
	}
}

// identity gives a party its ID, and another one if an entity before has it.
func (x *party) identity(id string) {
	if x.e.ID = id; id == "" {
		x.e.ID = fmt.Sprintf("line %d", x.e.Pos.Line)
		x.problem(x.p.key, "", ErrNoID)
	}
	if x.p.parties[x.e.ID] != nil {
		x.problem(x.p.key, id, ErrDuplicate)
		base := x.e.ID
		for x.p.parties[x.e.ID] != nil {
			x.p.repeats[base]++
			x.e.ID = fmt.Sprintf("%s (%d)", base, x.p.repeats[base]+1)
		}
	}
	x.p.parties[x.e.ID] = x
}

// indicators reads the truth values of SanctionsImposedIndicators.
func (x *party) indicators(f *feed.XML, m *lists.Measure, n *feed.Node) {
	for k := range n.Kids("") {
		kinds, known := measureKinds(k.Name)
		if !known {
			continue
		}
		switch v := k.Take(); strings.ToLower(v) {
		case "true", "1":
			forbids(m, kinds)
		case "false", "0", "":
		default:
			x.at = f.Pos(k.At)
			x.problem(k.Name, v, ErrUnknownWord)
			x.remark(k.Name, v)
		}
	}
}

func (x *party) wallet(v string) {
	x.identify(lists.Identifier{Type: lists.CryptoAddress, Value: v, Label: "Crypto wallet address"}, "CryptoWalletAddress")
}

func (x *party) individual(f *feed.XML, n *feed.Node) {
	x.each(f, n.Kid("DOBs"), "DOB", func(v string) { x.date("D.O.B", v, lists.Birth) })
	for k := range n.Kid("PassportDetails").Kids("Passport") {
		x.at = f.Pos(k.At)
		x.passport(k.One("PassportNumber"), k.One("PassportAdditionalInformation"))
	}
	x.each(f, n.Kid("Nationalities"), "Nationality", x.nationality)
	for k := range n.Kid("NationalIdentifierDetails").Kids("NationalIdentifier") {
		x.at = f.Pos(k.At)
		x.nationalID(k.One("NationalIdentifierNumber"), k.One("NationalIdentifierAdditionalInformation"))
	}
	x.each(f, n.Kid("Positions"), "Position", x.title)
	for k := range n.Kid("BirthDetails").Kids("Location") {
		x.birthPlace(k.One("TownOfBirth"), k.One("CountryOfBirth"))
	}
	x.each(f, n.Kid("Genders"), "Gender", x.gender)
}

func (x *party) firm(f *feed.XML, n *feed.Node) {
	x.each(f, n.Kid("BusinessRegistrationNumbers"), "BusinessRegistrationNumber", x.registration)
	x.each(f, n.Kid("TypeOfEntities"), "TypeOfEntity", func(v string) { x.remark("Type of entity", v) })
	x.each(f, n.Kid("ParentCompanies"), "ParentCompany", func(v string) { x.relation(lists.SubsidiaryOf, "Parent company", v, false) })
	x.each(f, n.Kid("Subsidiaries"), "Subsidiary", func(v string) { x.relation(lists.ParentOf, "Subsidiaries", v, false) })
}

func (x *party) vessel(f *feed.XML, n *feed.Node) {
	x.each(f, n.Kid("IMONumbers"), "IMONumber", x.imo)
	x.each(f, n.Kid("CurrentOwnerOperators"), "CurrentOwnerOperator", x.owner)
	x.each(f, n.Kid("PreviousOwnerOperators"), "PreviousOwnerOperator", x.formerOwner)
	x.each(f, n.Kid("CurrentBelievedFlagOfShips"), "CurrentBelievedFlagOfShip", func(v string) { x.flag(v, lists.Flag) })
	x.each(f, n.Kid("PreviousFlags"), "PreviousFlag", func(v string) { x.flag(v, lists.FormerFlag) })
	x.each(f, n.Kid("TypeOfShipDetails"), "TypeOfShip", x.shipType)
	x.each(f, n.Kid("TonnageOfShipDetails"), "TonnageOfShip", x.tonnage)
	x.each(f, n.Kid("LengthOfShipDetails"), "LengthOfShip", x.length)
	x.each(f, n.Kid("YearsBuilt"), "YearBuilt", func(v string) { x.date("Year Built", v, lists.Build) })
	x.each(f, n.Kid("HullIdentificationNumbers"), "HullIdentificationNumber", x.hull)
}
