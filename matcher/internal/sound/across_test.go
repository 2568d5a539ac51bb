package sound

import (
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/internal/script"
)

// Two scripts that are not Latin meet each other too.
func TestAcrossScripts(t *testing.T) {
	tests := []struct {
		a      string
		sa     script.Script
		b      string
		sb     script.Script
		same   bool
		reason string
	}{
		{"путин", script.Cyrillic, "بوتين", script.Arabic, true, "p is written b"},
		{"мохаммад", script.Cyrillic, "محمد", script.Arabic, true, "a skeleton"},
		{"иванов", script.Cyrillic, "איבנוב", script.Hebrew, true, "v is written b"},
		{"сулеймани", script.Cyrillic, "سلیمانی", script.Arabic, true, "Persian"},
		{"סולימאני", script.Hebrew, "سلیمانی", script.Arabic, true, "two skeletons"},
		{"γιώργος", script.Greek, "гиоргос", script.Cyrillic, true, "letter for letter"},
		{"саакашвили", script.Cyrillic, "სააკაშვილი", script.Georgian, true, "letter for letter"},
		{"саргсян", script.Cyrillic, "սարգսյան", script.Armenian, true, "letter for letter"},
		{"путин", script.Cyrillic, "푸틴", script.Hangul, true, "letter for letter"},
		{"путин", script.Cyrillic, "محمد", script.Arabic, false, "another name"},
		{"иванов", script.Cyrillic, "სააკაშვილი", script.Georgian, false, "another name"},
		{"саргсян", script.Cyrillic, "הרצוג", script.Hebrew, false, "another name"},
	}
	for _, tt := range tests {
		x := best(tt.a, tt.b, tt.sa, tt.sb)
		if (x >= Same) != tt.same {
			t.Errorf("%s %v, %s %v: %d, want same %v: %s", tt.a, hear(tt.a, tt.sa), tt.b, hear(tt.b, tt.sb), x, tt.same, tt.reason)
		}
	}
}
