package names

import (
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon"
	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// countOut puts tens and ones of a number in words together, in names of ships
// and firms: FORTY-FOUR. It writes to raws.
func countOut(p *Profile, raws []raw) []raw {
	if p == Person {
		return raws
	}
	n := 0
	for i := 0; i < len(raws); i++ {
		w := raws[i]
		if v := tensAndOnes(raws[i:]); v > 0 {
			w.end = raws[i+1].end
			w.flags |= raws[i+1].flags
			w.text, w.script = strconv.Itoa(v), script.Common
			i++
		}
		raws[n] = w
		n++
	}
	return raws[:n]
}

// respell returns raws with letters that are printed apart put together,
// K.O.M.I.D. and F L E E T, or nil where there are none, in names of ships and
// firms. Legal forms and ships' prefixes stay as they are.
func respell(p *Profile, raws []raw) []raw {
	if p == Person {
		return nil
	}
	var out []raw
	for i := 0; i < len(raws); {
		n := spelled(p, raws[i:])
		if n == 0 {
			if out != nil {
				out = append(out, raws[i])
			}
			i++
			continue
		}
		if out == nil {
			out = append(make([]raw, 0, len(raws)), raws[:i]...)
		}
		w := raws[i]
		w.end = raws[i+n-1].end
		var text strings.Builder
		for _, r := range raws[i : i+n] {
			text.WriteString(r.text)
		}
		w.text = text.String()
		out = append(out, w)
		i += n
	}
	return out
}

// minSpelled is how many single letters in a row are a word spelled out.
const minSpelled = 3

// spelled returns how many words at the start of raws are the letters of one
// word, or 0.
func spelled(p *Profile, raws []raw) int {
	n := 0
	for n < len(raws) && len(raws[n].text) == 1 && raws[n].script == script.Latin && raws[n].group == raws[0].group && !(n > 0 && (raws[n].comma || raws[n].slash)) {
		n++
	}
	if n < minSpelled {
		return 0
	}
	letters := make([]string, n)
	for i := range letters {
		letters[i] = raws[i].text
	}
	switch strings.Join(letters, "") {
	case "fka", "aka", "nka", "dba": // what stands before another name
		return 0
	}
	for i := range letters {
		k, _ := lexicon.LegalForm(letters, i)
		if p == Vessel {
			k, _ = lexicon.VesselPrefix(letters, i)
		}
		if k > 1 {
			n = i
			break
		}
	}
	if n < minSpelled {
		return 0
	}
	return n
}

// tensAndOnes returns the value of a number word for tens and a word or digit
// for ones behind it, or 0.
func tensAndOnes(raws []raw) int {
	if len(raws) < 2 || raws[0].script != script.Latin || raws[1].comma || raws[1].slash || raws[1].group != raws[0].group {
		return 0
	}
	tens, kind, ok := lexicon.Number(raws[0].text)
	if !ok || kind&lexicon.Cardinal == 0 || kind&lexicon.Unsafe != 0 || tens < 20 || tens > 90 || tens%10 != 0 {
		return 0
	}
	ones, _, ok := lexicon.Number(raws[1].text)
	if raws[1].number() && len(raws[1].text) == 1 {
		ones, ok = int(raws[1].text[0]-'0'), true
	}
	if !ok || ones < 1 || ones > 9 {
		return 0
	}
	return tens + ones
}
