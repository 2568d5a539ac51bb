package eu

import (
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

//go:generate go test -run ^TestTables$ . -update

// annex is a row of tables/annexes.txt.
type annex struct {
	celex, number, programme string
	kinds                    []lists.MeasureKind
	basis                    string
}

// annexOf returns the annex of an act, or nil. The number is compared without
// blanks, brackets, "Annex" and "part": "Annex XIV, part B" is XIV.B.
func annexOf(celex, number string) *annex {
	number = annexKey(number)
	for i := range annexes {
		if annexes[i].celex == celex && annexKey(annexes[i].number) == number {
			return &annexes[i]
		}
	}
	return nil
}

func annexKey(s string) string {
	s = strings.ToUpper(s)
	for _, word := range [...]string{"ANNEX", "PART"} {
		s = strings.ReplaceAll(s, word, "")
	}
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// measureWords tell the kind of a measure by words in what a list calls it.
// Source: the titles of the Sanctions Map and of the column "measure" of the
// transcripts.
var measureWords = [...]struct {
	words string
	is    lists.MeasureKind
}{
	{"asset freeze", lists.AssetFreeze}, {"freezing of assets", lists.AssetFreeze}, {"freezing of funds", lists.AssetFreeze},
	{"prohibition to make funds available", lists.AssetFreeze},
	{"travel ban", lists.TravelBan}, {"restrictions on admission", lists.TravelBan},
	{"port entry ban", lists.PortBan}, {"port access", lists.PortBan}, {"access to ports", lists.PortBan},
	{"ban on services", lists.ServicesBan}, {"services ban", lists.ServicesBan}, {"restrictions on services", lists.ServicesBan},
	{"deregist", lists.DeFlagging}, {"de-flag", lists.DeFlagging},
	{"financial restrictions", lists.FinancialLimits}, {"financial measures", lists.FinancialLimits},
	{"investment", lists.InvestmentBan}, {"arms embargo", lists.ArmsEmbargo}, {"arms export", lists.ArmsEmbargo},
	{"transaction ban", lists.TransactionsBan}, {"ban on transactions", lists.TransactionsBan}, {"transactions ban", lists.TransactionsBan},
	{"export", lists.ExportControl}, {"dual-use", lists.ExportControl}, {"trade", lists.TradeRestriction},
}

// kindsOf reads the kinds of measure that words name. The words for a list of
// ships name none.
func kindsOf(text string) []lists.MeasureKind {
	var out []lists.MeasureKind
	low := strings.ToLower(text)
	for _, w := range measureWords {
		if strings.Contains(low, w.words) && !slices.Contains(out, w.is) {
			out = append(out, w.is)
		}
	}
	return out
}
