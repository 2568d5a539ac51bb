package voyage

import (
	"errors"
	"fmt"
	"slices"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// Screen screens every party of a voyage, checks its places and texts, and says
// what belongs together.
//
// A party that cannot be searched has its reason in Finding.Err and stops nothing.
// Errors are for a voyage that is not to be screened as it stands: an unknown role,
// a ship that is said to be a person, more parts than a Voyage holds (all such
// errors joined, each an *InputError), a structure that contradicts itself
// (ErrStructure), ErrEmpty, or, where nothing in it could be searched or checked,
// screening.ErrUnsearchable.
//
// The queries are those of the voyage with three additions, which a Finding shows:
// the kind of the role where the party has none; for the ship the flags of the
// voyage; and for ship and masters the names of owners, operators and managers, of
// which eight at the most, in Query.Owners.
//
// The first voyage in which two parties are hits makes the graph of the lists; a
// program that wants none to wait for it calls Screener.Graph once after New.
//
// Nearly all of the time goes into screening the parties, most of it into those
// whose role leaves open whether they are persons or firms: a Kind that the caller
// knows makes them cheaper. Parties and texts are searched on runtime.GOMAXPROCS
// goroutines at the most, that of the caller among them, which have all ended when
// Screen returns; where it is 1, none is started.
//
// Screen changes nothing and is safe for any number of goroutines. The same voyage,
// lists and policy give the same Result, on any number of processors.
func Screen(s *screening.Screener, v Voyage) (*Result, error) {
	if err := v.check(); err != nil {
		return nil, fmt.Errorf("voyage: %w", err)
	}
	r := &Result{Voyage: v, Sources: s.Sources(), Policy: s.Policy()}
	all, warnings := v.subjects()
	r.Warnings = append(warnings, contradictions(all)...)
	behind := behindOwner(v.Structure, all)
	all = append(all, behind.subjects...)
	slices.SortStableFunc(all, func(a, b subject) int { return a.roles[0].rank() - b.roles[0].rank() })
	texts := readTexts(s, &v)
	if err := texts.judgeBy(s); err != nil {
		return nil, fmt.Errorf("voyage: %w", err)
	}
	for i, a := range answersOf(s.Screen, all, texts) {
		f := finding(&all[i], a)
		if f.Err != nil {
			for _, id := range f.Query.Identifiers {
				if id.Type == lists.IMOShip {
					f.Hints = append(f.Hints, s.NearIMO(id.Value)...)
				}
			}
		}
		r.Findings = append(r.Findings, f)
	}
	r.Warnings = append(r.Warnings, texts.warnings...)
	r.Mentions = texts.mentions(s)
	var w []error
	r.Places, w = placesOf(&v)
	r.Warnings = append(r.Warnings, w...)
	if err := r.unsearchable(); err != nil {
		return nil, err
	}
	r.connect(s.Graph)
	r.attribute()
	if v.Structure != nil {
		if err := r.decide(behind); err != nil {
			return nil, fmt.Errorf("voyage: %w", err)
		}
	}
	for i := range r.Findings {
		r.Warnings = append(r.Warnings, r.Findings[i].warnings()...)
	}
	r.rollUp()
	r.measures()
	r.Missing = v.missing()
	return r, nil
}

// finding makes a Finding of a subject and its answer.
func finding(s *subject, a answer) Finding {
	f := Finding{Roles: s.roles, Fields: s.fields, Query: s.query, Result: a.result, Err: a.err}
	if a.err != nil {
		if blank(&s.query) {
			f.Err = fmt.Errorf("%w: %w", screening.ErrUnsearchable, errNoParty)
		}
		return f
	}
	firms := s.query.Kind == lists.Unknown // persons or firms: the roles of ships and persons give a kind
	for i := range a.result.Hits {
		h := &a.result.Hits[i]
		if k := h.Entity.Kind; firms && (k == lists.Vessel || k == lists.Aircraft) && byName(h) {
			continue
		}
		l := levelOf(h.Level)
		f.Listed = append(f.Listed, Listed{Hit: h, Level: l, Tied: -1})
		f.Level = max(f.Level, l)
	}
	return f
}

// reasonOf returns why a party or a number could not be searched, without the words
// that say where in its query.
func reasonOf(err error) error {
	var qe *screening.QueryError
	if errors.As(err, &qe) {
		return qe.Err
	}
	return err
}

// byName reports whether a hit rests on the name.
func byName(h *screening.Hit) bool {
	for i := range h.Steps {
		if h.Steps[i].Base {
			return h.Steps[i].Rule == screening.NameRule
		}
	}
	return false
}

// warnings are those of the party's own Result, with the place of the party before
// them.
func (f *Finding) warnings() (out []error) {
	if f.Result == nil {
		return nil
	}
	for _, w := range f.Result.Warnings {
		var qe *screening.QueryError
		if errors.As(w, &qe) {
			out = append(out, problem(f.Fields[0]+"."+qe.Field, qe.Value, qe.Err))
			continue
		}
		out = append(out, problem(f.Fields[0], "", w))
	}
	return out
}

// unsearchable returns an error where nothing in the voyage could be searched or
// checked, and counts what could not.
func (r *Result) unsearchable() error {
	var first error
	searched := len(r.Places) > 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Err == nil {
			searched = true
		} else if r.Unsearched++; first == nil {
			first = f.Err
		}
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Err != nil {
			r.Warnings = append(r.Warnings, problem(f.Fields[0], f.Name(), fmt.Errorf("%w: %w", ErrNotChecked, reasonOf(f.Err))))
		}
	}
	for _, text := range [...]string{r.Voyage.Cargo, r.Voyage.Payment} {
		searched = searched || text != ""
	}
	checked := len(r.Voyage.Ports)+len(r.Voyage.Countries)+len(r.Voyage.Flag)+len(r.Voyage.Ship.Flags) > 0
	for _, w := range r.Warnings {
		checked = checked && !errors.Is(w, ErrNotChecked)
	}
	switch {
	case searched || checked:
		return nil
	case first != nil:
		return fmt.Errorf("voyage: nothing in it could be searched: %w", first)
	case len(r.Warnings) > 0:
		return fmt.Errorf("voyage: %w: %w", screening.ErrUnsearchable, r.Warnings[0])
	}
	return fmt.Errorf("voyage: %w", screening.ErrUnsearchable)
}
