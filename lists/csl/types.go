package csl

import (
	"sort"
	"strings"
)

//go:generate go test -run ^TestTables$ . -update

// entryType is a line of tables/ids.txt: a type in lower case, and what becomes
// of entries of it. A name that ends with * stands for all that begin so.
type entryType struct{ name, verb, word string }

// typeOf finds the type of an entry by its words.
func typeOf(words string) (entryType, bool) {
	key := strings.ToLower(strings.TrimSpace(words))
	i := sort.Search(len(entryTypes), func(i int) bool { return entryTypes[i].name > key })
	if i > 0 && entryTypes[i-1].name == key {
		return entryTypes[i-1], true
	}
	for ; i > 0; i-- { // a family sorts before its members: "*" before letters and digits
		family, ok := strings.CutSuffix(entryTypes[i-1].name, "*")
		if ok && strings.HasPrefix(key, family) {
			return entryTypes[i-1], true
		}
		if len(key) > 0 && entryTypes[i-1].name[0] != key[0] {
			break
		}
	}
	return entryType{}, false
}

// maxType bounds the bytes of a type. The longest one has 88.
const maxType = 160

// splitEntries divides the column ids of a row. Entries are separated by "; ",
// and the type of each comes last, after ", ". A number that holds "; " itself
// leaves a piece without ", ", which belongs to the next one.
func splitEntries(cell string) []entry {
	var out []entry
	start := 0
	for end := 0; end < len(cell); {
		from := end
		if i := strings.Index(cell[end:], "; "); i >= 0 {
			end += i
		} else {
			end = len(cell)
		}
		typed := strings.Contains(cell[max(from, end-maxType):end], ", ")
		whole := strings.TrimSpace(cell[start:end])
		end = min(end+2, len(cell))
		if !typed && end < len(cell) && whole != "" {
			continue // start stays
		}
		start = end
		if whole == "" {
			continue
		}
		value, words := cutType(whole)
		out = append(out, readEntry(whole, value, words))
	}
	return out
}

// cutType divides an entry into its value and its type, which may hold ", "
// itself: the longest known type counts, then what follows the last comma.
func cutType(s string) (value, words string) {
	from := max(0, len(s)-maxType)
	for i := strings.Index(s[from:], ", "); i >= 0; {
		at := from + i
		if _, known := typeOf(s[at+2:]); known {
			return s[:at], s[at+2:]
		}
		from = at + 2
		i = strings.Index(s[from:], ", ")
	}
	if i := strings.LastIndex(s, ", "); i >= 0 {
		return s[:i], s[i+2:]
	}
	return "", s
}

// readEntry divides the value of an entry: "country, date, date, number", of
// which all but the number may be missing. Of two dates the later one is that of
// expiry; of one date the row does not say which it is.
func readEntry(whole, value, words string) entry {
	e := entry{kind: strings.TrimSpace(words), number: value, whole: whole}
	t, _ := typeOf(words)
	switch t.verb {
	case "id", "vessel", "legal", "crypto":
	default:
		return e
	}
	if head, rest, ok := strings.Cut(value, ", "); ok && len(head) == 2 && isUpper(head[0]) && isUpper(head[1]) {
		e.country, value = head, rest
	}
	var dates []string
	for len(dates) < 2 {
		head, rest, ok := strings.Cut(value, ", ")
		if !ok || !isDay(head) {
			break
		}
		dates, value = append(dates, head), rest
	}
	switch {
	case len(dates) == 1:
		e.dated = dates[0]
	case len(dates) == 2 && dates[0] < dates[1]:
		e.issued, e.expires = dates[0], dates[1]
	case len(dates) == 2:
		e.issued, e.expires = dates[1], dates[0]
	}
	e.number = value
	return e
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// isDay reports whether s has the form 2006-01-02.
func isDay(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i := range len(s) {
		if i != 4 && i != 7 && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}
