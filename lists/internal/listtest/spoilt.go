package listtest

import "strings"

// SpoiltXML are the files for Broken that any list in XML can be made into: a sound
// one first, then one for each way to break it. root and end are the tags around
// the records, record is a sound one, and name a text within it.
func SpoiltXML(root, record, end, name string) [][2]string {
	good := root + record + end
	return [][2]string{
		{"a sound file", good},
		{"empty", ""},
		{"nothing but white space", " \n\n"},
		{"a byte order mark", "\ufeff" + good},
		{"UTF-16", "\xff\xfe<\x00"},
		{"gzip", "\x1f\x8b\x08\x00"},
		{"JSON", "{\"a\": 1}"},
		{"CSV", "Last Updated,27/04/2020\n"},
		{"an HTML page", "<!DOCTYPE html>\n<html><body>Not found</body></html>"},
		{"another root", "<CONSOLIDATED_LIST></CONSOLIDATED_LIST>"},
		{"no record", root + end},
		{"cut within a tag", good[:len(good)*2/3]},
		{"cut between records", root + "\n" + record},
		{"tags that do not match", root + "\n" + strings.Replace(record, "</", "</X", 1) + end},
		{"bytes that are not UTF-8", root + strings.Replace(record, name, "\xe9t\xe9", 1) + end},
		{"declared as Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + good},
		{"an external entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" + good},
		{"entities that expand", "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n" + good},
		{"an entity that nobody declares", root + "\n" + strings.Replace(record, name, "&bomb;", 1) + end},
		{"nesting without end", root + strings.Repeat("<x>", 10000)},
		{"text after the end", good + "more"},
		{"a second root", good + "<x/>"},
		{"text between records", root + "stray" + record + end},
		{"an unknown part", root + "<Planets><Planet>Mars</Planet></Planets>" + record + end},
		{"the same party twice", root + record + "\n" + record + end},
	}
}

// SpoiltJSON is SpoiltXML for a list in JSON that is an object with the array of
// records under key.
func SpoiltJSON(key, record, name string) [][2]string {
	object := "{\"" + key + "\": "
	array := object + "["
	good := array + record + "]}"
	return [][2]string{
		{"a sound file", good},
		{"empty", ""},
		{"white space", " \n"},
		{"XML", "<data/>"},
		{"UTF-16", "\xff\xfe{\x00"},
		{"gzip", "\x1f\x8b\x08\x00"},
		{"a byte order mark", "\ufeff" + good},
		{"a text", "\"x\""},
		{"another object", "{\"a\": {\"b\": [1, 2]}}"},
		{"the key holds an object", object + "{}}"},
		{"no records", array + "]}"},
		{"cut within a record", good[:len(good)/2]},
		{"cut between records", array + record + ",\n"},
		{"cut before the end", array + record + "]\n"},
		{"a comma too many", array + record + ",]}"},
		{"a bare word", array + record + ",\n  rocket]}"},
		{"more after the end", good + "{}"},
		{"records that are no objects", array + record + ", 1, \"x\", null, [2]]}"},
		{"an unknown key", array + strings.Replace(record, "{", "{\"planet\": \"Mars\", ", 1) + "]}"},
		{"an unknown key beside the list", "{\"orbit\": [1, 2], " + array[1:] + record + "]}"},
		{"deep nesting", array + strings.Repeat("[", 20000)},
		{"deep nesting that is closed", array + "{\"x\": " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "}]}"},
		{"bytes that are not UTF-8", strings.Replace(good, name, "\xe9", 1)},
		{"the same party twice", array + record + ",\n" + record + "]}"},
		{"the array alone", "[" + record + "]"},
	}
}
