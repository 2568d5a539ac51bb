package au

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// take reads the row into the entity of its number.
func (p *parser) take() error {
	if !slices.ContainsFunc(p.row.cells, func(c cell) bool { return c.text != "" }) {
		return nil
	}
	p.rows++
	ref := p.cell("reference")
	number, letters := split(ref.text)
	if number == "" {
		if p.bad++; p.bad == 1 {
			p.firstNo = p.row.pos
		}
		p.Add(lists.Problem{Pos: ref.pos, Field: headReference, Value: feed.Clip(ref.text + " " + p.cell("name of individual or entity").text), Dropped: true, Err: ErrReference})
		return nil
	}
	if letters && !reference.MatchString(ref.text) {
		p.Add(lists.Problem{Pos: ref.pos, EntityID: number, Field: headReference, Value: ref.text, Err: ErrReference})
	}
	kind := strings.ToLower(p.cell("name type").text)
	primary := kind == "primary name" || kind == "primary"
	i, ok := p.records[number]
	switch {
	case !ok:
		i = p.entity(number, number)
	case primary && p.hasPrimary(i):
		p.counts[number]++
		id := fmt.Sprintf("%s/%d", number, p.counts[number])
		p.Add(lists.Problem{Pos: ref.pos, EntityID: id, Field: headReference, Value: ref.text, Err: ErrSecondPrimary})
		i = p.entity(number, id)
	case p.last != number:
		p.Add(lists.Problem{Pos: ref.pos, EntityID: p.out.Entities[i].ID, Field: headReference, Value: ref.text, Err: ErrApart})
	}
	p.last = number
	e := &p.out.Entities[i]
	p.kind(i, e)
	p.name(e, kind, primary, ref.text)
	p.person(i, e)
	p.text(i, e)
	p.measure(i, e)
	p.rest(i, e)
	return nil
}

// reference is the shape of the References of further names.
var reference = regexp.MustCompile(`^[0-9]+[a-z]{0,3}[0-9]{0,3}$`)

// split returns the number with which a reference begins, without leading zeros,
// and whether more follows.
func split(ref string) (number string, letters bool) {
	n := 0
	for n < len(ref) && ref[n] >= '0' && ref[n] <= '9' {
		n++
	}
	if n == 0 || n > 9 {
		return "", false
	}
	number = strings.TrimLeft(ref[:n], "0")
	if number == "" {
		return "", false
	}
	return number, n < len(ref)
}

func (p *parser) entity(number, id string) int {
	p.records[number] = len(p.out.Entities)
	if p.counts[number] == 0 {
		p.counts[number] = 1
	}
	p.out.Entities = append(p.out.Entities, lists.Entity{ID: id, Pos: p.row.pos})
	return len(p.out.Entities) - 1
}

func (p *parser) hasPrimary(i int) bool {
	return slices.ContainsFunc(p.out.Entities[i].Names, func(n lists.Name) bool { return n.Type == lists.Primary })
}

func (p *parser) problem(e *lists.Entity, c cell, field, text string, err error) {
	p.Add(lists.Problem{Pos: c.pos, EntityID: e.ID, Field: field, Value: text, Err: err})
}

// kind reads the Type.
func (p *parser) kind(i int, e *lists.Entity) {
	c := p.cell("type")
	word := strings.ToLower(c.text)
	if !p.fresh(i, "type", word) {
		return
	}
	k := lists.Unknown
	switch word {
	case "individual":
		k = lists.Person
	case "entity":
		k = lists.Organization
	case "vessel", "ship":
		k = lists.Vessel
	default:
		p.problem(e, c, "Type", c.text, ErrUnknownWord)
		e.Remarks = append(e.Remarks, lists.Remark{Key: "Type", Text: c.text})
		return
	}
	if e.Kind != lists.Unknown && e.Kind != k {
		p.problem(e, c, "Type", c.text, ErrContradiction)
		e.Remarks = append(e.Remarks, lists.Remark{Key: "Type", Text: c.text})
		return
	}
	e.Kind = k
}

// name reads the name of the row.
func (p *parser) name(e *lists.Entity, kind string, primary bool, ref string) {
	c := p.cell("name of individual or entity")
	c.text = p.raw("name of individual or entity", c.text) // a party may be called NA
	if c.text == "" {
		p.problem(e, c, headName, "", ErrNoName)
		return
	}
	label := p.cell("name type")
	n := lists.Name{Text: c.text, Type: lists.Alias, Label: label.text, ID: ref}
	switch {
	case primary:
		n.Type, n.Label = lists.Primary, ""
	case kind == "aka" || kind == "alias" || kind == "a.k.a.":
	case kind == "original script":
		n.Script = script(n.Text)
	case kind == "formerly known as" || kind == "previously listed as" || kind == "fka":
		n.Type = lists.Former
	default:
		p.problem(e, label, "Name Type", label.text, ErrUnknownWord)
	}
	strength := p.cell("alias strength")
	switch strings.ToLower(strength.text) {
	case "", "strong":
	case "weak":
		n.Type = lists.WeakAlias
	default:
		p.problem(e, strength, "Alias Strength", strength.text, ErrUnknownWord)
		e.Remarks = append(e.Remarks, lists.Remark{Key: "Alias Strength", Text: strength.text})
	}
	e.Names = append(e.Names, n)
}

