package lists_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
)

func ExampleIdentifier_Canonical() {
	for _, id := range []lists.Identifier{
		{Type: lists.IMOShip, Value: "I.M.O. No. 9074729"},
		{Type: lists.IMOShip, Value: "IMO 9074728"},
		{Type: lists.IMOShip, Value: "IMO 15411"},
		{Type: lists.IMOCompany, Value: "11359"},
		{Type: lists.MMSI, Value: "422 303 000"},
		{Type: lists.MMSI, Value: "992476117"},
		{Type: lists.CallSign, Value: "5im 592"},
	} {
		c, err := id.Canonical()
		switch {
		case errors.Is(err, lists.ErrCheckDigit):
			fmt.Println("mistyped:", err)
		case err != nil:
			fmt.Println("no number:", err)
		default:
			fmt.Println(c.Value)
		}
	}
	// Output:
	// 9074729
	// mistyped: imo "IMO 9074728": check digit is wrong
	// no number: imo "IMO 15411": not of the form of its type: 5 digits, not 7
	// 0011359
	// 422303000
	// no number: mmsi "992476117": an MMSI, but not of a ship station: an aid to navigation
	// 5IM592
}

func ExampleParseDate() {
	for _, text := range []string{"20 Dec 1959", "circa 1961", "Nov 1964", "1962 to 1963", "00/00/1967", "1950s"} {
		d, err := lists.ParseDate(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s to %s\n", d, d.First(), d.Last())
	}
	// Output:
	// 1959-12-20: 1959-12-20 to 1959-12-20
	// circa 1961: 1961-01-01 to 1961-12-31
	// 1964-11: 1964-11-01 to 1964-11-30
	// 1962/1963: 1962-01-01 to 1963-12-31
	// 1967: 1967-01-01 to 1967-12-31
	// not a date: "1950s": no day, month or year of a known shape
}

func ExampleCountryCode() {
	for _, name := range []string{"Korea, North", "St. Kitts & Nevis", "Palestinian", "Российская Федерация", "uae", "None Identified", "Korea"} {
		code, ok := lists.CountryCode(name)
		fmt.Printf("%q %v %q\n", code, ok, lists.CountryName(code))
	}
	// Output:
	// "KP" true "North Korea"
	// "KN" true "Saint Kitts and Nevis"
	// "PS" true "Palestine"
	// "RU" true "Russia"
	// "AE" true "United Arab Emirates"
	// "" false ""
	// "" false ""
}

func ExampleMIDCountry() {
	code, _ := lists.MIDCountry("636012345")
	fmt.Println(lists.CountryName(code))
	// Output: Liberia
}

func ExampleCallSignCountry() {
	code, _ := lists.CallSignCountry("9BAC")
	fmt.Println(lists.CountryName(code))
	// Output: Iran
}

// A list of one's own: a firm keeps ships that it does not charter.
func ExampleList() {
	flag := lists.Country{Text: "Cook Islands", Role: lists.Flag}
	flag.Code, _ = lists.CountryCode(flag.Text)

	own := &lists.List{
		Source: lists.Source{
			Name:      "House list",
			Publisher: "Example Chartering Ltd",
			Published: time.Date(2024, 1, 5, 0, 0, 0, 0, time.UTC),
			Entities:  1,
		},
		Entities: []lists.Entity{{
			ID:   "ship-17",
			Kind: lists.Vessel,
			Names: []lists.Name{
				{Text: "EXAMPLE STAR", Type: lists.Primary},
				{Text: "SAMPLE PEARL", Type: lists.Former},
			},
			Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "IMO 9074729"}},
			Flags:       []lists.Country{flag},
			Measures: []lists.Measure{{
				Authority: "Example Chartering Ltd",
				Programme: "NO-CHARTER",
				Text:      "no AIS signal for 40 days",
			}},
		}},
	}

	e := &own.Entities[0]
	fmt.Println(own.Source.Name, own.Source.Date(), own.Count().Vessels)
	fmt.Println(e.PrimaryName(), e.Programmes(), e.Flags[0].Code)
	// Output:
	// House list 2024-01-05 1
	// EXAMPLE STAR [NO-CHARTER] CK
}
