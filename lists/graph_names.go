package lists

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bearers are the entries that print one name, up to the first that is too many.
type bearers struct {
	primary, other []int32 // numbers over all lists
}

// meant returns the entries that a statement can mean: those that bear the name as
// their primary one, else the others. Nobody is owned, operated or managed by a ship.
func (b *grapher) meant(s statement, x *bearers) []int32 {
	if x == nil {
		return nil
	}
	e := &b.g.lists[s.list].Entities[s.entity]
	noShips := s.at < 0
	if s.at >= 0 {
		switch e.Relations[s.at].Role {
		case OwnedBy, OwnedOrControlledBy, OperatedBy, ManagedBy:
			noShips = true
		}
	}
	for _, all := range [...][]int32{x.primary, x.other} {
		b.numbers = b.numbers[:0]
		for _, n := range all {
			list, at := b.entry(n)
			if k := b.g.lists[list].Entities[at].Kind; !noShips || k != Vessel && k != Aircraft {
				b.numbers = append(b.numbers, n)
			}
		}
		if len(b.numbers) > 0 {
			return b.numbers
		}
	}
	return nil
}

// resolveNames makes the edges of the statements that tell of a party by its name:
// list by list, then, for relations only, over all lists of a publisher. Lists
// without a publisher have nothing in common.
func (b *grapher) resolveNames() {
	left := b.pending
	b.pending = nil
	var later []statement
	for len(left) > 0 { // statements come list by list
		list := left[0].list
		n := slices.IndexFunc(left, func(s statement) bool { return s.list != list })
		if n < 0 {
			n = len(left)
		}
		later = append(later, b.ask(left[:n], []int32{list})...)
		left = left[n:]
	}
	publishers := map[string][]int32{}
	for i, l := range b.g.lists {
		if p := l.Source.Publisher; p != "" {
			publishers[p] = append(publishers[p], int32(i))
		}
	}
	asked := map[string][]statement{}
	for _, s := range later {
		p := b.g.lists[s.list].Source.Publisher
		if s.at < 0 || len(publishers[p]) < 2 {
			b.edge(s, nil, 0)
			continue
		}
		asked[p] = append(asked[p], s)
	}
	for i, l := range b.g.lists {
		p := l.Source.Publisher
		if len(asked[p]) == 0 || publishers[p][0] != int32(i) {
			continue
		}
		for _, s := range b.ask(asked[p], publishers[p]) {
			b.edge(s, nil, 0)
		}
	}
	slices.SortFunc(b.g.open, func(x, y open) int {
		return cmp.Or(cmp.Compare(x.list, y.list), cmp.Compare(x.entity, y.entity), cmp.Compare(uint32(x.at), uint32(y.at)))
	})
}

// ask makes the edges of the statements whose text is a name that entries of the
// lists print, and returns the other statements.
func (b *grapher) ask(statements []statement, among []int32) (rest []statement) {
	names := make(map[string]*bearers, len(statements))
	store := make([]bearers, len(statements))
	var key []byte
	for i, s := range statements {
		if key = appendFolded(key[:0], b.text(s)); len(key) > 0 && names[string(key)] == nil {
			names[string(key)] = &store[i]
		}
	}
	for _, i := range among {
		l := b.g.lists[i]
		for j := range l.Entities {
			for k := range l.Entities[j].Names {
				n := &l.Entities[j].Names[k]
				if n.Type == WeakAlias {
					continue
				}
				if key = appendFolded(key[:0], n.Text); len(key) == 0 {
					continue
				}
				if x := names[string(key)]; x != nil {
					x.add(b.first[i]+int32(j), n.Type == Primary)
				}
			}
		}
	}
	for _, s := range statements {
		key = appendFolded(key[:0], b.text(s))
		of := b.meant(s, names[string(key)])
		if len(of) == 0 {
			rest = append(rest, s)
			continue
		}
		b.edge(s, of, byName)
	}
	return rest
}

// add adds an entry, once. Entries come one after the other.
func (b *bearers) add(n int32, primary bool) {
	to := &b.other
	if primary {
		to = &b.primary
	}
	if k := len(*to); k > maxAlternatives || k > 0 && (*to)[k-1] == n {
		return
	}
	*to = append(*to, n)
}

// text returns what a statement prints.
func (b *grapher) text(s statement) string {
	e := &b.g.lists[s.list].Entities[s.entity]
	if s.at >= 0 {
		return e.Relations[s.at].Text
	}
	_, _, text := e.Vessel.field(s.at)
	return text
}

// appendFolded appends s in small letters, without blanks around it. Bytes that are
// not UTF-8 stay as they are.
func appendFolded(to []byte, s string) []byte {
	s = strings.TrimSpace(s)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			to = append(to, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			to = append(to, c)
		} else {
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
		i += n
	}
	return to
}
