package ofac

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// day returns the files of one day: a complete set, or a main file alone with
// aliases and addresses that say nothing.
func day(t testing.TB, name string) fs.FS {
	t.Helper()
	if !strings.HasSuffix(name, ".gz") {
		return os.DirFS(listtest.SharedPath(t, "lists/ofac/"+name))
	}
	data := listtest.Shared(t, "lists/ofac/"+name)
	id, _, _ := strings.Cut(string(data), ",")
	return fstest.MapFS{
		"sdn.csv": {Data: data},
		"alt.csv": {Data: []byte(id + `,1,"aka","TEST",-0- ` + "\r\n\x1a")},
		"add.csv": {Data: []byte(id + ",1,-0- ,-0- ,-0- ,-0- \r\n\x1a")},
	}
}

var days = []struct {
	name    string
	counts  lists.Counts
	links   int
	free    int // remarks without a key
	unknown int // keys that look like keys and are in no table
	reasons map[error]int
}{
	{"2021-07", lists.Counts{Vessels: 406, Persons: 4620, Organizations: 3673, Aircraft: 277}, 3408, 181, 0,
		map[error]int{ErrUnresolved: 7, ErrAmbiguous: 2, ErrNotForKind: 9, lists.ErrFormat: 1, lists.ErrCheckDigit: 1}},
	// The copy at hand joins files of different days: its comments are newer than
	// its main file, or older.
	{"2024-01", lists.Counts{Vessels: 764, Persons: 6646, Organizations: 6033, Aircraft: 378}, 5966, 181, 0,
		map[error]int{ErrUnresolved: 8, ErrAmbiguous: 2, ErrNotForKind: 9, lists.ErrCheckDigit: 1, ErrCut: 7, ErrUnknownEntity: 3}},
	{"consolidated-2025-12", lists.Counts{Persons: 79, Organizations: 363}, 283, 49, 0, map[error]int{ErrUnresolved: 1}},
	{"series/sdn_2021-09-17.csv.gz", lists.Counts{Vessels: 419, Persons: 4727, Organizations: 3733, Aircraft: 277}, -1, 183, 0, nil},
	{"series/sdn_2022-04-01.csv.gz", lists.Counts{Vessels: 428, Persons: 5162, Organizations: 3979, Aircraft: 283}, -1, 183, 0, nil},
	{"series/sdn_2022-11-18.csv.gz", lists.Counts{Vessels: 526, Persons: 5795, Organizations: 4500, Aircraft: 294}, -1, 184, 0, nil},
	{"series/sdn_2023-06-05.csv.gz", lists.Counts{Vessels: 740, Persons: 6264, Organizations: 5219, Aircraft: 377}, -1, 183, 0, nil},
	{"series/sdn_2023-12-05.csv.gz", lists.Counts{Vessels: 760, Persons: 6597, Organizations: 5744, Aircraft: 378}, -1, 184, 0, nil},
	{"series/sdn_2024-04-12.csv.gz", lists.Counts{Vessels: 831, Persons: 6776, Organizations: 6587, Aircraft: 382}, -1, 183, 0, nil},
	{"series/sdn_2024-04-15.csv.gz", lists.Counts{Vessels: 831, Persons: 6786, Organizations: 6599, Aircraft: 382}, -1, 183, 0, nil},
}

// TestRealFiles holds what is known of the real files: the counts of
// July 2021, taken by another program, and those of the other days.
func TestRealFiles(t *testing.T) {
	for _, d := range days {
		t.Run(d.name, func(t *testing.T) {
			l, err := ParseCSV(day(t, d.name))
			if err != nil {
				t.Fatal(err)
			}
			if c := l.Count(); c != d.counts || l.Source.Entities != len(l.Entities) {
				t.Errorf("entities %+v, want %+v", c, d.counts)
			}
			if n := l.Report().Remarks.Free; n != d.free {
				t.Errorf("%d remarks without a key, want %d", n, d.free)
			}
			unknown, reasons := 0, map[error]int{}
			for _, p := range l.Problems {
				if p.Pos.Line == 0 && !errors.Is(p, ErrMissing) {
					t.Errorf("without a place: %v", p)
				}
				if errors.Is(p, ErrUnknownKey) {
					t.Log(p)
					unknown++
				}
				for r := range d.reasons {
					if errors.Is(p, r) {
						reasons[r]++
					}
				}
			}
			if unknown != d.unknown {
				t.Errorf("%d unknown keys, want %d", unknown, d.unknown)
			}
			sum := 0
			for r, n := range d.reasons {
				sum += n
				if reasons[r] != n {
					t.Errorf("%d problems %q, want %d", reasons[r], r, n)
				}
			}
			if d.reasons != nil && len(l.Problems) != sum {
				t.Errorf("%d problems, want %d", len(l.Problems), sum)
			}
			links, resolved := 0, 0
			for i := range l.Entities {
				e := &l.Entities[i]
				if len(e.Names) == 0 || e.Names[0].Type != lists.Primary || len(e.Measures) == 0 {
					t.Fatalf("entity %s: names %v, measures %v", e.ID, e.Names, e.Measures)
				}
				for _, r := range e.Relations {
					links++
					if len(r.IDs) > 0 {
						resolved++
					}
				}
			}
			if d.links >= 0 && (links != d.links || links-resolved != d.reasons[ErrUnresolved]) {
				t.Errorf("%d links, %d resolved; want %d, all but %d", links, resolved, d.links, d.reasons[ErrUnresolved])
			}
		})
	}
}

