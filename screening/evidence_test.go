package screening_test

import (
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// against compares a query with an entity by the default policy and returns
// the hit and the effect of each of its rules.
func against(t *testing.T, q screening.Query, e *lists.Entity) (screening.Hit, map[screening.Rule]matcher.Score) {
	t.Helper()
	s := newScreener(t, screening.DefaultPolicy(), &lists.List{Source: lists.Source{Name: "One"}, Entities: []lists.Entity{*e}})
	h, err := s.Compare(q, e)
	if err != nil {
		t.Fatal(err)
	}
	p := s.Policy()
	if err := checkHit(&h, &p); err != nil {
		t.Error(err)
	}
	effects := map[screening.Rule]matcher.Score{}
	for _, st := range h.Steps {
		effects[st.Rule] = st.Effect
	}
	return h, effects
}

func TestDatesOfBirth(t *testing.T) {
	const near, same, differs, nothing = screening.BirthNearRule, screening.BirthRule, screening.BirthDiffersRule, screening.Rule("")
	tests := []struct {
		asked, listed []string
		want          screening.Rule
		reason        string
	}{
		{[]string{"1977-05-19"}, []string{"19 May 1977"}, same, "one day"},
		{[]string{"1977-05-19"}, []string{"1960", "19 May 1977"}, same, "one of several listed"},
		{[]string{"1990-01-01", "1977-05-19"}, []string{"19 May 1977"}, same, "one of several asked"},
		{[]string{"1977-08-05"}, []string{"05 Aug 1977"}, same, "day first"},
		{[]string{"1977-08-05"}, []string{"1977-05-08"}, near, "day and month swapped"},
		{[]string{"1977-05-19"}, []string{"1977-05-18"}, near, "the day off"},
		{[]string{"1977-05-19"}, []string{"1977-06-19"}, near, "the month off"},
		{[]string{"1977-05-19"}, []string{"1978-05-19"}, near, "the year off by one"},
		{[]string{"1977-05-19"}, []string{"1937-05-19"}, differs, "the year off by forty: another man, or his grandfather"},
		{[]string{"1977-05-19"}, []string{"1974-05-19"}, differs, "three years apart"},
		{[]string{"1977-05-19"}, []string{"1978-11-02"}, nothing, "a year apart and nothing in common: neither"},
		{[]string{"1977"}, []string{"19 May 1977"}, near, "the year"},
		{[]string{"1977-05"}, []string{"19 May 1977"}, near, "the month"},
		{[]string{"1977-05-19"}, []string{"1977"}, near, "the year listed"},
		{[]string{"1977-05-19"}, []string{"1975 to 1979"}, near, "within a range"},
		{[]string{"1977-05-19"}, []string{"1960 to 1965"}, differs, "outside a range"},
		{[]string{"1977-05-19"}, []string{"circa 1979"}, near, "circa, two years away"},
		{[]string{"1977-05-19"}, []string{"circa 1965"}, differs, "circa, twelve years away"},
		{[]string{"circa 1977"}, []string{"circa 1980"}, near, "both circa"},
		{[]string{"1977"}, []string{"1979"}, nothing, "two years apart: neither"},
		{[]string{"1977"}, []string{"1981"}, differs, "four years apart"},
		{nil, []string{"19 May 1977"}, nothing, "not asked"},
		{[]string{"1977-05-19"}, nil, nothing, "not listed"},
	}
	parse := func(texts []string) (out []lists.Date) {
		for _, text := range texts {
			d, err := lists.ParseDate(text)
			if err != nil {
				t.Fatal(err)
			}
			d.Role = lists.Birth
			out = append(out, d)
		}
		return out
	}
	for _, tt := range tests {
		q := person("Ali Hassan")
		q.Dates = parse(tt.asked)
		h, effects := against(t, q, &lists.Entity{ID: "1", Kind: lists.Person, Names: []lists.Name{{Text: "HASSAN, Ali"}}, Dates: parse(tt.listed)})
		for _, r := range [...]screening.Rule{same, near, differs} {
			if _, ok := effects[r]; ok != (r == tt.want) {
				t.Errorf("%v and %v: rule %q: %t: %s", tt.asked, tt.listed, r, ok, tt.reason)
			}
		}
		if tt.want == differs && h.Level != screening.Near {
			t.Errorf("%v and %v: a common name and another birth is %s %s: %s", tt.asked, tt.listed, h.Score, h.Level, tt.reason)
		}
	}
}

func TestDocuments(t *testing.T) {
	id := func(t lists.IDType, value, state string) lists.Identifier {
		return lists.Identifier{Type: t, Value: value, Country: state}
	}
	tests := []struct {
		asked, listed lists.Identifier
		rule          screening.Rule // empty: nothing
		level         screening.Level
		reason        string
	}{
		{id(lists.Passport, "K-4181 8536", "IR"), id(lists.Passport, "K41818536", "Iran"), screening.PassportRule, screening.Strong, "dashes and blanks"},
		{id(lists.Passport, "00418536", ""), id(lists.Passport, "418536", "Iran"), screening.PassportRule, screening.Strong, "zeros before it"},
		{id(lists.NationalID, "443147", "IR"), id(lists.NationalID, "0443147", "Iran"), screening.NationalIDRule, screening.Strong, "a zero listed"},
		{id(lists.SeafarerDocument, "mum 85917", ""), id(lists.SeafarerDocument, "MUM 85917", "India"), screening.SeafarerRule, screening.Strong, "a seafarer's document"},
		{id(lists.Passport, "418536", "Iraq"), id(lists.Passport, "418536", "Iran"), "", screening.Near, "another state's"},
		{id(lists.Passport, "418536", ""), id(lists.NationalID, "418536", ""), "", screening.Near, "another kind of number"},
		{id(lists.RegistrationNumber, "1234", ""), id(lists.RegistrationNumber, "1234", "Malta"), screening.RegistrationRule, screening.Probable, "four digits are many firms'"},
		{id(lists.LEI, "529900T8BM49AURSDO55", ""), id(lists.LEI, "529900-T8BM49-AURSDO55", ""), screening.LEIRule, screening.Strong, "an LEI"},
		{id(lists.SWIFT, "MELIIRTH XXX", ""), id(lists.SWIFT, "MELIIRTHXXX", ""), screening.RegistrationRule, screening.Strong, "a bank's code"},
		{id(lists.OfficialNumber, "773-PA", "Panama"), id(lists.OfficialNumber, "773PA", "Panama"), screening.OtherIDRule, screening.Probable, "an official number is its register's"},
		{id(lists.OfficialNumber, "773-PA", "Malta"), id(lists.OfficialNumber, "773PA", "Panama"), "", screening.Near, "another register"},
	}
	for _, tt := range tests {
		h, effects := against(t, screening.Query{Identifiers: []lists.Identifier{tt.asked}},
			&lists.Entity{ID: "1", Names: []lists.Name{{Text: "X"}}, Identifiers: []lists.Identifier{tt.listed}})
		_, ok := effects[tt.rule]
		if ok != (tt.rule != "") || h.Level != tt.level {
			t.Errorf("%v and %v: %v, %s; want %q, %s: %s", tt.asked, tt.listed, effects, h.Level, tt.rule, tt.level, tt.reason)
		}
	}
}

// TestNumberDiffers holds where differing numbers are evidence.
func TestNumberDiffers(t *testing.T) {
	id := func(t lists.IDType, value, state string) lists.Identifier {
		return lists.Identifier{Type: t, Value: value, Country: state}
	}
	listed := []lists.Identifier{id(lists.TaxID, "776655", "Russia"), id(lists.TaxID, "998877", "Russia"), id(lists.IMOCompany, "2041999", "")}
	tests := []struct {
		asked  []lists.Identifier
		want   bool
		reason string
	}{
		{[]lists.Identifier{id(lists.TaxID, "112233", "RU")}, true, "one state, another number"},
		{[]lists.Identifier{id(lists.TaxID, "112233", "Malta")}, false, "another state"},
		{[]lists.Identifier{id(lists.TaxID, "112233", "")}, false, "no state"},
		{[]lists.Identifier{id(lists.TaxID, "112233", "RU"), id(lists.TaxID, "998877", "RU")}, false, "another number of the type agrees"},
		{[]lists.Identifier{id(lists.RegistrationNumber, "112233", "RU")}, false, "another type"},
		{[]lists.Identifier{id(lists.IMOCompany, "5878589", "")}, true, "another company number"},
		{[]lists.Identifier{id(lists.IMOCompany, "5878588", "")}, false, "a void one"},
	}
	for _, tt := range tests {
		q := screening.Query{Kind: lists.Organization, Names: []string{"Kestrel Shipbroking"}, Identifiers: tt.asked}
		_, effects := against(t, q, &lists.Entity{ID: "1", Kind: lists.Organization, Names: []lists.Name{{Text: "Kestrel Shipbroking"}}, Identifiers: listed})
		if _, ok := effects[screening.NumberDiffersRule]; ok != tt.want {
			t.Errorf("%v: %t, want %t: %s", tt.asked, ok, tt.want, tt.reason)
		}
	}
}

func TestAddresses(t *testing.T) {
	const same, agent = screening.AddressRule, screening.AgentAddressRule
	own := lists.Address{Street: "No. 37, Ahmad Ghasir Street, 5th Floor", City: "Tehran 15137", Country: "Iran", Code: "IR"}
	tests := []struct {
		asked  string
		listed lists.Address
		want   screening.Rule
		reason string
	}{
		{"37 Ahmad Ghasir St., Tehran, Iran", own, same, "number, street and city"},
		{"TEHRAN, AHMAD GHASIR STREET 37", own, same, "in another order"},
		{"Ahmad Ghasir Ave, Tehran", own, same, "two words of the street, and the city"},
		{"37 Ahmad Ghasir St., Tehran, Iraq", own, "", "another state"},
		{"Tehran, Iran", own, "", "the city alone"},
		{"37 Valiasr Street, Tehran, Iran", own, "", "the number of another street"},
		{"5th Floor, Tehran, Iran", own, "", "words that tell nothing"},
		{"37 Ahmad Ghasir St., Isfahan, Iran", own, "", "another city"},
		{"37 Ahmad Ghasir St., Tehran, Iran", lists.Address{Text: "37 Ahmad Ghasir Street, Tehran, Iran"}, same, "listed in one piece"},
		{"Trust Company Complex, Ajeltake Rd, Ajeltake Island, Majuro MH96960", lists.Address{Street: "Trust Company Complex, Ajeltake Road", City: "Majuro", Country: "Marshall Islands", Code: "MH"}, agent, "an agent's"},
		{"16 Panteli Katelari Street, Diagoras House, Nicosia, Cyprus", lists.Address{Street: "Diagoras House, 7th Floor, 16 Panteli Katelari St", City: "Nicosia 1097", Country: "Cyprus", Code: "CY"}, agent, "an agent's"},
		{"", own, "", "nothing"},
	}
	for _, tt := range tests {
		q := screening.Query{Kind: lists.Organization, Names: []string{"Kestrel Shipbroking"}, Addresses: []string{tt.asked}}
		h, effects := against(t, q, &lists.Entity{ID: "1", Kind: lists.Organization, Names: []lists.Name{{Text: "Kestrel Shipbroking"}}, Addresses: []lists.Address{tt.listed}})
		for _, r := range [...]screening.Rule{same, agent} {
			if _, ok := effects[r]; ok != (r == tt.want) {
				t.Errorf("%q and %+v: rule %q: %t: %s", tt.asked, tt.listed, r, ok, tt.reason)
			}
		}
		if h.Level == screening.Strong {
			t.Errorf("%q: strong on name and address: %s", tt.asked, tt.reason)
		}
	}
}

// TestHullConflicts holds what a differing IMO number does, and what may outweigh
// it.
func TestHullConflicts(t *testing.T) {
	mmsi := lists.Identifier{Type: lists.MMSI, Value: "422303000"}
	sign := lists.Identifier{Type: lists.CallSign, Value: "9BAC"}
	yard := lists.Identifier{Type: lists.YardNumber, Value: "Yard 1220"}
	tests := []struct {
		name   string
		ids    []lists.Identifier
		built  int16
		shown  bool
		reason string
	}{
		{"Quiet Harbour", nil, 0, false, "a namesake"},
		{"Quiet Harbour", []lists.Identifier{mmsi}, 0, false, "one fact of the hull"},
		{"Quiet Harbour", []lists.Identifier{mmsi, {Type: lists.MMSI, Value: "422-303-000"}}, 0, false, "one fact, given twice"},
		{"Quiet Harbour", []lists.Identifier{sign}, 0, false, "one fact of the hull"},
		{"Quiet Harbour", []lists.Identifier{mmsi, sign}, 0, true, "two facts"},
		{"Zebra", []lists.Identifier{mmsi, sign}, 0, true, "two facts, and another name"},
		{"", []lists.Identifier{sign}, 2000, true, "a call sign and the year of build, and no name"},
		{"", []lists.Identifier{mmsi, yard}, 0, true, "an MMSI and the yard number"},
		{"Quiet Harbour", nil, 2000, false, "the year of build alone"},
	}
	for _, tt := range tests {
		q := screening.Query{Kind: lists.Vessel, Identifiers: append(imo("9283746"), tt.ids...)}
		if tt.name != "" {
			q.Names = []string{tt.name}
		}
		if tt.built != 0 {
			q.Dates = []lists.Date{{From: lists.Day{Year: tt.built}}}
		}
		h, effects := against(t, q, ownShip())
		_, conflict := effects[screening.ConflictRule]
		if shown := h.Level == screening.Probable; shown != tt.shown || conflict != tt.shown || h.Level == screening.Strong {
			t.Errorf("%s %s, conflict %t; want shown %t: %s", h.Score, h.Level, conflict, tt.shown, tt.reason)
		}
		if _, ok := effects[screening.IMODiffersRule]; !ok {
			t.Errorf("not told that the numbers differ: %s", tt.reason)
		}
	}
	for _, ids := range [...][]lists.Identifier{{mmsi}, {sign}, {mmsi, sign}} {
		if h, _ := against(t, screening.Query{Kind: lists.Vessel, Names: []string{"Zebra"}, Identifiers: ids}, ownShip()); h.Level != screening.Probable {
			t.Errorf("%v without the name: %s", ids, h.Level)
		}
	}
}

// TestSizes holds that like is compared with like.
func TestSizes(t *testing.T) {
	quantity := func(text string) lists.Quantity { return lists.ParseQuantity(text) }
	tests := []struct {
		query  screening.Query
		ship   lists.VesselDetails
		want   screening.Rule
		reason string
	}{
		{screening.Query{Deadweight: 35155}, lists.VesselDetails{Deadweight: quantity("35,155")}, screening.TonnageRule, "equal"},
		{screening.Query{Deadweight: 35000}, lists.VesselDetails{Deadweight: quantity("35,155")}, screening.TonnageRule, "within 1 per cent"},
		{screening.Query{Deadweight: 34000}, lists.VesselDetails{Deadweight: quantity("35,155")}, screening.TonnageNearRule, "within 5 per cent"},
		{screening.Query{Deadweight: 32000}, lists.VesselDetails{Deadweight: quantity("35,155")}, "", "within 15 per cent"},
		{screening.Query{Deadweight: 20000}, lists.VesselDetails{Deadweight: quantity("35,155")}, screening.TonnageDiffersRule, "beyond"},
		{screening.Query{GrossTonnage: 20000}, lists.VesselDetails{Deadweight: quantity("35,155")}, "", "not the same measure"},
		{screening.Query{GrossTonnage: 20000}, lists.VesselDetails{GrossTonnage: quantity("35,155")}, screening.TonnageDiffersRule, "gross with gross"},
		{screening.Query{Deadweight: 35155}, lists.VesselDetails{Tonnage: quantity("35,155")}, screening.TonnageRule, "a tonnage of some kind agrees"},
		{screening.Query{Deadweight: 99999}, lists.VesselDetails{Tonnage: quantity("35,155")}, "", "and contradicts nothing"},
		{screening.Query{Deadweight: 1 << 62}, lists.VesselDetails{Deadweight: quantity("35,155")}, "", "no ship is as large"},
		{screening.Query{Length: 183}, lists.VesselDetails{Length: quantity("600 ft")}, screening.LengthRule, "feet"},
		{screening.Query{Length: 183}, lists.VesselDetails{Length: quantity("182.9 m")}, screening.LengthRule, "metres"},
		{screening.Query{Length: 90}, lists.VesselDetails{Length: quantity("182 m")}, screening.LengthDiffersRule, "half as long"},
		{screening.Query{Deadweight: -1}, lists.VesselDetails{Deadweight: quantity("35,155")}, "", "less than nothing"},
	}
	for _, tt := range tests {
		q := tt.query
		q.Kind, q.Names = lists.Vessel, []string{"Quiet Harbour"}
		_, effects := against(t, q, &lists.Entity{ID: "1", Kind: lists.Vessel, Names: []lists.Name{{Text: "QUIET HARBOUR"}}, Vessel: &tt.ship})
		delete(effects, screening.NameRule)
		if _, ok := effects[tt.want]; ok != (tt.want != "") || len(effects) > 1 || len(effects) == 1 && tt.want == "" {
			t.Errorf("%v, want %q: %s", effects, tt.want, tt.reason)
		}
	}
}

// TestTowns holds how places of birth are compared.
func TestTowns(t *testing.T) {
	for _, tt := range []struct {
		asked, listed string
		want          bool
		reason        string
	}{
		{"Sari, Iran", "Sary, Iran", true, "another romanisation"},
		{"Shemiran", "Shemiran, Iran", true, "no state given"},
		{"San Diego, USA", "San Jose, Costa Rica", false, "the first word alone"},
		{"San", "San Diego", false, "a short word alone"},
		{"Tehran", "Shemiran, Iran", false, "another town"},
		{"Iran", "Shemiran, Iran", false, "the state is no town"},
	} {
		q := person("Ali Hassan")
		q.Places = []string{tt.asked}
		_, effects := against(t, q, &lists.Entity{ID: "1", Kind: lists.Person, Names: []lists.Name{{Text: "HASSAN, Ali"}}, Places: []lists.Place{{Role: lists.BirthPlace, Text: tt.listed}}})
		if _, ok := effects[screening.PlaceRule]; ok != tt.want {
			t.Errorf("%q and %q: %t, want %t: %s", tt.asked, tt.listed, ok, tt.want, tt.reason)
		}
	}
}
