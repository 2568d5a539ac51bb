package index

import (
	"slices"
	"sort"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// Rebuild returns the name of an id that Within has returned, made of its words: what
// matcher.Compare finds in it is what it finds in the name that text is read as, but for
// Flags; its tokens have no place in the text. That takes a tenth of the time that it
// takes to read text. room is where the tokens may be written; ok is false where the
// index does not hold all of them.
func (x *Index) Rebuild(id int32, text string, room []names.Token) (n names.Name, ok bool) {
	last := len(x.rows) - 1
	first := sort.Search(last, func(r int) bool { return x.rows[r].name >= id })
	end := first
	for end < last && x.rows[end].name == id {
		end++
	}
	if first == end {
		return n, false
	}
	room = slices.Grow(room[:0], int(x.rows[end].from-x.rows[first].from))
	for r := first; r < end; r++ {
		from := len(room)
		for _, h := range x.held[x.rows[r].from:x.rows[r+1].from] {
			t := *x.words.words[h.word].token
			t.Part = h.part
			room = append(room, t)
		}
		tokens := room[from:len(room):len(room)]
		if len(tokens) >= matcher.AlignedTokens {
			return names.Name{}, false
		}
		if r == first {
			n = x.profile.Assemble(text, tokens)
		} else {
			n.Also = append(n.Also, x.profile.Assemble(text, tokens))
		}
	}
	return n, true
}
