package custom_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/custom"
)

func ExampleParseCSV() {
	file := "id;type;name;imo;reason\nH-1;ship;OCEAN QUEEN;9187629;owes demurrage\n"
	list, err := custom.ParseCSV("house.csv", strings.NewReader(file), custom.Mapping{Source: lists.Source{Name: "House list", Publisher: "The firm"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range list.Entities {
		fmt.Println(e.ID, e.Kind, e.PrimaryName(), e.Identifiers[0].Value, e.Measures[0].Text)
	}
	// Output: H-1 vessel OCEAN QUEEN 9187629 owes demurrage
}

func ExampleWrite() {
	list := &lists.List{
		Source:   lists.Source{Name: "House list", Publisher: "The firm"},
		Entities: []lists.Entity{{ID: "1", Kind: lists.Vessel, Names: []lists.Name{{Text: "OCEAN QUEEN"}}}},
	}
	if err := custom.Write(os.Stdout, list); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"format":"pratique list","version":1,"source":{"name":"House list","publisher":"The firm","sha256":"0000000000000000000000000000000000000000000000000000000000000000","entities":1}}
	// {"id":"1","kind":"vessel","names":[{"text":"OCEAN QUEEN","type":"primary"}],"pos":{}}
}
