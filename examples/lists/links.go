package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
)

// mostConflicts bounds the conflicts that are printed.
const mostConflicts = 20

// printLinks prints how many parties of each list stand on the others, by which
// numbers, and the numbers that are said of a ship and of a firm. With every it
// prints the parties too.
func printLinks(w io.Writer, ls []*lists.List, k *lists.Links, every bool) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d numbers stand on several lists\n", len(k.Groups))
	by := map[lists.LinkReason]int{}
	for _, g := range k.Groups {
		by[g.Reason]++
	}
	for _, r := range [...]lists.LinkReason{lists.SameIMOShip, lists.SameIMOCompany, lists.SameLEI, lists.SameReference} {
		if by[r] > 0 {
			fmt.Fprintf(&b, "  %-24s %7d\n", r, by[r])
		}
	}
	for _, l := range ls {
		also := map[*lists.Source]int{}
		parties := 0
		for i := range l.Entities {
			on := sources(k.Of(&l.Entities[i]))
			for _, s := range on {
				also[s]++
			}
			if len(on) > 0 {
				parties++
			}
		}
		fmt.Fprintf(&b, "%s: %d of %d entries are on another list\n", l.Source.Name, parties, len(l.Entities))
		for _, m := range ls {
			if n := also[&m.Source]; n > 0 {
				fmt.Fprintf(&b, "  %-24s %7d\n", m.Source.Name, n)
			}
		}
	}
	if every {
		for _, g := range k.Groups {
			fmt.Fprintf(&b, "%s: %s\n", g.Reason, g.Value)
			members(&b, g.Members)
		}
	}
	for i, c := range k.Conflicts {
		if i == mostConflicts {
			fmt.Fprintf(&b, "and %d conflicts more\n", len(k.Conflicts)-i)
			break
		}
		fmt.Fprintf(&b, "conflict: %s of parties of several kinds: %s\n", c.Reason, c.Value)
		members(&b, c.Members)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// sources returns the lists of linked entries, each once.
func sources(linked []lists.Linked) []*lists.Source {
	var out []*lists.Source
next:
	for _, x := range linked {
		for _, s := range out {
			if s == x.Source {
				continue next
			}
		}
		out = append(out, x.Source)
	}
	return out
}

// members prints entries, one a line.
func members(b *bytes.Buffer, all []lists.Member) {
	for _, m := range all {
		fmt.Fprintf(b, "  %-28s %-18s %-12s %s\n", m.List.Source.Name, oneLine(m.Entity.ID), m.Entity.Kind, oneLine(m.Entity.PrimaryName()))
	}
}

// oneLine makes one line of a text of a file, without control characters.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}
