package screening

import (
	"strings"
	"testing"
)

func TestWidth(t *testing.T) {
	tests := []struct {
		text   string
		want   int
		reason string
	}{
		{"", 0, "nothing"},
		{"FORTUNE", 7, "ASCII"},
		{"Ørsted", 6, "Latin with a stroke"},
		{"e\u0301", 1, "a letter and a combining accent"},
		{"金正恩", 6, "ideographs take two cells"},
		{"김정은", 6, "Hangul syllables take two"},
		{"ＦＡ", 4, "fullwidth Latin takes two"},
		{"علی", 3, "Arabic letters take one"},
	}
	for _, tt := range tests {
		if got := width(tt.text); got != tt.want {
			t.Errorf("width(%q) = %d, want %d: %s", tt.text, got, tt.want, tt.reason)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text   string
		most   int
		want   []string
		reason string
	}{
		{"", 5, []string{""}, "nothing is one empty line"},
		{"one two", 7, []string{"one two"}, "just fits"},
		{"one two", 6, []string{"one", "two"}, "at the blank"},
		{"one two three", 8, []string{"one two", "three"}, "as much as fits"},
		{"abcdefgh", 3, []string{"abc", "def", "gh"}, "a long word is divided"},
		{"a bcdefgh", 4, []string{"a", "bcde", "fgh"}, "a long word starts its own line"},
		{"  one two", 6, []string{"  one", "  two"}, "what is indented stays so"},
		{"金正恩", 4, []string{"金正", "恩"}, "cells count, not letters"},
		{"金", 1, []string{"金"}, "a letter that is too wide stands all the same"},
	}
	for _, tt := range tests {
		got := wrap(tt.text, tt.most)
		if strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("wrap(%q, %d) = %q, want %q: %s", tt.text, tt.most, got, tt.want, tt.reason)
		}
	}
}

func TestGridAligns(t *testing.T) {
	g := grid{indent: 1, columns: []column{{most: 6, right: true}, {most: 10}, {most: 10}}}
	g.add("1", "金正恩", "a")
	g.add("-22", "ab", "b")
	g.add("", "one two three four", "c")
	var b strings.Builder
	g.write(&b)
	want := "   1  金正恩      a\n -22  ab          b\n      one two     c\n      three four\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestOneLine(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"plain 'text'", "plain 'text'", "ASCII stays"},
		{"Ünïcode 金", "Ünïcode 金", "letters stay"},
		{"a\nb\tc", `a\nb\tc`, "control characters are shown"},
		{"a\u202eb\u200bc", `a\u202eb\u200bc`, "invisible characters are shown"},
		{"\x1b[2J", `\x1b[2J`, "no escape sequence reaches a terminal"},
		{"\xff", `\xff`, "a byte that is no text is shown"},
		{`a"b\c` + "é", `a"b\cé`, "quotes and backslashes stay"},
		{strings.Repeat("x", 300), strings.Repeat("x", 240) + " ...", "long text is cut"},
	}
	for _, tt := range tests {
		if got := oneLine(tt.text); got != tt.want {
			t.Errorf("oneLine(%q) = %q, want %q: %s", tt.text, got, tt.want, tt.reason)
		}
	}
}
