package au_test

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists/au"
)

func ExampleParseCSV() {
	file := `Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Committees,Control Date
7385,Olga IVANOVA,Individual,Primary Name,29586,Autonomous (Russia),44981
7385a,Olha IVANOVA,Individual,Aka,29586,Autonomous (Russia),44981
`
	list, err := au.ParseCSV("list.csv", strings.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range list.Entities {
		fmt.Println(e.ID, e.Kind, e.PrimaryName(), e.Dates[0], e.Programmes(), "and", len(e.Names)-1, "more name")
	}
	// Output: 7385 person Olga IVANOVA 1980-12-31 [Autonomous (Russia)] and 1 more name
}
