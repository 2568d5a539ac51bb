package uk_test

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists/uk"
)

func Example() {
	const file = `<Designations dateGenerated="2026-08-14T23:00:04Z"><Designation><UniqueID>DPR0075</UniqueID>
<Names><Name><Name6>Petrel 8</Name6><NameType>Primary name</NameType></Name></Names>
<RegimeName>The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019</RegimeName>
<IndividualEntityShip>Ship</IndividualEntityShip>
<ShipDetails><Ship><IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers></Ship></ShipDetails>
</Designation></Designations>`
	list, err := uk.ParseXML("UK-Sanctions-List.xml", strings.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range list.Entities {
		fmt.Println(e.ID, e.Kind, e.PrimaryName(), e.Identifiers[0].Value, e.Measures[0].Programme)
	}
	// Output: DPR0075 vessel Petrel 8 IMO9562233 Democratic People's Republic of Korea
}
