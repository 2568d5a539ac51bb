package synth

import (
	"math/rand/v2"
	"strings"
)

// firm is what the names of one firm are made of.
type firm struct {
	mouth *mouth
	own   word   // what it is called
	place word   // latin empty: none
	line  []word // of business, one to three
	form  word   // latin empty: none
}

func (m *maker) firm() firm {
	r, t := m.r, m.mouth()
	f := firm{mouth: t, own: t.firms.draw(r), line: m.names[:0]}
	if of(r, 25) {
		f.place = m.places.draw(r)
	}
	for n := 1 + r.IntN(3); len(f.line) < n; {
		w := m.business.draw(r)
		if len(f.line) == 0 || f.line[len(f.line)-1] != w {
			f.line = append(f.line, w)
		}
	}
	if of(r, 70) {
		f.form = m.forms.draw(r)
	}
	return f
}

// The ways in which a firm's name is written besides filed, native and otherwise.
const (
	formless = otherwise + 1 + iota // without the legal form
	brief                           // its own name and the first word of its business
	acronym                         // first letters
	firmWays
)

func (f *firm) write(b []byte, way int) []byte {
	all := [6]word{}
	n := 0
	put := func(w word) {
		if w.latin != "" {
			all[n] = w
			n++
		}
	}
	switch way {
	case native:
		if f.mouth.script != "" {
			return f.native(b)
		}
		fallthrough
	default:
		put(f.place)
		put(f.own)
		for _, w := range f.line {
			put(w)
		}
		if way != formless && way != acronym {
			put(f.form)
		}
	case brief:
		put(f.own)
		put(f.line[0])
	}
	for i, w := range all[:n] {
		switch {
		case way == acronym:
			b = append(b, w.latin[0]-'a'+'A')
			continue
		case i > 0:
			b = append(b, ' ')
		}
		s := w.latin
		if way == otherwise {
			s = w.other
		}
		b = append(b, strings.ToUpper(s)...)
	}
	return b
}

func (f *firm) native(b []byte) []byte {
	switch f.mouth.script {
	case "Cyrl":
		return append(capital(append(b, "ООО «"...), f.own.native), "»"...)
	case "Arab":
		return append(append(b, "شركة "...), f.own.native...)
	case "Hans":
		return append(append(b, f.own.native...), "贸易有限公司"...)
	}
	return append(append(b, f.own.native...), "무역회사"...)
}

func (f *firm) way(r *rand.Rand) int {
	switch {
	case f.mouth.script != "" && of(r, 30):
		return native
	case of(r, 15):
		return acronym
	}
	return otherwise + r.IntN(firmWays-1-otherwise)
}
