package index

import (
	"cmp"
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
	sounds []voiced
	lone   []voiced // of words that are a name by themselves
	slips  slips
}

// voiced are the sounds of words of one script, with vowels as complete, and of nearly
// one length, in letters: from up to from+lengths.
type voiced struct {
	script names.Script
	from   int
	set    *matcher.Sounds
}

// voices collects the sounds of words.
type voices struct {
	at   map[[3]int]int
	all  []voiced
	keys [][]matcher.SoundKey
	full []names.Vowels // how complete they are
}

func newVoices() *voices { return &voices{at: map[[3]int]int{}} }

func (v *voices) add(t *names.Token, r *names.Reading, word int32) {
	group := [...]int{int(t.Script), len(t.Text) / lengths * lengths, int(r.Vowels)}
	g, ok := v.at[group]
	if !ok {
		g = len(v.all)
		v.at[group] = g
		v.all = append(v.all, voiced{script: t.Script, from: group[1]})
		v.keys = append(v.keys, nil)
		v.full = append(v.full, r.Vowels)
	}
	v.keys[g] = append(v.keys[g], matcher.SoundKey{Key: r.Sound, ID: word})
}

// sets makes the sets, those of one script one after the other: what a search of
// sounds makes ready for one serves the next.
func (v *voices) sets() []voiced {
	for g := range v.all {
		v.all[g].set = matcher.NewSounds(v.all[g].script, v.full[g], v.keys[g])
	}
	slices.SortFunc(v.all, func(a, b voiced) int { return cmp.Or(int(a.script)-int(b.script), a.from-b.from) })
	return v.all
}

// near reports whether a join of so many letters may meet one of the words, or a
// word of so many letters one of the joins.
func near(from, letters int) bool {
	return letters >= from-matcher.JoinGap && letters < from+lengths+matcher.JoinGap
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

func newVocabulary(p *names.Profile, words []word, lone []int32) vocabulary {
	v := vocabulary{words: slices.Clone(words)}
	pack(v.words)
	all, some := newVoices(), newVoices()
	var pairs, pieces []hashed
	var keys []uint32
	var text []byte
	for i := range words {
		k, t := int32(i), v.words[i].token
		keys = matcher.Keys(keys[:0], t, false)
		for _, h := range keys {
			pairs = append(pairs, hashed{h, k})
		}
		if !v.words[i].whole {
			continue
		}
		w := t.Word()
		for j := range w.Readings {
			r := &w.Readings[j]
			all.add(t, r, k)
			pieces = v.slips.add(p, pieces, &text, k, r.Text)
		}
	}
	v.keys = newKeyed(pairs)
	v.slips.index(pieces, text)
	slices.Sort(lone)
	for _, k := range slices.Compact(lone) {
		if t := v.words[k].token; v.words[k].whole {
			for j := range t.Word().Readings {
				some.add(t, &t.Word().Readings[j], k)
			}
		}
	}
	v.sounds, v.lone = all.sets(), some.sets()
	return v
}

// pack lets go of the names that the tokens were found in.
func pack(words []word) {
	ts := make([]*names.Token, len(words))
	for i := range words {
		ts[i] = words[i].token
	}
	packed, _, err := names.ReadTokens(string(names.AppendTokens(nil, ts)))
	if err != nil || len(packed) != len(words) {
		return // never: what is written is read
	}
	for i := range words {
		words[i].token = &packed[i]
	}
}

// newWord works out what the search needs of a token of the query or of a
// listed name.
func newWord(t *names.Token, weight matcher.Score) word {
	worth := matcher.MakeWorth(t)
	return word{t, weight, worth.Loose(weight), matcher.MakeLetters(t), worth, t.Class != names.Number && t.Class != names.Initial}
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

// run appends the tokens of a junction to dst.
func (x *Index) run(dst []names.Token, j *junction) []names.Token {
	at := x.rows[j.row].from + int32(j.at)
	for _, h := range x.held[at : at+int32(j.n)] {
		dst = append(dst, *x.words.words[h.word].token)
	}
	return dst
}

// heard are the sounds of junctions of one length, or nearly, and with vowels as
// complete, that are held to one similarity.
type heard struct {
	like  matcher.Join // one of them
	first int32        // its number
	group names.Script
	from  int // how many letters they have, up to from+lengths
	set   *matcher.Sounds
}

// lengths is how many lengths of words or junctions stand in one set: a word and a
// junction meet where the one is a few letters longer or shorter than the other.
const lengths = 4

func newJunctions(js []junction, joins []matcher.Join) junctions {
	t := junctions{joins: slices.Clone(js)}
	type group struct {
		script names.Script
		vowels names.Vowels
		least  int
		from   int
	}
	var groups []group
	var sounds [][]matcher.SoundKey
	pairs := make([]hashed, 0, len(joins))
	var heardAs []string
	for i := range joins {
		j := &joins[i]
		pairs = append(pairs, hashed{matcher.JoinedKey(j), int32(i)})
		var s names.Script
		heardAs, s = j.Sounds(heardAs[:0])
		g := group{s, j.Vowels(), j.LeastSound(s), len(j.Letters()) / lengths * lengths}
		k := slices.Index(groups, g)
		if k < 0 {
			k = len(groups)
			groups = append(groups, g)
			sounds = append(sounds, nil)
			t.sounds = append(t.sounds, heard{like: *j, first: int32(i), from: g.from})
		}
		for _, key := range heardAs {
			sounds[k] = append(sounds[k], matcher.SoundKey{Key: key, ID: int32(i)})
		}
	}
	t.keys = newKeyed(pairs)
	for k, ks := range sounds {
		_, s := t.sounds[k].like.Sounds(nil)
		t.sounds[k].set = matcher.NewSounds(s, groups[k].vowels, ks)
		t.sounds[k].group = groups[k].script
	}
	slices.SortFunc(t.sounds, func(a, b heard) int {
		return cmp.Or(int(a.group)-int(b.group), a.like.LeastSound(a.group)-b.like.LeastSound(b.group), a.from-b.from)
	})
	return t
}
