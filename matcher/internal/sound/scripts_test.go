package sound

import (
	"os"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// best is the highest similarity over the readings of both words: what a caller does.
func best(a, b string, sa, sb script.Script) int {
	most := 0
	for _, x := range script.Read(a, sa, nil) {
		for _, y := range script.Read(b, sb, nil) {
			most = max(most, Similarity(Key(x.Text, sa), Key(y.Text, sb), sa, sb, x.Vowels, y.Vowels))
		}
	}
	return most
}

// Names of each script meet their customary Latin spellings, and no others.
func TestScripts(t *testing.T) {
	data, err := os.ReadFile("testdata/scripts.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, " ; ")
		if len(f) != 5 {
			t.Fatalf("scripts.txt:%d: want script ; token ; latin ; same, other or weak ; reason", n+1)
		}
		s := script.Other
		for c := range script.Count {
			if strings.EqualFold(script.Script(c).String(), f[0]) {
				s = script.Script(c)
			}
		}
		score := best(f[1], f[2], s, script.Latin)
		switch f[3] {
		case "same", "other":
			if (score >= Same) != (f[3] == "same") {
				t.Errorf("scripts.txt:%d: %s %v, %s %s: %d, want %s: %s", n+1, f[1], script.Read(f[1], s, nil), f[2], Key(f[2], script.Latin), score, f[3], f[4])
			}
		case "weak": // one name, not found: a row that has become better is to be marked so
			if score >= Same {
				t.Errorf("scripts.txt:%d: %s, %s: %d, no longer weak", n+1, f[1], f[2], score)
			}
		default:
			t.Fatalf("scripts.txt:%d: %q is neither same, other nor weak", n+1, f[3])
		}
	}
}
