package ofac

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// xmlFormats are the three formats, each with our own file.
var xmlFormats = []struct {
	name  string
	file  string
	parse func(string, io.Reader) (*lists.List, error)
}{
	{"XML", "testdata/xml/sdn.xml", ParseXML},
	{"Advanced XML", "testdata/xml/advanced.xml", ParseAdvancedXML},
	{"Enhanced XML", "testdata/xml/enhanced.xml", ParseEnhancedXML},
}

func TestXMLGolden(t *testing.T) {
	for _, f := range xmlFormats {
		raw, err := os.ReadFile(f.file)
		if err != nil {
			t.Fatal(err)
		}
		l, err := f.parse("f.xml", bytes.NewReader(raw))
		if err != nil {
			t.Fatal(f.name, err)
		}
		got := listtest.Show(t, l, "\t")
		listtest.Golden(t, strings.TrimSuffix(strings.TrimPrefix(f.file, "testdata/"), "xml")+"golden.json", got)
		slow, err := f.parse("f.xml", iotest.OneByteReader(bytes.NewReader(raw)))
		if err != nil || listtest.Show(t, slow, "\t") != got {
			t.Errorf("%s: read byte by byte the list differs: %v", f.name, err)
		}
	}
}

// TestRealXML holds the counts of the real files, which are those of other
// programs, and of the samples; and what the parsers have to say about them.
func TestRealXML(t *testing.T) {
	for _, tt := range []struct {
		file     string
		list     string
		day      string
		counts   lists.Counts
		problems int
	}{
		{"lists/ofac/xml/consolidated_2025-05.xml", sets[1].name, "2025-03-28", lists.Counts{Persons: 80, Organizations: 363}, 1},
		{"lists/ofac/xml/cons_enhanced_2025-01.xml.gz", sets[1].name, "2025-01-10", lists.Counts{Persons: 80, Organizations: 363}, 1},
		{"lists/ofac/xml/cons_advanced_2020-10.xml.gz", sets[1].name, "2020-03-17", lists.Counts{Persons: 82, Organizations: 293}, 0},
		{"formats/samples/ofac_sdn_xml.xml", sets[0].name, "2026-08-07", lists.Counts{Vessels: 3, Persons: 6, Organizations: 3, Aircraft: 1}, 3},
		{"formats/samples/ofac_advanced_xml.xml", sets[0].name, "2026-08-07", lists.Counts{Vessels: 3, Persons: 5, Organizations: 4, Aircraft: 1}, 0},
		{"formats/samples/ofac_enhanced_xml.xml", sets[1].name, "2025-01-10", lists.Counts{Vessels: 1, Persons: 2, Organizations: 3}, 2},
	} {
		t.Run(tt.file, func(t *testing.T) {
			l := parseShared(t, tt.file)
			if l.Count() != tt.counts || l.Source.Entities != len(l.Entities) || l.Source.Name != tt.list || l.Source.Date() != tt.day {
				t.Errorf("%+v of %s, %s; want %+v of %s, %s", l.Count(), l.Source.Name, l.Source.Date(), tt.counts, tt.list, tt.day)
			}
			for _, p := range l.Problems {
				if !errors.Is(p, ErrUnresolved) {
					t.Error(p)
				}
			}
			if len(l.Problems) != tt.problems {
				t.Errorf("%d links that lead to no party of the file, want %d", len(l.Problems), tt.problems)
			}
			ids := map[string]bool{}
			for i := range l.Entities {
				e := &l.Entities[i]
				if ids[e.ID] || len(e.Names) == 0 || len(e.Measures) == 0 || e.Names[0].Type != lists.Primary || e.Pos.Line == 0 {
					t.Errorf("%s at %s: %d names, %d measures", e.ID, e.Pos, len(e.Names), len(e.Measures))
				}
				ids[e.ID] = true
			}
		})
	}
}

// mechanics are the elements whose text is a number of the publisher's database,
// a yes or no that another field says, or the form of a name that is made of its
// parts.
var mechanics = map[string]bool{
	"uid": true, "mainEntry": true, "category": true, "sdnType": true, "identityId": true, "versionId": true, "isPrimary": true,
	"isLowQuality": true, "isValid": true, "valueRefId": true, "script": true, "entityType": true, "fromDateBegin": true, "fromDateEnd": true,
	"toDateBegin": true, "toDateEnd": true, "isApproximate": true, "isDateRange": true, "formattedFirstName": true, "formattedLastName": true,
	"formattedFullName": true, "Year": true, "Month": true, "Day": true,
}

