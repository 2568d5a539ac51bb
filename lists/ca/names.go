package ca

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// names reads the name. The names of organizations may be in English and in
// French with a slash between them.
func (b *builder) names() {
	r := b.r
	if r.text[lastName] != "" || r.text[givenName] != "" {
		n := lists.Name{Text: strings.TrimSpace(r.text[givenName] + " " + r.text[lastName]), Type: lists.Primary}
		if r.text[givenName] != "" && r.text[lastName] != "" {
			n.Parts = []lists.Part{{Role: lists.Given, Text: r.text[givenName]}, {Role: lists.Surname, Text: r.text[lastName]}}
		}
		b.add(n)
	}
	text := r.text[entityName]
	if text == "" {
		return
	}
	is := lists.Primary
	if len(b.e.Names) > 0 {
		is = lists.Alias // a name of either sort: columns have shifted
	}
	if english, french, ok := bilingual(text); ok && b.e.Kind != lists.Vessel {
		b.add(lists.Name{Text: english, Type: is})
		b.add(lists.Name{Text: french, Type: lists.Alias, Lang: "fr"})
		return
	}
	b.add(lists.Name{Text: text, Type: is})
}

// add adds a name that the entity has not yet.
func (b *builder) add(n lists.Name) {
	if n.Text == "" {
		return
	}
	for i := range b.e.Names[:min(len(b.e.Names), 200)] {
		if b.e.Names[i].Text == n.Text {
			return
		}
	}
	if s := prose.Script(n.Text); s != "Latn" {
		n.Script = s
	}
	b.e.Names = append(b.e.Names, n)
}

// bilingual divides "English/French" at the one slash outside brackets. Each
// side has four letters or more: "A/S" is a form of firm.
func bilingual(s string) (english, french string, ok bool) {
	at, depth := -1, 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '/':
			if depth <= 0 {
				if at >= 0 {
					return s, "", false
				}
				at = i
			}
		}
	}
	if at < 0 {
		return s, "", false
	}
	english, french = strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+1:])
	if lettersIn(english) < 4 || lettersIn(french) < 4 {
		return s, "", false
	}
	return english, french, true
}

func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// languages are the labels before aliases, with their tags of BCP 47.
var languages = [...]struct{ label, tag string }{
	{"Arabic", "ar"}, {"Belarusian", "be"}, {"Russian", "ru"}, {"Ukrainian", "uk"}, {"Persian", "fa"}, {"Farsi", "fa"}, {"French", "fr"},
	{"Chinese", "zh"}, {"Burmese", "my"}, {"Spanish", "es"}, {"English", "en"}, {"Hebrew", "he"},
}

// aliases reads the aliases, which are one text. It is divided
//
//   - at the one slash between English and French, outside brackets,
//   - before the label of a language: "Belarusian: ...; Russian: ...",
//   - at semicolons,
//   - at commas that a form of firm does not follow ("Ltd.", "JSC", "АО"),
//   - at " / ", and at " and " and " or " of persons, or between names that are
//     not in Latin letters.
//
// A text that was divided stays as a remark. A single word is a weak alias of a
// person: it may be the half of a name.
func (b *builder) aliases() {
	text := b.r.text[aliases]
	if text == "" {
		return
	}
	before := len(b.e.Names)
	english, french, two := bilingual(text)
	b.aliasText(english, "")
	if two {
		lang := ""
		if b.e.Kind == lists.Organization {
			lang = "fr"
		}
		b.aliasText(french, lang)
	}
	if added := b.e.Names[before:]; len(added) != 1 || added[0].Text != text {
		b.remark(aliases)
	}
}

// maxLabelled bounds the bytes of aliases that labels are looked for in. The
// longest text of a whole file has 600.
const maxLabelled = 8 << 10

// aliasText reads aliases of one language, up to the label of another.
func (b *builder) aliasText(text, lang string) {
	for text != "" {
		at, width, next := len(text), 0, lang
		for _, l := range languages {
			if len(text) > maxLabelled {
				break
			}
			if i := strings.Index(text, l.label+":"); i >= 0 && i < at {
				at, width, next = i, len(l.label)+1, l.tag
			}
		}
		for part := range strings.SplitSeq(text[:at], ";") {
			b.commas(part, lang)
		}
		text, lang = text[at+width:], next
	}
}

// commas divides aliases at commas.
func (b *builder) commas(text, lang string) {
	held := ""
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
		case held == "":
			held = part
		case b.e.Kind != lists.Person && firmForm(part) || unbalanced(held):
			if len(held) < 1000 {
				held += ", " + part
			} else {
				b.words(held, lang)
				held = part
			}
		default:
			b.words(held, lang)
			held = part
		}
	}
	b.words(held, lang)
}

// unbalanced reports whether a bracket is open in s.
func unbalanced(s string) bool { return strings.Count(s, "(") > strings.Count(s, ")") }

// firmForm reports whether a piece behind a comma is a form of firm and belongs
// to the name before it.
func firmForm(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	switch strings.ToLower(strings.Trim(strings.ReplaceAll(word, ".", ""), "()")) {
	case "ltd", "limited", "inc", "llc", "co", "corp", "sa", "sarl", "gmbh", "jsc", "ojsc", "pjsc", "cjsc", "llp", "plc", "ooo", "ao", "oao", "zao", "pao",
		"fze", "sro", "as", "ag", "bv", "ао", "оао", "зао", "пао", "ооо", "сао", "фгуп", "нпао", "гуп", "фгбу", "тоо":
		return lettersIn(s) < 14
	}
	return false
}

// words divides a piece at words between names.
func (b *builder) words(text, lang string) {
	separators := []string{" / "}
	if b.e.Kind == lists.Person || !asciiOnly(text) && prose.Script(strings.ReplaceAll(strings.ReplaceAll(text, " and ", ""), " or ", "")) != "Latn" {
		separators = append(separators, " and ", " or ")
	}
	pieces := []string{text}
	for _, s := range separators {
		var next []string
		for _, p := range pieces {
			next = append(next, strings.Split(p, s)...)
		}
		pieces = next
	}
	for _, p := range pieces {
		p = strings.TrimSpace(p)
		p = strings.TrimPrefix(strings.TrimPrefix(p, "and "), "or ")
		if unbalanced(p) { // "(A / B": a bracket around several names
			p = strings.TrimSpace(strings.TrimPrefix(p, "("))
		}
		if p == "" {
			continue
		}
		n := lists.Name{Text: p, Type: lists.Alias, Lang: lang}
		if b.e.Kind == lists.Person && !strings.Contains(p, " ") {
			n.Type = lists.WeakAlias
		}
		b.add(n)
	}
}

func asciiOnly(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
