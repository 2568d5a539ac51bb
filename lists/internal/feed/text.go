package feed

import (
	"strings"
	"time"
)

// Clean returns text without white space at its ends and with one blank for
// every run of white space in it. White space is that of XML: blank, tab, CR, LF.
func Clean(b []byte) string {
	b = trim(b)
	if ragged(b) {
		return string(squeeze(make([]byte, 0, len(b)), b))
	}
	return string(b)
}

// appendClean appends to dst what Clean returns for b.
func appendClean(dst, b []byte) []byte {
	b = trim(b)
	if ragged(b) {
		return squeeze(dst, b)
	}
	return append(dst, b...)
}

func trim(b []byte) []byte {
	for len(b) > 0 && White(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && White(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// ragged reports whether b holds white space other than single blanks.
func ragged(b []byte) bool {
	for i := 0; i+1 < len(b); i++ {
		if White(b[i]) && (b[i] != ' ' || White(b[i+1])) {
			return true
		}
	}
	return false
}

func squeeze(dst, b []byte) []byte {
	for i, c := range b {
		switch {
		case !White(c):
			dst = append(dst, c)
		case i > 0 && !White(b[i-1]):
			dst = append(dst, ' ')
		}
	}
	return dst
}

// White reports whether c is white space of XML.
func White(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// Time reads the time at which a file was made, in the shapes that XML Schema
// allows for a dateTime and a date, and returns it in UTC. One without a zone is
// taken for UTC.
func Time(text string) (time.Time, bool) {
	for _, layout := range [...]string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02Z07:00", "2006-01-02"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// high1252 are the characters of the bytes 0x80-0x9F in Windows-1252; the five
// bytes that the code page leaves free are control characters, as in Latin-1.
// Source: Unicode Consortium, mapping table CP1252.TXT.
var high1252 = [32]rune{
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
}

// Windows1252 reads the bytes of s as Windows-1252.
func Windows1252(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c >= 0x80 && c < 0xa0 {
			b.WriteRune(high1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}
