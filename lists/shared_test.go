package lists

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shared returns the path of a file or folder of the material that lies beside the repository and is no part of it.
// Where it is absent the test is skipped.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Skip("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "..", "shared", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("real lists are not here: no folder ../shared beside the repository")
	}
	return path
}

// records reads a CSV file of OFAC, which has no header line and ends with the byte 0x1A.
func records(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	var out [][]string
	for {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range rec {
			if rec[i] = strings.TrimSpace(s); rec[i] == "-0-" {
				rec[i] = ""
			}
		}
		out = append(out, rec)
	}
}

// tsv reads a file of tab-separated values without its header line.
func tsv(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if i > 0 {
			out = append(out, strings.Split(strings.TrimSuffix(line, "\r"), "\t"))
		}
	}
	return out
}

var editions = []string{"2021-07", "2024-01"}

// TestSharedCountries reads every country that two editions of OFAC's list print as a flag, in an address, as a
// nationality, a citizenship, a former flag or the issuer of a document.
func TestSharedCountries(t *testing.T) {
	// What OFAC prints in these places and is no state, or not only one.
	none := map[string]string{
		"None Identified":      "OFAC's word for no flag",
		"undetermined":         "OFAC's word for an unknown country",
		"Netherlands Antilles": "dissolved in 2010, several successors",
		"Region: Commonwealth of Independent States": "several states",
		"Region: Kafia Kingi":                        "Sudan and South Sudan both hold it to be theirs",
		"possibly Palestinian":                       "a doubt",
		"Cabo Verde.  Previously Cape Verde.":        "a sentence",
		"also called L/N or S/N or F/N":              "a remark on a number",
		"Naing":                                      "the district in a number of Myanmar",
	}
	// Parts of a state, and cities, that issue numbers.
	for _, name := range []string{"Connecticut", "Delaware", "Florida", "New Jersey", "New York", "North Dakota", "Pennsylvania",
		"Texas", "Utah", "West Virginia", "Jalisco", "Sinaloa", "Darmstadt", "Mainz", "Stuttgart"} {
		none[name] = "part of a state"
	}
	fact := regexp.MustCompile(`(?:^|; )(?:alt\. )?(?:nationality|citizen|(?:Former |Other )?Vessel Flag|Nationality of Registration) ([^;]*?)\.?(?:;|$)`)
	issuer := regexp.MustCompile(`(?:Passport|No\.|Number|Identification|Cedula|D\.N\.I\.|R\.F\.C\.|C\.U\.R\.P\.|NIT #|C\.I\.F\.|RTN|SSN|RUC #|Tax ID|License) [^;()]*\(([^()]*)\)`)
	seen := map[string]int{}
	for _, edition := range editions {
		dir := shared(t, "lists/ofac/"+edition)
		for _, rec := range records(t, filepath.Join(dir, "sdn.csv")) {
			if len(rec) < 12 {
				continue
			}
			seen[rec[9]]++
			for _, m := range fact.FindAllStringSubmatch(rec[11], -1) {
				seen[m[1]]++
			}
			for _, m := range issuer.FindAllStringSubmatch(rec[11], -1) {
				// Some numbers have brackets of their own; a name of a state has a small letter.
				if strings.ContainsAny(m[1], "0123456789") || strings.ToUpper(m[1]) == m[1] {
					continue
				}
				seen[m[1]]++
			}
		}
		for _, rec := range records(t, filepath.Join(dir, "add.csv")) {
			if len(rec) > 4 {
				seen[rec[4]]++
			}
		}
	}
	delete(seen, "")
	values := 0
	for name, n := range seen {
		values += n
		code, ok := CountryCode(name)
		switch reason, known := none[name]; {
		case known && ok:
			t.Errorf("%q is %s; want none: %s", name, code, reason)
		case !known && !ok:
			t.Errorf("%q, printed %d times, is no country", name, n)
		case ok && CountryName(code) == "":
			t.Errorf("%q is %s, which has no name", name, code)
		}
	}
	t.Logf("%d values, %d different ones", values, len(seen))
	if len(seen) < 150 {
		t.Errorf("only %d different values seen", len(seen))
	}
}

