package screening

import (
	"io"
	"strings"
	"unicode"
)

// This file sets text in columns for Explain. A column is as wide as its widest
// cell up to a limit; what is wider goes on in the next line of its column.

// column is a column of a grid.
type column struct {
	most  int  // widest it may become, in terminal cells
	right bool // flush right
}

// grid is rows of cells under columns.
type grid struct {
	indent  int
	columns []column
	rows    [][]string
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// write sets the grid. The last column is not padded, and no line ends in a
// blank.
func (g *grid) write(w io.Writer) {
	wide := make([]int, len(g.columns))
	lines := make([][][]string, len(g.rows)) // of every cell of every row
	for i, r := range g.rows {
		lines[i] = make([][]string, len(r))
		for j, c := range r {
			lines[i][j] = wrap(c, g.columns[j].most)
			for _, l := range lines[i][j] {
				wide[j] = max(wide[j], width(l))
			}
		}
	}
	var b strings.Builder
	for _, r := range lines {
		high := 1
		for _, c := range r {
			high = max(high, len(c))
		}
		for k := range high {
			b.Reset()
			b.WriteString(strings.Repeat(" ", g.indent))
			for j, c := range r {
				text := ""
				if k < len(c) {
					text = c[k]
				}
				pad := strings.Repeat(" ", wide[j]-width(text))
				if j > 0 {
					b.WriteString("  ")
				}
				if g.columns[j].right {
					b.WriteString(pad + text)
				} else {
					b.WriteString(text + pad)
				}
			}
			io.WriteString(w, strings.TrimRight(b.String(), " ")+"\n")
		}
	}
}

// wrap divides s into lines of at most most cells: at blanks, and inside a word
// only where the word alone is wider. Blanks before s stay, before every line.
func wrap(s string, most int) []string {
	if width(s) <= most {
		return []string{s}
	}
	text := strings.TrimLeft(s, " ")
	lead := s[:len(s)-len(text)]
	if width(lead) >= most {
		lead = ""
	}
	var out []string
	line, n := lead, width(lead)
	for _, word := range strings.Fields(text) {
		switch k := width(word); {
		case line == lead:
		case n+1+k <= most:
			line, n = line+" ", n+1
		default:
			out = append(out, line)
			line, n = lead, width(lead)
		}
		for _, r := range word {
			k := runeWidth(r)
			if n+k > most && line != lead {
				out = append(out, line)
				line, n = lead, width(lead)
			}
			line, n = line+string(r), n+k
		}
	}
	return append(out, line)
}

// width returns the cells that a terminal gives to s.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// wideRunes are the characters of two cells: those that the Unicode Standard
// Annex #11 calls Wide or Fullwidth, by block.
var wideRunes = [...][2]rune{
	{0x1100, 0x115f},   // Hangul Jamo, initial consonants
	{0x2e80, 0x303e},   // CJK radicals and punctuation
	{0x3041, 0x33ff},   // kana, Bopomofo, Hangul compatibility Jamo, CJK symbols
	{0x3400, 0x4dbf},   // CJK ideographs, extension A
	{0x4e00, 0xa4cf},   // CJK ideographs, Yi
	{0xa960, 0xa97f},   // Hangul Jamo, extended A
	{0xac00, 0xd7a3},   // Hangul syllables
	{0xf900, 0xfaff},   // CJK compatibility ideographs
	{0xfe30, 0xfe6f},   // CJK compatibility forms
	{0xff00, 0xff60},   // fullwidth forms
	{0xffe0, 0xffe6},   // fullwidth signs
	{0x1f300, 0x1f64f}, // pictographs
	{0x1f900, 0x1f9ff}, // more pictographs
	{0x20000, 0x3fffd}, // CJK ideographs, extensions B and up
}

// runeWidth returns the cells of one character: none for marks that stand on
// the one before.
func runeWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	for _, w := range wideRunes {
		if r >= w[0] && r <= w[1] {
			return 2
		}
	}
	return 1
}
