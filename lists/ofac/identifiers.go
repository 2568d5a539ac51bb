package ofac

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// maxDocument bounds the value of a key that is read as an identifier; the
// longest that OFAC prints has about 130 bytes.
const maxDocument = 400

// identify adds an identifier and reports one that fails the check of its type.
func (p *parser) identify(id lists.Identifier, pos lists.Position) {
	switch id.Type {
	case lists.IMOShip, lists.IMOCompany, lists.MMSI, lists.CallSign:
		if _, err := id.Canonical(); err != nil {
			p.problem(pos, id.Label, id.Value, errors.Unwrap(err)) // the field names type and value already
		}
	}
	p.cur.identifiers = append(p.cur.identifiers, id)
}

// imoType returns the type of an IMO number by the kind of its bearer. The number
// does not tell: one in ten passes both checks.
func (p *parser) imoType() lists.IDType {
	if p.cur.e.Kind == lists.Vessel {
		return lists.IMOShip
	}
	return lists.IMOCompany
}

// vesselRegistration reads the number of a ship:
//
//	IMO 9187629   IMO 9187629 (Panama)   8606173   RS 150443 (Russia)
//
// Seven digits are an IMO number with the letters or without. Other numbers are
// an IMO number only with the letters, and kept as such with a Problem ("IMO
// 15411"); else they are of a national register. Nine companies have their company
// number here: the kind of the entity decides, with a Problem.
func (p *parser) vesselRegistration(label, v string, offset int) bool {
	id, ok := p.readIdentifier(label, v, offset)
	if !ok {
		return false
	}
	number, imo := strings.CutPrefix(id.Value, "IMO")
	number = strings.TrimLeft(number, " .:")
	switch {
	case imo && p.cur.e.Kind == lists.Organization:
		id.Type = lists.IMOCompany
		p.problem(p.at(offset), label, id.Value, fmt.Errorf("a company's IMO number: %w", ErrNotForKind))
	case imo, len(number) == 7 && allDigits(number):
		id.Type = lists.IMOShip
	default:
		id.Type = lists.OfficialNumber
	}
	p.identify(id, p.at(offset))
	return true
}

// legalEntity reads "Legal Entity Number", which is an LEI or a number of a
// national register.
func (p *parser) legalEntity(label, v string, offset int) bool {
	id, ok := p.readIdentifier(label, v, offset)
	if !ok {
		return false
	}
	id.Type = lists.RegistrationNumber
	if lists.ValidLEI(id.Value) {
		id.Type = lists.LEI
	}
	p.identify(id, p.at(offset))
	return true
}

// crypto reads "XBT 1SampleSampleSampleSampleSampleSam"; the currency goes to the
// label, so that the value is the address.
func (p *parser) crypto(label, v string) bool {
	currency, address, ok := strings.Cut(v, " ")
	address = strings.TrimSpace(address)
	if !ok || address == "" || len(currency) > 8 {
		return false
	}
	id := lists.Identifier{Type: lists.CryptoAddress, Value: address, Label: label + " " + currency}
	if l, ok := p.labels[id.Label]; ok {
		id.Label = l
	} else {
		p.labels[id.Label] = id.Label
	}
	p.cur.identifiers = append(p.cur.identifiers, id)
	return true
}

// identifier reads a number under a key that says its type. An organization's
// number that begins with IMO is a company's IMO number under any key.
func (p *parser) identifier(t lists.IDType, label, v string, offset int) bool {
	id, ok := p.readIdentifier(label, v, offset)
	if !ok || !hasDigit(id.Value) && !wordlike(t, label) {
		return false
	}
	id.Type = t
	switch t {
	case lists.RegistrationNumber, lists.OtherID:
		if n, ok := strings.CutPrefix(id.Value, "IMO "); ok && len(n) == 7 && allDigits(n) {
			id.Type = p.imoType()
		}
	}
	p.identify(id, p.at(offset))
	return true
}

// wordlike reports whether an identifier may be without a digit.
func wordlike(t lists.IDType, label string) bool {
	switch t {
	case lists.SWIFT, lists.Security, lists.TailNumber, lists.CallSign, lists.AircraftModeS:
		return true
	}
	return strings.EqualFold(label, "UN/LOCODE")
}

