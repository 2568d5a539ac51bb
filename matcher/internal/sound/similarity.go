package sound

import "github.com/seed-539c57aa/pratique/matcher/internal/script"

// Scores of Similarity that mean something by themselves, in thousandths.
const (
	// Same is the decision point: from here on the two tokens pass for one
	// name in two spellings, whatever the scripts.
	Same = 880
	// Respelt is what a caller should hold a pair of tokens to whose keys are
	// equal but whose letters are not (Hossein, Hosein): Similarity sees only
	// the keys and gives 1000.
	Respelt = 970

	topKey      = 1000 // equal keys
	topLatin    = 960  // unlike keys of one script
	topFull     = 980  // unlike keys of two scripts, every vowel written
	topPartial  = 960  // two scripts, one of which left vowels out
	topSkeleton = 940  // two scripts, one of which wrote no vowel at all
)

// phonemeCount is the inventory, and 0 for bytes that are not in it.
const phonemeCount = len(phonemes) + 1

// costs are one table of tables/costs.txt: what it costs to hear a phoneme of
// the other script (row) as one of Latin (column), and to hear nothing. The
// six columns of other and latin are the places of place.
type costs struct {
	sub          [phonemeCount][phonemeCount]uint8
	other, latin [phonemeCount][6]uint8
}

// scale turns a cost into a score. A pair may cost share per cent of its
// weight, but never so much that less than doubt of the weight is left, for
// that much chance gives any two names; and however short it is it may cost
// floor. A pair that costs all it may scores Same.
//
// Measured on public transliteration pairs; see the package comment.
type scale struct{ doubt, share, floor int32 }

var scales = [script.Count]scale{
	script.Common:     {0, 20, 6},
	script.Latin:      {0, 20, 6},
	script.Cyrillic:   {35, 54, 6},
	script.Greek:      {40, 40, 6},
	script.Arabic:     {45, 38, 6},
	script.Hebrew:     {45, 40, 6},
	script.Hangul:     {50, 42, 6},
	script.Kana:       {45, 40, 6},
	script.Han:        {50, 42, 6},
	script.Armenian:   {40, 40, 6},
	script.Georgian:   {40, 40, 6},
	script.Devanagari: {40, 40, 6},
	script.Thai:       {40, 42, 6},
	script.Ethiopic:   {40, 40, 6},
	script.Other:      {0, 20, 6},
}

var tables = [script.Count]*costs{
	script.Common:     &latinCosts,
	script.Latin:      &latinCosts,
	script.Cyrillic:   &cyrillicCosts,
	script.Greek:      &generalCosts,
	script.Arabic:     &arabicCosts,
	script.Hebrew:     &hebrewCosts,
	script.Hangul:     &hangulCosts,
	script.Kana:       &kanaCosts,
	script.Han:        &hanCosts,
	script.Armenian:   &generalCosts,
	script.Georgian:   &generalCosts,
	script.Devanagari: &generalCosts,
	script.Thai:       &thaiCosts,
	script.Ethiopic:   &ethiopicCosts,
	script.Other:      &generalCosts,
}

// Similarity gives how likely the keys a and b, of tokens written in scripts
// sa and sb with vowels as complete as va and vb say, are one name: 0 to 1000,
// Same (880) being the decision point in every pair of scripts.
//
// Equal keys of one script give 1000, as do equal keys of two scripts that
// wrote every vowel. Otherwise the most a pair can reach says how much was
// known: 980 across two scripts with vowels, 960 within one script and where
// one side left vowels out, 940 where one side is a bare skeleton. An empty
// key says nothing and gives 0.
//
// It is symmetric: swapping a, sa, va with b, sb, vb changes nothing. It
// allocates nothing, never fails, reads MaxPhonemes of each key and takes a
// byte that is no phoneme for an unlikely consonant.
func Similarity(a, b string, sa, sb script.Script, va, vb script.Vowels) int {
	return similarity(a, b, sa, sb, va, vb, unbounded)
}

// AtLeast is Similarity where that is Same or more, and 0 where it is less: it
// looks no further once the cost is too much.
func AtLeast(a, b string, sa, sb script.Script, va, vb script.Vowels) int {
	return similarity(a, b, sa, sb, va, vb, 0)
}

// unbounded is the slack above the allowed cost within which costs are exact.
const unbounded = 1 << 20

func similarity(a, b string, sa, sb script.Script, va, vb script.Vowels, slack int32) int {
	if a == "" || b == "" {
		return 0
	}
	if sa == sb && a == b {
		return topKey
	}
	if len(a) > MaxPhonemes {
		a = a[:MaxPhonemes]
	}
	if len(b) > MaxPhonemes {
		b = b[:MaxPhonemes]
	}
	if int(sa) >= script.Count {
		sa = script.Other
	}
	if int(sb) >= script.Count {
		sb = script.Other
	}
	if rank(sa) < rank(sb) {
		a, b, sa, sb = b, a, sb, sa
	}
	t, sc := pairing(sa, sb)
	weight := (heavy(a) + heavy(b)) / 2
	allowed := max(min(weight-sc.doubt, weight*sc.share/100), sc.floor)
	cost := int32(0) // an ambiguous phoneme costs something even for itself
	if a != b {
		cost = align(t, a, b, allowed+slack)
	}
	if cost > allowed+slack {
		return 0
	}
	top := int32(topLatin)
	switch {
	case sa == sb:
		cost += strictness(a, b)
	case va == script.VowelsNone || vb == script.VowelsNone:
		top = topSkeleton
	case va != script.VowelsFull || vb != script.VowelsFull:
		top = topPartial
	case a == b:
		top = topKey
	default:
		top = topFull
	}
	switch {
	case cost <= allowed:
		return int(top - (top-Same)*cost/allowed)
	case slack == 0:
		return 0
	}
	return int(max(Same-1-Same*(cost-allowed)/(weight+1), 0))
}

