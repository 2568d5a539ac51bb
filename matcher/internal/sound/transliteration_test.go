package sound

import (
	"encoding/csv"
	"math/rand"
	"os"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// pair is one row of the evaluation set: a name token of a script and its Latin spelling.
type pair struct {
	set, latin, original string
	script               script.Script
	here, there          []heard // the readings of original and of latin
	heldOut              bool
}

type heard struct {
	key    string
	vowels script.Vowels
}

func hear(word string, s script.Script) (hs []heard) {
	for _, r := range script.Read(word, s, nil) {
		hs = append(hs, heard{Key(r.Text, s), r.Vowels})
	}
	return hs
}

func (p *pair) score(latin []heard) (most int) {
	for _, a := range p.here {
		for _, b := range latin {
			most = max(most, Similarity(a.key, b.key, p.script, script.Latin, a.vowels, b.vowels))
		}
	}
	return most
}

// The bars: the share of true pairs at Same or above, in per cent. Those with
// 0 are reported only. Wrong pairs may reach Same in one case of a hundred.
var transliterationSets = []struct {
	name   string
	script script.Script
	bar    float64
}{
	{"russian", script.Cyrillic, 95},
	{"arabic", script.Arabic, 80},
	{"arabic_names", script.Arabic, 80},
	{"hebrew", script.Hebrew, 75},
	{"korean", script.Hangul, 70},
	{"japanese", script.Kana, 65},
	{"chinese", script.Han, 0},
}

const (
	wrongBar = 1.0 // per cent
	shuffles = 20  // wrong pairs for each row
)

// True pairs of a public transliteration set pass, shuffled ones do not. Three
// rows in ten, drawn by a fixed seed, took no part in estimating costs or
// choosing scales: held out.
func TestTransliteration(t *testing.T) {
	f, err := os.Open(sharedFile(t, "eval/transliteration_dev.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]script.Script{}
	for _, s := range transliterationSets {
		scripts[s.name] = s.script
	}
	pairs := map[string][]*pair{}
	draw := rand.New(rand.NewSource(7))
	for _, r := range rows[1:] {
		p := &pair{set: r[0], latin: r[1], original: r[2], script: scripts[r[0]], heldOut: draw.Intn(10) < 3}
		p.here, p.there = hear(p.original, p.script), hear(p.latin, script.Latin)
		pairs[p.set] = append(pairs[p.set], p)
	}
	t.Logf("%-13s %-8s %5s %7s %7s %7s", "set", "rows", "n", "true %", "wrong %", "bar %")
	for _, s := range transliterationSets {
		for _, heldOut := range []bool{false, true} {
			var part []*pair
			for _, p := range pairs[s.name] {
				if p.heldOut == heldOut {
					part = append(part, p)
				}
			}
			if len(part) == 0 {
				t.Errorf("%s: no rows", s.name)
				continue
			}
			found := 0
			for _, p := range part {
				if p.score(p.there) >= Same {
					found++
				}
			}
			wrong, tried := 0, 0
			order := rand.New(rand.NewSource(1))
			for range shuffles {
				perm := order.Perm(len(part))
				for i, p := range part {
					if q := part[perm[i]]; q.latin != p.latin {
						tried++
						if p.score(q.there) >= Same {
							wrong++
						}
					}
				}
			}
			rows := "tuned"
			if heldOut {
				rows = "held out"
			}
			good := 100 * float64(found) / float64(len(part))
			bad := 100 * float64(wrong) / float64(tried)
			t.Logf("%-13s %-8s %5d %7.1f %7.2f %7.0f", s.name, rows, len(part), good, bad, s.bar)
			if good < s.bar {
				t.Errorf("%s, %s: %.1f %% of the true pairs reach %d, want %.0f %%", s.name, rows, good, Same, s.bar)
			}
			if bad > wrongBar {
				t.Errorf("%s, %s: %.2f %% of the wrong pairs reach %d, want at most %.1f %%", s.name, rows, bad, Same, wrongBar)
			}
		}
	}
}

// The family names of a list are told apart: of shuffled pairs of unlike ones
// hardly any reach Same.
func TestSurnamesApart(t *testing.T) {
	f, err := os.Open(sharedFile(t, "lists/ofac/2021-07/sdn.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	rows, _ := r.ReadAll()
	type surname struct {
		text string
		key  string
	}
	var names []surname
	for _, row := range rows {
		if len(row) < 3 || row[2] != "individual" {
			continue
		}
		var family []byte
		for _, c := range []byte(row[1]) {
			if c < 'A' || c > 'Z' {
				if c != ',' {
					family = nil
				}
				break
			}
			family = append(family, c|0x20)
		}
		if len(family) > 1 {
			names = append(names, surname{string(family), Key(string(family), script.Latin)})
		}
	}
	if len(names) < 2000 {
		t.Fatalf("only %d family names of one token, want some thousands", len(names))
	}
	order := rand.New(rand.NewSource(1))
	wrong, tried := 0, 0
	for range shuffles {
		perm := order.Perm(len(names))
		for i, a := range names {
			b := names[perm[i]]
			if a.text == b.text {
				continue
			}
			tried++
			if Similarity(a.key, b.key, script.Latin, script.Latin, script.VowelsFull, script.VowelsFull) >= Same {
				wrong++
				if wrong <= 15 {
					t.Logf("%s (%s), %s (%s)", a.text, a.key, b.text, b.key)
				}
			}
		}
	}
	t.Logf("%d of %d shuffled pairs of unlike family names reach %d: %.3f %%", wrong, tried, Same, 100*float64(wrong)/float64(tried))
	if wrong*1000 > 3*tried {
		t.Errorf("more than 3 in 1000 shuffled pairs reach %d", Same)
	}
}