// readIdentifier reads the value of a document:
//
//	NUMBER [(Country)] [issued DATE] [expires DATE]
//
// and the irregular forms of it:
//
//	#H0012345 (Iraq), (2041999)           a number sign and brackets around it are dropped
//	CNIC: 35202-1234567-8 (Pakistan)      the word before the colon is a note
//	T.I. 57111-12345 (Colombia)           so is an abbreviation
//	10345 (Jalisco) (Mexico)              the last bracket is the country, the other a note
//	AF412345 Colombia                     the country without brackets
//	181234-1 Cali (Colombia)              other words behind the number are a note
//	467345, Doc. 694567 (Panama)          so is what follows a comma,
//	OR801234 and Kuwaiti National ID ...  "and", "at"
//	4112345 issued under the name X       or "issued" without a date
//	0312345, Eritrea, Issue Date 21 August 2006, Expire Date 20 August 2008)
//	T01234567, expired 08 May 2013, issued by ...
//	651234 (Jordan) issued 01 Jan 2008 to 31 Dec 2010
//
// It is not ok where no number is left, as in "issued in Sarajevo".
func (p *parser) readIdentifier(label, v string, offset int) (id lists.Identifier, ok bool) {
	if len(v) > maxDocument {
		return id, false
	}
	for _, w := range papers {
		if foldedPrefix(v, w[1:]) {
			return id, false // a date or a place of issue, and no number
		}
	}
	id.Label = strings.TrimRight(label, ": ")
	if strings.HasSuffix(v, ")") && strings.Count(v, ")") > strings.Count(v, "(") {
		v = v[:len(v)-1]
	}
	head, tail := cutPapers(v)
	for tail != "" {
		word, rest := cutPapers(tail[1:])
		p.papers(&id, strings.Trim(word, " ,"), offset)
		tail = rest
	}
	head = strings.Trim(head, " ,")
	if n := len(head); n > 2 && head[0] == '(' && allDigits(head[1:n-1]) && head[n-1] == ')' {
		head = head[1 : n-1]
	}
	head = trimBrackets(head, &id)
	if number, rest, ok := strings.Cut(head, ", "); ok {
		head = number
		for rest != "" {
			var part string
			part, rest, _ = strings.Cut(rest, ", ")
			if id.Country == "" && p.code(part) != "" {
				id.Country = part
				continue
			}
			addNote(&id, part)
		}
	}
	for _, word := range [...]string{" and ", " at "} {
		if i := strings.Index(head, word); i > 0 && hasDigit(head[:i]) {
			addNote(&id, head[i+1:])
			head = head[:i]
		}
	}
	head = trimLabel(head, &id)
	head = p.trimWords(head, &id)
	id.Value = head
	p.cur.paper.fill(&id)
	return id, head != ""
}

func addNote(id *lists.Identifier, s string) {
	switch {
	case s == "":
	case id.Note == "":
		id.Note = s
	default:
		id.Note += "; " + s
	}
}

// trimBrackets takes the country in brackets off the end of a number, and a note
// in brackets before it. Brackets that follow without a blank, or hold a digit,
// are part of the number.
func trimBrackets(s string, id *lists.Identifier) string {
	for range 2 {
		if s == "" || s[len(s)-1] != ')' {
			break
		}
		open, depth := -1, 0
		for i := len(s) - 1; i >= 0 && open < 0; i-- {
			switch s[i] {
			case ')':
				depth++
			case '(':
				if depth--; depth == 0 {
					open = i
				}
			}
		}
		if open < 0 || open > 0 && s[open-1] != ' ' {
			break
		}
		inner := strings.TrimSpace(s[open+1 : len(s)-1])
		if hasDigit(inner) || inner == "" {
			break
		}
		if id.Country == "" {
			id.Country = inner
		} else {
			addNote(id, inner)
		}
		s = strings.TrimRight(s[:open], " ")
	}
	return s
}

// trimLabel takes "No.", "#", a word with a colon, or words with an abbreviation
// off the beginning of a number.
func trimLabel(s string, id *lists.Identifier) string {
	for _, w := range [...]string{"no. ", "no.: "} {
		if foldedPrefix(s, w) {
			s = strings.TrimLeft(s[len(w):], " ")
		}
	}
	if strings.HasPrefix(s, "#") {
		s = strings.TrimLeft(s[1:], " ")
	}
	end, dotted := 0, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ':' && i > 0 && i <= 20 && i+1 < len(s) && !strings.EqualFold(s[:i], "IMO"):
			addNote(id, s[:i])
			return strings.TrimLeft(s[i+1:], " ")
		case c == '.':
			dotted = true
		case c == ' ':
			if dotted {
				end = i
			}
		case digit(c) || !alphanumeric(c):
			i = len(s)
		}
	}
	if end > 0 && hasDigit(s[end:]) {
		addNote(id, s[:end])
		return s[end+1:]
	}
	return s
}

// trimWords takes words of four letters and more off the end of a number: the
// name of a country, else a note.
func (p *parser) trimWords(s string, id *lists.Identifier) string {
	end := len(s)
	for {
		i := strings.LastIndexByte(s[:end], ' ')
		if i < 0 || end-i-1 < 4 || !allLetters(s[i+1:end]) || !hasDigit(s[:i]) {
			break
		}
		end = i
	}
	if end == len(s) {
		return s
	}
	words := s[end+1:]
	if id.Country == "" && p.code(words) != "" {
		id.Country = words
	} else {
		addNote(id, words)
	}
	return s[:end]
}

func allLetters(s string) bool {
	for i := range len(s) {
		if c := s[i]; digit(c) || !alphanumeric(c) && c != '-' && c != '\'' && c < 0x80 {
			return false
		}
	}
	return true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}
