package screening

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// This file weighs addresses by their parts. Two addresses are one where a
// house or box number and a word of the street agree, and the city, as far as
// both name one, does too; or where two words of the street and the city agree.
// Differing addresses say nothing: parties have many and move.

// streetWords are words of streets that tell no street from another.
var streetWords = wordSet(strings.ToUpper(`street st str road rd avenue ave av lane boulevard blvd way square sq no number nr nos floor fl flr unit
	suite ste room rm apt apartment flat building bldg block blk house tower towers center centre complex plaza office p o po box pob
	city town district region province state county area zone free trade north south east west and of the opp opposite near next to
	ul ulitsa pr prospekt dom kv rue calle via strasse sok sokak sk cad cadde mah mahallesi kat`))

// agentAddresses are addresses of registered agents and corporate registries,
// where thousands of firms are registered that have nothing to do with one
// another: words that all stand in such an address.
//
// Sources: the Trust Company of the Marshall Islands (Ajeltake Road, Majuro) and
// the LISCR Trust Company (80 Broad Street, Monrovia) are the statutory registered
// agents of the non-resident companies of these states. Diagoras House, Nicosia,
// is the address of 17 one-ship firms on OFAC's list of July 2021. The others are
// addresses of incorporation agents in the British Virgin Islands and Seychelles
// that unrelated firms of that list share.
var agentAddresses = [...]string{
	"AJELTAKE MAJURO",
	"80 BROAD MONROVIA",
	"DIAGORAS KATELARI",
	"WICKHAMS CAY",
	"AKARA CASTRO",
	"VANTERPOOL PLAZA",
	"FRANCIS RACHEL VICTORIA",
}

// address is an address of a query, made ready.
type address struct {
	text  string
	words []names.Token
	code  string // of the state, where a word or the end of it names one
	agent bool
}

// askedAddress reads an address; ok is false where it has no letter or digit.
func askedAddress(text string) (a address, ok bool) {
	n := names.Organization.Parse(text)
	a = address{text: text, words: n.Tokens, agent: ofAgent(text)}
	if i := strings.LastIndexAny(text, ",\n"); i >= 0 {
		a.code, _ = lists.CountryCode(strings.TrimSpace(text[i+1:]))
	}
	return a, !n.Empty()
}

// ofAgent reports whether all words of a registered agent's address stand in
// text.
func ofAgent(text string) bool {
	if len(text) > 2048 {
		return false
	}
	var words []string
	for w := range strings.FieldsFuncSeq(strings.ToUpper(text), func(r rune) bool {
		return !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r > 0x7f)
	}) {
		words = append(words, w)
	}
next:
	for _, agent := range agentAddresses {
	word:
		for want := range strings.FieldsSeq(agent) {
			for _, w := range words {
				if w == want {
					continue word
				}
			}
			continue next
		}
		return true
	}
	return false
}

// addresses weighs the addresses of both sides: one that agrees counts once.
func (t *tally) addresses(f *facts, e *lists.Entity) {
	agentAsked, agentListed := "", ""
	for i := range f.addresses {
		for j := range e.Addresses {
			l := &e.Addresses[j]
			if !sameAddress(&f.addresses[i], l) {
				continue
			}
			if f.addresses[i].agent || ofAgent(l.Text+" "+l.Street+" "+l.City) {
				if agentAsked == "" {
					agentAsked, agentListed = f.addresses[i].text, addressText(l)
				}
				continue
			}
			t.kinds++
			t.add(AddressRule, f.addresses[i].text, addressText(l), "")
			return
		}
	}
	if agentAsked != "" {
		t.add(AgentAddressRule, agentAsked, agentListed, "")
	}
}

// addressText puts an address on one line.
func addressText(a *lists.Address) string {
	if a.Text != "" {
		return a.Text
	}
	var parts []string
	for _, p := range [...]string{a.Street, a.City, a.Region, a.PostalCode, a.Country} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}

// sameAddress compares an address of a query with a listed one.
func sameAddress(q *address, l *lists.Address) bool {
	if q.code != "" && l.Code != "" && q.code != l.Code {
		return false
	}
	street := l.Street
	if street == "" {
		street = l.Text
	}
	if street == "" {
		return false
	}
	numbers, words := inCommon(q.words, names.Organization.Parse(street).Tokens)
	if l.City == "" {
		// In one piece the city is among the words.
		return numbers >= 1 && words >= 2 || words >= 4
	}
	_, city := inCommon(q.words, names.Organization.Parse(l.City).Tokens)
	return city >= 1 && (numbers >= 1 && words >= 1 || words >= 2)
}

// inCommon counts the numbers and the telling words of a listed text that stand
// in an address.
func inCommon(q, l []names.Token) (numbers, words int) {
	for j := range l {
		x := &l[j]
		if streetWords[strings.ToUpper(x.Text)] || j > 0 && l[j-1].Text == x.Text {
			continue
		}
		number := strings.ContainsAny(x.Text, "0123456789")
		if !number && len(x.Text) < 3 {
			continue
		}
		for i := range q {
			if number && q[i].Text == x.Text {
				numbers++
				break
			}
			if !number && matcher.TokenLikeness(names.Organization, &q[i], x) >= 850 {
				words++
				break
			}
		}
	}
	return numbers, words
}
