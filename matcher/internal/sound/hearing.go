package sound

import "slices"

// hearing is a table of costs as a search wants it: from the side of the set
// that is searched.
type hearing struct {
	told, lost [phonemeCount][6]uint8 // of a phoneme of the key, and of the set, as nothing
	ears       [phonemeCount]ear      // by a phoneme of the key
	mute       [3][levels]uint64      // by place: those of the set that cost no more as nothing
}

// ear is what a search needs of one phoneme of its key.
type ear struct {
	sub  [phonemeRoom]uint8 // what a phoneme of the set costs as this one
	near [levels]uint64     // those that cost no more than the level
	soft uint8              // the least that it costs as nothing, or as no hard consonant
}

const phonemeRoom = 1 << 6 // for all that six bits can number

// The levels of ear.near and hearing.mute: what can be spent, in steps of
// levelStep up to all but the costs of phonemes that have nothing to do with each
// other, and then these too.
const (
	levelStep = 2
	unlike    = 80 // what it costs at the least to hear one such phoneme as another
	levels    = 22
)

// level returns the level of what can be spent, which is not negative, or the first
// one that takes in a cost.
func level(cost int32) int {
	if cost >= unlike {
		return levels - 1
	}
	return int(min(cost/levelStep, levels-2))
}

// hearings has two of each table: the set's script gives the columns, or the rows.
var hearings = makeHearings()

// costTables are all there are, each once.
var costTables = [...]*costs{
	&latinCosts, &cyrillicCosts, &generalCosts, &arabicCosts, &hebrewCosts, &hangulCosts, &kanaCosts, &hanCosts, &thaiCosts, &ethiopicCosts, &skeletonCosts,
}

func hearingOf(t *costs, columns bool) *hearing {
	for i := range costTables {
		if costTables[i] == t {
			if columns {
				return hearings[2*i]
			}
			return hearings[2*i+1]
		}
	}
	return makeHearing(t, columns)
}

func makeHearings() (hs [2 * len(costTables)]*hearing) {
	for i, t := range costTables {
		hs[2*i], hs[2*i+1] = makeHearing(t, true), makeHearing(t, false)
	}
	return hs
}

func makeHearing(t *costs, columns bool) *hearing {
	h := &hearing{}
	if columns {
		h.told, h.lost = t.other, t.latin
	} else {
		h.told, h.lost = t.latin, t.other
	}
	for y := range phonemeCount {
		e := &h.ears[y]
		e.soft = slices.Min(h.told[y][:])
		for x := range phonemeCount {
			c := t.sub[x][y]
			if columns {
				c = t.sub[y][x]
			}
			e.sub[x] = c
			e.near[level(int32(c))] |= 1 << x
			if !hardPhoneme[x] {
				e.soft = min(e.soft, c)
			}
		}
		cumulate(&e.near)
	}
	for place := range h.mute {
		for x := range phonemeCount {
			least := min(h.lost[x][place], h.lost[x][place+atEnd])
			h.mute[place][level(int32(least))] |= 1 << x
		}
		cumulate(&h.mute[place])
	}
	return h
}

// cumulate adds to each level those below.
func cumulate(l *[levels]uint64) {
	for i := 1; i < levels; i++ {
		l[i] |= l[i-1]
	}
}
