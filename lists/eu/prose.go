package eu

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// mentions reads the IMO numbers that prose names. A number in the prose on a
// firm is the firm's own where it passes the check of company numbers and not
// that of ships (IMO resolutions MSC.160(78) and A.1117(30)), or where the word
// "company" stands before it. Every other one is of a ship that the text speaks
// of: it becomes a Relation, and never the entity's own number.
func (p *parser) mentions(e *lists.Entity, at lists.Position, field, text string) {
	eachIMO(text, func(words, number string) {
		company := lists.Identifier{Type: lists.IMOCompany, Value: number, Label: words, Note: "named in " + field}
		_, notCompany := company.Canonical()
		_, notShip := lists.Identifier{Type: lists.IMOShip, Value: number}.Canonical()
		own := notCompany == nil && (notShip != nil || strings.Contains(strings.ToLower(words), "company"))
		switch {
		case holds(e, number):
		case own && e.Kind == lists.Organization:
			e.Identifiers = append(e.Identifiers, company)
		default:
			if notCompany != nil && notShip != nil {
				p.problem(e, at, field, number, notShip)
			}
			e.Relations = append(e.Relations, lists.Relation{Role: lists.OtherRelation, Text: "IMO " + number, Label: words})
		}
	})
}

// holds reports whether an entity has a number, or mentions it.
func holds(e *lists.Entity, number string) bool {
	for _, id := range recent(e.Identifiers) {
		if id.Value == number {
			return true
		}
	}
	for _, r := range recent(e.Relations) {
		if r.Text == "IMO "+number {
			return true
		}
	}
	return false
}

// eachIMO calls do for every number of seven digits, or eight with a zero before
// them, that follows the letters IMO with nothing but signs and words for a
// number between. words is what introduces it.
func eachIMO(text string, do func(words, number string)) {
	for i := 0; ; {
		n := strings.Index(text[i:], "IMO")
		if n < 0 {
			return
		}
		begin := i + n
		i = begin + len("IMO")
		if begin > 0 && (letter(text[begin-1]) || text[begin-1] >= 0x80) || i < len(text) && letter(text[i]) {
			continue
		}
		from := i
		for from < len(text) && from-i <= 24 && (text[from] < '0' || text[from] > '9') {
			from++
		}
		to := from
		for to < len(text) && text[to] >= '0' && text[to] <= '9' {
			to++
		}
		if !numberWords(text[i:from]) || to-from != 7 && (to-from != 8 || text[from] != '0') || to < len(text) && letter(text[to]) {
			continue
		}
		words := text[begin:from]
		for _, before := range [...]string{"company number ", "company ", "number ", "registered owner "} {
			if b := text[max(0, begin-len(before)):begin]; strings.EqualFold(b, before) {
				words = b + words
				break
			}
		}
		do(strings.TrimRight(words, " :.#"), text[from:to])
		i = to
	}
}

// numberWords reports whether s holds only signs and words for a number.
func numberWords(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" .:,;#()-–'’\u00a0º°", r) }) {
		switch w {
		case "number", "no", "num", "nr", "n", "company", "ship", "vessel", "code", "id":
		default:
			return false
		}
	}
	return true
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
