package cli

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFlags(t *testing.T) {
	tests := []struct {
		args   []string
		want   []string
		reason string
	}{
		{nil, nil, "not given"},
		{[]string{"-ship", "CLAVEL"}, []string{"CLAVEL"}, "once"},
		{[]string{"-ship", "FORTUNE", "-ship", "", "-ship=CLAVEL, EX FORTUNE"}, []string{"FORTUNE", "", "CLAVEL, EX FORTUNE"}, "in order, empty ones too, and no comma divides"},
	}
	for _, tt := range tests {
		fs := NewFlags("test")
		ships := fs.Many("ship", "`name` of the ship")
		if err := fs.Parse(tt.args); err != nil || !slices.Equal(*ships, tt.want) {
			t.Errorf("%q: %q, %v, want %q (%s)", tt.args, *ships, err, tt.want, tt.reason)
		}
	}
	fs := NewFlags("test")
	fs.Many("ship", "`name` of the ship")
	if err := fs.Parse([]string{"-h"}); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("-h: %v", err)
	}
	var out bytes.Buffer
	fs.Help(&out, "usage: test\n")
	if want := "usage: test\n  -ship name\n    \tname of the ship\n"; out.String() != want {
		t.Errorf("help %q, want %q", out.String(), want)
	}
}

func TestDay(t *testing.T) {
	tests := []struct{ value, want, err, reason string }{
		{"2026-01-31", "2026-01-31", "", "the one form"},
		{"", "0001-01-01", "", "not given is the zero time"},
		{"2026-02-29", "", `-date: "2026-02-29" is not a day`, "no leap year"},
		{"31 Jan 2026", "", `-date: "31 Jan 2026" is not a day`, "another form"},
	}
	for _, tt := range tests {
		day, err := Day("-date", tt.value)
		switch {
		case tt.err != "":
			if err == nil || !strings.HasPrefix(err.Error(), tt.err) {
				t.Errorf("%q: error %v, want %s (%s)", tt.value, err, tt.err, tt.reason)
			}
		case err != nil || day.Format("2006-01-02") != tt.want || day.IsZero() != (tt.value == ""):
			t.Errorf("%q: %v, %v (%s)", tt.value, day, err, tt.reason)
		}
	}
}

func TestRoot(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "testdata", "ofac-excerpt", "sdn.csv")); err != nil {
		t.Error(err)
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "go.mod"), []byte("module example.com/other\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(other)
	if root, err := Root(); err == nil {
		t.Errorf("in another module: %s", root)
	}
}
