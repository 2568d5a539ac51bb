package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

// printer writes lines and remembers the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// heading begins a part of what is printed, below an empty line.
func (p *printer) heading(format string, args ...any) { p.line("\n"+format, args...) }

// printResult prints a result for a person to read: the level with its reasons, a
// table of the roles, the tree of connections, places, ownership, what is
// forbidden by whom, and what was not given or not used.
func printResult(w io.Writer, r *voyage.Result) error {
	p := &printer{w: w}
	for _, s := range r.Sources {
		date := s.Date()
		if s.Note != "" {
			date = s.Note
		}
		p.line("%s, %d entries, %s", s.Name, s.Entities, date)
	}
	p.heading("VOYAGE %s", strings.ToUpper(r.Level.String()))
	if r.Level == voyage.Nothing {
		p.line("  no match in these lists at threshold %s, and no measure of the table that applies to a place", r.Policy.Threshold)
	}
	for _, why := range r.Reasons {
		of := string(why.Role)
		if of == "" {
			of = why.Field
		}
		p.line("  %-8s  %s: %s", why.Level, of, oneLine(why.Says))
	}
	p.parties(r)
	p.tree(r)
	p.mentions(r)
	p.places(r)
	p.ownership(r)
	p.measures(r)
	if len(r.Missing) > 0 {
		p.heading("NOT GIVEN")
		for _, m := range r.Missing {
			p.line("  %s", m)
		}
	}
	p.hints(r)
	if len(r.Warnings) > 0 {
		p.heading("WARNINGS")
		for _, w := range r.Warnings {
			p.line("  %s", oneLine(w.Error()))
		}
	}
	return p.err
}

// hints prints what is no match and should be seen.
func (p *printer) hints(r *voyage.Result) {
	var lines []string
	for i := range r.Findings {
		f := &r.Findings[i]
		hints := f.Hints
		if f.Result != nil {
			hints = f.Result.Hints
		}
		for _, h := range hints {
			lines = append(lines, fmt.Sprintf("%s: %s", f.Fields[0], h))
		}
	}
	for i := range r.Mentions {
		for _, h := range r.Mentions[i].Hints {
			lines = append(lines, fmt.Sprintf("%s: %s", r.Mentions[i].Field, h))
		}
	}
	if len(lines) == 0 {
		return
	}
	p.heading("HINTS, NO MATCHES")
	for _, l := range lines {
		p.line("  %s", l)
	}
}

// cause is why a party could not be searched, in words.
func cause(err error) string {
	var qe *screening.QueryError
	if errors.As(err, &qe) {
		err = qe.Err
	}
	return plain(err)
}

// parties is the table of the roles.
func (p *printer) parties(r *voyage.Result) {
	if len(r.Roles) == 0 {
		return
	}
	rows := [][]string{{"role", "party", "found", "entry", "programmes"}}
	for _, role := range r.Roles {
		for _, i := range role.Findings {
			f := &r.Findings[i]
			row := []string{string(role.Role), oneLine(f.Name()), f.Level.String(), "", ""}
			switch {
			case f.Err != nil:
				row[2], row[3] = "not searched", oneLine(cause(f.Err))
			case len(f.Listed) > 0:
				h := f.Listed[0].Hit
				row[3] = fmt.Sprintf("%s %s %s", h.Source.Name, h.Entity.ID, oneLine(h.Entity.PrimaryName()))
				row[4] = oneLine(strings.Join(h.Entity.Programmes(), ", "))
				if n := len(f.Listed) + f.Result.More - 1; n > 0 {
					row[3] += fmt.Sprintf(" (and %d more)", n)
				}
			}
			rows = append(rows, row)
		}
	}
	p.heading("PARTIES")
	p.table(rows)
}

// table prints rows in aligned columns.
func (p *printer) table(rows [][]string) {
	const most = 64
	var width []int
	for _, row := range rows {
		for i, text := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], min(most, utf8.RuneCountInString(text)))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, text := range row {
			pad := max(0, width[i]-utf8.RuneCountInString(text))
			b.WriteString("  " + text + strings.Repeat(" ", pad))
		}
		p.line("%s", strings.TrimRight(b.String(), " "))
	}
}

