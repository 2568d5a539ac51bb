package sound

import "slices"

// hearing is a table of costs as a search wants it: from the side of the set
// that is searched.
type hearing struct {
	sub        [phonemeCount][phonemeCount]uint8 // of a phoneme of the set (row) as one of the key
	told, lost [phonemeCount][6]uint8            // of a phoneme of the key, and of the set, as nothing
	near       [phonemeCount][levels]uint64      // by a phoneme of the key: those of the set that cost no more than the level
	mute       [levels]uint64                    // those of the set that cost no more as nothing, somewhere
	soft       [phonemeCount]uint8               // the least that a phoneme of the key costs as nothing, or as no hard consonant
}

// The levels of hearing.near: steps of levelStep up to more than anything costs.
const (
	levelStep = 8
	levels    = 16
)

// level returns the level that takes in a cost.
func level(cost int32) int { return int(min((cost+levelStep-1)/levelStep, levels-1)) }

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
	for x := range phonemeCount {
		for y := range phonemeCount {
			c := t.sub[x][y]
			if columns {
				c = t.sub[y][x]
			}
			h.sub[x][y] = c
			h.near[y][level(int32(c))] |= 1 << x
		}
		least := h.lost[x][0]
		for _, c := range h.lost[x] {
			least = min(least, c)
		}
		h.mute[level(int32(least))] |= 1 << x
	}
	for y := range phonemeCount {
		h.soft[y] = slices.Min(h.told[y][:])
		for x := range phonemeCount {
			if !hardPhoneme[x] {
				h.soft[y] = min(h.soft[y], h.sub[x][y])
			}
		}
	}
	for l := 1; l < levels; l++ {
		for y := range h.near {
			h.near[y][l] |= h.near[y][l-1]
		}
		h.mute[l] |= h.mute[l-1]
	}
	return h
}
