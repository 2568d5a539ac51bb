package uk

import (
	"errors"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// columnsConList are the columns of the consolidated list of OFSI in its two
// layouts: 29 until 2021, 36 in the 2022 format.
var columnsConList = map[string]string{
	"name6": "Name 6", "name1": "Name 1", "name2": "Name 2", "name3": "Name 3", "name4": "Name 4", "name5": "Name 5", "title": "Title",
	"namenonlatinscript": "Name Non-Latin Script", "nonlatinscripttype": "Non-Latin Script Type", "nonlatinscriptlanguage": "Non-Latin Script Language",
	"dob": "DOB", "townofbirth": "Town of Birth", "countryofbirth": "Country of Birth", "nationality": "Nationality",
	"passportnumber": "Passport Number", "passportdetails": "Passport Details", "ninumber": "NI Number",
	"nationalidentificationnumber": "National Identification Number", "nationalidentificationdetails": "National Identification Details",
	"position": "Position", "address1": "Address 1", "address2": "Address 2", "address3": "Address 3", "address4": "Address 4", "address5": "Address 5",
	"address6": "Address 6", "postzipcode": "Post/Zip Code", "country": "Country", "otherinformation": "Other Information", "grouptype": "Group Type",
	"aliastype": "Alias Type", "aliasquality": "Alias Quality", "regime": "Regime", "listedon": "Listed On",
	"uksanctionslistdatedesignated": "UK Sanctions List Date Designated", "lastupdated": "Last Updated", "groupid": "Group ID",
}

// only2020 and only2022 are the columns that one layout has and the other lacks.
var (
	only2020 = map[string]bool{"NI Number": true}
	only2022 = map[string]bool{"Name Non-Latin Script": true, "Non-Latin Script Type": true, "Non-Latin Script Language": true,
		"Passport Number": true, "National Identification Number": true, "National Identification Details": true, "Alias Quality": true,
		"UK Sanctions List Date Designated": true}
)

// ParseConList reads the consolidated list of financial sanctions targets in CSV
// that OFSI published until January 2026, in the layouts of 2020 (29 columns,
// Windows-1252) and of 2022 (36 columns, UTF-8). A row is one name of a party;
// rows of a Group ID make one entity, wherever they stand.
//
// Ships of the older layout are Entity rows whose other information begins with
// an IMO number: they are Vessels. Parties are targets of an asset freeze, but
// ships are not said to be.
//
// For names, errors and concurrency see ParseXML.
func ParseConList(name string, r io.Reader) (*lists.List, error) {
	t, err := newTable(name, r)
	if err != nil {
		return nil, err
	}
	t.key = "Group ID"
	t.out.Source = lists.Source{Name: "OFSI Consolidated List", Publisher: publisherOFSI}
	err = t.start(columnsConList, []string{"Group ID", "Name 6", "Group Type"}, func(row []string) bool {
		if !strings.EqualFold(strings.TrimSpace(row[0]), "Last Updated") || len(row) < 2 {
			return false
		}
		if !t.published(row[1]) {
			t.Add(lists.Problem{Pos: t.Pos(1), Field: "Last Updated", Value: row[1], Dropped: true, Err: lists.ErrDate})
		}
		return true
	})
	if err == nil {
		t.layout()
		err = t.rows(t.target)
	}
	if err != nil {
		return nil, fileError(err)
	}
	return t.close()
}

// layout tells the two layouts apart, by the columns that only one has. The
// older one is in Windows-1252, which is no problem there.
func (t *table) layout() {
	other := only2022
	for _, f := range t.fields {
		if only2022[f] {
			other = only2020
		}
	}
	t.coded = len(other) > 1
	t.missing(columnsConList, other)
}

// target adds what a row says to its party.
func (t *table) target(at lists.Position, c map[string]string, rest []lists.Remark) {
	x := t.party(c["Group ID"], at)
	info := c["Other Information"]
	group := c["Group Type"]
	if strings.EqualFold(group, "Entity") && shipInfo(info) {
		if x.first("ship", "") {
			x.remark("Group Type", group)
		}
		group = "Ship"
	}
	x.kind(group)
	x.name([6]string{c["Name 1"], c["Name 2"], c["Name 3"], c["Name 4"], c["Name 5"], c["Name 6"]}, c["Alias Type"], c["Alias Quality"])
	x.nonLatin(c["Name Non-Latin Script"], c["Non-Latin Script Type"], c["Non-Latin Script Language"])
	x.title(c["Title"])
	if v := c["Position"]; v != "" && x.first("positions", v) {
		for _, one := range numbered(v) {
			x.title(one)
		}
	}
	m := x.measure(c["Regime"])
	x.listed(m, "Listed On", c["Listed On"])
	x.amended(m, c["Last Updated"])
	if x.e.Kind != lists.Vessel {
		forbids(m, []lists.MeasureKind{lists.AssetFreeze})
	}
	x.remark("UK Sanctions List Date Designated", c["UK Sanctions List Date Designated"])
	x.address(addressLines(c, "Address"), c["Post/Zip Code"], c["Country"])
	x.date("DOB", c["DOB"], lists.Birth)
	if v := c["Nationality"]; v != "" && x.first("nationalities", v) {
		for _, one := range numbered(v) {
			x.nationality(one)
		}
	}
	x.birthPlaces(c["Town of Birth"], c["Country of Birth"])
	x.papers(lists.Passport, "Passport Number", c["Passport Number"], "Passport Details", c["Passport Details"])
	x.papers(lists.NationalID, "National Identification Number", c["National Identification Number"], "National Identification Details", c["National Identification Details"])
	x.papers(lists.NationalID, "NI Number", "", "NI Number", c["NI Number"])
	if info != "" && x.first("info", info) {
		x.remark("Other Information", info)
		x.information(info)
	}
	for _, r := range rest {
		x.remark(r.Key, r.Text)
	}
}

// birthPlaces reads towns and countries of birth, which are in pairs where there
// are as many of both.
func (x *party) birthPlaces(town, country string) {
	if town == "" && country == "" || !x.first("birth places", town, country) {
		return
	}
	towns, countries := numbered(town), numbered(country)
	switch {
	case len(countries) <= 1 || len(towns) == 0:
		for _, t := range towns {
			x.birthPlace(t, country)
		}
		if len(towns) == 0 {
			for _, c := range countries {
				x.birthPlace("", c)
			}
		}
	case len(towns) == len(countries):
		for i := range towns {
			x.birthPlace(towns[i], countries[i])
		}
	default:
		for _, t := range towns {
			x.birthPlace(t, "")
		}
		for _, c := range countries {
			x.birthPlace("", c)
		}
	}
}

// papers reads documents. Where a column of numbers stands beside one of
// details, and both hold as many, they are in pairs. Details alone are prose:
// the number in them is the Value, and the prose the Note.
func (x *party) papers(is lists.IDType, numberColumn, number, detailColumn, detail string) {
	if number == "" && detail == "" || !x.first("papers", string(is), number, detail) {
		return
	}
	if number != "" {
		numbers, details := numbered(number), numbered(detail)
		for i, v := range numbers {
			note := detail
			if len(details) == len(numbers) {
				note = details[i]
			}
			x.identify(lists.Identifier{Type: is, Value: v, Note: note, Label: numberColumn}, numberColumn)
		}
		return
	}
	for _, text := range numbered(detail) {
		id := lists.Identifier{Type: is, Value: numberIn(text), Label: detailColumn}
		if id.Value == "" {
			x.remark(detailColumn, text)
			continue
		}
		if id.Value != text {
			id.Note = text
			id.Country = stateIn(text)
		}
		x.identify(id, detailColumn)
	}
}

// information reads the labelled pieces of the other information, which stays a
// remark as a whole.
func (x *party) information(info string) {
	if v := labelled(info, "UK Sanctions List Ref"); v != "" {
		x.reference("UK Sanctions List", firstWord(v))
	}
	for rest := info; ; {
		_, after, ok := strings.Cut(rest, "UN Ref")
		if !ok {
			break
		}
		rest = after
		if ref := unReference(after); ref != "" {
			x.reference("UN", ref)
		}
	}
	if v := firstWord(labelled(info, "Gender")); v != "" {
		x.gender(v)
	}
	for _, c := range [...]struct {
		label string
		is    lists.ContactType
	}{{"Website", lists.Website}, {"Email address", lists.Email}, {"Email", lists.Email}, {"Phone number", lists.Telephone}, {"Phone Number", lists.Telephone}} {
		if v := labelled(info, c.label); v != "" {
			x.contact(c.is, strings.TrimSuffix(v, "."))
		}
	}
	if v := labelled(info, "Business Reg No"); v != "" && len(v) < 300 {
		x.registration(strings.TrimRight(v, ". "))
	}
	x.numbers(info)
	if x.e.Kind == lists.Vessel {
		x.flag(plain(labelled(info, "Current believed flag of ship")), lists.Flag)
		x.flag(plain(labelled(info, "Previous flags")), lists.FormerFlag)
		x.shipType(plain(labelled(info, "Type of ship")))
		x.tonnage(plain(labelled(info, "Tonnage of ship")))
		x.length(plain(labelled(info, "Length of ship")))
		x.owner(plain(labelled(info, "Current owners")))
		x.date("Year built", plain(labelled(info, "Year built")), lists.Build)
	} else {
		x.relation(lists.SubsidiaryOf, "Parent company", plain(labelled(info, "Parent company")), false)
	}
}

func plain(s string) string { return strings.TrimRight(s, ". ") }

// numbers reads the IMO number of a ship, a firm's IMO company number, and the
// MMSI, from prose. Prose names other ships as well: of a ship the number counts
// that stands first, of a firm those that pass the check of company numbers (IMO
// resolution MSC.160(78)).
func (x *party) numbers(info string) {
	for rest := info; ; {
		_, after, ok := strings.Cut(rest, "IMO")
		if !ok {
			break
		}
		rest = after
		v := digitsAfter(after)
		if v == "" {
			continue
		}
		id := lists.Identifier{Type: lists.IMOCompany, Value: v, Label: "IMO"}
		if x.e.Kind == lists.Vessel {
			id.Type = lists.IMOShip
			x.identify(id, "Other Information")
			break
		}
		if _, err := id.Canonical(); err == nil && x.e.Kind == lists.Organization {
			x.identify(id, "Other Information")
		} else if err != nil && !errors.Is(err, lists.ErrCheckDigit) {
			x.problem("Other Information", v, errors.Unwrap(err))
		}
	}
	if _, after, ok := strings.Cut(info, "MMSI"); ok && x.e.Kind == lists.Vessel {
		if v := digitsAfter(after); v != "" {
			x.identify(lists.Identifier{Type: lists.MMSI, Value: v, Label: "MMSI"}, "Other Information")
		}
	}
}
