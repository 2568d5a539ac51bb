package matcher

import (
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
	"github.com/seed-539c57aa/pratique/matcher/internal/sound"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// The likeness from which words that are printed in one piece by one side only are
// one name: divided in another way they must agree the better.
const (
	sameJoin      = 930
	acrossJoin    = 920 // between two scripts
	syllablesJoin = 895 // one of which is of syllables or words
)

// leastJoin returns which of them a run and a word are held to.
func leastJoin(run, one script.Script, compound bool) int {
	switch {
	case run != one && (syllabic(run) || syllabic(one)):
		return syllablesJoin
	case run != one:
		return acrossJoin
	case compound:
		return sameName
	}
	return sameJoin
}

// joinLikeness compares words printed apart with one word: equal letters, or
// one name by its sound.
func joinLikeness(run []names.Token, one *names.Token, alone bool) int16 {
	if one.Class == names.Number || one.Class == names.Initial {
		return 0
	}
	n := 0
	for i := range run {
		n += len(run[i].Text)
	}
	if d := n - len(one.Text); d > maxJoinGap || d < -maxJoinGap {
		return 0
	}
	var buf [names.MaxWord + maxJoinGap]byte
	var tmp [2 * names.MaxWord]byte
	text, key, drop, mask, vowels, ok := put(run, buf[:0], tmp[:0])
	if !ok {
		return 0
	}
	return joined(string(text), string(key), drop, mask, run[0].Script, vowels, compound(run), one, alone)
}

// maxJoinGap is the difference in letters beyond which words are not joined.
const maxJoinGap = 4

// put writes the letters and the sounds of a run one after the other. drop is the
// place of a sound that may be left out, the l of an Arabic article, or -1.
func put(run []names.Token, text, key []byte) (_, _ []byte, drop int, mask uint32, vowels script.Vowels, ok bool) {
	vowels, drop = script.VowelsFull, -1
	for i := range run {
		c := run[i].Class
		rd := &run[i].Word().Readings[0]
		if c == names.Number || c == names.Initial && len(run) > 2 || len(text)+len(rd.Text) > cap(text) || len(key)+len(rd.Sound) > cap(key) {
			return nil, nil, 0, 0, 0, false
		}
		text = append(text, run[i].Text...)
		key = append(key, rd.Sound...)
		if i > 0 && i+1 < len(run) && c == names.Particle && assimilates(run[i].Text, run[i+1].Text) {
			drop = len(key) - 1
		}
		mask |= run[i].Word().Mask
		vowels = max(vowels, rd.Vowels)
	}
	return text, key, drop, mask, vowels, true
}

// compound reports whether a run begins as names do that are printed in one
// piece as often as not: ABD AL QADIR, ABDULQADER.
func compound(run []names.Token) bool {
	return run[0].Class == names.Head || run[0].Class == names.Particle || len(run) > 2 && run[1].Class == names.Particle
}

// assimilates reports whether the l of an Arabic article is spoken, and often
// written, as the consonant behind it: ABD AL-RAHMAN, ABDURRAHMAN.
func assimilates(article, next string) bool {
	if len(article) != 2 || article[1] != 'l' || next == "" {
		return false
	}
	switch next[0] {
	case 't', 'd', 'r', 'z', 's', 'n':
		return true
	}
	return false
}

// joined compares the letters and sounds of a run with those of one word.
func joined(text, key string, drop int, mask uint32, s script.Script, vowels script.Vowels, compound bool, one *names.Token, alone bool) int16 {
	if text == one.Text {
		return 980
	}
	w := one.Word()
	if syllabic(s) || syllabic(one.Script) {
		if l := joinedSyllables(text, s, w, one.Script); l > 0 || (native(w, one.Script) || syllabic(s)) && !alone {
			return l
		}
	} else if len(text) < 6 || apart(mask, w.Mask, s, one.Script) {
		return 0
	}
	best, least := 0, leastJoin(s, one.Script, compound)
	for i := range w.Readings {
		rd := &w.Readings[i]
		best = max(best, sound.AtLeast(key, rd.Sound, s, one.Script, vowels, rd.Vowels))
		if best < least && drop >= 0 {
			best = max(best, sound.AtLeast(key[:drop]+key[drop+1:], rd.Sound, s, one.Script, vowels, rd.Vowels))
		}
	}
	if best < least {
		return 0
	}
	if s != one.Script {
		best = across(best)
	}
	return int16(best - 20)
}

// Join is a run of tokens made ready for many comparisons with JoinLikeness's
// result. The zero Join is like nothing.
type Join struct {
	text, key string
	drop      int
	mask      uint32
	script    script.Script
	vowels    script.Vowels
	compound  bool
}

// MakeJoin makes a run of two or three tokens ready.
func MakeJoin(run []names.Token) Join {
	if len(run) < 2 || len(run) > maxJoin {
		return Join{}
	}
	var room [names.MaxWord + maxJoinGap + 2*names.MaxWord]byte
	text, key, drop, mask, vowels, ok := put(run, room[:0:names.MaxWord+maxJoinGap], room[names.MaxWord+maxJoinGap:][:0])
	if !ok {
		return Join{}
	}
	n := len(text)
	both := string(append(room[:n:len(room)], key...)) // key stands behind text, or where text ends
	return Join{both[:n], both[n:], drop, mask, run[0].Script, vowels, compound(run)}
}

// Likeness returns what JoinLikeness returns for the run and one token.
func (j *Join) Likeness(one *names.Token) Score {
	if d := len(j.text) - len(one.Text); j.text == "" || d > maxJoinGap || d < -maxJoinGap || one.Class == names.Number || one.Class == names.Initial {
		return 0
	}
	return Score(joined(j.text, j.key, j.drop, j.mask, j.script, j.vowels, j.compound, one, true))
}

// JoinLikeness returns the likeness that Compare gives a run of two or three
// tokens of one name and one token of the other, 0 where it would not join them.
func JoinLikeness(run []names.Token, one *names.Token) Score {
	if len(run) < 2 || len(run) > maxJoin {
		return 0
	}
	return Score(joinLikeness(run, one, true))
}
