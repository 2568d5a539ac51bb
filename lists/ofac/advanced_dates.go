package ofac

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// lateDates gives the Measures of a tag the dates that the features hold for it:
// features stand in the file before the tags.
func (x *xmlFile) lateDates() {
	for i := range x.out.Entities {
		e := &x.out.Entities[i]
		kept := e.Remarks[:0]
		for _, r := range e.Remarks {
			if r.Key != "Listing Date" && r.Key != "Effective Date" || !x.lateDate(e, r) {
				kept = append(kept, r)
			}
		}
		e.Remarks = kept
	}
}

// lateDate reads "Listing Date (CMIC) 03 Jun 2021".
func (x *xmlFile) lateDate(e *lists.Entity, r lists.Remark) bool {
	_, rest, ok := strings.Cut(r.Text, "(")
	name, text, ok2 := strings.Cut(rest, ")")
	d, err := lists.ParseDate(strings.Trim(text, ": "))
	if !ok || !ok2 || err != nil {
		return false
	}
	for i := range e.Measures {
		m := &e.Measures[i]
		if !strings.Contains(m.Programme, name) || !strings.HasPrefix(m.Text, listWord) {
			continue
		}
		if r.Key == "Effective Date" {
			m.Effective = d
		} else {
			m.Listed = d
		}
		return true
	}
	return false
}

// point reads Year, Month and Day, and returns them as text as well. What is no
// day is reported, and zero.
func (x *xmlFile) point(n *feed.Node) (lists.Day, string) {
	var v [3]int
	text := ""
	for i, name := range [...]string{"Year", "Month", "Day"} {
		if t := n.One(name); t != "" {
			v[i], _ = strconv.Atoi(t)
			text = strings.Trim(text+"-"+t, "-")
		}
	}
	d := lists.Day{Year: int16(v[0]), Month: uint8(v[1]), Day: uint8(v[2])}
	ok := v[0] >= 1000 && v[0] <= 2999 && v[1] >= 0 && v[1] <= 12 && v[2] >= 0 && v[2] <= 31
	if ok && v[2] > 28 {
		ok = d == (lists.Date{From: d}).First() && v[2] <= int((lists.Date{From: lists.Day{Year: d.Year, Month: d.Month}}).Last().Day)
	}
	if !ok {
		if text != "" {
			x.add(lists.Problem{Pos: x.in.Pos(n.At), EntityID: strings.Clone(x.cur.e.ID), Field: n.Name, Value: text, Err: lists.ErrDate})
		}
		return lists.Day{}, text
	}
	return d, text
}

// period reads a DatePeriod. The precision stands in its span: from the first to
// the last day of a year is that year, and so for a month. An empty one says
// nothing; one that cannot be has only a Text, and is not ok.
func (x *xmlFile) period(n *feed.Node) (lists.Date, bool) {
	if n == nil {
		return lists.Date{}, false
	}
	for _, name := range [...]string{"CalendarTypeID", "YearFixed", "MonthFixed", "DayFixed"} {
		n.Attr(name)
	}
	var p [4]lists.Day
	var texts [4]string
	circa := false
	for i, end := range [...]string{"Start", "End"} {
		k := n.Kid(end)
		circa = k.Attr("Approximate") == "true" || circa
		for _, name := range [...]string{"YearFixed", "MonthFixed", "DayFixed"} {
			k.Attr(name)
		}
		p[2*i], texts[2*i] = x.point(k.Kid("From"))
		p[2*i+1], texts[2*i+1] = x.point(k.Kid("To"))
	}
	d, ok := span(p[0], p[3], circa)
	if !ok && texts != [4]string{} {
		d.Text = strings.Trim(texts[0]+"/"+texts[3], "/")
		if !p[0].IsZero() && !p[3].IsZero() { // each is a day
			x.add(lists.Problem{Pos: x.in.Pos(n.At), EntityID: strings.Clone(x.cur.e.ID), Field: n.Name, Value: d.Text, Err: lists.ErrDate})
		}
	}
	return d, ok
}

// span makes a date of its first and last day.
func span(from, to lists.Day, circa bool) (lists.Date, bool) {
	if to.IsZero() {
		to = from
	}
	if from.IsZero() || to.Before(from) {
		return lists.Date{}, false
	}
	d := lists.Date{From: from, To: to, Circa: circa}
	first, last := from.Month == 1 && from.Day == 1, to.Month == 12 && to.Day == 31
	switch {
	case from == to:
		d.To = lists.Day{}
	case first && last:
		d.From, d.To = lists.Day{Year: from.Year}, lists.Day{Year: to.Year}
	case from.Day == 1 && to == (lists.Date{From: lists.Day{Year: to.Year, Month: to.Month}}).Last():
		d.From, d.To = lists.Day{Year: from.Year, Month: from.Month}, lists.Day{Year: to.Year, Month: to.Month}
	}
	if d.From == d.To {
		d.To = lists.Day{}
	}
	d.Text = fmt.Sprint(d)
	return d, true
}
