package feed

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"

	"github.com/seed-539c57aa/pratique/lists"
)

var (
	errNotIt = errors.New("not it")
	errLong  = errors.New("a record is too long")
	layout   = JSON{Key: "data", Passed: []string{"total"}, NotJSON: errNotIt, TooLong: errLong}
)

// readJSON tells in a line what a file of JSON holds.
func readJSON(r io.Reader) string {
	var b strings.Builder
	var problems Problems
	sum, err := layout.Read("f", r, &problems, func(at lists.Position, fields map[string]any) {
		fmt.Fprintf(&b, "%s %s; ", at, JSONText(fields))
	})
	for _, p := range problems {
		fmt.Fprintf(&b, "%v; ", p)
	}
	if err != nil {
		return b.String() + "error: " + err.Error()
	}
	return fmt.Sprintf("%s%x", b.String(), sum[:2])
}

// readCSV tells in a line what a table holds.
func readCSV(r io.Reader) string {
	t, err := NewCSV("f", r, errNotIt, errLong)
	if err != nil {
		return "error: " + err.Error()
	}
	var b strings.Builder
	var problems Problems
	columns := 0
	for {
		row, err := t.Next()
		if err != nil {
			return b.String() + "error: " + err.Error()
		}
		if row == nil {
			break
		}
		if columns == 0 {
			columns = len(row)
		}
		t.Count(row, columns)
		fmt.Fprintf(&b, "%s %q; ", t.Pos(len(row)-1), row)
	}
	if err := t.End(&problems); err != nil {
		return b.String() + "error: " + err.Error()
	}
	for _, p := range problems {
		fmt.Fprintf(&b, "%v; ", p)
	}
	sum, err := t.Digest()
	if err != nil {
		return b.String() + "error: " + err.Error()
	}
	return fmt.Sprintf("%s%x", b.String(), sum[:2])
}

func TestRecords(t *testing.T) {
	long := strings.Repeat("x", maxAhead)
	tests := []struct {
		read               func(io.Reader) string
		file, want, reason string // want without the sum
	}{
		{readJSON, `{"data": [{"a": 1},` + "\n" + ` {"b": "x "}]}`, `f:1:11 {"a":1}; f:2:2 {"b":"x "}; `, "records, with their places"},
		{readJSON, "\ufeff\n[{}]", `f:2:2 {}; `, "the array alone, behind a byte order mark"},
		{readJSON, `{"total": 1, "more": [2], "data": []}`, `f:1:22: more: unknown part of the file, not read ("[2]"), dropped; `, "keys that are passed over, and others"},
		{readJSON, `[1, null, {"a": "` + "\xff" + `"}]`, "f:1:11 {\"a\":\"\ufffd\"}; f:1:2: value of another JSON type: a number, not an object (\"1\"), dropped; " +
			`f:1:5: value of another JSON type: null, not an object, dropped; f:1:11: not UTF-8; `, "values that are no records, and a byte that is not UTF-8"},
		{readJSON, ``, `error: f: file holds no record`, "an empty file"},
		{readJSON, `<a/>`, `error: f: not it: XML or HTML`, "another format"},
		{readJSON, `"x"`, `error: f:1:4: not this list: begins with a text`, "a value that is no list"},
		{readJSON, `{"data": {}}`, `error: f:1:11: not this list: data is an object, not an array`, "no array"},
		{readJSON, `{"x": 1}`, `f:1:7: x: unknown part of the file, not read ("1"), dropped; error: f:1:9: not this list: no key data`, "no records"},
		{readJSON, `[{"a": 1}, {"a"`, `f:1:2 {"a":1}; error: f:1:16: file ends before the list does`, "a file that is cut"},
		{readJSON, `[{}] {}`, `f:1:2 {}; error: f:1:7: not it: more after the end`, "more after the end"},
		{readJSON, `[{"a": "` + long + `"}]`, `error: f:1:2: a record is too long`, "a record that is too long"},
		{readCSV, "a,b\n1,\"x\ny\"\n", `f:1:3 ["a" "b"]; f:2:3 ["1" "x\ny"]; `, "rows, with their places"},
		{readCSV, "a,b\n1,2", `f:1:3 ["a" "b"]; f:2:3 ["1" "2"]; f:2: the file does not end with a line: its end may be missing; `, "no line end"},
		{readCSV, "a,b\n1", `f:1:3 ["a" "b"]; f:2:1 ["1"]; error: f:2: file ends before the list does: in the middle of a row`, "cut within a row"},
		{readCSV, "a,b\n\"1,2\n3,4\n", `f:1:3 ["a" "b"]; f:2:1 ["1,2\n3,4\n"]; error: f:2:1: file ends before the list does: a quote is never closed`, "a quote that is never closed"},
		{readCSV, "PK\x03\x04", `error: f: not it: a ZIP archive or a spreadsheet`, "another format"},
		{readCSV, "a\n\"" + long + "\"\n", `f:1:1 ["a"]; error: f:2: a record is too long`, "a row that is too long"},
	}
	for _, tt := range tests {
		want := tt.want
		if !strings.Contains(want, "error: ") {
			sum := sha256.Sum256([]byte(tt.file))
			want += fmt.Sprintf("%x", sum[:2])
		}
		if got := tt.read(strings.NewReader(tt.file)); got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.reason, got, want)
		}
		if got := tt.read(iotest.OneByteReader(strings.NewReader(tt.file))); got != want {
			t.Errorf("%s, byte by byte:\n got %s\nwant %s", tt.reason, got, want)
		}
	}
}

