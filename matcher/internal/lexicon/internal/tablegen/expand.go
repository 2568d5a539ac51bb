package tablegen

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Expand returns the token sequences, each joined with blanks, in which a form as printed can reach the caller:
//
//   - a word with dots, slashes, hyphens or apostrophes inside gives both its parts and its joined shape: "S.A."
//     gives "s a" and "sa", "FZ-LLC" gives "fz llc" and "fzllc";
//   - "&" gives "and", "&" and nothing, for callers fold it to "and" or to a token boundary;
//   - Latin letters are lowered and bared of their accents;
//   - other scripts are lowered, and given with and without their marks, with both Greek sigmas and with both
//     the Arabic and the Persian kaf and yeh, since a caller may or may not fold those.
//
// The first is the most literal. None occurs twice.
func Expand(form string) []string {
	seqs := []string{""}
	for _, w := range strings.Fields(form) {
		var alts []string
		if w == "&" {
			alts = []string{"and", "&", ""}
		} else {
			alts = word(w)
		}
		var next []string
		for _, s := range seqs {
			for _, a := range alts {
				next = append(next, strings.TrimSpace(s+" "+a))
			}
		}
		seqs = next
	}
	var out []string
	seen := map[string]bool{}
	for _, s := range seqs {
		for _, v := range fold(s) {
			v = strings.Join(strings.Fields(v), " ")
			if v != "" && !seen[v] {
				seen[v] = true
				out = append(out, v)
			}
		}
	}
	return out
}

// word splits one printed word at its inner punctuation.
func word(w string) []string {
	parts := strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("./-'’״\"׳,", r) })
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts
	}
	return []string{strings.Join(parts, " "), strings.Join(parts, "")}
}

// latin maps the Latin letters that carry no separable mark.
var latin = strings.NewReplacer("ı", "i", "ø", "o", "đ", "d", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ð", "d", "ə", "a")

func fold(s string) []string {
	low := strings.ReplaceAll(strings.ToLower(s), "i\u0307", "i")
	if isLatin(low) {
		return []string{latin.Replace(bare(low))}
	}
	var out []string
	for _, v := range []string{norm.NFC.String(low), bare(low)} {
		out = append(out, v,
			strings.NewReplacer("ی", "ي", "ک", "ك").Replace(v),
			strings.NewReplacer("ي", "ی", "ى", "ی", "ك", "ک").Replace(v),
			strings.ReplaceAll(v, "ς", "σ"))
	}
	return out
}

// bare takes the combining marks off.
func bare(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

func isLatin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}
