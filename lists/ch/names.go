package ch

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// The parts of names that only this list tells apart.
const (
	GrandFatherName lists.PartRole = "grand-father-name"
	TribalName      lists.PartRole = "tribal-name"
	OtherPart       lists.PartRole = "other"
)

// partRoles are the values of name-part-type.
var partRoles = [...]struct {
	word string
	role lists.PartRole
}{
	{"family-name", lists.Surname}, {"given-name", lists.Given}, {"further-given-name", lists.Middle}, {"father-name", lists.Patronymic},
	{"grand-father-name", GrandFatherName}, {"maiden-name", lists.Maiden}, {"suffix", lists.Suffix}, {"title", lists.Title},
	{"tribal-name", TribalName}, {"whole-name", lists.Whole}, {"other", OtherPart},
}

// part is a name-part with the ways in which it is spelt.
type part struct {
	order    int
	role     lists.PartRole
	value    string
	variants []variant
}

// variant is a spelling-variant of a part. nth counts those of one part, language
// and script.
type variant struct {
	lang, script, kind, text string
	nth                      int
}

// Bounds of one name. The longest one has about 20 spellings of 8 parts.
const (
	maxVariants = 200
	maxParts    = 40
)

// name reads one name, and makes a Name of its value and of every spelling.
//
// The parts are joined in the order that the list gives, titles left out. A
// spelling is made of the parts that have it, which are those of one language,
// script, and number where a part has several. A part that lacks it stands with
// its Latin value in a Latin spelling, and is left out of one in another script:
// no name mixes scripts that the list does not mix.
func (p *parser) name(e *lists.Entity, n *feed.Node, main bool) {
	parts := p.parts(e, n)
	kind, quality, lang := attr(n, "name-type"), attr(n, "quality"), language(attr(n, "lang"))
	is := lists.Alias
	switch kind {
	case "primary-name":
		if main && !hasPrimary(e) {
			is = lists.Primary
		}
	case "alias":
	case "formerly-known-as":
		is = lists.Former
	default:
		p.once(e, n.At, "name-type", kind, ErrUnknownWord)
	}
	switch quality {
	case "", "good":
	case "low":
		is = lists.WeakAlias
		kind += ", low"
	default:
		kind += ", " + quality
		p.once(e, n.At, "quality", quality, ErrUnknownWord)
	}
	base := assemble(parts, func(x *part) string { return x.value })
	base.Type, base.Label, base.Lang, base.ID = is, kind, lang, attr(n, "ssid")
	if base.Text != "" {
		e.Names = append(e.Names, base)
	}
	if is == lists.Primary {
		is = lists.Alias
	}
	for _, v := range spellings(parts) {
		name := assemble(parts, func(x *part) string {
			for i := range x.variants {
				if o := &x.variants[i]; o.lang == v.lang && o.script == v.script && o.kind == v.kind && o.nth == v.nth {
					return o.text
				}
			}
			for i := range x.variants {
				if o := &x.variants[i]; o.lang == v.lang && o.script == v.script && o.kind == v.kind {
					return o.text
				}
			}
			if v.script == "LATN" {
				return x.value
			}
			return ""
		})
		if name.Text == "" || name.Text == base.Text {
			continue
		}
		name.Type, name.Label, name.Lang, name.ID = is, kind, language(v.lang), base.ID
		if v.kind != "" && v.kind != "not-defined" {
			name.Label += ", " + v.kind
		}
		if v.script != "LATN" {
			name.Script = script(v.script)
		}
		e.Names = append(e.Names, name)
	}
}

// parts takes the parts of a name, in their order.
func (p *parser) parts(e *lists.Entity, n *feed.Node) []part {
	var out []part
	for k := range n.Kids("name-part") {
		if len(out) == maxParts {
			break // what is left becomes remarks
		}
		x := part{value: textOf(k, "value"), role: OtherPart}
		order, err := strconv.Atoi(attr(k, "order"))
		if err != nil {
			order = len(out) + 1
		}
		x.order = order
		word, known := attr(k, "name-part-type"), false
		for _, r := range partRoles {
			if r.word == word {
				x.role, known = r.role, true
			}
		}
		if !known {
			p.once(e, k.At, "name-part-type", word, ErrUnknownWord)
			if word != "" {
				x.role = lists.PartRole(word)
			}
		}
		for s := range k.Kids("spelling-variant") {
			v := variant{lang: attr(s, "lang"), script: strings.ToUpper(attr(s, "script")), kind: attr(s, "spelling-variant-type"), text: text(s)}
			for i := range x.variants {
				if o := &x.variants[i]; o.lang == v.lang && o.script == v.script && o.kind == v.kind {
					v.nth++
				}
			}
			if v.text == "" {
				continue
			}
			if len(x.variants) == maxVariants {
				remark(e, "spelling-variant", "spelling-variant: "+v.text)
				continue
			}
			x.variants = append(x.variants, v)
		}
		if x.role == lists.Title {
			for _, t := range append([]variant{{text: x.value}}, x.variants...) {
				if t.text != "" && !slices.Contains(e.Titles[max(0, len(e.Titles)-200):], t.text) {
					e.Titles = append(e.Titles, t.text)
				}
			}
		}
		out = append(out, x)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].order < out[j].order })
	return out
}

// spellings returns one variant for every name that the parts make, in the order
// of the list.
func spellings(parts []part) []variant {
	var out []variant
	seen := map[variant]bool{}
	for i := range parts {
		if parts[i].role == lists.Title {
			continue
		}
		for _, v := range parts[i].variants {
			v.text = ""
			if !seen[v] && len(out) < maxVariants {
				seen[v] = true
				out = append(out, v)
			}
		}
	}
	return out
}

// assemble joins parts to a name.
func assemble(parts []part, of func(*part) string) lists.Name {
	var n lists.Name
	for i := range parts {
		t := of(&parts[i])
		if t == "" {
			continue
		}
		n.Parts = append(n.Parts, lists.Part{Role: parts[i].role, Text: t})
		if parts[i].role != lists.Title {
			n.Text = prose.Join(" ", n.Text, t)
		}
	}
	if len(n.Parts) == 1 && n.Parts[0].Role == lists.Whole {
		n.Parts = nil
	}
	return n
}

func hasPrimary(e *lists.Entity) bool {
	for i := range e.Names {
		if e.Names[i].Type == lists.Primary {
			return true
		}
	}
	return false
}

// languages are the codes of ISO 639-2 that have one of two letters, which BCP 47
// requires, as far as the list has names in them.
const languages = " eng=en ger=de deu=de fre=fr fra=fr ita=it rus=ru bel=be ukr=uk ara=ar per=fa fas=fa pus=ps kor=ko chi=zh zho=zh srp=sr hrv=hr" +
	" bos=bs spa=es por=pt tur=tr kur=ku heb=he urd=ur uzb=uz kaz=kk geo=ka kat=ka arm=hy hye=hy bur=my mya=my som=so amh=am tir=ti lav=lv lit=lt" +
	" est=et pol=pl ron=ro rum=ro bul=bg gre=el ell=el jpn=ja vie=vi may=ms msa=ms ind=id tgk=tg aze=az swa=sw hau=ha "

// language returns the BCP 47 form of a language code.
func language(code string) string {
	code = strings.ToLower(code)
	if len(code) == 3 {
		if i := strings.Index(languages, " "+code+"="); i >= 0 {
			return languages[i+5 : i+7]
		}
	}
	return code
}

// script returns an ISO 15924 code with its capital.
func script(code string) string {
	if len(code) != 4 {
		return code
	}
	return code[:1] + strings.ToLower(code[1:])
}
