package prose

import "testing"

func TestScript(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Abu Ali", "Latn", "Latin"},
		{"Chérif Ould", "Latn", "Latin with marks"},
		{"محمد نعيم", "Arab", "Arabic"},
		{"Абу-Ясир", "Cyrl", "Cyrillic with a hyphen"},
		{"金铁三", "Hani", "Han"},
		{"리홍섭", "Hang", "Hangul"},
		{"Abu محمد", "", "two scripts"},
		{"В\u02bcячеслав", "Cyrl", "the apostrophe of Ukrainian is a letter of no script"},
		{"A\u16a0", "", "a letter of a script that names are not told apart by"},
		{"", "", "nothing"},
		{"123 - 4", "", "no letter"},
	}
	for _, tt := range tests {
		if got := Script(tt.text); got != tt.want {
			t.Errorf("Script(%q) = %q, want %q (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}

func TestJoin(t *testing.T) {
	tests := []struct {
		parts        []string
		want, reason string
	}{
		{nil, "", "no part"},
		{[]string{"", ""}, "", "empty parts"},
		{[]string{"", "a", "", "b", ""}, "a, b", "separators between what is there only"},
	}
	for _, tt := range tests {
		if got := Join(", ", tt.parts...); got != tt.want {
			t.Errorf("Join(%q) = %q, want %q (%s)", tt.parts, got, tt.want, tt.reason)
		}
	}
}

func TestClosing(t *testing.T) {
	tests := []struct {
		text   string
		want   int
		reason string
	}{
		{"a) b)", 1, "the first"},
		{"a (b) c) d", 7, "brackets within"},
		{"a (b) c", 7, "never closed"},
		{"", 0, "nothing"},
	}
	for _, tt := range tests {
		if got := Closing(tt.text); got != tt.want {
			t.Errorf("Closing(%q) = %d, want %d (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}

func TestIMOWords(t *testing.T) {
	w := IMOWords{Between: []string{"number", "no"}, Before: []string{"company ", "the "}, Gap: 12}
	tests := []struct{ text, want, reason string }{
		{"IMO 9187629", "IMO=9187629;", "the shortest"},
		{"x IMO number: 9187629, IMO no. 9074729.", "IMO number=9187629;IMO no=9074729;", "two, with words between"},
		{"The Company IMO 9187629", "Company IMO=9187629;", "a word before, in any case"},
		{"IMO 09187629", "IMO=09187629;", "eight digits with a zero"},
		{"IMO 19187629", "", "eight digits without"},
		{"IMO 918762", "", "six digits"},
		{"IMO 9187629A", "", "part of another number"},
		{"IMO of the ship 9187629", "", "other words between"},
		{"IMO number:::::: 9187629", "", "too far away"},
		{"LIMO 9187629", "", "part of a word"},
		{"IMOX 9187629", "", "the beginning of a word"},
		{"éIMO 9187629", "", "part of a word beyond ASCII"},
		{"IMO", "", "no number"},
	}
	for _, tt := range tests {
		got := ""
		w.Each(tt.text, func(begin, end int, words, digits string) {
			got += words + "=" + digits + ";"
			if all := tt.text[begin:end]; all[len(all)-len(digits):] != digits || all[:len(words)] != words {
				t.Errorf("Each(%q): %q and %q do not stand in %q", tt.text, words, digits, all)
			}
		})
		if got != tt.want {
			t.Errorf("Each(%q): %q, want %q (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}
