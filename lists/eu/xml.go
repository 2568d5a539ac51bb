package eu

import (
	"io"
	"strings"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/feed"
)

// Sources and the authority of their measures.
const (
	publisher = "European Commission, DG FISMA"
	authority = "Council of the EU"
	fsfName   = "EU FSF"
)

// maxDepth bounds the nesting of elements; the schema has four.
const maxDepth = 12

// ParseXML reads the consolidated list of financial sanctions in XML, version
// 1.1 (xmlFullSanctionsList_1_1). name stands for the file in positions and in
// the Source; r is read to its end.
//
// Source.Published is the attribute generationDate in UTC, Source.Note holds
// globalFileId, the number of the edition. The package comment tells what goes
// where.
//
// An error means that the file must not be used: it is a *FileError that names
// the place, or the error of r. Everything odd in a file that can be used is a
// Problem of the list.
func ParseXML(name string, r io.Reader) (*lists.List, error) {
	in, err := feed.NewXML(name, r, maxDepth)
	if err != nil {
		return nil, fileError(err)
	}
	p := newParser(lists.Source{Name: fsfName, Publisher: publisher, Files: []string{name}})
	if err := p.xml(in); err != nil {
		return nil, fileError(err)
	}
	sum, err := in.Digest()
	if err != nil {
		return nil, fileError(err)
	}
	return p.list(sum)
}

// xml reads the root and the records in it.
func (p *parser) xml(in *feed.XML) error {
	t, err := in.Root("export")
	if err != nil {
		return err
	}
	p.root(&t, in.Pos(t.At))
	return in.Parts(&p.all, ErrStrayText, ErrUnknownSection, func(t *feed.Token) (bool, error) {
		if feed.Local(t.Name) != "sanctionEntity" {
			return false, nil
		}
		n, err := in.Record()
		if err == nil {
			p.record(recordOf(n, in))
		}
		return true, err
	})
}

// root reads the attributes of the root.
func (p *parser) root(t *feed.Token, at lists.Position) {
	made := ""
	for _, a := range t.Attrs {
		switch {
		case a.Name == "generationDate":
			made = clean(a.Value)
		case a.Name == "globalFileId":
			p.out.Source.Note = "globalFileId " + feed.Clip(clean(a.Value))
		case !feed.Declaration(a.Name):
			p.all.Add(lists.Problem{Pos: at, Field: "@" + feed.Clip(a.Name), Value: a.Value, Dropped: true, Err: ErrUnknownElement})
		}
	}
	var ok bool
	if p.out.Source.Published, ok = feed.Time(made); ok {
		return
	}
	p.all.Add(lists.Problem{Pos: at, Field: "@generationDate", Value: made, Dropped: made != "", Err: ErrNoDate})
}

// recordOf reads one sanctionEntity.
func recordOf(n *feed.Node, in *feed.XML) *record {
	rec := &record{at: in.Pos(n.At), entity: detailOf(n, in.Pos(n.At))}
	for k := range n.Kids("") {
		switch name := feed.Local(k.Name); name {
		case "remark", "additionalInformation": // detailOf has them
		case "contactInfo", "regulationSummary": // no entity has them, but detailOf takes them
		case "regulation":
			if rec.entity.act.number != "" { // the schema has exactly one
				k.Rest(func(path, text string, _ feed.Place) { rec.entity.leave(name, path, text) })
				continue
			}
			rec.entity.act = actOf(k)
			rec.entity.act.url = clean(k.Kid("publicationUrl").Take())
			for r := range k.Kids("remark") {
				rec.entity.remarks = append(rec.entity.remarks, clean(r.Take()))
			}
			k.Rest(func(path, text string, _ feed.Place) { rec.entity.leave(name, path, text) })
		case "subjectType":
			rec.subject = detailOf(k, in.Pos(k.At))
			leaveKids(&rec.subject, k)
		case "nameAlias", "citizenship", "birthdate", "address", "identification":
			d := detailOf(k, in.Pos(k.At))
			leaveKids(&d, k)
			rec.details = append(rec.details, d)
		default:
			k.Rest(func(path, text string, _ feed.Place) { rec.entity.leave(name, path, text) })
		}
	}
	return rec
}

// leaveKids keeps the elements of a detail that detailOf does not know.
func leaveKids(d *detail, n *feed.Node) {
	for k := range n.Kids("") {
		name := feed.Local(k.Name)
		if !strings.Contains(" remark contactInfo additionalInformation regulationSummary ", " "+name+" ") {
			k.Rest(func(path, text string, _ feed.Place) { d.leave(name, path, text) })
		}
	}
}
