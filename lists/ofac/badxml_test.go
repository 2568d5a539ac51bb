package ofac

import (
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// Small files of each format, and one record of it. %s is where the record goes.
const (
	plainFile = "<sdnList><publshInformation><Publish_Date>09/17/2026</Publish_Date><Record_Count>1</Record_Count></publshInformation>\n%s</sdnList>"
	plainOne  = "<sdnEntry><uid>1</uid><lastName>HERON</lastName><sdnType>Vessel</sdnType><programList><program>IRAN</program></programList></sdnEntry>"

	advancedFile1 = "<Sanctions><DateOfIssue><Year>2026</Year><Month>9</Month><Day>17</Day></DateOfIssue><ReferenceValueSets>" +
		`<AliasTypeValues><AliasType ID="1403">Name</AliasType></AliasTypeValues><PartySubTypeValues><PartySubType ID="1">Vessel</PartySubType></PartySubTypeValues>` +
		`<NamePartTypeValues><NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues><ScriptValues><Script ID="215">Latin</Script></ScriptValues>` +
		`<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType></FeatureTypeValues>` +
		`<RelationTypeValues><RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues>` +
		"</ReferenceValueSets><DistinctParties>\n%s</DistinctParties></Sanctions>"
	advancedOne = `<DistinctParty FixedRef="1"><Profile ID="1" PartySubTypeID="1"><Identity ID="2"><Alias AliasTypeID="1403" Primary="true">` +
		`<DocumentedName ID="2" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="3" ScriptID="215">HERON</NamePartValue></DocumentedNamePart></DocumentedName></Alias>` +
		`<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="3" NamePartTypeID="1526"/></MasterNamePartGroup></NamePartGroups></Identity></Profile></DistinctParty>`

	enhancedFile = "<sanctionsData><publicationInfo><dataAsOf>2026-09-17T00:00:00</dataAsOf></publicationInfo><entities>\n%s</entities></sanctionsData>"
	enhancedOne  = `<entity id="1"><generalInfo><entityType>Vessel</entityType></generalInfo><sanctionsLists><sanctionsList>SDN List</sanctionsList></sanctionsLists>` +
		`<names><name id="2"><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary><formattedFullName>HERON</formattedFullName></translation></translations></name></names></entity>`
)

var shells = []struct {
	file, one string
	root      string // what is told of a wrong one
	parse     func(string, io.Reader) (*lists.List, error)
}{
	{plainFile, plainOne, "sdnList", ParseXML},
	{advancedFile1, advancedOne, "Sanctions", ParseAdvancedXML},
	{enhancedFile, enhancedOne, "sanctionsData", ParseEnhancedXML},
}

// TestBadXML breaks a file of each format in the ways that do not depend on it.
func TestBadXML(t *testing.T) {
	for _, s := range shells {
		whole := strings.Replace(s.file, "%s", s.one, 1)
		cut := strings.Index(whole, "HERON")
		tests := []struct {
			reason string
			file   io.Reader
			err    error
			want   string // the beginning of the error's words
		}{
			{"a sound file", strings.NewReader(whole), nil, ""},
			{"a byte order mark before it", strings.NewReader("\ufeff" + whole), nil, ""},
			{"a declaration and a comment before it", strings.NewReader("<?xml version=\"1.0\" standalone=\"yes\"?>\n<!-- -->\n" + whole), nil, ""},
			{"an empty file", strings.NewReader(""), ErrEmpty, "ofac: f.xml: file holds no record"},
			{"no record", strings.NewReader(strings.Replace(s.file, "%s", "", 1)), ErrEmpty, "ofac: f.xml: file holds no record"},
			{"cut within a text", strings.NewReader(whole[:cut+2]), ErrIncomplete, "ofac: f.xml:2:"},
			{"cut between records", strings.NewReader(s.file[:strings.Index(s.file, "%s")] + s.one), ErrIncomplete, "ofac: f.xml:2:"},
			{"another list's root", strings.NewReader("<arrayOfThings/>"), ErrNotList, "ofac: f.xml:1:1: not this list: the root is <arrayOfThings>, not <" + s.root + ">"},
			{"a page of HTML", strings.NewReader("<!DOCTYPE html>\n<html></html>"), ErrNotList, "ofac: f.xml:1:1: not this list: an HTML page"},
			{"JSON", strings.NewReader(`{"error": 503}`), ErrNotXML, "ofac: f.xml: not XML: JSON"},
			{"CSV", strings.NewReader("36,\"AEROCARIBBEAN\",-0- \n"), ErrNotXML, "ofac: f.xml:1:1: not XML: begins with \"36,"},
			{"a ZIP archive", strings.NewReader("PK\x03\x04"), ErrNotXML, "ofac: f.xml: not XML: a ZIP archive; unpack it first"},
			{"UTF-16", strings.NewReader("\xff\xfe<\x00s\x00"), ErrNotUTF8, "ofac: f.xml: not UTF-8: UTF-16"},
			{"another encoding declared", strings.NewReader(`<?xml version="1.0" encoding="windows-1252"?>` + whole), ErrNotUTF8, "ofac: f.xml:1:46: not UTF-8"},
			{"bytes of another encoding", strings.NewReader(strings.Replace(whole, "HERON", "H\xc9RON", 1)), ErrNotUTF8, "ofac: f.xml:2:"},
			{"an entity bomb", strings.NewReader(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` + whole), ErrDoctype, "ofac: f.xml:1:1: file has a document type declaration, which the list has not"},
			{"an external entity", strings.NewReader(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>` + whole), ErrDoctype, "ofac: f.xml:1:1: "},
			{"an entity that nobody declared", strings.NewReader(strings.Replace(whole, "HERON", "&a;", 1)), ErrSyntax, "ofac: f.xml:2:"},
			{"deep nesting", strings.NewReader(strings.Replace(s.file, "%s", strings.Repeat("<a>", 1000), 1)), ErrDepth, "ofac: f.xml:2:"},
			{"tags that cross", strings.NewReader(strings.Replace(whole, "HERON", "<a></b>", 1)), ErrSyntax, "ofac: f.xml:2:"},
			{"two roots", strings.NewReader(whole + whole), ErrSyntax, "ofac: f.xml:2:"},
			{"32 MB of white space", listtest.Repeat(s.file[:strings.Index(s.file, "%s")], strings.Repeat(" ", 1<<16), 1<<9), ErrTooLong, "ofac: f.xml:1:"},
			{"32 MB of one name", listtest.Repeat(whole[:cut], strings.Repeat("A", 1<<16), 1<<9), ErrTooLong, "ofac: f.xml:2:"},
			{"a record of 32 MB", listtest.Repeat(whole[:strings.LastIndexByte(whole[:cut], '<')], "<a>"+strings.Repeat("A", 1<<16)+"</a>", 1<<9), ErrTooLong, "ofac: f.xml:2:"},
			{"a record of a million elements", listtest.Repeat(whole[:strings.LastIndexByte(whole[:cut], '<')], "<a/>", 1<<20), ErrTooLong, "ofac: f.xml:2:"},
			{"a reader that fails", iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(whole))), iotest.ErrTimeout, "ofac: f.xml"},
		}
		for _, tt := range tests {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			l, err := s.parse("f.xml", tt.file)
			runtime.ReadMemStats(&after)
			if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 {
				t.Errorf("%s: %s: %d MB allocated", s.root, tt.reason, used>>20)
			}
			switch {
			case tt.err == nil:
				if err != nil || len(l.Entities) != 1 || len(l.Problems) > 0 && !errors.Is(l.Problems[0], ErrReference) {
					t.Errorf("%s: %s: error %v, list %+v", s.root, tt.reason, err, l)
				}
			case l != nil || !errors.Is(err, tt.err) || !strings.HasPrefix(err.Error(), tt.want):
				t.Errorf("%s: %s: error %v, want %q", s.root, tt.reason, err, tt.want)
			}
		}
	}
}

