package index

import (
	"slices"
	"sync"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher"
	"github.com/seed-539c57aa/pratique/matcher/names"
)

// fuzzBook is a small book of every profile: names of one word and of many, in
// several scripts, with numbers, initials, legal forms and names inside.
var fuzzBook = []string{
	"NASRALLAH, Hasan Abd-al-Karim", "AL-RAHMAN, Abd", "ABDURRAHMAN", "KIM, Jong Un", "김정은", "SECHIN, Igor Ivanovich", "Сечин Игорь Иванович", "محمد رضا نقدی",
	"SANTOS", "DON CHEPE", "M4G", "O'NEILL, J. P.", "CONSTANTINOPOULOS, Alexandros", "AL-AMIN, Muhammad 'Abdallah", "MI CHUNG", "TAE DONG GANG", "DAE DONG KANG 3",
	"SAND SWAN", "OCEAN 2", "OCEAN III", "IRAN HORMUZ 12", "M/T SEA STAR", "FORTUNE (ex GLORY STAR)", "BULKER ALPHA", "ABCDEFGHIJ KLMNOPQRS TUVWXYZ ABCD EFGH", "ABCDEFGHIJ KLMNOPQRS",
	"GENERAL TRADING COMPANY LTD", "ISLAMIC REPUBLIC OF IRAN SHIPPING LINES (IRISL)", "Компания Рога и Копыта ООО", "上海远洋运输公司", "N.V. DE BOER & ZONEN", "ACME", "ACNE S.A.",
}

var fuzzLists = sync.OnceValue(func() map[*names.Profile][]names.Name {
	out := map[*names.Profile][]names.Name{}
	for _, p := range profiles {
		out[p] = parse(p, fuzzBook)
	}
	return out
})

var fuzzIndexes = sync.OnceValue(func() map[*names.Profile]*Index {
	out := map[*names.Profile]*Index{}
	for p, l := range fuzzLists() {
		out[p] = New(p, texts(l))
	}
	return out
})

func FuzzCandidates(f *testing.F) {
	for i, s := range fuzzBook {
		f.Add(s, uint16(600+i))
	}
	for _, s := range []string{"", "nasralah hassan", "abd al rahman", "abdulrahman", "KIM JONG-UN", "igor setchin", "sea str", "seastar", "OCEAN II", "ABCDEFGHIJ KLMNOPQRS", "a b c", "\xff\xfe", "AL RAMAN,ABd"} {
		f.Add(s, uint16(600))
	}
	f.Fuzz(func(t *testing.T, text string, floor uint16) {
		least := matcher.Score(1 + floor%1000)
		o := matcher.DefaultOptions()
		for _, p := range profiles {
			q := p.Parse(text)
			list := fuzzLists()[p]
			b := matcher.MakeBound(p, &o, least)
			ids := fuzzIndexes()[p].Within(&q, &b)
			for id := range list {
				s := matcher.Compare(q, list[id], o).Score
				if s < least {
					continue
				}
				if _, ok := slices.BinarySearch(ids, int32(id)); !ok {
					t.Errorf("%v: %q lost %q, which scores %v, at %v", p, text, list[id].Original, s, least)
				}
			}
		}
	})
}
