package opensanctions

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// senzingKinds are the types of record, after the exporter of OpenSanctions for
// Senzing.
var senzingKinds = map[string]lists.Kind{
	"PERSON": lists.Person, "ORGANIZATION": lists.Organization, "VESSEL": lists.Vessel, "AIRCRAFT": lists.Aircraft,
	"VEHICLE": lists.Unknown, "": lists.Unknown,
}

// senzingNumbers are the keys of identifiers with their types, after the attributes
// of identifiers in Senzing's entity specification, to be checked against it.
var senzingNumbers = map[string]lists.IDType{
	"IMO_NUMBER": lists.IMOShip, "MMSI_NUMBER": lists.MMSI, "CALL_SIGN": lists.CallSign, "PASSPORT_NUMBER": lists.Passport,
	"NATIONAL_ID_NUMBER": lists.NationalID, "TAX_ID_NUMBER": lists.TaxID, "LEI_NUMBER": lists.LEI, "DUNS_NUMBER": lists.DUNS,
	"SSN_NUMBER": lists.SocialSecurity, "DRIVERS_LICENSE_NUMBER": lists.DriverLicence, "NPI_NUMBER": lists.OtherID,
	"INN_CODE": lists.TaxID, "OGRN_CODE": lists.RegistrationNumber, "BIC": lists.SWIFT, "SWIFT_BIC": lists.SWIFT,
}

// senzingRoles are the roles of pointers, told from the side of the record that
// bears them. The exporter prints the role of a link where it has one, else its
// schema; other words are OtherRelation.
var senzingRoles = map[string]lists.RelationRole{
	"owner": lists.OwnerOf, "ownership": lists.OwnerOf, "director": lists.DirectorOf, "directorship": lists.DirectorOf,
	"family": lists.FamilyOf, "associate": lists.AssociateOf, "unknownlink": lists.LinkedTo, "representation": lists.ActingFor,
}

// ParseSenzing reads the export of OpenSanctions for Senzing: one record a line.
// name stands for the file in positions and in the Source; r is read to its end.
// The export has no weak aliases and no measures, and does not say when it was
// made: Source.Published is zero. Errors are those of ParseFTM.
func ParseSenzing(name string, r io.Reader) (*lists.List, error) {
	p, err := newParser(name, r, "JSON")
	if err != nil {
		return nil, err
	}
	s := &senzing{parser: p}
	err = p.eachLine(func(line []byte, pos lists.Position) error {
		all, err := object(line, p.file.Whole())
		if err != nil {
			return err
		}
		return s.record(all, pos)
	})
	if err != nil {
		return nil, err
	}
	for i := range p.out.Entities {
		e := &p.out.Entities[i]
		for k := range e.Relations {
			if at, ok := p.ids[e.Relations[k].Text]; ok { // those of whom the file has no record are context elsewhere
				e.Relations[k].IDs = []string{p.out.Entities[at].ID}
				e.Relations[k].Text = p.out.Entities[at].PrimaryName()
			}
		}
	}
	return p.finish()
}

type senzing struct{ *parser }

// attributes are the keys and texts of one of the objects in a record's lists.
type attributes map[string]string

