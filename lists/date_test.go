package lists

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

var parseDateTests = []struct {
	in, want, first, last string // want is Date.String; empty where the text is refused
	reason                string
}{
	// One day
	{"2006-01-02", "2006-01-02", "2006-01-02", "2006-01-02", "ISO 8601"},
	{"2006/01/02", "2006-01-02", "2006-01-02", "2006-01-02", "year first with slashes"},
	{"2006.01.02", "2006-01-02", "2006-01-02", "2006-01-02", "year first with stops"},
	{"20 Dec 1959", "1959-12-20", "1959-12-20", "1959-12-20", "the shape of OFAC"},
	{"2 January 2006", "2006-01-02", "2006-01-02", "2006-01-02", "month in full"},
	{"2 january 2006", "2006-01-02", "2006-01-02", "2006-01-02", "case does not count"},
	{"02-JAN-2006", "2006-01-02", "2006-01-02", "2006-01-02", "hyphens and capitals"},
	{"January 2, 2006", "2006-01-02", "2006-01-02", "2006-01-02", "American order in words"},
	{"Sept 3 1970", "1970-09-03", "1970-09-03", "1970-09-03", "the one month with a four-letter form"},
	{"02/01/2006", "2006-01-02", "2006-01-02", "2006-01-02", "day first"},
	{"02.01.2006", "2006-01-02", "2006-01-02", "2006-01-02", "day first with stops"},
	{"01/31/2006", "2006-01-31", "2006-01-31", "2006-01-31", "31 is no month, so the month came first"},
	{"29 Feb 2000", "2000-02-29", "2000-02-29", "2000-02-29", "2000 was a leap year"},
	{" 2006-01-02\t", "2006-01-02", "2006-01-02", "2006-01-02", "blanks around"},
	// Months and years
	{"Nov 1964", "1964-11", "1964-11-01", "1964-11-30", "a month of 30 days"},
	{"2006-02", "2006-02", "2006-02-01", "2006-02-28", "February"},
	{"2004-02", "2004-02", "2004-02-01", "2004-02-29", "February of a leap year"},
	{"1900-02", "1900-02", "1900-02-01", "1900-02-28", "1900 was none"},
	{"05/1970", "1970-05", "1970-05-01", "1970-05-31", "month and year in numbers"},
	{"1967", "1967", "1967-01-01", "1967-12-31", "a year"},
	{"-1961", "1961", "1961-01-01", "1961-12-31", "a stray hyphen"},
	{"1000", "1000", "1000-01-01", "1000-12-31", "the first year read"},
	{"2999", "2999", "2999-01-01", "2999-12-31", "the last year read"},
	// Zeros for what is unknown
	{"00/00/1967", "1967", "1967-01-01", "1967-12-31", "the shape of the UK list"},
	{"1967-00-00", "1967", "1967-01-01", "1967-12-31", "zeros, year first"},
	{"00/05/1967", "1967-05", "1967-05-01", "1967-05-31", "the day alone is unknown"},
	// Circa
	{"circa 1961", "circa 1961", "1961-01-01", "1961-12-31", "the shape of OFAC"},
	{"CIRCA 1961", "circa 1961", "1961-01-01", "1961-12-31", "case does not count"},
	{"c. 1961", "circa 1961", "1961-01-01", "1961-12-31", "short"},
	{"c.1961", "circa 1961", "1961-01-01", "1961-12-31", "short, no blank"},
	{"ca. 1961", "circa 1961", "1961-01-01", "1961-12-31", "short"},
	{"approximately 1961", "circa 1961", "1961-01-01", "1961-12-31", "the word of the UN"},
	{"approx. Jan 1961", "circa 1961-01", "1961-01-01", "1961-01-31", "short"},
	{"about 1961", "circa 1961", "1961-01-01", "1961-12-31", "plain English"},
	{"circa 02 Jan 1961", "circa 1961-01-02", "1961-01-02", "1961-01-02", "a day is circa as well"},
	// Ranges
	{"1961 to 1963", "1961/1963", "1961-01-01", "1963-12-31", "years"},
	{"1961-1963", "1961/1963", "1961-01-01", "1963-12-31", "years with a hyphen"},
	{"1961–1963", "1961/1963", "1961-01-01", "1963-12-31", "years with a dash"},
	{"1961/1963", "1961/1963", "1961-01-01", "1963-12-31", "years as String prints them"},
	{"1961 - 1963", "1961/1963", "1961-01-01", "1963-12-31", "blanks around the hyphen"},
	{"1961 – 1963", "1961/1963", "1961-01-01", "1963-12-31", "blanks around the dash"},
	{"between 1961 and 1963", "1961/1963", "1961-01-01", "1963-12-31", "words"},
	{"Jan 1961 to Mar 1961", "1961-01/1961-03", "1961-01-01", "1961-03-31", "months"},
	{"01 Jan 1961 to 31 Dec 1961", "1961-01-01/1961-12-31", "1961-01-01", "1961-12-31", "days"},
	{"1961-02/1963", "1961-02/1963", "1961-02-01", "1963-12-31", "ends of two kinds"},
	{"2006-01-02/2006-01-05", "2006-01-02/2006-01-05", "2006-01-02", "2006-01-05", "an interval of ISO 8601"},
	{"circa 1961-1963", "circa 1961/1963", "1961-01-01", "1963-12-31", "a range that is circa"},
	{"1961 to circa 1963", "circa 1961/1963", "1961-01-01", "1963-12-31", "circa at the end makes all of it circa"},
	{"1961 to 1961", "1961", "1961-01-01", "1961-12-31", "a range of one year"},
	{"1961 to Mar 1961", "1961/1961-03", "1961-01-01", "1961-03-31", "it begins before it ends"},
	// Refused
	{"", "", "", "", "nothing"},
	{"   ", "", "", "", "blanks"},
	{"unknown", "", "", "", "a word"},
	{"circa", "", "", "", "circa what"},
	{"0999", "", "", "", "before the first year read"},
	{"3000", "", "", "", "after the last year read"},
	{"12345", "", "", "", "no year has five digits"},
	{"67", "", "", "", "a year of two digits could be of two centuries"},
	{"02/01/67", "", "", "", "a year of two digits"},
	{"31 Apr 2006", "", "", "", "April has 30 days"},
	{"29 Feb 1900", "", "", "", "1900 was no leap year"},
	{"2006-13-01", "", "", "", "no month 13"},
	{"32/01/2006", "", "", "", "no day 32"},
	{"13/13/2006", "", "", "", "neither number is a month"},
	{"15/00/1967", "", "", "", "a day of no month"},
	{"Foo 2006", "", "", "", "no month"},
	{"Janu 2006", "", "", "", "neither the full name nor three letters"},
	{"1 2 3 2006", "", "", "", "too many parts"},
	{"1963 to 1961", "", "", "", "ends before it begins"},
	{"1963-1961", "", "", "", "ends before it begins"},
	{"to 1961", "", "", "", "no start"},
	{"1961 to ", "", "", "", "no end"},
	{"1961 to late 1962", "", "", "", "an end of no shape"},
	{"between 1961", "", "", "", "between without and"},
	{"between 1961 - 1963", "", "", "", "between without and"},
	{"1961 and 1963", "", "", "", "two dates and no range"},
	{"1950s", "", "", "", "a decade"},
	{"١٩٦١", "", "", "", "digits other than ASCII: lists do not print dates in them"},
	{"2006\xff", "", "", "", "invalid UTF-8"},
	{strings.Repeat("1", 65), "", "", "", "longer than any date"},
}

