package eu

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// name reads one nameAlias.
func (p *parser) name(e *lists.Entity, d *detail, id string) {
	n := lists.Name{Text: d.take("wholeName"), Type: lists.Alias, ID: id}
	for _, part := range [...]struct {
		name string
		role lists.PartRole
	}{{"firstName", lists.Given}, {"middleName", lists.Middle}, {"lastName", lists.Surname}} {
		if text := d.take(part.name); text != "" {
			n.Parts = append(n.Parts, lists.Part{Role: part.role, Text: text})
		}
	}
	if n.Text == "" {
		for _, part := range n.Parts {
			n.Text = prose.Join(" ", n.Text, part.Text)
		}
	}
	n.Lang = strings.ToLower(d.take("nameLanguage"))
	if s := prose.Script(n.Text); s != "Latn" {
		n.Script = s
	}
	n.Type, n.Label = nameType(d.remarks)
	if strong := d.take("strong"); strings.EqualFold(strong, "false") {
		n.Type, n.Label = lists.WeakAlias, prose.Join("; ", n.Label, "strong=false")
	}
	if n.Text != "" {
		e.Names = append(e.Names, n)
		for _, v := range variants(n.Text) {
			v.Lang, v.ID = n.Lang, id
			if n.Type != lists.Alias {
				v.Type = n.Type
			}
			if s := prose.Script(v.Text); s != "Latn" {
				v.Script = s
			}
			e.Names = append(e.Names, v)
		}
	}
	for _, r := range d.remarks {
		remark(e, "nameAlias", prose.Join(": ", n.Text, r))
		p.mentions(e, d.at, "nameAlias", r)
	}
	for _, field := range [...]string{"title", "function"} {
		if t := d.take(field); t != "" && !slices.Contains(recent(e.Titles), t) {
			e.Titles = append(e.Titles, t)
		}
	}
	var g lists.Gender
	switch text := d.take("gender"); strings.ToUpper(text) {
	case "M":
		g = lists.Male
	case "F":
		g = lists.Female
	case "", "?":
	default:
		remark(e, "gender", "gender: "+text)
		p.once(e, d.at, "gender", text, ErrUnknownWord)
	}
	if g != "" && e.Gender != "" && g != e.Gender {
		remark(e, "gender", fmt.Sprintf("gender: %s (%s)", g, n.Text))
	} else if g != "" {
		e.Gender = g
	}
}

// formerWords tell a remark on a former name from one on a former office.
var formerWords = [...]string{"former name", "former alias", "formerly listed", "formerly known", "formerly called", "formerly named",
	"previous name", "previously listed", "previously known", "previously named"}

// nameType reads the quality of a name, which the file gives in remarks only:
// "low quality alias" (and its misprints), "good quality alias", "formerly
// listed as", "former name of X".
func nameType(remarks []string) (lists.NameType, string) {
	for _, r := range remarks {
		low := strings.ToLower(r)
		switch {
		case strings.Contains(low, "low quality"), strings.Contains(low, "low-quality"):
			return lists.WeakAlias, "low quality alias"
		case strings.Contains(low, "good quality") && len(low) < 40:
			return lists.Alias, "good quality alias"
		}
		for _, w := range formerWords {
			if strings.Contains(low, w) && len(low) < 200 {
				return lists.Former, w
			}
		}
		if len(low) < 40 && (strings.HasPrefix(low, "formerly") || strings.HasPrefix(low, "f.k.a")) {
			return lists.Former, r
		}
	}
	return lists.Alias, ""
}

// primary chooses the name under which an entity is filed; the file does not
// say. It is the first one in Latin letters that is divided into parts, else the
// one in Latin letters with the lowest logicalId, else the first; weak and former
// names come last.
func primary(e *lists.Entity) {
	best, bestRank, bestID := -1, 0, 0
	for i := range e.Names {
		n := &e.Names[i]
		if n.Type == lists.Primary {
			n.Type = lists.Alias // chosen before, of fewer names
		}
		rank := 0
		switch {
		case n.Type != lists.Alias:
			rank = 3
		case n.Script != "":
			rank = 2
		case len(n.Parts) < 2:
			rank = 1
		}
		id, err := strconv.Atoi(n.ID)
		if err != nil || rank == 0 || rank == 3 {
			id = 0
		}
		if best < 0 || rank < bestRank || rank == bestRank && id < bestID {
			best, bestRank, bestID = i, rank, id
		}
	}
	if best >= 0 && e.Names[best].Type == lists.Alias {
		e.Names[best].Type = lists.Primary
	}
}