// raw returns the text of a cell even where it reads "NA".
func (p *parser) raw(column, text string) string {
	if i, ok := p.columns[column]; ok && i < len(p.row.cells) {
		return p.row.cells[i].text
	}
	return text
}

// scripts are the scripts in which the list prints names (ISO 15924).
var scripts = [...]struct {
	table *unicode.RangeTable
	code  string
}{
	{unicode.Arabic, "Arab"}, {unicode.Cyrillic, "Cyrl"}, {unicode.Han, "Hani"}, {unicode.Hangul, "Hang"}, {unicode.Hebrew, "Hebr"},
	{unicode.Myanmar, "Mymr"}, {unicode.Latin, "Latn"}, {unicode.Greek, "Grek"}, {unicode.Georgian, "Geor"}, {unicode.Armenian, "Armn"},
	{unicode.Hiragana, "Hira"}, {unicode.Katakana, "Kana"}, {unicode.Thai, "Thai"}, {unicode.Devanagari, "Deva"}, {unicode.Ethiopic, "Ethi"},
}

// script returns the script of most letters of a name; the empty string where it
// has none of a known one.
func script(s string) string {
	var counts [len(scripts)]int
	for _, r := range s {
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				counts[i]++
				break
			}
		}
	}
	best := slices.Max(counts[:])
	if best == 0 {
		return ""
	}
	return scripts[slices.Index(counts[:], best)].code
}

// person reads birth, citizenship and addresses.
func (p *parser) person(i int, e *lists.Entity) {
	if c := p.cell("date of birth"); p.fresh(i, "date of birth", c.text) {
		p.births(i, e, c)
	}
	if c := p.cell("place of birth"); p.fresh(i, "place of birth", c.text) {
		for _, text := range marked(c.text) {
			if p.fresh(i, "place", text) {
				_, code := lastCountry(text)
				e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: text, Code: code})
			}
		}
	}
	if c := p.cell("citizenship"); p.fresh(i, "citizenship", c.text) {
		for _, text := range marked(c.text) {
			for _, country := range citizenships(text) {
				if !p.fresh(i, "country", strings.ToLower(country.Text)) {
					continue
				}
				e.Countries = append(e.Countries, country)
				if country.Code == "" {
					p.problem(e, c, "Citizenship", country.Text, fmt.Errorf("%w for one country", ErrUnknownWord))
				}
			}
		}
	}
	if c := p.cell("address"); p.fresh(i, "address", c.text) {
		for _, text := range marked(c.text) {
			if p.fresh(i, "one address", text) {
				country, code := lastCountry(text)
				e.Addresses = append(e.Addresses, lists.Address{Text: text, Country: country, Code: code})
			}
		}
	}
}

// imo is an IMO number in prose: the letters, a few words, seven digits.
var imo = regexp.MustCompile(`(?i)\bIMO\)?(?: Company)?(?: ?(?:No\.?|Number|Num\.?|#))? ?[:#]? ?([0-9]{7})\b`)

// text reads the IMO number and the prose.
func (p *parser) text(i int, e *lists.Entity) {
	number := func(c cell, field, text, note string) {
		t := lists.IMOCompany
		if e.Kind == lists.Vessel {
			t = lists.IMOShip
		}
		if !p.fresh(i, "number", text) {
			return
		}
		id := lists.Identifier{Type: t, Value: text, Note: note}
		e.Identifiers = append(e.Identifiers, id)
		if _, err := id.Canonical(); err != nil {
			p.problem(e, c, field, "", err)
		}
	}
	if c := p.cell("imo number"); p.fresh(i, "imo number", c.text) {
		for text := range strings.FieldsFuncSeq(c.text, func(r rune) bool { return r == ';' || r == ',' || r == '/' }) {
			number(c, "IMO Number", strings.TrimSpace(text), "")
		}
	}
	if c := p.cell("additional information"); p.fresh(i, "additional information", c.text) {
		e.Remarks = append(e.Remarks, lists.Remark{Key: "Additional Information", Text: c.text})
		if e.Kind == lists.Person {
			return // a number in the prose on a person is that of a ship or a firm
		}
		for _, m := range imo.FindAllStringSubmatch(c.text, 20) {
			number(c, "Additional Information", m[1], "in Additional Information")
		}
	}
}

// rest keeps the columns that have no place.
func (p *parser) rest(i int, e *lists.Entity) {
	keep := func(k int) {
		c := p.row.cells[k]
		head := fmt.Sprintf("column %d", k+1)
		if k < len(p.heads) && p.heads[k] != "" {
			head = p.heads[k]
		}
		if !p.fresh(i, head, c.text) {
			return
		}
		e.Remarks = append(e.Remarks, lists.Remark{Key: head, Text: c.text})
		if !p.strange[k] {
			p.strange[k] = true
			p.problem(e, c, feed.Clip(head), c.text, ErrUnknownColumn)
		}
	}
	for _, k := range p.extra {
		if k < len(p.row.cells) {
			keep(k)
		}
	}
	for k := len(p.heads); k < len(p.row.cells); k++ {
		keep(k)
	}
}
