package ofac

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// papers are the words that begin the dates of a document.
var papers = [...]string{" issued ", " expires ", " expired ", " issue date ", " expire date "}

// cutPapers cuts s before the first of the words that begin a date and have
// something before them.
func cutPapers(s string) (head, tail string) {
	for i := 0; i+8 < len(s); i++ {
		if s[i] != ' ' || s[i+1]|0x20 != 'i' && s[i+1]|0x20 != 'e' {
			continue
		}
		for _, w := range papers {
			if foldedPrefix(s[i:], w) {
				return s[:i], s[i:]
			}
		}
	}
	return s, ""
}

// papers reads one of "issued DATE [in PLACE]", "issued by X", "expires DATE".
func (p *parser) papers(id *lists.Identifier, s string, offset int) {
	var to *lists.Date
	v := s
	for _, w := range papers {
		if foldedPrefix(s, w[1:]) {
			v = strings.TrimSpace(s[len(w)-1:])
			to = &id.Issued
			if lower(s[0]) == 'e' {
				to = &id.Expires
			}
			break
		}
	}
	if to == nil || !to.IsZero() {
		addNote(id, s)
		return
	}
	date, place, in := strings.Cut(v, " in ")
	d, err := lists.ParseDate(date)
	if err != nil {
		if !hasDigit(date) {
			addNote(id, s) // "issued by X", "issued under the name Y"
			return
		}
		p.problem(p.at(offset), id.Label, v, errDateText)
		d.Text, in = v, false
	}
	*to = d
	if in {
		addNote(id, "in "+place)
	}
}
