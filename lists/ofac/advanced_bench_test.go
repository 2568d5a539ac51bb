package ofac

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/seed-539c57aa/pratique/lists/internal/listtest"
)

// advancedFile makes an Advanced XML file of a number of parties, in the layout of
// OFAC's own and with about its share of names, features and documents. The same
// seed gives the same bytes.
func advancedFile(w io.Writer, seed uint64, parties int) {
	r := rand.New(rand.NewPCG(seed, 4238))
	p := func(format string, args ...any) { fmt.Fprintf(w, format, args...) }
	word := func() string {
		b := make([]byte, 4+r.IntN(8))
		for i := range b {
			b[i] = byte('a' + r.IntN(26))
		}
		b[0] -= 32
		return string(b)
	}
	point := func(name string, y, m, d int) {
		p("            <%s>\n              <Year>%d</Year>\n              <Month>%d</Month>\n              <Day>%d</Day>\n            </%s>\n", name, y, m, d, name)
	}
	period := func(y, m, d int) {
		p("        <DatePeriod CalendarTypeID=\"1\" YearFixed=\"false\" MonthFixed=\"false\" DayFixed=\"false\">\n")
		for _, end := range []string{"Start", "End"} {
			p("          <%s Approximate=\"false\" YearFixed=\"false\" MonthFixed=\"false\" DayFixed=\"false\">\n", end)
			point("From", y, m, d)
			point("To", y, m, d)
			p("          </%s>\n", end)
		}
		p("        </DatePeriod>\n")
	}
	p(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML" Version="3">
  <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>9</Month><Day>17</Day></DateOfIssue>
  <ReferenceValueSets>
    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
    <CountryValues><Country ID="11109" ISO2="IR">Iran</Country><Country ID="11171" ISO2="RU">Russia</Country></CountryValues>
    <DetailReferenceValues><DetailReference ID="91473">Subject to Secondary Sanctions</DetailReference></DetailReferenceValues>
    <EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType></EntryEventTypeValues>
    <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType><FeatureType ID="25">Location</FeatureType><FeatureType ID="504">Secondary sanctions risk:</FeatureType><FeatureType ID="224">Gender</FeatureType></FeatureTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType><IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType></IDRegDocTypeValues>
    <IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType></IDRegDocDateTypeValues>
    <LegalBasisValues><LegalBasis ID="1828">Executive Order 13224 (Terrorism)</LegalBasis></LegalBasisValues>
    <ListValues><List ID="1550">SDN List</List></ListValues>
    <LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
    <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType><NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues>
    <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
    <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
    <RelationTypeValues><RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues>
    <RelationQualityValues><RelationQuality ID="1">Unknown</RelationQuality></RelationQualityValues>
    <ReliabilityValues><Reliability ID="1">Unknown</Reliability></ReliabilityValues>
    <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
    <ScriptValues><Script ID="215">Latin</Script><Script ID="160">Arabic</Script></ScriptValues>
    <ValidityValues><Validity ID="1">Valid</Validity></ValidityValues>
  </ReferenceValueSets>
  <Locations>
`)
	for i := range parties {
		for k := range 2 {
			p("    <Location ID=\"%d\">\n      <LocationAreaCode AreaCodeID=\"11109\" />\n      <LocationCountry CountryID=\"11109\" CountryRelevanceID=\"1413\" />\n", i*2+k+1)
			for _, t := range []int{1451, 1454} {
				p("      <LocationPart LocPartTypeID=\"%d\">\n        <LocationPartValue Primary=\"true\" LocPartValueTypeID=\"1\" LocPartValueStatusID=\"1\">\n          <Comment />\n          <Value>%s %s</Value>\n        </LocationPartValue>\n      </LocationPart>\n", t, word(), word())
			}
			p("      <FeatureVersionReference FeatureVersionID=\"%d\" />\n    </Location>\n", 200000+i)
		}
	}
	p("  </Locations>\n  <IDRegDocuments>\n")
	for i := range parties {
		t, value := 1571, fmt.Sprintf("%c%07d", 'A'+r.IntN(26), r.IntN(1e7))
		if i%10 == 0 {
			t, value = 1626, "IMO 9187629"
		}
		p("    <IDRegDocument ID=\"%d\" IDRegDocTypeID=\"%d\" IdentityID=\"%d\" IssuedBy-CountryID=\"11109\" ValidityID=\"1\">\n      <Comment />\n      <IDRegistrationNo>%s</IDRegistrationNo>\n      <IssuingAuthority />\n", i, t, i+1, value)
		p("      <DocumentDate IDRegDocDateTypeID=\"1480\">\n")
		period(1990+r.IntN(30), 1+r.IntN(12), 1+r.IntN(28))
		p("      </DocumentDate>\n      <DocumentedNameReference DocumentedNameID=\"%d\" />\n    </IDRegDocument>\n", i+1)
	}
	p("  </IDRegDocuments>\n  <DistinctParties>\n")
	for i := range parties {
		sub, first := 4, true
		switch i % 10 {
		case 0:
			sub, first = 1, false
		case 1, 2, 3, 4:
			sub, first = 3, false
		}
		p("    <DistinctParty FixedRef=\"%d\">\n      <Comment />\n      <Profile ID=\"%d\" PartySubTypeID=\"%d\">\n        <Identity ID=\"%d\" FixedRef=\"%d\" Primary=\"true\" False=\"false\">\n", i+1, i+1, sub, i+1, i+1)
		names := 2 + r.IntN(4)
		for k := range names {
			p("          <Alias FixedRef=\"%d\" AliasTypeID=\"%d\" Primary=\"%v\" LowQuality=\"%v\">\n            <DocumentedName ID=\"%d\" FixedRef=\"%d\" DocNameStatusID=\"%d\">\n", i+1, []int{1403, 1400}[min(k, 1)], k == 0, k > 2, i*10+k, i+1, 1+min(k, 1))
			for j := range 2 {
				if j == 1 && !first {
					break
				}
				p("              <DocumentedNamePart>\n                <NamePartValue NamePartGroupID=\"%d\" ScriptID=\"215\" ScriptStatusID=\"1\" Acronym=\"false\">%s %s</NamePartValue>\n              </DocumentedNamePart>\n", k*2+j, word(), word())
			}
			p("            </DocumentedName>\n          </Alias>\n")
		}
		p("          <NamePartGroups>\n")
		for k := range names {
			for j := range 2 {
				t := 1520 + j
				if !first {
					t = 1525
				}
				p("            <MasterNamePartGroup>\n              <NamePartGroup ID=\"%d\" NamePartTypeID=\"%d\" />\n            </MasterNamePartGroup>\n", k*2+j, t)
			}
		}
		p("          </NamePartGroups>\n        </Identity>\n")
		feature := func(t int, body func()) {
			p("        <Feature ID=\"%d\" FeatureTypeID=\"%d\">\n          <FeatureVersion ID=\"%d\" ReliabilityID=\"1\">\n            <Comment />\n", i*10, t, i*10)
			body()
			p("          </FeatureVersion>\n          <IdentityReference IdentityID=\"%d\" IdentityFeatureLinkTypeID=\"1\" />\n        </Feature>\n", i+1)
		}
		if first {
			feature(8, func() {
				period(1940+r.IntN(60), 1+r.IntN(12), 1+r.IntN(28))
				p("            <VersionDetail DetailTypeID=\"1430\" />\n")
			})
			feature(9, func() { p("            <VersionDetail DetailTypeID=\"1432\">%s, Iran</VersionDetail>\n", word()) })
			feature(224, func() { p("            <VersionDetail DetailTypeID=\"1432\">Male</VersionDetail>\n") })
		}
		if sub == 1 {
			feature(3, func() { p("            <VersionDetail DetailTypeID=\"1432\">Iran</VersionDetail>\n") })
		}
		feature(504, func() { p("            <VersionDetail DetailTypeID=\"1431\" DetailReferenceID=\"91473\" />\n") })
		for k := range 2 {
			feature(25, func() { p("            <VersionLocation LocationID=\"%d\" />\n", i*2+k+1) })
		}
		p("      </Profile>\n    </DistinctParty>\n")
	}
	p("  </DistinctParties>\n  <ProfileRelationships>\n")
	for i := range parties / 2 {
		p("    <ProfileRelationship ID=\"%d\" From-ProfileID=\"%d\" To-ProfileID=\"%d\" RelationTypeID=\"15003\" RelationQualityID=\"1\" Former=\"false\" SanctionsEntryID=\"%d\">\n      <Comment />\n    </ProfileRelationship>\n", i, i+1, 1+r.IntN(parties), i+1)
	}
	p("  </ProfileRelationships>\n  <SanctionsEntries>\n")
	for i := range parties {
		p("    <SanctionsEntry ID=\"%d\" ProfileID=\"%d\" ListID=\"1550\">\n      <EntryEvent ID=\"%d\" EntryEventTypeID=\"1\" LegalBasisID=\"1828\">\n        <Comment />\n        <Date CalendarTypeID=\"1\">\n          <Year>%d</Year>\n          <Month>%d</Month>\n          <Day>%d</Day>\n        </Date>\n      </EntryEvent>\n", i+1, i+1, i+1, 2001+r.IntN(25), 1+r.IntN(12), 1+r.IntN(28))
		for _, tag := range []string{"SDGT", "IRAN"} {
			p("      <SanctionsMeasure ID=\"%d\" SanctionsTypeID=\"1\">\n        <Comment>%s</Comment>\n        <DatePeriod CalendarTypeID=\"1\" YearFixed=\"true\" MonthFixed=\"true\" DayFixed=\"true\" />\n      </SanctionsMeasure>\n", i, tag)
		}
		p("      <SanctionsMeasure ID=\"%d\" SanctionsTypeID=\"1705\">\n        <DatePeriod CalendarTypeID=\"1\" YearFixed=\"true\" MonthFixed=\"true\" DayFixed=\"true\" />\n      </SanctionsMeasure>\n    </SanctionsEntry>\n", i)
	}
	p("  </SanctionsEntries>\n  <SanctionsEntryLinks />\n</Sanctions>\n")
}

// benchParties are as many as 120 MB hold.
const benchParties = 14000

// heap calls do while it looks at the memory in use, and returns the most.
func heap(do func()) uint64 {
	runtime.GC()
	stop, done := make(chan bool), make(chan uint64)
	go func() {
		var m runtime.MemStats
		most := uint64(0)
		for {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
			select {
			case <-stop:
				done <- most
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	do()
	close(stop)
	return <-done
}

// BenchmarkParseAdvancedXML reads 120 MB, as large as OFAC's file of 2026. It
// prints MB/s and, as heap-MB, the most memory in use.
func BenchmarkParseAdvancedXML(b *testing.B) {
	path := filepath.Join(b.TempDir(), "advanced.xml")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	advancedFile(w, 1, benchParties)
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		b.Fatal(err)
	}
	st, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(st.Size())
	for b.Loop() {
		most := heap(func() {
			f, err := os.Open(path)
			if err != nil {
				b.Fatal(err)
			}
			defer f.Close()
			l, err := ParseAdvancedXML("f.xml", f)
			if err != nil || len(l.Entities) != benchParties || len(l.Problems) > 0 {
				b.Fatal(err, len(l.Entities), l.Problems[:min(len(l.Problems), 5)])
			}
		})
		b.ReportMetric(float64(most)/1e6, "heap-MB")
	}
}

// BenchmarkParseXMLReal reads the real consolidated lists.
func BenchmarkParseXMLReal(b *testing.B) {
	for i, name := range []string{"lists/ofac/xml/consolidated_2025-05.xml", "lists/ofac/xml/cons_advanced_2020-10.xml.gz", "lists/ofac/xml/cons_enhanced_2025-01.xml.gz"} {
		b.Run(xmlFormats[i].name, func(b *testing.B) {
			raw := listtest.Shared(b, name)
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := xmlFormats[i].parse("f.xml", bytes.NewReader(raw)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
