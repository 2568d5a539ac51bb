package screening_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/screening"
)

// TestScreenAgainstBruteForce compares Screen with Compare over every entity, for
// queries that are near listed names: what exhaustive comparison finds, the index
// offers, and both tell the same.
func TestScreenAgainstBruteForce(t *testing.T) {
	l := excerptList(t)
	queries := mutatedQueries(l, 300)
	if testing.Short() {
		queries = queries[:60]
	}
	for _, threshold := range [...]matcher.Score{600, 700, 740, 800, 900} {
		p := screening.DefaultPolicy()
		p.Threshold, p.MaxHits = threshold, len(l.Entities)
		s := newScreener(t, p, l)
		hits := 0
		for _, q := range queries {
			r := screen(t, s, q)
			hits += len(r.Hits)
			var want []screening.Hit
			for i := range l.Entities {
				h, err := s.Compare(q, &l.Entities[i])
				if err != nil {
					t.Fatal(err)
				}
				if err := checkHit(&h, r.Policy); err != nil {
					t.Errorf("%+v: %s: %v", q, l.Entities[i].ID, err)
				}
				if h.Score >= threshold {
					want = append(want, h)
				}
			}
			slices.SortStableFunc(want, func(a, b screening.Hit) int { return strings.Compare(a.Entity.ID, b.Entity.ID) })
			got := slices.Clone(r.Hits)
			slices.SortStableFunc(got, func(a, b screening.Hit) int { return strings.Compare(a.Entity.ID, b.Entity.ID) })
			if g, w := toJSON(t, got), toJSON(t, want); !bytes.Equal(g, w) {
				t.Errorf("at %s, %+v: Screen finds %s, Compare over all %s", threshold, q, ids(got), ids(want))
			}
		}
		if hits == 0 {
			t.Errorf("no hit at %s: the queries are not near any name", threshold)
		}
		t.Logf("threshold %s: %d queries, %d hits", threshold, len(queries), hits)
	}
}

func ids(hits []screening.Hit) []string {
	var out []string
	for i := range hits {
		out = append(out, hits[i].Entity.ID+" "+hits[i].Score.String())
	}
	return out
}

func toJSON(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// mutatedQueries returns n queries, always the same, each near a listed name.
func mutatedQueries(l *lists.List, n int) []screening.Query {
	r := rand.New(rand.NewPCG(9283746, 7))
	var out []screening.Query
	for len(out) < n {
		e := &l.Entities[r.IntN(len(l.Entities))]
		name := e.Names[r.IntN(len(e.Names))].Text
		for range r.IntN(3) {
			name = mutate(r, name)
		}
		q := screening.Query{Kind: e.Kind, Names: []string{name}}
		switch r.IntN(6) {
		case 0:
			q.Kind = lists.Unknown
		case 1:
			f := &l.Entities[r.IntN(len(l.Entities))]
			q.Names = append(q.Names, mutate(r, f.Names[0].Text))
		case 2:
			if len(e.Identifiers) > 0 {
				q.Identifiers = e.Identifiers[:1]
			}
		case 3:
			q.Identifiers = []lists.Identifier{{Type: lists.IMOShip, Value: "9074729"}}
			q.Flags, q.Countries = []string{"Panama"}, []string{"Iran"}
		case 4:
			if len(e.Dates) > 0 {
				q.Dates = e.Dates[:1]
			}
		}
		if strings.ContainsFunc(name, func(r rune) bool { return r > ' ' && r != '-' && r != '.' && r != '\'' }) {
			out = append(out, q)
		}
	}
	return out
}

// mutate changes a name as people and programs do.
func mutate(r *rand.Rand, s string) string {
	b := []rune(s)
	words := strings.Fields(s)
	if len(b) == 0 || len(words) == 0 {
		return s
	}
	at, w := r.IntN(len(b)), r.IntN(len(words))
	switch r.IntN(14) {
	case 0: // a letter lost
		return string(b[:at]) + string(b[at+1:])
	case 1: // a letter doubled
		return string(b[:at+1]) + string(b[at:])
	case 2: // two letters swapped
		if at+1 < len(b) {
			b[at], b[at+1] = b[at+1], b[at]
		}
		return string(b)
	case 3: // another letter
		b[at] = rune('A' + r.IntN(26))
		return string(b)
	case 4: // a word lost
		return strings.Join(slices.Delete(words, w, w+1), " ")
	case 5: // a word more
		return s + " " + [...]string{"SHIPPING", "MOHAMMAD", "STAR", "LTD", "7"}[r.IntN(5)]
	case 6: // words in another order
		words[0], words[w] = words[w], words[0]
		return strings.Join(words, " ")
	case 7: // words joined
		return strings.Replace(s, " ", "", 1)
	case 8: // a word divided
		return string(b[:at]) + " " + string(b[at:])
	case 9: // other case
		return strings.ToLower(s)
	case 10: // a prefix or a title
		return [...]string{"M/T ", "MV ", "Capt. ", "OOO "}[r.IntN(4)] + s
	case 11: // cut as AIS cuts it
		return string(b[:min(len(b), 20)])
	case 12: // comma and punctuation lost
		return strings.NewReplacer(",", "", "-", " ", "'", "").Replace(s)
	}
	// transcribed otherwise
	return strings.NewReplacer("KH", "H", "OU", "U", "EI", "I", "CH", "SH", "Kh", "H", "ou", "u", "ei", "i").Replace(s)
}

// TestCompareOfNoList judges a party that stands on no list.
func TestCompareOfNoList(t *testing.T) {
	s := newScreener(t, screening.DefaultPolicy(), excerptList(t))
	h, err := s.Compare(vessel("Quiet Harbour"), ownShip())
	if err != nil {
		t.Fatal(err)
	}
	if h.Score != 900 || h.Source == nil || h.Source.Name != "" {
		t.Errorf("score %s, source %+v", h.Score, h.Source)
	}
	var b bytes.Buffer
	if err := h.Explain(&b); err != nil || !strings.Contains(b.String(), "S1, vessel") {
		t.Errorf("%v: %s", err, b.String())
	}
	for _, tt := range []struct {
		query  screening.Query
		reason string
	}{
		{person("Quiet Harbour"), "another kind"},
		{vessel("Zanzibar Express"), "nothing alike"},
	} {
		h, err := s.Compare(tt.query, ownShip())
		if err != nil || len(h.Steps) != 0 || h.Score != 0 || h.Level != screening.Near {
			t.Errorf("%v, %+v: %s", err, h, tt.reason)
		}
		b.Reset()
		if err := h.Explain(&b); err != nil || !strings.Contains(b.String(), "nothing agrees") {
			t.Errorf("%v: %q: %s", err, b.String(), tt.reason)
		}
	}
}
