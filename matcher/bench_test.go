package matcher

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

func BenchmarkCompare(b *testing.B) {
	o := DefaultOptions()
	for _, c := range []struct {
		profile       *names.Profile
		kind          string
		query, listed string
	}{
		{names.Person, "script=latin/likeness=equal", "Ali Danaei Kenarsari", "DANAEI KENARSARI, Ali"},
		{names.Person, "script=latin/likeness=typo", "Ali Danaei Kenarsari", "Ali Danaie Kenarsari"},
		{names.Person, "script=latin/likeness=none", "Peter Johann Schneider", "Ali Danaei Kenarsari"},
		{names.Person, "script=latin/likeness=variant", "Mohammed Hasan Soleimani", "SULAYMANI, Muhammad Hassan"},
		{names.Person, "script=cyrillic/likeness=variant", "Сергей Викторович Лавров", "LAVROV, Sergei Viktorovich"},
		{names.Person, "script=arabic/likeness=variant", "محمد رضا نقشبند", "NAGHSHBAND, Mohammad Reza"},
		{names.Person, "script=hangul/likeness=variant", "김정은", "KIM, Jong Un"},
		{names.Person, "script=han/likeness=variant", "王伟", "WANG, Wei"},
		{names.Vessel, "script=latin/likeness=sister", "OCEAN STAR 2", "OCEAN STAR 3"},
		{names.Vessel, "script=latin/likeness=typo", "FORTUNE", "FORTUNA"},
		{names.Vessel, "script=latin/likeness=joined", "CHONG CHON GANG", "CHONGCHONGANG"},
		{names.Organization, "script=latin/likeness=abbreviated", "KOREA SAMMA SHPG CO", "Korea Samma Shipping Company"},
		{names.Organization, "script=latin/likeness=none", "Pacific Basin Shipping Limited", "DANESH TRADING COMPANY LLC"},
	} {
		x, y := c.profile.Parse(c.query), c.profile.Parse(c.listed)
		b.Run(fmt.Sprintf("kind=%v/%s/tokens=%d", c.profile, c.kind, len(x.Tokens)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compare(x, y, o)
			}
		})
	}
}

// BenchmarkCompareTokens shows what long names cost, up to the limit of tokens.
func BenchmarkCompareTokens(b *testing.B) {
	o := DefaultOptions()
	for _, n := range []int{1, 2, 4, 8, 16, 48} {
		x := names.Person.Parse(strings.Repeat("mohammad alireza ", n)[:9*n])
		y := names.Person.Parse(strings.Repeat("muhammed ali reza ", n)[:9*n])
		b.Run(fmt.Sprintf("tokens=%d", len(x.Tokens)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compare(x, y, o)
			}
		})
	}
}
