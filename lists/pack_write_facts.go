package lists

func (w *packer) day(d Day) {
	w.out = append(w.out, byte(uint16(d.Year)), byte(uint16(d.Year)>>8), d.Month, d.Day)
}

func (w *packer) date(d Date) {
	w.mask(d.Role != "", d.From != Day{}, d.To != Day{}, d.Text != "", d.Circa)
	w.there(string(d.Role))
	if (d.From != Day{}) {
		w.day(d.From)
	}
	if (d.To != Day{}) {
		w.day(d.To)
	}
	w.there(d.Text)
}

// there writes those texts that are not empty; the mask tells which.
func (w *packer) there(texts ...string) {
	for _, s := range texts {
		if s != "" {
			w.string(s)
		}
	}
}

// dates writes those dates that are not zero; the mask tells which.
func (w *packer) dates(dates ...Date) {
	for _, d := range dates {
		if !d.IsZero() {
			w.date(d)
		}
	}
}

func (w *packer) name(n *Name) {
	w.mask(len(n.Parts) > 0, n.Label != "", n.ID != "", n.Lang != "", n.Script != "", n.Used != nil)
	w.string(n.Text)
	w.byte(uint8(n.Type))
	if len(n.Parts) > 0 {
		w.elements(&w.n.parts, len(n.Parts))
		for _, p := range n.Parts {
			w.strings(string(p.Role), p.Text)
		}
	}
	w.there(n.Label, n.ID, n.Lang, n.Script)
	if n.Used != nil {
		w.n.periods++
		w.mask(!n.Used.From.IsZero(), !n.Used.Until.IsZero())
		w.dates(n.Used.From, n.Used.Until)
	}
}

func (w *packer) identifier(id *Identifier) {
	w.mask(id.Label != "", id.Country != "", id.Note != "", !id.Issued.IsZero(), !id.Expires.IsZero())
	w.strings(string(id.Type), id.Value)
	w.there(id.Label, id.Country, id.Note)
	w.dates(id.Issued, id.Expires)
}

func (w *packer) address(a *Address) {
	w.mask(a.Text != "", a.Street != "", a.City != "", a.Region != "", a.PostalCode != "", a.Country != "", a.Code != "", a.ID != "")
	w.there(a.Text, a.Street, a.City, a.Region, a.PostalCode, a.Country, a.Code, a.ID)
}

func (w *packer) measure(m *Measure) {
	w.mask(m.Basis != "", len(m.Kinds) > 0, m.Text != "", !m.Listed.IsZero(), !m.Amended.IsZero(), !m.Effective.IsZero(), !m.Ends.IsZero())
	w.strings(m.Authority, m.Programme)
	w.there(m.Basis)
	if len(m.Kinds) > 0 {
		w.pooled(&w.kinds, len(m.Kinds), func() {
			for _, k := range m.Kinds {
				w.string(string(k))
			}
		})
	}
	w.there(m.Text)
	w.dates(m.Listed, m.Amended, m.Effective, m.Ends)
}

func (w *packer) relation(r *Relation) {
	w.mask(len(r.IDs) > 0, r.Label != "", r.Share != Share{}, r.Former, !r.From.IsZero(), !r.Until.IsZero())
	w.strings(string(r.Role), r.Text)
	if len(r.IDs) > 0 {
		w.stringSlice(r.IDs)
	}
	w.there(r.Label)
	if (r.Share != Share{}) {
		known := uint8(0)
		if r.Share.Known {
			known = 1
		}
		w.byte(known)
		w.int(int64(r.Share.Min))
		w.int(int64(r.Share.Max))
	}
	w.dates(r.From, r.Until)
}

func (w *packer) vessel(v *VesselDetails) {
	w.mask(len(v.OtherTypes) > 0, v.Deadweight != Quantity{}, v.GrossTonnage != Quantity{}, v.NetTonnage != Quantity{}, v.Tonnage != Quantity{},
		v.Length != Quantity{}, v.Beam != Quantity{}, v.Builder != "", v.Owner != "", v.FormerOwners != "", v.Operator != "", v.Manager != "",
		v.Class != "", v.Insurer != "", v.HomePort != "")
	w.string(v.Type)
	if len(v.OtherTypes) > 0 {
		w.stringSlice(v.OtherTypes)
	}
	for _, q := range [...]Quantity{v.Deadweight, v.GrossTonnage, v.NetTonnage, v.Tonnage, v.Length, v.Beam} {
		if (q != Quantity{}) {
			w.string(q.Text)
			w.int(q.Value)
		}
	}
	w.there(v.Builder, v.Owner, v.FormerOwners, v.Operator, v.Manager, v.Class, v.Insurer, v.HomePort)
}
