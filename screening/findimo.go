package screening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
)

// Found is an IMO number in a text.
type Found struct {
	Type     lists.IDType // lists.IMOShip, or lists.IMOCompany where the text says "IMO company"
	Number   string       // seven ASCII digits
	Start    int          // text[Start:End] is the number as written
	End      int
	Labelled bool // the letters IMO stand by it
	Valid    bool // its check digit is right
}

// Identifier returns f for a Query.
func (f Found) Identifier() lists.Identifier {
	return lists.Identifier{Type: f.Type, Value: f.Number}
}

// FindIMO finds the IMO numbers in free text (a payment message, a bill of
// lading, an e-mail) that the letters IMO stand by: before them ("IMO9283746",
// "I.M.O. No. 9283746", "OMI", "ИМО"; one label serves "IMO 9283746 / 9283760"
// too) or directly after them ("9283746 IMO"). Digits of any script, full-width
// ones and zeros before the number are read, and groups ("IMO 928 3746") where
// their check digit is right. A labelled number whose check digit is wrong is
// returned, not Valid: a Query with it tells of its listed neighbours.
//
// Numbers without the letters are no IMO numbers here, because one number of
// seven digits in ten has the check digit by chance: Screener.FindIMO finds those
// that the lists bear. The results are in the order of the text and do not
// overlap. FindIMO reads text of any length and content in one pass.
func FindIMO(text string) []Found {
	var out []Found
	for _, f := range findIMO(text) {
		if f.Labelled {
			out = append(out, f.Found)
		}
	}
	return out
}

// FindIMO finds what the function FindIMO finds, and numbers of seven digits
// that stand alone, have a ship's check digit and are a listed ship's IMO number.
// Amounts, parts of longer numbers, telephone and account numbers do not stand
// alone: "9,283,746", "USD 9283746", "TEL 9283746", "9283746.00".
func (s *Screener) FindIMO(text string) []Found {
	var out []Found
	for _, f := range findIMO(text) {
		if f.Labelled || f.alone && f.Valid && len(s.holders(idKey{shipClass, f.Number})) > 0 {
			out = append(out, f.Found)
		}
	}
	return out
}

// seven is a number of seven digits in a text.
type seven struct {
	Found
	alone bool // nothing around it says that it is another number
}

// imoLetters are the abbreviations, as foldLetter writes them: International
// Maritime Organization, Organisation maritime internationale, and the Russian.
func imoLetters(word string) bool {
	switch word {
	case "IMO", "OMI", "ИMO", "IMONO", "IMONR", "IMONUMBER":
		return true
	}
	return false
}

// A label serves a number when only these words stand between.
var (
	linkWords    = wordSet("NO NOS NR NUM NUMBER NUMBERS NUMERO NÚMERO N Nº NUMMER SHIP SHIPS VESSEL VESSELS ID CODE IS AND OR UND ET Y OF THE HOMEP")
	companyWords = wordSet("COMPANY CO OWNER REGISTERED")
	// Words before or after a number that is another one.
	otherBefore = wordSet("TEL FAX PHONE MOB MOBILE TELEX CALL USD EUR GBP CHF JPY AED RUB RUR CNY INR IRR VES AMOUNT AMT SUM ACCOUNT ACCT ACC AC INVOICE INV REF REFERENCE BOX ZIP LC CONTRACT ORDER PASSPORT")
	otherAfter  = wordSet("PCS USD EUR GBP CHF JPY AED RUB RUR CNY INR MT MTS KG KGS TON TONS TONNES BBL BBLS BARRELS LTR LTRS LITRES CBM DOLLARS EUROS")
)

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// findIMO finds every number of seven digits, in one pass with a fixed state.
func findIMO(text string) (out []seven) {
	label := false   // a label is open: the next number is its
	served := false  // it has had one
	company := false // it says company
	before := -1     // the number directly before the label, in out
	last := -1       // in out: the number that only blanks and brackets follow so far
	word := ""       // the last word, where only blanks and a few signs follow
	phone := false   // within "+98 21 ..."
	shut := func() {
		if label && !served && before >= 0 {
			out[before].Labelled = true
		}
		label, served, company, before = false, false, false, -1
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r):
			run := readDigits(text, i, label)
			if run.number == "" {
				shut()
				last = -1
			} else {
				f := seven{Found: Found{Type: lists.IMOShip, Number: run.number, Start: i, End: run.end, Labelled: label}}
				if company {
					f.Type = lists.IMOCompany
					f.Valid = lists.ValidIMOCompany(f.Number)
				} else {
					f.Valid = lists.ValidIMOShip(f.Number)
				}
				f.alone = !phone && run.plain && !otherBefore[word] && standsAlone(text, i, run.end)
				served = label
				out = append(out, f)
				last = len(out) - 1
			}
			word = ""
			i = run.end
		case unicode.IsLetter(r):
			var w string
			w, n = readWord(text[i:])
			phone = false
			switch {
			case imoLetters(w):
				shut()
				label, before = true, last
			case label && companyWords[w]:
				company = true
			case label && linkWords[w]:
			default:
				shut()
			}
			last, word = -1, w
			i += n
		default:
			if r == '+' {
				phone = true
			} else if phone && !strings.ContainsRune(" -.()/", r) {
				phone = false
			}
			switch {
			case unicode.IsSpace(r), strings.ContainsRune("()[]", r):
			case strings.ContainsRune(".:#-/=,;&№°'\"", r):
				last = -1
			default:
				shut()
				last = -1
			}
			if strings.ContainsRune("$€£¥", r) {
				word = "USD" // an amount, in whatever currency
			}
			i += n
		}
	}
	shut()
	return out
}

