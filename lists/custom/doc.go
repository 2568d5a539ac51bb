// Package custom reads and writes a firm's own lists: parties it does not deal
// with, or lists of publishers for which there is no package.
//
// # CSV
//
// ParseCSV reads a table with a header, one row a party. Columns are found by
// their headers (fields.go has the words), or named in a Mapping:
//
//	name,imo,flag,alias,reason
//	OCEAN QUEEN,9187629,Panama,Sea Queen;SEA KING,owes us demurrage
//
// A cell with several values divides them by ";" or "|". Columns of which nothing
// is known become Remarks, with a Problem for each column. The separator may be a
// comma, a semicolon or a tab; the file is UTF-8.
//
// # JSON lines
//
// Write and ParseJSONLines store a whole List as it is, every field of it. The
// first line says what the file is:
//
//	{"format":"pratique list","version":1,"source":{"name":"House list","publisher":"The firm","sha256":"00...","entities":2}}
//	{"id":"1","kind":"vessel","names":[{"text":"OCEAN QUEEN","type":"primary"}],"identifiers":[{"type":"imo","value":"9187629"}],"pos":{}}
//	{"id":"2","kind":"organization","names":[{"text":"Queen Lines","type":"primary"}],"pos":{}}
//	{"problem":{"pos":{"file":"house.csv","line":7},"reason":"no name"}}
//
// Every other line is one entity in the JSON of lists.Entity, or one Problem. An
// entity needs an id, one without a name is a Problem, everything else may be missing.
// Where source has a number of entities, the file must hold so many: one that is
// cut is refused. Source.SHA256 is that of the publisher's file as the first line
// has it; where it has none, or zeros, it is the sum of this file. The reason of a
// Problem is kept as text and no longer wraps the error it was.
//
// Version is raised when an older program would misread a newer file. A file with
// a version that is not known is refused.
package custom
