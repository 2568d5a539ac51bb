package screening

import (
	"errors"
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
)

// ErrInconsistent is wrapped by the warnings of a Result that say that two parts
// of the query do not fit together. Both parts are used: ships are reflagged and
// keep old numbers, and OFAC's own records disagree with themselves in most
// cases, so nothing is scored by it.
var ErrInconsistent = errors.New("does not fit the query")

// consistency warns of MMSIs and call signs whose state is none of the flags
// given. Territories count with the state that administers their ships.
//
// Sources: ITU Table of Maritime Identification Digits; ITU Radio Regulations,
// Appendix 42 (lists.MIDCountry, lists.CallSignCountry).
func consistency(q *Query, flags []place) (warnings []error) {
	if len(flags) == 0 {
		return nil
	}
	for i, id := range q.Identifiers {
		var code, what string
		var ok bool
		switch id.Type {
		case lists.MMSI:
			code, ok = lists.MIDCountry(id.Value)
			what = "the MMSI's first three digits are"
		case lists.CallSign:
			code, ok = lists.CallSignCountry(id.Value)
			what = "the call sign is of a series of"
		}
		for _, f := range flags {
			ok = ok && administration(f.code) != administration(code)
		}
		if !ok {
			continue
		}
		if id.Type == lists.MMSI {
			what += " those of"
		}
		warnings = append(warnings, &QueryError{fmt.Sprintf("identifiers[%d]", i), clip(id.Value),
			fmt.Errorf("%w: %s %s, the flag given is %s", ErrInconsistent, what, lists.CountryName(code), lists.CountryName(flags[0].code))})
	}
	return warnings
}

// administrations are the territories whose ships may bear the numbers of the
// state behind them.
//
// Source: ITU Operational Bulletin, codes of the administrations in the List of
// Ship Stations, where these territories stand under the state.
var administrations = [...]struct{ state, territories string }{
	{"GB", "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG"},
	{"FR", "BL GF GP MF MQ NC PF PM RE TF WF YT"},
	{"NL", "AW BQ CW SX"},
	{"DK", "FO GL"},
	{"US", "AS GU MP PR UM VI"},
	{"NO", "BV SJ"},
	{"AU", "CC CX HM NF"},
	{"NZ", "TK"},
	{"FI", "AX"},
}

// administration returns the state that stands behind a territory, or code.
func administration(code string) string {
	for _, a := range administrations {
		for i := 0; i+2 <= len(a.territories); i += 3 {
			if a.territories[i:i+2] == code {
				return a.state
			}
		}
	}
	return code
}
