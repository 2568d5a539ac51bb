package synth

import "strings"

// ship appends a ship's name, of which she may have had several.
func (m *maker) ship(b []byte) []byte {
	r := m.r
	up := func(w word) { b = append(b, strings.ToUpper(w.latin)...) }
	number := func() {
		b = append(b, [...]string{" 1", " 2", " 3", " 5", " 7", " II", " III", " IV", " 12", " 101"}[r.IntN(10)]...)
	}
	pair := func() {
		w := m.ships.draw(r)
		v := m.ships.draw(r)
		for v == w {
			v = m.ships.draw(r)
		}
		up(w)
		b = append(b, ' ')
		up(v)
	}
	switch n := r.IntN(100); {
	case n < 10:
		pair()
	case n < 18:
		pair()
		number()
	case n < 24:
		up(m.ships.draw(r))
		number()
	case n < 50:
		up(m.ships.draw(r))
		b = append(b, ' ')
		up(m.mouth().firms.draw(r))
	case n < 75:
		up(m.mouth().firms.draw(r))
		number()
	default:
		up(m.mouth().firms.draw(r))
	}
	return b
}

// imo returns the n-th IMO number: six digits in an order that looks drawn, and
// their check digit. No two are the same below 300,000, after which they return.
func imo(n int) string {
	at := 700000 + (n%300000*154321+271828)%300000
	sum, rest := 0, at
	var d [7]byte
	for i := 5; i >= 0; i-- {
		d[i] = '0' + byte(rest%10)
		sum += rest % 10 * (7 - i)
		rest /= 10
	}
	d[6] = '0' + byte(sum%10)
	return string(d[:])
}
