package names

import "strings"

// show writes a name on one line: for every token its Text, in angle brackets
// what is printed at its span where that is not the Text in another case, the
// class unless it is a word of the name proper, and the part of a person's
// name; behind " || " the keys of the other names in the text, and behind " !"
// the flags of the name.
func show(n Name) string {
	var b strings.Builder
	for i := range n.Tokens {
		t := &n.Tokens[i]
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		if s := n.Original[t.Start:t.End]; strings.ToLower(s) != t.Text {
			b.WriteString("<" + s + ">")
		}
		if t.Class != Plain {
			b.WriteString("/" + strings.ReplaceAll(t.Class.String(), " ", "-"))
		}
		switch t.Part {
		case GivenPart:
			b.WriteString("^given")
		case FamilyPart:
			b.WriteString("^family")
		}
	}
	for i := range n.Also {
		b.WriteString(" || " + n.Also[i].Key)
	}
	for _, f := range n.Flags.Words() {
		b.WriteString(" !" + strings.ReplaceAll(f, " ", "-"))
	}
	return b.String()
}
