package au

import (
	"regexp"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// kinds are the columns of measures. Source: DFAT, header of 2026. That a Maritime
// Restriction bars ships from ports is the reading of this package: the wording of
// the columns was not seen in a whole file.
var kinds = [...]struct {
	column string
	kind   lists.MeasureKind
}{
	{"targeted financial sanction", lists.AssetFreeze}, {"travel ban", lists.TravelBan},
	{"arms embargo", lists.ArmsEmbargo}, {"maritime restriction", lists.PortBan},
}

// measure reads the columns of the measure. A record has one measure a committee;
// a listing or an instrument that differs from the first is a Remark.
func (p *parser) measure(i int, e *lists.Entity) {
	programme := p.cell("committees").text
	at := slices.IndexFunc(e.Measures, func(m lists.Measure) bool { return m.Programme == programme })
	if at < 0 {
		at = len(e.Measures)
		if at >= 100 {
			at = 99 // a record has one; the bound keeps the search short
			p.problem(e, p.cell("committees"), "Committees", programme, ErrContradiction)
			e.Remarks = append(e.Remarks, lists.Remark{Key: "Committees", Text: programme})
		} else {
			e.Measures = append(e.Measures, lists.Measure{Authority: authority, Programme: programme})
		}
	}
	m := &e.Measures[at]
	if c := p.cell("instrument of designation"); p.fresh(i, "instrument", c.text) {
		if m.Basis == "" {
			m.Basis = c.text
		} else {
			e.Remarks = append(e.Remarks, lists.Remark{Key: "Instrument of Designation", Text: c.text})
		}
	}
	if c := p.cell("listing information"); p.fresh(i, "listing", c.text) {
		switch {
		case m.Basis == "":
			m.Basis = c.text
		case m.Basis == c.text:
		case m.Text == "":
			m.Text = c.text
		default:
			e.Remarks = append(e.Remarks, lists.Remark{Key: "Listing Information", Text: c.text})
		}
		if m.Listed.Text == "" {
			m.Listed = listed(c)
		}
	}
	if c := p.cell("control date"); c.text != "" {
		d := controlDate(c)
		switch {
		case d.IsZero():
			if p.fresh(i, "control date", c.text) {
				p.problem(e, c, "Control Date", c.text, lists.ErrDate)
				e.Remarks = append(e.Remarks, lists.Remark{Key: "Control Date", Text: c.text})
			}
		case m.Amended.From.Before(d.From):
			m.Amended = d
		}
		if p.control.Before(d.From) {
			p.control = d.From
		}
	}
	for _, k := range kinds {
		c := p.cell(k.column)
		switch strings.ToLower(c.text) {
		case "", "false", "no", "n", "0":
			continue
		case "true", "yes", "y", "1", "x":
		default: // the wording was never seen; what is not a plain yes is shown
			if p.fresh(i, k.column, c.text) {
				e.Remarks = append(e.Remarks, lists.Remark{Key: p.heads[p.columns[k.column]], Text: c.text})
			}
		}
		if !slices.Contains(m.Kinds, k.kind) {
			m.Kinds = append(m.Kinds, k.kind)
		}
	}
}

// controlDate reads a day that is a number or a text.
func controlDate(c cell) lists.Date {
	if c.isDay {
		return lists.Date{From: c.day, Text: c.text}
	}
	d, err := lists.ParseDate(c.text)
	if err != nil || !d.Full() {
		return lists.Date{}
	}
	return d
}

// dayText is a day in the prose of a listing.
var dayText = regexp.MustCompile(`\b[0-9]{1,2}\.? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ?[0-9]{4}\b`)

// listingText is the beginning of a text that tells the day of listing: "Listed
// on: 17 Aug. 2017", "Listed by UN 1267 Committee on 25 January 2001".
var listingText = regexp.MustCompile(`(?i)^(?:first )?listed[^(;.]{0,60}?$`)

// listed reads the day of listing: a number, or the first day of a text that begins
// with it or with "listed". Other days in the text are those of laws.
func listed(c cell) lists.Date {
	if c.isDay {
		return lists.Date{From: c.day, Text: c.text}
	}
	at := dayText.FindStringIndex(c.text)
	if at == nil || at[0] > 0 && !listingText.MatchString(strings.TrimSpace(c.text[:at[0]])) {
		return lists.Date{}
	}
	text := c.text[at[0]:at[1]]
	d, err := lists.ParseDate(spaced(text))
	if err != nil {
		return lists.Date{}
	}
	d.Text = text
	return d
}
