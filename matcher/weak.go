package matcher

import (
	"math/bits"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// This file tells a strong pair from a weak one. Two names that score the floor
// have a pair at least that is worth more than it costs: a strong one, which an
// index looks for. What the others come to at the most is known from their letters.

// Least returns the likeness from which a pair can be strong that a token of the
// query, which counts for so much, makes with any token of a listed name. It is
// rounded down to one of a few steps, and it is 1, the least there is, where nothing
// is bounded.
func (b *Bound) Least(asked Score) Score {
	r, ok := b.share(0)
	if !b.Useful() || !ok {
		return 1
	}
	for s := Score(980); s > 0; s -= 20 {
		if b.pair(r, &Chance{Like: s + 19, Low: asked / 2, High: asked / 2}) < 0 {
			return s + 20
		}
	}
	return 1
}

// Unfound returns the most that a pair of a token of the query is alike that is less
// than least, or that is not found by its key, its sound or the edits of Slips: faint,
// and further off than that.
func (b *Bound) Unfound(x *Letters, whole bool, least Score) Score {
	if !whole || b.ship {
		return least - 1
	}
	cost := 3
	switch {
	case x.n <= 2:
		cost = 1
	case x.n < 6:
		cost = 2
	}
	return max(least-1, Score(faintTable[min(x.n+2, ratioLetters)][cost]))
}

// Weak returns the most that a pair of a token of the query adds to the margin, whose
// other token counts for other at the least.
func (b *Bound) Weak(like, weight, other Score) int64 {
	r, _ := b.share(0)
	return b.pair(r, &Chance{Like: like, Low: (weight + other) / 2, High: (weight + 1000) / 2})
}

// Cost returns what a token of the query takes off the margin that meets nothing, at
// the least.
func (b *Bound) Cost(l Loose) int64 {
	r, _ := b.share(0)
	return b.alone(r, &l, b.asked)
}

// Missing returns the least that tokens of a listed name, which count for so much, take
// off the margin where they meet nothing.
func (b *Bound) Missing(weight Score) int64 {
	r, _ := b.share(0)
	words := Loose{Words: weight}
	numbers := Loose{Numbers: weight / 2} // the number 1 counts for half
	return min(b.alone(r, &words, b.listed), b.alone(r, &numbers, b.listed))
}

// Gain returns the most that a pair adds to the margin.
func (b *Bound) Gain(like, weight Score) int64 {
	r, ok := b.share(0)
	if !ok {
		return 0
	}
	return max(0, b.pair(r, &Chance{Like: like, Low: weight, High: weight}))
}

// Slips returns how many edits, up to two, may lie between two words of which the
// shorter has so many letters and that are alike by least or more.
func (b *Bound) Slips(short int, least Score) int {
	col := max(0, min(short-2, len(b.rules.edits.one)-1))
	faint := &faintTable[min(short+2, ratioLetters)]
	switch {
	case Score(b.rules.edits.two[col]) >= least, !b.ship && short >= 6 && Score(faint[2]) >= least:
		return 2
	case Score(b.rules.edits.one[col]) >= least, !b.ship && short >= 3 && Score(faint[1]) >= least:
		return 1
	}
	return 0
}

// Strong reports whether a pair of tokens of two scripts is strong that are alike so
// much, where least is what Least returns. Between two scripts all that is alike is.
func Strong(a, b names.Script, like, least Score) bool { return like >= least || a != b }

// Foreign reports whether a token is printed in another script than Latin.
func Foreign(t *names.Token) bool { return t.Script != latinScript }

// Letters is what WeakMost needs to know of a token.
type Letters struct {
	consonants, vowels uint32 // the letters that occur, by their last five bits
	mask               uint32 // those of all readings, as in names.Word
	script             script.Script
	n, whole           uint8 // letters of the text that faint pairs are made by, and all
	first              byte
	kind               uint8
	known              bool // see ofPersons
	plain              bool // Latin, of kind plainLetters or knownLetters
}

// The kinds of Letters.
const (
	plainLetters  = iota
	openLetters   // it is read in several ways, or without vowels
	numberLetters // equal to numbers only
	initialLetter // it meets what it begins
	knownLetters  // a table holds the word, so that it may meet others that look unlike it
	legalLetters  // likewise, and other legal forms of its family
)

// MakeLetters reads a token.
func MakeLetters(t *names.Token) Letters {
	w := t.Word()
	l := Letters{mask: w.Mask, script: t.Script, known: ofPersons(w), whole: uint8(min(len(t.Text), 255))}
	text := t.Text[:min(len(t.Text), ratioLetters)]
	l.n = uint8(len(text))
	for i := range len(text) {
		if vowel(text[i]) {
			l.vowels |= 1 << (text[i] & 31)
		} else {
			l.consonants |= 1 << (text[i] & 31)
		}
	}
	if len(text) > 0 {
		l.first = text[0]
	}
	switch {
	case t.Class == names.Number:
		l.kind = numberLetters
	case t.Class == names.Initial:
		l.kind = initialLetter
	case len(w.Readings) > 1 || w.Readings[0].Vowels != script.VowelsFull || len(t.Text) > ratioLetters:
		l.kind = openLetters
	case t.Class == names.LegalForm && w.Family != lexicon.FamilyNone:
		l.kind = legalLetters
	case len(w.Groups) > 0 || w.Business != 0:
		l.kind = knownLetters
	}
	l.plain = t.Script == latinScript && (l.kind == plainLetters || l.kind == knownLetters)
	return l
}

// Far returns a likeness below which no pair of words adds more to the margin than
// the two take off alone, 0 where any may.
func (b *Bound) Far() Score { return b.far }

// makeFar works out Far. A pair counts for half the weight of its two words; alone
// each takes off its weight by its side's factor.
func (b *Bound) makeFar() (far Score) {
	r, ok := b.share(0)
	if !ok || b.ship {
		return 0
	}
	const heavy, light = 1000, 20 // what words count for
	alone := 2 * r * 1000 * max(b.asked, b.listed) * heavy
	doubt := 1000 * b.other * r * heavy / light   // rounding
	for step := Score(512); step > 0; step /= 2 { // what a pair adds grows with its likeness
		if b.pair(r, &Chance{Like: far + step - 1, Low: heavy, High: heavy}) < -alone-doubt {
			far += step
		}
	}
	return min(far, faintMost)
}

// WeakMost returns at least the likeness of two tokens where that is less than
// least: what is more is found by their keys, their sound, or edits. Where it is
// less than Far it may be given as 1, which stands for any likeness below Far. It
// follows tokens and words, and faint.
func (b *Bound) WeakMost(x, y *Letters, least Score) Score {
	if x.plain && y.plain && least <= b.found {
		// Most words lack more of each other's consonants than edits make good, and
		// what is not found by a key or a sound is no more than faintly alike.
		c := max(bits.OnesCount32(x.consonants&^y.consonants), bits.OnesCount32(y.consonants&^x.consonants))
		if c > int(b.borne[min(x.whole, y.whole, uint8(len(b.borne)-1))]) && 1000*c > int(max(x.n, y.n))*b.slack {
			return b.unlike
		}
	}
	top := least - 1
	switch {
	case x.kind == numberLetters || y.kind == numberLetters:
		return 0
	case x.kind == initialLetter || y.kind == initialLetter:
		if x.kind != y.kind && x.first == y.first {
			return min(700, top)
		}
		return 0
	}
	if x.known && y.known && b.rules == personRules && least <= nicknameGroup && x.kind+y.kind < 2*legalLetters && x.script == latinScript && y.script == latinScript {
		return 0 // two names, or forms of one, which their group finds
	}
	most := Score(0)
	if !b.ship {
		most = FaintMost(x, y)
		if most > 0 && most < b.far {
			most = 1
		}
	}
	short := min(x.whole, y.whole)
	switch {
	case x.script != y.script:
		return most
	case x.kind == legalLetters && y.kind == legalLetters:
		return max(most, min(legalForms, top))
	case syllabic(x.script), x.kind == openLetters, y.kind == openLetters,
		x.kind >= knownLetters && y.kind >= knownLetters && least > nicknameGroup,
		least > sameKoreanWord && max(x.whole, y.whole) <= maxKoreanWord,
		least > b.sound && !apart(x.mask, y.mask, x.script, y.script):
		return max(most, top)
	}
	col := max(0, min(int(short)-2, len(b.rules.edits.one)-1))
	xs, ys := x.consonants|x.vowels, y.consonants|y.vowels
	edits := max(bits.OnesCount32(xs&^ys), bits.OnesCount32(ys&^xs), int(max(x.whole, y.whole)-short))
	switch {
	case edits <= 1:
		most = max(most, min(top, Score(max(b.rules.edits.one[col], b.rules.edits.two[col]))))
	case edits == 2:
		most = max(most, min(top, Score(b.rules.edits.two[col])))
	}
	return most
}

// Mark is what Near needs to know of a word, in little room: its consonants by their
// last five bits, which are 1 to 26; above them the number of its letters; bit 0 tells
// that it may be alike to others by more than its letters.
type Mark uint32

const (
	markOpen    = 1
	markLetters = 27 // bits below it
	consonants  = 1<<markLetters - 2
)

// Mark returns the mark of a token. Near holds it against plain Latin words, which are
// faintly alike at the most to words of other scripts that are not found, and not
// alike to numbers.
func (x *Letters) Mark() Mark {
	m := Mark(x.consonants&consonants | uint32(x.n)<<markLetters)
	if x.script == latinScript && (x.kind == openLetters || x.kind == initialLetter) {
		m |= markOpen
	}
	return m
}

// Near appends to dst the places of those marks for whose words WeakMost may return
// Far or more with x: of most words it is told quicker so that it does not.
func (b *Bound) Near(dst []int32, x *Letters, marks []Mark, least Score) []int32 {
	if !x.plain || least > b.found {
		for k := range marks {
			dst = append(dst, int32(k))
		}
		return dst
	}
	var bears [1 << (32 - markLetters)]int // consonants, by the letters of the word
	for n := range bears {
		bears[n] = max(int(b.borne[min(int(x.n), n, len(b.borne)-1)]), max(int(x.n), n)*b.slack/1000)
	}
	own := x.consonants & consonants
	for k, m := range marks {
		its := uint32(m) & consonants
		if m&markOpen != 0 || max(bits.OnesCount32(own&^its), bits.OnesCount32(its&^own)) <= bears[m>>markLetters] {
			dst = append(dst, int32(k))
		}
	}
	return dst
}

// Sum is what is known of all words of a row together. The zero Sum is of no words.
type Sum struct {
	letters    uint32 // the consonants of all words, by their last five bits, which are 1 to 26; above them the letters of the longest word; bit 0 tells that one may be alike to others by more than its letters
	total, max int16  // what the words count for together, and each at the most
}

const (
	sumOpen    = markOpen
	sumLongest = markLetters
)

// Add takes in a word that counts for so much.
func (s *Sum) Add(l *Letters, weight Score) {
	longest := max(s.letters>>sumLongest, uint32(l.n))
	s.letters = s.letters&(1<<sumLongest-1) | l.consonants&consonants | longest<<sumLongest
	if !l.plain && l.kind != numberLetters && (l.kind != legalLetters || l.script != latinScript) {
		s.letters |= sumOpen
	}
	s.total += int16(weight)
	s.max = max(s.max, int16(weight))
}

// Parted reports whether WeakMost returns less than Far, or 0, for x and every word of
// a sum.
func (b *Bound) Parted(x *Letters, s *Sum, least Score) bool {
	if !x.plain || s.letters&sumOpen != 0 || least > b.found {
		return false
	}
	c := bits.OnesCount32(x.consonants &^ s.letters) // or more, to each word
	if c <= int(b.borne[min(x.whole, uint8(len(b.borne)-1))]) {
		return false
	}
	// A word that is longer by d letters than x costs d edits.
	n := min(max(int(x.n), int(s.letters>>sumLongest)), int(x.n)+c)
	return 1000*c > n*b.slack
}

// Rest returns what the words of a sum count for at the least, without so many of them.
func (s *Sum) Rest(words int) Score { return Score(int(s.total) - words*int(s.max)) }

// FaintMost returns at least the likeness that Compare gives two words that it
// finds faintly alike: every letter that one of them lacks takes an edit.
func FaintMost(x, y *Letters) Score {
	n := max(x.n, y.n)
	cost := max(
		2*bits.OnesCount32(x.consonants&^y.consonants)+bits.OnesCount32(x.vowels&^y.vowels),
		2*bits.OnesCount32(y.consonants&^x.consonants)+bits.OnesCount32(y.vowels&^x.vowels),
		2*int(n-min(x.n, y.n)))
	return Score(faintTable[n][min(cost, 2*ratioLetters)])
}

// FaintLikeness returns the likeness that Compare gives two tokens that it finds
// no more than faintly alike: nothing in ships' names.
func FaintLikeness(p *names.Profile, a, b *names.Token) Score {
	if r := rulesOf(p); r == vesselRules || r.distinct(a.Word(), b.Word()) {
		return 0
	}
	return Score(max(0, (ratio(a.Text, b.Text)-faintFrom)*faintMost/(1000-faintFrom)))
}

// ratioLetters is how many letters ratio reads.
const ratioLetters = 24

// faintTable has the likeness of faint pairs by the length of the longer word
// and twice the edits.
var faintTable = makeFaintTable()

func makeFaintTable() (t [ratioLetters + 1][2*ratioLetters + 1]int16) {
	for n := 1; n <= ratioLetters; n++ {
		for c := range 2*n + 1 {
			r := 1000 * (2*n - c) / (2 * n)
			t[n][c] = int16(max(0, (r-faintFrom)*faintMost/(1000-faintFrom)))
		}
	}
	return t
}