func TestParseDate(t *testing.T) {
	for _, tt := range parseDateTests {
		got, err := ParseDate(tt.in)
		if got.Text != strings.TrimSpace(tt.in) {
			t.Errorf("ParseDate(%q).Text = %q", tt.in, got.Text)
		}
		if tt.want == "" {
			if !errors.Is(err, ErrDate) {
				t.Errorf("ParseDate(%q) = %v, %v; want an error that wraps ErrDate: %s", tt.in, got, err, tt.reason)
			}
			if got.Known() || got.Circa {
				t.Errorf("ParseDate(%q) with an error holds more than the text: %#v", tt.in, got)
			}
			continue
		}
		if err != nil {
			t.Errorf("ParseDate(%q): %v: %s", tt.in, err, tt.reason)
			continue
		}
		if got.String() != tt.want || got.First().String() != tt.first || got.Last().String() != tt.last {
			t.Errorf("ParseDate(%q) = %v, from %v to %v; want %s, from %s to %s: %s",
				tt.in, got, got.First(), got.Last(), tt.want, tt.first, tt.last, tt.reason)
		}
	}
}

func TestDateFull(t *testing.T) {
	for _, tt := range []struct {
		in     string
		want   bool
		reason string
	}{
		{"2006-01-02", true, "one day"},
		{"2006-01-02 to 2006-01-02", true, "a range of one day"},
		{"circa 2006-01-02", false, "circa"},
		{"2006-01-02 to 2006-01-03", false, "two days"},
		{"2006-01", false, "a month"},
		{"2006", false, "a year"},
	} {
		d, err := ParseDate(tt.in)
		if err != nil || d.Full() != tt.want {
			t.Errorf("ParseDate(%q).Full() = %v, %v; want %v: %s", tt.in, d.Full(), err, tt.want, tt.reason)
		}
	}
	if (Date{}).Full() {
		t.Error("the zero Date names a day")
	}
}

