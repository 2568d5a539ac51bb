package lists

import "fmt"

// The thresholds of Compare. A designation list loses entries one by one and
// seldom more than a few in a hundred at once; one that loses more has most often
// been cut, filtered, or read wrongly. What a publisher takes off in earnest, such
// as a whole programme, is noticed as well: someone should look.
const (
	// A list has shrunk when it has lost 50 entries in a thousand or more.
	ShrinkPerMille = 50
	// A kind of party, a type of identifier, has shrunk when 100 in a thousand of
	// its entries are gone, and KindLoss at least.
	KindPerMille = 100
	KindLoss     = 5
	// A field has vanished when nobody fills it that FieldEntities or more filled.
	FieldEntities = 5
	// A field that ThinEntities or more filled has thinned out when less than half
	// of its share of the entries is left.
	ThinEntities = 20
)

// Change is something that Compare noticed between two editions of a list.
type Change struct {
	What   ChangeKind `json:"what"`
	Name   string     `json:"name,omitempty"` // of the kind, type or field; empty for the list
	Before int        `json:"before"`
	Now    int        `json:"now"`
}

// ChangeKind says what sort of change it is.
type ChangeKind string

// The changes that Compare notices.
const (
	ListOther      ChangeKind = "another list"    // the names of the two Sources differ: nothing else is compared
	ListEmpty      ChangeKind = "list is empty"   // whatever it was before
	ListOlder      ChangeKind = "list is older"   // published before the earlier one
	ListShrinks    ChangeKind = "list shrinks"    // by ShrinkPerMille
	KindVanishes   ChangeKind = "kind vanishes"   // there were entries of the kind, and none is left
	KindShrinks    ChangeKind = "kind shrinks"    // by KindPerMille
	IDTypeVanishes ChangeKind = "numbers vanish"  // KindLoss identifiers of a type or more, and none is left
	IDTypeShrinks  ChangeKind = "numbers shrink"  // by KindPerMille
	IDTypeFails    ChangeKind = "numbers fail"    // those of a type that fail their check are more by KindLoss and twice as many
	FieldVanishes  ChangeKind = "field vanishes"  // FieldEntities filled it
	FieldThins     ChangeKind = "field thins out" // half of its share is gone
	DroppedMore    ChangeKind = "more dropped"    // Problems with Dropped
)

// String returns the change in one line: "kind shrinks: vessel, from 764 to 12".
func (c Change) String() string {
	s := string(c.What)
	if c.Name != "" {
		s += ": " + c.Name
	}
	if c.What == ListOther || c.What == ListOlder {
		return s
	}
	return s + fmt.Sprintf(", from %d to %d", c.Before, c.Now)
}

// Compare returns what someone should look at before the edition of r replaces the
// earlier one: a list that is empty, older or smaller by the thresholds above, kinds,
// numbers and fields that vanish or shrink, and more dropped values. It returns nil
// where nothing was noticed; growth is not. Where earlier is nil, as for the first
// edition, or holds no entry, only the emptiness of r is told.
func (r *Report) Compare(earlier *Report) []Change {
	var out []Change
	note := func(what ChangeKind, name string, before, now int) {
		out = append(out, Change{what, name, before, now})
	}
	if earlier == nil {
		earlier = &Report{Source: r.Source}
	}
	if earlier.Source.Name != r.Source.Name {
		note(ListOther, fmt.Sprintf("%s after %s", r.Source.Name, earlier.Source.Name), earlier.Entities, r.Entities)
		if r.Entities == 0 {
			note(ListEmpty, "", earlier.Entities, 0)
		}
		return out
	}
	if r.Entities == 0 {
		note(ListEmpty, "", earlier.Entities, 0) // all else follows from it
		return out
	}
	if was, is := earlier.Source.Published, r.Source.Published; !was.IsZero() && !is.IsZero() && is.Before(was) {
		note(ListOlder, r.Source.Date()+" after "+earlier.Source.Date(), earlier.Entities, r.Entities)
	}
	if shrinks(earlier.Entities, r.Entities, ShrinkPerMille) {
		note(ListShrinks, "", earlier.Entities, r.Entities)
	}
	for _, was := range earlier.Kinds {
		switch is := countOf(r.Kinds, was.Name); {
		case was.Count > 0 && is == 0:
			note(KindVanishes, was.Name, was.Count, is)
		case was.Count-is >= KindLoss && shrinks(was.Count, is, KindPerMille):
			note(KindShrinks, was.Name, was.Count, is)
		}
	}
	for _, was := range earlier.Identifiers {
		var is IdentifierTally
		for _, t := range r.Identifiers {
			if t.Type == was.Type {
				is = t
			}
		}
		switch {
		case was.Count >= KindLoss && is.Count == 0:
			note(IDTypeVanishes, string(was.Type), was.Count, is.Count)
		case was.Count-is.Count >= KindLoss && shrinks(was.Count, is.Count, KindPerMille):
			note(IDTypeShrinks, string(was.Type), was.Count, is.Count)
		}
		if before, now := was.Count-was.Valid, is.Count-is.Valid; now-before >= KindLoss && now >= 2*before {
			note(IDTypeFails, string(was.Type), before, now)
		}
	}
	for _, was := range earlier.Fields {
		switch is := countOf(r.Fields, was.Name); {
		case was.Count >= FieldEntities && is == 0:
			note(FieldVanishes, was.Name, was.Count, is)
		case was.Count >= ThinEntities && 2*int64(is)*int64(earlier.Entities) < int64(was.Count)*int64(r.Entities):
			note(FieldThins, was.Name, was.Count, is)
		}
	}
	if before, now := dropped(earlier.Problems), dropped(r.Problems); now > before {
		note(DroppedMore, "", before, now)
	}
	return out
}

// shrinks reports whether now is less than before by perMille or more.
func shrinks(before, now, perMille int) bool {
	return now < before && int64(before-now)*1000 >= int64(before)*int64(perMille)
}

func countOf(all []Tally, name string) int {
	for _, t := range all {
		if t.Name == name {
			return t.Count
		}
	}
	return 0
}

func dropped(all []ProblemTally) int {
	n := 0
	for _, p := range all {
		n += p.Dropped
	}
	return n
}
