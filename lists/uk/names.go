package uk

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// nameTypes are the words for the types of names: those of the UK Sanctions List
// first, then those of the older list of OFSI.
var nameTypes = map[string]lists.NameType{
	"primary name": lists.Primary, "primary name variation": lists.Alias, "alias": lists.Alias,
	"prime alias": lists.Primary, "aka": lists.Alias, "fka": lists.Former, "a.k.a": lists.Alias, "f.k.a": lists.Former,
}

// name adds the name of one row. Names 1 to 5 stand before name 6, which is the
// surname of a person and the whole name of a firm or a ship.
func (x *party) name(n [6]string, kind, strength string) {
	text := prose.Join(" ", n[0], n[1], n[2], n[3], n[4], n[5])
	if text == "" || !x.first("name", text, strings.ToLower(kind), strings.ToLower(strength)) {
		return
	}
	is, known := nameTypes[strings.ToLower(kind)]
	if !known {
		is = lists.Alias
		if x.first("nametype", kind) {
			x.problem("Name type", kind, ErrUnknownWord)
		}
	}
	low := strings.ToLower(strength)
	switch {
	case strings.HasPrefix(low, "low"):
		if is != lists.Primary {
			is = lists.WeakAlias
		}
	case low == "" || strings.HasPrefix(low, "good"):
	default:
		if x.first("strength", strength) {
			x.problem("Alias strength", strength, ErrUnknownWord)
		}
	}
	name := lists.Name{Text: text, Type: is, Label: prose.Join(", ", kind, strength)}
	if s := prose.Script(text); s != "Latn" {
		name.Script = s
	}
	if x.e.Kind == lists.Person && n[5] != "" && n[0] != "" {
		name.Parts = append(name.Parts, lists.Part{Role: lists.Given, Text: n[0]})
		if middle := prose.Join(" ", n[1], n[2], n[3], n[4]); middle != "" {
			name.Parts = append(name.Parts, lists.Part{Role: lists.Middle, Text: middle})
		}
		name.Parts = append(name.Parts, lists.Part{Role: lists.Surname, Text: n[5]})
	}
	x.e.Names = append(x.e.Names, name)
	if x.e.Kind == lists.Vessel {
		x.numberedName(text, kind)
	}
}

// numberedName reads a ship's name of the form
//
//	IMO 9274082 ("TM HAI HA 568")
//
// The name in it is an Alias as well.
func (x *party) numberedName(text, kind string) {
	rest, ok := strings.CutPrefix(text, "IMO")
	_, quoted, ok2 := strings.Cut(rest, "(")
	if !ok || !ok2 {
		return
	}
	quoted = strings.Trim(strings.TrimSuffix(strings.TrimSpace(quoted), ")"), "\"'“”‘’ ")
	if quoted != "" && x.first("name", quoted, strings.ToLower(kind), "") {
		x.e.Names = append(x.e.Names, lists.Name{Text: quoted, Type: lists.Alias, Label: kind})
	}
}

// nonLatin adds a name in its original script. The list's own words for script
// and language are unreliable, and some of these names are Latin with accents:
// Script is that of the letters.
func (x *party) nonLatin(text, kind, language string) {
	if text == "" {
		if kind != "" || language != "" {
			x.remark("Non-latin script", prose.Join(", ", kind, language))
		}
		return
	}
	if x.first("original", text) {
		x.e.Names = append(x.e.Names, lists.Name{Text: text, Type: lists.Alias, Label: prose.Join(", ", "non-Latin script", kind, language), Script: prose.Script(text)})
	}
}
