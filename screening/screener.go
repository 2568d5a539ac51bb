package screening

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sort"
	"sync"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher/names"
	"github.com/seed-539c57aa/pratique/screening/internal/index"
)

// Screener answers queries against the lists it was made of. It is immutable:
// any number of goroutines may use it, and a reload makes a new one.
type Screener struct {
	policy   Policy
	effects  [ruleCount]int
	ceilings ceilings
	sources  []lists.Source
	parties  []party
	books    [profileCount]book
	numbers  numbers
	links    *lists.Links // parties that stand on several lists; nil where there is one list

	relations *relations
}

// party is an entity with its list.
type party struct {
	entity *lists.Entity
	source *lists.Source
}

// book is the listed names that one profile reads.
type book struct {
	refs  []nameRef
	index *index.Index
}

// nameRef says whose name it is.
type nameRef struct {
	party int32
	name  int32 // in Entity.Names
}

// The profiles, by place in Screener.books.
const (
	vesselBook = iota
	personBook
	firmBook
	profileCount
)

var profiles = [profileCount]*names.Profile{names.Vessel, names.Person, names.Organization}

// booksOf returns the books that the names of a kind stand in. An entity whose
// list does not say its kind is read as a person and as a firm; a query of
// unknown kind is read in every way.
func booksOf(k lists.Kind, query bool) []int {
	switch k {
	case lists.Vessel, lists.Aircraft:
		return allBooks[vesselBook : vesselBook+1]
	case lists.Person:
		return allBooks[personBook : personBook+1]
	case lists.Organization:
		return allBooks[firmBook : firmBook+1]
	}
	if query {
		return allBooks[:]
	}
	return allBooks[personBook:]
}

var allBooks = [...]int{vesselBook, personBook, firmBook}

// ErrNoList is wrapped by the errors of New for want of something to screen
// against.
var ErrNoList = errors.New("no list to screen against")

// New makes a Screener of the lists and the policy. It keeps the lists, which
// must not be written to afterwards. No list, a nil list, a list without
// entities and a policy out of range are errors: an empty list that answers "no
// match" is worse than none.
func New(p Policy, ls ...*lists.List) (*Screener, error) {
	s, err := gather(p, ls)
	if err != nil {
		return nil, err
	}
	var building sync.WaitGroup
	for i := range s.books {
		building.Go(func() {
			book := &s.books[i]
			texts := make([]string, len(book.refs))
			for k, r := range book.refs {
				texts[k] = s.parties[r.party].entity.Names[r.name].Text
			}
			book.index = index.New(profiles[i], texts)
		})
	}
	s.link(ls)
	building.Wait()
	return s, nil
}

// gather makes a Screener that has no index yet.
func gather(p Policy, ls []*lists.List) (*Screener, error) {
	effects, err := p.effects()
	if err != nil {
		return nil, err
	}
	if len(ls) == 0 {
		return nil, fmt.Errorf("screening: %w", ErrNoList)
	}
	s := &Screener{policy: p, relations: &relations{lists: append([]*lists.List(nil), ls...)}}
	s.policy.Rules = append([]RuleEffect(nil), p.Rules...)
	for i, e := range effects {
		s.effects[i] = int(e)
	}
	s.ceilings = makeCeilings(&s.effects)
	total := 0
	for i, l := range ls {
		switch {
		case l == nil:
			return nil, fmt.Errorf("screening: %w: list %d is nil", ErrNoList, i)
		case len(l.Entities) == 0:
			return nil, fmt.Errorf("screening: %w: list %d, %q, has no entities", ErrNoList, i, l.Source.Name)
		}
		s.sources = append(s.sources, l.Source)
		total += len(l.Entities)
	}
	s.parties = make([]party, 0, total)
	var found []numbered
	for i, l := range ls {
		for j := range l.Entities {
			found = s.add(found, &l.Entities[j], &s.sources[i])
		}
	}
	for i := range s.books {
		s.books[i].refs = slices.Clone(s.books[i].refs) // without the room that they grew by
	}
	s.numbers = newNumbers(found)
	return s, nil
}

// link finds the parties that stand on several of the lists.
func (s *Screener) link(ls []*lists.List) {
	if len(ls) > 1 {
		s.links = lists.LinkLists(ls...)
	}
}

// With returns a Screener of the same lists that judges by another policy. It
// shares all that was read with s, and costs next to nothing: one policy for ships
// and one for firms, or a lower threshold for a single query, need no second
// reading of the lists. s stays as it is.
func (s *Screener) With(p Policy) (*Screener, error) {
	effects, err := p.effects()
	if err != nil {
		return nil, err
	}
	out := *s
	out.policy = p
	out.policy.Rules = append([]RuleEffect(nil), p.Rules...)
	for i, e := range effects {
		out.effects[i] = int(e)
	}
	out.ceilings = makeCeilings(&out.effects)
	return &out, nil
}

// add takes in one entity, and appends its numbers to found.
func (s *Screener) add(found []numbered, e *lists.Entity, src *lists.Source) []numbered {
	at := int32(len(s.parties))
	s.parties = append(s.parties, party{e, src})
	for _, b := range booksOf(e.Kind, false) {
		book := &s.books[b]
		for i := range e.Names {
			book.refs = append(book.refs, nameRef{at, int32(i)})
		}
	}
	for _, id := range e.Identifiers {
		if k, ok := listedKey(id); ok {
			found = append(found, numbered{k.hash(), at})
		}
	}
	return found
}

// Sources returns the lists that are screened against, in the order given to New.
func (s *Screener) Sources() []lists.Source { return append([]lists.Source(nil), s.sources...) }

// Policy returns the policy that is judged by.
func (s *Screener) Policy() Policy {
	p := s.policy
	p.Rules = append([]RuleEffect(nil), p.Rules...)
	return p
}

// order sorts hits: Level, Score, type of the name that met the query (primary
// names first, then aliases, former names, weak aliases, none), Source.Name,
// Entity.ID. Where two lists bear one name, the digests of their files decide, so
// that the order in which lists are given changes nothing.
func order(hits []Hit) {
	if len(hits) < 2 {
		return
	}
	sort.SliceStable(hits, func(i, j int) bool {
		a, b := &hits[i], &hits[j]
		switch {
		case a.Level != b.Level:
			return a.Level > b.Level
		case a.Score != b.Score:
			return a.Score > b.Score
		case a.nameRank() != b.nameRank():
			return a.nameRank() < b.nameRank()
		case a.Source.Name != b.Source.Name:
			return a.Source.Name < b.Source.Name
		case a.Entity.ID != b.Entity.ID:
			return a.Entity.ID < b.Entity.ID
		}
		return bytes.Compare(a.Source.SHA256[:], b.Source.SHA256[:]) < 0
	})
}

// nameRank orders hits by the type of the name that met the query.
func (h *Hit) nameRank() int {
	if h.Name < 0 {
		return int(lists.WeakAlias) + 1
	}
	return int(h.Entity.Names[h.Name].Type)
}
