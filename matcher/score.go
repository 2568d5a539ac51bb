package matcher

import "strconv"

// Score is a degree of likeness in thousandths: 0 is nothing in common, 1000
// is equal. It is an integer so that the same names give the same score on
// every machine.
type Score int32

// The ends of the scale.
const (
	None  Score = 0
	Equal Score = 1000
)

// String prints the score as a decimal fraction: 0.873.
func (s Score) String() string {
	sign := ""
	if s < 0 {
		sign, s = "-", -s
	}
	frac := strconv.Itoa(int(s % 1000))
	return sign + strconv.Itoa(int(s/1000)) + "." + "000"[:3-len(frac)] + frac
}

// clamp holds s within the scale.
func clamp(s int) Score { return Score(max(0, min(1000, s))) }
