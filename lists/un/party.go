package un

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// The parts into which the list divides a person's name. They are an order, and
// do not tell which part is a surname: the same custom stands in different
// places in different records.
const (
	FirstName  lists.PartRole = "first"
	SecondName lists.PartRole = "second"
	ThirdName  lists.PartRole = "third"
	FourthName lists.PartRole = "fourth"
)

// record makes an entity of the record that has just ended.
func (p *parser) record() {
	p.out.Entities = append(p.out.Entities, lists.Entity{Kind: p.kind, Pos: p.pos(p.rec.at)})
	e := &p.out.Entities[len(p.out.Entities)-1]
	p.identity(e)
	p.primary(e)
	for _, name := range [...]string{"INDIVIDUAL_ALIAS", "ENTITY_ALIAS"} {
		p.rec.groups(name, func(g group) { p.alias(e, g) })
	}
	if len(e.Names) == 0 {
		p.problem(e, p.rec.at, "FIRST_NAME", "", ErrNoName)
	}
	p.rec.values("TITLE", func(text string, _ place) { e.Titles = append(e.Titles, text) })
	p.rec.values("DESIGNATION", func(text string, _ place) { e.Titles = append(e.Titles, text) })
	p.gender(e)
	p.rec.values("NATIONALITY", func(text string, _ place) { nationality(e, "NATIONALITY", text) })
	p.rec.values("NATIONALITY2", func(text string, _ place) { nationality(e, "NATIONALITY2", text) })
	p.rec.groups("INDIVIDUAL_DATE_OF_BIRTH", func(g group) { p.birth(e, g) })
	p.rec.groups("INDIVIDUAL_PLACE_OF_BIRTH", func(g group) { birthPlace(e, g) })
	p.rec.groups("INDIVIDUAL_DOCUMENT", func(g group) { p.document(e, g) })
	for _, name := range [...]string{"INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"} {
		p.rec.groups(name, func(g group) { address(e, g) })
	}
	p.measure(e)
	for _, name := range [...]string{"SUBMITTED_BY", "SUBMITTED_ON", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD"} {
		if text, _ := p.rec.one(name); text != "" {
			remark(e, name, name+": "+text)
		}
	}
	p.rec.values("LIST_TYPE", func(text string, _ place) { remark(e, "LIST_TYPE", "LIST_TYPE: "+text) })
	p.rest(e)
}

// primary reads the name the party is listed under.
func (p *parser) primary(e *lists.Entity) {
	var parts []lists.Part
	var whole []string
	for _, part := range [...]struct {
		element string
		role    lists.PartRole
	}{{"FIRST_NAME", FirstName}, {"SECOND_NAME", SecondName}, {"THIRD_NAME", ThirdName}, {"FOURTH_NAME", FourthName}} {
		text, _ := p.rec.one(part.element)
		switch {
		case text == "":
		case text == "na" && part.role != FirstName: // the schema's default
			remark(e, part.element, part.element+": na")
		default:
			parts = append(parts, lists.Part{Role: part.role, Text: text})
			whole = append(whole, text)
		}
	}
	if len(parts) > 0 {
		text := strings.Join(whole, " ")
		names := split(text)
		if len(names.texts) != 1 || names.texts[0] != text {
			remark(e, "FIRST_NAME", text)
			parts = nil
		}
		for i, n := range names.texts {
			t := lists.Alias
			if i == 0 {
				t = lists.Primary
			}
			e.Names = append(e.Names, lists.Name{Text: n, Type: t, Parts: several(parts)})
		}
	}
	if text, _ := p.rec.one("NAME_ORIGINAL_SCRIPT"); text != "" {
		names := split(text)
		if len(names.texts) != 1 || names.texts[0] != text {
			remark(e, "NAME_ORIGINAL_SCRIPT", text)
		}
		for _, n := range names.texts {
			e.Names = append(e.Names, lists.Name{Text: n, Type: lists.Alias, Label: "NAME_ORIGINAL_SCRIPT", Script: prose.Script(n)})
		}
	}
}

