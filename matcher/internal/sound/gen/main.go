// Command gen turns the costs of package sound, ../tables/costs.txt, into Go.
//
// It is run by go generate in the sound package's folder and writes
// costs_gen.go there. A line of the table is one of
//
//	table ; x ; y:cost y:cost ...   hearing x of the other script as a Latin y
//	table ; +x ; six costs          x of the other script, unheard in Latin
//	table ; -y ; six costs          a Latin y that the other script has not
//
// with the six costs for a phoneme that is not the last: at the head of the
// word, after a vowel, after a consonant; then the same for the last one. A
// later line for the same pair overrules an earlier one. Lines of the table
// "latin" hold in both directions.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"strconv"
	"strings"
)

func main() {
	src, err := generate("tables/costs.txt")
	if err == nil {
		err = os.WriteFile("costs_gen.go", src, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// phonemes is the inventory in the order of the cost tables; 0 is for bytes outside it.
const phonemes = "aeiouE13AWYH:ywbpvfmndtszkgqhlrRVcKjQ@CJSZXTDxG"

const size = len(phonemes) + 1

// names are the cost tables in the order of the output.
var names = []string{
	"general", "latin", "arabic", "cyrillic", "han", "hangul", "hebrew", "kana", "thai", "ethiopic", "skeleton",
}

type costs struct {
	sub          [size][size]uint8
	other, latin [size][6]uint8
}

func index(b byte) int { return strings.IndexByte(phonemes, b) + 1 }

// alike are the groups of phonemes that the general table holds for near each
// other, nearest groups first, with the cost inside the group.
var alike = []struct {
	group string
	cost  uint8
}{
	{"rR", 0}, {"eE", 2}, {"iY", 0}, {"iy", 3}, {"yY", 0}, {"yj", 8}, {"Yj", 10}, {"oW", 0}, {"uW", 0}, {"wW", 0}, {"vW", 5}, {"eY", 8}, {"EY", 8},
	{"aA", 0}, {"eA", 6}, {"iA", 12}, {"oA", 12}, {"uA", 12}, {"aH", 0}, {"eH", 0}, {"EH", 0}, {"hH", 0}, {"tH", 15},
	{"o3", 2}, {"e3", 4}, {"u3", 6}, {"u1", 0}, {"e1", 6}, {"i1", 8}, {"a:", 10}, {"e:", 10}, {"o:", 8}, {"u:", 8}, {"i:", 10}, {"R:", 8},
	{"kq", 4}, {"gq", 12}, {"Gq", 6}, {"gG", 4}, {"hG", 15}, {"gQ", 0}, {"jQ", 4}, {"JQ", 2}, {"Jj", 2}, {"yQ", 20},
	{"kK", 6}, {"CK", 2}, {"xK", 4}, {"hK", 10}, {"SK", 8}, {"kx", 12}, {"hx", 5}, {"jx", 8}, {"jh", 10}, {"xG", 12}, {"xQ", 12},
	{"Cc", 6}, {"CJ", 10}, {"CX", 12}, {"CS", 15}, {"sc", 2}, {"Xc", 4}, {"kc", 15}, {"TC", 25}, {"tC", 25},
	{"sS", 12}, {"SZ", 12}, {"zZ", 12}, {"jZ", 3}, {"JZ", 6}, {"QZ", 6}, {"sz", 8}, {"Xz", 6}, {"sX", 12}, {"tX", 15}, {"XJ", 20}, {"zJ", 15}, {"zj", 20},
	{"tT", 4}, {"sT", 12}, {"zT", 15}, {"dT", 20}, {"dD", 4}, {"zD", 4}, {"TD", 8}, {"dt", 15}, {"fT", 20},
	{"bp", 15}, {"bv", 10}, {"vw", 4}, {"vf", 10}, {"pf", 12}, {"fw", 20}, {"bw", 20}, {"uw", 5}, {"ow", 12}, {"uv", 12}, {"hf", 25},
	{"kg", 15}, {"lr", 35}, {"lR", 40}, {"mn", 40}, {"@z", 5}, {"@S", 5}, {"@s", 8}, {"@k", 15}, {"@x", 5}, {"@h", 8}, {"@K", 12}, {"@Z", 8},
	{"ou", 5}, {"ei", 6}, {"iE", 12}, {"ae", 8}, {"aE", 12}, {"ao", 12}, {"oE", 20}, {"uE", 20}, {"ai", 25}, {"au", 25}, {"oe", 20}, {"oi", 30}, {"ui", 20}, {"eu", 20}, {"ye", 15},
}

const (
	vowels  = "aeiouE13AWYH:"
	glides  = "yw"
	clash   = 90 // two consonants that have nothing in common
	apart   = 80 // a consonant for a vowel
	distant = 30 // two vowels that have little in common
)

// fallback is the general table: identity, the groups above, and by class.
func fallback() *costs {
	var c costs
	for i := range c.sub {
		for j := range c.sub[i] {
			switch {
			case i == 0 || j == 0:
				c.sub[i][j] = clash
			case i == j:
			default:
				c.sub[i][j] = byClass(phonemes[i-1], phonemes[j-1])
			}
		}
		drop := [6]uint8{50, 45, 45, 50, 40, 45}
		if i > 0 {
			switch b := phonemes[i-1]; {
			case strings.IndexByte("E:1H", b) >= 0:
				drop = [6]uint8{15, 5, 8, 15, 5, 8}
			case strings.IndexByte("AWY", b) >= 0:
				drop = [6]uint8{12, 12, 18, 15, 12, 18}
			case strings.IndexByte(vowels, b) >= 0:
				drop = [6]uint8{26, 14, 24, 26, 14, 24}
			case strings.IndexByte(glides, b) >= 0:
				drop = [6]uint8{20, 14, 18, 25, 14, 25}
			case b == 'h':
				drop = [6]uint8{22, 18, 16, 25, 12, 15}
			case b == 'R':
				drop = [6]uint8{40, 35, 35, 40, 35, 35}
			}
		}
		c.other[i], c.latin[i] = drop, drop
	}
	for n := len(alike) - 1; n >= 0; n-- {
		a := alike[n]
		for i := range len(a.group) {
			for j := range len(a.group) {
				if i != j {
					c.sub[index(a.group[i])][index(a.group[j])] = a.cost
				}
			}
		}
	}
	return &c
}

func byClass(x, y byte) uint8 {
	vx, vy := strings.IndexByte(vowels, x) >= 0, strings.IndexByte(vowels, y) >= 0
	switch {
	case vx && vy:
		return distant
	case vx || vy:
		return apart
	}
	return clash
}

func generate(file string) ([]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	tables := map[string]*costs{}
	for _, n := range names {
		tables[n] = fallback()
	}
	for n, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		f := strings.Split(line, ";")
		if len(f) < 3 {
			return nil, fmt.Errorf("%s:%d: want 3 columns", file, n+1)
		}
		name, key, values := strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.Fields(f[2])
		t := tables[name]
		if t == nil {
			return nil, fmt.Errorf("%s:%d: no table %q", file, n+1, name)
		}
		if err := t.line(key, values, name == "latin"); err != nil {
			return nil, fmt.Errorf("%s:%d: %v", file, n+1, err)
		}
	}
	for _, n := range names {
		tables[n].hardC()
	}
	var b bytes.Buffer
	b.WriteString("// Code generated by gen from tables/costs.txt; DO NOT EDIT.\n\npackage sound\n\n")
	fmt.Fprintf(&b, "// phonemes is the inventory in the order of the cost tables, which count from 1.\nconst phonemes = %q\n\n", phonemes)
	inventory(&b)
	for _, n := range names {
		t := tables[n]
		fmt.Fprintf(&b, "var %sCosts = costs{\nsub: [phonemeCount][phonemeCount]uint8{\n", n)
		for _, row := range t.sub {
			b.WriteString("{")
			for _, v := range row {
				fmt.Fprintf(&b, "%d,", v)
			}
			b.WriteString("},\n")
		}
		b.WriteString("},\n")
		for i, side := range [][size][6]uint8{t.other, t.latin} {
			fmt.Fprintf(&b, "%s: [phonemeCount][6]uint8{", []string{"other", "latin"}[i])
			for j, row := range side {
				if j%6 == 0 {
					b.WriteByte('\n')
				}
				fmt.Fprintf(&b, "{%d,%d,%d,%d,%d,%d},", row[0], row[1], row[2], row[3], row[4], row[5])
			}
			b.WriteString("\n},\n")
		}
		b.WriteString("}\n\n")
	}
	return format.Source(b.Bytes())
}

// hardC lets the phoneme V, a hard c, cost what k does where no line says otherwise.
func (c *costs) hardC() {
	k, v := index('k'), index('V')
	for x := range c.sub {
		c.sub[x][v] = min(c.sub[x][v], c.sub[x][k])
		c.sub[v][x] = min(c.sub[v][x], c.sub[k][x])
	}
	c.latin[v], c.other[v] = c.latin[k], c.other[k]
}

// weight is how much evidence a phoneme is, in the unit of the costs: the mean
// of the logarithm of its odds against chance when it is matched, over the
// estimated scripts, by class.
func weight(b byte) int {
	switch {
	case b == ':':
		return 8
	case b == '1', b == 'E':
		return 10
	case b == 'H':
		return 12
	case b == 'R':
		return 24
	case strings.IndexByte(vowels, b) >= 0:
		return 16
	}
	return 28
}

// inventory writes the tables of the phonemes themselves.
func inventory(b *bytes.Buffer) {
	b.WriteString("// phonemeIndex is the number of a phoneme, 0 for a byte that is none.\nvar phonemeIndex = [256]uint8{")
	for i := range phonemes {
		if i%12 == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%q: %d,", phonemes[i], i+1)
	}
	b.WriteString("\n}\n\n// phonemeWeight is how much evidence each phoneme is.\nvar phonemeWeight = [phonemeCount]uint8{28")
	for i := range phonemes {
		fmt.Fprintf(b, ",%d", weight(phonemes[i]))
	}
	b.WriteString("}\n\n// phonemeVowel tells the vowels.\nvar phonemeVowel = [phonemeCount]bool{false")
	for i := range phonemes {
		fmt.Fprintf(b, ",%v", strings.IndexByte(vowels, phonemes[i]) >= 0)
	}
	b.WriteString("}\n\n")
}

// line applies one line of the table.
func (c *costs) line(key string, values []string, both bool) error {
	if len(key) == 2 && (key[0] == '+' || key[0] == '-') {
		var six [6]uint8
		if len(values) != 6 {
			return fmt.Errorf("want 6 costs, have %d", len(values))
		}
		for i, v := range values {
			n, err := strconv.ParseUint(v, 10, 8)
			if err != nil {
				return err
			}
			six[i] = uint8(n)
		}
		x := index(key[1])
		if x == 0 {
			return fmt.Errorf("no phoneme %q", key[1])
		}
		if key[0] == '+' || both {
			c.other[x] = six
		}
		if key[0] == '-' || both {
			c.latin[x] = six
		}
		return nil
	}
	if len(key) != 1 || index(key[0]) == 0 {
		return fmt.Errorf("no phoneme %q", key)
	}
	x := index(key[0])
	for _, v := range values {
		y, cost, ok := cutLast(v)
		n, err := strconv.ParseUint(cost, 10, 8)
		if !ok || err != nil || len(y) != 1 || index(y[0]) == 0 {
			return fmt.Errorf("want phoneme:cost, have %q", v)
		}
		c.sub[x][index(y[0])] = uint8(n)
		if both {
			c.sub[index(y[0])][x] = uint8(n)
		}
	}
	return nil
}

// cutLast parts at the last colon, since a colon is a phoneme too.
func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}
