package lists

import (
	"bytes"
	"encoding/json"
	"strings"
)

// jsonKeys are the keys by which lists in JSON are recognised, as paths from the
// top of the first value of the file; an array adds "[]". Sources: the files.
var jsonKeys = [...]struct {
	paths []string
	is    Format
}{
	{[]string{"format", "version", "source"}, CustomJSON},
	{[]string{"DATA_SOURCE", "RECORD_ID"}, OpenSanctionsSenzing},
	{[]string{"schema", "properties", "id"}, OpenSanctionsFTM},
	{[]string{"results[].source", "results[].source_list_url", "results[].name"}, CSLJSON},
	{[]string{"data[].Regulation", "data[].Last Name"}, SEMAJSON},
	{[]string{"data.specification", "data.programme"}, EUSanctionsMap},
	{[]string{"data[].specification", "data[].programme"}, EUSanctionsMap},
}

// detectJSON recognises JSON, or the first line of JSON lines, by its keys. Empty:
// it is another file.
func detectJSON(text []byte) Format {
	keys := keyPaths(text)
next:
	for _, j := range jsonKeys {
		for _, p := range j.paths {
			if !keys[p] {
				continue next
			}
		}
		if j.is == CustomJSON && !bytes.Contains(text, []byte(`"pratique list"`)) {
			continue
		}
		return j.is
	}
	return ""
}

// keyPaths returns the paths of the keys of the first JSON value in text, which
// may be cut, as far as they stand no more than four levels down.
func keyPaths(text []byte) map[string]bool {
	const deep, most = 4, 10000 // levels, tokens
	type level struct {
		array bool
		name  string // of the key whose value is being read
		value bool   // the next token is a value, not a key
	}
	keys := map[string]bool{}
	var stack []level
	path := func() string {
		var b strings.Builder
		for i, l := range stack {
			switch {
			case l.array:
				b.WriteString("[]")
			default:
				if i > 0 {
					b.WriteByte('.')
				}
				b.WriteString(l.name)
			}
		}
		return b.String()
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	for range most {
		t, err := d.Token()
		if err != nil {
			break
		}
		top := len(stack) - 1
		if s, ok := t.(string); ok && top >= 0 && !stack[top].array && !stack[top].value {
			stack[top].name, stack[top].value = s, true
			if len(stack) <= deep {
				keys[path()] = true
			}
			continue
		}
		if top >= 0 {
			stack[top].value = false
		}
		if delim, ok := t.(json.Delim); ok {
			switch delim {
			case '{', '[':
				stack = append(stack, level{array: delim == '['})
			default:
				stack = stack[:top]
			}
		}
		if len(stack) == 0 {
			break
		}
	}
	return keys
}
