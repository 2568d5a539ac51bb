package lists

import (
	"errors"
	"fmt"
	"strings"
)

// Date is a date as a list or a query gives it: a day, a month, a year, or a
// range of them, exact or circa. It is not an instant: it has no time zone and
// no clock. The zero Date is unknown.
type Date struct {
	Role  DateRole `json:"role,omitempty"`
	From  Day      `json:"from,omitzero"` // the date, or the first one of a range
	To    Day      `json:"to,omitzero"`   // the last one of a range; zero where the date is no range
	Circa bool     `json:"circa,omitempty"`
	Text  string   `json:"text,omitempty"` // as printed
}

// DateRole says what happened on a date.
type DateRole string

// The roles of dates.
const (
	Birth       DateRole = "birth"
	Death       DateRole = "death"
	Build       DateRole = "build"       // a ship's or an aircraft's
	Established DateRole = "established" // a firm's
	Dissolved   DateRole = "dissolved"
)

// Day is a day of the Gregorian calendar, or with Day zero a month, or with
// Month zero as well a year. The zero Day is unknown.
type Day struct {
	Year  int16 `json:"y"`
	Month uint8 `json:"m,omitempty"`
	Day   uint8 `json:"d,omitempty"`
}

// IsZero reports whether d is unknown.
func (d Day) IsZero() bool { return d == Day{} }

// IsZero reports whether d holds nothing at all, not even a Role or a Text. JSON
// leaves out such a Date and no other one, so that a text that has no reading
// stays. For whether d says when, see Known.
func (d Date) IsZero() bool { return d == Date{} }

// Known reports whether d names a day, a month or a year. One that does not may
// still hold the Text that has no reading.
func (d Date) Known() bool { return !d.From.IsZero() || !d.To.IsZero() }

// String returns d as 2006-01-02, 2006-01, 2006, or the empty string.
func (d Day) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// String returns the date in ISO form, a range with "/" between its ends, and
// "circa " before a date that is not exact.
func (d Date) String() string {
	s := d.From.String()
	if !d.To.IsZero() && d.To != d.From {
		s += "/" + d.To.String()
	}
	if d.Circa {
		s = "circa " + s
	}
	return s
}

// Full reports whether d names one day.
func (d Date) Full() bool {
	return d.From.Day != 0 && !d.Circa && (d.To.IsZero() || d.To == d.From)
}

// First returns the first day that d may stand for.
func (d Date) First() Day { return d.From.first() }

// Last returns the last day that d may stand for.
func (d Date) Last() Day {
	if d.To.IsZero() {
		return d.From.last()
	}
	return d.To.last()
}

