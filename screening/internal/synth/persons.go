package synth

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// person is what the names of one person are made of.
type person struct {
	mouth *mouth
	sur   []word // one, or two of a Spaniard
	given []word // one to three; of a Russian the last is the patronymic
	al    bool   // the surname has an article
}

func (m *maker) person() person {
	r, t := m.r, m.mouth()
	p := person{mouth: t, sur: m.sur[:0], given: m.names[:0]}
	p.sur = append(p.sur, t.surname(r))
	p.given = append(p.given, t.given.draw(r))
	switch t.kind {
	case russian:
		p.given = append(p.given, patronymic(t.given.draw(r)))
	case arabic:
		p.al = of(r, 40)
		for len(p.given) < 3 && of(r, 55) {
			p.given = append(p.given, t.another(r, p.given))
		}
	case spanish:
		if of(r, 70) {
			p.sur = append(p.sur, t.surname(r))
		}
		if of(r, 50) {
			p.given = append(p.given, t.another(r, p.given))
		}
	case chinese, korean:
		if of(r, 85) {
			p.given = append(p.given, t.another(r, p.given))
		}
	default:
		if of(r, 30) {
			p.given = append(p.given, t.another(r, p.given))
		}
	}
	return p
}

// another draws a given name besides others.
func (t *mouth) another(r *rand.Rand, others []word) word {
	for {
		if w := t.given.draw(r); !slices.Contains(others, w) {
			return w
		}
	}
}

// patronymic is of a father's name; near enough to grammar for a test.
func patronymic(w word) word {
	end := func(s, vowels, tail string) string { return strings.TrimRight(s, vowels) + tail }
	return word{end(w.latin, "aeiy", "ovich"), end(w.other, "aeiy", "evich"), end(w.native, "аиьйя", "ович")}
}

// The ways in which a person's name is written.
const (
	filed      = iota // SURNAME, Given Given
	native            // in its own script
	otherwise         // in another romanisation
	spoken            // Given SURNAME
	shorter           // without the last given name
	joined            // given names in one word
	initials          // SURNAME, G.
	personWays = iota
)

// write appends the name as it is written in one way. What a way does not
// change is written as filed.
func (p *person) write(b []byte, way int) []byte {
	given := p.given
	switch way {
	case native:
		return p.native(b)
	case shorter:
		given = given[:max(1, len(given)-1)]
	}
	family := func() {
		if p.al {
			b = append(b, "AL-"...)
		}
		for i, w := range p.sur {
			if i > 0 {
				b = append(b, ' ')
			}
			s := w.latin
			if way == otherwise {
				s = w.other
			}
			b = append(b, strings.ToUpper(s)...)
		}
	}
	if way != spoken {
		family()
		b = append(b, ", "...)
	}
	for i, w := range given {
		if i > 0 && way != joined {
			b = append(b, ' ')
		}
		switch {
		case way == otherwise:
			b = capital(b, w.other)
		case way == initials:
			b = append(capital(b, w.latin[:1]), '.')
		case way == joined && i > 0:
			b = append(b, w.latin...)
		default:
			b = capital(b, w.latin)
		}
	}
	if way == spoken {
		b = append(b, ' ')
		family()
	}
	return b
}

// native appends the name in its own script, as filed where that is Latin.
func (p *person) native(b []byte) []byte {
	switch p.mouth.kind {
	case russian:
		for _, w := range p.sur {
			b = append(capital(b, w.native), ' ')
		}
		for i, w := range p.given {
			if i > 0 {
				b = append(b, ' ')
			}
			b = capital(b, w.native)
		}
	case arabic, persian:
		for _, w := range p.given {
			b = append(append(b, w.native...), ' ')
		}
		if p.al {
			b = append(b, "ال"...)
		}
		b = append(b, p.sur[0].native...)
	case chinese, korean:
		b = append(b, p.sur[0].native...)
		for _, w := range p.given {
			b = append(b, w.native...)
		}
	default:
		return p.write(b, filed)
	}
	return b
}

// way chooses how an alias is written.
func (p *person) way(r *rand.Rand) int {
	if p.mouth.script != "" && of(r, 30) {
		return native
	}
	return otherwise + r.IntN(personWays-otherwise)
}

// capital appends s with its first letter in upper case.
func capital(b []byte, s string) []byte {
	c, n := utf8.DecodeRuneInString(s)
	return append(utf8.AppendRune(b, unicode.ToUpper(c)), s[n:]...)
}