// record reads one line.
func (s *senzing) record(all map[string]json.RawMessage, pos lists.Position) error {
	text := func(key string) string {
		var v *string
		if json.Unmarshal(all[key], &v) != nil || v == nil {
			return ""
		}
		return *v
	}
	id := text("RECORD_ID")
	if _, ok := all["DATA_SOURCE"]; !ok {
		return fmt.Errorf("%w: no DATA_SOURCE", ErrNotList)
	}
	if id == "" {
		return ErrNoID
	}
	if i, ok := s.ids[id]; ok {
		s.Add(lists.Problem{Pos: pos, EntityID: id, Dropped: true, Err: fmt.Errorf("%w, at %s", ErrDuplicate, s.out.Entities[i].Pos)})
		return nil
	}
	e, _ := s.entity(id, pos)
	kind, ok := senzingKinds[strings.ToUpper(text("RECORD_TYPE"))]
	if e.Kind = kind; !ok {
		s.problem(e, pos, "RECORD_TYPE", text("RECORD_TYPE"), ErrUnknownWord)
		s.remark(e, "RECORD_TYPE", text("RECORD_TYPE"))
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		switch key {
		case "RECORD_ID", "RECORD_TYPE":
		case "DATA_SOURCE", "LAST_CHANGE", "URL", "GENDER":
			v := text(key)
			if v == "" && string(all[key]) != "null" && string(all[key]) != `""` {
				s.remark(e, key, string(all[key]))
				s.problem(e, pos, key, string(all[key]), ErrWrongType)
			} else if key == "GENDER" && v != "" {
				s.gender(e, v, pos)
			} else {
				s.remark(e, key, v)
			}
		case "NAMES", "RISKS", "ADDRESSES", "DATES", "COUNTRIES", "CONTACTS", "IDENTIFIERS", "RELATIONSHIPS", "SOURCE_LINKS":
			s.group(e, pos, key, all[key])
		default:
			s.remark(e, key, string(all[key]))
			s.unknown(e, pos, key, string(all[key]))
		}
	}
	return nil
}

// group reads one of a record's lists of objects.
func (s *senzing) group(e *lists.Entity, pos lists.Position, key string, raw json.RawMessage) {
	var objects []map[string]any
	if err := json.Unmarshal(raw, &objects); err != nil {
		s.remark(e, key, string(raw))
		s.problem(e, pos, key, string(raw), ErrWrongType)
		return
	}
	for _, o := range objects {
		a := attributes{}
		for _, k := range slices.Sorted(maps.Keys(o)) {
			switch v := o[k].(type) {
			case string:
				a[k] = v
			case nil:
			default:
				b, _ := json.Marshal(v) // from JSON, so that it cannot fail
				a[k] = string(b)
				s.problem(e, pos, key+"."+k, string(b), ErrWrongType)
			}
		}
		switch key {
		case "NAMES":
			s.named(e, a)
		case "RISKS":
			s.remark(e, "topics", a.take("TOPIC"))
		case "ADDRESSES":
			s.addressed(e, a)
		case "DATES":
			s.dated(e, a, pos)
		case "COUNTRIES":
			s.countries(e, a, pos)
		case "CONTACTS":
			for _, c := range [...]struct {
				key string
				t   lists.ContactType
			}{{"PHONE_NUMBER", lists.Telephone}, {"EMAIL_ADDRESS", lists.Email}, {"WEBSITE_ADDRESS", lists.Website}} {
				if v := a.take(c.key); v != "" {
					e.Contacts = append(e.Contacts, lists.Contact{Type: c.t, Value: v})
				}
			}
		case "IDENTIFIERS":
			s.numbered(e, a, pos)
		case "RELATIONSHIPS":
			s.related(e, a)
		case "SOURCE_LINKS":
			s.remark(e, "SOURCE_URL", a.take("SOURCE_URL"))
		}
		for _, k := range slices.Sorted(maps.Keys(a)) {
			s.remark(e, k, a[k])
			s.unknown(e, pos, key+"."+k, a[k])
		}
	}
}

// take returns an attribute and takes it out.
func (a attributes) take(key string) string {
	v := a[key]
	delete(a, key)
	return v
}

func (s *senzing) named(e *lists.Entity, a attributes) {
	label := a.take("NAME_TYPE")
	t := lists.Alias
	if label == "PRIMARY" {
		t, label = lists.Primary, ""
	} else if label == "ALIAS" {
		label = ""
	}
	for _, key := range [...]string{"NAME_FULL", "NAME_ORG"} {
		s.name(e, a.take(key), t, label)
	}
}

func (s *senzing) addressed(e *lists.Entity, a attributes) {
	if v := a.take("PLACE_OF_BIRTH"); v != "" {
		e.Places = append(e.Places, lists.Place{Role: lists.BirthPlace, Text: v})
	}
	if v := a.take("ADDR_FULL"); v != "" {
		e.Addresses = append(e.Addresses, lists.Address{Text: v})
	}
	s.remark(e, "ADDR_TYPE", a.take("ADDR_TYPE"))
}

