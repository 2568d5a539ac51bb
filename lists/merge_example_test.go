package lists_test

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
)

func ExampleLinkLists() {
	number := []lists.Identifier{{Type: lists.IMOShip, Value: "IMO 9187629"}}
	own := &lists.List{Source: lists.Source{Name: "Our own"}, Entities: []lists.Entity{
		{ID: "17", Kind: lists.Vessel, Names: []lists.Name{{Text: "STAR"}}, Identifiers: number},
	}}
	other := &lists.List{Source: lists.Source{Name: "Another"}, Entities: []lists.Entity{
		{ID: "A-3", Kind: lists.Vessel, Names: []lists.Name{{Text: "MOON"}}, Identifiers: number},
	}}
	links := lists.LinkLists(own, other)
	for _, also := range links.Of(&own.Entities[0]) {
		fmt.Println(also.Source.Name, also.Entity.ID, also.Entity.PrimaryName())
		for _, b := range also.Because {
			fmt.Println(b.Reason, b.Value)
		}
	}
	// Output:
	// Another A-3 MOON
	// same IMO ship number 9187629
}
