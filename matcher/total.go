package matcher

import (
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// score turns the pairs into one number: the likeness of the pairs by weight,
// against the weight of the pairs and of what met nothing.
func (w *work) score(a, b *names.Name) {
	var like, mass, doubt int64 // over the pairs
	var notes Note
	own := false  // a word proper agrees
	rare := false // and it is one that few bear
	for _, p := range w.out.pairs[:w.out.n] {
		like += int64(p.Weight) * int64(p.Score)
		mass += int64(p.Weight)
		doubt += int64(p.Weight) * int64(Equal-p.Score) / 1000
		if p.Method != Faint && w.proper(p) {
			own = true
			rare = rare || p.Weight >= rareWord
		}
		for i := p.Query.From; i < p.Query.To; i++ {
			for j := p.Listed.From; j < p.Listed.To; j++ {
				if w.a[i].Word().Readings[0].Vowels != w.b[j].Word().Readings[0].Vowels {
					notes |= LessKnown
				}
			}
		}
	}
	if w.reordered() {
		notes |= Reordered
	}
	extra, extraNumber, extraOther := w.loose(w.a, w.usedA, w.wa[:], true, rare)
	sortPairs(w.out.pairs[:w.out.n])
	missing, missingNumber, missingOther := w.loose(w.b, w.usedB, w.wb[:], false, rare)
	other := min(extraOther, missingOther)
	number := extraNumber + missingNumber
	if len(a.Tokens) > len(w.a) {
		extra += 300 * int64(len(a.Tokens)-len(w.a))
	}
	if len(b.Tokens) > len(w.b) {
		missing += 300 * int64(len(b.Tokens)-len(w.b))
	}
	var s int
	switch a.Profile() {
	case names.Vessel:
		s = w.ship(like, mass, extra+missing, number)
	default:
		extra += w.surname()
		s = w.party(like, mass, doubt, extra+extraNumber, missing+missingNumber, other)
		if other > contradicts {
			notes |= Contradicting
			s -= int(int64(w.o.OtherWord) * min(other, 1000) / 1000)
		}
	}
	if notes&Reordered != 0 {
		if a.Profile() == names.Vessel {
			s -= int(w.o.ShipOrder)
		} else {
			s -= int(w.o.Order)
		}
	}
	if extraNumber > 0 && missingNumber > 0 {
		notes |= NumbersDiffer
		if a.Profile() == names.Vessel {
			s = min(s, int(w.o.SisterCap))
		}
	}
	if !own && !w.wholly(like, mass, extra+extraNumber, missing+missingNumber) {
		notes |= NothingOwn
		s = min(s, int(w.o.CommonCap))
	}
	if s < blanksScore {
		if x := whole(a, b); x > s && (x == blanksScore || !w.another()) {
			notes |= OneSlip
			s = x
		}
	}
	w.out.Notes = notes
	w.out.Score = min(clamp(s), Equal-1) // only equal keys are equal
}

// rareWord is the weight from which a word says by itself which party is meant.
const rareWord = 900

// contradicts is the weight from which loose words on both sides are told as a
// contradiction.
const contradicts = 250

// party scores a person's or a firm's name: what the query adds weighs more
// than what it leaves out, and other words weigh more than fewer words.
// Words that are less than equal are, by so much, other words.
func (w *work) party(like, mass, doubt, extra, missing, contrary int64) int {
	o := w.o
	if w.rules == personRules && mass < fewWords {
		extra, missing = extra*6/5, missing*6/5
	}
	other := int64(o.Extra + o.Missing + o.Contradiction - 1000)
	all := 1000*mass + int64(o.Extra)*extra + int64(o.Missing)*missing + int64(o.Contradiction)*contrary + other*doubt
	if all == 0 {
		return 0
	}
	return ease(int(1000 * like / all))
}

// surname returns what the query's extra words weigh besides, where one of them
// is likely to be the surname, the last word while the listed surname met
// another one; where the listed surname met nothing; and any word, while the
// listed party bears one name only.
func (w *work) surname() int64 {
	if w.rules != personRules {
		return 0
	}
	proper, family := 0, uint32(0)
	for j := range w.b {
		switch w.b[j].Class {
		case names.Plain, names.Head, names.Honorific:
			proper++
		}
		if w.b[j].Part == names.FamilyPart {
			family |= 1 << j
		}
	}
	var all, last int64
	for i := range w.a {
		if w.usedA&(1<<i) != 0 {
			last = 0
			continue
		}
		if c := w.a[i].Class; c == names.Plain || c == names.Head {
			last = int64(w.wa[i])
			all += last
		}
	}
	switch {
	case proper == 1:
		return all
	case family == 0 || w.a[0].Part != names.AnyPart:
		return 0
	case w.usedB&family == 0:
		return wrongSurname
	case w.usedB&family == family && last > 0:
		return wrongSurname
	}
	return 0
}

// wrongSurname is what a surname that met nothing weighs besides, however common
// it is.
const wrongSurname = 1000

// fewWords is the weight of agreeing words below which two common names are all
// that agrees, and what is missing beside them says more.
const fewWords = 1200

// ease bends a share of agreement so that a small doubt costs little and
// several cost more than their sum: 1 - (1-s)^2.
func ease(s int) int { return s * (2000 - s) / 1000 }

// shares has, by score, the least share of agreement that ease turns into it.
var shares = makeShares()

func makeShares() (t [Equal + 1]int16) {
	l := 0
	for s := range t {
		for l < int(Equal) && ease(l) < s {
			l++
		}
		t[s] = int16(l)
	}
	return t
}

// ship scores a ship's name: every word of it is needed, and a number that one
// side lacks is a small doubt.
func (w *work) ship(like, mass, words, number int64) int {
	all := 1000*mass + int64(w.o.ShipWord)*words + int64(w.o.ShipNumber)*number
	if all == 0 {
		return 0
	}
	return ease(int(1000 * like / all))
}

// wholly reports whether the names are the same but for legal forms, titles and
// small words: a name of common words is then met all the same.
func (w *work) wholly(like, mass, extra, missing int64) bool {
	return like >= 975*mass && extra <= incidental && missing <= incidental
}

// incidental is the most weight of words that say nothing about who it is.
const incidental = 130

// proper reports whether a pair joins words that tell one party from another.
func (w *work) proper(p Pair) bool {
	for i := p.Query.From; i < p.Query.To; i++ {
		if c := w.a[i].Class; c == names.Plain || c == names.Head && p.Query.Len() > 1 {
			return true
		}
	}
	for j := p.Listed.From; j < p.Listed.To; j++ {
		if w.b[j].Class == names.Plain {
			return true
		}
	}
	return false
}

// reordered reports whether the pairs, in the order of the query, go back and
// forth in the listed name. Prefixes, titles, legal forms and small words may
// stand anywhere.
func (w *work) reordered() bool {
	var at [maxTokens]int8
	for i := range at {
		at[i] = -1
	}
	for _, p := range w.out.pairs[:w.out.n] {
		switch w.a[p.Query.From].Class {
		case names.Prefix, names.Title, names.LegalForm, names.Filler:
			continue
		}
		at[p.Query.From] = int8(p.Listed.From)
	}
	last := int8(-1)
	for _, j := range at {
		if j < 0 {
			continue
		}
		if j < last {
			return true
		}
		last = j
	}
	return false
}

// loose records the tokens of one name that met nothing, and returns the weight
// of the words and of the numbers among them, and what all of them count for
// against loose tokens of the other name: a place says little by itself, but
// another one says that it is another firm, and so does another line of business
// where no rare word agrees.
func (w *work) loose(tokens []names.Token, used uint32, weights []int32, query, rare bool) (words, numbers, other int64) {
	for i := range tokens {
		if used&(1<<i) != 0 {
			continue
		}
		x := weights[i]
		p := Pair{Method: Missing, Weight: Score(x), Listed: Run{uint8(i), uint8(i + 1)}}
		if query {
			p = Pair{Method: Extra, Weight: Score(x), Query: Run{uint8(i), uint8(i + 1)}}
		}
		if syllabic(w.a[0].Script) {
			x *= 3 // there are no middle names: a syllable more or less is another name
		}
		other += int64(x)
		if c := tokens[i].Class; c == names.Place || c == names.Generic && !rare {
			other += int64(x)
		}
		switch {
		case tokens[i].Class != names.Number:
			words += int64(x)
		case tokens[i].Text == "1": // the first of her name seldom bears it
			numbers += int64(x) / 2
		default:
			numbers += int64(x)
		}
		w.put(p)
	}
	return words, numbers, other
}

// sortPairs puts pairs in the order of the query's tokens. There are few.
func sortPairs(p []Pair) {
	for i := 1; i < len(p); i++ {
		for j := i; j > 0 && p[j].Query.From < p[j-1].Query.From; j-- {
			p[j], p[j-1] = p[j-1], p[j]
		}
	}
}
