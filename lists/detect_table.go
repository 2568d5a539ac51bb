package lists

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
)

// tables are the header rows of the lists that are tables: columns that together
// stand in no other list's header. Names are compared without case and without
// blanks around them, in any order; a star stands for any ending. Sources: the
// files.
var tables = [...]struct {
	columns []string
	is      Format
}{
	{[]string{"entity_logicalid", "namealias_wholename"}, EUCSV},
	{[]string{"vessel name", "imo number", "date of application"}, EUVesselsCSV},
	{[]string{"vessel name at designation time*", "imo number", "date of application"}, EUVesselsCSV},
	{[]string{"celex", "recordid", "programkey", "measure"}, EUJournalCSV},
	{[]string{"amendedcelex", "amendmentcelex", "recordid"}, EUJournalCSV},
	{[]string{"unique id", "ofsi group id", "name 6"}, UKCSV},
	{[]string{"name 6", "group type", "alias type", "group id"}, UKConListCSV},
	{[]string{"vessel_name", "imo_number", "date_of_designation", "designated_owner"}, UNVesselsCSV},
	{[]string{"reference", "name of individual or entity", "name type"}, DFATCSV},
	{[]string{"_id", "source", "entity_number", "source_list_url"}, CSLCSV},
	{[]string{"id", "schema", "name", "aliases", "identifiers", "dataset"}, OpenSanctionsTargets},
	{[]string{"type", "caption", "imo", "risk", "datasets"}, OpenSanctionsMaritime},
	{[]string{"name", "imo"}, CustomCSV}, // after all others, some of which have these columns
	{[]string{"name", "kind"}, CustomCSV},
}

// detectTable recognises a table by its header, which is its first or its second
// row, or a file of OFAC by its first row. Empty: it is another table, or none.
func detectTable(text []byte) Format {
	for _, comma := range [...]rune{',', ';', '\t'} {
		if bytes.IndexByte(text, byte(comma)) < 0 {
			continue
		}
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
		for row := range 2 {
			rec, err := r.Read()
			if err != nil {
				break
			}
			if row == 0 && comma == ',' && ofacRow(rec) {
				return OFACCSV
			}
			if f := headerOf(rec); f != "" && (row == 0 || f != CustomCSV) {
				return f
			}
		}
	}
	return ""
}

// headerOf returns the format of which rec is the header row.
func headerOf(rec []string) Format {
	has := make(map[string]bool, len(rec))
	for _, s := range rec {
		has[strings.ToLower(strings.TrimSpace(s))] = true
	}
next:
	for _, t := range tables {
		for _, c := range t.columns {
			if begin, open := strings.CutSuffix(c, "*"); open {
				if !slices.ContainsFunc(rec, func(s string) bool { return strings.HasPrefix(strings.ToLower(strings.TrimSpace(s)), begin) }) {
					continue next
				}
			} else if !has[c] {
				continue next
			}
		}
		return t.is
	}
	return ""
}

// ofacRow reports whether rec is a row of one of OFAC's legacy files, which have
// no header: a number and 12 columns (names), 5 columns of which the second is a
// number and the third a word for an alias, or 6 columns of which the second is a
// number (addresses). OFAC prints "-0- " for null, and every row of names or
// addresses has one. The file of comments, two columns, cannot be told from
// other tables. Source: the files; OFAC describes them in dat_spec.txt.
func ofacRow(rec []string) bool {
	if strings.EqualFold(strings.TrimSpace(rec[0]), "ent_num") {
		return len(rec) == 12 || len(rec) == 5 || len(rec) == 6
	}
	if !digits(rec[0]) {
		return false
	}
	null := false
	for _, s := range rec {
		null = null || strings.TrimSpace(s) == "-0-"
	}
	switch len(rec) {
	case 12, 6:
		return null && (len(rec) == 12 || digits(rec[1]))
	case 5:
		switch strings.ToLower(strings.TrimSpace(rec[2])) {
		case "aka", "fka", "nka":
			return digits(rec[1])
		}
	}
	return false
}
