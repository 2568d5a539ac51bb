package matcher

import (
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// rules are what a profile makes of a token: its weight, and the edits it bears.
type rules struct {
	weights [12]int32 // by names.Class
	common  [4]int32  // weight of a plain word, by how common it is
	maybe   int32     // least weight of a prefix or title that names bear
	edits   *editTable
}

// editTable gives the likeness of two words by the length of the shorter one
// and the edits between them, in thousandths; beyond it the words differ. Index
// 0 is length 2 or less, the last one 12 or more.
type editTable struct {
	one [11]int16
	two [11]int16
}

// A name of a person or a firm bears one edit in three letters only with the
// rest of the name to hold it up; a ship's name stands alone more often, and
// one letter in five or more is a slip rather than another ship.
var (
	nameEdits = &editTable{
		//   <=2  3    4    5    6    7    8    9    10   11   12
		one: [11]int16{0, 450, 700, 780, 845, 885, 915, 930, 940, 940, 940},
		two: [11]int16{0, 0, 0, 0, 600, 705, 790, 850, 880, 900, 910},
	}
	shipEdits = &editTable{
		one: [11]int16{0, 300, 450, 830, 850, 870, 880, 890, 900, 910, 920},
		two: [11]int16{0, 0, 0, 0, 400, 560, 680, 740, 780, 800, 820},
	}
)

// The weights are thousandths of a rare word. They were set on the dev halves
// of the evaluation sets: see the package essay.
var (
	vesselRules = &rules{
		weights: [12]int32{names.Plain: 1000, names.Number: 500, names.Initial: 500, names.Particle: 500, names.Head: 500, names.Title: 500, names.Honorific: 500,
			names.Prefix: 20, names.LegalForm: 300, names.Generic: 500, names.Place: 700, names.Filler: 40},
		common: [4]int32{1000, 900, 800, 700},
		maybe:  40,
		edits:  shipEdits,
	}
	personRules = &rules{
		weights: [12]int32{names.Plain: 1000, names.Number: 250, names.Initial: 350, names.Particle: 120, names.Head: 450, names.Title: 20, names.Honorific: 150,
			names.Prefix: 500, names.LegalForm: 500, names.Generic: 500, names.Place: 500, names.Filler: 40},
		common: [4]int32{1000, 740, 600, 410},
		maybe:  250,
		edits:  nameEdits,
	}
	firmRules = &rules{
		weights: [12]int32{names.Plain: 1000, names.Number: 400, names.Initial: 500, names.Particle: 120, names.Head: 350, names.Title: 300, names.Honorific: 300,
			names.Prefix: 200, names.LegalForm: 70, names.Generic: 350, names.Place: 750, names.Filler: 40},
		common: [4]int32{1000, 1000, 1000, 1000}, // how little a firm's word says is its class and its Grade
		edits:  nameEdits,
	}
)

func rulesOf(p *names.Profile) *rules {
	switch p {
	case names.Vessel:
		return vesselRules
	case names.Person:
		return personRules
	}
	return firmRules
}

// weight returns what a token counts for.
func (r *rules) weight(t *names.Token) int32 {
	if t.Class != names.Plain {
		w := r.weights[t.Class]
		if t.Word().MayBe {
			w = max(w, r.maybe)
		}
		return w
	}
	w := r.common[min(t.Word().Common, 3)]
	if r == vesselRules {
		switch {
		case t.Text == "iran":
			return 100
		case fleet(t.Text):
			return 350
		}
	}
	if r == personRules && t.Script == latinScript && patronymic(t.Text) {
		w = min(w, 600)
	}
	if t.Word().Grade == lexicon.GradeCommon {
		w = min(w, 750)
	}
	if n := len(t.Text); n < 3 && t.Script == latinScript {
		w = w * int32(4+n) / 8
	}
	return w
}

// company is what stands beside two tokens in their names, as far as it changes
// what they are taken for.
type company struct {
	alone  bool // one of them is the whole of its name
	korean bool // the names are of a form that Korean names have
}

// anyCompany admits all that any company admits.
var anyCompany = company{alone: true, korean: true}

// tokens says how alike two tokens are, and in what way.
func (r *rules) tokens(a, b *names.Token, beside company) (int, Method) {
	if a.Class == names.Number || b.Class == names.Number {
		if a.Class == b.Class && a.Text == b.Text {
			return 1000, Same
		}
		return 0, Missing
	}
	if a.Text == b.Text {
		return 1000, Same
	}
	if a.Class == names.Initial || b.Class == names.Initial {
		if a.Class != b.Class && a.Text[0] == b.Text[0] && a.Class != names.Particle && b.Class != names.Particle {
			return 700, InitialOnly
		}
		return 0, Missing
	}
	x, y := a.Word(), b.Word()
	if a.Class == names.LegalForm || b.Class == names.LegalForm {
		if a.Class == b.Class && x.Family == y.Family && x.Family != lexicon.FamilyNone {
			return legalForms, Equivalent
		}
	}
	return r.words(x, y, a.Script, b.Script, beside)
}

// legalForms is the likeness of two legal forms of one family.
const legalForms = 800

// fleet reports whether a word is put before the names of a fleet's ships and
// sometimes dropped by brokers. IRAN, which OFAC's list itself prints and leaves
// out (IRAN TOUSKA, TOUSKA), counts for less still.
func fleet(s string) bool {
	switch s {
	case "ns", "scf", "beks", "nordic", "maersk", "msc", "cma", "cgm", "cosco", "nyk", "mol":
		return true
	}
	return false
}

// patronymic reports whether a word is built as an East Slavic patronymic, which
// lists print and people leave out.
func patronymic(s string) bool {
	if len(s) < 7 {
		return false
	}
	for _, end := range [...]string{"ovich", "evich", "ovych", "evych", "avich", "ovna", "evna", "ivna", "auna", "ovic", "evitch", "ovitch", "yich"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
