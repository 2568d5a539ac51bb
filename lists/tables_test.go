package lists

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write generated tables and golden files instead of comparing them")

// TestTables is the generator of the tables: it lives in a test because the keys of the table of countries are made
// by the same code that makes them at run time. With -update it writes the files, without it compares them.
func TestTables(t *testing.T) {
	for _, g := range []struct {
		file string
		make func() ([]byte, error)
	}{
		{"country_table.go", generateCountries},
		{"mid_table.go", generateMIDs},
		{"callsign_table.go", generateCallSigns},
	} {
		src, err := g.make()
		if err != nil {
			t.Errorf("%s: %v", g.file, err)
			continue
		}
		want, err := format.Source(src)
		if err != nil {
			t.Errorf("%s: %v", g.file, err)
			continue
		}
		if *update {
			if err := os.WriteFile(g.file, want, 0o644); err != nil {
				t.Error(err)
			}
			continue
		}
		got, err := os.ReadFile(g.file)
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from what its table in tables/ makes: run go generate in this folder", g.file)
		}
	}
}

// A tableLine is a line of a table, its fields without the blanks around them.
type tableLine struct {
	where  string // file:line
	fields []string
}

// tableLines reads tables/name, whose lines have at least n fields with " ; " between them.
func tableLines(name string, n int) ([]tableLine, error) {
	data, err := os.ReadFile(filepath.Join("tables", name))
	if err != nil {
		return nil, err
	}
	var out []tableLine
	sc := bufio.NewScanner(bytes.NewReader(data))
	for i := 1; sc.Scan(); i++ {
		text := sc.Text()
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		l := tableLine{where: fmt.Sprintf("tables/%s:%d", name, i)}
		for f := range strings.SplitSeq(text, ";") {
			l.fields = append(l.fields, strings.TrimSpace(f))
		}
		if len(l.fields) != n || slices.Contains(l.fields, "") {
			return nil, fmt.Errorf("%s: not %d fields with text", l.where, n)
		}
		out = append(out, l)
	}
	return out, sc.Err()
}

// isCode reports whether s is n capital letters.
func isCode(s string, n int) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) == n
}

