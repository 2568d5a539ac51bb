package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/screening"
	"github.com/seed-539c57aa/pratique/screening/ownership"
	"github.com/seed-539c57aa/pratique/screening/voyage"
)

// This file reads the JSON form of a voyage that people write by hand, which
// testdata/voyages/README.md describes.

// maxFile bounds a voyage's file.
const maxFile = 8 << 20

// several is a text, a number, or an array of them.
type several []string

func (s *several) UnmarshalJSON(b []byte) error {
	var many []json.RawMessage
	if json.Unmarshal(b, &many) != nil {
		many = []json.RawMessage{b}
	}
	for _, one := range many {
		var text string
		var number json.Number
		switch {
		case bytes.Equal(one, []byte("null")): // not given
		case json.Unmarshal(one, &text) == nil:
			*s = append(*s, text)
		case json.Unmarshal(one, &number) == nil:
			*s = append(*s, number.String())
		default:
			return fmt.Errorf("a text is wanted, or several, not %.40s", one)
		}
	}
	return nil
}

// fileParty is a ship or a party in a file.
type fileParty struct {
	Role         string  `json:"role"`
	Kind         string  `json:"kind"`
	Name         several `json:"name"`
	IMO          several `json:"imo"`
	CompanyIMO   several `json:"company_imo"`
	MMSI         several `json:"mmsi"`
	CallSign     several `json:"call_sign"`
	Passport     several `json:"passport"`
	SeafarerDoc  several `json:"seafarer_document"`
	NationalID   several `json:"national_id"`
	Registration several `json:"registration"`
	LEI          several `json:"lei"`
	Flag         several `json:"flag"`
	Country      several `json:"country"`
	Born         several `json:"born"`
	Place        several `json:"place_of_birth"`
	Built        several `json:"built"`
	Type         string  `json:"type"`
	Address      several `json:"address"`
	Owner        several `json:"owner"` // or employer
	Deadweight   int64   `json:"deadweight"`
	Gross        int64   `json:"gross_tonnage"`
	Length       int64   `json:"length"`
}

// filePort is a port in a file: an object, or a text with the country behind the
// last comma.
type filePort voyage.Port

func (p *filePort) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &p.Name) == nil {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	return dec.Decode((*voyage.Port)(p))
}

// file is a voyage in a file.
type file struct {
	Title     string               `json:"title"` // for the reader
	Notes     several              `json:"notes"` // likewise
	Ref       string               `json:"ref"`
	Date      string               `json:"date"`
	Ship      *fileParty           `json:"ship"`
	Met       []fileParty          `json:"met"`
	Flag      several              `json:"flag"`
	Parties   []fileParty          `json:"parties"`
	Ports     []filePort           `json:"ports"`
	Countries several              `json:"countries"`
	Cargo     string               `json:"cargo"`
	Payment   string               `json:"payment"`
	Structure *ownership.Structure `json:"structure"`
}

// read reads a voyage. Keys that nobody knows are errors: a misspelt key would be
// a party that nobody screens.
func read(r io.Reader) (v voyage.Voyage, err error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return v, err
	}
	if len(data) > maxFile {
		return v, fmt.Errorf("a voyage of more than %d bytes", maxFile)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var f file
	if err := dec.Decode(&f); err != nil {
		return v, fmt.Errorf("not a voyage: %w", place(data, err))
	}
	if dec.More() {
		return v, errors.New("not a voyage: more than one JSON value")
	}
	v = voyage.Voyage{Ref: f.Ref, Flag: f.Flag, Countries: f.Countries, Cargo: f.Cargo, Payment: f.Payment, Structure: f.Structure}
	if f.Date != "" {
		if v.Date, err = lists.ParseDate(f.Date); err != nil {
			return v, fmt.Errorf("date: %w", err)
		}
	}
	if f.Ship != nil {
		if v.Ship.Query, err = f.Ship.query(); err != nil {
			return v, fmt.Errorf("ship: %w", err)
		}
	}
	for i := range f.Met {
		q, err := f.Met[i].query()
		if err != nil {
			return v, fmt.Errorf("met[%d]: %w", i, err)
		}
		v.Met = append(v.Met, voyage.Vessel{Query: q})
	}
	for i := range f.Parties {
		q, err := f.Parties[i].query()
		if err != nil {
			return v, fmt.Errorf("parties[%d]: %w", i, err)
		}
		v.Parties = append(v.Parties, voyage.Party{Role: voyage.Role(f.Parties[i].Role), Query: q})
	}
	for _, p := range f.Ports {
		v.Ports = append(v.Ports, voyage.Port(p))
	}
	return v, nil
}

// place adds the line to an error of JSON.
func place(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	at := int64(-1)
	if errors.As(err, &syntax) {
		at = syntax.Offset
	} else if errors.As(err, &kind) {
		at = kind.Offset
	}
	if at < 0 || at > int64(len(data)) {
		return err
	}
	return fmt.Errorf("line %d: %w", bytes.Count(data[:at], []byte("\n"))+1, err)
}

// query makes a query of a party.
func (p *fileParty) query() (q screening.Query, err error) {
	if q.Kind, err = lists.ParseKind(p.Kind); err != nil {
		return q, err
	}
	q.Names, q.Flags, q.Countries, q.Places = p.Name, p.Flag, p.Country, p.Place
	q.Addresses, q.Owners, q.VesselType = p.Address, p.Owner, p.Type
	q.Deadweight, q.GrossTonnage, q.Length = p.Deadweight, p.Gross, p.Length
	for _, ids := range [...]struct {
		t      lists.IDType
		values several
	}{
		{lists.IMOShip, p.IMO}, {lists.IMOCompany, p.CompanyIMO}, {lists.MMSI, p.MMSI}, {lists.CallSign, p.CallSign}, {lists.Passport, p.Passport},
		{lists.SeafarerDocument, p.SeafarerDoc}, {lists.NationalID, p.NationalID}, {lists.RegistrationNumber, p.Registration}, {lists.LEI, p.LEI},
	} {
		for _, v := range ids.values {
			q.Identifiers = append(q.Identifiers, lists.Identifier{Type: ids.t, Value: v})
		}
	}
	for _, dates := range [...]struct {
		role   lists.DateRole
		values several
	}{{lists.Birth, p.Born}, {lists.Build, p.Built}} {
		for _, text := range dates.values {
			d, err := lists.ParseDate(text)
			if err != nil {
				return q, err
			}
			d.Role = dates.role
			q.Dates = append(q.Dates, d)
		}
	}
	return q, nil
}
