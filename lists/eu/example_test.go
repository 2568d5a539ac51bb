package eu_test

import (
	"fmt"
	"os"

	"github.com/seed-539c57aa/pratique/lists/eu"
)

// The ships of a table, what is forbidden to them, and since when.
func ExampleParseVessels() {
	f, err := os.Open("testdata/dma.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	list, err := eu.ParseVessels("dma.csv", f)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range list.Entities {
		e := &list.Entities[i]
		for _, m := range e.Measures {
			fmt.Println(e.ID, e.PrimaryName(), m.Kinds, "since", m.Listed)
		}
	}
	// Output:
	// IMO 9179842 Angara [port ban services ban] since 2024-06-25
	// IMO 8606173 Chol Ryong [port ban] since 2016-03-02
	// IMO 8606173 Chol Ryong [asset freeze] since 2016-03-02
	// line 6 Nameless [port ban services ban] since 2016-03-02
}
