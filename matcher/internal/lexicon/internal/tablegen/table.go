// Package tablegen turns the text tables of package lexicon into Go source. It is the generator's library half, apart
// from the command so that a test can run it in memory.
package tablegen

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// Row is one entry of a table: its fields, trimmed, and where it stands.
type Row struct {
	Fields []string
	Pos    string // "file:line"
}

// Read returns the entries of a table. Blank lines and lines beginning with # are left out. Fields are parted by
// semicolons; every entry must have want of them.
func Read(fsys fs.FS, name string, want int) ([]Row, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows []Row
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, ";")
		if len(fields) != want {
			return nil, fmt.Errorf("%s:%d: %d fields, want %d", name, n, len(fields), want)
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if fields[0] == "" {
			return nil, fmt.Errorf("%s:%d: empty form", name, n)
		}
		rows = append(rows, Row{fields, fmt.Sprintf("%s:%d", name, n)})
	}
	return rows, sc.Err()
}

// choose returns the value of one word of a closed set.
func choose(r Row, field int, set map[string]string) (string, error) {
	v, ok := set[r.Fields[field]]
	if !ok {
		return "", fmt.Errorf("%s: %q is not allowed in field %d", r.Pos, r.Fields[field], field+1)
	}
	return v, nil
}

var positions = map[string]string{"any": "Anywhere", "end": "AtEnd", "start": "AtStart", "edge": "AtEdge", "lead": "Leading"}

var families = map[string]string{
	"company": "FamilyCompany", "limited": "FamilyLimited", "stock": "FamilyStock", "partnership": "FamilyPartnership",
	"freezone": "FamilyFreeZone", "shipping": "FamilyShipping", "state": "FamilyState", "coop": "FamilyCooperative",
	"sole": "FamilySole", "nonprofit": "FamilyNonprofit",
}

var titleClasses = map[string]string{
	"title": "TitleCourtesy", "rank": "TitleRank", "honorific": "TitleHonorific", "suffix": "TitleSuffix", "honorific-name": "TitleName",
}

var prefixClasses = map[string]string{"prefix": "PrefixMark", "type": "PrefixType"}

var yesNo = map[string]string{"yes": "true", "no": "false"}

var particleClasses = map[string]int{"article": 1, "patronymic-link": 2, "nobiliary": 3, "conjunction": 4, "compound-head": 5}

var grades = map[string]int{"common": 1, "generic": 2, "place": 3}

var numberKinds = map[string]int{"cardinal": 1, "ordinal": 2, "cardinal unsafe": 5, "ordinal unsafe": 6}

var nameUses = map[string]int{"given": 1, "surname": 2, "both": 3}
