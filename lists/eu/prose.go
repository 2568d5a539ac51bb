package eu

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// mentions reads the IMO numbers that prose names. A number in the prose on a
// firm is the firm's own where it passes the check of company numbers and not
// that of ships (IMO resolutions MSC.160(78) and A.1117(30)), or where the word
// "company" stands before it. Every other one is of a ship that the text speaks
// of: it becomes a Relation, and never the entity's own number.
func (p *parser) mentions(e *lists.Entity, at lists.Position, field, text string) {
	imoWords.Each(text, func(_, _ int, words, number string) {
		company := lists.Identifier{Type: lists.IMOCompany, Value: number, Label: words, Note: "named in " + field}
		_, notCompany := company.Canonical()
		_, notShip := lists.Identifier{Type: lists.IMOShip, Value: number}.Canonical()
		own := notCompany == nil && (notShip != nil || strings.Contains(strings.ToLower(words), "company"))
		switch {
		case prose.Holds(e, number):
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

// imoWords are the words around the IMO numbers of these lists.
var imoWords = prose.IMOWords{
	Between: []string{"number", "no", "num", "nr", "n", "company", "ship", "vessel", "code", "id"},
	Before:  []string{"company number ", "company ", "number ", "registered owner "},
	Gap:     24,
}