// heavy adds up the weights of a key's phonemes.
func heavy(key string) (w int32) {
	for i := range len(key) {
		w += int32(phonemeWeight[phonemeIndex[key[i]]])
	}
	return w
}

// rank orders the scripts so that the one whose spelling says least comes
// first in a pair and gives the rows of the table.
func rank(s script.Script) int {
	switch s {
	case script.Latin, script.Common:
		return 0
	case script.Hebrew:
		return script.Count
	case script.Arabic:
		return script.Count + 1
	}
	return int(s)
}

// pairing gives the table and the scale for a pair of scripts in order of rank.
func pairing(sa, sb script.Script) (*costs, scale) {
	switch {
	case sa == sb:
		return &latinCosts, scales[script.Latin]
	case rank(sb) == 0:
		return tables[sa], scales[sa]
	case sa == script.Arabic || sa == script.Hebrew:
		return &skeletonCosts, scales[sa]
	}
	// Two scripts with vowels: the one that says less sets the scale.
	sc := scales[sa]
	if scales[sb].doubt > sc.doubt {
		sc = scales[sb]
	}
	return &generalCosts, sc
}

// align gives the least cost of hearing a, of the other script, as b, of Latin,
// or some cost above most where it is more than that. It is the edit distance of
// Wagner and Fischer (1974) with the table's costs, row by row; no cost is
// negative, so that a row which lies above most ends it.
func align(t *costs, a, b string, most int32) int32 {
	var ys [MaxPhonemes]uint8
	var drops, row [MaxPhonemes + 1]int32
	before, sum := atHead, int32(0)
	n := min(len(b), MaxPhonemes)
	for j := 0; j < n; j++ {
		y := phonemeIndex[b[j]]
		at := before
		if j == len(b)-1 {
			at += atEnd
		}
		d := int32(t.latin[y][at])
		ys[j], drops[j] = y, d
		sum += d
		row[j+1] = sum
		before = behind(y)
	}
	before = atHead
	for i := 0; i < len(a) && i < MaxPhonemes; i++ {
		x := phonemeIndex[a[i]]
		at := before
		if i == len(a)-1 {
			at += atEnd
		}
		drop := int32(t.other[x][at])
		sub := &t.sub[x]
		diagonal := row[0]
		left := diagonal + drop
		row[0] = left
		lowest := left
		for j := 0; j < n; j++ {
			up := row[j+1]
			least := diagonal + int32(sub[ys[j]])
			if c := up + drop; c < least {
				least = c
			}
			if c := left + drops[j]; c < least {
				least = c
			}
			diagonal, left = up, least
			row[j+1] = least
			lowest = min(lowest, least)
		}
		if lowest > most {
			return lowest
		}
		before = behind(x)
	}
	return row[n]
}

// The places of a phoneme that is heard as nothing, as columns of costs.
const (
	atHead     = 0
	afterVowel = 1
	afterOther = 2
	atEnd      = 3 // to be added
)

// behind is the place of what follows phoneme number x.
func behind(x uint8) int {
	if phonemeVowel[x] {
		return afterVowel
	}
	return afterOther
}

// strictness is what two keys of one script cost besides the table's costs,
// in the places where little tells one name from another: a vowel at the head
// of the word (Ali, Eli); and in names of one syllable its vowel (Zhang,
// Zheng; but not o for u, as in Jong, Jung, or i for e, as in Bin, Ben), a
// diphthong for a vowel (Paek, Pak), and at the head j for y (Jong, Yong) and
// ch for k (Chang, Kang).
func strictness(a, b string) (extra int32) {
	x, y := phonemeIndex[a[0]], phonemeIndex[b[0]]
	if x != y && phonemeVowel[x] && phonemeVowel[y] {
		extra = 8
	}
	v, n, one := syllable(a)
	w, m, another := syllable(b)
	if !one || !another {
		return extra
	}
	switch {
	case n != m:
		extra += 10
	case n == 1 && latinCosts.sub[v][w] > 4 && !(v == vowelE && w == vowelI || v == vowelI && w == vowelE):
		extra += 15
	}
	switch min(a[0], b[0]) {
	case 'j':
		if max(a[0], b[0]) == 'y' {
			extra += 15
		}
	case 'K':
		if max(a[0], b[0]) == 'k' {
			extra += 15
		}
	}
	return extra
}

// The numbers of two phonemes, see phonemes.
const (
	vowelE = 2
	vowelI = 3
)

// syllable gives the first vowel of a key, how many follow on each other, and
// whether the key has no other.
func syllable(key string) (v uint8, n int, only bool) {
	for i := 0; i < len(key); i++ {
		x := phonemeIndex[key[i]]
		switch {
		case !phonemeVowel[x]:
		case n == 0:
			v, n = x, 1
		case phonemeVowel[phonemeIndex[key[i-1]]]:
			n++
		default:
			return v, n, false
		}
	}
	return v, n, n > 0
}
