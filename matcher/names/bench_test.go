package names

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	for _, c := range []struct {
		profile *Profile
		script  string
		text    string
	}{
		{Person, "latin", "DANAEI KENARSARI, Ali"},
		{Person, "latin", "Mohammad Reza Pour Naghshband"},
		{Person, "accents", "Jorge Muñoz Ibáñez"},
		{Person, "cyrillic", "Сергей Викторович Лавров"},
		{Person, "arabic", "محمد رضا نقشبند"},
		{Person, "hebrew", "יוסף כהן לוי"},
		{Person, "hangul", "김 정은"},
		{Person, "han", "王伟"},
		{Vessel, "latin", "FORTUNE"},
		{Vessel, "latin", "M/V OCEAN STAR III"},
		{Vessel, "cyrillic", "т/х Капитан Костичев"},
		{Vessel, "two-names", "HAO FAN 6 (ex PETREL 8)"},
		{Organization, "latin", "NATIONAL IRANIAN TANKER COMPANY LLC"},
		{Organization, "han", "大连海运有限公司"},
	} {
		b.Run(fmt.Sprintf("kind=%v/script=%s/words=%d", c.profile, c.script, len(strings.Fields(c.text))), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.profile.Parse(c.text)
			}
		})
	}
}

// BenchmarkParseLength shows that the time grows with the text, up to MaxBytes.
func BenchmarkParseLength(b *testing.B) {
	for _, size := range []int{64, 256, 1024, 4096, 1 << 20} {
		for _, unit := range []string{"ab ", "é", "x ex ", "(a) ", "ж́"} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("unit=%q/bytes=%d", unit, len(text)), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(min(len(text), MaxBytes)))
				for b.Loop() {
					Organization.Parse(text)
				}
			})
		}
	}
}