// tree prints the parties that hang together, each with what ties it to others.
func (p *printer) tree(r *voyage.Result) {
	if len(r.Connections) == 0 {
		return
	}
	p.heading("CONNECTIONS")
	for i := range r.Findings {
		var lines []string
		for j := range r.Connections {
			c := &r.Connections[j]
			if c.A.Finding != i && c.B.Finding != i {
				continue
			}
			says := oneLine(c.Says)
			if c.Raises {
				says += " (makes both strong)"
			}
			lines = append(lines, fmt.Sprintf("%s: %s", c.Kind, says))
		}
		if len(lines) == 0 {
			continue
		}
		f := &r.Findings[i]
		p.line("  %s %s", f.Roles[0], oneLine(f.Name()))
		for n, text := range lines {
			branch := "├── "
			if n == len(lines)-1 {
				branch = "└── "
			}
			p.line("  %s%s", branch, text)
		}
	}
}

func (p *printer) mentions(r *voyage.Result) {
	if len(r.Mentions) == 0 {
		return
	}
	p.heading("IN THE TEXTS")
	for i := range r.Mentions {
		m := &r.Mentions[i]
		what := m.Level.String()
		if m.Err != nil {
			what = "not searched: " + oneLine(cause(m.Err))
		}
		if len(m.Listed) > 0 {
			h := m.Listed[0].Hit
			what += fmt.Sprintf(": %s, %s %s", oneLine(h.Entity.PrimaryName()), h.Source.Name, h.Entity.ID)
		}
		if m.Finding >= 0 {
			what += fmt.Sprintf(" (the %s)", r.Findings[m.Finding].Roles[0])
		}
		named := ""
		if len(m.Query.Names) > 0 {
			named = m.Query.Names[0]
		} else if len(m.Query.Identifiers) > 0 {
			named = "IMO " + m.Query.Identifiers[0].Value
		}
		p.line("  %s, byte %d: %s: %s", m.Field, m.Start, oneLine(named), what)
	}
}

func (p *printer) places(r *voyage.Result) {
	if len(r.Places) == 0 {
		return
	}
	p.heading("PLACES")
	for i := range r.Places {
		f := &r.Places[i]
		p.line("  %s %s: %s of %s on %s %s, %s", f.Field, oneLine(f.Given), kinds(f), f.Place.Authority, f.Place.Name(), f.Standing, oneLine(f.Why))
		p.line("    %s", f.Place.Basis)
	}
}

func kinds(f *voyage.PlaceFinding) string {
	var words []string
	for _, k := range f.Place.Kinds {
		words = append(words, string(k))
	}
	return strings.Join(words, ", ")
}

func (p *printer) ownership(r *voyage.Result) {
	if r.Ownership == nil {
		return
	}
	p.heading("OWNERSHIP")
	for i := range r.Ownership.Verdicts {
		v := &r.Ownership.Verdicts[i]
		switch {
		case v.NoListing:
			p.line("  NOT JUDGED  %s  %s: no party of the structure is listed by it in these lists", v.Regime, oneLine(v.Name))
		case p.err == nil:
			p.err = v.Explain(indented{p.w, "  "})
		}
	}
}

// indented writes text with every line set in.
type indented struct {
	w      io.Writer
	indent string
}

func (w indented) Write(b []byte) (int, error) {
	text := strings.TrimSuffix(string(b), "\n")
	end := string(b[len(text):])
	text = strings.ReplaceAll(text, "\n", "\n"+w.indent)
	if text != "" {
		text = w.indent + text
	}
	_, err := io.WriteString(w.w, text+end)
	return len(b), err
}

// measures prints what is forbidden, each authority for itself.
func (p *printer) measures(r *voyage.Result) {
	for i := range r.Measures {
		a := &r.Measures[i]
		p.heading("MEASURES OF %s", oneLine(a.Authority))
		told := map[string]bool{} // a state may be that of a port and of the flag
		for _, m := range a.Measures {
			kind := string(m.Kind)
			if kind == "" {
				kind = "what is forbidden the list does not say"
			}
			text := fmt.Sprintf("%s on %s", kind, oneLine(m.On))
			for _, part := range [...]string{m.Programme, m.Basis, m.Text} {
				if part != "" {
					text += "; " + oneLine(part)
				}
			}
			if !m.Until.IsZero() {
				text += "; until " + m.Until.String()
			}
			if m.Level < voyage.Strong {
				text += "; if it is the one"
			}
			if !told[text] {
				told[text] = true
				p.line("  %s", text)
			}
		}
	}
}

// oneLine makes hostile text fit for a terminal: on one line, without control and
// invisible characters, cut where it is very long.
func oneLine(s string) string {
	const most = 400
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + " ..."
	}
	var b strings.Builder
	for _, r := range s {
		if strconv.IsPrint(r) {
			b.WriteRune(r)
		} else {
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		}
	}
	return b.String()
}
