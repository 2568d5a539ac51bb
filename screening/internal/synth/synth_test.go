package synth

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
)

// golden are digests of lists: the generator gives the same bytes on
// every machine and after every change that does not mean to change it.
var golden = []struct {
	seed   uint64
	names  int
	digest string
}{
	{1, 1, "c043cf3137e9d6f3"},
	{1, 10, "9e64b226bdf37653"},
	{1, 10_000, "4c530aeb1053cc8c"},
	{7, 10_000, "c2aa27c66f4d0bf4"},
}

// digest is over all that is drawn.
func digest(entities []lists.Entity) string {
	h := sha256.New()
	for i := range entities {
		e := &entities[i]
		fmt.Fprintln(h, e.ID, e.Kind, e.Gender, e.Flags, e.Countries, e.Places, e.Addresses, e.Programmes())
		for _, n := range e.Names {
			fmt.Fprintln(h, n.Text, n.Type, n.Script)
		}
		for _, id := range e.Identifiers {
			fmt.Fprintln(h, id.Type, id.Value, id.Country)
		}
		for _, d := range e.Dates {
			fmt.Fprintln(h, d.Role, d)
		}
		if v := e.Vessel; v != nil {
			fmt.Fprintln(h, v.Type, v.Deadweight, v.GrossTonnage)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))[:16]
}

func TestGolden(t *testing.T) {
	for _, g := range golden {
		l := List(g.seed, g.names)
		if got := digest(l.Entities); got != g.digest {
			t.Errorf("seed %d, %d names: digest %s, want %s", g.seed, g.names, got, g.digest)
		}
	}
	if got, want := fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, Queries(1, List(1, 1000), 300))))[:16], "68b487272f8b2715"; got != want {
		t.Errorf("queries: digest %s, want %s", got, want)
	}
}

func TestMix(t *testing.T) {
	const names = 40_000
	l := List(3, names)
	c := l.Count()
	share := func(what string, n, of, low, high int) {
		t.Helper()
		t.Logf("%s: %d of %d, %d in 1000", what, n, of, n*1000/of)
		if n*1000 < low*of || n*1000 > high*of {
			t.Errorf("%s: %d of %d, want %d to %d in 1000", what, n, of, low, high)
		}
	}
	all := len(l.Entities)
	share("persons", c.Persons, all, 430, 470)
	share("firms", c.Organizations, all, 380, 420)
	share("ships", c.Vessels, all, 110, 130)
	share("kind unknown", c.Unknown, all, 20, 40)
	n, twice, withIDs := 0, 0, 0
	types := map[lists.NameType]int{}
	scripts := map[string]int{}
	for i := range l.Entities {
		e := &l.Entities[i]
		n += len(e.Names)
		if cap(e.Names) != len(e.Names) || len(e.Names) == 0 {
			t.Fatalf("%s: %d names in room for %d", e.ID, len(e.Names), cap(e.Names))
		}
		if len(e.Identifiers) > 0 {
			withIDs++
		}
		seen := map[string]bool{}
		for j := range e.Names {
			types[e.Names[j].Type]++
			text := e.Names[j].Text
			if seen[text] {
				twice++
			}
			seen[text] = true
			if strings.TrimSpace(text) != text || text == "" {
				t.Errorf("%s: name %q", e.ID, text)
			}
			scripts[script(text)]++
			if s := e.Names[j].Script; s != "" && s != script(text) {
				t.Errorf("%s: %q is said to be %s, and is %s", e.ID, text, s, script(text))
			}
		}
	}
	if n != names {
		t.Errorf("%d names, want %d", n, names)
	}
	share("entities a name", all, names, 400, 450)
	share("primary names", types[lists.Primary], names, 400, 450)
	share("former names", types[lists.Former], names, 40, 80)
	share("weak aliases", types[lists.WeakAlias], names, 20, 60)
	share("Cyrillic", scripts["Cyrl"], names, 20, 60)
	share("Arabic", scripts["Arab"], names, 40, 110)
	share("Han", scripts["Hans"], names, 8, 30)
	share("Hangul", scripts["Hang"], names, 8, 30)
	share("with identifiers", withIDs, all, 400, 600)
	share("names that stand twice", twice, names, 0, 20)
	if digest(l.Entities) != digest(List(3, names).Entities) {
		t.Error("a second list of the same seed is another one")
	}
	if digest(l.Entities[:100]) == digest(List(4, names).Entities[:100]) {
		t.Error("another seed makes the same list")
	}
}

// script is the script of the first letter that is not Latin.
func script(s string) string {
	for _, c := range s {
		switch {
		case unicode.Is(unicode.Cyrillic, c):
			return "Cyrl"
		case unicode.Is(unicode.Arabic, c):
			return "Arab"
		case unicode.Is(unicode.Han, c):
			return "Hans"
		case unicode.Is(unicode.Hangul, c):
			return "Hang"
		}
	}
	return "Latn"
}

// TestWords holds that words are shared as in a language: the vocabulary grows,
// by less than the names do, and few words make up much of the text.
func TestWords(t *testing.T) {
	vocabulary := func(names int) (int, int, int) {
		count := map[string]int{}
		total := 0
		l := List(5, names)
		for i := range l.Entities {
			for _, n := range l.Entities[i].Names {
				for w := range strings.FieldsFuncSeq(strings.ToLower(n.Text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }) {
					count[w]++
					total++
				}
			}
		}
		most := 0
		for _, n := range count {
			most = max(most, n)
		}
		return len(count), total, most
	}
	small, smallTotal, _ := vocabulary(5_000)
	large, largeTotal, most := vocabulary(80_000)
	t.Logf("%d words of %d, %d of %d; the most frequent %d times", small, smallTotal, large, largeTotal, most)
	if large < 4*small || large > 12*small {
		t.Errorf("16 times the names have %d words, %d before: want 4 to 12 times", large, small)
	}
	if most*100 < largeTotal || most*10 > largeTotal {
		t.Errorf("the most frequent word is %d of %d words: want 1 to 10 in 100", most, largeTotal)
	}
}

