package ofac

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// fact is what the XML formats say of a party under the name of a type: a row of
// idList, a Feature, an IDRegDocument.
type fact struct {
	label    string // the name of the type: "Passport", "Former Vessel Flag"
	value    string
	paper    paper
	date     lists.Date // where the format says it in figures
	document bool       // the format says that it is a document, whatever its type
}

// paper is what the XML formats say of a document beside its number.
type paper struct {
	country, authority, place, note string
	issued, expires                 lists.Date
	is                              bool
}

// columns are the names of features that are columns in the CSV files, and what
// becomes of them; all other names stand in the table of remarks.
var columns = map[string]struct {
	target target
	arg    string
}{
	"birthdate":            {toDate, string(lists.Birth)},
	"place of birth":       {toPlace, string(lists.BirthPlace)},
	"nationality country":  {toCountry, string(lists.Nationality)},
	"citizenship country":  {toCountry, string(lists.Citizenship)},
	"nationality":          {toCountry, string(lists.Nationality)},
	"citizenship":          {toCountry, string(lists.Citizenship)},
	"duns number":          {toIdentifier, string(lists.DUNS)},
	"micex":                {toIdentifier, string(lists.Security)},
	"registration country": {toCountry, string(lists.Registration)},
}

// fact files one fact. It goes where the same words go in the remarks of the CSV
// files; what the formats have in fields of their own (country, dates) is taken
// from there.
func (x *xmlFile) fact(f *fact) {
	b := &x.cur
	if f.value == "" && f.date.Known() {
		f.value = f.date.Text
	}
	label := strings.ToLower(f.label)
	switch label {
	case "vessel type":
		if d := b.vessel(); d.Type == "" {
			d.Type = f.value
		} else {
			d.OtherTypes = append(d.OtherTypes, f.value)
		}
		return
	case "vessel owner":
		if d := b.vessel(); d.Owner == "" {
			d.Owner = f.value
			return
		}
	case "vessel tonnage":
		if d := b.vessel(); d.Tonnage.Text == "" {
			d.Tonnage = lists.ParseQuantity(f.value)
			return
		}
	case "vessel gross registered tonnage", "vessel gross tonnage":
		if d := b.vessel(); d.GrossTonnage.Text == "" {
			d.GrossTonnage = lists.ParseQuantity(f.value)
			return
		}
	}
	if c, ok := columns[label]; ok {
		if x.column(c.target, c.arg, f) {
			return
		}
	}
	s := strings.TrimSpace(f.label + " " + f.value)
	k, v, ok := match(s)
	if ok && v == "" && f.paper.country != "" && (keys[k].target == toCountry || keys[k].target == toFlag) {
		v, f.paper.country = f.paper.country, ""
		s += " " + v
	}
	if ok && keys[k].target == toDate && f.date.Known() {
		f.date.Role = lists.DateRole(keys[k].arg)
		b.dates = append(b.dates, f.date)
		return
	}
	b.paper = f.paper
	b.paper.is = true
	done := ok && (v != "" || keys[k].target == toRemark) && x.file(k, s, v, 0, false)
	b.paper = paper{}
	switch {
	case done:
	case f.value != "" && (f.document || f.paper.country != "" || f.paper.issued.Known() || f.paper.expires.Known()) && (!ok || keys[k].target == toIdentifier):
		id := lists.Identifier{Type: lists.OtherID, Value: f.value, Label: f.label}
		if ok && keys[k].target == toIdentifier {
			id.Type = lists.IDType(keys[k].arg)
		} else {
			x.once("type "+f.label, f.value, feed.Place{Line: b.line, Column: b.column}, false)
		}
		f.paper.fill(&id)
		b.identifiers = append(b.identifiers, id)
	default:
		r := lists.Remark{Text: s}
		if ok {
			r.Key = keys[k].name
		} else {
			x.once("type "+f.label, f.value, feed.Place{Line: b.line, Column: b.column}, false)
		}
		b.remarks = append(b.remarks, r)
		if rest := f.paper.words(); rest != "" {
			b.remarks = append(b.remarks, lists.Remark{Key: r.Key, Text: s + "; " + rest})
		}
	}
}

// column files a fact that is a column in the CSV files.
func (x *xmlFile) column(t target, arg string, f *fact) bool {
	b := &x.cur
	v := f.value
	if v == "" {
		v = f.paper.country
	}
	if v == "" {
		return false
	}
	switch t {
	case toDate:
		if f.date.Known() {
			f.date.Role = lists.DateRole(arg)
			b.dates = append(b.dates, f.date)
			return true
		}
		x.date(lists.DateRole(arg), f.label, v, 0)
	case toPlace:
		b.places = append(b.places, lists.Place{Role: lists.PlaceRole(arg), Text: v, Code: x.placeCode(v)})
	case toCountry:
		b.countries = append(b.countries, lists.Country{Text: v, Code: x.code(v), Role: lists.CountryRole(arg)})
	case toIdentifier:
		x.identify(lists.Identifier{Type: lists.IDType(arg), Value: v, Label: f.label}, x.parser.at(0))
	}
	return true
}

// fill gives an identifier what the format has in fields of their own. What the
// number says of the same itself becomes a note where it differs.
func (p *paper) fill(id *lists.Identifier) {
	if !p.is && p.country == "" && !p.issued.Known() && !p.expires.Known() {
		return
	}
	if p.country != "" {
		if id.Country != "" && id.Country != p.country {
			addNote(id, id.Country)
		}
		id.Country = p.country
	}
	if p.issued.Text != "" {
		id.Issued = p.issued
	}
	if p.expires.Text != "" {
		id.Expires = p.expires
	}
	if p.place != "" {
		addNote(id, "in "+p.place)
	}
	addNote(id, p.authority)
	addNote(id, p.note)
}

// words returns what a paper says, for a remark.
func (p *paper) words() string {
	var id lists.Identifier
	p.fill(&id)
	out := id.Note
	for _, s := range [...]string{id.Country, id.Issued.Text, id.Expires.Text} {
		if s != "" {
			out = strings.TrimPrefix(out+"; "+s, "; ")
		}
	}
	return out
}

// comment reads the remarks of a record: what the formats have no element for,
// divided as in the CSV files, and "(Linked To: X)".
func (x *xmlFile) comment(text string) {
	x.cur.own = len(text)
	for at := 0; at < len(text); {
		s, from, next := nextSegment(text, at)
		at = next
		if s == "" {
			continue
		}
		if foldedPrefix(s, "(linked to: ") && s[len(s)-1] == ')' {
			s, from = s[1:len(s)-1], from+1
		}
		x.segment(s, from, false)
	}
}

// linked divides remarks that hold several "(Linked To: X)" with blanks between.
func linked(text string) string {
	return strings.ReplaceAll(text, ") (Linked To: ", "); (Linked To: ")
}

// programmes sets the programme tags of the entity.
func (x *xmlFile) programmes(tags []string) {
	b := &x.cur
	if len(tags) > 0 {
		b.programmes = strings.Join(tags, "] [")
		b.tags = x.programmeMeasures(b.programmes)
	}
}
