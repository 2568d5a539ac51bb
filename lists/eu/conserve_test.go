package eu

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// accounted reports whether a value of the file chooses a field or its type, or
// is none.
func accounted(name, text string) bool {
	switch name {
	case "classificationCode", "code", "gender", "strong", "key", "identificationTypeCode", "countryIso2Code", "nameLanguage", "dayOfMonth", "monthOfYear":
		return true
	case "regulationLanguage":
		return text == "en"
	case "calendarType":
		return text == "GREGORIAN"
	case "circa", "asAtListingTime", "diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer":
		return text == "true" || text == "false"
	}
	return text == "UNKNOWN" || text == "-" || text == "none" || text == "(none)"
}

// TestConservationXML checks that every text and attribute of an entity stands
// in it.
func TestConservationXML(t *testing.T) {
	t.Run("fixture", func(t *testing.T) { conserveXML(t, listtest.File(t, "fsf.xml")) })
	t.Run("sample", func(t *testing.T) { conserveXML(t, shared(t, "eu_fsf_xml_1_1.xml")) })
}

func conserveXML(t *testing.T, raw []byte) {
	l, err := ParseXML("f", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	dec := xml.NewDecoder(bytes.NewReader(raw))
	at, checked, whole := -1, 0, ""
	var path []string
	check := func(where, text string) {
		checked++
		if text = clean(text); !strings.Contains(whole, text) {
			t.Errorf("%s: %s: %q stands nowhere in the entity", l.Entities[at].ID, where, text)
		}
	}
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if path = append(path, tok.Name.Local); len(path) == 2 {
				at++
				whole = strings.Join(listtest.Values(t, &l.Entities[at]), "\n")
			}
			if len(path) < 2 {
				continue
			}
			for _, a := range tok.Attr {
				if a.Value != "" && !accounted(a.Name.Local, a.Value) {
					check(strings.Join(path[1:], "/")+"@"+a.Name.Local, a.Value)
				}
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(tok)); text != "" && !accounted("", text) {
				check(strings.Join(path[1:], "/"), text)
			}
		}
	}
	if at != len(l.Entities)-1 || checked < 100 {
		t.Errorf("%d records and %d texts in the file, %d entities", at+1, checked, len(l.Entities))
	}
}

// columnsAccounted are the columns of the tables that choose a field.
var columnsAccounted = map[string]bool{"fileGenerationDate": true, "Entity_SubjectType": true, "Entity_SubjectType_ClassificationCode": true,
	"schema": true, "gender": true, "Subject to": false}

// TestConservationCSV checks that every cell stands in an entity whose rows it is
// in, with its remarks without brackets.
func TestConservationCSV(t *testing.T) {
	for _, f := range []struct {
		name  string
		do    parse
		comma rune
		key   string // the column by which rows are of one entity; "" any
		raw   func() []byte
	}{
		{"fsf.csv", ParseCSV, ';', "Entity_EU_ReferenceNumber", func() []byte { return listtest.File(t, "fsf.csv") }},
		{"sheet.csv", ParseVessels, ',', "", func() []byte { return listtest.File(t, "sheet.csv") }},
		{"dma.csv", ParseVessels, ';', "", func() []byte { return listtest.File(t, "dma.csv") }},
		{"journal.csv", ParseVessels, ',', "", func() []byte { return listtest.File(t, "journal.csv") }},
		{"amendment.csv", ParseVessels, ',', "", func() []byte { return listtest.File(t, "amendment.csv") }},
		{"eu_fsf_csv_1_1.csv", ParseCSV, ';', "Entity_EU_ReferenceNumber", func() []byte { return shared(t, "eu_fsf_csv_1_1.csv") }},
		{"eu_vessels_dma.csv", ParseVessels, ';', "", func() []byte { return shared(t, "eu_vessels_dma.csv") }},
		{"eu_journal_consolidated.csv", ParseVessels, ',', "", func() []byte { return shared(t, "eu_journal_consolidated.csv") }},
	} {
		raw := f.raw()
		l, err := f.do(f.name, bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
		r.Comma, r.FieldsPerRecord = f.comma, -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		whole := map[string]string{}
		for i := range l.Entities {
			text := strings.Join(listtest.Values(t, &l.Entities[i]), "\n")
			whole[l.Entities[i].ID] = text
			whole[""] += text
		}
		for n, row := range rows[1:] {
			key := ""
			for i, h := range rows[0] {
				if h == f.key && h != "" {
					key = row[i]
				}
			}
			for i, cell := range row {
				h := rows[0][i]
				if cell == "" || columnsAccounted[h] || accounted(lowerFirst(h[strings.LastIndexByte(h, '_')+1:] + " ")[:len(h)-strings.LastIndexByte(h, '_')-1], cell) ||
					strings.HasSuffix(h, "TypeCode") {
					continue
				}
				pieces := []string{cell}
				switch {
				case strings.HasSuffix(h, "_Remark"):
					pieces = bracketed(cell)
				case h == "Address_ContactInfo":
					pieces = strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("()[]\n", r) })
					for i := 0; i < len(pieces); i += 2 {
						pieces[i] = "" // the key
					}
				case f.key == "" && h != "name":
					pieces = cellValues(clean(cell))
				}
				for _, p := range pieces {
					if !strings.Contains(whole[key], clean(p)) {
						t.Errorf("%s: row %d: %s: %q stands nowhere", f.name, n+2, h, p)
					}
				}
			}
		}
	}
}

// TestConservationJSON checks that every text of the members stands in an entity.
func TestConservationJSON(t *testing.T) {
	for name, raw := range map[string][]byte{"fixture": listtest.File(t, "regime.json"), "sample": shared(t, "eu_sanctionsmap_regime.json")} {
		l, err := ParseVessels("f.json", bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		whole := ""
		for i := range l.Entities {
			whole += strings.Join(listtest.Values(t, &l.Entities[i]), "\n") + "\n"
		}
		root, err := parseJSON("f.json", raw)
		if err != nil {
			t.Fatal(err)
		}
		checked := 0
		for _, m := range root.inner().field("measures").inner().items {
			for _, list := range m.field("lists").inner().items {
				for _, v := range list.field("members").inner().items {
					v = v.inner()
					for i, key := range v.keys {
						checked++
						text := v.items[i].string()
						switch imo, mmsi, other := codes(text); {
						case key == "type":
							text = ""
						case key == "id_code" && other == "" && (!strings.Contains(whole, imo) || !strings.Contains(whole, mmsi)):
							t.Errorf("%s: id_code: %q stands nowhere", name, text)
						case key == "id_code" && other == "":
							text = ""
						}
						if !strings.Contains(whole, clean(text)) {
							t.Errorf("%s: %s: %q stands nowhere", name, key, text)
						}
					}
				}
			}
		}
		if checked < 20 {
			t.Errorf("%s: %d texts", name, checked)
		}
	}
}
