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
	whole   bool // takes part in faint pairs
}

func newVocabulary(p *names.Profile, words []word) vocabulary {
	v := vocabulary{words: slices.Clip(words)}
	var sounds [][]matcher.SoundKey
	var pairs, pieces []hashed
	var keys []uint32
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
			pieces = v.slips.add(p, pieces, r.Text, slip{word: k, reading: uint8(j), script: t.Script})
		}
	}
	v.keys = newKeyed(pairs)
	v.slips.all = slices.Clip(v.slips.all)
	v.slips.pieces = newKeyed(pieces)
	for s, ks := range sounds {
		v.sounds = append(v.sounds, matcher.NewSounds(names.Script(s), ks))
	}
	return v
}

// newWord works out what the search needs of a token of the query or of a
// listed name.
func newWord(t *names.Token, weight matcher.Score) word {
	return word{t, weight, matcher.LooseToken(t, weight), matcher.MakeLetters(t.Text), t.Class != names.Number && t.Class != names.Initial}
}

// junctions are the distinct runs of two and three tokens of the listed names.
type junctions struct {
	joins  []junction
	in     postings
	keys   keyed
	sounds []heard
}

// junction is one of them.
type junction struct {
	join   matcher.Join
	weight matcher.Score // the most of its runs
	loose  matcher.Loose // likewise
}

// heard are the sounds of junctions that are held to one similarity.
type heard struct {
	like *matcher.Join // one of them
	set  *matcher.Sounds
}

func newJunctions(js []junction) junctions {
	t := junctions{joins: js}
	type group struct {
		script names.Script
		least  int
	}
	var groups []group
	var sounds [][]matcher.SoundKey
	var pairs []hashed
	var keys []uint32
	for i := range js {
		j := &js[i].join
		keys = matcher.JoinKeys(keys[:0], j, false)
		for _, h := range keys {
			pairs = append(pairs, hashed{h, int32(i)})
		}
		key, s := j.Sound()
		g := group{s, j.LeastSound(s)}
		k := slices.Index(groups, g)
		if k < 0 {
			k = len(groups)
			groups = append(groups, g)
			sounds = append(sounds, nil)
			t.sounds = append(t.sounds, heard{like: j})
		}
		sounds[k] = append(sounds[k], matcher.SoundKey{Key: key, ID: int32(i)})
	}
	t.keys = newKeyed(pairs)
	for k, ks := range sounds {
		_, s := t.sounds[k].like.Sound()
		t.sounds[k].set = matcher.NewSounds(s, ks)
	}
	return t
}
