package feed

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