// digitRun is a number in a text.
type digitRun struct {
	number string // seven digits; empty where it has another length
	end    int
	plain  bool // exactly seven digits were written in one run
}

// readDigits reads the number that begins at text[i]. After a label zeros may
// stand before it, and single blanks, hyphens and dots within it where its check
// digit is right.
func readDigits(text string, i int, label bool) digitRun {
	var buf [9]byte
	n, end := 0, i // n digits, of which the first nine are kept
	read := func(at int) (digits, stop int) {
		for stop = at; stop < len(text); {
			r, size := utf8.DecodeRuneInString(text[stop:])
			if !unicode.IsDigit(r) {
				break
			}
			if n+digits < len(buf) {
				buf[n+digits] = digitOf(r)
			}
			digits++
			stop += size
		}
		return digits, stop
	}
	d, stop := read(i)
	n, end = d, stop
	switch {
	case n == 7:
		return digitRun{string(buf[:7]), end, true}
	case !label || n > len(buf):
		return digitRun{end: end}
	case n > 7:
		if strings.Trim(string(buf[:n-7]), "0") == "" {
			return digitRun{string(buf[n-7 : n]), end, false}
		}
		return digitRun{end: end}
	}
	for at := end; n < 7 && at+1 < len(text) && strings.IndexByte(" -.", text[at]) >= 0; {
		d, stop := read(at + 1)
		if d == 0 {
			break
		}
		n, at = n+d, stop
		if n == 7 && lists.ValidIMOShip(string(buf[:7])) {
			return digitRun{string(buf[:7]), stop, false}
		}
	}
	return digitRun{end: end}
}

// digitOf returns a decimal digit of any script as ASCII: Unicode keeps the ten
// digits of a script in one run.
func digitOf(r rune) byte {
	if r >= '0' && r <= '9' {
		return byte(r)
	}
	zero := r
	for unicode.IsDigit(zero - 1) {
		zero--
	}
	return '0' + byte((r-zero)%10)
}

// standsAlone reports whether nothing next to text[start:end] makes it a part of
// a longer number or word, or a quantity.
func standsAlone(text string, start, end int) bool {
	prev, n := utf8.DecodeLastRuneInString(text[:start])
	if n > 0 && (unicode.IsLetter(prev) || strings.ContainsRune("+$€£¥#_", prev)) {
		return false
	}
	if n > 0 && strings.ContainsRune(".,'-", prev) {
		if p, _ := utf8.DecodeLastRuneInString(text[:start-n]); unicode.IsDigit(p) {
			return false
		}
	}
	next, n := utf8.DecodeRuneInString(text[end:])
	if n > 0 && (unicode.IsLetter(next) || strings.ContainsRune("$€£¥%_", next)) {
		return false
	}
	if n > 0 && strings.ContainsRune(".,'-", next) {
		if r, _ := utf8.DecodeRuneInString(text[end+n:]); unicode.IsDigit(r) {
			return false
		}
	}
	if next == ' ' {
		if w, _ := readWord(text[end+1:]); otherAfter[w] {
			return false
		}
	}
	return true
}

// readWord reads the letters at the beginning of s, folded, and returns how many
// bytes they took. Single letters with dots between them are one word: "I.M.O.".
// Of a long word it returns the beginning.
func readWord(s string) (word string, n int) {
	const most = 24
	var b strings.Builder
	group := 0 // letters since the last dot
	dotted := true
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if unicode.IsLetter(r) || unicode.Is(unicode.M, r) {
			if b.Len() < most {
				b.WriteRune(foldLetter(r))
			}
			n += size
			if group++; group > 1 {
				dotted = false
			}
			continue
		}
		if r != '.' || !dotted || group != 1 || !singleLetter(s[n+1:]) {
			break
		}
		n++
		group = 0
	}
	return b.String(), n
}

// singleLetter reports whether s begins with a letter that no other follows.
func singleLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsLetter(r) && !unicode.IsLetter(next)
}

// foldLetter returns the upper case of a letter; full-width letters, and those
// Cyrillic and Greek ones that look like I, M and O, as Latin.
func foldLetter(r rune) rune {
	r = unicode.ToUpper(r)
	switch {
	case r >= 'Ａ' && r <= 'Ｚ':
		return r - 'Ａ' + 'A'
	case r == 'М' || r == 'Μ':
		return 'M'
	case r == 'О' || r == 'Ο':
		return 'O'
	case r == 'І' || r == 'Ι':
		return 'I'
	case r == 'Р':
		return 'P'
	case r == 'Н':
		return 'H'
	case r == 'Е':
		return 'E'
	}
	return r
}
