package ownership

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// shareBytes is the longest text that ParseShare looks at.
const shareBytes = 64

// shareWords are written before a bound or stand for one. The longer come first.
var shareWords = [...]struct{ word, sign string }{
	{"not more than", "<="}, {"no more than", "<="}, {"not less than", ">="}, {"no less than", ">="},
	{"more than", ">"}, {"less than", "<"}, {"at least", ">="}, {"at most", "<="}, {"up to", "<="},
	{"under", "<"}, {"below", "<"}, {"over", ">"}, {"above", ">"},
	{"≤", "<="}, {"≥", ">="}, {"<=", "<="}, {">=", ">="}, {"<", "<"}, {">", ">"},
}

// ParseShare reads the size of a holding as people and registers write it:
//
//	50  50%  50 %  33.33%  33,33 %  50 per cent    exact, per cent
//	1/3  32/64                                     exact, of the whole
//	25-50  25%-50%  25 % to 50 %  1/3-1/2          a range, both ends included
//	<25%  more than 50%  at least 25%  up to 10%   one end known
//	unknown  ?  and the empty text                 nothing known
//
// Digits are taken as they stand: 33.33% is no third, and three times 33.33% is
// 99.99%. A number that no Portion can be (a sixth decimal, 1/23) becomes the
// range between its neighbours of five decimals, so that nothing is lost by
// rounding; a strict bound stops one hundred-thousandth of a per cent before its
// number. Errors wrap ErrShare: a number below nothing or above 100 per cent, a
// range that runs backwards, anything else. At most 64 bytes are read; a longer
// text is an error.
func ParseShare(text string) (Share, error) {
	if len(text) > shareBytes {
		return Share{}, fmt.Errorf("%w: %q: longer than %d bytes", ErrShare, clip(text), shareBytes)
	}
	s := strings.ToLower(strings.TrimSpace(text))
	if s == "" || s == "?" || s == "unknown" {
		return Share{}, nil
	}
	out, err := parseBounds(s)
	if err == nil {
		err = out.check()
	}
	if err != nil {
		return Share{}, fmt.Errorf("%w: %q: %s", ErrShare, clip(text), strings.TrimPrefix(err.Error(), ErrShare.Error()+": "))
	}
	return out, nil
}

// parseBounds reads a text that is neither empty nor "unknown".
func parseBounds(s string) (Share, error) {
	for _, w := range shareWords {
		rest, ok := strings.CutPrefix(s, w.word)
		if !ok {
			continue
		}
		p, err := parsePortion(rest)
		if err != nil {
			return Share{}, err
		}
		switch w.sign {
		case "<":
			if p.Max()%grid == 0 && p.Exact() {
				return Share{0, p.rest + grid}, nil
			}
			return Share{0, p.rest}, nil
		case "<=":
			return Share{0, p.rest}, nil
		case ">":
			if p.min%grid == 0 && p.Exact() {
				return Share{p.min + grid, 0}, nil
			}
		}
		return Share{p.min, 0}, nil
	}
	for _, dash := range [...]string{" to ", "–", "—", "-"} {
		from, to, ok := strings.Cut(s, dash)
		if !ok || strings.TrimSpace(from) == "" {
			continue
		}
		a, err := parsePortion(from)
		if err != nil {
			return Share{}, err
		}
		b, err := parsePortion(to)
		return Share{a.min, b.rest}, err
	}
	return parsePortion(s)
}

// parsePortion reads one number. The share is exact where a Portion can be.
func parsePortion(s string) (Share, error) {
	s = strings.TrimSpace(s)
	for _, unit := range [...]string{"%", "per cent", "percent", "pct"} {
		if rest, ok := strings.CutSuffix(s, unit); ok {
			s = strings.TrimSpace(rest)
			break
		}
	}
	if n, d, ok := strings.Cut(s, "/"); ok {
		return parseFraction(strings.TrimSpace(n), strings.TrimSpace(d))
	}
	if strings.HasPrefix(s, "-") {
		return Share{}, fmt.Errorf("below nothing")
	}
	whole, decimals, _ := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	if whole == "" || !digits(whole) || !digits(decimals) || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ",") {
		return Share{}, fmt.Errorf("no number of per cent")
	}
	whole = strings.TrimLeft(whole, "0")
	if len(whole) > 3 {
		return Share{}, fmt.Errorf("above 100%%")
	}
	decimals = strings.TrimRight(decimals, "0")
	beyond := Portion(0)
	if len(decimals) > 5 {
		decimals, beyond = decimals[:5], grid
	}
	n := number(whole)*100_000 + number(decimals+"00000"[:5-len(decimals)])
	p := Portion(n) * grid
	if p > Whole || p == Whole && beyond > 0 {
		return Share{}, fmt.Errorf("above 100%%")
	}
	return Share{p, Whole - p - beyond}, nil
}

// parseFraction reads n/d of the whole.
func parseFraction(n, d string) (Share, error) {
	const most = 18 // digits, so that no number overflows
	if n == "" || d == "" || !digits(n) || !digits(d) || len(n) > most || len(d) > most || number(d) == 0 {
		return Share{}, fmt.Errorf("no fraction of the whole")
	}
	a, b := number(n), number(d)
	if a > b {
		return Share{}, fmt.Errorf("above 100%%")
	}
	hi, lo := bits.Mul64(a, uint64(Whole))
	q, rem := bits.Div64(hi, lo, b) // a <= b, so the quotient is at most Whole
	p := Portion(q)
	if rem == 0 {
		return Exact(p), nil
	}
	p -= p % grid
	return Share{p, Whole - p - grid}, nil
}

// digits reports whether s is made of ASCII digits, if of anything.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// number returns the value of at most eighteen digits.
func number(s string) (n uint64) {
	for i := range len(s) {
		n = n*10 + uint64(s[i]-'0')
	}
	return n
}

// unquote reads a JSON string.
func unquote(b []byte) (string, error) {
	var s string
	err := json.Unmarshal(b, &s)
	return s, err
}

// clip returns s short enough for an error.
func clip(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	for n := most; ; n-- {
		if utf8.RuneStart(s[n]) || n == most-4 {
			return s[:n] + "..."
		}
	}
}