// TestVesselNumbers: 401 ships of July 2021 have a registration number, and 400
// of these are IMO numbers.
func TestVesselNumbers(t *testing.T) {
	l, err := ParseCSV(day(t, "2021-07"))
	if err != nil {
		t.Fatal(err)
	}
	with, valid, companies := 0, 0, 0
	for i := range l.Entities {
		e := &l.Entities[i]
		for _, id := range e.Identifiers {
			_, err := id.Canonical()
			switch {
			case id.Type == lists.IMOShip && e.Kind == lists.Vessel:
				with++
				if err == nil {
					valid++
				}
			case id.Type == lists.IMOShip:
				t.Errorf("entity %s, a %s, has the ship number %s", e.ID, e.Kind, id.Value)
			case id.Type == lists.IMOCompany:
				companies++
			}
		}
	}
	if with != 401 || valid != 400 {
		t.Errorf("%d ships with a number, %d valid; want 401 and 400", with, valid)
	}
	if companies != 9+38+35+1 {
		t.Errorf("%d company numbers, want 83", companies)
	}
}

// composed are keys of the reference table that stand for several of this
// package's, or are called otherwise.
var composed = map[string][]string{
	"Executive Order (other)":                 {"Executive Order"},
	"a.k.a. (weak alias)":                     {"a.k.a. '"},
	"f.k.a. (weak/other former name)":         {"f.k.a. '"},
	"Stateless":                               {"Stateless Person Passport", "Stateless Person ID Card"},
	"arrested <date>":                         {"arrested"},
	"Alternate Title":                         {"Alternate Title,", "Alternate Title:"},
	"(parenthesised note)":                    {"(", "(Following data derived from"},
	"For more information on directives, ...": {"For more information on directives"},
	"all offices worldwide":                   {"all offices worldwide"},
	"R.F.C.":                                  {"R.F.C.", "R.F.C. #"},
	"C.U.R.P.":                                {"C.U.R.P.", "C.U.R.P. #"},
	"RFC (no dots)":                           {"RFC"},
	"Email Address":                           {"Email Address", "Email"},
	"Telephone":                               {"Telephone", "Telephone No.", "Telephone Number"},
	"Phone Number":                            {"Phone", "Phone No.", "Phone Number"},
	"Fax":                                     {"Fax", "Fax No."},
	"Passport":                                {"Passport", "Passport No.", "Passport Booklet"},
	"Diplomatic Passport":                     {"Diplomatic Passport", "Diplomatic Passport Laissez-Passer"},
	"Identification Number":                   {"Identification Number", "Identification Number ISIN"},
	"NUIT":                                    {"Numero Unico de Identificacao Tributaria (NUIT)"},
	"Driver's License (note)":                 {"Driver's License is issued by"},
	"Seafarer document":                       {"Seafarer's Identification Document"},
	"Central Registration":                    {"Central Registration System Number"},
	"Aircraft Construction Number":            {"Aircraft Construction Number (also called L/N or S/N or F/N)"},
}

// TestKeyCounts compares how often each key occurs in the remarks of July 2021
// with the reference table, which was counted by another program.
func TestKeyCounts(t *testing.T) {
	table, err := os.ReadFile(listtest.SharedPath(t, "reference/ofac_remarks.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := parseCSV(day(t, "2021-07"))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for i, n := range p.counts {
		got[keys[i].name] = n
	}
	// The reference splits one key in two, and does not see the colon in
	// "nationality: Eritrean" (11313).
	got["Executive Order nnnnn Directive Determination"] = 5
	got["Executive Order"] -= 5
	got["nationality"]--
	segments := 0
	for _, line := range strings.Split(strings.TrimSpace(string(table)), "\n")[1:] {
		f := strings.Split(line, "\t")
		want, err := strconv.Atoi(f[2])
		if err != nil {
			t.Fatal(err)
		}
		segments += want
		if strings.HasPrefix(f[1], "(unkeyed)") {
			continue
		}
		sum, found := 0, false
		mine := composed[f[1]]
		if mine == nil {
			mine = []string{f[1], f[1] + ":", f[1] + " -"}
		}
		for _, k := range mine {
			n, ok := got[k]
			sum += n
			found = found || ok
		}
		if !found || sum != want {
			t.Errorf("%s: %d segments, the reference has %d (known: %v)", f[1], sum, want, found)
		}
	}
	if p.echoes != 1158 {
		t.Errorf("%d segments repeat the Title column, the reference has 1158", p.echoes)
	}
	total := p.echoes + p.out.Report().Remarks.Free
	for i, n := range p.counts {
		total += n
		if keys[i].target == toContact {
			total -= n
		}
	}
	for i := range p.out.Entities {
		total += len(p.out.Entities[i].Contacts) // with those that have no key
	}
	if total != segments {
		t.Errorf("%d segments, the reference has %d", total, segments)
	}
}