func (s *senzing) dated(e *lists.Entity, a attributes, pos lists.Position) {
	for _, d := range [...]struct {
		key  string
		role lists.DateRole
	}{{"DATE_OF_BIRTH", lists.Birth}, {"DATE_OF_DEATH", lists.Death}, {"REGISTRATION_DATE", lists.Established}} {
		if v := a.take(d.key); v != "" {
			s.date(e, pos, d.role, v, d.key)
		}
	}
}

func (s *senzing) countries(e *lists.Entity, a attributes, pos lists.Position) {
	for _, c := range [...]struct {
		key  string
		role lists.CountryRole
	}{{"NATIONALITY", lists.Nationality}, {"CITIZENSHIP", lists.Citizenship}, {"REGISTRATION_COUNTRY", lists.Registration}, {"COUNTRY_OF_ASSOCIATION", lists.OtherCountry}} {
		v := a.take(c.key)
		switch {
		case v == "":
		case c.role == lists.Registration && e.Kind == lists.Vessel:
			e.Flags = append(e.Flags, s.country(e, pos, v, lists.Flag, c.key))
		default:
			e.Countries = append(e.Countries, s.country(e, pos, v, c.role, c.key))
		}
	}
}

func (s *senzing) numbered(e *lists.Entity, a attributes, pos lists.Position) {
	for _, key := range slices.Sorted(maps.Keys(a)) {
		t, ok := senzingNumbers[key]
		if !ok {
			continue
		}
		if t == lists.IMOShip && e.Kind != lists.Vessel {
			t = lists.IMOCompany
		}
		id := lists.Identifier{Type: t, Value: a.take(key)}
		if stem, ok := strings.CutSuffix(key, "_NUMBER"); ok {
			id.Country = a.take(stem + "_COUNTRY")
		}
		if key != "IMO_NUMBER" && key != "MMSI_NUMBER" && key != "CALL_SIGN" {
			id.Label = key
		}
		if id.Value != "" {
			s.identifier(e, pos, id, key)
		}
	}
	if v := a.take("OFAC_ID"); v != "" {
		e.References = append(e.References, lists.Reference{List: "OFAC", ID: v})
	}
	for _, stem := range [...]string{"TRUSTED_ID", "OTHER_ID"} {
		label, value := a.take(stem+"_TYPE"), a.take(stem+"_NUMBER")
		switch {
		case value == "" && label != "":
			s.remark(e, stem+"_TYPE", label)
		case value == "":
		case label == "WIKIDATA":
			e.References = append(e.References, lists.Reference{List: "Wikidata", ID: value})
		case label == "OPEN_SANCTIONS":
			if value != e.ID {
				e.References = append(e.References, lists.Reference{List: "OpenSanctions", ID: value})
			}
		default:
			e.Identifiers = append(e.Identifiers, lists.Identifier{Type: lists.OtherID, Value: value, Label: label})
		}
	}
}

// related reads a pointer to another record, or the anchor at which others point:
// that is the record itself.
func (s *senzing) related(e *lists.Entity, a attributes) {
	for _, key := range [...]string{"REL_POINTER_DOMAIN", "REL_ANCHOR_DOMAIN"} {
		if v := a.take(key); v != "OPEN_SANCTIONS" {
			s.remark(e, key, v)
		}
	}
	if v := a.take("REL_ANCHOR_KEY"); v != e.ID {
		s.remark(e, "REL_ANCHOR_KEY", v)
	}
	key, role := a.take("REL_POINTER_KEY"), a.take("REL_POINTER_ROLE")
	if key == "" {
		s.remark(e, "REL_POINTER_ROLE", role)
		return
	}
	r := lists.Relation{Role: senzingRoles[strings.ToLower(role)], Text: key, Label: s.word(role)}
	if r.Role == "" {
		r.Role = lists.OtherRelation
	}
	e.Relations = append(e.Relations, r)
}
