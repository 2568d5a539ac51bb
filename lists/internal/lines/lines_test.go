package lines

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func rows(t testing.TB, text string, comma byte) (string, error) {
	t.Helper()
	f, err := Open("x.csv", iotest.HalfReader(strings.NewReader(text)), "CSV")
	if err != nil {
		return "", err
	}
	table := NewTable(f, comma)
	var b strings.Builder
	for {
		row, err := table.Next()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		for i, c := range row.Fields {
			if i > 0 {
				b.WriteString("|")
			}
			fmt.Fprintf(&b, "%q@%d:%d", c.Text, c.Pos.Line, c.Pos.Column)
		}
		for _, d := range row.Defects {
			fmt.Fprintf(&b, " !%d:%d %v", d.Pos.Line, d.Pos.Column, d.Err)
		}
		b.WriteString("\n")
	}
}

func TestTable(t *testing.T) {
	tests := []struct {
		text  string
		comma byte
		want  string
		err   string
	}{
		{"a,b\r\n1,2", 0, "\"a\"@1:1|\"b\"@1:3\n\"1\"@2:1|\"2\"@2:3\n", ""},
		{"\ufeffa;b;c\n\n1;\"x;y\"\"z\";3\n", 0, "\"a\"@1:4|\"b\"@1:6|\"c\"@1:8\n\"1\"@3:1|\"x;y\\\"z\"@3:4|\"3\"@3:12\n", ""},
		{"a,b\n1,\"x\r\ny\",\n", ',', "\"a\"@1:1|\"b\"@1:3\n\"1\"@2:1|\"x\\ny\"@2:4|\"\"@3:4 !2:1 wrong number of columns: 3, not 2\n", ""},
		{"a,b\n\"x\"y\",2\nx\"y,2\n", 0, "\"a\"@1:1|\"b\"@1:3\n\"x\\\"y\"@2:2|\"2\"@2:7 !2:3 stray quote\n\"x\\\"y\"@3:1|\"2\"@3:5 !3:2 stray quote\n", ""},
		{"a,b\n1\n1,2\n", 0, "\"a\"@1:1|\"b\"@1:3\n\"1\"@2:1 !2:1 wrong number of columns: 1, not 2\n\"1\"@3:1|\"2\"@3:3\n", ""},
		{"a,b\n1,2\n1", 0, "\"a\"@1:1|\"b\"@1:3\n\"1\"@2:1|\"2\"@2:3\n", "x.csv:3:1: file ends before the list does: column 1 of 2"},
		{"a,b\n1,\"2\n3", 0, "\"a\"@1:1|\"b\"@1:3\n", "x.csv:2:4: file ends before the list does: inside quotes"},
		{"a,b\n1,\xff\n", 0, "\"a\"@1:1|\"b\"@1:3\n", `x.csv:2:3: not UTF-8: "\xff"`},
		{"\xff\xfea\x00", 0, "", "x.csv: not UTF-8: UTF-16"},
		{"", 0, "", "x.csv: file holds no record"},
		{"<html>", 0, "", "x.csv: not this list: not CSV but an HTML page"},
		{"{}", 0, "", "x.csv: not this list: not CSV but JSON"},
	}
	for _, tt := range tests {
		got, err := rows(t, tt.text, tt.comma)
		if got != tt.want || fmt.Sprint(err) != tt.err && !(err == nil && tt.err == "") {
			t.Errorf("%q:\n got %s %v\nwant %s %s", tt.text, got, err, tt.want, tt.err)
		}
	}
}

// TestAgainstStandard compares well formed tables with encoding/csv.
func FuzzTable(f *testing.F) {
	f.Add("a,b\n1,\"x\ny\"\n")
	f.Add("a,\"b\"\"c\"\r\n,\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Open("x", strings.NewReader(text), "CSV")
		if err != nil {
			return
		}
		table := NewTable(file, ',')
		r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
		r.FieldsPerRecord = -1
		for {
			row, err := table.Next()
			if err != nil {
				return
			}
			want, stdErr := r.Read()
			for stdErr == nil && blank(strings.Join(want, "")) && len(want) == 1 && (len(row.Fields) != 1 || row.Fields[0].Text != want[0]) {
				want, stdErr = r.Read()
			}
			if stdErr != nil || strings.Contains(text, "\r") {
				return // not well formed, or a lone CR, which the two read differently
			}
			if len(want) != len(row.Fields) {
				t.Fatalf("%d fields, encoding/csv has %d: %q", len(row.Fields), len(want), want)
			}
			for i, c := range row.Fields {
				if c.Text != want[i] {
					t.Errorf("field %d is %q, encoding/csv has %q", i, c.Text, want[i])
				}
			}
		}
	})
}

func TestLines(t *testing.T) {
	f, err := Open("x.json", strings.NewReader("\ufeff{}\r\n\n \t{\"a\":1} \n{\xff"), "JSON")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"{} x.json:1:4", `{"a":1} x.json:3:3`, " x.json:4:2 x.json:4:2: not UTF-8"}
	for _, w := range want {
		line, pos, err := f.Next()
		got := string(line) + " " + pos.String()
		if err != nil {
			got += " " + err.Error()
		}
		if got != w {
			t.Errorf("got %q, want %q", got, w)
		}
	}
}

// TestLongLine reads white space without end: memory stays that of one line.
func TestLongLine(t *testing.T) {
	f, err := Open("x.json", io.LimitReader(blanks{}, 1<<30), "JSON")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Next(); fmt.Sprint(err) != "x.json:1:1: too long: a line of more than 16777216 bytes" {
		t.Error(err)
	}
}

type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
