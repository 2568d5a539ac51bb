package tablegen

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestExpand(t *testing.T) {
	for _, c := range []struct {
		form   string
		want   string // joined with |
		reason string
	}{
		{"S.A.", "s a|sa", "dots split and join"},
		{"Co Ltd", "co ltd", "plain words"},
		{"S. de R.L.", "s de r l|s de rl", "a lone dotted letter is one token"},
		{"GmbH & Co", "gmbh and co|gmbh & co|gmbh co", "three ways to fold &"},
		{"FZ-LLC", "fz llc|fzllc", "hyphen"},
		{"şirketi", "sirketi", "Latin accents go"},
		{"Aktieselskabet Ø", "aktieselskabet o", "letters without a separable mark"},
		{"İŞ", "is", "Turkish capital dotted I"},
		{"й", "й|и", "other scripts: with and without marks"},
		{"کشتی", "کشتی|كشتي", "both kaf and yeh"},
		{"λόγος", "λόγος|λόγοσ|λογος|λογοσ", "both sigmas"},
		{"...", "", "nothing left"},
	} {
		want := strings.Split(c.want, "|")
		if c.want == "" {
			want = nil
		}
		if got := Expand(c.form); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q; %s", c.form, got, want, c.reason)
		}
	}
}

func TestParseNames(t *testing.T) {
	g, err := ParseNames("robert ~bob | roberto")
	if err != nil || len(g.Spelling) != 0 || !slices.Equal(g.Translation, []string{"robert", "roberto"}) || !slices.Equal(g.Nickname[0], []string{"bob", "robert"}) {
		t.Errorf("%+v %v", g, err)
	}
	for _, bad := range []string{"robert", "~bob", "robert | ~bob", "a-b c", ""} {
		if _, err := ParseNames(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

func TestReadRejects(t *testing.T) {
	for _, c := range []struct{ text, reason string }{
		{"a ; b", "a field is missing"}, {"a ; b ; c ; d", "a field too many"}, {" ; b ; c", "empty form"},
	} {
		if _, err := Read(fstest.MapFS{"x.txt": {Data: []byte(c.text)}}, "x.txt", 3); err == nil || !strings.Contains(err.Error(), "x.txt:1") {
			t.Errorf("%q: %v; %s", c.text, err, c.reason)
		}
	}
	if _, err := fill(fstest.MapFS{"x.txt": {Data: []byte("S.A. ; 1\nsa ; 2\n")}}, "x.txt", 2, func(r Row) (string, error) { return r.Fields[1], nil }); err == nil {
		t.Error("two values for one form are accepted")
	}
}
