package ownership

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
)

func decide(t testing.TB, s Structure, target string, r Regime) Verdict {
	t.Helper()
	v, err := Decide(s, target, r)
	if err != nil {
		text, _ := json.Marshal(s)
		t.Fatalf("%v\n%s", err, text)
	}
	return v
}

// Where nothing is in doubt the chart says what the reference says.
func TestDecideAsTheReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	outcomes := map[Outcome]int{}
	for range 6000 {
		s := random(rng, 2+rng.IntN(9), 0)
		for _, r := range Regimes() {
			checkExact(t, s, r, map[int]bool{}, outcomes)
		}
	}
	if outcomes[Met] < 2000 || outcomes[NotMet] < 2000 {
		t.Errorf("outcomes %v: too few of one sort to tell", outcomes)
	}
}

func checkExact(t *testing.T, s Structure, r Regime, also map[int]bool, outcomes map[Outcome]int) {
	t.Helper()
	target := s.Parties[0].ID
	v := decide(t, s, target, r)
	for i, h := range s.Holdings {
		if r != UK && h.For != "" && !also[i] {
			return // the chart keeps a doubt that the reference does not know
		}
	}
	outcomes[v.Outcome]++
	met, held := ruleOf(s, target, r, also)
	if (v.Outcome == Met) != met || v.Outcome == Undecided || v.Shares != Exact(held[v.Person]) {
		text, _ := json.Marshal(s)
		var b bytes.Buffer
		v.Explain(&b)
		t.Fatalf("%s: %s %s, reference %v %s\n%s\n%s", r, v.Outcome, v.Shares, met, held[v.Person], text, b.String())
	}
}

// The interval verdict contains the verdict of every way to settle the doubts.
func TestDecideContainsWhatMayBe(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	seen := map[string]int{}
	for range 2500 {
		s := random(rng, 2+rng.IntN(7), 40)
		for _, r := range Regimes() {
			v := decide(t, s, "p00", r)
			for range 12 {
				one, also, ok := settle(rng, s)
				if !ok {
					continue
				}
				met, held := ruleOf(one, "p00", r, also)
				p, known := held[v.Person]
				if met && v.Outcome == NotMet || !met && v.Outcome == Met || known && !v.Shares.Contains(p) {
					text, _ := json.Marshal(s)
					settled, _ := json.Marshal(one)
					var b bytes.Buffer
					v.Explain(&b)
					t.Fatalf("%s: %s %s, but it may be %v %s\n%s\n%s\n%s", r, v.Outcome, v.Shares.span(), met, p, text, settled, b.String())
				}
				seen[fmt.Sprint(v.Outcome, " ", met)]++
			}
		}
	}
	for _, k := range []string{"met true", "not met false", "undecided true", "undecided false"} {
		if seen[k] < 1000 {
			t.Errorf("%q was seen %d times: too few to tell", k, seen[k])
		}
	}
}

// An outcome is Undecided only where both can be: the doubts can be settled so
// that the reference says Met, and so that it says NotMet.
func TestUndecidedHasBothWitnesses(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	undecided, lost := 0, 0
	for range 1500 {
		s := random(rng, 2+rng.IntN(4), 40)
		for i := range s.Holdings {
			s.Holdings[i].Votes = nil // votes of their own are bounded apart from the shares
		}
		for _, r := range Regimes() {
			if decide(t, s, "p00", r).Outcome != Undecided {
				continue
			}
			undecided++
			var can [2]bool
			settled := 0
			for n := 0; n < 3000 && !(can[0] && can[1]); n++ {
				if one, also, ok := settle(rng, s); ok {
					settled++
					met, _ := ruleOf(one, "p00", r, also)
					can[btoi(met)] = true
				}
			}
			if settled > 0 && (!can[0] || !can[1]) {
				// The EU's rule on parts of a ship is open, whatever the shares.
				if r != EU || s.Parties[0].Kind != lists.Vessel {
					lost++
					text, _ := json.Marshal(s)
					t.Logf("%s: %v %s", r, can, text)
				}
			}
		}
	}
	if undecided < 300 || lost > 0 {
		t.Errorf("%d outcomes undecided, %d of them not in fact", undecided, lost)
	}
}

