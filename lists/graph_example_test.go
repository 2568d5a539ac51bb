package lists_test

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
)

func ExampleGraph() {
	name := func(s string) []lists.Name { return []lists.Name{{Text: s}} }
	list := &lists.List{Source: lists.Source{Name: "Own"}, Entities: []lists.Entity{
		{ID: "1", Kind: lists.Organization, Names: name("NORTH LINE")},
		{ID: "2", Kind: lists.Vessel, Names: name("GULL"),
			Relations: []lists.Relation{{Role: lists.LinkedTo, Text: "NORTH LINE", IDs: []string{"1"}}}},
		{ID: "3", Kind: lists.Vessel, Names: name("TERN"), Vessel: &lists.VesselDetails{Owner: "North Line"}},
		{ID: "4", Kind: lists.Person, Names: name("DOE, John"),
			Relations: []lists.Relation{{Role: lists.ActingFor, Text: "NORTH LINE", IDs: []string{"1"}}}},
	}}
	graph := lists.NewGraph(list)

	master := &list.Entities[3]
	for _, path := range graph.Walk(master, lists.WalkOptions{Depth: 2}) {
		fmt.Println(path)
	}
	fmt.Println(graph.Of(master)[0])
	// Output:
	// DOE, John (Own 4) -> (acting for) -> NORTH LINE (Own 1)
	// DOE, John (Own 4) -> (acting for) -> NORTH LINE (Own 1) <- (linked to) <- GULL (Own 2)
	// DOE, John (Own 4) -> (acting for) -> NORTH LINE (Own 1) <- (owner as printed) <- TERN (Own 3)
	// DOE, John (Own 4) says: acting for "NORTH LINE", which is Own 1
}
