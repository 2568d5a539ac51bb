package voyage_test

import (
	"fmt"
	"log"
	"os"

	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

// The ship is on no list by this name; her master and her line are, and the list
// ties them together.
func ExampleScreen() {
	list, err := ofac.ParseCSV(os.DirFS("../../testdata/ofac-excerpt"))
	if err != nil {
		log.Fatal(err)
	}
	s, err := screening.New(screening.DefaultPolicy(), list)
	if err != nil {
		log.Fatal(err)
	}
	named := func(n string) screening.Query { return screening.Query{Names: []string{n}} }
	r, err := voyage.Screen(s, voyage.Voyage{
		Ship: voyage.Vessel{Query: named("CLAVEL")},
		Parties: []voyage.Party{
			{Role: voyage.Operator, Query: named("Islamic Republic of Iran Shipping Lines")},
			{Role: voyage.Master, Query: named("Ali Danaei Kenarsari")},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Level)
	for _, role := range r.Roles {
		fmt.Printf("%s: %s\n", role.Role, role.Level)
	}
	for _, c := range r.Connections {
		fmt.Println(c.Says)
	}
	// Output:
	// strong
	// ship: nothing
	// operator: strong
	// master: strong
	// DANAEI KENARSARI, Ali (master): linked to ISLAMIC REPUBLIC OF IRAN SHIPPING LINES (operator)
}