// TestNumbers holds that the identifiers are what their types say.
func TestNumbers(t *testing.T) {
	l := List(6, 30_000)
	seen := map[lists.IDType]int{}
	ships := map[string]bool{}
	for i := range l.Entities {
		e := &l.Entities[i]
		for _, id := range e.Identifiers {
			c, err := id.Canonical()
			if err != nil {
				t.Errorf("%s: %v", e.ID, err)
			}
			seen[id.Type]++
			code, ok := "", true
			switch id.Type {
			case lists.IMOShip:
				if ships[c.Value] {
					t.Errorf("%s: two ships of IMO number %s", e.ID, c.Value)
				}
				ships[c.Value] = true
				continue
			case lists.MMSI:
				code, ok = lists.MIDCountry(id.Value)
			case lists.CallSign:
				code, ok = lists.CallSignCountry(id.Value)
			default:
				continue
			}
			if !ok || code != e.Flags[0].Code {
				t.Errorf("%s: %s %s is of %q, and the ship of %s", e.ID, id.Type, id.Value, code, e.Flags[0].Code)
			}
		}
		for _, c := range [...][]lists.Country{e.Flags, e.Countries} {
			for i := range c {
				if code, ok := lists.CountryCode(c[i].Text); !ok || code != c[i].Code {
					t.Errorf("%s: %q has the code %q, not %q", e.ID, c[i].Text, code, c[i].Code)
				}
			}
		}
		for _, d := range e.Dates {
			if p, err := lists.ParseDate(d.Text); err != nil || p.First() != d.First() || p.Last() != d.Last() || p.Circa != d.Circa {
				t.Errorf("%s: %q is %+v: %v", e.ID, d.Text, d, err)
			}
		}
	}
	for _, typ := range []lists.IDType{lists.IMOShip, lists.MMSI, lists.CallSign, lists.Passport, lists.NationalID, lists.RegistrationNumber} {
		if seen[typ] < 50 {
			t.Errorf("%d identifiers of type %s", seen[typ], typ)
		}
	}
}

func TestQueries(t *testing.T) {
	l := List(8, 5_000)
	s := Queries(9, l, 500)
	if len(s.Absent) != 500 || len(s.Exact) != 500 || len(s.Edited) != 500 {
		t.Fatalf("%d, %d and %d queries", len(s.Absent), len(s.Exact), len(s.Edited))
	}
	if !reflect.DeepEqual(s, Queries(9, l, 500)) {
		t.Error("the same seed makes other queries")
	}
	listed := map[string]bool{}
	for i := range l.Entities {
		for _, n := range l.Entities[i].Names {
			listed[strings.ToLower(n.Text)] = true
		}
	}
	kinds := map[lists.Kind]int{}
	for _, q := range s.Absent {
		kinds[q.Kind]++
		if listed[strings.ToLower(q.Name)] || q.Entity != -1 {
			t.Errorf("%q is listed", q.Name)
		}
	}
	if kinds[lists.Person] < 250 || kinds[lists.Organization] < 80 || kinds[lists.Vessel] < 40 {
		t.Errorf("absent parties by kind: %v", kinds)
	}
	bears := func(q Query) bool {
		for _, n := range l.Entities[q.Entity].Names {
			if n.Text == q.Name {
				return l.Entities[q.Entity].Kind == q.Kind
			}
		}
		return false
	}
	same := 0
	for i := range s.Exact {
		if !bears(s.Exact[i]) {
			t.Errorf("%q is not a name of party %d", s.Exact[i].Name, s.Exact[i].Entity)
		}
		if bears(s.Edited[i]) {
			same++
		}
	}
	if same > 5 {
		t.Errorf("%d of 500 names are not edited", same)
	}
}

func TestEdit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, s := range []string{"", "7", "A", "Ol", "SEA STAR", "Петров", "王伟", "محمد", "\xff"} {
		for range 200 {
			got := Edit(r, s)
			if a, b := len([]rune(s)), len([]rune(got)); b < a-1 || b > a+1 || got == "" {
				t.Errorf("%q is edited to %q", s, got)
			}
		}
	}
}

// TestMemory holds that what is left of the making of a list is the list.
func TestMemory(t *testing.T) {
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	l := List(10, 50_000)
	bytes := heap() - before
	held := uint64(len(l.Entities)) * uint64(reflect.TypeFor[lists.Entity]().Size())
	for i := range l.Entities {
		e := &l.Entities[i]
		held += uint64(len(e.Names))*uint64(reflect.TypeFor[lists.Name]().Size()) + uint64(len(e.Identifiers))*uint64(reflect.TypeFor[lists.Identifier]().Size()) +
			uint64(len(e.Dates))*uint64(reflect.TypeFor[lists.Date]().Size()) + uint64(len(e.Addresses))*uint64(reflect.TypeFor[lists.Address]().Size())
		for _, n := range e.Names {
			held += uint64(len(n.Text))
		}
		if e.Vessel != nil {
			held += uint64(reflect.TypeFor[lists.VesselDetails]().Size())
		}
	}
	t.Logf("%d KiB on the heap, %d KiB of it parties and their texts, %d bytes a name", bytes>>10, held>>10, bytes/50_000)
	if bytes > held*5/4 {
		t.Errorf("%d bytes on the heap for a list of %d", bytes, held)
	}
	runtime.KeepAlive(l)
}

func BenchmarkList(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("names=%dk", n/1000), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				List(1, n)
			}
		})
	}
}
