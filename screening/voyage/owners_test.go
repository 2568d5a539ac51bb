package voyage

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening/ownership"
)

// TestOwnership holds that the structure's parties are found among those of the
// voyage, screened where they are not, and that what was found of them counts as
// surely as it was found.
func TestOwnership(t *testing.T) {
	share := func(s string) ownership.Share {
		v, err := ownership.ParseShare(s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	s := excerpt(t)
	sure := name("National Iranian Tanker Company")
	sure.Countries = []string{"Iran"}
	structure := func(size string, listed []ownership.Designation) *ownership.Structure {
		return &ownership.Structure{
			Parties:  []ownership.Party{{ID: "a", Name: "Alpha Tankers Inc"}, {ID: "n", Name: "National Iranian Tanker Company", Listed: listed}},
			Holdings: []ownership.Holding{{Owner: "n", Owned: "a", Share: share(size)}}}
	}
	tests := []struct {
		parties []Party
		size    string
		listed  []ownership.Designation
		want    ownership.Outcome // of OFAC, on Alpha
		level   Level
		reason  string
	}{
		{[]Party{party(RegisteredOwner, name("Alpha Tankers Inc")), party(BeneficialOwner, sure)}, "50", nil, ownership.Met, Strong, "half, held by one who is surely listed"},
		{[]Party{party(RegisteredOwner, name("Alpha Tankers Inc")), party(BeneficialOwner, sure)}, "49.99", nil, ownership.NotMet, Strong, "less than half: the owner alone is strong"},
		{[]Party{party(RegisteredOwner, name("Alpha Tankers Inc"))}, "50", nil, ownership.Undecided, Probable, "an owner in the structure alone, whose name alone is alike"},
		{[]Party{party(RegisteredOwner, name("Alpha Tankers Inc"))}, "50", []ownership.Designation{}, ownership.NotMet, Nothing, "the caller says that nobody lists it"},
		{[]Party{party(RegisteredOwner, name("Alpha Tankers Inc"))}, "50", []ownership.Designation{{Regime: ownership.OFAC}}, ownership.Met, Strong, "the caller says that it is listed"},
		{[]Party{party(RegisteredOwner, name("Alpha Tankers Inc")), party(BeneficialOwner, sure)}, "?", nil, ownership.Undecided, Strong, "a share that nobody knows"},
	}
	for _, tt := range tests {
		r := ask(t, s, Voyage{Parties: tt.parties, Structure: structure(tt.size, tt.listed)})
		i := slices.IndexFunc(r.Ownership.Verdicts, func(v OwnershipVerdict) bool { return v.Regime == ownership.OFAC && v.Target == "a" })
		if i < 0 || r.Ownership.Verdicts[i].Outcome != tt.want {
			t.Errorf("%s: %+v, want %s", tt.reason, r.Ownership.Verdicts, tt.want)
			continue
		}
		if f := r.Ownership.Verdicts[i].Finding; f < 0 || !slices.Contains(r.Findings[f].Roles, RegisteredOwner) {
			t.Errorf("%s: the target is finding %d", tt.reason, f)
		}
		if r.Level != tt.level {
			t.Errorf("%s: %s, want %s", tt.reason, r.Level, tt.level)
		}
		told := slices.ContainsFunc(r.Reasons, func(x Reason) bool { return x.Through && strings.Contains(x.Says, "by ownership, OFAC") })
		if told != (tt.want != ownership.NotMet) {
			t.Errorf("%s: reasons %v", tt.reason, r.Reasons)
		}
	}
}

// TestOwnershipTargets holds which parties of a structure are judged.
func TestOwnershipTargets(t *testing.T) {
	s := &ownership.Structure{
		Parties:  []ownership.Party{{ID: "ship", Name: "KORSHAMN", Kind: lists.Vessel}, {ID: "a", Name: "A Ltd"}, {ID: "b", Name: "B Ltd"}},
		Holdings: []ownership.Holding{{Owner: "a", Owned: "ship"}, {Owner: "b", Owned: "a"}},
	}
	ids := func(v Voyage) (out []string) {
		r := ask(t, own(t, line()...), v)
		for _, d := range r.Ownership.Verdicts {
			if !slices.Contains(out, d.Target) {
				out = append(out, d.Target)
			}
			if !d.NoListing && d.Regime != ownership.OFAC {
				t.Errorf("%s: a list of %s was not screened against", d.Target, d.Regime)
			}
		}
		return out
	}
	if got := ids(Voyage{Ship: Vessel{name("Korshamn")}, Structure: s}); !slices.Equal(got, []string{"ship"}) {
		t.Errorf("a structure with the ship: %q", got)
	}
	if got := ids(Voyage{Ship: Vessel{name("Korshamn")}, Parties: []Party{party(RegisteredOwner, name("a ltd"))}, Structure: s}); !slices.Equal(got, []string{"ship", "a"}) {
		t.Errorf("with her owner: %q", got)
	}
	if got := ids(Voyage{Parties: []Party{party(Bank, name("Z Bank"))}, Structure: s}); !slices.Equal(got, []string{"ship"}) {
		t.Errorf("with nobody of the voyage: %q", got)
	}
}
