package lists_test

import (
	"errors"
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
)

func ExampleDecodeBinary() {
	l := &lists.List{
		Source:   lists.Source{Name: "House list", Entities: 1},
		Entities: []lists.Entity{{ID: "1", Kind: lists.Vessel, Names: []lists.Name{{Text: "OCEAN QUEEN"}}}},
		Problems: []*lists.Problem{{Field: "built", Value: "soon", Err: lists.ErrDate}},
	}
	form, err := l.AppendBinary(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	same, err := lists.DecodeBinary(string(form))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(same.Source.Name, same.Entities[0].PrimaryName(), errors.Is(same.Problems[0], lists.ErrDate))

	_, err = lists.DecodeBinary(string(form[:20]))
	fmt.Println(err)
	// Output:
	// House list OCEAN QUEEN true
	// lists: not a list in binary form: byte 15: more elements than bytes for them
}
