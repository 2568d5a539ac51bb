package lists

// CallSignCountry returns the ISO 3166-1 alpha-2 code of the state or territory
// from whose international series callSign is taken, and whether there is one.
// It reads what Identifier.Canonical reads for the type CallSign ("5IM 592",
// "9BAC"); what Canonical refuses is not ok, and neither are series of
// organisations (4U, the United Nations) and of several territories (PJ).
//
// A call sign changes with the flag, and lists keep old ones: that the country
// is not the ship's present flag says next to nothing. Ships of territories
// whose administration is elsewhere bear that one's call signs: Bermuda's and
// Gibraltar's are GB.
//
// Table: tables/callsigns.txt, after the ITU Radio Regulations, Appendix 42.
func CallSignCountry(callSign string) (code string, ok bool) {
	c, err := canonical(CallSign, callSign)
	if err != nil {
		return "", false
	}
	// The table is a row of first and last three characters and code, in order.
	const width = 8
	lo, hi := 0, len(callSignSeries)/width
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		s := callSignSeries[mid*width : (mid+1)*width]
		switch {
		case c[:3] < s[:3]:
			hi = mid
		case c[:3] > s[3:6]:
			lo = mid + 1
		default:
			return s[6:8], true
		}
	}
	return "", false
}