// TestSharedShips checks the numbers of OFAC's ships: every IMO number passes but those that are none.
func TestSharedShips(t *testing.T) {
	imo := regexp.MustCompile(`Vessel Registration Identification (IMO [0-9 ]+)`)
	mmsi := regexp.MustCompile(`MMSI ([0-9]+)`)
	for _, edition := range editions {
		ships, stations := 0, 0
		for _, rec := range records(t, filepath.Join(shared(t, "lists/ofac/"+edition), "sdn.csv")) {
			if len(rec) < 12 || rec[2] != "vessel" {
				continue
			}
			for _, m := range imo.FindAllStringSubmatch(rec[11], -1) {
				ships++
				if _, err := (Identifier{Type: IMOShip, Value: m[1]}).Canonical(); err != nil && rec[0] != "23424" {
					t.Errorf("%s: entity %s: %v", edition, rec[0], err)
				}
			}
			for _, m := range mmsi.FindAllStringSubmatch(rec[11], -1) {
				stations++
				id, err := Identifier{Type: MMSI, Value: m[1]}.Canonical()
				if err != nil {
					t.Errorf("%s: entity %s: %v", edition, rec[0], err)
				} else if code, ok := MIDCountry(id.Value); !ok || CountryName(code) == "" {
					t.Errorf("%s: entity %s: MMSI %s is of no country", edition, rec[0], id.Value)
				}
			}
			if rec[4] != "" {
				if _, err := (Identifier{Type: CallSign, Value: rec[4]}).Canonical(); err != nil {
					t.Errorf("%s: entity %s: %v", edition, rec[0], err)
				}
			}
		}
		t.Logf("%s: %d IMO numbers, %d MMSIs", edition, ships, stations)
		if ships < 400 || stations < 40 {
			t.Errorf("%s: only %d IMO numbers and %d MMSIs seen", edition, ships, stations)
		}
	}
}

// TestSharedMIDs compares tables/mid.txt with another copy of the ITU's table, both ways.
func TestSharedMIDs(t *testing.T) {
	differ := map[string]string{ // where ours means something else, and says so
		"306": midShared, // three territories; the copy has one of them
		"608": "SH",      // Ascension; the copy has the reserved code AC
	}
	other := map[string]string{}
	for _, row := range tsv(t, shared(t, "reference/mid.tsv")) {
		other[row[0]] = row[1]
		if code, ok := differ[row[0]]; ok {
			other[row[0]] = code
		}
	}
	if len(other) < 250 {
		t.Fatalf("only %d rows", len(other))
	}
	for n := 200; n < 800; n++ {
		mid := string([]byte{byte('0' + n/100), byte('0' + n/10%10), byte('0' + n%10)})
		if code, _ := midCode(mid); code != other[mid] {
			t.Errorf("MID %s is %q, and %q in the other table", mid, code, other[mid])
		}
	}
}

// TestSharedCallSigns compares tables/callsigns.txt with another copy of Appendix 42, both ways, over all beginnings
// of three characters.
func TestSharedCallSigns(t *testing.T) {
	rows := tsv(t, shared(t, "reference/callsign_series.tsv"))
	if len(rows) < 300 {
		t.Fatalf("only %d rows", len(rows))
	}
	const chars = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, a := range chars {
		for _, b := range chars {
			for _, c := range chars {
				sign := string([]rune{a, b, c})
				want := ""
				for _, row := range rows {
					if n := len(row[0]); sign[:n] >= row[0] && sign[:n] <= row[1] {
						want = row[2]
					}
				}
				if strings.HasPrefix(want, "-") || sign[:2] == "PJ" { // no state; several codes
					want = ""
				}
				if a == '2' && b <= '9' { // the copy has 20-29, which RR 19.68 does not allow
					want = ""
				}
				if got, _ := CallSignCountry(sign + "A"); got != want {
					t.Errorf("%s is of %q, and of %q in the other table", sign, got, want)
				}
			}
		}
	}
}