// several returns parts where there is more than one.
func several(parts []lists.Part) []lists.Part {
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// qualities are the words of QUALITY.
var qualities = [...]struct {
	word string
	is   lists.NameType
}{{"Good", lists.Alias}, {"Low", lists.WeakAlias}, {"a.k.a.", lists.Alias}, {"f.k.a.", lists.Former}}

// alias reads one INDIVIDUAL_ALIAS or ENTITY_ALIAS.
func (p *parser) alias(e *lists.Entity, g group) {
	text, quality, note := g.one("ALIAS_NAME"), g.one("QUALITY"), g.one("NOTE")
	born := join(g.one("DATE_OF_BIRTH"), g.one("CITY_OF_BIRTH"), g.one("COUNTRY_OF_BIRTH"))
	p.aliasBirth(e, g)
	is, knownWord := lists.Alias, text == "" && quality == ""
	for _, q := range qualities {
		if strings.EqualFold(q.word, quality) {
			is, knownWord = q.is, true
		}
	}
	if !knownWord {
		p.problem(e, g.at, "QUALITY", quality, ErrUnknownWord)
	}
	names := split(text)
	more := namesOfNote(note)
	if (names.former || formerNote(note)) && is == lists.Alias {
		is = lists.Former
	}
	whole := len(names.texts) == 1 && names.texts[0] == text
	for _, n := range append(names.texts, more...) {
		name := lists.Name{Text: n, Type: is, Label: quality}
		if s := prose.Script(n); s != "Latn" {
			name.Script = s
		}
		e.Names = append(e.Names, name)
	}
	if born != "" {
		born = "born " + born
	}
	about := text
	if extra := prose.Join("; ", born, note); extra != "" {
		about = with(text, extra)
	} else if whole {
		about = ""
	}
	remark(e, "alias", about)
	if len(names.texts)+len(more) == 0 && quality != "" {
		remark(e, "alias", "QUALITY: "+quality)
	}
	if note != "" {
		noteIdentifier(e, note)
	}
}

// gender reads GENDER.
func (p *parser) gender(e *lists.Entity) {
	text, at := p.rec.one("GENDER")
	switch strings.ToLower(text) {
	case "":
	case "male":
		e.Gender = lists.Male
	case "female":
		e.Gender = lists.Female
	default:
		remark(e, "GENDER", "GENDER: "+text)
		p.problem(e, at, "GENDER", text, ErrUnknownWord)
	}
}

// nationality reads one nationality. "na" is none, and not Namibia.
func nationality(e *lists.Entity, element, text string) {
	if nothing(text) {
		remark(e, element, element+": "+text)
		return
	}
	e.Countries = append(e.Countries, lists.Country{Text: text, Code: code(text), Role: lists.Nationality})
}

// nothing reports whether a text says that there is no value.
func nothing(text string) bool {
	switch strings.ToLower(text) {
	case "na", "n/a", "-", "none", "unknown":
		return true
	}
	return false
}

// code returns the ISO code of a country as the list names it, or nothing.
func code(text string) string {
	c, _ := lists.CountryCode(text)
	return c
}

// address reads one address. A note says what is known about it, and often is
// all there is.
func address(e *lists.Entity, g group) {
	a := lists.Address{Street: g.one("STREET"), City: g.one("CITY"), Region: g.one("STATE_PROVINCE"), PostalCode: g.one("ZIP_CODE"), Country: g.one("COUNTRY")}
	a.Code = code(a.Country)
	note := g.one("NOTE")
	if a != (lists.Address{}) {
		e.Addresses = append(e.Addresses, a)
	}
	if note != "" {
		remark(e, "address", with(join(a.Street, a.City, a.Region, a.PostalCode, a.Country), note))
	}
}

// with puts a note in brackets after a text.
func with(text, note string) string {
	if text == "" {
		return note
	}
	if strings.HasPrefix(note, "(") && strings.IndexByte(note, ')') == len(note)-1 {
		return text + " " + note
	}
	return text + " (" + note + ")"
}

// join joins what is not empty, as one writes an address.
func join(parts ...string) string { return prose.Join(", ", parts...) }
