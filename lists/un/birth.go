package un

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// birth reads one INDIVIDUAL_DATE_OF_BIRTH.
func (p *parser) birth(e *lists.Entity, g group) {
	kind, day, year, note := g.one("TYPE_OF_DATE"), g.one("DATE"), g.one("YEAR"), g.one("NOTE")
	from, to := g.one("FROM_YEAR"), g.one("TO_YEAR")
	circa := false
	switch strings.ToUpper(kind) {
	case "", "EXACT", "BETWEEN":
	case "APPROXIMATELY":
		circa = true
	default:
		remark(e, "TYPE_OF_DATE", "TYPE_OF_DATE: "+kind)
		p.problem(e, g.at, "TYPE_OF_DATE", kind, ErrUnknownWord)
	}
	switch {
	case strings.EqualFold(note, "approximately"):
		circa, note = true, ""
	case year != "" && note != "":
		// EXACT 1958 with the note "Sep." is a month.
		if d, err := lists.ParseDate(note + " " + year); err == nil {
			d.Role, d.Circa = lists.Birth, d.Circa || circa
			e.Dates = append(e.Dates, d)
			year, note = "", ""
		}
	case day == "" && from == "" && to == "" && note != "":
		if d, err := lists.ParseDate(note); err == nil {
			d.Role, d.Circa = lists.Birth, d.Circa || circa
			e.Dates = append(e.Dates, d)
			note = ""
		}
	}
	text := day
	switch {
	case day != "":
		p.date(e, g.at, "DATE", day, circa)
	case year != "":
		text = year
		p.date(e, g.at, "YEAR", year, circa)
	case from != "" || to != "":
		text = prose.Join(" to ", from, to)
		p.date(e, g.at, "FROM_YEAR", text, circa)
	}
	if day != "" && year != "" {
		p.date(e, g.at, "YEAR", year, circa)
	}
	if (day != "" || year != "") && (from != "" || to != "") {
		p.date(e, g.at, "FROM_YEAR", prose.Join(" to ", from, to), circa)
	}
	if note != "" {
		remark(e, "date of birth", with(text, note))
	}
}

// aliasBirth reads the birth that an alias states for itself.
func (p *parser) aliasBirth(e *lists.Entity, g group) {
	var day, town, country string
	for _, k := range g.kids { // they have been taken for the remark
		switch k.name {
		case "DATE_OF_BIRTH":
			day = k.text
		case "CITY_OF_BIRTH":
			town = k.text
		case "COUNTRY_OF_BIRTH":
			country = k.text
		}
	}
	if day != "" {
		p.date(e, g.at, "DATE_OF_BIRTH", day, false)
	}
	if where := join(town, country); where != "" {
		e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: where, Code: code(country)})
	}
}

// date adds a date of birth, which keeps its text where it is none.
func (p *parser) date(e *lists.Entity, at place, element, text string, circa bool) {
	d, err := day(text)
	if err != nil {
		p.problem(e, at, element, text, err)
	}
	d.Role, d.Circa = lists.Birth, err == nil && (d.Circa || circa)
	e.Dates = append(e.Dates, d)
}

// day reads a date, with or without the time zone that the XML Schema type date
// may bear: "2015-04-07-04:00". The Text is as printed.
func day(text string) (lists.Date, error) {
	plain := text
	if len(text) > 10 && text[4] == '-' && text[7] == '-' && zone(text[10:]) {
		plain = text[:10]
	}
	d, err := lists.ParseDate(plain)
	d.Text = text
	return d, err
}

// zone reports whether s is a time zone of XML Schema: Z, +03:00, -04:00.
func zone(s string) bool {
	return s == "Z" || len(s) == 6 && (s[0] == '+' || s[0] == '-') && s[3] == ':'
}

// birthPlace reads one INDIVIDUAL_PLACE_OF_BIRTH.
func birthPlace(e *lists.Entity, g group) {
	street, town, region, country := g.one("STREET"), g.one("CITY"), g.one("STATE_PROVINCE"), g.one("COUNTRY")
	note := g.one("NOTE")
	where := join(street, town, region, country)
	if where != "" {
		e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: where, Code: code(country)})
	}
	if note != "" {
		remark(e, "place of birth", with(where, note))
	}
}
