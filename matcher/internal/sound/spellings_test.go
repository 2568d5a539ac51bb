package sound

import (
	"os"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Spellings of one name pass, unlike names do not.
func TestSpellings(t *testing.T) {
	data, err := os.ReadFile("testdata/spellings.txt")
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, " ; ")
		if len(f) != 4 || f[2] != "same" && f[2] != "other" {
			t.Fatalf("spellings.txt:%d: want a ; b ; same or other ; reason", n+1)
		}
		count[f[2]]++
		a, b := Key(f[0], script.Latin), Key(f[1], script.Latin)
		s := Similarity(a, b, script.Latin, script.Latin, script.VowelsFull, script.VowelsFull)
		if (s >= Same) != (f[2] == "same") {
			t.Errorf("spellings.txt:%d: %s (%s), %s (%s): %d, want %s: %s", n+1, f[0], a, f[1], b, s, f[2], f[3])
		}
	}
	if count["same"] < 120 || count["other"] < 120 {
		t.Errorf("have %v rows, want 120 of each", count)
	}
}
