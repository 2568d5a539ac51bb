package matcher

import (
	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
	"github.com/seed-539c57aa/pratique/matcher/internal/sound"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// This file says, for an index, by what every token is found that Compare can
// pair with another one: by a key that both have, by its sound, or by edits. It
// follows tokens, words and joined, case by case; a new case there needs a key
// here, which the index's test against exhaustive comparison will ask for.

// AlignedTokens is how many tokens of a name Compare aligns: the first ones.
const AlignedTokens = maxTokens

// JoinedTokens is how many tokens of a name may meet one of the other as a join.
const JoinedTokens = maxJoin

// JoinGap is how many letters a join may have more or less than the token of the
// other name that it meets.
const JoinGap = maxJoinGap

// Sounds finds the words that sound like another one. Where two tokens, or a
// join and a token, are alike by their sound, Near finds the one sound with the
// other, at LeastSound for two tokens and at Join.LeastSound for a join.
type Sounds = sound.Set

// SoundSearch is the working space of a search in Sounds.
type SoundSearch = sound.Search

// SoundKey is a sound and the number that the caller knows it by.
type SoundKey = sound.Keyed

// LeastSound returns a similarity below which the sounds of a token that p reads and
// of any word of a script make no likeness.
func LeastSound(p *names.Profile, t *names.Token, other names.Script) int {
	least := leastSound(t.Script, other)
	switch r := rulesOf(p); {
	case t.Script != other:
	case r == vesselRules:
		least = max(least, shipSound+shipSoundLess)
	case r == personRules && oneSpelling(t.Word()):
		least = likeKnown // of a word that is no known name; others it does not meet
	}
	return least
}

// LeastSound returns the similarity from which the sounds of the run and of a
// token of a script make a likeness.
func (j *Join) LeastSound(one names.Script) int { return leastJoin(j.script, one, j.compound) }

// NewSounds makes a Sounds of keys of words of one script, none of which has vowels
// more complete than v says. It sorts ks.
func NewSounds(s names.Script, v script.Vowels, ks []SoundKey) *Sounds { return sound.NewSet(s, v, ks) }

// Edits returns how many edits Compare bears in two words that p reads, of one
// script and the shorter of short letters, and finds them alike at all.
func Edits(p *names.Profile, short int) int {
	t := rulesOf(p).edits
	col := max(0, min(short-2, len(t.one)-1))
	switch {
	case t.two[col] > 0:
		return 2
	case t.one[col] > 0:
		return 1
	}
	return 0
}

// WithinEdits reports whether two readings are at most so many edits apart; most
// is 0, 1 or 2.
func WithinEdits(a, b string, most int) bool { return editDistance(a, b, most) <= most }

// The kinds of key.
const (
	keyText byte = iota
	keyNumber
	keyGroup
	keyBusiness
	keyFamily
	keyInitial
	keyHead
	keySyllable // of words that are met by their sound
	keyNative   // of words that are met syllable for syllable
	keyJoined   // of joins
	keyFront    // of names in one piece
	keyBack
)

// Keys appends the keys of a token, of the query or else of a listed name. A
// token of a query and a listed one that are alike share a key, unless they are
// so by their sound or by edits alone. Tokens that share one need not be alike.
func Keys(dst []uint32, t *names.Token, query bool) []uint32 {
	if t.Class == names.Number {
		return append(dst, hash(keyNumber, t.Text))
	}
	dst = append(dst, hash(keyText, t.Text))
	if t.Text == "" {
		return dst
	}
	// A word is like an initial, and an initial like words.
	letter := keyHead
	if (t.Class == names.Initial) != query {
		letter = keyInitial
	}
	dst = append(dst, hash(letter, t.Text[:1]))
	if t.Class == names.Initial {
		return dst
	}
	w := t.Word()
	for i := range w.Groups {
		dst = append(dst, number(keyGroup, uint32(w.Groups[i].ID)))
	}
	if w.Business != 0 {
		dst = append(dst, number(keyBusiness, uint32(w.Business)))
	}
	if t.Class == names.LegalForm && w.Family != lexicon.FamilyNone {
		dst = append(dst, number(keyFamily, uint32(w.Family)))
	}
	for i := range w.Readings {
		r := &w.Readings[i]
		if r.Text != t.Text {
			dst = append(dst, hash(keyText, r.Text))
		}
		dst = syllableKeys(dst, r.Text, native(w, t.Script), query)
	}
	return dst
}

// JoinKeys appends the keys of a join of the query. A join and a token of a listed
// name that are alike share a key, unless they are so by their sound alone.
func JoinKeys(dst []uint32, j *Join) []uint32 {
	if j.text == "" {
		return dst
	}
	dst = append(dst, hash(keyText, j.text))
	return syllableKeys(dst, j.text, syllabic(j.script), true)
}

// JoinedKey returns the key of a join of a listed name, which has letters. It and a
// token of the query that are alike share a key, unless they are so by their sound
// alone: JoinedKeys tells those of the token.
func JoinedKey(j *Join) uint32 { return number(keyJoined, syllableHash(j.text)) }

// JoinedKeys appends the keys by which a token of the query meets listed joins.
func JoinedKeys(dst []uint32, t *names.Token) []uint32 {
	if t.Class == names.Number || t.Text == "" {
		return dst
	}
	dst = append(dst, number(keyJoined, syllableHash(t.Text)))
	for i := range t.Word().Readings {
		if r := &t.Word().Readings[i]; r.Text != t.Text {
			dst = append(dst, number(keyJoined, syllableHash(r.Text)))
		}
	}
	return dst
}

// syllableKeys appends the keys by which words are met syllable for syllable.
// Of most such words one at least is native; in ships' names, where no script
// tells, two short words are met so.
func syllableKeys(dst []uint32, text string, native, query bool) []uint32 {
	h := syllableHash(text)
	native = native || len(text) <= maxKoreanWord
	switch {
	case !query && native:
		return append(dst, number(keyNative, h))
	case !query:
		return append(dst, number(keySyllable, h))
	case native:
		return append(dst, number(keyNative, h), number(keySyllable, h))
	}
	return append(dst, number(keyNative, h))
}

// syllableHash is equal for texts that syllableLikeness finds alike.
func syllableHash(text string) uint32 {
	if len(text) > names.MaxWord {
		return hash(keySyllable, text)
	}
	var buf [names.MaxWord]byte
	s := broad(foldKorean(buf[:0], text))
	for i := range s {
		if s[i] == 'u' {
			s[i] = 'o'
		}
	}
	return hash(keySyllable, string(s))
}

// WholeKeys appends the keys of a name of the query, or else of a listed one,
// for what it is in one piece. Two names that score by differing in a slip over
// all share a key.
//
// A listed name gives its first and its last letters, without the one in the
// middle, together with how many letters it has; a query gives the same for a
// letter more and less as well. A slip changes one of the two at the most: that
// is why a letter in the middle is left out, for a swap changes two.
func WholeKeys(dst []uint32, n *names.Name, query bool) []uint32 {
	var buf [128]byte
	s, ok := letters(buf[:0], n)
	if !ok || len(s) < min(wholeLength, wholeShipLength)-1 {
		return dst
	}
	around := 0
	if query {
		around = 1
	}
	for m := len(s) - around; m <= len(s)+around; m++ {
		front, back := (m-1)/2, m/2
		if front <= len(s) && back <= len(s) {
			dst = append(dst, number(keyFront, uint32(m)^hash(keyFront, string(s[:front]))), number(keyBack, uint32(m)^hash(keyBack, string(s[len(s)-back:]))))
		}
	}
	return dst
}

// hash is FNV-1a, 32 bits, over the kind and the letters.
func hash(kind byte, s string) uint32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func number(kind byte, n uint32) uint32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for range 4 {
		h = (h ^ n&255) * 16777619
		n >>= 8
	}
	return h
}

