package ofac

import (
	"fmt"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// remarksLimit is where OFAC cuts the Remarks column; the rest stands in the
// file of comments.
const remarksLimit = 1000

// A target says where the value of a key goes.
type target uint8

const (
	toRemark target = iota
	toNote
	toIdentifier
	toIMO
	toVesselRegistration
	toLegalEntity
	toCrypto
	toName
	toIssuerName
	toDate
	toPlace
	toCountry
	toFlag
	toContact
	toGender
	toTitle
	toVesselType
	toAircraftModel
	toAircraftOperator
	toLink
	toMeasure
	toOrder
	toMenu
	toListed
	toEffective
)

// key is a line of tables/remarks.txt.
type key struct {
	folded string // in lower case
	name   string
	target target
	arg    string
}

// match finds the longest key that begins s and returns its place in keys and
// the value behind it. A key that ends in a letter or a digit must be followed by
// nothing, or by a blank, a colon, a comma, a full stop or a bracket.
func match(s string) (k int, value string, ok bool) {
	if s == "" || s[0] >= 0x80 {
		return 0, "", false
	}
	span := keysByByte[lower(s[0])]
	for i := int(span[0]); i < int(span[1]); i++ {
		f := keys[i].folded
		if !foldedPrefix(s, f) {
			continue
		}
		rest := s[len(f):]
		if alphanumeric(f[len(f)-1]) && rest != "" && strings.IndexByte(" :.,(", rest[0]) < 0 {
			continue
		}
		if keys[i].target != toName {
			rest = strings.TrimPrefix(strings.TrimLeft(rest, " "), ":")
			rest = strings.TrimLeft(rest, " ")
		}
		return i, rest, true
	}
	return 0, "", false
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	return c
}

// foldedPrefix reports whether s begins with f, which is in lower case.
func foldedPrefix(s, f string) bool {
	if len(s) < len(f) || lower(s[len(f)-1]) != f[len(f)-1] {
		return false
	}
	for i := range len(f) {
		if lower(s[i]) != f[i] {
			return false
		}
	}
	return true
}

func alphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// withoutAlt takes off "alt. ", which marks the second and later values of a key.
// The order of the values says the same.
func withoutAlt(s string) string {
	if len(s) > 5 && foldedPrefix(s, "alt. ") {
		return strings.TrimLeft(s[5:], " ")
	}
	return s
}

// nextSegment returns the segment of text that begins at or after at, without
// blanks around it, where it begins, and where to go on. A segment ends with a
// semicolon before a blank, at the end of the text or, because the blank is
// missing in one record (7940), before a known key. A quoted name holds what
// looks like an end if it closes later and no known key stands before that.
func nextSegment(text string, at int) (segment string, from, next int) {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	end := segmentEnd(text, at)
	if k, _, ok := match(withoutAlt(text[at:end])); ok && keys[k].target == toName && text[end-1] != '\'' {
		for e := end; e < len(text); {
			if _, _, ok := match(withoutAlt(strings.TrimLeft(text[e+1:], " "))); ok {
				break
			}
			e = segmentEnd(text, e+1)
			if text[e-1] == '\'' {
				end = e
				break
			}
		}
	}
	return strings.TrimRight(text[at:end], " "), at, min(end+1, len(text))
}

// segmentEnd returns the place of the first end of a segment at or after at.
func segmentEnd(text string, at int) int {
	for at < len(text) {
		i := strings.IndexByte(text[at:], ';')
		if i < 0 {
			return len(text)
		}
		at += i
		if at+1 == len(text) || text[at+1] == ' ' {
			return at
		}
		if _, _, ok := match(withoutAlt(text[at+1:])); ok {
			return at
		}
		at++
	}
	return len(text)
}

// remarks reads the Remarks column with its continuation:
//
//	remarks = segment { "; " segment } "."
//	segment = [ "alt. " ] key value | free text
//
// The full stop ends the record and belongs to no value, but it may stand for
// that of the last value as well ("LTD." at the end of a record).
func (p *parser) remarks(id uint64, r *records) {
	b := &p.cur
	f := r.fields[11]
	own := f.text
	if null(own) {
		own = ""
	}
	b.text, b.line, b.column = own, r.line, f.column
	open := len(own) >= remarksLimit && !strings.HasSuffix(own, ".")
	switch c := p.comments[id]; {
	case c != nil && !c.used:
		c.used = true
		b.comment = c
		if own != "" && !open && strings.HasSuffix(strings.TrimRight(own, " "), ".") {
			p.problem(p.pos(commentsFile, c.line, c.column), "Remarks", c.text, ErrContinuation)
			own = strings.TrimSuffix(strings.TrimRight(own, " "), ".") + "; "
		}
		b.text = own + c.text // no separator: OFAC cuts inside words and after blanks
	case open:
		p.problem(p.pos(mainFile, r.line, f.column+len(own)), "Remarks", own[strings.LastIndexByte(own, ';')+1:], ErrCut)
	}
	b.own = len(own)
	text := strings.TrimRight(b.text, " \t")
	if t, ok := strings.CutSuffix(text, "."); ok {
		b.lastDot, text = true, t
	}
	for at := 0; at < len(text); {
		segment, from, next := nextSegment(text, at)
		at = next
		if segment == "" {
			continue
		}
		p.segment(segment, from, b.lastDot && next >= len(text))
	}
}

// at returns the place of a byte of the current remarks.
func (p *parser) at(offset int) lists.Position {
	b := &p.cur
	if offset >= b.own && b.comment != nil {
		return p.pos(commentsFile, b.comment.line, b.comment.column+offset-b.own)
	}
	return p.pos(mainFile, b.line, b.column+offset)
}

// free keeps a segment without a known key: a bare address of the net is a
// Contact, everything else a Remark. What looks like a key is reported.
func (p *parser) free(segment string, offset int) {
	b := &p.cur
	if c, ok := bareContact(segment); ok {
		b.contacts = append(b.contacts, c)
		return
	}
	b.remarks = append(b.remarks, lists.Remark{Text: segment})
	if k := likelyKey(segment); k != "" {
		p.unknown(k, lists.Problem{Pos: p.at(offset), EntityID: strings.Clone(b.e.ID), Value: segment})
	}
}

// bareContact reads "www.x.org", "info@x.com", "http://x (website)", "a@x.org
// (email)".
func bareContact(s string) (lists.Contact, bool) {
	s = strings.TrimSuffix(s, ".")
	v, ok := strings.CutSuffix(s, " (website)")
	if !ok {
		v, _ = strings.CutSuffix(s, " (email)")
	}
	at := strings.IndexByte(v, '@')
	switch {
	case strings.IndexByte(v, ' ') >= 0:
	case foldedPrefix(v, "http://"), foldedPrefix(v, "https://"), foldedPrefix(v, "www."):
		return lists.Contact{Type: lists.Website, Value: v}, true
	case at > 0 && strings.LastIndexByte(v, '.') > at+1 && strings.LastIndexByte(v, '@') == at:
		return lists.Contact{Type: lists.Email, Value: v}, true
	}
	return lists.Contact{}, false
}

// likelyKey returns what looks like a key at the head of a segment that has no
// known one: capitalised words before a colon, before a number that "No.",
// "Number", "ID" or "#" announces, before a date that "Date" announces, or before
// a number with a country in brackets behind it. The empty string is none.
func likelyKey(s string) string {
	const most = 60
	if s[0] < 'A' || s[0] > 'Z' {
		return ""
	}
	head := s[:min(len(s), most)]
	if i := strings.Index(head, ": "); i > 0 {
		return head[:i+1]
	}
	for _, word := range [...]string{" No. ", " No ", " Number ", " Code ", " ID ", " # ", " Date "} {
		if i := strings.Index(head, word); i > 0 && i+len(word) < len(s) && hasDigit(firstWord(s[i+len(word):])) {
			return head[:i+len(word)-1]
		}
	}
	if s[len(s)-1] == ')' {
		for i := 0; i < len(head); i++ {
			if head[i] == ' ' && hasDigit(firstWord(s[i+1:])) {
				return head[:i]
			}
		}
	}
	return ""
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if digit(s[i]) {
			return true
		}
	}
	return false
}

// errDateText is the reason for a date that cannot be read.
var errDateText = fmt.Errorf("%w: the text is kept", lists.ErrDate)
