package opensanctions

import (
	"io"
	"slices"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// ParseMaritime reads maritime.csv: the ships, and the firms with an IMO company
// number, one row an IMO number. name stands for the file in positions and in the
// Source; r is read to its end. Rows with the same id are one entity with several
// numbers. The column countries has the flags of the past as well: those that are
// not the flag are OtherCountry. The file has no dates and no measures; the topics
// in its column risk are Remarks. Errors are those of ParseFTM.
func ParseMaritime(name string, r io.Reader) (*lists.List, error) {
	t, err := openTable(name, r, "type", "caption", "imo", "id")
	if err != nil {
		return nil, err
	}
	return t.eachRow(1, func(id string, _ lists.Position) {
		e, isNew := t.entity(id, t.row.Pos)
		t.maritime(e, isNew)
	})
}

// maritime reads one row of maritime.csv into an entity that may have one already.
func (t *table) maritime(e *lists.Entity, isNew bool) {
	kind, pos := t.take("type")
	was := e.Kind
	switch strings.ToUpper(kind) {
	case "VESSEL":
		e.Kind = lists.Vessel
	case "ORGANIZATION", "COMPANY", "LEGALENTITY":
		e.Kind = lists.Organization
	default:
		t.problem(e, pos, "type", kind, ErrUnknownWord)
		t.remark(e, "type", kind)
	}
	if !isNew && was != e.Kind {
		t.problem(e, pos, "type", kind, ErrDuplicate)
		t.remark(e, "type", kind)
		e.Kind = was
	}
	add := func(text string, typ lists.NameType) {
		if !slices.ContainsFunc(e.Names, func(n lists.Name) bool { return n.Text == text && n.Type == typ }) {
			t.name(e, text, typ, "")
		}
	}
	caption, _ := t.take("caption")
	add(caption, lists.Primary)
	number := func(column string, typ lists.IDType) {
		if v, pos := t.take(column); v != "" {
			id := lists.Identifier{Type: typ, Value: v}
			if !slices.Contains(e.Identifiers, id) {
				t.identifier(e, pos, id, column)
			}
		}
	}
	if e.Kind == lists.Vessel {
		number("imo", lists.IMOShip)
	} else {
		number("imo", lists.IMOCompany)
	}
	mmsi, pos := t.take("mmsi")
	for _, v := range cells(mmsi) {
		if id := (lists.Identifier{Type: lists.MMSI, Value: v}); !slices.Contains(e.Identifiers, id) {
			t.identifier(e, pos, id, "mmsi")
		}
	}
	flag, pos := t.take("flag")
	for _, v := range cells(flag) {
		if !slices.ContainsFunc(e.Flags, func(c lists.Country) bool { return c.Text == v }) {
			e.Flags = append(e.Flags, t.country(e, pos, v, lists.Flag, "flag"))
		}
	}
	countries, pos := t.take("countries")
	for _, v := range cells(countries) {
		same := func(c lists.Country) bool { return c.Text == v }
		if !slices.ContainsFunc(e.Flags, same) && !slices.ContainsFunc(e.Countries, same) {
			e.Countries = append(e.Countries, t.country(e, pos, v, lists.OtherCountry, "countries"))
		}
	}
	aliases, _ := t.take("aliases")
	for _, v := range cells(aliases) {
		add(v, lists.Alias)
	}
	for _, c := range [...][2]string{{"risk", "topics"}, {"datasets", "datasets"}, {"url", "url"}} {
		text, _ := t.take(c[0])
		for _, v := range cells(text) {
			if !hasRemark(e, c[1], v) {
				t.remark(e, c[1], v)
			}
		}
	}
	t.rest(e)
}

// cells divides a cell of several values, which have no semicolon of their own.
func cells(cell string) []string {
	var out []string
	for v := range strings.SplitSeq(cell, ";") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}