func TestZeroDate(t *testing.T) {
	var d Date
	if !d.IsZero() || d.Known() || d.String() != "" || !d.First().IsZero() || !d.Last().IsZero() {
		t.Errorf("the zero Date is not unknown: %q, %v, %v", d.String(), d.First(), d.Last())
	}
}

// TestUnreadDate holds that a text without a reading is no date, and is not lost in JSON.
func TestUnreadDate(t *testing.T) {
	d, err := ParseDate("in the fifties")
	if err == nil || d.Known() || d.IsZero() {
		t.Errorf("a Date of which only the text is known: Known %v, IsZero %v, %v", d.Known(), d.IsZero(), err)
	}
	m := Measure{Listed: d, Ends: Date{From: Day{Year: 2024}}}
	got, err := json.Marshal(m)
	if want := `{"listed":{"text":"in the fifties"},"ends":{"from":{"y":2024}}}`; err != nil || string(got) != want {
		t.Errorf("JSON %s, %v; want %s", got, err, want)
	}
	var again Measure
	if err := json.Unmarshal(got, &again); err != nil || again.Listed != m.Listed || again.Ends != m.Ends {
		t.Errorf("from JSON: %+v, %v; want %+v", again, err, m)
	}
}

func TestDayBefore(t *testing.T) {
	order := []Day{{}, {1999, 12, 31}, {2000, 0, 0}, {2000, 1, 2}, {2000, 2, 0}, {2000, 2, 29}, {2000, 12, 31}, {2001, 0, 0}}
	for i, d := range order {
		for j, e := range order {
			if d.Before(e) != (i < j) {
				t.Errorf("%v.Before(%v) = %v", d, e, d.Before(e))
			}
		}
	}
	if (Day{2000, 0, 0}).Before(Day{2000, 1, 0}) || (Day{2000, 1, 1}).Before(Day{2000, 0, 0}) {
		t.Error("a year begins with its first month and day")
	}
}

// TestEveryDay reads every day of a leap year and of another in every shape that a day has.
func TestEveryDay(t *testing.T) {
	months := [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"}
	for _, year := range [...]int16{1999, 2000} {
		for m := uint8(1); m <= 12; m++ {
			for n := uint8(1); n <= daysIn(year, m); n++ {
				want := Day{year, m, n}
				iso := want.String()
				y, name := iso[:4], months[m-1]
				for _, text := range [...]string{
					iso,
					iso[8:] + "/" + iso[5:7] + "/" + y,
					iso[8:] + " " + name + " " + y,
					iso[8:] + " " + name[:3] + " " + y,
					name + " " + iso[8:] + ", " + y,
				} {
					if d, err := ParseDate(text); err != nil || d.From != want || !d.To.IsZero() || d.Circa {
						t.Errorf("ParseDate(%q) = %v, %v; want %v", text, d, err, want)
					}
				}
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, tt := range parseDateTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if d.Text != strings.TrimSpace(s) {
			t.Errorf("ParseDate(%q).Text = %q", s, d.Text)
		}
		if err != nil {
			if !errors.Is(err, ErrDate) || d.Known() {
				t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
			}
			return
		}
		if !d.Known() || d.Last().Before(d.First()) {
			t.Errorf("ParseDate(%q): from %v to %v", s, d.First(), d.Last())
		}
		again, err := ParseDate(d.String())
		if err != nil || again.First() != d.First() || again.Last() != d.Last() || again.Circa != d.Circa ||
			again.String() != d.String() {
			t.Errorf("ParseDate(%q) prints %q, which reads as %v, %v", s, d.String(), again, err)
		}
	})
}
