package ofac

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// linkRef is a "Linked To" that waits until all names are known.
type linkRef struct {
	entity, relation int
	last             bool // its full stop may be lost to the record
	pos              lists.Position
}

// link reads "Linked To: X". It says why OFAC acted against a party (ownership,
// control, support, agency) and not which of these it was.
func (p *parser) link(label, v string, offset int, last bool) {
	b := &p.cur
	p.links = append(p.links, linkRef{len(p.out.Entities), len(b.relations), last, p.at(offset)})
	b.relations = append(b.relations, lists.Relation{Role: lists.LinkedTo, Text: v, Label: strings.TrimRight(label, ":")})
}

// resolveLinks finds the entities that links name: by primary name, with the full
// stop that the end of the record took restored, then by any other name. All
// entities found stand in IDs, in the order of the file; none and several are
// Problems. Text stays as printed.
func (p *parser) resolveLinks() {
	answers := make(map[question][]string)
	for _, l := range p.links {
		answers[question{p.relation(l).Text, l.last}] = nil
	}
	p.answer(answers, func(e *lists.Entity) []lists.Name { return e.Names[:min(len(e.Names), 1)] })
	open := make(map[question][]string)
	for q, ids := range answers {
		if len(ids) == 0 {
			open[q] = nil
		}
	}
	if len(open) > 0 {
		p.answer(open, func(e *lists.Entity) []lists.Name { return e.Names[min(len(e.Names), 1):] })
	}
	for _, l := range p.links {
		r := p.relation(l)
		q := question{r.Text, l.last}
		ids := answers[q]
		if len(ids) == 0 {
			ids = open[q]
		}
		r.IDs = ids
		switch {
		case len(ids) == 0:
			p.linkProblem(l, ErrUnresolved)
		case len(ids) > 1:
			p.linkProblem(l, fmt.Errorf("%w: %s", ErrAmbiguous, strings.Join(ids[:min(len(ids), 10)], ", ")))
		}
	}
}

// question is the text of a link, and whether its full stop may be lost.
type question struct {
	text string
	last bool
}

// answer fills in, for each text, the numbers of the entities that bear it among
// the names given. A text that may have lost its full stop is looked for with and
// without it; another one with or without it only where nothing has it as it is.
func (p *parser) answer(questions map[question][]string, names func(*lists.Entity) []lists.Name) {
	bearers := make(map[string][]string, 2*len(questions))
	for q := range questions {
		bearers[q.text] = nil
		bearers[q.text+"."] = nil
		if t, ok := strings.CutSuffix(q.text, "."); ok {
			bearers[t] = nil
		}
	}
	for i := range p.out.Entities {
		e := &p.out.Entities[i]
		for _, n := range names(e) {
			if ids, ok := bearers[n.Text]; ok && (len(ids) == 0 || ids[len(ids)-1] != e.ID) {
				bearers[n.Text] = append(ids, e.ID)
			}
		}
	}
	for q := range questions {
		ids, dotted := bearers[q.text], bearers[q.text+"."]
		switch {
		case q.last && len(ids) > 0 && len(dotted) > 0:
			ids = p.inOrder(ids, dotted)
		case len(ids) == 0 && len(dotted) > 0:
			ids = dotted
		case len(ids) == 0 && strings.HasSuffix(q.text, "."):
			ids = bearers[q.text[:len(q.text)-1]]
		}
		questions[q] = ids[:len(ids):len(ids)]
	}
}

// inOrder joins two sets of entities in the order of the file.
func (p *parser) inOrder(a, b []string) []string {
	want := make(map[string]bool, len(a)+len(b))
	for _, ids := range [...][]string{a, b} {
		for _, id := range ids {
			want[id] = true
		}
	}
	out := make([]string, 0, len(want))
	for i := range p.out.Entities {
		if id := p.out.Entities[i].ID; want[id] {
			out = append(out, id)
		}
	}
	return out
}

func (p *parser) relation(l linkRef) *lists.Relation {
	return &p.out.Entities[l.entity].Relations[l.relation]
}

func (p *parser) linkProblem(l linkRef, err error) {
	e := &p.out.Entities[l.entity]
	p.add(lists.Problem{Pos: l.pos, EntityID: strings.Clone(e.ID), Field: "Linked To", Value: p.relation(l).Text, Err: err})
}
