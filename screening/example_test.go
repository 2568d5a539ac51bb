package screening_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/screening"
)

// README.md shows the body of this example.
func ExampleScreener_Screen() {
	list, err := ofac.ParseCSV(os.DirFS("../testdata/ofac-excerpt")) // the folder with OFAC's files
	if err != nil {
		log.Fatal(err)
	}
	s, err := screening.New(screening.DefaultPolicy(), list)
	if err != nil {
		log.Fatal(err)
	}
	r, err := s.Screen(screening.Query{Kind: lists.Person, Names: []string{"Ali Danaei Kenarsari"}})
	if err != nil {
		log.Fatal(err) // also when there is nothing to search for: screening.ErrUnsearchable
	}
	for _, hit := range r.Hits {
		fmt.Println(hit.Level, hit.Score, hit.Source.Name, hit.Entity.ID, hit.Entity.Programmes())
	}
	// Output:
	// probable 0.900 OFAC SDN 29099 [IRAN]
}

// ownShips is a small list for the examples.
var ownShips = &lists.List{
	Source: lists.Source{Name: "Own list", Entities: 2},
	Entities: []lists.Entity{
		{
			ID: "1", Kind: lists.Vessel,
			Names:       []lists.Name{{Text: "QUIET HARBOUR"}, {Text: "LOUD ANCHOR", Type: lists.Former}},
			Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "9074729"}},
			Measures:    []lists.Measure{{Authority: "Port of Examples", Kinds: []lists.MeasureKind{lists.PortBan}}},
		},
		{ID: "2", Kind: lists.Person, Names: []lists.Name{{Text: "ZEMANEK, Bohuslav"}}},
	},
}

func ExampleNew() {
	p := screening.DefaultPolicy()
	p.Threshold = 850
	s, err := screening.New(p, ownShips)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(s.Sources()[0].Name, s.Policy().Threshold)

	_, err = screening.New(p) // an empty list would answer no match to everything
	fmt.Println(err)
	// Output:
	// Own list 0.850
	// screening: no list to screen against
}

func ExampleScreener_ScreenAll() {
	s, err := screening.New(screening.DefaultPolicy(), ownShips)
	if err != nil {
		log.Fatal(err)
	}
	fleet := []screening.Query{
		{Ref: "a", Kind: lists.Vessel, Names: []string{"Loud Anchor"}},
		{Ref: "b", Kind: lists.Vessel, Names: []string{"?"}},
		{Ref: "c", Kind: lists.Vessel, Names: []string{"Golden Meadow"}},
	}
	i := 0
	for r, err := range s.ScreenAll(context.Background(), slices.Values(fleet)) {
		switch {
		case errors.Is(err, screening.ErrUnsearchable):
			fmt.Println(fleet[i].Ref, "not searched")
		case err != nil:
			log.Fatal(err)
		default:
			fmt.Println(fleet[i].Ref, len(r.Hits), "hits")
		}
		i++
	}
	// Output:
	// a 1 hits
	// b not searched
	// c 0 hits
}

func ExampleScreener_Compare() {
	s, err := screening.New(screening.DefaultPolicy(), ownShips)
	if err != nil {
		log.Fatal(err)
	}
	// Why is this ship no hit?
	q := screening.Query{
		Kind: lists.Vessel, Names: []string{"Quiet Harbour"},
		Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "9283746"}},
	}
	hit, err := s.Compare(q, &ownShips.Entities[0])
	if err != nil {
		log.Fatal(err)
	}
	for _, step := range hit.Steps {
		fmt.Println(step.Effect, step.Rule.Sentence())
	}
	fmt.Println(hit.Score, hit.Level)
	// Output:
	// 0.900 the name is alike
	// -0.450 the IMO numbers are valid and differ: another hull
	// 0.450 near
}

func ExampleHit_Explain() {
	s, err := screening.New(screening.DefaultPolicy(), ownShips)
	if err != nil {
		log.Fatal(err)
	}
	r, err := s.Screen(screening.Query{
		Kind: lists.Vessel, Names: []string{"Loud Anchor"},
		Identifiers: []lists.Identifier{{Type: lists.IMOShip, Value: "IMO 9074729"}},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, hit := range r.Hits {
		if err := hit.Explain(os.Stdout); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// STRONG  0.985  QUIET HARBOUR
	//   entry        Own list 1, vessel
	//   name met     LOUD ANCHOR (former name)
	//   other names  QUIET HARBOUR (primary name)
	//   numbers      IMO number 9074729
	//   measures     Port of Examples: port ban
	//   effect  evidence                               asked        listed
	//    0.960  the IMO number is equal: one hull for  IMO 9074729  9074729
	//           life, whatever her name and flag
	//   +0.025  the names are equal                    Loud Anchor  LOUD ANCHOR
	//        0  it is a former name                                 LOUD ANCHOR
	//    0.985  score
}
