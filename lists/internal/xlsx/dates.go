package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"

	"github.com/seed-539c57aa/pratique/lists"
)

// SerialDay returns the day with a serial number, a fraction of a day dropped
// (18.17.4.1). In the usual date system 1 is 1900-01-01 and 60 is 1900-02-29, a
// day that never was and has no reading here; with date1904, 0 is 1904-01-01.
// Numbers run to 2958465, 9999-12-31; years above 2999 have no reading either.
func SerialDay(serial string, date1904 bool) (lists.Day, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(serial), 64)
	if err != nil || !(f >= 0 && f < 2958466) {
		return lists.Day{}, false
	}
	n := int(f)
	at := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		at = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n == 0 || n == 60:
		return lists.Day{}, false
	case n < 60:
		n++
	}
	at = at.AddDate(0, 0, n)
	if at.Year() > 2999 {
		return lists.Day{}, false
	}
	return lists.Day{Year: int16(at.Year()), Month: uint8(at.Month()), Day: uint8(at.Day())}, true
}

// styles reads which cell formats show a date (18.8.10 cellXfs, 18.8.30 numFmt).
func (w *Workbook) styles(name string) error {
	custom := map[string]bool{}
	return w.read(name, func(p *part, t xml.Token) error {
		start, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch start.Name.Local {
		case "numFmt":
			if len(custom) < maxColumn {
				custom[attr(start, "numFmtId")] = showsDate(attr(start, "formatCode"))
			}
		case "xf":
			if len(p.open) < 2 || p.open[len(p.open)-2] != "cellXfs" || len(w.dates) == maxRow {
				return nil
			}
			id := attr(start, "numFmtId")
			date, known := custom[id]
			if !known {
				date = builtInDate(id)
			}
			w.dates = append(w.dates, date)
		}
		return nil
	})
}

// builtInDate reports whether a format that the standard numbers shows a date:
// 14-17 and 22, and in East Asian editions 27-31, 36, 50-54 and 57-58 (18.8.30).
// Formats of times alone are none.
func builtInDate(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 54 || n == 57 || n == 58)
}

// showsDate reports whether a format code shows a day or a year: it has a d or y
// outside quotes, brackets and escapes (18.8.31).
func showsDate(code string) bool {
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*':
			i++
		case '"':
			n := strings.IndexByte(code[i+1:], '"')
			if n < 0 {
				return false
			}
			i += n + 1
		case '[':
			n := strings.IndexByte(code[i:], ']')
			if n < 0 {
				return false
			}
			i += n
		case 'd', 'D', 'y', 'Y':
			return true
		}
	}
	return false
}
