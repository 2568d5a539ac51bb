package screening_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
)

// mutatedQueries returns n queries, always the same, each near a listed name.
func mutatedQueries(l *lists.List, n int) []screening.Query {
	r := rand.New(rand.NewPCG(9283746, 7))
	var out []screening.Query
	for len(out) < n {
		e := &l.Entities[r.IntN(len(l.Entities))]
		name := e.Names[r.IntN(len(e.Names))].Text
		for range r.IntN(3) {
			name = mutate(r, name)
		}
		q := screening.Query{Kind: e.Kind, Names: []string{name}}
		switch r.IntN(7) {
		case 0:
			q.Kind = lists.Unknown
		case 1:
			f := &l.Entities[r.IntN(len(l.Entities))]
			q.Names = append(q.Names, mutate(r, f.Names[0].Text))
		case 2:
			if len(e.Identifiers) > 0 {
				q.Identifiers = e.Identifiers[:1]
			}
		case 3:
			q.Identifiers = []lists.Identifier{{Type: lists.IMOShip, Value: "9074729"}}
			q.Flags, q.Countries = []string{"Panama"}, []string{"Iran"}
		case 4:
			if len(e.Dates) > 0 {
				q.Dates = e.Dates[:1]
			}
		case 5:
			if r.IntN(2) == 0 {
				q.Kind = [...]lists.Kind{lists.Vessel, lists.Person, lists.Organization, lists.Aircraft}[r.IntN(4)]
			}
		}
		if strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, q)
		}
	}
	return out
}

// mutate changes a name as people and programs do.
func mutate(r *rand.Rand, s string) string {
	b := []rune(s)
	words := strings.Fields(s)
	if len(b) == 0 || len(words) == 0 {
		return s
	}
	at, w := r.IntN(len(b)), r.IntN(len(words))
	switch r.IntN(19) {
	case 0: // a letter lost
		return string(b[:at]) + string(b[at+1:])
	case 1: // a letter doubled
		return string(b[:at+1]) + string(b[at:])
	case 2: // two letters swapped
		if at+1 < len(b) {
			b[at], b[at+1] = b[at+1], b[at]
		}
		return string(b)
	case 3: // another letter
		b[at] = rune('A' + r.IntN(26))
		return string(b)
	case 4: // a word lost
		return strings.Join(slices.Delete(words, w, w+1), " ")
	case 5: // a word more
		return s + " " + [...]string{"SHIPPING", "MOHAMMAD", "STAR", "LTD", "7"}[r.IntN(5)]
	case 6: // words in another order
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return strings.Join(words, " ")
	case 7: // words joined
		if w+1 < len(words) {
			words[w] += words[w+1]
			words = slices.Delete(words, w+1, w+2)
		}
		return strings.Join(words, " ")
	case 8: // a word divided
		return string(b[:at]) + " " + string(b[at:])
	case 9: // other case
		return strings.ToLower(s)
	case 10: // a prefix or a title
		return [...]string{"M/T ", "MV ", "Capt. ", "OOO "}[r.IntN(4)] + s
	case 11: // cut as AIS, a form or a message cuts it
		return string(b[:min(len(b), [...]int{20, 25, 30, 35}[r.IntN(4)])])
	case 12: // comma and punctuation lost
		return strings.NewReplacer(",", "", "-", " ", "'", "").Replace(s)
	case 13: // an initial
		words[w] = string([]rune(words[w])[:1]) + "."
		return strings.Join(words, " ")
	case 14: // another word
		words[w] = [...]string{"MARINE", "Hassan", "GLORY", "TRADING", "PETROV"}[r.IntN(5)]
		return strings.Join(words, " ")
	case 15: // in another script
		return inScript(r.IntN(len(scripts)), s)
	case 16: // a word in another script
		words[w] = inScript(r.IntN(len(scripts)), words[w])
		return strings.Join(words, " ")
	case 17: // all in one word
		return strings.NewReplacer(" ", "", ",", "", "-", "").Replace(s)
	}
	// transcribed otherwise
	return transcribed.Replace(s)
}

var transcribed = strings.NewReplacer("KH", "H", "OU", "U", "EI", "I", "CH", "SH", "Kh", "H", "ou", "u", "ei", "i", "Y", "I", "y", "i", "Q", "K", "q", "k", "W", "V", "w", "v", "EE", "I", "OO", "U", "ee", "i", "oo", "u", "SS", "S", "MM", "M", "ss", "s", "mm", "m")

// scripts write Latin letters in other scripts, one by one: nobody's orthography,
// and near enough to be read back.
var scripts = [...]*strings.Replacer{
	script("a", "а", "b", "б", "c", "ц", "d", "д", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "j", "дж", "k", "к", "l", "л", "m", "м", "n", "н", "o", "о", "p", "п", "q", "к", "r", "р", "s", "с", "t", "т", "u", "у", "v", "в", "w", "в", "x", "кс", "y", "ы", "z", "з", "sh", "ш", "ch", "ч", "zh", "ж", "ya", "я", "yu", "ю"),
	script("a", "ا", "b", "ب", "c", "ك", "d", "د", "e", "", "f", "ف", "g", "غ", "h", "ه", "i", "ي", "j", "ج", "k", "ك", "l", "ل", "m", "م", "n", "ن", "o", "و", "p", "ب", "q", "ق", "r", "ر", "s", "س", "t", "ت", "u", "و", "v", "ف", "w", "و", "x", "كس", "y", "ي", "z", "ز", "sh", "ش", "kh", "خ", "th", "ث"),
	script("a", "α", "b", "μπ", "c", "κ", "d", "ντ", "e", "ε", "f", "φ", "g", "γκ", "h", "χ", "i", "ι", "j", "τζ", "k", "κ", "l", "λ", "m", "μ", "n", "ν", "o", "ο", "p", "π", "q", "κ", "r", "ρ", "s", "σ", "t", "τ", "u", "ου", "v", "β", "w", "ου", "x", "ξ", "y", "υ", "z", "ζ"),
	script("a", "а", "e", "е", "o", "о", "p", "р", "c", "с", "x", "х"), // look-alikes among Latin letters
}

// script makes a table of pairs, in which longer ones come before shorter ones.
func script(pairs ...string) *strings.Replacer {
	var long, short []string
	for i := 0; i < len(pairs); i += 2 {
		if len(pairs[i]) > 1 {
			long = append(long, pairs[i], pairs[i+1])
		} else {
			short = append(short, pairs[i], pairs[i+1])
		}
	}
	return strings.NewReplacer(append(long, short...)...)
}

func inScript(i int, s string) string { return scripts[i].Replace(strings.ToLower(s)) }