func (d Day) first() Day {
	if d.IsZero() {
		return d
	}
	return Day{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

func (d Day) last() Day {
	switch {
	case d.IsZero():
		return d
	case d.Month == 0:
		return Day{d.Year, 12, 31}
	case d.Day == 0:
		return Day{d.Year, d.Month, daysIn(d.Year, d.Month)}
	}
	return d
}

// Before reports whether d comes before e; both are taken at their first day.
func (d Day) Before(e Day) bool { return d.number() < e.number() }

// number orders days; it is no count of days.
func (d Day) number() int {
	d = d.first()
	return (int(d.Year)*13+int(d.Month))*32 + int(d.Day)
}

func daysIn(year int16, month uint8) uint8 {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// ErrDate is wrapped by the errors of ParseDate.
var ErrDate = errors.New("not a date")

// ParseDate reads the date shapes that lists and people write:
//
//	2006-01-02  2006-01  2006  2006/01/02  02 Jan 2006  2 January 2006
//	Jan 2006  January 2, 2006  02/01/2006 and 02.01.2006 (day first)
//	circa X  c. X  approximately X  X to Y  X - Y  between X and Y  2006-2008
//	2006-01/2007-03 and the like, as String prints ranges
//
// Month names are English, in full or their first three letters. A month or day
// of zeros ("00/00/1967", "1967-00-00") is unknown. Years run from 1000 to 2999.
// An error wraps ErrDate and leaves a Date that holds only the Text. Dates
// written month first are read only where the second number cannot be a month.
func ParseDate(s string) (Date, error) {
	text := strings.TrimSpace(s)
	d := Date{Text: text}
	fail := func(why string) (Date, error) {
		return Date{Text: text}, fmt.Errorf("%w: %q: %s", ErrDate, clip(text), why)
	}
	if len(text) > 64 {
		return fail("longer than 64 bytes")
	}
	rest := strings.ToLower(text)
	for _, p := range [...]string{"circa ", "approximately ", "approx. ", "about ", "ca. ", "c. ", "c."} {
		if t, ok := strings.CutPrefix(rest, p); ok {
			d.Circa, rest = true, strings.TrimSpace(t)
			break
		}
	}
	rest, between := strings.CutPrefix(rest, "between ")
	from, to, ranged := "", "", false
	rest = strings.ReplaceAll(rest, "–", "-")
	for _, sep := range [...]string{" to ", " and ", " - "} {
		if from, to, ranged = strings.Cut(rest, sep); ranged {
			ranged = between == (sep == " and ")
			break
		}
	}
	if !ranged && len(rest) == 9 && rest[4] == '-' && digits(rest[:4]) && digits(rest[5:]) {
		from, to, ranged = rest[:4], rest[5:], true
	}
	if a, b, ok := strings.Cut(rest, "/"); ok && !ranged && beginsWithYear(a) && beginsWithYear(b) {
		from, to, ranged = a, b, true
	}
	if between && !ranged {
		return fail("\"between\" without \"and\"")
	}
	var ok bool
	if ranged {
		if d.From, ok = parseDay(from); !ok {
			return fail("no start of the range")
		}
		if t, c := strings.CutPrefix(to, "circa "); c {
			d.Circa, to = true, t
		}
		if d.To, ok = parseDay(to); !ok {
			return fail("no end of the range")
		}
		if d.To.last().Before(d.From.first()) {
			return fail("the range ends before it begins")
		}
		return d, nil
	}
	if d.From, ok = parseDay(rest); !ok {
		return fail("no day, month or year of a known shape")
	}
	return d, nil
}

// beginsWithYear reports whether s is four digits, or four digits and a hyphen
// and more.
func beginsWithYear(s string) bool {
	return len(s) >= 4 && digits(s[:4]) && (len(s) == 4 || s[4] == '-')
}

// parseDay reads one day, month or year, lower case.
func parseDay(s string) (Day, bool) {
	var f [3]string
	n := 0
	for field := range strings.FieldsFuncSeq(s, func(r rune) bool {
		return r == ' ' || r == '-' || r == '/' || r == '.' || r == ','
	}) {
		if n == len(f) {
			return Day{}, false
		}
		f[n] = field
		n++
	}
	switch n {
	case 1:
		return makeDay(f[0], "", "")
	case 2: // Jan 2006, 2006 01, 01 2006
		if len(f[0]) == 4 && digits(f[0]) {
			return makeDay(f[0], f[1], "")
		}
		return makeDay(f[1], f[0], "")
	case 3:
		switch {
		case len(f[0]) == 4 && digits(f[0]): // 2006 01 02
			return makeDay(f[0], f[1], f[2])
		case !digits(f[0]): // Jan 2 2006
			return makeDay(f[2], f[0], f[1])
		}
		if day, ok := makeDay(f[2], f[1], f[0]); ok { // 02 01 2006, 02 Jan 2006
			return day, true
		}
		return makeDay(f[2], f[0], f[1]) // 01 31 2006
	}
	return Day{}, false
}

func makeDay(year, month, day string) (Day, bool) {
	y, ok := number(year)
	if !ok || len(year) != 4 || y < 1000 || y > 2999 {
		return Day{}, false
	}
	d := Day{Year: int16(y)}
	if month == "" {
		return d, true
	}
	m, ok := number(month)
	if !ok {
		m = monthNumber(month)
	}
	if m < 0 || m > 12 || (m == 0 && !digits(month)) {
		return Day{}, false
	}
	d.Month = uint8(m)
	if day == "" {
		return d, true
	}
	n, ok := number(day)
	if !ok || n < 0 || n > 31 || (m == 0 && n != 0) || (m != 0 && n > int(daysIn(d.Year, d.Month))) {
		return Day{}, false
	}
	d.Day = uint8(n)
	return d, true
}

func monthNumber(s string) int {
	const names = "january  february march    april    may      june     july     august   septemberoctober  november december "
	if len(s) < 3 || len(s) > 9 {
		return 0
	}
	for m := range 12 {
		full := strings.TrimRight(names[m*9:m*9+9], " ")
		if s == full || s == full[:3] || s == "sept" && m == 8 {
			return m + 1
		}
	}
	return 0
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number reads up to four digits.
func number(s string) (int, bool) {
	if !digits(s) || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// clip cuts what an error message quotes.
func clip(s string) string {
	const most = 200
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
