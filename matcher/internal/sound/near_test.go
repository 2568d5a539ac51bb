package sound

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// TestNear holds Near against Similarity, key by key.
func TestNear(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	random := func() string {
		b := make([]byte, 1+r.IntN(9))
		for i := range b {
			b[i] = phonemes[r.IntN(len(phonemes))]
			if r.IntN(3) > 0 {
				b[i] = "aeiouaeioumnklrstbd"[r.IntN(19)]
			}
		}
		return string(b)
	}
	change := func(s string) string {
		b := []byte(s)
		for range 1 + r.IntN(3) {
			switch i := r.IntN(len(b)); r.IntN(3) {
			case 0:
				b[i] = phonemes[r.IntN(len(phonemes))]
			case 1:
				b = slices.Insert(b, i, phonemes[r.IntN(len(phonemes))])
			case 2:
				if len(b) > 1 {
					b = slices.Delete(b, i, i+1)
				}
			}
		}
		return string(b)
	}
	var keys []string
	for range 600 {
		k := random()
		keys = append(keys, k, change(k), change(k))
	}
	keys = append(keys, "", "a", "?", "sixty-four phonemes and more, of which half are never heard at all")
	near, offered := 0, 0
	for sa := script.Common; int(sa) <= script.Count; sa++ {
		for sb := script.Common; int(sb) <= script.Count; sb++ {
			var ks []Keyed
			for i, k := range keys {
				ks = append(ks, Keyed{k, int32(i)})
			}
			full := script.Vowels(r.IntN(3))
			set := NewSet(sb, full, ks)
			for range 6 {
				q := keys[r.IntN(len(keys))]
				for n, least := range []int{0, Same, 895, 930, 961, 1000, 880, 900, 920, 940, 890, 915} {
					v := script.Vowels(n / 4)
					have := new(Search).Near(nil, set, q, sa, v, least)
					offered += len(have)
					for i, k := range keys {
						s := Similarity(q, k, sa, sb, v, full)
						if s >= max(least, Same) {
							near++
							if !slices.Contains(have, int32(i)) {
								t.Fatalf("%v %q, vowels %v, %v %q: similarity %d, not found at %d", sa, q, v, sb, k, s, least)
							}
						}
					}
				}
			}
		}
	}
	t.Logf("%d near, %d offered", near, offered)
	if near < 10000 {
		t.Errorf("only %d near: the keys test too little", near)
	}
}
