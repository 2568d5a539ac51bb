package ownership

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/seed-539c57aa/pratique/lists"
)

// Portion is a part of a whole, counted in units of which Whole has
// 29,099,070,000,000. The number is chosen so that no arithmetic of shares is
// ever rounded: per cents of up to five decimals, the 64 shares of a ship, and
// every fraction whose denominator is at most 22 are whole numbers of units, so
// three holdings of 1/6 are exactly one half. Write 50*PerCent as one writes
// 50*time.Second.
type Portion int64

// Units of Portion.
const (
	Whole   Portion = 10_000_000 * 2_909_907 // 10^7 * 9*7*11*13*17*19
	PerCent         = Whole / 100
	grid            = PerCent / 100_000 // the fifth decimal of a per cent
)

// String returns p in per cent with up to five decimals, "33.33%", or where it is
// no such number as a fraction in lowest terms, "1/3". ParseShare reads both
// exactly.
func (p Portion) String() string {
	if p%grid != 0 {
		a, b := p, Whole
		for b != 0 {
			a, b = b, a%b
		}
		if a < 0 {
			a = -a
		}
		return fmt.Sprintf("%d/%d", p/a, Whole/a)
	}
	n, sign := uint64(p/grid), ""
	if p < 0 {
		n, sign = -n, "-"
	}
	s := sign + strconv.FormatUint(n/100_000, 10)
	if n %= 100_000; n > 0 {
		d := fmt.Sprintf("%05d", n)
		for d[len(d)-1] == '0' {
			d = d[:len(d)-1]
		}
		s += "." + d
	}
	return s + "%"
}

// MarshalText writes the text of String.
func (p Portion) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParseShare reads as an exact share.
func (p *Portion) UnmarshalText(b []byte) error {
	s, err := ParseShare(string(b))
	if err == nil && !s.Exact() {
		err = fmt.Errorf("%w: %q is a range", ErrShare, clip(string(b)))
	}
	if err == nil {
		*p = s.min
	}
	return err
}

// Share is what is known of the size of a holding: that it lies between Min and
// Max, both included. The zero Share is unknown: from nothing to all. Shares are
// values and can be compared with ==.
type Share struct {
	min  Portion
	rest Portion // of the whole beyond the maximum, so that the zero Share is unknown
}

// ErrShare is wrapped by the errors of ParseShare, Between and the UnmarshalText
// methods.
var ErrShare = errors.New("ownership: not a share")

// Exact returns the share that is p. New refuses one below nothing or above Whole.
func Exact(p Portion) Share { return Share{p, Whole - p} }

// Between returns the share that lies from min to max, both included.
func Between(min, max Portion) (Share, error) {
	s := Share{min, Whole - max}
	return s, s.check()
}

// FromList returns the share that a relation on a list states, and the unknown
// share where it states none or an impossible one.
func FromList(s lists.Share) Share {
	const unit = PerCent / 100
	out := Share{Portion(s.Min) * unit, Whole - Portion(s.Max)*unit}
	if !s.Known || out.check() != nil {
		return Share{}
	}
	return out
}

// Min returns the least that the share can be.
func (s Share) Min() Portion { return s.min }

// Max returns the most that the share can be.
func (s Share) Max() Portion { return Whole - s.rest }

// Exact reports whether the share is known exactly.
func (s Share) Exact() bool { return s.min == s.Max() }

// Unknown reports whether nothing is known of the share.
func (s Share) Unknown() bool { return s == Share{} }

// Contains reports whether the share can be p.
func (s Share) Contains(p Portion) bool { return s.min <= p && p <= s.Max() }

// check returns what is wrong with s.
func (s Share) check() error {
	switch {
	case s.min < 0:
		return fmt.Errorf("%w: %s is below nothing", ErrShare, s.min)
	case s.rest < 0:
		return fmt.Errorf("%w: %s is above 100%%", ErrShare, s.Max())
	case s.min > s.Max():
		return fmt.Errorf("%w: the minimum %s is above the maximum %s", ErrShare, s.min, s.Max())
	}
	return nil
}

// String returns the share as ParseShare reads it: "50%", "1/3", "25%-50%",
// "0%-25%", "unknown".
func (s Share) String() string {
	switch {
	case s.Unknown():
		return "unknown"
	case s.Exact():
		return s.min.String()
	}
	return s.min.String() + "-" + s.Max().String()
}

// span returns the interval as a sum is told: "50%", "25% to 75%".
func (s Share) span() string {
	if s.Exact() {
		return s.min.String()
	}
	return s.min.String() + " to " + s.Max().String()
}

// MarshalText writes the text of String.
func (s Share) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what ParseShare reads.
func (s *Share) UnmarshalText(b []byte) error {
	v, err := ParseShare(string(b))
	if err == nil {
		*s = v
	}
	return err
}

// UnmarshalJSON reads a string as ParseShare does, a number as per cent by its
// decimal digits, and null as unknown.
func (s *Share) UnmarshalJSON(b []byte) error {
	text := string(b)
	if text == "null" {
		*s = Share{}
		return nil
	}
	if len(text) > 0 && text[0] == '"' {
		var err error
		if text, err = unquote(b); err != nil {
			return err
		}
	}
	return s.UnmarshalText([]byte(text))
}
