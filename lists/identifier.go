package lists

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Identifier is a number or code that a list, or a query, gives for a party.
type Identifier struct {
	Type    IDType `json:"type"`
	Value   string `json:"value"`             // as printed
	Country string `json:"country,omitempty"` // the issuing state, as printed
	Label   string `json:"label,omitempty"`   // the list's own word for the type: "Cedula No."
	Issued  Date   `json:"issued,omitzero"`
	Expires Date   `json:"expires,omitzero"`
	Note    string `json:"note,omitempty"` // what else the list says of it
}

// IDType says what an identifier identifies. The set is open: a list's own word
// stands in Label, and numbers of a kind that only one state knows share the
// broad type (TaxID, Registration, NationalID ...).
type IDType string

// The types of identifier. Those up to LEI have a form that Canonical checks.
const (
	IMOShip    IDType = "imo"         // IMO ship identification number: 7 digits with a check digit, one per hull for life
	IMOCompany IDType = "imo company" // IMO company and registered-owner number: 7 digits with another check digit
	MMSI       IDType = "mmsi"        // Maritime Mobile Service Identity of a ship station: 9 digits
	CallSign   IDType = "call sign"
	LEI        IDType = "lei" // Legal Entity Identifier, ISO 17442

	ENI            IDType = "eni"             // European vessel identification number
	HIN            IDType = "hin"             // hull identification number of small craft, ISO 10087
	YardNumber     IDType = "yard number"     // with the builder
	OfficialNumber IDType = "official number" // in a national register of ships

	Passport         IDType = "passport"
	NationalID       IDType = "national id"
	SeafarerDocument IDType = "seafarer document" // seaman's book, seafarer's identity document
	DriverLicence    IDType = "driver licence"
	SocialSecurity   IDType = "social security"
	ResidencePermit  IDType = "residence permit"

	RegistrationNumber IDType = "registration" // of a firm or charity in any register
	TaxID              IDType = "tax id"
	SWIFT              IDType = "swift/bic"
	DUNS               IDType = "d-u-n-s"
	Licence            IDType = "licence"
	Security           IDType = "security" // ISIN, ticker, exchange code

	TailNumber    IDType = "tail number"
	AircraftModeS IDType = "mode s"
	SerialNumber  IDType = "serial number" // of an aircraft's manufacturer

	CryptoAddress IDType = "digital currency address"
	OtherID       IDType = "other"
)

// The reasons for which Canonical refuses a value. Errors wrap one of them.
var (
	ErrFormat     = errors.New("not of the form of its type")
	ErrCheckDigit = errors.New("check digit is wrong")
	ErrStation    = errors.New("an MMSI, but not of a ship station")
)

// maxIdentifier bounds the bytes of a value that Canonical looks at; crypto
// addresses, the longest identifiers that lists print, have about 100.
const maxIdentifier = 256

// Canonical returns the identifier with Value in the one form by which it is
// compared, and an error wrapping ErrFormat, ErrCheckDigit or ErrStation where
// the value cannot be what its type says; the returned identifier then keeps
// Value as printed. Digits of any script and full-width letters are read as
// ASCII. Canonical is idempotent and keeps every field but Value.
//
//   - IMOShip: 7 digits. The letters IMO (I.M.O., OMI, ИМО) may stand before or
//     after them, the words "No.", "number", "ship", "vessel" and "company"
//     before them, punctuation anywhere, and zeros before a number of seven
//     digits. Check digit: (7a+6b+5c+4d+3e+2f) mod 10 = g (IMO resolution
//     A.1117(30)). Nothing is padded: "IMO 15411" is ErrFormat.
//   - IMOCompany: the same letters; 5 or 6 digits are padded with the zeros
//     that spreadsheets lose. Check digit: s = 8a+6b+4c+2d+9e+7f,
//     (11 - s mod 11) mod 10 = g (IMO resolution MSC.160(78)).
//   - MMSI: 9 digits that begin with the Maritime Identification Digits of a
//     state, 201 to 775, as a ship station's do. Digits that the ITU has not
//     assigned are ErrFormat ("unknown MID"); the forms of other stations of
//     ITU-R M.585-9 (coast, group, aid to navigation, handheld ...) are
//     ErrStation, and the error says which station it is.
//   - CallSign: 3-8 Latin letters and digits, at least one of them a letter, in
//     upper case; blanks, hyphens and slashes are dropped.
//   - LEI: 20 letters and digits with the check of ISO 17442 (ISO 7064 MOD 97-10).
//   - SWIFT: 8 or 11 letters and digits, upper case.
//   - Others: upper case letters and digits only, blanks and punctuation
//     dropped; ErrFormat where nothing is left. Crypto addresses keep their case.
func (id Identifier) Canonical() (Identifier, error) {
	v, err := canonical(id.Type, id.Value)
	if err != nil {
		return id, fmt.Errorf("%s %q: %w", id.Type, clip(id.Value), err)
	}
	id.Value = v
	return id, nil
}

