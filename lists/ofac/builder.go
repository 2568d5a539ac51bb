package ofac

import (
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
)

// builder gathers the facts of one entity. Its slices are used again for the
// next one; stores.keep copies them.
type builder struct {
	e           lists.Entity
	names       []lists.Name
	identifiers []lists.Identifier
	flags       []lists.Country
	countries   []lists.Country
	dates       []lists.Date
	places      []lists.Place
	addresses   []lists.Address
	contacts    []lists.Contact
	titles      []string
	relations   []lists.Relation
	remarks     []lists.Remark

	programmes string          // the column
	tags       []lists.Measure // of the column; shared with other entities
	measures   []lists.Measure // of the remarks
	key        []byte

	title  string  // the column
	pieces []piece // of the column, cut at semicolons

	text    string // the remarks with their continuation
	line    int    // where they stand
	column  int
	own     int // how many bytes of text stand in the main file
	comment *commentRow
	paper   paper // of the document that is being read, in XML
	lastDot bool  // text ended with a full stop
}

// piece is a part of the Title column.
type piece struct {
	text   string // without "alt." and "Position:"
	echoed bool   // the remarks hold it as a segment of its own
}

func (b *builder) reset() {
	*b = builder{
		names: b.names[:0], identifiers: b.identifiers[:0], flags: b.flags[:0], countries: b.countries[:0],
		dates: b.dates[:0], places: b.places[:0], addresses: b.addresses[:0], contacts: b.contacts[:0],
		titles: b.titles[:0], relations: b.relations[:0], remarks: b.remarks[:0],
		measures: b.measures[:0], key: b.key[:0], pieces: b.pieces[:0],
	}
}

// vessel returns the particulars of a ship.
func (b *builder) vessel() *lists.VesselDetails {
	if b.e.Vessel == nil {
		b.e.Vessel = new(lists.VesselDetails)
	}
	return b.e.Vessel
}

// aircraft returns the particulars of an aircraft.
func (b *builder) aircraft() *lists.AircraftDetails {
	if b.e.Aircraft == nil {
		b.e.Aircraft = new(lists.AircraftDetails)
	}
	return b.e.Aircraft
}

// titlePieces notes the Title column. OFAC repeats it in the remarks, where the
// separator of titles and that of segments are the same semicolon.
func (b *builder) titlePieces(title string) {
	b.title = title
	for title != "" {
		t, rest := title, ""
		if len(b.pieces) < 64 { // the longest title has four
			t, rest, _ = strings.Cut(title, "; ")
		}
		t = strings.TrimSpace(t)
		if k, v, ok := match(withoutAlt(t)); ok && keys[k].target == toTitle {
			t = v
		} else {
			t = withoutAlt(t)
		}
		if t != "" {
			b.pieces = append(b.pieces, piece{text: t})
		}
		title = rest
	}
}

// echo reports whether a segment repeats a piece of the Title column, and notes
// it. The last segment of a record may have lost its full stop to the record.
func (b *builder) echo(segment string, last bool) bool {
	for i := range b.pieces {
		t := b.pieces[i].text
		if t == segment || last && len(t) == len(segment)+1 && t[len(segment)] == '.' && t[:len(segment)] == segment {
			b.pieces[i].echoed = true
			return true
		}
	}
	return false
}

// finishTitles puts the Title column before the titles of the remarks: in pieces
// where the remarks show that it is several titles, else whole.
func (b *builder) finishTitles() {
	if b.title == "" {
		return
	}
	n := len(b.titles)
	split := false
	for _, t := range b.pieces {
		split = split || t.echoed
	}
	if split {
		for _, t := range b.pieces {
			b.titles = append(b.titles, t.text)
		}
	} else {
		b.titles = append(b.titles, b.title)
	}
	if n > 0 { // the column first
		all := append(append([]string(nil), b.titles[n:]...), b.titles[:n]...)
		copy(b.titles, all)
	}
}
