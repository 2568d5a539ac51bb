package ca_test

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists/ca"
)

func Example() {
	const file = `<data-set><record><Country>Russia / Russie</Country><EntityOrShip>Skif V</EntityOrShip>
<ShipIMONumber>8858087</ShipIMONumber><Schedule>1.1</Schedule><Item>3</Item></record></data-set>`
	list, err := ca.ParseXML("sema-lmes.xml", strings.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range list.Entities {
		fmt.Println(e.ID, e.Kind, e.PrimaryName(), e.Identifiers[0].Value, e.Measures[0].Programme)
	}
	// Output: Russia-IMO8858087 vessel Skif V 8858087 Russia / Russie
}