// The order of parts means nothing: not to the verdict, its JSON or its text.
func TestOrderMeansNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 800 {
		s := random(rng, 2+rng.IntN(9), 25)
		for _, r := range Regimes() {
			want := decide(t, s, "p00", r)
			var wantText bytes.Buffer
			want.Explain(&wantText)
			shuffled := Structure{slices.Clone(s.Parties), slices.Clone(s.Holdings), slices.Clone(s.Controls), slices.Clone(s.Arrangements)}
			for i := range shuffled.Parties {
				l := slices.Clone(shuffled.Parties[i].Listed)
				rng.Shuffle(len(l), func(i, j int) { l[i], l[j] = l[j], l[i] })
				shuffled.Parties[i].Listed = l
			}
			for i := range shuffled.Arrangements {
				m := slices.Clone(shuffled.Arrangements[i].Members)
				slices.Reverse(m)
				shuffled.Arrangements[i].Members = m
			}
			rng.Shuffle(len(shuffled.Parties), reflect.Swapper(shuffled.Parties))
			rng.Shuffle(len(shuffled.Holdings), reflect.Swapper(shuffled.Holdings))
			rng.Shuffle(len(shuffled.Controls), reflect.Swapper(shuffled.Controls))
			rng.Shuffle(len(shuffled.Arrangements), reflect.Swapper(shuffled.Arrangements))
			got := decide(t, shuffled, "p00", r)
			var gotText bytes.Buffer
			got.Explain(&gotText)
			if !reflect.DeepEqual(got, want) || !bytes.Equal(gotText.Bytes(), wantText.Bytes()) {
				t.Fatalf("%s\n%s", wantText.String(), gotText.String())
			}
			text, err := json.Marshal(got)
			if err != nil {
				t.Fatal(err)
			}
			var back Verdict
			if err := json.Unmarshal(text, &back); err != nil || !reflect.DeepEqual(back, got) {
				t.Fatalf("JSON: %v\n%s", err, text)
			}
		}
	}
}

// A further listed owner, or a larger share of a listed one, blocks where it can
// and never un-blocks.
func TestMoreListedNeverUnblocks(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	changed := map[string]int{}
	for range 3000 {
		s := random(rng, 2+rng.IntN(8), 25)
		room := map[string]Portion{}
		for _, p := range s.Parties {
			room[p.ID] = Whole
		}
		for _, h := range s.Holdings {
			votes := h.Share.Min()
			if h.Votes != nil {
				votes = max(votes, h.Votes.Min())
			}
			room[h.Owned] -= max(h.Share.Min(), votes)
		}
		more := Structure{slices.Clone(s.Parties), slices.Clone(s.Holdings), s.Controls, s.Arrangements}
		owned := s.Parties[rng.IntN(len(s.Parties))].ID
		if room[owned] < grid {
			continue
		}
		by := 1 + Portion(rng.Int64N(int64(room[owned])))
		what := "owner"
		switch i := rng.IntN(len(s.Parties)); {
		case rng.IntN(3) == 0:
			what = "listing"
			l := slices.Clone(more.Parties[i].Listed)
			for _, r := range Regimes() {
				l = append(l, Designation{Regime: r})
			}
			more.Parties[i].Listed = l
		case rng.IntN(2) == 0:
			what = "share"
			at := -1
			for j, h := range more.Holdings {
				for _, p := range s.Parties {
					if h.Owned == owned && h.For == "" && p.ID == h.Owner && len(p.Listed) > 1 {
						at = j
					}
				}
			}
			if at < 0 {
				continue
			}
			h := &more.Holdings[at]
			raise := func(s Share) Share { return Share{s.min + by, max(0, min(s.rest-by, Whole-s.min-by))} }
			h.Share = raise(h.Share)
			if h.Votes != nil {
				v := raise(*h.Votes)
				h.Votes = &v
			}
		default:
			p := Party{ID: "new"}
			for _, r := range Regimes() {
				p.Listed = append(p.Listed, Designation{Regime: r})
			}
			more.Parties = append(more.Parties, p)
			more.Holdings = append(more.Holdings, Holding{Owner: "new", Owned: owned, Share: Exact(by)})
		}
		for _, r := range Regimes() {
			before, after := decide(t, s, "p00", r), decide(t, more, "p00", r)
			if before.Outcome == Met && after.Outcome != Met {
				a, _ := json.Marshal(s)
				b, _ := json.Marshal(more)
				t.Fatalf("%s: %s: %s became %s\n%s\n%s", what, r, before.Outcome, after.Outcome, a, b)
			}
			if before.Outcome != after.Outcome {
				changed[what]++
			}
		}
	}
	for _, what := range []string{"owner", "listing", "share"} {
		if changed[what] < 20 {
			t.Errorf("more %s changed %d outcomes: too few to tell", what, changed[what])
		}
	}
}
