package lists

import (
	"fmt"
	"strings"
)

// MIDCountry returns the ISO 3166-1 alpha-2 code of the state or territory
// whose Maritime Identification Digits the MMSI of a ship station begins with,
// and whether there is exactly one. It reads what Identifier.Canonical reads for
// the type MMSI; what Canonical refuses is not ok, and neither are the digits
// 306, which the ITU assigned to three territories of the Kingdom of the
// Netherlands.
//
// An MMSI changes with the flag, and lists keep old ones: that the country is
// not the ship's present flag says next to nothing.
//
// Table: tables/mid.txt, after the ITU Table of Maritime Identification Digits.
func MIDCountry(mmsi string) (code string, ok bool) {
	n, err := canonical(MMSI, mmsi)
	if err != nil {
		return "", false
	}
	code, ok = midCode(n[:3])
	return code, ok && code != midShared
}

// midShared stands in the table for digits of several territories.
const midShared = "--"

// midCode looks up three ASCII digits: the code, or midShared, and whether the
// ITU has assigned the digits.
func midCode(mid string) (string, bool) {
	n, ok := number(mid)
	i := 2 * (n - midFirst)
	if !ok || i < 0 || i >= len(midCodes) || midCodes[i] == ' ' {
		return "", false
	}
	return midCodes[i : i+2], true
}

// shipStation returns nil where the nine digits n are the MMSI of a ship
// station with known Maritime Identification Digits, else why not. The formats
// are those of Recommendation ITU-R M.585-9, annexes 1 and 2.
func shipStation(n string) error {
	if n[0] >= '2' && n[0] <= '7' {
		if _, ok := midCode(n[:3]); !ok {
			return fmt.Errorf("%w: unknown MID %s", ErrFormat, n[:3])
		}
		return nil
	}
	for _, f := range [...]struct {
		prefix, station string
		mid             bool // MID follows the prefix
	}{
		{"00", "a coast station", true},
		{"0", "a group of ship stations", true},
		{"111", "a search and rescue aircraft", true},
		{"8", "a handheld VHF transceiver", true},
		{"970", "a search and rescue transmitter (AIS-SART)", false},
		{"972", "a man overboard device", false},
		{"974", "an emergency beacon (EPIRB-AIS)", false},
		{"979", "an autonomous maritime radio device", false},
		{"98", "a craft associated with a parent ship", true},
		{"99", "an aid to navigation", true},
	} {
		rest, ok := strings.CutPrefix(n, f.prefix)
		if !ok {
			continue
		}
		if f.mid {
			if _, known := midCode(rest[:3]); !known {
				return fmt.Errorf("%w: the form of %s, but unknown MID %s", ErrFormat, f.station, rest[:3])
			}
		}
		return fmt.Errorf("%w: %s", ErrStation, f.station)
	}
	return fmt.Errorf("%w: no station has an MMSI that begins with %s", ErrFormat, n[:3])
}
