package csl_test

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists/csl"
)

func Example() {
	const file = `{"results": [{"source": "Specially Designated Nationals (SDN) - Treasury Department", "entity_number": 15036,
"type": "Vessel", "name": "ARTAVIL", "programs": ["IRAN"],
"ids": [{"type": "Vessel Registration Identification", "number": "IMO 9187629"}]}]}`
	list, err := csl.ParseJSON("consolidated.json", strings.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range list.Entities {
		fmt.Println(e.ID, e.Kind, e.PrimaryName(), e.Identifiers[0].Value, e.Measures[0].Programme)
	}
	// Output: SDN-15036 vessel ARTAVIL IMO 9187629 IRAN
}
