package eu

import (
	"bytes"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-539c57aa/pratique/lists"
	"github.com/seed-539c57aa/pratique/lists/internal/prose"
)

// sanctionsMap reads the JSON of the Sanctions Map: one regime, or all of them.
func (p *ships) sanctionsMap(s *sourceHead) (*lists.List, error) {
	raw, err := whole(s)
	if err != nil {
		return nil, err
	}
	var sum lists.Digest
	s.sum.Sum(sum[:0])
	if !utf8.Valid(raw) {
		at := 0
		for at < len(raw) {
			r, n := utf8.DecodeRune(raw[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
		line := bytes.Count(raw[:at], []byte("\n")) + 1
		return nil, refuse(lists.Position{File: s.file, Line: line, Column: at - bytes.LastIndexByte(raw[:at], '\n')}, ErrEncoding)
	}
	root, err := parseJSON(s.file, raw)
	if err != nil {
		return nil, err
	}
	p.out.Source.Name = mapName
	regimes := []*jsonValue{root.inner()}
	if regimes[0].kind == '[' {
		regimes = regimes[0].items
	}
	found := false
	for _, r := range regimes {
		r = r.inner()
		if m := r.field("measures"); m != nil {
			found = true
			p.regime(r, m)
		}
	}
	if !found {
		return nil, refuse(root.at, ErrNotList)
	}
	return p.finish(sum)
}

// regime reads the measures of one regime, their lists, and the members.
func (p *ships) regime(r, measures *jsonValue) {
	var programmes []string
	for _, v := range r.field("programme").inner().items {
		programmes = append(programmes, v.inner().string())
	}
	if one := r.field("programme").string(); one != "" {
		programmes = []string{one}
	}
	if at, err := strconv.ParseInt(r.field("last_update").string(), 10, 64); err == nil && at > 0 && at < 1<<33 {
		if t := time.Unix(at, 0).UTC(); t.After(p.out.Source.Published) {
			p.out.Source.Published = t
		}
	}
	base := lists.Measure{Authority: authority, Programme: strings.Join(programmes, ", "), Basis: r.field("specification").string()}
	if by := r.field("adopted_by").inner().field("title").string(); by != "" {
		base.Text = "adopted by " + by
	}
	if k := measures.inner().kind; k != '[' {
		p.all.Add(lists.Problem{Pos: measures.at, Field: "measures", Dropped: true, Err: ErrType})
	}
	for _, m := range measures.inner().items {
		m = m.inner()
		t := m.field("type").inner()
		title, code := t.field("title").string(), t.field("code").string()
		for _, l := range m.field("lists").inner().items {
			l = l.inner()
			of := memberOf{base: base, title: title, code: code, list: l.field("number").string()}
			members := l.field("members").inner()
			if members.kind != '[' && l.field("members") != nil {
				p.all.Add(lists.Problem{Pos: members.at, Field: "members", Dropped: true, Err: ErrType})
			}
			for _, v := range members.items {
				if v = v.inner(); v.kind != '{' {
					p.all.Add(lists.Problem{Pos: v.at, Field: "members", Value: v.text, Dropped: true, Err: ErrType})
					continue
				}
				p.member(v, of)
			}
		}
	}
}

// memberOf is where a member stands.
type memberOf struct {
	base              lists.Measure
	title, code, list string
}

// aboutShips reports whether a list is one of ships, by its own words.
func (o memberOf) aboutShips(reason, idCode string) bool {
	for _, s := range [...]string{o.title, o.code, o.list} {
		if s = strings.ToLower(s); strings.Contains(s, "vessel") || strings.Contains(s, "ship") {
			return true
		}
	}
	return strings.HasPrefix(strings.ToLower(reason), "vessel ") || strings.Contains(strings.ToUpper(idCode), "MMSI")
}

// member reads one member.
func (p *ships) member(v *jsonValue, of memberOf) {
	get := func(key string) (string, lists.Position) {
		f := v.field(key)
		if f == nil {
			return "", v.at
		}
		if f.kind == '{' || f.kind == '[' {
			p.all.Add(lists.Problem{Pos: f.at, Field: key, Dropped: true, Err: ErrType})
		}
		return f.string(), f.at
	}
	name, nameAt := get("name")
	kind, _ := get("type")
	id, _ := get("id")
	fsd, _ := get("FSD_ID")
	created, createdAt := get("creation_date")
	reason, reasonAt := get("reason")
	idCode, idAt := get("id_code")
	reason, idCode = clean(reason), clean(idCode)
	lines := strings.Split(strings.ReplaceAll(name, "\r", "\n"), "\n")
	l := listing{at: v.at, imoAt: idAt, m: of.base, annex: prose.Join(" ", of.base.Programme, of.title, of.list)}
	l.m.Text = prose.Join("; ", of.title, of.list, reason, l.m.Text)
	l.m.Kinds = kindsOf(of.title + " " + reason)
	for i := range annexes {
		if a := &annexes[i]; len(l.m.Kinds) == 0 && annexKey(a.number) == annexKey(of.list) && (strings.Contains(of.base.Programme, a.programme) || a.number == "XLII") {
			l.m.Kinds = a.kinds
			l.m.Basis = prose.Join("; ", a.basis, l.m.Basis)
		}
	}
	if len(l.m.Kinds) == 0 {
		p.once(nil, v.at, "type", prose.Join(" ", of.base.Programme, of.title, of.list), ErrUnknownWord)
	}
	for i, line := range lines {
		if line = clean(line); line == "" {
			continue
		}
		if i > 0 { // a note, but for one that begins with a mark
			if words, is, rest, marked := mark(line); marked {
				l.names = append(l.names, items(rest, is, words)...)
			}
			continue
		}
		bare := lists.Alias
		if strings.Contains(of.base.Programme, "PRK") {
			bare = lists.Former
		}
		for _, n := range shipNames(line, bare) {
			if len(l.names) > 0 && n.Type == lists.Primary {
				n.Type = lists.Alias
			}
			l.names = append(l.names, n)
		}
	}
	l.cell = clean(name)
	l.id = prose.Label("member ", id)
	if fsd != "" {
		l.id = "FSD " + fsd
	}
	if l.id == "" {
		l.id = "line " + strconv.Itoa(v.at.Line)
	}
	l.key = l.id + " " + l.cell
	var err error
	if created != "" {
		l.m.Listed, err = sheetDate(created)
	}
	var e *lists.Entity
	imo, mmsi, other := codes(idCode)
	if kind != "P" && of.aboutShips(reason, idCode) {
		l.imo = imo
		e = p.ship(l)
		if other != "" {
			p.remarkOnce(e, "id_code", idCode)
		}
	} else {
		l.names = nil
		e = p.party(l, kind)
		if imo != "" && e.Kind == lists.Organization && !prose.Holds(e, imo) {
			p.identifier(e, idAt, "id_code", lists.Identifier{Type: lists.IMOCompany, Value: imo, Label: "id_code"})
		} else if idCode != "" && !prose.Holds(e, imo) {
			p.remarkOnce(e, "id_code", idCode)
		}
	}
	if mmsi != "" && !prose.Holds(e, mmsi) {
		p.identifier(e, idAt, "id_code", lists.Identifier{Type: lists.MMSI, Value: mmsi})
	}
	if err != nil {
		p.problem(e, createdAt, "creation_date", created, err)
		p.remarkOnce(e, "creation_date", "creation_date: "+created)
	}
	if name == "" {
		p.problem(e, nameAt, "name", "", ErrNoName)
	}
	if e.Kind != lists.Vessel {
		p.mentions(e, reasonAt, "reason", reason)
	}
	p.references(e, id, fsd)
	p.extra(e, v)
}

// references adds the numbers of a member.
func (p *ships) references(e *lists.Entity, id, fsd string) {
	for _, r := range [...]lists.Reference{{List: "EU Sanctions Map", ID: id}, {List: "EU FSD", ID: fsd}} {
		known := r.ID == ""
		for _, o := range e.References {
			known = known || o == r
		}
		if !known {
			e.References = append(e.References, r)
		}
	}
}

// extra keeps the fields of a member that are unknown.
func (p *ships) extra(e *lists.Entity, v *jsonValue) {
	seen := map[string]bool{}
	for i, key := range v.keys {
		if strings.Contains(" id FSD_ID type name id_code creation_date reason ", " "+key+" ") && !seen[key] {
			seen[key] = true
			continue
		}
		if text := v.items[i].flat(); text != "" {
			e.Remarks = append(e.Remarks, lists.Remark{Text: key + ": " + text})
			p.once(e, v.items[i].at, key, text, ErrUnknownElement)
		}
	}
}

// codes reads an id_code: "IMO: 8937675. MMSI: 445539000", or an IMO number
// alone. other is what is neither.
func codes(s string) (imo, mmsi, other string) {
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == ',' || r == ';' }) {
		part = strings.TrimSpace(part)
		key, v, ok := strings.Cut(part, ":")
		if !ok {
			if key, v, ok = strings.Cut(part, " "); !ok {
				key, v = "IMO", part
			}
		}
		v = strings.TrimSpace(v)
		switch strings.ToUpper(strings.TrimSpace(key)) {
		case "IMO", "IMO NUMBER", "IMO NO":
			if imo == "" && strings.Trim(v, "0123456789") == "" || noNumber(v) {
				imo = v
				continue
			}
		case "MMSI":
			if mmsi == "" {
				mmsi = v
				continue
			}
		}
		other = prose.Join("; ", other, part)
	}
	return imo, mmsi, other
}
