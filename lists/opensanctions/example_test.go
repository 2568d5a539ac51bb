package opensanctions_test

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists/opensanctions"
)

func ExampleParseFTM() {
	file := `{"id":"NK-1","schema":"Vessel","caption":"ARTAVIL","properties":{"name":["ARTAVIL"],"imoNumber":["IMO9187629"]},"target":true}
{"id":"s-1","schema":"Sanction","caption":"IRAN","properties":{"entity":["NK-1"],"authority":["OFAC"],"programId":["US-IRAN"],"listingDate":["2012-07-12"]}}
`
	list, err := opensanctions.ParseFTM("entities.ftm.json", strings.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range list.Entities {
		fmt.Println(e.Kind, e.PrimaryName(), e.Identifiers[0].Value, e.Programmes(), e.Measures[0].Listed)
	}
	// Output: vessel ARTAVIL IMO9187629 [US-IRAN] 2012-07-12
}
