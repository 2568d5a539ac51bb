package lists

import "fmt"

// NameType says what a name is to its bearer.
type NameType uint8

// The types of name, in the order of their weight.
const (
	Primary   NameType = iota // the name the list files the party under
	Alias                     // also known as: a full name of the party
	Former                    // formerly known as: an earlier name; for a ship as good as any other
	WeakAlias                 // a nickname, an acronym, a common word: not for screening on its own (OFAC FAQ 122-125; UN quality "Low")
)

var nameTypeNames = [...]string{"primary", "alias", "former", "weak alias"}

// String returns the type in the field's words.
func (t NameType) String() string {
	if int(t) < len(nameTypeNames) {
		return nameTypeNames[t]
	}
	return fmt.Sprintf("nametype(%d)", t)
}

// MarshalText writes the words of String.
func (t NameType) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *NameType) UnmarshalText(b []byte) error {
	for i, s := range nameTypeNames {
		if s == string(b) {
			*t = NameType(i)
			return nil
		}
	}
	return fmt.Errorf("lists: no type of name is called %q", b)
}

// Name is one name of an entity.
type Name struct {
	Text   string   `json:"text"` // as printed; where a list prints parts only, the parts in the list's own order
	Type   NameType `json:"type"`
	Label  string   `json:"label,omitempty"`  // the list's own word for the type: "aka", "fka", "nka", "Low", "Variation"
	Lang   string   `json:"lang,omitempty"`   // BCP 47, where the list says it
	Script string   `json:"script,omitempty"` // ISO 15924, as the list says or, where it does not, of letters that are not Latin; empty where neither tells
	Parts  []Part   `json:"parts,omitempty"`  // where the list divides the name
	Used   *Period  `json:"used,omitempty"`   // when it was in use; nil where the list does not say, as nearly all do
	ID     string   `json:"id,omitempty"`     // the list's number for the name
}

// Period is a time between two dates, either of which may be unknown.
type Period struct {
	From  Date `json:"from,omitzero"`
	Until Date `json:"until,omitzero"`
}

// Part is a piece of a name with its role, where the list divides names.
type Part struct {
	Role PartRole `json:"role"`
	Text string   `json:"text"`
}

// PartRole says which piece of a name a Part is.
type PartRole string

// The parts of names that lists tell apart.
const (
	Surname    PartRole = "surname"
	Given      PartRole = "given"
	Middle     PartRole = "middle"
	Patronymic PartRole = "patronymic"
	Matronymic PartRole = "matronymic"
	Maiden     PartRole = "maiden"
	Nickname   PartRole = "nickname"
	Title      PartRole = "title"
	Suffix     PartRole = "suffix"
	Whole      PartRole = "whole"
)
