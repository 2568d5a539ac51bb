package csl

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-539c57aa/pratique/lists"
)

type parse = func(string, io.Reader) (*lists.List, error)

// fixtures are our own small files, each with its parser.
var fixtures = []struct {
	name  string
	parse parse
}{
	{"list.csv", ParseCSV}, {"list.json", ParseJSON},
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// show prints a list with its problems in words.
func show(t testing.TB, l *lists.List) string {
	t.Helper()
	problems := []string{}
	for _, p := range l.Problems {
		problems = append(problems, p.Error())
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(struct {
		Source   lists.Source
		Entities []lists.Entity
		Problems []string
	}{l.Source, l.Entities, problems}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, f := range fixtures {
		t.Run(f.name, func(t *testing.T) {
			raw := fixture(t, f.name)
			l, err := f.parse(f.name, bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			got := show(t, l)
			name := "testdata/" + f.name + ".golden.json"
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s differs from what was read (- golden, + read); go test -update writes it anew:\n%s", name, diff)
			}
			slow, err := f.parse(f.name, iotest.OneByteReader(bytes.NewReader(raw)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(got, show(t, slow)); diff != "" {
				t.Errorf("read byte by byte the list differs:\n%s", diff)
			}
		})
	}
}

// FuzzParse: no parser of this package panics, and what it accepts is sound.
func FuzzParse(f *testing.F) {
	for i, x := range fixtures {
		f.Add(uint8(i), fixture(f, x.name))
	}
	f.Fuzz(func(t *testing.T, which uint8, raw []byte) {
		x := fixtures[int(which)%len(fixtures)]
		l, err := x.parse(x.name, bytes.NewReader(raw))
		if err != nil {
			if _, ok := err.(*FileError); !ok || l != nil {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		seen := map[string]bool{}
		for i := range l.Entities {
			e := &l.Entities[i]
			if seen[e.ID] || e.ID == "" || e.Pos.Line == 0 {
				t.Fatalf("entity %q at %v", e.ID, e.Pos)
			}
			seen[e.ID] = true
			for _, n := range e.Names {
				if n.Text == "" {
					t.Fatalf("%s: a name without text", e.ID)
				}
			}
		}
		for _, p := range l.Problems {
			if p.Err == nil || p.Pos.File == "" {
				t.Fatalf("without a place or a reason: %v", p)
			}
		}
		if again, err := x.parse(x.name, bytes.NewReader(raw)); err != nil || show(t, again) != show(t, l) {
			t.Fatalf("a second reading of the same bytes differs: %v", err)
		}
	})
}