func generateCountries() ([]byte, error) {
	lines, err := tableLines("countries.txt", 4)
	if err != nil {
		return nil, err
	}
	type entry struct{ key, code, where string }
	var entries []entry
	seen := map[string]entry{}
	var redundant []string
	add := func(name, code, where string) error {
		var k countryKey
		k.add(name)
		key := string(k.bytes())
		if key == "" {
			return fmt.Errorf("%s: %q is nothing or too long", where, name)
		}
		if other, ok := seen[key]; ok {
			if other.code != code {
				return fmt.Errorf("%s: %q is %s, and %s at %s", where, name, code, other.code, other.where)
			}
			redundant = append(redundant, fmt.Sprintf("%s: %q is read already: %s", where, name, other.where))
			return nil
		}
		e := entry{key, code, where}
		seen[key] = e
		entries = append(entries, e)
		return nil
	}
	names := map[string]string{}
	for _, l := range lines {
		code, alpha3, name := l.fields[0], l.fields[1], l.fields[2]
		if !isCode(code, 2) || !isCode(alpha3, 3) {
			return nil, fmt.Errorf("%s: codes %q, %q", l.where, code, alpha3)
		}
		if names[code] != "" {
			return nil, fmt.Errorf("%s: a second line for %s", l.where, code)
		}
		names[code] = name
		for _, s := range append([]string{code, alpha3, name}, strings.Split(l.fields[3], " | ")...) {
			if err := add(s, code, l.where); err != nil {
				return nil, err
			}
		}
	}
	lines, err = tableLines("country_names.txt", 3)
	if err != nil {
		return nil, err
	}
	for _, l := range lines {
		if names[l.fields[0]] == "" {
			return nil, fmt.Errorf("%s: no code %q", l.where, l.fields[0])
		}
		for s := range strings.SplitSeq(l.fields[2], " | ") {
			if err := add(s, l.fields[0], l.where); err != nil {
				return nil, err
			}
		}
	}
	if redundant != nil {
		return nil, errors.New(strings.Join(redundant, "\n"))
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	codes := make([]string, 0, len(names))
	for c := range names {
		codes = append(codes, c)
	}
	slices.Sort(codes)

	var keys, keyCodes, all, text strings.Builder
	keyEnds, nameEnds := []int{0}, []int{0}
	for _, e := range entries {
		keys.WriteString(e.key)
		keyEnds = append(keyEnds, keys.Len())
		keyCodes.WriteString(e.code)
	}
	for _, c := range codes {
		all.WriteString(c)
		text.WriteString(names[c])
		nameEnds = append(nameEnds, text.Len())
	}
	b := header("countries.txt and country_names.txt")
	fmt.Fprintf(b, "// The codes in order, their names in the order of the codes, and where each name ends: name i is\n"+
		"// countryNames[countryNameEnds[i]:countryNameEnds[i+1]].\n"+
		"const (\ncountryCodes = %s\ncountryNames = %s\n)\n\n", quoted(all.String()), quoted(text.String()))
	if err := ends(b, "countryNameEnds", nameEnds); err != nil {
		return nil, err
	}
	fmt.Fprintf(b, "// The keys in order, the code of each, and where each ends.\n"+
		"const (\ncountryKeys = %s\ncountryKeyCodes = %s\n)\n\n", quoted(keys.String()), quoted(keyCodes.String()))
	err = ends(b, "countryKeyEnds", keyEnds)
	return b.Bytes(), err
}

func generateMIDs() ([]byte, error) {
	lines, err := tableLines("mid.txt", 3)
	if err != nil {
		return nil, err
	}
	known, err := knownCodes()
	if err != nil {
		return nil, err
	}
	codes := map[int]string{}
	first, last := 1000, 0
	for _, l := range lines {
		from, to, ok := strings.Cut(l.fields[0], "-")
		if !ok {
			to = from
		}
		lo, okLo := number(from)
		hi, okHi := number(to)
		if !okLo || !okHi || lo < 200 || hi > 799 || lo > hi {
			return nil, fmt.Errorf("%s: no digits or range of them: %q", l.where, l.fields[0])
		}
		code := l.fields[1]
		if code == "-" {
			code = midShared
		} else if !known[code] {
			return nil, fmt.Errorf("%s: no code %q", l.where, code)
		}
		for n := lo; n <= hi; n++ {
			if codes[n] != "" {
				return nil, fmt.Errorf("%s: %d has a line already", l.where, n)
			}
			codes[n] = code
		}
		first, last = min(first, lo), max(last, hi)
	}
	var row strings.Builder
	for n := first; n <= last; n++ {
		row.WriteString(cmp.Or(codes[n], "  "))
	}
	b := header("mid.txt")
	fmt.Fprintf(b, "// midFirst are the lowest digits assigned. midCodes has two bytes for them and for each number after\n"+
		"// them: the code, midShared, or blanks where nothing is assigned.\n"+
		"const (\nmidFirst = %d\nmidCodes = %s\n)\n", first, quoted(row.String()))
	return b.Bytes(), nil
}

func generateCallSigns() ([]byte, error) {
	lines, err := tableLines("callsigns.txt", 3)
	if err != nil {
		return nil, err
	}
	known, err := knownCodes()
	if err != nil {
		return nil, err
	}
	var rows []string
	for _, l := range lines {
		from, to, ok := strings.Cut(l.fields[0], "-")
		if !ok {
			to = from
		}
		if len(from) != len(to) || len(from) < 2 || len(from) > 3 || from > to || from[:len(from)-1] != to[:len(to)-1] {
			return nil, fmt.Errorf("%s: no series: %q", l.where, l.fields[0])
		}
		if !known[l.fields[1]] {
			return nil, fmt.Errorf("%s: no code %q", l.where, l.fields[1])
		}
		if len(from) == 2 {
			from, to = from+"0", to+"Z"
		}
		rows = append(rows, from+to+l.fields[1])
	}
	slices.Sort(rows)
	for i := 1; i < len(rows); i++ {
		if rows[i][:3] <= rows[i-1][3:6] {
			return nil, fmt.Errorf("tables/callsigns.txt: series %s and %s overlap", rows[i-1], rows[i])
		}
	}
	b := header("callsigns.txt")
	fmt.Fprintf(b, "// callSignSeries has eight bytes a series, in order: the first three characters of its first and of\n"+
		"// its last call sign, and the code.\n"+
		"const callSignSeries = %s\n", quoted(strings.Join(rows, "")))
	return b.Bytes(), nil
}

// knownCodes returns the codes of the table of countries.
func knownCodes() (map[string]bool, error) {
	lines, err := tableLines("countries.txt", 4)
	known := map[string]bool{}
	for _, l := range lines {
		known[l.fields[0]] = true
	}
	return known, err
}

func header(tables string) *bytes.Buffer {
	b := new(bytes.Buffer)
	fmt.Fprintf(b, "// Code generated by TestTables -update from %s in tables/; DO NOT EDIT.\n\npackage lists\n\n", tables)
	return b
}

// quoted writes s as a constant expression of lines of some 100 bytes.
func quoted(s string) string {
	var b strings.Builder
	b.WriteString(`""`)
	for len(s) > 0 {
		n := min(len(s), 96)
		for n < len(s) && s[n]&0xC0 == 0x80 {
			n++
		}
		fmt.Fprintf(&b, " +\n%q", s[:n])
		s = s[n:]
	}
	return b.String()
}

// ends writes an array of offsets.
func ends(b *bytes.Buffer, name string, offsets []int) error {
	fmt.Fprintf(b, "var %s = [...]uint16{", name)
	for i, n := range offsets {
		if n > 1<<16-1 {
			return fmt.Errorf("%s: %d is too much for 16 bits", name, n)
		}
		if i%16 == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%d,", n)
	}
	b.WriteString("\n}\n\n")
	return nil
}
