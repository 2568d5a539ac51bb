package ofac

import (
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// whichList tells the list by the tags of its entries, as ParseXML says.
func (x *xmlFile) whichList() *set {
	non, all := 0, 0
	for i := range x.out.Entities {
		tagged, here := false, false
		for _, m := range x.out.Entities[i].Measures {
			if m.Programme != "" {
				tagged = true
				here = here || knownProgramme(m.Programme).onNon != ""
			}
		}
		if tagged {
			all++
		}
		if here {
			non++
		}
	}
	if non*2 > all {
		return &sets[1]
	}
	return &sets[0]
}

// freeze makes an asset freeze of every programme, as the SDN list means it; a
// party without a tag gets a Measure without one.
func (x *xmlFile) freeze() {
	x.set = &sets[0]
	for i := range x.out.Entities {
		e := &x.out.Entities[i]
		tagged := false
		for j := range e.Measures {
			if m := &e.Measures[j]; m.Programme != "" {
				tagged = true
				m.Kinds = x.kindsOf(lists.AssetFreeze, knownProgramme(m.Programme).onSDN)
			}
		}
		if !tagged {
			e.Measures = append([]lists.Measure{{Authority: authority, Kinds: x.kindsOf(lists.AssetFreeze, "")}}, e.Measures...)
		}
	}
}

// publishedISO reads the day of a list.
func (x *xmlFile) publishedISO(text string, at feed.Place) {
	day, _, _ := strings.Cut(text, "T")
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		x.add(lists.Problem{Pos: x.in.Pos(at), Field: "published", Value: text, Dropped: text != "", Err: ErrNoDate})
		return
	}
	x.out.Source.Published = t
}

// listed counts the entities by the two lists.
type listed struct{ sdn, consolidated int }

func (l listed) set() *set {
	if l.sdn > l.consolidated {
		return &sets[0]
	}
	return &sets[1]
}
