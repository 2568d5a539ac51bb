package matcher

import (
	"bytes"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

// A name that is another one but for a single slip of the pen is that name,
// whichever word the slip is in and wherever the blanks have got to: KIM SKO
// CHOL, LAUREN TNKUNDA. Word by word such a slip costs a short name too much.

// The score of names that differ by one edit over all, and of names that differ
// in blanks only.
const (
	slipScore   = 900
	blanksScore = 960
)

// wholeLength is the least number of letters of a name that bears a slip
// anywhere: a person's or a firm's, and a ship's, which has fewer words beside it.
const (
	wholeLength     = 6
	wholeShipLength = 8
)

// heldUp is from how many words on the others tell that a known name is a slip for
// another one.
const heldUp = 3

// another reports whether a word that is left on each side is, in a name of few
// words, a known name and not the same, or in any name a single letter: MARIO is
// no slip for MARIA, and John B. none for John K.
func (w *work) another() bool {
	few := len(w.a) < heldUp || len(w.b) < heldUp
	for i := range w.a {
		for j := range w.b {
			if w.usedA&(1<<i) != 0 || w.usedB&(1<<j) != 0 {
				continue
			}
			if len(w.a[i].Text) == 1 && len(w.b[j].Text) == 1 || few && w.rules.distinct(w.a[i].Word(), w.b[j].Word()) {
				return true
			}
		}
	}
	return false
}

// whole returns the score of two names taken in one piece, or 0 where they are
// more than an edit apart, or the edit is in a number.
func whole(a, b *names.Name) int {
	var x, y [128]byte
	s, ok := letters(x[:0], a)
	t, also := letters(y[:0], b)
	least := wholeLength
	if a.Profile() == names.Vessel {
		least = wholeShipLength
	}
	if d := len(s) - len(t); !ok || !also || d > 1 || d < -1 || min(proper(a), proper(b)) < least {
		return 0
	}
	return oneSlip(s, t)
}

// proper counts the letters of a name's words proper, all those of a ship's.
func proper(n *names.Name) int {
	sum := 0
	for i := range n.Tokens {
		if t := &n.Tokens[i]; n.Profile() != names.Organization || t.Class == names.Plain {
			sum += len(t.Text)
		}
	}
	return sum
}

// letters writes the letters of a name of Latin words in one piece. ok is false
// where it holds others, or too many.
func letters(dst []byte, n *names.Name) (_ []byte, ok bool) {
	for i := range n.Tokens {
		t := &n.Tokens[i]
		if t.Script != latinScript && t.Class != names.Number || len(dst)+len(t.Text) > cap(dst) {
			return nil, false
		}
		dst = append(dst, t.Text...)
	}
	return dst, true
}

// oneSlip scores two words that are equal, or one insertion, deletion,
// replacement or swap apart, no digit among what differs; 0 if they are not.
func oneSlip(s, t []byte) int {
	if bytes.Equal(s, t) {
		return blanksScore
	}
	for len(s) > 0 && len(t) > 0 && s[0] == t[0] {
		s, t = s[1:], t[1:]
	}
	for len(s) > 0 && len(t) > 0 && s[len(s)-1] == t[len(t)-1] {
		s, t = s[:len(s)-1], t[:len(t)-1]
	}
	for _, w := range [...][]byte{s, t} {
		for _, c := range w {
			if c >= '0' && c <= '9' {
				return 0
			}
		}
	}
	if len(s)+len(t) == 1 || len(s) == 1 && len(t) == 1 || len(s) == 2 && len(t) == 2 && s[0] == t[1] && s[1] == t[0] {
		return slipScore
	}
	return 0
}
