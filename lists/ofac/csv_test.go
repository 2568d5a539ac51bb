package ofac

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// oneFile is a set of files in memory.
type oneFile map[string]string

func (f oneFile) fs() fs.FS {
	m := fstest.MapFS{}
	for name, text := range f {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

const (
	goodMain = "1,\"OCEAN QUEEN\",\"vessel\",\"IRAN] [SDGT\",-0- ,\"T2EU4\",\"Crude Oil Tanker\",\"99,144\",\"56,068\",\"Iran\",-0- ,\"Vessel Registration Identification IMO 9187629.\"\r\n" +
		"2,\"DOE, John\",\"individual\",\"SDGT\",\"Captain\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; Captain; Linked To: SAMPLE LTD.\"\r\n" +
		"3,\"SAMPLE LTD.\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a"
	goodAlt = "1,11,\"fka\",\"SEA PRINCESS\",-0- \r\n2,12,\"aka\",\"DOE, Johnny\",-0- \r\n\x1a"
	goodAdd = "1,21,-0- ,-0- ,-0- ,-0- \r\n3,22,\"1 Harbour Road\",\"Havana\",\"Cuba\",-0- \r\n\x1a"
	goodRem = "3,\"a.k.a. 'SAMPLE'.\"\r\n"
)

// good returns a small set, with one file changed.
func good(name, text string) oneFile {
	f := oneFile{"sdn.csv": goodMain, "alt.csv": goodAlt, "add.csv": goodAdd, "sdn_comments.csv": goodRem}
	if name != "" {
		f[name] = text
	}
	return f
}

// TestBadInput: a row a broken file. A row with err must be refused with it; the
// others must be read, with exactly the problems given, and lose no entity but
// those in without.
func TestBadInput(t *testing.T) {
	swap := func(s, old, new string) string {
		if !strings.Contains(s, old) {
			t.Fatalf("no %q in the fixture", old)
		}
		return strings.Replace(s, old, new, 1)
	}
	cut := func(s, at string) string { return s[:strings.Index(s, at)+len(at)] }
	drop := func(name string) oneFile { f := good("", ""); delete(f, name); return f }
	for _, c := range []struct {
		reason   string
		files    oneFile
		err      error // what the error is
		text     string
		problems []string
		without  string // ids that are lost, with blanks around them
	}{
		{reason: "nothing wrong", files: good("", "")},
		{reason: "names in capitals", files: oneFile{"SDN.CSV": goodMain, "Alt.csv": goodAlt, "ADD.CSV": goodAdd, "SDN_COMMENTS.CSV": goodRem}},
		{reason: "LF alone", files: good("sdn.csv", strings.ReplaceAll(goodMain, "\r\n", "\n"))},
		{reason: "byte order mark", files: good("sdn.csv", "\ufeff"+goodMain)},
		{reason: "a header row", files: good("sdn.csv", "ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\r\n"+goodMain)},
		{reason: "blank lines", files: good("alt.csv", "\r\n"+swap(goodAlt, "2,12", "\r\n  \r\n2,12"))},
		{reason: "no end mark in one file", files: good("add.csv", strings.TrimSuffix(goodAdd, "\x1a")),
			problems: []string{"add.csv:3: no end mark (0x1A), which another file of the set has: the end may be missing"}},
		{reason: "rows of a table sorted otherwise", files: good("alt.csv", "2,12,\"aka\",\"DOE, Johnny\",-0- \r\n1,11,\"fka\",\"SEA PRINCESS\",-0- \r\n\x1a")},
		{reason: "blanks between quote and comma", files: good("alt.csv", swap(goodAlt, "PRINCESS\",", "PRINCESS\"  ,"))},

		{reason: "no file at all", files: oneFile{}, err: ErrMissing, text: "ofac: sdn.csv: file is missing, and so is cons_prim.csv"},
		{reason: "no aliases", files: drop("alt.csv"), err: ErrMissing, text: "ofac: alt.csv: file is missing"},
		{reason: "no addresses", files: drop("add.csv"), err: ErrMissing, text: "ofac: add.csv: file is missing"},
		{reason: "no comments", files: drop("sdn_comments.csv"), problems: []string{"sdn_comments.csv: file is missing"}},
		{reason: "both sets", files: good("cons_prim.csv", goodMain), err: ErrNotCSV, text: "ofac: not OFAC's CSV format: both sdn.csv and cons_prim.csv are there, and one call reads one list"},
		{reason: "one file twice", files: good("SDN.csv", goodMain), err: ErrNotCSV, text: "ofac: sdn.csv: not OFAC's CSV format: SDN.csv is there as well"},
		{reason: "empty main file", files: good("sdn.csv", ""), err: ErrEmpty, text: "ofac: sdn.csv: file holds no record"},
		{reason: "an end mark alone", files: good("alt.csv", "\r\n\x1a"), err: ErrEmpty, text: "ofac: alt.csv: file holds no record"},
		{reason: "empty comments", files: good("sdn_comments.csv", "\r\n"), problems: []string{"sdn_comments.csv: file holds no record"}},
		{reason: "HTML", files: good("add.csv", "\r\n<!DOCTYPE html>\n<html>"), err: ErrNotCSV,
			text: `ofac: add.csv:2:1: not OFAC's CSV format: HTML, XML or JSON text "<!DOCTYPE html>"`},
		{reason: "UTF-16", files: good("sdn.csv", "\xff\xfe1\x00,\x00"), err: ErrNotCSV, text: "ofac: sdn.csv: not OFAC's CSV format: UTF-16 text"},
		{reason: "another table", files: good("sdn.csv", "id;name\n1;X\n2;Y\n"), err: ErrNotCSV,
			text: `ofac: sdn.csv:1:1: not OFAC's CSV format: wrong number of columns: 1, not 12: "id;name"`},
		{reason: "files exchanged", files: good("alt.csv", goodAdd), err: ErrNotCSV,
			text: `ofac: alt.csv:1:1: not OFAC's CSV format: wrong number of columns: 6, not 5: "1,21,-0- ,-0- ,-0- ,-0- "`},
		{reason: "no number in the first record", files: good("alt.csv", swap(goodAlt, "1,11", "x,11")), err: ErrNotCSV,
			text: `ofac: alt.csv:1:1: not OFAC's CSV format: ent_num: not a number: "x": "x,11,\"fka\",\"SEA PRINCESS\",-0- "`},
		{reason: "cut in a quoted field", files: good("sdn.csv", cut(goodMain, "DOB 10 D")), err: ErrTruncated,
			text: "ofac: sdn.csv:2:84: file ends in the middle of a record: column 12 of 12"},
		{reason: "cut between fields", files: good("sdn.csv", cut(goodMain, "\"DOE, John\",")), err: ErrTruncated,
			text: "ofac: sdn.csv:2:15: file ends in the middle of a record: column 3 of 12"},
		{reason: "cut in a number", files: good("add.csv", "1,21,-0- ,-0- ,-0- ,-0- \r\n3,2"), err: ErrTruncated,
			text: "ofac: add.csv:2:4: file ends in the middle of a record: column 2 of 6"},
		{reason: "cut in the last null", files: good("add.csv", cut(goodAdd, "\"Cuba\",-0")), err: ErrTruncated,
			text: "ofac: add.csv:2:41: file ends in the middle of a record: column 6 of 6"},
		{reason: "cut after the first byte", files: good("sdn.csv", "1"), err: ErrTruncated, text: "ofac: sdn.csv:1:2: file ends in the middle of a record: column 1 of 12"},
		{reason: "cut in the comments", files: good("sdn_comments.csv", "3,\"a.k.a. 'SAM"), err: ErrTruncated,
			text: "ofac: sdn_comments.csv:1:15: file ends in the middle of a record: column 2 of 2"},
		{reason: "the last line without an end, but whole", files: good("sdn_comments.csv", "3,\"a.k.a. 'SAMPLE'.\"")},

		{reason: "a quote inside a field", files: good("alt.csv", swap(goodAlt, "SEA PRINCESS", `SEA "PRINCESS" II`)),
			problems: []string{`alt.csv:1:17: entity 1: stray quote inside a field ("SEA \"PRINCESS\" II\",-0- ")`, `alt.csv:1:26: entity 1: stray quote inside a field ("SEA \"PRINCESS\" II\",-0- ")`}},
		{reason: "doubled quotes are no problem", files: good("alt.csv", swap(goodAlt, "SEA PRINCESS", `SEA ""PRINCESS"" II`))},
		{reason: "a quote in a bare field", files: good("sdn.csv", swap(goodMain, "SDGT\",-0- ,\"T2EU4", "SDGT\",-\"0- ,\"T2EU4")),
			problems: []string{`sdn.csv:1:41: entity 1: stray quote in a field without quotes ("-\"0- ")`}},
		{reason: "the last quote of a line is missing", files: good("sdn.csv", swap(goodMain, "9187629.\"", "9187629.")),
			problems: []string{`sdn.csv:1:102: entity 1: stray quote: the field is not closed on its line ("Vessel Registration Identification IMO 9187629.")`}},
		{reason: "another quote is missing: the record is lost, the next is not", files: good("sdn.csv", swap(goodMain, "\"DOE, John\"", "\"DOE, John")), without: " 2 ",
			problems: []string{
				`sdn.csv:2:1: wrong number of columns: 11, not 12 ("2,\"DOE, John,\"individual\",\"SDGT\",\"Captain\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; Captain; Linked To: SAMPLE LTD.\""), dropped`,
				`alt.csv:2:1: entity 2: aka: no such entity in the main file ("DOE, Johnny"), dropped`}},
		{reason: "a comma too many", files: good("sdn.csv", swap(goodMain, "\"Captain\",", "\"Captain\",,")), without: " 2 ",
			problems: []string{
				`sdn.csv:2:1: wrong number of columns: 13, not 12 ("2,\"DOE, John\",\"individual\",\"SDGT\",\"Captain\",,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; Captain; Linked To: SAMPLE LTD.\""), dropped`,
				`alt.csv:2:1: entity 2: aka: no such entity in the main file ("DOE, Johnny"), dropped`}},
		{reason: "a line break in a field", files: good("sdn.csv", swap(goodMain, "DOE, John", "DOE,\r\nJohn")), without: " 2 ",
			problems: []string{
				`sdn.csv:2:1: wrong number of columns: 2, not 12 ("2,\"DOE,"), dropped`,
				`sdn.csv:3:1: wrong number of columns: 11, not 12 ("John\",\"individual\",\"SDGT\",\"Captain\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; Captain; Linked To: SAMPLE LTD.\""), dropped`,
				`alt.csv:2:1: entity 2: aka: no such entity in the main file ("DOE, Johnny"), dropped`}},
		{reason: "too many bad records", files: good("alt.csv", goodAlt[:len(goodAlt)-1]+strings.Repeat("2,13,aka\r\n", 5)+goodAlt), err: ErrNotCSV,
			text: "ofac: alt.csv: not OFAC's CSV format: 5 of 9 records cannot be read, the first at line 3"},
		{reason: "an id that is no number", files: good("alt.csv", swap(goodAlt, "2,12", "2x,12")),
			problems: []string{`alt.csv:2:1: ent_num: not a number: "2x" ("2x,12,\"aka\",\"DOE, Johnny\",-0- "), dropped`}},
		{reason: "NUL bytes", files: good("sdn.csv", swap(goodMain, "OCEAN QUEEN", "OCEAN\x00 QUE\x00EN")),
			problems: []string{`sdn.csv:1:9: entity 1: NUL byte, taken out ("OCEAN\x00 QUE\x00EN")`}},
		{reason: "not UTF-8", files: good("alt.csv", swap(goodAlt, "PRINCESS", "PRINC\xc9SS \x93")),
			problems: []string{`alt.csv:1:22: entity 1: not UTF-8, read as Windows-1252 ("SEA PRINCÉSS “")`}},
		{reason: "UTF-8 is no problem", files: good("alt.csv", swap(goodAlt, "PRINCESS", "PRINCÉSS"))},
		{reason: "an entity twice", files: good("sdn.csv", swap(goodMain, "3,\"SAMPLE", "1,\"OCEAN KING\",\"vessel\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n3,\"SAMPLE")),
			problems: []string{`sdn.csv:3:1: entity 1: entity stands in the file before ("1,\"OCEAN KING\",\"vessel\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- "), dropped`}},
		{reason: "an alias of nobody", files: good("alt.csv", swap(goodAlt, "2,12", "9,12,\"aka\",\"X\",-0- \r\n2,12")),
			problems: []string{`alt.csv:2:1: entity 9: aka: no such entity in the main file ("X"), dropped`}},
		{reason: "an address of nobody", files: good("add.csv", swap(goodAdd, "3,22", "9,22,-0- ,\"Havana\",\"Cuba\",-0- \r\n3,22")),
			problems: []string{`add.csv:2:1: entity 9: no such entity in the main file ("Havana, Cuba"), dropped`}},
		{reason: "a comment on nobody", files: good("sdn_comments.csv", "3,\"a.k.a. 'SAMPLE'.\"\r\n9,\"rest.\"\r\n"),
			problems: []string{`sdn_comments.csv:2:1: entity 9: no such entity in the main file ("rest."), dropped`}},
		{reason: "a comment on remarks that are whole", files: good("sdn_comments.csv", "2,\"Gender Male.\"\r\n"),
			problems: []string{`sdn_comments.csv:1:4: entity 2: Remarks: continues remarks that are not cut ("Gender Male.")`}},
		{reason: "an unknown type of party", files: good("sdn.csv", swap(goodMain, "SAMPLE LTD.\",-0- ", "SAMPLE LTD.\",\"station\"")),
			problems: []string{`sdn.csv:3:18: entity 3: SDN_Type: unknown word ("station")`}},
		{reason: "an unknown type of alias", files: good("alt.csv", swap(goodAlt, "\"aka\"", "\"xka\"")),
			problems: []string{`alt.csv:2:7: entity 2: alt_type: unknown word ("xka")`}},
		{reason: "a column of a ship, of a person", files: good("sdn.csv", swap(goodMain, "\"Captain\",-0- ,-0- ", "\"Captain\",-0- ,\"Tug\"")),
			problems: []string{`sdn.csv:2:51: entity 2: column of a vessel: not a fact of this kind of entity ("Tug")`}},
		{reason: "no name", files: good("sdn.csv", swap(goodMain, "\"SAMPLE LTD.\"", "-0- ")),
			problems: []string{`sdn.csv:2:102: entity 2: Linked To: no entity of this list has the name ("SAMPLE LTD")`, `sdn.csv:3:3: entity 3: SDN_Name: no name`}},
		{reason: "a wrong IMO number", files: good("sdn.csv", swap(goodMain, "9187629", "9187628")),
			problems: []string{`sdn.csv:1:103: entity 1: Vessel Registration Identification: check digit is wrong ("IMO 9187628")`}},
		{reason: "a link to nobody", files: good("sdn.csv", swap(goodMain, "To: SAMPLE", "To: SIMPLE")),
			problems: []string{`sdn.csv:2:102: entity 2: Linked To: no entity of this list has the name ("SIMPLE LTD")`}},
		{reason: "an unknown key, twice", files: good("sdn.csv", swap(goodMain, "Captain; ", "Captain; Cargo Code 12; Cargo Code 13; ")),
			problems: []string{`sdn.csv:2:102: entity 2: Cargo Code: unknown remark key, in this file: 2 ("Cargo Code 12")`}},
		{reason: "remarks cut without a continuation", files: good("sdn.csv", swap(goodMain, "Captain; Linked To: SAMPLE LTD.", "Captain; "+strings.Repeat("x", 970)+"; Linked To: SAM")),
			problems: []string{`sdn.csv:2:1074: entity 2: Linked To: no entity of this list has the name ("SAM")`, `sdn.csv:2:1088: entity 2: Remarks: remarks are cut and nothing continues them (" Linked To: SAM")`}},
		{reason: "remarks of 1 MB", files: good("sdn.csv", swap(goodMain, "Captain; ", "Captain; "+strings.Repeat("Passport A1 (Egypt); ", 50_000)))},
		{reason: "a segment of 1 MB", files: good("sdn.csv", swap(goodMain, "Captain; ", "Captain; Passport "+strings.Repeat("A1, (B) ", 125_000)+"; "))},
		{reason: "a million semicolons", files: good("sdn.csv", swap(goodMain, "Captain; ", "Captain; a.k.a. 'x"+strings.Repeat("; ", 500_000))),
			problems: []string{`sdn.csv:2:102: entity 2: a.k.a.: stray quote: the name is not closed ("x")`}},
		{reason: "a million commas", files: good("alt.csv", goodAlt[:len(goodAlt)-1]+"2,13"+strings.Repeat(",", 1_000_000)+"\r\n"+goodAlt),
			problems: []string{`alt.csv:3:1: wrong number of columns: 1000002, not 5 ("2,13` + strings.Repeat(",", 196) + `"), dropped`}},
		{reason: "a field of 10 MB", files: good("alt.csv", swap(goodAlt, "PRINCESS", strings.Repeat("X", 10<<20))),
			problems: []string{`alt.csv:1:13: entity 1: field is too long: 10485764 bytes, of which the first 2097152 are used ("SEA ` + strings.Repeat("X", 196) + `"), dropped`}},
	} {
		t.Run(c.reason, func(t *testing.T) {
			start := time.Now()
			l, err := ParseCSV(c.files.fs())
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("took %v", d)
			}
			if c.err != nil {
				if !errors.Is(err, c.err) || err.Error() != c.text {
					t.Fatalf("error\n got %v\nwant %s", err, c.text)
				}
				var fe *FileError
				if !errors.As(err, &fe) {
					t.Errorf("%T is no *FileError", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range l.Problems {
				got = append(got, p.Error())
			}
			if a, b := strings.Join(got, "\n"), strings.Join(c.problems, "\n"); a != b {
				t.Errorf("problems\n got %s\nwant %s", a, b)
			}
			var ids []string
			for i := range l.Entities {
				ids = append(ids, l.Entities[i].ID)
			}
			for _, id := range []string{"1", "2", "3"} {
				if lost := strings.Contains(c.without, " "+id+" "); lost == strings.Contains(" "+strings.Join(ids, " ")+" ", " "+id+" ") {
					t.Errorf("entities %v, without%s", ids, c.without)
				}
			}
			if e := l.Entities[0]; e.ID == "1" && (len(e.Identifiers) != 2 || len(e.Measures) != 2 || len(e.Names) != 2 && c.reason[0] != 'a') {
				t.Errorf("of the ship something is lost: %+v", e)
			}
		})
	}
}

// TestManyProblems: their number is bounded, and the rest is counted.
func TestManyProblems(t *testing.T) {
	l, err := ParseCSV(good("alt.csv", goodAlt[:len(goodAlt)-1]+strings.Repeat("9,13,\"aka\",\"NOBODY\",-0- \r\n", maxProblems+5)).fs())
	if err != nil {
		t.Fatal(err)
	}
	last := l.Problems[len(l.Problems)-1]
	if len(l.Problems) != maxProblems+1 || !errors.Is(last, ErrMore) || last.Error() != "sdn.csv: further problems are not listed: 6" {
		t.Errorf("%d problems, the last: %v", len(l.Problems), last)
	}
}

// TestReadErrors: an error of the file system is returned with the file's name.
func TestReadErrors(t *testing.T) {
	if _, err := ParseCSV(failing{good("", "").fs()}); err == nil || !errors.Is(err, errDisk) || err.Error() != "ofac: alt.csv: disk" {
		t.Errorf("got %v", err)
	}
}

var errDisk = errors.New("disk")

type failing struct{ fs.FS }

func (f failing) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }

func (f failing) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	if name == "alt.csv" {
		return failingFile{file}, err
	}
	return file, err
}

type failingFile struct{ fs.File }

func (failingFile) Read([]byte) (int, error) { return 0, errDisk }
