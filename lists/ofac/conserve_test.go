package ofac

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/seed-539c57aa/pratique/lists"
)

// oneSegment files a segment alone, in an empty entity.
func oneSegment(kind lists.Kind, title, programmes, segment string, last bool) (*lists.Entity, []*lists.Problem) {
	p := newParser(&sets[0], [4]file{{name: "sdn.csv"}, {name: "alt.csv"}, {name: "add.csv"}, {name: "sdn_comments.csv"}})
	b := &p.cur
	b.reset()
	b.e.ID, b.e.Kind, b.line, b.column, b.own = "1", kind, 1, 1, len(segment)
	b.titlePieces(title)
	b.programmes = programmes
	b.tags = p.programmeMeasures(programmes)
	p.segment(segment, 0, last)
	b.finishTitles()
	p.finishMeasures()
	e := p.store.keep(b)
	return &e, p.list([]string{"sdn.csv"})
}

// words adds the words of s, in lower case, to m.
func words(m map[string]int, s string, n int) {
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:()[]'\"#.-<>", r)
	}) {
		m[w] += n
	}
}

// text adds the words of every string in v to m.
func text(m map[string]int, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		words(m, v.String(), 1)
	case reflect.Struct:
		for i := range v.NumField() {
			text(m, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			text(m, v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			text(m, v.Elem())
		}
	}
}

// grammar are the words that a rule may take for syntax: they mark what the words
// behind them are, and the model has a field for that.
var grammar = map[string]bool{"alt": true, "issued": true, "expires": true, "expired": true, "issue": true, "expire": true, "date": true, "eo": true, "no": true, "position": true}

// lost returns a word of the segment that the entity does not hold, or the empty
// string.
func lost(e *lists.Entity, segment string) string {
	have := map[string]int{}
	text(have, reflect.ValueOf(e).Elem())
	want := map[string]int{}
	s := withoutAlt(segment)
	if k, v, ok := match(s); ok {
		words(want, v, 1)
		if keys[k].target == toIdentifier || keys[k].target == toRemark {
			words(want, s[:len(s)-len(v)], 1) // the key is the label
		}
	} else {
		words(want, s, 1)
	}
	for w, n := range want {
		if have[w] < n && !grammar[w] {
			return w
		}
	}
	return ""
}

// TestNothingLost: every word of every segment of the real files stands in what
// the segment alone yields, at least as often; and every filled column of every
// row of the other files stands in the entity.
func TestNothingLost(t *testing.T) {
	for _, d := range days {
		t.Run(d.name, func(t *testing.T) {
			p, err := parseCSV(day(t, d.name))
			if err != nil {
				t.Fatal(err)
			}
			r := newRecords(p.files[mainFile].text)
			seen := map[string]bool{}
			for i := 0; r.next(); i++ {
				e := &p.out.Entities[i]
				remarks, title := value(r.fields[11].text), value(r.fields[4].text)
				if remarks != "" && strings.HasSuffix(remarks, ".") {
					remarks = remarks[:len(remarks)-1]
				}
				bytes := 0
				for at := 0; at < len(remarks); {
					s, from, next := nextSegment(remarks, at)
					if strings.Trim(remarks[at:from], " ") != "" || strings.Trim(remarks[from+len(s):next], " ;") != "" {
						t.Fatalf("entity %s: lost between segments: %q", e.ID, remarks[at:next])
					}
					bytes += len(s)
					at = next
					if s == "" || seen[e.Kind.String()+s+title] {
						continue
					}
					seen[e.Kind.String()+s+title] = true
					one, _ := oneSegment(e.Kind, title, value(r.fields[3].text), s, next == len(remarks))
					if w := lost(one, s); w != "" {
						t.Errorf("entity %s: %q lost of %q: %+v", e.ID, w, s, one)
					}
				}
				if bytes == 0 && remarks != "" {
					t.Errorf("entity %s: no segment in %q", e.ID, remarks)
				}
				have := map[string]int{}
				text(have, reflect.ValueOf(e).Elem())
				for c := range 11 {
					want := map[string]int{}
					if c != 2 {
						words(want, value(r.fields[c].text), 1)
					}
					for w := range want {
						if have[w] == 0 && !grammar[w] {
							t.Errorf("entity %s: column %d: %q of %q is lost", e.ID, c+1, w, r.fields[c].text)
						}
					}
				}
			}
			names, addresses := 0, 0
			for i := range p.out.Entities {
				for _, n := range p.out.Entities[i].Names {
					if n.ID != "" {
						names++
					}
				}
				addresses += len(p.out.Entities[i].Addresses)
			}
			filled, rows := 0, 0
			for i := range p.addresses {
				if a := &p.addresses[i]; a.used && a.street+a.city+a.country != "" {
					filled++
				}
			}
			for i := range p.aliases {
				if p.aliases[i].used {
					rows++
				}
			}
			if names != rows || addresses != filled {
				t.Errorf("%d aliases of %d, %d addresses of %d", names, rows, addresses, filled)
			}
		})
	}
}

// TestSameTwice: a list of the same files is the same list.
func TestSameTwice(t *testing.T) {
	fsys := day(t, "2021-07")
	a, err := ParseCSV(fsys)
	if err != nil {
		t.Fatal(err)
	}
	b, err := ParseCSV(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, b) {
		t.Error("two readings of the same files differ")
	}
}
