package listtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

// Show prints a list as JSON with its problems in words, as goldens have it. indent
// is that of one level.
func Show(t testing.TB, l *lists.List, indent string) string {
	t.Helper()
	problems := []string{}
	for _, p := range l.Problems {
		problems = append(problems, p.Error())
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(struct {
		Source   lists.Source
		Entities []lists.Entity
		Problems []string
	}{l.Source, l.Entities, problems}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Outcome tells in a few lines what a parser made of a file: the error, or the
// number of entities and the problems.
func Outcome(l *lists.List, err error) string {
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d entities\n", len(l.Entities))
	for _, p := range l.Problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

// JSON returns v as JSON.
func JSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Texts returns all texts in v but the names of its fields, as its JSON has them.
// Their order is not that of v.
func Texts(t testing.TB, v any) []string {
	t.Helper()
	return collect(t, v, false)
}

// Values is Texts with the numbers and truth values among them.
func Values(t testing.TB, v any) []string {
	t.Helper()
	return collect(t, v, true)
}

func collect(t testing.TB, v any, all bool) []string {
	t.Helper()
	var read any
	if err := json.Unmarshal([]byte(JSON(t, v)), &read); err != nil {
		t.Fatal(err)
	}
	var out []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		case string:
			out = append(out, v)
		default:
			if all {
				out = append(out, fmt.Sprint(v))
			}
		}
	}
	walk(read)
	return out
}
