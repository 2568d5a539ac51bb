package matcher

import (
	"math/bits"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
	"github.com/seed-539c57aa/pratique/matcher/internal/sound"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

const latinScript = script.Latin

// leastSounds is how many sounds a word needs to be met by them or by edits.
const leastSounds = 2

// sameName is the likeness from which package sound calls two words one name.
const sameName = 880

// words says how alike two words are by their letters, their sound and what
// the tables know of them.
func (r *rules) words(x, y *names.Word, sx, sy script.Script, beside company) (int, Method) {
	best, how := 0, Missing
	known, least := r == personRules && r.distinct(x, y), leastSound(sx, sy)
	if r == personRules && sx == sy && (oneSpelling(x) && !ofPersons(y) || oneSpelling(y) && !ofPersons(x)) {
		least = likeKnown
	}
	if beside.korean && r != firmRules && sx == script.Latin && sy == script.Latin {
		if koreanForms(x.Readings[0].Text, y.Readings[0].Text) {
			best, how = sameKoreanWord, Variant
		}
	}
	if native(x, sx) || native(y, sy) {
		if s, how := syllables(x, y, sx, sy); s > 0 || !beside.alone || sx == sy {
			return s, how
		}
	}
	if s := group(x.Groups, y.Groups); s == variantGroup || s > 0 && r == personRules {
		best, how = s, Equivalent
		if s >= variantGroup {
			how = Variant
		}
	}
	if best == variantGroup {
		return best, how
	}
	if x.Business != 0 && x.Business == y.Business && best < 950 {
		best, how = 950, Equivalent
	}
	for i := range x.Readings {
		for j := range y.Readings {
			a, b := &x.Readings[i], &y.Readings[j]
			// A reading that is not the first one is a little less sure.
			less := 10 * (min(i, 1) + min(j, 1))
			if a.Text == b.Text {
				if s := 1000 - less - vowelless(a, b); s > best {
					best, how = s, Same
				}
				continue
			}
			if apart(x.Mask, y.Mask, sx, sy) || min(len(a.Sound), len(b.Sound)) < leastSounds {
				continue // A, AA and AAAA are all one sound
			}
			if r == vesselRules && max(len(a.Text), len(b.Text)) <= shortShip && sx == sy {
				if r.edits.likeness(a.Text, b.Text) > best { // another ship, however she sounds
					best, how = r.edits.likeness(a.Text, b.Text), Misspelled
				}
				continue
			}
			if s := min(sound.AtLeast(a.Sound, b.Sound, sx, sy, a.Vowels, b.Vowels), sound.Respelt); s >= least && !(known && sx == sy && s < sameKnown) {
				if sx != sy {
					s = across(s)
				} else if r == vesselRules {
					if s -= shipSoundLess; s < shipSound {
						s = 0
					}
				}
				if s -= less; s > best {
					best, how = s, Variant
				}
			}
			if best >= 950 || known || sx != sy || syllabic(sx) || a.Vowels != script.VowelsFull || b.Vowels != script.VowelsFull {
				continue
			}
			if s := r.edits.likeness(a.Text, b.Text) - less; s > best {
				best, how = s, Misspelled
			}
		}
	}
	return best, how
}

// Words of ships' names are words of many languages, and what sounds alike is
// less often one word than in a person's name.
const (
	shipSoundLess = 60
	shipSound     = 860 // least that is left
)

// shortShip is the length up to which a word of a ship's name is met by its
// letters alone: DAN is not DANA, ARK not ARC.
const shortShip = 4

// distinct reports whether both words are known as names of persons, and not as
// forms of one: what parts them is then no slip. MARCOS is not MARQUEZ.
func (r *rules) distinct(x, y *names.Word) bool {
	return r == personRules && ofPersons(x) && ofPersons(y) && group(x.Groups, y.Groups) == 0
}

// ofPersons reports whether a word of a person's name is known as one that many bear.
func ofPersons(w *names.Word) bool { return w.Common > 0 || len(w.Groups) > 0 }

// oneSpelling reports whether a word is known as a name that many bear, and the
// tables have no other form of it.
func oneSpelling(w *names.Word) bool { return w.Common > 0 && len(w.Groups) == 0 }

// syllabic reports whether a letter of the script is a syllable or a word: what
// is one slip of the pen there is another name, however close its reading.
func syllabic(s script.Script) bool { return s == script.Han || s == script.Hangul }

// leastSound is the likeness of sounds from which words are one name. Cyrillic
// is spelt in Latin letter by letter, and what fits worse is another ending:
// TKACHENKO is not TKACHUK.
func leastSound(sx, sy script.Script) int {
	if (sx == script.Cyrillic) != (sy == script.Cyrillic) {
		return cyrillicName
	}
	if (sx == script.Arabic) != (sy == script.Arabic) {
		return arabicName
	}
	return sameName
}

const (
	cyrillicName = 908
	arabicName   = 890  // letters without vowels fit much
	likeKnown    = 925  // of a name that many bear in one spelling and an unknown one: COLEMAN is not KULMAN
	sameKnown    = 1000 // of two words that are both known as names: what parts JALILI and JALALI is no spelling
)

// across gives less to a likeness of sounds between two scripts, which is a
// likeness of guesses: 880 is worth 800.
func across(s int) int { return 800 + (s-sameName)*17/12 }

// vowelless is taken off where a script without vowels makes two words equal.
func vowelless(a, b *names.Reading) int {
	if a.Vowels == script.VowelsFull && b.Vowels == script.VowelsFull {
		return 0
	}
	return 30
}

// apart reports whether the letters of two Latin words are too different for
// any spelling or slip. Words of other scripts are never told apart by letters.
func apart(x, y uint32, sx, sy script.Script) bool {
	if sx != script.Latin || sy != script.Latin {
		return false
	}
	const vowels = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a') | 1<<('y'-'a') | 1<<('h'-'a') | 1<<('w'-'a')
	x, y = x&^vowels, y&^vowels
	return bits.OnesCount32(x&^y) > 3 || bits.OnesCount32(y&^x) > 3
}

// The likeness of words of one group of equivalent names.
const (
	variantGroup     = 970
	translationGroup = 870
	nicknameGroup    = 840
)

// group returns the likeness of the closest group that two words share, or 0.
func group(x, y []lexicon.NameGroup) int {
	best := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].ID < y[j].ID:
			i++
		case x[i].ID > y[j].ID:
			j++
		default:
			s := nicknameGroup
			switch max(x[i].Class, y[j].Class) {
			case lexicon.SameSpelling:
				s = variantGroup
			case lexicon.SameTranslation:
				s = translationGroup
			}
			best = max(best, s)
			i++
			j++
		}
	}
	return best
}

// TokenLikeness returns the likeness that Compare gives two tokens of names
// that p reads, 0 where it would not pair them. An index that offers every name
// with a token or a join of some likeness offers all that Compare can score.
func TokenLikeness(p *names.Profile, a, b *names.Token) Score {
	s, _ := rulesOf(p).tokens(a, b, anyCompany)
	return Score(s)
}
