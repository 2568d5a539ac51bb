package ch_test

import (
	"fmt"
	"os"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ch"
)

// A list from a file, and its ships.
func ExampleParseXML() {
	f, err := os.Open("testdata/seco.xml")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	list, err := ch.ParseXML("seco.xml", f)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(list.Source.Name, list.Source.Date(), list.Source.Note)
	for i := range list.Entities {
		e := &list.Entities[i]
		if e.Kind != lists.Vessel || len(e.Identifiers) == 0 {
			continue
		}
		imo := e.Identifiers[0]
		if imo, err := imo.Canonical(); err == nil {
			fmt.Println(e.PrimaryName(), "IMO", imo.Value, e.Programmes(), "since", e.Measures[0].Listed)
		}
	}
	// Output:
	// SECO 2026-01-31 1 targets are de-listed
	// Hui Chon IMO 8405270 [DPRK] since 2016-05-18
	// Chol Ryong IMO 8606173 [DPRK Example] since 2016-03-04
}