// TestOddXML holds what is a Problem of a list that is used: the words of
// one, for a record changed by replacing a text.
func TestOddXML(t *testing.T) {
	for _, tt := range []struct {
		shell     int
		old, new  string
		want      string
		reason    string
		wantCount int // entities
	}{
		{0, "Record_Count>1", "Record_Count>2", "f.xml:1:10: Record_Count: the file does not hold as many records as it says (\"2\")", "too few records", 1},
		{0, "09/17/2026", "soon", "f.xml:1:10: published: the file does not say when it was made (\"soon\"), dropped", "no date", 1},
		{0, plainOne, plainOne + plainOne, "f.xml:2:135: entity 1: entity stands in the file before, dropped", "the same number twice", 1},
		{0, "<uid>1</uid>", "", "f.xml:2:1: entity line 2: ID: not a number", "no number", 1},
		{0, "<lastName>HERON</lastName>", "", "f.xml:2:1: entity 1: name: no name", "no name", 1},
		{0, "Vessel", "Submarine", "f.xml:2:1: entity 1: sdnType: unknown word (\"Submarine\")", "an unknown kind", 1},
		{0, "<program>IRAN", "<idList><id><idType>MMSI</idType><idNumber>12</idNumber></id></idList><program>IRAN", "f.xml:2:99: entity 1: programList/idList/id/idType: unknown element, attribute or value (\"MMSI\")", "an element in the wrong place", 1},
		{0, "</programList>", "</programList>\n<idList><id><idType>MMSI</idType><idNumber>12</idNumber></id></idList>", "f.xml:3:9: entity 1: MMSI: not of the form of its type: not 9 digits (\"12\")", "a number that cannot be one", 1},
		{0, "</programList>", "</programList>\n<idList><id><idType>Vessel Registration Identification</idType><idNumber>IMO 1234568</idNumber></id></idList>", "f.xml:3:9: entity 1: Vessel Registration Identification: check digit is wrong (\"IMO 1234568\")", "a wrong check digit", 1},
		{0, "</programList>", "</programList>\n<idList><id><idType>Passport</idType><idNumber>A1</idNumber><issueDate>31 Feb 2011</issueDate></id></idList>", "f.xml:3:9: entity 1: issueDate: not a date: the text is kept (\"31 Feb 2011\")", "a date that cannot be", 1},
		{0, "</programList>", "</programList>\n<dateOfBirthList><dateOfBirthItem><dateOfBirth>99999</dateOfBirth></dateOfBirthItem></dateOfBirthList>", "f.xml:3:18: entity 1: Birthdate: not a date: the text is kept (\"99999\")", "a year out of range", 1},
		{0, "</programList>", "</programList><akaList>\n<aka><uid>3</uid><type>x.y.z.</type><category>good</category><lastName>A</lastName></aka></akaList>", "f.xml:2:1: entity 1: alias type x.y.z.: unknown element, attribute or value (\"x.y.z.\")", "an unknown category", 1},
		{0, "</programList>", "</programList><height>180</height>", "f.xml:2:124: entity 1: height: unknown element, attribute or value (\"180\")", "an unknown element", 1},
		{0, "<sdnEntry>", "<sdnThing/>\n<sdnEntry>", "f.xml:2:1: sdnThing: unknown element, attribute or value, dropped", "an unknown record", 1},
		{0, "<sdnEntry>", "lost\n<sdnEntry>", "f.xml:1:118: text where none belongs (\"lost\"), dropped", "text between records", 1},
		{0, "</programList>", "</programList><remarks>\n(Linked To: NOBODY)</remarks>", "f.xml:2:125: entity 1: Linked To: no entity of this list has the name (\"NOBODY\")", "a link to nobody", 1},

		{1, advancedOne, advancedOne + advancedOne, "f.xml:2:460: entity 1: entity stands in the file before, dropped", "the same number twice", 1},
		{1, `PartySubTypeID="1"`, `PartySubTypeID="9"`, "f.xml:2:1: entity 1: PartySubTypeID: unknown word (\"9\")", "a kind without a reference value", 1},
		{1, `<NamePartGroup ID="3"`, `<NamePartGroup ID="4"`, "f.xml:2:185: entity 1: NamePartGroupID: refers to nothing in the file (\"3\")", "a name part of no group", 1},
		{1, "HERON", "", "f.xml:2:1: entity 1: name: no name", "no name", 1},
		{1, `ScriptID="215"`, `ScriptID="7"`, "f.xml:2:185: entity 1: Script: refers to nothing in the file (\"7\")", "a script without a reference value", 1},
		{1, "</Profile>", `<Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="5"/></FeatureVersion></Feature></Profile>`, "f.xml:2:478: entity 1: LocationID: refers to nothing in the file (\"5\")", "a location that is not there", 1},
		{1, "</Profile>", `<Feature FeatureTypeID="77"><FeatureVersion><VersionDetail>X</VersionDetail></FeatureVersion></Feature></Profile>`, "f.xml:2:434: entity 1: FeatureType: refers to nothing in the file (\"77\")", "a feature without a reference value", 1},
		{1, "</Profile>", `<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>2001</Year><Month>2</Month><Day>30</Day></From></Start></DatePeriod></FeatureVersion></Feature></Profile>`, "f.xml:2:496: entity 1: From: not a date (\"2001-2-30\")", "a day that cannot be", 1},
		{1, "</Profile>", `<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>2001</Year></From></Start><End><To><Year>1999</Year></To></End></DatePeriod></FeatureVersion></Feature></Profile>`, "f.xml:2:477: entity 1: DatePeriod: not a date (\"2001/1999\")", "an end before the beginning", 1},
		{1, "</DistinctParties>", `</DistinctParties><ProfileRelationships><ProfileRelationship From-ProfileID="1" To-ProfileID="8" RelationTypeID="15003"/></ProfileRelationships>`, "f.xml:2:500: entity 1: To-ProfileID: no entity of this list has the name (\"8\")", "a relation to nobody", 1},
		{1, "</DistinctParties>", `</DistinctParties><ProfileRelationships><ProfileRelationship From-ProfileID="8" To-ProfileID="1" RelationTypeID="15003"/></ProfileRelationships>`, "f.xml:2:500: From-ProfileID: refers to nothing in the file (\"8\"), dropped", "a relation of nobody", 1},
		{1, "</DistinctParties>", `</DistinctParties><SanctionsEntries><SanctionsEntry ProfileID="8"/></SanctionsEntries>`, "f.xml:2:496: ProfileID: refers to nothing in the file (\"8\"), dropped", "an entry of nobody", 1},
		{1, "<DistinctParties>", `<IDRegDocuments><IDRegDocument IdentityID="8"><IDRegistrationNo>A1</IDRegistrationNo></IDRegDocument></IDRegDocuments><DistinctParties>`, "f.xml:1:676: IdentityID: refers to nothing in the file (\"8:  A1\"), dropped", "a document of nobody", 1},
		{1, "<DistinctParties>", `<Locations><Location ID="1"/><Location ID="1"/></Locations><DistinctParties>`, "f.xml:1:689: Location: entity stands in the file before (\"1\"), dropped", "a location twice", 1},
		{1, "<DistinctParty ", `<DistinctParty DeltaAction="removed" `, "f.xml:2:1: entity 1: DeltaAction: stands in a file of changes, which is no whole list (\"removed\")", "a file of changes", 1},
		{1, "<Identity ID", `<Identity Colour="grey" ID`, "f.xml:2:64: entity 1: Profile/Identity@Colour: unknown element, attribute or value (\"grey\")", "an unknown attribute", 1},
		{1, "<DistinctParties>", "<Sightings/><DistinctParties>", "f.xml:1:660: Sightings: unknown element, attribute or value, dropped", "an unknown section", 1},

		{2, enhancedOne, enhancedOne + enhancedOne, "f.xml:2:344: entity 1: entity stands in the file before, dropped", "the same number twice", 1},
		{2, "Vessel", "Submarine", "f.xml:2:1: entity 1: entityType: unknown word (\"Submarine\")", "an unknown kind", 1},
		{2, `<entity id="1"`, `<entity id="1" action="delete"`, "f.xml:2:1: entity 1: action: stands in a file of changes, which is no whole list (\"delete\")", "a file of changes", 1},
		{2, "<sanctionsLists><sanctionsList>SDN List</sanctionsList></sanctionsLists>", "", "f.xml:2:1: entity 1: sanctionsLists: refers to nothing in the file", "on no list", 1},
		{2, "<sanctionsList>", `<sanctionsList datePublished="2024-13-01">`, "f.xml:2:90: entity 1: datePublished: not a date: the text is kept (\"2024-13-01\")", "a day that cannot be", 1},
		{2, "<formattedFullName>HERON</formattedFullName>", "", "f.xml:2:1: entity 1: name: no name", "no name", 1},
		{2, "<formattedFullName>", `<script refId="1">Runic</script><formattedFullName>`, "f.xml:2:247: entity 1: Script 1: unknown element, attribute or value (\"Runic\"), dropped", "a script without a reference value", 1},
		{2, "</names>", "</names><relationships><relationship><type>Owned or Controlled By</type><relatedEntity entityId=\"8\">X</relatedEntity></relationship></relationships>", "f.xml:2:350: entity 1: relatedEntity: no entity of this list has the name (\"8 X\")", "a relation to nobody", 1},
		{2, "</names>", "</names><relationships><relationship><type>Neighbour of</type><relatedEntity entityId=\"1\">HERON</relatedEntity></relationship></relationships>", "f.xml:2:350: entity 1: relation Neighbour of: unknown element, attribute or value (\"Neighbour of\")", "an unknown relation", 1},
		{2, "</names>", "</names><identityDocuments><identityDocument><type>Passport</type><documentNumber>A1</documentNumber><isValid>false</isValid></identityDocument></identityDocuments>", "f.xml:2:354: entity 1: Passport: the list calls the document fraudulent (\"A1\")", "a false document", 1},
		{2, "</names>", "</names><features><feature><type>Colour</type><value>grey</value></feature></features>", "f.xml:2:345: entity 1: type Colour: unknown element, attribute or value (\"grey\")", "an unknown feature", 1},
		{2, "<dataAsOf>2026-09-17T00:00:00</dataAsOf>", "", "f.xml:1:16: published: the file does not say when it was made", "no date", 1},
	} {
		s := shells[tt.shell]
		whole := strings.Replace(s.file, "%s", s.one, 1)
		file := strings.Replace(whole, tt.old, tt.new, 1)
		if file == whole {
			t.Fatalf("%s: nothing replaced", tt.reason)
		}
		l, err := s.parse("f.xml", strings.NewReader(file))
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		var got []string
		for _, p := range l.Problems {
			got = append(got, p.Error())
		}
		if len(l.Entities) != tt.wantCount || !slices.Contains(got, tt.want) {
			t.Errorf("%s: %d entities, want %d; problems\n%s\nwant\n%s", tt.reason, len(l.Entities), tt.wantCount, strings.Join(got, "\n"), tt.want)
		}
	}
}
