package lexicon

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/lexicon/internal/tablegen"
)

// rows reads one table straight from its text.
func rows(t *testing.T, name string, fields int) []tablegen.Row {
	t.Helper()
	rs, err := tablegen.Read(os.DirFS("tables"), name, fields)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

// inPlace puts a phrase where its position says it is believed, and returns the tokens and the index of the phrase.
func inPlace(phrase, position string) (tokens []string, i int) {
	p := strings.Fields(phrase)
	switch position {
	case "start", "lead":
		return append(p, "qqqq", "wwww"), 0
	case "end", "edge":
		return append([]string{"qqqq", "wwww"}, p...), 2
	}
	return append(append([]string{"qqqq"}, p...), "wwww"), 1
}

func TestGeneratedFilesAreCurrent(t *testing.T) {
	files, err := tablegen.Generate(os.DirFS("tables"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := tablegen.Generate(os.DirFS("tables"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate", name)
		}
		if !bytes.Equal(again[name], want) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

func TestEveryLegalForm(t *testing.T) {
	families := map[string]Family{"company": FamilyCompany, "limited": FamilyLimited, "stock": FamilyStock, "partnership": FamilyPartnership,
		"freezone": FamilyFreeZone, "shipping": FamilyShipping, "state": FamilyState, "coop": FamilyCooperative, "sole": FamilySole, "nonprofit": FamilyNonprofit}
	table := rows(t, "legal_forms.txt", 5)
	if len(table) < 300 {
		t.Fatalf("only %d forms", len(table))
	}
	for _, r := range table {
		for _, phrase := range tablegen.Expand(r.Fields[0]) {
			tokens, i := inPlace(phrase, r.Fields[3])
			n, f := LegalForm(tokens, i)
			if n != len(strings.Fields(phrase)) || f.ID != r.Fields[1] || f.Family != families[r.Fields[2]] {
				t.Errorf("%s: %q in %q: n=%d %+v", r.Pos, phrase, tokens, n, f)
			}
			jur := strings.TrimPrefix(r.Fields[4], "-")
			if f.Jurisdiction != jur {
				t.Errorf("%s: jurisdiction %q", r.Pos, f.Jurisdiction)
			}
			if mid := append([]string{"qqqq"}, append(strings.Fields(phrase), "wwww")...); r.Fields[3] != "any" {
				if n, f := LegalForm(mid, 1); n == len(strings.Fields(phrase)) {
					t.Errorf("%s: %q is bound to %s, yet found inside a name as %+v", r.Pos, phrase, r.Fields[3], f)
				}
			}
		}
	}
}

func TestEveryTitle(t *testing.T) {
	classes := map[string]TitleClass{"title": TitleCourtesy, "rank": TitleRank, "honorific": TitleHonorific, "suffix": TitleSuffix, "honorific-name": TitleName}
	for _, r := range rows(t, "titles.txt", 3) {
		for _, phrase := range tablegen.Expand(r.Fields[0]) {
			tokens, i := inPlace(phrase, r.Fields[2])
			if n, c := Title(tokens, i); n != len(strings.Fields(phrase)) || c != classes[r.Fields[1]] {
				t.Errorf("%s: %q in %q: n=%d class=%d", r.Pos, phrase, tokens, n, c)
			}
		}
	}
}

func TestEveryVesselPrefix(t *testing.T) {
	classes := map[string]PrefixClass{"prefix": PrefixMark, "type": PrefixType}
	for _, r := range rows(t, "vessel_prefixes.txt", 5) {
		for _, phrase := range tablegen.Expand(r.Fields[0]) {
			tokens, i := inPlace(phrase, r.Fields[3])
			n, p := VesselPrefix(tokens, i)
			if n != len(strings.Fields(phrase)) || p.Class != classes[r.Fields[1]] || p.Canonical != r.Fields[2] || p.MayBeName != (r.Fields[4] == "yes") {
				t.Errorf("%s: %q in %q: n=%d %+v", r.Pos, phrase, tokens, n, p)
			}
		}
	}
}

func TestEveryParticle(t *testing.T) {
	classes := map[string]ParticleClass{"article": ParticleArticle, "patronymic-link": ParticlePatronymic, "nobiliary": ParticleNobiliary,
		"conjunction": ParticleConjunction, "compound-head": ParticleHead}
	for _, r := range rows(t, "particles.txt", 2) {
		for _, w := range tablegen.Expand(r.Fields[0]) {
			if c, ok := Particle(w); !ok || c != classes[r.Fields[1]] {
				t.Errorf("%s: %q: %d %v", r.Pos, w, c, ok)
			}
		}
	}
}

func TestEveryExpansion(t *testing.T) {
	table := rows(t, "expansions.txt", 2)
	if len(table) < 150 {
		t.Fatalf("only %d expansions", len(table))
	}
	for _, r := range table {
		joined := strings.Map(func(c rune) rune {
			if c == '\'' || c == '/' {
				return -1
			}
			return c
		}, r.Fields[0])
		if got, ok := Expand(joined); !ok || got != r.Fields[1] {
			t.Errorf("%s: %q: %q", r.Pos, joined, got)
		}
	}
}

func TestEveryBusinessGroup(t *testing.T) {
	grades := map[string]Grade{"common": GradeCommon, "generic": GradeGeneric}
	table := rows(t, "business_groups.txt", 3)
	if len(table) < 60 {
		t.Fatalf("only %d groups", len(table))
	}
	owner := map[uint16]string{}
	own := map[string]bool{}
	for _, name := range []string{"generic.txt", "places.txt"} {
		for _, r := range rows(t, name, 2) {
			for _, w := range tablegen.Expand(r.Fields[0]) {
				own[w] = true
			}
		}
	}
	for _, r := range table {
		first := uint16(0)
		for _, word := range strings.Fields(r.Fields[2]) {
			for _, w := range tablegen.Expand(word) {
				id, ok := BusinessGroup(w)
				if !ok || first != 0 && id != first {
					t.Errorf("%s: %q: group %d %v, the line's is %d", r.Pos, w, id, ok, first)
				}
				first = id
				if !own[w] && Generic(w) != grades[r.Fields[1]] {
					t.Errorf("%s: %q: grade %d", r.Pos, w, Generic(w))
				}
			}
		}
		if other, taken := owner[first]; taken {
			t.Errorf("%s shares its id with %s", r.Pos, other)
		}
		owner[first] = r.Pos
	}
}

func TestEveryGenericWordAndPlace(t *testing.T) {
	grades := map[string]Grade{"common": GradeCommon, "generic": GradeGeneric, "place": GradePlace}
	for _, name := range []string{"generic.txt", "places.txt"} {
		for _, r := range rows(t, name, 2) {
			for _, w := range tablegen.Expand(r.Fields[0]) {
				if got := Generic(w); got != grades[r.Fields[1]] {
					t.Errorf("%s: %q: %d", r.Pos, w, got)
				}
			}
		}
	}
}

func TestEveryNumeral(t *testing.T) {
	for _, r := range rows(t, "numerals.txt", 3) {
		kind := Cardinal
		if strings.HasPrefix(r.Fields[2], "ordinal") {
			kind = Ordinal
		}
		if strings.HasSuffix(r.Fields[2], "unsafe") {
			kind |= Unsafe
		}
		for _, w := range tablegen.Expand(r.Fields[0]) {
			v, k, ok := Number(w)
			if !ok || strconv.Itoa(v) != r.Fields[1] || k != kind {
				t.Errorf("%s: %q: %d kind %d %v", r.Pos, w, v, k, ok)
			}
		}
	}
}

func TestEveryNameGroup(t *testing.T) {
	table := rows(t, "given_names.txt", 1)
	if len(table) < 250 {
		t.Fatalf("only %d lines", len(table))
	}
	check := func(pos string, list []string, class NameRelation) {
		for _, w := range list[1:] {
			if c := relation(list[0], w); c == SameNone || c > class {
				t.Errorf("%s: %q and %q: relation %d, want %d or closer", pos, list[0], w, c, class)
			}
		}
	}
	for _, r := range table {
		g, err := tablegen.ParseNames(r.Fields[0])
		if err != nil {
			t.Fatalf("%s: %v", r.Pos, err)
		}
		for _, list := range g.Spelling {
			check(r.Pos, list, SameSpelling)
		}
		if len(g.Translation) > 1 {
			check(r.Pos, g.Translation, SameTranslation)
		}
		for _, list := range g.Nickname {
			check(r.Pos, list, SameNickname)
		}
	}
}

// relation returns the closest relation of two tokens, the way a caller finds it.
func relation(a, b string) NameRelation {
	best := SameNone
	for _, x := range GivenNames(a) {
		for _, y := range GivenNames(b) {
			if x.ID == y.ID && (best == SameNone || x.Class < best) {
				best = x.Class
			}
		}
	}
	return best
}

func TestEveryCommonNameAndShipWord(t *testing.T) {
	uses := map[string]NameUse{"given": UseGiven, "surname": UseSurname, "both": UseBoth}
	table := rows(t, "common_names.txt", 3)
	if len(table) < 1500 {
		t.Fatalf("only %d names", len(table))
	}
	for _, r := range table {
		if g, u := Common(r.Fields[0]), CommonUse(r.Fields[0]); strconv.Itoa(int(g)) != r.Fields[2] || u != uses[r.Fields[1]] {
			t.Errorf("%s: %q: grade %d use %d", r.Pos, r.Fields[0], g, u)
		}
	}
	table = rows(t, "ship_words.txt", 2)
	if len(table) < 250 {
		t.Fatalf("only %d ship words", len(table))
	}
	for _, r := range table {
		if g := CommonShipWord(r.Fields[0]); strconv.Itoa(int(g)) != r.Fields[1] {
			t.Errorf("%s: %q: grade %d", r.Pos, r.Fields[0], g)
		}
	}
}
