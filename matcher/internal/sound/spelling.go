package sound

// latin gives the phoneme of the spelling at i and how many letters spell it.
// The spellings are those that European orthographies and English
// romanisations share; where they differ, an ambiguous phoneme is given.
func (k *keyer) latin(i int) (p byte, n int) {
	c, next := k.in[i], k.at(i+1)
	switch c {
	case 'a':
		if next == 'a' {
			return 'a', 2
		}
	case 'e':
		switch {
		case next == 'e':
			return 'i', 2
		case next == 'a' && k.at(i+2) == 'u':
			return 'o', 3
		case next == 0 && i > 1:
			return 'E', 1
		case next == 'h' && i > 1 && i+2 == len(k.in):
			return 'E', 2
		}
	case 'i':
		if next == 'i' {
			return 'i', 2
		}
	case 'o':
		if next == 'o' || next == 'u' {
			return 'u', 2
		}
	case 'u':
		if next == 'u' {
			return 'u', 2
		}
	case 'c':
		switch next {
		case 'h':
			return 'K', 2
		case 'k', 'q':
			return 'k', 2
		case 'z', 's':
			return 'C', 2
		case 'c':
			return 0, 1
		}
		if front(next) || next == 0 && i > 1 {
			return 'c', 1
		}
		return 'V', 1
	case 'd':
		switch {
		case next == 'j', next == 'g' && front(k.at(i+2)):
			return 'J', 2
		case next == 'z' && k.at(i+2) == 'h':
			return 'J', 3
		case next == 'z':
			return 'z', 2
		case next == 'h':
			return 'D', 2
		case next == 't':
			return 't', 2
		}
	case 'g':
		switch {
		case next == 'h':
			return 'G', 2
		case next == 'u' && (k.at(i+2) == 'e' || k.at(i+2) == 'i'):
			return 'g', 2
		case front(next):
			return 'Q', 1
		}
	case 'h':
		if next == 0 && vowelLetter(k.at(i-1)) {
			return 0, 1
		}
		if next == 's' && i == 0 { // Wade-Giles
			return '@', 2
		}
	case 'k':
		if next == 'h' {
			return 'x', 2
		}
	case 'p':
		if next == 'h' || next == 'f' {
			return 'f', 2
		}
	case 'q':
		if next == 'u' {
			if f := k.at(i + 2); f == 'e' || f == 'i' {
				return 'k', 2
			}
			return 'k', 1
		}
	case 'r':
		if next == 'h' {
			return 'r', 2
		}
		if next == 'r' {
			return 0, 1
		}
		if !vowelLetter(next) && next != 'y' {
			return 'R', 1
		}
	case 's':
		switch {
		case next == 'h':
			return 'S', 2
		case next == 'c' && k.at(i+2) == 'h':
			return 'S', 3
		case next == 'z':
			return 's', 2
		}
	case 't':
		switch {
		case next == 's' && k.at(i+2) == 'c' && k.at(i+3) == 'h':
			return 'C', 4
		case next == 'c' && k.at(i+2) == 'h':
			return 'C', 3
		case next == 'h':
			return 'T', 2
		case next == 's', next == 'z':
			return 'X', 2
		}
	case 'w':
		if i == 0 && next == 'r' {
			return 0, 1
		}
		if next == 'h' {
			return 'w', 2
		}
	case 'x':
		if i == 0 {
			return '@', 1
		}
		return '+', 1
	case 'y':
		if !vowelLetter(next) {
			return 'i', 1
		}
	case 'z':
		if next == 'h' {
			return 'Z', 2
		}
	}
	return symbol(c), 1
}
