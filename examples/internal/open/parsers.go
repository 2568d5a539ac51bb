package open

import (
	"bytes"
	"fmt"
	"io"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/au"
	"github.com/seed-539c57aa/pratique/lists/ca"
	"github.com/seed-539c57aa/pratique/lists/ch"
	"github.com/seed-539c57aa/pratique/lists/csl"
	"github.com/seed-539c57aa/pratique/lists/custom"
	"github.com/seed-539c57aa/pratique/lists/eu"
	"github.com/seed-539c57aa/pratique/lists/ofac"
	"github.com/seed-539c57aa/pratique/lists/opensanctions"
	"github.com/seed-539c57aa/pratique/lists/uk"
	"github.com/seed-539c57aa/pratique/lists/un"
)

// parser reads a file that is one stream. name stands for it in Positions.
type parser func(name string, r io.Reader) (*lists.List, error)

// parsers are the parsers by format. OFAC's legacy files, several of one list, are
// not among them.
var parsers = map[lists.Format]parser{
	lists.OFACXML:               ofac.ParseXML,
	lists.OFACAdvancedXML:       ofac.ParseAdvancedXML,
	lists.OFACEnhancedXML:       ofac.ParseEnhancedXML,
	lists.EUXML:                 eu.ParseXML,
	lists.EUCSV:                 eu.ParseCSV,
	lists.EUVesselsXLSX:         eu.ParseVessels,
	lists.EUVesselsCSV:          eu.ParseVessels,
	lists.EUJournalCSV:          eu.ParseVessels,
	lists.EUSanctionsMap:        eu.ParseVessels,
	lists.UKXML:                 uk.ParseXML,
	lists.UKCSV:                 uk.ParseCSV,
	lists.UKConListCSV:          uk.ParseConList,
	lists.UNXML:                 un.ParseConsolidated,
	lists.UNVesselsCSV:          un.ParseVessels,
	lists.SECOXML:               ch.ParseXML,
	lists.SEMAXML:               ca.ParseXML,
	lists.SEMAJSON:              ca.ParseJSON,
	lists.DFATXLSX:              whole(au.ParseXLSX),
	lists.DFATCSV:               au.ParseCSV,
	lists.CSLCSV:                csl.ParseCSV,
	lists.CSLJSON:               csl.ParseJSON,
	lists.OpenSanctionsFTM:      opensanctions.ParseFTM,
	lists.OpenSanctionsTargets:  opensanctions.ParseTargets,
	lists.OpenSanctionsMaritime: opensanctions.ParseMaritime,
	lists.OpenSanctionsSenzing:  opensanctions.ParseSenzing,
	lists.CustomJSON:            custom.ParseJSONLines,
	lists.CustomCSV: func(name string, r io.Reader) (*lists.List, error) {
		return custom.ParseCSV(name, r, custom.Mapping{Source: lists.Source{Name: name}})
	},
}

// whole makes a parser of one that reads a workbook from anywhere in it.
func whole(p func(name string, r io.ReaderAt, size int64) (*lists.List, error)) parser {
	return func(name string, r io.Reader) (*lists.List, error) {
		b, ok := r.(*bytes.Reader) // as packed gives it
		if !ok {
			return nil, ErrArchive
		}
		return p(name, b, b.Size())
	}
}

// parse calls the parser for f.
func parse(f lists.Format, name string, r io.Reader) (*lists.List, error) {
	if f == lists.OFACCSV {
		return nil, ErrParts
	}
	p, ok := parsers[f]
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrNoParser, f)
	}
	return p(name, r)
}