// Native reports whether a token is a Chinese or Korean name in its own script,
// which sounds like no token but one that is a name by itself, where its own name
// is one token as well. Nor does a run sound so that is Syllabic.
func Native(t *names.Token) bool { return native(t.Word(), t.Script) }

// Syllabic reports whether the run is printed in a script of syllables or words.
func (j *Join) Syllabic() bool { return syllabic(j.script) }

// Heard reports whether the run can be like a token of a script by its sound: short
// ones only where one of the two is of syllables or words.
func (j *Join) Heard(one names.Script) bool {
	return len(j.text) >= heardJoin || syllabic(j.script) || syllabic(one)
}

// Letters returns the letters of the run, "" of a run that joins nothing.
func (j *Join) Letters() string { return j.text }

// Sounds appends the sounds of the run, any of which may be what a token sounds
// like, and returns the script that they are heard in.
func (j *Join) Sounds(dst []string) ([]string, names.Script) {
	dst = append(dst, j.key)
	if j.drop >= 0 && j.drop < len(j.key) {
		dst = append(dst, j.key[:j.drop]+j.key[j.drop+1:])
	}
	return dst, j.script
}

// Vowels returns how complete the vowels of the run are.
func (j *Join) Vowels() script.Vowels { return j.vowels }

// MayBeCut reports whether n may be another name, cut: see cutLength. Two names
// of which one may be cut, and whose Key is the beginning of the other's, are
// alike whatever their tokens are.
func MayBeCut(n *names.Name) bool {
	return len(n.Original) >= 20 && len(n.Original) <= 4*35 && cutLength(n.Profile(), runes(n.Original))
}

// ReadSounds reads a Sounds at the head of src that its AppendBinary has written, whose
// numbers are less than ids, and returns what follows it. src may hold anything.
func ReadSounds(src []byte, ids int) (*Sounds, []byte, error) { return sound.ReadSet(src, ids) }
