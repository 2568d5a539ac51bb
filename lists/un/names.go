package un

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// printed is what one element says of names.
type printed struct {
	texts  []string
	former bool // the element says that the party was listed under the name before
}

// split divides a printed name into the names it holds. It divides
//
//   - at semicolons, and before marks like "b) ", where no bracket is open;
//   - the bracket at its end from what stands before it, where the bracket holds
//     another script, several names, or "original script:" and a name.
//
// A bracket that holds a note on the name is left out, and so is ", born 1 Jan.
// 1953 (...)". Every other bracket belongs to the name: "LORD'S RESISTANCE ARMY
// (LRA)".
func split(text string) printed {
	var out printed
	out.add(text, 0)
	return out
}

// maxNesting bounds the brackets within brackets that are read as names.
const maxNesting = 4

func (o *printed) add(text string, depth int) {
	if !strings.ContainsAny(text, ";()") && !strings.HasSuffix(text, ",") {
		o.name(text)
		return
	}
	for _, part := range pieces(text) {
		o.piece(part, depth)
	}
}

// piece takes one name with the bracket at its end.
func (o *printed) piece(text string, depth int) {
	if i := strings.Index(text, ", born "); i > 0 && i+7 < len(text) && text[i+7] >= '0' && text[i+7] <= '9' {
		text = text[:i]
	}
	head, inside, ok := lastBracket(text)
	if !ok || depth >= maxNesting {
		o.name(text)
		return
	}
	low := strings.ToLower(inside)
	switch {
	case strings.HasPrefix(low, "original script:"):
		o.piece(head, depth+1)
		o.add(strings.TrimSpace(inside[len("original script:"):]), depth+1)
	case note(low):
		o.former = o.former || formerNote(low)
		o.piece(head, depth+1)
	case strings.Contains(inside, ";"), differ(prose.Script(head), prose.Script(inside)):
		o.piece(head, depth+1)
		o.add(inside, depth+1)
	default:
		o.name(text)
	}
}

// name keeps one name, without a note that a hyphen joins to it.
func (o *printed) name(text string) {
	text = strings.TrimRight(strings.TrimSpace(text), " ,;")
	text = strings.TrimSuffix(text, " - sub-unit name")
	if text != "" {
		o.texts = append(o.texts, text)
	}
}

// pieces divides text at semicolons and before "a) ", "b) " where no bracket is
// open.
func pieces(text string) []string {
	var out []string
	depth, from := 0, 0
	cut := func(to, next int) {
		if s := strings.TrimSpace(text[from:to]); s != "" {
			out = append(out, s)
		}
		from = next
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == ')' && i > 0 && text[i-1] >= 'a' && text[i-1] <= 'z' && (i == 1 || text[i-2] == ' ') && strings.HasPrefix(text[i+1:], " "):
			cut(i-1, i+1)
		case c == ';' && depth == 0:
			cut(i, i+1)
		}
	}
	cut(len(text), len(text))
	return out
}

// lastBracket divides "A (B)" into A and B. The bracket may hold others.
func lastBracket(text string) (head, inside string, ok bool) {
	text = strings.TrimRight(text, " ,")
	if !strings.HasSuffix(text, ")") {
		return "", "", false
	}
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				head, inside = strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+1:len(text)-1])
				return head, inside, head != "" && inside != ""
			}
		}
	}
	return "", "", false
}

// note reports whether a bracket, in lower case, says something of the name and
// is no part of it.
func note(low string) bool {
	switch low {
	case "birth name", "combat name", "nom de guerre", "call sign", "initials", "original script":
		return true
	}
	return formerNote(low) || strings.HasPrefix(low, "false identity") || strings.Contains(low, "passport")
}

// formerNote reports whether a note says that the party was listed under the
// name before.
func formerNote(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "previously listed as") || strings.Contains(s, "formerly listed as")
}

// namesOfNote returns the names in the NOTE of an alias: after "original
// script:" or "in Arabic:", and where the note, or a bracket in it, is nothing
// but names with semicolons between them.
func namesOfNote(s string) []string {
	if s == "" {
		return nil
	}
	low := strings.ToLower(s)
	for _, mark := range [...]string{"original script:", "in arabic script:", "in arabic:"} {
		if i := strings.Index(low, mark); i >= 0 && len(low) == len(s) {
			return split(strings.TrimSpace(s[i+len(mark):])).texts
		}
	}
	if names := onlyNames(s); names != nil {
		return names
	}
	if i, j := strings.IndexByte(s, '('), strings.LastIndexByte(s, ')'); i >= 0 && j > i {
		return onlyNames(s[i+1 : j])
	}
	return nil
}

// onlyNames returns two names or more that are divided by semicolons, or nil
// where one of the parts cannot be a name.
func onlyNames(s string) []string {
	parts := strings.Split(s, ";")
	if len(parts) < 2 || strings.ContainsAny(s, "0123456789:()") {
		return nil
	}
	var out []string
	for _, n := range parts {
		n = strings.TrimSpace(n)
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(n, "‘’'"))
		if n == "" || strings.Count(n, " ") > 7 || unicode.IsLower(first) {
			return nil
		}
		out = append(out, n)
	}
	return out
}

func differ(a, b string) bool { return a != "" && b != "" && a != b }
