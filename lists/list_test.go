package lists

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestPosition(t *testing.T) {
	for _, tt := range []struct {
		pos    Position
		want   string
		reason string
	}{
		{Position{"sdn.csv", 12, 5}, "sdn.csv:12:5", "all"},
		{Position{"sdn.csv", 12, 0}, "sdn.csv:12", "the whole line"},
		{Position{"sdn.csv", 0, 0}, "sdn.csv", "the whole file"},
		{Position{"sdn.csv", 0, 5}, "sdn.csv", "a column of no line is none"},
		{Position{}, "", "no place"},
	} {
		if got := tt.pos.String(); got != tt.want {
			t.Errorf("%#v prints %q, want %q: %s", tt.pos, got, tt.want, tt.reason)
		}
	}
}

func TestProblemError(t *testing.T) {
	why := fmt.Errorf("DOB: %w", ErrDate)
	for _, tt := range []struct {
		p      Problem
		want   string
		reason string
	}{
		{Problem{Pos: Position{"a.csv", 3, 7}, EntityID: "42", Field: "DOB", Value: "soon\n", Dropped: true, Err: errors.New("no date")},
			`a.csv:3:7: entity 42: DOB: no date ("soon\n"), dropped`, "all fields, in one line whatever the value"},
		{Problem{Pos: Position{File: "a.csv"}, Err: why}, "a.csv: DOB: not a date", "place and reason"},
		{Problem{Err: why}, "DOB: not a date", "no place"},
		{Problem{Pos: Position{"a.csv", 3, 0}}, "a.csv:3: no reason given", "no reason"},
	} {
		if got := tt.p.Error(); got != tt.want {
			t.Errorf("Error = %s, want %s: %s", got, tt.want, tt.reason)
		}
	}
	var err error = &Problem{Err: why}
	if !errors.Is(err, ErrDate) {
		t.Error("a Problem does not wrap its reason")
	}
	var p *Problem
	if !errors.As(fmt.Errorf("list: %w", err), &p) || p.Err != why {
		t.Error("errors.As does not find a Problem")
	}
}

func TestFileError(t *testing.T) {
	why := fmt.Errorf("column 3: %w", ErrFormat)
	for _, tt := range []struct {
		e      FileError
		want   string
		reason string
	}{
		{FileError{"ofac", Position{"sdn.csv", 3, 7}, why}, "ofac: sdn.csv:3:7: column 3: not of the form of its type", "all fields"},
		{FileError{"ofac", Position{}, why}, "ofac: column 3: not of the form of its type", "no one file"},
		{FileError{Pos: Position{File: "a.xml"}, Err: why}, "a.xml: column 3: not of the form of its type", "no parser"},
	} {
		if got := tt.e.Error(); got != tt.want {
			t.Errorf("Error = %s, want %s: %s", got, tt.want, tt.reason)
		}
	}
	err := fmt.Errorf("reload: %w", &FileError{Err: why})
	var f *FileError
	if !errors.Is(err, ErrFormat) || !errors.As(err, &f) || f.Err != why {
		t.Errorf("errors.Is and errors.As do not look into %v", err)
	}
}

func TestDigest(t *testing.T) {
	var d, again Digest
	for i := range d {
		d[i] = byte(i*7 + 1)
	}
	b, err := d.MarshalText()
	if err != nil || len(b) != 64 || d.String() != string(b) || string(b[:6]) != "01080f" {
		t.Errorf("MarshalText = %s, %v", b, err)
	}
	if err := again.UnmarshalText(b); err != nil || again != d {
		t.Errorf("%s is read as %v, %v", b, again, err)
	}
	for reason, text := range map[string]string{
		"empty": "", "a digit short": string(b[1:]), "a digit too many": string(b) + "0", "no hexadecimal digit": "g" + string(b[1:]),
	} {
		if err := again.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is read: %s", text, reason)
		}
	}
}

func TestSourceDate(t *testing.T) {
	if got := (Source{}).Date(); got != "undated" {
		t.Errorf("Date = %q", got)
	}
	if got := (Source{Published: time.Date(2024, 1, 5, 23, 59, 0, 0, time.UTC)}).Date(); got != "2024-01-05" {
		t.Errorf("Date = %q", got)
	}
}

func TestCount(t *testing.T) {
	l := List{Entities: []Entity{{Kind: Vessel}, {Kind: Person}, {Kind: Vessel}, {}, {Kind: Organization}, {Kind: Aircraft}, {Kind: Kind(77)}}}
	if got, want := l.Count(), (Counts{Vessels: 2, Persons: 1, Organizations: 1, Aircraft: 1, Unknown: 2}); got != want {
		t.Errorf("Count = %+v, want %+v", got, want)
	}
}