// TestRecordsReaderErrors: an error of the reader is found in what is returned, and is no FileError.
func TestRecordsReaderErrors(t *testing.T) {
	oops := errors.New("oops")
	for _, begin := range []string{"", "[{}", "[{}]"} {
		_, err := layout.Read("f", io.MultiReader(strings.NewReader(begin), iotest.ErrReader(oops)), &Problems{}, func(lists.Position, map[string]any) {})
		var fault *lists.FileError
		if !errors.Is(err, oops) || errors.As(err, &fault) || !strings.HasPrefix(err.Error(), "f") {
			t.Errorf("JSON after %q: %v", begin, err)
		}
	}
	if got := readCSV(io.MultiReader(strings.NewReader("a,b\n"), iotest.ErrReader(oops))); !strings.HasSuffix(got, "error: f:2: oops") {
		t.Errorf("CSV: %s", got)
	}
	if got := readCSV(broken{nil}); got != "error: f: "+io.ErrNoProgress.Error() {
		t.Errorf("a reader that gives nothing: %s", got)
	}
}

func TestNamed(t *testing.T) {
	at := lists.Position{File: "f", Line: 2}
	named := Named("ca", refuse(at, ErrEmpty))
	if named.Error() != "ca: f:2: file holds no record" || !errors.Is(named, ErrEmpty) {
		t.Errorf("%v", named)
	}
	if again := Named("uk", named); again != named {
		t.Errorf("an error that has a name gets another: %v", again)
	}
	if other := Named("ca", io.ErrUnexpectedEOF); other.Error() != "ca: unexpected EOF" || !errors.Is(other, io.ErrUnexpectedEOF) {
		t.Errorf("%v", other)
	}
}

func TestOnce(t *testing.T) {
	o := Once{}
	long := strings.Repeat("x", 300)
	for _, tt := range []struct {
		name, more string
		want       bool
		reason     string
	}{
		{"a", "", true, "new"}, {"a", "", false, "known"}, {"a", "=b", true, "with more"}, {"a", "=b", false, "likewise known"},
		{long, "", true, "a long one"}, {long + "y", "", false, "told by its beginning"},
	} {
		if got := o.First(tt.name, tt.more); got != tt.want {
			t.Errorf("First(%.10q, %q) = %v (%s)", tt.name, tt.more, got, tt.reason)
		}
	}
	for i := range 2 * MaxProblems {
		o.First(fmt.Sprintf("%060d-%d", i%10, i), "")
	}
	if len(o) > MaxProblems+20 {
		t.Errorf("%d names are remembered", len(o))
	}
}

// TestWindows1252 compares every byte with the table of another implementation.
func TestWindows1252(t *testing.T) {
	for c := range 256 {
		want, err := charmap.Windows1252.NewDecoder().String(string([]byte{byte(c)}))
		if err != nil {
			t.Fatal(err)
		}
		if got := Windows1252(string([]byte{byte(c)})); got != want && want != "\ufffd" {
			t.Errorf("byte %#x is %q, want %q", c, got, want)
		}
	}
}

func TestTime(t *testing.T) {
	for _, tt := range []struct{ text, want, reason string }{
		{"2026-08-14T23:00:04.744Z", "2026-08-14 23:00:04.744 +0000 UTC", "a time in UTC"},
		{"2026-08-15T01:00:04+02:00", "2026-08-14 23:00:04 +0000 UTC", "a time elsewhere"},
		{"2026-08-14T23:00:04", "2026-08-14 23:00:04 +0000 UTC", "no zone"},
		{"2026-08-14", "2026-08-14 00:00:00 +0000 UTC", "a day"},
		{"2026-08-14+02:00", "2026-08-13 22:00:00 +0000 UTC", "a day elsewhere"},
		{"14/08/2026", "", "another shape"},
		{"", "", "nothing"},
	} {
		if got, ok := Time(tt.text); ok != (tt.want != "") || ok && got.String() != tt.want {
			t.Errorf("Time(%q) = %v, %v; want %q (%s)", tt.text, got, ok, tt.want, tt.reason)
		}
	}
}

// FuzzRecords: neither reader panics or holds more than its bound, and both give the same twice.
func FuzzRecords(f *testing.F) {
	f.Add([]byte(`{"data": [{"a": [1, {"b": null}]}, 2]}`))
	f.Add([]byte("a,b\r\n\"1\n\",\"2\"\"\"\r\n3\r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, read := range []func(io.Reader) string{readJSON, readCSV} {
			if a, b := read(bytes.NewReader(raw)), read(iotest.HalfReader(bytes.NewReader(raw))); a != b {
				t.Fatalf("%s\n%s", a, b)
			}
		}
	})
}
