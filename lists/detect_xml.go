package lists

import (
	"bytes"
	"strings"
)

// xmlRoots are the roots of the lists in XML. A root with a name that others use
// as well has to have one of the marks too: a part of a start tag at the root or
// near it. Sources: OFAC's and the Commission's schemas, which fix the namespaces
// (OFAC's have changed once, when its list service moved in 2024), and the files.
var xmlRoots = [...]struct {
	name  string
	marks []string // one of them stands in the start tag of the root, or after it
	is    Format
}{
	{"sdnList", nil, OFACXML},
	{"Sanctions", []string{"/sanctions/1.0\"", "/ADVANCED_XML\"", "<DateOfIssue"}, OFACAdvancedXML},
	{"sanctionsData", []string{"/ENHANCED_XML\"", "<publicationInfo"}, OFACEnhancedXML},
	{"export", []string{"\"http://eu.europa.ec/fpi/fsd/export\""}, EUXML},
	{"Designations", []string{"<DateGenerated", "<UniqueID"}, UKXML},
	{"CONSOLIDATED_LIST", []string{"<INDIVIDUALS", "<ENTITIES"}, UNXML},
	{"swiss-sanctions-list", nil, SECOXML},
	{"data-set", []string{"<Country-Pays", "<Country>"}, SEMAXML},
}

// detectXML recognises an XML document by its root. Empty: it is another one.
func detectXML(text []byte) Format {
	tag, rest, ok := rootTag(text)
	if !ok {
		return ""
	}
	name := tag
	if i := bytes.IndexAny(tag, " \t\r\n/"); i >= 0 {
		name = tag[:i]
	}
	name = name[bytes.IndexByte(name, ':')+1:] // the prefix of a namespace
	start := string(bytes.ReplaceAll(tag, []byte("'"), []byte("\"")))
	for _, root := range xmlRoots {
		if string(name) != root.name {
			continue
		}
		if len(root.marks) == 0 {
			return root.is
		}
		for _, mark := range root.marks {
			if strings.Contains(start, mark) || bytes.Contains(rest, []byte(mark)) && mark[0] == '<' {
				return root.is
			}
		}
	}
	return ""
}

// rootTag returns what stands between the brackets of the root's start tag, and
// what follows it. Declaration, comments, processing instructions and a document
// type declaration are passed over: whether they may stand there is the parser's
// question.
func rootTag(text []byte) (tag, rest []byte, ok bool) {
	for {
		text = bytes.TrimLeft(text, " \t\r\n")
		var end string
		switch {
		case bytes.HasPrefix(text, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(text, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(text, []byte("<!")):
			end = ">"
			if open := bytes.IndexAny(text, "[>"); open >= 0 && text[open] == '[' {
				end = "]>" // an internal subset; blanks between the two are not met in practice
			}
		case bytes.HasPrefix(text, []byte("<")):
			i := bytes.IndexByte(text, '>')
			if i < 0 {
				return nil, nil, false
			}
			return text[1:i], text[i+1:], true
		default:
			return nil, nil, false
		}
		i := bytes.Index(text, []byte(end))
		if i < 0 {
			return nil, nil, false
		}
		text = text[i+len(end):]
	}
}
