package un

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

func TestVesselsGolden(t *testing.T) {
	l, err := ParseVessels("vessels_1718.csv", bytes.NewReader(listtest.File(t, "vessels_1718.csv")))
	if err != nil {
		t.Fatal(err)
	}
	listtest.Golden(t, "vessels_1718.golden.json", listtest.Show(t, l, " "))
}

func TestVesselsSampleOfTheDossier(t *testing.T) {
	raw := listtest.Shared(t, "formats/samples/un_1718_vessels.csv")
	l, err := ParseVessels("sample.csv", bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Problems) != 0 || l.Count().Vessels != 5 {
		t.Errorf("%d ships, want 5; problems %v", l.Count().Vessels, l.Problems)
	}
	for _, e := range l.Entities {
		if !strings.HasPrefix(e.ID, "IMO ") || len(e.Measures) != 1 || !e.Measures[0].Listed.Full() || len(e.Measures[0].Kinds) != 1 {
			t.Errorf("%s: measures %+v", e.ID, e.Measures)
		}
	}
}

func TestBrokenVessels(t *testing.T) {
	const head = "#,vessel_name,imo_number,mmsi\n"
	tests := []struct {
		reason  string
		file    io.Reader
		err     error
		problem error
		place   string
	}{
		{"a sound table", strings.NewReader(head + "1,AN SAN 1,7303803,\n"), nil, nil, ""},
		{"a byte order mark, carriage returns", strings.NewReader("\ufeff#,vessel_name,imo_number,mmsi\r\n1,AN SAN 1,7303803,\r\n"), nil, nil, ""},
		{"columns in another order and in capitals", strings.NewReader("IMO_NUMBER,VESSEL_NAME\n7303803,AN SAN 1\n"), nil, nil, ""},
		{"an empty file", strings.NewReader(""), ErrEmpty, nil, "f.csv"},
		{"a header and no more", strings.NewReader(head), ErrEmpty, nil, "f.csv"},
		{"another table", strings.NewReader("ent_num,name\n1,X\n"), ErrNotList, nil, "f.csv:1:1"},
		{"a page of HTML", strings.NewReader("\n<html>"), ErrNotList, nil, "f.csv"},
		{"Latin-1", strings.NewReader(head + "1,S\xe9NAT,7303803,\n"), ErrEncoding, nil, "f.csv"},
		{"a quote that never closes", strings.NewReader(head + "1,\"AN SAN 1,7303803,\n\n"), ErrTruncated, nil, "f.csv:2:1"},
		{"a stray quote", strings.NewReader(head + "1,AN \"SAN\" 1,7303803,\n"), ErrNotList, nil, "f.csv:2:6"},
		{"a gigabyte of white space", io.LimitReader(listtest.Endless(' '), 1<<30), ErrTooLong, nil, "f.csv"},
		{"a row too short", strings.NewReader(head + "1,AN SAN 1,7303803\n"), nil, ErrColumns, "f.csv:2:1"},
		{"a row too long", strings.NewReader(head + "1,AN SAN 1,7303803,,x\n"), nil, ErrColumns, "f.csv:2:1"},
		{"the same ship twice", strings.NewReader(head + "1,AN SAN 1,7303803,\n2,AN SAN,7303803,\n"), nil, ErrDuplicate, "f.csv:3:1"},
		{"a false check digit", strings.NewReader(head + "1,AN SAN 1,7303804,\n"), nil, lists.ErrCheckDigit, "f.csv:2:1"},
		{"a number that is none", strings.NewReader(head + "1,AN SAN 1,73038,\n"), nil, lists.ErrFormat, "f.csv:2:1"},
		{"no name", strings.NewReader(head + "1,,7303803,\n"), nil, ErrNoName, "f.csv:2:1"},
		{"a date out of range", strings.NewReader("vessel_name,imo_number,date_of_designation\nA,7303803,31-Feb-18\n"), nil, lists.ErrDate, "f.csv:2:1"},
		{"an unknown column", strings.NewReader("vessel_name,imo_number,colour\nA,7303803,red\n"), nil, ErrUnknownColumn, "f.csv:1:24"},
		{"a reader that fails", iotest.ErrReader(io.ErrClosedPipe), io.ErrClosedPipe, nil, ""},
	}
	for _, tt := range tests {
		l, err := ParseVessels("f.csv", tt.file)
		switch {
		case tt.err != nil:
			if l != nil || !errors.Is(err, tt.err) || !strings.Contains(err.Error(), tt.place+": ") {
				t.Errorf("%s: error %v, want %v at %q", tt.reason, err, tt.err, tt.place)
			}
		case err != nil:
			t.Errorf("%s: error %v, want none", tt.reason, err)
		case tt.problem == nil:
			if len(l.Problems) != 0 || len(l.Entities) != 1 || l.Entities[0].ID != "IMO 7303803" || l.Entities[0].PrimaryName() != "AN SAN 1" {
				t.Errorf("%s: entities %+v, problems %v", tt.reason, l.Entities, l.Problems)
			}
		default:
			if len(l.Problems) == 0 || !errors.Is(l.Problems[0], tt.problem) || l.Problems[0].Pos.String() != tt.place {
				t.Errorf("%s: problems %v, want %v at %q", tt.reason, l.Problems, tt.problem, tt.place)
			}
		}
	}
}

func FuzzParseVessels(f *testing.F) {
	f.Add(listtest.File(f, "vessels_1718.csv"))
	f.Add([]byte("vessel_name,imo_number\n1: A 2: B (C,1: 7303803 2: 7303803\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := ParseVessels("f.csv", bytes.NewReader(b))
		if (l == nil) == (err == nil) {
			t.Fatalf("list %v, error %v", l != nil, err)
		}
		if err != nil {
			return
		}
		ids := map[string]bool{}
		for _, e := range l.Entities {
			if ids[e.ID] || e.ID == "" {
				t.Fatalf("ID %q", e.ID)
			}
			ids[e.ID] = true
			for _, n := range e.Names {
				if n.Text == "" {
					t.Fatalf("%s: an empty name", e.ID)
				}
			}
		}
	})
}
