package index

import (
	"slices"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// vocabulary is the distinct words of the listed names, with a way to them for
// every way in which matcher finds two tokens alike.
type vocabulary struct {
	words  []word
	in     postings
	keys   keyed
	sounds []*matcher.Sounds // by script
	slips  slips
}

// word is one of them.
type word struct {
	token   *names.Token
	weight  matcher.Score // the most that it has in a row
	loose   matcher.Loose // likewise
	letters matcher.Letters
	worth   matcher.Worth
	whole   bool // takes part in faint pairs
}

func newVocabulary(p *names.Profile, words []word) vocabulary {
	v := vocabulary{words: slices.Clip(words)}
	var sounds [][]matcher.SoundKey
	var pairs, pieces []hashed
	var keys []uint32
	var text []byte
	for i := range words {
		k, t := int32(i), words[i].token
		keys = matcher.Keys(keys[:0], t, false)
		for _, h := range keys {
			pairs = append(pairs, hashed{h, k})
		}
		if !v.words[i].whole {
			continue
		}
		for len(sounds) <= int(t.Script) {
			sounds = append(sounds, nil)
		}
		w := t.Word()
		for j := range w.Readings {
			r := &w.Readings[j]
			sounds[t.Script] = append(sounds[t.Script], matcher.SoundKey{Key: r.Sound, ID: k})
			pieces = v.slips.add(p, pieces, &text, k, t.Script, r.Text)
		}
	}
	v.keys = newKeyed(pairs)
	v.slips.index(pieces, text)
	for s, ks := range sounds {
		v.sounds = append(v.sounds, matcher.NewSounds(names.Script(s), ks))
	}
	return v
}

// newWord works out what the search needs of a token of the query or of a
// listed name.
func newWord(t *names.Token, weight matcher.Score) word {
	worth := matcher.MakeWorth(t)
	return word{t, weight, worth.Loose(weight), matcher.MakeLetters(t.Text), worth, t.Class != names.Number && t.Class != names.Initial}
}

// junctions are the distinct runs of two and three tokens of the listed names.
type junctions struct {
	joins  []junction
	in     postings
	keys   keyed
	sounds []heard
}

// junction is one of them, where it stands first, and the most of all its runs.
type junction struct {
	row                  int32
	at, n                uint8
	weight, words, other int16
}

// run returns the tokens of a junction.
func (x *Index) run(j *junction) []names.Token {
	return x.read(&x.rows[j.row]).Tokens[j.at : j.at+j.n]
}

// heard are the sounds of junctions that are held to one similarity.
type heard struct {
	like matcher.Join // one of them
	set  *matcher.Sounds
}

func newJunctions(js []junction, joins []matcher.Join) junctions {
	t := junctions{joins: slices.Clip(js)}
	type group struct {
		script names.Script
		least  int
	}
	var groups []group
	var sounds [][]matcher.SoundKey
	var pairs []hashed
	var keys []uint32
	var heardAs []string
	for i := range joins {
		j := &joins[i]
		keys = matcher.JoinKeys(keys[:0], j, false)
		for _, h := range keys {
			pairs = append(pairs, hashed{h, int32(i)})
		}
		var s names.Script
		heardAs, s = j.Sounds(heardAs[:0])
		g := group{s, j.LeastSound(s)}
		k := slices.Index(groups, g)
		if k < 0 {
			k = len(groups)
			groups = append(groups, g)
			sounds = append(sounds, nil)
			t.sounds = append(t.sounds, heard{like: *j})
		}
		for _, key := range heardAs {
			sounds[k] = append(sounds[k], matcher.SoundKey{Key: key, ID: int32(i)})
		}
	}
	t.keys = newKeyed(pairs)
	for k, ks := range sounds {
		_, s := t.sounds[k].like.Sounds(nil)
		t.sounds[k].set = matcher.NewSounds(s, ks)
	}
	return t
}
