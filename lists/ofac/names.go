package ofac

import (
	"fmt"
	"sort"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// primaryName reads SDN_Name.
func (p *parser) primaryName(r *records) {
	text := value(r.fields[1].text)
	if text == "" {
		p.problem(p.pos(mainFile, r.line, r.fields[1].column), "SDN_Name", "", ErrNoName)
		return
	}
	p.name(lists.Name{Text: text, Type: lists.Primary})
}

// aliasesOf takes the rows of alt.csv. All of them are strong: OFAC prints weak
// aliases in the remarks only.
//
//   - aka is an Alias, fka a Former name.
//   - nka, "now known as", is the name that the party bears today, while the list
//     goes on filing it under the older one. It is an Alias, because an entity has
//     one Primary name, the one it is filed under; the Label tells it apart.
func (p *parser) aliasesOf(id uint64) {
	from := sort.Search(len(p.aliases), func(i int) bool { return p.aliases[i].entity >= id })
	for i := from; i < len(p.aliases) && p.aliases[i].entity == id; i++ {
		a := &p.aliases[i]
		a.used = true
		pos := p.pos(altFile, int(a.line), int(a.column))
		if a.notes != "" {
			p.cur.remarks = append(p.cur.remarks, lists.Remark{Key: "alt_remarks", Text: a.notes})
		}
		if a.name == "" {
			p.problem(pos, "alt_name", a.number, ErrNoName)
			continue
		}
		n := lists.Name{Text: a.name, Type: lists.Alias, Label: a.kind, ID: a.number}
		switch a.kind {
		case "aka", "nka":
		case "fka":
			n.Type = lists.Former
		default:
			p.problem(pos, "alt_type", a.kind, ErrUnknownWord)
		}
		p.name(n)
	}
}

// quotedName reads "a.k.a. 'X'" and its like: rest begins behind the opening
// quote. Quotes nest, as in [a.k.a. 'ABU-'UMAR'], so the closing one is the last
// byte of the segment.
//
// A name in quotes is a weak alias, also where it is a former one: it has too few
// letters or is too common to screen for on its own (OFAC FAQ 122-125). Of ships
// that is not so. They change their names for other short and common ones, OFAC
// has moved nearly all their former names into quotes, and the name is what a
// query has: a quoted name of a ship is a full Alias or Former name.
func (p *parser) quotedName(label, rest string, pos lists.Position) bool {
	text, closed := strings.CutSuffix(rest, "'")
	text = strings.TrimSpace(text)
	if text == "" {
		return false
	}
	label = strings.TrimRight(label, " '")
	if !closed {
		p.problem(pos, label, text, fmt.Errorf("%w: the name is not closed", ErrQuote))
	}
	n := lists.Name{Text: text, Type: lists.WeakAlias, Label: label}
	if p.cur.e.Kind == lists.Vessel {
		n.Type = lists.Alias
		if label[0]|0x20 == 'f' {
			n.Type = lists.Former
		}
	}
	p.name(n)
	return true
}

// name adds a name; of persons it divides the name.
func (p *parser) name(n lists.Name) {
	if p.cur.e.Kind == lists.Person {
		var parts [3]lists.Part
		n.Parts = p.store.parts.keep(personParts(n.Text, parts[:0]))
	}
	p.cur.names = append(p.cur.names, n)
}

// personParts divides "SURNAME, Given[, Jr.]" at its first comma and appends the
// parts. Names without a comma (six persons of the list of July 2021) have none.
func personParts(s string, parts []lists.Part) []lists.Part {
	surname, given, ok := strings.Cut(s, ",")
	surname, given = strings.TrimSpace(surname), strings.TrimSpace(given)
	if !ok || surname == "" || given == "" {
		return nil
	}
	parts = append(parts, lists.Part{Role: lists.Surname, Text: surname})
	suffix := ""
	if i := strings.LastIndexByte(given, ','); i >= 0 {
		switch s := strings.TrimSpace(given[i+1:]); s {
		case "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V":
			given, suffix = strings.TrimSpace(given[:i]), s
		}
	}
	parts = append(parts, lists.Part{Role: lists.Given, Text: given})
	if suffix != "" {
		parts = append(parts, lists.Part{Role: lists.Suffix, Text: suffix})
	}
	return parts
}
