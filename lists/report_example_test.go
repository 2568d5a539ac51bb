package lists_test

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
)

func ExampleReport_Compare() {
	edition := func(ships int) *lists.List {
		l := &lists.List{Source: lists.Source{Name: "Test"}}
		for i := range ships {
			l.Entities = append(l.Entities, lists.Entity{ID: fmt.Sprint(i), Kind: lists.Vessel})
		}
		return l
	}
	for _, change := range edition(600).Report().Compare(edition(800).Report()) {
		fmt.Println(change)
	}
	// Output:
	// list shrinks, from 800 to 600
	// kind shrinks: vessel, from 800 to 600
}