func canonical(t IDType, value string) (string, error) {
	if len(value) > maxIdentifier {
		return "", fmt.Errorf("%w: longer than %d bytes", ErrFormat, maxIdentifier)
	}
	plain := asciiForm(value)
	switch t {
	case IMOShip:
		n, err := imoDigits(plain)
		if err != nil {
			return "", err
		}
		for len(n) > 7 && n[0] == '0' {
			n = n[1:]
		}
		switch {
		case len(n) != 7:
			return "", fmt.Errorf("%w: %d digits, not 7", ErrFormat, len(n))
		case n == "0000000":
			return "", fmt.Errorf("%w: no number but zeros", ErrFormat)
		case !ValidIMOShip(n):
			return "", ErrCheckDigit
		}
		return n, nil
	case IMOCompany:
		n, err := imoDigits(plain)
		if err != nil {
			return "", err
		}
		for len(n) > 7 && n[0] == '0' {
			n = n[1:]
		}
		if len(n) < 5 || len(n) > 7 {
			return "", fmt.Errorf("%w: %d digits, not 7", ErrFormat, len(n))
		}
		n = "00"[:7-len(n)] + n
		if n == "0000000" {
			return "", fmt.Errorf("%w: no number but zeros", ErrFormat)
		}
		if !ValidIMOCompany(n) {
			return "", ErrCheckDigit
		}
		return n, nil
	case MMSI:
		n := alphanumeric(plain)
		for _, word := range [...]string{"MMSI", "NUMBER", "NO"} {
			n = strings.TrimPrefix(n, word)
		}
		if len(n) != 9 || !digits(n) {
			return "", fmt.Errorf("%w: not 9 digits", ErrFormat)
		}
		return n, shipStation(n)
	case CallSign:
		c := alphanumeric(plain)
		if len(c) < 3 || len(c) > 8 || digits(c) || !ascii(c) {
			return "", fmt.Errorf("%w: a call sign has 3-8 Latin letters and digits", ErrFormat)
		}
		return c, nil
	case LEI:
		c := alphanumeric(plain)
		if len(c) != 20 || !ascii(c) {
			return "", fmt.Errorf("%w: not 20 Latin letters and digits", ErrFormat)
		}
		if !ValidLEI(c) {
			return "", ErrCheckDigit
		}
		return c, nil
	case SWIFT:
		c := alphanumeric(plain)
		if len(c) != 8 && len(c) != 11 || !ascii(c) {
			return "", fmt.Errorf("%w: not 8 or 11 Latin letters and digits", ErrFormat)
		}
		return c, nil
	case CryptoAddress:
		c := strings.TrimSpace(value)
		if c == "" {
			return "", fmt.Errorf("%w: empty", ErrFormat)
		}
		return c, nil
	}
	c := alphanumeric(plain)
	if c == "" {
		return "", fmt.Errorf("%w: no letter and no digit", ErrFormat)
	}
	return c, nil
}

// asciiForm reads decimal digits of every script and full-width letters as
// ASCII, drops invisible characters, and puts letters in upper case.
func asciiForm(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '：', r == '．':
			return unicode.ToUpper(r - '！' + '!')
		case r > 0x7f && unicode.IsDigit(r):
			return '0' + digitValue(r)
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return unicode.ToUpper(r)
	}, s)
}

// digitValue returns the value of a decimal digit. Unicode keeps the ten digits
// of a script in order and in one run (Unicode Standard, section 4.6).
func digitValue(r rune) rune {
	zero := r
	for unicode.IsDigit(zero - 1) { // at most five runs without a gap, the mathematical digits
		zero--
	}
	return (r - zero) % 10
}

// alphanumeric keeps the letters and digits of s.
func alphanumeric(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] > 0x7f {
			return false
		}
	}
	return true
}

// imoWords are the words around an IMO number, longer ones before their
// beginnings.
var imoWords = [...]string{"IMO", "OMI", "ИМО", "COMPANY", "SHIP", "VESSEL", "NUMBER", "NUMERO", "NÚMERO", "NUM", "NO", "NR", "Nº", "N"}

// imoDigits returns the digits of an IMO number, without the words around it.
func imoDigits(s string) (string, error) {
	c := alphanumeric(s)
	for again := true; again; {
		again = false
		for _, word := range imoWords {
			if rest, ok := strings.CutPrefix(c, word); ok {
				c, again = rest, true
				break
			}
		}
	}
	for _, word := range imoWords[:3] {
		c = strings.TrimSuffix(c, word)
	}
	if !digits(c) {
		return "", fmt.Errorf("%w: not a number", ErrFormat)
	}
	return c, nil
}

// ValidIMOShip reports whether s is seven ASCII digits with the check digit of
// an IMO ship number. About one company number in ten passes as well: the check
// refutes a ship number and does not prove one.
func ValidIMOShip(s string) bool {
	if len(s) != 7 || !digits(s) {
		return false
	}
	sum := 0
	for i := range 6 {
		sum += int(s[i]-'0') * (7 - i)
	}
	return sum%10 == int(s[6]-'0')
}

// ValidIMOCompany reports whether s is seven ASCII digits with the check digit
// of an IMO company and registered-owner number.
func ValidIMOCompany(s string) bool {
	if len(s) != 7 || !digits(s) {
		return false
	}
	sum := 0
	for i, w := range [...]int{8, 6, 4, 2, 9, 7} {
		sum += int(s[i]-'0') * w
	}
	return (11-sum%11)%10 == int(s[6]-'0')
}

// ValidLEI reports whether s is twenty upper-case letters and digits whose
// ISO 7064 MOD 97-10 remainder is 1, as ISO 17442 requires.
func ValidLEI(s string) bool {
	if len(s) != 20 {
		return false
	}
	rem := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			rem = (rem*10 + int(c-'0')) % 97
		case c >= 'A' && c <= 'Z':
			rem = (rem*100 + int(c-'A') + 10) % 97
		default:
			return false
		}
	}
	return rem == 1
}
