package opensanctions

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"testing"
)

// constant are texts that stand in every record and have no place of their own in the model.
var constant = map[string]bool{
	"OPEN_SANCTIONS": true,                // the domain of ids in the Senzing export
	"PRIMARY":        true, "ALIAS": true, // types of names
	"PERSON": true, "ORGANIZATION": true, "VESSEL": true, "WIKIDATA": true, // types of records and numbers
	"M": true, "F": true, "Male": true, // in Gender, as words
}

// fileTexts yields the texts of a file with their places: strings of JSON, items of cells.
func fileTexts(t *testing.T, file string, data []byte) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if !strings.Contains(file, ".csv") {
			for i, line := range bytes.Split(data, []byte("\n")) {
				if len(bytes.TrimSpace(line)) == 0 {
					continue
				}
				var v map[string]any
				if err := json.Unmarshal(line, &v); err != nil {
					t.Fatal(err)
				}
				if !jsonTexts(fmt.Sprintf("line %d", i+1), v, yield) {
					return
				}
			}
			return
		}
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows[1:] {
			for k, cell := range row {
				r := csv.NewReader(strings.NewReader(cell))
				r.Comma = ';'
				list, err := r.Read()
				column := rows[0][k]
				if single := " id schema name caption type imo flag mmsi url "; strings.Contains(single, " "+column+" ") || err != nil {
					list = []string{cell}
				}
				for _, item := range list {
					if item = strings.TrimSpace(item); item != "" && !constant[item] && !yield(fmt.Sprintf("row %d %s", i+2, column), item) {
						return
					}
				}
			}
		}
	}
}

// jsonTexts yields the strings in v, but for those that carry nothing: the caption of a link, which repeats its schema;
// ids and schemata of things that are parts of a party; constants.
func jsonTexts(where string, v map[string]any, yield func(string, string) bool) bool {
	schema, _ := v["schema"].(string)
	_, isParty := schemaKinds[schema]
	if schema == "Position" {
		return true // those of the demo file are referred to by nothing; one Problem tells
	}
	for key, x := range v {
		if schema != "" && !isParty && key != "properties" {
			continue // id, caption, times of a link or a sanction
		}
		if !jsonText(where+" "+schema+"."+key, x, isParty || schema == "", yield) {
			return false
		}
	}
	return true
}

func jsonText(where string, v any, party bool, yield func(string, string) bool) bool {
	switch v := v.(type) {
	case string:
		if v == "" || constant[v] {
			return true
		}
		return yield(where, v)
	case []any:
		for _, x := range v {
			if !jsonText(where, x, party, yield) {
				return false
			}
		}
	case map[string]any:
		for k, x := range v {
			if !jsonText(where+"."+k, x, party, yield) {
				return false
			}
		}
	}
	return true
}
