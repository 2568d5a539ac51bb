package names

import "strings"

// Profile reads the names of one kind of party. The three profiles are
// immutable and safe for any number of goroutines.
type Profile struct {
	name string
}

// The profiles.
var (
	Vessel       = &Profile{"vessel"}
	Person       = &Profile{"person"}
	Organization = &Profile{"organization"}
)

// String returns the kind of party whose names p reads.
func (p *Profile) String() string { return p.name }

// Parse reads a name as printed. It never fails: a text without letters and
// digits gives a Name without tokens, bytes that are not UTF-8 part words and
// set Invalid, and of a text longer than MaxBytes or MaxTokens the rest is not
// read, which sets Cut. Time and memory are linear in the length of the text up
// to MaxBytes, and bounded beyond. Names with the same letters and numbers in
// the same natural order have the same Key, whatever their case, accents,
// punctuation and width, and Parse(n.Key).Key is n.Key.
func (p *Profile) Parse(s string) Name {
	var c scanner
	all := c.scan(s)
	raws := split(p, s, countOut(p, c.runs()))
	if len(raws) > MaxTokens {
		raws = raws[:MaxTokens]
		c.flags |= Cut
	}
	d := draft{profile: p, src: s, text: all}
	d.read(raws)
	d.classify(raws)
	n := d.name()
	n.Flags |= c.flags
	if d.inside(raws) {
		n.Also = d.also(raws, n.Key)
	}
	if x := respell(p, raws); x != nil {
		n.Also = d.offer(n.Also, x, n.Key)
	}
	return n
}

// Assemble returns a name of tokens that p read, as far as matcher.Compare looks at it:
// its Key is made anew, and Flags and Also are left out. original is the text that they
// were read from. The name holds the tokens and does not copy them.
func (p *Profile) Assemble(original string, tokens []Token) Name {
	d := draft{profile: p, src: original, tokens: tokens}
	return Name{Original: original, Key: d.key(), Tokens: tokens, profile: p}
}

// draft is one name under way. The words it is made of are no part of it, so
// that they can stay on the stack.
type draft struct {
	profile  *Profile
	src      string // the text as printed
	text     string // the texts of the words joined with blanks, where they all came from one scan; else ""
	tokens   []Token
	readings []Reading       // of the words, which point to them
	letters  strings.Builder // what readings, sounds and the Key are cut from, where the text has them not
	starts   uint64          // bit i: another name inside the text may start at token i
}

// name returns the draft as a Name. Parse wants no Also of it.
func (d *draft) name() Name {
	n := Name{Original: d.src, profile: d.profile, Tokens: d.tokens, Key: d.key()}
	for i := range d.tokens {
		n.Flags |= d.tokens[i].Flags &^ (Bracketed | Dotted | Joined)
	}
	return n
}

// key joins the tokens with blanks. The text that was scanned is such a string
// already, for most names.
func (d *draft) key() string {
	size, at, same := 0, 0, true
	for i := range d.tokens {
		t := d.tokens[i].Text
		if i > 0 {
			size++
		}
		size += len(t)
		same = same && at+len(t) < len(d.text) && d.text[at:at+len(t)] == t && d.text[at+len(t)] == ' '
		at += len(t) + 1
	}
	switch {
	case size == 0:
		return ""
	case same:
		return d.text[:size]
	}
	at = d.letters.Len()
	for i := range d.tokens {
		if i > 0 {
			d.letters.WriteByte(' ')
		}
		d.letters.WriteString(d.tokens[i].Text)
	}
	return d.letters.String()[at:]
}

func (d *draft) classify(raws []raw) {
	switch d.profile {
	case Vessel:
		d.classifyVessel(raws)
	case Person:
		d.classifyPerson(raws)
	default:
		d.classifyOrganization(raws)
	}
}
