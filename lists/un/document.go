package un

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// documentWords tell the type of a document by a word in what the list calls
// it, the first that fits. TYPE_OF_DOCUMENT2 goes before TYPE_OF_DOCUMENT: all
// that is no passport is a "National Identification Number" in the latter.
var documentWords = [...]struct {
	word string
	is   lists.IDType
}{
	{"passport", lists.Passport}, {"passeport", lists.Passport}, {"pasaporte", lists.Passport}, {"travel document", lists.Passport},
	{"laissez-passer", lists.Passport},
	{"social security", lists.SocialSecurity}, {"ssn ", lists.SocialSecurity},
	{"fiscal code", lists.TaxID}, {"tax", lists.TaxID},
	{"driver", lists.DriverLicence}, {"driving", lists.DriverLicence},
	{"residen", lists.ResidencePermit},
	{"seaman", lists.SeafarerDocument}, {"seafarer", lists.SeafarerDocument},
	{"ration", lists.OtherID}, {"birth certificate", lists.OtherID}, {"certificate", lists.OtherID}, {"voter", lists.OtherID},
	{"student", lists.OtherID}, {"serviceman", lists.OtherID}, {"military", lists.OtherID}, {"other id", lists.OtherID},
	{"alien registration", lists.OtherID},
	{"identi", lists.NationalID}, {"national", lists.NationalID}, {"tazkira", lists.NationalID},
}

// documentType returns the type of a document by the first of the texts in which
// a word of the table stands.
func documentType(texts ...string) lists.IDType {
	for _, text := range texts {
		low := strings.ToLower(text)
		for _, w := range documentWords {
			if strings.Contains(low, w.word) {
				return w.is
			}
		}
	}
	return lists.OtherID
}

// document reads one INDIVIDUAL_DOCUMENT.
func (p *parser) document(e *lists.Entity, g group) {
	first, second := g.one("TYPE_OF_DOCUMENT"), g.one("TYPE_OF_DOCUMENT2")
	number, note := g.one("NUMBER"), g.one("NOTE")
	state, town, country := g.one("ISSUING_COUNTRY"), g.one("CITY_OF_ISSUE"), g.one("COUNTRY_OF_ISSUE")
	where := join(town, country)
	issued := g.one("DATE_OF_ISSUE")
	label := first
	if second != "" && second != first {
		label = prose.Join(": ", first, second)
	}
	id := lists.Identifier{Type: documentType(second, first), Value: number, Country: state, Label: label, Note: note, Expires: expiry(note)}
	if number == "" { // it stands in the name of the type, or in a note
		if id.Value = valueIn(second); id.Value == "" {
			id.Value = valueIn(note)
			id.Type = documentType(second, note, first)
		}
		if id.Value == "" {
			remark(e, "document", prose.Join("; ", label, state, where, issued, note))
			return
		}
	} else if v, printed, ok := numberOf(number); ok {
		id.Value, id.Note = v, prose.Join("; ", number, note)
		if id.Country == "" {
			id.Country = printed
		}
		if wordy(number) {
			id.Type = documentType(second, number, first)
		}
		if !id.Expires.Known() {
			id.Expires = expiry(number)
		}
	}
	if id.Country == "" {
		id.Country = country
	}
	if where != "" && where != id.Country {
		id.Note = prose.Join("; ", "issued in "+where, id.Note)
	}
	if issued != "" {
		d, err := day(issued)
		if err != nil {
			p.problem(e, g.at, "DATE_OF_ISSUE", issued, err)
		}
		id.Issued = d
	}
	e.Identifiers = append(e.Identifiers, id)
}

// numberOf returns the number that stands in NUMBER among other things, and the
// state if it names one. ok is false where NUMBER is a number and no more.
func numberOf(s string) (number, state string, ok bool) {
	if number, state, ok = withState(s); ok && !wordy(number) {
		return number, state, true
	}
	if !wordy(s) && !strings.Contains(s, "(") {
		return "", "", false
	}
	number = valueIn(s)
	if before, _, cut := strings.Cut(s, " "); cut && len(before) > 3 && code(before) != "" {
		state = before
	}
	return number, state, number != "" && number != s
}

