package eu

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// notDesignated is what a listing says that has ended on a day unknown.
const notDesignated = "no longer designated"

// sheet reads a row of the Sanctions Map's sheet or of the Danish table.
func (p *ships) sheet(row cellsOf) {
	l := listing{at: row.pos(0)}
	l.cell, _ = p.cell(row, "vessel name")
	l.imo, l.imoAt = p.cell(row, "imo number")
	number := ""
	if h := p.headers; len(h) > 0 && h[0] == "" && len(row.cells) > 0 {
		number = clean(row.cells[0])
	}
	subject, subjectAt := p.cell(row, "subject to")
	link, _ := p.cell(row, "link")
	if target := p.links[row.line]; target != "" && !strings.HasPrefix(link, "http") {
		link = prose.Join(" ", link, target)
	}
	l.id = prose.Join(" ", "No.", number)
	if number == "" {
		l.id = fmt.Sprintf("line %d", row.line)
	}
	l.key = l.id + " " + l.cell
	a := annexOf("32014R0833", "XLII")
	bare := lists.Alias
	l.m = lists.Measure{Authority: authority, Text: subject}
	switch {
	case subject == "" || strings.Contains(subject, "833/2014"):
		l.m.Programme, l.m.Kinds, l.m.Basis = a.programme, a.kinds, a.basis
		l.annex = "833/2014"
	default:
		l.m.Basis, l.annex = subject, subject
		l.m.Kinds = kindsOf(subject)
		if strings.Contains(subject, "2017/1509") {
			l.m.Programme, bare = "PRK", lists.Former
		} else if strings.Contains(subject, "2016/44") {
			l.m.Programme = "LBY"
		} else {
			p.once(nil, subjectAt, "Subject to", subject, ErrUnknownWord)
		}
	}
	l.m.Basis = prose.Join("; ", l.m.Basis, link)
	l.names = shipNames(l.cell, bare)
	text, at := p.cell(row, "date of application")
	if subject == "" && number == "" {
		if _, numbered := p.columns["link"]; numbered && p.headers[0] == "" {
			if p.marks {
				l.m.Ends, l.m.Kinds, l.m.Text = lists.Date{Text: notDesignated}, nil, notDesignated
				p.ended++
			} else {
				p.once(nil, l.at, "number", "", ErrNoNumber)
			}
		}
	}
	var err error
	l.m.Listed, err = sheetDate(text)
	if err != nil && text == "" {
		err = nil
	}
	e := p.ship(l)
	if err != nil {
		p.problem(e, at, "Date of application", text, err)
		remark(e, "Date of application", "Date of application: "+text)
	}
	if number != "" {
		p.remarkOnce(e, "number", "number: "+number)
	}
	p.others(e, row, sheetColumns[:])
}

// others keeps the cells of the columns that are unknown.
func (p *ships) others(e *lists.Entity, row cellsOf, known []string) {
	if len(row.cells) < len(p.columns) || len(row.cells) > len(p.headers) {
		p.problem(e, row.pos(0), "", "", fmt.Errorf("%w: %d, not %d", ErrColumns, len(row.cells), len(p.headers)))
	}
	for i, c := range row.cells {
		text := clean(c)
		if text == "" || i < len(p.headers) && knownColumn(p, known, i) || i == 0 && len(p.headers) > 0 && p.headers[0] == "" {
			continue
		}
		head := fmt.Sprintf("column %d", i+1)
		if i < len(p.headers) && p.headers[i] != "" {
			head = p.headers[i]
		}
		e.Remarks = append(e.Remarks, lists.Remark{Text: head + ": " + text})
		if i < len(p.headers) && p.headers[i] == "" {
			p.once(e, row.pos(i), head, text, ErrUnknownColumn)
		}
	}
}

// sheetDate reads a date as the tables of ships have it: dd.mm.yyyy, with a stray
// quotation mark, or without its points.
func sheetDate(text string) (lists.Date, error) {
	plain := strings.Trim(text, " ’'‘`.,")
	if len(plain) == 8 && strings.Trim(plain, "0123456789") == "" {
		plain = plain[:2] + "." + plain[2:4] + "." + plain[4:]
	}
	d, err := lists.ParseDate(plain)
	d.Text = text
	return d, err
}
