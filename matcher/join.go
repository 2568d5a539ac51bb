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
	cyrillicJoin  = 945 // one of which is Cyrillic: see leastSound
	syllablesJoin = 895 // one of which is of syllables or words
)

// leastJoin returns which of them a run and a word are held to.
func leastJoin(run, one script.Script, compound bool) int {
	switch {
	case run != one && (syllabic(run) || syllabic(one)):
		return syllablesJoin
	case (run == script.Cyrillic) != (one == script.Cyrillic):
		return cyrillicJoin
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
	var j Join
	if !j.read(run) {
		return 0
	}
	var texts [maxJoinText]byte
	var keys [maxJoinKey]byte
	text, key := put(run, texts[:0], keys[:0])
	return joined(string(text), string(key), j.drop, j.mask, j.script, j.vowels, j.compound, one, alone)
}

// heardJoin is the least number of letters of words that are joined by their sound.
const heardJoin = 6

// maxJoinGap is the difference in letters beyond which words are not joined.
const maxJoinGap = 4

// The most letters, and sounds, of words that are joined, in bytes.
const (
	maxJoinText = names.MaxWord + maxJoinGap
	maxJoinKey  = 2 * names.MaxWord
)

// put appends the letters and the sounds of a run, one after the other.
func put(run []names.Token, text, key []byte) (_, _ []byte) {
	for i := range run {
		text = append(text, run[i].Text...)
		key = append(key, run[i].Word().Readings[0].Sound...)
	}
	return text, key
}

// read notes all that is to be known of a run but its letters and sounds, and
// reports whether it can be joined.
func (j *Join) read(run []names.Token) bool {
	j.drop, j.mask, j.script, j.vowels, j.compound = -1, 0, run[0].Script, script.VowelsFull, compound(run)
	text, key := 0, 0
	for i := range run {
		c := run[i].Class
		rd := &run[i].Word().Readings[0]
		text, key = text+len(run[i].Text), key+len(rd.Sound)
		if c == names.Number || c == names.Initial && len(run) > 2 || text > maxJoinText || key > maxJoinKey {
			return false
		}
		if i > 0 && i+1 < len(run) && c == names.Particle && assimilates(run[i].Text, run[i+1].Text) {
			j.drop = key - 1
		}
		j.mask |= run[i].Word().Mask
		j.vowels = max(j.vowels, rd.Vowels)
	}
	return true
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
	} else if len(text) < heardJoin || apart(mask, w.Mask, s, one.Script) {
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
	drop      int // the place of a sound that may be left out, the l of an Arabic article, or -1
	mask      uint32
	script    script.Script
	vowels    script.Vowels
	compound  bool
}

// MakeJoin makes a run of two or three tokens ready.
func MakeJoin(run []names.Token) (j Join) {
	if len(run) < 2 || len(run) > maxJoin || !j.read(run) {
		return Join{}
	}
	var room [maxJoinText + maxJoinKey]byte
	text, key := put(run, room[:0:maxJoinText], room[maxJoinText:][:0])
	n := len(text)
	both := string(append(room[:n:len(room)], key...)) // key stands behind text, or where text ends
	j.text, j.key = both[:n], both[n:]
	return j
}

// Runs are the runs of the tokens of one name, made ready together.
type Runs struct {
	tokens []names.Token
	both   string // the letters of all tokens, and then their sounds
	at     [maxTokens + 1]uint16
	heard  [maxTokens + 1]uint16
}

// Reset makes the runs of tokens, no more than are aligned, ready in place of those
// of before; without tokens nothing is kept.
func (r *Runs) Reset(tokens []names.Token) {
	r.tokens, r.both = tokens[:min(len(tokens), maxTokens)], ""
	if len(r.tokens) < 2 {
		return
	}
	var room [512]byte
	both := room[:0]
	for i := range r.tokens {
		r.at[i] = uint16(len(both))
		both = append(both, r.tokens[i].Text...)
	}
	r.at[len(r.tokens)] = uint16(len(both))
	for i := range r.tokens {
		r.heard[i] = uint16(len(both))
		both = append(both, r.tokens[i].Word().Readings[0].Sound...)
	}
	r.heard[len(r.tokens)] = uint16(len(both))
	r.both = string(both)
}

// Join returns what MakeJoin returns for n tokens from i on.
func (r *Runs) Join(i, n int) (j Join) {
	if n < 2 || n > maxJoin || i+n > len(r.tokens) || !j.read(r.tokens[i:i+n]) {
		return Join{}
	}
	j.text, j.key = r.both[r.at[i]:r.at[i+n]], r.both[r.heard[i]:r.heard[i+n]]
	return j
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
