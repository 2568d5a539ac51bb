package ofac

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// TestGolden reads our own small sets and compares the whole lists, with their
// problems, with the JSON beside them.
func TestGolden(t *testing.T) {
	for _, set := range []string{"sdn", "cons"} {
		t.Run(set, func(t *testing.T) {
			l, err := ParseCSV(os.DirFS("testdata/" + set))
			if err != nil {
				t.Fatal(err)
			}
			problems := []string{}
			for _, p := range l.Problems {
				problems = append(problems, p.Error())
			}
			l.Problems = nil
			var b bytes.Buffer
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "\t")
			if err := enc.Encode(struct {
				List     any
				Problems []string
			}{l, problems}); err != nil {
				t.Fatal(err)
			}
			listtest.Golden(t, set+".golden.json", b.String())
		})
	}
}
