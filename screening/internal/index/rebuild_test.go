package index

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// TestRebuild holds names made of the words of the index against those that are read:
// token by token, and by what Compare says of them. An index that was written and
// read again makes the same.
func TestRebuild(t *testing.T) {
	lists := listed(t, root(t)+"/testdata/ofac-excerpt")
	for _, p := range profiles {
		texts := lists[p]
		for _, file := range []string{"scripts.txt", "persons.txt", "firms.txt", "vessels.txt"} {
			_, l := labelled(t, file)
			texts = append(texts, l[p]...)
		}
		long := "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
		texts = append(texts, "Old Name (ex NEW NAME)", "Doe, John Q. (a.k.a. 'Jack')", "", "...", long)
		x := New(p, texts)
		packed, err := x.AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(p, packed)
		if err != nil {
			t.Fatal(err)
		}
		also, parts := 0, 0
		var room []names.Token
		for id, text := range texts {
			read := p.Parse(text)
			have, ok := x.Rebuild(int32(id), text, room)
			if short := !read.Empty() && text != long; ok != short {
				t.Fatalf("%v: %q: rebuilt is %v", p, text, ok)
			}
			if !ok {
				continue
			}
			room = have.Tokens
			same(t, &have, &read)
			if len(have.Also) != len(read.Also) {
				t.Fatalf("%v: %q holds %d other names, rebuilt %d", p, text, len(read.Also), len(have.Also))
			}
			for i := range have.Also {
				same(t, &have.Also[i], &read.Also[i])
				also++
			}
			for i := range have.Tokens {
				if have.Tokens[i].Part != names.AnyPart {
					parts++
				}
			}
			for other := id; other < len(texts); other += 97 {
				q := p.Parse(texts[other])
				want, al := matcher.Compare(q, read, matcher.DefaultOptions()), matcher.Compare(q, have, matcher.DefaultOptions())
				if al.Flags |= read.Flags; al != want {
					t.Fatalf("%v: %q and %q: %+v, rebuilt %+v", p, texts[other], text, want, al)
				}
			}
			second, ok := again.Rebuild(int32(id), text, nil)
			if !ok {
				t.Fatalf("%v: %q is not rebuilt by what was written", p, text)
			}
			same(t, &second, &read)
		}
		if also < 5 || p == names.Person && parts < 100 {
			t.Errorf("%v: %d other names, %d parts: the names test too little", p, also, parts)
		}
	}
	if _, ok := New(names.Person, []string{"JOHN"}).Rebuild(7, "JOHN", nil); ok {
		t.Error("a name that is not in the index is rebuilt")
	}
}

// same holds what Compare looks at of two names against each other.
func same(t *testing.T, have, read *names.Name) {
	t.Helper()
	if have.Key != read.Key || have.Original != read.Original || have.Profile() != read.Profile() || len(have.Tokens) != len(read.Tokens) {
		t.Fatalf("%q, %q, of %d tokens: rebuilt %q, %q, of %d", read.Original, read.Key, len(read.Tokens), have.Original, have.Key, len(have.Tokens))
	}
	for i := range have.Tokens {
		x, y := &have.Tokens[i], &read.Tokens[i]
		if x.Text != y.Text || x.Class != y.Class || x.Part != y.Part || x.Script != y.Script {
			t.Fatalf("%q: token %d is %+v, rebuilt %+v", read.Original, i, *y, *x)
		}
		if d := cmp.Diff(*y.Word(), *x.Word(), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%q: token %d: %s", read.Original, i, d)
		}
	}
}
