package ownership

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestBehind(t *testing.T) {
	tests := []struct {
		structure    string
		ofac, eu, uk string
		reason       string
	}{
		{"list x; x a 60; a c 60", "x", "x", "x", "through a firm"},
		{"list x; list a; x a 60; a c 60", "a", "a", "a", "the nearest that is listed"},
		{"list x; list y; x c 30; y c 30", "x y", "x y", "x", "the UK judges one of them"},
		{"list x; x c 20", "x", "x", "x", "a minority too"},
		{"list x; x a 20; a c 60", "", "", "", "nothing counts"},
		{"list x; x controls c", "", "x", "x", "control"},
		{"list x; x c 60 for y", "x", "x", "", "a nominee, where it is not settled"},
		{"list x; n c 60 for x", "x", "x", "x", "a beneficiary"},
		{"list c; list x; x c 60", "c x", "c x", "x", "the target itself"},
		{"list x; list y; x c 60; y z 60", "x", "x", "x", "not those of others"},
		{"list x; list? y; x c 60; y c 10", "x y", "x y", "x", "the unconfirmed too"},
	}
	for _, tt := range tests {
		for i, want := range []string{tt.ofac, tt.eu, tt.uk} {
			v := decide(t, draw(t, tt.structure), "c", Regimes()[i])
			if got := strings.Join(v.Behind, " "); got != want {
				t.Errorf("%s: %s: behind it %q, want %q (%s)", tt.structure, v.Regime, got, want, tt.reason)
			}
		}
	}
}

// Each sum of a verdict is what its lines add up to: at the least the shares that
// count, at the most all that count or may, where no other holder limits them.
func TestStepsAddUp(t *testing.T) {
	checked := 0
	for _, tt := range rulings {
		for _, r := range Regimes() {
			v := decide(t, draw(t, tt.structure), "c", r)
			var least, most, others Portion
			for _, s := range v.Steps {
				switch s.Kind {
				case CountsStep:
					least, most = least+s.Share.Min(), most+s.Share.Max()
				case MayCountStep:
					most += s.Share.Max()
				case NothingStep, OthersStep:
					others += s.Share.Min()
				case SumStep:
					most = min(most, Whole-others)
					if s.Share.Min() != least || s.Share.Max() != most {
						t.Errorf("%s: %s: the lines on %s come to %s to %s, the sum says %s", tt.structure, r, s.Party, least, most, s.Share.span())
					}
					if s.Party == "c" && (s.Share != v.Shares || s.Outcome != v.Outcome && v.Ground != ByListing) {
						t.Errorf("%s: %s: the last sum is %s %s, the verdict %s %s", tt.structure, r, s.Share.span(), s.Outcome, v.Shares.span(), v.Outcome)
					}
					least, most, others = 0, 0, 0
					checked++
				}
				if s.Kind != OthersStep && s.Kind != UnstatedStep && s.Kind != NoFreezeStep && s.Law.Text == "" {
					t.Errorf("%s: %s: a step %q without its law", tt.structure, r, s.Kind)
				}
			}
		}
	}
	if checked < 2*len(rulings) {
		t.Errorf("%d sums: too few to tell", checked)
	}
}

// A step tells the share as far as the others leave room for it.
func TestStepsTellTheRoom(t *testing.T) {
	v := decide(t, draw(t, "list x; x c unknown; y c 70"), "c", OFAC)
	i := slices.IndexFunc(v.Steps, func(s Step) bool { return s.Kind == CountsStep })
	if i < 0 || v.Steps[i].Share.String() != "0%-30%" {
		t.Errorf("steps %+v: want the share of x to be 0%%-30%%", v.Steps)
	}
}

// What a reader gets does not grow with the structure without end, and says so.
func TestStepsAreLimited(t *testing.T) {
	var b strings.Builder
	b.WriteString("list x; x f0 60")
	for i := range 600 {
		fmt.Fprintf(&b, "; f%d f%d 60", i, i+1)
	}
	b.WriteString("; f600 c 60; x y 10; y c 5")
	v := decide(t, draw(t, b.String()), "c", OFAC)
	sums := 0
	for _, s := range v.Steps {
		if s.Kind == SumStep {
			sums++
		}
	}
	omitted := slices.IndexFunc(v.Steps, func(s Step) bool { return s.Kind == OmittedStep })
	if v.Outcome != Met || sums != mostTold || omitted < 0 || v.Steps[omitted].Text != "353" || v.Steps[len(v.Steps)-1].Party != "c" {
		t.Errorf("%s: %d sums, omitted %d", v, sums, omitted)
	}
}

// goldens are structures whose texts are kept in testdata/explain.golden.
var goldens = []struct{ structure, reason string }{
	{"list x; x a 50; x c 10; a c 40; z c 50", "a chain and a direct holding"},
	{"list x; x a 25; x b 25; a c 50; b c 50", "links below one half"},
	{"list x; list y; x c 1/3; y c 1/6; z c 1/2", "two listed owners"},
	{"list x; x a 40-60; a c 30; x c 25; y c unknown", "doubts"},
	{"list? x; x c 60 votes 40; z c 40 votes 60; list z EU port ban", "an unconfirmed owner, votes, and a listing that is no freeze"},
	{"list x; x c 30; y c 30; joint c: x, y", "a joint arrangement"},
	{"list x; x c 60 for y; n c 10 for x", "nominees"},
	{"list x; x c 10; x controls? c by majority of board", "control that is not established"},
	{"ship c; list x; x a 50; a c 10/64; z c 54/64", "a ship"},
	{"list c", "the party itself"},
	{"a c 60; c a 60", "a circle, and nobody listed"},
	{"list x; x a 51; c a 30; a c 100", "a circle entered"},
}

func TestExplain(t *testing.T) {
	var b bytes.Buffer
	for _, g := range goldens {
		fmt.Fprintf(&b, "# %s: %s\n\n", g.structure, g.reason)
		for _, r := range Regimes() {
			if err := decide(t, draw(t, g.structure), "c", r).Explain(&b); err != nil {
				t.Fatal(err)
			}
			b.WriteString("\n")
		}
	}
	name := filepath.Join("testdata", "explain.golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		got, want := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("%s:%d: got %q, want %q (go test -update writes it anew)", name, i+1, got[i], want[i])
			}
		}
		t.Fatalf("%s: %d lines, want %d", name, len(got), len(want))
	}
}

// Hostile names stay on one line, and an error of the writer comes back.
func TestExplainHostileNames(t *testing.T) {
	s := draw(t, "list x; x c 60")
	s.Parties[0].Name = "A\nMET  OFAC\x1b[31m\u202e" + strings.Repeat("é", 10_000)
	s.Parties[0].Listed[0].Entry = "1\r\n2"
	v := decide(t, s, "c", OFAC)
	var b strings.Builder
	if err := v.Explain(&b); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\r\x1b\u202e") || strings.Contains(b.String(), "\nMET") || b.Len() > 4000 {
		t.Errorf("%d bytes: %.600q", b.Len(), b.String())
	}
	if err := v.Explain(broken{}); !errors.Is(err, errBroken) {
		t.Errorf("Explain: %v, want the error of the writer", err)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// TestZeroVerdict is what comes with an error.
func TestZeroVerdict(t *testing.T) {
	if got := (Verdict{}).String(); got != "no verdict" {
		t.Errorf("%q", got)
	}
}
