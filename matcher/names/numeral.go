package names

import (
	"strconv"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
)

// maxRoman is the largest roman numeral that is read as one. Listed ships reach
// XVI (BICENTENARIO XVI); beyond XXXIX letters are likelier to be a word.
const maxRoman = 39

// roman returns the value of a roman numeral in its canonical spelling, or 0.
func roman(s string) int {
	if s == "" || len(s) > len("xxxviii") {
		return 0
	}
	v, prev := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		d := 0
		switch s[i] {
		case 'i':
			d = 1
		case 'v':
			d = 5
		case 'x':
			d = 10
		default:
			return 0
		}
		if d < prev {
			v -= d
		} else {
			v, prev = v+d, d
		}
	}
	if v > maxRoman || v < 1 {
		return 0
	}
	tens := v / 10
	if len(s) < tens || s[:tens] != "xxx"[:tens] || s[tens:] != romanOnes[v%10] {
		return 0
	}
	return v
}

var romanOnes = [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}

// numerals turns roman numerals and number words into numbers, in names of
// ships and firms. A number word counts anywhere; one that is also something
// else, and a roman numeral, counts only at the end of a name, where legal
// forms, prefixes and small words may stand behind it. A roman numeral of one
// letter needs a word of two letters or more right before it: in M V the V is a
// letter.
//
// What is read as a number depends on nothing but the tokens' Text and on where
// the names inside the text end, and is repeated until nothing changes; a Key
// has the same Text and fewer ends, so that reading a Key changes nothing.
func (d *draft) numerals(f forms) {
	if len(d.tokens) < 2 {
		return
	}
	last := false // something counts at the end of a name alone
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.Class == Number {
			continue
		}
		v, safe := numberWord(t)
		switch {
		case safe:
			t.number(v)
		case v > 0, roman(t.Text) > 0:
			last = true
		}
	}
	for changed := last; changed; {
		changed = false
		for end := len(d.tokens); end > 0; end-- {
			if end == len(d.tokens) || d.starts&(1<<end) != 0 {
				changed = d.lastNumeral(f, end) || changed
			}
		}
	}
}

// lastNumeral reads a numeral at the end of the tokens before end, and reports
// whether it found one. There are no more than tokens, so that numerals ends.
func (d *draft) lastNumeral(f forms, end int) bool {
	for i := end - 1; i > 0; i-- {
		t := &d.tokens[i]
		if t.Class == Number {
			return false
		}
		if d.phrase(f, i, end) {
			continue
		}
		v := roman(t.Text)
		if len(t.Text) == 1 && len(d.tokens[i-1].Text) == 1 {
			v = 0
		}
		if v == 0 {
			v, _ = numberWord(t)
		}
		if v > 0 {
			t.number(v)
			return true
		}
		if !d.small(t.Text) {
			return false
		}
	}
	return false
}

// phrase reports whether token i belongs to a legal form or a ship's prefix, in
// the name as a whole or in the part before end.
func (d *draft) phrase(f forms, i, end int) bool {
	if c := d.tokens[i].Class; c == LegalForm || c == Prefix {
		return true
	}
	const reach = 6 // tokens of the longest legal form
	for j := i; j >= 0 && j > i-reach; j-- {
		for _, t := range [...][]string{f.latin, f.latin[:end]} {
			n := 0
			if d.profile == Vessel {
				n, _ = lexicon.VesselPrefix(t, j)
			} else {
				n, _ = lexicon.LegalForm(t, j)
			}
			if j+n > i {
				return true
			}
		}
	}
	return false
}

// numberWord returns the value of a number word in its own script or in Latin,
// or 0, and whether it is nothing else than a number. Of the Latin words that
// are something else as well, only those count that ships' and firms' names end
// in; PAEK TU SAN is a mountain, and ODIN a god.
func numberWord(t *Token) (v int, safe bool) {
	for _, s := range [...]string{t.word.Original, t.Text} {
		if x, kind, ok := lexicon.Number(s); ok && x > 0 {
			if kind&lexicon.Unsafe == 0 {
				return x, true
			}
			if s != t.Text || endsNames(s) {
				v = x
			}
		}
		if t.word.Original == t.Text {
			break
		}
	}
	return v, false
}

func endsNames(s string) bool {
	switch s {
	case "one", "six", "ten", "uno", "dos", "seis", "siete", "segundo", "segunda":
		return true
	}
	return false
}

// number makes t a number, and forgets what its letters said.
func (t *Token) number(v int) {
	t.Class = Number
	t.Text = strconv.Itoa(v)
	rs := t.word.Readings[:1:1]
	rs[0] = Reading{Text: t.Text}
	*t.word = Word{Readings: rs, Original: t.Text}
}