// TestNoTextIsLost: every word of every element and attribute value that is text
// in a record stands in its entity, or, for what the Advanced XML keeps apart from
// parties, in some entity.
func TestNoTextIsLost(t *testing.T) {
	for _, file := range []string{
		"lists/ofac/xml/consolidated_2025-05.xml", "lists/ofac/xml/cons_enhanced_2025-01.xml.gz", "lists/ofac/xml/cons_advanced_2020-10.xml.gz",
		"formats/samples/ofac_sdn_xml.xml", "formats/samples/ofac_advanced_xml.xml", "formats/samples/ofac_enhanced_xml.xml",
	} {
		t.Run(file, func(t *testing.T) {
			l := parseShared(t, file)
			every := map[string]int{}
			for i := range l.Entities {
				text(every, reflect.ValueOf(l.Entities[i]))
			}
			dec := xml.NewDecoder(bytes.NewReader(listtest.Shared(t, file)))
			entity, have, checked := 0, map[string]int{}, 0
			var open []string
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
					open = append(open, tok.Name.Local)
					switch tok.Name.Local {
					case "sdnEntry", "entity", "DistinctParty":
						have = map[string]int{}
						text(have, reflect.ValueOf(l.Entities[entity]))
						entity++
					case "Locations", "IDRegDocuments", "SanctionsEntries":
						have = every
					}
				case xml.EndElement:
					open = open[:len(open)-1]
				case xml.CharData:
					name := ""
					if len(open) > 0 {
						name = open[len(open)-1]
					}
					switch {
					case len(open) < 3, mechanics[name], slices.Contains(open, "ReferenceValueSets"), slices.Contains(open, "referenceValues"),
						slices.Contains(open, "featureTypes"), slices.Contains(open, "publshInformation"), slices.Contains(open, "publicationInfo"):
						continue
					case name == "type" && slices.Contains([]string{"namePart", "addressPart", "feature"}, open[len(open)-2]):
						continue // which field it is
					}
					if k, _, ok := match(strings.TrimSpace(string(tok))); name == "idType" && ok && keys[k].target != toIdentifier && keys[k].target != toRemark {
						continue // the role of a value, as the table says
					}
					want := map[string]int{}
					words(want, string(tok), 1)
					for w := range want {
						checked++
						if have[w] == 0 && w != "linked" && w != "to" && w != "unknown" {
							t.Errorf("%s: %q of %q is lost", strings.Join(open, "/"), w, tok)
						}
					}
				}
			}
			if checked < 50 || entity != len(l.Entities) {
				t.Errorf("%d words of %d entities were looked for", checked, entity)
			}
		})
	}
}

// FuzzXML: no input makes a parser panic, and another reading of the same bytes
// gives the same list.
func FuzzXML(f *testing.F) {
	for i, x := range xmlFormats {
		raw, err := os.ReadFile(x.file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), raw)
	}
	f.Add(uint8(1), []byte(`<Sanctions><DistinctParties><DistinctParty FixedRef="1"/></DistinctParties><SanctionsEntries><SanctionsEntry ProfileID="1"/></SanctionsEntries></Sanctions>`))
	f.Fuzz(func(t *testing.T, which uint8, b []byte) {
		x := xmlFormats[int(which)%len(xmlFormats)]
		l, err := x.parse("f.xml", bytes.NewReader(b))
		if err != nil {
			if _, ok := err.(*FileError); !ok || l != nil {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		ids := map[string]bool{}
		for i := range l.Entities {
			e := &l.Entities[i]
			if e.ID == "" || ids[e.ID] || e.Pos.Line == 0 {
				t.Fatalf("entity %q at %s", e.ID, e.Pos)
			}
			ids[e.ID] = true
		}
		for _, p := range l.Problems {
			if p.Err == nil || p.Pos.File == "" || len(p.Value) > 210 {
				t.Fatalf("problem %v", p)
			}
		}
		again, err := x.parse("f.xml", iotest.OneByteReader(bytes.NewReader(b)))
		if err != nil || listtest.Show(t, l, "\t") != listtest.Show(t, again, "\t") {
			t.Fatalf("another reading differs: %v", err)
		}
	})
}

func ExampleParseAdvancedXML() {
	f, err := os.Open("testdata/xml/advanced.xml")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	l, err := ParseAdvancedXML("advanced.xml", f)
	if err != nil {
		fmt.Println(err)
		return
	}
	e := l.Entities[0]
	fmt.Println(l.Source.Name, l.Source.Date())
	fmt.Println(e.Kind, e.PrimaryName(), e.Programmes())
	fmt.Println(e.Relations[0].Role, e.Relations[0].Text)
	// Output:
	// OFAC SDN 2026-09-17
	// vessel Grey Heron [IRAN IFSR]
	// owned or controlled by Grey Heron Shipping Co., Ltd.
}