// wordy reports whether s holds a word of five small letters, and so says more
// than a number.
func wordy(s string) bool {
	run := 0
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			run = 0
		} else if run++; run == 5 {
			return true
		}
	}
	return false
}

// numberWords stand before a number in prose, without the signs after them.
var numberWords = [...]string{"number", "no", "nº", "card", "code", "passport", "ssn", "document", "licence", "certificate"}

func numberWord(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, ".:,"))
	for _, w := range numberWords {
		if s == w {
			return true
		}
	}
	return false
}

// valueIn returns the number that prose gives, with the letters that belong to
// it: "Tunisian passport number L 191609 issued on ..." gives "L 191609". The
// number is the first word with a digit, and a word for a number stands before
// it, or nothing at all. Where no word does, as in "born on 25 Sep. 1973", it is
// none, and the result the empty string.
func valueIn(s string) string {
	fields := strings.Fields(s)
	named := false
	var out []string
	for i, f := range fields {
		v := strings.TrimRight(f, ".,;)")
		for _, mark := range [...]string{"no.", "No.", "No", "N°"} { // no.03825239
			if after, ok := strings.CutPrefix(v, mark); ok && after != "" && after[0] >= '0' && after[0] <= '9' {
				v, named = after, true
			}
		}
		switch {
		case digit(v) && (named || len(out) > 0 || i == 0) && f[0] != '(':
			if out = append(out, v); v == f || strings.HasSuffix(f, ".") {
				continue
			}
		case digit(v):
		case numberWord(f):
			named = true
			continue
		case len(v) <= 3 && strings.ToUpper(v) == v && v != "" && f[0] != '(' && (len(out) == 0 || !digit(strings.Join(out, ""))):
			out = append(out, v) // L 191609, DE- 473900
			continue
		case !digit(strings.Join(out, "")):
			out = nil
			continue
		}
		break
	}
	if !digit(strings.Join(out, "")) {
		return ""
	}
	return strings.Join(out, " ")
}

// digit reports whether s holds a digit.
func digit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// withState divides a number from the state that is printed with it:
// "R00012098, South Sudan", "Jordan 286062". ok is false where none is.
func withState(s string) (number, state string, ok bool) {
	if before, after, cut := strings.Cut(s, ", "); cut && len(after) > 3 && code(after) != "" {
		return before, after, true
	}
	if before, after, cut := strings.Cut(s, " "); cut && digit(after) && len(before) > 3 && code(before) != "" {
		return after, before, true
	}
	return s, "", false
}

// expiry returns the date that a note gives for the end of a document.
func expiry(note string) lists.Date {
	low := strings.ToLower(note)
	for _, mark := range [...]string{"date of expiration", "expiration date", "expired on", "expires on", "expiring", "expired", "expires", "valid until"} {
		i := strings.Index(low, mark)
		if i < 0 || len(low) != len(note) {
			continue
		}
		fields := strings.Fields(strings.TrimLeft(note[i+len(mark):], ": "))
		for n := min(4, len(fields)); n > 0; n-- {
			if d, err := lists.ParseDate(strings.TrimRight(strings.Join(fields[:n], " "), " .,;)")); err == nil {
				return d
			}
		}
	}
	return lists.Date{}
}

// noteIdentifier reads a passport that the note of an alias names.
func noteIdentifier(e *lists.Entity, note string) {
	low := strings.ToLower(note)
	i := strings.Index(low, "passport n")
	if i < 0 || len(low) != len(note) {
		return
	}
	if v := valueIn(note[i:]); v != "" {
		e.Identifiers = append(e.Identifiers, lists.Identifier{Type: lists.Passport, Value: v, Label: "passport of an alias", Note: note, Expires: expiry(note)})
	}
}
