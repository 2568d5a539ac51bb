package voyage

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/screening"
)

// word is a word of a text.
type word struct {
	start, end int
	kind       wordKind
	last       bool // what follows ends a sentence or a field
}

// wordKind is what a word can be to a name.
type wordKind uint8

const (
	plainWord wordKind = iota
	smallWord          // no name begins or ends with it, or it is a unit or a term of trade
	number
	shipWord // a ship's name follows
)

// smallWords are words with which no name begins or ends, in papers of the trade,
// and shipWords those before the name of a ship. Both from general knowledge.
var smallWords = set(`a an the of and or for to from at in on by per with as is are was be via no nr dd dtd date dated ref re attn
	mt mts kg kgs ton tons tonnes cbm bbl bbls barrels litres ltrs lts pct usd eur gbp aed rub cny inr
	imo port ports berth terminal b l b/l bl bill lading loaded load discharged discharge cargo goods shipment shipped payment pmt invoice inv order contract account acct
	freight charter party hire demurrage fob cif cfr dap in bulk about approx quantity qty gasoline gasoil diesel naphtha crude oil fuel
	shipper consignee notify buyer seller buyers sellers owner owners master charterer charterers agent agents bank receiver beneficiary applicant
	alkylate reformate condensate kerosene jet lng lpg urea wheat corn rice sugar steel coal ore cement containers teu feu`)

var shipWords = set(`mt m/t mv m/v m.v m.t vsl vessel ship tanker ss s/s tug barge`)

func set(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// split divides a text into words, at most most of them, and returns where it
// stopped reading. Signs within words
// (M/T, S.A., Al-Rashid) stay. A line ends no name: payment messages break lines
// after 35 letters.
func split(text string, most int) (out []word, read int) {
	inside := func(r rune) bool { return strings.ContainsRune("/.&'’-", r) }
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) }
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isWord(r) {
			if strings.ContainsRune(";:|()[]\"", r) && len(out) > 0 {
				out[len(out)-1].last = true
			}
			i += n
			continue
		}
		if len(out) == most {
			return out, i
		}
		w := word{start: i}
		digits := true
		for i < len(text) {
			r, n = utf8.DecodeRuneInString(text[i:])
			next, _ := utf8.DecodeRuneInString(text[min(i+n, len(text)):])
			if !isWord(r) && !(inside(r) && isWord(next)) && !(r == ',' && digits && unicode.IsDigit(next)) {
				break
			}
			digits = digits && (unicode.IsDigit(r) || r == ',' || r == '.')
			i += n
		}
		w.end = i
		lower := ""
		if w.end-w.start <= 24 {
			lower = strings.ToLower(text[w.start:w.end])
		}
		switch {
		case shipWords[lower]:
			w.kind = shipWord
		case digits:
			w.kind = number
		case smallWords[lower]:
			w.kind = smallWord
		}
		if i < len(text) && text[i] == '.' && w.end-w.start > 3 {
			w.last = true
		}
		out = append(out, w)
	}
	return out, len(text)
}

// words asks for the runs of words of a text that may be names.
func (t *texts) words(field, text string) {
	ws, read := split(text, maxTextWords)
	if read < len(text) {
		t.warnings = append(t.warnings, problem(field, text[read:min(len(text), read+40)],
			fmt.Errorf("%w for names beyond its first %d words; IMO numbers are", ErrNotChecked, maxTextWords)))
	}
	asked := 0
	seen := map[string]bool{}
	for i := range ws {
		if ws[i].kind != plainWord {
			continue
		}
		marked := i > 0 && ws[i-1].kind == shipWord && !ws[i-1].last && (i < 2 || ws[i-2].kind != number)
		for j := i; j < len(ws) && j < i+maxWindow; j++ {
			w := &ws[j]
			short := w.end-w.start <= 3
			ends := w.kind == plainWord || w.kind == number && short && j > i
			if j == i && w.end-w.start < 4 {
				ends = false // "GP", "RA": too little alone
			}
			run := text[ws[i].start:w.end]
			if ends && !seen[run] && len(run) <= maxRun {
				if asked == maxWindows {
					t.warnings = append(t.warnings, problem(field, run, fmt.Errorf("%w for names from here on; IMO numbers are", ErrNotChecked)))
					return
				}
				asked++
				seen[run] = true
				goesOn := j+1 < len(ws) && !w.last && ws[j+1].kind == plainWord
				t.put(span{field, ws[i].start, w.end, j - i + 1, marked && !goesOn, strings.ToLower(run) != run}, screening.Query{Names: []string{run}})
			}
			if w.last {
				break
			}
		}
	}
}
