package matcher

import (
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

func runes(s string) int { return utf8.RuneCountInString(s) }

// Bound says whether two names can score a floor or more, from less than
// Compare looks at: how alike the best that each token of the query could meet
// would be. It follows total.go.
//
// A share of agreement of r in a thousand is reached where the margin, the sum of
//
//	1000 like - r (1000 + other doubt)
//
// over the pairs by weight, less r times what is alone times its factor, is not
// negative. That is a sum over tokens, so an upper bound is had from the best
// that each can do.
type Bound struct {
	useful  bool
	ship    bool
	rules   *rules
	sound   Score // least likeness of words of one script that is owed to their sound
	floor   Score
	far     Score     // see Far
	found   Score     // the highest least of WeakMost at which keys and sounds find all but edits and faint pairs
	unlike  Score     // what WeakMost returns of two words that are faintly alike at the most, and less than far: 0 among ships
	borne   [13]uint8 // by letters of the shorter word, the edits that make it alike at all
	slack   int       // consonants lost in a thousand letters, beyond which no faint pair comes up to far
	most    int       // the most that is taken off for other words
	asked   int64     // factor of a token alone, in the query
	listed  int64     // and in the listed name
	number  int64     // of numbers, in both; of ships
	against int64     // factor of tokens alone on both sides
	other   int64     // factor of doubt
	word    int64     // taken off for other words
}

// MakeBound returns the bound of names that p reads. Where the options have
// negative factors nothing is bounded, and Useful is false. floor is in thousandths;
// o is not kept. A Bound never changes.
func MakeBound(p *names.Profile, o *Options, floor Score) Bound {
	b := Bound{floor: floor, ship: p == names.Vessel, rules: rulesOf(p), word: int64(o.OtherWord)}
	b.useful = floor >= 1 && o.OtherWord <= 1000 && min(o.Extra, o.Missing, o.Contradiction, o.OtherWord, o.ShipWord, o.ShipNumber, o.ShipOrder, o.Order) >= 0
	if !b.useful {
		return b
	}
	b.sound = sameName - 20
	if b.ship {
		b.sound = shipSound
		b.asked, b.listed, b.number = int64(o.ShipWord), int64(o.ShipWord), int64(o.ShipNumber)
	} else {
		b.asked, b.listed = int64(o.Extra), int64(o.Missing)
		b.against = int64(o.Contradiction)
		b.other = int64(o.Extra + o.Missing + o.Contradiction - 1000)
		b.most = int(o.OtherWord)
	}
	b.far, b.found = b.makeFar(), min(b.sound, nicknameGroup)
	for n := range b.borne {
		b.borne[n] = uint8(Edits(p, n))
	}
	if b.slack = -1; !b.ship {
		b.unlike = 1
		b.slack = int((faintMost-b.far)*(1000-faintFrom)/faintMost) + 1
	}
	return b
}

// Useful reports whether the bound bounds anything.
func (b *Bound) Useful() bool { return b != nil && b.useful }

// Loose is what a token counts for where it meets nothing.
type Loose struct {
	Words, Numbers Score // its weight: one of the two is 0
	Other          Score // and against words of the other name that meet nothing
}

// Add adds up.
func (l *Loose) Add(m Loose) {
	l.Words += m.Words
	l.Numbers += m.Numbers
	l.Other += m.Other
}

// Weights appends what each of the tokens of n that are aligned counts for.
func Weights(dst []Score, n *names.Name) []Score {
	var w [maxTokens]int32
	r := rulesOf(n.Profile())
	tokens := n.Tokens[:min(len(n.Tokens), maxTokens)]
	for i := range tokens {
		w[i] = r.weight(&tokens[i])
	}
	if r == vesselRules {
		typeWords(tokens, w[:])
	}
	for i := range tokens {
		dst = append(dst, Score(w[i]))
	}
	return dst
}

// Worth is what is needed of a token to tell what it counts for where it meets
// nothing.
type Worth struct {
	class names.Class
	first bool // the number 1
}

// MakeWorth reads a token.
func MakeWorth(t *names.Token) Worth {
	return Worth{t.Class, t.Class == names.Number && t.Text == "1"}
}

// Loose returns the least that the token counts for at a weight: see loose.
func (x Worth) Loose(weight Score) Loose {
	l := Loose{Other: weight}
	if x.class == names.Place {
		l.Other += weight
	}
	switch {
	case x.class != names.Number:
		l.Words = weight
	case x.first:
		l.Numbers = weight / 2
	default:
		l.Numbers = weight
	}
	return l
}

// Chance is the most that one token of the query can do.
type Chance struct {
	Like      Score // likeness of the best that it can meet, or more; 0 where it can meet nothing
	Low, High Score // the weight of that pair, or less and more; of a run, the token's share
	Alone     Loose // what it counts for where it meets nothing
	Takes     Loose // what the tokens of the listed name count for that it can meet at once, or more
}

// Reaches reports whether two names can score the floor: cs are the chances of
// the query's tokens, listed is the sum over the listed name's tokens, and sure
// that over those of them that can meet nothing.
//
// First each token takes the better of its pair and of none. Where that comes to the
// floor and the tokens are few, every case of which are paired is worked out, with
// what the listed name has left then.
func (b *Bound) Reaches(cs []Chance, listed, sure Loose) bool {
	if !b.Useful() {
		return true
	}
	open := make([]int, 0, AlignedTokens)
	var shut Loose // of the query, alone in every case
	for i := range cs {
		if cs[i].Like > 0 {
			open = append(open, i)
		} else {
			shut.Add(cs[i].Alone)
		}
	}
	if len(open) == 0 {
		return false
	}
	missing := sure
	contrary := min(shut.Other, sure.Other)
	r, ok := b.share(contrary)
	if !ok {
		return false
	}
	margin := -b.alone(r, &shut, b.asked) - b.alone(r, &missing, b.listed) - r*1000*b.against*int64(contrary)
	for _, i := range open {
		margin += max(b.pair(r, &cs[i]), -b.alone(r, &cs[i].Alone, b.asked))
	}
	const few = 5
	if margin < 0 || len(open) > few {
		return margin >= 0
	}
	for set := uint(1); set < 1<<len(open); set++ {
		extra, missing := shut, listed
		for k, i := range open {
			if set&(1<<k) == 0 {
				extra.Add(cs[i].Alone)
			} else {
				missing.sub(cs[i].Takes)
			}
		}
		missing.AtLeast(sure)
		contrary := min(extra.Other, missing.Other)
		r, ok := b.share(contrary)
		if !ok {
			continue
		}
		margin := -b.alone(r, &extra, b.asked) - b.alone(r, &missing, b.listed) - r*1000*b.against*int64(contrary)
		for k, i := range open {
			if set&(1<<k) != 0 {
				margin += b.pair(r, &cs[i])
			}
		}
		if margin >= 0 {
			return true
		}
	}
	return false
}

func (l *Loose) sub(m Loose) {
	l.Words -= m.Words
	l.Numbers -= m.Numbers
	l.Other -= m.Other
}

// AtLeast raises what is less than in m.
func (l *Loose) AtLeast(m Loose) {
	l.Words = max(l.Words, m.Words)
	l.Numbers = max(l.Numbers, m.Numbers)
	l.Other = max(l.Other, m.Other)
}

// share returns the least share of agreement that gives the floor where tokens
// that count for so much against each other are alone. ok is false where none
// does.
func (b *Bound) share(contrary Score) (r int64, ok bool) {
	off := 0
	if !b.ship && contrary > contradicts {
		off = min(int(b.word*min(int64(contrary), 1000)/1000), b.most)
	}
	s := int(b.floor) + off
	if s > int(Equal) {
		return 0, false
	}
	return int64(shares[s]), true
}

// pair returns what a pair adds to the margin at a share r.
func (b *Bound) pair(r int64, c *Chance) int64 {
	s, w := int64(c.Like), int64(c.High)
	k := 1000*1000*s - 1000*1000*r - b.other*r*(1000-s)
	if k < 0 {
		w = int64(c.Low)
	}
	x := k * w
	if b.other > 0 { // what rounding takes off the doubt
		x += 1000 * b.other * r
	}
	return x
}

// alone returns what tokens of one name that meet nothing take off the margin,
// words by a factor.
func (b *Bound) alone(r int64, l *Loose, words int64) int64 {
	numbers := words
	if b.ship {
		numbers = b.number
	}
	return r * 1000 * (words*int64(l.Words) + numbers*int64(l.Numbers))
}
