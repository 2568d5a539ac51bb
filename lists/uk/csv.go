package uk

import (
	"fmt"
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// columns2026 are the columns of the CSV file, letters and digits only, and
// their names here. Two are called otherwise in older editions.
var columns2026 = map[string]string{
	"lastupdated": "Last Updated", "uniqueid": "Unique ID", "ofsigroupid": "OFSI Group ID", "unreferencenumber": "UN Reference Number",
	"name6": "Name 6", "name1": "Name 1", "name2": "Name 2", "name3": "Name 3", "name4": "Name 4", "name5": "Name 5",
	"nametype": "Name type", "aliasstrength": "Alias strength", "title": "Title",
	"namenonlatinscript": "Name non-latin script", "nonlatinscripttype": "Non-latin script type", "nonlatinscriptlanguage": "Non-latin script language",
	"regimename": "Regime Name", "designationtype": "Designation Type", "individualentityship": "Designation Type",
	"designationsource": "Designation source", "sanctionsimposed": "Sanctions Imposed", "otherinformation": "Other Information",
	"ukstatementofreasons": "UK Statement of Reasons",
	"addressline1":         "Address Line 1", "addressline2": "Address Line 2", "addressline3": "Address Line 3", "addressline4": "Address Line 4",
	"addressline5": "Address Line 5", "addressline6": "Address Line 6", "addresspostalcode": "Address Postal Code", "addresscountry": "Address Country",
	"phonenumber": "Phone number", "website": "Website", "emailaddress": "Email address", "datedesignated": "Date Designated", "dob": "D.O.B",
	"nationalityies": "Nationality(/ies)", "nationality": "Nationality(/ies)",
	"nationalidentifiernumber": "National Identifier number", "nationalidentifieradditionalinformation": "National Identifier additional information",
	"passportnumber": "Passport number", "passportadditionalinformation": "Passport additional information", "position": "Position", "gender": "Gender",
	"townofbirth": "Town of birth", "countryofbirth": "Country of birth", "typeofentity": "Type of entity", "subsidiaries": "Subsidiaries",
	"parentcompany": "Parent company", "businessregistrationnumbers": "Business registration number (s)", "imonumber": "IMO number",
	"currentowneroperators": "Current owner/operator (s)", "previousowneroperators": "Previous owner/operator (s)",
	"currentbelievedflagofship": "Current believed flag of ship", "previousflags": "Previous flags", "typeofship": "Type of ship",
	"tonnageofship": "Tonnage of ship", "lengthofship": "Length of ship", "yearbuilt": "Year Built",
	"hullidentificationnumberhin": "Hull identification number (HIN)",
}

// ParseCSV reads the UK Sanctions List in CSV: a first line "Report Date: ...", a
// header, and several rows for a party, each with one of its names and one of
// the values of every other column that has several. Rows of a Unique ID make
// one entity, wherever they stand; each distinct value is kept once. Quoted
// cells may hold line breaks.
//
// For names, errors and concurrency see ParseXML.
func ParseCSV(name string, r io.Reader) (*lists.List, error) {
	t, err := newTable(name, r)
	if err != nil {
		return nil, err
	}
	t.out.Source = lists.Source{Name: "UK Sanctions List", Publisher: publisherFCDO}
	err = t.start(columns2026, []string{"Unique ID", "Name 6", "Designation Type"}, func(row []string) bool {
		rest, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(row[0])), "report date")
		if !ok {
			return false
		}
		if !t.published(strings.TrimLeft(rest, ": ")) {
			t.Add(lists.Problem{Pos: t.Pos(0), Field: "Report Date", Value: row[0], Dropped: true, Err: lists.ErrDate})
		}
		return true
	})
	if err == nil {
		t.missing(columns2026, nil)
		err = t.rows(t.designation)
	}
	if err != nil {
		return nil, fileError(err)
	}
	return t.close()
}

// addressLines are the cells of the lines of an address.
func addressLines(c map[string]string, prefix string) []string {
	out := make([]string, 6)
	for i := range out {
		out[i] = c[fmt.Sprintf("%s %d", prefix, i+1)]
	}
	return out
}

// designation adds what a row says to its party.
func (t *table) designation(at lists.Position, c map[string]string, rest []lists.Remark) {
	x := t.party(c["Unique ID"], at)
	x.kind(c["Designation Type"])
	x.reference("OFSI", c["OFSI Group ID"])
	x.reference("UN", c["UN Reference Number"])
	x.name([6]string{c["Name 1"], c["Name 2"], c["Name 3"], c["Name 4"], c["Name 5"], c["Name 6"]}, c["Name type"], c["Alias strength"])
	x.nonLatin(c["Name non-latin script"], c["Non-latin script type"], c["Non-latin script language"])
	x.title(c["Title"])
	x.title(c["Position"])
	m := x.measure(c["Regime Name"])
	x.listed(m, "Date Designated", c["Date Designated"])
	x.amended(m, c["Last Updated"])
	x.imposes(m, c["Sanctions Imposed"])
	for _, key := range [...]string{"Designation source", "Other Information", "UK Statement of Reasons", "Type of entity"} {
		x.remark(key, c[key])
	}
	x.address(addressLines(c, "Address Line"), c["Address Postal Code"], c["Address Country"])
	x.contact(lists.Telephone, c["Phone number"])
	x.contact(lists.Website, c["Website"])
	x.contact(lists.Email, c["Email address"])
	x.date("D.O.B", c["D.O.B"], lists.Birth)
	x.nationality(c["Nationality(/ies)"])
	x.nationalID(c["National Identifier number"], c["National Identifier additional information"])
	x.passport(c["Passport number"], c["Passport additional information"])
	x.gender(c["Gender"])
	x.birthPlace(c["Town of birth"], c["Country of birth"])
	x.relation(lists.SubsidiaryOf, "Parent company", c["Parent company"], false)
	x.relation(lists.ParentOf, "Subsidiaries", c["Subsidiaries"], false)
	x.registration(c["Business registration number (s)"])
	x.imo(c["IMO number"])
	x.owner(c["Current owner/operator (s)"])
	x.formerOwner(c["Previous owner/operator (s)"])
	x.flag(c["Current believed flag of ship"], lists.Flag)
	x.flag(c["Previous flags"], lists.FormerFlag)
	x.shipType(c["Type of ship"])
	x.tonnage(c["Tonnage of ship"])
	x.length(c["Length of ship"])
	x.date("Year Built", c["Year Built"], lists.Build)
	x.hull(c["Hull identification number (HIN)"])
	for _, r := range rest {
		x.remark(r.Key, r.Text)
	}
}
